"""Quizzes in the formats of other programs: bytes and values, no files."""

from quiz.exchange import aiken, anki, canvas, gift, markdown, mkdocs_quiz, moodle_xml, text2qti
from quiz.exchange.format import Format

FORMATS: tuple[Format, ...] = (
    moodle_xml.FORMAT,
    gift.FORMAT,
    aiken.FORMAT,
    canvas.FORMAT,
    anki.PACKAGE,
    anki.TEXT,
    markdown.FORMAT,
    mkdocs_quiz.FORMAT,
    text2qti.FORMAT,
)
"""Every format, in the order in which they are offered."""
