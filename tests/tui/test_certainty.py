"""How sure are you: picked after choosing, a table at the end."""

from dataclasses import replace

from quiz.engine.certainty import CalibrationBias, Certainty, certainty_points
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.engine.wording import BIASES, CERTAINTY_MARKING, points
from quiz.model.answer import ChoiceAnswer
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.start import Start
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.widgets.certainty_rows import CertaintyRows
from tests.begun import begun
from tests.tui.answering import RIGHT, WRONG, keys
from tests.tui.learner import learning, lines, open_attempt


async def test_asked_after_choosing_and_picked_before_it_counts(
    service: Service, bees: Quiz
) -> None:
    said = {
        "queen": (RIGHT, Certainty.LOW),
        "sting": (WRONG, Certainty.MEDIUM),
        "weeks": (WRONG, Certainty.HIGH),
        "honey": (RIGHT, Certainty.HIGH),
    }
    start = open_attempt(service, bees, *said, certainty=True)
    async with learning(service, start, (80, 40)) as learner:
        await learner.at(QuestionScreen)
        for asked in learner.session.asked:
            answers, certainty = said[asked.question.id]
            await learner.press(*keys(asked, answers[asked.question.id]), "enter")
            await learner.until(lambda: bool(learner.app.screen.query(CertaintyRows)))
            assert learner.session.open[0] == learner.session.position
            assert "How sure are you?" in learner.text
            assert "enter Pick" in learner.bar
            assert "Not quite" not in learner.text
            await learner.until(lambda: bool(learner.app.screen.query("CertaintyRows *:focus")))
            await learner.press("1", str(int(certainty)))  # a pick can be another one yet
            assert learner.session.open[0] == learner.session.position
            assert "enter Answer" in learner.bar
            await learner.press("enter")
            await learner.until(lambda: learner.session.response is not None)
            assert learner.session.response
            assert learner.session.response.certainty is certainty
            await learner.settled()
            earned = certainty_points(certainty, answers is RIGHT)
            sign = "+" if earned > 0 else ""
            assert f": {sign}{points(earned)} for how sure you were." in learner.text
            await learner.press("enter")
            await learner.pilot.pause()
        await learner.at(ResultScreen)
        shown = [line.split() for line in lines(learner.app.screen)]
        at = shown.index(["How", "sure", "you", "were"])
        sure = " ".join(shown[at + 1])
        assert sure == "✗ Sure but wrong: How many weeks does a summer worker live?"
        assert " ".join(shown[at + 2]) == "✗ Sure but wrong: A drone can sting."
        assert shown[at + 3 : at + 7] == [
            ["right", "wrong"],
            ["high", "1", "1"],
            ["medium", "0", "1"],
            ["low", "1", "0"],
        ]
        earned = sum(certainty_points(c, answers is RIGHT) for answers, c in said.values())
        assert f"{points(earned)} of 12 points for how sure you were" in learner.text
        assert not any(words in learner.all_text for words in BIASES.values())
        assert "2 of 4 points" in learner.text  # beside the plain score


async def test_certainty_by_mouse_from_before_you_start(service: Service) -> None:
    async with learning(service, size=(80, 40)) as learner:
        await learner.open_first()
        assert CERTAINTY_MARKING in learner.text
        await learner.click("After each answer, ask")
        await learner.press("enter")
        await learner.at(ReadingScreen)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert learner.attempt.certainty
        await learner.go_to("queen")
        await learner.click("The queen")
        await learner.press("enter")
        await learner.until(lambda: "How sure are you?" in learner.text)
        await learner.press("enter")  # with nothing picked it picks what is under the cursor
        assert "(x) 1  Low" in "\n".join(lines(learner.app.screen))
        await learner.click("High")
        assert learner.session.answered == 0
        await learner.click("Answer")
        await learner.until(lambda: learner.session.response is not None)
        assert learner.session.response
        assert learner.session.response.certainty is Certainty.HIGH


async def test_going_away_leaves_the_question_open(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", "sting", certainty=True)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        await learner.press("1", "enter")
        await learner.until(lambda: "How sure are you?" in learner.text)
        await learner.press("s")
        await learner.until(lambda: learner.session.position == 1)
        await learner.settled()
        assert "How sure are you?" not in learner.text
        assert learner.session.answered == 0
        assert "Pick" in learner.bar


async def test_from_twenty_judgements_on_something_is_said(service: Service, bees: Quiz) -> None:
    queen = bees.by_id["queen"]
    many = replace(bees, questions=tuple(replace(queen, id=f"q{n}") for n in range(20)))
    attempt = begun(service, many, QuestionFilter(), mode=Mode.PRACTICE, seed=1, certainty=True)
    for index in range(20):
        wrong = attempt.session.go(index).answer(ChoiceAnswer(frozenset({1})), Certainty.HIGH)
        attempt = service.attempts.save(attempt, *wrong)
    start = Start(screen="play", quiz=many, resume=True)
    async with learning(service, start, (80, 40)) as learner:
        await learner.at(QuestionScreen)
        await learner.press("enter")
        await learner.at(ResultScreen)
        assert BIASES[CalibrationBias.TOO_SURE] in learner.all_text


async def test_off_by_default(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        await learner.press("1", "enter")
        await learner.until(lambda: learner.session.response is not None)
        assert "How sure" not in learner.all_text
        await learner.press("enter")
        await learner.at(ResultScreen)
        assert "How sure" not in learner.all_text
