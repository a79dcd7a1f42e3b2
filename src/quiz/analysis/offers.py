"""What the author of a quiz may take over from what was graded over."""

from collections.abc import Iterator
from dataclasses import dataclass
from json import dumps

from quiz.analysis.class_report import ClassReport
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.response_counts import ResponseCount
from quiz.engine.kinds import KINDS
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.regrading import Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An answer that was graded over, and what the quiz would need for it."""

    question: Question
    """The question."""
    part: str
    """Which part of it; empty for the whole question."""
    row: ResponseCount
    """The answer."""
    lines: tuple[str, ...]
    """The lines for the quiz file; or one sentence, where there are none."""
    is_yaml: bool
    """Whether they are lines for the quiz file."""


def offers(report: ClassReport) -> Iterator[Offer]:
    """Yield for each answer that was graded over what the quiz would need for it."""
    seen = set()
    for form in report.forms:
        for each in form.questions:
            for place, row in regraded_rows(each):
                name = each.question.id, place, row.text
                if name not in seen:
                    seen.add(name)
                    yield _offer(each, place, row, report.quiz)


def regraded_rows(each: QuestionReport) -> Iterator[tuple[int, ResponseCount]]:
    """Yield the answers to a question that were graded over, each with its part."""
    for place, table in enumerate(each.tables):
        yield from ((place, row) for row in table.rows if row.credit)


def _offer(each: QuestionReport, place: int, row: ResponseCount, quiz: Quiz) -> Offer:
    lines = for_quiz(each.question, place, row, quiz)
    return Offer(
        question=each.question,
        part=each.tables[place].part,
        row=row,
        lines=lines or (_why_none(each.question, row),),
        is_yaml=bool(lines),
    )


def _why_none(question: Question, row: ResponseCount) -> str:
    if not question.scored:
        return "The points are for this class alone: a quiz gives none for it."
    if row.credit is Credit.HALF:
        return "A quiz has no half points: nothing to take over."
    return "A quiz has no list for it: look at the answer, or at how far off one may be."


def for_quiz(question: Question, place: int, row: ResponseCount, quiz: Quiz) -> tuple[str, ...]:
    """Return the lines of a quiz file that make the key grade an answer so; none where none do."""
    fields = KINDS[question.kind].fields(question, quiz.language)
    if not (place < len(fields) and row.text):
        return ()
    *before, last = fields[place].path
    where = "".join(f"[{step}]" if isinstance(step, int) else str(step) for step in before)
    answer = dumps(row.text, ensure_ascii=False)
    dot = f"{where}." if where else ""
    if row.credit is Credit.FULL and last == "accept":
        return (f"# {dot}accept", f"- {answer}")
    if row.credit is Credit.NONE:
        return (f"# {dot}reject", f"- text: {answer}", '  why: "Say here why it is not right."')
    return ()
