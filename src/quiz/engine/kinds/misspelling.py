"""What is said of an answer in which only the spelling failed."""

from quiz.model.normalize import normalize


def only_spelling(text: str, right: str, language: str) -> str:
    """Return that only the spelling of a text failed, how it is right, and what differs."""
    differs = _difference(normalize(text, language), normalize(right, language))
    return f"Only the spelling is not right. Write “{right}”{differs}."


def _difference(ours: str, theirs: str) -> str:
    """Return the letters in which two texts differ, in words; nothing for more than one slip."""
    at = next((n for n, (one, two) in enumerate(zip(ours, theirs, strict=False)) if one != two), -1)
    at = min(len(ours), len(theirs)) if at < 0 else at
    if ours[:at] + theirs[at : at + 1] + ours[at:] == theirs:
        return f": “{theirs[at]}” is missing"
    if ours[:at] + ours[at + 1 :] == theirs:
        return f": there is one “{ours[at]}” too many"
    if ours[at + 1 :] == theirs[at + 1 :]:
        return f", with “{theirs[at]}” in place of “{ours[at]}”"
    swapped = ours[at : at + 2][::-1]
    return f", with “{swapped}” in place of “{swapped[::-1]}”" if swapped in theirs else ""
