"""A source file of the program: its code, and what its names are used for."""

import ast
import hashlib
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from types import CodeType

from tests.mutation.mutant import Mutant
from tests.mutation.reach import ROOT


@dataclass
class Source:
    """A source file."""

    file: str
    """Its path from the top of the tree."""
    text: str = field(init=False)
    """What stands in it."""

    def __post_init__(self) -> None:
        self.text = (ROOT / self.file).read_text(encoding="utf-8")

    @cached_property
    def path(self) -> str:
        """Its whole path, as code objects know it."""
        return str(ROOT / self.file)

    @cached_property
    def tree(self) -> ast.Module:
        """Its tree."""
        return ast.parse(self.text)

    @cached_property
    def functions(self) -> dict[str, CodeType]:
        """The functions and methods outside of all others, by name."""
        return dict(functions(compile(self.text, self.path, "exec")))

    @cached_property
    def names_of_classes(self) -> frozenset[str]:
        """Names that are read at import elsewhere than in a plain assignment."""
        others = (
            node for node in self.tree.body if not isinstance(node, ast.Assign | ast.AnnAssign)
        )
        return frozenset().union(*map(read_at_import, others))

    @cached_property
    def names_at_import(self) -> frozenset[str]:
        """Names that are read at import."""
        return frozenset().union(*map(read_at_import, self.tree.body))

    def digest(self, line: int) -> str:
        """Return what changes when the function, class or value at a line does."""
        node = max((n for n in self.tree.body if _first(n) <= line), key=_first)
        segment = "\n".join(self.text.splitlines()[_first(node) - 1 : node.end_lineno])
        return hashlib.sha256(segment.encode()).hexdigest()[:12]

    def changed(self, mutant: Mutant) -> CodeType:
        """Return the code of the file with a change in it."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return compile(mutant.applied(self.text), self.path, "exec")

    def assignments(self, mutant: Mutant) -> list[ast.Assign | ast.AnnAssign]:
        """Return the changed assignment, and those below it that depend on it.

        None where the change stands in no plain assignment outside of classes and functions.
        """
        changed = ast.parse(mutant.applied(self.text)).body
        index = max(n for n, node in enumerate(self.tree.body) if _first(node) <= mutant.line)
        found: list[ast.Assign | ast.AnnAssign] = []
        names: set[str] = set()
        for node in changed[index:]:
            if not isinstance(node, ast.Assign | ast.AnnAssign):
                if not found:
                    return []
            elif not found or self.reads(node, names):
                found.append(node)
                names |= set(assigned(node))
        return found

    def reads(self, node: ast.stmt, names: set[str]) -> bool:
        """Return whether a statement reads one of the names, by itself or by a function here."""
        read = read_at_import(node)
        called = (self.functions[name] for name in read if name in self.functions)
        return not names.isdisjoint(read) or any(uses(code, names) for code in called)


def _first(node: ast.stmt) -> int:
    """Return the first line of a statement, its decorators included."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def functions(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    """Yield the functions and methods of a file, but none within another."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            if part.co_flags & _HAS_LOCALS:
                yield part.co_qualname, part
            else:
                yield from functions(part)


_HAS_LOCALS = 2


def uses(code: CodeType, names: set[str]) -> bool:
    """Return whether a function, or one within it, reads one of the names."""
    parts = (part for part in code.co_consts if isinstance(part, CodeType))
    return not names.isdisjoint(code.co_names) or any(uses(part, names) for part in parts)


def assigned(node: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    """Yield the names that an assignment gives a value."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        for part in ast.walk(target):
            if isinstance(part, ast.Name):
                yield part.id


def read_at_import(node: ast.AST) -> frozenset[str]:
    """Return the names that a statement reads while its file is imported, attributes included."""
    if isinstance(node, ast.Name):
        return frozenset({node.id})
    inner: list[ast.AST] = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.FunctionDef):
        inner = [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
    elif isinstance(node, ast.AnnAssign):
        inner = [node.value] if node.value else []
    elif isinstance(node, ast.Lambda):
        inner = []
    own = {node.attr} if isinstance(node, ast.Attribute) else set()
    return frozenset(own).union(*map(read_at_import, inner))
