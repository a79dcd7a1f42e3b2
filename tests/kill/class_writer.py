"""A program of its own at a class: all learners answer group by group, and each answer is said."""

import sys
from pathlib import Path
from random import Random

from quiz.engine.live_class import Step
from quiz.model.class_settings import ClassSettings, Pace
from quiz.service.classes import Classes
from quiz.service.live_class import NotOpen
from tests.service.live import QUIZ, SOURCE, by_lot

LEARNERS = 30


def main(folder: Path) -> None:
    """Answer every question from every seat, many times over, and say what was confirmed."""
    live = Classes(folder).begin(QUIZ, SOURCE, ClassSettings(pace=Pace.OWN))
    joined = [one for one in live.join_all([None] * LEARNERS) if isinstance(one, tuple)]
    live.step(Step.BEGIN)
    _say(live.code)
    for number in range(1_000):
        rng, position = Random(number), number % live.state.of
        votes = [
            live.check(seat, position, by_lot(live, position, rng), None) for seat, _ in joined
        ]
        for vote in live.save(votes):
            assert not isinstance(vote, NotOpen)
            _say(f"{vote.seat} {vote.position} {vote.changes} {vote.answer!r}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
