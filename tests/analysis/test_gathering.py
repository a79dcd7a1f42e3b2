"""Gathering what a class handed in: which result counts, and what is said of the others."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from quiz.analysis.class_report import Issue, IssueKind
from quiz.analysis.gathering import Expected, Gathered, Received, gather
from quiz.analysis.learner import learner
from quiz.analysis.wording import ISSUES
from quiz.engine.redaction import redact
from quiz.model.answer import Answer, ChoiceAnswer, LocateAnswer, TypedAnswer
from quiz.model.question import Choice, Locate
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz
from quiz.model.submission import Reply, Submission
from tests import handed_in
from tests.handed_in import NOON
from tests.service.sample import RIGHT, rivers

BANK = rivers()


def hand_in(
    learner: str = "Ada", answers: Mapping[str, Answer] | None = None, **other: object
) -> Submission:
    """Return what a learner hands in, by default the right answer to every question."""
    return handed_in.hand_in(BANK, learner, RIGHT if answers is None else answers, **other)


def gathered(*submissions: Submission, quiz: Quiz = BANK, **expected: object) -> Gathered:
    received = [Received(f"{place}.json", one) for place, one in enumerate(submissions)]
    return gather(quiz, received, Expected(**expected))  # type: ignore[arg-type]


def told(issues: Iterable[Issue]) -> list[tuple[IssueKind, str | None, str | None]]:
    return [(issue.kind, issue.source, issue.learner) for issue in issues]


def test_each_answer_is_marked_by_the_key() -> None:
    wrong = RIGHT | {"source": ChoiceAnswer(frozenset({1})), "season": TypedAnswer(("winter",))}
    del wrong["length"]
    (submission,) = gathered(hand_in(answers=wrong)).submissions
    fractions = {name: one.fraction if one else None for name, one in submission.answers.items()}
    assert fractions["source"] == 0
    assert fractions["season"] == 0
    assert fractions["length"] is None
    assert fractions["passes"] == fractions["floods"] == fractions["mud"] == 1
    assert fractions["tell"] == 0
    marked = submission.answers["source"]
    assert marked
    assert marked.answer == ChoiceAnswer(frozenset({1}))


@pytest.mark.parametrize(("text", "points"), [("sumer", 0), ("winter", -6), ("summer", 3)])
def test_where_only_the_spelling_failed_being_sure_costs_nothing(text: str, points: int) -> None:
    handed = hand_in(answers={"season": TypedAnswer((text,))})
    sure = {name: replace(reply, certainty=3) for name, reply in handed.replies.items()}
    (submission,) = gathered(replace(handed, replies=sure)).submissions
    found = learner(submission, {one.id: one for one in BANK.scored})
    assert (found.certainty_points or 0, found.right) == (points, text == "summer")


def test_scripts_stand_by_name_and_nothing_is_said_of_what_fits() -> None:
    found = gathered(hand_in("bo"), hand_in("Ada"), hand_in("  Cy  "))
    assert [submission.learner for submission in found.submissions] == ["Ada", "bo", "Cy"]
    assert found.issues == ()


def test_the_first_result_of_a_learner_counts_and_the_other_is_said() -> None:
    first = hand_in("ada", {}, ended=NOON + timedelta(hours=1))
    second = hand_in("ADA ", RIGHT, ended=NOON + timedelta(hours=3))
    third = hand_in(
        "Ada", {"source": ChoiceAnswer(frozenset({1}))}, ended=NOON + timedelta(hours=2)
    )
    found = gathered(first, second, third)
    (submission,) = found.submissions
    assert submission.answers["source"]
    assert submission.answers["source"].fraction == 0
    assert told(found.issues) == [
        (IssueKind.SECOND_RESULT, "0.json", "Ada"),
        (IssueKind.SECOND_RESULT, "1.json", "Ada"),
    ]
    assert found.issues[1].detail == (
        "It came on November 30, 2026, 3:00 PM with 8 answers, "
        "the first one on November 30, 2026, 2:00 PM with 1 answer."
    )


def test_which_is_first_does_not_follow_from_the_order_of_the_files() -> None:
    early, late = hand_in(), hand_in(answers={}, ended=NOON + timedelta(days=1))
    assert gathered(early, late).submissions == gathered(late, early).submissions


def test_the_same_file_twice_is_said_to_be_that() -> None:
    found = gathered(hand_in(), hand_in())
    assert [issue.detail for issue in found.issues] == ["It is the same result once more."]
    assert found.issues[0].source == "1.json"


def test_before_and_after_are_two_scripts_of_one_learner() -> None:
    found = gathered(hand_in("Ada", form="post"), hand_in("ADA", form="pre"))
    assert {(submission.learner, submission.form) for submission in found.submissions} == {
        ("Ada", "post"),
        ("Ada", "pre"),
    }
    assert found.issues == ()


@pytest.mark.parametrize(
    ("other", "expected", "kind"),
    [
        ({"quiz": "tea"}, {}, IssueKind.OTHER_QUIZ),
        ({"assignment": "f" * 16}, {"only": frozenset({"0" * 16})}, IssueKind.OTHER_ASSIGNMENT),
        ({"form": "pre"}, {"form": "post"}, IssueKind.OTHER_FORM),
        ({}, {"form": "post"}, IssueKind.OTHER_FORM),
        ({"asked": ("0" * 16,), "replies": {}}, {}, IssueKind.OTHER_VERSION),
    ],
)
def test_what_the_report_is_not_about_is_listed(
    other: dict[str, object], expected: dict[str, object], kind: IssueKind
) -> None:
    found = gathered(hand_in(**other), **expected)  # type: ignore[arg-type]
    assert found.submissions == ()
    assert told(found.issues) == [(kind, "0.json", "Ada")]


def edited(version: int) -> Quiz:
    """Return the quiz with its first question asked in other words."""
    first = replace(BANK.questions[0], ask="Where does the Danube rise?")
    return replace(BANK, version=version, questions=(first, *BANK.questions[1:]))


def test_answers_to_questions_that_are_unchanged_still_count() -> None:
    same_version = gathered(hand_in(), quiz=edited(1))
    (submission,) = same_version.submissions
    assert set(submission.answers) == {question.id for question in BANK.questions[1:]}
    assert told(same_version.issues) == [(IssueKind.CHANGED_QUESTION, "0.json", "Ada")]
    assert same_version.issues[0].detail == "7 of 8 questions are unchanged."
    other_version = gathered(hand_in(), quiz=edited(2))
    assert other_version.submissions == same_version.submissions
    assert [issue.detail for issue in other_version.issues] == [
        "It is version 1; this is version 2. 7 of 8 questions are unchanged."
    ]


def test_a_new_key_marks_old_answers() -> None:
    first = BANK.questions[0]
    assert isinstance(first, Choice)
    options = (replace(first.options[0], correct=False), replace(first.options[1], correct=True))
    mended = replace(first, options=(*options, *first.options[2:]))
    found = gathered(hand_in(), quiz=replace(BANK, questions=(mended, *BANK.questions[1:])))
    marked = found.submissions[0].answers["source"]
    assert marked
    assert marked.fraction == 0
    assert found.issues == ()


def test_options_in_another_order_are_still_the_same_options() -> None:
    first = BANK.questions[0]
    assert isinstance(first, Choice)
    turned = replace(first, options=first.options[::-1])
    found = gathered(hand_in(), quiz=replace(BANK, questions=(turned, *BANK.questions[1:])))
    marked = found.submissions[0].answers["source"]
    assert marked
    assert marked.answer == ChoiceAnswer(frozenset({2}))
    assert marked.fraction == 1


@pytest.mark.parametrize(
    "answer", [LocateAnswer(3), ChoiceAnswer(frozenset({99})), TypedAnswer(("a", "b"))]
)
def test_an_answer_that_is_none_counts_as_empty_and_is_said(answer: Answer) -> None:
    mark = redact(BANK.questions[0], BANK.passage).id
    made = hand_in()
    replies = {**made.replies, mark: Reply(answer=answer, at=NOON)}
    found = gathered(replace(made, replies=replies))
    assert found.submissions[0].answers["source"] is None
    assert [(issue.kind, issue.detail) for issue in found.issues] == [
        (IssueKind.UNFIT_ANSWER, "It is answer 1.")
    ]


def test_a_sentence_of_an_edited_passage_does_not_count() -> None:
    passage = replace(BANK.passage, text="Mud then covers the fields.\n\n" + BANK.passage.text)
    found = gathered(hand_in(), quiz=replace(BANK, passage=passage))
    assert any(isinstance(question, Locate) for question in BANK.questions)
    assert "mud" not in found.submissions[0].answers


def test_who_is_late_counts_and_is_said() -> None:
    until = {"0123456789abcdef": NOON - timedelta(minutes=1)}
    found = gathered(hand_in(), hand_in("Bo", ended=NOON - timedelta(minutes=1)), until=until)
    assert len(found.submissions) == 2
    assert told(found.issues) == [(IssueKind.LATE, "0.json", "Ada")]
    assert found.issues[0].detail == (
        "It came on November 30, 2026, 12:00 PM, and the end was on November 30, 2026, 11:59 AM."
    )


def test_a_roster_tells_who_is_missing_and_who_is_a_stranger() -> None:
    found = gathered(
        hand_in("ada  LOVELACE"), hand_in("Eve"), roster=("Ada Lovelace", "7 B", "Cy", "cy")
    )
    assert [submission.learner for submission in found.submissions] == ["Ada Lovelace", "Eve"]
    assert told(found.issues) == [
        (IssueKind.NOT_ON_ROSTER, "1.json", "Eve"),
        (IssueKind.NO_RESULT, None, "7 B"),
        (IssueKind.NO_RESULT, None, "Cy"),
    ]
    assert told(gathered(hand_in("7b"), roster=("7 B",)).issues) == []


def test_who_is_missing_is_said_of_each_form() -> None:
    found = gathered(
        hand_in("Ada", form="pre"),
        hand_in("Ada", form="post"),
        hand_in("Bo", form="post"),
        roster=("Ada", "Bo", "Cy"),
    )
    assert [(issue.learner, issue.form, issue.detail) for issue in found.issues] == [
        ("Bo", "pre", "It is about the pretest."),
        ("Cy", "pre", "It is about the pretest."),
        ("Cy", "post", "It is about the posttest."),
    ]


def test_without_any_result_everybody_is_missing() -> None:
    assert [issue.learner for issue in gathered(roster=("Ada", "Bo")).issues] == ["Ada", "Bo"]


def test_there_are_words_for_every_cause() -> None:
    assert ISSUES.keys() == set(IssueKind)


def test_a_hostile_name_is_cleaned() -> None:
    (submission,) = gathered(hand_in("\x1b[31mAda\u202e")).submissions
    assert submission.learner == "\ufffd[31mAda\ufffd"


def test_an_option_that_was_reworded_is_another_question() -> None:
    first = BANK.questions[0]
    assert isinstance(first, Choice)
    reworded = replace(first, options=(Option(text="The Alps", correct=True), *first.options[1:]))
    found = gathered(hand_in(), quiz=replace(BANK, questions=(reworded, *BANK.questions[1:])))
    assert "source" not in found.submissions[0].answers
