"""What other programs have no field for, in one text with what they have: both ways.

After the text, a line for each value, with its label and in quotation marks:

    Cold water works as well as warm water.

    Evidence: "Cold water works as well as warm water"
"""

import re
from collections.abc import Iterable
from itertools import pairwise

EVIDENCE = "Evidence"
"""The label of a quote that proves the key."""
TEMPTING = "Tempting words"
"""The label of the words of the passage that tempt to a wrong answer."""
MISTAKE = "Mistake"
"""The label of why a reader takes a wrong answer: misread, elsewhere or unsupported."""
NOTE = "Note"
"""The labels of a dated fact, of the month in which it was checked, and of its source."""
NOTE_AS_OF = "Checked in"
NOTE_SOURCE = "Source"
_LABEL = r"[A-Z][a-z]+(?: [a-z]+| [0-9]{1,2})*"
_MARK = re.compile(rf'^({_LABEL}): "', re.MULTILINE)
_LIKE_A_MARK = re.compile(rf'^(\\*{_LABEL}: ")', re.MULTILINE)
_KEPT = re.compile(rf'^\\(\\*{_LABEL}: ")', re.MULTILINE)


def with_marks(text: str, marks: Iterable[tuple[str, str]]) -> str:
    """Return a text with labeled values behind it; a line that looks like one is told apart."""
    lines = "\n".join(f'{label}: "{_shielded(value)}"' for label, value in marks)
    return "\n\n".join(filter(None, (_shielded(text), lines)))


def without_marks(text: str, labels: Iterable[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the text that stands before the labeled values, and these in order.

    Other labels than those asked for are words of the text.
    """
    known = frozenset(labels)
    starts = [mark.start() for mark in _MARK.finditer(text) if mark[1] in known]
    words, *lines = (text[start:end] for start, end in pairwise([0, *starts, len(text)]))
    return _plain(words.strip()), tuple(map(_label_and_value, lines))


def with_evidence(explain: str, quotes: Iterable[str]) -> str:
    """Return an explanation with its evidence behind it."""
    return with_marks(explain, ((EVIDENCE, quote) for quote in quotes))


def as_evidence(quotes: Iterable[str]) -> str | tuple[str, ...]:
    """Return quotes as a question holds them: one as it is, else all of them."""
    every = tuple(quotes)
    return every[0] if len(every) == 1 else every


def _label_and_value(line: str) -> tuple[str, str]:
    label, _, value = line.partition(': "')
    return label, _plain(value.rstrip().removesuffix('"'))


def _shielded(text: str) -> str:
    return _LIKE_A_MARK.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return _KEPT.sub(r"\1", text)
