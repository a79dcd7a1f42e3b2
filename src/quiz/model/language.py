"""The language of a quiz, as in en, fr or zh-Hans (BCP 47)."""

import re

LANGUAGE = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""The pattern of the name of a language."""
LONGEST = 35
"""Characters of the name of a language."""


def is_language(text: str) -> bool:
    """Return whether a text names a language as a quiz does."""
    return len(text) <= LONGEST and re.fullmatch(LANGUAGE, text) is not None


def primary_subtag(language: str) -> str:
    """Return the name of a language without script and region, as zh for zh-Hans."""
    return language.partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Return whether a language is English, of whatever region."""
    return primary_subtag(language) == "en"
