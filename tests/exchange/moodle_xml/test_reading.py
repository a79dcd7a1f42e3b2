"""Moodle XML made elsewhere, as its own rules say it."""

import pytest

from quiz.exchange.format import Entry
from quiz.exchange.moodle_xml import FORMAT
from quiz.exchange.moodle_xml.reading import read
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Blank, Option, Pair, Rejected

ASK = '<questiontext format="html"><text><![CDATA[<p>Why?</p>]]></text></questiontext>'


def quiz(*questions: str) -> str:
    """Return a file with questions."""
    return "<quiz>\n" + "\n".join(questions) + "\n</quiz>"


def one(kind: str, body: str, ask: str = ASK) -> Entry:
    """Return what is read of a file with one question."""
    (entry,) = read(quiz(f'<question type="{kind}">{ask}{body}</question>')).entries
    return entry


def asked(text: str) -> str:
    """Return the text of a question as HTML."""
    return f'<questiontext format="html"><text><![CDATA[{text}]]></text></questiontext>'


def answer(text: str, weight: str = "0", said: str = "", more: str = "") -> str:
    """Return an answer as Moodle writes it."""
    feedback = f'<feedback format="html"><text>{said}</text></feedback>' if said else ""
    return f'<answer fraction="{weight}"><text>{text}</text>{feedback}{more}</answer>'


TEA = answer("Tea", "100", "So it says.") + answer("Milk", said="No word of &lt;b&gt;it&lt;/b&gt;.")


