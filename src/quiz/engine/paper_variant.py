"""Versions of a quiz: the same questions in another order, with their options in another."""

from dataclasses import dataclass
from itertools import islice
from random import Random
from string import ascii_uppercase

from quiz.engine.digest import digest
from quiz.engine.selection import QuestionFilter, select
from quiz.engine.session import Presented
from quiz.model.quiz import Quiz

MOST = len(ascii_uppercase)
"""There is a letter for each version."""
_TRIES = 50


@dataclass(frozen=True, slots=True)
class PaperVariant:
    """One way to ask the questions."""

    letter: str
    """Its name, from A."""
    seed: int
    """The number that all versions of a set were drawn by."""
    asked: tuple[Presented, ...]
    """The questions, in the order in which they are asked."""

    @property
    def name(self) -> str:
        """Which version it is, in words: what the sheet and its key share."""
        return f"Version {self.letter}, set {self.seed} ({self.code})"

    @property
    def code(self) -> str:
        """Four hex digits that change when anything on the sheet does, and know nothing else.

        They tell sheets from those of a quiz that was edited since.
        """
        shown = [
            (one.public.kind, one.public.ask, one.public.text, one.public.lefts, one.shown)
            for one in self.asked
        ]
        return digest(shown)[:4]


def variants(quiz: Quiz, wanted: QuestionFilter, count: int, seed: int) -> tuple[PaperVariant, ...]:
    """Return so many versions of the same questions, no two alike where that can be.

    The first asks what `select` draws by the seed, and more versions leave the others as they are.

    Raises:
        NothingToAsk: no question fits.
        ValueError: the count is not from 1 to `MOST`.
    """
    if not 1 <= count <= MOST:
        raise ValueError(f"{count} versions")
    rng = Random(seed)
    drawn = [select(quiz, wanted, rng)]
    same = QuestionFilter(ids=frozenset(asked.question.id for asked in drawn[0]))
    while len(drawn) < count:
        tries = islice(iter(lambda: select(quiz, same, rng), None), _TRIES)
        drawn.append(next((new for new in tries if new not in drawn), drawn[-1]))
    pairs = zip(ascii_uppercase, drawn, strict=False)
    return tuple(PaperVariant(letter, seed, asked) for letter, asked in pairs)
