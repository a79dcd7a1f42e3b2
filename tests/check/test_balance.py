from typing import Any

import pytest

from quiz.check.balance import counts, groups
from quiz.check.context import QuizContext
from tests.check.build import TODAY, build_quiz, choice, found

BRAND = {"kind": "short", "ask": "Under which name is it sold?", "accept": ["Spravato"]}
CLOZE = {
    "kind": "cloze",
    "ask": "Fill the blank.",
    "text": "It is sold as ___.",
    "blanks": [{"accept": ["Spravato"]}],
}
YEAR = {"kind": "number", "ask": "When was it approved?", "answer": 2019}
WHY = choice("Why is it used with care?", "Little is known of its long-term effects", "It is dear")


@pytest.mark.parametrize(
    ("key", "ask"),
    [
        (BRAND, "For which illness is Spravato meant?"),
        (YEAR, "Which country approved it in 2019?"),
        (YEAR | {"answer": 100}, "Which 100 countries approved it?"),
        (YEAR | {"answer": 2019.0}, "Which country approved it in 2019?"),
        (choice("How many came?", "100", "200"), "Why did 100 come?"),
        (CLOZE, "For which illness is Spravato meant?"),
        (WHY, "Whose job is it when little is known of long-term effects?"),
        (choice("Which form?", "Esketamine", "A pill"), "What is esketamine sold for?"),
    ],
)
def test_a_question_that_tells_the_answer_of_another(key: dict[str, Any], ask: str) -> None:
    passage = {
        "title": "A drug",
        "source": "Ours",
        "text": "It is a form, esketamine or Esketamine.",
    }
    evidence = {"evidence": "It is a form"}
    teller = choice(ask, "Yes", "No") | evidence
    (finding,) = found("answers-another", key | evidence, teller, passage=passage)
    assert (finding.question, finding.message.split()[-1]) == ("q2", "q1.")


@pytest.mark.parametrize(
    ("key", "ask"),
    [
        (BRAND, "For which illness is it meant?"),
        (YEAR, "Which country approved it in 2018?"),
        (YEAR | {"answer": 20}, "Which 20 countries approved it?"),
        (YEAR | {"answer": 1000.5}, "Which 1000 countries approved it?"),
        (choice("How many came?", "20", "30"), "Why did 20 come?"),
        (WHY, "Is little known of its long history?"),
        (choice("What happens?", "Accidents", "Sleep"), "What do accidents cost?"),
        (choice("What is it?", "A drug", "A car"), "What does a drug do?"),
    ],
)
def test_questions_that_tell_each_other_nothing(key: dict[str, Any], ask: str) -> None:
    assert not found("answers-another", key, choice(ask, "Yes", "No"))


def test_a_question_that_tells_several_answers_names_them_in_order() -> None:
    keys = [YEAR | {"answer": 1000 + n, "ask": f"Which year is it, {n}?"} for n in range(9)]
    told = ", ".join(str(1000 + n) for n in reversed(range(9)))
    (finding,) = found("answers-another", *keys, choice(f"What came in {told}?", "Yes", "No"))
    assert finding.message.endswith("q1, q2, q3, q4, q5, q6, q7, q8, q9.")


def test_questions_of_a_group_may_answer_each_other() -> None:
    teller = choice("For which illness is Spravato meant?", "Yes", "No")
    assert found("answers-another", BRAND, teller)
    assert not found("answers-another", BRAND | {"group": "g"}, teller | {"group": "g"})


def test_given_items_tell_and_wrong_options_do_not() -> None:
    order = {"kind": "order", "ask": "Sort.", "items": ["It is found", "2019 comes", "It is sold"]}
    assert found("answers-another", YEAR, order)
    assert not found("answers-another", YEAR, choice("When was it sold?", "2022", "2019"))


@pytest.mark.parametrize(("count", "told"), [(40, 40), (41, 0)])
def test_a_word_of_very_many_questions_tells_nothing(count: int, told: int) -> None:
    many = [choice(f"What is Spravato {n}?", "Yes", "No") for n in range(count)]
    rest = [choice(f"What is matter {n}?", "Yes", "No") for n in range(3 * count)]
    assert len(found("answers-another", BRAND, *many, *rest)) == told


