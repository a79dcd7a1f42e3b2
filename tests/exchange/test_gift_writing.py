import json
import os
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings

from quiz.exchange import gift
from quiz.exchange.format import Loss
from quiz.model.labels import Skill, Tag
from quiz.model.passage import Passage
from quiz.model.question import (
    Blank,
    Choice,
    Choices,
    Cloze,
    Locate,
    Number,
    Option,
    Question,
    Rejected,
    Short,
    Statement,
)
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.support.made_up import quizzes

KETAMINE = Path(__file__).parents[2] / "questions" / "ketamine.yaml"
ALL = "all of it: GIFT has no place for such a question"


def carried(quiz: Quiz) -> dict[str, Question]:
    """Return the questions that come back from GIFT, by their ids."""
    entries = gift.read(gift.write(quiz).data).entries
    assert not [entry.refused for entry in entries if entry.refused]
    return {entry.question.id: entry.question for entry in entries if entry.question}


def held(question: Question) -> Question | None:
    """Return what GIFT holds of a question by the table in docs; None where it holds nothing."""
    fields: dict[str, Any] = {
        "topic": "",
        "points": 1,
        "hint": None,
        "group": None,
        "claims": (),
        "waive": {},
    }
    if hasattr(question, "shuffle") and question.kind != "statement":
        fields["shuffle"] = True
    match question:
        case Number():
            fields["reject"] = tuple(one for one in question.reject if one.text.isdecimal())
        case Locate():
            fields["reject"] = by_quote(question)
        case Short():
            fields |= typed(question.accept, question.reject)
            if not fields["accept"]:
                return None
        case Cloze():
            fields |= {name: flowed(getattr(question, name)) for name in ("ask", "text")}
            if question.words:
                fields["blanks"] = tuple(Blank(accept=one.accept[:1]) for one in question.blanks)
            elif len(question.blanks) > 1:
                return None
            else:
                blank = typed(question.blanks[0].accept, question.blanks[0].reject)
                if not blank["accept"]:
                    return None
                fields["blanks"] = (Blank(**blank),)
    return replace(question, **fields)


def flowed(text: str) -> str:
    return " ".join(text.split())


def typed(accept: Iterable[str], reject: Iterable[Rejected]) -> dict[str, Any]:
    """Return typed answers without those in which an arrow makes pairs of them."""
    return {
        "accept": tuple(text for text in accept if "->" not in text),
        "reject": tuple(one for one in reject if "->" not in one.text),
    }


def by_quote(question: Locate) -> tuple[Any, ...]:
    return tuple(sorted(question.reject, key=lambda one: one.quote))


@given(quizzes())
def test_every_quiz_comes_back_as_its_table_says(quiz: Quiz) -> None:
    imported = gift.read(gift.write(quiz).data)
    assert imported.title == " ".join(quiz.title.split())
    assert imported.passage == (quiz.passage.text,)
    compare(quiz)


def compare(quiz: Quiz) -> None:
    back = carried(quiz)
    for question in quiz.questions:
        found = back.get(question.id)
        if isinstance(found, Locate):
            found = replace(found, reject=by_quote(found))
        assert found == held(question)


def test_the_quiz_of_the_program_comes_back_whole(ketamine: Quiz) -> None:
    imported = gift.read(gift.write(ketamine).data)
    assert [entry.question.id for entry in imported.entries if entry.question] == [*ketamine.by_id]
    assert [entry.losses for entry in imported.entries] == [()] * len(ketamine.questions)
    assert [entry.topic for entry in imported.entries] == [
        ketamine.topics[question.topic] for question in ketamine.questions
    ]
    compare(ketamine)


@given(quizzes())
def test_what_does_not_come_back_is_told_by_question(quiz: Quiz) -> None:
    back, losses = carried(quiz), gift.write(quiz).losses
    for question in quiz.questions:
        told = {loss.what for loss in losses if loss.question == question.id}
        assert (ALL in told) is (question.id not in back)
        assert ("its hint" in told) is (question.hint is not None)
        assert ("its points" in told) is (question.points != 1)
        assert ("wrong answers that it has no place for" in told) is (
            isinstance(question, Number | Short)
            and question.id in back
            and {*question.reject} != {*held(question).reject}  # type: ignore[union-attr]
        )


def one(**fields: object) -> Quiz:
    """Return a quiz with a short answer of these fields."""
    common: dict[str, Any] = {"id": "q", "ask": "Which?", "accept": ("tea",), "explain": "So."}
    question = Short(**common | fields)
    passage = Passage(title="t", source="s", text="Tea is hot.")
    return Quiz(schema=1, id="x", title="A/b", topics={}, passage=passage, questions=(question,))


