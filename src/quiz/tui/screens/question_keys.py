"""The keys of the question screen."""

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("enter", "pick", "Pick", id="question.pick"),
    Binding("enter", "keep", "Keep", id="question.keep"),
    Binding("enter", "answer", "Answer", id="question.answer"),
    Binding("enter", "onward", "Next", id="question.onward"),
    Binding("enter", "finish", "Result", id="question.finish"),
    Binding("enter", "close", "Next", id="question.close"),
    Binding("enter", "hand_in", "Hand in", id="question.hand_in"),
    Binding("enter", "fold", "Back to the question", id="question.fold"),
    Binding("p", "passage", "Passage", id="question.passage"),
    Binding("s", "skip", "Skip", id="question.skip"),
    Binding("e", "end", "Hand in", id="question.end"),
    Binding("f", "flag", "Flag", id="question.flag"),
    Binding("i", "hint", "Hint", id="question.hint"),
    Binding("m", "mean", "I meant that", id="question.mean"),
    Binding("o", "overview", "Overview", id="question.overview"),
    Binding("left", "step(-1)", "Question before", show=False, id="question.before"),
    Binding("right", "step(1)", "Question after", show=False, id="question.after"),
    Binding("escape", "close_passage", "Close passage", id="question.close_passage"),
    Binding("escape", "leave", "Leave", id="question.leave"),
]
"""Of those that share a key, one at most is offered at a time."""
ASKING = {
    *("pick", "keep", "answer", "onward", "finish", "close", "hand_in", "end"),
    *("skip", "flag", "mean", "hint", "overview", "step", "leave"),
}
"""What makes no sense while the passage covers the question."""
