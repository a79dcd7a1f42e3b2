"""Quizzes to check, out of the few lines that matter."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from quiz.check.context import ItemContext, QuizContext
from quiz.check.finding import Finding
from quiz.check.inspection import inspect
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read_bytes

TODAY = date(2026, 11, 23)

PASSAGE = (Path(__file__).parent / "passage.txt").read_text(encoding="utf-8")
EVIDENCE = "Ketamine was first brought in as an anesthetic"

_CHOICE = {
    "kind": "choice",
    "options": [{"text": "Yes", "correct": True}, {"text": "No"}, {"text": "Perhaps"}],
}
_SHORT: dict[str, Any] = {"kind": "short", "accept": ["anesthetic"]}


def question(number: int = 1, **fields: object) -> dict[str, Any]:
    """Return the data of a whole question, filled up where fields are left out."""
    filled: dict[str, Any] = {
        "id": f"q{number}",
        "topic": "uses",
        "skill": "understand",
        "difficulty": "easy",
        "ask": f"What was said about matter {number} of the passage?",
        "explain": "The passage says so.",
        **(_SHORT if "kind" not in fields and number > 1 else {} if "kind" in fields else _CHOICE),
        **fields,
    }
    if "evidence" not in filled and filled.get("answer") != "not stated":
        filled["evidence"] = EVIDENCE
    if filled["kind"] in {"choice", "choices"}:
        filled["options"] = [_option(option) for option in filled["options"]]
    if filled["kind"] == "statement" and "why" not in filled:
        filled["why"] = {"true": "So.", "false": "So.", "not stated": "So."}
    return filled


def _option(option: dict[str, Any]) -> dict[str, Any]:
    if option.get("correct"):
        return option
    return {"why": "The passage does not say so.", "tag": "unsupported", **option}


def build_quiz(*questions: dict[str, Any], **fields: object) -> Quiz:
    """Return a quiz that was read from a file with these questions and fields."""
    return read_bytes(text(*questions, **fields).encode(), "sample.yaml")


def text(*questions: dict[str, Any], **fields: object) -> str:
    """Return the text of such a file."""
    asked = [{"id": f"q{n}"} | dict(each) for n, each in enumerate(questions or ({},), start=1)]
    data = {
        "schema": 1,
        "id": "sample",
        "title": "A drug and its uses",
        "topics": {"uses": "Uses of a drug"},
        "passage": {"title": "A drug", "source": "Our own words", "text": PASSAGE},
        **fields,
        "questions": [question(n, **each) for n, each in enumerate(asked, start=1)],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def found(rule: str, *questions: dict[str, Any], **fields: object) -> list[Finding]:
    """Return what one rule finds in such a quiz."""
    return list(inspect(build_quiz(*questions, **fields), TODAY, {rule}).findings)


def choice(ask: str, *options: str, key: int = 0, **fields: object) -> dict[str, Any]:
    """Return the data of a choice."""
    listed = [
        {"text": option} | ({"correct": True} if index == key else {})
        for index, option in enumerate(options)
    ]
    return {"kind": "choice", "ask": ask, "options": listed, **fields}


def item(**fields: object) -> ItemContext:
    """Return one question as the rules read it."""
    return QuizContext(build_quiz(fields), TODAY).items[0]


def words(finding: Finding) -> str:
    """Return the words that a finding underlines."""
    return finding.text[finding.span.start : finding.span.end] if finding.span else ""
