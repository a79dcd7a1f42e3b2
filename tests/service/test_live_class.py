"""A class while it runs: joining, answering, stepping on, and going on after it was killed."""

import json
import sqlite3
import tracemalloc
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.live_class import Phase, Step
from quiz.model.answer import ChoiceAnswer, TypedAnswer
from quiz.model.class_settings import Explanations, Names, Pace
from quiz.model.problem import QuizError
from quiz.model.seat import Vote
from quiz.model.submission import NoName
from quiz.service.class_names import NameTaken, NotOnList
from quiz.service.joining import ClassFull, ClassOver
from quiz.service.live_class import LiveClass, NotOpen
from quiz.service.seats import MOST_TRIES, TooManyTries
from quiz.store.classes import NAME
from tests.service.conftest import Clock
from tests.service.live import OPENED, answered, begun, by_lot, classes, killed, right, seen

HOSTILE = (
    "<b>Ada</b>",
    "=1+1",
    "Ada\x1b[2J\u202e",
    "{{ 7*7 }}",
    "'; DROP TABLE seat; --",
    "é" * 90,
)


def test_a_learner_joins_and_answers(folder: Path) -> None:
    live = begun(classes(folder), *OPENED)
    seat, token = live.join(None)
    assert live.seat_of(token) == seat
    assert live.seat_of("") is None
    view = live.view(seat)
    assert (view.takes_answer, view.answer) == (True, None)
    answered(live, seat, 0, right(live))
    assert live.view(seat).answer == right(live)
    assert (live.teacher().answered, live.room().answered) == (1, 1)


def test_who_comes_late_is_welcome_and_who_comes_back_is_where_the_class_is(folder: Path) -> None:
    live = begun(classes(folder), *OPENED)
    seat, token = live.join(None)
    answered(live, seat, 0, right(live))
    for step in (Step.CLOSE, Step.SHOW, Step.NEXT, Step.OPEN):
        live.step(step)
    late, _ = live.join(None)
    for one in (late, live.seat_of(token)):
        assert one
        view = live.view(one)
        assert (view.position, view.takes_answer, view.answer) == (1, True, None)
    assert live.view(seat).answered == (0,)
    assert live.session_of(late).responses[0] is None


def test_an_answer_is_changed_until_the_question_is_closed(folder: Path) -> None:
    live = begun(classes(folder), *OPENED)
    seat, _ = live.join(None)
    answered(live, seat, 0, by_lot(live, 0, Random(3)))
    assert answered(live, seat, 0, right(live)).changes == 1
    live.step(Step.CLOSE)
    with pytest.raises(NotOpen, match="closed"):
        live.check(seat, 0, right(live), None)


@pytest.mark.parametrize("step", [Step.CLOSE, Step.END, Step.UNDO])
def test_an_answer_that_comes_after_a_step_is_refused_and_the_others_are_saved(
    step: Step, folder: Path
) -> None:
    of = classes(folder)
    live = begun(of, *OPENED)
    (one, _), (two, _) = live.join(None), live.join(None)
    late = live.check(one, 0, right(live), None)
    answered(live, two, 0, right(live))
    live.step(step)
    (said,) = live.save([late])
    assert isinstance(said, NotOpen)
    assert live.teacher().answered == 1
    assert seen(killed(of, live)).answered == 1


def test_a_vote_of_the_round_before_is_refused(folder: Path) -> None:
    live = begun(classes(folder), *OPENED)
    seat, _ = live.join(None)
    late = live.check(seat, 0, right(live), None)
    for step in (Step.CLOSE, Step.TALK, Step.VOTE_AGAIN):
        live.step(step)
    assert isinstance(live.save([late])[0], NotOpen)


def test_two_answers_in_one_group_the_last_one_stays(folder: Path) -> None:
    of = classes(folder)
    live = begun(of, *OPENED)
    seat, _ = live.join(None)
    other = by_lot(live, 0, Random(3))
    live.save([live.check(seat, 0, answer, None) for answer in (other, right(live))])
    assert live.view(seat).answer == right(live)
    assert killed(of, live).view(seat).answer == right(live)


