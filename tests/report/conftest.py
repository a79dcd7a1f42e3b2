"""What the tests of the report share."""

from ..analysis.conftest import ketamine

__all__ = ["ketamine"]
