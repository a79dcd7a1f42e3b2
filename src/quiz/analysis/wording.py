"""What every way of showing a class says in the same words: figures, warnings and causes."""

from collections.abc import Mapping

from quiz.analysis.class_report import ClassReport, IssueKind
from quiz.analysis.figure import FEWEST, STEADY, Blank, Caution, Figure
from quiz.engine import wording
from quiz.engine.certainty import CalibrationBias
from quiz.engine.wording import count
from quiz.model.regrading import Credit

FORMS: Mapping[str | None, str] = {
    None: "The class",
    **wording.FORMS,
}
"""What a form is called."""

OF_CLASS: Mapping[str, str] = {
    "Mean score": "The mean of the learners' shares of the points.",
    "Median score": "The score in the middle: half of the learners earned this share of the points "
    "or more.",
    "Standard deviation": "How far apart the scores are. At 0% they are all the same.",
    "Skewness": "To which side the scores trail off. At 0 both sides are alike. Below 0 a few "
    "learners are far below the rest, above 0 a few are far above it.",
    "Kurtosis": "How much of the spread comes from a few learners who are far from the rest. At 0 "
    "it is as in a bell curve, below 0 the scores are spread more evenly. From 0 to 1 is good; "
    "above 1 the quiz tells little of the many in between.",
    "Internal consistency": "How well the questions measure one thing together, at most 100. "
    "From 75 on it is good; below 64 the scores tell little about a learner. Below 0 learners who "
    "did well on some questions did badly on others: look for a wrong key, or for questions that "
    "have little in common.",
    "Error ratio": "How much of what sets the scores apart is chance. Below 50 is good.",
    "Standard error": "How far a learner's score may be off by chance. Learners whose scores are "
    "closer than that may have done equally well.",
}
"""What the figures of a class mean, by their names."""

OF_QUESTION: Mapping[str, str] = {
    "Facility": "The share of a question's points that the class earned. Near 100% it was easy, "
    "near 0% hard. An empty answer earns nothing.",
    "Random guess score": "What answering by lot would earn. A facility near it means that the "
    "class may have guessed.",
    "Discrimination": "Whether those who did well on the other questions did well on this one, "
    "from -100 to 100. From 30 on it is good; below 20 it is weak. Below 0 look at the question "
    "first: its key may be wrong, or its words may mislead.",
    "Discriminative efficiency": "The discrimination as a percentage of the highest that a "
    "question can reach that was this easy or hard.",
    "Intended weight": "How many percent of the points in all a full answer earns.",
    "Effective weight": "How many percent of what tells the learners apart comes from this "
    "question. Far from the intended weight, the question counts for more or less than was meant.",
}
"""What the figures of a question mean."""

THIRDS: Mapping[str, str] = {
    "Upper and lower third": "The learners with the highest and those with the lowest scores. "
    "Equal scores are kept together. A wrong option that the upper third takes is worth a look.",
}
"""What the ends of a class are."""

OF_CHANGE: Mapping[str, str] = {
    "Mean score before": "The mean of the scores before teaching, of those who took both forms.",
    "Mean score after": "The mean of their scores after it.",
    "Raw gain": "The mean score after teaching less the mean score before.",
    "Normalized gain": "How much of what could be gained the class gained: 0% is nothing, 100% is "
    "all of it. It is a figure of a class, never of one learner.",
    "Cohen's d": "The raw gain in standard deviations: 0.2 is small, 0.5 is medium, 0.8 is large.",
}
"""What the figures of a gain mean."""

MEANINGS: Mapping[str, str] = {**OF_CLASS, **OF_QUESTION, **THIRDS, **OF_CHANGE}
"""What each figure means, by its name.

Sources: Moodle documentation, "Quiz statistics report" (what is good and what is weak); Hake (1998)
and Cohen (1988) for the gain.
"""

CAUTIONS: Mapping[Caution, str] = {
    Caution.DESCRIBES: f"Below {FEWEST} learners the figures describe this class alone. The range "
    "behind one is its 95% interval, within which it likely lies. Questions are compared with each "
    f"other from {FEWEST} learners on.",
    Caution.UNSTABLE: f"Unstable: below {STEADY} learners each figure may be quite another one in "
    "the next class. The range behind it is its 95% interval, within which it likely lies. In a "
    "class of 10 one sound question in five looks bad by chance, in one of 30 one in fourteen.",
    Caution.STEADY: "",
}
"""What is said about figures because of the size of the class."""