def test_of_answers_that_are_explained_at_once_the_first_one_stays(folder: Path) -> None:
    live = begun(classes(folder), Step.BEGIN, pace=Pace.OWN, explanations=Explanations.AT_ONCE)
    seat, _ = live.join(None)
    position = [one.kind for one in live.lesson.shown].index("choice")
    votes = [live.check(seat, position, ChoiceAnswer(frozenset({place})), None) for place in (0, 1)]
    first, second = live.save(votes)
    assert first == votes[0]
    assert isinstance(second, NotOpen)
    assert live.view(seat, position).answer == ChoiceAnswer(frozenset({0}))


def test_answers_that_come_at_once_have_one_second_go_together(folder: Path) -> None:
    live = begun(classes(folder), Step.BEGIN, pace=Pace.OWN, explanations=Explanations.AT_ONCE)
    seat, _ = live.join(None)
    position = [one.kind for one in live.lesson.shown].index("number")
    slips = [TypedAnswer((text,)) for text in ("many", "lots", "few")]
    first, second, third = live.save([live.check(seat, position, one, None) for one in slips])
    assert isinstance(first, Vote)
    assert isinstance(second, Vote)
    assert (first.changes, second.changes) == (0, 1)
    assert isinstance(third, NotOpen)


class Model:
    """A class beside what a caller was told of it."""

    def __init__(self, folder: Path, pace: Pace, explanations: Explanations) -> None:
        self.clock = Clock()
        self.of = classes(folder, self.clock)
        self.live = begun(self.of, pace=pace, explanations=explanations, names=Names.OWN)
        self.told: dict[tuple[int, int, int], object] = {}
        self.tokens: dict[str, int] = {}

    def do(self, action: tuple[str, int]) -> None:
        name, number = action
        getattr(self, name)(number)
        self.clock.move(seconds=1)

    def join(self, number: int) -> None:
        try:
            seat, token = self.live.join(f"Name {number % 3}")
        except ClassOver:
            return
        self.tokens[token] = seat.id

    def step(self, number: int) -> None:
        self.live.step(list(Step)[number % len(Step)])

    def answer(self, number: int) -> None:
        live, rng = self.live, Random(number)
        for seat in live.seats:
            position = rng.randrange(live.state.of)
            if live.settings.pace is Pace.TEACHER and number % 4:
                position = live.state.position
            try:
                vote = live.check(seat, position, by_lot(live, position, rng), None)
            except NotOpen:
                assert not live.view(seat, position).takes_answer or number % 4 == 0
                continue
            (saved,) = live.save([vote])
            assert not isinstance(saved, NotOpen)
            self.told[seat.id, position, vote.round] = saved.answer

    def change(self, number: int) -> None:
        for seat in self.live.seats[:1]:
            self.live.rename(seat.id, f"New {number}")
            self.live.hide(seat.id)
            self.live.give_time(number % 60, seat.id)

    def kill(self, _number: int) -> None:
        live, before = self.live, self.everything()
        self.live = killed(self.of, live)
        assert self.everything() == before

    def everything(self) -> list[object]:
        """Return all that anybody sees."""
        live = self.live
        views = [live.view(seat, at) for seat in live.seats for at in range(live.state.of)]
        return [live.state, live.seats, live.room(), seen(live), *views]

    def check(self) -> None:
        """Hold what was told against what is kept."""
        self.kill(0)
        for token, id_ in self.tokens.items():
            seat = self.live.seat_of(token)
            assert seat
            assert seat.id == id_
        for (id_, position, round_), answer in self.told.items():
            if round_ == 1:
                response = self.live.session_of(self.live.seats[id_ - 1]).responses[position]
                assert response
                assert response.answer == answer


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["join", "step", "step", "step", "answer", "change", "kill"]),
        st.integers(0, 99),
    ),
    max_size=25,
)


