"""Every goal of speed beside what was reached, as ratios of pairs measured in turn.

make bench                       all of them, as a table; fails where a goal is missed
make bench BASE=/elsewhere       and enter to the next question beside another checkout's
make bench BENCH="-q PROGRAM"    the same of another `quiz`, to compare with
make bench BENCH="key home"      those whose name has one of these words in it
"""

import argparse
import platform
import re
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from itertools import count, islice
from pathlib import Path
from shutil import rmtree
from signal import SIGKILL
from tempfile import TemporaryDirectory
from time import perf_counter

import pexpect
import textual
from benchmarks.quizzes import quiz_of
from defusedxml.ElementTree import parse
from tests.support.terminal import ENTER, Terminal

from quiz.exchange.moodle_xml.reading import read as read_xml
from quiz.exchange.moodle_xml.writing import write as write_xml
from quiz.quizfile.reader import read

BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
BARE_TEXT = "A bare program."
PYTHON = (sys.executable, "-c", "print('ready')")
LOADER = (
    *(sys.executable, "-c"),
    "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)",
)
FIRST_TEXT = ("play", "ketamine")
CHOICES = ("--no-passage", "--new", "--seed=1", "--kind=choice")
QUESTION = (*FIRST_TEXT, *CHOICES)
STANDS, EXPLAINED = r"1 of \d", r"The passage says|Not quite|Right"
LARGE, ANSWERS = 10_000, 10_000

Pair = tuple[float, float]
"""What ours takes and what the other one takes, in seconds or bytes."""
Pairs = Iterator[Pair]


