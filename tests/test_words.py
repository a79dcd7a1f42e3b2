"""One word for one thing, wherever a person reads it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "questions/README.md")),
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / "docs/how-to").glob("*.md"),
    *(ROOT / "docs/reference").glob("*.md"),
    *(ROOT / "share").rglob("*.1"),
    *(ROOT / "src/quiz").rglob("*.html"),
]
FORBIDDEN = re.compile(
    r"\b[Tt]ick(s|ed|ing)?\b|\b[Gg]aps?\b|[Nn]ot marked|\bmarked (right|wrong)\b|teacher marks"
    r"|(?<!quotation )(?<!same )\bmarks\b|[Ss]ure,? and not right|All that go together"
    r"|asked (before|after) teaching$|one more go\b"
    r"|does the passage say of this|\bAs of \d"
)
"""What is called otherwise: check, blank, graded, points, sure but wrong, full quiz, pretest."""


def shown_texts(module: Path) -> Iterator[str]:
    """Yield the texts that a module may show: strings, but for documentation and other names."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    unseen = {
        id(name)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "other_names"
        for name in ast.walk(node.value)
    } | {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in unseen:
            yield text


@pytest.mark.parametrize(
    "folder", ["commands", "engine", "paper", "plain", "report", "service", "tui"]
)
def test_what_the_program_says_has_one_word_for_one_thing(folder: str) -> None:
    modules = (ROOT / "src/quiz" / folder).rglob("*.py")
    found = [text for module in modules for text in shown_texts(module)]
    assert found
    assert [text for text in found if FORBIDDEN.search(text)] == []


def test_what_people_read_has_one_word_for_one_thing() -> None:
    lines = [line for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if FORBIDDEN.search(line)] == []
