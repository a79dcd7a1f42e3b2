"""The short way to read a command line: for one that is plainly right, without argparse.

argparse takes as long to import and to set up as Python takes to start. Here the same words
(`words.py`) are told to a form that knows a few ways of taking arguments. It is sure or it says
nothing: whatever it does not know is left to argparse, and so is all help and every mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from quiz.commands.words import ADD

FLAG, LIST, VALUE = "store_true", "append", "store"
"""The actions of argparse that are known here."""


class Unsure(Exception):
    """Argparse has to look at this command line."""


def read(argv: Sequence[str]) -> SimpleNamespace | None:
    """Return what a command line says, as argparse would; None where that has to be asked."""
    if not argv:
        return SimpleNamespace(command=None, plain=False)
    if argv[0] not in ADD:
        return None
    form = _Form()
    try:
        ADD[argv[0]](form)
        return SimpleNamespace(command=argv[0], plain=False, **form.read(argv[1:]))
    except Unsure:
        return None


class _Argument:
    """An argument as `add_argument` describes it."""

    def __init__(  # noqa: PLR0913  argparse's own
        self,
        *names: str,
        action: str = VALUE,
        nargs: str | None = None,
        default: object = None,
        type: Callable[[str], object] = str,  # noqa: A002  argparse's own name
        choices: Collection[str] | None = None,
        required: bool = False,
        dest: str | None = None,
        **_unread: str,
    ) -> None:
        if action not in {FLAG, LIST, VALUE} or nargs not in {None, "?"} or "const" in _unread:
            raise Unsure
        self.names = names
        self.name = dest or names[-1].lstrip("-").replace("-", "_")
        self.by_place = not names[0].startswith("-")
        self.action = action
        self.default = False if action == FLAG and default is None else default
        self.required = required or (self.by_place and nargs is None)
        self._type = type
        self._choices = choices

    def value(self, text: str) -> Any:  # noqa: ANN401  whatever its type is
        """Return what a word stands for."""
        try:
            value = self._type(text)
        except Exception:
            raise Unsure from None
        if not text or (self._choices is not None and value not in self._choices):
            raise Unsure
        return value


class _Form:
    """What a command takes."""

    def __init__(self) -> None:
        self._arguments: list[_Argument] = []
        self._apart: list[_Apart] = []

    def add(self, _name: str, _summary: str, _text: str) -> _Form:
        """Take the arguments of a command."""
        return self

    def add_argument(self, *names: str, **how: Any) -> _Argument:  # noqa: ANN401  argparse's own
        """Take an argument."""
        self._arguments.append(argument := _Argument(*names, **how))
        return argument

    def add_argument_group(self, _title: str) -> _Form:
        """Take arguments that belong together."""
        return self

    def add_mutually_exclusive_group(self, *, required: bool = False) -> _Apart:
        """Take arguments of which one may be said."""
        self._apart.append(apart := _Apart(self, required=required))
        return apart

    def read(self, words: Sequence[str]) -> dict[str, Any]:
        """Return what the words say, by the names of the arguments.

        Raises:
            Unsure: argparse has to look at them.
        """
        said: dict[str, Any] = {}
        for argument, text in self._told(words):
            if argument.action == FLAG:
                said[argument.name] = True
            elif argument.action == LIST:
                said.setdefault(argument.name, []).append(argument.value(text))
            else:
                said[argument.name] = argument.value(text)
        needed = {argument.name for argument in self._arguments if argument.required}
        if not said.keys() >= needed or not all(apart.allows(said) for apart in self._apart):
            raise Unsure
        return {argument.name: argument.default for argument in self._arguments} | said

    def _told(self, words: Sequence[str]) -> Iterator[tuple[_Argument, str]]:
        """Yield each argument that is said, with the word that says its value."""
        places = iter([argument for argument in self._arguments if argument.by_place])
        named = {name: one for one in self._arguments if not one.by_place for name in one.names}
        rest = iter(words)
        for word in rest:
            name, equals, value = word.partition("=")
            if not _is_named(word):
                argument, value = next(places, None), word
            elif (argument := named.get(name)) and argument.action != FLAG and not equals:
                value = next(rest, "")
                if _is_named(value):
                    raise Unsure
            if argument is None or (argument.action == FLAG and equals):
                raise Unsure
            yield argument, value


def _is_named(word: str) -> bool:
    return word.startswith("-") and word != "-"


class _Apart(_Form):
    """Arguments of which one may be said."""

    def __init__(self, form: _Form, *, required: bool) -> None:
        super().__init__()
        self._form = form
        self._required = required

    def add_argument(self, *names: str, **how: Any) -> _Argument:  # noqa: ANN401  argparse's own
        """Take an argument, in the form too."""
        argument = self._form.add_argument(*names, **how)
        self._arguments.append(argument)
        return argument

    def allows(self, said: Collection[str]) -> bool:
        """Return whether so many of them are said as may be."""
        count = sum(argument.name in said for argument in self._arguments)
        return self._required <= count <= 1
