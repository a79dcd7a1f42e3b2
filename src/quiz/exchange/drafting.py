"""One draft from files of other programs, and what is to be said of each question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quiz.exchange.clues import without_clues
from quiz.exchange.evidence import as_evidence
from quiz.exchange.format import Entry, Imported
from quiz.model.ids import Ids
from quiz.model.passage import Passage
from quiz.model.problem import shown
from quiz.model.question import Choice, Choices, Locate, Question
from quiz.model.text import clean_line, clean_typed

LONGEST = 50_000
"""Characters that a passage has at the most."""
MOST_TOPICS = 100


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
    topics: dict[str, str] = field(default_factory=dict)
    """The words of each topic, by its id."""
    taken: list[Taken] = field(default_factory=list)
    _ids: Ids = field(default_factory=Ids)
    _topic_ids: Ids = field(default_factory=Ids)

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
        taken = Taken(
            file=file,
            line=entry.line,
            name=clean_line(entry.name),
            refused=clean_line(entry.refused),
            lost=tuple(map(clean_line, entry.losses)),
        )
        question = entry.question
        self.taken.append(self._drafted(taken, question, entry.topic) if question else taken)

    def _drafted(self, taken: Taken, question: Question, category: str) -> Taken:
        """Return an entry with its question as the draft has it."""
        question, clues = without_clues(question)
        ungrounded = tuple(map(clean_line, _ungrounded(question, self.passage)))
        if ungrounded:
            question = _grounded(question, self.passage)
        lost = (*taken.lost, *ungrounded)
        topic = self._topic(category, question.topic)
        if topic is None:
            lost += (f"its category {shown(category)}: a quiz has at most {MOST_TOPICS} topics",)
        id_ = self._ids.of(question.id, getattr(question, "text", question.ask))
        changed = [f"without {clue}" for clue in clues]
        if question.id not in {"", id_}:
            changed.append(f"its id {shown(question.id)} is {id_} here")
        question = replace(question, id=id_, topic=topic or "")
        return replace(taken, question=question, lost=lost, changed=tuple(changed))

    def _topic(self, category: str, wanted: str) -> str | None:
        """Return the id of a category's topic, like a wanted one; None where there are too many."""
        words = clean_line(category)[:500].strip()
        ids = {words: id_ for id_, words in self.topics.items()}
        if words and words not in ids and len(ids) < MOST_TOPICS:
            ids[words] = self._topic_ids.of(wanted or words, "topic")
            self.topics[ids[words]] = words
        return ids.get(words) if words else ""


def _ungrounded(question: Question, passage: Passage) -> Iterator[str]:
    """Yield the quotes that a passage does not hold, in words.

    A passage that is still to be written may hold all; and a question for a sentence keeps them:
    they are its key.
    """
    if not passage.text or isinstance(question, Locate):
        return
    for quote in question.quotes:
        if not passage.find(quote):
            yield f"evidence that is not in the passage: {quote}"
    for option in question.options if isinstance(question, Choice | Choices) else ():
        if option.quote and not passage.find(option.quote):
            yield f"tempting words that are not in the passage: {option.quote}"


def _grounded(question: Question, passage: Passage) -> Question:
    """Return a question without the quotes that its passage does not hold."""
    kept = as_evidence(quote for quote in question.quotes if passage.find(quote))
    question = replace(question, evidence=kept)
    if not isinstance(question, Choice | Choices):
        return question
    options = (
        option if passage.find(option.quote or "") else replace(option, quote=None)
        for option in question.options
    )
    return replace(question, options=tuple(options))
