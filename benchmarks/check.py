"""What `quiz check` costs beside reading the same file with PyYAML's C loader alone.

python benchmarks/check.py          measures 1,000 and 10,000 questions
"""

import sys
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import yaml

from quiz.bank.reader import read_bytes
from quiz.bank.shelf import shipped
from quiz.check.inspection import inspect

SIZES = (1_000, 10_000)
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
    return yaml.dump(data, allow_unicode=True, sort_keys=False, width=100)


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


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the least processor time of a few runs."""
    spent = []
    for _ in range(times):
        start = process_time()
        work()
        spent.append(process_time() - start)
    return min(spent)


def main() -> None:
    """Print one line for each size."""
    for size in SIZES:
        text = quiz_of(size)
        bank = read_bytes(text.encode(), "quiz.yaml")
        parsed = seconds(lambda text=text: yaml.load(text, yaml.CSafeLoader))
        checked = seconds(lambda bank=bank: inspect(bank, date(2026, 11, 23)))
        print(
            f"{size} questions: CSafeLoader {parsed:.2f} s, all rules {checked:.2f} s, "
            f"ratio {checked / parsed:.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
