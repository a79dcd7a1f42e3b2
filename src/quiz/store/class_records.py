"""What is kept of a class, as plain records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from quiz.engine.live_class import ClassState
from quiz.model.seat import Seat, Vote
from quiz.store.records import PlannedQuestion

NAMES_KEPT = timedelta(days=14)
"""How long names are kept after a class was last used, or was to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRecord:
    """A class."""

    code: str
    """What it is joined and taken up by."""
    assignment: str
    """What its results are known by: 16 hex digits."""
    quiz: str
    """The id of the quiz."""
    title: str
    """The title of the quiz."""
    source: str
    """The text of the quiz's file then: what becomes of the file later changes nothing."""
    plan: tuple[PlannedQuestion, ...]
    """Its questions, in the order in which they are asked."""
    roster: tuple[str, ...]
    """The names of the class; none where there is no list."""
    begun: datetime
    used: datetime
    """When something of it was last saved."""
    state: ClassState
    """Where it stands."""
    named: bool = True
    """Whether its names are still there."""

    @property
    def names_go(self) -> datetime | None:
        """When its names are forgotten; None where they are kept, or gone."""
        if not self.named or self.state.settings.keep_names:
            return None
        return max(self.used, self.state.settings.until or self.used) + NAMES_KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClass:
    """All that is kept of a class."""

    record: ClassRecord
    seats: tuple[Seat, ...]
    """Its seats, in the order in which they were taken."""
    tokens: Mapping[str, int]
    """The ids of its seats by the SHA-256 of each of their tokens, in hex digits."""
    votes: tuple[Vote, ...]
    """The answers."""
