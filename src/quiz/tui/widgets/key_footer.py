"""The line at the foot of every screen: the keys that work now, as many as fit."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.keys import key_to_character
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from quiz.model.text import clean_line
from quiz.tui.keys import priority
from quiz.tui.widgets.inputs import Typing

_ORDER = {"enter": 0, "field.leave": 2, "question_mark": 4}
"""Keys, and names of bindings, by where they stand; letters that esc gives back stand at 3."""


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
        line = self._line(room)
        gap = room - line.cell_length - status.cell_length
        return Content.assemble(line, " " * gap, status) if gap > 0 else line

    def _line(self, room: int) -> Content:
        """Return the keys in so many cells; what matters less gives way first."""
        keys = self._keys()
        line = self._joined(keys)
        while line.cell_length > room and len(keys) > 1:
            line = self._joined(keys, brief=True)
            if line.cell_length > room:
                keys.remove(max(reversed(keys), key=priority))
        return line

    def _joined(self, keys: list[Binding], *, brief: bool = False) -> Content:
        """Return the keys with their words; in brief the one that lists them all without."""
        labels = (
            self._label(binding, brief).stylize(Style.from_meta({"pressed": binding.key}))
            for binding in keys
        )
        return Content("  ").join(labels)

    def _keys(self) -> list[Binding]:
        found: dict[str, Binding] = {}
        active = [one.binding for one in self.screen.active_bindings.values() if one.enabled]
        for binding in sorted([*active, *self._letters()], key=self._place):
            if binding.show:
                found.setdefault(binding.description, binding)
        return list(found.values())

    def _place(self, binding: Binding) -> int:
        other = 3 if self._types(binding.key) else 1
        return _ORDER.get(binding.key, _ORDER.get(binding.id or "", other))

    def _letters(self) -> Iterable[Binding]:
        """Yield the keys that are letters to the field in which is typed, and keys after it."""
        for node in (self.screen, self.app) if self._typing else ():
            for binding in node.BINDINGS:
                if (
                    isinstance(binding, Binding)
                    and binding.show
                    and self._types(binding.key)
                    and node.check_action(binding.action.partition("(")[0], ())
                ):
                    yield binding

    @property
    def _typing(self) -> bool:
        """Whether letters are typed into a field, and are no keys."""
        return self._types("a")

    def _types(self, key: str) -> bool:
        """Return whether a key only types into the focused widget."""
        focused = self.screen.focused
        return focused is not None and focused.check_consume_key(key, key_to_character(key))

    def _label(self, binding: Binding, brief: bool) -> Content:
        key = Content.styled(self.app.get_key_display(binding), "bold $primary")
        if brief and binding.key == "question_mark":
            return key
        if binding.key == "escape" and self._typing:
            return key + Content(", then")
        return Content.assemble(key, " ", binding.description)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked; out of a field that would take it for a letter."""
        key, focused = event.style.meta.get("pressed"), self.screen.focused
        if key and self._types(key) and isinstance(focused, Typing):
            focused.give_back()
        if key:
            self.app.simulate_key(key)
