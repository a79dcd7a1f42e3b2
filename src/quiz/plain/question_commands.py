"""What a learner can ask for at a question, besides answering it."""

from collections.abc import Callable, Mapping

from quiz.engine.drafts import MARK
from quiz.engine.session import Presented, Response, Session
from quiz.engine.wording import HANDED_IN_IS_FINAL, MEANT, NOT_MEANT, before_handing_in
from quiz.plain.ask import question_blocks, shortly
from quiz.plain.commands import Command, Verb, types_words
from quiz.plain.console import Console
from quiz.plain.opening import commands, help_for_people, passage
from quiz.plain.terms import offer
from quiz.service import Service
from quiz.service.attempt import Attempt

UNANSWERED = "Questions without an answer count as none. End here?"


class QuestionCommands:
    """An attempt, and what each command does to it."""

    def __init__(
        self, console: Console, service: Service, attempt: Attempt, place: str | None = None
    ) -> None:
        self.attempt = attempt
        """The attempt as it stands."""
        self._console = console
        self._service = service
        self._place = place  # what stands above a question in place of its number
        self._over: Verb | None = None  # the command that ended it before its result
        self._trouble: str | None = None
        self._doubted: str | None = None  # the line before, which may have been meant as a command
        self._shown: int | None = None  # the open question that was last shown as a whole
        self._do: Mapping[Verb, Callable[[Command], None]] = {
            Verb.HELP: self._help,
            Verb.PASSAGE: self._passage,
            Verb.HINT: self._hint,
            Verb.FLAG: self._flag,
            Verb.SKIP: self._skip,
            Verb.BACK: self._back,
            Verb.GO: self._go,
            Verb.MEANT: self._meant,
            Verb.LINES: self._lines,
            Verb.END: self._end,
            Verb.QUIT: self._quit,
        }

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.attempt.session

    @property
    def asked(self) -> Presented:
        """The question on the screen."""
        return self.session.current

    def _show(self) -> None:
        session = self.session
        flag = ", flagged" if session.position in session.flagged else ""
        place = self._place or f"Question {session.position + 1} of {len(session.asked)}"
        question = self.asked.with_answers
        draft = f" ({MARK.lower()})" if question and session.quiz.is_draft(question) else ""
        back = session.response is None and session.position == self._shown
        if session.response is None:
            self._shown = session.position
        blocks = shortly if back else question_blocks
        self._console.write(["", f"{place}{draft}{flag}", "", *blocks(self.asked, session.quiz)])

    def _finish(self) -> None:
        """Finish; where it is handed in, once the learner says so."""
        asks = self.attempt.is_handed_in and self._console.interactive
        left = f"{before_handing_in(self.session)} {HANDED_IN_IS_FINAL} Hand in now?"
        if not asks or self._console.confirm(left):
            self._save(self.session.finish())

    def _help(self, _: Command) -> None:
        marked = types_words(self.asked.public) and self.session.response is None
        end = "hand in" if self.attempt.is_handed_in else None
        self._console.write(commands(marked=marked, end=end))
        self._console.say(offer(self.session.quiz))

    def _passage(self, _: Command) -> None:
        self._save(self.session.look())
        self._console.write([*passage(self.session.quiz), ""])

    def _hint(self, _: Command) -> None:
        self._console.say(self.asked.question.hint or "There is no hint for this question.")

    def _flag(self, _: Command) -> None:
        self._save(self.session.flag())
        self._console.say(
            "Flagged." if self.session.position in self.session.flagged else "The flag is gone."
        )

    def _skip(self, typed: Command) -> None:
        onward = self.session.onward()
        if self.attempt.is_review:
            self._over = typed.verb
        elif onward.position == self.session.position:
            end = "hand in" if self.attempt.is_handed_in else "end here"
            letter = "?e" if types_words(self.asked.public) else "e"
            self._console.say(
                f"This is the only question left. Answer it, or type {letter} to {end}."
            )
        else:
            self._save(onward)

    def _back(self, typed: Command) -> None:
        self._go_to(self.session.position if typed.number is None else typed.number)

    def _go(self, typed: Command) -> None:
        if typed.number is None:
            self._shown = None
            self._show()
        else:
            self._go_to(typed.number)

    def _go_to(self, number: int) -> None:
        there = self.session.go(number - 1)
        if there.position == self.session.position:
            self._console.say(f"You are at question {there.position + 1} of {len(there.asked)}.")
        else:
            self._save(there)

    def _meant(self, _: Command) -> None:
        if not self.attempt.can_be_meant:
            self._console.say("That is for an answer that you typed and that was graded wrong.")
            return
        self._keep(self._service.attempts.mean(self.attempt))
        response = self.session.response
        self._console.say(MEANT if response and response.meant else NOT_MEANT)

    def _lines(self, _: Command) -> None:
        self._console.write([*help_for_people(), ""])

    def _end(self, typed: Command) -> None:
        if self.attempt.is_review:
            self._over = typed.verb
            return
        asks = self.session.open and self._console.interactive and not self.attempt.is_handed_in
        if not asks or self._console.confirm(UNANSWERED):
            self._finish()

    def _quit(self, typed: Command) -> None:
        self._over = typed.verb

    def _save(self, session: Session, response: Response | None = None) -> None:
        """Put the attempt on disk; say so where that doesn't work, once for each reason."""
        self._keep(self._service.attempts.save(self.attempt, session, response))

    def _keep(self, attempt: Attempt) -> None:
        """Take an attempt that was put on disk; say so where that doesn't work."""
        self.attempt = attempt
        trouble = self._service.store.trouble
        if trouble and trouble != self._trouble:
            self._say_apart(trouble)
        self._trouble = trouble

    def _say_apart(self, text: str) -> None:
        """Say what is no part of the question above it."""
        self._console.write(["", text])
