"""What the tests of the report share."""

from ..cohort.conftest import ketamine

__all__ = ["ketamine"]
