"""Quizzes in the formats of other programs: bytes and values, no files."""

from quiz.exchange import anki, canvas, markdown
from quiz.exchange.format import Format

FORMATS: tuple[Format, ...] = (canvas.FORMAT, anki.PACKAGE, anki.TEXT, markdown.FORMAT)
"""Every format, in the order in which they are offered."""
