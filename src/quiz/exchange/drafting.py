"""One draft from files of other programs, and what is to be said of each question."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quiz.exchange.clues import without_clues
from quiz.exchange.format import Entry, Imported
from quiz.exchange.grounding import grounded
from quiz.exchange.ids import Ids
from quiz.exchange.topics import MOST as MOST_TOPICS
from quiz.exchange.topics import Topics
from quiz.exchange.visible import visible
from quiz.model.passage import Passage
from quiz.model.problem import shown
from quiz.model.question import Question
from quiz.model.text import clean_line, clean_typed

LONGEST = 50_000
"""Characters that a passage has at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of an entry of a file, or of something else in it."""

    file: str
    line: int | None = None
    """Where it begins, from 1; None where it is about the file."""
    name: str = ""
    """What the file calls the question, or how it begins."""
    question: Question | None = None
    """The question of the draft; None where it is left out."""
    refused: str = ""
    """Why it is left out, as a clause."""
    lost: tuple[str, ...] = ()
    """What is not carried, each a clause."""
    changed: tuple[str, ...] = ()
    """What is another here than in the file, each a clause."""


@dataclass(slots=True)
class Drafting:
    """A draft, to which the entries of files are added."""

    passage: Passage
    """The article; without text, the files may add theirs."""
    title: str = ""
    """The first title that a file has."""
    topics: Topics = field(default_factory=Topics)
    taken: list[Taken] = field(default_factory=list)
    _ids: Ids = field(default_factory=Ids)

    def describe(self, files: Sequence[tuple[str, Imported]]) -> None:
        """Take the titles of files, and what stands beside their questions into the passage."""
        is_article = bool(self.passage.text)
        for file, imported in files:
            self.title = self.title or clean_line(imported.title)[:200].strip()
            told = "\n\n".join(filter(None, map(clean_typed, imported.passage)))
            text = f"{self.passage.text}\n\n{told}".strip()
            if told and not is_article and len(text) <= LONGEST:
                self.passage = replace(self.passage, text=text)
            elif told:
                full = f"a passage has at most {LONGEST:,} characters"
                why = "the article is the passage" if is_article else full
                lost = (f"the text beside its questions: {why}",)
                self.taken.append(Taken(file=file, lost=lost))

    def add(self, file: str, entry: Entry) -> None:
        """Add an entry."""
        name = clean_line(entry.name)
        if entry.question is None:
            refused, lost = clean_line(entry.refused), tuple(map(clean_line, entry.losses))
            out = Taken(file=file, line=entry.line, name=name, refused=refused, lost=lost)
            self.taken.append(out)
            return
        seen = visible(entry.question)
        plain, clues = without_clues(seen)
        kept, ungrounded = grounded(plain, self.passage)
        topic = self.topics.of(entry.topic, kept.topic)
        id_ = self._ids.of(kept.id, getattr(kept, "text", kept.ask))
        full = f"its category {shown(entry.topic)}: a quiz has at most {MOST_TOPICS} topics"
        losses = [*entry.losses, *ungrounded, *([full] if topic is None else ())]
        changed = [f"without {clue}" for clue in clues]
        if seen != entry.question:
            changed.append("without hidden characters")
        if kept.id not in {"", id_}:
            changed.append(f"its id {shown(kept.id)} is {id_} here")
        self.taken.append(
            Taken(
                file=file,
                line=entry.line,
                name=name,
                question=replace(kept, id=id_, topic=topic or ""),
                lost=tuple(map(clean_line, losses)),
                changed=tuple(changed),
            )
        )
