"""Large quizzes, made from the first one."""

from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import yaml

KETAMINE = Path(__file__).parents[1] / "questions" / "ketamine.yaml"
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "ra", "ne", "si", "to", "vu", "pha", "sto", "ber", "lin")


def quiz_of(count: int, name: str, *, choices: bool = False) -> str:
    """Return the text of a quiz: the questions of the first one again and again, in new words."""
    data = yaml.load(KETAMINE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    rng = Random(1)
    questions = [one for one in data["questions"] if one["kind"] == "choice" or not choices]
    data["questions"] = [_new(questions[n % len(questions)], n, rng) for n in range(count)]
    data |= {"id": name, "title": name}
    data.pop("forms", None)
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)


def _new(question: dict[str, Any], number: int, rng: Random) -> dict[str, Any]:
    new = {key: value for key, value in question.items() if key not in {"group", "waive"}}
    new = deepcopy(new) | {"id": f"{question['id']}-{number}"}
    new["ask"] = f"{question['ask'].rstrip('?')} in {_word(rng)} {_word(rng)}?"
    for option in new.get("options", ()):
        option["text"] += f" {_word(rng)}"
    return new


def _word(rng: Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=3))
