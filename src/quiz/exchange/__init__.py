"""Quizzes in the formats of other programs: bytes and values, no files."""

from quiz.exchange import canvas
from quiz.exchange.format import Format

FORMATS: tuple[Format, ...] = (canvas.FORMAT,)
"""Every format, in the order in which they are offered."""
