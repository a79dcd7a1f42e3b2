"""The teacher's page without a script: steps, learners, and the questions at their own pace."""

import pytest

from quiz.engine.live_class import Step
from quiz.model.class_settings import Names, Pace
from tests.service.live import OPENED, right
from tests.web.browser import answer, shown
from tests.web.conftest import OpenClass


async def test_who_answered_is_told_from_who_is_waited_for(open_class: OpenClass) -> None:
    of = open_class(*OPENED, names=Names.OWN)
    teacher, ada, _ = await of.teacher(), await of.learner(), await of.learner()
    await answer(ada, right(of.room))
    told = shown(await teacher.get("/teach"))
    assert "1 of 2 answered, 1 still to answer. They answer." in told
    assert told.index("Ada 2") < told.index("Ada ✓ answered")


async def test_a_question_that_is_closed_is_explained_to_the_teacher(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    teacher, learner = await of.teacher(), await of.learner()
    await answer(learner, right(of.room))
    assert of.room.lesson.question(0).explain not in shown(await teacher.get("/teach"))
    of.step(Step.CLOSE)
    told = shown(await teacher.get("/teach"))
    assert of.room.lesson.question(0).explain in told
    assert "✓ right:" in told


@pytest.mark.parametrize(
    ("fields", "name", "hidden", "extra"),
    [
        ({"name": "Grace"}, "Grace", False, 0),
        ({"name": "<i>G</i>"}, "<i>G</i>", False, 0),
        ({"hide": "1"}, "Ada", True, 0),
        ({"seconds": "30"}, "Ada", False, 30),
        ({"seconds": "99999"}, "Ada", False, 3600),
    ],
)
async def test_a_learner_is_renamed_hidden_or_given_time(
    open_class: OpenClass, fields: dict[str, str], name: str, hidden: bool, extra: int
) -> None:
    of = open_class(*OPENED, names=Names.OWN, seconds=60)
    teacher, _ = await of.teacher(), await of.learner()
    assert "Rename" in shown(await teacher.get("/teach/learners/1"))
    assert (await teacher.post("/teach", data={"seat": "1", **fields})).status_code == 303
    (seat,) = of.room.seats
    assert (seat.name, seat.hidden, seat.extra_seconds) == (name, hidden, extra)
    assert seat.shown in shown(await teacher.get("/teach/learners/1"))


async def test_a_name_that_is_none_is_told(open_class: OpenClass) -> None:
    of = open_class()
    teacher, _ = await of.teacher(), await of.learner()
    response = await teacher.post("/teach", data={"seat": "1", "name": " "})
    assert (response.status_code, "name" in shown(response)) == (422, True)


async def test_the_page_of_a_learner_is_for_the_teacher(open_class: OpenClass) -> None:
    of = open_class()
    teacher, learner = await of.teacher(), await of.learner()
    assert (await learner.get("/teach/learners/1")).status_code == 404
    assert (await teacher.get("/teach/learners/2")).status_code == 404


async def test_at_their_own_pace_the_teacher_looks_at_any_question(open_class: OpenClass) -> None:
    of = open_class(Step.BEGIN, pace=Pace.OWN)
    teacher = await of.teacher()
    for number in ("1", "3", "99", "x"):
        told = shown(await teacher.get("/teach", params={"q": number}))
        at = {"3": 2, "99": of.room.state.of - 1}.get(number, 0)
        assert of.room.lesson.question(at).ask in told
