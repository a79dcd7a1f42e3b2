"""What every front end says in the same words: names, figures and short sentences."""

from collections.abc import Iterable, Mapping

from quiz.engine.certainty import CalibrationBias, Certainty, certainty_points
from quiz.engine.feedback import Verdict
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.live_class import Phase, Step
from quiz.engine.session import Mode, Response, Session
from quiz.model.labels import Skill
from quiz.model.public_question import PublicQuestion

MODES: Mapping[Mode, str] = {
    Mode.PRACTICE: "Practice: each answer is explained at once. Your first answer counts",
    Mode.TEST: "Test: answers are explained at the end",
}
"""What each mode is called."""

FORMS: Mapping[str | None, str] = {"pre": "Pretest", "post": "Posttest"}
"""What each form is called: the questions asked before teaching, and those asked after it."""

SKILLS: Mapping[str, str] = {
    Skill.ACCESS: "Find it",
    Skill.UNDERSTAND: "Understand it",
    Skill.APPRAISE: "Judge it",
    Skill.APPLY: "Use it",
}
"""What each skill is called where a learner reads of it."""

CERTAINTY_MARKING = (
    "After each answer you say how sure you are: 1 low, 2 medium, 3 high. A right answer earns "
    "1, 2 or 3 points for that. A wrong one costs 0, 2 or 6. So say 3 only when you are quite "
    "sure. Your plain score stays as it is."
)
"""What certainty earns, said before the first question."""

_SECOND_GOES: Mapping[SecondGo, str] = {
    SecondGo.SHORTER: "Shorter, please: a word or two. Once more.",
    SecondGo.NOT_A_NUMBER: "Type a number, such as 12. Not graded yet. Try once more.",
    SecondGo.GROUPED: "Thousands or a part? Type it without the point. Not graded yet.",
    SecondGo.OTHER_UNIT: "Check the unit. Not graded yet. Try once more.",
    SecondGo.SPELLING: "Check the spelling. Not graded yet. Try once more.",
    SecondGo.PLURAL: "One, or more than one? Check the ending. Not graded yet. Try once more.",
    SecondGo.SPACES: "Check spaces and hyphens. Not graded yet. Try once more.",
}
"""What is said of an answer that gets a second go."""

FIRST_LINE_KEPT = "You pasted several lines. The first one is kept."
"""What is said of a paste into a field of one line."""

MEANT = (
    "You meant the right answer. Review counts it as right; your points stay as they are. m takes "
    "this back."
)
"""What is said of an answer that was graded wrong and meant as the right one."""

NOT_MEANT = "Review counts it as it was graded."
"""What is said where that is taken back."""

THIS_ARTICLE = "This is a score of this article alone."
"""What a score means."""

ROUGH_GAIN = "The two forms ask different questions, so for one learner this is a rough figure."
"""What a gain means."""

MARKS: Mapping[Verdict, str] = {
    Verdict.RIGHT: "✓",
    Verdict.PARTLY: "◐",
    Verdict.WRONG: "✗",
    Verdict.NONE: "–",
    Verdict.DONE: "✓",
    Verdict.ANSWERED: "•",
}
"""The mark of each verdict. It never stands without its word or its question."""

STEPS: Mapping[Step, str] = {
    Step.BEGIN: "Begin",
    Step.OPEN: "Let them answer",
    Step.CLOSE: "Close the question",
    Step.SHOW: "Show the explanation",
    Step.TALK: "Let them talk",
    Step.VOTE_AGAIN: "Vote again",
    Step.NEXT: "Next question",
    Step.END: "End the class",
    Step.UNDO: "Undo the last step",
}
"""What each step is called on a button and by its key."""

PHASES: Mapping[Phase, str] = {
    Phase.LOBBY: "They join.",
    Phase.READING: "They read. Nobody can answer yet.",
    Phase.OPEN: "They answer.",
    Phase.CLOSED: "Closed. They do not see the explanation yet.",
    Phase.SHOWN: "They see the explanation.",
    Phase.TALK: "They talk about it.",
    Phase.ENDED: "The class is over.",
}
"""What a class in browsers does, as its teacher is told."""

CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.LOW: "low",
    Certainty.MEDIUM: "medium",
    Certainty.HIGH: "high",
}
"""What each certainty is called."""

BIASES: Mapping[CalibrationBias, str] = {
    CalibrationBias.TOO_SURE: "You were more sure than you were right.",
    CalibrationBias.FITTING: "How sure you were fits how often you were right.",
    CalibrationBias.TOO_UNSURE: "You were right more often than you were sure.",
}
"""What is said of certainty once there are answers enough."""

