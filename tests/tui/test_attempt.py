"""What a learner does on the way: flags, skips, hints, second thoughts, leaving and coming back."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import TextArea

from quiz.engine.kinds.base import Grade
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Response
from quiz.engine.terms import NOT_YET
from quiz.engine.wording import MEANT, once_more
from quiz.model.answer import ChoiceAnswer, TypedAnswer
from quiz.model.quiz import Quiz, Term
from quiz.service import Service, Shelved
from quiz.start import Start
from quiz.tui.screens.confirm_submit import ConfirmSubmitScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.keys import KeysScreen
from quiz.tui.screens.left_sitting import ConfirmGiveUpScreen, LeftSittingScreen
from quiz.tui.screens.overview import OverviewScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.screens.terms import TermsScreen
from quiz.tui.widgets.answers.locate import SentencePicker
from quiz.tui.widgets.answers.match import MatchList
from quiz.tui.widgets.answers.order import ReorderList
from quiz.tui.widgets.inputs import Field
from quiz.tui.widgets.lists import ChoiceList
from quiz.tui.widgets.passage import PassagePane
from quiz.tui.widgets.question_view import QuestionView
from tests.tui.answering import RIGHT, WRONG, keys
from tests.tui.learner import Learner, leads, learning, open_attempt, toasts
from tests.with_answers import with_answers


async def test_flag_skip_and_overview(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", "drink", "weeks", "sting")
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        asked = [one.question for one in learner.session.asked]
        await learner.leave_field()
        await learner.press("f")
        assert learner.session.flagged == {0}
        assert "⚑ 1 of 4" in learner.text
        await learner.press("f")
        assert "⚑" not in learner.text
        await learner.press("f", "s")
        await learner.settled()
        assert asked[1].ask in learner.text
        await learner.press(*keys(learner.session.asked[1], RIGHT[asked[1].id]), "enter")
        await learner.until(lambda: learner.session.answered == 1)
        await learner.settled()
        for expected in (2, 3, 0, 2):  # what was skipped comes round, what was answered does not
            if expected == 2 and learner.session.position == 1:
                await learner.press("enter")
            else:
                await learner.leave_field()
                await learner.press("s")
            await learner.until_is(lambda: learner.session.position, expected)
            await learner.settled()
        await learner.leave_field()
        await learner.press("o")
        await learner.at(OverviewScreen)
        assert "1 of 4 answered, 1 flagged ⚑" in learner.text
        overview = [lead.split() for lead in leads(learner.app.screen)]
        assert overview == [["–", "1", "⚑"], ["✓", "2"], ["–", "3"], ["–", "4"]]
        await learner.press("down", "enter")
        await learner.at(QuestionScreen)
        assert learner.session.position == 3
        await learner.leave_field()
        await learner.press("left")
        await learner.until(lambda: learner.session.position == 2)
        await learner.settled()
        await learner.leave_field()
        await learner.press("o")
        await learner.at(OverviewScreen)
        await learner.press("escape")
        await learner.at(QuestionScreen)
        assert learner.session.position == 2


async def test_the_only_open_question_is_not_skipped_away(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", "drink", answers={"drink": RIGHT["drink"]})
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        assert "Skip" not in learner.bar
        await learner.press("s")
        assert not learner.session.finished
        assert learner.session.question.id == "queen"


async def test_a_choice_can_change_until_it_is_confirmed(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", "drink")
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        await learner.go_to("queen")
        await learner.press("1", "2", "3")
        assert picked(learner) == {2}
        await learner.press("down", "space")
        assert picked(learner) == {0}
        assert learner.session.answered == 0
        await learner.press("enter")
        await learner.until(lambda: learner.session.response is not None)
        await learner.settled()
        assert learner.session.response
        chosen = learner.session.asked[learner.session.position].option_order[0]
        assert learner.session.response.answer == ChoiceAnswer(frozenset({chosen}))
        await learner.press("2", "space")  # the first answer stands
        assert learner.session.response.answer == ChoiceAnswer(frozenset({chosen}))
        await learner.go_to("drink")
        await learner.press("1", "2", "1", "4")
        assert picked(learner) == {1, 3}


async def test_the_hint_keeps_what_was_picked(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        assert "There is only one of her" not in learner.all_text
        await learner.press("2")
        assert picked(learner) == {1}
        await learner.press("i")
        await learner.until(lambda: "Hint: There is only one of her." in learner.text)
        await learner.settled()
        assert "Hint" not in learner.bar
        assert picked(learner) == {1}


async def test_the_passage_and_back_keeps_focus_and_pick(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        await learner.press("2", "p")
        await learner.until(lambda: "Honey bees live in large groups" in learner.text)
        assert learner.session.passage_views == 1
        await learner.press("p")
        await learner.until(lambda: "Who lays the eggs?" in learner.text)
        assert picked(learner) == {1}
        await learner.press("3")
        assert picked(learner) == {2}
        await learner.press("p", "escape")
        assert "Who lays the eggs?" in learner.text
        assert learner.session.passage_views == 2
        await learner.press("enter")
        await learner.until(lambda: learner.session.response is not None)
        await learner.settled()
        await learner.press("p")
        assert learner.session.passage_views == 2  # after the answer it does not count
        await learner.press("p", "enter")
        await learner.at(ResultScreen)
        assert "Passage opened before an answer: 2 times" in learner.text


async def test_what_is_missing_is_said(service: Service, bees: Quiz) -> None:
    missing = {
        "weeks": "Type an answer first.",
        "honey": "Type an answer first.",
        "cool": "Fill every blank first.",
        "parts": "Choose something for each line first.",
        "swarm": "Write a few sentences first.",
    }
    async with learning(service, open_attempt(service, bees, *missing)) as learner:
        await learner.at(QuestionScreen)
        for id_, words in missing.items():
            await learner.go_to(id_)
            if id_ == "swarm":
                await learner.press("tab")
            await learner.press("enter")
            await learner.until(lambda words=words: words in learner.text)  # type: ignore[misc]
            assert learner.session.response is None
        for id_ in missing:
            await learner.go_to(id_)
            assert not [words for words in missing.values() if words in learner.text]
        await learner.go_to("parts")
        await learner.press("1", "2", "enter")
        await learner.until(lambda: missing["parts"] in learner.text)
        await learner.press("3", "enter")
        await learner.until_answered()
        assert missing["parts"] not in learner.text


async def test_the_question_stays_in_sight_while_a_sentence_is_looked_for(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "dance")) as learner:
        screen = await learner.at(QuestionScreen)
        for size, onward in (((120, 40), "down"), ((80, 24), "up"), ((40, 15), "down")):
            await learner.resize(*size)
            view, seen = screen.query_one(QuestionView), set()
            for _ in bees.sentences:
                picker = screen.query_one(SentencePicker)
                assert squeezed(screen.session.question.ask) in squeezed(learner.text), size
                assert picker.chosen
                words = bees.passage.text[slice(*picker.chosen)].split()
                assert f"› {words[0]}" in learner.text or words[0] in learner.text
                row = picker.region.y + picker.region_of(picker.chosen).y
                assert screen.query_one("#stem").region.bottom <= row < view.region.bottom, size
                seen.add(picker.chosen)
                await learner.press(onward)
            assert len(seen) == len(bees.sentences)


def squeezed(text: str) -> str:
    """Return the letters of a text, however it was wrapped."""
    return "".join(filter(str.isalnum, text))


UNPICKED = {  # what is done, and what the bar then says of each enter until one answers
    "queen": (["down"], ["Pick", "Answer"]),
    "drink": (["down"], ["Pick", "Answer", "Answer"]),  # two are wanted: the second enter says so
    "sting": ([], ["Pick", "Answer"]),
    "jobs": ([], ["Keep", "Answer"]),
    "dance": (["down"], ["Pick", "Answer"]),
}


@pytest.mark.parametrize(("mode", "by"), [(Mode.PRACTICE, "key"), (Mode.TEST, "mouse")])
async def test_enter_answers_with_nothing_that_nobody_picked(
    service: Service, bees: Quiz, mode: Mode, by: str
) -> None:
    async with learning(service, open_attempt(service, bees, *UNPICKED, mode=mode)) as learner:
        await learner.at(QuestionScreen)
        for id_, (before, bars) in UNPICKED.items():
            await learner.go_to(id_)
            await learner.press(*before)
            for bar in bars:
                assert learner.session.response is None
                await learner.until(lambda bar=bar: f"enter {bar} " in learner.bar)  # type: ignore[misc]
                await (learner.press("enter") if by == "key" else learner.click("enter"))
            if id_ == "drink":
                await learner.until(lambda: "Pick 2. You have picked 1." in learner.text)
                await learner.press("down", "enter")
                assert "Pick 2. You have" not in learner.text
                await learner.press("enter")
            await learner.until_answered()
        assert learner.session.answered == len(UNPICKED)


async def test_answers_are_changed_until_a_test_is_handed_in(service: Service, bees: Quiz) -> None:
    changed = {"queen": ["3"], "drink": ["1", "2"], "jobs": ["space", "down", "space"]}
    wrong = {id_: WRONG[id_] for id_ in (*changed, "parts", "dance", "swarm", "cool")}
    start = open_attempt(service, bees, *wrong, "weeks", mode=Mode.TEST, answers=wrong)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        assert learner.session.question.id == "weeks"
        await learner.leave_field()
        await learner.press("s")  # the only open question: its way on is to hand in
        await learner.at(ConfirmSubmitScreen)
        assert "has no answer" in learner.text
        await learner.press("escape")
        await learner.at(QuestionScreen)
        for id_ in wrong:
            await learner.go_to(id_)
            assert "You can change it until you hand in." in " ".join(learner.all_text.split())
            assert "enter Next" in learner.bar
        for id_, pressed in changed.items():
            await learner.go_to(id_)
            before = learner.session.response
            order = learner.session.current.option_order
            same = {str(order.index(2) + 1)} if id_ == "queen" else set()
            await learner.press(*(["1"] if same == {"3"} else pressed))
            await learner.until(lambda: "enter Answer" in learner.bar or "Pick" in learner.bar)
            await learner.press("enter")
            await learner.until_not(lambda: learner.session.response, before)
            await learner.settled()
            await learner.until(lambda: "enter Next" in learner.bar)
        await learner.press("enter")  # nothing changed since: it goes on to the open one
        await learner.until(lambda: learner.session.question.id == "weeks")
        await learner.settled()
        await learner.leave_field()
        await learner.press("e")
        await learner.at(ConfirmSubmitScreen)
        await learner.press("enter")
        await learner.at(ResultScreen)
    changes = {one.question: one.changes for one in service.history.answers() if one.changes}
    assert changes == dict.fromkeys(changed, 1)


async def test_enter_in_haste_after_going_on_answers_nothing(service: Service, bees: Quiz) -> None:
    for id_ in UNPICKED:
        async with learning(service, open_attempt(service, bees, "weeks", id_)) as learner:
            await learner.at(QuestionScreen)
            await learner.go_to("weeks")
            await learner.press("6", "enter")
            await learner.until_answered()
            await learner.settled()
            await learner.press("enter")
            await learner.settled()
            await learner.press("enter")
            await learner.pilot.pause()
            assert learner.session.question.id == id_
            assert learner.session.answered == 1


async def test_a_slip_of_spelling_gets_one_more_go(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "honey")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.type("nectra")
        await learner.press("enter")
        await learner.until(lambda: "Check the spelling." in learner.text)
        await learner.settled()
        assert learner.session.answered == 0
        field = screen.query_one(Field)
        assert field.value == "nectra"
        assert field.has_focus
        await learner.press("enter")
        await learner.until(lambda: learner.session.response is not None)
        assert learner.session.response
        assert learner.session.response.answer == TypedAnswer(("nectra",))
        assert "Not quite" in learner.text
        await learner.resize(40, 15)
        await learner.press("question_mark")
        await learner.at(KeysScreen)
        assert "m  I meant that" in learner.all_text
        await learner.press("escape")
        await learner.resize(80, 24)
        for meant in (True, False, True):
            assert "m I meant that" in learner.bar
            await learner.press("m")
            await learner.until_is(lambda: MEANT in " ".join(learner.all_text.split()), meant)
            assert learner.session.response.meant is meant
        await learner.press("enter")
        await learner.at(ResultScreen)
        assert "1 answer was meant as right" in learner.text
        assert "0 of 1 point" in learner.text


async def test_a_number_that_is_none_gets_one_more_go(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "weeks")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.type("about 6")
        await learner.press("enter")
        await learner.until(
            lambda: once_more(SecondGo.NOT_A_NUMBER, screen.session.current.public) in learner.text
        )
        await learner.settled()
        screen.query_one(Field).value = "6wks\N{ZERO WIDTH SPACE}"
        await learner.press("enter")
        await learner.until_answered()
        assert learner.session.response == Response(TypedAnswer(("6wks",)), Grade(1, (True,)))


async def test_left_and_taken_up_again(service: Service, bees: Quiz) -> None:
    async with learning(service) as learner:
        await learner.begin()
        first = learner.session
        await learner.leave_field()
        await learner.press("f")
        await learner.press(*keys(first.asked[0], WRONG[first.question.id]), "enter")
        await learner.until(lambda: learner.session.answered == 1)
        await learner.settled()
        await learner.press("enter")
        await learner.until(lambda: learner.session.position == 1)
        await learner.settled()
        left = learner.session
        assert left.flagged == {0}
        await learner.leave_field()
        await learner.press("escape")
        await learner.at(HomeScreen)
        await learner.until(lambda: bool(toasts(learner)))
        assert toasts(learner) == ["Kept. You can go on at question 2 at any time."]
        await learner.until(lambda: "stopped at 1 of 10 answered" in learner.text)
    service.close()
    again = Service(service.folder)
    async with learning(again) as learner:
        await learner.at(HomeScreen)
        await learner.press("enter")
        await learner.at(LeftSittingScreen)
        assert "You stopped at question 2 of 10; 1 answered." in learner.text
        assert "› Go on at question 2 Begin a new one" in learner.text
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert learner.session == left
    again.close()


async def test_answers_are_given_up_only_where_that_is_meant(service: Service, bees: Quiz) -> None:
    open_attempt(service, bees, "queen", "sting", answers={"queen": RIGHT["queen"]})
    left = service.attempts.unfinished(bees)
    assert left
    async with learning(service, Start(screen="play", quiz=bees)) as learner:
        await learner.at(LeftSittingScreen)
        await learner.click("Begin a new one")
        await learner.at(ConfirmGiveUpScreen)
        assert "Your 1 answer so far stays in your history." in learner.all_text
        await learner.press("escape")
        for leave in ("escape", "enter"):
            await learner.at(LeftSittingScreen)
            await learner.click("Begin a new one")
            await learner.at(ConfirmGiveUpScreen)
            await learner.press("enter")
            await learner.at(SetupScreen)
            unfinished = service.attempts.unfinished(bees)
            assert unfinished
            assert unfinished.id == left.id
            await learner.press(leave)
        await learner.at(ReadingScreen)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert learner.session.answered == 0
    unfinished = service.attempts.unfinished(bees)
    assert unfinished
    assert unfinished.id != left.id
    service.attempts.abandon(unfinished)
    assert service.attempts.unfinished(bees) is None  # the first one was left for good


async def test_an_attempt_of_another_topic_or_mode_is_begun(service: Service) -> None:
    async with learning(service, size=(80, 40)) as learner:
        await learner.at(HomeScreen)
        await learner.press("enter")
        await learner.at(SetupScreen)
        assert "Full quiz (10 questions)" in learner.text
        await learner.click("Pretest (2 questions)")
        assert "The pretest asks the same questions of everyone." in learner.text
        assert "Life in the hive" not in learner.text
        await learner.press("down", "down")  # over the topics, which are hidden
        await learner.press("space")
        assert "[x] 1 After each answer, ask how sure I am" in learner.text
        await learner.press("space")
        await learner.click("Full quiz (10 questions)")
        await learner.click("Test: answers")
        await learner.click("] 1  Life in the hive")
        assert "(x) 1 All of them (4 questions) ( ) 2 5 questions (there are 4)" in learner.text
        await learner.press("enter")
        await learner.at(ReadingScreen)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert learner.session.mode == "test"
        assert {with_answers(asked).topic for asked in learner.session.asked} == {"food"}


async def test_no_topic_is_said(service: Service, bees: Quiz) -> None:
    async with learning(service, Start(screen="play", quiz=bees), size=(80, 40)) as learner:
        await learner.at(SetupScreen)
        await learner.click("] 1  Life in the hive")
        await learner.click("] 2  Food")
        await learner.press("enter")
        await learner.until(lambda: toasts(learner) == ["Check at least one topic."])
        assert isinstance(learner.app.screen, SetupScreen)


async def test_no_question_is_said(service: Service, bees: Quiz) -> None:
    start = Start(screen="play", quiz=bees, wanted=QuestionFilter(kinds=frozenset({"short"})))
    async with learning(service, start, size=(80, 40)) as learner:
        await learner.at(SetupScreen)
        await learner.click("] 2  Food")
        await learner.press("enter")
        said = "No question of “How honey bees live” fits what you asked for."
        for _ in range(2):  # before or after the passage
            await learner.pilot.pause()
            if isinstance(learner.app.screen, ReadingScreen):
                await learner.press("enter")
        await learner.until(lambda: toasts(learner) == [said])


async def test_a_text_being_written_is_not_lost_by_escape(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "swarm")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.type("They go")
        await learner.press("escape")
        assert learner.app.screen is screen
        assert screen.query_one(TextArea).text == "They go"


async def test_a_quiz_file_that_goes_away(
    service: Service, bees: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Shelved("bees", tmp_path / "gone.yaml", bees)
    monkeypatch.setattr(Service, "shelf", lambda _: (gone,))
    async with learning(service) as learner:
        await learner.open_first()
        assert "How honey bees live" in learner.text


async def test_a_resize_keeps_what_was_done(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        done = {
            "queen": ["2"],
            "cool": ["a"],
            "jobs": ["space", "down"],
            "parts": ["2"],
            "dance": ["down", "down"],
            "swarm": ["o"],
        }
        for id_, pressed in done.items():
            await learner.go_to(id_)
            await learner.press(*pressed)
            before = drawn_state(learner)
            assert before
            for size in ((120, 40), (5, 2), (80, 24)):
                await learner.resize(*size)
                assert drawn_state(learner) == before
                assert learner.session.question.id == id_
            await learner.until(lambda: learner.app.screen.focused is not None)


async def test_a_resize_keeps_the_evidence_in_view(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "dance", answers=WRONG)
    async with learning(service, start, (120, 14)) as learner:
        await learner.at(QuestionScreen)
        await learner.press("p")
        for size in ((120, 14), (80, 24), (40, 15), (160, 12)):
            await learner.resize(*size)
            await learner.until(lambda: "▌ " in learner.text)
            assert learner.app.screen.query_one(PassagePane).display


def picked(learner: Learner) -> set[int]:
    """Return what is picked in the question's list."""
    return set(learner.app.screen.query_one("AnswerWidget ChoiceList", ChoiceList).picked)


