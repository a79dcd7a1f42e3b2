"""What an author gets wrong is told where it stands; who mends it as told has the quiz as meant."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from quiz.model.problem import Problem, UnreadableQuiz
from quiz.quizfile.parsing import FAULTS
from quiz.quizfile.reader import read_bytes
from quiz.quizfile.shelf import shipped

GOOD = [
    *sorted((Path(__file__).parents[1] / "quizzes" / "good").glob("*.yaml")),
    shipped() / "ketamine.yaml",
]
QUIZ = """\
schema: 1
id: hands
title: Clean hands
topics:
  when: When to wash
  how: How to wash
passage:
  title: Why wash?
  source: Our own
  text: |
    Hands pick up germs. Wash them before you eat.

    Note: rub them with soap for twenty seconds. text : dry them.
questions:
- id: one
  kind: choice
  topic: when
  skill: access
  ask: When do you wash?
  options:
  - text: Before you eat
    correct: true
    why: It says so.
  - text: At night
    why: Nights are not named.
  evidence: Wash them before you eat
  explain: The passage says so.
- id: two
  kind: short
  topic: how
  skill: access
  ask: With what do you rub?
  accept: [soap, some soap]
  reject:
  - {text: sand, why: It says soap.}
  evidence: rub them with soap
  explain: With soap.
- id: three
  kind: order
  topic: how
  skill: apply
  ask: What comes first?
  items:
  - Wet
  - Rub
  evidence: rub them with soap
  explain: Wet, then rub.
