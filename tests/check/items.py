"""Items of a text file, and what a rule finds in them.

Below a line such as `[long-key hit]` stand weak items, below `[long-key pass]` sound ones: a
question, its right option and the wrong ones on a line, or what else the rule looks at.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quiz.check.finding import Finding
from quiz.check.inspection import inspect
from quiz.check.wording import stigmas
from tests.check.build import EVIDENCE, TODAY, build_quiz, choice, found, words


class Case(NamedTuple):
    """What a rule is measured on."""

    rule: str
    """The rule."""
    weak: bool
    """Whether a careful editor would send it back."""
    text: str
    """The item, or the lines of a quiz or a passage; its first line for people."""


Looked = list[str]
"""The words of each finding."""


_HEAD = re.compile(r"\[(?P<rule>[a-z-]+) (?P<verdict>hit|pass)\] ?(?P<title>.*)")


def blocks(path: Path) -> list[tuple[str, bool, str, list[str]]]:
    """Return the rule, whether it is weak, the title and the lines of each block of a file."""
    blocks: list[tuple[str, bool, str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        head = _HEAD.match(line)
        if head:
            blocks.append((head["rule"], head["verdict"] == "hit", head["title"], []))
        elif line and not line.startswith("#"):
            blocks[-1][-1].append(line)
    return blocks


def items(path: Path) -> Iterator[Case]:
    """Yield each line of a file as an item."""
    for rule, weak, _, lines in blocks(path):
        yield from (Case(rule, weak, line) for line in lines)


def look(rule: str, text: str) -> Looked:
    """Return the words of each finding of a rule in an item."""
    return _LOOKS.get(rule, _in_choice)(rule, text)


def _words(findings: Iterable[Finding]) -> Looked:
    return [words(finding) for finding in findings]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(" | ")]


def _passage(text: str) -> dict[str, object]:
    return {"passage": {"title": "An item", "source": "Our own words", "text": text}}


def _in_choice(rule: str, text: str) -> Looked:
    ask, *options = _parts(text)
    shuffle = rule not in {"numbers-out-of-order", "options-like-row-numbers"}
    return _words(found(rule, choice(ask, *options, shuffle=shuffle)))


def _typed(answers: list[str], evidence: str) -> dict[str, object]:
    """Return the data of a question whose answer is typed: a number, or words."""
    if len(answers) == 1 and answers[0].isdecimal():
        return {"kind": "number", "answer": int(answers[0]), "evidence": evidence}
    return {"kind": "short", "accept": answers, "evidence": evidence}


def _in_answers(rule: str, text: str) -> Looked:
    evidence, *answers = _parts(text)
    return _words(found(rule, _typed(answers, evidence), **_passage(evidence)))


def _in_another(rule: str, text: str) -> Looked:
    ask, other, *answers = _parts(text)
    asked = {"ask": other, **_typed(answers, EVIDENCE)}
    return _words(found(rule, choice(ask, "Yes", "No", "Perhaps"), asked))


def _in_quote(rule: str, text: str) -> Looked:
    passage, quote = _parts(text)
    question = choice("What is so?", "This", "That", "Else", evidence=quote)
    return _words(found(rule, question, **_passage(passage)))


def _in_tag(rule: str, text: str) -> Looked:
    passage, option, *quotes = _parts(text)
    question = choice("What is so?", "Something", option, "Nothing of it", evidence=passage)
    wrong = {"tag": "unsupported"} | ({"quote": quotes[0]} if quotes else {})
    question["options"][1] |= wrong
    return _words(found(rule, question, **_passage(passage)))


def _in_list(rule: str, text: str) -> Looked:
    key, *values = _parts(text)
    kind = {"accept": "short", "items": "order", "checklist": "teach-back"}[key]
    return _words(found(rule, {"kind": kind, key: values}))


def _in_terms(rule: str, text: str) -> Looked:
    term, means, ask, *options = _parts(text)
    asked = choice(ask, *options) if options else {"kind": "short", "ask": ask, "accept": ["so"]}
    terms = [{"term": term, "means": means, "source": "A dictionary"}]
    return _words(found(rule, asked, terms=terms))


def _in_coverage(rule: str, text: str) -> Looked:
    floor, passage, *quotes = _parts(text)
    questions = [{"kind": "short", "accept": ["so"], "evidence": quote} for quote in quotes]
    quiz = build_quiz(*questions, **_passage(passage))
    return _words(inspect(quiz, TODAY, {rule}, min_coverage=float(floor) / 100).findings)


def _in_verdicts(rule: str, text: str) -> Looked:
    answers: dict[str, object] = {"true": True, "false": False, "unstated": "not stated"}
    questions = [{"kind": "statement", "answer": answers[each]} for each in text.split()]
    return _words(found(rule, *questions))


def _in_forms(rule: str, text: str) -> Looked:
    names: dict[str, list[str]] = {}
    questions: list[dict[str, Any]] = []
    for form, listed in zip(("pre", "post"), _parts(text), strict=True):
        for topic, difficulty in (each.split() for each in listed.split(", ")):
            name = f"{form}-{len(questions)}"
            questions.append({"id": name, "topic": topic, "difficulty": difficulty})
            names.setdefault(form, []).append(name)
    topics = {each["topic"]: "A topic" for each in questions}
    return _words(found(rule, *questions, topics=topics, forms=names))


def _in_passage(rule: str, text: str) -> Looked:
    head, _, rest = text.partition("\n")
    terms = head.removeprefix("terms:").split(", ") if head.startswith("terms:") else []
    shown = rest if terms else text
    question = {"kind": "short", "accept": ["so"], "evidence": " ".join(shown.split()[:3])}
    return _words(found(rule, question, terms=[each.strip() for each in terms], **_passage(shown)))


def _in_quiz(rule: str, text: str) -> Looked:
    _, *lines = text.splitlines()
    passage = next((line[2:] for line in lines if line.startswith("> ")), "It is so.")
    evidence = passage.split(". ")[0]
    asked = [_parts(line) for line in lines if not line.startswith("> ")]
    questions = [_kept(ask, options, evidence) for ask, *options in asked]
    return _words(found(rule, *questions, **_passage(passage)))


def _kept(ask: str, options: list[str], evidence: str) -> dict[str, Any]:
    """Return the data of a choice; where the right option has a star, options keep their order."""
    starred = [index for index, option in enumerate(options) if option.startswith("*")]
    plain = [option.removeprefix("*") for option in options]
    key = starred[0] if starred else 0
    return choice(ask, *plain, key=key, shuffle=not starred, evidence=evidence)


_LOOKS: Mapping[str, Callable[[str, str], Looked]] = {
    "comma-in-list": _in_list,
    "telling-definition": _in_terms,
    "stigma": lambda _, text: [text[each.span.start : each.span.end] for each in stigmas(text)],
    "answer-not-in-evidence": _in_answers,
    "answer-beyond-evidence": _in_answers,
    "answers-another": _in_another,
    "wide-evidence": _in_quote,
    "tag-against-passage": _in_tag,
    "low-coverage": _in_coverage,
    "verdicts-out-of-balance": _in_verdicts,
    "forms-not-parallel": _in_forms,
    "hard-to-read": _in_passage,
    "long-sentence": _in_passage,
    "guessable": _in_quiz,
}
"""How the items of a rule are read, where they are not a question with options."""
