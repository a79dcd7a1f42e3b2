"""Each kind of question as one of the types of Canvas."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, chain, count, repeat, zip_longest

from quiz.engine.dates import source_of
from quiz.engine.kinds import KINDS, public
from quiz.engine.kinds.field import Field
from quiz.exchange.canvas.item import Item
from quiz.exchange.canvas.responses import (
    Label,
    Numeric,
    Part,
    Parts,
    Picked,
    Typed,
    Written,
)
from quiz.exchange.evidence import TEMPTING, with_evidence, with_marks
from quiz.exchange.sentence_choice import as_choice
from quiz.model.public_question import BLANK
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Option,
    Order,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.quiz import Quiz

_FIRST = 1001
"""The number of the first answer to a question: Canvas takes what an answer is called for one."""
_FIRST_PART = 2001
"""The number of the first of several things that are answered."""


def item(question: Question, quiz: Quiz) -> Item:
    """Return a question as Canvas has it."""
    asked = _asked(question, quiz)
    note = [f"{question.note.text} ({source_of(question.note)})"] if question.note else []
    explained = with_evidence(question.explain, question.quotes)
    return replace(
        asked,
        points=question.points if question.scored else 0,
        about_all=(*asked.about_all, *note, explained),
    )


def _asked(question: Question, quiz: Quiz) -> Item:
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
            typed, whys = Typed(question.accept), _whys(question.reject)
            return Item(type="short_answer", stem=stem, response=typed, about_wrong=whys)
        case Cloze():
            return _cloze(question, quiz.language)
        case Order():
            parts = _parts((f"{place}.", item, "") for place, item in enumerate(question.items, 1))
            return Item(type="matching", stem=stem, response=parts)
        case Match():
            pairs = ((pair.left, pair.right, pair.why or "") for pair in question.pairs)
            parts, spare = _parts(pairs, *_spare(question)), _whys(_spare(question))
            return Item(type="matching", stem=stem, response=parts, about_wrong=spare)
        case TeachBack():
            points = ("A full explanation names:", *question.checklist)
            return Item(type="essay", stem=stem, response=Written(), about_all=points)


def _picked(stem: tuple[str, ...], options: Sequence[Option], shuffle: bool) -> Item:
    labels = tuple(
        Label(ident=str(number), text=option.text, right=option.correct, why=_why(option))
        for number, option in enumerate(options, _FIRST)
    )
    several = sum(label.right for label in labels) > 1
    what = "multiple_answers" if several else "multiple_choice"
    return Item(type=what, stem=stem, response=Picked(labels, several, shuffle))


def _number(question: Number) -> Item:
    number = Numeric(Decimal(str(question.answer)), Decimal(str(question.tolerance)))
    ask = f"{question.ask} ({question.unit})" if question.unit else question.ask
    return Item(type="numerical", stem=(ask,), response=number, about_wrong=_whys(question.reject))


def _parts(pairs: Iterable[tuple[str, str, str]], *spare: Rejected) -> Parts:
    """Return pairs, each with its reason, to be found among all right sides and the spare one."""
    every = tuple(pairs)
    texts = sorted({*(right for _, right, _ in every), *(one.text for one in spare)})
    return Parts(
        tuple(
            Part(
                ident=str(number),
                name=left,
                labels=tuple(
                    Label(ident=str(each), text=text, right=text == right)
                    for each, text in enumerate(texts, _FIRST)
                ),
                why=why,
            )
            for number, (left, right, why) in enumerate(every, _FIRST_PART)
        )
    )


def _cloze(question: Cloze, language: str) -> Item:
    numbers = count(_FIRST)
    names = tuple(_blank_names(question))
    parts: list[Part] = []
    whys: list[str] = []
    fields = KINDS[question.kind].fields(question, language)
    for name, blank, field in zip(names, question.blanks, fields, strict=True):
        texts = sorted(question.word_bank) or blank.accept
        labels = [_word(text, field, str(next(numbers))) for text in texts]
        parts.append(Part(ident=name, name=name, labels=tuple(labels)))
        whys += _whys(one for one in blank.reject if one.text not in texts)
    return Item(
        type="multiple_dropdowns" if question.words else "fill_in_multiple_blanks",
        stem=(question.ask, _with_names(question.text, names)),
        response=Parts(tuple(parts)),
        about_wrong=tuple(whys),
    )


def _word(text: str, field: Field, ident: str) -> Label:
    right = field.accepts(text)
    return Label(ident=ident, text=text, right=right, why="" if right else field.why(text) or "")


def _blank_names(question: Cloze) -> Iterator[str]:
    """Yield names that stand nowhere in brackets yet: Canvas takes the first one for the blank."""
    written = question.ask + question.text
    word = next(word for word in accumulate(repeat("blank")) if f"[{word}" not in written)
    return (f"{word}{number}" for number in range(1, len(question.blanks) + 1))


def _with_names(text: str, names: Sequence[str]) -> str:
    pieces = text.split(BLANK)
    named = zip_longest(pieces, (f"[{name}]" for name in names), fillvalue="")
    return "".join(chain.from_iterable(named))


def _why(option: Option) -> str:
    return with_marks(option.why or "", [(TEMPTING, option.quote)] if option.quote else [])


def _whys(rejected: Iterable[Rejected]) -> tuple[str, ...]:
    return tuple(f"“{one.text}”: {one.why}" for one in rejected if one.why)


def _spare(question: Match) -> tuple[Rejected, ...]:
    return tuple(filter(None, (question.spare,)))
