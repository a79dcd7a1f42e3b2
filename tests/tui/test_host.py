"""The screen that leads a class in browsers: the way in, the steps, counts, names, the end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from re import findall, search
from typing import Any

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.widgets import Static

from quiz.engine.live_class import Phase, Step
from quiz.model.class_settings import ClassSettings, Explanations, Names, Pace
from quiz.model.quiz import Quiz
from quiz.model.seat import Seat
from quiz.service import Service
from quiz.service.live_class import LiveClass
from quiz.start import Hosted, Start
from quiz.store.errors import StorageError
from quiz.tui.screens import host
from quiz.tui.screens.host import HostScreen
from quiz.tui.screens.host_learners import HostLearnersScreen
from quiz.tui.screens.host_phone import HostPhoneScreen
from quiz.tui.screens.leave_class import LeaveClassScreen
from quiz.tui.screens.rename import RenameScreen
from quiz.tui.theme import THEMES
from quiz.tui.widgets.qr_code import QrCode
from quiz.web.address import squares
from tests.service.live import OPENED, answered, begun, by_lot, classes, right
from tests.support.files import BEES
from tests.tui.hostile import CONTROLS, FORBIDDEN, HOSTILE, MARKUP, UNSEEN, WIDE, poisoned
from tests.tui.learner import Learner, learning, lines, toasts
from tests.tui.test_sizes import fits

ADDRESS = "http://192.168.1.23:8080/"
HOSTILE_NAMES = (*MARKUP, *CONTROLS, UNSEEN, WIDE)
SIZES = [(120, 40), (80, 24), (40, 15)]


async def answers(ready: Callable[[], None]) -> None:
    """Serve as a class is served whose address answers at once."""
    ready()
    await asyncio.Event().wait()


def hosted(room: LiveClass, **changed: Any) -> Hosted:
    """Return a class to lead."""
    fields: dict[str, Any] = {
        "room": room,
        "address": ADDRESS,
        "teacher": f"{ADDRESS}teach/secret",
        "code": squares(f"{ADDRESS}j/{room.code}"),
        "teacher_code": squares(f"{ADDRESS}teach/secret"),
        "serve": answers,
    }
    return Hosted(**fields | changed)


@asynccontextmanager
async def leading(
    service: Service,
    room: LiveClass,
    size: tuple[int, int] = (80, 24),
    **changed: Any,
) -> AsyncIterator[Learner]:
    """Open the screen of a class."""
    start = Start(screen="host", hosted=hosted(room, **changed))
    async with learning(service, start, size) as teacher:
        await teacher.at(HostScreen)
        yield teacher
    room.close()


def joined(room: LiveClass, number: int) -> list[Seat]:
    """Return so many new learners."""
    return [room.join(None)[0] for _ in range(number)]


def choice(room: LiveClass) -> int:
    """Return the place of the first question with options."""
    return next(at for at, one in enumerate(room.lesson.asked) if one.question.kind == "choice")


async def says(teacher: Learner, *words: str) -> None:
    """Wait until words stand in the texts of the screen."""
    await teacher.until(lambda: all(word in " ".join(teacher.all_text.split()) for word in words))


async def test_space_says_what_it_does_and_leads_through_a_class(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path))
    async with leading(service, room, (120, 40)) as teacher:
        for words, phase in (
            ("space Begin", Phase.READING),
            ("space Let them answer", Phase.OPEN),
            ("space Close the question", Phase.CLOSED),
            ("space Show the explanation", Phase.SHOWN),
            ("space Next question", Phase.READING),
        ):
            assert teacher.bar.strip().startswith(words)
            await teacher.press("space")
            assert room.state.phase is phase
        assert room.state.position == 1
        await says(teacher, "They read. Nobody can answer yet.")


async def test_each_other_step_has_its_key_and_undo_takes_it_back(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path), Step.BEGIN, Step.OPEN, Step.CLOSE)
    async with leading(service, room, (120, 40)) as teacher:
        for key, words, phase in (
            ("d", "space Vote again", Phase.TALK),
            ("v", "space Close the question", Phase.OPEN),
            ("u", "space Vote again", Phase.TALK),
            ("s", "space Next question", Phase.SHOWN),
            ("e", "u Undo the last step", Phase.ENDED),
            ("u", "space Next question", Phase.SHOWN),
        ):
            await teacher.press(key)
            assert room.state.phase is phase
            assert teacher.bar.strip().startswith(words)


async def test_a_key_that_does_nothing_now_is_not_offered(service: Service, tmp_path: Path) -> None:
    room = begun(classes(tmp_path))
    async with leading(service, room, (120, 40)) as teacher:
        for key in ("d", "v", "s", "u", "p", "m", "left", "right", "c"):
            await teacher.press(key)
            assert room.state.phase is Phase.LOBBY
        for words in ("Pause", "More time", "Before", "Undo"):
            assert words not in teacher.bar


async def test_the_way_in_is_shown_once_the_address_answers(
    service: Service, tmp_path: Path
) -> None:
    gate, room = asyncio.Event(), begun(classes(tmp_path))

    async def later(ready: Callable[[], None]) -> None:
        await gate.wait()
        await answers(ready)

    async with leading(service, room, serve=later) as teacher:
        assert ADDRESS not in teacher.text
        assert "█" not in teacher.text
        gate.set()
        await teacher.until(lambda: ADDRESS in teacher.text)
        assert room.code in teacher.text
        assert "Same Wi-Fi as this screen." in teacher.text


def picture(teacher: Learner) -> list[str]:
    """Return the lines of the picture on the screen; none where it is not shown."""
    codes = [one for one in teacher.app.screen.query(QrCode) if one.region.area]
    shown = lines(teacher.app.screen)
    return [
        shown[y][code.region.x : code.region.right]
        for code in codes
        for y in range(code.region.y, code.region.bottom)
    ]


@pytest.mark.parametrize(
    ("size", "columns"), [((120, 40), 33), ((80, 24), 33), ((50, 40), 33), ((40, 15), 0)]
)
async def test_the_picture_is_whole_or_not_there(
    service: Service, tmp_path: Path, size: tuple[int, int], columns: int
) -> None:
    room = begun(classes(tmp_path))
    async with leading(service, room, size) as teacher:
        await teacher.until(lambda: ADDRESS in teacher.text)
        await teacher.resize(*size)
        drawn = picture(teacher)
        squared = squares(f"{ADDRESS}j/{room.code}")
        assert {len(line) for line in drawn} == ({columns} if columns else set())
        dark = [[sign in "▀█" for sign in line] for line in drawn]
        assert [tuple(row) for row in dark] == ([*squared[::2]] if columns else [])
        assert f"Code {room.code}" in teacher.text


async def test_a_picture_that_is_too_large_gives_way_to_the_address(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path))
    long = squares(f"https://{'quiz.' * 40}example/")
    async with leading(service, room, (80, 24), code=long) as teacher:
        await teacher.until(lambda: ADDRESS in teacher.text)
        assert picture(teacher) == []


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_picture_is_dark_on_light_in_all_colors(
    service: Service, tmp_path: Path, theme: str
) -> None:
    async with leading(service, begun(classes(tmp_path))) as teacher:
        teacher.app.theme = theme
        await teacher.until(lambda: bool(picture(teacher)))
        styles = teacher.app.screen.query_one(QrCode).styles
        assert (styles.color, styles.background) == (Color.parse("#000"), Color.parse("#fff"))


async def test_who_joins_is_seen(service: Service, tmp_path: Path) -> None:
    room = begun(classes(tmp_path))
    async with leading(service, room) as teacher:
        seats = joined(room, 3)
        await says(teacher, "3 learners joined", *(seat.shown for seat in seats))
        joined(room, 100)
        await says(teacher, "103 learners joined", "and 63 more")


async def test_after_a_while_without_anybody_it_is_said_what_to_look_at(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "PATIENCE", 0.01)
    room = begun(classes(tmp_path))
    async with leading(service, room, others=("10.0.0.7",)) as teacher:
        await teacher.until(lambda: "Nobody has joined yet." in teacher.text)
        await says(teacher, "same Wi-Fi", "firewall", "other addresses, too: 10.0.0.7")
        joined(room, 1)
        await teacher.until(lambda: "Nobody has joined yet." not in teacher.text)


async def test_counts_while_open_then_what_each_option_drew_and_why(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path), Step.BEGIN)
    while room.state.position < choice(room):
        for step in (Step.OPEN, Step.CLOSE, Step.SHOW, Step.NEXT):
            room.step(step)
    at, seats = choice(room), joined(room, 4)
    async with leading(service, room, (120, 60)) as teacher:
        await teacher.press("space")
        for seat in seats[:3]:
            answered(room, seat, at, right(room, at))
        await says(teacher, "3 of 4 answered this question.")
        assert "▰" not in teacher.text
        assert "Right:" not in teacher.text
        await teacher.press("space")
        told = room.teacher()
        assert told.explained
        whys = [row.why for row in told.distribution[0].rows if row.why]
        await says(teacher, "What was answered", "▰▰▰▰▰▰▰▰▰▰▰▰ 3", "Right: ", *whys)
        await says(teacher, told.explained.explain, "The passage says: “")
        await teacher.press("d", "v")
        answered(room, seats[0], at, by_lot(room, at, Random(1)))
        await says(teacher, "1 of 4 answered this question.")
        await teacher.press("space")
        await says(teacher, "First and second vote", "▰▰▰▰▰▰ 3")


@pytest.mark.parametrize(("width", "rows"), [(120, 1), (80, 1), (40, 2)])
async def test_a_second_vote_is_beside_the_first_where_there_is_room(
    service: Service, tmp_path: Path, width: int, rows: int
) -> None:
    room = begun(classes(tmp_path), Step.BEGIN)
    while room.state.position < choice(room):
        for step in (Step.OPEN, Step.CLOSE, Step.SHOW, Step.NEXT):
            room.step(step)
    at, seats = choice(room), joined(room, 3)
    for step in (Step.OPEN, Step.CLOSE, Step.TALK, Step.VOTE_AGAIN, Step.CLOSE):
        room.step(step)
        for seat in seats[: 3 if step is Step.OPEN else 2]:
            if room.state.phase is Phase.OPEN:
                answered(room, seat, at, right(room, at))
    async with leading(service, room, (width, 80)) as teacher:
        await teacher.until(lambda: len(findall("▰ +[23] ", teacher.text)) == 2)
        assert len([line for line in lines(teacher.app.screen) if search("▰ +[23] ", line)]) == rows


async def test_at_their_own_pace_left_and_right_go_through_the_questions(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path), Step.BEGIN, pace=Pace.OWN, explanations=Explanations.WHEN_SHOWN)
    (seat,) = joined(room, 1)
    answered(room, seat, 1, right(room, 1))
    async with leading(service, room, (120, 40)) as teacher:
        assert "space Show the explanation" in teacher.bar
        asks = [" ".join(one.question.ask.split()) for one in room.lesson.asked]
        await says(teacher, "0 of 1 answered every question.", asks[0])
        await teacher.press("right")
        await says(teacher, asks[1], f"question 2 of {len(asks)}")
        joined(room, 1)
        await says(teacher, "0 of 2 answered every question.", asks[1])
        await teacher.press("left", "left")
        await says(teacher, asks[-1])


async def test_an_answer_that_comes_moves_nothing_that_is_being_read(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path), Step.BEGIN, pace=Pace.OWN)
    (seat,) = joined(room, 1)
    async with leading(service, room, (40, 15)) as teacher:
        await teacher.press("end")
        await teacher.until(lambda: "The passage says" in teacher.text)
        answered(room, seat, 0, right(room))
        await says(teacher, "▰▰▰▰▰▰▰▰▰▰▰▰ 1")
        assert "The passage says" in teacher.text
        await teacher.press("right")
        await teacher.until(lambda: "0 of 1 answered" in teacher.text)


async def test_a_class_in_which_nothing_happens_is_not_drawn_again(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = begun(classes(tmp_path), *OPENED)
    async with leading(service, room) as teacher:
        await teacher.at(HostScreen)
        screen, drawn = teacher.app.screen, []
        assert isinstance(screen, HostScreen)
        monkeypatch.setattr(Static, "update", lambda *given: drawn.append(given))
        screen.draw()
        assert not drawn
        joined(room, 1)
        screen.draw()
        assert drawn


async def test_the_end_for_all_is_never_on_space_at_their_own_pace(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path), Step.BEGIN, pace=Pace.OWN)
    async with leading(service, room, (120, 40)) as teacher:
        for key, phase in (("space", Phase.OPEN), ("e", Phase.ENDED)):
            await teacher.press(key)
            assert room.state.phase is phase
        await says(teacher, "The class is over. Its results are written when you leave")


async def test_a_timer_is_paused_and_more_time_given_to_all_and_to_one(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path), Step.BEGIN, seconds=60)
    joined(room, 2)
    async with leading(service, room, (120, 40)) as teacher:
        await teacher.press("space")
        await says(teacher, "60 seconds left.")
        await teacher.press("p")
        await says(teacher, "Paused: 60 seconds left.")
        await teacher.press("m")
        await says(teacher, "Paused: 90 seconds left.")
        await teacher.press("p", "l")
        await teacher.at(HostLearnersScreen)
        await teacher.press("down", "m")
        await says(teacher, "+30 seconds")
        assert [seat.extra_seconds for seat in room.seats] == [0, 30]


async def test_a_name_is_hidden_by_one_key_and_then_stands_nowhere(
    service: Service, tmp_path: Path
) -> None:
    room = begun(classes(tmp_path), names=Names.OWN)
    rude = room.join("Rude Word")[0]
    async with leading(service, room, (120, 40)) as teacher:
        await says(teacher, "Rude Word")
        await teacher.press("l")
        await teacher.at(HostLearnersScreen)
        await teacher.press("x")
        await says(teacher, "Learner 1", "name hidden")
        assert "Rude" not in teacher.all_text
        await teacher.press("r")
        await teacher.at(RenameScreen)
        assert "Rude" not in teacher.all_text
        await teacher.press("escape", "escape", "escape")
        await teacher.at(HostScreen)
        await says(teacher, "Learner 1")
        assert "Rude" not in teacher.all_text
        assert room.seats[0].name == rude.name


async def test_a_name_is_changed(service: Service, tmp_path: Path) -> None:
    room = begun(classes(tmp_path))
    joined(room, 2)
    async with leading(service, room) as teacher:
        await teacher.press("l")
        await teacher.at(HostLearnersScreen)
        await teacher.press("down", "r")
        await teacher.at(RenameScreen)
        await teacher.type("Ana [red]")
        await teacher.press("enter")
        await teacher.at(HostLearnersScreen)
        await says(teacher, "Ana [red]")
        assert room.seats[1].name == "Ana [red]"


async def test_the_list_of_learners_grows_as_they_come(service: Service, tmp_path: Path) -> None:
    room = begun(classes(tmp_path))
    async with leading(service, room) as teacher:
        await teacher.press("l")
        screen = await teacher.at(HostLearnersScreen)
        await says(teacher, "Nobody has joined yet.")
        assert "Rename" not in teacher.bar
        (seat,) = joined(room, 1)
        await screen.draw()
        await says(teacher, "1 learner", seat.shown)
        assert "x Hide or show name" in teacher.bar


async def test_what_cannot_be_saved_is_said_and_has_not_happened(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = begun(classes(tmp_path))
    joined(room, 1)

    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    for name in ("step", "hide"):
        monkeypatch.setattr(room, name, full)
    async with leading(service, room) as teacher:
        await teacher.press("space")
        await teacher.until(lambda: "Not done: The disk is full. Try again." in toasts(teacher))
        assert "space Begin" in teacher.bar
        await teacher.press("l")
        await teacher.at(HostLearnersScreen)
        await teacher.press("x")
        assert "name hidden" not in teacher.all_text


async def test_leaving_asks_and_says_how_to_go_on(service: Service, tmp_path: Path) -> None:
    room = begun(classes(tmp_path), Step.BEGIN)
    async with leading(service, room) as teacher:
        await teacher.press("escape")
        await teacher.at(LeaveClassScreen)
        await says(teacher, f"quiz host --resume {room.code}")
        await teacher.press("escape")
        await teacher.at(HostScreen)
        await teacher.press("escape")
        await teacher.at(LeaveClassScreen)
        await teacher.press("enter")
        await teacher.until(lambda: not teacher.app.is_running)
        assert room.state.phase is Phase.READING


async def test_a_class_that_is_over_is_left_at_once(service: Service, tmp_path: Path) -> None:
    room = begun(classes(tmp_path), Step.END)
    async with leading(service, room) as teacher:
        await teacher.press("escape")
        await teacher.until(lambda: not teacher.app.is_running)
        assert teacher.app.return_code == 0


async def test_a_server_that_fails_ends_the_screen(service: Service, tmp_path: Path) -> None:
    async def fails(_: Callable[[], None]) -> None:
        await asyncio.sleep(0)

    start = Start(screen="host", hosted=hosted(begun(classes(tmp_path)), serve=fails))
    async with learning(service, start) as teacher:
        await teacher.until(lambda: not teacher.app.is_running)
        assert teacher.app.return_code == 1


async def test_the_address_for_the_phone_is_shown_only_when_asked_for(
    service: Service, tmp_path: Path
) -> None:
    async with leading(service, begun(classes(tmp_path)), (120, 40)) as teacher:
        await teacher.until(lambda: ADDRESS in teacher.text)
        assert "secret" not in teacher.all_text
        await teacher.press("a")
        await teacher.at(HostPhoneScreen)
        assert f"{ADDRESS}teach/secret" in teacher.text
        assert picture(teacher)
        await teacher.resize(40, 15)
        assert picture(teacher) == []


async def walk(teacher: Learner, room: LiveClass) -> AsyncIterator[str]:
    """Go through all that the screen shows, and yield each stop."""
    yield "lobby"
    own = room.settings.names is Names.OWN
    names = (f"Ana {text}"[:20] for text in HOSTILE_NAMES) if own else (None,) * 3
    seats = [room.join(name)[0] for name in names]
    for step in ("begin", "open", "closed", "shown", "talk", "again"):
        await teacher.press("d" if step == "talk" else "space")
        if step in {"open", "again"}:
            at = room.state.position
            for number, seat in enumerate(seats):
                answered(room, seat, at, by_lot(room, at, Random(number)))
        yield step
    for key, stop in (("l", "learners"), ("escape", ""), ("a", "phone"), ("escape", "")):
        await teacher.press(key)
        if stop:
            yield stop
    await teacher.press("e")
    yield "ended"


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits(service: Service, tmp_path: Path, size: tuple[int, int]) -> None:
    room = begun(classes(tmp_path))
    async with leading(service, room, size) as teacher:
        stops = [stop async for stop in checked(walk(teacher, room), teacher)]
        assert len(stops) == 10


async def checked(stops: AsyncIterator[str], teacher: Learner) -> AsyncIterator[str]:
    """Hold each stop to its size, and to keys at its foot."""
    async for stop in stops:
        await teacher.pilot.pause(0)
        fits(teacher, stop)
        yield stop


async def test_it_can_all_be_read_at_the_smallest_size(service: Service, tmp_path: Path) -> None:
    room = begun(classes(tmp_path), Step.BEGIN, Step.OPEN)
    (seat,) = joined(room, 1)
    answered(room, seat, 0, right(room))
    room.step(Step.CLOSE)
    async with leading(service, room, (40, 15)) as teacher:
        await says(teacher, "The passage says")
        assert "The passage says" not in teacher.text
        await teacher.press("end")
        await teacher.until(lambda: "The passage says" in teacher.text)
        await teacher.press("c")
        await teacher.until(lambda: ADDRESS in teacher.text)


def bad(shown: Iterable[str]) -> list[str]:
    """Return the lines that would drive a terminal, or are too long."""
    return [line for line in shown if FORBIDDEN & set(line) or cell_len(line) != 60]


async def test_names_answers_and_quizzes_of_strangers_are_only_text(
    service: Service, tmp_path: Path, bees: Quiz
) -> None:
    quiz = poisoned(bees, HOSTILE)
    settings = ClassSettings(names=Names.OWN)
    room = classes(tmp_path).begin(quiz, BEES.read_text(encoding="utf-8"), settings, seed=1)
    async with leading(service, room, (60, 20), address=f"http://{HOSTILE}/") as teacher:
        async for stop in walk(teacher, room):
            assert not bad(lines(teacher.app.screen)), stop
        assert teacher.app.is_running
        assert teacher.app.fatal_error is None
