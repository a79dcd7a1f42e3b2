"""Lists and texts that are drawn as one widget, line by line."""

import pytest
from textual.geometry import Offset

from quiz.engine.session import Mode
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.widgets.answers.order import ReorderList
from quiz.tui.widgets.lists import ChoiceList
from quiz.tui.widgets.question_view import QuestionView
from tests.tui.learner import learning, open_attempt


async def test_a_click_picks_the_row_that_is_under_it(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(ChoiceList)
        for index in (2, 0):
            last = rows.region_of(index).bottom - 1
            await learner.click_at(rows.region.x + 12, rows.region.y + last)
            assert rows.picked == {index}


async def test_a_click_puts_down_what_was_taken_up(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "jobs")) as learner:
        await learner.at(QuestionScreen)
        items = learner.app.screen.query_one(ReorderList)
        order = items.order
        await learner.press("space")
        assert "↕" in learner.text
        await learner.click_at(items.region.x + 14, items.region.y + items.region_of(2).y)
        assert (items.highlighted, items.lifted, items.order) == (2, False, order)


async def test_a_text_can_be_selected_with_the_mouse(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "queen")) as learner:
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


async def test_what_does_not_fit_is_laid_out_after_what_fits_is_drawn(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "queen"), (80, 20)) as learner:
        screen = await learner.at(QuestionScreen)
        view = screen.query_one(QuestionView)
        assert view.max_scroll_y == 0
        await learner.press("1", "enter")
        await learner.until(lambda: view.max_scroll_y > 0)
        assert "are the males." in learner.text
        assert "The passage says" not in learner.text
        view.scroll_end(animate=False)
        await learner.pilot.pause()
        assert "The passage says" in learner.text


@pytest.mark.parametrize("mode", Mode)
async def test_the_row_under_the_cursor_is_marked_once_it_is_the_answer(
    service: Service, bees: Quiz, mode: Mode
) -> None:
    async with learning(service, open_attempt(service, bees, "queen", mode=mode)) as learner:
        await learner.at(QuestionScreen)
        await learner.press("down", "enter", "enter")
        await learner.until_answered()
        await learner.settled()
        assert "(x) 2" in learner.text
        assert learner.text.count("(x)") == 1
