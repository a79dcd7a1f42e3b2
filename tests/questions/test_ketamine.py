"""The quiz that ships: whole, grounded, plain, fair to those who read, and kind."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import mean

import pytest

from quiz.check.inspection import inspect
from quiz.check.readability import Counts, count, flesch_kincaid, sentences, smog
from quiz.cli import main
from quiz.engine.selection import QuestionFilter, select
from quiz.model.labels import Skill, Tag
from quiz.model.question import (
    KINDS,
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Question,
    Short,
    Statement,
)
from quiz.model.question_parts import Note, Option
from quiz.model.quiz import Quiz, Status
from quiz.quizfile.reader import read
from quiz.quizfile.shelf import shipped

TREE = Path(__file__).parents[2]
FILE = TREE / "questions" / "ketamine.yaml"
GRADE = 8
"""The school grade that no part of the quiz may be above."""
LIMIT = 0.15
"""How far from chance a guesser may land, on either side."""


@cache
def ketamine() -> Quiz:
    return read(FILE)


def each(*kinds: type[Question]) -> Iterator[Question]:
    return (
        question for question in ketamine().questions if not kinds or isinstance(question, kinds)
    )


def picked(question: Question) -> tuple[Option, ...]:
    return question.options if isinstance(question, Choice | Choices) else ()


# What is in it


def test_there_is_enough_of_everything() -> None:
    assert len(ketamine().scored) >= 32
    assert len(ketamine().questions) - len(ketamine().scored) == 1
    assert {question.kind for question in ketamine().questions} == set(KINDS)
    assert len(list(each(Locate))) >= 2
    topics = Counter(question.topic for question in ketamine().scored)
    assert set(topics) == set(ketamine().topics)
    assert min(topics.values()) >= 3
    assert min(topics[topic] for topic in ("uses", "approval", "risks")) >= 8


def test_statements_are_few_and_in_balance() -> None:
    verdicts = Counter(
        question.answer for question in ketamine().questions if isinstance(question, Statement)
    )
    assert len(set(verdicts.values())) == 1
    assert len(verdicts) == 3
    assert sum(verdicts.values()) <= len(ketamine().scored) / 6


def test_every_claim_is_asked_or_says_why_not() -> None:
    assert [f"c{number:02}" for number in range(1, 33)] == list(ketamine().claims)
    asked = {claim for question in ketamine().scored for claim in question.claims}
    assert asked <= set(ketamine().claims)
    for name, claim in ketamine().claims.items():
        assert (name in asked) != bool(claim.unasked), name
    assert not asked & {"c02", "c08", "c32"}


def test_a_claim_that_is_imprecise_or_dated_is_set_right_in_a_note() -> None:
    doubtful = {
        name
        for name, claim in ketamine().claims.items()
        if claim.status in (Status.IMPRECISE, Status.DATED)
    }
    for question in ketamine().scored:
        if doubtful & set(question.claims):
            assert question.note, question.id
            assert question.note.as_of == "2026-11"


OUGHT = {
    "compounded ketamine": ["not approved", "October 2023", "has not checked it"],
    "Spravato is for adults": ["March 5, 2019", "at least two", "January 2025", "August 2020"],
    "thoughts of suicide": ["not been shown to prevent", "young people", "the key h"],
    "certified places": ["very sleepy", "cut off", "slow their breathing", "misused", "two hours"],
    "In the short term": ["blood pressure", "memory", "pass out", "slow breathing", "Alcohol"],
    "Over the long term": ["bladder", "kidney"],
    "1,148 people": ["six years", "no group to compare", "not about ketamine itself"],
}
"""What a note of the result must say besides the words that tell which note it is."""


@pytest.mark.parametrize("about", OUGHT)
def test_the_result_tells_what_the_passage_leaves_out(about: str) -> None:
    (note,) = (note for note in ketamine().know if about in note.text)
    assert [words for words in OUGHT[about] if words not in note.text] == []


def notes() -> Iterator[Note]:
    yield from ketamine().know
    yield from (question.note for question in each() if question.note)


def test_a_source_can_be_looked_up() -> None:
    assert '"Why is ' in ketamine().passage.source
    assert "no author or date given" in ketamine().passage.source
    for note in notes():
        assert re.search(r"FDA|PMC\d+|NBK\d+|pyaf\d+|\.info", note.source), note.source
        assert not re.search(r"\b(our|own|we)\b", note.source), note.source
        assert len(note.text.split()) > 20, note.text


def test_dates_are_american() -> None:
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    assert not re.findall(rf"\d (?:{months})\b", FILE.read_text("utf-8"))


def test_every_question_is_placed_and_explained() -> None:
    for question in ketamine().questions:
        assert question.difficulty, question.id
        assert question.explain, question.id
        assert question.claims, question.id
        assert not question.waive, question.id


# What it stands on


def test_every_answer_stands_on_the_passage() -> None:
    for question in ketamine().questions:
        unstated = isinstance(question, Statement) and question.answer == "not stated"
        assert bool(question.quotes) != unstated, question.id
        assert all(map(ketamine().passage.find, question.quotes)), question.id


def test_every_sentence_is_asked_about() -> None:
    passage = ketamine().passage
    covered = {
        sentence
        for question in ketamine().scored
        for quote in question.quotes
        for sentence in passage.sentences_of(quote)
    }
    assert covered == set(range(len(passage.sentences())))


def test_every_option_has_its_reason_and_every_wrong_one_its_tag() -> None:
    for question in each(Choice, Choices):
        for option in picked(question):
            assert option.why, (question.id, option.text)
            assert option.correct != bool(option.tag), (question.id, option.text)
    for question in each(Statement):
        assert isinstance(question, Statement)
        assert set(question.why) == {"true", "false", "not stated"}, question.id


def test_what_tempts_a_reader_is_quoted() -> None:
    for question in each():
        for option in picked(question):
            if option.tag in (Tag.MISREAD, Tag.ELSEWHERE):
                assert option.quote, (question.id, option.text)
            assert not option.quote or ketamine().passage.find(option.quote), option.quote
        if isinstance(question, Locate):
            assert question.reject, question.id
            assert all(ketamine().passage.find(wrong.quote) for wrong in question.reject), (
                question.id
            )


def test_the_check_finds_nothing_and_every_sentence_covered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    findings = inspect(ketamine(), date(2026, 11, 30), min_coverage=1).findings
    assert {finding.rule for finding in findings} == {"telling-definition"}
    asked = ["--strict", "--min-coverage", "100", "--ignore", "old-note"]  # the days go by
    assert main(["check", str(FILE), *asked]) == 0
    assert "\n0 errors, 0 warnings, " in capsys.readouterr().out


# How it is asked


def test_groups_are_real_and_forms_are_parallel() -> None:
    groups = Counter(question.group for question in ketamine().questions if question.group)
    assert min(groups.values()) >= 2
    forms = ketamine().forms
    assert forms
    assert len(forms.pre) == len(forms.post) == 10
    assert not set(forms.pre) & set(forms.post)
    before, after = ([ketamine().by_id[name] for name in form] for form in (forms.pre, forms.post))
    assert [(item.topic, item.difficulty) for item in before] == [
        (item.topic, item.difficulty) for item in after
    ]
    assert Counter(item.skill for item in before) == Counter(item.skill for item in after)
    grouped = [item.group for item in (*before, *after) if item.scored and item.group]
    assert len(grouped) == len(set(grouped))


def test_most_of_a_sitting_asks_for_more_than_to_find_and_understand() -> None:
    sittings = [select(ketamine(), QuestionFilter(), Random(seed)) for seed in range(200)]
    assert {len(sitting) for sitting in sittings} == {25}
    counts = [
        Counter(ketamine().by_id[asked.question.id].skill for asked in sitting)
        for sitting in sittings
    ]
    assert min(count[Skill.APPRAISE] + count[Skill.APPLY] for count in counts) >= 8
    assert mean(count[Skill.APPRAISE] for count in counts) >= 7.5
    assert mean(count[Skill.APPLY] for count in counts) >= 3.5


def test_no_topic_names_an_answer() -> None:
    for question in each(Choice, Short, Cloze):
        topic = ketamine().topics[question.topic].lower()
        keys = [option.text for option in picked(question) if option.correct]
        keys += question.accept if isinstance(question, Short) else ()
        assert not [key for key in keys if key.lower() in topic], question.id


def test_an_explanation_tells_more_than_its_evidence() -> None:
    for question in each():
        more = telling(question.explain) - telling(" ".join(question.quotes))
        assert len(more) >= 5, (question.id, more)


Score = Callable[[Choice, Option], float]

COMMON = (
    "a an and are as at be been by do does did for from has have how in into is it its may not of "
    "on or so some that the their them there they this to used was what when where which who why "
    "with people passage ketamine while"
)
ABSOLUTE = re.compile(r"\b(all|always|never|every|only|none|no|any|must|completely)\b", re.I)


def telling(text: str) -> set[str]:
    found = set(re.findall(r"[a-z']+", text.lower())) - set(COMMON.split())
    return {re.sub(r"(ing|ed|es|s)$", "", word) for word in found}


def in_common(text: str, others: Iterable[str]) -> int:
    return sum(len(telling(text) & telling(other)) for other in others)


def others(question: Choice, option: Option) -> list[str]:
    return [other.text for other in question.options if other is not option]


GUESSERS: dict[str, Score] = {
    "longest": lambda _, option: len(option.text),
    "most words": lambda _, option: len(option.text.split()),
    "words of the stem": lambda question, option: in_common(option.text, [question.ask]),
    "words of the others": lambda question, option: in_common(
        option.text, others(question, option)
    ),
    "absolute words": lambda _, option: len(ABSOLUTE.findall(option.text)),
    "words of the passage": lambda _, option: in_common(option.text, [ketamine().passage.text]),
    "words of one sentence": lambda question, option: max(
        in_common(f"{question.ask} {option.text}", [sentence])
        for sentence in sentences([ketamine().passage.text])
    ),
    "first": lambda question, option: -question.options.index(option),
    "second": lambda question, option: question.options.index(option) == 1,
    "third": lambda question, option: question.options.index(option) == 2,
}
"""What someone who never read the passage may go by."""


def share(score: Score) -> float:
    """Return the share of choices that go to whoever picks the highest score, by lot in a tie."""
    won = []
    for question in each(Choice):
        assert isinstance(question, Choice)
        scores = [score(question, option) for option in question.options]
        best = [
            option
            for option, value in zip(question.options, scores, strict=True)
            if value == max(scores)
        ]
        won.append(sum(option.correct for option in best) / len(best))
    return sum(won) / len(won)


@pytest.mark.parametrize("name", GUESSERS)
def test_a_guesser_gets_no_more_than_chance(name: str) -> None:
    score = GUESSERS[name]
    chance = share(lambda _, __: 0)
    assert len(list(each(Choice))) >= 18
    assert abs(share(score) - chance) <= LIMIT
    assert abs(share(lambda question, option: -score(question, option)) - chance) <= LIMIT


# How plain it is


def counts(texts: Iterable[str]) -> Counts:
    return count(sentences(texts), ketamine().familiar)


def reasons(question: Question) -> Iterator[str | None]:
    yield from (option.why for option in picked(question) if option.why)
    if isinstance(question, Statement):
        yield from question.why.values()
    if isinstance(question, Number | Short | Locate):
        yield from (wrong.why for wrong in question.reject)
    if isinstance(question, Cloze):
        yield from (wrong.why for wrong in question.words)
        yield from (wrong.why for blank in question.blanks for wrong in blank.reject)
    if isinstance(question, Match):
        yield from (pair.why for pair in question.pairs if pair.why)


TEXTS: dict[str, Callable[[], Iterable[str]]] = {
    "passage": lambda: [ketamine().passage.text],
    "stems": lambda: (question.ask for question in each()),
    "options": lambda: (option.text for question in each() for option in picked(question)),
    "explanations": lambda: (question.explain for question in each()),
    "reasons": lambda: (reason for question in each() for reason in reasons(question) if reason),
    "notes": lambda: (note.text for note in notes()),
}


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_plain(name: str) -> None:
    assert flesch_kincaid(counts(TEXTS[name]())) <= GRADE


def test_the_passage_is_long_enough_for_both_grades() -> None:
    assert smog(counts([ketamine().passage.text])) <= GRADE + 0.5


def test_no_explanation_is_long_or_stacked_with_long_words() -> None:
    for question in each():
        for sentence in sentences([question.explain]):
            size = count([sentence], ketamine().familiar)
            assert size.words <= 22, sentence
            assert size.polysyllables <= 3, sentence


# What it must not say

NAME = {
    "8b64d09d9a7290a3876504cdb0a64379c807c83bc45aa8e71eb46c5b0c772e07",
    "4db16eb962f33f6faf2a43403ca8266f327d5f36ff78a75e130141d395aff681",
}
"""The digests of the words of a living person's name, in small letters."""

