"""An explanation in the learner's own words, line by line."""

from collections.abc import Iterable
from dataclasses import replace

from quiz.engine.feedback import Feedback
from quiz.engine.session import Presented
from quiz.model.answer import TeachBackAnswer
from quiz.model.quiz import Quiz
from quiz.plain.console import Console, EndOfInput
from quiz.plain.kinds.base import InLines
from quiz.plain.kinds.reading import InvalidAnswer, numbered, numbers
from quiz.plain.lines import Hanging

_MOST_LINES = 100


class TeachBack(InLines[TeachBackAnswer]):
    """An explanation, and its list to check."""

    asks_for = "Explain it in your own words. An empty line ends your text. It is not scored."
    words = True
    one_line = False

    def read(self, asked: Presented, quiz: Quiz, text: str) -> TeachBackAnswer:
        """Return the first line."""
        return TeachBackAnswer(text)

    def finish(
        self, asked: Presented, answer: TeachBackAnswer, console: Console
    ) -> TeachBackAnswer:
        """Return the answer with the lines up to an empty one, and the checks of its list."""
        lines, checked = [answer.text], frozenset[int]()
        try:
            while (line := console.ask("  ")) and len(lines) < _MOST_LINES:
                lines.append(line)
            checked = _checked(asked.public.parts, console)
        except EndOfInput:
            pass
        return replace(answer, text="\n".join(lines), checked=checked)

    def reasons(
        self, asked: Presented, feedback: Feedback, answer: TeachBackAnswer | None
    ) -> Iterable[Hanging]:
        """Return the list with its checks."""
        checked = answer.checked if answer else frozenset()
        if not asked.public.parts:
            return
        yield "", f"A full explanation names these points; you checked {len(checked)}:"
        for index, point in enumerate(asked.public.parts):
            yield f"{'✓' if index in checked else ' '}  ", point

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> TeachBackAnswer:
        """Return the line."""
        return TeachBackAnswer(text)

    def as_on_sheet(self, asked: Presented, answer: TeachBackAnswer) -> str:
        """Return the text."""
        return answer.text


def _checked(points: tuple[str, ...], console: Console) -> frozenset[int]:
    if not points:
        return frozenset()
    console.say("Which of these points does your text have?")
    console.write(numbered(points))
    while True:
        line = console.ask("Numbers, or an empty line for none > ")
        try:
            typed = numbers(line, len(points)) if line else ()
        except InvalidAnswer as invalid:
            console.say(str(invalid))
        else:
            return frozenset(number - 1 for number in typed)
