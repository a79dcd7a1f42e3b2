from pathlib import Path

import pytest

from quiz.check.context import QuizContext
from quiz.check.finding import Finding, Level
from quiz.check.inspection import Inspection, inspect
from quiz.check.report.checked import Checked
from quiz.check.report.lines import WIDTH, lines
from quiz.check.report.tables import coverage_lines, table_lines
from quiz.check.report.tally import Tally, tally
from quiz.check.rules import RULES
from quiz.model.lines import cells
from quiz.model.span import Span
from tests.check.build import TODAY, build_quiz, choice
from tests.check.report.build import checked, small, unread

DIGITS = "0123456789"
EXPECTED = Path(__file__).with_name("lines.txt")


def underlined(text: str, words: str) -> list[str]:
    start = text.index(words)
    span = Span(start, start + len(words))
    finding = Finding("stigma", Level.WARNING, None, ("title",), "So.", "Mend it.", text, span)
    found = Checked("a.yaml", Inspection(QuizContext(build_quiz(), TODAY), (finding,)))
    return [line.removeprefix("    | ") for line in lines(found) if line.startswith("    | ")]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("It is NOT so", "NOT", ["It is NOT so", "      ^~~"]),
        ("a", "a", ["a", "^"]),
        ("One.\nIt is NOT so.\nTwo.", "NOT", ["It is NOT so.", "      ^~~"]),
        ("汉字 NOT", "NOT", ["汉字 NOT", "     ^~~"]),
        ("NOT 汉字", "汉字", ["NOT 汉字", "    ^~~~"]),
        ("e\u0301 NOT", "NOT", ["e\u0301 NOT", "  ^~~"]),
        ("=\u0338 NOT", "NOT", ["=\u0338 NOT", "  ^~~"]),
        ("a\tNOT", "NOT", ["a NOT", "  ^~~"]),
        ("NOT one.\nTwo.", "NOT", ["NOT one.", "^~~"]),
        ("One.\nNOT two.", "NOT", ["NOT two.", "^~~"]),
        ("\nNOT one.", "NOT", ["NOT one.", "^~~"]),
        ("One.\nTwo.\nIt is NOT so.\nFour.\nFive.", "NOT", ["It is NOT so.", "      ^~~"]),
        ("It is\nso.", "is\nso", ["It is", "   ^~"]),
        ("a" * 93 + "NOT", "NOT", ["a" * 93 + "NOT", " " * 93 + "^~~"]),
        ("a" * 94 + "NOT", "NOT", ["…" + "a" * 31 + "NOT", " " * 32 + "^~~"]),
        (DIGITS * 10 + "NOT", "NOT", ["…" + DIGITS[-1] + DIGITS * 3 + "NOT", " " * 32 + "^~~"]),
        (
            "a" * 94 + "NOT" + "b" * 61,
            "NOT",
            ["…" + "a" * 31 + "NOT" + "b" * 61, " " * 32 + "^~~"],
        ),
        (
            "a" * 94 + "NOT" + "b" * 62,
            "NOT",
            ["…" + "a" * 31 + "NOT" + "b" * 60 + "…", " " * 32 + "^~~"],
        ),
        (
            "汉" * 60 + "NOT" + "字" * 60,
            "NOT",
            ["…" + "汉" * 15 + "NOT" + "字" * 30 + "…", " " * 31 + "^~~"],
        ),
        (
            "a" * 32 + "NOT" * 40,
            "NOT" * 40,
            ["a" * 32 + "NOT" * 20 + "NO…", " " * 32 + "^" + "~" * 62],
        ),
        (
            "a" * 32 + "NOT" * 21 + " so",
            "NOT" * 21,
            ["a" * 32 + "NOT" * 21 + "…", " " * 32 + "^" + "~" * 62],
        ),
    ],
)
def test_words_are_underlined(text: str, words: str, shown: list[str]) -> None:
    assert underlined(text, words) == shown


@pytest.mark.parametrize("words", ["NOT", "NOT" + " so" * 60])
def test_a_long_text_is_cut_around_the_words(words: str) -> None:
    text, marks = underlined(f"{'before ' * 40}{words}{' after' * 40}", words)
    assert cells(text) <= WIDTH
    assert cells(marks) <= WIDTH
    assert text[marks.index("^") :].startswith("NOT")
    assert text.startswith("…")
    assert text.endswith("…")


def test_findings_are_grouped_by_question_and_the_waived_keep_their_reason() -> None:
    written = list(lines(checked("a.yaml")))
    assert written.count("a.yaml: q1") == written.count("a.yaml: q2") == 1
    assert "    waived: 50 %: <i>so</i>" in written
    assert "a.yaml:3:7: negative-stem waived The question asks for what is not so." in written


