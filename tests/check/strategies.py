"""Quizzes of every kind with any text, as hypothesis makes them."""

from typing import Any

from hypothesis import strategies as st

from quiz.model.labels import Difficulty, Skill, Tag
from quiz.model.passage import Passage
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Blank, Note, Option, Pair, Rejected
from quiz.model.quiz import Claim, Quiz, Status, Term

_WEAK = [
    "None of the above",
    "Which is NOT so?",
    "Drug abuse is not always so",
    "A and C",
    "1.3 million",
    "−5",
    "an hour",
    "It is a",
    "___",
    "Ketamine was first brought in as an anesthetic, and patients stay awake, all of them always.",
    "What is said of the glutamate in the brain?",
    "ß İ ǆ 汉字 ﬁ ½ ²",
    "“quoted addicts”",
]
TEXTS = st.sampled_from(_WEAK) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40
).filter(str.strip)
_PLAIN = st.sampled_from(["tea", "Drugs", "glutamate", "It was boiled.", "Act on what is hot"])
PASSAGE = "Tea is hot. It was boiled in 2019. So what?\n\nDrugs act on glutamate. 汉字。"
QUOTES = st.sampled_from(["Tea is hot", "it was boiled in 2019", "2019. So what? Drugs", "act on"])
RULES = st.sampled_from(["negative-stem", "long-key", "none-of-the-above", "no-such-rule"])

_COMMON: dict[str, st.SearchStrategy[Any]] = {
    "id": st.uuids().map(lambda each: f"q{each.hex[:8]}"),
    "topic": st.sampled_from(["a", "b"]),
    "skill": st.sampled_from(list(Skill)),
    "ask": TEXTS,
    "explain": TEXTS,
    "evidence": st.one_of(QUOTES, st.lists(QUOTES, max_size=2).map(tuple)),
    "difficulty": st.none() | st.sampled_from(list(Difficulty)),
    "note": st.none() | st.builds(Note, text=TEXTS, as_of=st.just("2021-05"), source=TEXTS),
    "hint": st.none() | TEXTS,
    "group": st.none() | st.sampled_from(["g", "h"]),
    "claims": st.lists(st.sampled_from(["C1", "C2"]), max_size=2, unique=True).map(tuple),
    "waive": st.dictionaries(RULES, TEXTS, max_size=2),
}
_REJECTED = st.builds(Rejected, text=TEXTS, why=TEXTS)
_WRONG = st.builds(
    Option,
    text=TEXTS,
    why=TEXTS,
    tag=st.none() | st.sampled_from(list(Tag)),
    quote=st.none() | QUOTES,
)


@st.composite
def _options(draw: st.DrawFn, right: int) -> tuple[Option, ...]:
    keys = [Option(text=draw(TEXTS), correct=True) for _ in range(right)]
    wrong = draw(st.lists(_WRONG, min_size=1, max_size=4))
    return tuple(draw(st.permutations(keys + wrong)))


@st.composite
def _clozes(draw: st.DrawFn) -> Cloze:
    count = draw(st.integers(1, 2))
    blanks = tuple(Blank(accept=(draw(TEXTS),)) for _ in range(count))
    fields = {name: draw(strategy) for name, strategy in _COMMON.items()}
    return Cloze(text="It is ___" * count, blanks=blanks, **fields)


QUESTIONS: st.SearchStrategy[Question] = st.one_of(
    st.builds(Choice, options=_options(1), shuffle=st.booleans(), **_COMMON),
    st.builds(Choices, options=_options(2), shuffle=st.booleans(), **_COMMON),
    st.builds(
        Statement,
        answer=st.sampled_from([True, False, "not stated"]),
        why=st.just({"true": "So.", "false": "So.", "not stated": "So."}),
        **_COMMON,
    ),
    st.builds(
        Number,
        answer=st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        tolerance=st.just(0),
        **_COMMON,
    ),
    st.builds(Short, accept=st.lists(TEXTS, min_size=1, max_size=2).map(tuple), **_COMMON),
    _clozes(),
    st.builds(Order, items=st.lists(TEXTS, min_size=2, max_size=4).map(tuple), **_COMMON),
    st.builds(
        Match,
        pairs=st.lists(st.builds(Pair, left=TEXTS, right=TEXTS), min_size=2, max_size=3).map(tuple),
        spare=_REJECTED,
        **_COMMON,
    ),
    st.builds(Locate, **_COMMON),
    st.builds(TeachBack, checklist=st.lists(TEXTS, min_size=1, max_size=2).map(tuple), **_COMMON),
)

QUIZZES = st.builds(
    Quiz,
    schema=st.just(1),
    id=st.just("any"),
    title=TEXTS,
    language=st.sampled_from(["en", "en-GB", "de"]),
    topics=st.just({"a": "A", "b": "B"}),
    terms=st.lists(
        TEXTS | st.builds(Term, term=_PLAIN, means=_PLAIN, source=_PLAIN), max_size=2
    ).map(tuple),
    passage=st.just(Passage(title="Tea", source="Ours", text=PASSAGE)),
    claims=st.just(
        {"C1": Claim(says="It is", status=Status.DATED), "C2": Claim(says="It", status=Status.OK)}
    ),
    questions=st.lists(QUESTIONS, min_size=1, max_size=6, unique_by=lambda each: each.id).map(
        tuple
    ),
)
"""Any quiz, in one language or another, some of it weak."""
