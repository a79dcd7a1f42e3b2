"""What a learner gets back: a page and a file of nobody else's, and of what this one was asked."""

import html
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.analysis.class_report import report
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.returning import returned
from quiz.model.answer import Answer, TypedAnswer, with_texts
from quiz.model.question import Question
from quiz.model.quiz import Quiz, Term
from quiz.model.returned import Returned
from quiz.report.returned_page import to_page
from quiz.service.returning import as_file, file_stem
from tests.support.answers import any_answer

from ..analysis.build import marked, took
from ..assignment.test_leak import other
from ..paper.build import BANK
from .build import HOSTILE, hostile, small, whole
from .test_page import Page


def files(one: Returned) -> bytes:
    """Return every byte of a learner's files, with their name."""
    return as_file(one) + to_page([one]).encode() + file_stem(one, ()).encode()


def test_the_page_is_safe_and_whole(ketamine: Quiz) -> None:
    for made in (small(), hostile(), whole(ketamine, 2)):
        written = to_page([*returned(made)])
        page = Page(written)
        assert page.open == []
        for tag, attributes in page.tags:
            assert not any(name.startswith("on") for name in attributes), tag
            assert tag not in {"script", "img", "submission", "link", "iframe"}
            assert (attributes.get("href") or "#").startswith("#")
        ids = Counter(one["id"] for _, one in page.tags if "id" in one)
        assert max(ids.values()) == 1
        for _, attributes in page.tags:
            if target := attributes.get("href") or attributes.get("aria-labelledby"):
                assert target.removeprefix("#") in ids
        levels = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3"}]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        written.encode()
    assert HOSTILE[1] in Page(to_page([*returned(hostile())])).text


def test_it_has_what_the_exercise_left_out(ketamine: Quiz) -> None:
    (one,) = returned(whole(ketamine, 1))
    page = Page(to_page([one]))
    for question in one.quiz.questions:
        assert question.ask in page.text
        assert question.explain in page.text
        for quote in question.quotes:
            assert quote in page.text
    assert "What to read again" in page.text
    assert len(page.all("mark")) > 5
    assert (
        0 < sum(mark.get("class") == "again" for mark in page.all("mark")) < len(page.all("mark"))
    )
    assert one.quiz.passage.title in page.text


def test_the_passage_stands_there_as_it_is(ketamine: Quiz) -> None:
    for one in returned(whole(ketamine, 3)):
        passage = (
            to_page([one]).partition('<section class="passage">')[2].partition("</section>")[0]
        )
        text = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]*>", "", passage))
        lines = [" ".join(line.split()) for line in text.splitlines()]
        for start, end in ketamine.passage.paragraphs:
            assert ketamine.passage.text[start:end] in lines


def test_the_passage_runs_in_its_own_direction() -> None:
    arabic = replace(BANK, language="ar")
    written = to_page([*returned(report(arabic, small().submissions))][:1])
    first = BANK.passage.text[: BANK.passage.paragraphs[0].end]
    paragraph = next(
        line for line in written.splitlines() if line.startswith('<p lang="ar" dir="rtl"')
    )
    assert "<span" not in paragraph
    assert first in Page(paragraph).text
    assert '<p lang="' not in to_page([*returned(small())][:1])


def test_a_better_mark_by_the_teacher_is_on_the_page() -> None:
    submission = took(BANK, "Ana", {"sh": TypedAnswer(("hail",)), "c": None})
    answer = submission.answers["sh"]
    assert answer
    for fraction, says in ((1.0, "1 of 1 point"), (0.5, "0.5 of 1 point")):
        made = replace(
            submission, answers={"sh": replace(answer, fraction=fraction, regraded=True), "c": None}
        )
        (one,) = returned(report(BANK, [made]))
        assert [each.given for each in one.answers] == [round(fraction * 1000), None]
        assert f"Your teacher gave this answer {says}." in Page(to_page([one])).text
    (one,) = returned(report(BANK, [submission]))
    assert "Your teacher gave" not in to_page([one])


def typed(answer: Answer, secret: str) -> Answer:
    """Return an answer with words that nobody else has."""
    return with_texts(answer, lambda text: f"{text} {secret}")


def submission_of(quiz: Quiz, learner: str, rng: Random) -> MarkedSubmission:
    """Return what a learner handed in by lot, the name in every text of it."""
    asked = rng.sample(quiz.questions, len(quiz.questions) // 2)
    answers = {
        question.id: marked(quiz, question, typed(any_answer(question, quiz, rng), learner))
        for question in asked
    }
    return MarkedSubmission(learner=learner, answers=answers)


@settings(max_examples=15)
@given(st.integers(0, 10**6))
def test_nothing_of_another_learner_is_returned(seed: int) -> None:
    rng = Random(seed)
    names = [f"qx{number}zk" for number in range(3)]
    of_class = [submission_of(BANK, name, rng) for name in names]
    for one in returned(report(BANK, of_class)):
        made = files(one)
        assert one.learner.encode() in made
        assert not any(name.encode() in made for name in names if name != one.learner)
        (alone,) = returned(
            report(BANK, [each for each in of_class if each.learner == one.learner])
        )
        assert files(alone) == made


@settings(max_examples=15)
@given(st.integers(0, 10**6))
def test_nothing_of_what_was_not_asked_is_returned(seed: int) -> None:
    rng = Random(seed)
    submission = submission_of(BANK, "Ada", rng)

    def rekeyed(question: Question) -> Question:
        return question if question.id in submission.answers else other(question)

    twin = replace(BANK, questions=tuple(map(rekeyed, BANK.questions)), claims={}, forms=None)
    assert twin != BANK
    made = [files(one) for quiz in (BANK, twin) for one in returned(report(quiz, [submission]))]
    assert made[0] == made[1]


def test_a_definition_that_answers_what_was_not_asked_stays_behind() -> None:
    means = "Rain that falls softly."
    two = tuple(one for one in BANK.questions if one.id in {"c", "sh"})
    term = Term(term="drizzle", means=means, source="A book")
    quiz = replace(BANK, terms=(term,), questions=two)
    asked, unasked = ({"sh": TypedAnswer(("fog",))}, {"c": None})
    (with_it,) = returned(report(quiz, [took(quiz, "Ada", asked)]))
    (without,) = returned(report(quiz, [took(quiz, "Ada", unasked)]))
    assert means not in files(without).decode()
    assert with_it.quiz.glossary == quiz.glossary


@pytest.mark.parametrize(
    ("learner", "form", "taken", "name"),
    [
        ("Ada L.", None, (), "bank-Ada-L-returned"),
        ("ADA l", "pre", {"bank-pre-ada-l-returned"}, "bank-pre-ADA-l-returned-2"),
        ("../../etc/passwd", None, (), "bank-etc-passwd-returned"),
        ("C:\\x", None, (), "bank-C-x-returned"),
        (".", None, {"bank-returned"}, "bank-returned-2"),
        ("2", None, {"bank-2-returned"}, "bank-2-returned-2"),
        ("a" * 200, None, (), "bank-" + "a" * 40 + "-returned"),
        ("山本\u202egnp", "post", (), "bank-post-山本-gnp-returned"),
    ],
)
def test_the_name_of_a_file(learner: str, form: str | None, taken: set[str], name: str) -> None:
    (one,) = returned(report(BANK, [took(BANK, learner, {"c": None}, form=form)]))  # type: ignore[arg-type]
    one = replace(one, quiz=replace(one.quiz, id="bank"))
    assert file_stem(one, taken) == name
