"""A class of 25, of whom all is known, from handing out to its report.

Some learners sit at programs of their own, some write on paper, the others take turns in this
process. All go through the command line and the quiz in lines, and read what stands there.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

from quiz.commands.paper import drawn
from quiz.commands.parser import parser
from quiz.model.answer import ChoiceAnswer
from quiz.model.question import Choice
from quiz.quizfile.reader import read
from tests.classroom.model import Said, Simulated, simulated
from tests.classroom.room import Room, typed
from tests.classroom.seat import Reader, sit

KETAMINE = Path(__file__).parents[2] / "questions" / "ketamine.yaml"
LEARNERS, APART, ON_PAPER = 25, 2, 3


@dataclass(frozen=True, slots=True)
class Exercise:
    """What came of the exercise."""

    room: Room
    """Where it was taken."""
    known: Simulated
    """The class."""
    asked: Mapping[str, frozenset[str]]
    """The questions that each learner was asked, by their ids."""
    report: Mapping[str, Any]
    """What `quiz report --json` says."""
    folder: Path
    """Where everything lies."""

    @property
    def form(self) -> Mapping[str, Any]:
        """The one form of the report."""
        (form,) = self.report["forms"]
        return dict(form)

    def said(self, question: str) -> list[tuple[str, Said]]:
        """Return what those who were asked a question said to it."""
        return [
            (learner, said[question])
            for learner, said in self.known.said.items()
            if question in self.asked[learner]
        ]


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exercise]:
    """Return the exercise, done."""
    folder = tmp_path_factory.mktemp("class")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder / "home"))
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / "home" / name.lower()))
        patch.chdir(folder)
        yield done(Room(patch), folder)


def done(room: Room, folder: Path) -> Exercise:
    """Hand the quiz out, let the class take it, and gather what it handed in."""
    quiz = read(KETAMINE)
    known = simulated(quiz, LEARNERS, 5)
    room.run("assign", "ketamine", "-o", "exercise.json", "--certainty", "--hand-in-to", "results")
    (folder / "results").mkdir()
    for place, learner in enumerate(known.learners[:-ON_PAPER]):
        reader = Reader(quiz, known.said[learner])
        if place < APART:
            code, said = sit([sys.executable, "-m", "quiz", *play(learner)], reader.line)
            assert code == 0, said[-2000:]
        else:
            room.run(*play(learner), reader=reader)
    (sheet,) = drawn(parser().parse_args(["print", "ketamine", "-o", "-"]), quiz)
    on_paper = known.learners[-ON_PAPER:]
    paper = [line for one in on_paper for line in (one, *typed(known, one, sheet))]
    room.run("mark", "ketamine", "-o", "results", lines=paper)
    (folder / "roster.txt").write_text("\n".join(code.upper() for code in known.learners))
    words = ["report", "results", "--quiz", "ketamine", "--roster", "roster.txt", "--json"]
    report = json.loads(room.run(*words))
    return Exercise(room, known, asked_in(report), report, folder)


def play(learner: str) -> list[str]:
    return ["play", "exercise.json", "--learner", learner, "--plain"]


def asked_in(report: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return which scored questions each learner was asked."""
    (form,) = report["forms"]
    own_words = {each["question"]["id"] for each in form["questions"] if each["guess"] is None}
    return {
        one["submission"]["learner"].lower(): frozenset(one["submission"]["answers"]) - own_words
        for one in form["learners"]
    }


def test_everybody_is_there_and_everything_counts(exercise: Exercise) -> None:
    assert exercise.report["issues"] == []
    assert sorted(exercise.asked) == sorted(exercise.known.learners)
    files = list((exercise.folder / "results").iterdir())
    assert len(files) == LEARNERS
    ways = Counter(json.loads(path.read_text())["way"] for path in files)
    assert ways == {"program": LEARNERS - ON_PAPER, "paper": ON_PAPER}


def test_each_learner_gets_back_what_is_theirs(exercise: Exercise) -> None:
    folder = exercise.folder / "returned"
    results = str(exercise.folder / "results")
    exercise.room.run("return", results, "--quiz", "ketamine", "-o", str(folder))
    names = {path.stem.lower(): path.read_text() for path in folder.glob("*-returned.html")}
    assert len(names) == LEARNERS
    for learner in exercise.known.learners:
        (own,) = (text for name, text in names.items() if f"-{learner}-" in name)
        others = set(exercise.known.learners) - {learner}
        assert not any(re.search(rf"\b{other}\b", own, re.IGNORECASE) for other in others)
    assert len(re.findall("<article", (folder / "all.html").read_text())) >= LEARNERS