def drawn_state(learner: Learner) -> list[object]:
    """Return what the learner did to the question on the screen."""
    screen = learner.app.screen
    return [
        *(tuple(rows.picked) for rows in screen.query(ChoiceList)),
        *(field.value for field in screen.query(Field)),
        *((items.order, items.lifted) for items in screen.query(ReorderList)),
        *(pairs.chosen for pairs in screen.query(MatchList)),
        *(picker.sentence for picker in screen.query(SentencePicker)),
        *(area.text for area in screen.query(TextArea)),
    ]


@pytest.mark.parametrize("size", [(120, 40), (40, 15)])
async def test_hard_words_are_explained_and_looking_is_free(
    service: Service, bees: Quiz, size: tuple[int, int]
) -> None:
    drone = Term(term="drone", means="A male bee. It lays no eggs.", source="A book")
    wax = Term(term="wax", means="What comb is made of.", source="A book")
    quiz = replace(bees, terms=("nectar", wax, drone))
    async with learning(service, open_attempt(service, quiz, "queen"), size) as learner:
        await learner.at(QuestionScreen)
        await learner.press("w")
        await learner.at(TermsScreen)
        assert learner.all_text.index(f"drone: {NOT_YET}") < learner.all_text.index("wax: What")
        assert "Source: A book" in learner.all_text
        await learner.press("escape", "p")
        await learner.click("drones")
        await learner.at(TermsScreen)
        assert "wax" not in learner.all_text
        await learner.press("w")
        await learner.at(QuestionScreen)
        assert learner.session.passage_views == 1
        await learner.press("escape", "1", "enter")
        await learner.until_answered()
        await learner.press("w")
        await learner.at(TermsScreen)
        assert "drone: A male bee. It lays no eggs." in learner.all_text


async def test_another_number_takes_the_place_of_a_word_of_the_bank(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "cool")) as learner:
        await learner.at(QuestionScreen)
        field = learner.app.screen.query(Field).first()
        words = learner.session.current.shown
        await learner.type("1")
        await learner.until_is(lambda: field.value, words[0])
        await learner.type("2")
        await learner.until_is(lambda: field.value, words[1])
