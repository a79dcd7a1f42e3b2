"""The topics of a quiz, from the categories of other programs."""

from quiz.exchange.ids import Ids
from quiz.model.text import clean_line

MOST = 100
"""So many topics a quiz has at the most."""


class Topics:
    """Gives each category its topic."""

    def __init__(self) -> None:
        self._ids = Ids()
        self._by_words: dict[str, str] = {}

    def of(self, category: str, id_: str = "") -> str | None:
        """Return the id of a category's topic, like a given one; None where there are too many."""
        words = clean_line(category)[:500].strip()
        if words and words not in self._by_words and len(self._by_words) < MOST:
            self._by_words[words] = self._ids.of(id_ or words, "topic")
        return self._by_words.get(words) if words else ""

    @property
    def listed(self) -> dict[str, str]:
        """The words of each topic, by its id."""
        return {id_: words for words, id_ in self._by_words.items()}
