"""Finds the mutants of a source.

Left alone is what tests should not hold: docstrings and the strings under fields; annotations,
unions of types and what only a type checker reads; the texts of a rule's page; wording, that is
f-strings, and texts in which two words stand side by side, unless they are patterns; `strict=`,
and how dataclasses and caches are set up.
"""

import ast
import re
from collections import Counter
from dataclasses import replace

from tests.mutation.changes import ARITHMETIC, CALLS, COMPARISONS, PATTERN
from tests.mutation.mutant import Mutant


def mutants(source: str, file: str) -> list[Mutant]:
    """Return the mutants of a source, in the order in which they stand."""
    walk = _Walk(source, file)
    walk.visit(ast.parse(source))
    seen: Counter[str] = Counter()
    numbered = []
    for mutant in sorted(walk.found, key=lambda one: (one.start, one.new)):
        numbered.append(replace(mutant, nth=seen[mutant.name]))
        seen[mutant.name] += 1
    return numbered


_PAGE = frozenset({"what", "why", "source", "mend", "bad", "good", "traps"})
_LOOKS_LIKE_A_PATTERN = re.compile(r"\\[bBdDsSwWZ.]|\(\?|\[\^|\]\+|[*+$|]")
_WORDING = re.compile(r"[^\W\d_]+[,;:]? +[^\W\d_]+")
_TYPE = re.compile(r"_?[A-Z]\w*[a-z]\b|(?:None|str|int|float|list|tuple|frozenset|dict)\b")
_GENERIC = frozenset({"Literal", "Mapping", "Callable", "type", "tuple"})


class _Places:
    """Where the nodes of a tree stand in its source, in bytes."""

    def __init__(self, source: str) -> None:
        self.raw = source.encode()
        self.lines = [0]
        for line in self.raw.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def begin(self, node: ast.expr | ast.stmt | ast.pattern) -> int:
        return self.lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt | ast.pattern) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.lines[node.end_lineno - 1] + node.end_col_offset

    def text(self, node: ast.expr | ast.stmt | ast.pattern) -> str:
        return self.raw[self.begin(node) : self.end(node)].decode()


