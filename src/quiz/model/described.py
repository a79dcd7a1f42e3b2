"""What the fields of a class are, and what they mean, in the words that stand under them."""

import ast
import inspect
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import Any, Literal, get_type_hints

from quiz.model import passage, question, quiz


def descriptions(cls: type) -> dict[str, str]:
    """Return what the strings under the fields of a class say, those of its bases included."""
    found: dict[str, str] = {}
    for parent in reversed(cls.__mro__[:-1]):
        (tree,) = ast.parse(dedent(inspect.getsource(parent))).body
        if not isinstance(tree, ast.ClassDef):
            continue
        for field, below in pairwise(tree.body):
            match field, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    found[name] = inspect.cleandoc(text)
    return found


def hints(cls: type) -> dict[str, Any]:
    """Return the types of the fields of a class.

    The model does not import what only its annotations name: that takes time at every start.
    """
    return {
        name: kind
        for parent in reversed(cls.__mro__[:-1])
        for name, kind in _own_hints(parent).items()
    }


@cache
def _own_hints(cls: type) -> dict[str, Any]:
    """Return the types of the fields that a class adds to those of its bases."""
    if cls.__module__ not in _MODEL:
        return get_type_hints(cls)
    alone = type(cls.__name__, (), {"__annotations__": vars(cls).get("__annotations__", {})})
    return get_type_hints(alone, _names())


_MODEL = {quiz.__name__, passage.__name__, question.__name__}


@cache
def _names() -> dict[str, object]:
    """Return what the annotations of the model can name."""
    types = {"Literal": Literal, "Mapping": Mapping, "Sequence": Sequence}
    return {**vars(question), **vars(passage), **vars(quiz), **types}
