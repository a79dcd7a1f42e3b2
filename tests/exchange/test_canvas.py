"""Quizzes as packages for Canvas, read as any reader of QTI 1.2 reads them."""

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.exchange import canvas
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
)
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.support.html import Html
from tests.support.made_up import quizzes, texts_of

GOOD = Path(__file__).parents[1] / "quizzes/good"
KETAMINE = Path(__file__).parents[2] / "questions/ketamine.yaml"
NAMES = {"qti": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
TYPES = {
    "choice": "multiple_choice_question",
    "choices": "multiple_answers_question",
    "cloze": "multiple_dropdowns_question",
    "locate": "multiple_choice_question",
    "match": "matching_question",
    "number": "numerical_question",
    "order": "matching_question",
    "short": "short_answer_question",
    "statement": "multiple_choice_question",
    "teach-back": "essay_question",
}
"""What each kind is in Canvas."""

Given = Mapping[str, list[str]]
"""What is answered, by the names of the responses."""


def items(data: bytes) -> dict[str, Element]:
    """Return the items of a package by their names, without its passage."""
    with ZipFile(BytesIO(data)) as archive:
        (name,) = [
            name for name in archive.namelist() if name.startswith("quiz-") and "meta" not in name
        ]
        root = fromstring(archive.read(name))
    return {
        item.attrib["ident"]: item
        for item in root.iterfind(".//qti:item", NAMES)
        if not item.attrib["ident"].endswith("-passage")
    }


def field(item: Element, label: str) -> str:
    """Return a field of an item's metadata."""
    for one in item.iterfind(".//qti:qtimetadatafield", NAMES):
        if one.findtext("qti:fieldlabel", None, NAMES) == label:
            return one.findtext("qti:fieldentry", "", NAMES)
    raise AssertionError(label)


def score(item: Element, given: Given) -> tuple[float, list[str]]:
    """Return the percentage that an answer earns, and the names of the feedback that it gets."""
    total, shown = 0.0, []
    for step in item.iterfind(".//qti:respcondition", NAMES):
        (conditions,) = step.iterfind("qti:conditionvar", NAMES)
        several = len(conditions) > 1  # several accepted texts: any of them
        if not (any if several else all)(holds(one, given) for one in conditions):
            continue
        for change in step.iterfind("qti:setvar", NAMES):
            total = float(change.text or 0) + (total if change.attrib["action"] == "Add" else 0)
        shown += [one.attrib["linkrefid"] for one in step.iterfind("qti:displayfeedback", NAMES)]
        if step.attrib["continue"] == "No":
            break
    return total, shown


def holds(condition: Element, given: Given) -> bool:
    """Return whether a condition of QTI 1.2 holds for an answer."""
    values = given.get(condition.attrib.get("respident", ""), [])
    text = condition.text or ""
    match condition.tag.partition("}")[2]:
        case "varequal":
            return text in values
        case "vargte":
            return any(Decimal(value) >= Decimal(text) for value in values)
        case "varlte":
            return any(Decimal(value) <= Decimal(text) for value in values)
        case "and":
            return all(holds(one, given) for one in condition)
        case "or":
            return any(holds(one, given) for one in condition)
        case "not":
            return not all(holds(one, given) for one in condition)
        case "other":
            return True
    raise AssertionError(condition.tag)


def idents(item: Element, respident: str) -> dict[str, str]:
    """Return the names of what can be picked for a response, by their texts."""
    (response,) = item.iterfind(f".//qti:response_lid[@ident='{respident}']", NAMES)
    return {
        shown(label): label.attrib["ident"]
        for label in response.iterfind(".//qti:response_label", NAMES)
    }


def key(question: Question, item: Element) -> Given:
    """Return the right answer to a question, in the names of its item."""
    parts = [one.attrib["ident"] for one in item.iterfind(".//qti:response_lid", NAMES)]
    match question:
        case Choice() | Choices() | Statement():
            named = idents(item, "response1")
            return {"response1": [named[one.text] for one in question.options if one.correct]}
        case Number():
            return {"response1": [str(question.answer)]}
        case Short():
            return {"response1": [question.accept[-1]]}
        case Locate():
            named = idents(item, "response1")
            right = [one for text, one in named.items() if text.startswith(question.quotes)]
            return {"response1": right}
        case Cloze():
            rights: tuple[str, ...] = tuple(blank.accept[0] for blank in question.blanks)
        case Order():
            rights = question.items
        case Match():
            rights = question.rights[:-1]
        case _:
            return {"response1": ["In my own words."]}
    return {part: [idents(item, part)[right]] for part, right in zip(parts, rights, strict=True)}


def shown(item: Element) -> str:
    """Return all that is shown of an item; whatever is HTML in it has paragraphs alone."""
    texts = [item.attrib["title"]] if "title" in item.attrib else []
    for one in item.iterfind(".//qti:mattext", NAMES):
        if one.attrib["texttype"] == "text/html":
            html = Html(one.text or "")
            assert html.tags <= {"div", "p"}
            texts.append(html.text)
        else:
            texts.append(one.text or "")
    return "\n".join(texts)


UNSEEN = {"accept", "answer", "difficulty", "hint", "id", "kind", "points", "skill", "tag", "topic"}
"""Fields whose texts are nowhere, or are seen by their effect alone."""


@pytest.mark.parametrize("kind", TYPES)
def test_each_kind_has_its_type_and_its_right_answer_earns_all(kind: str) -> None:
    quiz = read(GOOD / f"{kind}.yaml")
    for question, item in zip(quiz.questions, items(canvas.write(quiz).data).values(), strict=True):
        assert field(item, "question_type") == TYPES[kind]
        assert score(item, key(question, item))[0] == (100 if question.scored else 0)
        assert score(item, {})[0] == 0


@pytest.mark.parametrize(
    ("typed", "percent"), [("20", 100), ("20.5", 100), ("19.5", 100), ("20.6", 0), ("2", 0)]
)
def test_a_number_is_right_within_its_tolerance(typed: str, percent: int) -> None:
    (item,) = items(canvas.write(read(GOOD / "number.yaml")).data).values()
    assert score(item, {"response1": [typed]})[0] == percent
    assert "(seconds)" in shown(item)


def test_a_wrong_option_gets_its_reason_and_everyone_the_explanation() -> None:
    quiz = read(GOOD / "choices.yaml")
    (item,) = items(canvas.write(quiz).data).values()
    wrong = idents(item, "response1")["Soap"]
    _, feedback = score(item, {"response1": [wrong]})
    texts = {one.attrib["ident"]: shown_in(one) for one in item.iterfind("qti:itemfeedback", NAMES)}
    assert [texts[ident] for ident in feedback] == [
        "Door handles, phones and other people are named.Evidence: "
        '"Hands pick up germs from door handles, phones and other people"',
        "Soap takes germs off.",
    ]


def shown_in(feedback: Element) -> str:
    return Html(feedback.findtext(".//qti:mattext", "", NAMES)).text


def test_a_blank_is_told_from_what_the_author_writes_in_brackets() -> None:
    quiz = read(GOOD / "cloze.yaml")
    (cloze,) = quiz.questions
    assert isinstance(cloze, Cloze)
    data = asdict(cloze) | {"ask": "Fill in [blank1].", "blanks": cloze.blanks, "words": ()}
    (item,) = items(canvas.write(with_questions(quiz, Cloze(**data))).data).values()
    assert field(item, "question_type") == "fill_in_multiple_blanks_question"
    named = [one.attrib["ident"] for one in item.iterfind(".//qti:response_lid", NAMES)]
    assert named == ["response_blankblank1", "response_blankblank2"]
    assert "them with [blankblank1] for twenty [blankblank2]." in shown(item)


def with_questions(quiz: Quiz, *questions: Question) -> Quiz:
    fields = {name: getattr(quiz, name) for name in Quiz.__dataclass_fields__}
    return Quiz(**fields | {"questions": questions})


def test_a_sentence_to_find_is_picked_among_sentences_and_tempting_ones_say_why() -> None:
    (item,) = items(canvas.write(read(GOOD / "locate.yaml")).data).values()
    assert len(idents(item, "response1")) == 4
    assert "It does not say with what water." in shown(item)


def test_a_package_has_a_manifest_that_names_its_files_and_knows_no_clock() -> None:
    quiz = read(KETAMINE)
    data = canvas.write(quiz).data
    assert data == canvas.write(quiz).data
    with ZipFile(BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        manifest = fromstring(archive.read("imsmanifest.xml"))
        named = {one.attrib["href"] for one in manifest.iter() if one.tag.endswith("}file")}
        assert {*archive.namelist()} == named | {"imsmanifest.xml"}
    assert len(items(data)) == len(quiz.questions)


def test_what_is_lost_is_said_by_question() -> None:
    losses = canvas.write(read(GOOD / "everything.yaml")).losses
    assert [(one.question, one.what) for one in losses if one.question in {"", "hot"}] == [
        ("", "what to know beyond the passage"),
        ("", "the pretest and the posttest"),
        ("", "the claims of the article, and which questions ask about them"),
        ("hot", "its skill"),
        ("hot", "its difficulty"),
        ("hot", "its hint"),
        ("hot", "its group"),
        ("hot", "the rules of the check that are waived for it"),
        ("hot", "the tags of its wrong answers"),
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quizzes())
def test_every_key_reason_and_explanation_is_in_it_as_text(quiz: Quiz) -> None:
    written = items(canvas.write(quiz).data)
    for question, item in zip(quiz.questions, written.values(), strict=True):
        text = shown(item)
        for one in texts_of(question, UNSEEN):
            assert one.strip() in text
        assert round(score(item, key(question, item))[0]) == (100 if question.scored else 0)
        assert field(item, "points_possible") == f"{question.points if question.scored else 0}.0"
