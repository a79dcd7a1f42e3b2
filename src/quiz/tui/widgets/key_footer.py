"""The line at the foot of every screen: the keys that work now, as many as fit."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from quiz.model.text import clean_line

_ORDER = {"enter": 0, "question_mark": 2}


class KeyFooter(Widget):
    """Shows the keys of the screen and its focused widget; a click on one presses it."""

    status: reactive[str] = reactive("")
    """What stands at the right end, such as that the answer is saved."""

    def on_mount(self) -> None:
        """Draw anew whenever the keys or the focus change."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)
        self.watch(self.screen, "focused", self._focus_changed, init=False)

    def _keys_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _focus_changed(self) -> None:
        self.refresh()

    def render(self) -> Content:
        """Return the keys that fit, the key that lists them all last."""
        status, room = Content(clean_line(self.status)), self.content_size.width
        shown, used = [], 0
        keys = self._keys()
        for place, (binding, label) in enumerate(keys):
            last = keys[-1][1].cell_length if place < len(keys) - 1 else 0
            if used + label.cell_length + last + 2 <= room or place == len(keys) - 1:
                meta = Style.from_meta({"pressed": binding.key})
                shown.append(label.stylize(meta))
                used += label.cell_length + 2
        line = Content("  ").join(shown)
        gap = room - line.cell_length - status.cell_length
        return Content.assemble(line, " " * gap, status) if gap > 0 else line

    def _keys(self) -> list[tuple[Binding, Content]]:
        found: dict[str, Binding] = {}
        active = [one.binding for one in self.screen.active_bindings.values() if one.enabled]
        for binding in sorted(active, key=lambda binding: _ORDER.get(binding.key, 1)):
            if binding.show:
                found.setdefault(binding.description, binding)
        return [(binding, self._label(binding)) for binding in found.values()]

    def _label(self, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        return Content.assemble((key, "bold $primary"), " ", binding.description)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("pressed")
        if key:
            self.app.simulate_key(key)
