"""How well the rules do on items that were kept apart from their making."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from quiz.check.inspection import inspect
from quiz.check.rules import RULES
from quiz.check.wording import stigmas
from quiz.quizfile.places import Places
from quiz.quizfile.reader import read_bytes
from tests.check.build import EVIDENCE, TODAY, build_quiz, choice, found
from tests.check.held_out import WHOLE, cases, labels


class Verdict(NamedTuple):
    """What a rule said of one case."""

    rule: str
    weak: bool
    heard: bool
    text: str


class Score(NamedTuple):
    """What a rule did with the cases that were written for it."""

    rule: str
    found: list[str]
    missed: list[str]
    false: list[str]
    silent: list[str]

    @property
    def precision(self) -> float:
        """The share of what it found that an editor would send back."""
        return len(self.found) / max(1, len(self.found) + len(self.false))

    @property
    def recall(self) -> float:
        """The share of what an editor would send back that it found."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))


def score(rule: str) -> Score:
    """Return what a rule did with its cases."""

    def told(*, weak: bool, heard: bool) -> list[str]:
        return [
            verdict.text
            for verdict in verdicts()
            if verdict.rule == rule and (verdict.weak, verdict.heard) == (weak, heard)
        ]

    return Score(
        rule,
        told(weak=True, heard=True),
        told(weak=True, heard=False),
        told(weak=False, heard=True),
        told(weak=False, heard=False),
    )


@cache
def verdicts() -> tuple[Verdict, ...]:
    """Return what the rules said of every case."""
    single = (
        Verdict(case.rule, case.weak, HEARD.get(case.rule, _in_choice)(case.rule, case.text), shown)
        for case in cases()
        for shown in [case.text.partition("\n")[0]]
    )
    return (*single, *_of_whole_quizzes())


def _of_whole_quizzes() -> Iterator[Verdict]:
    """Yield what every rule said of every labelled line, and what was found on other lines."""
    for path in WHOLE:
        text = path.read_text(encoding="utf-8")
        places, quiz = Places(text), read_bytes(text.encode(), path.name)
        heard = {
            (each.rule, places.of(each.path).line): each.message
            for each in inspect(quiz, TODAY).findings
        }
        lines = text.splitlines()
        for rule, line, weak in labels(text):
            said = heard.pop((rule, line), "")
            shown = lines[line - 1].strip().partition("  # ")[0]
            yield Verdict(rule, weak, bool(said), f"{path.name}:{line}: {shown}")
        for (rule, line), message in heard.items():
            yield Verdict(rule, False, True, f"{path.name}:{line}: {message}")


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(" | ")]


def _passage(text: str) -> dict[str, object]:
    return {"passage": {"title": "An item", "source": "Our own words", "text": text}}


def _in_choice(rule: str, text: str) -> bool:
    ask, *options = _parts(text)
    shuffle = rule != "numbers-out-of-order"
    return bool(found(rule, choice(ask, *options, shuffle=shuffle)))


def _typed(answers: list[str], evidence: str) -> dict[str, object]:
    """Return the data of a question whose answer is typed: a number, or words."""
    if len(answers) == 1 and answers[0].isdecimal():
        return {"kind": "number", "answer": int(answers[0]), "evidence": evidence}
    return {"kind": "short", "accept": answers, "evidence": evidence}


def _in_answers(rule: str, text: str) -> bool:
    evidence, *answers = _parts(text)
    return bool(found(rule, _typed(answers, evidence), **_passage(evidence)))


def _in_another(rule: str, text: str) -> bool:
    ask, other, *answers = _parts(text)
    asked = {"ask": other, **_typed(answers, EVIDENCE)}
    return bool(found(rule, choice(ask, "Yes", "No", "Perhaps"), asked))


def _in_quote(rule: str, text: str) -> bool:
    passage, quote = _parts(text)
    question = choice("What is so?", "This", "That", "Else", evidence=quote)
    return bool(found(rule, question, **_passage(passage)))


def _in_tag(rule: str, text: str) -> bool:
    passage, option, *quotes = _parts(text)
    question = choice("What is so?", "Something", option, "Nothing of it", evidence=passage)
    wrong = {"tag": "unsupported"} | ({"quote": quotes[0]} if quotes else {})
    question["options"][1] |= wrong
    return bool(found(rule, question, **_passage(passage)))


def _in_coverage(rule: str, text: str) -> bool:
    floor, passage, *quotes = _parts(text)
    questions = [{"kind": "short", "accept": ["so"], "evidence": quote} for quote in quotes]
    quiz = build_quiz(*questions, **_passage(passage))
    return bool(inspect(quiz, TODAY, {rule}, min_coverage=float(floor) / 100).findings)


