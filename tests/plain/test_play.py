"""A quiz in lines, from its title to its result."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.engine.kinds import public
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.engine.terms import NOT_YET
from quiz.engine.wording import MEANT, NOT_MEANT, once_more
from quiz.model.answer import ChoiceAnswer, TeachBackAnswer
from quiz.model.notice import DISCLAIMER
from quiz.model.problem import NothingToAsk
from quiz.model.quiz import Quiz, Term
from quiz.plain.ask import question_blocks
from quiz.service import Service
from quiz.start import Start
from quiz.store.purpose import Purpose
from tests.begun import begun
from tests.plain.conftest import laid_out

Take = Callable[..., str]
ASKED = "Where do whales live?"


def only(quiz: Quiz, *ids: str, **more: object) -> Start:
    start = Start(screen="play", quiz=quiz, wanted=QuestionFilter(ids=frozenset(ids)), seed=1)
    return replace(start, **more)  # type: ignore[arg-type]


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def number_of(quiz: Quiz, service: Service, id_: str, text: str) -> str:
    """Return the number under which a text stands in the attempt that seed 1 gives."""
    attempt = begun(service, quiz, QuestionFilter(ids=frozenset({id_})), mode=Mode.PRACTICE, seed=1)
    line = next(
        li
        for li in laid_out(question_blocks(attempt.session.asked[0], quiz))
        if li.endswith(f"  {text}")
    )
    service.attempts.abandon(attempt)
    return line.split()[0]


def test_the_way_through(take: Take, quiz: Quiz, service: Service) -> None:
    said = take(only(quiz, "choice"), number_of(quiz, service, "choice", "In the sea"))
    places = [
        said.index(part)
        for part in ("Whales\n---", "This quiz checks", "How whales live", ASKED, "✓ Right", "100%")
    ]
    assert places == sorted(places)
    assert in_one_line(said).count(DISCLAIMER) == 2
    assert "1 of 1 point, 1 of 1 question fully right" in said
    assert "Some dive longer." in said
    assert "Passage opened before an answer: never" in said
    assert "When the questions come back" in said


def test_a_wrong_answer_earns_nothing_and_is_listed(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice"), "in lakes")
    assert "✗ Not quite" in said
    assert "0 of 1 point" in said
    assert "Your answer: In lakes\n     Right: In the sea" in said


def test_in_a_test_nothing_is_explained_before_the_end(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", "short", mode=Mode.TEST), "in lakes", "water", "in lakes")
    last = max(said.index(ASKED), said.index("What do they breathe?"))
    assert "Not quite" not in said[:last]
    assert "Lakes are not named." in said[last:]


def test_a_test_whose_input_ends_tells_nothing_since_it_goes_on(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", "short", mode=Mode.TEST), "in lakes")
    assert "Lakes are not named." not in said
    assert "Some dive longer." not in said
    assert "Kept. You can go on at question" in said


def test_the_end_of_input_gives_the_result_so_far(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", "statement"), "3")
    assert "So far: 1 of 2 questions answered" in said
    assert "of 1 point" in said
    assert "Kept. You can go on at question 2" in said


def test_no_input_at_all(take: Take, quiz: Quiz, service: Service) -> None:
    said = take(only(quiz, "choice"))
    assert "No question was answered, so there is no score." in said
    assert service.attempts.unfinished(quiz)


COMMANDS = [
    ("?", "flag this question"),
    ("p", "They breathe air."),
    ("i", "Think of water."),
    ("f", "Flagged."),
    ("h", "Checked on November 30, 2026."),
    ("s", "only question left"),
    ("b", "You are at question 1 of 1."),
    ("g 9", "You are at question 1 of 1."),
    ("q", "You can go on at question 1"),
    ("e", "1 not answered"),
    ("what", "Type a number from 1 to 3."),
    ("", "Type the number of one option."),
]


@pytest.mark.parametrize(("line", "says"), COMMANDS)
def test_commands(line: str, says: str, take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", skip_passage=True), line)
    assert says in said[said.index("> ") :]


@pytest.mark.parametrize("kind", ["short", "cloze"])
def test_where_words_are_typed_a_command_is_told_with_its_mark(
    kind: str, take: Take, quiz: Quiz
) -> None:
    said = take(only(quiz, kind, skip_passage=True), "?s", "?e")
    assert "type ?e to end here" in said
    assert "1 not answered" in said


def test_a_command_typed_as_an_answer_is_asked_about_and_taken_the_second_time(
    take: Take, quiz: Quiz
) -> None:
    said = take(only(quiz, "short", skip_passage=True), "h", "s", "?h", "h", "h")
    assert "Did you mean the help lines? Type ?h. To answer “h”, type it once more." in in_one_line(
        said
    )
    assert said.count("Did you mean") == 3
    assert "0 of 1 point" in said


def test_a_number_that_is_none_gets_one_more_go(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "number", skip_passage=True), "about 1", "1h")
    assert once_more(SecondGo.NOT_A_NUMBER, public(quiz.by_id["number"])) in in_one_line(said)
    assert "1 of 1 point" in said
    twice = take(only(quiz, "number", skip_passage=True), "1 day", "1 day")
    assert once_more(SecondGo.OTHER_UNIT, public(quiz.by_id["number"])) in in_one_line(twice)
    assert "0 of 1 point" in twice


def test_a_typed_answer_can_be_meant_as_right(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "short", skip_passage=True), "wind", "m", "", "n", terminal=True)
    assert "m: I meant that. Enter goes on > " in said
    assert MEANT in in_one_line(said)
    assert "1 answer was meant as right: counted" in said
    assert "0 of 1 point" in said
    back = take(only(quiz, "short", skip_passage=True), "wind", "m", "m", "", "n", terminal=True)
    assert NOT_MEANT in back
    assert "meant as right" not in back
    picked = take(only(quiz, "choice", skip_passage=True), "1", "m", "", "n", terminal=True)
    assert "m: I meant" not in picked
    assert "That is for an answer that you typed and that was graded wrong." in picked


def test_a_look_back_repeats_one_question_alone(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", "locate", skip_passage=True), "1", "b", "g", "2")
    assert said.count("Question 1 of 2") == 2
    assert said.count("  2  They breathe air.") == 2  # once more for g alone
    after = said[said.rindex("Question 2 of 2", 0, said.rindex("Question 2 of 2")) :]
    assert after.index("Type g to read all of it once more.") < after.index("They breathe air.")
    assert "100%" in said or "50%" in said


def test_bad_input_loses_nothing(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice"), "99", "", "?", "p", "in the sea")
    assert "100%" in said
    assert "Passage opened before an answer: once" in said


def test_leaving_shows_no_result(take: Take, quiz: Quiz) -> None:
    assert "Result" not in take(only(quiz, "choice"), "q")


def test_skipped_questions_come_round(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", "number"), "s", "s", "s", "s")
    assert said.count(ASKED) >= 2


def test_an_answered_question_can_be_looked_at(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", "choices"), "1", "b")
    assert said.count("Question 1 of 2") == 2
    assert said.count("So it says.") == 2


def test_an_answer_is_changed_in_a_test(take: Take, quiz: Quiz, service: Service) -> None:
    given = only(quiz, "choice", "choices", mode=Mode.TEST)
    said = take(given, "1", "b 1", "2", "b 1", "", "1 2")
    assert said.count("You answered this one. Type another answer to change it") == 2
    assert said.count("Your answer: ") >= 2
    answers = service.history.answers()
    assert {one.changes for one in answers if isinstance(one.answer, ChoiceAnswer)} >= {1}


def test_a_near_miss_is_asked_for_again(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "short"), "oxigen gas", "oxygen gas")
    assert "Check the spelling" in said
    assert "100%" in said


def test_a_second_near_miss_is_marked(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "short"), "oxigen gas", "oxigen gas")
    assert "0%" in said


def test_teach_back_takes_lines_and_checks(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "teach-back"), "They live", "in the sea.", "", "9", "1 2")
    assert "you checked 2" in said
    assert "Type a number from 1 to 2." in said


@pytest.mark.parametrize("lines", [("They live",), ("They live", "")])
def test_an_explanation_is_kept_when_the_input_ends(
    lines: tuple[str, ...], take: Take, quiz: Quiz, service: Service
) -> None:
    take(only(quiz, "teach-back"), *lines)
    assert [a.answer for a in service.history.answers("whales")] == [TeachBackAnswer("They live")]


def test_certainty(take: Take, quiz: Quiz) -> None:
    said = take(only(quiz, "choice", certainty=True), "in lakes", "very", "3")
    assert "A wrong one costs 0, 2 or 6" in in_one_line(said[: said.index(ASKED)])
    assert "Type 1, 2 or 3." in said
    assert "-6 of 3 points" in said
    assert "high      0 right,   1 wrong" in said
    assert "(how sure: high)" in said
    assert "0 of 1 point" in said


def test_certainty_says_nothing_where_it_is_off(take: Take, quiz: Quiz) -> None:
    assert "sure" not in take(only(quiz, "choice"), "in lakes").replace("pressure", "")


def test_an_answer_whose_certainty_never_came_is_kept(
    take: Take, quiz: Quiz, service: Service
) -> None:
    take(only(quiz, "choice", certainty=True), "in lakes")
    assert [a.certainty for a in service.history.answers("whales")] == [None]


def test_an_attempt_is_taken_up(take: Take, quiz: Quiz, service: Service) -> None:
    take(only(quiz, "choice", "number", "short"), "1")
    said = take(replace(only(quiz), resume=True))
    assert "You stopped at question 2 of 3; 1 answered." in said
    assert "Question 2 of 3" in said


@pytest.mark.parametrize(("kind", "said"), [("choice", 0), ("choices", 2)])
def test_how_points_are_earned_is_said_first_and_with_the_score(
    kind: str, said: int, take: Take, quiz: Quiz
) -> None:
    shown = " ".join(take(only(quiz, kind), "1 2" if said else "1").split())
    assert shown.count("A right answer earns all of a question's points") == 2
    assert shown.count("a wrong pick takes back a right one") == said


def test_nothing_to_take_up(take: Take, quiz: Quiz) -> None:
    assert "nothing to go on with" in take(only(quiz, "choice", resume=True))


def test_without_a_terminal_a_new_attempt_is_begun(take: Take, quiz: Quiz) -> None:
    take(only(quiz, "choice", "number"), "1")
    assert "You stopped" not in take(only(quiz, "choice"))


@pytest.mark.parametrize(
    ("lines", "place", "left"),
    [
        (["1"], "Question 2 of 2", "Question 2 of 2"),
        (["2", "y", ""], "Question 1 of 1", "Question 1 of 1"),
        (["g", "2", "n", "1"], "Question 2 of 2", "Question 2 of 2"),
        (["2"], "", "Question 2 of 2"),
    ],
)
def test_at_a_terminal_it_is_offered(
    lines: list[str], place: str, left: str, take: Take, quiz: Quiz
) -> None:
    take(only(quiz, "number", "short"), "1")
    said = take(only(quiz, "choice"), *lines, terminal=True)
    assert "You stopped at question 2 of 2; 1 answered." in said
    assert "  1  Go on at question 2\n  2  Begin a new one" in said
    assert ("Type 1 or 2." in said) == ("g" in lines)
    assert ("Your 1 answer so far stays in your history. Begin a new one?" in said) == (
        "2" in lines
    )
    assert place in said
    assert left in take(only(quiz, "choice", resume=True))


def test_at_a_terminal_missed_ones_can_be_practised(
    take: Take, quiz: Quiz, service: Service
) -> None:
    lines = ("", "in lakes", "", "y", "in the sea", "")
    said = take(only(quiz, "choice"), *lines, terminal=True)
    practice = said.partition("Practice, not scored")[2]
    assert "1 of 1 question right this time." in practice
    assert "%" not in practice
    assert "points" not in practice
    assert [a.purpose for a in service.history.answers("whales")] == [
        Purpose.GRADED,
        Purpose.RETRY,
    ]


def test_before_and_after(take: Take, quiz: Quiz) -> None:
    take(only(quiz, form="pre"), "1", "1", "?e")
    before = take(only(quiz, form="pre"), "fly", "fly", "?e")
    assert "Before and after" not in before
    said = take(only(quiz, form="post"), "1", "1", "?e")
    assert "All: 0% before, 50% after (+50 points of 100)" in said
    assert "Life in the sea: 0% before, 100% after (+100 points of 100)" in said
    assert "for one learner this is a rough" in said


def test_nothing_is_said_of_a_gain_without_a_attempt_before(take: Take, quiz: Quiz) -> None:
    assert "Before and after" not in take(only(quiz, form="post"), "1", "1", "?e")


def test_nothing_that_fits(take: Take, quiz: Quiz) -> None:
    with pytest.raises(NothingToAsk):
        take(Start(screen="play", quiz=quiz, wanted=QuestionFilter(kinds=frozenset({"x"}))))


def test_trouble_with_the_disk_is_told(take: Take, quiz: Quiz, service: Service) -> None:
    service.folder.parent.mkdir(parents=True, exist_ok=True)
    Path(service.folder).write_text("no folder")
    said = take(only(quiz, "choice"), "in the sea")
    flat = in_one_line(said)
    assert flat.index(ASKED) < flat.index("can't be added to your history") < flat.index("> ")
    assert flat.count("can't be added to your history") == 1
    assert "100%" in said


def test_what_happened_to_the_history_is_told_below_the_first_question(
    take: Take, quiz: Quiz, service: Service
) -> None:
    service.folder.mkdir(parents=True)
    (service.folder / "answers.sqlite").write_bytes(b"no database" * 100)
    flat = in_one_line(take(only(quiz, "choice"), "in the sea"))
    assert flat.index(ASKED) < flat.index("Your history was damaged.") < flat.index("> ")
    assert flat.count("Your history was damaged.") == 1


def test_a_hard_word_is_explained_behind_a_question_mark(take: Take, quiz: Quiz) -> None:
    telling = Term(term="whale", means="An animal that lives in the sea.", source="A dictionary")
    breath = Term(term="breath", means="Air going in and out.", source="A dictionary")
    explained = replace(quiz, terms=("sea", telling, breath))
    start = only(explained, "choice")
    said = take(start, "?whales", "?breath", "?fish", "?", "in the sea")
    assert f"whale: {NOT_YET}" in in_one_line(said)
    assert "breath: Air going in and out.\nSource: A dictionary" in said
    assert "“fish” is not explained here." in said
    assert said.count("?word says what a hard word means: whale, breath.") == 3
    assert "1 of 1 point" in said
    assert "Passage opened before an answer: never" in said
