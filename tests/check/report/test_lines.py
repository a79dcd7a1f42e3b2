import pytest

from quiz.check.finding import Finding, Level
from quiz.check.inspection import Inspection, inspect
from quiz.check.report.checked import Checked, Tally, tally
from quiz.check.report.lines import WIDTH, cells, lines
from quiz.check.report.tables import coverage_lines, table_lines
from quiz.check.sheet import Sheet
from quiz.model.passage import Span
from tests.check.build import TODAY, bank
from tests.check.report.build import checked, unread


def underlined(text: str, words: str) -> list[str]:
    start = text.index(words)
    span = Span(start, start + len(words))
    finding = Finding("stigma", Level.WARNING, None, ("title",), "So.", "Mend it.", text, span)
    found = Checked("a.yaml", Inspection(Sheet(bank(), TODAY), (finding,)))
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
        ("a\tNOT", "NOT", ["a NOT", "  ^~~"]),
        ("NOT one.\nTwo.", "NOT", ["NOT one.", "^~~"]),
        ("One.\nNOT two.", "NOT", ["NOT two.", "^~~"]),
        ("It is\nso.", "is\nso", ["It is", "   ^~"]),
        ("a" * 93 + "NOT", "NOT", ["a" * 93 + "NOT", " " * 93 + "^~~"]),
        ("a" * 94 + "NOT", "NOT", ["…" + "a" * 31 + "NOT", " " * 32 + "^~~"]),
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


def test_no_escape_code_without_colour() -> None:
    assert "\x1b" not in "".join(lines(checked()))
    assert "\x1b[31merror\x1b[0m" in "".join(lines(checked(), colour=True))


def test_a_hostile_name_moves_no_cursor() -> None:
    name = "a\x1b]0;x\x07\n.yaml"
    assert "\x1b" not in "".join([*lines(checked(name)), *lines(unread(name))])


def test_an_unread_file_says_why() -> None:
    assert list(lines(unread("a.yaml"))) == ["a.yaml:3:5: questions[0].ask: missing: <x> %"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 0, 3, 0, 0, 0, 0), "0 errors, 0 warnings in 1 file with 3 questions."),
        (
            (3, 1, 1, 1, 2, 1, 3),
            "1 error, 2 warnings, 1 note, 3 waived in 2 files with 1 question."
            " 1 file could not be read.",
        ),
    ],
)
def test_the_summary(numbers: tuple[int, ...], said: str) -> None:
    assert str(Tally(*numbers)) == said


def test_the_tally() -> None:
    assert tally([checked(), unread()]) == Tally(2, 1, 3, 1, 1, 1, 1)


def test_the_passage_with_its_cover() -> None:
    found = checked().inspection
    assert found is not None
    written = "\n".join(coverage_lines(found))
    assert "  [+] Ketamine was first brought in as an anesthetic.\n        q1, q2" in written
    assert "  [-] It is a dissociative drug." in written
    assert "  [?] So what do doctors use this drug for?" in written
    assert "Uses of a drug: 1 (6%)" in written
    assert "Covered in all: 1 of 16 sentences (6%)" in written
    assert "\x1b[32m[+]" in "\n".join(coverage_lines(found, colour=True))


def test_the_tables() -> None:
    written = "\n".join(table_lines(checked()))
    assert "picks the longest option" in written
    assert "2 questions are too few to judge by; 18 are enough." in written
    assert "kind:          choice: 2, choices: 0" in written
    assert "longest: line 2: It is meant for people" in written
    assert not list(table_lines(unread()))
    assert "right option:  place 1: 2\n" in written
    assert "- A SMOG grade needs 30 sentences" in written


def test_groups_are_named() -> None:
    grouped = bank({"group": "tea"}, {"group": "tea"}, {})
    written = list(table_lines(Checked("a.yaml", inspect(grouped, TODAY))))
    assert "  group tea:     one of q1, q2" in written
