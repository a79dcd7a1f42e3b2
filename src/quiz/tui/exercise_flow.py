"""The walk through an exercise: who takes it, what is said first, the questions, handing in."""

from dataclasses import replace
from datetime import datetime

from textual.app import App

from quiz.engine.exercise_wording import HANDED_IN, LATER, NOT_YET, stopped
from quiz.model.assignment import Assignment
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.service.exercises import Delivered, Undelivered
from quiz.start import Start
from quiz.tui.screens.exercise_intro import ExerciseIntroScreen
from quiz.tui.screens.learner_name import LearnerNameScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.submitted import SubmittedScreen
from quiz.tui.showing import show


class ExerciseFlow:
    """Leads a learner through an exercise that a teacher handed out."""

    def __init__(
        self, app: App[None], service: Service, start: Start, assignment: Assignment
    ) -> None:
        self.app = app
        """Shows the screens."""
        self.service = service
        """Keeps the answers and hands them in."""
        self.start = start
        """What the command line asked for."""
        self.assignment = assignment
        """What is taken."""
        self.waits = False
        """Whether answers wait to be handed in."""

    async def take(self) -> str | None:
        """Go through the exercise; return what became of it, in words."""
        learner = self.start.learner or await self._ask_who()
        if learner is None:
            return None
        left = self.service.exercises.unfinished(self.assignment, learner)
        if left and left.notice:
            self.app.notify(left.notice, markup=False)
        if not await self._before(learner, left):
            return None
        attempt = left or self.service.exercises.start(self.assignment, learner)
        if not left and not self.start.skip_passage:
            quiz = attempt.session.quiz
            if not await show(self.app, ReadingScreen(quiz)):
                return _kept(attempt)
        attempt = await show(self.app, QuestionScreen(self.service, attempt))
        return await self._end(attempt) if attempt.session.finished else _kept(attempt)

    async def _ask_who(self) -> str | None:
        return await show(self.app, LearnerNameScreen(self.assignment.title))

    async def _before(self, learner: str, left: Attempt | None) -> bool:
        screen = ExerciseIntroScreen(
            self.assignment,
            learner,
            datetime.now().astimezone(),
            left=left.session if left else None,
            before=self.service.exercises.earlier(self.assignment, learner),
        )
        return await show(self.app, screen)

    async def _end(self, attempt: Attempt) -> str:
        """Hand in, and say what became of it until the learner leaves."""
        handed = self.service.exercises.hand_in(self.assignment, attempt)
        while wish := await show(self.app, SubmittedScreen(attempt, handed, self.service.trouble)):
            if wish == "retry":
                handed = self.service.exercises.hand_in(self.assignment, attempt)
            else:
                await self._look_at_result(attempt)
        self.waits = isinstance(handed, Undelivered)
        return _became(handed)

    async def _look_at_result(self, attempt: Attempt) -> None:
        while isinstance(at := await show(self.app, ResultScreen(self.service, attempt)), int):
            shown = replace(attempt, session=attempt.session.go(at))
            attempt = await show(self.app, QuestionScreen(self.service, shown))


def _kept(attempt: Attempt) -> str:
    if not attempt.saved:
        return "Your answers could not be saved yet."
    return f"Kept, and not handed in yet. {stopped(attempt.session)} Open the file again to go on."


def _became(handed: Delivered | Undelivered) -> str:
    """Return what became of the answers, for those who look back at it."""
    if isinstance(handed, Delivered):
        return f"{HANDED_IN}: {handed.path}"
    return f"{NOT_YET}: {handed.why}. {LATER}"
