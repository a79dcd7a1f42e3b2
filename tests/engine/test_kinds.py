"""How many files a kind of question is named in: those that a new one is added to."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import quiz
from quiz.engine import kinds
from quiz.model import question

SOURCE = Path(quiz.__file__).parent
CONTRIBUTING = SOURCE.parents[1] / "CONTRIBUTING.md"
MOST = 12
MEAN_MORE = {"choices", "number"}
"""Kinds whose names stand for other things as well."""


def naming(kind: str) -> set[str]:
    """Return the files that name a kind, its class, or that of its answer or of its widget.

    Beside them, each format of another program says how it holds a kind, and each kind of draft is
    of one.
    """
    name = question.KINDS[kind].__name__
    classes = {name, f"{name}Answer", f"{name}Kind", f"{name}Widget"}
    files = (file for file in SOURCE.rglob("*.py") if _names(file, kind, classes))
    names = {str(file.relative_to(SOURCE)) for file in files}
    return {name for name in names if not name.startswith(("exchange/", "drafting/"))}


def _names(file: Path, kind: str, classes: set[str]) -> bool:
    """Return whether a file names a class, but for those of other modules such as `re.Match`."""
    for node in _nodes(file):
        match node:
            case ast.Name(id=word) | ast.alias(name=word) | ast.ClassDef(name=word):
                if word in classes:
                    return True
            case ast.Constant(value=word) if word == kind and kind not in MEAN_MORE:
                return True
    return False


@cache
def _nodes(file: Path) -> tuple[ast.AST, ...]:
    kept = ast.Name | ast.alias | ast.ClassDef | ast.Constant
    return tuple(node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, kept))


def test_there_is_one_of_each_name() -> None:
    assert list(kinds.KINDS) == list(question.KINDS)


@pytest.mark.parametrize("name", question.KINDS)
def test_few_files_name_a_kind(name: str) -> None:
    assert len(naming(name)) <= MOST


def test_the_guide_lists_the_files_that_name_a_kind() -> None:
    text = CONTRIBUTING.read_text().split("## Add a kind of question")[1].split("\n## ")[0]
    listed = set(re.findall(r"`src/quiz/([\w/]+\.py)`", text))
    assert listed == naming("order")
