"""Nothing of the key goes to a class but how many words a typed answer may have: two quizzes that
look alike, and take answers as long, make the same file.

What else could be read off it, such as the order of the questions, their names or the file's size,
is the same then too.
"""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.assignment.assignment_data import from_bytes, to_text
from quiz.engine.assigning import assign
from quiz.engine.kinds import public
from quiz.engine.redaction import redact
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import AssignmentSettings
from quiz.model.question import (
    KINDS,
    Choice,
    Choices,
    Question,
)
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.paper.build import BANK, asked, rekeyed
from tests.support.made_up import quizzes, weak_quizzes
from tests.with_answers import with_answers

KETAMINE = read(Path(__file__).parents[2] / "questions" / "ketamine.yaml")
BY_ID = {redact(question, KETAMINE.passage).id: question for question in KETAMINE.questions}
SEEDS = st.integers(0, 10**6)
SHOWN = {"kind", "id", "points", "pick", "shuffle", "ask", "parts", "lefts", "text", "unit"}
SHOWN |= {"most_words"}
"""What the file says of a question; of the key only how many words the longest answer has."""


def handed_out(quiz: Quiz, seed: int, wanted: QuestionFilter = QuestionFilter()) -> bytes:
    """Return the bytes of a file for the class."""
    terms = AssignmentSettings(seed=seed if seed % 2 else None, count=5)
    made = assign(quiz, wanted, terms, id="0" * 16, rng=Random(seed))
    return to_text(made).encode()


def twin(quiz: Quiz, rng: Random) -> Quiz:
    """Return a quiz that looks the same, with all else another: key, words, names and order."""
    questions = [shuffled(other(question), rng) for question in quiz.questions]
    rng.shuffle(questions)
    topics = {f"other-{topic}": "Another topic" for topic in quiz.topics}
    terms = tuple(rng.sample(quiz.glossary, len(quiz.glossary)))
    return replace(quiz, questions=tuple(questions), topics=topics, claims={}, know=(), terms=terms)


def other(question: Question) -> Question:
    group = None if question.group is None else f"other-{question.group}"
    return replace(
        with_answers(rekeyed(asked(question))), topic=f"other-{question.topic}", group=group
    )


def shuffled(question: Question, rng: Random) -> Question:
    """Return a question whose parts stand in another order in its file, where that may be."""
    match question:
        case Choice() | Choices() if question.shuffle:
            options = rng.sample(question.options, len(question.options))
            return replace(question, options=tuple(options))
    return question


@settings(max_examples=60)
@given(weak_quizzes(), SEEDS)
def test_another_key_leaves_the_file_as_it_is(quiz: Quiz, seed: int) -> None:
    assert handed_out(twin(quiz, Random(seed)), seed) == handed_out(quiz, seed)


@settings(max_examples=15)
@given(SEEDS)
def test_another_key_leaves_the_files_of_whole_quizzes_as_they_are(seed: int) -> None:
    for quiz in (KETAMINE, BANK):
        assert twin(quiz, Random(seed)) != quiz
        assert handed_out(twin(quiz, Random(seed)), seed) == handed_out(quiz, seed)


def test_the_twins_are_of_every_kind() -> None:
    assert {question.kind for question in BANK.questions} == set(KINDS)


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_questions_and_parts_tells_nothing(seed: int) -> None:
    questions = json.loads(handed_out(KETAMINE, seed))["questions"]
    for question in questions:
        assert set(question) <= SHOWN
        if "parts" in question and question.get("shuffle", True):
            assert question["parts"] == sorted(public(BY_ID[question["id"]]).parts)
    ids = [question["id"] for question in questions]
    assert ids == sorted(ids)


@settings(max_examples=15)
@given(SEEDS)
def test_of_a_group_one_question_goes_along(seed: int) -> None:
    groups = {question.group for question in KETAMINE.questions} - {None}
    made = from_bytes(handed_out(KETAMINE, seed - seed % 2))
    found = [BY_ID[question.id].group for question in made.questions]
    assert len(groups) > 1
    assert sorted(filter(None, found)) == sorted(filter(None, groups))


def test_each_of_a_group_may_be_drawn() -> None:
    files = (handed_out(KETAMINE, seed) for seed in range(0, 60, 2))
    assert {question.id for file in files for question in from_bytes(file).questions} == {*BY_ID}


def test_the_same_seed_for_all_takes_no_more_along_than_is_asked() -> None:
    assert len(from_bytes(handed_out(KETAMINE, 7)).questions) == 5
    assert len(from_bytes(handed_out(KETAMINE, 8)).questions) == KETAMINE.longest_attempt


@settings(max_examples=60)
@given(quizzes(), SEEDS)
def test_a_file_is_read_as_it_was_written(quiz: Quiz, seed: int) -> None:
    terms = AssignmentSettings(seed=seed)
    made = assign(quiz, QuestionFilter(), terms, id="0" * 16, rng=Random(seed))
    assert from_bytes(to_text(made).encode()) == made