RANGES = f"Ranges are 95% intervals. Below {STEADY} learners figures are unstable."
"""What is said beside the figures of one question where they are unstable."""

BLANKS: Mapping[Blank, str] = {
    Blank.FEW: "it takes {needs}, and this is about {learners}",
    Blank.FEW_ALIKE: "it takes {needs} who were asked the same questions",
    Blank.ASKED_APART: "not among the questions that most learners were asked together",
    Blank.ALL_SAME: "all the same, so there is nothing to compare",
    Blank.NOT_SCORED: "not scored",
    Blank.ONE_QUESTION: "it takes two questions",
    Blank.NEGATIVE: "it goes against the other questions",
    Blank.HIGH_BEFORE: "more than 90% before teaching, so there was too little left to gain",
}
"""Why there is no figure; in braces stands how many learners it takes, and how many it has."""


def why_blank(figure: Figure) -> str:
    """Return why a figure is blank, and from how many learners on it would not be; else nothing."""
    if figure.blank is None:
        return ""
    needs = count(figure.needs, "learner")
    return BLANKS[figure.blank].format(needs=needs, learners=figure.learners)


def meanings(report: ClassReport) -> Mapping[str, str]:
    """Return what the figures mean that a report has, by their names."""
    gain = OF_CHANGE if report.change and report.change.pairs else {}
    return {**OF_CLASS, **OF_QUESTION, **THIRDS, **gain}


ISSUES: Mapping[IssueKind, str] = {
    IssueKind.DAMAGED: "Can't be read, so nothing of it counts",
    IssueKind.OTHER_QUIZ: "Of another quiz, so nothing of it counts",
    IssueKind.OTHER_ASSIGNMENT: "Of another assignment, so nothing of it counts",
    IssueKind.OTHER_FORM: "Of another form of the quiz, so nothing of it counts",
    IssueKind.OTHER_VERSION: "Of another version of the quiz: what is unchanged counts",
    IssueKind.CHANGED_REGRADE: "Graded over, and the question has changed since: the key decides",
    IssueKind.CHANGED_QUESTION: "A question has changed since, so its answer does not count",
    IssueKind.UNFIT_ANSWER: "An answer that is none to its question, so it counts as empty",
    IssueKind.SECOND_RESULT: "A second result of one learner: the first counts",
    IssueKind.LATE: "Handed in late; counts all the same",
    IssueKind.NO_RESULT: "On the list of the class, and no result",
    IssueKind.NOT_ON_ROSTER: "Not on the list of the class; counts all the same",
}
"""Why something does not fit."""

BIASES: Mapping[CalibrationBias, str] = {
    CalibrationBias.TOO_SURE: "In all, the class was more sure than it was right.",
    CalibrationBias.FITTING: "In all, how sure the class was fits how often it was right.",
    CalibrationBias.TOO_UNSURE: "In all, the class was right more often than it was sure.",
}
"""What is said of the certainty of a class."""

SURE_AND_WRONG = (
    "Errors that learners are sure of are mended best when they are talked about, so these come "
    "first."
)
"""Why these questions have a place of their own."""

FIRST_ATTEMPTS = "First attempts only: the first result of each learner counts."
"""Which answers are counted."""

CREDITS: Mapping[Credit, str] = {
    Credit.FULL: "full points",
    Credit.HALF: "half the points",
    Credit.NONE: "no points",
}
"""What a teacher gives for an answer."""


def regraded(answers: int) -> str:
    """Return how many answers are graded over, in words; nothing where none is."""
    return f"{answers} graded over" if answers else ""


def regraded_note(answers: int) -> str:
    """Return what is said of figures in which answers are graded over; nothing where none is."""
    if not answers:
        return ""
    them, are = ("it", "is") if answers == 1 else ("them", "are")
    return (
        f"{count(answers, 'answer')} {are} graded over: every figure counts what the "
        f"teacher gave for {them}, in the place of what the key gives."
    )


KEEP = (
    "This report names learners. Keep it on your own machine, hand it to nobody who need not have "
    "it, and delete it after the term. With codes in the place of names: --anonymous."
)
"""What to do with a report that has names in it."""
CODES = (
    "Codes stand for the names of the learners, dealt by lot for this report. In what they typed, "
    "their names are hidden."
)
"""What is said of a report without names."""

LEFT_OPEN = "(left open)"
"""What stands for a blank or a pair without an answer."""
