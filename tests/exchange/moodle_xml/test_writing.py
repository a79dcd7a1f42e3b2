"""Moodle XML as Moodle's own reader takes it.

The rules are those of `qformat_xml` (question/format/xml/format.php) and of the types of questions
in Moodle 4.5.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given

from quiz.exchange.format import Loss
from quiz.exchange.moodle_xml.writing import write
from quiz.model.passage import Passage
from quiz.model.question import Cloze, Locate, Number, TeachBack
from quiz.model.question_parts import Blank, Rejected
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.support.made_up import quizzes

ROOT = Path(__file__).parents[3]
FRACTIONS = {
    *("100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30"),
    *("25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"),
}
"""What Moodle lets an answer be worth, in percent; all but 0 may be taken off as well."""
GAP = re.compile(
    r"\{([0-9]*):(SHORTANSWER|MULTICHOICE):((?:~?(?:=|%-?[0-9]+%)?.+?(?<!\\|&)(?=[~#}]|$)"
    r"(?:#.*?(?<!\\)(?=[~}]|$))?)+)\}",
    re.DOTALL,
)
KINDS = {"multichoice", "numerical", "shortanswer", "cloze", "ordering", "matching", "essay"}


def said(question: Element, path: str) -> str:
    """Return the text of an element that Moodle requires, as Moodle trims it."""
    found = question.find(f"{path}/text")
    assert found is not None, path
    return (found.text or "").strip()


def weights(question: Element) -> list[str]:
    """Return what the answers are worth."""
    return [answer.attrib["fraction"] for answer in question.findall("answer")]


def check_answers(question: Element, kind: str) -> None:
    """Hold the answers of a question to what Moodle asks of its type."""
    given = weights(question)
    if kind == "ordering":
        assert given == [str(place) for place in range(1, len(given) + 1)]
        return
    assert {weight.removeprefix("-") for weight in given} <= FRACTIONS
    if kind in {"multichoice", "numerical", "shortanswer"}:
        several = question.findtext("single") == "false"
        total = sum(float(weight) for weight in given if float(weight) > 0)
        assert abs(total - 100) < 0.01 if several else "100" in given
    if kind == "numerical":
        for answer in question.findall("answer"):
            assert float(said(answer, ".")) is not None
    if kind == "cloze":
        assert GAP.search(said(question, "questiontext"))
    if kind == "matching":
        assert len([one for one in question.findall("subquestion") if said(one, ".")]) >= 2
        assert all(said(one, "answer") for one in question.findall("subquestion"))


@given(quizzes())
def test_moodle_accepts_every_question(quiz: Quiz) -> None:
    root = fromstring(write(quiz).data)
    assert root.tag == "quiz"
    for question in root.findall("question"):
        kind = question.attrib["type"]
        if kind == "category":
            assert said(question, "category").startswith("$course$/top/")
            continue
        assert 0 < len(said(question, "name")) <= 255
        assert said(question, "questiontext")
        assert {one.attrib["format"] for one in question.iter() if "format" in one.attrib} == {
            "plain_text"
        }
        if kind == "description":
            continue
        assert kind in KINDS
        assert 1 <= int(question.findtext("defaultgrade", "")) <= 100
        assert len(question.findtext("idnumber", "")) <= 100
        check_answers(question, kind)


def test_texts_that_mean_something_to_xml_are_words() -> None:
    quiz = read(ROOT / "questions/ketamine.yaml")
    first = replace(quiz.questions[0], ask="]]> <b> &amp; “é”?")
    root = fromstring(write(replace(quiz, questions=(first,))).data)
    assert said(root.findall("question")[-1], "questiontext") == "]]> <b> &amp; “é”?"


COMMON: dict[str, Any] = {"id": "one", "topic": "when", "ask": "Why?", "explain": "So."}


@pytest.mark.parametrize(
    ("question", "what"),
    [
        (
            Cloze(text="A {1:SA:=b} ___.", blanks=(Blank(accept=("b",)),), **COMMON),
            "all of it: the format has no place for such a question",
        ),
        (
            Cloze(text="No blank.\n\nA ___.", blanks=(Blank(accept=("b",)),), **COMMON),
            "where its task ends",
        ),
        (
            Cloze(
                text="A ___.",
                blanks=(Blank(accept=("b",), reject=(Rejected(text="c", why="No."),)),),
                words=(Rejected(text="d", why="No."),),
                **COMMON,
            ),
            "right words beside the first one of a blank, or the wrong ones",
        ),
        (
            Number(answer=20, reject=(Rejected(text="twelve", why="No."),), **COMMON),
            "wrong answers that it has no place for",
        ),
        (
            Locate(evidence="It is so.", **COMMON),
            "all of it: the format has no place for such a question",
        ),
        (TeachBack(checklist=("Hot\nwet",), **COMMON), "line breaks in its checklist"),
        (TeachBack(waive={"no-such": "So."}, **COMMON), "the rules of the check that are waived"),
    ],
)
def test_what_it_can_not_hold_is_told(question: Cloze | Number, what: str) -> None:
    quiz = Quiz(
        schema=1,
        id="water",
        title="Water",
        topics={"when": "When"},
        passage=Passage(title="Water", source="Ours", text="It is so."),
        questions=(question,),
    )
    loss, *_ = write(quiz).losses
    assert loss == Loss("one", loss.what)
    assert loss.what.startswith(what)