@settings(max_examples=40)
@given(st.sampled_from(Pace), st.sampled_from(Explanations), ACTIONS)
def test_a_class_that_is_killed_at_any_point_is_the_same_and_loses_no_answer(
    pace: Pace, explanations: Explanations, actions: list[tuple[str, int]]
) -> None:
    with TemporaryDirectory() as folder:
        model = Model(Path(folder), pace, explanations)
        for action in (("join", 1), ("join", 2), ("step", 0), ("step", 1), *actions):
            model.do(action)
        model.check()
        model.live.close()


def test_what_becomes_of_the_quiz_file_changes_nothing(folder: Path) -> None:
    of = classes(folder)
    live = begun(of, *OPENED)
    again = killed(of, live)
    assert (again.quiz, again.lesson.asked) == (live.quiz, live.lesson.asked)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_text(name: str, folder: Path) -> None:
    of = classes(folder)
    live = begun(of, names=Names.OWN)
    seat, _ = live.join(name)
    assert len(seat.name) <= 20
    assert not {*"\x1b\u202e"} & {*seat.name}
    assert killed(of, live).seats == (seat,)


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "\u3164", None, "x" * 101])
def test_what_is_no_name_is_refused(name: str | None, folder: Path) -> None:
    with pytest.raises(NoName):
        begun(classes(folder), names=Names.OWN).join(name)


def test_two_of_one_name_are_told_apart(folder: Path) -> None:
    live = begun(classes(folder), names=Names.OWN)
    joined = [live.join(name)[0].name for name in ("Ada", "ada", "A d a", "Learner 1", "x" * 20)]
    assert joined == ["Ada", "ada 2", "A d a 3", "Learner 1 2", "x" * 20]
    assert live.join("x" * 30)[0].name == "x" * 18 + " 2"
    assert live.rename(1, "Ada").name == "Ada"
    assert live.rename(2, "Ada").name == "Ada 2"


def test_a_list_of_names_has_each_once(folder: Path) -> None:
    live = begun(classes(folder), names=Names.ROSTER, roster=("Ada Lovelace", "Émile"))
    assert live.join(" ada  LOVELACE")[0].name == "Ada Lovelace"
    with pytest.raises(NameTaken):
        live.join("Ada Lovelace")
    with pytest.raises(NotOnList):
        live.join("Bob")
    assert live.join("émile")[0].name == "Émile"


def test_a_name_is_hidden_and_shown_again(folder: Path) -> None:
    live = begun(classes(folder), names=Names.OWN)
    seat, _ = live.join("Ada")
    version = live.state.version
    assert live.hide(seat.id).shown == "Learner 1"
    assert live.view(seat).name == "Ada"
    assert live.hide(seat.id).shown == "Ada"
    assert live.state.version == version + 2


def test_a_class_is_full_and_over(folder: Path) -> None:
    live = begun(classes(folder), seats=2)
    *joined, refused = live.join_all([None, None, None])
    assert all(isinstance(one, tuple) for one in joined)
    assert isinstance(refused, ClassFull)
    live.step(Step.END)
    with pytest.raises(ClassOver):
        live.join(None)


def test_a_seat_is_taken_up_by_its_code_on_another_device(folder: Path) -> None:
    of = classes(folder)
    live = begun(of)
    seat, token = live.join(None)
    taken = live.take_up(f" {seat.code[:2].lower()} {seat.code[2:]}")
    assert taken
    assert taken[0] == seat
    again = killed(of, live)
    assert again.seat_of(token) == again.seat_of(taken[1]) == seat


def test_codes_are_not_tried_without_end(folder: Path) -> None:
    clock = Clock()
    live = begun(classes(folder, clock))
    seat, _ = live.join(None)
    for _ in range(MOST_TRIES):
        assert live.take_up("nope") is None
    with pytest.raises(TooManyTries):
        live.take_up(seat.code)
    clock.move(seconds=61)
    assert live.take_up(seat.code)


