"""What teaches to write a quiz is itself right: its examples are read, its messages are said."""

import re
from pathlib import Path

import pytest

from quiz.model.problem import UnreadableQuiz
from quiz.model.question import KINDS, Choice, Short
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read_bytes

README = (Path(__file__).parents[2] / "questions" / "README.md").read_text()
WHOLE, *KINDS_SHOWN = re.findall(r"^```yaml\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
FRAME = WHOLE.split("questions:\n")[0] + "questions:\n"


def read_quiz(text: str) -> Quiz:
    return read_bytes(text.encode(), "my-quiz.yaml")


def test_the_whole_quiz_is_read() -> None:
    assert [question.id for question in read_quiz(WHOLE).questions] == [
        "before-eating",
        "warm-water",
    ]


@pytest.mark.parametrize(
    "example", KINDS_SHOWN, ids=lambda text: text.split("kind: ")[1].split()[0]
)
def test_the_example_of_a_kind_is_read(example: str) -> None:
    (question,) = read_quiz(FRAME + example).questions
    heading = README.split(f"```yaml\n{example}")[0].rsplit("\n### ", 1)[1]
    assert heading.startswith(f"{question.kind}: ")


def test_every_kind_is_shown() -> None:
    questions = read_quiz(FRAME + "".join(KINDS_SHOWN)).questions
    assert [question.kind for question in questions] == list(KINDS)


def test_every_key_of_a_question_is_in_its_table() -> None:
    table = README.split("## What every question has")[1].split("## ")[0]
    common = [name for name in Choice.__dataclass_fields__ if name not in {"options", "shuffle"}]
    for name in common:
        assert name.startswith("__") or f"\n| `{name}` |" in table, name


def test_every_key_of_a_quiz_is_named() -> None:
    table = README.split("## What a quiz may have besides")[1].split("## ")[0]
    for name in Quiz.__dataclass_fields__:
        assert name.startswith("__") or f"\n| `{name}` |" in table or f"\n{name}:" in WHOLE, name


MISTAKES = {
    "ask: Think: when do you wash?": ("  ask: When does", "  ask: Think: when does"),
    "title: “Hands: clean”": ("title: Clean hands", "title: “Hands: clean”"),
    "-id: warm-water": ("- id: warm-water", "-id: warm-water"),
    "no hyphen before `id: warm-water`": ("- id: warm-water", "id: warm-water"),
    "a space copied from a web page": ("  topic: when", "\u00a0 topic: when"),
    "a passage without its bar": ("Rinse off", "Then: rinse off"),
    "topic: When to wash": ("topic: when", "topic: When to wash"),
    "title:Clean hands": ("title: Clean hands", "title:Clean hands"),
    "a tab before a key": ("  topic: when", "\ttopic: when"),
    "a key one column off": ("  topic: when", " topic: when"),
    'explain: "The passage says so.': ("  explain: Cold", '  explain: "Cold'),
    "why: 'It's in the passage.'": ("why: The passage names", "why: 'It's in the passage.' #"),
    "explian: ...": ("  explain: The passage", "  explian: The passage"),
    "no `ask`": ("  ask: When", "  hint: When"),
    "a wrong option without `why`": ("    why: The passage does not speak of sleep.\n", ""),
    "accept: [007]": ("title: Clean hands", "title: 007"),
    "evidence in other words than the passage": ("evidence: Wash them", "evidence: Clean them"),
}
ROWS = re.findall(
    r"^\| (.+?) \| (.+) \|$", README.split("## What goes wrong most often")[1], flags=re.MULTILINE
)[2:-1]


@pytest.mark.parametrize(("mistake", "message"), ROWS)
def test_every_message_in_the_table_is_said(mistake: str, message: str) -> None:
    whole_code = re.fullmatch(r"`([^`]+)`", mistake)
    right, wrong = MISTAKES[whole_code[1] if whole_code else mistake]
    text = WHOLE.replace("  text: |", "  text:") if "its bar" in mistake else WHOLE
    assert right in text
    with pytest.raises(UnreadableQuiz) as caught:
        read_quiz(text.replace(right, wrong, 1))
    assert any(message in problem.message for problem in caught.value.problems)


def test_the_comment_in_a_text_is_lost_as_the_table_says() -> None:
    text = WHOLE.replace("ask: When does the passage", "ask: When #1 does the passage")
    assert read_quiz(text).questions[0].ask == "When"


def test_a_comma_ends_a_value_as_the_page_says() -> None:
    text = FRAME + KINDS_SHOWN[4].replace(
        "accept: [clean, a clean one]", "accept: [yes, it is fine]"
    )
    (question,) = read_quiz(text).questions
    assert isinstance(question, Short)
    assert question.accept == ("yes", "it is fine")


def test_straight_quotation_marks_around_a_text_are_always_right() -> None:
    text = WHOLE.replace("title: Clean hands", r'title: "# A: \"b\", {c} \\ [d] %"')
    assert read_quiz(text).title == r'# A: "b", {c} \ [d] %'
