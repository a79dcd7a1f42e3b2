"""The way through an exercise: who takes it, what is said first, the questions, handing in."""

from datetime import datetime

from quiz.engine.exercise_wording import HANDED_IN, LATER, NOT_YET, kept_exercise
from quiz.engine.wording import NOT_SAVED
from quiz.model.assignment import Assignment
from quiz.service.attempt import Attempt, attempt_of
from quiz.service.exercises import Delivered, Undelivered
from quiz.tui.flow import Flow
from quiz.tui.screens.exercise_intro import ExerciseIntroScreen
from quiz.tui.screens.learner_name import LearnerNameScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.submitted import SubmittedScreen


class ExerciseFlow(Flow):
    """Leads a learner through an exercise that a teacher handed out."""

    waits = False
    """Whether answers wait to be handed in."""

    async def take(self, assignment: Assignment) -> str | None:
        """Go through an exercise; return what became of it, in words."""
        learner = self.start.learner or await self.show(LearnerNameScreen(assignment.title))
        if learner is None:
            return None
        left = self.service.exercises.unfinished(assignment, learner)
        if left is None and self.start.resume is not False:
            back = self.service.exercises.returned(assignment, learner)
            if back:
                await self.show_result(attempt_of(back))
                return None
        if left and left.notice:
            self.app.notify(left.notice, markup=False)
        if not await self._begin(assignment, learner, left):
            return None
        attempt = left or self.service.exercises.start(assignment, learner)
        if not (left or self.start.skip_passage or await self._read(attempt)):
            return _kept(attempt)
        attempt = await self.ask(attempt)
        if not attempt.session.finished:
            return _kept(attempt)
        return await self._submit(assignment, attempt)

    async def _begin(self, assignment: Assignment, learner: str, left: Attempt | None) -> bool:
        """Return whether the learner begins or goes on."""
        screen = ExerciseIntroScreen(
            assignment,
            learner,
            datetime.now().astimezone(),
            left=left.session if left else None,
            before=self.service.exercises.earlier(assignment, learner),
        )
        return await self.show(screen)

    async def _read(self, attempt: Attempt) -> bool:
        """Return whether the learner goes on after reading the passage."""
        return await self.show(ReadingScreen(attempt.session))

    async def _submit(self, assignment: Assignment, attempt: Attempt) -> str:
        """Hand in, and say what became of it until the learner leaves."""
        handed = self.service.exercises.hand_in(assignment, attempt)
        while wish := await self.show(SubmittedScreen(attempt, handed, self.service.store.trouble)):
            if wish == "retry":
                handed = self.service.exercises.hand_in(assignment, attempt)
            else:
                await self.show_result(attempt)
        self.waits = isinstance(handed, Undelivered)
        return _became(handed)


def _kept(attempt: Attempt) -> str:
    return kept_exercise(attempt.session) if attempt.saved else NOT_SAVED


def _became(handed: Delivered | Undelivered) -> str:
    """Return what became of the answers, for those who look back at it."""
    if isinstance(handed, Delivered):
        return f"{HANDED_IN}: {handed.path}"
    return f"{NOT_YET}: {handed.why}. {LATER}"
