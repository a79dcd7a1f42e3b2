"""What is typed in a GIFT file, as a short answer or a blank of ours."""

from itertools import chain

from quiz.exchange.gift.answers import typed
from quiz.exchange.gift.item import NO_KEY, Item, Refused
from quiz.model.question import Blank, Cloze, Rejected, Short


def short_answer(item: Item, answers: str) -> tuple[Short | Cloze, tuple[str, ...]]:
    """Return a question, and what could not be carried of its answers.

    Raises:
        Refused: nothing that can be typed as it stands is right.
    """
    found = tuple(typed(answers, item.format))
    plain = tuple(answer for answer in found if not _is_pattern(answer.text))
    accept = tuple(literal(answer.text) for answer in plain if answer.is_full)
    reject = tuple(
        Rejected(text=literal(answer.text), **answer.rejection)
        for answer in plain
        if not answer.is_full
    )
    if not accept:
        raise Refused(NO_KEY)
    reason = next(answer.reason["why"] for answer in plain if answer.is_full)
    lost = [
        *chain.from_iterable((*answer.lost, *answer.odd_weight) for answer in plain),
        *(_pattern(answer.text) for answer in found if _is_pattern(answer.text)),
        *item.unexplained(reason),
    ]
    if accept[0] in {"true", "false"}:
        lost.append(f"that it may be a statement: “{accept[0]}” in small letters is to be typed")
    if item.has_blank:
        blanks = (Blank(accept=accept, reject=reject),)
        return Cloze(blanks=blanks, **item.task_and_sentence, **item.because(reason)), tuple(lost)
    return Short(ask=item.stem, accept=accept, reject=reject, **item.because(reason)), tuple(lost)


def _is_pattern(text: str) -> bool:
    """Return whether a star in a text stands for any words; a backslash makes it a star."""
    return "*" in text.replace("\\*", "")


def _pattern(text: str) -> str:
    return "what it says to any other answer" if text == "*" else f"the pattern “{text}”"


def literal(text: str) -> str:
    """Return what is to be typed."""
    return text.replace("\\*", "*")
