"""Quizzes in the formats of other programs: bytes and values, no files."""

from quiz.exchange import canvas, markdown
from quiz.exchange.format import Format

FORMATS: tuple[Format, ...] = (canvas.FORMAT, markdown.FORMAT)
"""Every format, in the order in which they are offered."""
