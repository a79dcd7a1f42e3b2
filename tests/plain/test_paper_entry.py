"""Taking in a class on paper: lines in, result files out, nothing lost and nothing written over."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.analysis.marking import AnswerKey
from quiz.assignment import placing
from quiz.assignment.submission_data import from_bytes
from quiz.engine.paper_variant import PaperVariant, variants
from quiz.engine.selection import QuestionFilter
from quiz.model.quiz import Quiz
from quiz.model.submission import Submission
from quiz.plain.console import Console
from quiz.plain.paper_entry.entry_loop import EntryLoop
from quiz.plain.paper_entry.sheet import as_on_sheet
from quiz.service.paper_class import PaperClass
from quiz.store.errors import StorageError
from tests.plain.conftest import Terminal

TakeIn = Callable[..., str]
FULL = OSError(28, "No space left on device")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the results go."""
    return tmp_path / "results"


def drawn(
    quiz: Quiz, count: int = 1, ids: str = "choice number statement"
) -> tuple[PaperVariant, ...]:
    return variants(quiz, QuestionFilter(ids=frozenset(ids.split())), count, 1)


@pytest.fixture
def take_in(quiz: Quiz, folder: Path) -> TakeIn:
    """Return what types lines into the marker, and gives back all that it wrote."""
    clock = [datetime(2026, 11, 30, 9, tzinfo=UTC)]

    def now() -> datetime:
        clock[0] += timedelta(minutes=1)
        return clock[0]

    def run(*lines: str, sheets: tuple[PaperVariant, ...] = (), terminal: bool = False) -> str:
        stream = Terminal if terminal else io.StringIO
        stdin, stdout = stream("".join(f"{line}\n" for line in lines)), stream()
        room = PaperClass(quiz, sheets or drawn(quiz), folder, None, now)
        EntryLoop(Console(stdin, stdout), room).run()
        return stdout.getvalue()

    return run


def results(folder: Path) -> dict[str, Submission]:
    return {path.name: from_bytes(path.read_bytes()) for path in sorted(folder.glob("[!.]*"))}


def hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(".*"))


def right_lines(version: PaperVariant) -> dict[str, str]:
    """Return what to type for a right answer to each of the questions."""
    answers = {"choice": 0, "statement": 2}
    lines = {"number": "1"}
    for asked in version.asked:
        if asked.question.id in answers:
            place = asked.option_order.index(answers[asked.question.id])
            boxes = "tfn" if asked.question.id == "statement" else "abc"
            lines[asked.question.id] = boxes[place]
    return lines


def sheet(version: PaperVariant, **other: str) -> list[str]:
    """Return the lines of one sheet with right answers but for those given."""
    lines = right_lines(version) | other
    return [lines[asked.question.id] for asked in version.asked]


def shares(quiz: Quiz, submission: Submission) -> dict[str, float | None]:
    marked = AnswerKey(quiz).marked(submission, submission.learner).answers
    return {name: one.fraction if one else None for name, one in marked.items()}


