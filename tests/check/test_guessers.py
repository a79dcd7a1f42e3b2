from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from quiz.check.context import QuizContext
from quiz.check.finding import listed
from quiz.check.guessers import ENOUGH, Guesser, guessers, positions
from quiz.model.proportion import wilson
from tests.check.build import TODAY, build_quiz, choice, found

LONG = "To keep them calm while they wait"


def context(*questions: dict[str, Any]) -> QuizContext:
    return QuizContext(build_quiz(*questions), TODAY)


def guesser(name: str, *questions: dict[str, Any]) -> Guesser:
    return next(each for each in guessers(context(*questions)) if name in each.name)


def asked(number: int, *options: str, shuffle: bool = True) -> dict[str, Any]:
    return choice(f"What is matter {number}?", *options, shuffle=shuffle)


@pytest.mark.parametrize(
    ("name", "options", "share"),
    [
        ("longest", (LONG, "Walk", "Sleep"), 1),
        ("longest", ("Walk", LONG, "Sleep"), 0),
        ("longest", ("Walk", "Talk", "Eat"), 1 / 2),
        ("shortest", ("Eat", "Sleep", LONG), 1),
        ("shortest", ("Eat", "Sit", "Sleep"), 1 / 2),
        ("words of the question", ("A matter of care", "Walk", "Sleep"), 1),
        (
            "most words with the others",
            ("Calm old animals in towns", "Calm men", "Wild animals"),
            1,
        ),
        ("most words with the others", ("Calm animals", "Calm people", "Wild animals"), 1),
        ("fewest absolute", ("Walk", "Always walk", "Never walk"), 1),
        ("fewest absolute", ("Always walk", "Walk", "Never walk"), 0),
        ("middle number", ("20", "10", "30"), 1),
        ("middle number", ("10", "20", "30"), 0),
        ("middle number", ("Walk", "Talk", "Eat"), 1 / 3),
        ("matches words", ("To calm animals", "Frozen peas", "A long walk"), 1),
        ("matches words", ("Frozen peas", "To calm animals", "A long walk"), 0),
    ],
)
def test_what_a_guesser_gets(name: str, options: tuple[str, ...], share: float) -> None:
    assert guesser(name, asked(1, *options)).share == pytest.approx(share)


def test_chance_is_that_of_the_options() -> None:
    found_ = guesser("longest", asked(1, "Walk", LONG), asked(2, "a", "bb", "ccc", LONG))
    assert found_.chance == pytest.approx((1 / 2 + 1 / 4) / 2)
    assert found_.questions == 2


def test_a_place_is_known_only_where_options_keep_theirs() -> None:
    kept = [asked(n, "Walk", "Talk", "Eat", shuffle=False) for n in range(3)]
    mixed = [asked(n, "Walk", "Talk", "Eat") for n in range(3, 6)]
    assert guesser("position", *kept).share == 1
    assert guesser("position", *mixed).share == pytest.approx(1 / 3)
    assert guesser("position", *kept, *mixed).share == pytest.approx(2 / 3)
    assert positions(context(*kept, *mixed).items) == {0: 6}


def test_the_commonest_place_is_guessed_where_there_is_such_a_place() -> None:
    third = [
        choice(f"What is it {n}?", "Walk", "Talk", "Eat", key=2, shuffle=False) for n in range(3)
    ]
    first = choice("What is the first?", "Walk", "Talk", "Eat", shuffle=False)
    short = choice("What is the short one?", "Walk", "Talk", shuffle=False)
    mixed = [choice(f"What is mixed {n}?", "Walk", "Talk", "Eat", key=1) for n in range(5)]
    assert guesser("position", *third, first).share == pytest.approx(3 / 4)
    assert guesser("position", *third, short).share == pytest.approx((3 + 1 / 2) / 4)
    assert guesser("position", *third, *mixed).share == pytest.approx((3 + 5 / 3) / 8)
    assert guesser("position", third[0], first).share == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("options", "share"),
    [
        (("Cows moo", "Tea and milk", "A walk"), 1),
        (("Warm cows moo", "Cheap", "A walk"), 1),
        (("Cheap", "Warm", "Old"), 1 / 3),
        (("Warm", "Tea, milk", "A walk"), 1),
        (("Tea", "Milk", "A walk"), 1 / 2),
    ],
)
def test_a_rare_word_of_the_passage_weighs_more_than_a_common_one(
    options: tuple[str, ...], share: float
) -> None:
    text = "Tea and milk are old. Tea and milk are cheap. Tea and milk are warm. Cows moo."
    question = choice("Which?", *options, evidence="Cows moo.")
    quiz = build_quiz(question, passage={"title": "Of it", "source": "Ours", "text": text})
    (found_,) = (each for each in guessers(QuizContext(quiz, TODAY)) if "matches" in each.name)
    assert found_.share == pytest.approx(share)


def test_a_guess_by_lot_gives_nothing_away() -> None:
    assert guesser("middle number", asked(1, "Walk", "Talk")).gave_away == ()
    assert guesser("longest", asked(1, LONG, "Walk"), asked(2, "Walk", LONG)).gave_away == ("q1",)


@pytest.mark.parametrize(("sentences", "share"), [(30, 1), (31, 1 / 3)])
def test_a_word_of_more_than_30_sentences_tells_nothing(sentences: int, share: float) -> None:
    text = " ".join(f"Tea is so {n}." for n in range(100, 100 + sentences))
    question = choice("Which?", "Tea", "Milk", "Air", evidence="Tea is so 100.")
    quiz = build_quiz(question, passage={"title": "Of it", "source": "Ours", "text": text})
    (found_,) = (each for each in guessers(QuizContext(quiz, TODAY)) if "matches" in each.name)
    assert found_.share == pytest.approx(share)


