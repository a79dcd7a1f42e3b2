"""The manual page, in troff's man macros."""

from collections.abc import Iterable

from command_line import Command, commands, notes, program

from quiz import __version__

_FILES = (
    ("~/.local/share/quiz/answers.sqlite", "your answers; nothing leaves the machine"),
    ("~/.local/share/quiz/quizzes/", "quiz files of your own, to play by name"),
    ("~/.local/state/quiz/log/crash.log", "what went wrong when the program stopped by itself"),
)


def page() -> str:
    """Return the whole page."""
    top = program()
    lines = [
        f'.TH QUIZ 1 "" "quiz {__version__}" "User Commands"',
        *_section("NAME", f"quiz - {top.summary}"),
        *_section("SYNOPSIS", f"{top.usage}", *(f"{c.usage}" for c in commands()), between=".br"),
        *_section("DESCRIPTION", top.text),
        *_examples(top),
        *_arguments(top.arguments),
        ".SH COMMANDS",
    ]
    for command in commands():
        lines += [f".SS {_escaped(command.name)}", _escaped(command.text)]
        lines += [*_examples(command), *_arguments(command.arguments)]
    lines += [*_section("ENVIRONMENT AND EXIT STATUS", *notes(), between=".PP"), ".SH FILES"]
    lines += [*_arguments(_FILES), ".PP", _escaped("XDG_DATA_HOME and XDG_STATE_HOME move them.")]
    return "\n".join(lines) + "\n"


def _section(title: str, *texts: str, between: str = ".PP") -> Iterable[str]:
    yield f".SH {title}"
    for number, text in enumerate(texts):
        if number:
            yield between
        yield _escaped(text)


def _examples(command: Command) -> Iterable[str]:
    yield from (".PP", ".EX")
    yield from (f"  {_escaped(line)}" for line in command.examples)
    yield ".EE"


def _arguments(arguments: Iterable[tuple[str, str]]) -> Iterable[str]:
    for words, says in arguments:
        yield from (".TP", f".B {_escaped(words)}", _escaped(says))


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped
