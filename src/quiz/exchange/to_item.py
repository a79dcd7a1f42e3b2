"""Items of other programs from questions of ours."""

from collections.abc import Iterator
from decimal import Decimal

from quiz.exchange import evidence
from quiz.exchange.from_item import NOTE, reason_label
from quiz.exchange.item import Answer, Gap, Item, Way, is_number
from quiz.exchange.sentence_choice import as_choice
from quiz.model import question as ours
from quiz.model.question_parts import Blank, Option, Rejected
from quiz.model.quiz import Quiz

_TAGS = ("topic", "skill", "difficulty", "group")


def item_of(question: ours.Question, quiz: Quiz) -> Item:
    """Return a question as other programs have it."""
    tags = {name: str(value) for name in _TAGS if (value := getattr(question, name))}
    item = Item(
        way=Way.PICK,
        stem=question.ask,
        id=question.id,
        feedback=evidence.with_marks(question.explain, _marks(question)),
        hint=question.hint,
        points=question.points,
        tags=tags,
    )
    if isinstance(question, ours.Statement | ours.Locate):
        item.tags = {"kind": question.kind, **tags}
    _answer(item, as_choice(question, quiz) if isinstance(question, ours.Locate) else question)
    return item


def _answer(item: Item, question: ours.Question) -> None:
    """Give an item its way of answering and its answers."""
    match question:
        case ours.Choice() | ours.Choices() | ours.Statement():
            several = isinstance(question, ours.Choices)
            item.way = Way.PICK_SEVERAL if several else Way.PICK
            item.shuffle = question.shuffle
            item.answers = _options(question.options, several=several)
        case ours.Number():
            item.way, item.unit = Way.NUMBER, question.unit
            key = Answer(text=_numeral(question.answer), share=100)
            key.tolerance = _numeral(question.tolerance) if question.tolerance else ""
            item.answers = [key, *(_wrong(one) for one in question.reject if is_number(one.text))]
        case ours.Short():
            item.way, item.answers = Way.TYPE, _typed(question)
        case ours.Cloze():
            item.way, item.stem = Way.FILL, f"{question.ask}\n\n{question.text}"
            item.gaps = [_gap(question, blank) for blank in question.blanks]
        case ours.Order():
            item.way, item.answers = Way.ORDER, [Answer(text=each) for each in question.items]
        case ours.Match():
            spare = [Answer(text="", match=question.spare.text)] if question.spare else []
            pairs = [Answer(text=each.left, match=each.right) for each in question.pairs]
            item.way, item.answers = Way.PAIR, pairs + spare
        case ours.TeachBack():
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


def _typed(question: ours.Short | Blank) -> list[Answer]:
    """Return answers to type; a star would stand for any words, so it gets a backslash."""
    right = [Answer(text=_literal(text), share=100) for text in question.accept]
    return right + [_wrong(one, _literal(one.text)) for one in question.reject]


def _gap(question: ours.Cloze, blank: Blank) -> Gap:
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
    marks = ((evidence.TEMPTING, quote), (evidence.MISTAKE, tag))
    return evidence.with_marks(why or "", ((label, value) for label, value in marks if value))


def _marks(question: ours.Question) -> Iterator[tuple[str, str]]:
    """Yield what the general feedback holds behind the explanation."""
    for quote in question.quotes:
        yield evidence.EVIDENCE, quote
    if note := question.note:
        yield from zip(NOTE, (note.text, note.as_of, note.source), strict=True)
    if isinstance(question, ours.Match):
        spare = question.spare
        reasons = [each.why for each in question.pairs]
        reasons += [_reason(spare.why, spare.tag)] if spare else []
        for number, why in enumerate(reasons, 1):
            if why:
                yield reason_label(number), why
