"""Values of the model as text, and back."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.question import KINDS, Choice, Option, Skill, Tag
from quiz.quizfile.packing import MARK, pack, pack_column, unpack, unpack_column
from quiz.quizfile.reader import read
from quiz.quizfile.shelf import shipped

GOOD = sorted((Path(__file__).parents[1] / "quizzes" / "good").glob("*.yaml"))


@pytest.mark.parametrize("path", [*GOOD, shipped() / "ketamine.yaml"], ids=lambda path: path.stem)
def test_every_quiz_comes_back_as_it_was(path: Path) -> None:
    quiz = read(path)
    back = unpack(pack(quiz))
    assert back == quiz
    assert repr(back) == repr(quiz)  # a skill that came back as a plain text would be equal too


def test_the_good_quizzes_have_every_kind() -> None:
    kinds = {question.kind for path in GOOD for question in read(path).questions}
    assert kinds == set(KINDS)


def test_what_is_as_it_comes_is_left_out() -> None:
    option = Option(text="A „b“", tag=Tag.MISREAD)
    assert pack(option).split(MARK) == ["(Option", "text", "'A „b“", "tag", "=Tag misread", ""]
    assert unpack(pack(option)) == option


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "{",
        "[ 'a",
        "{ a",
        "{ a 'b",
        "i",
        "i1.5",
        "fast",
        "Tea",
        "'a 'b",
        "[  'a",
        "(Popen args 'ls ",
        "=Popen ls",
        "(Option ",
        "=Option a",
        "(Option text 'a more i1 ",
        "=Skill",
        "=Option",
        "[ " * 100_000,
    ],
)
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises((ValueError, LookupError, TypeError, RecursionError)):
        unpack(text.replace(" ", MARK))


def test_a_skill_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="cook"):
        unpack("=Skill cook")


@given(st.text("'[{(=iTN \n“é" + MARK, max_size=40))
def test_any_text_gives_a_value_or_is_refused(text: str) -> None:
    with suppress(ValueError, LookupError, TypeError):
        assert unpack(pack(unpack(text))) == unpack(text)


_TEXTS = st.text(st.characters(exclude_characters=MARK, codec="utf-8"))
_SINGLES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXTS
_VALUES = st.recursive(
    _SINGLES,
    lambda part: st.lists(part).map(tuple) | st.dictionaries(_TEXTS.filter(bool), part),
    max_leaves=20,
)


@given(_VALUES)
def test_every_plain_value_comes_back_as_it_was(value: object) -> None:
    assert repr(unpack(pack(value))) == repr(value)


@pytest.mark.parametrize("value", [f"a{MARK}b", MARK, (MARK,), {MARK: 1}, {"a": MARK}, {"": 1}])
def test_what_can_not_be_told_apart_is_not_packed(value: object) -> None:
    with pytest.raises(ValueError, match=r"a text holds|a name is empty"):
        pack(value)
    with pytest.raises(ValueError, match="a text holds"):
        pack_column(["a", MARK])


@pytest.mark.parametrize("texts", [["a"], ["a", None, "b"], [None], [None, "a", None]])
def test_a_column_comes_back_as_it_was(texts: list[str | None]) -> None:
    assert unpack_column(pack_column(texts)) == texts


def test_only_classes_of_the_model_are_made() -> None:
    assert isinstance(unpack("=Skill apply"), Skill)
    assert unpack(MARK.join(("{", "a", "[", "'b", "", ""))) == {"a": ("b",)}
    option = ("(Option", "text", "'x", "")
    choice = ("(Choice", "id", "'a", "topic", "'t", "skill", "=Skill apply", "ask", "'?")
    made = unpack(MARK.join((*choice, "explain", "'.", "options", "[", *option, "", "")))
    assert made == Choice(
        id="a", topic="t", skill=Skill.APPLY, ask="?", explain=".", options=(Option(text="x"),)
    )
