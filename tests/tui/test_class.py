"""The teacher's screen: a class in all, its questions, the passage, and names to hide."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.widgets import Static

from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.assignment import regrading_data
from quiz.engine.dates import local
from quiz.model.answer import Answer, ChoiceAnswer, TeachBackAnswer, TypedAnswer
from quiz.model.question import Choice
from quiz.model.quiz import Quiz
from quiz.model.regrading import Credit
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.service.regrading import Regrader
from quiz.start import Start
from quiz.tui.screens.class_base import ClassPageScreen
from quiz.tui.screens.class_grid import ClassGridScreen, GridTable
from quiz.tui.screens.class_learner import ClassLearnerScreen, answered
from quiz.tui.screens.class_question import ClassQuestionScreen, source_of
from quiz.tui.screens.class_report import ClassReportScreen
from quiz.tui.widgets.class_lists import ResponseList
from quiz.tui.widgets.passage import PassagePane
from tests.analysis.build import class_of, took
from tests.tui.answering import RIGHT, WRONG
from tests.tui.hostile import FORBIDDEN, HOSTILE, poisoned
from tests.tui.learner import Learner, learning, lines, plain
from tests.tui.test_sizes import fits

NAMES = ("Ana Lopez", "Ben Okafor", "Chloé Dubois", "Dmitri", "Ela Yildiz", "Farid")
ISSUES = (
    Issue(kind=IssueKind.DAMAGED, source="ana-lopez-2.json", detail="It is cut off."),
    Issue(kind=IssueKind.NO_RESULT, learner="Zoe Late"),
)
BEES = Path(__file__).parent / "quizzes" / "bees.yaml"

WHEN = local(datetime(2026, 11, 30, 9, 5, tzinfo=UTC))


@cache
def bees_bank() -> Quiz:
    return read(BEES)


def start(made: ClassReport) -> Start:
    return Start(screen="class", report=made)


def class_in(quiz: Quiz) -> ClassReport:
    """Return a class in which half are right, and the wrong ones are sure."""
    answers = [RIGHT if place % 2 else WRONG for place in range(len(NAMES))]
    pairs = zip(NAMES, answers, strict=True)
    return report(quiz, [took(quiz, *pair, certainty=3) for pair in pairs], ISSUES)


@cache
def small() -> ClassReport:
    return class_in(bees_bank())


@cache
def twice() -> ClassReport:
    quiz = bees_bank()
    before = class_of(quiz, NAMES, 1, "pre", ability=-0.5)
    return report(quiz, before + class_of(quiz, NAMES[1:], 2, "post", ability=1.5), ISSUES)


async def test_it_opens_at_the_class_and_escape_ends_it(service: Service) -> None:
    async with learning(service, start(small()), (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        for words in ("6 learners", "Figures", "Scores", "Sure but wrong"):
            assert words in learner.text
        for words in ("Topics", "How sure", "Below 10 learners the figures describe this class"):
            assert words in learner.all_text
        first = " ".join(learner.all_text.split())
        for words in (
            "How the class did: 6 learners earned 50% of the points on average",
            "What was not understood: “",
            "Who to talk to: Ana Lopez (0 of",
            "Zoe Late (no result)",
            "standard error: none. It takes 10 learners, and this is about 6.",
        ):
            assert words in first
        assert learner.bar.startswith("enter Open  l Learners  i Grid  d Did not fit  n Names")
        assert "Gain" not in learner.bar
        assert "Other form" not in learner.bar
        await learner.press("n")
        await learner.until(lambda: "Who to talk to: Learner 0" in learner.text)
        for name in (*NAMES, "Zoe Late"):
            assert name not in learner.all_text
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)


async def test_the_way_leads_from_a_question_to_an_answer_to_the_passage(service: Service) -> None:
    made = small()
    async with learning(service, start(made), (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("enter")
        screen = await learner.at(ClassQuestionScreen)
        each = screen.shown
        assert " ".join(each.question.ask.split()) in learner.text
        assert f"{each.right} right" in learner.text
        said = " ".join(learner.all_text.split())
        assert "effective weight: none. It takes 10 learners, and this is about 6." in said
        assert "Ranges are 95% intervals. Below 100 learners figures are unstable." in said
        assert "3 learners were sure but wrong, 3 of them highly sure." in learner.text
        pane = screen.query_one(PassagePane)
        await learner.until(lambda: bool(pane.lit))
        evidence = pane.lit
        text = made.quiz.passage.text
        assert [text[slice(*span)] for span in evidence] == list(each.question.quotes)
        await learner.press("right")
        await learner.until(lambda: screen.shown is not each)
        assert screen.at == 1
        await learner.press("left", "escape")
        await learner.at(ClassReportScreen)


async def test_an_answer_that_was_tempted_lights_the_words_that_tempt(service: Service) -> None:
    quiz = bees_bank()
    queen = next(one for one in quiz.questions if isinstance(one, Choice))
    wrong = next(one for one in queen.options if not one.correct)
    quote = quiz.passage.text[quiz.passage.paragraphs[-1].start :][:12]
    options = tuple(replace(one, quote=quote) if one is wrong else one for one in queen.options)
    tempted = replace(queen, options=options)
    quiz = replace(
        quiz, questions=tuple(tempted if one is queen else one for one in quiz.questions)
    )
    async with learning(service, start(class_in(quiz)), (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        screen = ClassQuestionScreen(learner.app.screen.view, [queen.id], 0)  # type: ignore[attr-defined]
        await learner.app.push_screen(screen)
        await learner.at(ClassQuestionScreen)
        pane, responses = screen.query_one(PassagePane), screen.query_one(ResponseList)
        place = next(n for n, row in enumerate(responses.responses) if row.text == wrong.text)
        await learner.press(*["down"] * place)
        await learner.until(
            lambda: [quiz.passage.text[slice(*span)] for span in pane.lit] == [quote]
        )
        right = next(row for row in responses.responses if row.right)
        assert source_of(tempted, right, quiz) != pane.lit


async def test_in_a_narrow_terminal_one_key_opens_the_passage_at_what_is_lit(
    service: Service,
) -> None:
    async with learning(service, start(small()), (80, 24)) as learner:
        await learner.at(ClassReportScreen)
        assert "Sure but wrong" in learner.all_text
        await learner.press("enter")
        screen = await learner.at(ClassQuestionScreen)
        assert "p Passage" in learner.bar
        assert not screen.query_one(PassagePane).display
        await learner.press("p")
        await learner.until(lambda: "▌" in "".join(lines(screen)))
        assert "Next" not in learner.bar
        await learner.press("escape")
        await learner.until(lambda: not screen.query_one(PassagePane).display)
        await learner.resize(120, 40)
        await learner.until(lambda: "p Passage" not in lines(screen)[-1])
        await learner.resize(80, 24)
        await learner.until(lambda: "p Passage" in lines(screen)[-1])
        await learner.press("escape")
        await learner.at(ClassReportScreen)


async def test_one_key_hides_every_name_and_shows_it_again(service: Service) -> None:
    typed: dict[str, Answer | None] = {
        "honey": TypedAnswer(("Ana Lopez told me",)),
        "swarm": TeachBackAnswer("Ben Okafor says so."),
    }
    quiz = bees_bank()
    submissions = [took(quiz, name, typed, certainty=3) for name in NAMES]
    async with learning(service, start(report(quiz, submissions, ISSUES)), (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        assert "Ana Lopez told me" in learner.all_text
        await learner.press("n", "l")
        await learner.at(ClassPageScreen)
        await learner.until(lambda: "names hidden" in learner.text)
        assert "Learner 0" in learner.text
        for name in NAMES:
            assert name not in learner.text
        await learner.press("escape", "d")
        await learner.at(ClassPageScreen)
        assert "file 1" in learner.text
        for word in ("ana-lopez", "Zoe Late"):
            assert word not in learner.text
        await learner.press("escape")
        await learner.at(ClassReportScreen)
        assert "Ana Lopez" not in learner.all_text
        await learner.press("enter")
        await learner.at(ClassQuestionScreen)
        assert "Ana Lopez" not in learner.all_text
        await learner.press("n")
        await learner.until(lambda: "Ana Lopez told me" in learner.all_text)
        await learner.press("escape")
        await learner.until(lambda: "Ana Lopez told me" in learner.all_text)


async def test_codes_stay_the_same_while_it_is_open(service: Service) -> None:
    async with learning(service, start(small()), (80, 24)) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("n", "l")
        await learner.at(ClassPageScreen)
        await learner.until(lambda: "Learner 0" in learner.text)
        first = learner.text
        await learner.press("n", "n")
        await learner.until(lambda: "names hidden" in learner.text)
        assert learner.text == first


async def test_a_report_without_names_has_no_key_for_them(service: Service) -> None:
    made = replace(small(), anonymous=True)
    async with learning(service, start(made), (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        assert "Names" not in learner.bar
        assert "names hidden" in learner.text


async def test_each_learner_has_a_line(service: Service) -> None:
    async with learning(service, start(small()), (80, 24)) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("l")
        screen = await learner.at(ClassPageScreen)
        for name in NAMES:
            assert name in learner.text
        listed = [line for line in lines(screen) if "right" in line or "wrong" in line]
        behind_the_names = {
            cell_len(re.split(r"  \d+ (?:right|wrong)", line)[0]) for line in listed
        }
        assert len(listed) == len(NAMES)
        assert len(behind_the_names) == 1
        await learner.resize(30, 12)
        assert "Ana Lopez" in learner.text


async def test_forms_take_turns_and_the_gain_has_a_screen(service: Service) -> None:
    async with learning(service, start(twice()), (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        assert "Pretest: 6 learners" in learner.text
        await learner.press("f")
        await learner.until(lambda: "Posttest: 5 learners" in learner.text)
        await learner.press("g")
        await learner.at(ClassPageScreen)
        assert "5 learners took both forms" in learner.text
        assert "Ben Okafor" in learner.text
        assert "Mean score after: " in learner.text
        assert "Raw gain: " in learner.text
        assert "Normalized gain: it takes 10 learners, and this is about 5" in learner.text


async def test_figures_of_a_larger_class_stand_in_it(service: Service) -> None:
    quiz = bees_bank()
    made = report(quiz, class_of(quiz, [f"L{n}" for n in range(40)]))
    async with learning(service, start(made), (120, 60)) as learner:
        await learner.at(ClassReportScreen)
        for words in ("Mean score", "Internal consistency", "Unstable"):
            assert words in learner.text
        await learner.press("enter")
        await learner.at(ClassQuestionScreen)
        for words in ("Facility", "Discrimination", "upper third"):
            assert words in learner.text


async def test_nothing_that_counts_is_said(service: Service) -> None:
    async with learning(service, start(report(bees_bank(), [], ISSUES)), (80, 24)) as learner:
        await learner.at(ClassReportScreen)
        assert "There is no result that counts." in learner.text
        assert "Learners" not in learner.bar
        await learner.press("space", "d")
        await learner.at(ClassPageScreen)
        assert "ana-lopez-2.json" in learner.text


async def everywhere(learner: Learner) -> list[str]:
    """Go through every screen of a class, and return the stops."""
    stops = []
    for keys in ("", "enter", "escape l", "space escape d", "space escape f", "g", "escape n"):
        await learner.press(*keys.split())
        stops.append(keys)
    return stops


@pytest.mark.parametrize("size", [(120, 40), (40, 15)])
async def test_every_screen_of_a_class_fits(service: Service, size: tuple[int, int]) -> None:
    for made in (small(), twice()):
        async with learning(service, start(made), size) as learner:
            await learner.at(ClassReportScreen)
            fits(learner, "class")
            for key in ("enter", "l", "d", "g"):
                await learner.press(key)
                fits(learner, key)
                if not isinstance(learner.app.screen, ClassReportScreen):
                    await learner.press("escape")
                await learner.at(ClassReportScreen)


async def test_the_smallest_does_not_end_a_class(service: Service) -> None:
    async with learning(service, start(twice()), (20, 5)) as learner:
        await learner.at(ClassReportScreen)
        await everywhere(learner)
        assert learner.app.is_running


async def test_names_and_answers_of_strangers_are_only_text(service: Service) -> None:
    quiz = poisoned(bees_bank(), HOSTILE)
    typed = {**WRONG, "honey": TypedAnswer((HOSTILE,)), "swarm": TeachBackAnswer(HOSTILE)}
    names = [HOSTILE, *(f"{HOSTILE} {n}" for n in range(4))]
    made = report(
        quiz,
        [took(quiz, name, typed, certainty=2) for name in names],
        [Issue(kind=IssueKind.DAMAGED, source=HOSTILE, learner=HOSTILE, detail=HOSTILE)],
    )
    async with learning(service, start(made), (60, 20)) as learner:
        await learner.at(ClassReportScreen)
        for key in ("enter", "l", "d", "n"):
            await learner.press(key)
            for line in lines(learner.app.screen):
                assert not FORBIDDEN & set(line), line
                assert cell_len(line) == 60, line
            if not isinstance(learner.app.screen, ClassReportScreen):
                await learner.press("escape")
        assert learner.app.is_running


@pytest.mark.parametrize(
    ("length", "said"),
    [(300, ""), (301, "it has 301 characters"), (20_000, "it has 20,000 characters")],
)
async def test_a_long_text_is_cut_and_its_length_said(
    service: Service, length: int, said: str
) -> None:
    quiz = bees_bank()
    made = report(quiz, [took(quiz, "Ana", {"swarm": TeachBackAnswer("x" * length)})])
    async with learning(service, start(made), (120, 60)) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("enter")
        await learner.at(ClassQuestionScreen)
        await learner.until(lambda: "By Ana" in learner.text)
        assert said in learner.text
        assert ("Cut here" in learner.text) is bool(said)


def unforeseen(tmp_path: Path) -> tuple[Start, Path]:
    """Return a class that typed what the key did not foresee, and where it is graded over."""
    quiz = bees_bank()
    answers: list[dict[str, Answer]] = [
        {"honey": TypedAnswer((text,)), "swarm": TeachBackAnswer("They leave.")}
        for text in ("flower juice", "Flower juice.", "Ana's jam", "nectar")
    ]
    by_key = report(quiz, [took(quiz, *pair) for pair in zip(NAMES, answers, strict=False)])
    place = tmp_path / "results"
    place.mkdir()
    grade_over = Regrader(by_key, [place]).grade
    return replace(start(by_key), grade_over=grade_over), tmp_path / "results-regrading.json"


async def gives(learner: Learner, key: str, *words: str) -> None:
    await learner.press(key)
    await learner.until(lambda: all(word in learner.text for word in words))


async def test_a_typed_answer_is_graded_over_with_one_key_and_undone(
    service: Service, tmp_path: Path
) -> None:
    started, kept = unforeseen(tmp_path)
    async with learning(service, started, (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        await gives(learner, "enter", "1 right, 3 wrong, 0 empty, of 4 learners")
        for words in ("a Accept", "v Half", "r Reject"):
            assert words in learner.bar
        assert "u Undo" not in learner.bar
        await gives(learner, "a", "3 right, 1 wrong", "2 graded over", "Graded over: full points")
        assert '# accept\n- "Flower juice."' in "\n".join(
            str(each.content) for each in learner.app.screen.query(Static)
        )
        assert "a Accept" not in learner.bar
        assert "u Undo" in learner.bar
        await gives(learner, "v", "1 right, 2 partly right, 1 wrong", "◐")
        await gives(learner, "n", "names hidden")
        await gives(learner, "r", "1 right, 3 wrong", "Graded over: no points")
        await gives(learner, "down", "(name)")
        await gives(learner, "a", "hidden in this answer")
        await gives(learner, "up", "names hidden")
        await gives(learner, "u", "1 right, 3 wrong, 0 empty, of 4 learners")
        assert "Graded over" not in learner.all_text
        assert not kept.exists()
        kept.write_text("{")
        await gives(learner, "a", "damaged")
        assert kept.read_text() == "{"
        assert "1 right, 3 wrong, 0 empty, of 4 learners" in learner.text


async def test_a_teach_back_is_given_points_and_every_screen_says_so(
    service: Service, tmp_path: Path
) -> None:
    started, kept = unforeseen(tmp_path)
    async with learning(service, started, (120, 40)) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("enter")
        await learner.at(ClassQuestionScreen)
        await gives(learner, "right", "Explain what a swarm is.", "Not scored", "They leave.")
        everybody = f"By {', '.join(NAMES[:4])}"
        assert everybody in learner.all_text
        await learner.press("n")
        await learner.until(lambda: "By Learner 0" in learner.all_text)
        assert not any(name in learner.all_text for name in NAMES)
        await learner.press("n")
        await learner.until(lambda: everybody in learner.all_text)
        await gives(learner, "v", "0 right, 4 partly right", "Graded over: half the points")
        assert "4 graded over" in learner.all_text
        await learner.resize(80, 24)
        for words in ("a Accept", "r Reject", "u Undo"):
            await learner.until(lambda words=words: words in learner.bar)  # type: ignore[misc]
        await learner.resize(120, 40)
        await gives(learner, "escape", "4 answers are graded over")
        await gives(learner, "l", "1 graded over")
    (one,) = regrading_data.from_bytes(kept.read_bytes())
    assert (one.answer, one.points) == ("They leave.", Credit.HALF)


@pytest.mark.parametrize("size", [(120, 40), (40, 15)])
async def test_a_learner_is_opened_from_the_list_and_from_the_grid(
    service: Service, size: tuple[int, int]
) -> None:
    async with learning(service, start(small()), size) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("l")
        await learner.at(ClassPageScreen)
        await learner.press("down", "enter")
        await learner.at(ClassLearnerScreen)
        for words in ("Ben Okafor", "Answer: ", "Right: ", "How sure: high", "The passage says"):
            assert words in learner.all_text
        assert "Ana Lopez" not in learner.all_text
        await learner.press("escape", "escape", "i")
        await learner.at(ClassGridScreen)
        shown = lines(learner.app.screen)
        assert any("Ana Lopez" in line and "✗" in line for line in shown)
        await learner.press("n")
        await learner.until(lambda: "Ana Lopez" not in learner.text)
        await learner.press("n")
        await learner.until(lambda: "Ana Lopez" in learner.text)
        await learner.press("enter")
        await learner.at(ClassLearnerScreen)
        assert "Ana Lopez" in learner.all_text
        assert "Not quite" in learner.all_text
        await learner.press("n")
        await learner.at(ClassGridScreen)
        await learner.until(lambda: "Ana Lopez" not in learner.text)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, ["Right: The queen"]),
        ({"certainty": 2}, ["Answer: The workers", "Right: The queen", "How sure: medium"]),
        (
            {"at": datetime(2026, 11, 30, 9, 5, tzinfo=UTC), "changes": 2},
            ["Answer: The workers", "Right: The queen", f"Answered: {WHEN}, changed 2 times"],
        ),
    ],
)
def test_what_a_learner_answered_is_said_with_its_time(
    answer: dict[str, Any] | None, said: list[str]
) -> None:
    quiz = bees_bank()
    given = ChoiceAnswer(frozenset({1}))
    marked = None if answer is None else MarkedAnswer(answer=given, fraction=0, **answer)
    assert [*answered(quiz.by_id["queen"], marked, quiz)] == said


async def test_a_right_answer_in_which_a_name_is_hidden_stays_right(service: Service) -> None:
    quiz = bees_bank()
    made = report(quiz, [took(quiz, "Nectar", {"honey": TypedAnswer(("nectar",))})])
    async with learning(service, start(made), (80, 24)) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("n", "l")
        await learner.at(ClassPageScreen)
        await learner.press("enter")
        await learner.at(ClassLearnerScreen)
        assert "Not quite" not in learner.all_text
        assert "Right" in learner.all_text


def sign_of(learner: Learner) -> str:
    """Return the style of the first sign of the grid; nothing while it is drawn anew."""
    (*tables,) = learner.app.screen.query(GridTable)
    rows = [table.get_row_at(0) for table in tables if table.row_count]
    return str(rows[0][1].style) if rows else ""


async def test_the_grid_keeps_its_cursor_and_leads_to_all_its_questions(service: Service) -> None:
    async with learning(service, start(small()), (40, 15)) as learner:
        await learner.at(ClassReportScreen)
        await learner.press("i")
        await learner.at(ClassGridScreen)
        await learner.press("down", "down", "n")
        await learner.until(lambda: "Ana Lopez" not in learner.text)
        assert learner.app.screen.query_one(GridTable).cursor_row == 2
        before = sign_of(learner)
        await learner.press("t")
        await learner.until(lambda: sign_of(learner) not in {"", before})
        assert learner.app.screen.query_one(GridTable).cursor_row == 2
        last = learner.app.screen.query_one("#legend Static", Static)
        words = plain(last).splitlines()[-1][:20]
        assert words not in learner.text
        for _ in range(8):
            if words not in learner.text:
                await learner.press("space")
        assert words in learner.text
