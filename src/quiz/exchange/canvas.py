"""For Canvas: a package of QTI 1.2 with feedback for each answer.

Source: IMS Question and Test Interoperability 1.2 and Content Packaging 1.1, with what Canvas adds
to them in its own exports.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from itertools import accumulate, chain, count, repeat, zip_longest
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quiz.engine.dates import source_of
from quiz.engine.kinds import KINDS, public
from quiz.exchange.evidence import TEMPTING, with_evidence, with_marks
from quiz.exchange.format import Exported, Format, Loss
from quiz.exchange.losses import losses
from quiz.exchange.sentence_choice import as_choice
from quiz.model.notice import DISCLAIMER
from quiz.model.public_question import BLANK
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Option, Rejected
from quiz.model.quiz import Quiz
from quiz.pages import page

_HOLDS: Mapping[str, str] = {
    "choice": "multiple choice",
    "choices": "multiple answers",
    "statement": "multiple choice: true, false, not stated",
    "number": "numerical answer with a margin, its unit behind the question",
    "short": "fill in the blank",
    "cloze": "fill in multiple blanks; with a word bank, multiple dropdowns",
    "order": "matching: each place, and what belongs there",
    "match": "matching, the spare as a distractor",
    "locate": "multiple choice among sentences of the passage",
    "teach-back": "essay without points, the checklist in its feedback",
    "id": "name of the question",
    "why": "feedback of the answer; of what is typed, feedback of wrong answers",
    "quote": "behind the reason of its option",
    "explain": "general feedback",
    "evidence": "general feedback, marked",
    "note": "general feedback",
    "topic": "title of the question",
    "points": "points",
    "passage": "a text before the questions",
}
_FIRST = 1001
"""The number of the first answer to a question: Canvas takes what an answer is called for one."""
_FIRST_PART = 2001
"""The number of the first of several things that are answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Something to pick, or that is right where it is typed."""

    ident: str
    text: str = ""
    right: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A response: the whole answer, a blank, or what something has to be found for."""

    ident: str = "response1"
    name: str = ""
    """What stands beside it."""
    labels: tuple[Label, ...]
    why: str = ""
    """What is said where it is answered wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as Canvas has it."""

    ident: str = ""
    title: str = ""
    type: str
    """What Canvas calls its kind, without `_question`."""
    way: str = ""
    """How it is answered: pick, parts, type, number or write; empty where it is only read."""
    stem: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    shuffle: bool = True
    """Whether options may stand in any order: only the newer quizzes of Canvas read it."""
    number: tuple[str, ...] = ()
    """The least number that is right, the very one, and the largest."""
    points: int = 0
    about_all: tuple[str, ...] = ()
    """What everyone reads after answering."""
    about_wrong: tuple[str, ...] = ()

    @property
    def several(self) -> bool:
        """Whether several options are right."""
        return self.type == "multiple_answers"


def write(quiz: Quiz) -> Exported:
    """Return a quiz as a package, the same bytes for the same quiz, and what it could not carry."""
    name = f"quiz-{quiz.id}"
    values = {"name": name, "quiz": quiz, "items": [*_items(quiz)], "disclaimer": DISCLAIMER}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for file, template in (
            ("imsmanifest.xml", "manifest.xml"),
            (f"{name}/{name}.xml", "assessment.xml"),
            (f"{name}/assessment_meta.xml", "settings.xml"),
        ):
            text = page("quiz.exchange", f"canvas_{template}", **values)
            archive.writestr(ZipInfo(file), text, ZIP_DEFLATED)  # a ZipInfo knows no clock
    own = (
        Loss(question.id, "right answers in a form that is not listed")
        for question in quiz.questions
        if public(question).most_words
    )
    return Exported(data=packed.getvalue(), losses=losses(quiz, _HOLDS, own))


def _items(quiz: Quiz) -> Iterator[Item]:
    passage = quiz.passage
    if passage.text:
        stem = (passage.title, passage.source, passage.text)
        ident = f"quiz-{quiz.id}-passage"
        yield Item(ident=ident, title=passage.title, type="text_only", stem=stem)
    for question in quiz.questions:
        item, note = _item(question, quiz), question.note
        yield replace(
            item,
            ident=f"quiz-{quiz.id}-{question.id}",
            title=quiz.topics.get(question.topic, question.topic) or "Question",
            points=question.points if question.scored else 0,
            about_all=(
                *item.about_all,
                *([f"{note.text} ({source_of(note)})"] if note else []),
                with_evidence(question.explain, question.quotes),
            ),
        )


