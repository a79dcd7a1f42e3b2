"""What the fields of a class mean, in the words that stand under them."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent


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
