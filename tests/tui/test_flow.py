"""From home to the result, by keyboard alone and by mouse alone."""

from quiz.engine.result import result
from quiz.engine.session import Mode, Presented
from quiz.engine.wording import points
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.answers.order import ReorderList
from quiz.tui.widgets.inputs import Field
from tests.tui.answering import RIGHT, WRONG, keys, taken
from tests.tui.learner import Learner, learning, lines

HALF = {id_: (RIGHT if place % 2 else WRONG)[id_] for place, id_ in enumerate(RIGHT)}


async def test_every_kind_by_keyboard(service: Service, bees: Quiz) -> None:
    async with learning(service) as learner:
        await learner.begin()
        asked = learner.session.asked
        for one in asked:
            assert learner.session.question is one.question
            assert one.question.ask in learner.text
            await learner.press(*keys(one, HALF[one.question.id]), "enter")
            await learner.until(lambda: learner.session.response is not None)
            response = learner.session.response
            assert response
            assert response.answer == HALF[one.question.id]
            await learner.settled()
            await learner.press("enter")
            await learner.pilot.pause()
            if one is not asked[-1]:
                await learner.at(QuestionScreen)
        await learner.at(ResultScreen)
        _shows_score(learner, bees, asked, HALF)
    _kept(service, bees, asked, HALF)


async def test_every_kind_by_mouse(service: Service, bees: Quiz) -> None:
    async with learning(service, size=(120, 40)) as learner:
        await learner.at(HomeScreen)
        await learner.click("How honey bees live")
        await learner.at(SetupScreen)
        await learner.click("enter Begin")
        await learner.at(ReadingScreen)
        assert "Where you match, each right pair earns its share." in learner.all_text
        await learner.click("enter To the questions")
        await learner.at(QuestionScreen)
        asked = learner.session.asked
        for one in asked:
            assert learner.session.question is one.question
            await give_by_mouse(learner, one.question.id)
            await learner.click("enter Answer")
            await learner.until(lambda: learner.session.response is not None)
            response = learner.session.response
            assert response
            assert response.answer == HALF[one.question.id]
            await learner.settled()
            await learner.click("enter Result" if one is asked[-1] else "enter Next")
            if one is not asked[-1]:
                await learner.at(QuestionScreen)
        await learner.at(ResultScreen)
        _shows_score(learner, bees, asked, HALF)
        await learner.click(asked[2].question.ask)
        await learner.at(QuestionScreen)
        assert learner.session.position == 2
        await learner.click("enter Result")
        await learner.at(ResultScreen)
        await learner.click("esc Home")
        await learner.at(HomeScreen)
    _kept(service, bees, asked, HALF)


CLICKS = {
    "queen": ("The queen", "The drones"),
    "drink": ("Leaves", "Nectar", "Leaves", "Pollen"),
    "sting": ("True",),
    "cool": ("water", "cool"),
    "parts": (*("Dancer", "tells the way"), *("Queen", "lays eggs"), *("Drone", "does no work")),
    "dance": ("follow her with",),
    "swarm": ("tab Compare", "the old queen leaves"),
}
"""The words to click on for the answers of `HALF`, each where it stands last."""
TYPED = {"weeks": "6", "honey": "wax", "swarm": "They go"}
"""What can't be said without typing."""


async def give_by_mouse(learner: Learner, id_: str) -> None:
    """Give the answer of `HALF`."""
    if id_ == "swarm":
        await learner.type(TYPED[id_])
    if id_ == "jobs":
        await order_by_mouse(learner, [3, 2, 1, 0])
    for words in CLICKS.get(id_, ()):
        await learner.click(words, last=True)
    if id_ in {"weeks", "honey"}:
        field = learner.app.screen.query_one(Field).region
        await learner.click_at(field.x + 2, field.y + 1)
        await learner.type(TYPED[id_])


async def order_by_mouse(learner: Learner, wanted: list[int]) -> None:
    """Bring each item to its place with clicks on its upward arrow."""
    movable = learner.app.screen.query_one(ReorderList)
    for place, item in enumerate(wanted):
        while movable.order.index(item) > place:
            before = movable.order
            x, y = learner.find(movable.texts[item].plain)
            x = lines(learner.app.screen)[y].index("▲")
            await learner.click_at(x, y)
            await learner.until_not(lambda: movable.order, before)


def _shows_score(
    learner: Learner, quiz: Quiz, asked: tuple[Presented, ...], answers: dict[str, Answer]
) -> None:
    total = result(taken(quiz, asked, answers, Mode.PRACTICE)).total
    assert f"{points(total.points)} of {total.possible} points" in learner.text
    assert f"{total.right} of {total.asked} questions fully right" in learner.text


def _kept(
    service: Service, quiz: Quiz, asked: tuple[Presented, ...], answers: dict[str, Answer]
) -> None:
    """Another program finds the same result on disk."""
    service.close()
    again = Service(service.folder)
    (past,) = again.history.attempts(quiz)
    again.close()
    assert past.result == result(taken(quiz, asked, answers, Mode.PRACTICE))
