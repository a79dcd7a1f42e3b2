"""Items to pair, line by line."""

import re
from collections.abc import Iterable

from quiz.engine.session import Presented
from quiz.model.answer import MatchAnswer
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz
from quiz.plain.kinds.base import InLines
from quiz.plain.kinds.reading import (
    EMPTY,
    LETTERS,
    InvalidAnswer,
    copied,
    folded,
    labelled,
    numbered,
    tokens,
)
from quiz.plain.lines import Hanging

_TYPED = re.compile(r"(?:(\d{1,4})[-=:]?)?([a-z])", re.IGNORECASE | re.ASCII)
_COPIED = re.compile(r"(\d{1,2})\s*[-=:]?\s*([a-z])", re.IGNORECASE | re.ASCII)


class Match(InLines[MatchAnswer]):
    """Items to pair."""

    def how(self, question: PublicQuestion) -> str:
        """Return an example of as many pairs."""
        letters = _letters(question)
        pairs = enumerate((letters[1::-1] + letters[2:])[: len(question.lefts)], 1)
        example = " ".join(f"{number}{letter}" for number, letter in pairs)
        spare = " One letter is left over." if len(letters) > len(question.lefts) else ""
        return f"Type the pairs, as in {example}.{spare}"

    def parts(self, asked: Presented, quiz: Quiz) -> Iterable[Hanging]:
        """Return the left sides with numbers, and the right ones with letters."""
        yield from numbered(asked.public.lefts)
        yield "", ""
        yield from labelled(asked.shown, _letters(asked.public))

    def read(self, asked: Presented, quiz: Quiz, text: str) -> MatchAnswer:
        """Return the right side of each left one, from pairs as 2a or from letters in order."""
        count, names = len(asked.public.lefts), _letters(asked.public)
        rights = dict(zip(names, asked.option_order, strict=True))
        joined = re.sub(r"(\d)\s+(?=[a-z])", r"\1", text)
        found = [_TYPED.fullmatch(token) for token in tokens(joined)]
        pairs = [(int(f[1] or place), f[2].lower()) for place, f in enumerate(found, 1) if f]
        lefts, letters = [left for left, _ in pairs], {letter for _, letter in pairs}
        wrong = None
        if len(pairs) != len(found) or sorted(lefts) != list(range(1, count + 1)):
            wrong = f"Give each of the {count} numbers one letter."
        elif not letters <= set(rights):
            wrong = f"The letters go from {names[0]} to {names[-1]}."
        elif len(letters) < count:
            wrong = "Use a letter once."
        if wrong:
            raise InvalidAnswer(f"{wrong} {self.how(asked.public)}")
        return MatchAnswer(tuple(rights[letter] for _, letter in sorted(pairs)))

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return for which numbers."""
        return f"letters for 1-{len(asked.public.lefts)}"

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> MatchAnswer:
        """Return the right side of each left one: from letters in order, or from 1c."""
        count, rights = len(asked.public.lefts), _rights(asked)
        pairs = {int(number): letter.lower() for number, letter in _COPIED.findall(text)}
        letters = copied(text, count, "[a-z]")
        if pairs:
            clear = not _COPIED.sub("", text).strip(" ,;") and set(pairs) <= set(
                range(1, count + 1)
            )
            letters = [pairs.get(left, EMPTY) for left in range(1, count + 1)] if clear else []
        if not letters or not set(letters) <= {*rights, EMPTY}:
            raise InvalidAnswer(
                f"Type for each of 1 to {count} the letter that its line goes to, from a to "
                f"{LETTERS[len(rights) - 1]}, as in b a; - for none. Or pairs, as in 1b 2a."
            )
        return MatchAnswer(tuple(rights.get(letter) for letter in letters))

    def as_on_sheet(self, asked: Presented, answer: MatchAnswer) -> str:
        """Return the letters in the order of the numbers."""
        letters = dict(zip(asked.option_order, LETTERS, strict=False))
        return " ".join(EMPTY if right is None else letters[right] for right in answer.rights)


def _letters(question: PublicQuestion) -> str:
    """Return the letters of the right sides; none of them is itself what a right side says."""
    count = len(question.parts)
    runs = (LETTERS[start : start + count] for start in range(len(LETTERS) - count + 1))
    said = set(map(folded, question.parts))
    return next((run for run in runs if said.isdisjoint(run)), LETTERS[:count])


def _rights(asked: Presented) -> dict[str, int]:
    return dict(zip(LETTERS, asked.option_order, strict=False))
