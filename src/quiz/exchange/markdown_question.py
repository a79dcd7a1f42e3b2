"""What the formats in Markdown have in common: a question from its parts."""

from typing import Any

from quiz.exchange.evidence import without_evidence
from quiz.exchange.plain_markdown import plain
from quiz.model.question import Choice, Choices, Option

_LONGEST = 5_000
"""Characters of a text with its Markdown; without it a question has 2,000 at the most."""

_MOST_BRACKETS = 100
"""So many a text may have: they take Markdown's readers time by their square."""


class Refused(Exception):
    """What stands there is no question of ours; the message says why, as a clause."""


class Words:
    """Makes plain text of what belongs to one question, and notes what that can't hold."""

    def __init__(self) -> None:
        self._lost: dict[str, None] = {}

    def of(self, markdown: str) -> str:
        """Return the words of a Markdown text.

        Raises:
            Refused: it is longer than any text of a question.
        """
        if len(markdown) > _LONGEST:
            raise Refused(f"a text of it has more than {_LONGEST:,} characters")
        if markdown.count("[") > _MOST_BRACKETS:
            raise Refused(f"a text of it has more than {_MOST_BRACKETS} square brackets")
        found = plain(markdown)
        self._lost.update(dict.fromkeys(found.lost))
        return found.text

    def explained(self, markdown: str) -> dict[str, Any]:
        """Return what an explanation says, and the evidence behind it, as fields of a question."""
        explain, evidence = without_evidence(self.of(markdown))
        return {"explain": explain, "evidence": evidence}

    def note(self, lost: str) -> None:
        """Note something else that could not be carried."""
        self._lost[lost] = None

    @property
    def lost(self) -> tuple[str, ...]:
        """What could not be carried, each once."""
        return tuple(self._lost)


def question_of(options: tuple[Option, ...], **fields: Any) -> Choice | Choices:  # noqa: ANN401  a question's
    """Return a question to pick from options, by how many of them are right.

    Raises:
        Refused: none is.
    """
    right = sum(option.correct for option in options)
    if not right:
        raise Refused("no answer is marked as right")
    kind = Choice if right == 1 else Choices
    return kind(options=options, **fields)
