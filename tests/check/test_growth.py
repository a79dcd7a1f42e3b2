"""Whether the rules do twice as much for twice as many questions; counted, not timed."""

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.check.inspection import inspect
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from tests.check.build import TODAY, build_quiz, choice

SEEDS = build_quiz(
    choice("Which drug is NOT used before surgery?", "A walk", "None of these", "All drugs"),
    {"kind": "short", "accept": ["anesthetic", "vitamin"]},
    {"kind": "number", "answer": 2018, "evidence": "approved in the United States in 2019"},
    {"kind": "cloze", "text": "It is an ___.", "blanks": [{"accept": ["anesthetic"]}]},
    choice("What do drug addicts do?", "They always suffer from depression", "They rest", "Six"),
).questions

Change = Callable[[Question, int], Question]
CHANGES: dict[str, Change] = {
    "the same words everywhere": lambda question, _: question,
    "words of its own": lambda question, n: replace(question, ask=f"{question.ask} zeb{n}ra?"),
    "one group": lambda question, _: replace(question, group="all"),
    "groups of two": lambda question, n: replace(question, group=f"g{n // 2}"),
    "a waiver each": lambda question, _: replace(question, waive={"no-tag": "So.", "none": "So."}),
    "the whole passage as evidence": lambda question, _: replace(
        question, evidence=build_quiz().passage.text
    ),
}


def grown(change: Change, count: int) -> Quiz:
    questions = (change(replace(SEEDS[n % len(SEEDS)], id=f"q{n}"), n) for n in range(count))
    return replace(build_quiz(), questions=tuple(questions))


def calls(quiz: Quiz) -> int:
    """Return how many functions the rules call, those of the interpreter too."""
    made = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    inspect(quiz, TODAY, min_coverage=1)  # so that what is worked out once is not counted
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        inspect(quiz, TODAY, min_coverage=1)
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_twice_the_questions_take_twice_the_calls(change: Change) -> None:
    once, twice, four_times = (calls(grown(change, count)) for count in (25, 50, 100))
    assert four_times - twice <= 2.01 * (twice - once)
