"""An attempt is kept at every step, and goes on where it stood."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.certainty import Certainty
from quiz.engine.fingerprint import fingerprint
from quiz.engine.result import result
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Response, Session
from quiz.model.answer import Answer, LocateAnswer, TypedAnswer
from quiz.model.problem import NothingToAsk
from quiz.model.question import Choice
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.store.purpose import Purpose
from tests.begun import begun
from tests.service.conftest import Clock, OpenService
from tests.service.sample import RIGHT, WRONG, rivers
from tests.with_answers import with_answers


def sit(service: Service, quiz: Quiz, *, wrong: frozenset[str] = frozenset()) -> Attempt:
    """Take a whole quiz."""
    attempt = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    while not attempt.session.finished:
        id_ = attempt.session.question.id
        answer = (WRONG if id_ in wrong else RIGHT)[id_]
        attempt = service.attempts.save(attempt, *attempt.session.answer(answer))
        attempt = service.attempts.save(attempt, attempt.session.onward())
    return attempt


Step = Callable[[Session, Random], tuple[Session, Response | None]]
STEPS: tuple[Step, ...] = (
    lambda session, rng: (session.go(rng.randrange(len(session.asked))), None),
    lambda session, _: (session.flag(), None),
    lambda session, _: (session.look(), None),
    lambda session, rng: session.answer(
        rng.choice((RIGHT, WRONG))[session.question.id], rng.choice((None, *Certainty))
    ),
    lambda session, _: session.answer(RIGHT[session.question.id]),
    lambda session, _: (session if not session.open else session.onward(), None),
)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("seed", range(5))
def test_after_every_step_another_program_goes_on_there(
    open_service: OpenService, quiz: Quiz, mode: Mode, seed: int
) -> None:
    rng = Random(seed)
    service = open_service()
    attempt = begun(service, quiz, QuestionFilter(), mode=mode, seed=seed, certainty=bool(seed % 2))
    for _ in range(30):
        step = rng.choice(STEPS)
        attempt = service.attempts.save(attempt, *step(attempt.session, rng))
        assert attempt.saved
        assert open_service().attempts.unfinished(quiz) == attempt


MOVES = st.tuples(
    st.sampled_from(["right", "wrong", "skip", "left", "killed", "other", "clock"]),
    st.none() | st.sampled_from(Certainty),
)


@given(st.lists(MOVES, min_size=4, max_size=30), st.sampled_from(Mode))
def test_what_is_graded_is_the_last_answer_in_a_test_and_the_first_in_practice(
    moves: list[tuple[str, Certainty | None]], mode: Mode
) -> None:
    """However it is answered, changed, skipped, cut off and taken up, by one program or by two."""
    quiz, clock = rivers(), Clock()
    with TemporaryDirectory() as folder, ExitStack() as open_ones:

        def another() -> Service:
            return open_ones.enter_context(closing(Service(Path(folder), now=clock)))

        counted: dict[str, tuple[Answer, Certainty | None]] = {}
        changes: Counter[str] = Counter()
        service, other = another(), another()
        attempt = begun(service, quiz, QuestionFilter(), mode=mode, seed=1, certainty=True)
        for move, certainty in moves:
            clock.move(seconds=1)
            session = attempt.session
            match move:
                case "skip" | "left":
                    to = session.position + (1 if move == "skip" else -1)
                    attempt = service.attempts.save(attempt, session.go(to))
                case "killed":
                    service = another()
                    attempt = resumed(service, quiz)
                case "other":  # a second program takes up what the first one still shows
                    service, other = other, service
                    attempt = resumed(service, quiz)
                case "clock":
                    clock.move(days=-1)
                case _:
                    id_ = session.question.id
                    answer = (RIGHT if move == "right" else WRONG)[id_]
                    attempt = service.attempts.save(attempt, *session.answer(answer, certainty))
                    if id_ not in counted or mode is Mode.TEST:
                        changes[id_] += counted.get(id_) not in {None, (answer, certainty)}
                        counted[id_] = answer, certainty
        graded = service.attempts.save(attempt, attempt.session.finish()).session
        given = {
            asked.question.id: (response.answer, response.certainty)
            for asked, response in zip(graded.asked, graded.responses, strict=True)
            if response
        }
        kept = another().history.answers()
        assert given == counted
        assert {one.question: (one.answer, one.certainty) for one in kept} == counted
        assert {one.question: one.changes for one in kept if one.changes} == dict(+changes)
        assert [past.result for past in service.history.attempts(quiz)] == [
            result(graded) for _ in range(bool(counted))
        ]


def resumed(service: Service, quiz: Quiz) -> Attempt:
    attempt = service.attempts.unfinished(quiz)
    assert attempt
    return attempt


def test_two_programs_at_one_test_the_later_answer_is_graded(
    open_service: OpenService, service: Service, quiz: Quiz, clock: Clock
) -> None:
    mine = begun(service, quiz, QuestionFilter(), mode=Mode.TEST)
    other = open_service()
    theirs = resumed(other, quiz)
    first, second = mine.session.question.id, mine.session.asked[1].question.id
    mine = service.attempts.save(mine, *mine.session.answer(RIGHT[first]))
    clock.move(minutes=1)
    theirs = other.attempts.save(theirs, *theirs.session.answer(WRONG[first]))
    theirs = other.attempts.save(theirs, *theirs.session.go(1).answer(RIGHT[second]))
    mine = service.attempts.save(mine, mine.session.finish())
    assert [one and one.answer for one in mine.session.responses[:2]] == [
        WRONG[first],
        RIGHT[second],
    ]
    other.attempts.save(theirs, *theirs.session.go(0).answer(RIGHT[first]))  # it is over
    theirs = other.attempts.save(theirs, theirs.session.finish())
    (past,) = service.history.attempts(quiz)
    assert past.result == result(mine.session) == result(theirs.session)
    assert {one.question: one.answer for one in service.history.answers()} == {
        first: WRONG[first],
        second: RIGHT[second],
    }


def test_a_seed_gives_the_same_order_and_layout_again(service: Service, quiz: Quiz) -> None:
    one, two, other = (
        begun(service, quiz, QuestionFilter(), mode=Mode.TEST, seed=seed).session
        for seed in (3, 3, 4)
    )
    assert one.asked == two.asked
    assert one.asked != other.asked


def test_a_finished_attempt_is_not_offered_again(service: Service, quiz: Quiz) -> None:
    sit(service, quiz)
    assert service.attempts.unfinished(quiz) is None


def test_the_latest_unfinished_attempt_is_offered(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    later = begun(service, quiz, QuestionFilter(count=2), mode=Mode.TEST)
    assert open_service().attempts.unfinished(quiz) == later


def test_an_abandoned_attempt_is_not_offered_but_stays_in_the_past(
    service: Service, quiz: Quiz
) -> None:
    attempt = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    first = attempt.session
    attempt = service.attempts.save(attempt, *first.answer(RIGHT[first.question.id]))
    service.attempts.abandon(attempt)
    assert service.attempts.unfinished(quiz) is None
    (past,) = service.history.attempts(quiz)
    assert (past.answered, past.asked, past.result) == (1, 8, None)
    assert past.ended is not None


def test_another_quiz_has_attempts_of_its_own(service: Service, quiz: Quiz) -> None:
    begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    assert service.attempts.unfinished(replace(quiz, id="lakes")) is None


def test_a_form_asks_its_own_questions(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    attempt = begun(service, quiz, QuestionFilter(), mode=Mode.TEST, form="pre")
    assert {asked.question.id for asked in attempt.session.asked} == {"source", "length"}
    resumed = open_service().attempts.unfinished(quiz)
    assert resumed is not None
    assert resumed.form == "pre"
    topic = QuestionFilter(topics=frozenset({"nile"}))
    attempt = begun(service, quiz, topic, mode=Mode.TEST, form="post")
    assert [asked.question.id for asked in attempt.session.asked] == ["season"]
    with pytest.raises(NothingToAsk):
        begun(service, quiz, QuestionFilter(ids=frozenset({"mud"})), mode=Mode.TEST, form="pre")
    with pytest.raises(NothingToAsk, match="no forms"):
        begun(service, replace(quiz, forms=None), QuestionFilter(), mode=Mode.TEST, form="pre")


def test_an_attempt_of_a_large_quiz_has_a_hundred_questions(service: Service, quiz: Quiz) -> None:
    many = tuple(replace(quiz.questions[0], id=f"q{n}", group=None) for n in range(300))
    large = replace(quiz, forms=None, questions=many)
    assert len(begun(service, large, QuestionFilter(), mode=Mode.TEST).session.asked) == 100
    assert (
        len(begun(service, large, QuestionFilter(count=120), mode=Mode.TEST).session.asked) == 120
    )


def test_practice_of_the_missed_counts_for_nothing_and_is_never_taken_up(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    attempt = sit(service, quiz, wrong=frozenset({"sea", "mud"}))
    back = service.reviews.comes_back(attempt)
    again = service.attempts.retry(attempt)
    assert {asked.question.id for asked in again.session.asked} == {"sea", "mud"}
    again = service.attempts.save(again, *again.session.answer(RIGHT[again.session.question.id]))
    assert open_service().attempts.unfinished(quiz) is None
    again = service.attempts.save(again, again.session.finish())
    assert service.reviews.comes_back(again).items() <= back.items()
    assert len(service.history.attempts(quiz)) == 1
    assert [a.purpose for a in service.history.answers()][-1] is Purpose.RETRY


def changed(quiz: Quiz, id_: str, **fields: object) -> Quiz:
    questions = tuple(
        replace(question, **fields) if question.id == id_ else question  # type: ignore[arg-type]
        for question in quiz.questions
    )
    return replace(quiz, questions=questions)


def answered(service: Service, quiz: Quiz, *ids: str) -> Attempt:
    """Begin an attempt, answer some of it right, flag the last of them."""
    attempt = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    order = [asked.question.id for asked in attempt.session.asked]
    for id_ in ids:
        there = attempt.session.go(order.index(id_))
        attempt = service.attempts.save(attempt, *there.answer(RIGHT[id_]))
    return service.attempts.save(attempt, attempt.session.flag())


def fractions(attempt: Attempt) -> dict[str, float | None]:
    return fractions_of(attempt.session)


def fractions_of(session: Session) -> dict[str, float | None]:
    return {
        asked.question.id: response.fraction if response else None
        for asked, response in zip(session.asked, session.responses, strict=True)
    }


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(
    ("change", "fraction"), [({}, 0), ({"accept": ("summer", "the hot season")}, None)]
)
def test_leaving_gives_no_second_go_twice(
    open_service: OpenService,
    quiz: Quiz,
    mode: Mode,
    change: dict[str, object],
    fraction: int | None,
) -> None:
    """A question that was edited since is another one, and gets its own."""
    service, misspelled = open_service(), TypedAnswer(("sumer",))
    attempt = begun(service, quiz, QuestionFilter(ids=frozenset({"season", "sea"})), mode=mode)
    at = [asked.question.id for asked in attempt.session.asked].index("season")
    attempt = service.attempts.save(attempt, *attempt.session.go(at).answer(misspelled))
    assert attempt.session.second_go
    there = resumed(open_service(), changed(quiz, "season", **change)).session.go(at)
    assert there.second_go is None
    assert fractions_of(there.answer(misspelled)[0])["season"] == fraction


def test_a_question_that_was_edited_is_asked_anew(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    answered(service, quiz, "sea", "source")
    edited = changed(quiz, "source", ask="Where does it rise?")
    resumed = open_service().attempts.unfinished(edited)
    assert resumed is not None
    assert resumed.notice == (
        "The quiz was changed since you began. Questions that were edited and are asked anew: 1."
    )
    assert fractions(resumed) | {"sea": 1, "source": None} == fractions(resumed)
    assert resumed.session.question.ask == "Where does it rise?"
    service = open_service()
    again = service.attempts.save(resumed, *resumed.session.answer(WRONG["source"]))
    last = open_service().attempts.unfinished(edited)
    assert last is not None
    assert last == replace(again, notice=None)
    assert fractions(last)["source"] == 0
    assert len(service.history.of_question(quiz, quiz.by_id["source"])) == 1
    assert len(service.history.of_question(edited, edited.by_id["source"])) == 1


def test_a_layout_that_does_not_fit_is_laid_out_anew(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    begun(service, quiz, QuestionFilter(ids=frozenset({"source"})), mode=Mode.TEST)
    with closing(sqlite3.connect(service.folder / "answers.sqlite")) as connection:
        plan = "UPDATE attempt SET plan = replace(plan, '\"layout\": [', '\"layout\": [7, ')"
        connection.execute(plan)
        connection.commit()
    resumed = open_service().attempts.unfinished(quiz)
    assert resumed is not None
    assert sorted(resumed.session.asked[0].option_order) == [0, 1, 2]


def test_a_question_that_is_gone_is_left_out(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    before = answered(service, quiz, "sea", "source")
    shorter = replace(quiz, questions=tuple(q for q in quiz.questions if q.id != "sea"))
    resumed = open_service().attempts.unfinished(shorter)
    assert resumed is not None
    assert resumed.notice is not None
    assert resumed.notice.endswith("Questions that no longer fit and are left out: 1.")
    kept = [asked for asked in before.session.asked if asked.question.id != "sea"]
    assert list(resumed.session.asked) == kept
    assert resumed.session.question.id == "source"
    assert {resumed.session.asked[i].question.id for i in resumed.session.flagged} == {"source"}
    assert resumed.saved


def test_an_attempt_whose_questions_are_all_gone_is_left(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    answered(service, quiz, "sea")
    other = Choice(
        id="new",
        topic="nile",
        skill=quiz.questions[0].skill,
        ask="New?",
        explain="New.",
        options=(Option(text="Yes", correct=True), Option(text="No", why="No.")),
    )
    assert open_service().attempts.unfinished(replace(quiz, questions=(other,))) is None
    assert open_service().attempts.unfinished(quiz) is None


def test_a_question_that_moved_or_is_explained_otherwise_keeps_its_answer(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    before = answered(service, quiz, "sea", "source")
    moved = changed(replace(quiz, questions=quiz.questions[::-1]), "source", explain="Otherwise.")
    resumed = open_service().attempts.unfinished(moved)
    assert resumed is not None
    assert resumed.notice is None
    assert fractions(resumed) == fractions(before)
    assert with_answers(resumed.session.current).explain == "Otherwise."


@pytest.mark.parametrize("picked", [5, 4])
def test_a_sentence_that_was_picked_in_another_passage_is_left_out(
    open_service: OpenService, service: Service, quiz: Quiz, picked: int
) -> None:
    attempt = begun(service, quiz, QuestionFilter(ids=frozenset({"mud", "sea"})), mode=Mode.TEST)
    place = [asked.question.id for asked in attempt.session.asked].index("mud")
    service.attempts.save(attempt, *attempt.session.go(place).answer(LocateAnswer(picked)))
    text = "Mud then covers the fields. It is dark."
    resumed = open_service().attempts.unfinished(
        replace(quiz, passage=replace(quiz.passage, text=text))
    )
    assert resumed is not None
    assert list(fractions(resumed)) == ["sea"]
    assert resumed.notice is not None


def test_two_programs_at_one_attempt_do_no_harm(
    open_service: OpenService, service: Service, quiz: Quiz
) -> None:
    mine = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    other = open_service()
    theirs = other.attempts.unfinished(quiz)
    assert theirs is not None
    question = mine.session.question
    mine = service.attempts.save(mine, *mine.session.answer(RIGHT[question.id]))
    theirs = other.attempts.save(theirs, *theirs.session.answer(WRONG[question.id]))
    theirs = other.attempts.save(theirs, theirs.session.onward())
    theirs = other.attempts.save(theirs, *theirs.session.answer(RIGHT[theirs.session.question.id]))
    assert mine.saved
    assert theirs.saved
    third = open_service().attempts.unfinished(quiz)
    assert third is not None
    assert third.session.answered == 2
    assert third.session.responses[0] == mine.session.responses[0]  # the first answer counts


def test_a_clock_that_goes_back_breaks_nothing(
    open_service: OpenService, service: Service, quiz: Quiz, clock: Clock
) -> None:
    attempt = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    for _ in range(3):
        clock.move(days=-400)
        right = RIGHT[attempt.session.question.id]
        attempt = service.attempts.save(attempt, *attempt.session.answer(right))
        attempt = service.attempts.save(attempt, attempt.session.onward())
    assert open_service().attempts.unfinished(quiz) == attempt
    order = [asked.question.id for asked in attempt.session.asked[:3]]
    assert [a.question for a in service.history.answers()] == order


def test_an_attempt_says_what_was_asked(service: Service, quiz: Quiz) -> None:
    attempt = answered(service, replace(quiz, version=3), "season")
    (kept,) = service.history.answers()
    assert (kept.quiz, kept.version) == ("rivers", 3)
    question = quiz.by_id["season"]
    assert kept.content_id == fingerprint(question)
    assert kept.attempt == attempt.id