def _item(question: Question, quiz: Quiz) -> Item:
    stem = (question.ask,)
    match question:
        case Choice() | Choices() | Statement():
            order = KINDS[question.kind].redacted_order(public(question))
            options = [question.options[index] for index in order]
            return _picked(stem, options, question.shuffle)
        case Locate():
            return _picked(stem, as_choice(question, quiz).options, shuffle=False)
        case Number():
            return _number(question)
        case Short():
            typed = Part(labels=tuple(Label(ident=text, right=True) for text in question.accept))
            whys = _whys(question.reject)
            return Item(
                type="short_answer", way="type", stem=stem, parts=(typed,), about_wrong=whys
            )
        case Cloze():
            return _cloze(question, quiz.language)
        case Order():
            parts = _parts((f"{place}.", item, "") for place, item in enumerate(question.items, 1))
            return Item(type="matching", way="parts", stem=stem, parts=parts)
        case Match():
            spare = tuple(filter(None, (question.spare,)))
            pairs = ((pair.left, pair.right, pair.why or "") for pair in question.pairs)
            parts, whys = _parts(pairs, *spare), _whys(spare)
            return Item(type="matching", way="parts", stem=stem, parts=parts, about_wrong=whys)
        case TeachBack():
            points = ("A full explanation names:", *question.checklist)
            return Item(type="essay", way="write", stem=stem, about_all=points)


def _picked(stem: tuple[str, ...], options: Sequence[Option], shuffle: bool) -> Item:
    labels = tuple(
        Label(ident=str(number), text=option.text, right=option.correct, why=_why(option))
        for number, option in enumerate(options, _FIRST)
    )
    several = sum(label.right for label in labels) > 1
    what = "multiple_answers" if several else "multiple_choice"
    return Item(type=what, way="pick", stem=stem, parts=(Part(labels=labels),), shuffle=shuffle)


def _why(option: Option) -> str:
    return with_marks(option.why or "", [(TEMPTING, option.quote)] if option.quote else [])


def _number(question: Number) -> Item:
    answer, margin = Decimal(str(question.answer)), Decimal(str(question.tolerance))
    return Item(
        type="numerical",
        way="number",
        stem=(f"{question.ask} ({question.unit})" if question.unit else question.ask,),
        number=tuple(f"{number:f}" for number in (answer - margin, answer, answer + margin)),
        about_wrong=_whys(question.reject),
    )


def _parts(pairs: Iterable[tuple[str, str, str]], *spare: Rejected) -> tuple[Part, ...]:
    """Return pairs, each with its reason, to be found among all right sides and the spare one."""
    every = tuple(pairs)
    texts = sorted({*(right for _, right, _ in every), *(one.text for one in spare)})
    return tuple(
        Part(
            ident=f"response_{number}",
            name=left,
            labels=tuple(
                Label(ident=str(each), text=text, right=text == right)
                for each, text in enumerate(texts, _FIRST)
            ),
            why=why,
        )
        for number, (left, right, why) in enumerate(every, _FIRST_PART)
    )


def _cloze(question: Cloze, language: str) -> Item:
    """Return a sentence with its blanks in brackets, each under a name."""
    numbers = map(str, count(_FIRST))
    written = question.ask + question.text  # Canvas takes the first name in brackets for the blank
    word = next(word for word in accumulate(repeat("blank")) if f"[{word}" not in written)
    names = [f"{word}{number}" for number in range(1, len(question.blanks) + 1)]
    parts, whys = [], list[str]()
    fields = KINDS[question.kind].fields(question, language)
    for name, blank, field in zip(names, question.blanks, fields, strict=True):
        texts = sorted(question.word_bank) or blank.accept
        labels = (
            Label(ident=next(numbers), text=text, right=True)
            if field.accepts(text)
            else Label(ident=next(numbers), text=text, why=field.why(text) or "")
            for text in texts
        )
        parts.append(Part(ident=f"response_{name}", name=name, labels=tuple(labels)))
        whys += _whys(one for one in blank.reject if one.text not in texts)
    named = zip_longest(question.text.split(BLANK), map("[{}]".format, names), fillvalue="")
    return Item(
        type="multiple_dropdowns" if question.words else "fill_in_multiple_blanks",
        way="parts",
        stem=(question.ask, "".join(chain.from_iterable(named))),
        parts=tuple(parts),
        about_wrong=tuple(whys),
    )


def _whys(rejected: Iterable[Rejected]) -> tuple[str, ...]:
    return tuple(f"“{one.text}”: {one.why}" for one in rejected if one.why)


FORMAT = Format(
    name="canvas", title="Canvas (QTI 1.2)", ending=".zip", text=False, write=write, holds=_HOLDS
)
