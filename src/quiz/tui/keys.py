"""What keys are called, and which of them are worth telling."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.screen import Screen

NAMES = {
    "enter": "enter",
    "escape": "esc",
    "space": "space",
    "tab": "tab",
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "question_mark": "?",
}
"""What keys are called."""

_PRIORITY = (
    *("enter", "question_mark", "field.leave", "down", "1", "space", "question.passage", "tab"),
    *("escape", "host.talk", "host.undo", "host_learners.more", "h"),
    *("question.end", "question.hint", "question.skip", "attempt.explain"),
    *("class_question.full", "class_question.undo", "class_question.none", "class_question.half"),
    *("*", "question.flag", "question.overview"),
)
"""Keys, and names of bindings, from those that stay where there is little room; * is any other."""

TEXTUAL_KEYS = {"tab": "Next field", "ctrl+q": "Quit"}
"""What is said of the keys that Textual binds by itself."""


def key_name(binding: Binding) -> str | None:
    """Return a key's name as it is printed on keyboards; None where Textual's will do."""
    return binding.key_display or NAMES.get(binding.key)


def priority(binding: Binding) -> int:
    """Return how soon a key gives way where not all fit, from 0 for one that stays."""
    ranks = [_PRIORITY.index(name) for name in (binding.id, binding.key) if name in _PRIORITY]
    return min(ranks, default=_PRIORITY.index("*"))


def keys_of(screen: Screen[object]) -> Iterable[tuple[str, str]]:
    """Yield the keys that work now; keys that do the same thing once.

    Of the keys that Textual binds by itself, which have no id, two are worth telling.
    """
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        said = binding.description if binding.id else TEXTUAL_KEYS.get(binding.key, "")
        if active.enabled and said and said not in seen:
            seen.add(said)
            yield screen.app.get_key_display(binding), said
