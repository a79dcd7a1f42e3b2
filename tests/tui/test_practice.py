"""Practice: each answer is explained at once. Test: nothing is told before the end."""

from quiz.engine.dates import source_of
from quiz.engine.feedback import feedback
from quiz.engine.session import Mode
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.confirm_submit import ConfirmSubmitScreen
from quiz.tui.screens.overview import OverviewScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.widgets.passage import PassagePane
from quiz.tui.widgets.question_list import QuestionList
from tests.tui.answering import RIGHT, WRONG, keys
from tests.tui.learner import Learner, learning, lines, open_attempt, plain
from tests.with_answers import with_answers

TELLING = ("Right", "Partly", "Not quite", "Your answer:", "✓", "✗", "◐", "The passage says")


def squeezed(text: str) -> str:
    """Return a text without white space and bars, however it was wrapped."""
    return "".join(text.replace("▌", "").split())


async def test_every_explanation_says_all(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, answers=WRONG)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        for index, asked in enumerate(learner.session.asked):
            if index:
                await learner.press("right")
                await learner.settled()
            question, session = with_answers(asked), learner.session
            said = feedback(question, session.response, bees)
            shown = squeezed(learner.all_text)
            assert squeezed(said.verdict) in shown
            assert squeezed(question.explain) in shown
            for reason in said.reasons:
                assert squeezed(reason.text) in shown
                assert squeezed(reason.why or "") in shown
            for start_, end in bees.evidence(question):
                assert squeezed(bees.passage.text[start_:end]) in shown
            if question.note:
                assert squeezed(question.note.text) in shown
                assert squeezed(source_of(question.note)) in shown
                assert squeezed(question.note.source) in shown


async def test_an_answer_opens_the_passage_at_its_evidence(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", "parts", "weeks", "dance")
    async with learning(service, start, (110, 16)) as learner:
        await learner.at(QuestionScreen)
        for asked in learner.session.asked:
            await learner.go_to(asked.question.id)
            assert not passage_is_open(learner)
            await learner.press(*keys(asked, WRONG[asked.question.id]), "enter")
            await learner.until_answered()
            await learner.settled()
            evidence = bees.evidence(with_answers(asked))[0]
            await learner.until_is(lambda: lit(learner), bees.passage.text[slice(*evidence)])


def passage_is_open(learner: Learner) -> bool:
    """Return whether the passage stands on the screen."""
    return any(pane.display for pane in learner.app.screen.query(PassagePane))


def lit(learner: Learner) -> str:
    """Return the words of the passage that are lit and in view, taken off the screen."""
    words = []
    for strip in learner.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style and style.underline and style.bold and "▌" in strip.text:
                words.append(segment.text.strip())
    return " ".join(words)


async def test_a_wrong_choice_as_it_is_told(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen")
    async with learning(service, start, (110, 40)) as learner:
        await learner.at(QuestionScreen)
        await learner.press(*keys(learner.session.asked[0], WRONG["queen"]), "enter")
        await learner.until(lambda: "Not quite" in learner.text)
        shown = [line[50:].strip() for line in lines(learner.app.screen)]
        yours = next(line for line in shown if line.endswith("The drones"))
        assert yours.startswith("(x)")
        assert "✗ Your answer: Drones are the males." in shown
        assert "✓ Right: It is said at the start." in shown
        assert "They do the other work." in shown
        assert "0 right" in learner.text
        assert "saved ✓" in learner.bar
        assert is_bold(learner, "The queen")
        assert not is_bold(learner, "The drones")
        assert "The passage says" not in learner.text  # it is lit at the left
        await learner.press("p")
        await learner.until(lambda: "The passage says" in learner.text)


def is_bold(learner: Learner, words: str) -> bool:
    """Return whether words on the screen are bold."""
    strips = learner.app.screen._compositor.render_strips()
    (style,) = (piece.style for strip in strips for piece in strip if words in piece.text)
    return bool(style and style.bold)


async def test_a_test_tells_nothing_before_its_end(service: Service, bees: Quiz) -> None:
    others = {id_: WRONG[id_] for id_ in ("sting", "jobs", "parts")}
    ids = ("queen", "cool", *others)
    start = open_attempt(service, bees, *ids, mode=Mode.TEST, answers=others)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        for index in learner.session.open:
            asked = learner.session.asked[index]
            await learner.go_to(asked.question.id)
            answer = (RIGHT if asked.question.id == "queen" else WRONG)[asked.question.id]
            await learner.press(*keys(asked, answer), "enter")
            await learner.until_answered()
        for asked in learner.session.asked:
            await learner.go_to(asked.question.id)
            tells_nothing(learner, with_answers(asked).explain)
            assert "You can change it until you hand in." in " ".join(learner.all_text.split())
        await learner.press("p")
        await learner.until(lambda: passage_is_open(learner))
        assert not lit(learner)
        await learner.press("p", "o")
        await learner.at(OverviewScreen)
        tells_nothing(learner, "explain")
        await learner.press("escape")
        await learner.at(QuestionScreen)
        await learner.press("enter")
        await learner.at(ConfirmSubmitScreen)
        assert "Every question has an answer." in learner.text
        await learner.press("enter")
        await learner.at(ResultScreen)
        assert "1 of 5 points" in learner.text
        for index, asked in enumerate(learner.session_asked()):
            await learner.at(ResultScreen)
            learner.app.screen.query_one(QuestionList).highlighted = index
            await learner.press("enter")
            await learner.at(QuestionScreen)
            assert learner.session.position == index
            assert squeezed(with_answers(asked).explain) in squeezed(learner.all_text)
            assert "Not answered" not in learner.text
            await learner.press("enter")


def tells_nothing(learner: Learner, explain: str) -> None:
    """Hold the screen to no word and no mark of right and wrong."""
    shown = learner.all_text.replace("saved ✓", "")
    for word in (*TELLING, explain):
        assert word not in shown, word


async def test_a_question_left_open_in_a_test_is_explained_at_the_end(
    service: Service, bees: Quiz
) -> None:
    start = open_attempt(
        service, bees, "queen", "weeks", mode=Mode.TEST, answers={"weeks": RIGHT["weeks"]}
    )
    async with learning(service, start) as learner:
        screen = await learner.at(QuestionScreen)
        screen.save(learner.session.go(learner.session.open[0]))
        await learner.settled()
        assert "Result" not in learner.bar
        screen.save(learner.session.finish())
        await learner.settled()
        assert "Not answered" in learner.text
        assert squeezed("✓ Right: It is said at the start.") in squeezed(learner.all_text)
        assert plain(screen.query_one("TitleBar")).endswith("1 right")
