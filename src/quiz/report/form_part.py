"""One form of a quiz on a report's page."""

from collections.abc import Iterator

from quiz.analysis.answers import most_taken_wrong, text
from quiz.analysis.figure import Caution
from quiz.analysis.form_report import FormReport
from quiz.analysis.named import as_percent, of_form, of_question
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.taken import Taken
from quiz.analysis.wording import BIASES, CAUTIONS, FORMS, MEANINGS, SURE_AND_WRONG
from quiz.engine.certainty import Certainty
from quiz.engine.marks import CERTAINTIES
from quiz.engine.wording import count, percent, points
from quiz.model.markup import safe
from quiz.report.charts import histogram, share_bar, signed_bar, stacked_bar
from quiz.report.markup import Voice, beside, figure_table, notice, row, scrolling, spread, table
from quiz.report.question_part import question_part

SECTIONS = {
    "scores": "Scores",
    "topics": "Topics",
    "questions": "Questions, the hardest first",
    "sure": "Sure, and not right",
    "each": "Every question",
    "learners": "Learners",
}
"""The sections of a form, by the end of their names."""


def sections(form: FormReport) -> dict[str, str]:
    """Return the sections that a form has."""
    return {name: title for name, title in SECTIONS.items() if name != "sure" or form.calibration}


