"""Quiz files as long as a test wants them."""

import json
from pathlib import Path

_WORDS = ("amber", "birch", "cedar", "daisy", "elder", "fern", "grass", "hazel", "iris", "jasmine")


def word(number: int) -> str:
    """Return the word that stands behind a number of at most three digits."""
    return " ".join(_WORDS[int(digit)] for digit in f"{number:03}")


def write_quiz(path: Path, count: int) -> Path:
    """Write a quiz that asks for the word behind each number; the right option comes first."""
    text = "\n\n".join(f"Behind number {n} stands {word(n)}." for n in range(count))
    questions = [
        {
            "id": f"n{n}",
            "kind": "choice",
            "topic": "numbers",
            "skill": "access",
            "ask": f"What stands behind number {n}?",
            "evidence": f"Behind number {n} stands {word(n)}.",
            "shuffle": False,
            "options": [
                {"text": word(n), "correct": True, "why": "So it stands there."},
                {"text": "Nothing", "why": "A word stands there."},
            ],
            "explain": f"Look at line {n} of the passage.",
        }
        for n in range(count)
    ]
    quiz = {
        "schema": 1,
        "id": path.stem,
        "title": f"Numbers of {path.stem}",
        "language": "en",
        "topics": {"numbers": "Numbers"},
        "passage": {"title": "Numbers", "source": "Written for the tests", "text": text},
        "questions": questions,
    }
    path.write_text(json.dumps(quiz))  # JSON is YAML
    return path
