"""What keeps harm away, line by line, and the tests that fail where it is taken out."""

from typing import NamedTuple


class Guard(NamedTuple):
    """A few words of the source without which some harm gets through."""

    name: str
    """What it keeps away."""
    file: str
    """Where it stands, below `src/quiz`."""
    guard: str
    """The words of it, which stand there once."""
    without: str
    """What stands there when it is taken out."""
    tests: str
    """What to run then: one of these tests has to fail."""


_HOSTILE = "tests/bank/test_hostile.py"
_HASTE = "tests/tui/test_haste.py"
_BYTES = "tests/test_bytes.py"

GUARDS = (
    # A quiz file from a stranger.
    Guard(
        "a file that is too large",
        "bank/source.py",
        "if about.st_size > SIZE:",
        "if False:",
        f"{_HOSTILE}::test_huge_file_is_refused_unread",
    ),
    Guard(
        "a file that grows as it is read",
        "bank/source.py",
        "    if len(data) > SIZE:\n        raise Refused(_too_large(len(data)))\n    return data",
        "    return data",
        "tests/bank/test_source.py",
    ),
    Guard(
        "a pipe in the place of a quiz",
        "bank/source.py",
        "if not stat.S_ISREG(about.st_mode):",
        "if False:",
        f"{_HOSTILE}::test_named_pipe_is_not_waited_for",
    ),
    Guard(
        "a zero byte",
        "bank/source.py",
        'if "\\0" in text:',
        "if False:",
        f"{_HOSTILE}::test_other_encodings",
    ),
    Guard(
        "levels without end",
        "bank/plain.py",
        "if len(self.outer) >= DEPTH:",
        "if False:",
        f"{_HOSTILE}::test_the_deepest_that_is_read",
    ),
    Guard(
        "values without end",
        "bank/plain.py",
        "for _ in range(EVENTS):",
        "while True:",
        f"{_HOSTILE}::test_too_many_values",
    ),
    Guard(
        "a list without end",
        "bank/plain.py",
        "if len(inner.items) > inner.most:",
        "if False:",
        f"{_HOSTILE}::test_what_is_longer_than_anything_in_a_quiz_is_not_read_to_its_end",
    ),
    Guard(
        "keys without end",
        "bank/plain.py",
        "if len(inner.items) >= _OTHERS:",
        "if False:",
        f"{_HOSTILE}::test_what_is_longer_than_anything_in_a_quiz_is_not_read_to_its_end",
    ),
    Guard(
        "a name that stands for another value",
        "bank/plain.py",
        '        self.flaw(event.start_mark, "a value may not begin with *: put a text in quotation'
        ' marks")\n',
        "",
        "tests/bank/test_plain.py tests/bank/test_reader.py",
    ),
    Guard(
        "a name or a type before a value",
        "bank/plain.py",
        "        if event.anchor or event.tag:\n            self.decorated(event)\n"
        "        self.place(value, event.start_mark, event.value)",
        "        self.place(value, event.start_mark, event.value)",
        "tests/bank/test_plain.py tests/bank/test_reader.py",
    ),
    Guard(
        "a key that stands twice",
        "bank/plain.py",
        "if inner.key in inner.items or value ==",
        "if value ==",
        "tests/bank/test_plain.py tests/bank/test_reader.py",
    ),
    Guard(
        "hidden characters by escapes",
        "bank/plain.py",
        "found = first_forbidden(event.value)",
        "found = None",
        f"{_HOSTILE}::test_hidden_characters",
    ),
    Guard(
        "faults without end",
        "bank/words.py",
        "_TELLABLE = 5_000",
        "_TELLABLE = 10**9",
        f"{_HOSTILE}::test_more_faults_than_anyone_reads",
    ),
    Guard(
        "quotes that are compared without end",
        "bank/quotes.py",
        "_COMPARED = 800",
        "_COMPARED = 10**9",
        f"{_HOSTILE}::test_bombs",
    ),
    # Files of a class from strangers.
    Guard(
        "a result that is too large",
        "handout/file.py",
        "too_large = os.fstat(file.fileno()).st_size > largest",
        "too_large = False",
        "tests/handout/test_collecting.py",
    ),
    Guard(
        "a pipe in the place of a result",
        "handout/file.py",
        "if not stat.S_ISREG(os.fstat(handle).st_mode):",
        "if False:",
        "tests/handout/test_collecting.py",
    ),
    Guard(
        "a link among the results",
        "handout/collecting.py",
        "if entry.is_symlink():",
        "if False:",
        "tests/handout/test_collecting.py",
    ),
    Guard(
        "equal names in a result",
        "handout/file.py",
        "if len(made) < len(pairs):",
        "if False:",
        "tests/handout/test_submission_data.py tests/handout/test_assignment_data.py",
    ),
    Guard(
        "a formula in a table",
        "model/cell.py",
        'return _FORMULA.sub(r"\\1\'", cell)',
        "return cell",
        "tests/model/test_cell.py tests/commands/test_report.py",
    ),
    Guard(
        "a result in the place of another one",
        "handout/placing.py",
        "os.link(part, path)",
        "part.replace(path)",
        "tests/handout/test_placing.py",
    ),
    # Text on its way to the terminal.
    Guard(
        "data of commands",
        "commands/output.py",
        'sys.stdout.write(clean(text) + "\\n")',
        'sys.stdout.write(text + "\\n")',
        f"{_BYTES}::test_from_the_history",
    ),
    Guard(
        "messages of commands",
        "commands/output.py",
        'sys.stderr.write(clean(text) + "\\n")',
        'sys.stderr.write(text + "\\n")',
        f"{_BYTES}::test_from_the_names_of_files_and_folders",
    ),
    Guard(
        "lines of the line door",
        "plain/talk.py",
        "cleaned = clean(text)",
        "cleaned = text",
        "tests/plain/test_talk.py tests/plain/test_hostile.py",
    ),
    Guard(
        "lines of every screen",
        "tui/app.py",
        "return [*super().get_line_filters(), self._clean]",
        "return [*super().get_line_filters()]",
        "tests/tui/test_hostile.py",
    ),
    Guard(
        "the log of a crash",
        "commands/crash.py",
        'clean("".join(format_exception(error)))',
        '"".join(format_exception(error))',
        f"{_BYTES}::test_from_the_log_of_a_crash",
    ),
    # Answers on the disk.
    Guard(
        "a power cut: synced before it is said",
        "store/database.py",
        "PRAGMA synchronous = FULL",
        "PRAGMA synchronous = NORMAL",
        "tests/power",
    ),
    Guard(
        "a power cut: what waits is synced",
        "store/waiting.py",
        "            file.flush()\n            os.fsync(handle)",
        "            file.flush()",
        "tests/power",
    ),
    Guard(
        "a power cut as the file is made",
        "store/database.py",
        "if not head.startswith(_MAGIC) and _was_being_made(path):",
        "if False:",
        "tests/store/test_database.py tests/power",
    ),
    Guard(
        "two programs that write at once",
        "store/journal.py",
        "BEGIN IMMEDIATE",
        "BEGIN",
        "tests/store/test_journal.py tests/kill/test_two.py",
    ),
    Guard(
        "a lock: it is tried again",
        "store/database.py",
        "timeout=patience",
        "timeout=0",
        "tests/store/test_database.py",
    ),
    Guard(
        "damage that nobody would see",
        "store/database.py",
        "if doubtful and not wholeness.whole(connection):",
        "if False:",
        "tests/store/test_database.py tests/store/test_journal.py",
    ),
    Guard(
        "a file of a newer program",
        "store/database.py",
        "if number > newest:",
        "if False:",
        "tests/store/test_database.py",
    ),
    Guard(
        "a file of another program",
        "store/database.py",
        "if int.from_bytes(head[68:72]) != APPLICATION_ID:",
        "if False:",
        "tests/store/test_database.py",
    ),
    Guard(
        "a migration that goes wrong: a copy is kept",
        "store/database.py",
        "        keep_copy(connection, path)\n",
        "        pass\n",
        "tests/store/test_migrations.py",
    ),
    Guard(
        "a clock that jumps: answers go by their number",
        "store/reading.py",
        "ORDER BY attempt.seq",
        "ORDER BY at",
        "tests/kill/test_clock.py tests/store/test_journal.py",
    ),
    # Other users of the machine.
    Guard(
        "folders that others can enter",
        "private.py",
        "place.mkdir(mode=0o700, exist_ok=True)",
        "place.mkdir(exist_ok=True)",
        "tests/test_security.py",
    ),
    Guard(
        "the folders above them",
        "private.py",
        "(*reversed(folder.parents), folder)",
        "(folder,)",
        "tests/test_security.py",
    ),
    Guard(
        "a log that others can read",
        "commands/crash.py",
        "os.O_CREAT, 0o600)",
        "os.O_CREAT, 0o666)",
        "tests/test_security.py",
    ),
    Guard(
        "a copy of a quiz that others can read",
        "bank/copies.py",
        "os.O_EXCL, 0o600)",
        "os.O_EXCL, 0o666)",
        "tests/test_security.py tests/bank/test_copies.py",
    ),
    Guard(
        "a link where a file is to be written",
        "commands/output.py",
        "replace(path, contents)",
        'path.with_name(f".{path.name}.part").write_bytes(contents)',
        "tests/test_security.py",
    ),
    Guard(
        "copies from a folder of another user",
        "bank/copies.py",
        "about.st_uid == os.getuid() and not about.st_mode & 0o022",
        "True",
        "tests/bank/test_copies.py",
    ),
    Guard(
        "answers from a folder of another user",
        "store/waiting.py",
        "return status.st_uid == os.getuid() and not status.st_mode & 0o022",
        "return True",
        "tests/store/test_waiting.py",
    ),
    Guard(
        "a copy of a quiz that was changed",
        "bank/compiled.py",
        "if _seal(body, place) != seal:",
        "if False:",
        "tests/bank/test_copies.py",
    ),
    Guard(
        "a copy whose head was changed",
        "bank/compiled.py",
        " or _seal(head, count, start) != seal or",
        " or",
        "tests/bank/test_copies.py",
    ),
    Guard(
        "a part without end of a copy",
        "bank/compiled.py",
        "if length > _LONGEST:",
        "if False:",
        "tests/bank/test_copies.py",
    ),
    # The end of the program, and of its terminal.
    Guard(
        "a fault of ours that ends with 0",
        "tui/app.py",
        "    if app.fault:\n        raise app.fault",
        "    if False:\n        raise app.fault",
        "tests/kill/test_crash.py::test_a_fault[way-key]",
    ),
    Guard(
        "a traceback on the screen",
        "tui/app.py",
        "        self._close_messages_no_wait()",
        "        super()._fatal_error()",
        "tests/kill/test_crash.py::test_a_fault[way-key]",
    ),
    Guard(
        "signals that leave the terminal spoiled",
        "tui/app.py",
        "            self._heed_interrupts()\n",
        "",
        "tests/kill/test_signals.py tests/kill/test_screens.py",
    ),
    Guard(
        "a program without its terminal",
        "tui/app.py",
        "            heed_hang_up()\n",
        "",
        "tests/tui/test_terminal.py",
    ),
    Guard(
        "Ctrl-Z that does nothing",
        "tui/app.py",
        'Binding("ctrl+z", "suspend_process"',
        'Binding("ctrl+z", "nothing"',
        "tests/kill/test_stop.py",
    ),
    Guard(
        "output that is closed early",
        "cli.py",
        "except BrokenPipeError:  #",
        "except ZeroDivisionError:  #",
        "tests/test_pipes.py",
    ),
    # Keys that are faster than the screens.
    Guard(
        "an answer on the screen that is not on the disk",
        "tui/screens/question.py",
        "kept if finished else self.desk.keep(self.sitting, session)",
        "kept",
        "tests/tui/test_monkey.py",
    ),
    Guard(
        "a key for a screen that does not stand yet",
        "tui/app.py",
        "if screen is None or not screen.is_mounted or",
        "if screen is None or",
        _HASTE,
    ),
    Guard(
        "a sheet between two screens",
        "tui/app.py",
        " or isinstance(screen, GroundScreen):",
        ":",
        _HASTE,
    ),
    Guard(
        "a click on what was removed",
        "tui/app.py",
        "return self.get_widget_at(event.x, event.y)[0].is_attached",
        "return True",
        _HASTE,
    ),
    Guard(
        "a screen that is left twice",
        "tui/screens/stage.py",
        "return super().dismiss(result) if self.is_active else AwaitComplete()",
        "return super().dismiss(result)",
        _HASTE,
    ),
    Guard(
        "an answer that was not seen",
        "tui/screens/question.py",
        "if not self._drawn or event.area",
        "if event.area",
        _HASTE,
    ),
    Guard(
        "an answer to a question that has gone",
        "tui/screens/question.py",
        " or event.area is not self._view.area:",
        ":",
        _HASTE,
    ),
    Guard(
        "an answer to a question that is drawn anew",
        "tui/widgets/question_view.py",
        "            self.area = None\n",
        "",
        _HASTE,
    ),
    Guard(
        "a list that is drawn while it goes",
        "tui/widgets/hanging.py",
        "        if self.is_attached:",
        "        if True:",
        "tests/tui/test_lists.py",
    ),
    Guard(
        "an answer foreseen to a question that has gone",
        "tui/screens/question.py",
        "if area and area.field() is rows and",
        "if area and",
        "tests/tui/test_lists.py",
    ),
    Guard(
        "a list that is made while home is left",
        "tui/screens/home.py",
        "self.call_next(self.fill, shelf, await asyncio.to_thread(self.desk.due))",
        "await self.fill(shelf, await asyncio.to_thread(self.desk.due))",
        _HASTE,
    ),
    Guard(
        "an interrupt just before a line is read",
        "plain/waiting.py",
        "signal.set_wakeup_fd(theirs, ",
        "signal.set_wakeup_fd(-1, ",
        "tests/plain/test_waiting.py",
    ),
    Guard(
        "a walk that is ended while widgets go",
        "tui/showing.py",
        "asyncio.shield(app._flush_next_callbacks())",
        "app._flush_next_callbacks()",
        _HASTE,
    ),
    Guard(
        "a letter for gaps that are drawn anew",
        "tui/widgets/cloze_area.py",
        'for sentence in self.query(".sentence").results(Static):',
        'for sentence in [self.query_one(".sentence", Static)]:',
        _HASTE,
    ),
    Guard(
        "a second answer",
        "tui/widgets/answer_area.py",
        "if self.locked or not self.is_mounted:",
        "if False:",
        _HASTE,
    ),
    Guard(
        "a quiz that is opened twice",
        "tui/app.py",
        "elif self._is_home:",
        "else:",
        _HASTE,
    ),
    Guard(
        "what is done as the application closes",
        "tui/app.py",
        "if not (self._exit and isinstance(cause, _GONE)):",
        "if True:",
        _HASTE,
    ),
    # What is pasted and said.
    Guard(
        "a text without end",
        "tui/widgets/essay.py",
        "if len(edit.text) > room:",
        "if False:",
        "tests/tui/test_hostile.py",
    ),
    Guard(
        "a cursor that is looked for in a text that is taken back",
        "tui/widgets/essay.py",
        "        self.selection = Selection()",
        "        pass",
        "tests/tui/test_hostile.py",
    ),
    Guard(
        "a notice whose time is over, which stops everything",
        "tui/notice.py",
        "max(self.until - monotonic(), _SHORTEST)",
        "self.until - monotonic()",
        _HASTE,
    ),
    Guard(
        "a heap of equal notices",
        "tui/app.py",
        "                self._unnotify(earlier, refresh=False)",
        "                pass",
        _HASTE,
    ),
    Guard(
        "streams that are closed",
        "cli.py",
        "    _open_what_is_closed()\n",
        "",
        "tests/test_pipes.py",
    ),
)
