"""Questions of ours from items of other programs."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import chain
from typing import Any

from quiz.exchange import evidence
from quiz.exchange.item import CHECKLIST, Answer, Item, Refused, Way, decimal
from quiz.model import question as ours
from quiz.model.labels import Difficulty, Skill, Tag
from quiz.model.public_question import BLANK
from quiz.model.question_parts import Blank, Note, Option, Pair, Rejected, Tempting

NOTE = (evidence.NOTE, evidence.NOTE_AS_OF, evidence.NOTE_SOURCE)
"""The labels of a dated note."""
ASK = "What is missing?"
"""The task of a text with blanks that has none."""
MOST_BLANKS = 20
_FULL = 99.9
"""An answer whose share is larger earns all points."""
_ANY_OTHER = "what it says to any other answer"
_NEAR = 0.01
"""Shares are written with five digits behind the point, or with fewer."""
_PATTERN = re.compile(r"(?<!\\)\*")
_MISTAKES = frozenset(Tag)
_VERDICTS = {text: verdict for verdict, text in ours.VERDICTS.items()}

_Fields = dict[str, Any]


def reason_label(number: int) -> str:
    """Return the label of why a pair belongs together; that of the spare is the one after."""
    return f"Reason {number}"


_REASONS = map(reason_label, range(1, 100))
_LABELS = frozenset((evidence.EVIDENCE, *NOTE, CHECKLIST, *_REASONS))


def question_of(item: Item) -> ours.Question:
    """Return a question of ours; what it can't hold of the item is noted there.

    Raises:
        Refused: it can be none, for that reason.
    """
    if not item.stem:
        raise Refused("it asks nothing: its text is empty")
    explain, marks = evidence.without_marks(item.feedback, _LABELS)
    quotes = (value for label, value in marks if label == evidence.EVIDENCE)
    skill, difficulty = item.tags.get("skill"), item.tags.get("difficulty")
    fields: _Fields = {
        "id": item.id,
        "topic": item.tags.get("topic", ""),
        "skill": Skill(skill) if skill else None,
        "difficulty": Difficulty(difficulty) if difficulty else None,
        "group": item.tags.get("group"),
        "ask": item.stem,
        "explain": explain,
        "evidence": evidence.as_evidence(quotes),
        "note": _note(dict(marks)),
        "hint": item.hint,
        "points": item.points,
    }
    match item.way:
        case Way.PICK | Way.PICK_SEVERAL:
            return _picked(item, fields)
        case Way.TYPE:
            accept, reject = _typed(item, item.answers, fields)
            return ours.Short(accept=accept, reject=reject, **fields)
        case Way.NUMBER:
            return _number(item, fields)
        case Way.PAIR:
            return _match(item, fields, dict(marks))
        case Way.FILL:
            return _cloze(item, fields)
    texts = tuple(each.text for each in item.answers)
    if item.way is Way.EXPLAIN:
        marked = (value for label, value in marks if label == CHECKLIST)
        return ours.TeachBack(checklist=texts or tuple(marked), **fields)
    if len(texts) < 2:
        raise Refused("there are no items to put in order")
    return ours.Order(items=texts, **fields)


def _note(marks: Mapping[str, str]) -> Note | None:
    text, as_of, source = map(marks.get, NOTE)
    return Note(text=text, as_of=as_of, source=source) if text and as_of and source else None


def _reason(said: str) -> _Fields:
    """Return what is said of an answer as fields of an option."""
    why, marks = evidence.without_marks(said, (evidence.TEMPTING, evidence.MISTAKE))
    known = dict(marks)
    tag = known.get(evidence.MISTAKE)
    return {
        "why": why or None,
        "tag": Tag(tag) if tag in _MISTAKES else None,
        "quote": known.get(evidence.TEMPTING),
    }


def _rejected(answer: Answer) -> Rejected:
    reason = _reason(answer.feedback)
    return Rejected(text=answer.text, why=reason["why"], tag=reason["tag"])


def _sorted_out(answers: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Return the right and the wrong ones of answers.

    Raises:
        Refused: none is right.
    """
    every = list(answers)
    right = [each for each in every if each.share > _FULL]
    if not right:
        raise Refused("no answer is marked as right")
    return right, [each for each in every if each.share <= _FULL]


def _picked(item: Item, fields: _Fields) -> ours.Question:
    several = item.way is Way.PICK_SEVERAL
    least = 0 if several else _FULL
    options = tuple(
        Option(text=each.text, correct=each.share > least, **_reason(each.feedback))
        for each in item.answers
    )
    right = sum(option.correct for option in options)
    if not right:
        raise Refused("no answer is marked as right")
    if len(options) < 2:
        raise Refused("it has fewer than two options")
    kind = item.tags.get("kind")
    if kind == "locate":
        return _locate(options, fields)
    if kind == "statement" and {option.text for option in options} <= {*_VERDICTS}:
        return _statement(options, fields)
    if several:
        _note_shares(item, 100 / right)
    else:
        _note_odd(item, (each for each in item.answers if each.share <= _FULL))
    if (right > 1) is not several:
        several_or_one = (
            "several options may be picked" if several else "one right option is enough"
        )
        item.lost.append(f"that {several_or_one}")
    made = ours.Choices if right > 1 else ours.Choice
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


def _locate(options: tuple[Option, ...], fields: _Fields) -> ours.Locate:
    key = evidence.as_evidence(option.text for option in options if option.correct)
    fields["evidence"] = fields["evidence"] or key
    tempting = (one for one in options if (one.why or one.quote) and not one.correct)
    reject = tuple(Tempting(quote=one.quote or one.text, why=one.why) for one in tempting)
    return ours.Locate(reject=reject, **fields)


