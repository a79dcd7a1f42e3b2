"""Every goal of speed beside what was reached, as ratios of pairs measured in turn.

python benchmarks/goals.py                   all of them, as a table
python benchmarks/goals.py --json            the same with every figure
python benchmarks/goals.py --rounds 5 key    five rounds of those whose name has `key` in it
python benchmarks/goals.py --growth          how it grows with the quiz and with the history
"""

import argparse
import json
import platform
import sqlite3
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache, partial
from itertools import count
from pathlib import Path
from random import Random
from shutil import rmtree
from subprocess import run
from time import perf_counter

from home import QUIZ, Home
from terminal import Program

import check
from quiz.engine.selection import QuestionFilter, select
from quiz.quizfile.reader import read
from quiz.quizfile.shelf import shipped

HERE = Path(__file__).resolve().parent
ROUNDS = 11
SEED = 1
BARE = (sys.executable, str(HERE / "bare.py"))
BARE_TEXT = "A bare program."
PYTHON = (sys.executable, "-c", "print('ready')")
STRAIGHT = ("--no-passage", "--new", f"--seed={SEED}")
CHOICES = (*STRAIGHT, "--kind", "choice")
LARGE = 10_000
ANSWERS = 100_000

Pair = tuple[float, float]
"""What ours takes and what the other one takes, in seconds or bytes."""


@dataclass(frozen=True)
class Measure:
    """A goal, and how it is measured."""

    name: str
    """What is measured."""
    against: str
    """Beside what."""
    goal: float | None
    """The largest ratio that will do; None where it is only looked at."""
    pairs: Callable[[], Iterator[Pair]]
    """Measures one pair after another, as long as they are wanted."""
    rounds: int | None = None
    """How many pairs are measured, where that is another number than for the rest."""


@cache
def used() -> Home:
    """Return the home in which a command is run once before it is measured."""
    return Home("used")


@cache
def large(size: int = LARGE) -> str:
    """Return the path of a quiz of so many questions."""
    return Home("large").file(f"of-{size}.yaml", check.quiz_of(size))


@cache
def first_words() -> str:
    """Return the first words of the question that an attempt begins with."""
    quiz = read(shipped() / "ketamine.yaml")
    return " ".join(select(quiz, QuestionFilter(), Random(SEED))[0].public.ask.split()[:3])


def start(command: Sequence[str], env: Mapping[str, str], words: str) -> float:
    """Return the seconds from the start of a program to words on its screen."""
    with Program(command, env) as program:
        return program.until(words) - program.started


def warmed(command: Sequence[str], words: str) -> None:
    """Run a command once in the used home."""
    with Program(command, used().env) as program:
        program.until(words)
        program.quiet(1)


def starts(*arguments: str, words: str) -> Iterator[Pair]:
    """Measure a start with a quiz that is unchanged since the last time, beside the bare one."""
    home = used()
    warmed((QUIZ, *arguments), words)
    while True:
        ours = start((QUIZ, *arguments), home.env, words)
        yield ours, start(BARE, home.env, BARE_TEXT)


def first_starts(*arguments: str, words: str) -> Iterator[Pair]:
    """Measure a start in a new home, beside the bare one."""
    for number in count():
        home = Home(f"new-{number}")
        ours = start((QUIZ, *arguments), home.env, words)
        yield ours, start(BARE, home.env, BARE_TEXT)
        rmtree(home.path)


def first_text() -> Iterator[Pair]:
    """Measure the start to our first text."""
    return starts("play", "ketamine", words="Before you start")


def first_text_ever() -> Iterator[Pair]:
    """Measure the very first start to our first text."""
    return first_starts("play", "ketamine", words="Before you start")


def first_question() -> Iterator[Pair]:
    """Measure the start to the first question."""
    return starts("play", "ketamine", *STRAIGHT, words=first_words())


def first_question_ever() -> Iterator[Pair]:
    """Measure the very first start to the first question."""
    return first_starts("play", "ketamine", *STRAIGHT, words=first_words())


