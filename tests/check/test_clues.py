import pytest

from quiz.check.clues import absolutes
from tests.check.build import choice, found, words

WHAT = "What was said of it?"


@pytest.mark.parametrize(
    "options",
    [
        ("It eases the pain of people who are in surgery", "A cold", "A walk"),
        ("People with severe depression whom nothing helped", "People with a cold", "Animals"),
        ("It can change how the brain sends its messages", "It makes bones grow", "It wakes you"),
        ("People who took it in 2019 for their pain", "A cold", "A walk"),
        ("Extraordinarily comprehensive medical supervision", "A cold", "A walk"),
    ],
)
def test_a_long_key(options: tuple[str, ...]) -> None:
    (finding,) = found("long-key", choice(WHAT, *options))
    assert words(finding) == options[0]


@pytest.mark.parametrize(
    "options",
    [
        ("Anesthetics", "A cold", "A walk"),
        ("It does not stick", "It is cold", "It is cheap"),
        ("A strong anesthetic", "A cold", "Sleep"),
        ("Extraordinarily comprehensive supervision", "A cold", "A walk"),
        ("It eases pain in surgery", "It eases a cold", "It eases hunger a bit"),
        ("It eases the pain of patients", "It makes the bones of patients grow", "No"),
        ("1,300,000 people a year", "20 people", "3 people"),
        ("≈ 1,300,000 people a year", "20 people", "3 people"),
        ("It is so", "It eases the pain of people who are in surgery", "No"),
        ("It eases the pain of patients", "It makes the bones of pets", "No"),
    ],
)
def test_no_long_key(options: tuple[str, ...]) -> None:
    assert not found("long-key", choice(WHAT, *options))


def of(length: int, last: str) -> str:
    """Return a text of several words that has so many characters."""
    return ("so it goes on " * 9)[: length - 1] + last


@pytest.mark.parametrize(
    ("key", "others", "expected"),
    [
        (30, (20, 20), True),
        (29, (20, 20), False),
        (36, (10, 30), True),
        (35, (10, 30), False),
        (60, (40, 40), True),
        (59, (40, 40), False),
        (19, (9, 9), True),
        (18, (9, 9), False),
    ],
)
def test_how_much_longer_a_long_key_is(key: int, others: tuple[int, ...], expected: bool) -> None:
    options = map(of, (key, *others), "xyz")
    messages = [finding.message for finding in found("long-key", choice(WHAT, *options))]
    times = f"{2 * key / sum(others):.1f} times as long"
    assert [times in message for message in messages] == [True] * expected


def test_length_says_nothing_where_several_are_right() -> None:
    several = choice(WHAT, "It eases the pain of people who are in surgery", "A cold", "A walk")
    several["options"][1]["correct"] = True
    assert not found("long-key", several | {"kind": "choices"})


@pytest.mark.parametrize(
    ("ask", "options", "word"),
    [
        ("Which clinics prescribe it?", ("Special clinics", "A shop", "A school"), "clinics"),
        ("How do magnets draw iron?", ("By magnetic force", "By glue", "By heat"), "magnetic"),
        ("What do brain cells send?", ("Cells send notes", "A walk", "Blood"), "Cells"),
        ("Who eats it?  Which animal?", ("An animal", "A shop", "A school"), "animal"),
        (
            "How do brain cells send signals?",
            ("By signals of cells", "By a brain", "A walk"),
            "signals",
        ),
        ("Who approved it?", ("A board that gave its approval", "A shop", "A school"), "approval"),
    ],
)
def test_a_word_of_the_stem_in_the_key(ask: str, options: tuple[str, ...], word: str) -> None:
    (finding,) = found("stem-word-in-key", choice(ask, *options))
    assert words(finding) == word


@pytest.mark.parametrize(
    ("ask", "options"),
    [
        ("Which clinics prescribe it?", ("Special clinics", "Dental clinics", "A school")),
        ("Which drug is it?", ("A drug for pain", "A shop", "A school")),
        ("What is this about?", ("It is about this", "A shop", "A school")),
        ("Which uses are named?", ("Its uses in surgery", "A shop", "A school")),
        ("What do they feel?", ("They feel high", "A shop", "A school")),
        (
            "How do brain cells send signals?",
            ("By signals of cells", "The brain can send it", "A walk"),
        ),
        ("Which clinics?", ("A shop", "Special clinics", "A school")),
    ],
)
def test_a_stem_word_that_gives_nothing_away(ask: str, options: tuple[str, ...]) -> None:
    assert not found("stem-word-in-key", choice(ask, *options))


def test_a_word_that_many_questions_share_is_of_the_topic() -> None:
    weak = choice("Which clinics prescribe it?", "Special clinics", "A shop", "A school")
    others = [choice(f"What did clinics do in case {n}?", "It", "That", "This") for n in range(3)]
    assert found("stem-word-in-key", weak, *others[:2])
    assert not found("stem-word-in-key", weak, *others)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It always works", "always"),
        ("Nobody knows", "Nobody"),
        ("It helps every patient", "every"),
        ("All patients stay awake", "All"),
        ("In all countries", "In all countries"),
        ("It is completely safe", "completely"),
        ("Any drug will do", "Any"),
        ("In any case", "In any case"),
        ("In every patient", "In every patient"),
        ("In every country", "In every country"),
        ("They guarantee it", "guarantee"),
        ("Not here, but always", "always"),
        ("A tight knot always holds", "always"),
        ("On all holidays", "all"),
        ("Non-drug care always works", "always"),
    ],
)
def test_an_absolute_word(text: str, word: str) -> None:
    (finding,) = found("absolute-wrong-options", choice(WHAT, "It often works", text, "A walk"))
    assert words(finding) == word


@pytest.mark.parametrize(
    "text",
    [
        "Not always",
        "It does not always work",
        "It doesn't always work",
        "It can’t always work",
        "It cannot always work",
        "Every 8 hours",
        "Every two days",
        "Every other day",
        "Every eight hours",
        "Every seventy days",
        "Every twenty-four hours",
        "All-cause deaths",
        "Nearly all patients",
        "It almost never works",
        "Only in surgery",
        "It must be watched",
        "Overall health",
        "Small allies",
        "If any harm comes",
        "It is non-impossible",
    ],
)
def test_no_absolute_word(text: str) -> None:
    assert absolutes(text) == []
    assert not found("absolute-wrong-options", choice(WHAT, "It often works", text, "A walk"))


def test_absolute_words_are_fair_where_the_key_has_one_or_an_amount_is_asked() -> None:
    assert not found("absolute-wrong-options", choice(WHAT, "It never works", "It always works"))
    amount = ("Some of it", "Every drop of it", "Nothing of it")
    for ask in ("How many slept?", "Of 20, how much is taken?", "For how long did it last?"):
        assert not found("absolute-wrong-options", choice(ask, *amount))
    for ask in ("What do they show many people?", "What did they show often?"):
        assert len(found("absolute-wrong-options", choice(ask, *amount))) == 2
    assert not found("absolute-wrong-options", choice(WHAT, "It often works", "Always", "A walk"))
