import pytest
from hypothesis import given

from quiz.exchange import aiken
from quiz.exchange.format import Loss, NotThatFormat
from quiz.model.question import Choice, Locate, Statement
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz
from tests.support.made_up import quizzes

TEA = Choice(id="", ask="Which?", options=(Option(text="tea", correct=True), Option(text="milk")))


@pytest.mark.parametrize(
    "text",
    [
        "Which?\nA) tea\nB) milk\nANSWER: A",
        "Which?\nA. tea\nB.milk\nANSWER:A\n",
        "\n  Which?\n\n\tA)\ttea\nx\nB) milk\n\nANSWER: Alpha",
        "Which?\nX) tea\nX) milk\nANSWER: A",
    ],
)
def test_a_question_is_read_as_moodle_reads_it(text: str) -> None:
    (entry,) = aiken.read(text).entries
    assert entry.question == TEA


def test_words_are_words_whatever_they_mean_to_html() -> None:
    (entry,) = aiken.read("<b>1 & 2?\nA) <i>\nB) &amp;\nANSWER: B").entries
    options = (Option(text="<i>"), Option(text="&amp;", correct=True))
    assert entry.question == Choice(id="", ask="<b>1 & 2?", options=options)


NO_END = "no line with ANSWER: and a letter ends it"
NO_KEY = "ANSWER: {} names no option: write the capital letter of the right one"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Which?\nA) tea\nANSWER: A", [(1, "it has fewer than two options")]),
        (
            "A) tea\nANSWER: A",
            [(1, "it stands below no question")] * 1 + [(2, "it stands below no question")],
        ),
        ("Which?\nA) tea\nB) milk", [(1, NO_END)]),
        ("Two\nlines?\nA) tea\nB) milk\nANSWER: A", [(1, NO_END), (2, "")]),
        ("Which?\nA) tea\nB) milk\nANSWER: C", [(1, NO_KEY.format("C"))]),
        ("Which?\nA) tea\nB) milk\nANSWER: b", [(1, NO_KEY.format("b"))]),
        ("Which?\nA) tea\nB) milk\nANSWER:", [(1, NO_KEY.format(""))]),
        (
            "Which?\na) tea\nb) milk\nANSWER: A",
            [(1, NO_END), (2, NO_END), (3, "it has fewer than two options")],
        ),
    ],
)
def test_what_is_broken_is_told_by_line_and_the_rest_is_read(
    text: str, told: list[tuple[int, str]]
) -> None:
    entries = aiken.read(f"{text}\n\nWhich?\nA) tea\nB) milk\nANSWER: A").entries
    assert entries[-1].question == TEA or told[-1][1] == NO_END
    assert [(entry.line, entry.refused) for entry in entries[: len(told)]] == told


def test_a_file_with_too_many_questions_is_refused() -> None:
    with pytest.raises(NotThatFormat, match="more than 10,000 questions"):
        aiken.read("Which?\n" * 10_003)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Which?\nA) tea\nB) milk\n\nANSWER: B", True),
        ("Which?\nA. tea\nB. milk\nANSWER:B\n", True),
        ("Which?{=tea}", False),
        ("A) tea\nB) milk\nThe ANSWER: B", False),
        ("", False),
    ],
)
def test_an_aiken_file_is_known_by_what_is_in_it(text: str, known: bool) -> None:
    assert aiken.FORMAT.recognizes(text) is known


@given(quizzes())
def test_stems_options_and_keys_of_choices_come_back_and_all_else_is_told(quiz: Quiz) -> None:
    exported = aiken.write(quiz)
    entries = aiken.read(exported.data.decode()).entries
    left_out = {loss.question for loss in exported.losses if loss.what.startswith("all of it")}
    kept = [one for one in quiz.questions if one.id not in left_out]
    assert len(entries) == len(kept)
    for question, entry in zip(kept, entries, strict=True):
        assert isinstance(entry.question, Choice)
        assert isinstance(question, Choice | Statement | Locate)
        assert entry.question.ask == " ".join(question.ask.split())
        if not isinstance(question, Locate):
            assert [(one.text, one.correct) for one in entry.question.options] == [
                (" ".join(one.text.split()), one.correct) for one in question.options
            ]
        (key,) = (one.text for one in entry.question.options if one.correct)
        assert not isinstance(question, Locate) or key in question.quotes
        assert Loss(question.id, "its explanation") in exported.losses


def test_what_could_not_be_read_back_is_left_out_and_told(ketamine: Quiz) -> None:
    exported = aiken.write(ketamine)
    assert exported.data.decode().startswith(
        "How did ketamine first come into use?\nA) As a treatment for depression\n"
        "B) As an anesthetic in medical care\n"
    )
    told = [loss.what for loss in exported.losses if loss.question == "medical-uses"]
    assert told[-1] == "all of it: Aiken holds questions with one right option alone"
    assert len(aiken.read(exported.data.decode()).entries) == sum(
        one.kind in {"choice", "statement", "locate"} for one in ketamine.questions
    )