def plain() -> Iterator[Pair]:
    """Measure the start of the line-by-line door to its first question, beside Python's own."""
    home = used()
    command = (QUIZ, "play", "ketamine", "--plain", *STRAIGHT)
    warmed(command, "Question 1")
    while True:
        ours = start(command, home.env, "Question 1")
        yield ours, start(PYTHON, home.env, "ready")


def explanation() -> Iterator[Pair]:
    """Measure a key to the explanation, beside a key to a repaint and one commit."""
    home = used()
    with closing(committing(home)) as commits, Program(BARE, home.env) as bare:
        bare.until(BARE_TEXT)
        while True:
            with Program((QUIZ, "play", "ketamine", *CHOICES), home.env) as program:
                program.until("Pick one")
                for _ in range(8):
                    program.quiet()
                    program.press("1")
                    program.quiet()
                    pressed = program.press("\r")
                    ours = program.until("Right", "Not quite") - pressed
                    bare.quiet()
                    pressed = bare.press("\x1b[B")
                    yield ours, bare.anything() - pressed + next(commits)
                    program.quiet()
                    program.press("\r")


def committing(home: Home) -> Iterator[float]:
    """Yield the seconds of one commit after another, in a write-ahead log, fully synchronous."""
    with closing(sqlite3.connect(home.path / "commit.sqlite", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS answer (text TEXT)")
        while True:
            begun = perf_counter()
            connection.execute("INSERT INTO answer VALUES (?)", ("x" * 200,))
            yield perf_counter() - begun


def memory() -> Iterator[Pair]:
    """Measure the memory at the tenth question."""
    home = used()
    while True:
        with Program((QUIZ, "play", "ketamine", *CHOICES), home.env) as program:
            program.until("Pick one")
            for _ in range(9):
                program.quiet()
                program.press("1")
                program.quiet()
                program.press("\r")
                program.until("Right", "Not quite")
                program.quiet()
                program.press("\r")
            program.quiet(0.5)
            ours = program.memory()
        with Program(BARE, home.env) as bare:
            bare.until(BARE_TEXT)
            bare.quiet(0.5)
            yield ours, bare.memory()


def reading(size: int = LARGE) -> Iterator[Pair]:
    """Measure the first reading of a large quiz, its compiled copy written, beside the loader."""
    for number in count():
        home = Home(f"reading-{number}")
        ours, loader = (_read(what, large(size), home) for what in ("ours", "loader"))
        yield ours, loader
        rmtree(home.path)


def _read(what: str, path: str, home: Home) -> float:
    command = (sys.executable, str(HERE / "reading.py"), what, path)
    return float(run(command, env=home.env, capture_output=True, check=True, text=True).stdout)


def large_start(size: int = LARGE) -> Iterator[Pair]:
    """Measure the start to the first question of a large quiz, beside the small one.

    Both begin with a question to pick from: a field to type in takes longer to draw.
    """
    home = used()
    for quiz in (large(size), "ketamine"):
        warmed((QUIZ, "play", quiz, *CHOICES), "1 of")
    while True:
        ours = start((QUIZ, "play", large(size), *CHOICES), home.env, "1 of")
        yield ours, start((QUIZ, "play", "ketamine", *CHOICES), home.env, "1 of")


def large_memory(size: int = LARGE) -> Iterator[Pair]:
    """Measure the memory at the first question of a large quiz, beside the small one."""
    home = used()
    for quiz in (large(size), "ketamine"):
        warmed((QUIZ, "play", quiz, *STRAIGHT), "1 of")
    while True:
        found = []
        for quiz in (large(size), "ketamine"):
            with Program((QUIZ, "play", quiz, *STRAIGHT), home.env) as program:
                program.until("1 of")
                program.quiet(0.5)
                found.append(float(program.memory()))
        yield found[0], found[1]


def home_start(answers: int = ANSWERS) -> Iterator[Pair]:
    """Measure home with a long history, beside home with none."""
    empty, full = Home("empty"), Home("full")
    full.remember(answers)
    for home in (empty, full):
        start((QUIZ,), home.env, "a sitting")
    while True:
        times = []
        for home in (full, empty):
            with Program((QUIZ,), home.env) as program:
                times.append(program.until("a sitting") - program.started)
                program.quiet(0.5)
                program.press("q")
                program.wait()
        yield times[0], times[1]


def checking() -> Iterator[Pair]:
    """Measure all rules of `quiz check` on a large quiz, beside the loader."""
    while True:
        loader, rules = json.loads(check._anew("time", LARGE))
        yield rules, loader


MEASURES = (
    Measure("first text of ours", "bare Textual program", 1.15, first_text),
    Measure("first text of ours, first time ever", "bare Textual program", 1.5, first_text_ever),
    Measure("first question", "bare Textual program", 1.15, first_question),
    Measure("first question, first time ever", "bare Textual program", 1.5, first_question_ever),
    Measure("first question line by line", "bare Python", 2.5, plain),
    Measure("key to explanation", "key to repaint and one commit", 1.5, explanation, 24),
    Measure("memory at the tenth question", "bare Textual program", 1.3, memory, 3),
    Measure("first reading of 10,000 questions", "PyYAML's C loader", 0.35, reading, 3),
    Measure("first question of 10,000", "the same of ketamine", 1.1, large_start),
    Measure("memory at it", "the same of ketamine", 1.2, large_memory, 3),
    Measure("home with 100,000 answers", "home with none", 1.1, home_start),
    Measure("quiz check, 10,000 questions", "PyYAML's C loader", 2.0, checking, 3),
)

GROWTH = tuple(
    Measure(f"{name} ({size:,})", against, None, partial(pairs, size), rounds)
    for name, against, pairs, sizes, rounds in (
        ("first reading of a quiz", "PyYAML's C loader", reading, (100, 1_000, 10_000), 3),
        ("first question", "the same of ketamine", large_start, (100, 1_000, 10_000), None),
        ("memory at it", "the same of ketamine", large_memory, (100, 1_000, 10_000), 3),
        ("home with answers", "home with none", home_start, (1_000, 10_000, 100_000), None),
    )
    for size in sizes
)
"""What is looked at for how it grows."""


def taken(measure: Measure, rounds: int) -> dict[str, object]:
    """Return the figures of a measure."""
    pairs = measure.pairs()
    with closing(pairs):  # type: ignore[type-var]
        found = [next(pairs) for _ in range(measure.rounds or rounds)]
    ratios = [ours / other for ours, other in found]
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return {
        "measure": measure.name,
        "against": measure.against,
        "goal": measure.goal,
        "ratio": middle,
        "quartiles": [low, high],
        "reached": None if measure.goal is None else middle <= measure.goal,
        "ours": statistics.median(ours for ours, _ in found),
        "other": statistics.median(other for _, other in found),
        "pairs": len(found),
    }


def row(figures: Mapping[str, object]) -> str:
    """Return a row of the table."""
    low, high = figures["quartiles"]  # type: ignore[misc]
    goal = "" if figures["goal"] is None else f"{figures['goal']:g}"
    goal += " (missed)" if figures["reached"] is False else ""
    return (
        f"| {figures['measure']} | {figures['against']} | {goal} "
        f"| {figures['ratio']:.2f} | {low:.2f} to {high:.2f} | {figures['pairs']} |"
    )


def machine() -> str:
    """Return what it was measured with."""
    import textual  # noqa: PLC0415

    return (
        f"Python {platform.python_version()}, Textual {textual.__version__}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} on {platform.machine()}"
    )


def main() -> None:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wanted", nargs="*", help="only measures with these words in their name")
    parser.add_argument("--json", action="store_true", help="print every figure")
    parser.add_argument("--growth", action="store_true", help="measure how it grows")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help="measure N pairs")
    args = parser.parse_args()
    wanted = [
        one
        for one in (GROWTH if args.growth else MEASURES)
        if not args.wanted or any(words in one.name for words in args.wanted)
    ]
    if args.json:
        found = [taken(one, args.rounds) for one in wanted]
        print(json.dumps({"measured with": machine(), "measures": found}, indent=2))
        return
    print(machine() + "\n")
    print("| measure | against | goal | ratio | half of them | pairs |")
    print("|---|---|---|---|---|---|", flush=True)
    for one in wanted:
        print(row(taken(one, args.rounds)), flush=True)


if __name__ == "__main__":
    main()
