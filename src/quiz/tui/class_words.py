"""What the teacher's screen says of a class in browsers."""

from quiz.engine.dates import moment_in_words
from quiz.engine.live_class import Phase, Step
from quiz.engine.live_view import TeacherView
from quiz.engine.wording import PHASES, count
from quiz.model.class_settings import ClassSettings, Explanations, Pace

_OWN = {
    Explanations.AT_ONCE: "Each answer is explained at once.",
    Explanations.AT_END: "Answers are explained when the class is over.",
    Explanations.WHEN_SHOWN: "Answers are explained when you show it.",
}
"""When answers are explained at the learners' own pace."""


def place_of(view: TeacherView) -> str:
    """Return what stands at the right end of the title bar."""
    at = f"question {view.position + 1} of {view.of}" if view.question else ""
    vote = "vote 2" if view.round > 1 else ""
    return "  ".join(filter(None, (f"code {view.code}", at, vote)))


def count_of(view: TeacherView) -> str:
    """Return how many answered, and how much time there is."""
    if view.phase is Phase.LOBBY:
        return f"{count(view.of, 'question')}, {count(view.joined, 'learner')} joined."
    what = "every question" if view.pace is Pace.OWN else "this question"
    said = f"{view.answered} of {view.joined} answered {what}."
    if view.seconds is None or view.phase is not Phase.OPEN:
        return said
    left = f"{count(view.seconds, 'second')} left"
    return f"{said} {f'Paused: {left}' if view.paused else left}."


def doing(view: TeacherView, settings: ClassSettings) -> str:
    """Return what the class does now."""
    match view.phase:
        case Phase.LOBBY if settings.pace is Pace.OWN:
            return f"Everybody goes at their own pace. {_OWN[settings.explanations]}"
        case Phase.LOBBY:
            return "You lead from question to question."
        case Phase.OPEN if settings.until:
            return (
                f"{PHASES[view.phase]} It ends on {moment_in_words(settings.until.astimezone())}."
            )
        case Phase.ENDED if Step.UNDO in view.steps:
            return "The class is over. Its results are written when you leave, or in a minute."
        case Phase.ENDED:
            return "The class is over, and its results are written."
    return PHASES[view.phase]