def test_a_word_of_very_many_questions_tells_something_beside_a_rare_one() -> None:
    many = [choice(f"What is Spravato {n}?", "Yes", "No") for n in range(41)]
    teller = choice("Who sells the Spravato spray?", "Yes", "No")
    key = BRAND | {"accept": ["Spravato spray"]}
    (finding,) = found("answers-another", key, *many, teller)
    assert finding.question == "q43"


FORMS = {"pre": ["q1", "q2"], "post": ["q3", "q4"]}


@pytest.mark.parametrize(
    ("topics", "difficulties", "said"),
    [
        ("aabb", "eeee", ["topic a: 2 before and 0 after", "topic b: 0 before and 2 after"]),
        ("bbaa", "eeee", ["topic a: 0 before and 2 after; topic b: 2 before and 0 after"]),
        ("abab", "eehh", ["difficulty easy: 2 before and 0 after"]),
        ("abab", "uuee", ["difficulty unknown: 2 before and 0 after"]),
        ("abab", "eeuu", ["difficulty unknown: 0 before and 2 after"]),
        ("abab", "eheh", []),
        ("aaab", "eeee", []),
    ],
)
def test_forms_are_parallel(topics: str, difficulties: str, said: list[str]) -> None:
    names = {"e": "easy", "h": "hard", "u": None}
    questions = [
        {"topic": topic, "difficulty": names[difficulty]}
        for topic, difficulty in zip(topics, difficulties, strict=True)
    ]
    messages = found("forms-not-parallel", *questions, topics={"a": "A", "b": "B"}, forms=FORMS)
    assert len(messages) == bool(said)
    assert all(part in messages[0].message for part in said)


@pytest.mark.parametrize(
    ("skills", "said"),
    [
        ("uuau", []),
        ("uaua", []),
        ("uuaa", ["appraise: 0 before and 2 after", "understand: 2 before and 0 after"]),
    ],
)
def test_forms_ask_for_the_same_skills(skills: str, said: list[str]) -> None:
    names = {"u": "understand", "a": "appraise"}
    questions = [{"skill": names[skill]} for skill in skills]
    messages = found("forms-not-parallel", *questions, forms=FORMS)
    assert len(messages) == bool(said)
    assert all(part in messages[0].message for part in said)


def test_forms_of_another_size_are_not_parallel() -> None:
    forms = {"pre": ["q1"], "post": ["q2", "q3"]}
    (finding,) = found("forms-not-parallel", {}, {}, {}, forms=forms)
    assert "1 before and 2 after" in finding.message


def test_the_table() -> None:
    told = {"kind": "teach-back", "checklist": ["it"], "difficulty": None}
    quiz = build_quiz({}, {"difficulty": None, "group": "g"}, {"group": "g"}, told)
    table = counts(QuizContext(quiz, TODAY))
    assert table["topic"] == {"uses": 3}
    assert table["difficulty"] == {"easy": 2, "medium": 0, "hard": 0, "unknown": 1}
    assert table["kind"]["teach-back"] == 1
    assert list(table["skill"]) == ["access", "understand", "appraise", "apply"]
    assert groups(quiz.questions) == {"g": ("q2", "q3")}


@pytest.mark.parametrize(
    ("pre", "post", "hit"),
    [
        ("aabbcc", "aabbcc", False),
        ("aabbcc", "aabbca", False),
        ("aabc", "abcd", False),
        ("aabb", "abcd", True),
        ("abcd", "bbcc", True),
        ("aaabbbcccd" * 2, "aabbccdddd" * 2, True),
        ("aaaaabbbbbcccccddddd", "aaaaabbbbbbccccddddd", False),
        ("aaaaabbbbbcccccddddd", "aaaabbbbbbccccdddddd", False),
        ("aaaaaabbbbbcccccdddd", "aaaabbbbbbccccccdddd", True),
    ],
)
def test_many_small_differences_are_one_large_one(pre: str, post: str, hit: bool) -> None:
    questions = [{"topic": topic} for topic in pre + post]
    names = [f"q{n}" for n in range(1, len(questions) + 1)]
    forms = {"pre": names[: len(pre)], "post": names[len(pre) :]}
    topics = dict.fromkeys("abcd", "A topic")
    assert bool(found("forms-not-parallel", *questions, topics=topics, forms=forms)) is hit
