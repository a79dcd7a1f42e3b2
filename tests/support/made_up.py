"""Quizzes made up by hypothesis: of every kind, with texts that mean something elsewhere."""

from collections.abc import Container, Iterator
from dataclasses import asdict, replace
from itertools import cycle
from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from quiz.engine.kinds import KINDS
from quiz.model.labels import Difficulty, Skill, Tag
from quiz.model.passage import Passage
from quiz.model.public_question import BLANK
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
from quiz.model.question_parts import Blank, Note, Option, Pair, Rejected, Tempting
from quiz.model.quiz import Claim, Quiz, Status, Term

HOSTILE = (
    "<script>alert(1)</script>",
    "<b>bold</b> & <!-- gone -->",
    "]]> &amp; &#91;x&#93; &lt;",
    "[blank1] and [1]",
    "[sound:a.mp3] [latex]x[/latex] \\(x\\) {{c1::x}} {{Front}}",
    "# no heading",
    "1. no list",
    "- no list",
    "+ no list",
    "> no quote",
    "```",
    "***",
    "---",
    "===",
    "| a | b |",
    "*no* _stress_ ~~gone~~ `code`",
    "![no picture](x.png) [no link](javascript:alert(1)) <https://example.org>",
    "https://example.org/a_b_c www.example.org one@example.org",
    "!!! note",
    "no heading {#id .x} {{ 1 + 1 }} ==no mark==",
    "[x]: https://example.org",
    "~%100%no =answer {TRUE} #feedback ::title:: // comment $CATEGORY: x",
    "ANSWER: B",
    'Evidence: "no quote"',
    '=HYPERLINK("x")',
    "@no one",
    "a\\nb \\ c\\",
    "end  \\",
    "“curly” ‘quotes’ – dash … ½ Ω 漢字 مرحبا",
    'yes: "no", #not a comment',
    "a, b; c | d",
    "tab\there",
)
"""Texts that mean something to HTML, XML, GIFT, Markdown, Anki, YAML or a spreadsheet."""

WEAK = (
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
)
"""Texts in which a check finds something, or that look like what it counts."""

SENTENCES = (
    "Water is part of every cell.",
    "Most people drink when they are thirsty.",
    "On hot days you need more.",
    "Tap water is checked often.",
    "A filter takes out some minerals.",
    "An old filter can make it worse.",
)
"""The sentences of every made-up passage."""

_WORDS = st.text(ascii_lowercase, min_size=1, max_size=8)
_PLAIN = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
TEXTS = _PLAIN | st.sampled_from(HOSTILE)
"""A text of one line."""
_ANY = st.sampled_from(WEAK) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40
).filter(str.strip)
_WAIVERS = st.dictionaries(
    st.sampled_from(("negative-stem", "long-key", "none-of-the-above", "no-such-rule")),
    _ANY,
    max_size=2,
)


def quizzes(texts: SearchStrategy[str] = TEXTS, most: int = 5) -> SearchStrategy[Quiz]:
    """Return whole quizzes of up to so many questions, of texts that a strategy gives."""
    return st.builds(
        Quiz,
        schema=st.just(1),
        id=st.sampled_from(("clean-hands", "water")),
        title=texts,
        topics=st.fixed_dictionaries({"one": texts, "two": texts}),
        terms=st.lists(st.builds(Term, term=_WORDS, means=texts, source=texts), max_size=1).map(
            tuple
        ),
        passage=st.builds(
            Passage,
            title=texts,
            source=texts,
            text=st.sampled_from((" ".join(SENTENCES), "\n\n".join(SENTENCES))),
        ),
        know=st.lists(_notes(texts), max_size=1).map(tuple),
        questions=st.lists(
            questions(texts), min_size=1, max_size=most, unique_by=lambda q: q.id
        ).map(tuple),
    )


def weak_quizzes() -> SearchStrategy[Quiz]:
    """Return quizzes with any text in one language or another, of which a check finds something."""
    claims = {
        "C1": Claim(says="It is", status=Status.DATED),
        "C2": Claim(says="It", status=Status.OK),
    }
    more = st.fixed_dictionaries(
        {
            "claims": st.lists(st.sampled_from((*claims,)), max_size=2, unique=True).map(tuple),
            "group": st.none() | st.sampled_from(("g", "h")),
            "waive": _WAIVERS,
        }
    )

    def weakened(quiz: Quiz, language: str, fields: list[dict[str, Any]]) -> Quiz:
        every = zip(quiz.questions, cycle(fields))
        return replace(
            quiz,
            language=language,
            claims=claims,
            questions=tuple(replace(one, **more) for one, more in every),
        )

    languages = st.sampled_from(("en", "en-GB", "de"))
    return st.builds(weakened, quizzes(_ANY), languages, st.lists(more, min_size=1, max_size=5))


def questions(texts: SearchStrategy[str] = TEXTS) -> SearchStrategy[Question]:
    """Return questions of every kind in which nothing is wrong."""
    every = _questions(texts)
    return every.filter(lambda one: not any(KINDS[one.kind].faults(one, "en")))


