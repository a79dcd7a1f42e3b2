"""What a class understood, as a page to open, to print and to hand to a colleague."""

from collections.abc import Iterator
from datetime import date

from quiz.analysis.answers import matched
from quiz.analysis.change import Change
from quiz.analysis.figure import Caution
from quiz.analysis.misfit import Misfit
from quiz.analysis.named import as_percent, of_change
from quiz.analysis.report import ClassReport
from quiz.analysis.wording import (
    BLANKS,
    CAUSES,
    CODES,
    FIRST_ATTEMPTS,
    FORMS,
    KEEP,
    MEANINGS,
    OF_CHANGE,
    THIRDS,
)
from quiz.engine.wording import count
from quiz.model.markup import safe
from quiz.model.notice import DISCLAIMER
from quiz.report.charts import slopes
from quiz.report.form_part import FormPart, sections
from quiz.report.frame import frame
from quiz.report.markup import Voice, figure_table, notice, row, table


def to_page(report: ClassReport, today: date | None = None) -> str:
    """Return the report as one HTML page that loads and runs nothing."""
    return frame(f"Class report: {report.quiz.title}", "".join(_Page(report, today).html()))


class _Page:
    def __init__(self, report: ClassReport, today: date | None) -> None:
        self._report = report
        self._today = today
        self._voice = Voice(report.quiz.language)

    def html(self) -> Iterator[str]:
        yield from self._header()
        yield from self._contents()
        yield '<main id="report">\n'
        if not self._report.forms:
            yield "<p>There is no result that counts.</p>\n"
        for number, form in enumerate(self._report.forms):
            yield from FormPart(form, f"f{number}", self._voice).html()
        if self._report.change:
            yield from self._change(self._report.change)
        yield from self._misfits()
        yield from self._words()
        yield "</main>\n"
        yield f"<footer>\n<p>{FIRST_ATTEMPTS}</p>\n<p>{safe(DISCLAIMER)}</p>\n</footer>\n"

    def _header(self) -> Iterator[str]:
        quiz = self._report.quiz
        made = f"Made on {self._today:%Y-%m-%d}. " if self._today else ""
        yield f"<header>\n<h1>Class report: {self._voice.quiz(quiz.title)}</h1>\n"
        yield f'<p class="quiet">{made}Quiz “{safe(quiz.id)}”, version {quiz.version}.</p>\n'
        yield notice(CODES if self._report.anonymous else KEEP)
        yield "</header>\n"

    def _contents(self) -> Iterator[str]:
        yield '<nav aria-label="Contents">\n<ul>\n'
        for number, form in enumerate(self._report.forms):
            links = "".join(
                f'<li><a href="#f{number}-{name}">{title}</a></li>'
                for name, title in sections(form).items()
            )
            yield f'<li><a href="#f{number}">{FORMS[form.form]}</a><ul>{links}</ul></li>\n'
        if self._report.change:
            yield '<li><a href="#change">Before and after</a></li>\n'
        yield '<li><a href="#misfits">What did not fit</a></li>\n'
        yield '<li><a href="#words">What the figures mean</a></li>\n</ul>\n</nav>\n'

    def _change(self, change: Change) -> Iterator[str]:
        yield '<section class="leaf" aria-labelledby="change">\n'
        yield '<h2 id="change">Before and after</h2>\n'
        yield f"<p>{safe(matched(change))}</p>\n"
        if change.pairs:
            yield f"<figure>\n{slopes(change)}<figcaption>One line for each learner who took both "
            yield "forms: whole where the score rose or stayed, dashed where it fell. The thick "
            yield "line is the mean, where there is one. The forms ask different questions, so for "
            yield "one learner this is a rough figure.</figcaption>\n</figure>\n"
        if change.before.blank:
            yield f"<p>No figures: {safe(BLANKS[change.before.blank])}.</p>\n"
        else:
            yield figure_table("The gain in figures", of_change(change))
        rows = [
            row(self._voice.learner(pair.learner), as_percent(pair.before), as_percent(pair.after))
            for pair in change.pairs
        ]
        if rows:
            yield table("Scores before and after", ["Learner", "Before", "After"], rows)
        yield "</section>\n"

    def _misfits(self) -> Iterator[str]:
        misfits = self._report.misfits
        yield '<section aria-labelledby="misfits">\n<h2 id="misfits">What did not fit</h2>\n'
        if not misfits:
            yield "<p>All that was handed in counts.</p>\n</section>\n"
            return
        yield f"<p>{count(len(misfits), 'thing')} did not fit, or not whole.</p>\n"
        yield '<table>\n<caption class="bare"><span class="unseen">What did not fit</span>'
        yield "</caption>\n"
        yield '<thead><tr><th scope="col">File</th><th scope="col">Learner</th>'
        yield '<th scope="col">Why</th></tr></thead>\n<tbody>\n'
        yield from map(self._misfit, misfits)
        yield "</tbody>\n</table>\n</section>\n"

    def _misfit(self, misfit: Misfit) -> str:
        cells = "".join(
            f"<td>{self._voice.learner(text) if text else '–'}</td>"
            for text in (misfit.source, misfit.learner)
        )
        return f"<tr>{cells}<td>{safe(f'{CAUSES[misfit.cause]}. {misfit.detail}')}</td></tr>\n"

    def _words(self) -> Iterator[str]:
        """Yield what the figures mean, those that the report has."""
        names = dict.fromkeys(MEANINGS)
        if all(form.caution is Caution.COUNTS for form in self._report.forms):
            names = dict.fromkeys(THIRDS)
        if self._report.change is None or self._report.change.before.blank:
            names = {name: None for name in names if name not in OF_CHANGE}
        yield '<section aria-labelledby="words">\n<h2 id="words">What the figures mean</h2>\n'
        yield '<dl class="words">\n'
        yield from (
            f"<div><dt>{name}</dt>\n<dd>{safe(MEANINGS[name])}</dd></div>\n" for name in names
        )
        yield "</dl>\n</section>\n"
