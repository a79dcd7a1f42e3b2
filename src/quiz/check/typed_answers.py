"""Whether what a learner may type stands in the evidence of the question."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from math import isclose

from quiz.check.context import ItemContext
from quiz.check.figures import figure
from quiz.check.finding import Level, Violation, listed
from quiz.check.rule import each, rule
from quiz.engine.kinds.field import Amount, Words
from quiz.model.normalize import closed, joined, normalize
from quiz.model.problem import ValuePath
from quiz.model.span import Span
from quiz.model.words import stem


@rule("answer-not-in-evidence", Level.WARNING)
@each
def answer_not_in_evidence(item: ItemContext) -> Iterator[Violation]:
    """A typed answer, year or number does not stand in the evidence of its own question.

    ## Why it matters

    The learner is shown a proof that does not hold the answer; or the key is wrong.

    Source: Grounding: every answer stands on a quoted sentence that a machine checks

    ## How to mend it

    Quote the words that hold the answer, or correct the key.

    Weak:

    ```yaml
    kind: number
    ask: In what year was it approved?
    answer: 2018
    evidence: A form of the drug called esketamine was approved in the United States in 2019
    ```

    Better:

    ```yaml
    kind: number
    ask: In what year was it approved?
    answer: 2019
    evidence: A form of the drug called esketamine was approved in the United States in 2019
    ```

    ## Known traps

    What the quiz itself takes as the same answer is the same here: case, articles, spaces, hyphens,
    British and American spelling, number words. Endings are forgiven too. Of several accepted
    answers one has to stand there; the others are for `answer-beyond-evidence`, and so is a number
    that stands there within the tolerance alone. A number that the reader has to work out is found,
    and can be waived.
    """
    evidence = _Evidence(" ".join(item.question.quotes), item.context.quiz.language)
    for field in item.fields if item.question.quotes else ():  # a draft may have none yet
        path = item.at(*field.path)
        match field:
            case Amount(answer=answer, tolerance=tolerance):
                if not evidence.holds_number(answer, tolerance):
                    yield Violation(path, f"The evidence does not hold the number {answer}.")
            case Words(accept=accept):
                if not any(map(evidence.holds, accept)):
                    message = f"The evidence does not hold {_quoted(accept)}."
                    yield Violation((*path, 0), message, Span(0, len(accept[0])))


@rule("answer-beyond-evidence", Level.NOTE)
@each
def answer_beyond_evidence(item: ItemContext) -> Iterator[Violation]:
    """One of several accepted answers goes beyond the evidence, or a number is only roughly there.

    ## Why it matters

    A synonym is fair to learners. An answer that says more, or something else, is not: it would be
    graded right, and the proof shown would not hold it.

    Source: Grounding: every answer stands on a quoted sentence that a machine checks

    ## How to mend it

    Look at each: leave what means the same, and take out what the passage does not say.

    Weak:

    ```yaml
    kind: short
    ask: What was ketamine first used as? Type one word.
    accept: [anesthetic, antidepressant]
    evidence: Ketamine was first brought in as an anesthetic
    ```

    Better:

    ```yaml
    kind: short
    ask: What was ketamine first used as? Type one word.
    accept: [anesthetic, an anaesthetic]
    evidence: Ketamine was first brought in as an anesthetic
    ```

    ## Known traps

    Whether a word means the same no program can tell, so this is a note: it is there to be read
    once, and fails no quiz. What the quiz takes as the same answer is not said, nor are words of
    the evidence in another order or with other endings, nor their first letters (“FDA”).
    """
    evidence = _Evidence(" ".join(item.question.quotes), item.context.quiz.language)
    for field in item.fields:
        match field:
            case Amount():
                yield from _roughly(item.at(*field.path), field, evidence)
            case Words():
                yield from _beyond(item.at(*field.path), field.accept, evidence)


def _roughly(path: ValuePath, field: Amount, evidence: "_Evidence") -> Iterator[Violation]:
    roughly = evidence.holds_number(field.answer, field.tolerance)
    if roughly and not evidence.holds_number(field.answer, 0):
        yield Violation(path, f"The evidence holds the number {field.answer} only roughly.")


def _beyond(path: ValuePath, accept: tuple[str, ...], evidence: "_Evidence") -> Iterator[Violation]:
    beyond = [index for index, answer in enumerate(accept) if evidence.lacks(answer)]
    if beyond and any(map(evidence.holds, accept)):
        named = _quoted([accept[index] for index in beyond])
        said = "is accepted, and does" if len(beyond) == 1 else "are accepted, and do"
        message = f"{named} {said} not stand in the evidence."
        yield Violation((*path, beyond[0]), message, Span(0, len(accept[beyond[0]])))


def _quoted(answers: list[str] | tuple[str, ...]) -> str:
    return listed([f"“{answer}”" for answer in answers])


class _Evidence:
    """The words of a question's evidence, in the form in which typed answers are compared."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language

    def holds(self, answer: str) -> bool:
        """Return whether the words of the answer stand in the evidence, side by side."""
        if f" {' '.join(self._forms(answer))} " in self._flat:
            return True
        wanted, words = joined(answer, self.language), _words(self.text, self.language)
        runs = (_run(words[start:], len(wanted)) for start in range(len(words)))
        return wanted in runs

    def lacks(self, answer: str) -> bool:
        """Return whether a word of the answer stands nowhere in the evidence."""
        if self.holds(answer) or self._words.issuperset(self._forms(answer)):
            return False
        letters = answer.replace(".", "")
        return not (len(letters) > 1 and letters.isupper() and letters.lower() in self._initials)

    def holds_number(self, wanted: float, tolerance: float) -> bool:
        """Return whether a number stands in the evidence that is no further off."""
        return any(
            abs(number - wanted) <= tolerance or isclose(number, wanted) for number in self._numbers
        )

    def _forms(self, text: str) -> list[str]:
        return [stem(word) for word in _words(text, self.language)]

    @cached_property
    def _flat(self) -> str:
        return f" {' '.join(self._forms(self.text))} "

    @cached_property
    def _words(self) -> frozenset[str]:
        found = frozenset(self._forms(self.text))
        return found | {"1"} if re.search(r"\ban?\b", self.text, re.IGNORECASE) else found

    @cached_property
    def _initials(self) -> str:
        return "".join(word[0] for word in _words(self.text, self.language) if word not in _LITTLE)

    @cached_property
    def _numbers(self) -> tuple[float, ...]:
        """The numbers in it, in figures and in words: 1.3 million, a dozen, twice."""
        plain = [token.strip("().,;:!?%\"'“”") for token in self.text.split()]
        pairs = map(" ".join, pairwise(plain))
        stated = [found.value for each in (*plain, *pairs) if (found := figure(each))]
        counted = [float(word) for word in _words(self.text, self.language) if _is_number(word)]
        return (*stated, *counted, *(_TIMES[word] for word in plain if word in _TIMES))


_LITTLE = frozenset({"and", "of", "for", "in", "on", "to"})
_TIMES = {"both": 2.0, "twice": 2.0, "thrice": 3.0}


def _words(text: str, language: str) -> list[str]:
    """Return the words of a text as they are compared, each with the signs behind it: O-, C#."""
    return re.sub(r" (?=[-+#'](?: |$))", "", normalize(text, language)).split()


def _run(words: list[str], length: int) -> str:
    """Return words side by side as one, as far as they are no longer than so many characters."""
    found = ""
    for word in words:
        longer = closed(f"{found} {word}") if found else word
        if len(longer) > length:
            break
        found = longer
    return found


def _is_number(word: str) -> bool:
    return word.lstrip("-").replace(".", "", 1).isdecimal()