def _statement(options: tuple[Option, ...], fields: _Fields) -> ours.Statement:
    answer = next(_VERDICTS[option.text] for option in options if option.correct)
    return ours.Statement(
        answer="not stated" if answer == "not stated" else answer == "true",
        why={_VERDICTS[option.text]: option.why for option in options if option.why},
        **fields,
    )


def _typed(
    item: Item, answers: list[Answer], fields: _Fields
) -> tuple[tuple[str, ...], tuple[Rejected, ...]]:
    """Return the right and the wrong ones of typed answers; a star stands for any words."""
    for each in answers:
        if _PATTERN.search(each.text):
            pattern = f"the pattern “{each.text[:40]}”"
            item.lost.append(_ANY_OTHER if each.text == "*" else pattern)
    right, wrong = _sorted_out(each for each in answers if not _PATTERN.search(each.text))
    for each in answers:
        each.text = each.text.replace(r"\*", "*")
    _note_odd(item, wrong)
    _explain(item, right, fields)
    return tuple(each.text for each in right), tuple(map(_rejected, wrong))


def _explain(item: Item, right: Iterable[Answer], fields: _Fields) -> None:
    """Explain a question by what is said of its key, where nothing else explains it."""
    said = [each.feedback for each in right if each.feedback]
    if said and not fields["explain"]:
        fields["explain"] = _reason(said.pop(0))["why"] or ""
    if said:
        item.lost.append("what is said of a right answer")


def _number(item: Item, fields: _Fields) -> ours.Number:
    near = [each for each in item.answers if each.text != "*"]
    item.lost += [_ANY_OTHER] if len(near) < len(item.answers) else []
    (key, *_), _ = _sorted_out(near)
    middle, tolerance = decimal(key.text), abs(decimal(key.tolerance or "0"))
    wrong = []
    for each in near:
        off = abs(decimal(each.text) - middle) > tolerance
        if off and each.share <= _FULL and not decimal(each.tolerance or "0"):
            wrong.append(each)
        elif each is not key:
            item.lost.append(f"the answer “{each.text}”, which earns {each.share:g} %")
    _note_odd(item, wrong)
    _explain(item, [key], fields)
    number, off_by, reject = _whole(middle), _whole(tolerance), tuple(map(_rejected, wrong))
    return ours.Number(answer=number, tolerance=off_by, unit=item.unit, reject=reject, **fields)


def _whole(number: Decimal) -> int | float:
    """Return a number as a quiz holds it: whole ones without a point."""
    return int(number) if number == number.to_integral_value() else float(number)


def _match(item: Item, fields: _Fields, marks: Mapping[str, str]) -> ours.Match:
    """Return pairs; the first answer that fits nothing is the spare."""
    pairs = [each for each in item.answers if each.text and each.match]
    spares = [each.match for each in item.answers if each.match and not each.text]
    if len(pairs) < 2:
        raise Refused("it has fewer than two pairs")
    item.lost += (f"the choice “{spare[:40]}”, which fits nothing" for spare in spares[1:])
    said = [marks.get(reason_label(number), "") for number in range(1, len(pairs) + 2)]
    every = tuple(
        Pair(left=each.text, right=each.match, why=why or None)
        for each, why in zip(pairs, said, strict=False)
    )
    spare = _rejected(Answer(text=spares[0], feedback=said[-1])) if spares else None
    return ours.Match(pairs=every, spare=spare, **fields)


def task_and_text(stem: str) -> tuple[str, str]:
    """Return the task of a text with blanks, and the text: from the paragraph of the first one."""
    paragraphs = stem.split("\n\n")
    first = next((at for at, each in enumerate(paragraphs) if BLANK in each), 0)
    return "\n\n".join(paragraphs[:first]).strip() or ASK, "\n\n".join(paragraphs[first:])


def _cloze(item: Item, fields: _Fields) -> ours.Cloze:
    if len(item.gaps) > MOST_BLANKS:
        raise Refused(f"it has more than {MOST_BLANKS} blanks")
    fields["ask"], fields["text"] = task_and_text(item.stem)
    if all(gap.picked for gap in item.gaps):
        return _with_bank(item, fields)
    if any(gap.picked for gap in item.gaps):
        item.lost.append("the words to choose from in a blank")
    typed = [_typed(item, gap.answers, fields) for gap in item.gaps]
    blanks = tuple(Blank(accept=accept, reject=reject) for accept, reject in typed)
    return ours.Cloze(blanks=blanks, **fields)


def _with_bank(item: Item, fields: _Fields) -> ours.Cloze:
    """Return a cloze with one word bank for all blanks."""
    gaps = [_sorted_out(gap.answers) for gap in item.gaps]
    right, wrong = (list(chain(*answers)) for answers in zip(*gaps, strict=True))
    fitting = {each.text for each in right}
    words: dict[str, Rejected] = {}
    for each in wrong:
        if each.text not in fitting:
            words.setdefault(each.text, _rejected(each))
    if any(words.keys() - {each.text for each in gap.answers} for gap in item.gaps):
        item.lost.append("that each blank has words of its own to choose from")
    item.lost += [] if words else ["the words to choose from"]
    _note_odd(item, wrong)
    _explain(item, right, fields)
    blanks = tuple(_blank(*answers, words) for answers in gaps)
    return ours.Cloze(blanks=blanks, words=tuple(words.values()), **fields)


def _blank(right: list[Answer], wrong: list[Answer], words: Mapping[str, Rejected]) -> Blank:
    said = (_rejected(each) for each in wrong if each.feedback)
    reject = tuple(one for one in said if one != words.get(one.text))
    return Blank(accept=tuple(each.text for each in right), reject=reject)
