"""Hard words: where they stand, and which meanings are held back from whom."""

from dataclasses import replace
from random import Random

import pytest

from quiz.engine.session import Mode, Presented, Session
from quiz.engine.terms import explained, find, gives_away, spans
from quiz.model.answer import ChoiceAnswer
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Term
from tests.engine.conftest import EVERY_KIND, build_quiz


def term(word: str, means: str = "Something else.") -> Term:
    return Term(term=word, means=means, source="A dictionary")


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("glutamate", "Glutamate is one. Glutamates are many.", ["Glutamate", "Glutamates"]),
        ("ketamine", "Esketamine is a form of ketamine.", ["ketamine"]),
        ("dose", "Doses, not dosed.", ["Doses"]),
        ("brain cell", "Brain cells", ["Brain cells"]),
        ("C++", "C++ and C", ["C++"]),
        ("x", "Nothing here", []),
    ],
)
def test_where_a_term_stands(word: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(term(word), text)] == found


@pytest.mark.parametrize(
    ("typed", "found"), [("Glutamate", True), ("glutamates ", True), ("glut", False)]
)
def test_a_term_is_found_as_it_is_typed(typed: str, found: bool) -> None:
    terms = (term("other"), term("glutamate"))
    assert find(terms, typed) == (terms[1] if found else None)


def asking(kind: str, ask: str, *parts: str, **more: str) -> PublicQuestion:
    return PublicQuestion(id="q", kind=kind, ask=ask, parts=parts, **more)  # type: ignore[arg-type]


GLUTAMATE = "What brain cells use to send messages."


@pytest.mark.parametrize(
    ("word", "means", "question", "tells"),
    [
        ("glutamate", GLUTAMATE, asking("choice", "What does glutamate do?", "It feeds"), False),
        ("glutamate", GLUTAMATE, asking("choice", "Glutamate?", "It sends messages"), True),
        ("glutamate", GLUTAMATE, asking("choice", "Which one sends messages?", "Glutamate"), True),
        ("glutamate", GLUTAMATE, asking("choice", "What sends messages?", "Iron"), False),
        ("glutamate", GLUTAMATE, asking("short", "What do brain cells use?"), True),
        ("glutamate", GLUTAMATE, asking("short", "Which drug is it?"), False),
        ("glutamate", GLUTAMATE, asking("cloze", "Fill.", text="Brain cells use ___."), True),
        ("Spravato", "Approved in 2019.", asking("number", "In what year did it come?"), True),
        ("vets", "Animal doctors.", asking("statement", "Vets are animal doctors.", "True"), True),
        (
            "vets",
            "Not stated here.",
            asking("statement", "It is used by vets.", "Not stated"),
            False,
        ),
        ("glutamate", GLUTAMATE, asking("teach-back", "What do brain cells use?"), False),
    ],
)
def test_a_meaning_that_may_answer_a_question(
    word: str, means: str, question: PublicQuestion, tells: bool
) -> None:
    assert gives_away(term(word, means), question) is tells


@pytest.mark.parametrize("mode", Mode)
def test_a_meaning_is_held_back_until_its_question_is_answered(mode: Mode) -> None:
    telling, plain = term("option", "How it was first used."), term("glutamate")
    quiz = replace(build_quiz(), terms=("ketamine", telling, plain))
    question = EVERY_KIND[0]
    session = Session.begin(quiz, (Presented.shuffled(question, Random(1)),), mode)
    assert explained(session) == (plain,)
    answered, _ = session.answer(ChoiceAnswer(frozenset({0})))
    assert explained(answered) == ((telling, plain) if mode is Mode.PRACTICE else (plain,))
    assert explained(answered.finish()) == (telling, plain)
