"""The paper and the letters on it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Size:
    """How large the paper is, and how large the print."""

    paper: Literal["a4", "letter"] = "a4"
    """A4, or US Letter."""
    large: bool = False
    """Large print: no letter is smaller than 18 points."""
