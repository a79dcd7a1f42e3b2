"""What a class made of one question."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz.analysis.figure import Blank, Figure, figure
from quiz.analysis.item_statistics import DIGITS, deviation, facility, total
from quiz.analysis.learner import Third
from quiz.analysis.marked_answer import MarkedAnswer, Outcome, outcome
from quiz.analysis.matrix import Comparison
from quiz.analysis.response_counts import Table, tables
from quiz.engine.certainty import Calibration, Certainty, calibration
from quiz.engine.kinds import KINDS
from quiz.model.proportion import wilson
from quiz.model.question import Question
from quiz.model.quiz import Quiz


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionReport:
    """What a class made of one question."""

    question: Question
    """The question."""
    scored: bool
    """Whether its answers earn points: by the key, or as the teacher gave points to all of them."""
    key: str
    """The right answer in words."""
    proof: tuple[str, ...]
    """The sentences of the passage that prove it."""
    asked: int
    """How many learners were asked it."""
    right: int
    """How many answered it fully right; 0 where it isn't scored."""
    partly: int
    """How many were right in part."""
    wrong: int
    """How many earned nothing with their answer."""
    empty: int
    """How many left it empty."""
    changed: int
    """How many learners changed their answer; which one it was before is not known."""
    regraded: int
    """How many of the answers are worth something else than by the key, by the teacher."""
    earned: float
    """The sum of the shares of its points that the learners earned."""
    upper: int
    """How many of the upper third were asked it."""
    lower: int
    """How many of the lower third were asked it."""
    tables: tuple[Table, ...]
    """Who took which answer."""
    calibration: Calibration | None
    """Right and wrong answers by how sure the learners were; None where nobody said."""
    facility: Figure
    """The share of its points that the class earned, from 0 to 1."""
    deviation: Figure
    """The standard deviation of the points, as a share of the question's points."""
    guess: float | None
    """The share of its points that lots would earn, from 0 to 1; None where it isn't scored."""
    discrimination: Figure
    """100 times the correlation with the other questions."""
    efficiency: Figure
    """The discrimination as a percentage of the highest possible one."""
    intended_weight: Figure
    """How many percent of the points to be earned are those of the question."""
    weight: Figure
    """How many percent of what tells learners apart comes from it."""

    @property
    def share(self) -> float:
        """The share of its points that the class earned, from 0 to 1; 0 where nobody was asked."""
        return self.earned / self.asked if self.asked else 0.0

    @property
    def sure_and_wrong(self) -> tuple[int, int]:
        """How many were not fully right and said to be sure: highly, and in between."""
        wrong = self.calibration.wrong if self.calibration else {}
        return wrong.get(Certainty.HIGH, 0), wrong.get(Certainty.MEDIUM, 0)


Entry = tuple[MarkedAnswer | None, Third | None, str]
"""What a learner answered, the third that the learner belongs to, and the learner's name."""


def question_report(
    question: Question,
    entries: Sequence[Entry],
    compared: Comparison,
    quiz: Quiz,
    *,
    scored: bool,
) -> QuestionReport:
    """Return what a class made of a question that was compared with the others."""
    answers = [(marked, third, name) for marked, third, name in entries if marked]
    went = Counter(outcome(marked) for marked, *_ in entries)
    counted = went if scored else Counter[Outcome]()
    fractions = [round(marked.fraction, DIGITS) if marked else 0.0 for marked, *_ in entries]
    return QuestionReport(
        question=question,
        scored=scored,
        key=KINDS[question.kind].key(question),
        proof=proof(question, quiz),
        asked=len(entries),
        right=counted[Outcome.RIGHT],
        partly=counted[Outcome.PARTLY],
        wrong=counted[Outcome.WRONG],
        empty=went[Outcome.EMPTY],
        changed=sum(marked.changes > 0 for marked, *_ in answers),
        regraded=sum(marked.regraded for marked, *_ in answers),
        earned=total(fractions),
        upper=sum(third is Third.UPPER for _, third, _ in entries),
        lower=sum(third is Third.LOWER for _, third, _ in entries),
        tables=tables(question, answers, quiz),
        calibration=calibrated((marked for marked, *_ in answers), scored=scored),
        facility=_facility(fractions, scored=scored),
        deviation=_deviation(fractions, scored=scored),
        guess=KINDS[question.kind].guess(question, quiz),
        discrimination=compared.discrimination,
        efficiency=compared.efficiency,
        intended_weight=compared.intended_weight,
        weight=compared.weight,
    )


def proof(question: Question, quiz: Quiz) -> tuple[str, ...]:
    """Return the sentences of the passage in which the evidence stands, in its order."""
    return tuple(quiz.sentences[index] for index in quiz.holding(question.quotes))


def calibrated(answers: Iterable[MarkedAnswer], *, scored: bool) -> Calibration | None:
    """Return right and wrong by certainty; None where nobody said how sure they were."""
    judged = (
        (marked.judged_certainty, marked.fraction) for marked in answers if marked.judged_certainty
    )
    made = calibration(judged if scored else ())
    return made if made.judgements else None


def _facility(fractions: Sequence[float], *, scored: bool) -> Figure:
    if not scored:
        return Figure(len(fractions), blank=Blank.NOT_SCORED)
    share = facility(fractions, 1)
    return figure(len(fractions), share, interval=wilson(share, len(fractions)), needs=1)


def _deviation(fractions: Sequence[float], *, scored: bool) -> Figure:
    if not scored:
        return Figure(len(fractions), blank=Blank.NOT_SCORED)
    return figure(len(fractions), deviation(fractions, 1), needs=2)
