"""One question of a report's page."""

from collections.abc import Iterator

from quiz.analysis.answers import counted, cut, flags
from quiz.analysis.named import of_question
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.taken import Table, Taken
from quiz.analysis.wording import LEFT_OPEN, MEANINGS
from quiz.engine.certainty import Certainty
from quiz.engine.marks import CERTAINTIES
from quiz.engine.wording import percent
from quiz.model.markup import safe
from quiz.model.question import Cloze, Number, Short
from quiz.report.charts import share_bar
from quiz.report.markup import Voice, beside, row, table

MOST = 12
"""How many typed answers, orders and sentences are listed."""


def question_part(each: QuestionReport, number: int, name: str, voice: Voice) -> Iterator[str]:
    """Yield what a class made of a question, under the name that links lead to."""
    yield f'<article class="question" aria-labelledby="{name}">\n'
    yield f'<h4 id="{name}">{number}. {voice.quiz(each.question.ask)}</h4>\n'
    yield f"<p>{safe(counted(each))}.</p>\n"
    yield from (f'<p class="look">Worth a look: {safe(flag)}</p>\n' for flag in flags(each))
    if each.scored:
        yield f"<p>Right answer: <b>{voice.quiz(each.key)}</b></p>\n"
    if each.proof:
        said = voice.quiz(" ".join(each.proof))
        yield f'<div class="proof"><p>The passage says: <q>{said}</q></p></div>\n'
    for made in each.tables:
        yield _table(made, each, voice)
    yield from _certainty(each)
    yield from _figures(each)
    yield "</article>\n"


def _table(made: Table, each: QuestionReport, voice: Voice) -> str:
    shown, more = cut(made.rows, MOST)
    answered = each.asked - each.empty
    thirds = bool(each.upper and each.lower)
    typed = isinstance(each.question, Number | Short | Cloze)
    rows = [
        row(_answer(one, answered, voice, typed=typed), one.count)
        if not thirds
        else row(_answer(one, answered, voice, typed=typed), one.count, one.upper, one.lower)
        for one in shown
    ]
    if more:
        rows.append(row(f'<span class="quiet">{more}</span>', *[""] * (3 if thirds else 1)))
    ends = [_head("Upper third", each.upper), _head("Lower third", each.lower)]
    heads = ["Answer", _head("All", each.asked), *(ends if thirds else ())]
    caption = voice.quiz(made.part) if made.part else "Who took which answer"
    return table(caption, heads, rows, shown=bool(made.part))


def _head(name: str, learners: int) -> str:
    return f'{name}<br><span class="own">(of {learners})</span>'


def _answer(one: Taken, answered: int, voice: Voice, *, typed: bool) -> str:
    mark = {
        True: '<span class="mark is-right">✓ right</span> ',
        False: '<span class="mark is-wrong">✗</span> <span class="unseen">wrong</span> ',
        None: "",
    }[one.right]
    if one.text is None:
        text = LEFT_OPEN
    else:
        text = voice.learner(one.text) if typed else voice.quiz(one.text)
    why = f'<br><span class="quiet small">{voice.quiz(one.why)}</span>' if one.why else ""
    kind = {True: "right", False: "wrong", None: "part"}[one.right]
    return beside(f"{mark}{text}{why}", share_bar(one.count / max(answered, 1), kind))


def _certainty(each: QuestionReport) -> Iterator[str]:
    if each.calibration is None:
        return
    right, wrong = each.calibration.right, each.calibration.wrong
    said = ", ".join(
        f"{CERTAINTIES[level]} {right[level]} right and {wrong[level]} not"
        for level in reversed(Certainty)
    )
    yield f"<p>By how sure learners were: {said}.</p>\n"


def _figures(each: QuestionReport) -> Iterator[str]:
    """Yield the figures of a question, each with what it means in a sentence."""
    named = [(one.name, one.shown) for one in of_question(each) if not one.figure.blank]
    if not named:
        return
    if each.guess is not None:
        named.insert(1, ("Random guess score", percent(each.guess)))
    yield '<dl class="figures">\n'
    for name, shown in named:
        says = MEANINGS[name].split(". ")[0].rstrip(".")
        yield f'<dt>{name}</dt><dd class="value">{safe(shown)}</dd>'
        yield f'<dd class="says quiet">{safe(says)}.</dd>\n'
    yield "</dl>\n"
