import pytest

from tests.check.build import choice, found

WHAT = "What was said of it?"


def of(length: int, last: str) -> str:
    """Return a text of several words that has so many characters."""
    return ("so it goes on " * 9)[: length - 1] + last


@pytest.mark.parametrize(
    ("key", "others", "expected"),
    [
        (60, (40, 40), True),
        (60, (10, 40), True),
        (59, (40, 40), False),
        (40, (20, 20), True),
        (39, (20, 20), False),
        (70, (50, 10), False),
    ],
)
def test_how_much_longer_a_long_key_is(key: int, others: tuple[int, ...], expected: bool) -> None:
    options = map(of, (key, *others), "xyz")
    messages = [finding.message for finding in found("long-key", choice(WHAT, *options))]
    times = f"{key / max(others):.1f} times as long"
    assert [times in message for message in messages] == [True] * expected


def test_length_says_nothing_where_several_are_right() -> None:
    several = choice(WHAT, "It eases the pain of people who are in surgery", "A cold", "A walk")
    several["options"][1]["correct"] = True
    assert not found("long-key", several | {"kind": "choices"})


def test_a_word_that_many_questions_share_is_of_the_topic() -> None:
    weak = choice("Which clinics prescribe it?", "Special clinics", "A shop", "A school")
    others = [choice(f"What did clinics do in case {n}?", "It", "That", "This") for n in range(3)]
    assert found("stem-word-in-key", weak, *others[:2])
    assert not found("stem-word-in-key", weak, *others)


def test_absolute_words_are_fair_where_the_key_has_one_or_an_amount_is_asked() -> None:
    assert not found("absolute-wrong-options", choice(WHAT, "It never works", "It always works"))
    amount = ("Some of it", "Every drop of it", "Nothing of it")
    for ask in ("How many slept?", "Of 20, how much is taken?", "For how long did it last?"):
        assert not found("absolute-wrong-options", choice(ask, *amount))
    for ask in ("What do they show many people?", "What did they show often?"):
        assert len(found("absolute-wrong-options", choice(ask, *amount))) == 2
    assert not found("absolute-wrong-options", choice(WHAT, "It often works", "Always", "A walk"))
