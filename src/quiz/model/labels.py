"""The labels that an author gives to questions and to wrong answers."""

from enum import StrEnum


class Skill(StrEnum):
    """What the learner does with the text (the four stages of HLS-EU)."""

    ACCESS = "access"
    UNDERSTAND = "understand"
    APPRAISE = "appraise"
    APPLY = "apply"


class Difficulty(StrEnum):
    """The author's guess at how many get it right after reading."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Tag(StrEnum):
    """Why a reader takes a wrong option (after STARC, Berzak et al. 2020)."""

    MISREAD = "misread"
    ELSEWHERE = "elsewhere"
    UNSUPPORTED = "unsupported"
