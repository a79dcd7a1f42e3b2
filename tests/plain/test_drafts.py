"""A draft in lines: it can be tried, and says what it is."""

import io
import re
from pathlib import Path
from random import Random

import pytest

from quiz.engine.kinds import grade
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.quiz import Quiz
from quiz.plain.app import run
from quiz.service import Service
from quiz.start import Start
from tests.begun import begun
from tests.support.answers import any_answer, typed_lines
from tests.support.drafts import bare
from tests.with_answers import with_answers


def take(quiz: Quiz, folder: Path, rng: Random | None) -> str:
    """Return what is said to someone who answers by lot, or skips it all."""
    service = Service(folder / "plan")
    asked = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE, seed=3).session.asked
    service.close()
    lines = [
        line
        for one in asked
        for line in (typed_lines(one, any_answer(with_answers(one), quiz, rng)) if rng else ["s"])
    ]
    service, out = Service(folder / "taken"), io.StringIO()
    run(service, Start(screen="play", quiz=quiz, seed=3), io.StringIO("\n".join(lines)), out)
    service.close()
    return out.getvalue()


@pytest.mark.parametrize("lot", range(4))
def test_a_draft_is_graded_as_the_finished_quiz(quiz: Quiz, tmp_path: Path, lot: int) -> None:
    finished, draft = (
        take(each, tmp_path / name, Random(lot))
        for name, each in (("finished", quiz), ("draft", bare(quiz)))
    )
    points = re.findall(r"^[\d.]+ of \d+ points.*$", finished, re.MULTILINE)
    assert points
    assert points[0] in draft.splitlines()


def test_a_draft_says_that_it_is_one(quiz: Quiz, tmp_path: Path) -> None:
    said = take(bare(quiz), tmp_path, Random(1))
    assert "This quiz is a draft. You can try it" in said
    assert f"Question 1 of {len(quiz.questions)} (draft)\n" in said
    assert "None" not in said
    assert "draft" not in take(quiz, tmp_path / "finished", Random(1))


def test_what_was_skipped_is_explained_as_far_as_it_can_be(ketamine: Quiz, tmp_path: Path) -> None:
    assert "None" not in take(bare(ketamine), tmp_path, None)


def test_no_answer_gets_another_grade_while_its_reasons_are_missing(quiz: Quiz) -> None:
    rng = Random(5)
    for question, draft in zip(quiz.questions, bare(quiz).questions, strict=True):
        for _ in range(20):
            answer = any_answer(question, quiz, rng)
            assert grade(draft, answer, quiz) == grade(question, answer, quiz)
