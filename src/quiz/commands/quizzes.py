"""The commands about quiz files: list and schema."""

from argparse import Namespace

from quiz.commands.arguments import Commands, add_shared
from quiz.commands.output import FINE, message, print_json, print_table, print_text
from quiz.engine.drafts import standing
from quiz.engine.wording import percent
from quiz.model.text import as_argument, clean_line
from quiz.service import Service, Shelved

_LIST = """\
Examples:
  quiz list
  quiz list --json

List the quizzes that can be played by name."""
_SCHEMA = """\
Examples:
  quiz schema > quiz.schema.json
  quiz schema --result

Write the JSON Schema of a quiz file, with which an editor completes and checks it; or that of a
file of a class."""
_OF_A_CLASS = {
    "assignment": "`quiz assign`",
    "result": "a learner's result file",
    "returned": "a result that a teacher returned",
    "regrading": "what a teacher graded over",
    "report": "`quiz report --json`",
}


def add_list(commands: Commands) -> None:
    """Add `quiz list`."""
    add_shared(commands.add("list", list_, "list the quizzes", _LIST), "--json")


def add_schema(commands: Commands) -> None:
    """Add `quiz schema`."""
    parser = commands.add("schema", schema, "write the JSON Schema of a quiz file", _SCHEMA)
    which = parser.add_mutually_exclusive_group()
    for name, what in _OF_A_CLASS.items():
        which.add_argument(
            f"--{name}",
            dest="of",
            action="store_const",
            const=name,
            default="quiz",
            help=f"that of {what}",
        )


def list_(args: Namespace, service: Service) -> int:
    """List the quizzes of the shelf."""
    shelf = service.shelf()
    if args.json:
        print_json([_as_data(shelved) for shelved in shelf])
        return FINE
    if not shelf:
        message("There is no quiz here yet.")
        return FINE
    heading = ("NAME", "QUESTIONS", "MINUTES", "LAST", "TITLE")
    print_table([heading, *map(_row, shelf)])
    for shelved in shelf:
        if shelved.quiz is None:
            file = as_argument(str(shelved.path))
            message(f"{clean_line(shelved.name)} can't be read. To see why: quiz check {file}")
    return FINE


def schema(args: Namespace, _service: Service) -> int:
    """Write the JSON Schema of a quiz file, or of a file of a class."""
    from quiz.commands.schemas import schema_text

    print_text(schema_text(args.of).rstrip())
    return FINE


def _row(shelved: Shelved) -> tuple[str, ...]:
    quiz, last = shelved.quiz, shelved.summary.last_share
    if quiz is None:
        return (shelved.name, "-", "-", "-", "(can't be read)")
    score = "-" if last is None else percent(last)
    title = f"{quiz.title} ({standing(quiz)})" if quiz.drafts else quiz.title
    return (shelved.name, str(len(quiz.questions)), str(quiz.minutes), score, title)


def _as_data(shelved: Shelved) -> dict[str, object]:
    quiz = shelved.quiz
    known: dict[str, object] = {
        "name": shelved.name,
        "path": str(shelved.path),
        "readable": quiz is not None,
    }
    if quiz is None:
        return known
    return known | {
        "id": quiz.id,
        "version": quiz.version,
        "title": quiz.title,
        "language": quiz.language,
        "topics": dict(quiz.topics),
        "questions": len(quiz.questions),
        "drafts": len(quiz.drafts),
        "minutes": quiz.minutes,
        "last_share": shelved.summary.last_share,
        "due": shelved.due,
    }
