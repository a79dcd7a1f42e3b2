"""A quiz as Markdown, to read and to hand on: passage, questions, hints, and behind them the key.

Source: CommonMark 0.31, where a backslash before a sign makes the sign a letter.
"""

import html
import re
from collections.abc import Mapping

from markupsafe import Markup

from quiz.engine.dates import source_of
from quiz.engine.wording import SKILLS, count
from quiz.exchange.card import card_of
from quiz.exchange.format import Exported, Format
from quiz.exchange.losses import losses
from quiz.model.notice import DISCLAIMER
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.pages import page

_HOLDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("choice", "choices", "statement", "number", "short", "cloze", "order", "match"),
        "in words, the key at the end",
    ),
    "locate": "in words, its sentence at the end",
    "teach-back": "in words, the checklist at the end",
    **dict.fromkeys(
        ("id", "why", "quote", "explain", "evidence", "note", "topic", "skill", "difficulty"),
        "with the key",
    ),
    "points": "with the question",
    "shuffle": "options that are not to be mixed stand in their order",
    "hint": "between questions and key",
    "passage": "before the questions",
    "glossary": "at the end",
    "know": "at the end",
}


def write(quiz: Quiz) -> Exported:
    """Return a quiz as Markdown, and what it could not carry."""

    def labels(question: Question) -> tuple[str | None, ...]:
        topic = quiz.topics.get(question.topic, question.topic)
        return (question.id, topic, SKILLS.get(question.skill or ""), question.difficulty)

    text = page(
        "quiz.exchange",
        "quiz.md",
        quiz=quiz,
        cards=[(question, card_of(question, quiz)) for question in quiz.questions],
        hints={number: one.hint for number, one in enumerate(quiz.questions, 1) if one.hint},
        disclaimer=DISCLAIMER,
        escaped=lambda line: Markup(escaped(line)),  # noqa: S704  that is what it is made for
        count=count,
        labels=labels,
        source_of=source_of,
    )
    blocks = re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
    return Exported(data=blocks.encode(), losses=losses(quiz, _HOLDS))


def escaped(text: str) -> str:
    """Return a text on one line as Markdown that shows it as it is.

    What not every reader of Markdown lets a backslash stand before is an entity.
    """
    line = html.escape(" ".join(text.split()), quote=False)
    line = re.sub(r"([\\`*_{}\[\]])", r"\\\1", line)
    line = re.sub(r"(?i)[~|$@]|(?<=\w):(?=//)|(?<=www)\.", _entity, line)
    return re.sub(r"^(\d*)([#+\-.!)])", r"\1\\\2", line)


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


FORMAT = Format(name="markdown", title="Markdown to read", ending=".md", write=write, holds=_HOLDS)
