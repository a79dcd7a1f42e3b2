"""What tells a key by its form goes; what belongs to an option stays."""

import pytest

from quiz.exchange.clues import without_clues
from quiz.model.question import Choice, Choices, Order, Question, Short
from quiz.model.question_parts import Option

SPACES = "spaces too many"
LETTERS = "letters or numbers in front of the options"
VERDICTS = "signs that tell which options are right"
ENDS = "full stops or the like at the end of some options alone"


def choice(*texts: str) -> Choice:
    options = tuple(Option(text=text, correct=not index) for index, text in enumerate(texts))
    return Choice(id="a", ask="What?", options=options)


def texts(question: Question) -> tuple[str, ...]:
    assert isinstance(question, Choice | Choices)
    return tuple(option.text for option in question.options)


@pytest.mark.parametrize(
    ("before", "after", "clues"),
    [
        (("rain  falls", "snow"), ("rain falls", "snow"), (SPACES,)),
        (("a) rain", "b) snow"), ("rain", "snow"), (LETTERS,)),
        (("(A) rain", "(B) snow", "(C) hail"), ("rain", "snow", "hail"), (LETTERS,)),
        (("A. rain", "B. snow", "C. hail"), ("rain", "snow", "hail"), (LETTERS,)),
        (("1. rain", "2. snow", "3. hail"), ("rain", "snow", "hail"), (LETTERS,)),
        (("rain (correct)", "snow"), ("rain", "snow"), (VERDICTS,)),
        (("✓ rain", "snow [wrong answer]"), ("rain", "snow"), (VERDICTS,)),
        (("Rain.", "snow"), ("Rain", "snow"), (ENDS,)),
        (("rain;", "snow;", "hail."), ("rain", "snow", "hail"), (ENDS,)),
        (("a) rain.  (correct)", "b) snow"), ("rain", "snow"), (SPACES, LETTERS, VERDICTS, ENDS)),
    ],
)
def test_what_goes(before: tuple[str, ...], after: tuple[str, ...], clues: tuple[str, ...]) -> None:
    question, found = without_clues(choice(*before))
    assert (texts(question), found) == (after, clues)
    assert isinstance(question, Choice)
    assert [option.correct for option in question.options] == [True] + [False] * (len(after) - 1)


@pytest.mark.parametrize(
    "texts",
    [
        ("Rain.", "Snow."),
        ("rain", "snow"),
        ("a) rain", "c) snow"),
        ("a) rain", "snow"),
        ("A. lumbricoides", "B. burgdorferi"),
        ("1990. A year", "1991. A year"),
        ("at 9 a.m.", "at noon"),
        ("pens, etc.", "ink"),
        ("Vitamin D.", "Vitamin C"),
        ("wait ...", "go"),
        ("Rain?", "Snow"),
        ("Rain", "Rain."),
        ("(correct)", "snow"),
        ("turn it (right)", "turn it (left)"),
    ],
)
def test_what_stays(texts: tuple[str, ...]) -> None:
    question = choice(*texts)
    assert without_clues(question) == (question, ())


def test_items_in_order_lose_their_numbers() -> None:
    question = Order(id="a", ask="What comes first?", items=("1) Wet", "2) Rub", "3) Rinse"))
    mended, found = without_clues(question)
    assert isinstance(mended, Order)
    assert (mended.items, found) == (("Wet", "Rub", "Rinse"), (LETTERS,))


def test_what_is_typed_has_no_such_clues() -> None:
    question = Short(id="a", ask="What?", accept=("a) rain.", "b)  snow"))
    assert without_clues(question) == (question, ())
