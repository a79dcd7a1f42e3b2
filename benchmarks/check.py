"""What `quiz check` costs beside reading the same file with PyYAML's C loader alone.

python benchmarks/check.py                 measures 1,000 and 10,000 questions
python benchmarks/check.py MEASURE COUNT   measures so many once: their time, or their calls
"""

import json
import sys
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from subprocess import run
from time import process_time
from typing import Any

import yaml

from quiz.check.inspection import inspect
from quiz.quizfile.reader import read_bytes
from quiz.quizfile.shelf import shipped

SIZES = (1_000, 10_000)
TIMES = 3
TODAY = date(2026, 11, 23)
SYLLABLES = "ba de ki lo mu ra ne si to vu pha gri sto ber lin dro"


def quiz_of(count: int) -> str:
    """Return the text of a quiz of so many questions: those of the first quiz, each made new."""
    data = yaml.load(
        Path(shipped() / "ketamine.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    rng = Random(1)
    questions = data["questions"]
    data["questions"] = [_new(questions[n % len(questions)], n, rng) for n in range(count)]
    data.pop("forms", None)
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)


def _new(question: dict[str, Any], number: int, rng: Random) -> dict[str, Any]:
    options = [
        option | {"text": f"{option['text']} {_word(rng)}"}
        for option in question.get("options", ())
    ]
    ask = f"{question['ask'].rstrip('?')} in {_word(rng)} {_word(rng)}?"
    kept = {name: value for name, value in question.items() if name not in {"group", "waive"}}
    new = deepcopy(kept) | {"id": f"{question['id']}-{number}", "ask": ask}
    return new | ({"options": options} if options else {})


def _word(rng: Random) -> str:
    return "".join(rng.choice(SYLLABLES.split()) for _ in range(3))


def timed(count: int) -> tuple[float, float]:
    """Return the seconds of processor time of the loader and of the rules."""
    text = quiz_of(count)
    quiz = read_bytes(text.encode(), "quiz.yaml")
    parsed = _seconds(lambda: yaml.load(text, yaml.CSafeLoader))
    return parsed, _seconds(lambda: inspect(quiz, TODAY))


def counted(count: int) -> int:
    """Return how many functions the rules call."""
    quiz = read_bytes(quiz_of(count).encode(), "quiz.yaml")
    return calls(lambda: inspect(quiz, TODAY))


MEASURES: Mapping[str, Callable[[int], object]] = {"time": timed, "calls": counted}


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called, those of the interpreter too."""
    made = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def _anew(measure: str, count: int) -> str:
    """Return what is measured in a new process, in which no word has been met before, as JSON."""
    command = [sys.executable, __file__, measure, str(count)]
    return run(command, capture_output=True, check=True, text=True).stdout


def _row(count: int) -> tuple[float, float, int]:
    times = [json.loads(_anew("time", count)) for _ in range(TIMES)]
    parsed, checked = map(min, zip(*times, strict=True))
    return parsed, checked, int(_anew("calls", count))


def main() -> None:
    """Print one line for each size, and how much more the large one takes."""
    rows = [_row(size) for size in SIZES]
    for size, (parsed, checked, made) in zip(SIZES, rows, strict=True):
        print(
            f"{size} questions: CSafeLoader {parsed:.2f} s, all rules {checked:.2f} s, "
            f"ratio {checked / parsed:.2f}, {made / size:.0f} calls a question"
        )
    small, large = rows
    parsed, checked, made = (later / former for former, later in zip(small, large, strict=True))
    print(
        f"{SIZES[1] // SIZES[0]} times the questions: CSafeLoader {parsed:.1f} times the time, "
        f"all rules {checked:.1f} times the time and {made:.1f} times the calls"
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(MEASURES[sys.argv[1]](int(sys.argv[2]))))
    else:
        main()