def test_no_options_no_guessers() -> None:
    assert guessers(context({"kind": "short", "accept": ["anesthetic"]})) == ()


@pytest.mark.parametrize(
    ("share", "low", "questions", "passes"),
    [
        (0.40, 0.26, 100, False),
        (0.41, 0.26, 100, True),
        (0.45, 0.25, 20, False),
        (0.45, 0.26, ENOUGH, True),
        (0.45, 0.26, ENOUGH - 1, False),
    ],
)
def test_who_passes(share: float, low: float, questions: int, passes: bool) -> None:
    assert Guesser("guesses", share, 0.25, low, 1, questions, ()).passes is passes


def test_the_interval_allows_for_all_tricks() -> None:
    every = guessers(context(*map(plain, range(20))))
    level = 1 - 0.01 / (len(every) + 3)
    assert all((each.low, each.high) == wilson(each.share, 20, level) for each in every)


_LISTED = (
    "apple bridge candle desert engine forest garden hammer island jacket kettle ladder market "
    "needle orange pencil quarry rabbit saddle tunnel valley window yellow zebra silver copper"
)
_LONG = "a long road with many bends"
_NOUNS = _LISTED.split()


def plain(number: int) -> dict[str, Any]:
    """Return a sound question whose options are alike."""
    draw = Random(number)
    firsts, rest = (nouns := draw.sample(_NOUNS, len(_NOUNS)))[:4], nouns[4:]
    options = [" ".join([first, *draw.sample(rest, draw.randint(0, 3))]) for first in firsts]
    return choice(f"What is matter {number}?", *options, key=draw.randrange(4), shuffle=False)


def planted(number: int, key: str, *wrong: str) -> dict[str, Any]:
    """Return a question with these options, in an order of its own."""
    options = [key, *wrong]
    Random(number).shuffle(options)
    ask = f"What is the {_NOUNS[number]} for?"
    return choice(ask, *options, key=options.index(key), shuffle=False)


PLANTED: dict[str, tuple[str, Callable[[int], dict[str, Any]]]] = {
    "longest in 14 of 20": (
        "longest",
        lambda n: planted(n, _LONG, *_NOUNS[:3]) if n < 14 else plain(n),
    ),
    "longest of three in 15": (
        "longest",
        lambda n: planted(n, _LONG, *_NOUNS[:2]) if n < 15 else plain(n),
    ),
    "shortest in 14 of 20": (
        "shortest",
        lambda n: planted(n, "ice", _LONG, *_NOUNS[:2]) if n < 14 else plain(n),
    ),
    "always first": ("position", lambda n: choice(f"What, {n}?", *_NOUNS[:4], shuffle=False)),
    "third in 13 of 20": (
        "position",
        lambda n: choice(f"What, {n}?", *_NOUNS[:4], key=2 if n < 13 else n % 2, shuffle=False),
    ),
    "the only number": ("only option", lambda n: planted(n, f"{n} cups", *_NOUNS[:3])),
    "the middle number": (
        "middle number",
        lambda n: planted(n, f"{n + 50}", f"{n + 20}", f"{n + 80}"),
    ),
    "the question's word": (
        "words of the question",
        lambda n: planted(n, f"one {_NOUNS[n]}", "one lamp", "one cave", "one boat"),
    ),
    "no absolute word": (
        "absolute words",
        lambda n: planted(n, "it helps", "it always helps", "it never helps", "all of it helps"),
    ),
    "words that others share": (
        "shares most words",
        lambda n: planted(n, "warm apple market", "warm lamp", "cold apple", "cold market"),
    ),
}


@pytest.mark.parametrize("flaw", PLANTED)
def test_a_planted_flaw_is_found(flaw: str) -> None:
    name, made = PLANTED[flaw]
    messages = [each.message for each in found("guessable", *map(made, range(20)))]
    assert any(name in message and "of 20 questions right" in message for message in messages)


@pytest.mark.parametrize("number", range(20))
def test_a_sound_quiz_is_not_guessable(number: int) -> None:
    assert not found("guessable", *(plain(20 * number + each) for each in range(20)))


def test_the_questions_that_give_it_away_are_named() -> None:
    (finding,) = [
        each
        for each in found("guessable", *(asked(n, LONG, "Walk", "Sleep") for n in range(ENOUGH)))
        if "longest" in each.message
    ]
    assert finding.question is None
    assert "100% of 10 questions" in finding.message
    assert "q1, q10, q2" in finding.message


def test_many_names_are_counted() -> None:
    assert listed(("a", "b")) == "a, b"
    assert listed(tuple("abcdefghijkl")) == "a, b, c, d, e, f, g, h, i, j, k, l"
    assert listed(tuple("abcdefghijklmno")) == "a, b, c, d, e, f, g, h, i, j, k, l and 3 more"


@pytest.mark.parametrize(
    ("answers", "hit"),
    [
        ([True, False, "not stated"] * 2, False),
        ([True, True, True, False, "not stated"], False),
        ([True] * 5 + [False], True),
        ([True] * 4 + [False, "not stated"], True),
        ([True, False] * 3, True),
        ([True] * 5, True),
        ([False] * 4, True),
        (["not stated"] * 3, False),
        ([True] * 6 + [False] * 2 + ["not stated"] * 2, False),
        ([True] * 7 + [False] * 2 + ["not stated"] * 2, True),
    ],
)
def test_balance_of_verdicts(answers: list[bool | str], hit: bool) -> None:
    statements = [
        {"kind": "statement", "ask": f"Case {n}.", "answer": a} for n, a in enumerate(answers)
    ]
    assert bool(found("verdicts-out-of-balance", *statements)) is hit
