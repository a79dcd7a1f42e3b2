"""Blanks to fill: how cloze is answered."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quiz.model.answer import Answer, TypedAnswer
from quiz.model.public_question import BLANK, UNBROKEN, unparted
from quiz.model.text import seen
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.inputs import Field
from quiz.tui.widgets.unbroken_text import UnbrokenText


class ClozeWidget(AnswerWidget):
    """The sentence with its blanks, a field a blank, and the word bank where there is one."""

    def compose(self) -> ComposeResult:
        """Lay out sentence, words and fields."""
        given = self.given.texts if isinstance(self.given, TypedAnswer) else ()
        yield Static(self._sentence(given), classes="sentence", markup=False)
        if self.locked:
            return
        if self.presented.shown:
            yield Static(self._words(), classes="words", markup=False)
        hint = "A word or its number" if self.presented.shown else "A word"
        for index in range(self.question.blanks):
            with Horizontal():
                yield Static(f"Blank {index + 1}", classes="label", markup=False)
                text = given[index] if index < len(given) else ""
                yield Field(text, placeholder=hint)

    def answer(self) -> Answer | str:
        """Return what was typed into the blanks."""
        texts = tuple(field.typed for field in self.query(Field))
        return TypedAnswer(texts) if all(map(str.strip, texts)) else "Fill every blank first."

    def _sentence(self, texts: tuple[str, ...]) -> UnbrokenText:
        pieces = unparted(self.question.text or "").split(BLANK)
        parts: list[Content] = [Content(pieces[0])]
        for index, piece in enumerate(pieces[1:]):
            text = texts[index].strip() if index < len(texts) else ""
            blank = f" {text} " if text else f" {index + 1} ____ ".replace(" ", UNBROKEN)
            parts += [Content.styled(blank, "bold underline $primary"), Content(piece)]
        return UnbrokenText(Content("").join(parts))

    def _words(self) -> Content:
        words = [
            Content.assemble((f"{place} ", "$muted"), (word, "bold")).stylize(
                Style.from_meta({"word": word})
            )
            for place, word in enumerate(self.presented.shown, 1)
        ]
        return Content("\n").join(words)

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        text = seen(event.value).strip()
        words = self.presented.shown
        number = text[-1:] if text[:-1] in words else text  # in place of a word, or at first
        if number.isdecimal() and text not in words and 1 <= int(number) <= len(words) <= 9:
            event.input.value = words[int(number) - 1]
            event.input.cursor_position = len(event.input.value)
        texts = tuple(field.value for field in self.query(Field))
        for sentence in self.query(".sentence").results(Static):  # none while it is drawn anew
            sentence.update(self._sentence(texts))

    @on(Field.Submitted)
    def _submitted(self, event: Field.Submitted) -> None:
        event.stop()
        empty = self._empty()
        if empty and event.input is not empty[0] and event.value.strip():
            empty[0].focus()
        else:
            self.submit()

    def on_click(self, event: events.Click) -> None:
        """Put a word of the quiz that was clicked into the first empty blank."""
        word = event.style.meta.get("word")
        empty = self._empty()
        if isinstance(word, str) and empty and not self.locked:
            empty[0].value = word

    def _empty(self) -> list[Field]:
        return [field for field in self.query(Field) if not field.value.strip()]
