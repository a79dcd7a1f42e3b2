"""Taking in a class on paper: a learner, then a line for each question as the sheet has it."""

from quiz.engine.paper_variant import PaperVariant
from quiz.engine.wording import count, once_more
from quiz.model.submission import LONGEST_NAME
from quiz.plain.console import Console, EndOfInput
from quiz.plain.kinds.reading import InvalidAnswer
from quiz.plain.paper_entry.sheet import as_on_sheet, expected, parse_sheet
from quiz.plain.paper_entry.texts import (
    AS_WRITTEN,
    earned,
    entered,
    help_with_sheets,
    opening,
    unfinished,
)
from quiz.service.paper_class import PaperClass
from quiz.service.paper_entry import Entry
from quiz.store.errors import StorageError

_LITERAL = "="


class _Left(Exception):
    """The teacher leaves."""


class EntryLoop:
    """Takes in one sheet after another."""

    def __init__(self, console: Console, room: PaperClass) -> None:
        self._console = console
        self._room = room
        self._version = room.drawn[0]
        self._last: str | None = None  # the learner who was taken in last
        self._trouble: str | None = None

    def run(self) -> None:
        """Take in sheets until the teacher leaves or the input ends; what was typed is kept.

        Raises:
            StorageError: a result can't be written, and nobody is there to try again.
        """
        self._console.write(opening(self._room))
        try:
            while True:
                self._next()
        except (_Left, EndOfInput):
            self._say_how_far()

    def _next(self) -> None:
        self._console.write([""])
        typed, text = _read(self._console.ask("Learner > "))
        if typed == "u" and self._last:
            self._take(self._last)
        elif typed == "s":
            self._say_how_far()
        elif typed:
            self._do(typed)
        elif len(text) > LONGEST_NAME:
            self._console.say(f"A name has {LONGEST_NAME} characters at the most.")
        elif text:
            self._take(text)

    def _take(self, learner: str) -> None:
        """Take in one sheet, or go on with one, up to its end or until it is left."""
        room, before = self._room, self._room.before(learner)
        version = self._which(room.version_of(before) if before else self._version)
        if version is None:
            return
        self._version = version
        entry: Entry | None = room.begin(learner, version)
        if before:
            entry = room.take_up(before, version)
            done = room.is_finished(learner)
            self._console.say(f"{learner} {'is done already' if done else 'goes on'}.")
            entry = entry.go(len(entry.lines)) if done else entry
        while entry:
            entry = self._review(entry) if entry.complete else self._ask(entry)

    def _which(self, usual: PaperVariant | None) -> PaperVariant | None:
        """Return the version of a sheet, for an empty line the usual one; None to go back."""
        named = {each.letter: each for each in self._room.drawn}
        first, *_, last = [*named, *named]
        if len(named) == 1:
            return self._room.drawn[0]
        shown = f" [{usual.letter}]" if usual else ""
        while True:
            typed, text = _read(self._console.ask(f"Version, {first}-{last}{shown} > "))
            if typed == "u":
                return None
            if typed:
                self._do(typed)
            elif not text and usual:
                return usual
            elif text.upper() in named:
                return named[text.upper()]
            else:
                self._console.say(f"The versions go from {first} to {last}.")

    def _ask(self, entry: Entry) -> Entry | None:
        """Ask one question; return the entry as it then is, or None to leave it."""
        line, quiz = entry.lines[entry.at], self._room.quiz
        asked, before = line.asked, entry.answer(entry.at)
        shown = f" [{as_on_sheet(asked, before)}]" if before else ""
        tried = False
        while True:
            typed, text = _read(
                self._console.ask(f"{line.number:>3}  {expected(asked, quiz)}{shown} > ")
            )
            if typed == "u":
                return entry.go(entry.at - 1) if entry.at else None
            if typed:
                self._do(typed, entry)
                continue
            try:
                answer = parse_sheet(asked, quiz, text) if text else before
            except InvalidAnswer as invalid:
                self._console.say(str(invalid))
                continue
            why = asked.second_go(answer, quiz) if answer and answer != before else None
            if why and not tried:
                tried = True
                self._console.say(f"{once_more(why, asked.public)} {AS_WRITTEN}")
                continue
            entry = entry.typed(answer, self._room.now())
            self._keep(entry)
            return entry

    def _review(self, entry: Entry) -> Entry | None:
        """Show an entry; return it with a question to go back to, or None once it is handed in."""
        places = {str(line.number): place for place, line in enumerate(entry.lines)}
        self._console.say(entered(entry))
        while True:
            typed, text = _read(self._console.ask("Enter keeps it, a number changes one > "))
            if typed == "u":
                return entry.go(entry.at - 1)
            if typed:
                self._do(typed, entry)
            elif text in places:
                changed = self._ask(entry.go(places[text]))
                ends = changed and changed.at == places[text] + 1
                return changed.go(entry.at) if changed and ends else changed
            elif text:
                self._console.say("Type the number of a question on the sheet.")
            elif self._hand_in(entry):
                return None

    def _hand_in(self, entry: Entry) -> bool:
        """Return whether an entry is a result file now."""
        try:
            path = self._room.finish(entry)
        except StorageError as trouble:
            if not self._console.interactive:
                raise
            self._console.say(f"It can't be kept now: {trouble}. Enter tries again.")
            return False
        self._last = entry.learner
        self._console.say(f"Kept: {path.name} ({earned(entry, self._room)})")
        return True

    def _keep(self, entry: Entry) -> None:
        """Keep what was typed so far; say so where that doesn't work, once for each reason."""
        try:
            self._room.save(entry)
            trouble = None
        except StorageError as error:
            trouble = f"What you type can't be kept yet: {error}."
        if trouble != self._trouble:
            self._console.say(trouble)
        self._trouble = trouble

    def _do(self, typed: str, entry: Entry | None = None) -> None:
        if typed == "q":
            raise _Left
        if typed == "s" and entry:
            self._console.say(entered(entry))
        elif typed == "?":
            self._console.write(help_with_sheets())

    def _say_how_far(self) -> None:
        room = self._room
        done = f"{count(room.finished, 'learner is', 'learners are')} done."
        self._console.say(done, unfinished(room))


def _read(line: str) -> tuple[str | None, str]:
    """Return the command in a line, or what it says where it is none."""
    if line.lower() in {"?", "u", "s", "q"}:
        return line.lower(), ""
    return None, line.removeprefix(_LITERAL).strip()