def test_a_level_is_told_in_colour_where_colour_is_wanted() -> None:
    assert "\x1b" not in "".join(lines(checked()))
    assert list(lines(small(), colour=True))[:5] == [
        "\x1b[1mtea.yaml: q1\x1b[0m",
        "tea.yaml:3:10: \x1b[1mnegative-stem\x1b[0m \x1b[33mwarning\x1b[0m "
        "The question asks for what is not so.",
        "    | Which is NOT hot?",
        "    |          \x1b[33m^~~\x1b[0m",
        f"    \x1b[36mhelp:\x1b[0m {RULES['negative-stem'].fix}",
    ]
    every = "".join(lines(checked(), colour=True))
    assert "\x1b[31merror\x1b[0m" in every
    assert "\x1b[34mnote\x1b[0m" in every
    assert "\x1b[1mBalance\x1b[0m" in table_lines(checked(), colour=True)
    found = small().inspection
    assert found is not None
    assert "\x1b[32m[+]" in "\n".join(coverage_lines(found, colour=True))
    assert not list(table_lines(unread()))


def test_a_hostile_name_moves_no_cursor() -> None:
    name = "a\x1b]0;x\x07\n.yaml"
    assert "\x1b" not in "".join([*lines(checked(name)), *lines(unread(name))])


def test_an_unread_file_says_why() -> None:
    assert list(lines(unread("a.yaml"))) == ["a.yaml:3:5: questions[0].ask: missing: <x> %"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 0, 3, 0, 0, 0, 0, 0), "0 errors, 0 warnings in 1 file with 3 questions."),
        (
            (3, 1, 1, 1, 2, 1, 3, 4),
            "1 error, 2 warnings, 1 note, 3 waived, 4 left to do in 2 files with 1 question."
            " 1 file could not be read.",
        ),
    ],
)
def test_the_summary(numbers: tuple[int, ...], said: str) -> None:
    assert str(Tally(*numbers)) == said


def test_the_tally() -> None:
    assert tally([checked(), unread()]) == Tally(2, 1, 3, 1, 1, 1, 1, 0)


def test_a_long_sentence_and_many_questions_go_on_below() -> None:
    text = "La" + " la" * 59 + "."
    asked = [{"evidence": "La la"} for _ in range(20)]
    found = inspect(build_quiz(*asked, passage={"title": "T", "source": "S", "text": text}), TODAY)
    assert list(coverage_lines(found))[2:7] == [
        "  [+] La" + " la" * 28,
        "     " + " la" * 29,
        "      la la.",
        "        q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17, q18,",
        "        q19, q20",
    ]


@pytest.mark.parametrize(
    ("text", "topic", "whole"),
    [
        ("Tea is hot.", "1 (100%)", "1 of 1 sentences (100%)"),
        ("Tea is hot. So is milk.", "1 (50%)", "1 of 2 sentences (50%)"),
        ("Tea is hot, is it?", "0 (0%)", "0 of 0 sentences (100%)"),
    ],
)
def test_shares_of_a_short_passage(text: str, topic: str, whole: str) -> None:
    passage = {"title": "Tea", "source": "Ours", "text": text}
    found = inspect(build_quiz({"evidence": "Tea is hot"}, passage=passage), TODAY)
    written = list(coverage_lines(found))
    assert f"      Uses of a drug: {topic}" in written
    assert f"      Covered in all: {whole}" in written


def test_groups_are_named() -> None:
    grouped = build_quiz({"group": "tea"}, {"group": "tea"}, {})
    written = list(table_lines(Checked("a.yaml", inspect(grouped, TODAY))))
    assert "  group tea:     one of q1, q2" in written


def test_all_the_lines() -> None:
    inspection = small().inspection
    assert inspection is not None
    parts = (lines(small()), coverage_lines(inspection), table_lines(small()))
    written = "\n".join(line for part in parts for line in part) + "\n"
    assert written == EXPECTED.read_text(encoding="utf-8")


def test_what_there_is_to_say_of_guessers() -> None:
    def said(*questions: dict[str, object], language: str = "en") -> str:
        checked = Checked("a.yaml", inspect(build_quiz(*questions, language=language), TODAY))
        return "\n".join(table_lines(checked))

    few = choice("What is it?", "A walk in the park", "Sun", "Air")
    many = [few | {"ask": f"What is it, {n}?"} for n in range(18)]
    assert "1 question is too few to judge by; 10 are enough." in said(few)
    assert "No question has one right option to guess." in said({"kind": "short", "accept": ["an"]})
    assert "A guesser fails the quiz at more than 15% over chance" in said(*many)
    assert said(*many).count("  TOO MUCH") == 1
    assert "The formulas are for English." in said(few, language="de")


def test_what_may_be_left_out_is_said_in_one_line_with_its_number() -> None:
    quiz = build_quiz(*(choice("Who?", "I", "You", "We", difficulty=None) for _ in range(9)))
    found = Checked("a.yaml", inspect(quiz, TODAY, {"no-difficulty"}))
    assert list(lines(found)) == [
        "a.yaml: the whole quiz",
        "a.yaml:1:1: no-difficulty note The question does not say how hard it is. (9 in all)",
        "",
    ]
