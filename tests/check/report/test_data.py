import json
from collections.abc import Iterator

from jsonschema import Draft202012Validator

from quiz.check.finding import Level
from quiz.check.inspection import inspect
from quiz.check.report.checked import Checked
from quiz.check.report.data import to_json
from quiz.check.report.github import commands
from quiz.check.report.sarif import to_sarif
from quiz.check.rules import RULES
from tests.check.build import TODAY, build_quiz
from tests.check.report.build import HOSTILE, checked, unread

SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "text": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
        "rule": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/$defs/text"},
                "fullDescription": {"$ref": "#/$defs/text"},
                "help": {"$ref": "#/$defs/text"},
                "defaultConfiguration": {"properties": {"level": {"$ref": "#/$defs/level"}}},
            },
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/text"},
                "locations": {
                    "type": "array",
                    "items": {
                        "properties": {
                            "physicalLocation": {
                                "properties": {
                                    "artifactLocation": {
                                        "properties": {"uri": {"pattern": "^[A-Za-z0-9._~/%-]+$"}}
                                    },
                                    "region": {
                                        "required": ["startLine"],
                                        "properties": {
                                            "startLine": {"type": "integer", "minimum": 1},
                                            "startColumn": {"type": "integer", "minimum": 1},
                                        },
                                    },
                                }
                            }
                        }
                    },
                },
                "suppressions": {
                    "type": "array",
                    "items": {
                        "required": ["kind"],
                        "properties": {"kind": {"enum": ["inSource", "external"]}},
                    },
                },
            },
        },
    },
}
"""The part of the schema of SARIF 2.1.0 (OASIS, 2020) that the report uses."""


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
    }
    read, broken = data["files"]
    assert read["file"] == HOSTILE
    assert broken["problems"][0]["message"] == "missing: <x>\n%"
    waived = [finding for finding in read["findings"] if finding["waived"]]
    assert [(each["question"], each["waived"]) for each in waived] == [("q2", "50 %: <i>so</i>")]
    assert read["findings"][0]["words"] == "NOT"
    assert read["coverage"]["share"] == 0.0625
    assert len(read["guessers"]) == 8
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
summary: files unread questions errors warnings notes waived
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
    bare = {"files[].problems", "files[].findings", "files[].coverage.sentences[].questions"}
    bare |= {"files[].guessers[].gave_away"}
    assert set(paths(data)) - bare == names


def test_a_finding_as_data() -> None:
    text = to_json([checked("a.yaml"), unread()])
    data = json.loads(text)
    assert text.isascii()
    assert text.startswith('{\n  "version": 1,\n  "files": [\n')
    assert (data["version"], [file["read"] for file in data["files"]]) == (1, [True, False])
    assert data["files"][0]["findings"][1] == {
        "rule": "none-of-the-above",
        "level": "error",
        "question": "q1",
        "where": "questions[0].options[1].text",
        "line": 5,
        "column": 7,
        "end_line": 5,
        "end_column": 8,
        "message": "The option says that no other one is right.",
        "help": RULES["none-of-the-above"].mend,
        "words": "None of these",
        "waived": None,
    }


def test_a_share_has_four_figures() -> None:
    passage = {"title": "Tea", "source": "Ours", "text": "Tea is hot. Milk is cold. Ice is ice."}
    found = inspect(build_quiz({"evidence": "Tea is hot"}, passage=passage), TODAY)
    (file,) = json.loads(to_json([Checked("a.yaml", found)]))["files"]
    assert file["coverage"]["share"] == 0.3333


def test_a_finding_for_a_code_host() -> None:
    text = to_sarif([checked("a\\ü.yaml"), unread()], "1.2.3")
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    assert text.startswith(f'{{\n  "$schema": "{schema}",\n  "version": "2.1.0",\n')
    (run,) = json.loads(text)["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("quiz check", "1.2.3")
    rule = RULES["none-of-the-above"]
    assert driver["rules"][run["results"][2]["ruleIndex"]] == {
        "id": "none-of-the-above",
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mend, "markdown": rule.page},
        "defaultConfiguration": {"level": "error"},
    }
    assert run["results"][2] == {
        "ruleId": "none-of-the-above",
        "ruleIndex": list(RULES).index("none-of-the-above"),
        "level": "error",
        "message": {"text": f"The option says that no other one is right. {rule.mend}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a/%C3%BC.yaml"},
                    "region": {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 8},
                }
            }
        ],
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert driver["rules"][-1]["defaultConfiguration"] == {"level": "error"}
    assert run["results"][0]["message"] == {"text": "questions[0].ask: missing: <x>\n%"}
    assert run["results"][0]["level"] == "error"


def test_a_name_that_is_no_text_becomes_an_address_all_the_same() -> None:
    (run,) = json.loads(to_sarif([unread("a\udcff b.yaml")], "1"))["runs"]
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "a%3F%20b.yaml"}


def test_sarif_has_the_shape_of_its_standard() -> None:
    data = json.loads(to_sarif([checked(), unread()], "1.2.3"))
    Draft202012Validator(SARIF).validate(data)
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert sorted(each["ruleId"] for each in run["results"]) == [
        "answer-beyond-evidence",
        "negative-stem",
        "negative-stem",
        "none-of-the-above",
        "unreadable",
    ]
    (waived,) = [each for each in run["results"] if "suppressions" in each]
    assert waived["suppressions"] == [{"kind": "inSource", "justification": "50 %: <i>so</i>"}]


def test_commands_of_github_are_escaped() -> None:
    written = list(commands(checked()))
    levels = sorted(line.split(" ")[0] for line in written)
    assert levels == ["::error", "::notice", "::notice", "::warning"]
    for line in written:
        assert "\n" not in line
        assert (
            line.split("::")[1].split(" ", 1)[1].startswith('file=a%2Cb%3Ac%250A"<b>&.yaml,line=')
        )
    (error,) = (line for line in commands(checked("a.yaml")) if line.startswith("::error"))
    assert error == (
        "::error file=a.yaml,line=5,col=7,endLine=5,endColumn=8,title=none-of-the-above::"
        f"The option says that no other one is right. {RULES['none-of-the-above'].mend}"
    )
    waived, note = [line for line in written if line.startswith("::notice")]
    assert waived.endswith("(waived: 50 %25: <i>so</i>)")
    assert "title=answer-beyond-evidence::" in note
    (broken,) = commands(unread("a.yaml"))
    assert (
        broken
        == "::error file=a.yaml,line=3,col=5,title=unreadable::questions[0].ask: missing: <x> %25"
    )


def test_levels_are_those_of_sarif() -> None:
    assert {level.value for level in Level} == {"error", "warning", "note"}