forms: {pre: [one], post: [two]}
"""
ODD = "\u00a0\u2002\u2003\u2009\u202f\u3000"
SPECIAL = "the space here is U+{:04X}"
HYPHEN = "each value of a list begins with a hyphen and a space: write `- {}: ...`"
VALUE = "begin each value of a list with a hyphen and a space: `- {}`"
MISSING = "a hyphen is missing where the next one of a list begins: write `- {}: ...`"
COLON = "a colon with a space after it stands in the text: put the whole text in quotation marks"
CURLY = "typographic quotation marks are part of a text: put straight ones around the whole text"
COMMENT = "what follows # behind a space is a comment: put the whole text in quotation marks"
ENDS = "the text that begins with ' here ends at the next ': put the whole text in quotation marks"
ASKEW = "this does not fit the lines above: begin keys that belong together in one column"
ON = "the text of `{}` goes on here: begin further right than that key"
BAR = "a text of several lines begins with a bar: write `{}: |`"
COMMA = "a comma ends the text before this: put the whole text in quotation marks"
NO_COMMA = "a comma is missing before `why`"

Row = tuple[str, str, int, str]
AS_IT_WAS: list[Row] = [
    row
    for space in ODD
    for row in (
        ("  kind: short", f"{space * 2}kind: short", 1, SPECIAL.format(ord(space))),
        ("\n- id: two", f"\n-{space}id: two", 2, SPECIAL.format(ord(space))),
        ("  - Rub", f"  -{space}Rub", 4, SPECIAL.format(ord(space))),
        ("  ask: With", f"  ask:{space}With", 7, SPECIAL.format(ord(space))),
        ("  ask: With", f"  ask{space}: With", 6, SPECIAL.format(ord(space))),
        ("title: Clean", f"title:{space}Clean", 7, SPECIAL.format(ord(space))),
        ("  how: How", f"  how:{space}How", 7, SPECIAL.format(ord(space))),
        ("    Hands pick", f"  {space * 2}Hands pick", 3, SPECIAL.format(ord(space))),
    )
] + [
    *(("- id: two", f"{mark}id: two", 1, HYPHEN.format("id")) for mark in ("-", "– ", "–", "• ")),
    *(
        ("- id: two", f"{mark}id: two", 1, HYPHEN.format("id"))
        for mark in ("1. ", "2) ", "* ", "—")
    ),
    *(("- id: one", f"{mark}id: one", 1, HYPHEN.format("id")) for mark in ("-", "– ", "1. ")),
    *(("- text: At", f"{mark}text: At", 3, HYPHEN.format("text")) for mark in ("-", "– ", "• ")),
    *(("- Rub", f"{mark}Rub", 3, VALUE.format("Rub")) for mark in ("-", "– ", "• ", "2. ", "* ")),
    ("- id: two", "  id: two", 3, MISSING.format("id")),
    ("- id: two", "id: two", 1, MISSING.format("id")),
    ("- id: one", "  id: one", 3, MISSING.format("id")),
    ("- text: At", "  text: At", 5, MISSING.format("text")),
    ("- text: At", "text: At", 3, MISSING.format("text")),
    ("- id: one", "id: one", 1, MISSING.format("id")),
    ("  - {text: sand", "  – {text: sand", 3, VALUE.format("{text: sand, why: It says soap.}")),
    ("- {text: sand", "- text: sand", 5, "the { is missing that belongs to the } at the end"),
    ("soap.}", "soap.}}", 37, "one } too many stands here"),
    ("some soap]", "some soap]]", 28, "one ] too many stands here"),
    ("topic: when", "topic：when", 3, "a colon is missing: write `topic: ...`"),  # noqa: RUF001
    ("topic: when", "topic = when", 3, "a colon is missing: write `topic: ...`"),
    ("kind: choice", "kind: Multiple choice", 9, "unknown kind: did you mean choice?"),
    ("kind: short", "kind: short answer", 9, "unknown kind: did you mean short?"),
    ("kind: order", "kind: zzzzz", 9, "unknown kind: write one of choice"),
    ("skill: apply", "skill: use it", 10, "did you mean apply?"),
    ("skill: apply", "skill: APPLY", 10, "did you mean apply?"),
    (
        "post: [two]",
        "post: [With what do you rub]",
        28,
        "no question has the id With what do you rub: did you mean two,",
    ),
    ("  text: |", "  text:", 8, BAR.format("text")),
    ("  text: |", "  text: ", 9, BAR.format("text")),
    ("title: Clean", "title:Clean", 7, "a space is missing after the colon: write `title: ...`"),
    ("  topic: how\n  skill: access", "\ttopic: how\n  skill: access", 1, "a tab stands here"),
    ("  topic: how\n  skill: access", "  topic how\n  skill: access", 3, "a colon is missing"),
    ("  kind: short", "kind: short", 1, ASKEW),
    ("  kind: short", " kind: short", 2, ASKEW),
    ("  kind: short", "    kind: short", 5, "this line begins further right"),
    ("[soap, some soap]", "[soap, some soap", 11, "the list that begins with [ here is never"),
    ("It says soap.}", "It says soap.", 5, "the keys that begin with { here are never closed"),
    ("sand, why", "sand why", 17, NO_COMMA),
    ("{text: sand, why", '{text: "sand" why', 19, NO_COMMA),
    (
        "topic: when",
        "topic: When to wash",
        10,
        "When to wash is not listed in topics: did you mean when",
    ),
]
"""What is right, what is written for it, in which column it is told, and how."""
QUOTED: list[tuple[str, str, int, str, str]] = [
    ("title: Clean hands", "title: “Clean: hands”", 8, CURLY, 'title: "Clean: hands"'),
    ("title: Clean hands", "title: «Clean: hands»", 8, CURLY, 'title: "Clean: hands"'),
    ("ask: When do you wash?", "ask: Think: when?", 13, COLON, 'ask: "Think: when?"'),
    ("[soap, some soap]", "['it's soap', x]", 12, ENDS, '["it\'s soap", x]'),
    ("[soap, some soap]", "['it's soap', x]", 12, "", "['it''s soap', x]"),
    ("[soap, some soap]", "[soap #1, x]", 17, COMMENT, '["soap #1", x]'),
    ("[soap, some soap]", "[soap, x: y: z]", 22, COLON, '[soap, "x: y: z"]'),
    ("{text: sand,", "{text: sand #1,", 17, COMMENT, '{text: "sand #1",'),
    ("{text: sand,", "{text: sand, or so,", 18, COMMA, '{text: "sand, or so",'),
    ("why: It says soap.}", "why: Note: It is.}", 27, COLON, 'why: "Note: It is."}'),
    ("why: It says soap.}", "why: 'It's soap.'}", 23, ENDS, 'why: "It\'s soap."}'),
    ("why: It says soap.}", "why: “No: soap.”}", 23, CURLY, 'why: "No: soap."}'),
    (
        "explain: With soap.",
        "explain: [sic] soap.",
        12,
        "a text may not begin with [",
        'explain: "[sic] soap."',
    ),
    (
        "explain: With soap.",
        "explain: {x} soap.",
        12,
        "a text may not begin with {",
        'explain: "{x} soap."',
    ),
    ("With soap.", "With soap\n  and so on.", 3, ON.format("explain"), "With soap\n    and so on."),
    ("Clean hands", "Clean hands\nand so on.", 1, ON.format("title"), "Clean hands\n  and so on."),
    (
        "explain: With soap.",
        'explain: "With soap.',
        12,
        "the quotation mark here is never closed",
        'explain: "With soap."',
    ),
]
"""What is right, what is written, the column, how it is told, and what is to be written for it."""
ALL = [(*row, row[0]) for row in AS_IT_WAS] + QUOTED


def _line(right: str) -> int:
    return QUIZ.count("\n", 0, QUIZ.index(right) + (right[0] == "\n")) + 1


def problems(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a text; nothing where it is a quiz."""
    try:
        read_bytes(text.encode(), "quiz.yaml")
    except UnreadableQuiz as error:
        return error.problems
    return ()


