"""The key to a sheet: right answers, reasons, evidence and explanations, for whoever marks it."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.engine.feedback import key as answer_in_words
from quiz.engine.grading import holders
from quiz.engine.paper_variant import PaperVariant
from quiz.engine.selection import Presented
from quiz.model.notice import DISCLAIMER
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Note,
    Number,
    Order,
    Picking,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.quiz import Quiz
from quiz.paper.area import LETTERS
from quiz.paper.sheet import points, total


@dataclass(frozen=True, slots=True)
class Row:
    """What there is to say of one possible answer."""

    text: str
    """The answer."""
    right: bool
    """Whether it is a right one that stands among wrong ones."""
    label: str = ""
    """The letter or number that it has on the sheet."""
    why: str = ""
    """Why it is right or wrong."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The key to one question."""

    number: int
    """Its number on the sheet."""
    ask: str
    """The question."""
    points: str
    """What it earns, in words; empty where it isn't scored."""
    answer: str
    """The right answer in the shortest form, as it should stand on the sheet."""
    rows: tuple[Row, ...]
    """Possible answers."""
    evidence: tuple[str, ...]
    """The words of the passage that prove it."""
    explain: str
    """What the passage says about it."""
    note: str
    """A dated fact from beyond the passage; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Key:
    """The key to one version."""

    title: str
    """The title of the quiz."""
    version: str
    """Which version it is the key to, in words."""
    language: str
    """The language of the quiz."""
    solutions: tuple[Solution, ...]
    """The key to each question, in the order of the sheet."""
    know: tuple[str, ...]
    """What to know beyond the passage."""
    total: int
    """How many points can be earned."""
    disclaimer: str = DISCLAIMER
    """What the quiz is not."""


def key(quiz: Quiz, version: PaperVariant) -> Key:
    """Return the key to one version."""
    return Key(
        title=quiz.title,
        version=version.name,
        language=quiz.language,
        solutions=tuple(
            _solution(number, asked.with_answers, asked, quiz)
            for number, asked in enumerate(version.asked, 1)
            if asked.with_answers
        ),
        know=tuple(map(_dated, quiz.know)),
        total=total([asked.public for asked in version.asked]),
    )


def _solution(number: int, question: Question, asked: Presented, quiz: Quiz) -> Solution:
    return Solution(
        number=number,
        ask=question.ask,
        points=points(asked.public),
        answer=_answer(question, asked, quiz),
        rows=tuple(_rows(question, asked, quiz)),
        evidence=question.quotes,
        explain=question.explain,
        note=_dated(question.note) if question.note else "",
    )


def _dated(note: Note) -> str:
    return f"{note.text} (Checked {note.as_of}. Source: {note.source})"


def _answer(question: Question, asked: Presented, quiz: Quiz) -> str:
    """Return what should stand on the sheet."""
    match question:
        case Choice() | Choices() | Statement():
            shown = zip(LETTERS, asked.option_order, strict=False)
            return ", ".join(letter for letter, index in shown if question.options[index].correct)
        case Order():
            return ", ".join(str(index + 1) for index in asked.option_order)
        case Match():
            pairs = enumerate(question.pairs)
            return ", ".join(f"{left + 1}{_letter(asked, left)}" for left, _ in pairs)
        case Locate():
            found = holders(question, quiz.passage, quiz.language)
            return f"sentence {' or '.join(str(index + 1) for index in found)}"
        case TeachBack():
            return "in their own words"
        case Number() | Short() | Cloze():
            return answer_in_words(question)


def _letter(asked: Presented, index: int) -> str:
    """Return the letter under which a part stands on the sheet."""
    return LETTERS[asked.option_order.index(index)]


def _rows(question: Question, asked: Presented, quiz: Quiz) -> Iterable[Row]:
    match question:
        case Choice() | Choices() | Statement():
            return _options(question, asked)
        case Number():
            return _numbers(question)
        case Short():
            return _typed(question.accept, question.reject)
        case Cloze():
            return _gaps(question)
        case Order():
            return [
                Row(question.items[index], False, str(index + 1)) for index in asked.option_order
            ]
        case Match():
            return _pairs(question, asked)
        case Locate():
            return _sentences(question, quiz)
        case TeachBack():
            return [Row(point, False, "☐") for point in question.checklist]


def _options(question: Picking, asked: Presented) -> Iterable[Row]:
    for letter, index in zip(LETTERS, asked.option_order, strict=False):
        option = question.options[index]
        yield Row(option.text, option.correct, letter, option.why or "")


def _numbers(question: Number) -> Iterable[Row]:
    within = f"Up to {question.tolerance} more or less is right, too." if question.tolerance else ""
    yield Row(answer_in_words(question), True, why=within)
    yield from _wrong(question.reject)


def _typed(accept: tuple[str, ...], reject: tuple[Rejected, ...], label: str = "") -> Iterable[Row]:
    first, *others = accept
    yield Row(first, True, label, f"Right, too: {', '.join(others)}." if others else "")
    yield from _wrong(reject)


def _wrong(reject: Iterable[Rejected]) -> Iterable[Row]:
    return (Row(rejected.text, False, why=rejected.why) for rejected in reject)


def _gaps(question: Cloze) -> Iterable[Row]:
    for number, gap in enumerate(question.gaps, 1):
        yield from _typed(gap.accept, gap.reject, str(number) if len(question.gaps) > 1 else "")
    yield from _wrong(question.words)


def _pairs(question: Match, asked: Presented) -> Iterable[Row]:
    for index, pair in enumerate(question.pairs):
        label = f"{index + 1}{_letter(asked, index)}"
        yield Row(f"{pair.left} → {pair.right}", True, label, pair.why or "")
    spare = question.spare
    yield Row(spare.text, False, _letter(asked, len(question.pairs)), spare.why)


def _sentences(question: Locate, quiz: Quiz) -> Iterable[Row]:
    passage = quiz.passage
    spans = passage.sentences(quiz.language)
    for index in holders(question, passage, quiz.language):
        yield Row(passage.text[slice(*spans[index])], True, str(index + 1))
    for tempting in question.reject:
        found = passage.sentences_of(tempting.quote, quiz.language)
        yield Row(tempting.quote, False, _numbers_of(found), tempting.why)


def _numbers_of(indices: Iterable[int]) -> str:
    return ", ".join(str(index + 1) for index in indices)
