"""The commands about answers that were given: due, history and forget."""

from argparse import Namespace
from collections.abc import Iterable

from quiz.commands.arguments import Commands, add_shared
from quiz.commands.output import FINE, message, print_json, print_text, raise_trouble
from quiz.engine.dates import date_in_words, local
from quiz.engine.wording import percent
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.service import Service
from quiz.service.history import QuizHistory
from quiz.service.reviews import Due
from quiz.store.export import to_csv, to_json
from quiz.store.purpose import Purpose
from quiz.store.records import AttemptRecord, ResponseRecord

_LAST = 12
"""How many answers to a question are listed."""
_DUE = """\
Examples:
  quiz due
  quiz due --json          for a shell prompt or a script

Say what is due today."""
_HISTORY = """\
Examples:
  quiz history ketamine
  quiz history --csv > answers.csv

Show your sittings of all quizzes, or of one, with the past of each question. As JSON or CSV: every
answer."""
_FORGET = """\
Examples:
  quiz forget ketamine
  quiz forget --all
  quiz forget ketamine --results results --returned returned

Delete your answers to a quiz, or to all, with the classes that you hosted with it; and what you
graded over in the results of a class. It asks first, and deletes no result that was handed in."""


def add_due(commands: Commands) -> None:
    """Add `quiz due`."""
    add_shared(commands.add("due", due, "say what is due today", _DUE), "--json")


def add_history(commands: Commands) -> None:
    """Add `quiz history`."""
    showing = commands.add("history", history, "show your past sittings", _HISTORY)
    add_shared(showing, "quiz", nargs="?")
    form = showing.add_mutually_exclusive_group()
    add_shared(form, "--json")
    form.add_argument("--csv", action="store_true", help="every answer, for a spreadsheet")


def add_forget(commands: Commands) -> None:
    """Add `quiz forget`."""
    deleting = commands.add("forget", forget, "delete your answers", _FORGET)
    which = deleting.add_mutually_exclusive_group(required=True)
    add_shared(which, "quiz", nargs="?")
    which.add_argument("--all", action="store_true", help="the answers to every quiz")
    deleting.add_argument(
        "--results",
        action="append",
        default=[],
        metavar="FOLDER",
        help="also what was graded over in these results; may be given again",
    )
    deleting.add_argument(
        "--returned",
        action="append",
        default=[],
        metavar="FOLDER",
        help="also what `quiz return` wrote into this folder; may be given again",
    )
    deleting.add_argument("--yes", action="store_true", help="don't ask first")


def due(args: Namespace, service: Service) -> int:
    """Say what is due today."""
    all_due = service.reviews.due()
    raise_trouble(service)
    count = sum(len(one.questions) for one in all_due)
    if args.json:
        print_json({"due": count, "quizzes": [_as_data(one) for one in all_due]})
        return FINE
    for one in all_due:
        print_text(f"{len(one.questions)} due today: {one.quiz.title}{_next(one)}")
    message("To go through them: quiz review" if count else "Nothing is due today.")
    return FINE


def history(args: Namespace, service: Service) -> int:
    """Show the past attempts of a quiz, or of all; or every answer as JSON or CSV.

    Raises:
        UnknownQuiz: there is nothing of that name.
    """
    if args.json or args.csv:
        answers = service.history.answers(args.quiz)
        words = service.history.words(args.quiz)
        raise_trouble(service)
        print_text((to_json(answers) if args.json else to_csv(answers, words)).rstrip("\n"))
        return FINE
    all_kept = service.history.quizzes(args.quiz)
    for kept in all_kept:
        print_text("\n".join(_of_quiz(service, kept)))
        if args.quiz and kept.quiz:
            print_text("\n".join(_of_questions(service, kept.quiz)))
    raise_trouble(service)
    if not all_kept:
        message("There is nothing here yet.")
    message(f"Your answers are kept in {service.folder}, and nowhere else.")
    return FINE


def forget(args: Namespace, service: Service) -> int:
    """Delete what is kept of a quiz, or of all, after a question.

    Raises:
        QuizError: there is nothing of that name, or it can't be deleted.
    """
    from quiz.commands.forgetting import run

    return run(args, service)


def _of_quiz(service: Service, kept: QuizHistory) -> Iterable[str]:
    quiz = kept.quiz
    yield f"{quiz.title if quiz else kept.title} ({kept.id})"
    for attempt in kept.attempts:
        yield "  " + "  ".join(_facts(attempt))
        for name, tally in attempt.result.by_topic.items() if attempt.result else ():
            topic = quiz.topics.get(name, name) if quiz else name
            yield f"      {percent(tally.share):>4}  {topic}"
    if quiz is None:
        yield "  Its file is gone, or can't be read."
        return
    known, scored = service.reviews.known(quiz)
    yield f"  Firmly known: {known} of {scored} questions"


def _of_questions(service: Service, quiz: Quiz) -> Iterable[str]:
    yield "  Each question, oldest answer first"
    for question in quiz.scored:
        answers = service.history.of_question(quiz, question)[-_LAST:]
        said = ", ".join(map(_said, answers)) or "not answered yet"
        yield from (f"    {clean_line(question.ask)}", f"      {said}")


def _said(answer: ResponseRecord) -> str:
    """Return how an answer was marked, in words; practice is named."""
    fraction = answer.fraction
    verdict = "right" if fraction == 1 else "partly right" if fraction else "not quite"
    return f"{verdict} in practice" if answer.purpose is Purpose.RETRY else verdict


def _facts(attempt: AttemptRecord) -> Iterable[str]:
    yield local(attempt.begun)
    yield f"{percent(attempt.result.total.share):>4}" if attempt.result else "  - "
    yield f"{attempt.answered} of {attempt.asked} answered"
    yield f"{attempt.mode}, {attempt.form} form" if attempt.form else attempt.mode
    if attempt.ended is None:
        yield "to go on with: quiz play --resume"


def _next(one: Due) -> str:
    return f"; next on {date_in_words(one.next)}" if one.next else ""


def _as_data(one: Due) -> dict[str, object]:
    return {
        "quiz": one.quiz.id,
        "title": one.quiz.title,
        "due": len(one.questions),
        "questions": list(one.questions),
        "next": one.next.isoformat() if one.next else None,
    }
