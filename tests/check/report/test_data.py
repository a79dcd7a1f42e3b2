import json

from jsonschema import Draft202012Validator

from quiz.check.finding import Level
from quiz.check.report.data import to_json
from quiz.check.report.github import commands
from quiz.check.report.sarif import to_sarif
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
