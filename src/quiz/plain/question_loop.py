"""Asking the questions of an attempt, one after the other."""

from quiz.engine.certainty import Certainty
from quiz.engine.kinds import KINDS
from quiz.engine.session import Session
from quiz.engine.wording import CERTAINTIES, once_more
from quiz.model.answer import Answer
from quiz.plain.ask import parse_answer
from quiz.plain.commands import Verb, parse_command, perhaps_meant
from quiz.plain.console import EndOfInput
from quiz.plain.explain import explanation
from quiz.plain.kinds import in_lines
from quiz.plain.kinds.reading import InvalidAnswer
from quiz.plain.question_commands import QuestionCommands
from quiz.plain.terms import look_up

_CERTAINTIES = {
    typed: certainty
    for certainty, name in CERTAINTIES.items()
    for typed in (str(int(certainty)), name)
}

ANSWERED = "You answered this one. Your first answer counts."
CHANGEABLE = "You answered this one. Type another answer to change it, or Enter to leave it."


class QuestionLoop(QuestionCommands):
    """Asks until all is answered, or the learner leaves."""

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
        session, asked = self.session, self.asked.public
        if session.shows_explanation:
            self._explain()
        elif session.response:
            given = KINDS[asked.kind].given(asked, session.response.answer, session.quiz)
            self._console.write([("Your answer: ", given)])
            self._console.say(CHANGEABLE if session.takes_answer else ANSWERED)

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

    def _is_at(self, index: int) -> bool:
        return not self._over and not self.session.finished and self.session.position == index
