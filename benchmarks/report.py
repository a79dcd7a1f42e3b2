"""What a class report costs beside reading the answers it is about with the json module alone.

python benchmarks/report.py          measures 100 and 1,000 learners with 30 questions each
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.analysis.build import lot, marked

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import report
from quiz.analysis.script import Marked, Script
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from quiz.quizfile.shelf import shipped
from quiz.report.data import to_json
from quiz.report.lines import lines
from quiz.report.page import to_page
from quiz.report.rows import answer_table, learner_table

SIZES = (100, 1_000)
QUESTIONS = 30


def class_of(quiz: Quiz, size: int) -> list[Script]:
    """Return a class of which half of the answers to the first questions are by lot."""
    rng = Random(1)
    asked = quiz.scored[:QUESTIONS]
    return [
        Script(
            learner=f"Learner {number}",
            marked={
                question.id: marked(
                    quiz,
                    question,
                    lot(quiz, question, rng, good=rng.random() < 0.5),
                    1 + number % 3,
                )
                for question in asked
            },
        )
        for number in range(size)
    ]


def _marked(quiz: Quiz, question: Question, rng: Random) -> Marked:
    answer = lot(quiz, question, rng, good=rng.random() < 0.5)
    return marked(quiz, question, answer, rng.randint(1, 3))


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the least processor time of a few runs."""
    spent = []
    for _ in range(times):
        start = process_time()
        work()
        spent.append(process_time() - start)
    return min(spent)


def main() -> None:
    """Print a line for each size and each way to show it."""
    quiz = read(Path(shipped() / "ketamine.yaml"))
    for size in SIZES:
        scripts = class_of(quiz, size)
        made = report(quiz, scripts)
        text = to_json(made)
        base = seconds(lambda text=text: json.loads(text))
        print(f"{size} learners, {QUESTIONS} questions: json.loads of the report {base:.3f} s")
        ways: dict[str, Callable[[], object]] = {
            "statistics": lambda scripts=scripts: report(quiz, scripts),
            "without names": lambda made=made: anonymous(made, Random(1)),
            "terminal": lambda made=made: list(lines(made)),
            "page": lambda made=made: to_page(made),
            "CSV": lambda made=made: (answer_table(made), learner_table(made)),
            "JSON": lambda made=made: to_json(made),
        }
        for name, work in ways.items():
            spent = seconds(work)
            print(f"  {name:14} {spent:6.3f} s, ratio {spent / base:5.1f}")


if __name__ == "__main__":
    sys.exit(main())
