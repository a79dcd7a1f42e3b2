"""How long texts may be and what they are made of, by names to stand beside the fields."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from annotated_types import Len

from quiz.model.language import LANGUAGE, LONGEST
from quiz.model.text import VISIBLE


class Constraint:
    """What `annotated_types` has no word for, as keywords of pydantic's core schemas."""

    def __init__(self, **keywords: object) -> None:
        self._keywords = keywords

    def __get_pydantic_core_schema__(
        self, source: object, schema_of: Callable[[object], Mapping[str, Any]]
    ) -> Mapping[str, Any]:
        """Return the core schema of the type with the keywords in it."""
        return {**schema_of(source), **self._keywords}


_STRICT = Constraint(strict=True)  # no `yes` for true, no 1.0 for 1
Flag = Annotated[bool, _STRICT]
Whole = Annotated[int, _STRICT]
Decimal = Annotated[float, _STRICT]

Visible = Annotated[str, Constraint(pattern=VISIBLE)]
Text = Annotated[Visible, Len(1, 500)]
LongText = Annotated[Visible, Len(1, 2_000)]
Title = Annotated[Visible, Len(1, 200)]

ID = "^[a-z0-9][a-z0-9-]*$"
LABEL = "^[A-Za-z0-9][A-Za-z0-9_-]*$"
MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$"

_AS_WRITTEN = Constraint(strip_whitespace=False)
Name = Annotated[Visible, Len(1, 64), _AS_WRITTEN]
Id = Annotated[Name, Constraint(pattern=ID)]
Label = Annotated[Name, Constraint(pattern=LABEL)]
Month = Annotated[str, _AS_WRITTEN, Constraint(pattern=MONTH)]
Language = Annotated[str, Len(1, LONGEST), _AS_WRITTEN, Constraint(pattern=LANGUAGE)]