PARTLY_IS_WRONG = "Partly right counts as wrong here."
"""What is said below a table of right and wrong where some answers were partly right."""

NOT_SAVED = "Your answers could not be saved yet."
"""What is said of an attempt that is left with answers that are not on disk."""


HANDED_IN_IS_FINAL = "Once it is handed in, you can't change it."
"""What is said before a learner hands in."""


def once_more(why: SecondGo, question: PublicQuestion) -> str:
    """Return what to say of an answer that is not marked yet, and may be given once more."""
    if why is SecondGo.SHORTER and question.most_words != 2:
        most = question.most_words or 1
        length = "one word" if most == 1 else f"{most} words at the most"
        return f"Shorter, please: {length}. Once more."
    return _SECOND_GOES[why]


def stopped(session: Session) -> str:
    """Return where an attempt stands that was left."""
    return (
        f"You stopped at question {session.position + 1} of {len(session.asked)}; "
        f"{session.answered} answered."
    )


BEGIN_NEW = "Begin a new one"
"""What can be done in place of going on."""


def go_on(session: Session) -> str:
    """Return what can be done with an attempt that was left."""
    return f"Go on at question {session.position + 1}"


def give_up(session: Session) -> str:
    """Return what becomes of an attempt that was left, once another one begins in its place."""
    answers = (
        f"{count(session.answered, 'answer')} so far {'stays' if session.answered == 1 else 'stay'}"
    )
    return f"Then you can't go on where you left. Your {answers} in your history."


def certainty_earned(sessions: Iterable[Session]) -> str | None:
    """Return what being sure of the answers earned; None where nobody asked how sure."""
    scored = (response for session in sessions for _, response in session.scored())
    judged = [one for one in scored if one and one.judged_certainty]
    earned = sum(certainty_points(one.judged_certainty, one.fraction) for one in judged)
    most = points(certainty_points(Certainty.HIGH, 1) * len(judged))
    return f"{points(earned)} of {most} points for how sure you were" if judged else None


def kept(session: Session) -> str:
    """Return what becomes of an attempt that is left."""
    return f"Kept. You can go on at question {session.position + 1} at any time."


def empty(session: Session) -> str | None:
    """Return which questions have no answer, by their numbers; None where all have one."""
    number = len(session.open)
    if not number:
        return None
    if number == 1:
        return f"Question {_numbers(session.open)} has no answer."
    return f"{number} questions have no answer: {_numbers(session.open)}."


def earned_for_certainty(response: Response | None) -> str | None:
    """Return what an answer earned for how sure the learner was; None where that wasn't said."""
    if response is None or response.grade is None or response.certainty is None:
        return None
    earned = certainty_points(response.judged_certainty, response.fraction)
    said, sign = CERTAINTIES[response.certainty], "+" if earned > 0 else ""
    return f"You said {said}: {sign}{points(earned)} for how sure you were."


def before_handing_in(session: Session) -> str:
    """Return what a learner may want to look at once more: what is empty, and what is flagged."""
    open_ = empty(session) or "Every question has an answer."
    flagged = sorted(session.flagged)
    return f"{open_} You flagged: {_numbers(flagged)}." if flagged else open_


def _numbers(indices: Iterable[int]) -> str:
    """Return the numbers of questions, as in 1, 3 and 4."""
    *first, last = [str(index + 1) for index in indices]
    return f"{', '.join(first)} and {last}" if first else last


def passage_views(times: int) -> str:
    """Return how often the passage was opened before an answer, in words."""
    often = {0: "never", 1: "once"}.get(times, f"{times} times")
    return f"Passage opened before an answer: {often}"


def meant(answers: int) -> str | None:
    """Return how many wrong answers were meant as right, in words; None where none was."""
    if not answers:
        return None
    were = count(answers, "answer was", "answers were")
    return f"{were} meant as right: counted so in review, not in the points"


def percent(share: float) -> str:
    """Return a share in percent; 100% only for all of it, and 0% only for none."""
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"


def points(number: float) -> str:
    """Return points with at most one decimal, as in 2 or 2.3."""
    return f"{number:.1f}".removesuffix(".0")


def count(number: int, one: str, many: str | None = None) -> str:
    """Return the number with the word that goes with it, as in 1 question or 3 questions."""
    return f"{number} {one if number == 1 else many or one + 's'}"
