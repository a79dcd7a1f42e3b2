"""Moodle's types of questions as kinds of ours: those with options, pairs, items or free text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quiz.exchange.evidence import MISTAKE, without_marks
from quiz.exchange.moodle_xml.cloze import embedded, missing_words
from quiz.exchange.moodle_xml.elements import Element
from quiz.exchange.moodle_xml.item import NO_KEY, Item, Refused, items_of
from quiz.exchange.moodle_xml.typed import number, short
from quiz.model.labels import Tag
from quiz.model.question import (
    VERDICTS,
    Choice,
    Choices,
    Locate,
    Match,
    Option,
    Order,
    Pair,
    Question,
    Rejected,
    Statement,
    TeachBack,
    Tempting,
)

_MOST_PAIRS = 30


def reason_label(number: int) -> str:
    """Return the label of why a pair belongs together; that of the spare is the one after."""
    return f"Reason {number}"


def multichoice(item: Item) -> Question:
    """Return a question with options to pick from."""
    answers = item.element.all("answer")
    weights = [item.weight(answer) for answer in answers]
    single = item.element.value("single") not in {"false", "0"}
    right = [weight > 99.9 if single else weight > 0 for weight in weights]
    if not any(right):
        raise Refused(NO_KEY)
    options = tuple(map(item.option, answers, right))
    match item.tags.get("kind"):
        case "locate":
            return _locate(item, options)
        case "statement" if [option.text for option in options] == list(VERDICTS.values()):
            return _verdicts(item, options)
    _tell_weights(item, options, weights, single)
    fields = {
        "options": options,
        "shuffle": item.element.value("shuffleanswers") not in {"false", "0"},
        **item.common(),
    }
    if sum(right) > 1:
        if single:
            item.lost("that one right option is enough")
        return Choices(**fields)
    if not single:
        item.lost("that several options may be picked")
    return Choice(**fields)


def _tell_weights(
    item: Item, options: tuple[Option, ...], weights: list[float], single: bool
) -> None:
    """Note weights that are none of ours: all right options count alike, a wrong one as much."""
    share = 100.0 if single else 100 / sum(option.correct for option in options)
    for option, weight in zip(options, weights, strict=True):
        ours = {share} if option.correct else {0.0} if single else {0.0, -share}
        if all(abs(weight - each) > 0.01 for each in ours):
            item.lost(f"the weight {weight:g} % of “{option.text[:40]}”")


def _locate(item: Item, options: tuple[Option, ...]) -> Locate:
    fields = item.common()
    fields["evidence"] = fields["evidence"] or next(each.text for each in options if each.correct)
    tempting = (each for each in options if each.quote and not each.correct)
    return Locate(
        reject=tuple(Tempting(quote=each.quote or "", why=each.why) for each in tempting), **fields
    )


def _verdicts(item: Item, options: tuple[Option, ...]) -> Statement:
    right = next(
        verdict for verdict, option in zip(VERDICTS, options, strict=True) if option.correct
    )
    reasons = zip(VERDICTS, options, strict=True)
    return Statement(
        answer="not stated" if right == "not stated" else right == "true",
        why={verdict: option.why for verdict, option in reasons if option.why},
        **item.common(),
    )


def truefalse(item: Item) -> Statement:
    """Return a statement that is true or false."""
    answers = {answer.text.lower(): answer for answer in item.element.all("answer")}
    if not set(answers) <= {"true", "false"}:  # another language: true is first
        answers = dict(zip(("true", "false"), answers.values(), strict=False))
    right = [verdict for verdict, answer in answers.items() if item.weight(answer) > 99.9]
    if len(right) != 1:
        raise Refused(NO_KEY)
    reasons = {
        verdict: item.reason(item.words(answer.find("feedback")))[0]
        for verdict, answer in answers.items()
    }
    return Statement(
        answer=right == ["true"],
        why={verdict: why for verdict in VERDICTS if (why := reasons.get(verdict))},
        **item.common(),
    )


def matching(item: Item) -> Match:
    """Return pairs; the first right side without a left one is the spare."""
    fields = item.common(*map(reason_label, range(1, _MOST_PAIRS)))
    reasons = dict(item.marks)
    sides = [(item.words(each), _answer(item, each)) for each in item.element.all("subquestion")]
    whole = [(left, right) for left, right in sides if left and right]
    if not whole:
        raise Refused(NO_KEY)
    spares = [right for left, right in sides if right and not left]
    if len(spares) > 1:
        item.lost(f"{len(spares) - 1} more choices that fit nothing")
    if item.element.value("shuffleanswers") in {"false", "0"}:
        item.lost("that its choices keep their order")
    pairs = tuple(
        Pair(left=left, right=right, why=reasons.get(reason_label(number)))
        for number, (left, right) in enumerate(whole, 1)
    )
    said = reasons.get(reason_label(len(whole) + 1), "")
    return Match(pairs=pairs, spare=_spare(spares[0], said) if spares else None, **fields)


def _answer(item: Item, pair: Element) -> str:
    answer = pair.find("answer")
    if answer is None:
        return ""
    return item.words(answer) if answer.attributes.get("format") else pair.value("answer")


def _spare(text: str, said: str) -> Rejected:
    why, marks = without_marks(said, (MISTAKE,))
    tag = dict(marks).get(MISTAKE)
    return Rejected(text=text, why=why or None, tag=Tag(tag) if tag in set(Tag) else None)


def ordering(item: Item) -> Order:
    """Return items to put in order: that of the file, or of the weights where they number it."""
    answers = item.element.all("answer")
    if sorted(map(item.weight, answers)) == list(range(1, len(answers) + 1)):
        answers.sort(key=item.weight)
    if len(answers) < 2:
        raise Refused("there are no items to put in order")
    return Order(items=tuple(map(item.words, answers)), **item.common())


def essay(item: Item) -> TeachBack:
    """Return an explanation in one's own words; what is noted for graders is its checklist."""
    checklist = items_of(item.words(item.element.find("graderinfo")))
    if item.element.value("responsetemplate"):
        item.lost("the text to begin with")
    if item.element.value("attachments") not in {"", "0"}:
        item.lost("files to hand in with it")
    return TeachBack(checklist=checklist, **item.common())


TYPES: Mapping[str, Callable[[Item], Question]] = {
    "multichoice": multichoice,
    "truefalse": truefalse,
    "matching": matching,
    "match": matching,
    "ddmatch": matching,
    "ordering": ordering,
    "shortanswer": short,
    "numerical": number,
    "multianswer": embedded,
    "cloze": embedded,
    "gapselect": missing_words,
    "ddwtos": missing_words,
    "essay": essay,
}
