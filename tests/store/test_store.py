"""Nothing that was answered is lost, whatever happens to the disk."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from quiz.model.answer import TypedAnswer
from quiz.store import queries, spool
from quiz.store.errors import StorageError
from quiz.store.schema import APPLICATION_ID, EARLIER_ID, MIGRATIONS
from quiz.store.store import NAME, Store
from quiz.store.writing import to_data
from tests.store.conftest import START, Rows, answered, attempt, execute, questions, save

COUNT = "SELECT count(*) FROM response"


def open_store(folder: Path, *elsewhere: Path) -> Store:
    """Return a store as another program would open it."""
    return Store(folder, lambda: START, elsewhere)


def fill(disk: Path) -> Path:
    """Write to a file until the disk is full, and return it."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 512):
            pass
    return filler


def waiting(folder: Path) -> list[Path]:
    return list(folder.glob("*.jsonl"))


@pytest.fixture
def locked(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[sqlite3.Connection]:
    """Return another program's connection, which can lock the database."""
    monkeypatch.setattr("quiz.store.store.PATIENCE", 0.05)
    monkeypatch.setattr("quiz.store.store.IMPATIENCE", 0.05)
    store.save(attempt("s0", quiz="lakes", ended=START))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def test_what_is_saved_is_there_at_once(store: Store, rows: Rows) -> None:
    save(store, attempt(), 0)
    assert rows(COUNT) == [(1,)]
    assert store.trouble is None
    assert store.notices() == ()


def test_an_answer_is_one_transaction_that_locks_before_it_reads(store: Store) -> None:
    to = save(store, attempt(), 0)
    said: list[str] = []
    store.read(lambda reader: reader.connection.set_trace_callback(said.append), None)
    save(store, replace(to, position=1), 1)
    done = [line for line in said if line.startswith(("BEGIN", "COMMIT", "ROLLBACK"))]
    assert done == ["BEGIN IMMEDIATE", "COMMIT"]


def test_twice_is_once_and_the_first_answer_stands(store: Store, rows: Rows) -> None:
    to = save(store, attempt(), 0)
    due = rows("SELECT * FROM memory")
    again = answered(attempt(), 0, fraction=0.0)
    store.save(again, again.responses[0])
    store.save(to, to.responses[0])
    assert rows("SELECT fraction FROM response") == [(1.0,)]
    assert rows("SELECT * FROM memory") == due


@pytest.mark.parametrize(
    ("mode", "ended", "minutes", "later"),
    [
        ("practice", None, 1, False),
        ("test", None, 1, True),
        ("test", None, 0, True),
        ("test", None, -1, False),  # it waited elsewhere while another program took a later one
        ("test", START, 1, False),  # it was handed in meanwhile
    ],
)
def test_of_two_answers_the_first_stays_and_in_a_running_test_the_later(
    store: Store, mode: str, ended: datetime | None, minutes: int, later: bool
) -> None:
    to = save(store, attempt(mode=mode), 0, 1)
    store.save(replace(to, ended=ended))
    at = START + timedelta(minutes=minutes)
    again = answered(attempt(mode=mode), 0, fraction=0.0, at=at, changes=1)
    store.save(again, again.responses[0])
    kept = [
        (one.question, one.fraction, one.changes)
        for one in store.read(lambda reader: queries.responses(reader, None), [])
    ]
    other = ("q1", 1.0, 0)
    assert kept == ([other, ("q0", 0.0, 1)] if later else [("q0", 1.0, 0), other])


def test_the_answers_of_a_test_are_remembered_once_it_is_over(store: Store) -> None:
    to = save(store, attempt(mode="test"), 0)
    save(store, attempt("s2"), 1)  # a later answer of a practice is no reason to pass one over
    assert [one.question for one in store.memories("rivers")] == ["q1"]
    changed = answered(attempt(mode="test"), 0, fraction=0.0, parts=(False,))
    store.save(changed, changed.responses[0])
    assert len(store.memories("rivers")) == 1
    store.save(replace(to, ended=START))
    days = {one.question: (one.due - one.last_review).days for one in store.memories("rivers")}
    assert days["q0"] < days["q1"]
    assert store.memories("rivers") == store.memories("rivers")


def test_an_edited_question_does_not_inherit_the_history_of_what_it_was(store: Store) -> None:
    to = save(store, attempt(), 0)
    edited = answered(to, 0, content_id="1" * 16)
    store.save(edited, edited.responses[-1])
    for content_id in ("0" * 16, "1" * 16):
        of = ("rivers", "q0", content_id)
        assert len(store.read(lambda reader, of=of: queries.responses_to(reader, *of), [])) == 1  # type: ignore[misc]
    memories = store.memories("rivers")
    assert {one.content_id for one in memories} == {"0" * 16, "1" * 16}


@pytest.mark.parametrize(
    "changed", [{"purpose": "retry"}, {"purpose": "exercise"}, {"scored": False}]
)
def test_what_counts_for_nothing_never_comes_back(
    store: Store, rows: Rows, changed: dict[str, object]
) -> None:
    to = answered(attempt(), 0, **changed)
    store.save(to, to.responses[0])
    assert rows(COUNT) == [(1,)]
    assert store.memories("rivers") == []


def test_a_position_moves_looks_only_grow_and_an_end_is_final(store: Store, rows: Rows) -> None:
    for position, looks in ((3, 5), (2, 4)):
        store.save(attempt(position=position, passage_views=looks))
    store.save(attempt(ended=START))
    store.save(attempt(ended=START.replace(year=2030)))
    assert rows("SELECT position, passage_views, substr(ended, 1, 4) FROM attempt") == [
        (0, 5, "2026")
    ]


def test_a_locked_file_keeps_answers_waiting_until_it_is_free(
    store: Store, locked: sqlite3.Connection, folder: Path
) -> None:
    to = save(store, attempt(), 0)
    locked.execute("BEGIN IMMEDIATE")
    to = save(store, to, 1)
    (file,) = waiting(folder)
    assert spool.read(file) == ([to], 0)
    assert "another program has locked" in (store.trouble or "")
    assert str(file) in (store.trouble or "")
    to = save(store, to, 2)
    assert spool.read(file) == ([to], 0)
    assert store.unfinished("rivers") == [to]
    assert store.attempt("s1") == to
    locked.execute("ROLLBACK")
    assert store.flush()
    assert store.trouble is None
    assert waiting(folder) == []
    assert questions(store) == ["q0", "q1", "q2"]


def test_what_waits_is_saved_with_the_next_attempt_too(
    store: Store, locked: sqlite3.Connection
) -> None:
    locked.execute("BEGIN IMMEDIATE")
    save(store, attempt("s1"), 0)
    locked.execute("ROLLBACK")
    save(store, attempt("s2"), 1)
    assert questions(store) == ["q0", "q1"]


@pytest.mark.parametrize("by", ["this program, at its end", "the next program"])
def test_what_waits_is_taken_up(
    store: Store, locked: sqlite3.Connection, folder: Path, by: str
) -> None:
    to = save(store, attempt(), 0)
    locked.execute("BEGIN IMMEDIATE")
    save(store, to, 1)
    locked.execute("ROLLBACK")
    if by != "the next program":
        store.close()
    with closing(open_store(folder)) as later:
        assert questions(later) == ["q0", "q1"]
        assert [notice[-27:] for notice in later.notices()] == (
            ["are in your history now: 2."] if by == "the next program" else []
        )
        assert later.notices() == ()
    assert waiting(folder) == []


def test_a_history_that_can_t_take_up_what_waits_yet_is_read_all_the_same(
    store: Store, locked: sqlite3.Connection, folder: Path
) -> None:
    to = save(store, attempt(), 0)
    assert spool.Spool(folder, ()).put([answered(to, 1)])
    locked.execute("BEGIN IMMEDIATE")
    with closing(open_store(folder)) as later:
        assert questions(later) == ["q0"]
    locked.execute("ROLLBACK")
    with closing(open_store(folder)) as later:
        assert questions(later) == ["q0", "q1"]


def test_lines_that_wait_and_can_t_be_read_are_left_and_said(store: Store, folder: Path) -> None:
    file = spool.Spool(folder, ()).put([answered(attempt(), 0)])
    assert file is not None
    lacking = to_data(attempt("s2"))
    del lacking["plan"]
    with file.open("a") as more:
        more.write(json.dumps(lacking) + "\ntorn")
    assert questions(store) == ["q0"]
    left = file.with_suffix(".left")
    (notice,) = store.notices()
    assert notice.endswith(f"Lines that can't be read stay in {left}: 2.")
    assert left.exists()
    assert waiting(folder) == []


def test_a_database_that_is_full_says_so(store: Store, rows: Rows) -> None:
    store.save(attempt())
    ((pages,),) = execute(store, "PRAGMA page_count")
    execute(store, f"PRAGMA max_page_count = {pages}")
    to = answered(attempt(), 0, answer=TypedAnswer(("long " * 20_000,)))
    assert not store.save(to, to.responses[0])
    assert "the disk is full" in (store.trouble or "")
    assert rows(COUNT) == [(0,)]
    execute(store, "PRAGMA max_page_count = 100000")
    assert store.flush()
    assert rows(COUNT) == [(1,)]


@pytest.mark.parametrize("begun_before", [True, False])
def test_a_disk_that_fills_up_loses_nothing(
    small_disk: Path, elsewhere: Path, begun_before: bool
) -> None:
    with closing(open_store(small_disk / "data", elsewhere)) as store:
        to = save(store, attempt(), 0) if begun_before else attempt()
        filler = fill(small_disk)
        to = save(store, to, *range(1, 50))
        assert "the disk is full" in (store.trouble or "")
        (file,) = waiting(elsewhere)
        assert spool.read(file) == ([to], 0)
        assert str(file) in (store.trouble or "")
        filler.unlink()
        assert store.flush()
        assert questions(store) == [one.question for one in to.responses]
        assert waiting(elsewhere) == []


def test_a_read_only_folder_is_read_and_written_elsewhere(
    small_disk: Path, elsewhere: Path
) -> None:
    folder = small_disk / "data"
    with closing(open_store(folder)) as store:
        to = save(store, attempt(), 0)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with closing(open_store(folder, elsewhere)) as store:
        assert questions(store) == ["q0"]
        save(store, to, 1)
        assert "can't be written in" in (store.trouble or "")
        assert str(elsewhere) in (store.trouble or "")
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    with closing(open_store(folder, elsewhere)) as later:
        assert questions(later) == ["q0", "q1"]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with closing(open_store(file / "data", file / "else")) as store:
        assert questions(store) == []
        save(store, attempt(), 0)
        assert (store.trouble or "").endswith("They are kept only while this program runs.")
        file.unlink()
        assert store.flush()
        assert questions(store) == ["q0"]


@pytest.mark.parametrize(
    ("application", "version", "words"),
    [
        (0, 0, "belongs to another program"),
        (APPLICATION_ID, len(MIGRATIONS) + 1, "a newer version of this program"),
    ],
)
def test_a_file_that_is_not_ours_to_change_is_left_alone(
    store: Store, path: Path, application: int, version: int, words: str
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE song (name)")
        other.execute(f"PRAGMA application_id = {application}")
        other.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    assert not store.save(attempt())
    assert words in (store.trouble or "")
    assert path.read_bytes() == before


@pytest.mark.parametrize("data", [b"a shopping list\n" * 500, b"SQLite format 3\0", b"\0" * 9000])
def test_a_damaged_file_is_set_aside_with_its_logs(store: Store, path: Path, data: bytes) -> None:
    path.parent.mkdir()
    for number in ("", "-2"):
        aside = path.with_name(f"answers-damaged-2026-03-01-120000{number}.sqlite")
        path.write_bytes(data)
        path.with_name(f"{NAME}-wal").write_bytes(b"log")
        assert store.save(attempt())
        (notice, *_) = [one for one in store.notices() if "damaged" in one]
        assert f"It is set aside as {aside}, and a new one is begun." in notice
        assert aside.read_bytes() == data
        assert store.trouble is None
        store.close()
        path.unlink()


def test_a_history_of_before_the_first_migration_is_set_aside_and_said(
    store: Store, path: Path
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as earlier:
        earlier.execute(f"PRAGMA application_id = {EARLIER_ID}")
        earlier.execute("CREATE TABLE sitting (seq INTEGER PRIMARY KEY)")
        earlier.execute("INSERT INTO sitting VALUES (7)")
        earlier.execute("PRAGMA user_version = 2")
        earlier.commit()
    save(store, attempt(), 0)
    (notice,) = store.notices()
    aside = path.with_name("answers-earlier-2026-03-01-120000.sqlite")
    assert "an earlier state of this program" in notice
    assert str(aside) in notice
    with closing(sqlite3.connect(aside)) as earlier:
        assert earlier.execute("SELECT seq FROM sitting").fetchall() == [(7,)]
    assert questions(store) == ["q0"]


def test_damage_while_it_is_open_loses_nothing_of_this_attempt(
    store: Store, path: Path, folder: Path
) -> None:
    for number in range(100):
        store.save(attempt(f"old{number}", ended=START))
    to = save(store, attempt(), *range(3))
    execute(store, "PRAGMA wal_checkpoint(TRUNCATE)")
    execute(store, "PRAGMA cache_size = 1")
    execute(store, "PRAGMA shrink_memory")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(Random(1).randbytes(path.stat().st_size - 4096))
    save(store, to, 3)
    assert questions(store) == ["q0", "q1", "q2", "q3"]
    assert store.trouble is None
    assert len(list(folder.glob("answers-damaged-*.sqlite"))) == 1
    (notice,) = store.notices()
    assert "set aside" in notice


def test_a_folder_that_is_deleted_meanwhile_is_made_again(store: Store, folder: Path) -> None:
    to = save(store, attempt(), 0)
    shutil.rmtree(folder)
    assert store.save(replace(to, position=1))
    assert store.unfinished("rivers")[0].position == 1
    save(store, to, 1)
    assert questions(store) == ["q0", "q1"]
    (notice,) = store.notices()
    assert "taken away" in notice


def test_an_attempt_that_is_forgotten_meanwhile_is_written_again(
    store: Store, folder: Path
) -> None:
    to = save(store, attempt(), 0)
    with closing(open_store(folder)) as other:
        assert other.forget("rivers") == 1
    save(store, to, 1)
    assert questions(store) == ["q0", "q1"]


def test_forgetting_is_of_one_quiz_or_of_all(store: Store, rows: Rows) -> None:
    save(store, attempt(), 0)
    save(store, attempt("s2", quiz="lakes"), 0)
    assert store.memories("lakes")
    assert store.forget("rivers") == 1
    for table in ("attempt", "response", "memory"):
        assert rows(f"SELECT quiz FROM {table}") == [("lakes",)]
    assert store.forget(None) == 1
    assert rows(COUNT) == [(0,)]


def test_what_is_forgotten_is_gone_from_the_disk(store: Store, folder: Path) -> None:
    to = answered(attempt(), 0, answer=TypedAnswer(("a private word",)))
    store.save(to, to.responses[0])
    copy = folder / "answers-before-2.sqlite"
    copy.write_text("a private word")
    store.forget(None)
    assert not copy.exists()
    assert not any(b"a private word" in file.read_bytes() for file in folder.iterdir())


def test_forgetting_that_fails_says_so(store: Store, locked: sqlite3.Connection) -> None:
    save(store, attempt(), 0)
    locked.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked"):
        store.forget(None)
    locked.execute("ROLLBACK")
    assert questions(store) == ["q0"]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE response SET answer = '{' WHERE question = 'q0'",
        "UPDATE response SET at = 'soon' WHERE question = 'q0'",
        "UPDATE response SET purpose = 'fun' WHERE question = 'q0'",
        "UPDATE response SET fraction = 'half' WHERE question = 'q0'",
    ],
)
def test_what_can_t_be_read_back_is_counted_and_said_once(
    store: Store, path: Path, harm: str
) -> None:
    save(store, attempt(), 0, 1)
    execute(store, harm)
    assert questions(store) == questions(store) == ["q1"]
    assert store.notices() == (
        f"Parts of your history can't be read, and are left out: 1. They stay in {path}.",
    )
    assert store.trouble is None


@pytest.mark.parametrize("column", ["plan", "flagged", "seed", "begun", "purpose"])
def test_an_attempt_that_can_t_be_read_back_is_said(store: Store, column: str) -> None:
    store.save(attempt())
    execute(store, f"UPDATE attempt SET {column} = '{{' WHERE id = 's1'")
    assert store.attempt("s1") is None
    assert "are left out: 1." in store.notices()[0]


def test_what_a_newer_program_adds_hides_nothing(store: Store) -> None:
    save(store, attempt(), 0)
    execute(store, "ALTER TABLE response ADD COLUMN mood TEXT DEFAULT 'good'")
    execute(store, """UPDATE attempt SET plan = replace(plan, '{', '{"mood": "good", ')""")
    assert questions(store) == ["q0"]
    assert store.unfinished("rivers")[0].asked == 50
    assert store.notices() == ()


@pytest.mark.parametrize(("column", "value"), [("due", "'soon'"), ("stability", "'x'")])
def test_what_is_remembered_amiss_is_remembered_anew(
    store: Store, column: str, value: object
) -> None:
    save(store, attempt(), 0)
    assert store.memories("rivers")
    execute(store, f"UPDATE memory SET {column} = {value}")
    assert store.memories("rivers") == []
    save(store, attempt("s2"), 0)
    assert len(store.memories("rivers")) == 1


def test_a_fault_of_the_program_is_no_damage_of_the_disk(store: Store, folder: Path) -> None:
    save(store, attempt(), 0)
    with pytest.raises(LookupError):
        store.read(lambda _: dict[str, None]()["nothing"], None)
    assert questions(store) == ["q0"]
    assert not list(folder.glob("*damaged*"))


def test_answers_are_in_their_order_whatever_the_clock_says(store: Store) -> None:
    to = save(store, attempt(), 0)
    back = answered(to, 1, at=START.replace(year=2020))
    store.save(back, back.responses[-1])
    save(store, back, 2)
    assert questions(store) == ["q0", "q1", "q2"]


def test_threads_take_turns(store: Store, rows: Rows) -> None:
    threads = [
        Thread(target=save, args=(store, attempt(f"s{number}"), *range(20))) for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(COUNT) == [(160,)]


def test_programs_that_write_at_once_do_no_harm(folder: Path, rows: Rows) -> None:
    root = Path(__file__).parents[2]
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", str(folder), name],
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        for name in ("s1", "s2", "s3")
    ]
    for program in programs:
        said, _ = program.communicate()
        assert said.splitlines() == ["saved"] * 50
    assert rows(COUNT) == [(150,)]
    assert rows("PRAGMA integrity_check") == [("ok",)]
