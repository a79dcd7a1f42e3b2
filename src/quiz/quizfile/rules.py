"""What must hold between the parts of a quiz, which no type can say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quiz.check.finishing import lacking
from quiz.engine.kinds import KINDS
from quiz.model.near_miss import nearest
from quiz.model.passage import Passage
from quiz.model.problem import Fault, shown
from quiz.model.question import Question
from quiz.model.quiz import Claim, Forms
from quiz.quizfile.messages import did_you_mean
from quiz.quizfile.quotes import quote_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a quiz that could be read; None stands for one that could not."""

    draft: bool = False
    """Whether all of it is a draft."""

    language: str | None
    topics: Mapping[str, str] | None
    passage: Passage | None
    claims: Mapping[str, Claim] | None
    forms: Forms | None
    """None also where there are none."""
    ids: Sequence[object]
    """The id of every question, also of those that could not be read."""
    questions: Mapping[int, Question]
    """The questions that could be read, by their indices in the file."""


def judge(parts: Parts) -> Iterator[Fault]:
    """Yield what is wrong between the parts of a quiz."""
    yield from _same_ids(parts)
    yield from _forms(parts)
    for index, question in parts.questions.items():
        for fault in _question(question, parts):
            yield fault._replace(path=("questions", index, *fault.path))


def _question(question: Question, parts: Parts) -> Iterator[Fault]:
    if not (parts.draft or question.draft):
        yield from lacking(question)
    yield from _names(question, parts)
    yield from KINDS[question.kind].faults(question, parts.language or "en")
    if parts.passage and parts.passage.text:
        yield from quote_faults(question, parts.passage, parts.language or "en")
    elif parts.draft and KINDS[question.kind].reads_passage:
        yield Fault(("kind",), "there is no sentence to find yet: write the passage first")


def _names(question: Question, parts: Parts) -> Iterator[Fault]:
    """Yield the topic and claims that the quiz does not list."""
    if parts.topics is not None and question.topic not in {"", *parts.topics}:
        yield Fault(("topic",), _unlisted(question.topic, "topics", parts.topics))
    if parts.claims is not None:
        for index, claim in enumerate(question.claims):
            if claim not in parts.claims:
                yield Fault(("claims", index), _unlisted(claim, "claims", parts.claims))


def _unlisted(name: str, listed_in: str, known: Mapping[str, str | Claim]) -> str:
    guess = _by_words(name, known, least=1) or did_you_mean(name, known) or _by_words(name, known)
    return f"{shown(name)} is not listed in {listed_in}: {guess or 'list it there'}"


def _by_words(name: str, known: Mapping[str, str | Claim], least: float = 0.6) -> str:
    """Return a question that names what is listed with these words, or nearly these; or nothing."""
    words = {_words_of(listed).casefold(): key for key, listed in known.items()}
    near = nearest(name.casefold(), words, least=least)
    return f"did you mean {words[near[0]]}, which is short for these words?" if near else ""


def _words_of(listed: str | Claim) -> str:
    return listed if isinstance(listed, str) else listed.says


def _same_ids(parts: Parts) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, id_ in enumerate(parts.ids):
        if not isinstance(id_, str):
            continue
        if id_ in first:
            message = f"questions[{first[id_]}] has this id too: give each question its own"
            yield Fault(("questions", index, "id"), message)
        else:
            first[id_] = index


def _forms(parts: Parts) -> Iterator[Fault]:
    if parts.forms is None:
        return
    known = {id_: None for id_ in parts.ids if isinstance(id_, str)}
    groups = known | {question.id: question.group for question in parts.questions.values()}
    asks = {question.id: question.ask for question in parts.questions.values()}
    for name, form in (("pre", parts.forms.pre), ("post", parts.forms.post)):
        for index, message in _form(form, groups, asks):
            yield Fault(("forms", name, index), message)
    for index, id_ in enumerate(parts.forms.post):
        if id_ in parts.forms.pre:
            yield Fault(("forms", "post", index), f"{shown(id_)} is in `pre` too: leave it in one")


def _form(
    form: Sequence[str], groups: Mapping[str, str | None], asks: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Yield the ids of a form that no question has, and those that may not stand together."""
    ids: set[str] = set()
    taken: set[str | None] = set()
    for index, id_ in enumerate(form):
        if id_ not in groups:
            guess = did_you_mean(id_, groups) or _by_words(id_, asks)
            yield index, f"no question has the id {shown(id_)}: {guess or 'take it out'}"
            continue
        if id_ in ids:
            yield index, f"{shown(id_)} stands here twice: keep one"
        elif groups[id_] is not None and groups[id_] in taken:
            group = shown(str(groups[id_]))
            yield index, f"another question of the group {group} is in this form: keep one"
        ids.add(id_)
        taken.add(groups[id_])
