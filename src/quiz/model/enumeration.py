"""Enumerations of words that cost a start next to nothing.

The standard library's `enum`, with what it stands on (functools and collections), takes a third of
Python's own start to import, and some time for each class. To a type checker these are the same.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import StrEnum
else:

    class _Words(type):
        """What makes an enumeration of a class: each of the words in it is one of its values."""

        def __new__(cls, name: str, bases: tuple[type, ...], contents: dict[str, object]) -> _Words:
            """Return the class with its values in place of the texts."""
            words = {
                key: part
                for key, part in contents.items()
                if isinstance(part, str) and not key.startswith("_")
            }
            rest = {key: part for key, part in contents.items() if key not in words}
            made = super().__new__(cls, name, bases, rest)
            made.__values__ = {}
            for key, word in words.items():
                value = made.__values__[word] = str.__new__(made, word)
                value.name = key
                setattr(made, key, value)
            if len(made) < len(words):
                raise TypeError(f"{name} says a word twice")
            return made

        def __call__(cls, word: object) -> object:
            """Return the value of a word.

            Raises:
                ValueError: there is none.
            """
            value = cls.__values__.get(word) if isinstance(word, str) else None
            if value is None:
                raise ValueError(f"{word!r} is not a valid {cls.__name__}")
            return value

        def __iter__(cls) -> object:
            """Go through the values, in the order in which they stand in the class."""
            return iter(cls.__values__.values())

        def __reversed__(cls) -> object:
            """Go through them the other way."""
            return reversed(cls.__values__.values())

        def __len__(cls) -> int:
            """Return how many there are."""
            return len(cls.__values__)

        def __contains__(cls, word: object) -> bool:
            """Return whether it is one of the values, or the word of one."""
            return word in cls.__values__

    class StrEnum(str, metaclass=_Words):
        """Words of which one is meant, each under a name, as those of `enum.StrEnum`."""

        @property
        def value(self) -> str:
            """The word alone."""
            return str.__str__(self)

        def __repr__(self) -> str:
            """Return the class, the name and the word."""
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __reduce__(self) -> tuple[object, ...]:
            """Return how to come by the same value again."""
            return type(self), (self.value,)


__all__ = ["StrEnum"]