def test_a_clock_that_goes_back_does_not_keep_codes_from_being_tried(folder: Path) -> None:
    clock = Clock()
    live = begun(classes(folder, clock))
    seat, _ = live.join(None)
    for _ in range(MOST_TRIES):
        live.take_up("nope")
    clock.move(days=-365)
    assert live.take_up(seat.code)


def test_a_class_that_time_has_ended_is_over_though_the_clock_goes_back(folder: Path) -> None:
    clock = Clock()
    of = classes(folder, clock)
    live = begun(of, Step.BEGIN, pace=Pace.OWN, until=clock() + timedelta(hours=1))
    seat, _ = live.join(None)
    version = live.state.version
    assert live.note_time().version == version
    clock.move(hours=2)
    assert live.view(seat).explained
    live.note_time()
    clock.move(hours=-2)
    for one in (live, killed(of, live)):
        assert one.state.phase is Phase.ENDED
        assert not one.view(seat).takes_answer


def test_a_second_program_at_a_class_is_refused_in_words(folder: Path) -> None:
    of = classes(folder)
    live = begun(of)
    with pytest.raises(QuizError, match=f"The class {live.code} runs in another window"):
        of.resume(live.code)
    live.close()
    of.resume(live.code).close()


def test_a_code_of_no_class_brings_those_there_are(folder: Path) -> None:
    of = classes(folder)
    live = begun(of)
    live.close()
    with pytest.raises(QuizError, match=f"no class XXXXXX .*{live.code}"):
        of.resume("xxxxxx")
    with pytest.raises(QuizError, match="no class"):
        of.resume("../../etc/passwd\x1b")


def test_a_class_tells_who_listens_of_every_change(folder: Path) -> None:
    live = begun(classes(folder))
    told: list[int] = []
    live.on_change.append(lambda: told.append(live.state.version))
    seat, _ = live.join(None)
    live.step(Step.BEGIN)
    live.step(Step.OPEN)
    answered(live, seat, 0, right(live))
    live.hide(seat.id)
    assert told == [0, 1, 2, 2, 3]


def test_a_class_ends_by_the_clock(folder: Path) -> None:
    clock = Clock()
    of = classes(folder, clock)
    live = begun(of, Step.BEGIN, pace=Pace.OWN, until=clock().replace(hour=13))
    seat, _ = live.join(None)
    vote = live.check(seat, 0, right(live), None)
    clock.move(hours=1)
    assert isinstance(live.save([vote])[0], NotOpen)
    assert live.view(seat).phase is Phase.ENDED
    assert killed(of, live).state.phase is Phase.ENDED


def test_a_timer_is_paused_and_one_learner_has_more_time(folder: Path) -> None:
    clock = Clock()
    live = begun(classes(folder, clock), *OPENED, seconds=30)
    (one, _), (two, _) = live.join(None), live.join(None)
    live.give_time(15, two.id)
    live.give_time(10)
    clock.move(seconds=20)
    assert (live.view(one).seconds, live.view(two).seconds) == (20, 35)
    assert live.pause().paused
    clock.move(hours=1)
    live.check(one, 0, right(live), None)
    live.pause()
    clock.move(seconds=30)
    with pytest.raises(NotOpen, match="time"):
        live.check(one, 0, right(live), None)
    live.check(two, 0, right(live), None)


def _everything(folder: Path) -> str:
    with closing(sqlite3.connect(folder / NAME)) as connection:
        tables = ("class", "seat", "token", "vote")
        rows = [connection.execute(f"SELECT * FROM {one}").fetchall() for one in tables]
    return json.dumps(rows)


def test_neither_a_token_nor_an_address_is_kept(folder: Path) -> None:
    live = begun(classes(folder), *OPENED)
    seat, token = live.join(None)
    answered(live, seat, 0, right(live))
    kept = _everything(folder)
    assert seat.name in kept
    assert token not in kept
    assert "address" not in kept