def test_the_points_of_each_learner_are_the_known_ones(exercise: Exercise) -> None:
    points = {question.id: question.points for question in exercise.known.quiz.scored}
    for one in exercise.form["learners"]:
        learner = one["submission"]["learner"].lower()
        said = {name: exercise.known.said[learner][name] for name in exercise.asked[learner]}
        worth = [each.fraction for each in said.values() if each.answer]
        assert len(said) > 15
        assert one["points"] == pytest.approx(
            sum(points[name] * each.fraction for name, each in said.items())
        )
        assert one["right"] == worth.count(1)
        assert one["wrong"] == worth.count(0)
        assert one["partly"] == len(worth) - worth.count(1) - worth.count(0)
        assert one["empty"] == len(said) - len(worth)


def test_the_figures_of_each_question_are_the_known_ones(exercise: Exercise) -> None:
    assert len(exercise.form["questions"]) > 20
    for each in exercise.form["questions"]:
        if each["guess"] is None:
            continue
        said = exercise.said(each["question"]["id"])
        fractions = [one.fraction for _, one in said]
        assert each["asked"] == len(said)
        assert each["empty"] == sum(one.answer is None for _, one in said)
        assert each["earned"] == pytest.approx(sum(fractions))
        if len(said) == LEARNERS:
            assert each["facility"]["value"] == pytest.approx(sum(fractions) / LEARNERS)


def test_who_took_which_option_is_known(exercise: Exercise) -> None:
    quiz = exercise.known.quiz
    choices = {one.id: one for one in quiz.questions if isinstance(one, Choice)}
    seen = 0
    for each in exercise.form["questions"]:
        name = each["question"]["id"]
        if name in choices:
            taken: Counter[int] = Counter()
            for _, one in exercise.said(name):
                if isinstance(one.answer, ChoiceAnswer):
                    taken.update(one.answer.options)
            (table,) = each["tables"]
            texts = [option.text for option in choices[name].options]
            assert [row["text"] for row in table["rows"]] == texts
            assert [row["count"] for row in table["rows"]] == [taken[n] for n in range(len(texts))]
            seen += 1
    assert seen > 5


def test_how_sure_they_were_is_known(exercise: Exercise) -> None:
    on_computers = exercise.known.learners[:-ON_PAPER]
    said = [
        exercise.known.said[learner][name]
        for learner in on_computers
        for name in exercise.asked[learner]
    ]
    answered = [one for one in said if one.answer]
    for level in (1, 2, 3):
        of_level = [one.fraction == 1 for one in answered if one.certainty == level]
        made = exercise.form["calibration"]
        assert made["right"][str(level)] == of_level.count(True)
        assert made["wrong"][str(level)] == of_level.count(False)


def test_the_class_is_as_the_model_has_it(exercise: Exercise) -> None:
    """As many are right as the model lets expect, and the hard questions are the hard ones."""
    known, pairs = exercise.known, []
    for each in exercise.form["questions"]:
        name = each["question"]["id"]
        if name in known.difficulties:
            chances = [known.chance(learner, name) for learner, _ in exercise.said(name)]
            spread = sqrt(sum(chance * (1 - chance) for chance in chances))
            assert abs(each["right"] - sum(chances)) < 4 * spread, name
            if each["asked"] > LEARNERS / 2:
                pairs.append((-known.difficulties[name], each["right"] / each["asked"]))
    assert len(pairs) > 15
    assert correlation(pairs) > 0.75
    shares = [
        (known.abilities[one["submission"]["learner"].lower()], one["points"] / one["possible"])
        for one in exercise.form["learners"]
    ]
    assert correlation(shares) > 0.8


def correlation(pairs: Sequence[tuple[float, float]]) -> float:
    """Return Pearson's correlation."""
    count = len(pairs)
    first, second = (sum(column) / count for column in zip(*pairs, strict=True))
    both = sum((x - first) * (y - second) for x, y in pairs)
    spread = (sum((x - first) ** 2 for x, _ in pairs), sum((y - second) ** 2 for _, y in pairs))
    return float(both / sqrt(spread[0] * spread[1]))
