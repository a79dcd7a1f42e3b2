"""What the first answer needs, imported while the first question is read."""

from importlib import import_module

_NEEDED = (
    *("fsrs", "quiz.engine.certainty", "quiz.engine.fitting", "quiz.engine.grading"),
    *("quiz.engine.feedback", "quiz.engine.memory", "quiz.store.results"),
    *("quiz.tui.widgets.explanation", "quiz.tui.widgets.passage_pane"),
)


def import_ahead() -> None:
    """Import it; whoever answers before that is through waits no longer than without it."""
    for name in _NEEDED:
        import_module(name)
