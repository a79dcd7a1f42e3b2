"""The commands of the program, read off its parser."""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterable
from dataclasses import dataclass

from quiz.commands.parser import parser


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or the program itself."""

    name: str
    """As it is typed."""
    summary: str
    """What it does, in a few words."""
    examples: tuple[str, ...]
    """Lines to type, some with a remark."""
    text: str
    """What it does, in a sentence or two."""
    arguments: tuple[tuple[str, str], ...]
    """What can be written behind it, and what that does."""
    usage: str
    """The name with its arguments."""


def program() -> Command:
    """Return the program itself."""
    return _command("quiz", "a quiz made from an article", parser())


def commands() -> tuple[Command, ...]:
    """Return its commands, in the order of the help."""
    found = subparsers(parser())
    summaries = {action.dest: action.help or "" for action in found._choices_actions}
    return tuple(
        _command(f"quiz {name}", summaries[name], sub) for name, sub in found.choices.items()
    )


def notes() -> tuple[str, ...]:
    """Return the paragraphs on the environment and on exit codes."""
    return tuple(" ".join(part.split()) for part in (parser().epilog or "").split("\n\n"))


def subparsers(top: ArgumentParser) -> "_SubParsersAction[ArgumentParser]":
    """Return what holds the parsers of the commands."""
    return next(action for action in top._actions if isinstance(action, _SubParsersAction))


def _command(name: str, summary: str, its: ArgumentParser) -> Command:
    examples, _, text = (its.description or "").removeprefix("Examples:\n").partition("\n\n")
    actions = [action for action in its._actions if not isinstance(action, _SubParsersAction)]
    actions.sort(key=lambda action: bool(action.option_strings))
    return Command(
        name=name,
        summary=summary,
        examples=tuple(line.strip() for line in examples.splitlines()),
        text=" ".join(text.split()),
        arguments=tuple((_words(action), _says(action)) for action in actions),
        usage=" ".join([name, *_places(actions)]),
    )


def _words(action: Action) -> str:
    value = action.metavar or action.dest.upper()
    if not action.option_strings:
        return str(value)
    words = ", ".join(action.option_strings)
    optional = f"[{value}]" if action.nargs == "?" else value
    return words if action.nargs == 0 else f"{words} {optional}"


def _says(action: Action) -> str:
    if "--help" in action.option_strings:
        return "show the help, with examples"
    if "--version" in action.option_strings:
        return "show the version"
    says = (action.help or "").replace("%%", "%")
    choices = [str(choice) for choice in action.choices or ()]
    named = all(choice in says for choice in choices)
    return says if named else f"{says} ({', '.join(choices)})"


def _places(actions: Iterable[Action]) -> Iterable[str]:
    yield "[OPTION]..."
    for action in actions:
        if action.required:
            yield " ".join([*action.option_strings[:1], str(action.metavar)])
        elif not action.option_strings:
            yield f"[{action.metavar}]{'...' if action.nargs == '*' else ''}"
