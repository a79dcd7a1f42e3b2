"""How a quote differs from the sentence that it was meant to be."""

from difflib import SequenceMatcher

_SHOWN = 3


def difference(quote: str, sentence: str) -> str:
    """Return in words what the quote changes, adds or leaves out, the first few of it.

    What the sentence has before and after the quote is no difference, nor is a capital at the
    start or a stop at the end.
    """
    ours, theirs = _words(quote), _words(sentence)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    steps = []
    for step, start, end, first, last in matcher.get_opcodes():
        mine, other = ours[start:end], theirs[first:last]
        if start == 0:
            other = other[-len(mine) :]
        elif end == len(ours):
            other = other[: len(mine)]
        if step == "replace":
            steps.append(f"“{' '.join(mine)}” stands there as “{' '.join(other)}”")
        elif step == "delete":
            steps.append(f"“{' '.join(mine)}” does not stand there")
        elif step == "insert" and 0 < start < len(ours):
            steps.append(f"“{' '.join(other)}” is left out")
    return ", ".join(steps[:_SHOWN])


def _words(text: str) -> list[str]:
    plain = text.strip().rstrip(".!?…")
    return (plain[:1].lower() + plain[1:]).split()
