"""A quiz that the program writes is read as that quiz."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.model.passage import Passage
from quiz.model.problem import UnreadableQuiz
from quiz.model.question import Number, Short
from quiz.model.quiz import Quiz
from quiz.model.text import FORBIDDEN, VISIBLE
from quiz.quizfile.reader import read, read_bytes
from quiz.quizfile.writing import to_text
from tests.support.made_up import quizzes
from tests.support.written import to_yaml

ROOT = Path(__file__).parents[2]
FILES = sorted(
    [*(ROOT / "questions").glob("*.yaml"), *(ROOT / "tests/quizzes/good").glob("*.yaml")]
)
TRAPS = """\
1e3|0o14|0x1F|1_000|010|+1|-1|.5|5.|1:10|2026-11|2026-11-30|~|null|Null|true|no|yes|on|off|=|<<|-|?|:
-a|?a|:a|a:|#a|*a|&a|!a|>a|%a|@a|`a|'a|"a|[a]|{a}|a,b|---|...|.inf|.nan|a: b|a #b|- a|? a|: a|it's
say "a"|a\\b|a\tb|1 000| a|a """
WORDS = st.sampled_from([*re.split(r"\||\n", TRAPS), "|", "a\nb", "\n"]) | st.text(max_size=12)


def visible(words: list[str]) -> str:
    """Return a text that a quiz may hold, as the reader takes it."""
    text = FORBIDDEN.sub("", " ".join(words))[:200].strip()
    return text if re.match(VISIBLE, text) else "1e3"


TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(visible)
QUESTIONS = st.one_of(
    st.builds(
        Short,
        id=st.just("short"),
        draft=st.just(True),
        ask=TEXTS,
        explain=TEXTS,
        accept=st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
        hint=st.none() | TEXTS,
        waive=st.dictionaries(st.just("1e3"), TEXTS),
    ),
    st.builds(
        Number,
        id=st.just("number"),
        draft=st.just(True),
        ask=TEXTS,
        answer=st.integers(-(10**18) + 1, 10**18 - 1)
        | st.floats(allow_nan=False, allow_infinity=False),
        tolerance=st.sampled_from([0, 1, 0.5, 1e-9]),
    ),
)
PASSAGES = st.builds(
    Passage,
    title=TEXTS,
    source=TEXTS,
    text=st.just("") | st.lists(TEXTS, min_size=1).map("\n\n".join),
)
QUIZZES = st.builds(
    Quiz,
    schema=st.just(1),
    id=st.just("made"),
    draft=st.just(True),
    title=TEXTS,
    topics=st.dictionaries(st.sampled_from(["1", "true", "null", "1e3", "tea"]), TEXTS),
    passage=PASSAGES,
    questions=QUESTIONS.map(lambda question: (question,)),
)


@pytest.mark.parametrize("write", [to_text, to_yaml])
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_quiz_is_read_as_it_was_written(path: Path, write: Callable[[Quiz], str]) -> None:
    quiz = read(path)
    assert read_bytes(write(quiz).encode(), "written") == quiz


@given(QUIZZES)
def test_whatever_stands_in_a_draft_is_read_as_it_was_written(quiz: Quiz) -> None:
    assert read_bytes(to_yaml(quiz).encode(), "written") == quiz


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quizzes())
def test_a_quiz_of_any_kinds_is_read_as_it_was_written(quiz: Quiz) -> None:
    assert read_bytes(to_yaml(quiz).encode(), "written") == quiz


def test_a_person_can_read_what_is_written() -> None:
    lines = to_yaml(read(ROOT / "questions/ketamine.yaml")).splitlines()
    assert max(map(len, lines)) <= 105
    assert lines[:4] == ["schema: 1", "id: ketamine", "title: What is ketamine used for?", ""]
    assert "  text: |" in lines
    assert not [line for line in lines if line != line.rstrip()]


def test_a_hidden_character_is_refused_and_not_lost() -> None:
    quiz = read(ROOT / "tests/quizzes/good/short.yaml")
    with pytest.raises(UnreadableQuiz, match="hidden character U\\+001B"):
        read_bytes(to_yaml(replace(quiz, title="a\x1b[2Jb")).encode(), "written")
