"""Gaps to fill: the answer area of cloze."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quiz.model.answer import Answer, TypedAnswer
from quiz.model.public_question import GAP
from quiz.model.text import clean_line
from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.field import Field


class ClozeArea(AnswerArea):
    """The sentence with its gaps, a field a gap, and the word bank where there is one."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the word bank, in the order of the attempt."""
        return self.asked.shown

    def fields(self) -> ComposeResult:
        """Return sentence, words and fields."""
        given = self.given.texts if isinstance(self.given, TypedAnswer) else ()
        yield Static(self._sentence(given), classes="sentence", markup=False)
        if self.locked:
            return
        if self.words:
            yield Static(self._quiz(), classes="words", markup=False)
        hint = "A word or its number" if self.words else "A word"
        for index in range(self.question.gaps):
            with Horizontal():
                yield Static(f"Gap {index + 1}", classes="label", markup=False)
                text = given[index] if index < len(given) else ""
                yield Field(text, placeholder=hint)

    def draft(self) -> Answer | str:
        """Return what was typed into the gaps."""
        texts = tuple(clean_line(field.value) for field in self.query(Field))
        return TypedAnswer(texts) if all(map(str.strip, texts)) else "Fill every gap first."

    def _sentence(self, texts: tuple[str, ...]) -> Content:
        pieces = (self.question.text or "").split(GAP)
        parts: list[Content] = [Content(pieces[0])]
        for index, piece in enumerate(pieces[1:]):
            text = texts[index].strip() if index < len(texts) else ""
            gap = f" {text} " if text else f" {index + 1} ____ "
            parts += [Content.styled(gap, "bold underline $primary"), Content(piece)]
        return Content("").join(parts)

    def _quiz(self) -> Content:
        words = [
            Content.assemble((f"{place} ", "$muted"), (word, "bold")).stylize(
                Style.from_meta({"word": word})
            )
            for place, word in enumerate(self.words, 1)
        ]
        return Content("\n").join(words)

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        text = event.value.strip()
        if text.isdecimal() and 1 <= int(text) <= len(self.words) <= 9:
            event.input.value = self.words[int(text) - 1]
            event.input.cursor_position = len(event.input.value)
        texts = tuple(field.value for field in self.query(Field))
        for sentence in self.query(".sentence").results(Static):  # none while it is drawn anew
            sentence.update(self._sentence(texts))

    @on(Field.Submitted)
    def _submitted(self, event: Field.Submitted) -> None:
        event.stop()
        empty = [field for field in self.query(Field) if not field.value.strip()]
        if empty and event.input is not empty[0] and event.value.strip():
            empty[0].focus()
        else:
            self.confirm()

    def on_click(self, event: events.Click) -> None:
        """Put a word of the quiz that was clicked into the first empty gap."""
        word = event.style.meta.get("word")
        empty = [field for field in self.query(Field) if not field.value.strip()]
        if isinstance(word, str) and empty and not self.locked:
            empty[0].value = word
