"""Home: what a quiz is about, how it stands, and what else can be done from there."""

from dataclasses import replace

import pytest

from quiz.engine.dates import date_in_words, local
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.check_report import CheckReportScreen
from quiz.tui.screens.confirm_check import ConfirmCheckScreen
from quiz.tui.screens.help_lines import HelpLinesScreen
from quiz.tui.screens.history import HistoryScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.widgets.lists import LinkList
from quiz.tui.widgets.quiz_card import QuizCard
from tests.tui.answering import RIGHT, WRONG
from tests.tui.clock import Clock
from tests.tui.learner import Learner, learning, open_attempt


def card(learner: Learner) -> str:
    """Return what is said of the chosen quiz, seen and unseen."""
    widget = learner.app.screen.query_one(QuizCard)
    rows = [widget.render_line(y).text for y in range(widget.size.height)]
    return " ".join(" ".join(rows).split())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_the_chosen_quiz_is_described_beside_or_below(
    service: Service, bees: Quiz, size: tuple[int, int]
) -> None:
    async with learning(service, size=size) as learner:
        await learner.at(HomeScreen)
        said = card(learner)
        for words in (
            f"What it is about {bees.sentences[0]}",
            "10 questions, about 8 minutes a sitting",
            "Topics Life in the hive, Food",
            "0 of 9 questions firmly known",
            "Nothing is due today.",
            "y History: your sittings and answers",
            "c Check: what is weak in it, for its author",
            "h Help lines: people to talk to",
        ):
            assert words in said
        assert "not started" in learner.text
        assert "Last result" not in said
        rows, about = (learner.app.screen.query_one(w).region for w in (LinkList, QuizCard))
        assert (about.x >= rows.right) == (size[0] >= 100)
        assert (about.y >= rows.bottom) == (size[0] < 100)
        for _ in range(9):
            if "people to talk to" in learner.text:
                break
            assert "space More" in learner.bar
            await learner.press("space")
        assert "people to talk to" in learner.text


async def test_what_is_due_known_and_scored_is_said(
    service: Service, bees: Quiz, clock: Clock
) -> None:
    start = open_attempt(service, bees, "queen", "sting", answers=WRONG | {"queen": RIGHT["queen"]})
    left = service.attempts.unfinished(bees)
    assert start.quiz
    assert left
    service.attempts.save(left, left.session.finish())
    done = clock()
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        assert f"Last result: 50% of the points, {local(done)}" in card(learner)
        (due,) = service.reviews.due()
        assert due.next
        then = f"Nothing is due today; the next question on {date_in_words(due.next)}."
        assert then in card(learner)
        assert "r Review" not in card(learner)
    clock.move(days=30)
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        assert "2 questions are due today." in card(learner)
        assert "r Review what is due: 2 questions" in card(learner)


async def test_what_can_be_done_can_be_clicked(service: Service) -> None:
    async with learning(service, size=(120, 40)) as learner:
        await learner.at(HomeScreen)
        await learner.click("History: your sittings")
        await learner.at(HistoryScreen)
        await learner.press("escape")
        await learner.at(HomeScreen)
        await learner.click("Help lines: people")
        await learner.at(HelpLinesScreen)


@pytest.mark.parametrize("shipped", [True, False])
async def test_a_check_of_a_quiz_of_everybody_s_is_shown_only_where_it_is_meant(
    service: Service, monkeypatch: pytest.MonkeyPatch, *, shipped: bool
) -> None:
    shelf = tuple(replace(one, shipped=shipped) for one in service.shelf())
    monkeypatch.setattr(service, "shelf", lambda: shelf)
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        await learner.press("c")
        if shipped:
            await learner.at(ConfirmCheckScreen)
            assert "names right answers" in learner.text
            await learner.press("escape")
            await learner.at(HomeScreen)
            await learner.press("c")
            await learner.at(ConfirmCheckScreen)
            await learner.press("enter")
        await learner.at(CheckReportScreen)
