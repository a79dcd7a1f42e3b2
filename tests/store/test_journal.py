"""Nothing that was answered is lost, whatever happens to the disk."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from quiz.store import reading, waiting
from quiz.store.journal import Journal
from quiz.store.migrations import MIGRATIONS
from quiz.store.past import Summary
from quiz.store.purpose import Purpose
from quiz.store.records import Ended, Moved, Record, to_data
from quiz.store.trouble import Trouble
from tests.store.conftest import START, Answer, Begin, Rows

COUNT = "SELECT count(*) FROM response"


def fill(disk: Path) -> Path:
    """Write to a file until the disk is full, and return it."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 512):
            pass
    return filler


def answers(journal: Journal) -> list[str]:
    return [a.given.question for a in journal.read(lambda c: reading.all_answers(c, None), ())]


@pytest.fixture
def locked(
    journal: Journal, begin: Begin, path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[sqlite3.Connection]:
    """Return another program's connection, which can lock a database with an attempt in it."""
    monkeypatch.setattr("quiz.store.journal.PATIENCE", 0.05)
    monkeypatch.setattr("quiz.store.journal.IMPATIENCE", 0.05)
    journal.write(begin())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def test_what_is_written_is_there_at_once(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    assert journal.write(begin(), answer())
    assert rows(COUNT) == [(1,)]
    assert journal.trouble is None
    assert journal.notices() == ()


def test_twice_is_once_and_the_first_answer_stands(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    journal.write(begin(), answer())
    due = rows("SELECT * FROM memory")
    journal.write(begin(), answer(fraction=0.0))
    assert rows("SELECT fraction FROM response") == [(1.0,)]
    assert rows("SELECT * FROM memory") == due


def test_two_questions_under_one_id_are_two_answers(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    journal.write(begin(), answer(), answer(fingerprint="1" * 16))
    assert rows(COUNT) == [(2,)]
    assert rows("SELECT count(*) FROM memory") == [(2,)]


def test_a_transaction_is_whole_or_not_at_all(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    journal.write(begin())
    bad = answer(1, attempt="nowhere")
    assert not journal.write(answer(0), bad)
    assert rows(COUNT) == [(0,)]


def test_a_file_name_may_be_no_utf_8(journal: Journal, begin: Begin) -> None:
    assert journal.write(begin(path="/quizzes/\udcff.yaml"))
    assert journal.read(reading.quizzes, ()) == (("rivers", "Rivers", "/quizzes/\udcff.yaml"),)


def test_a_whole_number_is_sealed_as_it_is_read(
    journal: Journal, begin: Begin, answer: Answer
) -> None:
    journal.write(begin(), answer(fraction=0))
    assert answers(journal) == ["q0"]


def test_practice_of_the_missed_is_kept_apart(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    result = {"total": {"points": 1, "possible": 1, "asked": 1}}
    journal.write(
        begin(purpose=Purpose.AGAIN),
        answer(purpose=Purpose.AGAIN),
        Ended("s1", "rivers", Purpose.AGAIN, START, result),
    )
    assert rows(COUNT) == [(1,)]
    assert rows("SELECT count(*) FROM memory") == [(0,)]
    assert rows("SELECT last_share FROM quiz") == [(None,)]


def test_what_earns_no_points_never_comes_back(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    journal.write(begin(), answer(scored=False, fraction=0.0))
    assert rows("SELECT count(*) FROM memory") == [(0,)]


def test_a_summary_knows_the_last_and_the_best(journal: Journal, begin: Begin) -> None:
    for name, points in (("s1", 1), ("s2", 4), ("s3", 2)):
        result = {"total": {"points": points, "possible": 4, "asked": 4}}
        journal.write(begin(name), Ended(name, "rivers", Purpose.FIRST, START, result))
    summary = journal.read(lambda c: reading.summary(c, "rivers"), None)
    assert summary == Summary(0.5, 4, START, 1.0)


def test_a_place_moves_and_looks_only_grow(journal: Journal, begin: Begin, rows: Rows) -> None:
    journal.write(begin(), Moved("s1", 3, (1, 2), 5), Moved("s1", 2, (1,), 4))
    assert rows("SELECT place, flagged, looks FROM attempt") == [(2, "[1]", 5)]


def test_an_end_is_final(journal: Journal, begin: Begin, rows: Rows) -> None:
    journal.write(begin(), Ended("s1", "rivers", Purpose.FIRST, START, None))
    result = {"total": {"points": 1, "possible": 1, "asked": 1}}
    journal.write(Ended("s1", "rivers", Purpose.FIRST, START, result))
    assert rows("SELECT result FROM attempt") == [(None,)]


def test_a_locked_file_keeps_answers_waiting_until_it_is_free(
    journal: Journal, answer: Answer, locked: sqlite3.Connection, folder: Path, rows: Rows
) -> None:
    journal.write(answer(0))
    locked.execute("BEGIN IMMEDIATE")
    assert not journal.write(answer(1))
    (file,) = waiting.files([folder])
    assert waiting.get(file) == ((answer(1),), True)
    assert "another program has locked" in (journal.trouble or "")
    assert str(file) in (journal.trouble or "")
    assert not journal.write(answer(2))
    assert waiting.get(file) == ((answer(1), answer(2)), True)
    locked.execute("ROLLBACK")
    assert journal.write()
    assert journal.trouble is None
    assert waiting.files([folder]) == ()
    assert rows("SELECT question FROM response ORDER BY seq") == [("q0",), ("q1",), ("q2",)]


def test_what_waits_is_taken_up_by_the_next_program(
    journal: Journal,
    begin: Begin,
    answer: Answer,
    locked: sqlite3.Connection,
    folder: Path,
) -> None:
    journal.write(begin(), answer(0))
    locked.execute("BEGIN IMMEDIATE")
    journal.write(answer(1))
    locked.execute("ROLLBACK")
    later = Journal(folder, lambda: START)
    assert answers(later) == ["q0", "q1"]
    (notice,) = later.notices()
    assert notice.endswith("are in your history now: 1.")
    assert later.notices() == ()
    assert waiting.files([folder]) == ()
    later.close()


def test_what_can_not_be_read_of_what_waits_is_left(
    journal: Journal, begin: Begin, answer: Answer, elsewhere: Path
) -> None:
    file = waiting.put([begin(), answer(0)], [elsewhere], "one")
    assert file is not None
    with file.open("a") as more:
        more.write("torn")
    lost = waiting.put([answer(1, attempt="nowhere")], [elsewhere], "two")
    assert lost is not None
    assert answers(journal) == ["q0"]
    assert sorted(elsewhere.iterdir()) == sorted([file.with_suffix(".left"), lost])


def test_closing_tries_once_more(
    journal: Journal, begin: Begin, answer: Answer, locked: sqlite3.Connection, rows: Rows
) -> None:
    journal.write(begin())
    locked.execute("BEGIN IMMEDIATE")
    journal.write(answer())
    locked.execute("ROLLBACK")
    journal.close()
    assert rows(COUNT) == [(1,)]


def test_a_attempt_that_waits_can_be_taken_up_by_this_program(
    journal: Journal, begin: Begin, answer: Answer, locked: sqlite3.Connection
) -> None:
    journal.write(begin("s0"))
    locked.execute("BEGIN IMMEDIATE")
    journal.write(
        answer(4), Moved("s1", 4, (), 1), Ended("s0", "rivers", Purpose.FIRST, START, None)
    )
    running = journal.running(lambda begun: begun.quiz == "rivers")
    assert running is not None
    assert running.answers == (answer(4),)
    assert running.moved == Moved("s1", 4, (), 1)
    assert journal.running(lambda begun: begun.quiz == "lakes") is None


def test_a_database_that_is_full_says_so(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    journal.write(begin())
    (pages,) = journal.read(lambda c: c.execute("PRAGMA page_count").fetchone(), (0,))
    journal.read(lambda c: c.execute(f"PRAGMA max_page_count = {pages}"), None)
    typed = {"way": "typed", "texts": ["long " * 20_000]}
    assert not journal.write(answer(answer=typed))
    assert "the disk is full" in (journal.trouble or "")
    assert rows(COUNT) == [(0,)]
    journal.read(lambda c: c.execute("PRAGMA max_page_count = 100000"), None)
    assert journal.write()
    assert rows(COUNT) == [(1,)]


def test_a_disk_that_fills_up_loses_nothing(
    small_disk: Path, elsewhere: Path, begin: Begin, answer: Answer
) -> None:
    journal = Journal(small_disk / "data", lambda: START, (elsewhere,))
    journal.write(begin(), answer(0))
    filler = fill(small_disk)
    kept = [journal.write(answer(index)) for index in range(1, 50)]
    assert not kept[-1]
    assert "the disk is full" in (journal.trouble or "")
    (file_that_waits,) = waiting.files([elsewhere])
    assert waiting.get(file_that_waits)[0][-1] == answer(49)
    assert str(file_that_waits) in (journal.trouble or "")
    filler.unlink()
    assert journal.write()
    assert answers(journal) == [f"q{index}" for index in range(50)]
    assert waiting.files([elsewhere]) == ()
    journal.close()


def test_a_disk_that_is_full_from_the_start_is_said_in_words(
    small_disk: Path, elsewhere: Path, begin: Begin, answer: Answer
) -> None:
    filler = fill(small_disk)
    journal = Journal(small_disk / "data", lambda: START, (elsewhere,))
    assert not journal.write(begin(), answer(0))
    assert "the disk is full" in (journal.trouble or "")
    filler.unlink()
    assert journal.write(answer(1))
    assert answers(journal) == ["q0", "q1"]
    journal.close()


def test_a_read_only_folder_is_read_and_written_elsewhere(
    small_disk: Path, elsewhere: Path, begin: Begin, answer: Answer
) -> None:
    folder = small_disk / "data"
    with closing(Journal(folder, lambda: START)) as journal:
        journal.write(begin(), answer(0))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    journal = Journal(folder, lambda: START, (elsewhere,))
    assert answers(journal) == ["q0"]
    assert not journal.write(answer(1))
    assert "can't be written in" in (journal.trouble or "")
    assert str(elsewhere) in (journal.trouble or "")
    journal.close()
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    with closing(Journal(folder, lambda: START, (elsewhere,))) as later:
        assert answers(later) == ["q0", "q1"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may write in any folder")
def test_a_folder_that_is_not_ours_to_write_in_is_said_in_words(
    folder: Path, elsewhere: Path, begin: Begin
) -> None:
    folder.mkdir(mode=0o500)
    journal = Journal(folder, lambda: START, (elsewhere,))
    assert not journal.write(begin())
    assert "can't be written in" in (journal.trouble or "")


def test_where_nothing_can_be_written_it_is_said(
    tmp_path: Path, begin: Begin, answer: Answer
) -> None:
    file = tmp_path / "file"
    file.touch()
    journal = Journal(file / "data", lambda: START, (file / "else",))
    assert answers(journal) == []
    assert not journal.write(begin(), answer())
    assert (journal.trouble or "").endswith("They are kept only while this program runs.")
    file.unlink()
    assert journal.write()
    assert answers(journal) == ["q0"]
    journal.close()


def test_a_foreign_file_is_left_alone(journal: Journal, path: Path, begin: Begin) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE song (name)")
    before = path.read_bytes()
    assert not journal.write(begin())
    assert "belongs to another program" in (journal.trouble or "")
    journal.close()
    assert path.read_bytes() == before


def test_a_newer_file_is_left_alone(
    journal: Journal, path: Path, begin: Begin, folder: Path
) -> None:
    with closing(Journal(folder, lambda: START)) as newer:
        newer.read(lambda c: c.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}"), None)
    before = path.read_bytes()
    assert not journal.write(begin())
    assert "a newer version of this program" in (journal.trouble or "")
    journal.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("data", [b"a shopping list\n" * 500, b"SQLite format 3\0", b"\0" * 9000])
def test_a_damaged_file_is_set_aside(
    journal: Journal, path: Path, begin: Begin, data: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    for beside in ("-wal", "-journal"):
        path.with_name(path.name + beside).write_bytes(b"log")
    assert journal.write(begin())
    (notice,) = journal.notices()
    aside = path.parent / "damaged-2026-03-01-120000"
    assert str(aside / path.name) in notice
    assert (aside / path.name).read_bytes() == data
    for beside in ("-wal", "-journal"):
        assert (aside / (path.name + beside)).read_bytes() == b"log"
    assert journal.trouble is None


def test_two_damaged_files_of_one_moment_are_both_kept(path: Path, folder: Path) -> None:
    path.parent.mkdir()
    for data in (b"one", b"two"):
        path.write_bytes(data)
        with closing(Journal(folder, lambda: START)) as journal:
            assert journal.write()
        path.unlink()
    kept = {file.read_bytes() for file in folder.glob("damaged*/answers.sqlite")}
    assert kept == {b"one", b"two"}


def test_damage_while_it_is_open_loses_nothing_of_this_attempt(
    journal: Journal, path: Path, begin: Begin, answer: Answer, folder: Path
) -> None:
    journal.write(*(begin(f"old{index}") for index in range(100)), begin())
    journal.write(*map(answer, range(3)))
    journal.read(lambda c: c.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall(), None)
    journal.read(lambda c: c.execute("PRAGMA cache_size = 1").fetchall(), None)
    journal.read(lambda c: c.execute("PRAGMA shrink_memory").fetchall(), None)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(Random(1).randbytes(path.stat().st_size - 4096))
    assert journal.write(answer(3))
    assert answers(journal) == ["q0", "q1", "q2", "q3"]
    assert "is damaged" not in (journal.trouble or "")
    assert len(list(folder.glob("damaged*/answers.sqlite"))) == 1
    (notice,) = journal.notices()
    assert "set aside" in notice


def test_a_folder_that_is_deleted_meanwhile_is_made_again(
    journal: Journal, begin: Begin, answer: Answer, folder: Path, rows: Rows
) -> None:
    journal.write(begin(), answer(0))
    shutil.rmtree(folder)
    assert journal.write(answer(1))
    assert rows("SELECT question FROM response ORDER BY seq") == [("q0",), ("q1",)]
    (notice,) = journal.notices()
    assert "taken away" in notice


def test_a_attempt_is_made_again_by_a_step_alone(
    journal: Journal, begin: Begin, answer: Answer, folder: Path, rows: Rows
) -> None:
    journal.write(begin(), answer(0))
    shutil.rmtree(folder)
    assert journal.write(Moved("s1", 1, (), 0))
    assert rows(COUNT) == [(1,)]
    assert rows("SELECT place FROM attempt") == [(1,)]


def test_an_answer_is_one_transaction_that_locks_before_it_reads(
    journal: Journal, begin: Begin, answer: Answer
) -> None:
    journal.write(begin())
    said: list[str] = []
    journal.read(lambda c: c.set_trace_callback(said.append), None)
    journal.write(answer(), Moved("s1", 1, (), 0))
    done = [line for line in said if line.startswith(("BEGIN", "COMMIT", "ROLLBACK"))]
    assert done == ["BEGIN IMMEDIATE", "COMMIT"]


def test_a_attempt_that_is_forgotten_meanwhile_goes_on(
    journal: Journal, begin: Begin, answer: Answer, folder: Path
) -> None:
    journal.write(begin(), answer(0))
    with closing(Journal(folder, lambda: START)) as other:
        assert other.forget("rivers") == 1
    assert journal.write(answer(1))
    assert "q1" in answers(journal)


def test_forgetting_is_of_one_quiz_or_of_all(
    journal: Journal, begin: Begin, answer: Answer, rows: Rows
) -> None:
    journal.write(begin(), answer(), begin("s2", "lakes"), answer(attempt="s2", quiz="lakes"))
    assert journal.forget("rivers") == 1
    assert rows("SELECT quiz FROM response") == [("lakes",)]
    assert rows("SELECT quiz FROM memory") == [("lakes",)]
    assert rows("SELECT id FROM quiz") == [("lakes",)]
    assert rows("SELECT quiz FROM attempt") == [("lakes",)]
    assert journal.forget(None) == 1
    assert rows(COUNT) == [(0,)]
    assert journal.write(answer(3))  # the attempt goes on in the same program
    assert rows("SELECT question FROM response") == [("q3",)]


def test_what_is_forgotten_is_gone_from_the_disk(
    journal: Journal, begin: Begin, answer: Answer, folder: Path
) -> None:
    secret = {"way": "typed", "texts": ["a private word"]}
    journal.write(begin(), answer(answer=secret))
    copy = folder / "answers-before-2.sqlite"
    copy.write_text("a private word")
    journal.forget(None)
    assert not copy.exists()
    assert not any(b"a private word" in file.read_bytes() for file in folder.iterdir())


def test_forgetting_that_fails_says_so(
    journal: Journal, begin: Begin, answer: Answer, locked: sqlite3.Connection
) -> None:
    journal.write(begin(), answer())
    locked.execute("BEGIN IMMEDIATE")
    with pytest.raises(Trouble, match="locked"):
        journal.forget(None)
    locked.execute("ROLLBACK")
    assert answers(journal) == ["q0"]


def test_a_row_with_a_broken_seal_is_left_out(
    journal: Journal, begin: Begin, answer: Answer
) -> None:
    journal.write(begin(), answer(0), answer(1))
    journal.read(lambda c: c.execute("UPDATE response SET fraction = 0.5 WHERE seq = 1"), None)
    assert answers(journal) == ["q1"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("stability", 0),
        ("stability", -1),
        ("difficulty", 99),
        ("due", "'soon'"),
        ("stability", "'x'"),
    ],
)
def test_what_is_remembered_amiss_is_remembered_anew(
    journal: Journal, begin: Begin, answer: Answer, column: str, value: object
) -> None:
    journal.write(begin(), begin("s2"), answer())
    journal.read(lambda c: c.execute(f"UPDATE memory SET {column} = {value}"), None)
    assert journal.read(lambda c: reading.memories(c, "rivers"), None) == {}
    assert journal.write(answer(attempt="s2"))
    memories = journal.read(lambda c: reading.memories(c, "rivers"), {})
    assert list(memories) == [("q0", "0" * 16)]


@pytest.mark.parametrize("column", ["plan", "flagged", "seed", "begun", "purpose"])
def test_a_attempt_that_no_longer_reads_is_not_offered(
    journal: Journal, begin: Begin, column: str
) -> None:
    journal.write(begin())
    journal.read(lambda c: c.execute(f"UPDATE attempt SET {column} = '{{'"), None)
    assert journal.read(lambda c: reading.open_attempt(c, "rivers"), None) is None


def test_answers_are_in_their_order_whatever_the_clock_says(
    journal: Journal, begin: Begin, answer: Answer
) -> None:
    journal.write(begin(), answer(0), answer(1, at=START.replace(year=2020)), answer(2))
    assert answers(journal) == ["q0", "q1", "q2"]


def test_threads_take_turns(journal: Journal, begin: Begin, answer: Answer, rows: Rows) -> None:
    def write(name: str) -> None:
        journal.write(begin(name))
        for index in range(20):
            journal.write(answer(index, attempt=name))

    threads = [Thread(target=write, args=(f"s{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(COUNT) == [(160,)]


def test_programs_that_write_at_once_do_no_harm(
    folder: Path, begin: Begin, answer: Answer, rows: Rows
) -> None:
    writer = Path(__file__).with_name("writer.py")
    programs = []
    for name in ("s1", "s2", "s3"):
        records: list[Record] = [begin(name), *(answer(index, attempt=name) for index in range(50))]
        lines = "".join(json.dumps(to_data(record)) + "\n" for record in records)
        command = [sys.executable, str(writer), str(folder)]
        program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert program.stdin
        program.stdin.write(lines)
        program.stdin.close()
        programs.append(program)
    for program in programs:
        assert program.stdout
        assert program.stdout.read().splitlines() == ["kept"] * 51
        assert program.wait() == 0
        program.stdout.close()
    assert rows(COUNT) == [(150,)]
    assert rows("PRAGMA integrity_check") == [("ok",)]
