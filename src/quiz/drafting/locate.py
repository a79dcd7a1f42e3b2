"""A draft that asks for the one sentence of the passage that is on its point."""

from collections.abc import Sequence

from quiz.drafting.sentence import Sentence
from quiz.model.labels import Skill
from quiz.model.question import Locate

_FEWEST = 2
_SHORTEST = 4


def locate(sentence: Sentence, lone: Sequence[str], topic: str) -> Locate | None:
    """Return a question for a sentence, by words that stand in no other; None if it has too few."""
    telling = [word for word in dict.fromkeys(lone) if _tells(word)]
    if len(telling) < _FEWEST:
        return None
    named = sorted(sorted(telling, key=len)[-_FEWEST:], key=telling.index)
    return Locate(
        id=f"locate-{sentence.number}",
        draft=True,
        topic=topic,
        skill=Skill.ACCESS,
        ask=f"Which sentence of the passage speaks of {' and '.join(f'“{one}”' for one in named)}?",
        evidence=sentence.text,
    )


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.endswith("ly")
