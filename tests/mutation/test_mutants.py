"""What is changed in a source, and what is left alone."""

import pytest

from tests.mutation.mutants import mutants


def changed(source: str) -> list[str]:
    return [one.applied(source).strip() for one in mutants(source, "src/quiz/model/x.py")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["a <= b"]),
        ("(a) not  in (b)", ["(a) in (b)"]),
        ("a == b is c", ["a != b is c", "a == b is not c"]),
        ("a and b and c", ["a or b and c", "a and b or c"]),
        ("(a + b) * c", ["(a - b) * c", "(a + b) / c"]),
        ("a += b", ["a -= b"]),
        ("x = not a", ["x = (a)"]),
        ("x = 2.5", ["x = 3.5"]),
        ("x = True", ["x = False"]),
        ("x = 'as'", ["x = 'XXasXX'"]),
        ("é = min(b)", ["é = max(b)"]),
        ("x = a.lstrip()", ["x = a.rstrip()"]),
        ("x = sorted(a)", ["x = list(a)"]),
        ("f(a)", ["pass"]),
        ("while a:\n    break", ["while not (a):\n    break", "while a:\n    continue"]),
        ("x = [a for a in b if a.c]", ["x = [a for a in b if not (a.c)]"]),
        ("x = a if f(a) else b", ["x = a if not (f(a)) else b"]),
        (
            "match a:\n    case b if c:\n        pass\n    case _:\n        pass",
            [
                "match a:\n    case b if not (c):\n        pass\n    case _:\n        pass",
                "match a:\n    case b if c:\n        pass\n    case _ if False:\n        pass",
            ],
        ),
        ("def f():\n    yield a", ["def f():\n    yield from ()"]),
        ("def f(a=1): ...", ["def f(a=2): ..."]),
        ("if a == b:\n    raise c", ["if a != b:\n    raise c", "if a == b:\n    pass"]),
        (
            r'x = rf"\b{a}(?!b)c+$"',
            [
                r'x = rf"{a}(?!b)c+$"',
                r'x = rf"\b{a}(?=b)c+$"',
                r'x = rf"\b{a}(?!b)c*$"',
                r'x = rf"\b{a}(?!b)c+"',
            ],
        ),
        ("x = f(a, re.IGNORECASE)", ["x = f(a, re.NOFLAG)"]),
        (
            '@rule("id", what="It is bad.", english=True)\ndef f(): ...',
            [
                "@rule('XXidXX', what=\"It is bad.\", english=True)\ndef f(): ...",
                '@rule("id", what="It is bad.", english=False)\ndef f(): ...',
            ],
        ),
    ],
)
def test_one_thing_is_changed(source: str, expected: list[str]) -> None:
    assert changed(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "class A:\n    b: Literal['c']\n    'A string under a field.'",
        "def f(a: 'B') -> 'C':\n    'It says what it does.'",
        "A = B | None",
        "isinstance(a, Choice | Choices)",
        "x = 'Not quite'",
        "x = f'{a} of 3'",
        "x = zip(a, b, strict=True)",
        "@dataclass(frozen=True)\nclass A: ...",
        "__slots__ = ('a', 'b')",
        "__all__ = ['a']",
        "if TYPE_CHECKING:\n    x = 1",
        "x = cast('A', a)",
    ],
)
def test_what_no_test_should_hold_is_left_alone(source: str) -> None:
    assert [one for one in changed(source) if one != "pass"] == []


def test_a_name_tells_equal_changes_apart_and_outlives_a_move() -> None:
    source = "class A:\n    def f(self):\n        return a + b + c\n"
    expected = ["model.x.A.f: + -> -", "model.x.A.f: + -> - #2"]
    for moved in (source, f"\n\nx = a\n{source}"):
        assert [one.name for one in mutants(moved, "src/quiz/model/x.py")] == expected


def test_a_change_outside_of_functions_is_named_for_what_it_defines() -> None:
    assert [one.name for one in mutants("A, B = 1, 1", "src/quiz/model/x.py")] == [
        "model.x.A, B: 1 -> 2",
        "model.x.A, B: 1 -> 2 #2",
    ]
