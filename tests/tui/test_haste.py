"""Keys and clicks that come faster than the screens: what was found by monkeys."""

import asyncio

import pytest
from textual import events
from textual.widget import MountError

from quiz.model.quiz import Quiz
from quiz.service import Service, Shelved
from quiz.start import Start
from quiz.tui.screens.blank import BlankScreen
from quiz.tui.screens.help_lines import HelpLinesScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.overview import OverviewScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.lists import LinkList
from quiz.tui.widgets.question_view import QuestionView
from tests.tui.answering import RIGHT, keys
from tests.tui.learner import Learner, learning, open_attempt, toasts


def at_once(learner: Learner, *pressed: str) -> None:
    """Press keys without letting the application work in between."""
    for key in pressed:
        learner.app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("kind", ["queen", "cool", "dance", "swarm"])
async def test_an_answer_is_given_once_however_often_it_is_confirmed(
    kind: str, service: Service, bees: Quiz
) -> None:
    start = open_attempt(service, bees, kind, *({"queen", "drink"} - {kind}))
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        await learner.go_to(kind)
        await learner.press(*keys(learner.session.asked[learner.session.position], RIGHT[kind]))
        at_once(learner, *["enter"] * 2)
        await learner.until_answered()
        await learner.settled()
        assert learner.session.answered == 1
        assert len(service.history.answers()) == 1


async def test_a_warning_about_the_spelling_is_not_skipped(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "honey", "queen")) as learner:
        await learner.at(QuestionScreen)
        await learner.go_to("honey")
        await learner.press(*"necter")
        at_once(learner, "enter", "enter")
        await learner.until(lambda: "Check the spelling" in learner.text)
        assert learner.session.answered == 0


async def test_enter_right_after_going_on_answers_nothing_unseen(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "queen", "drink", "sting")) as learner:
        await learner.at(QuestionScreen)
        at_once(learner, "1", "right", "enter", "left", "enter", "enter")
        await learner.pilot.pause()
        await learner.settled()
        assert learner.session.answered == 0
        assert learner.app.fatal_error is None


async def test_a_letter_while_the_blanks_are_drawn_anew_is_no_fault(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "cool")) as learner:
        await learner.at(QuestionScreen)
        await learner.app.screen.query_one(".sentence").remove()
        await learner.press("a")
        assert learner.app.fatal_error is None


async def test_a_key_before_the_screen_stands_is_for_none(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "queen", "drink")) as learner:
        await learner.at(QuestionScreen)
        screen = QuestionScreen(service, learner.attempt)
        learner.app.push_screen(screen)
        assert not screen.is_mounted
        key = events.Key("s", "s")
        key._set_forwarded()  # as one that was meant for the screen before
        await learner.app.on_event(key)
        await learner.at(QuestionScreen)
        assert screen.session.position == learner.session.position
        assert learner.app.fatal_error is None


async def test_what_is_said_again_is_said_once(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "drink")) as learner:
        await learner.at(QuestionScreen)
        await learner.press("ctrl+c", "ctrl+c", "enter", "enter", "enter")
        await learner.until(lambda: "You have picked 1" in learner.text)
        await learner.pilot.pause()
        (said,) = toasts(learner)
        assert "esc leaves" in said
        assert learner.text.count("You have picked 1") == 1


async def test_a_click_on_what_has_just_been_removed_is_for_nothing(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        gone = QuestionView.__new__(QuestionView)
        monkeypatch.setattr(learner.app, "get_widget_at", lambda *_: (gone, None))
        monkeypatch.setattr(QuestionView, "is_attached", False)
        down = events.MouseDown(None, 1, 1, 0, 0, 1, False, False, False)
        assert not learner.app._stands(down)
        monkeypatch.setattr(QuestionView, "is_attached", True)
        assert learner.app._stands(down)


async def test_a_sheet_that_is_closed_twice_takes_nothing_else_away(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "queen", "drink")) as learner:
        await learner.at(QuestionScreen)
        await learner.press("o")
        sheet = await learner.at(OverviewScreen)
        sheet.dismiss(None)
        sheet.dismiss(None)
        await learner.at(QuestionScreen)
        await learner.press("escape")
        await learner.at(HomeScreen)


