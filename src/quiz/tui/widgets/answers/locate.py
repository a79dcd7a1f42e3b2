"""The passage to pick a sentence from: how locate is answered."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.style import Style
from textual.widgets import Static

from quiz.model.answer import Answer, LocateAnswer
from quiz.model.quiz import Quiz
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.passage import Line, PassageText


class SentencePicker(PassageText, can_focus=True):
    """The passage with a cursor that goes from sentence to sentence; a click picks one, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Sentence", key_display="↑↓", id="locate.down"),
        Binding("up", "move(-1)", "Sentence before", show=False, id="locate.up"),
        Binding("space", "pick", "Pick", id="locate.pick"),
    ]

    sentence: var[int] = var(0, init=False, bindings=True)
    """The index of the sentence under the cursor."""
    picked: var[int | None] = var(None, bindings=True)
    """The index of the sentence that is picked."""

    def __init__(self, quiz: Quiz, picked: int | None) -> None:
        super().__init__(quiz.passage)
        self.spans = quiz.passage.sentences(quiz.language)
        self.set_reactive(SentencePicker.sentence, picked or 0)
        self.set_reactive(SentencePicker.chosen, self.spans[picked or 0])
        self.set_reactive(SentencePicker.picked, picked)

    def action_move(self, step: int) -> None:
        """Move the cursor by one sentence."""
        self.sentence = min(max(self.sentence + step, 0), len(self.spans) - 1)

    def watch_sentence(self, sentence: int) -> None:
        """Draw the cursor and bring it into view."""
        self.chosen = self.spans[sentence]
        self._show_cursor()

    def on_resize(self) -> None:
        """Keep the cursor in view once it was moved."""
        if self.sentence:
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.bring_into_view(self.spans[self.sentence], self.query_ancestor(VerticalScroll))

    def watch_picked(self, picked: int | None) -> None:
        """Mark what is picked."""
        self.picked_span = None if picked is None else self.spans[picked]

    def action_pick(self) -> None:
        """Pick the sentence under the cursor."""
        self.picked = self.sentence

    def words(self, line: Line) -> Content:
        """Return the words of a line, each with its sentence for the mouse."""
        words = super().words(line)
        for index, sentence in enumerate(self.spans):
            if part := line.part(sentence):
                words = words.stylize(Style.from_meta({"sentence": index}), *part)
        return words

    def on_click(self, event: events.Click) -> None:
        """Pick the sentence that was clicked."""
        clicked = event.style.meta.get("sentence")
        if clicked is not None:
            self.sentence = self.picked = clicked


class LocateWidget(AnswerWidget):
    """The sentence that the learner picks."""

    LONG: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the passage, or the sentence alone once it is picked."""
        given = self.given.sentence if isinstance(self.given, LocateAnswer) else None
        if not self.locked:
            yield SentencePicker(self.quiz, given)
        elif given is not None:
            start, end = self.quiz.passage.sentences(self.quiz.language)[given]
            yield Static(f"“{self.quiz.passage.text[start:end]}”", markup=False)

    @property
    def enter_does(self) -> str | None:
        """The action of enter: to pick the sentence under the cursor, then to answer."""
        for picker in self.query(SentencePicker):
            return "pick" if picker.picked is None else "answer"
        return None

    def pick(self) -> None:
        """Pick the sentence under the cursor."""
        self.query_one(SentencePicker).action_pick()

    def answer(self) -> Answer | str:
        """Return the picked sentence."""
        sentence = self.query_one(SentencePicker).picked
        return "Pick a sentence first." if sentence is None else LocateAnswer(sentence)
