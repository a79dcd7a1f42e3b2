"""What breaks YAML is said in plain words, where it stands."""

import pytest

from quiz.quizfile.parsing import parse

BEHIND = "a space is missing after the colon: write"
INDENTED = "this line begins further right than the key above it"
IN_TEXT = "a colon with a space after it stands in the text"


@pytest.mark.parametrize(
    ("text", "spot", "words"),
    [
        ("a:1\n  b: 2\n", (1, 3), f"{BEHIND} `a: ...`"),
        ("a:1\n\n \n  b: 2\n", (1, 3), f"{BEHIND} `a: ...`"),
        ("x: 1\na:1\n  b: 2", (2, 3), f"{BEHIND} `a: ...`"),
        ("a: 1\nb:2", (2, 3), f"{BEHIND} `b: ...`"),
        ("a: 1\nb:2\nc: 3\n", (2, 3), f"{BEHIND} `b: ...`"),
        ("a: 1\njust words and b:2\n", (2, 1), "the text of `a` goes on here"),
        ("say a:b\n b: 2\n", (2, 2), INDENTED),
        ("a: 1\n  b: 2\n", (2, 3), INDENTED),
        ("a: b: c\n", (1, 5), IN_TEXT),
        ("- {a: b: c}\n", (1, 8), ""),
        ("a: [b\n", (1, 4), "the list that begins with [ here is never closed"),
        ("a: [b]]\n", (1, 7), "one ] too many stands here"),
        ('a: "b\n', (1, 4), "the quotation mark here is never closed"),
        ('a: "\\xZZ"\n', (1, 7), "a backslash needs another before it"),
        ('a: "\\q"\n', (1, 5), "a backslash needs another before it"),
        ("a:\n  - b\n  c: d\n", (3, 3), "this does not fit the lines above"),
        ("a: \tb\n\tc: 1\n", (2, 1), "a tab stands here"),
        ("\tc: 1\n", (1, 1), "a tab stands here"),
    ],
)
def test_what_is_said_of_it(text: str, spot: tuple[int, int], words: str) -> None:
    (problem,) = parse(text).problems
    assert (problem.line, problem.column) == spot
    assert problem.message.startswith(words)
