"""The kinds of question: what each is made of, and nothing of how it is graded or shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from annotated_types import Ge, Interval, Len

from quiz.model.constraints import Decimal, Flag, Id, LongText, Name, Text, Visible, Whole
from quiz.model.labels import Difficulty, Skill
from quiz.model.question_parts import Blank, Note, Option, Pair, Rejected, Tempting


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every question has."""

    scored = True
    """Whether answers earn points."""

    id: Id
    """A short name of your own, in small letters, digits and hyphens. Never change it later."""
    draft: Flag = False
    """Write `draft: true` while parts of it are not written yet; take the line out at the end."""
    topic: Text = ""
    """One of the topics that the quiz lists."""
    skill: Skill | None = None
    """What the learner does with the text: access, understand, appraise or apply."""
    ask: LongText
    """The question, or in a statement the statement itself."""
    explain: LongText = ""
    """Shown after every answer: what the passage says about it."""
    evidence: LongText | Annotated[tuple[LongText, ...], Len(0, 20)] = ()
    """The words of the passage that hold the answer, copied exactly; or a list of such quotes."""
    difficulty: Difficulty | None = None
    """Your guess: easy, medium or hard."""
    note: Note | None = None
    """A dated fact from beyond the passage, shown after the answer."""
    hint: LongText | None = None
    """Shown before the answer to those who ask for it."""
    points: Annotated[Whole, Interval(ge=1, le=100)] = 1
    """What a full answer earns, from 1 to 100."""
    group: Id | None = None
    """Questions of one group give each other away: an attempt asks only one of them."""
    claims: Annotated[tuple[Text, ...], Len(0, 1_000)] = ()
    """The claims of the article that this question asks about, by the ids in `claims`."""
    waive: Annotated[Mapping[Name, Text], Len(0, 50)] = field(default_factory=dict)
    """Rules of `quiz check` that this question may break, each with the reason."""

    @property
    def quotes(self) -> tuple[str, ...]:
        """The evidence as a tuple of quotes."""
        return (self.evidence,) if isinstance(self.evidence, str) else self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Common):
    """The learner picks the one right option."""

    kind: Literal["choice"] = "choice"
    """One right option among several."""
    options: Annotated[tuple[Option, ...], Len(2, 9)]
    """The options, one of them right."""
    shuffle: Flag = True
    """Write `shuffle: false` for options with an order of their own, such as small to large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Common):
    """The learner picks all right options; their number is said."""

    kind: Literal["choices"] = "choices"
    """Several right options."""
    options: Annotated[tuple[Option, ...], Len(3, 9)]
    """The options, two or more of them right and at least one wrong."""
    shuffle: Flag = True
    """Write `shuffle: false` for options with an order of their own, such as small to large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Common):
    """The learner says whether the passage makes a statement: true, false or not stated."""

    kind: Literal["statement"] = "statement"
    """True, false, or not stated in the passage."""
    answer: Flag | Literal["not stated"]
    """true, false, or not stated. What is not stated has no evidence."""
    why: Mapping[Literal["true", "false", "not stated"], Text] = field(default_factory=dict)
    """Why each wrong verdict is wrong, under its name in quotation marks; the right one may too."""

    @property
    def options(self) -> tuple[Option, ...]:
        """The three verdicts, always in the same order."""
        right = self.answer if self.answer == "not stated" else str(self.answer).lower()
        return tuple(
            Option(text=text, correct=verdict == right, why=self.why.get(verdict))
            for verdict, text in VERDICTS.items()
        )

    @property
    def shuffle(self) -> bool:
        """Verdicts keep their order."""
        return False


VERDICTS: Mapping[Literal["true", "false", "not stated"], str] = {
    "true": "True",
    "false": "False",
    "not stated": "Not stated in the passage",
}
"""What a statement can be, and how it is written on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Common):
    """The learner types a year or a number."""

    kind: Literal["number"] = "number"
    """A year or another number, typed."""
    answer: Decimal | Whole
    """The right number."""
    tolerance: Annotated[Decimal | Whole, Ge(0)] = 0
    """How far off an answer may be and still be right."""
    unit: Annotated[Visible, Len(1, 50)] | None = None
    """Shown behind the field, such as percent or years."""
    reject: Annotated[tuple[Rejected, ...], Len(0, 100)] = ()
    """Wrong numbers that learners give, each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Common):
    """The learner types a word or two."""

    kind: Literal["short"] = "short"
    """A word or two, typed."""
    accept: Annotated[tuple[Text, ...], Len(1, 500)]
    """Every answer that is right; case, accents, punctuation and articles don't matter."""
    reject: Annotated[tuple[Rejected, ...], Len(0, 100)] = ()
    """Wrong answers that are close to a right one, each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Common):
    """The learner fills the blanks of a sentence, by typing or from a word bank."""

    kind: Literal["cloze"] = "cloze"
    """A sentence with blanks."""
    text: LongText
    """The sentence, with three underscores (___) for each blank."""
    blanks: Annotated[tuple[Blank, ...], Len(1, 20)]
    """The blanks, in the order in which they stand in the sentence."""
    words: Annotated[tuple[Rejected, ...], Len(0, 20)] = ()
    """Wrong words for the word bank, each with the reason. Without any, the learner types."""

    @property
    def word_bank(self) -> tuple[str, ...]:
        """The words to fill in, right ones first; none where the learner types."""
        if not self.words:
            return ()
        words = [blank.accept[0] for blank in self.blanks] + [word.text for word in self.words]
        return tuple(dict.fromkeys(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Common):
    """The learner moves items into order."""

    kind: Literal["order"] = "order"
    """Items to put in order."""
    items: Annotated[tuple[Text, ...], Len(2, 20)]
    """The items, three or more are best, in the right order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Common):
    """The learner pairs items; one choice is left over."""

    kind: Literal["match"] = "match"
    """Items to pair."""
    pairs: Annotated[tuple[Pair, ...], Len(2, 20)]
    """The pairs, two or more."""
    spare: Rejected | None = None
    """A choice that fits nothing, so that the last pair is not free; with the reason."""

    @property
    def rights(self) -> tuple[str, ...]:
        """What can be chosen: the right side of each pair in order, then the spare."""
        spare = (self.spare.text,) if self.spare else ()
        return (*(pair.right for pair in self.pairs), *spare)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locate(Common):
    """The learner picks the sentence of the passage that answers; the evidence is the key."""

    kind: Literal["locate"] = "locate"
    """A sentence to find in the passage."""
    reject: Annotated[tuple[Tempting, ...], Len(0, 20)] = ()
    """Sentences that learners pick wrongly, each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachBack(Common):
    """The learner explains in their own words, then checks a list; it is not scored."""

    scored = False

    kind: Literal["teach-back"] = "teach-back"
    """An explanation in one's own words, not scored."""
    checklist: Annotated[tuple[Text, ...], Len(1, 20)] = ()
    """The points that a full explanation names; the learner checks those that theirs has."""


Question = (
    Choice | Choices | Statement | Number | Short | Cloze | Order | Match | Locate | TeachBack
)
"""A question of any kind."""

KINDS: Mapping[str, type[Question]] = {
    kind.__dataclass_fields__["kind"].default: kind for kind in get_args(Question)
}
"""Every kind by its name in a file."""
