"""Puts a mutant into a program that is imported already."""

import ast
import gc
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType, ModuleType

from tests.mutation.mutant import Mutant
from tests.mutation.reach import Reach
from tests.mutation.source import Source, assigned, functions, uses


@dataclass
class Swap:
    """How a mutant is put in, and what that reaches."""

    do: Callable[[], None]
    """Puts it in."""
    tests: set[int]
    """The tests that can see it."""
    exact: bool
    """Whether nothing at import has made use of the code that it replaces."""


class Swaps:
    """Makes swaps from mutants."""

    def __init__(self, sources: Mapping[str, Source], reach: Reach) -> None:
        self.sources = sources
        self.reach = reach
        self.functions: defaultdict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
        for thing in gc.get_objects():
            if isinstance(thing, FunctionType):
                code = thing.__code__
                where = (code.co_filename, code.co_qualname, code.co_firstlineno)
                self.functions[where].append(thing)

    def of(self, mutant: Mutant) -> Swap | None:
        """Return the swap of a mutant; None where everything has to be imported anew for it."""
        source = self.sources[mutant.file]
        if mutant.scope in source.functions:
            return self.of_function(mutant, source)
        changed = source.assignments(mutant)
        return self.of_values(mutant, source, changed) if changed else None

    def of_function(self, mutant: Mutant, source: Source) -> Swap | None:
        """Return the swap of the code of a function."""
        old = source.functions[mutant.scope]
        new = dict(functions(source.changed(mutant)))[mutant.scope]
        targets = self.functions[source.path, mutant.scope, old.co_firstlineno]

        def do() -> None:
            for target in targets:
                target.__code__ = new

        tests = self.reach.of_line(mutant.file, mutant.line)
        tests = tests or self.reach.of_code(mutant.file, old)
        exact = not self.reach.at_import(mutant.file, old)
        return Swap(do, tests, exact) if targets else None

    def of_values(
        self, mutant: Mutant, source: Source, changed: Sequence[ast.Assign | ast.AnnAssign]
    ) -> Swap | None:
        """Return the swap of a value outside of functions, and of those computed from it."""
        names = {name for node in changed for name in assigned(node)}
        code = compile(ast.Module(list(changed), []), source.path, "exec")
        home = next((m for m in _modules("quiz.") if m.__file__ == source.path), None)
        if home is None:
            return None

        def do() -> None:
            before = dict(vars(home))
            exec(code, vars(home))
            for module in _modules("quiz.", "tests."):
                for name in names:
                    if vars(module).get(name) is before[name]:
                        setattr(module, name, vars(home)[name])

        users = [
            (file, function)
            for file, other in self.sources.items()
            for function in other.functions.values()
            if uses(function, names)
        ]
        tests = set[int]().union(*(self.reach.of_code(*user) for user in users))
        kept = source.names_of_classes.union(
            *(other.names_at_import for other in self.sources.values() if other is not source)
        )
        exact = kept.isdisjoint(names) and not any(self.reach.at_import(*user) for user in users)
        return Swap(do, tests, exact)


def _modules(*prefixes: str) -> list[ModuleType]:
    return [module for name, module in sys.modules.items() if name.startswith(prefixes)]
