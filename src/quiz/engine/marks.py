"""How answers are marked in every door: by sign and word."""

from collections.abc import Mapping

from quiz.engine.certainty import CalibrationBias, Certainty
from quiz.engine.feedback import Reason, Verdict

MARKS: Mapping[Verdict, str] = {
    Verdict.RIGHT: "✓",
    Verdict.PARTLY: "◐",
    Verdict.WRONG: "✗",
    Verdict.NONE: "–",
    Verdict.DONE: "✓",
    Verdict.ANSWERED: "•",
}
"""The mark of each verdict. It never stands without its word or its question."""

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


def standing(reason: Reason) -> str:
    """Return whether an answer is right, and whose it is; nothing for other wrong ones."""
    return ", ".join(["right"] * reason.right + ["your answer"] * reason.yours)
