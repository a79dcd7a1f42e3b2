"""YAML to plain data: what words stand for, and where every value is."""

import pytest

from quiz.model.problem import ValuePath
from quiz.quizfile.document import Document
from quiz.quizfile.parsing import parse


def data(text: str) -> object:
    document = parse(text)
    assert document.whole
    assert not document.problems
    return document.data


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("7", 7),
        ("+7", 7),
        ("-7", -7),
        ("010", 10),
        ("123456789012345678", 123456789012345678),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1.5E-3", 0.0015),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("tRUE", "tRUE"),
        ("1:10", "1:10"),
        ("2019-03-05", "2019-03-05"),
        ("2026-11", "2026-11"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("0b11", "0b11"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        (".", "."),
        ("e3", "e3"),
        ("1234567890123456789", "1234567890123456789"),
        ("१२", "१२"),
        ("<<", "<<"),
        ("=", "="),
        ("'7'", "7"),
        ('"true"', "true"),
        ('"a\\tb\\u00e9"', "a\tbé"),
        ("'it''s'", "it's"),
    ],
)
def test_words(word: str, value: object) -> None:
    found = data(f"- {word}\n")
    assert found == [value]
    assert isinstance(found, list)
    assert type(found[0]) is type(value)


def test_texts_over_several_lines() -> None:
    text = "a: one\n  two\n\n  three\nb: |\n  one\n  two\nc: >-\n  one\n  two\n"
    assert data(text) == {"a": "one two\nthree", "b": "one\ntwo\n", "c": "one two"}


def test_shapes() -> None:
    assert data("a: [1, [2, {b: c}], {}]\nd:\n- e\n- - f\n") == {
        "a": [1, [2, {"b": "c"}], {}],
        "d": ["e", ["f"]],
    }


TEXT = """\
# first
title: Water
topics: {need: Why, care: [a, 'b']}
questions:
- id: one
  options:
  - {text: Ja, correct: true}
  -   - x
  empty: []
- {中文: "値", b: 2}
"""


def at(document: Document, path: ValuePath, *, at_key: bool = False) -> tuple[int, int]:
    line, column = document.place(path, at_key=at_key)
    return line, column


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("title",), (2, 8), (2, 1)),
        (("topics",), (3, 9), (3, 1)),
        (("topics", "care"), (3, 27), (3, 21)),
        (("topics", "care", 1), (3, 31), (3, 31)),
        (("questions",), (5, 1), (4, 1)),
        (("questions", 0), (5, 3), (5, 3)),
        (("questions", 0, "options", 0, "correct"), (7, 25), (7, 16)),
        (("questions", 0, "options", 1, 0), (8, 9), (8, 9)),
        (("questions", 0, "empty"), (9, 10), (9, 3)),
        (("questions", 1, "b"), (10, 16), (10, 13)),
        # what is missing is missing from where it should stand
        (("nothing",), (2, 1), (2, 1)),
        (("questions", 0, "nothing"), (5, 3), (5, 3)),
        (("questions", 7), (5, 1), (5, 1)),
        (("nothing", "title"), (2, 1), (2, 1)),
        (("questions", 0, "empty", 0), (9, 10), (9, 10)),
        (("title", 0), (2, 8), (2, 8)),
        (("title", "x"), (2, 8), (2, 8)),
        (("questions", "x"), (5, 1), (5, 1)),
    ],
)
def test_places(path: ValuePath, value: tuple[int, int], key: tuple[int, int]) -> None:
    document = parse(TEXT)
    assert at(document, path) == value
    assert at(document, path, at_key=True) in (key, value)
    if path and path[-1] != 0:
        assert at(document, path, at_key=True) == key


def test_nothing_has_the_first_place() -> None:
    assert at(parse(""), ("a",)) == (1, 1)


def test_a_key_that_stands_twice_is_told_with_the_line_of_the_first() -> None:
    (problem,) = parse("title: A\nneed:\n- one\n- two\nneed: none\n").problems
    assert (problem.line, problem.column) == (5, 1)
    assert problem.message == "need stands in line 2 already: keep one of them"
