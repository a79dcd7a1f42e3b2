"""What the fields of a file of a class may hold: pydantic checks and publishes it."""

import re
from datetime import datetime
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from quiz.model.constraints import Whole
from quiz.model.text import ON_ONE_LINE, VISIBLE

_MOMENT = (
    r"^2[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(\.[0-9]{1,6})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
"""The years at the ends of the calendar can't be moved to another time zone."""


Value = TypeVar("Value")


class Closed(BaseModel):
    """Values under names that are fixed."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _moment(value: object) -> datetime:
    try:
        if isinstance(value, str) and re.fullmatch(_MOMENT, value):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("moment", "no date and time with a time zone")


def unique(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return values of which none stands twice."""
    if len(set(values)) < len(values):
        raise PydanticCustomError("unique", "the same value twice")
    return values


Text = Annotated[str, Field(pattern=VISIBLE)]
"""A text in which no character is hidden."""
Line = Annotated[str, Field(pattern=ON_ONE_LINE)]
"""A text on one line in which no character is hidden."""
Hex = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
"""A name that the program made."""
Version = Annotated[Whole, Field(ge=1, le=1_000_000)]
"""The version of a quiz."""
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": _MOMENT}),
]
"""A date and time with its time zone."""
Index = Annotated[Whole, Field(ge=0, lt=1_000)]
"""A part of a question, from 0."""
Indices = Annotated[
    tuple[Index, ...],
    Field(max_length=1_000, json_schema_extra={"uniqueItems": True}),
    AfterValidator(unique),
]
"""Parts of a question, none of them twice."""
