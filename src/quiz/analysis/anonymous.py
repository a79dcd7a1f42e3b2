"""The same report without names: a code stands for each learner, also where files are listed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from random import Random
from unicodedata import combining, normalize

from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.model.answer import with_texts
from quiz.model.quiz import Quiz
from quiz.model.submission import folded
from quiz.model.texts import texts

HIDDEN = "(name)"
"""What stands where a name stood."""
_WORD = re.compile(r"[^\W_]+")


class Hider:
    """Hides whole names, and each word of a name that the quiz itself does not use.

    Case and accents don't matter. Not looked for are names of one letter or of digits alone, which
    are codes: they would hide answers.
    """

    def __init__(self, names: Iterable[str], quiz: Quiz) -> None:
        known = {word for _, text in texts(quiz) for word in _words(text)}
        self._wholes: dict[str, list[tuple[str, ...]]] = {}
        self._words: set[str] = set()
        self._strings: set[str] = set()
        for name in names:
            self._add(" ".join(name.split()), known)

    def _add(self, name: str, known: set[str]) -> None:
        words = tuple(_words(name))
        if len(name) < 2 or (all(word.isdigit() for word in words) and words):
            return
        if not words or name.lower() == name.upper():  # a script in which words may touch
            self._strings |= {name, normalize("NFC", name)}
        if words:
            self._wholes.setdefault(words[0], []).append(words)
            self._wholes[words[0]].sort(key=len, reverse=True)
        telling = (word for word in words if len(word) > 1 and not word.isdigit())
        self._words.update(word for word in telling if word not in known)

    def __call__(self, text: str) -> str:
        """Return the text with every name in it hidden."""
        text = normalize("NFC", text)
        for string in sorted(self._strings, key=len, reverse=True):
            text = text.replace(string, HIDDEN)
        found = list(_WORD.finditer(text))
        folded = [_fold(word[0]) for word in found]
        parts, end, place = [], 0, 0
        while place < len(found):
            count = self._named(folded, place)
            if count:
                parts += [text[end : found[place].start()], HIDDEN]
                end = found[place + count - 1].end()
            place += count or 1
        return "".join([*parts, text[end:]])

    def _named(self, words: list[str], place: int) -> int:
        """Return how many words from that place on are a name."""
        for name in self._wholes.get(words[place], ()):
            if tuple(words[place : place + len(name)]) == name:
                return len(name)
        return int(words[place] in self._words)


def anonymous(named: ClassReport, rng: Random) -> ClassReport:
    """Return the report with codes in the place of names, dealt by lot, and files numbered.

    What does not fit stands in the order of the codes, for that of the files would tell of names.
    One learner has one code throughout, before and after teaching too. Names that learners typed
    into an answer are hidden as well (`Hider`).
    """
    names = [submission.learner for submission in named.submissions]
    names += [issue.learner for issue in named.issues if issue.learner is not None]
    codes = _codes(names, rng)
    hide = Hider(names, named.quiz)
    hidden = report(
        named.quiz,
        [_submission(submission, codes, hide) for submission in named.submissions],
        _issues(_in_order(named.issues, codes, rng), codes, hide),
    )
    return replace(hidden, anonymous=True)


def _codes(names: Iterable[str], rng: Random) -> dict[str, str]:
    """Return a code for each learner, by what all ways to write the name have in common."""
    known = sorted(set(map(folded, names)))
    rng.shuffle(known)
    digits = max(2, len(str(len(known))))
    return {name: f"Learner {number:0{digits}}" for number, name in enumerate(known, 1)}


def _submission(
    submission: MarkedSubmission, codes: Mapping[str, str], hide: Hider
) -> MarkedSubmission:
    # The order in which an exercise asks follows from the name: who knows the class could try all.
    answers = {name: _marked(submission.answers[name], hide) for name in sorted(submission.answers)}
    return replace(submission, learner=codes[folded(submission.learner)], answers=answers)


def _marked(marked: MarkedAnswer | None, hide: Hider) -> MarkedAnswer | None:
    if marked is None:
        return None
    return replace(marked, answer=with_texts(marked.answer, hide), at=None)  # a time can tell


def _in_order(issues: Sequence[Issue], codes: Mapping[str, str], rng: Random) -> Sequence[Issue]:
    """Return issues without a learner by lot, then the others by their codes, the absent last."""

    def turn(issue: Issue) -> tuple[bool, str]:
        code = "" if issue.learner is None else codes[folded(issue.learner)]
        return issue.kind is IssueKind.NO_RESULT, code

    return sorted(rng.sample(issues, len(issues)), key=turn)


def _issues(issues: Iterable[Issue], codes: Mapping[str, str], hide: Hider) -> Iterable[Issue]:
    files: dict[str, str] = {}
    for issue in issues:
        source, learner, detail = issue.source, issue.learner, issue.detail
        if source is not None:
            number = files.setdefault(source, f"file {len(files) + 1}")
            source, detail = number, detail.replace(source, number)
        yield replace(
            issue,
            source=source,
            learner=None if learner is None else codes[folded(learner)],
            detail=hide(detail),
        )


def _words(text: str) -> list[str]:
    return [_fold(word[0]) for word in _WORD.finditer(normalize("NFC", text))]


def _fold(word: str) -> str:
    return "".join(c for c in normalize("NFKD", word.casefold()) if not combining(c))
