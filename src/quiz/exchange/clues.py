"""What tells a key by its form alone, taken off the texts that stand side by side in a question."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from quiz.model.question import Choice, Choices, Order, Question

_LETTER = re.compile(r"\(?([A-Za-z]|[0-9]{1,2})([.)])\s+(?=\S)")
_VERDICT = re.compile(
    r"[(\[](?:(?:in)?correct|(?:(?:in)?correct|right|wrong) answer)[)\]]|[✓✔✗✘]", re.IGNORECASE
)
_END = re.compile(r"(?<![.;,])[.;,]$")
_SHORTENED = re.compile(
    r"(?:\.\w+|\b(?:\w|etc|no|dr|mr|mrs|ms|st|jr|inc|ltd|vs))\.$", re.IGNORECASE
)
"""How a text ends whose full stop belongs to its last word."""

_Texts = tuple[str, ...]


def without_clues(question: Question) -> tuple[Question, tuple[str, ...]]:
    """Return a question without what tells its key by its form, and what that was, in words."""
    match question:
        case Choice() | Choices():
            texts, found = _mended(tuple(option.text for option in question.options))
            pairs = zip(question.options, texts, strict=True)
            options = tuple(replace(option, text=text) for option, text in pairs)
            return replace(question, options=options), found
        case Order():
            items, found = _mended(question.items)
            return replace(question, items=items), found
    return question, ()


def _mended(texts: _Texts) -> tuple[_Texts, tuple[str, ...]]:
    """Return texts without clues, and which there were; two texts never become the same."""
    found = []
    for clue, without in _CLUES.items():
        mended = tuple(map(str.strip, without(texts)))
        if mended != texts and all(mended) and len({*mended}) == len({*texts}):
            texts = mended
            found.append(clue)
    return texts, tuple(found)


def _single_spaces(texts: _Texts) -> _Texts:
    return tuple(re.sub(r"[ \t]+", " ", text) for text in texts)


def _without_letters(texts: _Texts) -> _Texts:
    """Return texts without letters or numbers in front, where all have them, in order."""
    found = [_LETTER.match(text) for text in texts]
    marks = [one[1].lower() for one in found if one]
    letters = [chr(ord("a") + place) for place in range(len(texts))]
    in_order = marks in (letters, [str(place + 1) for place in range(len(texts))])
    if not in_order or (len(texts) == 2 and found[0] and found[0][2] == "."):
        return texts  # two that begin with "A." and "B." may be names
    return tuple(text[one.end() :] for text, one in zip(texts, found, strict=True) if one)


def _without_verdicts(texts: _Texts) -> _Texts:
    return _single_spaces(tuple(_VERDICT.sub(" ", text) for text in texts))


def _without_ends(texts: _Texts) -> _Texts:
    """Return texts without their last full stop, semicolon or comma, where not all have the same.

    That of a shortened word stays.
    """
    ends = ["" if _SHORTENED.search(text) else "".join(_END.findall(text)) for text in texts]
    if len({*ends}) == 1:
        return texts
    return tuple(text.removesuffix(end) for text, end in zip(texts, ends, strict=True))


_CLUES: Mapping[str, Callable[[_Texts], _Texts]] = MappingProxyType(
    {
        "spaces too many": _single_spaces,
        "letters or numbers in front of the options": _without_letters,
        "signs that tell which options are right": _without_verdicts,
        "full stops or the like at the end of some options alone": _without_ends,
    }
)
