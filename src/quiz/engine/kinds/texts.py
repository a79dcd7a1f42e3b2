"""Typed words: which are right, which get a second go, and which are wrong.

In order, each step for all accepted or rejected texts before the next one:

1. Right as accepted, but for what `normalize` takes away.
2. Wrong as rejected, in the same sense: so an author can bar a form that step 3 would let pass.
3. Right but for spaces, hyphens or a plain English plural, or as the same number; else rejected in
   the same sense.
4. A second go: another word by its spaces, perhaps a plural, one slip of the keys.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quiz.engine.kinds.measured import same_number
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.kinds.slip import slip
from quiz.model.language import is_english
from quiz.model.letters import DASHES, folded
from quiz.model.normalize import joined, normalize
from quiz.model.passage import Passage
from quiz.model.plural import is_plain_plural, may_be_plural

_ANOTHER_WORD = frozenset(
    str.split(
        "afternoon already altogether always anyone anyway apart atypical asymptomatic away "
        "everyday everyone into maybe notable nobody nowhere onto overall preposition react "
        "recollect recount recover recreate reform release remark represent represented repress "
        "resent reserve resign resigned resort retreat sometime sometimes therapist unionized"
    )
)
"""Words that are other ones when they are parted, as in "re-sign" or "every day"."""
_PLAIN_WORD = re.compile(r"(?:^|[\s-])(?:[^\W\d_A-Z]{3,}-?|[A-Z][^\W\d_A-Z]{2,})$")
_DASHES = f"-{DASHES} "


@dataclass(frozen=True, slots=True)
class TextKey:
    """The texts that are right, and those that are wrong for a reason."""

    accept: Sequence[str]
    reject: Sequence[str]
    language: str
    """The language of the quiz."""
    unit: str | None = None
    """The unit that stands behind the field."""

    def accepts(self, text: str) -> bool:
        """Return whether a text is right."""
        if any(self._as_written(text, one) for one in self.accept):
            return True
        barred = any(self._as_written(text, one) for one in self.reject)
        return not barred and any(self._alike(text, one) for one in self.accept)

    def is_rejected(self, text: str, wrong: str) -> bool:
        """Return whether a text is wrong as one of those that are wrong for a reason."""
        alike = self._as_written(text, wrong) or self._alike(text, wrong)
        return alike and not self.accepts(text)

    def near(self, text: str, passage: Passage) -> SecondGo | None:
        """Return what keeps a text from being right where that is its form alone."""
        if self.accepts(text) or any(self.is_rejected(text, wrong) for wrong in self.reject):
            return None
        if any(self._squeezed(text) == self._squeezed(one) for one in self.accept):
            return SecondGo.SPACES
        if any(self._may_be_plural(text, one) for one in self.accept):
            return SecondGo.PLURAL
        return SecondGo.SPELLING if self._meant(text, passage) else None

    def misspelled(self, text: str, passage: Passage) -> str | None:
        """Return the right text that only the spelling of another one fails; None for none."""
        near = self.near(text, passage)
        return self._meant(text, passage) if near is SecondGo.SPELLING else None

    def _meant(self, text: str, passage: Passage) -> str | None:
        known = frozenset(normalize(passage.text, self.language).split())
        given = self._normal(text)
        slips = ((slip(given, self._normal(one)), one) for one in self.accept)
        return next((right for one, right in slips if one and one not in known), None)

    def _normal(self, text: str) -> str:
        return normalize(text, self.language)

    def _as_written(self, text: str, other: str) -> bool:
        """Return whether two texts have one form; a hyphen behind a plain word is no minus."""
        if _PLAIN_WORD.search(other):
            text, other = text.rstrip(_DASHES), other.rstrip(_DASHES)
        return self._normal(text) == self._normal(other) != ""

    def _alike(self, text: str, other: str) -> bool:
        """Return whether two texts are one but for spaces, hyphens, a plain plural, figures."""
        if same_number(text, other, self.unit):
            return True
        ours, theirs = self._normal(text).split(), self._normal(other).split()
        if _ANOTHER_WORD & ({*ours} ^ {*theirs}):
            return False
        one, two = joined(text, self.language), joined(other, self.language)
        if one == two:
            return one != ""
        if not is_english(self.language):
            return False
        return _each(ours, theirs, _same_but_for_number) or _same_but_for_number(one, two)

    def _squeezed(self, text: str) -> str:
        """Return a text with nothing between its letters, articles and all."""
        return re.sub(r"(?<=[^\W\d_])[\s-]+(?=[^\W\d_])", "", folded(text, self.language)).strip(
            " .,;!?"
        )

    def _may_be_plural(self, text: str, other: str) -> bool:
        def may_be(ours: str, theirs: str) -> bool:
            return (
                ours == theirs
                or may_be_plural(ours, theirs, self.language)
                or may_be_plural(theirs, ours, self.language)
            )

        return _each(self._normal(text).split(), self._normal(other).split(), may_be)


def _same_but_for_number(ours: str, theirs: str) -> bool:
    return ours == theirs or is_plain_plural(ours, theirs) or is_plain_plural(theirs, ours)


def _each(ours: Sequence[str], theirs: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    """Return whether there are as many words in two texts, and each is the same in a sense."""
    return len(ours) == len(theirs) > 0 and all(map(same, ours, theirs))
