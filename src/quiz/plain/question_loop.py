"""Asking the questions of an attempt, one after the other."""

from collections.abc import Callable, Mapping

from quiz.engine.certainty import Certainty
from quiz.engine.session import Presented, Response, Session
from quiz.engine.wording import (
    CERTAINTIES,
    HANDED_IN_IS_FINAL,
    MEANT,
    NOT_MEANT,
    before_handing_in,
    once_more,
)
from quiz.model.answer import Answer
from quiz.plain.ask import parse_answer, question_blocks, shortly
from quiz.plain.commands import Command, Verb, parse_command, perhaps_meant, types_words
from quiz.plain.console import Console, EndOfInput
from quiz.plain.explain import explanation
from quiz.plain.kinds import in_lines
from quiz.plain.kinds.reading import InvalidAnswer
from quiz.plain.opening import commands, help_for_people, passage
from quiz.plain.terms import look_up, offer
from quiz.service import Service
from quiz.service.attempt import Attempt

_CERTAINTIES = {
    typed: certainty
    for certainty, name in CERTAINTIES.items()
    for typed in (str(int(certainty)), name)
}

ANSWERED = "You answered this one. Your first answer counts."
CHANGEABLE = "You answered this one. Type another answer to change it, or Enter to leave it."
UNANSWERED = "Questions without an answer count as none. End here?"


class QuestionLoop:
    """Asks until all is answered, or the learner leaves."""

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

    def run(self) -> Verb | None:
        """Ask until the result is asked for; return the command that ended it before, if one did.

        Raises:
            EndOfInput: there is no more input; `attempt` holds what was answered.
        """
        while not (self.session.finished or self._over):
            self._turn()
        return self._over

    def _turn(self) -> None:
        """Show the question on the screen, and stay until another one or the result comes."""
        self._show()
        if self.attempt.is_new:
            self._begin()
        session = self.session
        if session.response:
            self._show_answered()
        if session.takes_answer and (session.open or self._console.interactive):
            while self._stays(session):
                self._take(self._ask(alone=in_lines(self.asked.question).one_line))
        else:
            self._go_on()

    def _begin(self) -> None:
        """Put the attempt on disk while its first question is read."""
        self._console.flush()
        self._save(self.session)
        for notice in self._service.store.notices():
            self._say_apart(notice)

    def _stays(self, shown: Session) -> bool:
        now = self.session
        return (
            not self._over
            and not now.finished
            and now.position == shown.position
            and now.response is shown.response
        )

    def _show(self) -> None:
        session = self.session
        flag = ", flagged" if session.position in session.flagged else ""
        place = self._place or f"Question {session.position + 1} of {len(session.asked)}"
        back = session.response is None and session.position == self._shown
        if session.response is None:
            self._shown = session.position
        blocks = shortly if back else question_blocks
        self._console.write(["", f"{place}{flag}", "", *blocks(self.asked, session.quiz)])

    def _ask(self, prompt: str = "> ", *, alone: bool = False) -> str:
        """Return the next line that does not ask what a word means."""
        while meaning := look_up(line := self._console.ask(prompt, alone=alone), self.session):
            self._console.write(meaning)
        return line

    def _take(self, line: str) -> None:
        """Take a line as a command or as an answer; an empty one leaves an answer as it is."""
        if self.session.response and not line.strip():
            self._onward()
            return
        typed = parse_command(line, self.asked.public)
        if typed:
            self._doubted = None
            self._do[typed.verb](typed)
            return
        doubt = perhaps_meant(line, self.asked.public)
        doubted, self._doubted = self._doubted, line
        if doubt and line != doubted:
            self._console.say(doubt)
            return
        try:
            answer = parse_answer(self.asked, self.session.quiz, line)
        except InvalidAnswer as invalid:
            self._console.say(str(invalid))
            return
        self._answer(in_lines(self.asked.question).finish(self.asked, answer, self._console))

    def _answer(self, answer: Answer) -> None:
        tried, response = self.session.answer(answer)
        if response is None and tried.second_go:
            self._save(tried)
            self._console.say(once_more(tried.second_go, self.asked.public))
            return
        sure = self.attempt.certainty and self.asked.question.scored
        self._save(*(self.session.answer(answer, self._certainty()) if sure else (tried, response)))
        if self.session.shows_explanation:
            self._explain()
        else:
            self._console.say("Answered.")
        self._go_on()

    def _certainty(self) -> Certainty | None:
        """Return how sure the learner is; None where the input ends before it is said."""
        try:
            while True:
                line = self._console.ask("How sure are you? 1 low, 2 medium, 3 high > ")
                if line.casefold() in _CERTAINTIES:
                    return _CERTAINTIES[line.casefold()]
                self._console.say("Type 1, 2 or 3.")
        except EndOfInput:
            return None

    def _show_answered(self) -> None:
        if self.session.shows_explanation:
            self._explain()
        else:
            self._console.say(CHANGEABLE if self.session.takes_answer else ANSWERED)

    def _explain(self) -> None:
        session = self.session
        self._console.write(["", *explanation(self.asked, session.response, session.quiz)])

    def _go_on(self) -> None:
        """Wait for Enter where somebody sits before it, then go to the next open question."""
        at = self.session.position
        if self._console.interactive:
            self._console.write([""])
        while self._console.interactive and self._is_at(at):
            hands_in = self.attempt.is_handed_in and not self.session.open
            response = self.session.response
            offered = self.attempt.can_be_meant and not (response and response.meant)
            meant = "m: I meant that. " if offered else ""
            typed = parse_command(
                self._ask(f"{meant}Enter {'hands in' if hands_in else 'goes on'} > ")
            )
            if typed is None or typed.verb is Verb.SKIP:
                break
            self._do[typed.verb](typed)
        if self._is_at(at):
            self._onward()

    def _onward(self) -> None:
        """Go to the next open question; from the last one to the end."""
        if self.session.open:
            self._save(self.session.onward())
        else:
            self._finish()

    def _finish(self) -> None:
        """Finish; where it is handed in, once the learner says so."""
        asks = self.attempt.is_handed_in and self._console.interactive
        left = f"{before_handing_in(self.session)} {HANDED_IN_IS_FINAL} Hand in now?"
        if not asks or self._console.confirm(left):
            self._save(self.session.finish())

    def _is_at(self, index: int) -> bool:
        return not self._over and not self.session.finished and self.session.position == index

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
        if self._reviews:
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
        if self._reviews:
            self._over = typed.verb
            return
        asks = self.session.open and self._console.interactive and not self.attempt.is_handed_in
        if not asks or self._console.confirm(UNANSWERED):
            self._finish()

    def _quit(self, typed: Command) -> None:
        self._over = typed.verb

    @property
    def _reviews(self) -> bool:
        """Whether what is not answered just stays due."""
        return self.attempt.is_review

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
