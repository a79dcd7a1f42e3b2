"""All classes of a kind in a package: so that a new screen is found by itself."""

import importlib
import pkgutil
from types import ModuleType
from typing import Any, TypeVar

Kind = TypeVar("Kind")


def modules(package: ModuleType, kind: type[Kind]) -> list[type[Kind]]:
    """Return the classes of a kind, or derived from it, that the modules of a package define."""
    found: dict[str, type[Any]] = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, kind)
                and value.__module__ == module.__name__
            ):
                found[value.__name__] = value
    return [found[name] for name in sorted(found)]
