"""The report in a terminal."""

import re

import pytest

from quiz.analysis.class_report import report
from quiz.model.lines import cells
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.report.lines import lines

from ..paper.build import BANK
from .build import hostile, small, twice, whole

SMALL = """
The class: 4 learners, 3 questions
----------------------------------
! Below 10 learners the figures describe this class alone. The range behind one is its 95% interval,
  within which it likely lies. Questions are compared with each other from 10 learners on.

Scores
------
  0 to  10%: 0 learners
 10 to  20%: 0 learners
 20 to  30%: 2 learners
 30 to  40%: 0 learners
 40 to  50%: 0 learners
 50 to  60%: 1 learner
 60 to  70%: 0 learners
 70 to  80%: 1 learner
 80 to  90%: 0 learners
 90 to 100%: 0 learners
Mean score: 44% (6% to 82%)
Median score: 38%
Standard deviation: 24%
Skewness: 0.85
Kurtosis: -1.29
Internal consistency, error ratio, standard error: none. It takes 10 learners, and this is about 4.

Topics
------
Rain: 44%, 7 of 16 points

Sure but wrong
--------------
Errors that learners are sure of are mended best when they are talked about, so these come first.
   1  Which one?
      1 of them highly sure
      Wrong answer of most: Hail (2)
   1  What falls?
      1 of them highly sure
      Wrong answer of most: Snow (2)

How sure, and how often right
-----------------------------
high    3 right, 2 not fully right
medium  0 right, 0 not fully right
low     1 right, 2 not fully right

Questions, the hardest first
----------------------------
Discrimination, discriminative efficiency, effective weight: none. It takes 10 learners, and this is
about 4.

What falls?
  1 right, 3 wrong, 0 empty, of 4 learners
  Facility 25% (5% to 70%); random guess score 0%
  Standard deviation 50%; intended weight 25.0
  Right: rain
     all upper lower third (1, 2)
  ✗    2     0     2  Snow
          By Ben, Cleo
  ✗    1     0     0  hail
          By Dan
  ✓    1     1     0  rain
          By Ana
""".strip()


FIRST = """
Rain
How the class did: 4 learners earned 44% of the points on average, half of them 38% or more, from
25% to 75%.
What was not understood: “What falls?” (1 of 4 right); “Which one?” (2 of 4 right); “It rains.” (2
of 4 right)
Who to talk to: Ben (1 of 4 points); Cleo (1 of 4 points); Zoe Late (no result)
""".lstrip()


def test_it_begins_with_what_a_teacher_needs() -> None:
    assert "\n".join(lines(small(), width=100)).startswith(FIRST)


def test_a_small_class_has_what_describes_it() -> None:
    text = "\n".join(lines(small(), width=100))
    assert "Facility: The share of" in text
    assert text.count("iscriminative efficiency, effective weight: none.") == 1
    assert "Learners\n--------\n      points  right  partly  wrong  empty\n" in text
    assert "- <b>ana.json: Can't be read, so nothing of it counts. Line 3 is cut off." in text
    assert DISCLAIMER.split()[0] in text


def test_every_part_of_it() -> None:
    text = "\n".join(lines(small(), width=100))
    shown = text[text.index("The class:") :]
    assert shown[: len(SMALL)] == SMALL


def test_a_class_of_forty_has_intervals_and_a_warning(ketamine: Quiz) -> None:
    text = "\n".join(lines(whole(ketamine)))
    assert "! Unstable: below 100 learners" in text
    for figure in ("discrimination", "discriminative efficiency", "effective weight"):
        assert re.search(rf"{figure}\s+-?[\d.]+\s+\(-?[\d.]+\s+to\s+-?[\d.]+\)", text), figure
    assert "Mean score: " in text
    assert " to " in text[text.index("Mean score: ") : text.index("Standard deviation")]
    assert "Discrimination: Whether those who did well" in text


def test_a_class_of_a_hundred_has_neither(ketamine: Quiz) -> None:
    text = "\n".join(lines(whole(ketamine, 100)))
    assert "Unstable" not in text
    mean = next(line for line in text.splitlines() if line.startswith("Mean score: "))
    assert "to" not in mean


def test_before_and_after(ketamine: Quiz) -> None:
    text = "\n".join(lines(twice(ketamine)))
    assert "Pretest: 40 learners, 10 questions" in text
    assert "Posttest: 38 learners, 10 questions" in text
    assert "38 learners took both forms" in text
    assert "Normalized gain: " in text
    first = text[: text.index("This report names learners.")]
    assert first.index("Posttest\nHow the class did: 38 learners") < first.index(
        "Pretest\nHow the class did: 40 learners"
    )
    few = "\n".join(lines(twice(ketamine, 9)))
    assert "Mean score after: " in few
    assert "Raw gain: " in few
    assert "Normalized gain: it takes 10 learners, and this is about 7" in few


def test_nobody() -> None:
    text = "\n".join(lines(report(BANK, [])))
    assert "There is no result that counts." in text
    assert "All that was handed in counts." in text
    assert "What the figures mean" not in text


@pytest.mark.parametrize("width", [10, 40, 80, 120])
def test_no_line_is_wider_than_the_terminal(ketamine: Quiz, width: int) -> None:
    for report_ in (small(), hostile(), whole(ketamine), twice(ketamine)):
        for line in lines(report_, width=width):
            assert cells(line) <= max(width, 40), line


def test_nothing_moves_the_cursor() -> None:
    for line in lines(hostile()):
        assert first_forbidden(line) is None
        assert "\n" not in line


def test_no_sentence_ends_twice(ketamine: Quiz) -> None:
    for made in (small(), whole(ketamine, 6), whole(ketamine), twice(ketamine)):
        assert ".." not in "\n".join(lines(made))


def test_colors_only_where_they_are_wanted(ketamine: Quiz) -> None:
    plain = list(lines(whole(ketamine)))
    colored = list(lines(whole(ketamine), colour=True))
    assert not any("\x1b" in line for line in plain)
    assert any("\x1b[1m" in line for line in colored)
    assert [_without_codes(line) for line in colored] == plain


def _without_codes(line: str) -> str:
    for code in ("\x1b[1m", "\x1b[0m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[36m"):
        line = line.replace(code, "")
    return line
