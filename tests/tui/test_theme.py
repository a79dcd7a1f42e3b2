"""The colours: contrast by the formula of WCAG 2, and a screen that reads without any."""

from typing import Any

import pytest
from textual.color import Color
from textual.screen import Screen
from textual.theme import Theme

from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.theme import CONTRAST, THEMES
from tests.tui.answering import WRONG
from tests.tui.learner import leads, learning, lines, open_attempt

TEXTS = ("foreground", "primary", "secondary", "success", "warning", "error", "muted")
GROUNDS = ("background", "surface", "panel")


def luminance(color: Color) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in color.rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def color(theme: Theme, name: str) -> Color:
    """Return a theme's colour by its name."""
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def test_the_formula() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS] + [("lit-text", "lit")]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast(theme: Theme, text: str, ground: str) -> None:
    least = 7 if theme is CONTRAST else 4.5
    assert contrast(color(theme, text), color(theme, ground)) >= least


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_contrast_of_what_is_drawn(service: Service, bees: Quiz, theme: str) -> None:
    """Hold every cell of an explained question and of home to it, and not the theme alone."""
    least = 7 if theme == CONTRAST.name else 4.5
    async with learning(service, open_attempt(service, bees, answers=WRONG), (120, 40)) as learner:
        learner.app.theme = theme
        await learner.at(QuestionScreen)
        for id_ in ("queen", "parts", "jobs"):
            await learner.go_to(id_)
            await learner.press("p")
            await learner.pilot.pause()
            seen = 0
            for strip in learner.app.screen._compositor.render_strips():
                for text, style, _ in strip:
                    if style and any(letter.isalnum() or letter in "✓✗◐▰›" for letter in text):
                        assert style.color
                        assert style.bgcolor
                        front, back = style.color.triplet, style.bgcolor.triplet
                        assert front
                        assert back
                        assert contrast(Color(*front), Color(*back)) >= least, (text, style)
                        seen += 1
            assert seen > 20


def colors(screen: Screen[Any]) -> list[tuple[int, int, int]]:
    """Return the colors of what a screen shows, before and behind its letters."""
    styles = [style for strip in screen._compositor.render_strips() for _, style, _ in strip]
    said = [color for style in styles if style for color in (style.color, style.bgcolor)]
    return [color.triplet for color in said if color and color.triplet]


async def test_one_key_goes_through_the_themes(service: Service) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        seen = [learner.app.theme]
        for _ in THEMES:
            await learner.press("t")
            seen.append(learner.app.theme)
        assert seen == [*(theme.name for theme in THEMES), THEMES[0].name]


async def test_without_colour_marks_and_words_tell(
    service: Service, bees: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with learning(service, open_attempt(service, bees, answers=WRONG), (120, 40)) as learner:
        await learner.at(QuestionScreen)
        await learner.go_to("queen")
        await learner.press("p")
        await learner.until(lambda: "▌ " in learner.text)
        assert "✗ Not quite" in learner.text
        yours = next(
            line for line in lines(learner.app.screen) if line.strip().endswith("The drones")
        )
        assert "(x)" in yours
        assert "✗ Your answer:" in learner.text
        assert "✓ Right:" in learner.text
        for question in bees.questions:
            await learner.go_to(question.id)
            assert all(len(set(color)) == 1 for color in colors(learner.app.screen)), question.id
        await learner.press("o")
        await learner.until(lambda: "10 of 10 answered" in learner.text)
        assert all(lead.strip()[0] in "✗✓◐" for lead in leads(learner.app.screen))