def block(quiz: Quiz) -> str:
    """Return the block of the only question."""
    return gift.write(quiz).data.decode().partition("\n// ")[2]


def test_a_block_has_its_id_and_labels_in_a_comment_and_every_sign_escaped() -> None:
    quiz = one(
        ask="A: {b} = c ~ d # \\e\nf",
        skill=Skill.APPLY,
        evidence="Tea is hot.",
        reject=(Rejected(text="100% milk", why="No.", tag=Tag.MISREAD),),
    )
    assert block(quiz) == (
        "[id:q] [tag:skill:apply]\n"
        r"::q::[plain]A\: \{b\} \= c \~ d \# \\e\nf{"
        "\n\t=tea\n"
        r"	=%0%100% milk#No.\n\nMistake\: \"misread\""
        "\n"
        r"	####So.\n\nEvidence\: \"Tea is hot.\""
        "\n}\n"
    ).replace('\\"', '"')


@pytest.mark.parametrize(
    ("accept", "line"),
    [
        ("%50%", "=[plain]%50%"),
        ("[html]", "=[plain][html]"),
        ("a*b", r"=a\\*b"),
        ("T", "=T"),
        ("// no", "=// no"),
    ],
)
def test_a_text_that_means_something_is_written_so_that_it_means_nothing(
    accept: str, line: str
) -> None:
    assert block(one(accept=(accept,))).splitlines()[2].strip() == line


def test_an_arrow_makes_no_pairs() -> None:
    quiz = one(accept=("a", "b->c"), reject=(Rejected(text="d", why="e->f & <g>"),))
    assert carried(quiz)["q"] == held(quiz.questions[0])
    assert Loss("q", "right answers with an arrow (->)") in gift.write(quiz).losses


def test_a_file_has_no_empty_line_in_braces_and_is_one_that_is_known(ketamine: Quiz) -> None:
    text = gift.write(ketamine).data.decode()
    assert gift.FORMAT.recognizes(text)
    for piece in text.split("\n\n"):
        assert piece.count("{") - piece.count("\\{") == piece.count("}") - piece.count("\\}")


def test_a_choice_of_several_has_weights_of_moodles_list() -> None:
    for right, weight in {2: "50", 3: "33.33333", 4: "25", 6: "16.66667", 7: "14.28571"}.items():
        options = (*(Option(text=f"o{at}", correct=at < right) for at in range(8)),)
        quiz = replace(one(), questions=(Choices(id="q", ask="Which?", options=options),))
        lines = block(quiz).splitlines()[2:-1]
        assert lines[0] == f"\t~%{weight}%o0"
        assert lines[-1] == f"\t~%-{weight}%o7"


PEGJS = os.environ.get("QUIZ_GIFT_PEGJS")
SCRIPT = """
const {parse} = require(process.argv[1]);
console.log(JSON.stringify(parse(require("fs").readFileSync(0, "utf8"))));
"""
TYPES = {
    "choice": {"MC"},
    "choices": {"MC"},
    "statement": {"MC"},
    "number": {"Numerical"},
    "short": {"Short"},
    "cloze": {"MC", "Short", "Matching"},
    "order": {"Matching"},
    "match": {"Matching"},
    "locate": {"MC"},
    "teach-back": {"Essay"},
}


@pytest.mark.skipif(not PEGJS, reason="gift-pegjs is not installed: name it in QUIZ_GIFT_PEGJS")
@given(quizzes(most=10))
@settings(max_examples=20)
@example(read(KETAMINE))
def test_gift_pegjs_reads_what_is_written(quiz: Quiz) -> None:
    node = subprocess.run(
        ["node", "-e", SCRIPT, str(PEGJS)],
        input=gift.write(quiz).data,
        capture_output=True,
        check=True,
    )
    found = [one for one in json.loads(node.stdout) if one["type"] != "Category"]
    passage, *items = found
    assert passage["type"] == "Description"
    kept = [quiz.by_id[id_] for id_ in carried(quiz)]
    assert [item["id"] for item in items] == [question.id for question in kept]
    for question, item in zip(kept, items, strict=True):
        assert item["type"] in TYPES[question.kind]
        assert same(item["stem"]["text"], question.ask)
        if isinstance(question, Choice | Choices | Statement):
            assert [
                same(one["text"]["text"], option.text)
                for one, option in zip(item["choices"], question.options, strict=True)
            ]
            assert [one["isCorrect"] or (one["weight"] or 0) > 0 for one in item["choices"]] == [
                option.correct for option in question.options
            ]


def same(theirs: str, ours: str) -> bool:
    """Return whether a text begins with another one, however it is spaced."""
    return flowed(theirs).startswith(flowed(ours))
