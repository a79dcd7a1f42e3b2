from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given

from quiz.exchange import gift
from quiz.model.question import (
    Blank,
    Cloze,
    Locate,
    Number,
    Question,
    Rejected,
    Short,
)
from quiz.model.quiz import Quiz
from tests.support.made_up import quizzes

GOOD = Path(__file__).parents[1] / "quizzes" / "good"
ALL = "all of it: GIFT has no place for such a question"


def carried(quiz: Quiz) -> dict[str, Question]:
    """Return the questions that come back from GIFT, by their ids."""
    entries = gift.read(gift.write(quiz).data).entries
    assert not [entry.refused for entry in entries if entry.refused]
    return {entry.question.id: entry.question for entry in entries if entry.question}


def held(question: Question) -> Question | None:
    """Return what GIFT holds of a question by the table in docs; None where it holds nothing."""
    fields: dict[str, Any] = {
        "topic": "",
        "points": 1,
        "hint": None,
        "note": None,
        "group": None,
        "claims": (),
        "waive": {},
    }
    if hasattr(question, "shuffle") and question.kind != "statement":
        fields["shuffle"] = True
    match question:
        case Number():
            fields["reject"] = tuple(one for one in question.reject if one.text.isdecimal())
        case Locate():
            fields["reject"] = by_quote(question)
        case Short():
            fields |= typed(question.accept, question.reject)
            if not fields["accept"]:
                return None
        case Cloze():
            fields |= {name: flowed(getattr(question, name)) for name in ("ask", "text")}
            if question.words:
                fields["blanks"] = tuple(Blank(accept=one.accept[:1]) for one in question.blanks)
            elif len(question.blanks) > 1:
                return None
            else:
                blank = typed(question.blanks[0].accept, question.blanks[0].reject)
                if not blank["accept"]:
                    return None
                fields["blanks"] = (Blank(**blank),)
    return replace(question, **fields)


def flowed(text: str) -> str:
    return " ".join(text.split())


def typed(accept: Iterable[str], reject: Iterable[Rejected]) -> dict[str, Any]:
    """Return typed answers without those in which an arrow makes pairs of them."""
    return {
        "accept": tuple(text for text in accept if "->" not in text),
        "reject": tuple(one for one in reject if "->" not in one.text),
    }


def by_quote(question: Locate) -> tuple[Any, ...]:
    return tuple(sorted(question.reject, key=lambda one: one.quote))


@given(quizzes())
def test_every_quiz_comes_back_as_its_table_says(quiz: Quiz) -> None:
    back = carried(quiz)
    for question in quiz.questions:
        found = back.get(question.id)
        if isinstance(found, Locate):
            found = replace(found, reject=by_quote(found))
        assert found == held(question)