def test_each_learner_becomes_a_result_at_once(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    (version,) = drawn(quiz)
    said = take_in("7b", *sheet(version), "", "8c", *sheet(version, number="", choice="b"), "")
    found = results(folder)
    assert list(found) == ["whales-7b.json", "whales-8c.json"]
    first, second = found.values()
    assert (first.way, first.learner, first.quiz, first.form) == ("paper", "7b", "whales", None)
    assert first.assignment == second.assignment
    assert shares(quiz, first) == {"choice": 1, "number": 1, "statement": 1}
    assert shares(quiz, second)["number"] is None
    assert first.begun < first.ended < second.begun
    assert "Kept: whales-7b.json (3 of 3 points)" in said
    assert "2 learners are done." in said
    assert hidden(folder) == []


def test_each_version_has_an_order_of_its_own(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    sheets = drawn(quiz, 3)
    lines = []
    for learner, letter, version in (("a", "C", 2), ("b", "", 2), ("c", "a", 0), ("d", "x", 0)):
        lines += [learner, letter, *[""] * (letter == "x"), *sheet(sheets[version]), ""]
    said = take_in(*lines, sheets=sheets)
    assert "The versions go from A to C." in said
    assert all(one.name in said for one in sheets)
    assert len(results(folder)) == 4
    for submission in results(folder).values():
        assert set(shares(quiz, submission).values()) == {1}
    assert results(folder)["whales-a.json"].asked != results(folder)["whales-c.json"].asked


def test_u_goes_back_as_far_as_one_likes(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    (version,) = drawn(quiz)
    lines = sheet(version, number="5", choice="", statement="t")
    take_in("7b", lines[0], lines[1], "u", "u", *sheet(version), "u", sheet(version)[2], "")
    assert set(shares(quiz, results(folder)["whales-7b.json"]).values()) == {1}


def test_before_the_first_question_u_leaves_the_learner(folder: Path, take_in: TakeIn) -> None:
    said = take_in("7b", "u", "q")
    assert said.count("Learner >") == 2
    assert not folder.exists()


def test_one_answer_is_changed_by_its_number(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    (version,) = drawn(quiz)
    place = [asked.question.id for asked in version.asked].index("number")
    said = take_in(
        "7b", *sheet(version, number="77"), "9", str(place + 1), "1", str(place + 1), "", "s", ""
    )
    assert "Type the number of a question on the sheet." in said
    assert f"{place + 1}  a number [77] >" in said
    assert shares(quiz, results(folder)["whales-7b.json"])["number"] == 1


def test_an_answer_is_taken_back_by_a_hyphen(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    (version,) = drawn(quiz)
    place = [asked.question.id for asked in version.asked].index("number")
    take_in("7b", *sheet(version), str(place + 1), "-", "")
    assert shares(quiz, results(folder)["whales-7b.json"])["number"] is None


def test_the_learner_before_is_opened_again_and_nothing_is_lost(
    quiz: Quiz, folder: Path, take_in: TakeIn
) -> None:
    (version,) = drawn(quiz)
    place = [asked.question.id for asked in version.asked].index("number")
    said = take_in("7b", *sheet(version, number="77"), "", "u", str(place + 1), "1", "")
    assert "7b is done already." in said
    assert "1 learner is done." in said
    (found,) = results(folder).values()
    assert shares(quiz, found)["number"] == 1
    (old,) = hidden(folder)
    assert shares(quiz, from_bytes((folder / old).read_bytes()))["number"] == 0


def test_a_learner_who_is_done_stays_as_is_on_enter(
    quiz: Quiz, folder: Path, take_in: TakeIn
) -> None:
    take_in("7b", *sheet(drawn(quiz)[0]), "")
    before = (folder / "whales-7b.json").read_bytes()
    said = take_in(" 7 B ", "")
    assert "7 B is done already." in said
    assert (folder / "whales-7b.json").read_bytes() == before
    assert len(list(folder.iterdir())) == 1


def test_an_entry_goes_on_where_it_stopped(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    (version,) = drawn(quiz)
    lines = sheet(version)
    said = take_in("7b", *lines[:2])
    assert "Not finished: 7b. Type the name again to go on." in said
    assert len(hidden(folder)) == 1
    assert results(folder) == {}
    said = take_in(" 7 B", lines[2], "")
    assert said.count("Not finished: 7b") == 1
    assert "7 B goes on." in said
    assert set(shares(quiz, results(folder)["whales-7b.json"]).values()) == {1}
    assert hidden(folder) == []


def test_a_sheet_goes_on_with_its_own_version(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    sheets = drawn(quiz, 3, "choice number statement short locate match")
    orders = {tuple(asked.question.id for asked in one.asked) for one in sheets}
    assert len(orders) == 3
    take_in("7b", "c", "1", sheets=sheets)
    said = take_in("7b", "", "u", "q", sheets=sheets)
    assert "Version, A-C [C] > " in said


def test_where_two_versions_ask_in_one_order_the_letter_is_needed(
    quiz: Quiz, folder: Path, take_in: TakeIn
) -> None:
    sheets = drawn(quiz, 3, "choice")
    take_in("7b", "c", sheet(sheets[2])[0], sheets=sheets)
    said = take_in("7b", "", "c", "", sheets=sheets)
    assert "Version, A-C > \nThe versions go from A to C." in said
    assert shares(quiz, results(folder)["whales-7b.json"]) == {"choice": 1}


def test_two_learners_of_one_file_name_keep_their_own(
    quiz: Quiz, folder: Path, take_in: TakeIn
) -> None:
    (version,) = drawn(quiz)
    take_in("a b", sheet(version)[0], "q")
    take_in("a-b", sheet(version)[0], "q")
    assert len(hidden(folder)) == 2
    take_in("a b", *sheet(version)[1:], "", "a-b", *sheet(version)[1:], "")
    assert sorted(one.learner for one in results(folder).values()) == ["a b", "a-b"]


def test_a_letter_can_be_a_name(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    take_in("=q", *sheet(drawn(quiz)[0]), "")
    assert [one.learner for one in results(folder).values()] == ["q"]


def test_what_is_unclear_is_asked_again(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    sheets = drawn(quiz, ids="choice")
    said = take_in("7b", "z", "?", "b", "", sheets=sheets)
    assert "The boxes go from a to c." in said
    assert "Checked boxes are letters" in said
    assert len(results(folder)) == 1


def test_what_would_get_a_second_go_is_looked_at_once_more(
    quiz: Quiz, folder: Path, take_in: TakeIn
) -> None:
    sheets = drawn(quiz, ids="short")
    lines = ("7b", "oxigen gas", "oxygen gas", "", "8c", "oxigen gas", "oxigen gas", "u", "", "")
    said = take_in(*lines, sheets=sheets)
    assert said.count("Check the spelling. Not graded yet. Try once more. If the sheet has") == 2
    first, second = results(folder).values()
    assert shares(quiz, first) == {"short": 1}
    assert shares(quiz, second) == {"short": 0}


def test_what_is_not_scored_is_not_asked_for(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    sheets = drawn(quiz, ids="choice teach-back")
    said = take_in("7b", "a", "", sheets=sheets)
    assert "1 question in the learner's own words: not scored, and not asked for." in said
    (found,) = results(folder).values()
    assert len(found.asked) == 1


def test_a_name_from_a_stranger_is_only_a_name(quiz: Quiz, folder: Path, take_in: TakeIn) -> None:
    hostile = "../../[b]x[/b] \x1b]52;c;eA==\x07"
    said = take_in(hostile, *sheet(drawn(quiz)[0]), "", "n" * 101, "q")
    assert "\x1b" not in said
    assert "A name has 100 characters at the most." in said
    assert [path.parent for path in folder.parent.rglob("*.json")] == [folder]
    assert len(results(folder)) == 1


def test_sheets_of_another_set_are_results_of_their_own(
    quiz: Quiz, folder: Path, take_in: TakeIn
) -> None:
    take_in("7b", *sheet(drawn(quiz)[0]), "")
    other = variants(quiz, QuestionFilter(ids=frozenset({"choice"})), 1, 2)
    take_in("7b", "a", "", sheets=other)
    found = results(folder)
    assert list(found) == ["whales-7b-2.json", "whales-7b.json"]
    assert len({one.assignment for one in found.values()}) == 2


def test_a_full_disk_is_told_and_tried_again(
    quiz: Quiz, folder: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    (version,) = drawn(quiz)
    tries: list[str] = []
    real = placing.place

    def full(folder: Path, stem: str, text: str) -> Path:
        tries.append(stem)
        if len(tries) == 1:
            raise FULL
        return real(folder, stem, text)

    monkeypatch.setattr(placing, "place", full)
    said = take_in("7b", *sheet(version), "", "", "q", terminal=True)
    assert "It can't be kept now: the disk is full. Enter tries again." in said
    assert len(results(folder)) == 1


def test_a_full_disk_ends_a_pipe_at_once(
    quiz: Quiz, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Path:
        raise FULL

    monkeypatch.setattr(placing, "place", full)
    with pytest.raises(StorageError, match="the disk is full"):
        take_in("7b", *sheet(drawn(quiz)[0]), "", "8c")


def test_what_cannot_be_kept_yet_is_said_once(
    quiz: Quiz, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FULL

    monkeypatch.setattr("quiz.service.paper_class.write_whole", full)
    said = take_in("7b", *sheet(drawn(quiz)[0])[:2], "q")
    assert said.count("What you type can't be kept yet: the disk is full.") == 1


def test_what_was_entered_is_shown_as_the_sheet_has_it(quiz: Quiz, take_in: TakeIn) -> None:
    sheets = drawn(quiz, ids="order match cloze choices locate short")
    lines = {
        "order": "2 1 3",
        "match": "b a",
        "cloze": "live, -",
        "choices": "c a",
        "locate": "2",
        "short": "air",
    }
    typed = [lines[asked.question.id] for asked in sheets[0].asked]
    said = take_in("7b", *typed, "s", "", sheets=sheets)
    shown = {"choices": "a c"}
    for number, asked in enumerate(sheets[0].asked, 1):
        line = shown.get(asked.question.id, lines[asked.question.id])
        assert f"{number} {line}" in said
        assert as_on_sheet(asked, None) == "-"