def _in_verdicts(rule: str, text: str) -> bool:
    answers: dict[str, object] = {"true": True, "false": False, "unstated": "not stated"}
    questions = [{"kind": "statement", "answer": answers[each]} for each in text.split()]
    return bool(found(rule, *questions))


def _in_forms(rule: str, text: str) -> bool:
    names: dict[str, list[str]] = {}
    questions: list[dict[str, Any]] = []
    for form, listed in zip(("pre", "post"), _parts(text), strict=True):
        for topic, difficulty in (each.split() for each in listed.split(", ")):
            name = f"{form}-{len(questions)}"
            questions.append({"id": name, "topic": topic, "difficulty": difficulty})
            names.setdefault(form, []).append(name)
    topics = {each["topic"]: "A topic" for each in questions}
    return bool(found(rule, *questions, topics=topics, forms=names))


def _in_passage(rule: str, text: str) -> bool:
    head, _, rest = text.partition("\n")
    terms = head.removeprefix("terms:").split(", ") if head.startswith("terms:") else []
    shown = rest if terms else text
    question = {"kind": "short", "accept": ["so"], "evidence": " ".join(shown.split()[:3])}
    return bool(found(rule, question, terms=[each.strip() for each in terms], **_passage(shown)))


def _in_quiz(rule: str, text: str) -> bool:
    _, *lines = text.splitlines()
    passage = next((line[2:] for line in lines if line.startswith("> ")), "It is so.")
    evidence = passage.split(". ")[0]
    asked = [_parts(line) for line in lines if not line.startswith("> ")]
    questions = [_kept(ask, options, evidence) for ask, *options in asked]
    return bool(found(rule, *questions, **_passage(passage)))


def _kept(ask: str, options: list[str], evidence: str) -> dict[str, Any]:
    """Return the data of a choice; where the right option has a star, options keep their order."""
    starred = [index for index, option in enumerate(options) if option.startswith("*")]
    plain = [option.removeprefix("*") for option in options]
    key = starred[0] if starred else 0
    return choice(ask, *plain, key=key, shuffle=not starred, evidence=evidence)


HEARD: Mapping[str, Callable[[str, str], bool]] = {
    "stigma": lambda _, text: bool(stigmas(text)),
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


def page() -> str:
    """Return the page of the documentation."""
    scores = [score(rule) for rule in RULES]
    rows = [
        f"| {one.rule} | {len(one.found) + len(one.missed)} | {len(one.false) + len(one.silent)} "
        f"| {one.precision:.2f} | {one.recall:.2f} |"
        for one in scores
    ]
    wrong = [f"- {one.rule} misses: {line}" for one in scores for line in one.missed]
    wrong += [f"- {one.rule} finds wrongly: {line}" for one in scores for line in one.false]
    table = "\n".join(rows)
    lines = "\n".join(wrong)
    return f"{_PREFACE}{table}\n\n{_MISTAKES}{lines}\n"


_PREFACE = """\
# How often the rules of `quiz check` are right

Measured on items and quizzes that were written for it, after the rules, and kept apart from those
that the rules were built with: `tests/check/held_out`. Weak ones are those that a careful editor
would send back; sound ones look alike. Precision is the share of what a rule found that was weak,
recall the share of the weak that it found.

- A rule about one question is measured on single items, one about a whole quiz on whole quizzes:
  18 questions or so for each case of `guessable`, a passage for each of `hard-to-read`.
- In four quizzes of several questions every line is labelled that is weak, or looks so, to the
  rules about what an author forgot or never used. All rules read them, and what any of them finds
  on a line that is not labelled weak counts as found wrongly.

The items are short and few, and half of them are weak, which real quizzes are not: take the numbers
as a guide. Where an item led to a change of a rule, it went to that rule's own tests, and another
one was written for it. Some labels changed when the rule was found right: two quizzes for
`guessable` from sound to weak, since a guesser who matches words got most of them right, two cases
of `forms-not-parallel` from weak to sound, and three lines of the quizzes got a label that they
lacked. So these figures are a little kind. A test holds this page to what the rules do; `make docs`
writes it anew.

| rule | weak | sound | precision | recall |
|---|---:|---:|---:|---:|
"""
_MISTAKES = """\
## Where they are wrong

Each item as the question, the right option, and the wrong ones, or as `held_out` says it; of a quiz
what its author does. They stay because a rule that found them would find much that is sound:

- `negative-stem` reads small words, and not the words that hold a “not” in them.
- `stem-word-in-key` lets one short shared word pass, since most sound questions share one.
- `tag-against-passage` lets one word pass for the same reason.
- `stigma` leaves “drunk” before another word alone, as in “the drunk sailor”, where it says how
  someone is today.
- `guessable` looks at no quiz of less than 18 questions: `long-key` names these one by one. And the
  longest word of three is a trick that works by luck at times.
- `forms-not-parallel` forgives one question with another topic, also where there are few.

"""
