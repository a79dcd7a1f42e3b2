"""The passage with what is covered, and the tables beside the findings, as lines."""

from collections.abc import Iterator
from textwrap import wrap

from quiz.check.coverage import Sentence
from quiz.check.guessers import ENOUGH, LIMIT
from quiz.check.inspection import Inspection
from quiz.check.plain_language import Measured
from quiz.check.report.checked import Checked, Locator
from quiz.check.report.lines import Pen
from quiz.engine.wording import count
from quiz.model.text import clean_line

_INDENT = " " * 6


def coverage_lines(inspection: Inspection, *, colour: bool = False) -> Iterator[str]:
    """Yield the passage, covered and uncovered sentences apart, by topic and as a share."""
    pen = Pen(colour=colour)
    coverage = inspection.coverage
    yield pen(f"Coverage of “{clean_line(inspection.quiz.passage.title)}”", "bold")
    starts = {paragraph.start for paragraph in inspection.quiz.passage.paragraphs}
    for sentence in coverage.sentences:
        if sentence.span.start in starts:
            yield ""
        yield from _sentence(sentence, pen)
    yield ""
    for topic, label in inspection.quiz.topics.items():
        count = len(coverage.of_topic(topic))
        share = count / max(1, len(coverage.stating))
        yield f"{_INDENT}{clean_line(label)}: {count} ({share:.0%})"
    total = f"{len(coverage.covered)} of {len(coverage.stating)} sentences ({coverage.share:.0%})"
    yield f"{_INDENT}{pen('Covered in all: ' + total, 'bold')}"
    yield ""


def mark(sentence: Sentence) -> str:
    """Return the sign of a sentence: covered, not covered, or stating nothing."""
    if not sentence.states:
        return "?"
    return "+" if sentence.questions else "-"


def _sentence(sentence: Sentence, pen: Pen) -> Iterator[str]:
    sign = mark(sentence)
    style = {"+": "covered", "-": "error", "?": "help"}[sign]
    first, *rest = wrap(clean_line(sentence.text), 88)
    yield f"  {pen(f'[{sign}]', style)} {first}"
    yield from (f"{_INDENT}{line}" for line in rest)
    if sentence.questions:
        yield from (f"{_INDENT}  {line}" for line in wrap(", ".join(sentence.questions), 84))


def table_lines(checked: Checked, *, colour: bool = False) -> Iterator[str]:
    """Yield the guessers, the balance and the plain language of a quiz that could be read."""
    inspection = checked.inspection
    if inspection is None:
        return
    pen = Pen(colour=colour)
    for title, rows in (
        ("Guessers who have not read the passage", _guessers(inspection)),
        ("Balance", _balance(inspection)),
        (
            "Plain language, with the listed terms counted as familiar in brackets",
            _plain(inspection, checked.locate),
        ),
    ):
        yield pen(title, "bold")
        yield from (f"  {row}" for row in rows)
        yield ""


def _guessers(inspection: Inspection) -> Iterator[str]:
    for guesser in inspection.guessers:
        verdict = "  TOO MUCH" if guesser.passes else ""
        interval = f"99 % interval {guesser.low:.0%} to {guesser.high:.0%}"
        yield (
            f"{guesser.name:56} {guesser.share:4.0%} of {guesser.questions}  "
            f"(chance {guesser.chance:.0%}, {interval}){verdict}"
        )
    if not inspection.guessers:
        yield "No question has one right option to guess."
    elif inspection.guessers[0].questions < ENOUGH:
        fewest = inspection.guessers[0].questions
        few = count(fewest, "question is", "questions are")
        yield f"{few} too few to judge by; {ENOUGH} are enough."
    else:
        yield f"A guesser fails the quiz at more than {LIMIT:.0%} over chance with its interval."
        yield "The intervals allow for so many tricks that are tried at once."


_BY = {"place": ("right option", "place "), "verdict": ("right verdict", "")}


def balance(inspection: Inspection) -> Iterator[tuple[str, str]]:
    """Yield by what the questions are counted and how many there are of each; then the groups."""
    for what, counts in (inspection.counts | inspection.keys).items():
        label, before = _BY.get(what, (what, ""))
        yield label, ", ".join(f"{before}{name}: {count}" for name, count in counts.items())
    for group, ids in inspection.groups.items():
        yield f"group {group}", f"one of {', '.join(ids)}"


def _balance(inspection: Inspection) -> Iterator[str]:
    yield from (f"{label + ':':14} {counts}" for label, counts in balance(inspection))


def _plain(inspection: Inspection, locate: Locator) -> Iterator[str]:
    if not inspection.parts:
        yield "The formulas are for English."
    for part in inspection.parts:
        counts = part.counts
        yield f"{part.name}: {counts.words} words, {counts.sentences} sentences"
        yield f"  Flesch-Kincaid grade {written(part.grade)}"
        yield f"  Flesch reading ease {written(part.ease)}"
        yield f"  SMOG grade {written(part.smog)}"
        for what, sentences in (("longest", part.longest), ("hardest", part.hardest)):
            for one in sentences:
                place = locate(one.path, one.text, one.start)
                yield f"  {what}: line {place.line}: {clean_line(one.sentence)}"


def written(measured: Measured) -> str:
    """Return the result of a formula, or why there is none."""
    if measured.refusal:
        return f"- {measured.refusal}"
    return f"{measured.plain:.1f} ({measured.familiar:.1f})"