def test_the_quiz_is_right_as_it_is() -> None:
    assert problems(QUIZ) == ()


@pytest.mark.parametrize(("right", "wrong", "column", "message", "mended"), ALL)
def test_one_mistake(right: str, wrong: str, column: int, message: str, mended: str) -> None:
    """It is told alone, in its own line, and what is advised reads."""
    (problem,) = problems(QUIZ.replace(right, wrong, 1))
    assert problem.message.startswith(message)
    line = _line(right) + wrong.strip("\n").count("\n") * ("goes on" in message)
    assert (problem.line, problem.column) == (line, column)
    assert problems(QUIZ.replace(right, mended, 1)) == ()


def test_no_mistake_hides_another() -> None:
    """Of four at once, not side by side, all are told in the first round.

    But for what is judged by the rest of a question: its kind, its topic, its name in a form.
    """
    rng = Random(0)
    judged = ("unknown kind", "did you mean", "no question", "When to wash is")
    alone = [row for row in ALL if "one" not in row[0] and not row[3].startswith(judged)]
    for _ in range(60):
        rows = rng.sample(alone, 4)
        lines = sorted(_line(right) for right, *_ in rows)
        if any(below - above < 2 for above, below in pairwise(lines)):
            continue
        text = QUIZ
        for right, wrong, *_ in rows:
            text = text.replace(right, wrong, 1)
        told = [problem.message for problem in problems(text)]
        for row in rows:
            assert any(message.startswith(row[3][:20]) for message in told), (row, told)
        assert len(told) <= 4, told


def test_the_same_space_in_many_lines_is_told_once() -> None:
    text = QUIZ.replace("\n  ", "\n\u00a0\u00a0")
    (problem,) = problems(text)
    assert problem.message.endswith("so in 36 more lines")


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_no_mistake_is_seen_in_a_good_quiz(path: Path) -> None:
    """What is right in a file is none in one that can't be read for another reason."""
    found = problems(f"{path.read_text()}zzz: 1\n")
    assert [problem.where for problem in found] == ["zzz"]


def test_the_rest_of_a_file_of_nothing_but_faults_is_left_unread() -> None:
    assert len(problems("k: b: c\n" * 1_000)) == FAULTS
