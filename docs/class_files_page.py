"""The page of every field of the files of a class, in Markdown, from their schemas."""

from collections.abc import Iterable, Mapping
from typing import Any

from quiz_file_page import fields

from quiz.assignment import schema

Node = Mapping[str, Any]


def page() -> str:
    """Return the whole page."""
    assignment, result, returned = schema.assignment(), schema.result(), schema.returned()
    exercise, answers = assignment["$defs"], result["$defs"]
    questions = [node for node in exercise.values() if "kind" in node["properties"]]
    lines = [
        "# Files of a class",
        "",
        "All are JSON. These are their schemas: [the exercise](class-assignment.schema.json),",
        "[the result](class-result.schema.json), [what is returned](class-returned.schema.json),",
        "[what was graded over](class-regrading.schema.json).",
        "`quiz schema` writes them too.",
        "",
        *fields("The exercise, from `quiz assign`", assignment, {}),
        *fields("Its `terms`", exercise["Terms"], {}),
        *fields("Its `passage`", exercise["Passage"], {}),
        *fields("Each of its `questions`", _any(questions), {}),
        *_kinds(questions),
        *fields("The result file, from `quiz play` and `quiz mark`", result, {}),
        *fields("Each of its `replies`", answers["Reply"], {}),
    ]
    for node in answers.values():
        if "way" in node["properties"]:
            lines += fields(f"An `answer` that was {_name(node, 'way')}", node, {})
    lines += fields("What a learner gets back, from `quiz return`", returned, {})
    lines += fields("Each of its `answers`", returned["$defs"]["ReturnedAnswer"], {})
    regrading = schema.regrading()
    lines += fields("What was graded over, from `quiz report` and `quiz regrade`", regrading, {})
    lines += fields("Each of its `answers`", regrading["$defs"]["GradedOver"], {})
    return "\n".join(lines).rstrip() + "\n"


def _name(node: Node, field: str) -> str:
    return str(node["properties"][field]["const"])


def _any(nodes: Iterable[Node]) -> Node:
    """Return a node with the fields of all of several; required is what all of them require."""
    nodes = list(nodes)
    properties = {name: node for one in nodes for name, node in one["properties"].items()}
    required = set.intersection(*(set(one["required"]) for one in nodes))
    return {"properties": properties, "required": required}


def _kinds(nodes: Iterable[Node]) -> Iterable[str]:
    yield from ("Which of them a question has, by its kind:", "", "| kind | fields |", "|---|---|")
    for node in nodes:
        own = [name for name in node["properties"] if name not in {"kind", "id", "ask", "points"}]
        yield f"| {_name(node, 'kind')} | {', '.join(f'`{name}`' for name in own) or '-'} |"
    yield ""
