"""Who writes what a message says to write gets a quiz that says what was meant."""

import pytest

from quiz.model.problem import Problem, UnreadableQuiz
from quiz.model.question import Choice, Question
from quiz.quizfile.reader import read_bytes

BEGINNING = """\
schema: 1
id: cats
title: Cats
topics: {sound: How they sound, care: What they need}
passage: {title: Cats, source: Our own, text: Cats purr.}
questions:
- id: one
"""
END = """\
  skill: access
  ask: What do cats do?
  evidence: Cats purr
  explain: They purr.
"""
LIST = "  topic: sound\n  kind: short\n  accept: {}\n"
NUMBER = "  topic: sound\n  kind: number\n  answer: {}\n"
ITEMS = "  topic: sound\n  kind: order\n  items: {}\n"


def question(fields: str) -> Question:
    """Return the one question that these fields make."""
    (made,) = read_bytes((BEGINNING + fields + END).encode(), "quiz.yaml").questions
    return made


def problems(fields: str) -> tuple[Problem, ...]:
    """Return what is wrong with them."""
    with pytest.raises(UnreadableQuiz) as caught:
        question(fields)
    return caught.value.problems


@pytest.mark.parametrize(
    "case",
    [
        *(
            (LIST, f"[{word}]", f'to make it a text, write "{word}"', f'["{word}"]', "accept", word)
            for word in (
                *("7", "007", "0800", "1.50", "1e3", "+1", "-0", ".5", "5."),
                *("true", "TRUE", "False", "null", "~"),
            )
        ),
        (LIST, "[1,200]", 'write "1,200" in quotation marks', '["1,200"]', "accept", "1,200"),
        (LIST, "[1,200,300]", 'write "1,200,300" in quot', '["1,200,300"]', "accept", "1,200,300"),
        (LIST, "[2,5]", 'write "2,5" in quotation', '["2,5"]', "accept", "2,5"),
        (LIST, "[2,5]", 'else "2", "5"', '["2", "5"]', "accept", "2"),
        (
            *(LIST, "[over 1,200]", 'write "over 1,200" in quotation', '["over 1,200"]'),
            *("accept", "over 1,200"),
        ),
        (NUMBER, '"20"', "write 20 without quotation marks", "20", "answer", 20),
        (NUMBER, "'2.50'", "write 2.50 without quotation marks", "2.50", "answer", 2.5),
        *(
            (NUMBER, f"{minus}5", "write -5:", "-5", "answer", -5)
            for minus in "\u2212\u2013\u2014\u2010\u2011"
        ),
        (NUMBER, "\u2212 5", "write -5:", "-5", "answer", -5),
        (NUMBER, "1,200", "write 1200:", "1200", "answer", 1200),
        (NUMBER, "1,200,000.5", "write 1200000.5:", "1200000.5", "answer", 1200000.5),
        (NUMBER, "1 200", "write 1200:", "1200", "answer", 1200),
        (NUMBER, "2,5", "write 2.5:", "2.5", "answer", 2.5),
        (NUMBER, "\uff12\uff10", "write 20:", "20", "answer", 20),
        (
            *(NUMBER, "20 mg", 'write 20 alone; what it counts stands below, as `unit: "mg"`'),
            *('20\n  unit: "mg"', "unit", "mg"),
        ),
        (
            NUMBER,
            "5%",
            'write 5 alone; what it counts stands below, as `unit: "%"`',
            "5",
            "answer",
            5,
        ),
        (NUMBER, "twenty", "write a number, in digits, such as 20 or 0.5", "20", "answer", 20),
        (NUMBER, "1/2", "write a number, in digits, such as 20 or 0.5", "0.5", "answer", 0.5),
        *(
            (
                *(ITEMS, f"\n    {mark}lie\n    {mark}sit", "a hyphen and a space: `- lie`"),
                *("\n    - lie\n    - sit", "items", "lie"),
            )
            for mark in ("-", "– ", "—", "• ", "•", "· ", "1. ", "1) ")
        ),
        (
            *("  kind: short\n  accept: [a]\n  topic: {}\n", "What they need", "did you mean care"),
            *("care", "topic", "care"),
        ),
        (
            *("  kind: short\n  accept: [a]\n  topic: {}\n", "how they sounds", "mean sound,"),
            *("sound", "topic", "sound"),
        ),
        (
            "  kind: short\n  accept: [a]\n  topic: {}\n",
            "soundd",
            "mean sound?",
            "sound",
            "topic",
            "sound",
        ),
    ],
)
def test_a_value(case: tuple[str, str, str, str, str, object]) -> None:
    form, written, message, mended, name, value = case
    assert any(message in problem.message for problem in problems(form.format(written)))
    found = getattr(question(form.format(mended)), name)
    assert value in (found, found[0] if isinstance(found, tuple) else None)


@pytest.mark.parametrize(
    ("written", "advice", "value"),
    [
        ("yes", "write true", True),
        ("No", "write false", False),
        ('"true"', "write true without quotation marks", True),
    ],
)
def test_a_truth_value(written: str, advice: str, *, value: bool) -> None:
    fields = (
        "  topic: sound\n  kind: choice\n  options:\n  - {text: purr, correct: true}\n"
        "  - {text: bark, why: Dogs do.}\n"
    )
    (problem,) = problems(f"{fields}  shuffle: {written}\n")
    assert problem.message == advice
    mended = question(f"{fields}  shuffle: {advice.split()[1]}\n")
    assert isinstance(mended, Choice)
    assert mended.shuffle is value


def test_each_number_of_a_list_is_told_once() -> None:
    found = problems(LIST.format("[1,200, 1,300, 7, 1 400, about 5,000]"))
    assert [problem.where[-3:] for problem in found] == ["[0]", "[2]", "[4]", "[7]"]