@pytest.mark.parametrize(
    ("kind", "body", "ask", "expected", "losses"),
    [
        (
            "multichoice",
            TEA + "<shuffleanswers>0</shuffleanswers>",
            ASK,
            Choice(
                id="",
                ask="Why?",
                options=(
                    Option(text="Tea", correct=True, why="So it says."),
                    Option(text="Milk", why="No word of it."),
                ),
                shuffle=False,
            ),
            ("bold letters",),
        ),
        (
            "multichoice",
            "<single>false</single>"
            + answer("Tea", "50")
            + answer("Milk", "33.33333")
            + answer("Sand", "-100"),
            ASK,
            Choices(
                id="",
                ask="Why?",
                options=(
                    Option(text="Tea", correct=True),
                    Option(text="Milk", correct=True),
                    Option(text="Sand"),
                ),
            ),
            ("its weights (50 %, 33.3333 %, -100 %): here a wrong pick takes a right one back",),
        ),
        (
            "multichoice",
            "<single>true</single>" + answer("Tea", "100") + answer("Sand", "100") + answer("x"),
            ASK,
            Choices(
                id="",
                ask="Why?",
                options=(
                    Option(text="Tea", correct=True),
                    Option(text="Sand", correct=True),
                    Option(text="x"),
                ),
            ),
            ("that one right option is enough",),
        ),
        (
            "truefalse",
            answer("true", "0", "It is not.") + answer("false", "100"),
            ASK,
            Statement(id="", ask="Why?", answer=False, why={"true": "It is not."}),
            (),
        ),
        (
            "truefalse",
            answer("wahr", "100") + answer("falsch"),
            ASK,
            Statement(id="", ask="Why?", answer=True),
            (),
        ),
        (
            "shortanswer",
            "<usecase>1</usecase>"
            + answer("tea", "100")
            + answer(r"tea\*", "100")
            + answer("te*", "100")
            + answer("milk", "50", "Not so.")
            + answer("*", said="No."),
            ASK,
            Short(
                id="",
                ask="Why?",
                accept=("tea", "tea*"),
                reject=(Rejected(text="milk", why="Not so."),),
            ),
            (
                "that capital letters count",
                "the pattern “te*”",
                "what it says to any other answer",
                "the weight 50 % of “milk”",
            ),
        ),
        (
            "numerical",
            answer("1.5", "100", more="<tolerance>0.5</tolerance>")
            + answer("1.5", "50", more="<tolerance>2</tolerance>")
            + answer("3", said="No.")
            + "<units><unit><multiplier>1</multiplier><unit_name>cm</unit_name></unit>"
            "<unit><multiplier>10</multiplier><unit_name>mm</unit_name></unit></units>",
            ASK,
            Number(
                id="",
                ask="Why?",
                answer=1.5,
                tolerance=0.5,
                unit="cm",
                reject=(Rejected(text="3", why="No."),),
            ),
            ("the unit “mm”", "the answer “1.5”, which earns 50 %"),
        ),
        (
            "matching",
            '<subquestion format="html"><text>Hot</text><answer><text>Tea</text></answer>'
            "</subquestion><subquestion><text>Cold</text><answer><text>Ice</text></answer>"
            "</subquestion><subquestion><text></text><answer><text>Sand</text></answer>"
            "</subquestion>",
            ASK,
            Match(
                id="",
                ask="Why?",
                pairs=(Pair(left="Hot", right="Tea"), Pair(left="Cold", right="Ice")),
                spare=Rejected(text="Sand"),
            ),
            (),
        ),
        (
            "ordering",
            answer("Second", "2.0000000") + answer("First", "1.0000000"),
            ASK,
            Order(id="", ask="Why?", items=("First", "Second")),
            (),
        ),
        (
            "essay",
            '<graderinfo format="html"><text><![CDATA[<ul><li>Hot</li><li>Wet</li></ul>]]></text>'
            "</graderinfo><defaultgrade>0</defaultgrade>",
            ASK,
            TeachBack(id="", ask="Why?", checklist=("Hot", "Wet")),
            (),
        ),
        ("essay", "", ASK, TeachBack(id="", ask="Why?"), ()),
        (
            "cloze",
            "",
            asked("<p>Fill it.</p><p>Tea is {1:SA:=hot#Right.~%0%cold#No &lt; no.~*#Well.}.</p>"),
            Cloze(
                id="",
                ask="Fill it.",
                text="Tea is ___.",
                blanks=(Blank(accept=("hot",), reject=(Rejected(text="cold", why="No < no."),)),),
                explain="Right.",
            ),
            ("what it says to any other answer",),
        ),
        (
            "multianswer",
            "",
            asked(r"{1:MC:=hot~cold#No.~wet} or {1:MC:hot~=c\}ld~cold~wet}"),
            Cloze(
                id="",
                ask="What is missing?",
                text="___ or ___",
                blanks=(Blank(accept=("hot",)), Blank(accept=("c}ld",))),
                words=(Rejected(text="cold", why="No."), Rejected(text="wet")),
            ),
            (),
        ),
        (
            "cloze",
            "",
            asked("It has {2:NUMERICAL:=23.8:0.1}."),
            Cloze(
                id="",
                ask="What is missing?",
                text="It has ___.",
                blanks=(Blank(accept=("23.8",)),),
            ),
            ("the tolerance of a number in a blank",),
        ),
        (
            "gapselect",
            "<selectoption><text>hot</text><group>1</group></selectoption>"
            "<selectoption><text>wet</text><group>2</group></selectoption>",
            asked("Tea is [[1]]."),
            Cloze(
                id="",
                ask="What is missing?",
                text="Tea is ___.",
                blanks=(Blank(accept=("hot",)),),
                words=(Rejected(text="wet"),),
            ),
            ("that each blank has words of its own to choose from",),
        ),
    ],
)
def test_a_question_made_elsewhere_is_read(
    kind: str, body: str, ask: str, expected: Question, losses: tuple[str, ...]
) -> None:
    entry = one(kind, body, ask)
    assert entry.question == expected
    assert entry.losses == losses


