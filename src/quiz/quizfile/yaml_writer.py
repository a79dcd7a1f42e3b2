"""Plain data as YAML text that reads as those data, by YAML 1.2 as our reader does.

PyYAML quotes by YAML 1.1: it would leave `1e3` and `0o14` bare, which are numbers for some.
"""

from typing import Any, ClassVar

import yaml

from quiz.quizfile.scalar import resolve

_WIDTH = 90
"""Characters after which a line is broken before the next word."""
_LONG = 80
"""A longer text is folded."""


FASTEST: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(FASTEST):  # type: ignore[misc]  # PyYAML's own where libyaml is missing
    """Leaves it to `_style` which texts are bare."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    def ignore_aliases(self, data: object) -> bool:
        """Write twice what stands in two places: the reader takes no aliases."""
        return True


def to_text(data: object) -> str:
    """Return lists, mappings, texts, numbers and truth values as YAML."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def _scalar(dumper: Any, value: str | int | float) -> Any:
    word = value if isinstance(value, str) else repr(value).lower()
    style = _style(value) if isinstance(value, str) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", word, style=style)


def _style(text: str) -> str | None:
    """Return the sign of the style that keeps a text a text."""
    if "\n" in text:
        return "|"
    if not isinstance(resolve(text), str):
        return '"'
    return ">" if len(text) > _LONG else None


for kind in (str, bool, int, float):
    _Dumper.add_representer(kind, _scalar)