class _Walk(ast.NodeVisitor):
    """Collects the mutants of a tree."""

    def __init__(self, source: str, file: str) -> None:
        self.places = _Places(source)
        self.text = self.places.text
        self.file = file
        self.found: list[Mutant] = []
        self.scope: list[str] = []
        self.defined = ""
        self.depth = 0

    def add(self, kind: str, start: int, old: str, new: str) -> None:
        scope = ".".join(self.scope) if self.depth else ""
        where = scope or ".".join(filter(None, [*self.scope, self.defined]))
        line = self.places.raw.count(b"\n", 0, start) + 1
        self.found.append(Mutant(self.file, scope, where, line, kind, old, new, start))

    def put(self, kind: str, node: ast.expr | ast.stmt, new: str) -> None:
        """Put something in the place of a node."""
        self.add(kind, self.places.begin(node), self.text(node), new)

    def between(self, kind: str, left: ast.expr, right: ast.expr, change: tuple[str, str]) -> None:
        """Change the operator that stands between two nodes."""
        old, new = change
        at = self.places.end(left)
        gap = self.places.raw[at : self.places.begin(right)].decode()
        found = re.search(r"\s+".join(map(re.escape, old.split())), gap)
        if found:
            self.add(kind, at + len(gap[: found.start()].encode()), found[0], new)

    # What is left alone

    def visit_Import(self, node: ast.Import) -> None:
        """Leave it."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Leave it."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Take the value alone."""
        self.value(node.target, node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Take the value, unless it is a list of names for Python itself."""
        if self.text(node.targets[0]) not in {"__slots__", "__all__"}:
            self.value(node.targets[0], node.value)

    def value(self, target: ast.expr, value: ast.expr | None) -> None:
        """Take a value under the name that it gets."""
        self.defined, before = self.text(target), self.defined
        if value is not None:
            self.visit(value)
        self.defined = before

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Leave types."""
        if self.text(node.value) not in _GENERIC:
            self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Take the body."""
        self.scope.append(node.name)
        for statement in node.body:
            self.visit(statement)
        self.scope.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Take the defaults and the body, and of decorators those that name a rule."""
        self.defined, before = node.name, self.defined
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call) and self.text(decorator.func) == "rule":
                self.visit(decorator)
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        self.defined = before
        self.body(node)

    def body(self, node: ast.FunctionDef) -> None:
        """Take the body of a function; what is in a function within it belongs to the outer one."""
        if not self.depth:
            self.scope.append(node.name)
        self.depth += 1
        for statement in node.body:
            self.visit(statement)
        self.depth -= 1
        if not self.depth:
            self.scope.pop()

    def visit_keyword(self, node: ast.keyword) -> None:
        """Leave strictness and the texts of a page."""
        of_a_page = node.arg in _PAGE and isinstance(node.value, ast.Constant)
        if node.arg != "strict" and not of_a_page:
            self.visit(node.value)

    # Conditions

    def condition(self, test: ast.expr) -> None:
        """Negate a condition that has no operator of its own."""
        negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        if not negated and not isinstance(test, ast.Compare | ast.BoolOp | ast.Constant):
            self.put("condition", test, f"not ({self.text(test)})")

    def visit_If(self, node: ast.If) -> None:
        """Negate it, unless it is for type checkers."""
        if self.text(node.test) != "TYPE_CHECKING":
            self.condition(node.test)
            self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        """Negate it."""
        self.condition(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Negate it."""
        self.condition(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Negate its conditions."""
        for test in node.ifs:
            self.condition(test)
        self.generic_visit(node)

    def visit_match_case(self, node: ast.match_case) -> None:
        """Never take the case, or negate its condition."""
        if node.guard is None:
            self.add("case", self.places.end(node.pattern), "", " if False")
        else:
            self.condition(node.guard)
        self.generic_visit(node)

    # Operators

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """Take a `not` out."""
        if isinstance(node.op, ast.Not):
            self.put("not", node, f"({self.text(node.operand)})")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        """Change each comparison."""
        sides = [node.left, *node.comparators]
        for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
            self.between("comparison", left, right, COMPARISONS[type(op)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """Change each `and` and `or`."""
        change = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self.between("and, or", left, right, change)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Change the operator, but leave unions of types."""
        if isinstance(node.op, ast.BitOr) and _TYPE.match(self.text(node.right)):
            return
        self.between("arithmetic", node.left, node.right, ARITHMETIC[type(node.op)])
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Change the operator."""
        old, new = ARITHMETIC[type(node.op)]
        self.between("arithmetic", node.target, node.value, (f"{old}=", f"{new}="))
        self.generic_visit(node)

    # Statements

    def visit_Expr(self, node: ast.Expr) -> None:
        """Take a statement out, but leave docstrings."""
        value = node.value
        if isinstance(value, ast.Constant):
            return
        if isinstance(value, ast.Yield | ast.YieldFrom):
            self.put("statement", node, "yield from ()")
        elif isinstance(value, ast.Call):
            self.put("statement", node, "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Take it out."""
        self.put("statement", node, "pass")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        """Take out an early end."""
        if node.value is None:
            self.put("statement", node, "pass")
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        """End the loop."""
        self.put("statement", node, "break")

    def visit_Break(self, node: ast.Break) -> None:
        """Go on."""
        self.put("statement", node, "continue")

    # Calls and values

    def visit_Call(self, node: ast.Call) -> None:
        """Call what does the opposite; leave casts."""
        function = node.func
        if self.text(function) in {"cast", "TypeVar"}:
            return
        name = function.id if isinstance(function, ast.Name) else ""
        name = function.attr if isinstance(function, ast.Attribute) else name
        if name in CALLS and not (CALLS[name] == "list" and node.keywords):
            self.add("call", self.places.end(function) - len(name), name, CALLS[name])
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Take the flag of a pattern out."""
        if self.text(node) in {"re.IGNORECASE", "re.I"}:
            self.put("pattern", node, "re.NOFLAG")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Take another value."""
        value = node.value
        if isinstance(value, bool):
            self.put("constant", node, str(not value))
        elif isinstance(value, int | float):
            self.put("constant", node, str(value + 1))
        elif isinstance(value, str):
            pattern = _LOOKS_LIKE_A_PATTERN.search(value) and "\n" not in value.strip("\n")
            if pattern or not _WORDING.search(value):
                self.put("text", node, repr(f"XX{value}XX"))
            self.pattern(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Take it where it is a pattern."""
        self.pattern(node)

    def pattern(self, node: ast.expr) -> None:
        """Change the parts of a pattern that is written raw."""
        text = self.text(node)
        if not re.match(r"r|fr", text):
            return
        for old, new in PATTERN:
            for found in old.finditer(text):
                at = self.places.begin(node) + len(text[: found.start()].encode())
                self.add("pattern", at, found[0], found.expand(new))
