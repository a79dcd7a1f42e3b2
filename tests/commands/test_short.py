"""The short way to read a command line says what argparse says, or nothing."""

import contextlib
import io
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.commands import short
from quiz.commands.parser import parser
from quiz.commands.words import ADD, KINDS

WORDS = (
    *("ketamine", "my quiz.yaml", "", "-", "--", "-x", "-h", "--help", "7", "0", "-1", "27", "é"),
    *("--plain", "--new", "--resume", "--no-passage", "--certainty", "--certaint", "--json"),
    *("--csv", "--all", "--yes", "--key", "--large", "--force", "--result", "--report"),
    *("--seed", "--seed=3", "--seed=-3", "--seed=", "--count", "--count=2", "--mode", "test"),
    *("--mode=test", "--mode=x", "practice", "--topic", "--topic=uses", "--topic=", "uses"),
    *("--skill", "apply", "--kind", "choice", "--kind=order", "--form", "pre", "--form=post"),
    *("--learner", "Ada L.", "--learner=Ada", "-o", "-o=x", "-ox", "--output", "out.html"),
    *("--versions", "--versions=2", "--paper", "letter", "--until", "2026-12-04", "--plain=1"),
)


def by_argparse(argv: list[str]) -> SimpleNamespace | None:
    """Return what argparse makes of a command line; None where it refuses it, or helps."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            return parser(argv).parse_args(argv, SimpleNamespace())
        except SystemExit:
            return None


@given(st.sampled_from([*ADD, "other"]), st.lists(st.sampled_from(WORDS), max_size=6))
@example("play", ["--mode", "test", "ketamine", "--seed=3", "--kind", "choice", "--kind=order"])
@example("forget", ["ketamine", "--all"])
@example("forget", [])
@example("print", ["ketamine"])
def test_it_says_what_argparse_says_or_nothing(command: str, words: list[str]) -> None:
    said = short.read([command, *words])
    if said is not None:
        assert said == by_argparse([command, *words])


@pytest.mark.parametrize(
    "line",
    [
        "",
        "play",
        "play ketamine",
        "play ketamine --plain --no-passage --new --seed=1",
        "play --mode test --topic uses --topic risks ketamine --count 5",
        "review --certainty",
        "print ketamine -o sheet.html --versions 3",
        "print ketamine -o - --versions=2",
        "forget --all --yes",
        "history ketamine --csv",
        *(f"play --kind {kind}" for kind in KINDS),
    ],
)
def test_what_is_plainly_right_needs_no_argparse(line: str) -> None:
    argv = line.split()
    assert short.read(argv) == by_argparse(argv)


@pytest.mark.parametrize(
    "line",
    [
        "--version",
        "-h",
        "--plain",
        "play -h",
        "play --seed x",
        "play --resume --new",
        "check",
        "no",
    ],
)
def test_help_and_mistakes_are_left_to_argparse(line: str) -> None:
    assert short.read(line.split()) is None
