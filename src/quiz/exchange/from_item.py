"""Questions of ours from items of other programs."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from quiz.exchange.evidence import (
    EVIDENCE,
    MISTAKE,
    NOTE,
    NOTE_AS_OF,
    NOTE_SOURCE,
    TEMPTING,
    as_evidence,
    without_marks,
)
from quiz.exchange.item import CHECKLIST, FULL, Answer, Item, Refused, Way
from quiz.model.labels import Difficulty, Skill, Tag
from quiz.model.public_question import BLANK
from quiz.model.question import (
    VERDICTS,
    Blank,
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Note,
    Number,
    Option,
    Order,
    Pair,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
    Tempting,
)

ASK = "What is missing?"
"""The task of a text with blanks that has none."""
MOST_BLANKS = 20
_NO_KEY = "no answer is marked as right"
_NEAR = 0.01
"""Shares are written with five digits behind the point, or with fewer."""
_PATTERN = re.compile(r"(?<!\\)\*")
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,2})?"
)
_MISTAKES = frozenset(Tag)
_VERDICTS = {text: verdict for verdict, text in VERDICTS.items()}

_Fields = dict[str, Any]
"""The fields of a question; `marks` has the labeled values of its feedback until it is made."""


def reason_label(number: int) -> str:
    """Return the label of why a pair belongs together; that of the spare is the one after."""
    return f"Reason {number}"


_LABELS = frozenset(
    (EVIDENCE, NOTE, NOTE_AS_OF, NOTE_SOURCE, CHECKLIST, *map(reason_label, range(1, 100)))
)


def question_of(item: Item) -> Question:
    """Return a question of ours; what it can't hold of the item is noted there.

    Raises:
        Refused: it can be none, for that reason.
    """
    if not item.stem:
        raise Refused("it asks nothing: its text is empty")
    explain, marks = without_marks(item.feedback, _LABELS)
    skill, difficulty = item.tags.get("skill"), item.tags.get("difficulty")
    fields: _Fields = {
        "id": item.id,
        "topic": item.tags.get("topic", ""),
        "skill": Skill(skill) if skill else None,
        "difficulty": Difficulty(difficulty) if difficulty else None,
        "group": item.tags.get("group"),
        "ask": item.stem,
        "explain": explain,
        "evidence": as_evidence(value for label, value in marks if label == EVIDENCE),
        "note": _note(dict(marks)),
        "hint": item.hint,
        "points": item.points,
    }
    match item.way:
        case Way.PAIR:
            return _match(item, fields, dict(marks))
        case Way.EXPLAIN:
            marked = [value for label, value in marks if label == CHECKLIST]
            points = [each.text for each in item.answers] or marked
            return TeachBack(checklist=tuple(points), **fields)
    return _MAKERS[item.way](item, fields)


def _note(marks: Mapping[str, str]) -> Note | None:
    text, as_of, source = (marks.get(label) for label in (NOTE, NOTE_AS_OF, NOTE_SOURCE))
    return Note(text=text, as_of=as_of, source=source) if text and as_of and source else None


def _reason(said: str) -> _Fields:
    """Return what is said of an answer as fields of an option."""
    why, marks = without_marks(said, (TEMPTING, MISTAKE))
    known = dict(marks)
    tag = known.get(MISTAKE)
    return {
        "why": why or None,
        "tag": Tag(tag) if tag in _MISTAKES else None,
        "quote": known.get(TEMPTING),
    }


def _rejected(text: str, said: str) -> Rejected:
    reason = _reason(said)
    return Rejected(text=text, why=reason["why"], tag=reason["tag"])


def _picked(item: Item, fields: _Fields) -> Question:
    several = item.way is Way.PICK_SEVERAL
    options = tuple(
        Option(
            text=each.text, correct=each.share > (0 if several else FULL), **_reason(each.feedback)
        )
        for each in item.answers
    )
    right = [option for option in options if option.correct]
    if not right:
        raise Refused(_NO_KEY)
    if len(options) < 2:
        raise Refused("it has fewer than two options")
    kind = item.tags.get("kind")
    if kind == "locate":
        return _locate(options, fields)
    if kind == "statement" and {option.text for option in options} <= {*_VERDICTS}:
        return _statement(options, fields)
    if several:
        _note_shares(item, 100 / len(right))
    else:
        _note_odd(item, [each for each in item.answers if each.share <= FULL])
    if (len(right) > 1) is not several:
        item.lost.append(
            "that several options may be picked" if several else "that one right option is enough"
        )
    made = Choices if len(right) > 1 else Choice
    return made(options=options, shuffle=item.shuffle, **fields)


def _note_shares(item: Item, share: float) -> None:
    """Note shares that are none of ours: right options earn alike, wrong ones take that back."""
    if any(abs(abs(each.share) - share) > _NEAR for each in item.answers):
        shares = ", ".join(f"{each.share:g} %" for each in item.answers)
        item.lost.append(f"its weights ({shares}): here a wrong pick takes a right one back")


def _note_odd(item: Item, answers: Iterable[Answer]) -> None:
    """Note what wrong answers earn or cost."""
    item.lost += (
        f"the weight {each.share:g} % of “{each.text[:40]}”" for each in answers if each.share
    )


def _locate(options: tuple[Option, ...], fields: _Fields) -> Locate:
    key = as_evidence(option.text for option in options if option.correct)
    fields["evidence"] = fields["evidence"] or key
    tempting = (one for one in options if (one.why or one.quote) and not one.correct)
    reject = tuple(Tempting(quote=one.quote or one.text, why=one.why) for one in tempting)
    return Locate(reject=reject, **fields)


def _statement(options: tuple[Option, ...], fields: _Fields) -> Statement:
    answer = next(_VERDICTS[option.text] for option in options if option.correct)
    return Statement(
        answer="not stated" if answer == "not stated" else answer == "true",
        why={_VERDICTS[option.text]: option.why for option in options if option.why},
        **fields,
    )


def _short(item: Item, fields: _Fields) -> Short:
    accept, reject = _typed(item, item.answers, fields)
    return Short(accept=accept, reject=reject, **fields)


def _typed(
    item: Item, answers: list[Answer], fields: _Fields
) -> tuple[tuple[str, ...], tuple[Rejected, ...]]:
    """Return the right and the wrong ones of typed answers."""
    right, wrong = list[Answer](), list[Answer]()
    for each in answers:
        if _PATTERN.search(each.text):
            any_other = each.text == "*"
            item.lost.append(_ANY_OTHER if any_other else f"the pattern “{each.text[:40]}”")
        else:
            (right if each.share > FULL else wrong).append(each)
    if not right:
        raise Refused(_NO_KEY)
    _note_odd(item, wrong)
    _explain(item, right, fields)
    return (
        tuple(_literal(each) for each in right),
        tuple(_rejected(_literal(each), each.feedback) for each in wrong),
    )


_ANY_OTHER = "what it says to any other answer"


def _literal(answer: Answer) -> str:
    return answer.text.replace(r"\*", "*")


def _explain(item: Item, right: Iterable[Answer], fields: _Fields) -> None:
    """Explain a question by what is said of its key, where nothing else explains it."""
    said = [each.feedback for each in right if each.feedback]
    if said and not fields["explain"]:
        fields["explain"] = _reason(said.pop(0))["why"] or ""
    if said:
        item.lost.append("what is said of a right answer")


def is_number(text: str) -> bool:
    """Return whether a text is a number in digits."""
    return bool(_NUMBER.fullmatch(text))


def decimal(text: str) -> Decimal:
    """Return the number that a text is.

    Raises:
        Refused: it is none.
    """
    if not is_number(text):
        raise Refused(f"“{text[:40]}” is no number: write it with digits and a point")
    return Decimal(text)


def _number(item: Item, fields: _Fields) -> Number:
    near = [each for each in item.answers if each.text != "*"]
    if len(near) < len(item.answers):
        item.lost.append(_ANY_OTHER)
    key = next((each for each in near if each.share > FULL), None)
    if key is None:
        raise Refused("no number is marked as right")
    middle, tolerance = decimal(key.text), abs(decimal(key.tolerance or "0"))
    wrong = []
    for each in near:
        off = abs(decimal(each.text) - middle) > tolerance
        if off and each.share <= FULL and not decimal(each.tolerance or "0"):
            wrong.append(each)
        elif each is not key:
            item.lost.append(f"the answer “{each.text}”, which earns {each.share:g} %")
    _note_odd(item, wrong)
    _explain(item, [key], fields)
    return Number(
        answer=_whole(middle),
        tolerance=_whole(tolerance),
        unit=item.unit,
        reject=tuple(_rejected(each.text, each.feedback) for each in wrong),
        **fields,
    )


def _whole(number: Decimal) -> int | float:
    """Return a number as a quiz holds it: whole ones without a point."""
    return int(number) if number == number.to_integral_value() else float(number)


def _match(item: Item, fields: _Fields, marks: Mapping[str, str]) -> Match:
    """Return pairs; the first answer that fits nothing is the spare."""
    pairs = [each for each in item.answers if each.text and each.match]
    spares = [each.match for each in item.answers if each.match and not each.text]
    if len(pairs) < 2:
        raise Refused("it has fewer than two pairs")
    item.lost += (f"the choice “{spare[:40]}”, which fits nothing" for spare in spares[1:])
    said = [marks.get(reason_label(number), "") for number in range(1, len(pairs) + 2)]
    return Match(
        pairs=tuple(
            Pair(left=each.text, right=each.match, why=why or None)
            for each, why in zip(pairs, said, strict=False)
        ),
        spare=_rejected(spares[0], said[-1]) if spares else None,
        **fields,
    )


def _order(item: Item, fields: _Fields) -> Order:
    if len(item.answers) < 2:
        raise Refused("there are no items to put in order")
    return Order(items=tuple(each.text for each in item.answers), **fields)


def task_and_text(stem: str) -> tuple[str, str]:
    """Return the task of a text with blanks, and the text: from the paragraph of the first one."""
    paragraphs = stem.split("\n\n")
    first = next((at for at, each in enumerate(paragraphs) if BLANK in each), 0)
    return "\n\n".join(paragraphs[:first]).strip() or ASK, "\n\n".join(paragraphs[first:])


def _cloze(item: Item, fields: _Fields) -> Cloze:
    if len(item.gaps) > MOST_BLANKS:
        raise Refused(f"it has more than {MOST_BLANKS} blanks")
    fields["ask"], fields["text"] = task_and_text(item.stem)
    if all(gap.picked for gap in item.gaps):
        return _with_bank(item, fields)
    if any(gap.picked for gap in item.gaps):
        item.lost.append("the words to choose from in a blank")
    typed = [_typed(item, gap.answers, fields) for gap in item.gaps]
    blanks = tuple(Blank(accept=accept, reject=reject) for accept, reject in typed)
    return Cloze(blanks=blanks, **fields)


def _with_bank(item: Item, fields: _Fields) -> Cloze:
    """Return a cloze with one word bank for all blanks."""
    answers = [each for gap in item.gaps for each in gap.answers]
    fitting = {each.text for each in answers if each.share > FULL}
    words: dict[str, Rejected] = {}
    for each in answers:
        if each.text not in fitting:
            words.setdefault(each.text, _rejected(each.text, each.feedback))
    if any(words.keys() - {each.text for each in gap.answers} for gap in item.gaps):
        item.lost.append("that each blank has words of its own to choose from")
    if not words:
        item.lost.append("the words to choose from")
    _note_odd(item, (each for each in answers if each.share <= FULL))
    _explain(item, (each for each in answers if each.share > FULL), fields)
    blanks = tuple(_blank(gap.answers, words) for gap in item.gaps)
    return Cloze(blanks=blanks, words=tuple(words.values()), **fields)


def _blank(answers: list[Answer], words: Mapping[str, Rejected]) -> Blank:
    accept = tuple(each.text for each in answers if each.share > FULL)
    if not accept:
        raise Refused(_NO_KEY)
    said = [
        _rejected(each.text, each.feedback)
        for each in answers
        if each.feedback and each.share <= FULL
    ]
    return Blank(accept=accept, reject=tuple(one for one in said if one != words.get(one.text)))


_MAKERS: Mapping[Way, Callable[[Item, _Fields], Question]] = {
    Way.PICK: _picked,
    Way.PICK_SEVERAL: _picked,
    Way.TYPE: _short,
    Way.NUMBER: _number,
    Way.ORDER: _order,
    Way.FILL: _cloze,
}
