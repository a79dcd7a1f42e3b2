"""One question of a report, in lines."""

from collections.abc import Collection, Iterator

from quiz.analysis.answers import by_whom, counted, credited, cut, mark, text
from quiz.analysis.named_figures import blanks, of_question
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.response_counts import ResponseCount, Table
from quiz.engine.wording import percent
from quiz.report.layout import Layout


def question_lines(
    each: QuestionReport, layout: Layout, common: Collection[str] = ()
) -> Iterator[str]:
    """Yield what a class made of a question, but for what is the same for all."""
    yield from layout.wrap(each.question.ask)
    yield from layout.wrap(counted(each), "  ")
    for line in _figures(each):
        yield from layout.wrap(line, "  ") if line not in common else ()
    yield from layout.wrap(f"Right: {each.key}", "  ") if each.scored else ()
    if each.proof:
        yield from layout.wrap(f"The passage says: “{' '.join(each.proof)}”", "  ")
    thirds = bool(each.upper and each.lower)
    for number, table in enumerate(each.tables):
        if thirds and number == 0:
            yield f"     all upper lower third ({each.upper}, {each.lower})"
        yield from _table(table, layout, thirds=thirds)


def _figures(each: QuestionReport) -> Iterator[str]:
    if not each.scored:
        return
    facility, *others = of_question(each)
    guess = "" if each.guess is None else f"; random guess score {percent(each.guess)}"
    yield f"{facility.name} {facility.shown}{guess}"
    shown = [f"{one.name} {one.shown}" for one in others if not one.figure.blank]
    if shown:
        yield "; ".join([shown[0], *(text[0].lower() + text[1:] for text in shown[1:])])
    yield from blanks(others)


def _table(table: Table, layout: Layout, *, thirds: bool) -> Iterator[str]:
    if table.part:
        yield from layout.wrap(f"{table.part}:", "  ")
    shown, more = (table.rows, "") if table.typed else cut(table.rows)
    for row in shown:
        over = f" ({credited(row)})" if row.credit else ""
        yield from layout.wrap(f"{text(row)}{over}", *_lead(row, thirds=thirds))
        yield from layout.wrap(by_whom(row), " " * 10) if row.learners else ()
    if more:
        yield from layout.wrap(more, " " * 10)


def _lead(row: ResponseCount, *, thirds: bool) -> tuple[str, str | None]:
    """Return what stands before an answer, and its style."""
    ends = f" {row.upper:>5} {row.lower:>5}" if thirds else ""
    return f"  {mark(row)} {row.count:>4}{ends}  ", "covered" if row.right else None
