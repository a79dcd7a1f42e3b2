"""Questions of text2qti, as its documentation writes them."""

from typing import Any

import pytest

from quiz.exchange.format import Entry
from quiz.exchange.text2qti import FORMAT, read
from quiz.model.question import Choice, Choices, Number, Question, Short, Statement, TeachBack
from quiz.model.question_parts import Option

WET = (Option(text="Rain", correct=True), Option(text="Stones"))


def only(text: str) -> Entry:
    (entry,) = read(text).entries
    return entry


def choice(**fields: Any) -> Choice:
    return Choice(**({"id": "", "ask": "What falls?", "options": WET} | fields))


def number(answer: float, tolerance: float = 0) -> Number:
    return Number(id="", ask="How much?", answer=answer, tolerance=tolerance)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("1.  What falls?\n*a) Rain\nb)  Stones\n", choice()),
        ("7. What falls?\n\n*A) Rain\n\nA) Stones", choice()),
        (
            "1.  What\n    *falls*?\n\n    Say it.\n*a) Rain\nb)  Stones",
            choice(ask="What falls?\n\nSay it."),
        ),
        (
            "Points: 3\n1. What falls?\n... It rains.\n*a) Rain\n... Yes.\nb) Stones\n... No.\n"
            "    They lie.",
            choice(
                points=3,
                explain="It rains.",
                options=(
                    Option(text="Rain", correct=True, why="Yes."),
                    Option(text="Stones", why="No. They lie."),
                ),
            ),
        ),
        (
            "1. What falls?\n! It rains.\n*a) Rain\nb) Stones",
            choice(explain="It rains."),
        ),
        ("Shuffle answers: false\n1. What falls?\n*a) Rain\nb) Stones", choice(shuffle=False)),
        (
            "1. Which fall?\n[*] Rain\n[*] Snow\n[] Stones\n[ ] Air",
            Choices(
                id="",
                ask="Which fall?",
                options=(
                    Option(text="Rain", correct=True),
                    Option(text="Snow", correct=True),
                    Option(text="Stones"),
                    Option(text="Air"),
                ),
            ),
        ),
        ("1. What falls?\n[*] Rain\n[ ] Stones", choice()),
        (
            "1. Rain falls.\n*a) True\nb) False\n... It does.",
            Statement(id="", ask="Rain falls.", answer=True, why={"false": "It does."}),
        ),
        (
            "1. Who?\n*   Santa\n*   Santa *Claus*",
            Short(id="", ask="Who?", accept=("Santa", "Santa *Claus*")),
        ),
        (
            "1. Say why.\n... Well.\n! - One\n  - Two\n____",
            TeachBack(id="", ask="Say why.", explain="Well.", checklist=("One", "Two")),
        ),
        ("1. Say why.\n___", TeachBack(id="", ask="Say why.", checklist=())),
        ("1. How much?\n=   1_000", number(1000)),
        ("1. How much?\n= -5", number(-5)),
        ("1. How much?\n= 1.4142 +- 0.0001", number(1.4142, 0.0001)),
        ("1. How much?\n= 200 +- 5%", number(200, 10)),
        ("1. How much?\n= [1.2598, 1.2600]", number(1.2599, 0.0001)),
        ("1. How much?\n= 1.5e3 +- 0", number(1500)),
    ],
)
def test_questions(text: str, question: Question) -> None:
    entry = only(text)
    assert (entry.question, entry.refused) == (question, "")


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("1. What falls?\na) Rain\nb) Stones", "no answer is marked as right"),
        (
            "1. What falls?\n*a) Rain\n*b) Stones",
            "more than one answer is marked as right: write [*] where several may be",
        ),
        ("1. What falls?", "it has neither options nor an answer"),
        ("1. What falls?\n*a) Rain\n= 5", "its answers are of several types"),
        ("1. How much?\n= 5\n= 6", "it has more than one number"),
        ("1. How much?\n= five", "“five” is no number: write it with digits and a point"),
        ("1. How much?\n= 1e999", "“1e999” is no number: write it with digits and a point"),
        ("1. How much?\n= [1; 2]", "“[1; 2]” is no number: write it with digits and a point"),
        ("1. How much?\n= 5 +- nan", "“nan” is no number: write it with digits and a point"),
        ("1. Send it.\n^^^^", "unsupported type: file upload"),
        (
            "1. What\nfalls?\n*a) Rain\nb) Stones",
            "line 2 begins with no mark: indent what goes on",
        ),
        ("Rain falls.", "it begins with no mark: indent what goes on"),
        ("a) Rain", "it belongs to no question"),
        (
            "```{.python .run}\nprint('1. What?')\n\nprint('*a) x')\n```",
            "it is a program that writes questions, which is not run",
        ),
    ],
)
def test_what_is_no_question_is_told(text: str, refused: str) -> None:
    entry = only(text)
    assert (entry.question, entry.refused) == (None, refused)


FILE = """\
% made by hand
Quiz title: Rain
Quiz description: Read *this*.

    It is short.
Can't go back: true

COMMENT
1. Not this.
END_COMMENT
Text title: Part one
Text: Look up.

Title: The first
Points: 2.5
1. What falls?
+ Good.
- Bad.
*a) Rain
b) Stones

GROUP
pick: 1
points per question: 4
2. What falls?
*a) Rain
b) Stones
3. What falls?
*a) Rain
b) Stones
END_GROUP

GROUP
pick: 2
4. What falls?
*a) Rain
b) Stones
END_GROUP
Points: 500
5. What falls?
*a) Rain
b) Stones
"""


def test_a_file() -> None:
    file = read(FILE)
    assert file.title == "Rain"
    assert file.passage == ("Read this.", "It is short.", "Part one", "Look up.")
    assert [(entry.line, entry.name) for entry in file.entries] == [
        (16, "The first"),
        (25, "What falls?"),
        (28, "What falls?"),
        (35, "What falls?"),
        (40, "What falls?"),
    ]
    questions = [entry.question for entry in file.entries]
    assert questions == [
        choice(points=3),
        choice(points=4, group="group-1"),
        choice(points=4, group="group-1"),
        choice(),
        choice(points=100),
    ]
    assert [entry.losses for entry in file.entries] == [
        (
            "a feedback for all right answers",
            "a feedback for all wrong answers",
            "its 2.5 points (3 here)",
        ),
        (),
        (),
        ("that 2 of its group are picked",),
        ("its 500 points (100 here)",),
    ]


def test_a_program_hides_no_question() -> None:
    made, first = read(f"```{{.python .run}}\n1. x\n```\n{FILE}").entries[:2]
    assert (made.line, made.question) == (1, None)
    assert first.question == choice(points=3)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (FILE, True),
        ("1. What falls?\n*a) Rain\nb) Stones", True),
        ("1. What falls?\n\n    Say it.\n... Well.\n[ ] Rain", True),
        ("1. Who?\n* Santa", True),
        ("1. How much?\n= 5", True),
        ("1. Why?\n! So.\n____\n", True),
        ("1. What falls?\nA) Rain\nB) Stones\nANSWER: A", False),
        ("1. What falls? {\n= Rain\n~ Stones\n}", False),
        ("1. One\n2. Two\n", False),
        ("schema: 1\n", False),
    ],
)
def test_how_it_is_recognized(text: str, is_one: bool) -> None:
    assert FORMAT.recognizes(text) is is_one


def test_it_is_read_alone() -> None:
    assert FORMAT.read is read
    assert FORMAT.write is None