@pytest.mark.parametrize("forgets", [0, 13, 14])
def test_names_go_after_fourteen_days(forgets: int, folder: Path) -> None:
    clock = Clock()
    of = classes(folder, clock)
    live = begun(of, *OPENED, names=Names.OWN)
    seat, token = live.join("Ada")
    answered(live, seat, 0, right(live))
    clock.move(days=20)
    assert of.purge() == 0  # it runs
    clock.move(days=-20 + forgets)
    live.close()
    assert of.purge() == (forgets == 14)
    assert ("Ada" in _everything(folder)) == (forgets < 14)
    again = of.resume(live.code)
    assert again.seats[0].shown == ("Ada" if forgets < 14 else "Learner 1")
    assert again.teacher().answered == 1
    assert (again.seat_of(token) is None) == (forgets == 14)
    assert of.purge() == 0


def test_names_stay_where_they_are_to(folder: Path) -> None:
    clock = Clock()
    of = classes(folder, clock)
    begun(of, keep_names=True).close()
    begun(of, until=clock().replace(month=6)).close()
    clock.move(days=40)
    assert of.purge() == 0
    clock.move(days=80)
    assert of.purge() == 1


def test_a_class_that_runs_is_not_forgotten(folder: Path) -> None:
    of = classes(folder)
    live, other = begun(of), begun(of)
    other.close()
    with pytest.raises(QuizError, match="runs in another"):
        of.forget(of.of(None))
    assert len(of.of("bees")) == 2
    live.close()
    of.forget(of.of("bees"))
    assert of.of(None) == ()
    assert _everything(folder) == "[[], [], [], []]"
    assert list(folder.glob("*.lock")) == []


def test_a_learner_takes_little_memory(folder: Path) -> None:
    live = begun(classes(folder), Step.BEGIN, pace=Pace.OWN)
    learners, rng = 200, Random(1)
    tracemalloc.start()
    joined = [one for one in live.join_all([None] * learners) if isinstance(one, tuple)]
    for position in range(live.state.of):
        live.save(
            [live.check(seat, position, by_lot(live, position, rng), None) for seat, _ in joined]
        )
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken / learners < 20_000


Change = Callable[[LiveClass], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda live: live.join(None),
        lambda live: live.save([live.check(live.seats[0], 0, right(live), None)]),
        lambda live: live.step(Step.CLOSE),
        lambda live: live.rename(1, "Ada"),
        lambda live: live.take_up(live.seats[0].code),
    ],
)
def test_what_can_not_be_saved_did_not_happen_and_is_done_again(
    change: Change, folder: Path
) -> None:
    of = classes(folder)
    live = begun(of, *OPENED)
    live.join(None)
    before = seen(live), live.seats
    with closing(sqlite3.connect(folder / NAME)) as other:
        other.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON class BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
        with pytest.raises(QuizError, match="no room"):
            change(live)
        assert (seen(live), live.seats) == before
        other.execute("DROP TRIGGER full")
    change(live)
    after = seen(live), live.seats
    again = killed(of, live)
    assert (seen(again), again.seats) == after


def test_another_program_that_writes_is_waited_for_and_then_told_of(folder: Path) -> None:
    live = begun(classes(folder), *OPENED)
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(QuizError, match="another program has locked"):
            live.join(None)
    assert live.join(None)


def test_a_typed_answer_is_kept_as_it_was_cleaned(folder: Path) -> None:
    of = classes(folder)
    live = begun(of, Step.BEGIN, pace=Pace.OWN)
    seat, _ = live.join(None)
    position = [one.kind for one in live.lesson.shown].index("short")
    answered(live, seat, position, TypedAnswer(("\x1b[31mred\ud800",)))
    assert killed(of, live).view(seat, position).answer == TypedAnswer(("\ufffd[31mred\ufffd",))
