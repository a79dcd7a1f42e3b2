"""Before you start: all of it can be reached, in the smallest window too."""

import pytest

from quiz.desk import Desk
from quiz.model.bank import Bank
from quiz.start import Start
from quiz.tui.screens.before import BeforeScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.widgets.certainty_rows import CertaintyRows
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.row import Row
from tests.tui.learner import learning, open_sitting


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_down_goes_through_every_list_and_keeps_its_row_in_view(
    desk: Desk, bees: Bank, size: tuple[int, int]
) -> None:
    async with learning(desk, Start(screen="play", bank=bees), size) as learner:
        screen = await learner.at(BeforeScreen)
        sheet = screen.query_one("#sheet")
        assert "Talk to a health professional" in learner.text
        seen = []
        for _ in screen.query(Row):
            (row,) = [row for row in screen.query(Row) if row.cursor]
            seen.append(row)
            await learner.press("down")
            await learner.pilot.pause()
            (row,) = [row for row in screen.query(Row) if row.cursor]
            assert row.region.y >= sheet.region.y
            assert row.region.bottom <= sheet.region.bottom
        assert seen == list(screen.query(Row))


async def test_how_sure_is_in_view_in_the_smallest_window(desk: Desk, bees: Bank) -> None:
    start = open_sitting(desk, bees, "queen", certainty=True)
    async with learning(desk, start, (40, 15)) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.press("1", "enter")
        await learner.until(lambda: bool(screen.query(CertaintyRows)))
        await learner.settled()
        rows, view = screen.query_one(CertaintyRows), screen.query_one(QuestionView)
        assert rows.region.bottom <= view.region.bottom


async def test_home_stays_covered_during_a_walk(
    desk: Desk, bees: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    resumed: list[bool] = []
    async with learning(desk, Start(screen="play", bank=bees)) as learner:
        await learner.at(BeforeScreen)
        monkeypatch.setattr(HomeScreen, "on_screen_resume", lambda _: resumed.append(True))
        await learner.press("enter")
        await learner.until(lambda: not isinstance(learner.app.screen, BeforeScreen))
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert not resumed
