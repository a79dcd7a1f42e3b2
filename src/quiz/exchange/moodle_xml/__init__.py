"""Moodle XML: what Moodle exports and imports, with ids, tags, hints and feedback."""

from quiz.exchange.format import Format
from quiz.exchange.moodle_xml.reading import read, recognizes
from quiz.exchange.moodle_xml.writing import HOLDS, write

FORMAT = Format(
    name="moodle-xml",
    title="Moodle XML",
    ending=".xml",
    largest=32 * 1024 * 1024,  # with its pictures
    recognizes=recognizes,
    read=read,
    write=write,
    holds=HOLDS,
)