UNSAFE = re.compile(
    r"\b(\d+ ?(mg|mcg|ml|g|milligrams?|grams?|percent)|mg|milligrams?|inject\w*|snort\w*|nasal\w*"
    r"|oral\w*|vein|intra\w+|swallow\w*|dealers?|street|abus\w*|addict\w*|junkie\w*"
    r"|commit\w*|sprays?)\b"
)
"""Doses, routes, sources, and words that harm."""


def texts_of_the_project() -> Iterator[Path]:
    for folder in ("questions", "src", "docs", "tests"):
        for path in sorted((TREE / folder).rglob("*")):
            if path.suffix in {".yaml", ".py", ".md", ".json", ".tcss", ".html", ".txt", ".svg"}:
                yield path
    yield from sorted(TREE.glob("*.md"))


def names_the_person(text: str) -> bool:
    words = set(re.findall(r"[a-z]+", text.lower()))
    return bool(NAME & {sha256(word.encode()).hexdigest() for word in words})


def test_only_the_title_of_the_article_names_a_living_person() -> None:
    (title,) = re.findall('"(.+)"', ketamine().passage.source)
    assert names_the_person(title)
    paths = list(texts_of_the_project())
    assert FILE in paths
    for path in paths:
        text = path.read_text("utf-8", errors="replace")
        assert not names_the_person(text.replace(title, "")), path
        assert path == FILE or title not in text, path


def test_it_tells_no_dose_route_or_source_and_harms_nobody() -> None:
    text = FILE.read_text("utf-8").lower()
    assert not UNSAFE.findall(text)
    assert UNSAFE.search("it takes 5 mg")


def test_suicide_stays_out_of_passage_and_questions() -> None:
    text = FILE.read_text("utf-8").lower()
    known = " ".join(note.text for note in ketamine().know).lower()
    assert text.count("suicid") == known.count("suicid") > 0


def test_only_the_passage_speaks_of_what_the_public_figure_said() -> None:
    for question in ketamine().questions:
        shown = " ".join([question.ask, *(option.text for option in picked(question))])
        assert "public figure" not in shown.lower(), question.id


def test_no_quiz_that_ships_is_a_draft() -> None:
    for path in sorted(shipped().glob("*.yaml")):
        assert not read(path).drafts, path
