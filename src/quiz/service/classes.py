"""Classes in browsers: begun, taken up again, forgotten."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from secrets import SystemRandom
from typing import TypeVar

from quiz.engine.class_code import CLASS_LENGTH, new_code, typed_code
from quiz.engine.lesson import Lesson
from quiz.engine.live_class import ClassState, Phase
from quiz.engine.selection import QuestionFilter, of_form, select, usual
from quiz.engine.session import Mode, Presented, Session
from quiz.model.class_settings import ClassSettings
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.quizfile.opening import quiz_in
from quiz.service.attempt import new_id, plan_of
from quiz.service.live_class import LiveClass
from quiz.store.class_records import ClassRecord, KeptClass
from quiz.store.classes import ClassStore

T = TypeVar("T")

_utc_now = partial(datetime.now, UTC)


class NoSuchClass(QuizError):
    """A code that is that of no class, or of one that can't be taken up."""


class Classes:
    """The classes of one data folder."""

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime] = _utc_now,
        rng: Random | None = None,
    ) -> None:
        self._folder = folder
        self._now = now
        self._rng = rng or SystemRandom()

    def begin(  # noqa: PLR0913  each is a choice of the teacher
        self,
        quiz: Quiz,
        source: str,
        settings: ClassSettings,
        wanted: QuestionFilter = QuestionFilter(),
        *,
        roster: Sequence[str] = (),
        seed: int | None = None,
    ) -> LiveClass:
        """Return a new class of a quiz, whose file has the text `source`; it is on disk.

        Raises:
            NothingToAsk: no question fits, or the quiz has no such form.
            StorageError: it can't be saved.
        """
        store = ClassStore(self._folder, self._now)
        seed = self._rng.getrandbits(32) if seed is None else seed
        chosen = usual(of_form(quiz, wanted, settings.form))
        asked = select(quiz, chosen, Random(seed))
        code = new_code(CLASS_LENGTH, {one.code for one in store.classes()}, self._rng)
        now = self._now()
        record = ClassRecord(
            code=code,
            assignment=new_id(),
            quiz=quiz.id,
            title=quiz.title,
            source=source,
            plan=plan_of(Session.begin(quiz, asked, Mode.TEST)),
            roster=tuple(roster),
            begun=now,
            used=now,
            state=ClassState(settings=settings, of=len(asked)),
        )
        store.begin(record)
        kept = KeptClass(record=record, seats=(), tokens={}, votes=())
        return LiveClass(kept, Lesson(quiz, asked), store, store.hold(code), self._rng)

    def resume(self, code: str) -> LiveClass:
        """Return a class where it stood: with its seats, its answers and its quiz of then.

        Raises:
            NoSuchClass: there is none of that code.
            InUse: another program runs it.
            StorageError: it can't be read.
        """
        with ExitStack() as undo:
            store = undo.enter_context(closing(ClassStore(self._folder, self._now)))
            record = self._found(store, typed_code(code))
            lock = undo.enter_context(store.hold(record.code))
            kept = store.find(record.code)
            if kept is None:
                raise NoSuchClass(f"The class {record.code} was just forgotten.")
            live = LiveClass(kept, _lesson(kept.record), store, lock, self._rng)
            undo.pop_all()
        return live

    def unfinished(self) -> tuple[ClassRecord, ...]:
        """Return the classes that are not over, the latest first.

        Raises:
            StorageError: they can't be read.
        """
        return tuple(one for one in self.of(None) if one.state.phase is not Phase.ENDED)

    def of(self, quiz: str | None) -> tuple[ClassRecord, ...]:
        """Return the classes of a quiz by its id, or all for None, the latest first.

        Raises:
            StorageError: they can't be read.
        """
        found = self._once(ClassStore.classes) or ()
        return tuple(one for one in found if quiz in {None, one.quiz})

    def purge(self) -> int:
        """Forget the names that are past their day, and return of how many classes.

        Raises:
            StorageError: they can't be deleted.
        """
        return self._once(ClassStore.purge) or 0

    def forget(self, classes: Iterable[ClassRecord]) -> None:
        """Delete classes.

        Raises:
            InUse: one of them runs; then none is deleted.
            StorageError: they can't be deleted.
        """
        codes = [one.code for one in classes]
        if codes:
            self._once(lambda store: store.forget(codes))

    def _once(self, use: Callable[[ClassStore], T]) -> T | None:
        """Return what a use of the classes gives; None where there were never any."""
        with closing(ClassStore(self._folder, self._now)) as store:
            return use(store) if store.path.exists() else None

    def _found(self, store: ClassStore, code: str) -> ClassRecord:
        found = next((one for one in store.classes() if one.code == code), None)
        if found:
            return found
        others = ", ".join(f"{one.code} ({one.title})" for one in self.unfinished())
        hint = f" There are: {others}." if others else ""
        raise NoSuchClass(f"There is no class {clean_line(code)} to go on with.{hint}")


def _lesson(record: ClassRecord) -> Lesson:
    """Return the quiz of a class and its questions as it asked them.

    Raises:
        NoSuchClass: this version of the program reads its quiz in another way.
    """
    quiz = quiz_in(record.source.encode(), record.title)
    questions = quiz.by_id
    try:
        asked = [Presented(questions[one.question], one.option_order) for one in record.plan]
    except KeyError as error:
        raise NoSuchClass(f"The class {record.code} asks {error}, which is not there.") from None
    return Lesson(quiz, asked)
