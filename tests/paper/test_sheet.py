"""A sheet: where the pencil writes, for every kind, and the passage."""

from dataclasses import replace

import pytest

from quiz.engine.kinds import public
from quiz.engine.paper_variant import PaperVariant
from quiz.model.notice import DISCLAIMER
from quiz.model.question import KINDS, Number
from quiz.model.quiz import Term
from quiz.paper.area import Area, Blanks, Boxes, Columns, Line, Lines, Places
from quiz.paper.key import key
from quiz.paper.kinds import on_paper
from quiz.paper.sheet import Sheet, sheet

from .build import BANK, QUESTIONS, asked

BY_ID = {question.id: question for question in QUESTIONS}
TABLE = [
    ("c", (2, 0, 1), "Check one box.", Boxes(("Snow", "Fog", "Hail"))),
    ("cs", (0, 2, 1), "Check 2 boxes.", Boxes(("Red", "Tan", "Blue"))),
    (
        "s",
        (0, 1, 2),
        "By the passage: true, false, or not stated? Check one box.",
        Boxes(("True", "False", "Not stated in the passage"), in_a_row=True, letters="tfn"),
    ),
    ("n", (), "Write a number.", Line(after="years")),
    ("sh", (), "Write a word or a few.", Line(long=True)),
    (
        "cl",
        (3, 1, 0, 2),
        "Write a word from the list in each blank.",
        Blanks("It\u00a0___ all\u00a0___ long.", ("year", "night", "rained", "slept")),
    ),
    ("cg", (), "Write the missing word in the blank.", Blanks("Wet\u00a0___.", ())),
    (
        "o",
        (1, 2, 0),
        "Number the boxes from 1 to 3: 1 comes first.",
        Places(("Drop", "Puddle", "Cloud")),
    ),
    (
        "m",
        (1, 2, 0),
        "Draw a line from each number to a letter. One letter is left over.",
        Columns(("Coat", "Hat"), ("Green", "Purple", "Yellow")),
    ),
    (
        "l",
        (),
        "Write the number of the sentence in the passage that answers this.",
        Line(before="Sentence"),
    ),
    ("t", (), "Explain it in your own words. This is not scored.", Lines(7)),
]


def test_the_table_has_every_kind() -> None:
    assert {BY_ID[row[0]].kind for row in TABLE} == set(KINDS)


@pytest.mark.parametrize(("name", "layout", "how", "where"), TABLE)
def test_what_to_do_and_where(name: str, layout: tuple[int, ...], how: str, where: Area) -> None:
    assert on_paper(BY_ID[name]).instruction(public(BY_ID[name])) == how
    assert on_paper(BY_ID[name]).area(asked(BY_ID[name], *layout)) == where


def test_a_number_without_a_unit() -> None:
    number = BY_ID["n"]
    assert isinstance(number, Number)
    assert on_paper(number).area(asked(replace(number, unit=None))) == Line()


def of(*names: str) -> Sheet:
    everything = tuple(asked(BY_ID[name]) for name in names)
    return sheet(BANK, PaperVariant("B", 4, everything))


def test_what_stands_around_the_questions() -> None:
    whole = of("c", "n", "t")
    assert (whole.title, whole.language) == ("Rain", "en")
    assert whole.version.startswith("Version B, set 4 (")
    assert (whole.passage, whole.source) == ("A wet night", "Our own words")
    assert whole.disclaimer == DISCLAIMER
    assert [task.number for task in whole.tasks] == [1, 2, 3]
    assert [task.points for task in whole.tasks] == ["2 points", "1 point", ""]
    assert whole.total == 3
    assert whole.earned[1:] == ("What you explain in your own words is not scored.",)
    of_an_order = key(BANK, PaperVariant("B", 4, (asked(BY_ID["o"]),))).earned
    assert of_an_order == of("c", "o").earned
    assert "each pair in the right order" in of_an_order[1]


def test_hard_words_are_explained_but_for_what_may_answer_a_question() -> None:
    night = Term(term="night", means="The dark hours of a day.", source="A dictionary")
    hail = Term(term="hail", means="Ice that falls as rain.", source="A dictionary")
    snail = Term(term="snail", means="A small animal.", source="A dictionary")
    quiz = replace(BANK, terms=("rain", night, hail, snail))
    variant = PaperVariant("B", 4, (asked(BY_ID["c"]), asked(BY_ID["sh"])))
    printed = {one.term: one.means for one in sheet(quiz, variant).words}
    assert printed == {"night": "The dark hours of a day. (A dictionary)"}
    assert [one.term for one in key(quiz, variant).words] == ["night", "hail", "snail"]


def test_sentences_are_numbered_only_for_a_question_that_needs_it() -> None:
    plain = [[(one.number, one.text) for one in part] for part in of("c").paragraphs]
    assert plain == [[(None, "There was rain. It came at night.")], [(None, "Then it stopped.")]]
    numbered = [[(one.number, one.text) for one in part] for part in of("c", "l").paragraphs]
    assert numbered == [
        [(1, "There was rain."), (2, "It came at night.")],
        [(3, "Then it stopped.")],
    ]
