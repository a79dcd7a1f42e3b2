"""Nothing of the key goes to a class: two quizzes that look alike make the same file.

What else could be read off it, such as the order of the questions, their names or the file's size,
is the same then too.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz.assignment.assignment_data import from_bytes, to_text
from quiz.engine.assigning import assign
from quiz.engine.redaction import redact
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import AssignmentSettings
from quiz.model.public_question import public
from quiz.model.question import (
    KINDS,
    Choice,
    Choices,
    Cloze,
    Gap,
    Locate,
    Match,
    Note,
    Number,
    Option,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
    Tempting,
)
from quiz.model.quiz import Claim, Quiz, Status
from quiz.model.text import first_forbidden
from quiz.quizfile.reader import read
from tests.check.strategies import QUIZZES
from tests.paper.build import BANK, asked, rekeyed
from tests.with_answers import with_answers

KETAMINE = read(Path(__file__).parents[2] / "questions" / "ketamine.yaml")
BY_MARK = {redact(question, KETAMINE.passage).id: question for question in KETAMINE.questions}
SEEDS = st.integers(0, 10**6)
SHOWN = {"ask", "parts", "lefts", "text", "unit"}
"""What of a question is shown, beside its name and its kind."""


def handed_out(quiz: Quiz, seed: int, wanted: QuestionFilter = QuestionFilter()) -> bytes:  # noqa: B008  frozen
    """Return the bytes of a file for the class."""
    terms = AssignmentSettings(seed=seed if seed % 2 else None, count=5)
    made = assign(quiz, wanted, terms, id="0" * 16, rng=Random(seed))
    return to_text(made).encode()


def twin(quiz: Quiz, rng: Random) -> Quiz:
    """Return a quiz that looks the same, with all else another: key, words, names and order."""
    questions = [shuffled(other(question), rng) for question in quiz.questions]
    rng.shuffle(questions)
    topics = {f"other-{topic}": "Another topic" for topic in quiz.topics}
    return replace(quiz, questions=tuple(questions), topics=topics, claims={}, know=(), terms=())


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
@given(QUIZZES, SEEDS)
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


CANARY, YEAR = "zqx", "191911"


class Secret:
    """Marks all of a quiz that the class must not see by words of their own."""

    def __init__(self) -> None:
        self._numbers = count()

    def word(self) -> str:
        return f"{CANARY}{next(self._numbers)}"

    def quiz(self, quiz: Quiz) -> Quiz:
        word = self.word
        return replace(
            quiz,
            topics={f"{CANARY}-topic": word()},
            terms=(word(),),
            know=(self.note(),),
            claims={word(): Claim(says=word(), status=Status.OK, basis=word(), unasked=word())},
            questions=tuple(
                self.with_answers(self.common(question)) for question in quiz.questions
            ),
        )

    def note(self) -> Note:
        return Note(text=self.word(), as_of="1911-11", source=self.word())

    def common(self, question: Question) -> Question:
        return replace(
            question,
            id=self.word(),
            topic=f"{CANARY}-topic",
            explain=self.word(),
            evidence=(self.word(),),
            note=self.note(),
            hint=self.word(),
            claims=(self.word(),),
            waive={self.word(): self.word()},
            group=None if question.group is None else f"{CANARY}-{question.group}",
        )

    def rejected(self) -> tuple[Rejected, ...]:
        return (Rejected(text=self.word(), why=self.word()),)

    def option(self, option: Option) -> Option:
        return replace(option, why=self.word(), quote=self.word())

    def gap(self, gap: Gap, *, shown: bool) -> Gap:
        first = gap.accept[0] if shown else self.word()
        return Gap(accept=(first, self.word()), reject=self.rejected())

    def with_answers(self, question: Question) -> Question:
        word = self.word
        match question:
            case Choice() | Choices():
                return replace(question, options=tuple(map(self.option, question.options)))
            case Statement():
                reasons = {verdict: word() for verdict in question.why}
                return replace(question, why=reasons)
            case Number():
                far = int(YEAR)
                return replace(question, answer=far, tolerance=far, reject=self.rejected())
            case Short():
                return replace(question, accept=(word(), word()), reject=self.rejected())
            case Cloze():
                words = tuple(replace(one, why=word()) for one in question.words)
                gaps = (self.gap(gap, shown=bool(words)) for gap in question.gaps)
                return replace(question, gaps=tuple(gaps), words=words)
            case Match():
                pairs = tuple(replace(pair, why=word()) for pair in question.pairs)
                return replace(question, pairs=pairs, spare=replace(question.spare, why=word()))
            case Locate():
                return replace(question, reject=(Tempting(quote=word(), why=word()),))
            case TeachBack():
                return replace(question, checklist=(word(), word()))
        return question


@settings(max_examples=60)
@given(QUIZZES, SEEDS)
def test_no_secret_is_in_the_bytes(quiz: Quiz, seed: int) -> None:
    assert not told(handed_out(Secret().quiz(quiz), seed).decode())


def test_no_secret_of_whole_quizzes_is_in_the_bytes() -> None:
    for quiz in (KETAMINE, BANK):
        assert not told(handed_out(Secret().quiz(quiz), 2).decode())


def told(text: str) -> bool:
    return CANARY in text or YEAR in text


def secrets(quiz: Quiz) -> Iterator[str]:
    """Yield every text of a quiz that is not put before the learner, as it stands in its file."""
    yield from texts(quiz.topics)
    yield from texts([[claim.says, claim.basis, claim.unasked] for claim in quiz.claims.values()])
    for question in quiz.questions:
        yield from (f'"{question.id}"', question.explain, *question.quotes)
        yield from texts([question.hint, question.note and question.note.text])
        match question:
            case Choice() | Choices() | Statement():
                yield from texts([option.why for option in question.options])
            case Number():
                yield f"{question.answer}"
                yield from texts([[one.text, one.why] for one in question.reject])
            case Short():
                yield from texts([question.accept, [one.why for one in question.reject]])
            case Cloze():
                yield from texts([gap.accept for gap in question.gaps])
            case Match():
                yield from texts([pair.why for pair in question.pairs])
            case TeachBack():
                yield from question.checklist


def texts(value: object) -> Iterator[str]:
    """Yield the texts among values."""
    match value:
        case str():
            yield value
        case dict():
            yield from texts(list(value.values()))
        case list() | tuple():
            for one in value:
                yield from texts(one)


@pytest.mark.parametrize("seed", range(6))
def test_what_the_author_wrote_for_after_the_answer_is_not_there(seed: int) -> None:
    """An accepted answer may stand where the learner is to find it, and nowhere else."""
    data = json.loads(handed_out(KETAMINE, seed))
    shown = "\n".join(leaves(data))
    learner_sees = "\n".join(
        [
            *(KETAMINE.passage.text, KETAMINE.title, KETAMINE.passage.source),
            *(text for question in data["questions"] for text in texts(question)),
        ]
    )
    for text in secrets(KETAMINE):
        if text not in learner_sees:
            assert text not in shown
    for question in data["questions"]:
        assert set(question) <= SHOWN | {"kind", "id", "points", "pick", "shuffle"}
        if "parts" in question and question.get("shuffle", True):
            assert question["parts"] == sorted(public(BY_MARK[question["id"]]).parts)
    marks = [question["id"] for question in data["questions"]]
    assert marks == sorted(marks)


def leaves(value: object) -> Iterable[str]:
    """Yield every text and every name in data."""
    match value:
        case dict():
            for name, one in value.items():
                yield from (f'"{name}"', *leaves(one))
        case list():
            for one in value:
                yield from leaves(one)
        case str():
            yield f'"{value}"'
        case int() if not isinstance(value, bool):
            yield str(value)


@settings(max_examples=15)
@given(SEEDS)
def test_of_a_group_one_question_goes_along(seed: int) -> None:
    groups = {question.group for question in KETAMINE.questions} - {None}
    made = from_bytes(handed_out(KETAMINE, seed - seed % 2))
    found = [BY_MARK[question.id].group for question in made.questions]
    assert len(groups) > 1
    assert sorted(filter(None, found)) == sorted(filter(None, groups))


def test_each_of_a_group_may_be_drawn() -> None:
    files = (handed_out(KETAMINE, seed) for seed in range(0, 60, 2))
    assert {question.id for file in files for question in from_bytes(file).questions} == {*BY_MARK}


def test_the_same_seed_for_all_takes_no_more_along_than_is_asked() -> None:
    assert len(from_bytes(handed_out(KETAMINE, 7)).questions) == 5
    assert len(from_bytes(handed_out(KETAMINE, 8)).questions) == KETAMINE.longest_attempt


@settings(max_examples=60)
@given(QUIZZES, SEEDS)
def test_a_file_is_read_as_it_was_written(quiz: Quiz, seed: int) -> None:
    terms = AssignmentSettings(seed=seed)
    made = assign(quiz, QuestionFilter(), terms, id="0" * 16, rng=Random(seed))
    shown = "".join([made.title, *(text for one in made.questions for text in texts(astuple(one)))])
    assume(first_forbidden(shown) is None)  # no such quiz is read
    assert from_bytes(to_text(made).encode()) == made
