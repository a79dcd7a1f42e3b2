"""What is asked before a quiz is begun from an article."""

import io

import pytest

from quiz.article import reading
from quiz.model.question import Choice
from quiz.model.question_parts import Option
from quiz.plain.console import Console, EndOfInput
from quiz.plain.new_quiz import ask
from quiz.service.new_quiz import Beginning

TEXT = b"# Bees\n\n## Dance\n\nBees dance. Why?\n\n## Food\n\nBees like flowers. Ants do not.\n"
DONE = "\n\n\n"
"""Enter for the title, for the topics, and for no question."""


def asked(typed: str, language: str = "en") -> tuple[Beginning, str]:
    """Return what comes of typed lines, and what was written meanwhile."""
    article, out = reading.read_bytes(TEXT, "bees.md"), io.StringIO()
    return ask(Console(io.StringIO(typed), out), article, article.title, language), out.getvalue()


def test_enter_takes_what_stands_in_brackets() -> None:
    beginning, said = asked(DONE)
    topics = {"dance": "Dance", "food": "Food"}
    assert beginning == Beginning(title="Bees", language="en", topics=topics, first=None)
    for prompt in ("Title [Bees]: ", "Topics [Dance, Food]: ", "Question [none for now]: "):
        assert prompt in said
    assert "Language" not in said


def test_what_is_typed_is_taken() -> None:
    beginning, said = asked("All of bees\nnope!\nfr\nOne, , Two: three,One\n\n", "")
    topics = {"one": "One", "two-three": "Two: three"}
    assert (beginning.title, beginning.language, beginning.topics) == ("All of bees", "fr", topics)
    assert "Language [en]: " in said
    assert "Write two or three letters, such as en." in said
    assert asked("\n\n\n\n", "")[0].language == "en"


def test_a_first_question() -> None:
    wrong = "ants\nFLOWERS\n Honey\nThey make it.\nhoney\nWax\n\n\n"
    beginning, said = asked(f"\n\nWhat do bees like?\nFlowers\n{wrong}4\n")
    assert isinstance(beginning.first, Choice)
    assert beginning.first.draft
    assert beginning.first.topic == "dance"
    assert beginning.first.ask == "What do bees like?"
    assert beginning.first.evidence == "Ants do not."
    assert beginning.first.options == (
        Option(text="Flowers", correct=True),
        Option(text="ants", why="FLOWERS"),
        Option(text="Honey", why="They make it."),
        Option(text="Wax"),
    )
    assert "That stands there already." in said


def test_the_likeliest_sentence_is_offered_as_evidence() -> None:
    start = "\n\nWhat do bees like?\nFlowers\nWax\n\n\n"
    beginning, said = asked(f"{start}\n")
    assert beginning.first is not None
    assert beginning.first.evidence == "Bees like flowers."
    assert "Sentence [3]: " in said
    beginning, said = asked(f"{start}?\n2\n1\n")
    assert beginning.first is not None
    assert beginning.first.evidence == "Bees dance."
    assert said.count("   4  Ants do not.") == 3


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (f"{'x' * 201}\n{DONE}", "200 characters at most"),
        (f"...\n{DONE}", "A title has a letter"),
        (f"\n{'x' * 501}\n\n\n", "too long"),
        (f"\n{'x,' * 500}\n\n\n", "Topics [Dance, Food]"),
        (f"\n\n{'x' * 501}\n\n", "500 characters at the most"),
        ("\n\nWhy?\n\nx\n\nx\ny\n\n\n\n", "Write a few words here."),
    ],
)
def test_what_does_not_fit_is_asked_for_again(typed: str, words: str) -> None:
    assert words in asked(typed)[1]


def test_the_end_of_the_input() -> None:
    lines = "\n\nWhat?\nThis\nThat\nwhy\n\n1\n".splitlines(keepends=True)
    for taken in range(len(lines)):
        with pytest.raises(EndOfInput):
            asked("".join(lines[:taken]))
