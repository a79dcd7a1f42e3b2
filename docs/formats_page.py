"""The page of what formats of other programs hold, in Markdown, from what each says of itself."""

from collections.abc import Iterator

from quiz.exchange import FORMATS
from quiz.exchange.format import Format
from quiz.model.question import KINDS

_ABOUT = """\
Which kinds of question each format holds, and below how it holds them and their fields, by the
names that they have in [a quiz file](quiz-file.md). What stands in no table is lost there, and the
command that reads or writes the file says so, question by question."""


def page() -> str:
    """Return the whole page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield from ("# Formats of other programs", "", _ABOUT, "")
    yield "| kind | " + " | ".join(one.title for one in FORMATS) + " |"
    yield "|---" * (len(FORMATS) + 1) + "|"
    for kind in KINDS:
        cells = ("yes" if kind in one.holds else "-" for one in FORMATS)
        yield f"| {kind} | {' | '.join(cells)} |"
    for one in FORMATS:
        yield from ("", f"## {one.title}", "", _ways(one), "", "| | how it is held |", "|---|---|")
        yield from (f"| `{name}` | {how} |" for name, how in one.holds.items())


def _ways(one: Format) -> str:
    ways = {"`quiz import`": one.read, "`quiz export`": one.write}
    by = " and ".join(name for name, way in ways.items() if way)
    return f"`{one.name}`: files that end in `{one.ending}`, by {by}."