class Home:
    """An empty home folder, and the programs that run in it."""

    def __init__(self, folder: Path, quiz: str) -> None:
        self.folder, self.quiz = folder, quiz
        parts = ("CONFIG", "DATA", "CACHE", "STATE")
        folders = {f"XDG_{part}_HOME": str(folder / part.lower()) for part in parts}
        self.env = {"HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8", **folders}
        folder.mkdir(exist_ok=True)

    def file(self, name: str, text: str) -> str:
        """Write a file into the home, and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def new(self, number: int) -> "Home":
        """Return another home, in which nothing was done yet."""
        folder = self.folder / f"new-{number}"
        rmtree(folder, ignore_errors=True)
        return Home(folder, self.quiz)

    @contextmanager
    def running(self, *command: str) -> Iterator[Terminal]:
        """Run a program, or a command of the quiz, until it is killed."""
        program = Terminal(*self._whole(*command), env=self.env)
        yield program
        program.end(SIGKILL)

    def start(self, *command: str, until: str) -> float:
        """Return the seconds from the start of a program to words on its screen."""
        begun = perf_counter()
        with self.running(*command) as program:
            program.child.expect(until)
            taken = perf_counter() - begun
            rest(program)
        return taken

    def run(self, *command: str, typed: str = "") -> float:
        """Return the seconds that a program takes to its end."""
        whole, pipe = self._whole(*command), subprocess.PIPE
        begun = perf_counter()
        with subprocess.Popen(whole, env=self.env, stdin=pipe, stdout=pipe, text=True) as program:
            program.communicate(typed)
        return perf_counter() - begun

    def _whole(self, *command: str) -> tuple[str, ...]:
        return command if command[:1] == (sys.executable,) else (self.quiz, *command)


def rest(program: Terminal, seconds: float = 0.3) -> None:
    """Read what a program writes until it is at rest, but not for ever: a cursor may blink."""
    for _ in range(20):
        if program.child.expect(["(?s).+", pexpect.TIMEOUT, pexpect.EOF], timeout=seconds):
            return


def press(program: Terminal, key: str, until: str) -> float:
    """Return the seconds from a key to words on the screen."""
    rest(program)
    begun = perf_counter()
    program.type(key)
    program.child.expect(until)
    return perf_counter() - begun


def memory(program: Terminal) -> float:
    """Return the bytes in memory for a program alone, with its share of what others use too."""
    rest(program, 1)
    rollup = Path(f"/proc/{program.child.pid}/smaps_rollup").read_text(encoding="ascii")
    return float(re.findall(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)[0]) * 1024


def first_text(home: Home) -> Pairs:
    """Measure an unchanged quiz to our first text."""
    return starts(home, *FIRST_TEXT, until="Before you start")


def first_question(home: Home) -> Pairs:
    """Measure an unchanged quiz to its first question."""
    return starts(home, *QUESTION, until=STANDS)


def starts(home: Home, *arguments: str, until: str) -> Pairs:
    home.start(*arguments, until=until)
    while True:
        yield home.start(*arguments, until=until), home.start(*BARE, until=BARE_TEXT)


def first_text_ever(home: Home) -> Pairs:
    """Measure the start to our first text in a new home."""
    for number in count():
        new = home.new(number)
        ours = new.start(*FIRST_TEXT, until="Before you start")
        yield ours, new.start(*BARE, until=BARE_TEXT)


def line_by_line(home: Home) -> Pairs:
    """Measure an unchanged quiz to its first question, line by line."""
    command = (*QUESTION, "--plain")
    home.start(*command, until="Question 1")
    while True:
        yield home.start(*command, until="Question 1"), home.start(*PYTHON, until="ready")


def explanation(home: Home) -> Pairs:
    """Measure the key that answers; what it says comes once the answer is on disk."""
    commits = committing(home)
    with home.running(*BARE) as bare:
        while True:
            with home.running(*QUESTION) as program:
                program.child.expect(STANDS)
                for _ in range(8):
                    rest(program)
                    program.type("1")
                    ours = press(program, ENTER, EXPLAINED)
                    yield ours, press(bare, "\x1b[B", r"Line") + next(commits)
                    rest(program)
                    program.type(ENTER)


def committing(home: Home) -> Iterator[float]:
    """Yield the seconds of one commit after another, in a write-ahead log, fully synchronous."""
    with closing(sqlite3.connect(home.folder / "commit.sqlite", isolation_level=None)) as commits:
        commits.execute("PRAGMA journal_mode = WAL")
        commits.execute("PRAGMA synchronous = FULL")
        commits.execute("CREATE TABLE IF NOT EXISTS answer (text TEXT)")
        while True:
            begun = perf_counter()
            commits.execute("INSERT INTO answer VALUES (?)", ("x" * 200,))
            yield perf_counter() - begun


def next_question(home: Home, base: str) -> Pairs:
    """Measure enter on an explained question, beside the same of another checkout."""
    other = Home(home.folder / "base", f"{base}/.venv/bin/quiz")
    while True:
        with home.running(*QUESTION) as ours, other.running(*QUESTION) as theirs:
            for program in (ours, theirs):
                program.child.expect(STANDS)
            for number in range(2, 10):
                for program in (ours, theirs):
                    rest(program)
                    program.type("1")
                    press(program, ENTER, EXPLAINED)
                yield (
                    press(ours, ENTER, rf"{number} of \d"),
                    press(theirs, ENTER, rf"{number} of \d"),
                )


def tenth_question(home: Home) -> Pairs:
    """Measure the memory at the tenth question."""
    while True:
        with home.running(*QUESTION) as program:
            program.child.expect(STANDS)
            for number in range(2, 11):
                rest(program)
                program.type("1")
                press(program, ENTER, EXPLAINED)
                press(program, ENTER, rf"{number} of \d")
            ours = memory(program)
        with home.running(*BARE) as bare:
            yield ours, memory(bare)


def reading(home: Home) -> Pairs:
    """Measure the very first line-by-line start with a large quiz, beside loading its file."""
    path = home.file("large.yaml", quiz_of(LARGE, "large"))
    for number in count():
        new = home.new(number)
        ours = new.run("play", path, "--plain", *CHOICES)
        yield ours, new.run(*LOADER, path)


def large_start(home: Home) -> Pairs:
    """Measure the first question of a large quiz that is unchanged, beside that of a small one."""
    path = home.file("large.yaml", quiz_of(LARGE, "large"))
    for quiz in (path, "ketamine"):
        home.start("play", quiz, *CHOICES, until=STANDS)
    while True:
        ours = home.start("play", path, *CHOICES, until=STANDS)
        yield ours, home.start(*QUESTION, until=STANDS)


def long_history(home: Home) -> Pairs:
    """Measure home with a long history, beside home with none."""
    homes = [Home(home.folder / name, home.quiz) for name in ("full", "empty")]
    for one in homes:
        one.file("data/quiz/quizzes/choices.yaml", quiz_of(100, "choices", choices=True))
        one.start(until="choices")
    for _ in range(ANSWERS // 100):
        homes[0].run("play", "choices", "--plain", "--no-passage", "--new", typed="1\n" * 100)
    while True:
        full, empty = (one.start(until="choices") for one in homes)
        yield full, empty


def checking(home: Home) -> Pairs:
    """Measure `quiz check` of a large quiz, beside loading its file."""
    path = home.file("large.yaml", quiz_of(LARGE, "large"))
    while True:
        yield home.run("check", path), home.run(*LOADER, path)


def moodle_xml_read(home: Home) -> Pairs:
    """Measure reading the Moodle XML of a large quiz, beside parsing it."""
    quiz = read(home.file("large.yaml", quiz_of(LARGE, "large")))
    data = write_xml(quiz).data
    while True:
        yield seconds(lambda: read_xml(data.decode())), seconds(lambda: parse(BytesIO(data)))


def moodle_xml_written(home: Home) -> Pairs:
    """Measure writing a large quiz as Moodle XML, beside parsing what comes of it."""
    quiz = read(home.file("large.yaml", quiz_of(LARGE, "large")))
    data = write_xml(quiz).data
    while True:
        yield seconds(lambda: write_xml(quiz)), seconds(lambda: parse(BytesIO(data)))


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def measures(base: str | None) -> Iterator[tuple[str, str, float, int, Callable[[Home], Pairs]]]:
    """Yield what is measured, against what, the goal, how many pairs, and how."""
    bare = "bare Textual program"
    yield "first text", bare, 1.4, 11, first_text
    yield "first question", bare, 1.4, 11, first_question
    yield "first text, first time ever", bare, 2.4, 11, first_text_ever
    yield "first question line by line", "bare Python", 10, 11, line_by_line
    yield "key to explanation", "key to repaint and one commit", 5, 24, explanation
    if base:
        same = "the same before"
        yield "enter to the next question", same, 1, 16, lambda home: next_question(home, base)
    yield "memory at the tenth question", bare, 1.35, 3, tenth_question
    yield "first reading of 10,000 questions", "PyYAML's C loader", 0.7, 3, reading
    yield "first question of 10,000", "the same of ketamine", 2.5, 7, large_start
    yield "home with 10,000 answers", "home with none", 1.3, 7, long_history
    yield "quiz check of 10,000 questions", "PyYAML's C loader", 1, 3, checking
    yield "reading 10,000 of Moodle XML", "parsing it by defusedxml", 3, 5, moodle_xml_read
    yield "writing 10,000 to Moodle XML", "parsing it by defusedxml", 3, 5, moodle_xml_written


def main() -> int:
    """Measure what is asked for, and print it; return 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wanted", nargs="*", help="only measures with these words in their name")
    parser.add_argument("-q", "--quiz", default=str(Path(sys.executable).with_name("quiz")))
    parser.add_argument("--base", help="another checkout, with a .venv")
    args = parser.parse_args()
    print(
        f"{args.quiz}, Python {platform.python_version()}, Textual {textual.__version__}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} on {platform.machine()}\n"
    )
    print("| measure | against | goal | ratio | half of them | ours |\n|---|---|---|---|---|---|")
    missed = False
    for name, against, goal, pairs, measured in measures(args.base):
        if args.wanted and not any(word in name for word in args.wanted):
            continue
        with TemporaryDirectory(prefix="quiz-bench-", ignore_cleanup_errors=True) as folder:
            found = [*islice(measured(Home(Path(folder), args.quiz)), pairs)]
        low, middle, high = statistics.quantiles(
            (ours / other for ours, other in found), n=4, method="inclusive"
        )
        ours = statistics.median(ours for ours, _ in found)
        unit = f"{ours / 2**20:.0f} MB" if "memory" in name else f"{ours * 1000:.0f} ms"
        miss = " (missed)" if middle > goal else ""
        missed = missed or middle > goal
        spread = f"{low:.2f} to {high:.2f}"
        print(
            f"| {name} | {against} | {goal:g}{miss} | {middle:.2f} | {spread} | {unit} |",
            flush=True,
        )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
