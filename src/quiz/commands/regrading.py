"""What `quiz regrade` does: it gives points for an answer, and lists what was given."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from quiz.analysis.answers import counted, credited
from quiz.analysis.class_report import ClassReport
from quiz.analysis.gathering import Expected
from quiz.analysis.offers import Offer, offers
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.response_counts import ResponseCount
from quiz.commands.class_report import point_to_issues
from quiz.commands.output import FINE, FOUND, message, print_text
from quiz.engine.kinds import KINDS
from quiz.engine.wording import count
from quiz.model.near_miss import did_you_mean
from quiz.model.problem import QuizError
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.regrading import Credit
from quiz.model.text import clean_line
from quiz.service import Service
from quiz.service.classroom import class_report
from quiz.service.regrading import Regrader


class NoAnswer(QuizError):
    """An answer that can't be graded over, as it was asked for."""


def run(args: Namespace, service: Service) -> int:
    """Grade an answer over, or list what was.

    Raises:
        QuizError: the quiz or a file can't be read, or there is no such question or answer.
    """
    quiz = service.library.open(args.quiz)
    paths = [*map(Path, args.files)]
    regrader = Regrader(class_report(quiz, paths, Expected()), paths)
    if args.question is None and args.answer is None and not (args.points or args.undo):
        return _list(regrader.report)
    if args.question is None or args.answer is None or not (args.points or args.undo):
        raise NoAnswer("Say which answer: --question, --answer, and --points or --undo.")
    question = _question(quiz, args.question)
    _grade(regrader, question, args)
    return FINE


def _question(quiz: Quiz, name: str) -> Question:
    by_id = {question.id: question for question in quiz.questions}
    if name not in by_id:
        hint = did_you_mean(name, by_id)
        raise NoAnswer(f"The quiz has no question {clean_line(name)}.{hint}")
    return by_id[name]


def _grade(regrader: Regrader, question: Question, args: Namespace) -> None:
    place = args.blank - 1
    row = _row(regrader.report, question, place, args.answer)
    if row is None or row.text is None:
        said = "Nobody" if question.id in _asked(regrader.report) else "Nobody was asked that, or"
        raise NoAnswer(f"{said} typed “{clean_line(args.answer)}” there.")
    if args.undo and row.credit is None:
        raise NoAnswer(f"“{clean_line(row.text)}” was not graded over.")
    regrader.grade(question, place, row.text, Credit(args.points) if args.points else None)
    for each in _reports(regrader.report, question):
        message(f"{counted(each)}.")


def _asked(report: ClassReport) -> set[str]:
    return {each.question.id for form in report.forms for each in form.questions}


def _reports(report: ClassReport, question: Question) -> Iterator[QuestionReport]:
    for form in report.forms:
        yield from (each for each in form.questions if each.question.id == question.id)


def _row(report: ClassReport, question: Question, place: int, text: str) -> ResponseCount | None:
    """Return the answer that counts as the same text; None where nobody gave it."""
    same = KINDS[question.kind].same_text
    for each in _reports(report, question):
        for table in each.tables[place : place + 1]:
            for row in table.rows if table.typed else ():
                theirs = same(question, place, row.text or "", report.quiz)
                if theirs == same(question, place, text, report.quiz):
                    return row
    return None


def _list(report: ClassReport) -> int:
    found = [*offers(report)]
    if not found:
        message("Nothing was graded over.")
        point_to_issues(report)
        return FOUND if report.issues else FINE
    for offer in found:
        for line in _lines(offer):
            print_text(line)
    return FINE


def _lines(offer: Offer) -> Iterator[str]:
    """Yield what was graded over as remarks, and the lines for the quiz file as they are there."""
    part = f", {offer.part.lower()}" if offer.part else ""
    times = count(offer.row.count, "learner")
    yield f"# {offer.question.id}{part}: {clean_line(offer.question.ask)}"
    yield f"# “{clean_line(offer.row.text or '')}”, given by {times}. {credited(offer.row)}."
    yield from (line if offer.is_yaml else f"# {line}" for line in offer.lines)
    yield ""
