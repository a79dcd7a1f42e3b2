"""The results of a class in browsers: a report reads them, with the grades of the class."""

import json
from pathlib import Path
from random import Random

import pytest

from quiz.analysis.gathering import Expected
from quiz.assignment.collecting import collect
from quiz.engine.live_class import Step
from quiz.engine.result import result
from quiz.model.class_settings import Names, Pace
from quiz.model.submission import Submission
from quiz.service.class_results import NoResults
from quiz.service.classroom import class_report
from quiz.service.live_class import LiveClass
from quiz.store.errors import StorageError
from tests.service.live import OPENED, QUIZ, answered, begun, by_lot, classes, killed, right


def taken(folder: Path, seed: int, learners: int = 4) -> LiveClass:
    """Return a class at its own pace that is over, with answers by lot."""
    rng = Random(seed)
    live = begun(classes(folder), Step.BEGIN, pace=Pace.OWN, certainty=True)
    for seat, _ in (live.join(None) for _ in range(learners)):
        for position in rng.sample(range(live.state.of), rng.randint(1, live.state.of)):
            vote = live.check(seat, position, by_lot(live, position, rng), rng.choice((1, 3, None)))
            live.save([vote])
    live.step(Step.END)
    return live


def submissions(folder: Path) -> list[Submission]:
    found = [one.holds for one in collect([folder])]
    return [one for one in found if isinstance(one, Submission)]


@pytest.mark.parametrize("seed", range(8))
def test_a_report_gives_the_grades_of_the_class(folder: Path, tmp_path: Path, seed: int) -> None:
    live = taken(folder, seed)
    report = class_report(QUIZ, [live.write_results(tmp_path / "results")], Expected())
    assert not report.issues
    points = {one.submission.learner: one.points for one in report.forms[0].learners}
    totals = {one.name: result(live.session_of(one)).total.points for one in live.seats}
    assert points == pytest.approx(totals)


def test_what_is_in_a_result(folder: Path, tmp_path: Path) -> None:
    live = begun(classes(folder), *OPENED, names=Names.OWN, certainty=True)
    (ada, _), (bob, _) = live.join("Ada"), live.join("Bob")
    answered(live, ada, 0, by_lot(live, 0, Random(1)))
    live.save([live.check(ada, 0, right(live), 3)])
    live.hide(ada.id)
    live.step(Step.END)
    live.write_results(tmp_path / "results")
    (found,) = submissions(tmp_path / "results")  # who answered nothing has none
    assert (found.learner, found.quiz, len(found.asked)) == ("Learner 1", "bees", 1)
    assert found.assignment == live.record.assignment
    (reply,) = found.replies.values()
    assert (reply.certainty, reply.changes) == (3, 1)
    assert bob.name == "Bob"


def test_what_was_answered_before_the_talk_counts(folder: Path, tmp_path: Path) -> None:
    live = begun(classes(folder), *OPENED)
    seat, _ = live.join(None)
    answered(live, seat, 0, right(live))
    for step in (Step.CLOSE, Step.TALK, Step.VOTE_AGAIN):
        live.step(step)
    answered(live, seat, 0, by_lot(live, 0, Random(2)))
    live.step(Step.END)
    live.write_results(tmp_path / "results")
    (form,) = class_report(QUIZ, [tmp_path / "results"], Expected()).forms
    assert [one.points for one in form.learners] == [live.lesson.question(0).points]


def test_the_end_is_final_once_the_results_are_written(folder: Path, tmp_path: Path) -> None:
    of = classes(folder)
    live = taken(folder, 1)
    assert Step.UNDO in live.state.steps
    first = live.write_results(tmp_path / "results")
    assert live.state.steps == ()
    again = killed(of, live)
    assert again.state.steps == ()
    second = again.write_results(tmp_path / "results")
    assert (first.name, second.name) == ("results", "results-2")
    files = [sorted(one.read_text() for one in folder.iterdir()) for folder in (first, second)]
    assert files[0] == files[1]


def test_there_is_nothing_to_write_before_the_end_or_without_an_answer(
    folder: Path, tmp_path: Path
) -> None:
    live = begun(classes(folder), *OPENED)
    live.join(None)
    with pytest.raises(NoResults, match="not over"):
        live.write_results(tmp_path / "results")
    live.step(Step.END)
    with pytest.raises(NoResults, match="Nobody"):
        live.write_results(tmp_path / "results")
    assert not (tmp_path / "results").exists()


def test_a_folder_that_can_not_be_written_is_told_and_the_class_stays(
    folder: Path, tmp_path: Path
) -> None:
    live = taken(folder, 1)
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="file"):
        live.write_results(tmp_path / "file" / "results")
    assert Step.UNDO in live.state.steps
    assert live.write_results(tmp_path / "results").is_dir()


@pytest.mark.parametrize("name", ["../../etc", "CON", "a/b", "=1+1", "<i>", "😀", "."])
def test_a_name_leads_out_of_no_folder(name: str, folder: Path, tmp_path: Path) -> None:
    live = begun(classes(folder), *OPENED, names=Names.OWN)
    seat, _ = live.join(name)
    answered(live, seat, 0, right(live))
    live.step(Step.END)
    written = live.write_results(tmp_path / "out" / "results")
    assert [one.parent for one in tmp_path.rglob("bees*.json")] == [written]
    (found,) = submissions(written)
    assert found.learner == name
    assert json.loads(next(written.iterdir()).read_text())["learner"] == name
