"""Lists and texts that are drawn as one widget, line by line."""

import pytest
from textual.geometry import Offset
from textual.strip import Strip

from quiz.desk import Desk
from quiz.model.bank import Bank
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.widgets.hanging import Hanging
from quiz.tui.widgets.ordering_area import Movable
from quiz.tui.widgets.rows import Rows
from tests.tui.learner import learning, open_sitting


async def test_a_step_of_the_cursor_draws_the_rows_it_leaves_and_comes_to(
    desk: Desk, bees: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with learning(desk, open_sitting(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(Rows)
        drawn: list[int] = []
        real = Hanging.render_line

        def render_line(self: Hanging, y: int) -> Strip:
            drawn.append(y)
            return real(self, y)

        monkeypatch.setattr(Hanging, "render_line", render_line)
        await learner.press("down")
        assert sorted(drawn) == [rows.region_of(0).y, rows.region_of(1).y]
        assert "› ( ) 2" in learner.text


async def test_what_changes_is_drawn_in_a_list_that_was_measured_at_another_width(
    desk: Desk, bees: Bank
) -> None:
    async with learning(desk, open_sitting(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        learner.app.screen.query_one(Rows).lines(12)
        await learner.press("down")
        assert "› ( ) 2" in learner.text
        assert learner.text.count("›") == 1


async def test_a_click_picks_the_row_that_is_under_it(desk: Desk, bees: Bank) -> None:
    async with learning(desk, open_sitting(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(Rows)
        for index in (2, 0):
            between = rows.region_of(index).bottom
            await learner.click_at(rows.region.x + 12, rows.region.y + between)
            assert index not in rows.picked
            await learner.click_at(rows.region.x + 12, rows.region.y + between - 1)
            assert rows.picked == {index}


async def test_a_click_puts_down_what_was_taken_up(desk: Desk, bees: Bank) -> None:
    async with learning(desk, open_sitting(desk, bees, "jobs")) as learner:
        await learner.at(QuestionScreen)
        items = learner.app.screen.query_one(Movable)
        order = items.order
        await learner.press("space")
        assert "↕" in learner.text
        await learner.click_at(items.region.x + 14, items.region.y + items.region_of(2).y)
        assert (items.cursor, items.lifted, items.order) == (2, False, order)


async def test_a_text_can_be_selected_with_the_mouse(desk: Desk, bees: Bank) -> None:
    async with learning(desk, open_sitting(desk, bees, "queen")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.press("1", "enter")
        await learner.until_answered()
        await learner.pilot.pause()
        x, y = learner.find("One queen")
        x -= len("One queen") // 2
        await learner.pilot.mouse_down(offset=Offset(x, y))
        await learner.pilot.hover(offset=Offset(x + 8, y))
        await learner.pilot.mouse_up(offset=Offset(x + 8, y))
        assert screen.get_selected_text() == "One queen"
        ground = screen.get_visual_style("screen--selection").rich_style.bgcolor
        strip = screen._compositor.render_strips()[y]
        marked = [text for text, style, _ in strip if style and style.bgcolor == ground]
        assert "".join(marked) == "One queen"
