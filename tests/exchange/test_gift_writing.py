import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings

from quiz.exchange import gift
from quiz.exchange.format import Loss
from quiz.model.labels import Skill, Tag
from quiz.model.passage import Passage
from quiz.model.question import Choice, Choices, Question, Short, Statement
from quiz.model.question_parts import Option, Rejected
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.support.made_up import quizzes

KETAMINE = Path(__file__).parents[2] / "questions" / "ketamine.yaml"


def carried(quiz: Quiz) -> dict[str, Question]:
    """Return the questions that come back from GIFT, by their ids."""
    entries = gift.read(gift.write(quiz).data.decode()).entries
    assert not [entry.refused for entry in entries if entry.refused]
    return {entry.question.id: entry.question for entry in entries if entry.question}


def flowed(text: str) -> str:
    return " ".join(text.split())


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
    (question,) = quiz.questions
    assert isinstance(question, Short)
    assert carried(quiz)["q"] == replace(question, accept=("a",))
    assert Loss("q", "right answers that it has no place for") in gift.write(quiz).losses


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
