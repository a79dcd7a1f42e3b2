import json
from collections.abc import Iterator

from quiz.check.inspection import inspect
from quiz.check.report.checked import Checked
from quiz.check.report.data import to_json
from quiz.check.rules import RULES
from tests.check.build import TODAY, build_quiz
from tests.check.report.build import HOSTILE, checked, unread


def test_json_tells_everything() -> None:
    data = json.loads(to_json([checked(), unread()]))
    assert data["summary"] == {
        "files": 2,
        "unread": 1,
        "questions": 3,
        "errors": 1,
        "warnings": 1,
        "notes": 1,
        "waived": 1,
        "left_to_do": 0,
    }
    read, broken = data["files"]
    assert read["file"] == HOSTILE
    assert broken["problems"][0]["message"] == "missing: <x>\n%"
    waived = [finding for finding in read["findings"] if finding["waived"]]
    assert [(each["question"], each["waived"]) for each in waived] == [("q2", "50 %: <i>so</i>")]
    assert read["findings"][0]["words"] == "NOT"
    assert read["coverage"]["share"] == 0.0625
    assert len(read["guessers"]) == 9
    assert [part["name"] for part in read["plain_language"]] == [
        "passage",
        "questions",
        "explanations",
    ]


NAMES = """
version
files[]: file read quiz not_looked_at
files[].problems[]: file line column where message
files[].findings[]: rule level question where line column end_line end_column message help words
files[].findings[]: waived
files[].coverage: share
files[].coverage.topics: uses
files[].coverage.sentences[]: text states
files[].coverage.sentences[].questions[]
files[].guessers[]: name share chance low high questions passes
files[].guessers[].gave_away[]
files[].balance.topic: uses
files[].balance.skill: access understand appraise apply
files[].balance.kind: choice choices statement number short cloze order match locate teach-back
files[].balance.difficulty: easy medium hard unknown
files[].balance.place: 1
files[].balance.verdict: true false not-stated
files[].groups
files[].plain_language[]: name
files[].plain_language[].counts: sentences words syllables polysyllables
files[].plain_language[].flesch_kincaid: plain familiar refusal
files[].plain_language[].reading_ease: plain familiar refusal
files[].plain_language[].smog: plain familiar refusal
files[].plain_language[].longest[]: line column sentence
files[].plain_language[].hardest[]: line column sentence
summary: files unread questions errors warnings notes waived left_to_do
"""


def paths(data: object, path: str = "") -> Iterator[str]:
    """Yield the way to every value that is no list and no object, or to an empty one."""
    if isinstance(data, dict) and data:
        for name, value in data.items():
            yield from paths(value, f"{path}.{name.replace(' ', '-')}".removeprefix("."))
    elif isinstance(data, list) and data:
        for value in data:
            yield from paths(value, f"{path}[]")
    else:
        yield path.removesuffix("[]") if data == [] else path


def test_programs_find_everything_under_its_name() -> None:
    names = set()
    for line in NAMES.split("\n")[1:-1]:
        place, _, below = line.partition(": ")
        names |= {f"{place}.{name}" for name in below.split()} or {place}
    data = json.loads(to_json([checked(), unread()]))
    bare = {
        "files[].problems",
        "files[].left_to_do",
        "files[].findings",
        "files[].coverage.sentences[].questions",
    }
    bare |= {"files[].guessers[].gave_away"}
    assert set(paths(data)) - bare == names


def test_a_finding_as_data() -> None:
    text = to_json([checked("a.yaml"), unread()])
    data = json.loads(text)
    assert text.isascii()
    assert text.startswith('{\n  "version": 1,\n  "files": [\n')
    assert (data["version"], [file["read"] for file in data["files"]]) == (1, [True, False])
    assert data["files"][0]["findings"][1] == {
        "rule": "all-of-the-above",
        "level": "error",
        "question": "q1",
        "where": "questions[0].options[1].text",
        "line": 5,
        "column": 7,
        "end_line": 5,
        "end_column": 8,
        "message": "The option says that all others are right.",
        "help": RULES["all-of-the-above"].fix,
        "words": "All of these",
        "waived": None,
    }


def test_a_share_has_four_figures() -> None:
    passage = {"title": "Tea", "source": "Ours", "text": "Tea is hot. Milk is cold. Ice is ice."}
    found = inspect(build_quiz({"evidence": "Tea is hot"}, passage=passage), TODAY)
    (file,) = json.loads(to_json([Checked("a.yaml", found)]))["files"]
    assert file["coverage"]["share"] == 0.3333
