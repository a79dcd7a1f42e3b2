"""A draft on the screen: it can be tried, and says what it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.service.inspecting import check_file
from quiz.start import Start
from quiz.tui.screens.check_report import CheckReportScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.setup import SetupScreen
from tests.support.answers import right_answer
from tests.support.drafts import bare
from tests.tui.answering import RIGHT, keys
from tests.tui.learner import Learner, learning
from tests.with_answers import with_answers

DRAFT = Path(__file__).parents[1] / "quizzes" / "good" / "draft.yaml"
TRIED = "This quiz is a draft. You can try it"


async def begun(learner: Learner) -> None:
    """Go from the screen before the start to the first question."""
    screen = await learner.at(SetupScreen)
    assert TRIED in learner.all_text
    assert not screen.query_one("#topics").region.height
    await learner.press("enter")
    await learner.at(ReadingScreen)
    await learner.press("enter")
    await learner.at(QuestionScreen)


async def answered(learner: Learner, quiz: Quiz) -> None:
    """Answer the question on the screen right."""
    asked = learner.session.current
    answer = RIGHT.get(asked.question.id) or right_answer(with_answers(asked), quiz)
    await learner.press(*keys(asked, answer), "enter")
    await learner.until_answered()
    await learner.settled()


@pytest.mark.parametrize("size", [(120, 40), (40, 15)])
async def test_a_draft_is_taken_to_its_end(
    service: Service, bees: Quiz, size: tuple[int, int]
) -> None:
    draft = bare(bees)
    async with learning(service, Start(screen="play", quiz=draft, seed=5), size) as learner:
        await begun(learner)
        for _ in draft.questions:
            assert "Draft" in learner.text
            await answered(learner, draft)
            assert "Draft" in learner.text
            assert "None" not in learner.all_text
            assert "your answer:\n" not in learner.all_text
            await learner.press("enter")
            await learner.pilot.pause()
        screen = await learner.at(ResultScreen)
        session = screen.attempt.session
    scored = [one for one in session.responses if one and one.grade and one.fraction]
    assert len(scored) == len(draft.scored)


async def test_a_draft_without_a_passage_a_spare_and_a_list_is_taken_too(service: Service) -> None:
    quiz = read(DRAFT)
    draft = replace(
        quiz,
        passage=replace(quiz.passage, text=""),
        questions=tuple(one for one in quiz.questions if one.kind in ("match", "choice")),
    )
    async with learning(service, Start(screen="play", quiz=draft, seed=5)) as learner:
        await begun(learner)
        for _ in draft.questions:
            spare = "spare" not in learner.session.question.id
            assert ("one choice is left over" in learner.text) == (
                spare and learner.session.question.kind == "match"
            )
            await answered(learner, draft)
            await learner.press("enter")
            await learner.pilot.pause()
        await learner.at(ResultScreen)


async def test_only_the_question_that_is_a_draft_says_so(service: Service, bees: Quiz) -> None:
    one = next(each for each in bees.questions if each.id == "queen")
    others = tuple(each for each in bees.questions if each.id == "drink")
    quiz = replace(bees, questions=(replace(one, draft=True), *others), forms=None)
    async with learning(service, Start(screen="play", quiz=quiz, seed=5)) as learner:
        await learner.at(SetupScreen)
        assert "In this quiz 1 question is a draft. You can try it" in learner.all_text
        await learner.press("enter")
        await learner.at(ReadingScreen)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        for id_ in ("queen", "drink"):
            await learner.go_to(id_)
            assert ("Draft" in learner.text) == (id_ == "queen")


async def test_the_report_for_its_author_begins_with_what_is_left_to_do(service: Service) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        checked = check_file(DRAFT)
        await learner.app.push_screen(CheckReportScreen("draft", checked))
        await learner.at(CheckReportScreen)
        assert "left to do in 1 file" in learner.text
        assert "to do topics write the topics, each as" in learner.text
        assert "to do evidence in choice copy the words" in learner.text
