"""What a class made of one form of a quiz, or of the whole of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from quiz.analysis.figure import Caution, Figure, caution
from quiz.analysis.learner import Learner, MarkedSubmission, Third, learner, thirds
from quiz.analysis.matrix import Comparison, Matrix, comparisons, matrix, no_comparison
from quiz.analysis.question_report import QuestionReport, question_report
from quiz.analysis.score_figures import score_figures
from quiz.analysis.scoring import scored_questions
from quiz.analysis.topic_report import TopicReport, topic_reports
from quiz.engine.certainty import Calibration, Certainty
from quiz.model.question import Question
from quiz.model.quiz import Form, Quiz
from quiz.model.submission import folded

BINS = 10
"""Into so many equal ranges scores are counted."""
UNDERSTOOD = 0.7
"""A question was understood of whose points the class earned this share or more."""
PASSED = 0.5
"""A learner who earned a smaller share of the points may need someone to talk to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormReport:
    """What a class made of one form."""

    form: Form | None
    """Which form; None for the whole quiz."""
    not_understood: tuple[str, ...]
    """The questions of whose points the class earned less than 70 %, by id, the hardest first."""
    talk_to: tuple[str, ...]
    """The learners who earned less than half of their points, by name, the fewest points first."""
    learners: tuple[Learner, ...]
    """The learners by name."""
    regraded: int
    """How many answers are worth something else than by the key, by the teacher."""
    scores: tuple[int, ...]
    """How many scored below a tenth of their points, below two tenths and so on."""
    alike: int
    """How many learners were asked the same questions; figures that compare questions are of
    them."""
    mean: Figure
    """The mean share of the points, from 0 to 1."""
    median: Figure
    """The share of the points of the learner in the middle."""
    deviation: Figure
    """The standard deviation of that share."""
    skewness: Figure
    """To which side the scores trail off: below 0 to the low ones, above 0 to the high ones."""
    kurtosis: Figure
    """How much of the spread comes from a few who are far off; 0 for a normal distribution."""
    consistency: Figure
    """Cronbach's alpha in percent."""
    error_ratio: Figure
    """How many percent of the spread of scores is chance."""
    standard_error: Figure
    """How far a learner's share of the points is off by chance, from 0 to 1."""
    topics: tuple[TopicReport, ...]
    """The topics that were asked about, in the order of the quiz."""
    questions: tuple[QuestionReport, ...]
    """The questions that were asked, in the order of the quiz."""
    calibration: Calibration | None
    """Right and wrong answers by how sure the learners were; None where nobody said."""

    @property
    def caution(self) -> Caution:
        """How far figures about this class can be trusted."""
        return caution(len(self.learners))

    @property
    def by_facility(self) -> tuple[QuestionReport, ...]:
        """The scored questions, those first of whose points the class earned the least."""
        return by_facility(self.questions)

    @property
    def sure_and_wrong(self) -> tuple[QuestionReport, ...]:
        """The questions that learners got wrong and were sure of, most learners first.

        Errors made with confidence are mended best when they are seen (Butterfield & Metcalfe
        2001).
        """
        found = [each for each in self.questions if any(each.sure_and_wrong)]

        def turn(each: QuestionReport) -> tuple[int, int]:
            high, medium = each.sure_and_wrong
            return high + medium, high

        return tuple(sorted(found, key=turn, reverse=True))


def form_report(
    quiz: Quiz, form: Form | None, submissions: Sequence[MarkedSubmission]
) -> FormReport:
    """Return what a class made of one form, whatever the order of the submissions.

    Raises:
        KeyError: a submission answers a question that the quiz hasn't.
    """
    scored = scored_questions(quiz, submissions)
    ordered = sorted(
        submissions, key=lambda submission: (folded(submission.learner), submission.learner)
    )
    learners = tuple(learner(submission, scored) for submission in ordered)
    shares = [one.share for one in learners if one.share is not None]
    made = matrix(learners, scored)
    questions = _questions(quiz, learners, made, scored)
    return FormReport(
        form=form,
        not_understood=tuple(
            each.question.id for each in by_facility(questions) if each.share < UNDERSTOOD
        ),
        talk_to=_talk_to(learners),
        learners=learners,
        regraded=sum(one.regraded for one in learners),
        scores=_scores(shares),
        alike=made.learners,
        **score_figures(shares, made),
        topics=topic_reports(quiz, learners, scored),
        questions=questions,
        calibration=_calibration(questions),
    )


def by_facility(questions: Iterable[QuestionReport]) -> tuple[QuestionReport, ...]:
    """Return the scored questions, those first of whose points the class earned the least."""
    asked = [each for each in questions if each.scored and each.asked]
    return tuple(sorted(asked, key=lambda each: each.share))


def _talk_to(learners: Iterable[Learner]) -> tuple[str, ...]:
    low = [(one.share, one.name) for one in learners if one.share is not None]
    return tuple(name for share, name in sorted(low) if share < PASSED)


def _scores(shares: Iterable[float]) -> tuple[int, ...]:
    bins = [min(int(share * BINS), BINS - 1) for share in shares]
    return tuple(bins.count(number) for number in range(BINS))


def _questions(
    quiz: Quiz, learners: Sequence[Learner], made: Matrix, scored: Collection[str]
) -> tuple[QuestionReport, ...]:
    placed = list(zip(learners, thirds(learners), strict=True))
    compared = comparisons(made)
    return tuple(
        _question(
            question,
            placed,
            compared.get(question.id) or no_comparison(made, scored=question.id in scored),
            quiz,
            scored=question.id in scored,
        )
        for question in _asked(quiz, learners)
    )


def _asked(quiz: Quiz, learners: Iterable[Learner]) -> list[Question]:
    """Return the questions that were asked, in the order of the quiz.

    Raises:
        KeyError: the quiz hasn't one of them.
    """
    asked = set(chain.from_iterable(one.submission.answers for one in learners))
    if strange := asked - quiz.by_id.keys():
        raise KeyError(*sorted(strange))
    return [question for question in quiz.questions if question.id in asked]


def _question(
    question: Question,
    placed: Iterable[tuple[Learner, Third | None]],
    compared: Comparison,
    quiz: Quiz,
    *,
    scored: bool,
) -> QuestionReport:
    entries = [
        (one.submission.answers[question.id], third, one.name)
        for one, third in placed
        if question.id in one.submission.answers
    ]
    return question_report(question, entries, compared, quiz, scored=scored)


def _calibration(questions: Iterable[QuestionReport]) -> Calibration | None:
    """Return all judgements of a class in one table."""
    found = [each.calibration for each in questions if each.calibration]
    if not found:
        return None
    return Calibration(
        right={level: sum(each.right[level] for each in found) for level in Certainty},
        wrong={level: sum(each.wrong[level] for each in found) for level in Certainty},
    )
