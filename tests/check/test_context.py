"""A quiz as the rules read it."""

import pytest

from quiz.check.context import ItemContext, QuizContext
from quiz.check.coverage import low_coverage
from quiz.model.question import Choice, Choices
from quiz.model.question_parts import Option
from tests.check.build import TODAY, build_quiz, item


def option(right: bool) -> Option:
    return Option(text="It is so", correct=right, why=None if right else "No.")


def with_options(kind: type[Choice | Choices], *right: bool) -> ItemContext:
    context = QuizContext(build_quiz(), TODAY)
    asked = context.items[0].question
    question = kind(
        id="a",
        topic=asked.topic,
        skill=asked.skill,
        ask=asked.ask,
        explain=asked.explain,
        options=tuple(map(option, right)),
    )
    return ItemContext(context, 0, question)


@pytest.mark.parametrize(
    ("kind", "right", "key"),
    [
        (Choice, (True, False, False), 0),
        (Choice, (False, False, True), 2),
        (Choice, (True, True, False), None),
        (Choice, (False, False), None),
        (Choices, (True, True), None),
    ],
)
def test_the_key_is_the_one_right_option(
    kind: type[Choice | Choices], right: tuple[bool, ...], key: int | None
) -> None:
    assert with_options(kind, *right).key == key


def test_names_are_written_with_a_capital_inside_a_sentence() -> None:
    text = "Tea came to Rome, so Athens drank it; Paris too. Also FDA, an Xr and MacDonald."
    passage = {"title": "Tea", "source": "Ours", "text": text}
    context = QuizContext(build_quiz({"evidence": "Tea came"}, passage=passage), TODAY)
    assert context.names == {"rome", "athens", "paris"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("hot in summer", True),
        ("They are hot in summers", True),
        ("summer", False),
        ("hot winters", False),
        ("cold drinks", False),
    ],
)
def test_what_the_passage_states(text: str, states: bool) -> None:
    passage = {"title": "Tea", "source": "Ours", "text": "Tea is hot in summer. Drinks are cold."}
    context = QuizContext(build_quiz({"evidence": "Tea is hot"}, passage=passage), TODAY)
    assert context.states(text) is states


def asking(*asks: str) -> QuizContext:
    return QuizContext(build_quiz(*({"ask": ask} for ask in asks), title="A cup of tea"), TODAY)


@pytest.mark.parametrize(
    ("milk", "other", "named"), [(3, 0, False), (4, 0, True), (4, 12, True), (4, 13, False)]
)
def test_a_word_is_one_of_the_topic_where_a_quarter_of_the_questions_has_it(
    milk: int, other: int, named: bool
) -> None:
    context = asking(*["Is there milk?"] * milk, *["Is it late?"] * other)
    assert {"cup", "tea", "drug"} <= context.topic_words
    assert ("milk" in context.topic_words) is named


EVERYTHING = {
    "note": {"text": "A note.", "as_of": "2026-11", "source": "The label"},
    "hint": "A hint.",
    "explain": "Because.",
}


@pytest.mark.parametrize(
    ("fields", "asks"),
    [
        ({"kind": "short", "accept": ["anesthetic"]}, ["ask"]),
        (
            {"kind": "cloze", "text": "It is an ___.", "blanks": [{"accept": ["anesthetic"]}]},
            ["ask", "text"],
        ),
        (
            {"kind": "order", "items": ["One", "Two", "Six"]},
            ["ask", "items.0", "items.1", "items.2"],
        ),
        (
            {
                "kind": "match",
                "pairs": [{"left": "A", "right": "B"}, {"left": "C", "right": "D"}],
                "spare": {"text": "E", "why": "No."},
            },
            ["ask", "pairs.0.left", "pairs.1.left"],
        ),
    ],
)
def test_what_is_read_before_the_answer_and_after(
    fields: dict[str, object], asks: list[str]
) -> None:
    read = item(**fields, **EVERYTHING)
    assert [".".join(map(str, path[2:])) for path, _ in read.asks] == asks
    after = [(".".join(map(str, path[2:])), text) for path, text in read.explanations]
    assert [one for one in after if "spare" not in one[0]] == [
        ("explain", "Because."),
        ("note.text", "A note."),
    ]


def test_unless_more_is_said_no_coverage_is_asked_for() -> None:
    assert list(low_coverage.look(QuizContext(build_quiz(), TODAY))) == []
    assert list(low_coverage.look(QuizContext(build_quiz(), TODAY, min_coverage=1)))


def test_texts_outside_of_questions() -> None:
    note = EVERYTHING["note"]
    context = QuizContext(build_quiz(know=[note]), TODAY)
    assert [path for path, _ in context.prose] == [
        ("title",),
        ("topics", "uses"),
        ("passage", "title"),
        ("passage", "text"),
        ("know", 0, "text"),
    ]