def _questions(texts: SearchStrategy[str]) -> SearchStrategy[Question]:
    quotes = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True)
    common = {
        "id": st.text(ascii_lowercase, min_size=3, max_size=8),
        "topic": st.sampled_from(("one", "two")),
        "skill": st.sampled_from(Skill),
        "ask": texts,
        "explain": texts,
        "evidence": st.sampled_from(SENTENCES)
        | quotes.map(tuple).filter(lambda some: len(some) > 1),
        "difficulty": st.none() | st.sampled_from(Difficulty),
        "note": st.none() | _notes(texts),
        "hint": st.none() | texts,
        "points": st.integers(1, 100),
    }
    rejected = st.builds(Rejected, text=texts, why=texts, tag=st.none() | st.sampled_from(Tag))
    rejects = st.lists(rejected, max_size=2, unique_by=_text).map(tuple)
    whys = st.none() | texts
    return st.one_of(
        st.builds(Choice, options=_options(texts, 1, 1), shuffle=st.booleans(), **common),
        st.builds(Choices, options=_options(texts, 2, 3), shuffle=st.booleans(), **common),
        st.builds(
            Statement,
            answer=st.just("not stated"),
            why=_verdicts(texts, "true", "false"),
            **common | {"evidence": st.just(())},
        ),
        st.builds(
            Statement, answer=st.just(True), why=_verdicts(texts, "false", "not stated"), **common
        ),
        st.builds(
            Statement, answer=st.just(False), why=_verdicts(texts, "true", "not stated"), **common
        ),
        st.builds(
            Number,
            answer=st.integers(-2100, 2100) | st.sampled_from((0.5, 2.25, -0.125)),
            tolerance=st.sampled_from((0, 0.5, 2)),
            unit=st.none() | _WORDS,
            reject=rejects,
            **common,
        ),
        st.builds(Short, accept=_accepted(texts), reject=rejects, **common),
        _clozes(texts, rejects, common),
        st.builds(Order, items=_distinct(texts, 2, 5), **common),
        st.builds(
            Match,
            pairs=st.tuples(_distinct(texts, 3, 3), _distinct(texts, 3, 3), whys).map(_pairs),
            spare=st.builds(Rejected, text=_PLAIN.map("spare {}".format), why=texts),
            **common,
        ),
        st.builds(
            Locate,
            reject=st.lists(
                st.builds(Tempting, quote=st.sampled_from(SENTENCES), why=texts),
                max_size=2,
                unique_by=lambda tempting: tempting.quote,
            ).map(tuple),
            **common,
        ).filter(lambda one: not {tempting.quote for tempting in one.reject} & {*one.quotes}),
        st.builds(TeachBack, checklist=_distinct(texts, 1, 3), **common),
    )


def _notes(texts: SearchStrategy[str]) -> SearchStrategy[Note]:
    return st.builds(Note, text=texts, as_of=st.just("2026-11"), source=texts)


def _distinct(texts: SearchStrategy[str], least: int, most: int) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, min_size=least, max_size=most, unique=True).map(tuple)


def _accepted(texts: SearchStrategy[str]) -> SearchStrategy[tuple[str, ...]]:
    return _distinct(texts, 1, 3)


def _options(
    texts: SearchStrategy[str], least_right: int, most_right: int
) -> SearchStrategy[tuple[Option, ...]]:
    whys = st.none() | texts
    quotes = st.none() | st.sampled_from(SENTENCES)
    right = st.builds(Option, text=texts, correct=st.just(True), why=whys)
    wrong = st.builds(
        Option, text=texts, why=texts, tag=st.none() | st.sampled_from(Tag), quote=quotes
    )
    every = st.tuples(
        st.lists(right, min_size=least_right, max_size=most_right),
        st.lists(wrong, min_size=1, max_size=4),
    )
    distinct = every.map(lambda both: both[0] + both[1]).filter(
        lambda options: len({*map(_text, options)}) == len(options)
    )
    return distinct.flatmap(st.permutations).map(tuple)


def _verdicts(texts: SearchStrategy[str], *wrong: str) -> SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(dict.fromkeys(wrong, texts))


def _clozes(
    texts: SearchStrategy[str],
    rejects: SearchStrategy[tuple[Rejected, ...]],
    common: dict[str, SearchStrategy[object]],
) -> SearchStrategy[Cloze]:
    blanks = st.lists(
        st.builds(Blank, accept=_accepted(texts), reject=rejects), min_size=1, max_size=3
    )

    def cloze(some: list[Blank]) -> SearchStrategy[Cloze]:
        pieces = st.lists(texts, min_size=len(some) + 1, max_size=len(some) + 1)
        text = pieces.map(f" {BLANK} ".join)
        return st.builds(
            Cloze, text=text, blanks=st.just(tuple(some)), words=st.just(()) | rejects, **common
        )

    return blanks.flatmap(cloze)


def _pairs(sides: tuple[tuple[str, ...], tuple[str, ...], str | None]) -> tuple[Pair, ...]:
    lefts, rights, why = sides
    return tuple(
        Pair(left=left, right=right, why=why) for left, right in zip(lefts, rights, strict=True)
    )


def _text(one: Option | Rejected) -> str:
    return one.text


def texts_of(question: Question, but_for: Container[str]) -> Iterator[str]:
    """Yield the texts of a question as they stand in it, but for those of some fields."""
    return _texts(asdict(question), but_for)


def _texts(value: object, but_for: Container[str]) -> Iterator[str]:
    match value:
        case str():
            yield from map(str.strip, value.split(BLANK))
        case dict():
            for name, part in value.items():
                if name not in but_for and name != "as_of":
                    yield from _texts(part, but_for)
        case tuple():
            for part in value:
                yield from _texts(part, but_for)
