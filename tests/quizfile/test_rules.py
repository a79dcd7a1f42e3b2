"""What is wrong between the parts of a quiz, of which some could not be read."""

from typing import Any

import pytest

from quiz.model.quiz import Forms
from quiz.quizfile.rules import Parts, judge

NOTHING: dict[str, Any] = dict.fromkeys(
    ("language", "topics", "passage", "claims", "forms"), None
) | {"questions": {}}


@pytest.mark.parametrize(
    ("ids", "at"),
    [
        (["a", "b"], []),
        (["a", "b", "a"], [2]),
        ([None, "a", 7, "a", None, "a"], [3, 5]),
    ],
)
def test_an_id_stands_once(ids: list[object], at: list[int]) -> None:
    faults = list(judge(Parts(**NOTHING | {"ids": ids})))
    assert [fault.path for fault in faults] == [("questions", index, "id") for index in at]


def test_a_form_may_name_a_question_that_could_not_be_read() -> None:
    forms = Forms(pre=("a", "b"), post=("c", "d"))
    (fault,) = judge(Parts(**NOTHING | {"ids": ["a", None, "b", "c"], "forms": forms}))
    assert fault.path == ("forms", "post", 1)
    assert fault.message.startswith("no question has the id d")