class FormPart:
    """Writes one form, under a name that tells it from the others."""

    def __init__(self, form: FormReport, name: str, voice: Voice) -> None:
        self._form = form
        self._name = name
        self._voice = voice
        self._numbers = {each.question.id: n for n, each in enumerate(form.questions, 1)}

    def html(self) -> Iterator[str]:
        """Yield the section of the form."""
        form = self._form
        yield f'<section class="leaf" aria-labelledby="{self._name}">\n<h2 id="{self._name}">'
        yield f"{FORMS[form.form]}</h2>\n"
        asked = count(len(form.questions), "question")
        yield f"<p>{count(len(form.learners), 'learner')}, {asked}.</p>\n"
        if form.caution is not Caution.STEADY:
            yield notice(CAUTIONS[form.caution], "caution")
        yield from self._scores()
        yield from self._topics()
        yield from self._questions()
        if form.calibration:
            yield from self._sure()
        yield self._heading("each")
        for each in form.questions:
            number = self._numbers[each.question.id]
            yield from question_part(each, number, self._id(each), self._voice)
        yield from self._learners()
        yield "</section>\n"

    def _heading(self, name: str) -> str:
        return f'<h3 id="{self._name}-{name}">{SECTIONS[name]}</h3>\n'

    def _label(self, of: str) -> str:
        return f"{FORMS[self._form.form]}: {of}"

    def _id(self, each: QuestionReport) -> str:
        return f"{self._name}-q{self._numbers[each.question.id]}"

    def _link(self, each: QuestionReport) -> str:
        ask = self._voice.quiz(each.question.ask)
        return f'<a href="#{self._id(each)}">{self._numbers[each.question.id]}.</a> {ask}'

    def _scores(self) -> Iterator[str]:
        form = self._form
        yield self._heading("scores")
        yield f"<figure>\n{histogram(form.scores, form.mean.value)}<figcaption>"
        yield "How many learners earned which share of their points."
        yield (
            " The dashed line is the mean.</figcaption>\n" if form.mean.value else "</figcaption>\n"
        )
        yield "</figure>\n"
        if form.caution is not Caution.COUNTS:
            yield figure_table("The scores in figures", of_form(form))
            if form.alike < len(form.learners):
                yield f'<p class="quiet small">{form.alike} of {len(form.learners)} learners were '
                yield "asked the same questions. What compares questions is of them.</p>\n"

    def _topics(self) -> Iterator[str]:
        yield self._heading("topics")
        rows = []
        for topic in self._form.topics:
            share = topic.points / topic.possible
            mean = "" if topic.share.value is None else as_percent(topic.share.value)
            rows.append(
                row(
                    beside(self._voice.quiz(topic.title), share_bar(share)),
                    topic.questions,
                    f"{points(topic.points)} of {topic.possible}",
                    mean,
                )
            )
        heads = ["Topic", "Questions", "Points of the class", "Mean share"]
        if self._form.caution is Caution.COUNTS:
            heads.pop()
            rows = [one.replace('<td class="n"></td></tr>', "</tr>") for one in rows]
        yield table("Points by topic", heads, rows)

    def _questions(self) -> Iterator[str]:
        form = self._form
        yield self._heading("questions")
        yield '<p class="quiet">The bar is the share of the points that the class earned; the '
        yield "dashed line in it is what answering by lot would earn.</p>\n"
        figures = form.caution is not Caution.COUNTS
        if figures:
            for name in ("Facility", "Discrimination"):
                yield f"<p><b>{name}</b>: {safe(MEANINGS[name])}</p>\n"
        heads = ["Question", "Right", "Empty", *(["Facility", "Discrimination"] if figures else ())]
        rows = [self._overview(each, figures=figures) for each in form.by_facility]
        yield scrolling(
            self._label("questions by facility"), table("Questions by facility", heads, rows)
        )

    def _overview(self, each: QuestionReport, *, figures: bool) -> str:
        shown = {one.name: one for one in of_question(each)}
        interval = each.facility.interval if each.facility.unstable else None
        name = beside(self._link(each), share_bar(each.share, interval=interval, lot=each.guess))
        counts = (f"{each.right} of {each.asked}", each.empty)
        if not figures:
            return row(name, *counts)
        facility, discrimination = shown["Facility"], shown["Discrimination"]
        return row(
            name,
            *counts,
            spread(facility.shown),
            spread(discrimination.shown) + signed_bar(discrimination.figure),
        )

    def _sure(self) -> Iterator[str]:
        yield self._heading("sure")
        yield f"<p>{SURE_AND_WRONG}</p>\n"
        rows = [
            row(
                self._link(each) + self._worst(most_taken_wrong(each)),
                sum(each.sure_and_wrong),
                each.sure_and_wrong[0],
            )
            for each in self._form.sure_and_wrong
        ]
        if rows:
            heads = ["Question", "Sure", "Highly sure"]
            yield table("Answers that were not fully right, by how sure learners were", heads, rows)
        else:
            yield "<p>Nobody was sure of an answer that was not right.</p>\n"
        yield from self._calibration()

    def _worst(self, worst: Taken | None) -> str:
        if worst is None:
            return ""
        said = self._voice.learner(text(worst))
        return f'<br><span class="quiet small">Wrong answer of most: {said} ({worst.count})</span>'

    def _calibration(self) -> Iterator[str]:
        made = self._form.calibration
        if made is None:
            return
        rows = []
        for level in reversed(Certainty):
            right, wrong = made.right[level], made.wrong[level]
            share = percent(right / (right + wrong)) if right + wrong else "–"
            name = beside(CERTAINTIES[level].capitalize(), stacked_bar(right, wrong))
            rows.append(row(name, right, wrong, share))
        heads = ["How sure", "Right", "Not fully right", "Share right"]
        yield table("How sure the class was, and how often right", heads, rows, shown=True)
        yield f"<p>{safe(BIASES[made.bias])}</p>\n" if made.bias else ""

    def _learners(self) -> Iterator[str]:
        yield self._heading("learners")
        sure = self._form.calibration is not None
        rows = [
            row(
                self._voice.learner(one.name),
                f"{points(one.points)} of {one.possible}",
                *(one.right, one.partly, one.wrong, one.empty),
                *(["–" if one.certainty_mark is None else points(one.certainty_mark)] * sure),
            )
            for one in self._form.learners
        ]
        heads = [
            "Learner",
            "Points",
            "Right",
            "Partly",
            "Wrong",
            "Empty",
            *["Certainty mark"] * sure,
        ]
        yield scrolling(self._label("learners"), table("What each learner earned", heads, rows))
