"""Coming into a class, coming back, and going on with another device."""

import pytest

from quiz.engine.live_class import Step
from quiz.model.class_settings import Names
from tests.web.browser import shown
from tests.web.conftest import OpenClass


async def test_the_page_to_join_brings_the_code_of_the_link(open_class: OpenClass) -> None:
    of = open_class()
    browser = of.browser()
    page = await browser.get(f"/j/{of.room.code}")
    assert f'value="{of.room.code}"' in page.text
    assert 'name="name"' not in page.text


async def test_a_learner_joins_and_waits(open_class: OpenClass) -> None:
    of = open_class()
    browser = await of.learner()
    page = await browser.get("/")
    (seat,) = of.room.seats
    assert f"You are in, {seat.name}." in shown(page)
    assert seat.code in shown(page)


@pytest.mark.parametrize(
    ("names", "typed", "code", "said"),
    [
        (Names.MADE, "", "AAAAAA", "That is another code."),
        (Names.OWN, "", None, "Type your name"),
        (Names.ROSTER, "Eve", None, "not on the list"),
    ],
)
async def test_who_can_not_join_is_told_why(
    open_class: OpenClass, names: Names, typed: str, code: str | None, said: str
) -> None:
    of = open_class(names=names, roster=("Ada",))
    browser = of.browser()
    fields = {"code": code or of.room.code, "name": typed}
    page = await browser.post("/join", data=fields)
    assert (page.status_code, said in shown(page)) == (422, True)
    assert not of.room.seats


async def test_the_list_of_the_class_is_on_no_page(open_class: OpenClass) -> None:
    of = open_class(names=Names.ROSTER, roster=("Ada", "Grace Hopper"))
    browser = await of.learner()
    for path in ("/", f"/j/{of.room.code}", "/screen"):
        assert "Grace" not in (await browser.get(path)).text


async def test_a_name_of_a_stranger_is_text(open_class: OpenClass) -> None:
    of = open_class(names=Names.OWN)
    browser = of.browser()
    teacher = await of.teacher()
    await browser.post("/join", data={"code": of.room.code, "name": "<b>{{7*7}}</b>"})
    for page in (await browser.get("/"), await teacher.get("/teach")):
        assert "&lt;b&gt;{{7*7}}&lt;/b&gt;" in page.text


async def test_a_seat_is_taken_up_on_another_device(open_class: OpenClass) -> None:
    of = open_class()
    phone = await of.learner()
    laptop = of.browser()
    (seat,) = of.room.seats
    assert (await laptop.post("/take-up", data={"seat": seat.code.lower()})).status_code == 303
    for browser in (phone, laptop):
        assert seat.name in shown(await browser.get("/"))


async def test_a_code_of_no_seat_takes_up_nothing(open_class: OpenClass) -> None:
    of = open_class()
    browser = of.browser()
    page = await browser.post("/take-up", data={"seat": "AAAA"})
    assert "No seat has that code." in shown(page)


async def test_codes_can_not_be_tried_for_ever(open_class: OpenClass) -> None:
    of = open_class()
    browser = of.browser()
    for path, field in (("/join", "code"), ("/take-up", "seat")):
        tries = [await browser.post(path, data={field: "AAAA"}) for _ in range(70)]
        assert tries[-1].status_code == 429
        assert "Wait" in shown(tries[-1])


async def test_a_seat_can_not_be_taken_up_for_ever(open_class: OpenClass) -> None:
    of = open_class()
    browser = await of.learner()
    (seat,) = of.room.seats
    tries = [await browser.post("/take-up", data={"seat": seat.code}) for _ in range(120)]
    assert tries[99].status_code == 303
    assert tries[-1].status_code == 429


async def test_who_leaves_a_device_can_come_back(open_class: OpenClass) -> None:
    of = open_class()
    browser = await of.learner()
    await browser.post("/leave")
    assert "Code of the class" in shown(await browser.get("/"))
    assert len(of.room.seats) == 1


async def test_nobody_joins_a_class_that_is_over(open_class: OpenClass) -> None:
    of = open_class(Step.END)
    browser = of.browser()
    assert "This class is over." in shown(await browser.get("/"))
    page = await browser.post("/join", data={"code": of.room.code})
    assert "The class is over." in shown(page)
