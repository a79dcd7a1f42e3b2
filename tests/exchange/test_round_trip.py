"""What comes back of our own quizzes from the formats that hold them whole."""

from collections import defaultdict
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given

from quiz.exchange import gift, moodle_xml
from quiz.exchange.format import Format, Imported
from quiz.model.question import Cloze, Question
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.support.made_up import quizzes

KETAMINE = Path(__file__).parents[2] / "questions" / "ketamine.yaml"
BOTH = pytest.mark.parametrize("form", [moodle_xml.FORMAT, gift.FORMAT], ids=lambda one: one.name)
WHOLE = {"choice", "choices", "statement", "order", "match", "teach-back"}
"""The kinds of which neither format loses a part, whatever stands in them."""
PARTS = ("explain", "note", "options", "why", "items", "pairs", "spare")
NO_PLACE = {
    "moodle-xml": set[str](),
    "gift": {
        *("its points", "its hint", "the order of its options"),
        *(f"a part of its {name}" for name in PARTS),
        "line breaks in its checklist",
    },
}
"""What a format has no place for in any kind; GIFT writes a text with an arrow as HTML, in which
two spaces are one."""
BY_WORDS = {
    "its points": "points",
    "its hint": "hint",
    "the order of its options": "shuffle",
    "right answers that it has no place for": "accept",
    "wrong answers that it has no place for": "reject",
    "right words beside the first one of a blank, or the wrong ones that it names": "blanks",
    "where its task ends": "ask",
    "where its text begins": "text",
    "a part of its words": "words",
    "line breaks in its checklist": "checklist",
    **{f"a part of its {name}": name for name in PARTS},
}
ALSO = {"right answers in a form that is not listed"}


def out_and_back(form: Format, quiz: Quiz) -> tuple[Imported, dict[str, set[str]]]:
    """Return what comes back of a quiz, and what is told as lost of each question."""
    assert form.write
    assert form.read
    written = form.write(quiz)
    told = defaultdict[str, set[str]](set)
    for loss in written.losses:
        told[loss.question].add(loss.what)
    return form.read(written.data.decode()), told


def comparable(question: Question) -> dict[str, object]:
    """Return the fields of a question, wrong answers in whatever order they stand."""
    found = {field.name: getattr(question, field.name) for field in fields(question)}
    if "reject" in found:
        found["reject"] = {*found["reject"]}
    if isinstance(question, Cloze):
        found["blanks"] = [(blank.accept, {*blank.reject}) for blank in question.blanks]
    return found


@BOTH
@given(quiz=quizzes())
def test_what_is_not_told_as_lost_comes_back(form: Format, quiz: Quiz) -> None:
    imported, told = out_and_back(form, quiz)
    back = {entry.question.id: entry.question for entry in imported.entries if entry.question}
    for question in quiz.questions:
        said = told[question.id] - ALSO
        if any(what.startswith("all of it") for what in said):
            assert question.kind not in WHOLE
            assert question.id not in back
            continue
        here, there = comparable(question), comparable(back[question.id])
        assert {name for name in here if here[name] != there[name]} == {*map(BY_WORDS.get, said)}
        assert question.kind not in WHOLE or said <= NO_PLACE[form.name]


@BOTH
@given(quiz=quizzes())
def test_nothing_is_told_as_lost_of_what_we_wrote(form: Format, quiz: Quiz) -> None:
    imported, _ = out_and_back(form, quiz)
    assert {loss for entry in imported.entries for loss in entry.losses} <= {"a formula"}
    assert not [entry.refused for entry in imported.entries if entry.refused]
    assert imported.passage == (quiz.passage.text,)
    assert imported.title in {" ".join(quiz.title.split()), ""}


@BOTH
def test_the_ketamine_quiz_comes_back_whole(form: Format) -> None:
    quiz = read(KETAMINE)
    imported, told = out_and_back(form, quiz)
    back = [entry.question for entry in imported.entries if entry.question]
    known = [replace(one, claims=(), waive={}) for one in quiz.questions]
    if form is moodle_xml.FORMAT:
        assert [*map(comparable, back)] == [*map(comparable, known)]
    assert [(one.id, one.kind, one.evidence, one.explain) for one in back] == [
        (one.id, one.kind, one.evidence, one.explain) for one in known
    ]
    assert imported.title == quiz.title
    assert imported.passage == (quiz.passage.text,)
    assert [entry.topic for entry in imported.entries] == [
        quiz.topics[one.topic] for one in quiz.questions
    ]
    assert not any(entry.losses or entry.refused for entry in imported.entries)
    assert not any(what.startswith("all of it") for said in told.values() for what in said)
    assert form.recognizes(moodle_or_gift(form, quiz))


def moodle_or_gift(form: Format, quiz: Quiz) -> str:
    """Return a quiz as a text in a format."""
    assert form.write
    return form.write(quiz).data.decode()