async def test_a_quiz_that_is_opened_twice_is_walked_through_once(service: Service) -> None:
    async with learning(service) as learner:
        home = await learner.at(HomeScreen)
        for shelved in (home.shelf[0], home.shelf[0], home.shelf[1]):
            home.post_message(HomeScreen.Chosen("quiz", shelved))
        home.post_message(HomeScreen.Chosen("history", home.shelf[0]))
        await learner.at(SetupScreen)
        await learner.pilot.pause()
        kinds = [type(screen) for screen in learner.app.screen_stack]
        assert kinds == [HomeScreen, BlankScreen, SetupScreen]
        await learner.press("escape")
        await learner.at(HomeScreen)
        assert len(learner.app.screen_stack) == 1


async def test_a_report_that_comes_too_late_stays_away(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with learning(service) as learner:
        home = await learner.at(HomeScreen)
        home.post_message(HomeScreen.Chosen("check", home.shelf[0]))
        home.post_message(HomeScreen.Chosen("quiz", home.shelf[0]))
        await learner.at(SetupScreen)
        await learner.until(lambda: not any(w.group == "check" for w in learner.app.workers))
        assert isinstance(learner.app.screen, SetupScreen)


async def test_between_two_screens_no_sheet_opens(service: Service) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        await learner.app.push_screen(BlankScreen())
        await learner.press("h")
        assert not isinstance(learner.app.screen, HelpLinesScreen)


async def test_what_is_done_as_the_application_closes_is_no_fault(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "queen", "drink")) as learner:
        screen = await learner.at(QuestionScreen)
        learner.app.exit()
        await screen.remove_children()
        screen.call_later(lambda: screen.save(screen.session.go(1)))
        await asyncio.sleep(0)
    assert learner.app.fatal_error is None


async def test_a_list_that_comes_as_the_application_closes_is_no_fault(service: Service) -> None:
    async with learning(service) as learner:
        home = await learner.at(HomeScreen)
        shelf, home.shelf = home.shelf, ()
        learner.app.exit()
        with pytest.raises(MountError) as gone:
            await home.fill(shelf, ())
        learner.app._handle_exception(gone.value)
    assert learner.app.fatal_error is None


async def test_what_looks_at_the_shelf_may_be_ended_while_the_list_is_made(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = HomeScreen._list

    async def ended(home: HomeScreen, shelf: tuple[Shelved, ...]) -> None:
        asyncio.get_running_loop().call_soon(home.workers.cancel_node, home)
        await real(home, shelf)

    async with learning(service) as learner:
        home = await learner.at(HomeScreen)
        monkeypatch.setattr(HomeScreen, "_list", ended)
        before, home.shelf = home.query_one(LinkList), ()
        home.look()
        await learner.until(lambda: [*home.query(LinkList)] not in ([], [before]))


async def test_a_quiz_that_is_opened_as_it_goes_off_the_shelf_is_no_fault(service: Service) -> None:
    async with learning(service) as learner:
        home = await learner.at(HomeScreen)
        home.shelf = home.shelf[:1]
        links = home.query_one(LinkList)
        home.post_message(LinkList.OptionSelected(links, links.options[1], 1))
        await learner.pilot.pause()
        assert isinstance(learner.app.screen, HomeScreen)
    assert learner.app.fatal_error is None


async def test_a_key_before_the_words_stand_there_is_meant_for_another_screen(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, Start(screen="play", quiz=bees)) as learner:
        screen = await learner.at(SetupScreen)
        assert screen.painted
        screen.painted = False
        await learner.press("enter", "escape")
        assert learner.app.screen is screen
        screen.painted = True
        await learner.press("escape")
        await learner.at(HomeScreen)


async def test_a_hint_is_asked_for_while_its_question_is_drawn_anew(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "queen")) as learner:
        view = (await learner.at(QuestionScreen)).query_one(QuestionView)
        await view.query("#hint").remove()
        await learner.press("i")
        view.refresh(recompose=True)
        await learner.until(lambda: "Hint: There is only one of her." in learner.text)
