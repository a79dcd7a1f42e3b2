"""Items of other programs from questions of ours."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from quiz.exchange.evidence import (
    EVIDENCE,
    MISTAKE,
    NOTE,
    NOTE_AS_OF,
    NOTE_SOURCE,
    TEMPTING,
    with_marks,
)
from quiz.exchange.from_item import is_number, reason_label
from quiz.exchange.item import Answer, Gap, Item, Way
from quiz.exchange.sentence_choice import as_choice
from quiz.model.question import (
    Blank,
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

_TAGS = ("topic", "skill", "difficulty", "group")


def item_of(question: Question, quiz: Quiz) -> Item:
    """Return a question as other programs have it."""
    tags = {name: str(value) for name in _TAGS if (value := getattr(question, name))}
    item = Item(
        way=Way.PICK,
        stem=question.ask,
        id=question.id,
        feedback=with_marks(question.explain, _marks(question)),
        hint=question.hint,
        points=question.points,
        tags=tags,
    )
    if isinstance(question, Statement | Locate):
        item.tags = {"kind": question.kind, **tags}
    _answer(item, as_choice(question, quiz) if isinstance(question, Locate) else question)
    return item


def _answer(item: Item, question: Question) -> None:
    """Give an item its way of answering and its answers."""
    match question:
        case Choice() | Choices() | Statement():
            several = isinstance(question, Choices)
            item.way = Way.PICK_SEVERAL if several else Way.PICK
            item.shuffle = question.shuffle
            item.answers = _options(question.options, several=several)
        case Number():
            item.way, item.unit = Way.NUMBER, question.unit
            key = Answer(text=_numeral(question.answer), share=100)
            key.tolerance = _numeral(question.tolerance) if question.tolerance else ""
            item.answers = [key, *(_wrong(one) for one in question.reject if is_number(one.text))]
        case Short():
            item.way, item.answers = Way.TYPE, _typed(question)
        case Cloze():
            item.way, item.stem = Way.FILL, f"{question.ask}\n\n{question.text}"
            item.gaps = [_gap(question, blank) for blank in question.blanks]
        case Order():
            item.way, item.answers = Way.ORDER, [Answer(text=each) for each in question.items]
        case Match():
            spare = [Answer(text="", match=question.spare.text)] if question.spare else []
            pairs = [Answer(text=each.left, match=each.right) for each in question.pairs]
            item.way, item.answers = Way.PAIR, pairs + spare
        case TeachBack():
            item.way, item.answers = (
                Way.EXPLAIN,
                [Answer(text=point) for point in question.checklist],
            )


def _options(options: tuple[Option, ...], *, several: bool) -> list[Answer]:
    share = 100 / sum(option.correct for option in options) if several else 100.0
    wrong = -share if several else 0.0
    return [
        Answer(
            text=one.text,
            share=share if one.correct else wrong,
            feedback=_reason(one.why, one.tag, one.quote),
        )
        for one in options
    ]


def _typed(question: Short | Blank) -> list[Answer]:
    """Return answers to type; a star would stand for any words, so it gets a backslash."""
    right = [Answer(text=_literal(text), share=100) for text in question.accept]
    return right + [_wrong(one, _literal(one.text)) for one in question.reject]


def _gap(question: Cloze, blank: Blank) -> Gap:
    if not question.words:
        return Gap(answers=_typed(blank))
    reasons = {one.text: one for one in (*question.words, *blank.reject)}
    right = [Answer(text=text, share=100) for text in blank.accept]
    offered = [word for word in question.word_bank if word not in blank.accept]
    wrong = [_wrong(reasons.get(word, Rejected(text=word))) for word in offered]
    return Gap(answers=right + wrong, picked=True)


def _wrong(one: Rejected, text: str = "") -> Answer:
    return Answer(text=text or one.text, feedback=_reason(one.why, one.tag))


def _literal(text: str) -> str:
    return text.replace("*", r"\*")


def _numeral(number: float) -> str:
    """Return a number in digits, never with an exponent."""
    return format(Decimal(repr(number)), "f")


def _reason(why: str | None, tag: str | None, quote: str | None = None) -> str:
    """Return why an answer is right or wrong, with its tag and the words that tempt to it."""
    marks = ((TEMPTING, quote), (MISTAKE, tag))
    return with_marks(why or "", ((label, value) for label, value in marks if value))


def _marks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what the general feedback holds behind the explanation."""
    for quote in question.quotes:
        yield EVIDENCE, quote
    if note := question.note:
        yield from ((NOTE, note.text), (NOTE_AS_OF, note.as_of), (NOTE_SOURCE, note.source))
    if isinstance(question, Match):
        spare = question.spare
        yield from _labeled(
            [each.why or "" for each in question.pairs]
            + ([_reason(spare.why, spare.tag)] if spare else [])
        )


def _labeled(reasons: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, why in enumerate(reasons, 1):
        if why:
            yield reason_label(number), why
