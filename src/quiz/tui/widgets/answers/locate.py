"""The passage to pick a sentence from: how locate is answered."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quiz.model.answer import Answer, LocateAnswer
from quiz.model.quiz import Quiz
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.passage import PassageText


class SentencePicker(Widget, can_focus=True):
    """The passage with a cursor that goes from sentence to sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Sentence before", show=False, id="locate.up"),
        Binding("down", "move(1)", "Next sentence", show=False, id="locate.down"),
    ]

    sentence: reactive[int | None] = reactive(None)
    """The index of the sentence under the cursor."""

    def __init__(self, quiz: Quiz, sentence: int | None) -> None:
        super().__init__()
        self.quiz = quiz
        """The quiz that the passage belongs to."""
        self.spans = quiz.passage.sentences(quiz.language)
        """The sentences."""
        self.set_reactive(SentencePicker.sentence, sentence)

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield PassageText(self.quiz.passage, self.quiz.language, pick=True)

    def on_mount(self) -> None:
        """Draw the cursor."""
        self.watch_sentence()

    def action_move(self, step: int) -> None:
        """Move the cursor by one sentence, from the first or the last one at the start."""
        if self.sentence is None:
            self.sentence = 0 if step > 0 else len(self.spans) - 1
        else:
            self.sentence = min(max(self.sentence + step, 0), len(self.spans) - 1)

    def watch_sentence(self) -> None:
        """Draw the cursor and bring it into view."""
        for text in self.query(PassageText):
            text.chosen = None if self.sentence is None else self.spans[self.sentence]
            if text.chosen:
                text.bring_into_view(text.chosen, self.query_ancestor(VerticalScroll))

    @on(PassageText.SentenceClicked)
    def _clicked(self, event: PassageText.SentenceClicked) -> None:
        event.stop()
        self.sentence = event.sentence


class LocateWidget(AnswerWidget):
    """The sentence that the learner picks."""

    def compose(self) -> ComposeResult:
        """Lay out the passage, or the sentence alone once it is picked."""
        given = self.given.sentence if isinstance(self.given, LocateAnswer) else None
        if not self.locked:
            yield SentencePicker(self.quiz, given)
        elif given is not None:
            start, end = self.quiz.passage.sentences(self.quiz.language)[given]
            yield Static(f"“{self.quiz.passage.text[start:end]}”", markup=False)

    def answer(self) -> Answer | str:
        """Return the sentence under the cursor."""
        sentence = self.query_one(SentencePicker).sentence
        return "Pick a sentence first." if sentence is None else LocateAnswer(sentence)
