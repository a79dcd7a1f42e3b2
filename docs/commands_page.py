"""The page of all commands, in Markdown."""

from collections.abc import Iterable

from command_line import Command, commands, notes, program


def page() -> str:
    """Return the whole page."""
    lines = ["# Commands", "", *_command(program())]
    lines += [f"{note}\n" for note in notes()]
    for command in commands():
        lines += [f"## {command.name}", "", *_command(command)]
    return "\n".join(lines).rstrip() + "\n"


def _command(command: Command) -> Iterable[str]:
    yield from (command.text, "", "```", *command.examples, "```", "")
    yield from (f"`{command.usage}`", "", "| | |", "|---|---|")
    for words, says in command.arguments:
        yield f"| `{words}` | {says} |"
    yield ""
