"""Values of the model as JSON text, and back."""

from pathlib import Path

import pytest

from quiz.bank.packing import pack, unpack
from quiz.bank.reader import read
from quiz.bank.shelf import shipped
from quiz.model.question import KINDS, Choice, Option, Skill, Tag

GOOD = sorted((Path(__file__).parents[1] / "banks" / "good").glob("*.yaml"))


@pytest.mark.parametrize("path", [*GOOD, shipped() / "ketamine.yaml"], ids=lambda path: path.stem)
def test_every_quiz_comes_back_as_it_was(path: Path) -> None:
    bank = read(path)
    back = unpack(pack(bank))
    assert back == bank
    assert repr(back) == repr(bank)  # a skill that came back as a plain text would be equal too


def test_the_good_quizzes_have_every_kind() -> None:
    kinds = {question.kind for path in GOOD for question in read(path).questions}
    assert kinds == set(KINDS)


def test_what_is_as_it_comes_is_left_out() -> None:
    option = Option(text="A „b“", tag=Tag.MISREAD)
    assert pack(option) == ('{"":"Option","text":"A „b“","tag":{"":"Tag","value":"misread"}}')
    assert unpack(pack(option)) == option


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"": "Popen", "args": "ls"}',
        '{"": "Option"}',
        '{"": "Option", "text": "a", "more": 1}',
        '{"": "Skill", "value": "cook"}',
        '{"": {"": "Skill"}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, RecursionError)):
        unpack(text)


def test_only_classes_of_the_model_are_made() -> None:
    assert isinstance(unpack('{"": "Skill", "value": "apply"}'), Skill)
    assert unpack('{"a": ["b"]}') == {"a": ("b",)}
    made = unpack(
        '{"": "Choice", "id": "a", "topic": "t", "skill": {"": "Skill", "value": "apply"},'
        '"ask": "?", "explain": ".", "options": [{"": "Option", "text": "x"}]}'
    )
    assert made == Choice(
        id="a", topic="t", skill=Skill.APPLY, ask="?", explain=".", options=(Option(text="x"),)
    )