@pytest.mark.parametrize(
    ("kind", "body", "ask", "why"),
    [
        ("multichoice", answer("Tea", "90"), ASK, "no answer is marked as right"),
        ("truefalse", answer("true") + answer("false"), ASK, "no answer is marked as right"),
        ("shortanswer", answer("te*", "100"), ASK, "no answer is marked as right"),
        ("numerical", answer("many", "100"), ASK, "“many” is no number"),
        ("matching", "", ASK, "it has fewer than two pairs"),
        ("ordering", answer("One"), ASK, "there are no items to put in order"),
        ("cloze", "", ASK, "there is no gap with an answer in its text"),
        ("cloze", "", asked("{1:MULTIRESPONSE:=a~b}"), "unsupported type of a gap: MULTIRESPONSE"),
        ("cloze", "", asked("{1:MC:a~%50%b}"), "no answer is marked as right"),
        ("gapselect", "", asked("Tea is [[9]]."), "its gaps name no word"),
        ("calculated", "", ASK, "unsupported type: calculated"),
        ("\x7f[red]" * 20, "", ASK, "unsupported type: "),
        ("essay", "", "", "it asks nothing: its text is empty"),
    ],
)
def test_what_can_be_no_question_is_left_out_and_said(
    kind: str, body: str, ask: str, why: str
) -> None:
    entry = one(kind, body, ask)
    assert entry.question is None
    assert why in entry.refused


def test_what_every_question_has_is_read() -> None:
    entry = one(
        "shortanswer",
        answer("tea", "100")
        + "<name><text>Tea 1</text></name><idnumber>Q_1</idnumber><defaultgrade>2.5</defaultgrade>"
        '<generalfeedback format="markdown"><text>So *it* says.</text></generalfeedback>'
        "<penalty>0.5000000</penalty><hint><text>Think.</text></hint><hint><text>More.</text></hint>"
        "<tags><tag><text>skill:apply</text></tag><tag><text>biology</text></tag></tags>"
        '<incorrectfeedback format="html"><text>Oh no.</text></incorrectfeedback>',
        '<questiontext format="html"><text>&lt;img src="@@PLUGINFILE@@/a.png" alt="A cup"&gt; of?'
        '</text><file name="a.png" encoding="base64">aGk=</file></questiontext>',
    )
    assert entry.name == "Tea 1"
    assert entry.question
    assert entry.question.id == "Q_1"
    assert entry.question.ask == "A cup of?"
    assert entry.question.explain == "So it says."
    assert entry.question.hint == "Think."
    assert entry.question.points == 3
    assert entry.question.skill == "apply"
    assert entry.losses == (
        "a picture",
        "slanted letters",
        "its 2.5 points (3 here)",
        "the tag “biology”",
        "more than one hint",
        "the penalty 0.5 for another try",
        "a feedback for all right, partly right or wrong answers",
    )


def test_categories_are_topics_and_descriptions_the_passage() -> None:
    category = '<question type="category"><category><text>{}</text></category></question>'
    essay = f'<question type="essay">{ASK}</question>'
    imported = read(
        quiz(
            category.format("$course$/top/Tea//Ice/Hot"),
            '<question type="description">' + asked("<p>Tea is hot.</p>") + "</question>",
            essay,
            category.format("$course$/top/Tea//Ice/Cold"),
            essay,
        )
    )
    assert imported.title == "Tea/Ice"
    assert imported.passage == ("Tea is hot.",)
    assert [entry.topic for entry in imported.entries] == ["Hot", "Cold"]
    assert [entry.line for entry in imported.entries] == [4, 6]


def test_a_question_that_is_no_xml_leaves_out_no_other() -> None:
    essay = f'<question type="essay">{ASK}</question>'
    entries = read(quiz(essay, "<question type='essay'><b>&</question>", essay, essay)).entries
    assert [(entry.line, bool(entry.question)) for entry in entries] == [
        (2, True),
        (3, False),
        (4, True),
        (5, True),
    ]
    assert entries[1].refused.startswith("no XML")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ('<?xml version="1.0"?>\n<quiz>\n<question type="essay">', True),
        ("<html><body>quiz question", False),
        ("::Q:: Why? {=so}", False),
    ],
)
def test_only_moodle_xml_is_recognized(text: str, known: bool) -> None:
    assert FORMAT.recognizes(text) is known
