"""Draws the picture in the README from the application itself.

python docs/pictures/make.py [FILE]    writes docs/pictures/question.svg, or another file

The picture needs no font from the web: wherever it is shown, the machine's own one will do.
"""

import asyncio
import re
import sys
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from quiz.engine.selection import Presented, QuestionFilter, select
from quiz.model.question import Choice
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.start import Start
from quiz.tui.app import QuizApp
from quiz.tui.screens.question import QuestionScreen

PICTURE = Path(__file__).parent / "question.svg"
SIZE = (110, 32)
"""Columns and lines."""
ASKED = "who-for"
"""The id of the question on the picture."""
WANTED = QuestionFilter(kinds=frozenset({"choice"}), count=12)
BEFORE = 6
"""How many questions were answered before it."""
MISSED = 2
"""Which of those was not."""
FONTS = "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
CELL = 12.2
"""The width of a column in the picture."""


def seed(quiz: Quiz) -> int:
    """Return the first seed that puts the question in its place."""
    drawn = ((number, select(quiz, WANTED, Random(number))) for number in count())  # noqa: S311
    return next(number for number, asked in drawn if asked[BEFORE].question.id == ASKED)


def key(asked: Presented, *, right: bool) -> str:
    """Return the key that picks a right option, or a wrong one."""
    question = asked.with_answers
    if not isinstance(question, Choice):
        raise TypeError(f"{asked.public.id} is no choice")
    fits = (question.options[place].correct == right for place in asked.option_order)
    return str([*fits].index(True) + 1)


async def draw(service: Service) -> str:
    """Return the picture of a question that was just answered."""
    quiz = service.library.open("ketamine")
    drawn_by = seed(quiz)
    start = Start(screen="play", quiz=quiz, wanted=WANTED, seed=drawn_by, skip_passage=True)
    app = QuizApp(service, start)
    asked = select(quiz, WANTED, Random(drawn_by))  # noqa: S311
    async with app.run_test(size=SIZE) as pilot:
        while not (isinstance(app.screen, QuestionScreen) and app.screen.painted):
            await pilot.pause()
        for place in range(BEFORE):
            await pilot.press(key(asked[place], right=place != MISSED), "enter", "enter")
        await pilot.press(key(asked[BEFORE], right=False), "enter")
        return app.export_screenshot(title="quiz")


def without_web_fonts(svg: str) -> str:
    """Return the picture with the fonts of the machine in place of those it would fetch."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]+;", f"font-family: {FONTS};", svg)


def without_leading_spaces(svg: str) -> str:
    """Return the picture with each text begun at its first letter: some viewers drop spaces."""
    text = r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" ([^>]*)>((?:&#160;)+)'
    return re.sub(text, _begun_later, svg)


def _begun_later(found: re.Match[str]) -> str:
    x, y, length, rest, spaces = found.groups()
    skipped = CELL * spaces.count("&")
    return (
        f'x="{float(x) + skipped:.1f}" y="{y}" textLength="{float(length) - skipped:.1f}" {rest}>'
    )


def main(picture: Path) -> None:
    """Draw the picture and write it."""
    with TemporaryDirectory() as folder:
        drawn = asyncio.run(draw(Service(Path(folder))))
    svg = without_leading_spaces(without_web_fonts(drawn))
    picture.write_text("\n".join(map(str.rstrip, svg.splitlines())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else PICTURE)
