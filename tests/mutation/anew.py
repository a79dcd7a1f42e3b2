"""Tries a mutant in a program that is imported anew."""

from collections.abc import Sequence
from importlib.machinery import SourceFileLoader
from types import CodeType

import pytest
from hypothesis import settings

from tests.mutation.child import in_a_child
from tests.mutation.mutant import Mutant
from tests.mutation.source import Source
from tests.mutation.suite import OPTIONS


class _Wanted:
    """Runs the wanted tests alone, in their order."""

    def __init__(self, nodes: Sequence[str]) -> None:
        self.places = {node: place for place, node in enumerate(nodes)}

    def pytest_collection(self) -> None:
        """Take few examples."""
        settings.load_profile("mutation")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Choose and sort."""
        items[:] = [item for item in items if item.nodeid in self.places]
        items.sort(key=lambda item: self.places[item.nodeid])


def tried_anew(mutant: Mutant, source: Source, nodes: Sequence[str], own: str) -> int:
    """Return 0 where the tests pass with the change; those in the file's own test file go first."""
    code = source.changed(mutant)
    unchanged = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        return code if loader.path == source.path else unchanged(loader, name)

    def run(nodes: Sequence[str]) -> int:
        SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]
        files = sorted({node.split("::")[0] for node in nodes})
        code = pytest.main([*OPTIONS, "-x", *files], plugins=[_Wanted(nodes)])
        return 0 if code == pytest.ExitCode.NO_TESTS_COLLECTED else int(code)

    first = [node for node in nodes if node.startswith(own)]
    rest = [node for node in nodes if not node.startswith(own)]
    status = in_a_child(lambda: run(first), 60) if first else 0
    return status or (in_a_child(lambda: run(rest), 180) if rest else 0)
