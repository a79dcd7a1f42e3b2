"""What becomes of each operator, call and part of a pattern."""

import ast
import re
from collections.abc import Mapping

COMPARISONS: Mapping[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
ARITHMETIC: Mapping[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "/"),
    ast.Pow: ("**", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
    ast.BitXor: ("^", "&"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
}
_OPPOSITES = (
    "any all|min max|lower upper|startswith endswith|lstrip rstrip|removeprefix removesuffix"
    "|find rfind|partition rpartition|add discard|search match|ceil floor"
)
CALLS: Mapping[str, str] = {
    **{one: other for pair in _OPPOSITES.split("|") for one, other in [pair.split()]},
    **{other: one for pair in _OPPOSITES.split("|") for one, other in [pair.split()]},
    "sorted": "list",
    "reversed": "list",
    "fullmatch": "match",
}
PATTERN = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"\\b", ""),
        (r"\(\?(<?)=", r"(?\1!"),
        (r"\(\?(<?)!", r"(?\1="),
        (r"(?<=[\"|(])\^", ""),
        (r"\$(?=[\"|)])", ""),
        (r"\[\^", "["),
        (r"(?<=[\])}\w])\*(?![?+])", "+"),
        (r"(?<=[\])}\w])\+(?![?+])", "*"),
        (r"(?<=[\])\w])\?(?![:=!<P])", ""),
        (r"\\w", r"\\W"),
        (r"\\s", r"\\S"),
        (r"\\d", r"\\D"),
        (r"\\W", r"\\w"),
        (r"\\S", r"\\s"),
        (r"\\D", r"\\d"),
    )
)
"""Parts of a pattern: bounds go, lookarounds and classes turn round, none becomes one."""
