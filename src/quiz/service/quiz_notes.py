"""The parts of a new quiz file, with notes that say how to go on.

A note begins with ##: what begins with # alone is YAML that becomes part of the quiz once that sign
and the space behind it are taken out.
"""

import re
import shlex
from collections.abc import Iterable
from dataclasses import replace

from quiz.check.finishing import lacking
from quiz.check.plain_language import HIGHEST_GRADE
from quiz.check.readability import TooShort, count, flesch_kincaid, hardest
from quiz.drafting.hard_words import hard_words
from quiz.model.lines import wrap
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.to_write_over import EXPLANATION, WHY
from quiz.quizfile.writing import head_to_yaml, question_to_yaml

_WIDTH = 98
_PASSAGE = "\npassage:\n"
_HOW = (
    "Lines that begin with ## are notes for you. Nobody else sees them.",
    "",
    "How to go on:",
    "1. Open this file in any text editor, such as Notepad or TextEdit, beside a terminal. Save it "
    "whenever you like.",
    "2. Run this in the terminal; it says at every save what to do next:",
    "   quiz check --watch {file}",
    "3. Each question that says `draft: true` was drafted by the program from one sentence. Put "
    "what stands below `ask:` into words of your own. Then see to the lines that begin with #: "
    "take out the # and the space behind it, and write over what stands there. When all is said, "
    "take out the line `draft: true`.",
    "4. Write a text in the line below its `>-`, as far to the right as what stands there. It may "
    "go on in further lines. Behind `topic:` stands the short name of one of the topics.",
    "5. If you don't want a question, take out all its lines, from `- id:` to the empty line.",
    "6. A sentence without a question has a place for one, in lines that begin with #. To use it, "
    "take out the # and the space behind it in each of them, and go on as with the others.",
    "7. When nothing is left to do, take out the line `draft: true` above the topics.",
    "",
    "To try the quiz at any time:",
    "   quiz play {file}",
)
_TERMS = (
    "Hard words of the passage. To name those that readers know or have to learn, take out the # "
    "and the space behind it before `terms:` and before each of these words.",
    "To explain a word as well, write in its place, for example:",
    '{{term: {word}, means: "In plain words.", source: "Where to look it up."}}',
)
_TOO_HARD = (
    f"For health texts, grade {HIGHEST_GRADE:.0f} or below is best. These sentences are the "
    "hardest. If you put one into plainer words, do the same behind `evidence:` where it is quoted."
)
_EXPLAIN = f"""\
  # explain: >-
  #   {EXPLANATION}
"""
_WHY = f"""\
  #   "{{}}": >-
  #     {WHY}
"""
_IN_LINE = re.compile(
    r"^(?P<own>  (?:ask|text|explain): )(?=[^\s>|\"'])"
    r"|^(?P<of_option>    why: (?=Write )|  - text: (?=Write ))",
    re.MULTILINE,
)
"""Keys of a question whose text stands in the same line, and is to be written over."""


def head(quiz: Quiz, file: str) -> str:
    """Return what stands before the questions of a quiz, to be saved under the name of a file."""
    top, passage, text = head_to_yaml(quiz).partition(_PASSAGE)
    how = _notes(line.format(file=shlex.quote(file)) for line in _HOW)
    if quiz.language.lower().split("-")[0] != "en":
        return f"{how}\n{top}{passage}{text}"
    return f"{how}\n{top}{_terms(quiz)}{passage}{text}{_reading(quiz)}"


def question(drafted: Question) -> str:
    """Return a question with what is still to be written in it, as lines to be uncommented."""
    wrong = [path[1] for path, *_ in lacking(drafted) if path[0] == "why"]
    whys = ["  # why:\n", *map(_WHY.format, wrong)] if wrong else []
    explain = "" if drafted.explain else _EXPLAIN
    return "".join([_below(question_to_yaml(drafted)), *whys, explain])


def place(empty: Question, number: int) -> str:
    """Return a place for a question on a sentence, as lines to be uncommented."""
    note = f"## Sentence {number} has no question yet. This is a place for one:\n"
    return note + _commented(_below(question_to_yaml(empty)))


def _below(text: str) -> str:
    """Return a question in which each text that is to be written over has a line of its own.

    There any sign may stand, also a colon.
    """
    return _IN_LINE.sub(lambda found: f"{found[0]}>-\n{' ' * (4 if found['own'] else 6)}", text)


def _terms(quiz: Quiz) -> str:
    hard = hard_words(quiz.passage.text)
    if not hard:
        return ""
    whole = head_to_yaml(replace(quiz, terms=hard)).partition(_PASSAGE)[0]
    terms = whole.partition("\nterms:\n")[2]
    return (
        "\n" + _notes(line.format(word=hard[0]) for line in _TERMS) + _commented(f"terms:\n{terms}")
    )


def _reading(quiz: Quiz) -> str:
    sentences = quiz.sentences
    try:
        grade = flesch_kincaid(count(sentences))
    except TooShort:
        return ""
    says = f"The passage reads at school grade {grade:.1f} (Flesch-Kincaid)."
    if grade <= HIGHEST_GRADE:
        return "\n" + _notes([says])
    shown = (f"- {sentences[index]}" for index in hardest(sentences))
    return "\n" + _notes([f"{says} {_TOO_HARD}", *shown])


def _notes(texts: Iterable[str]) -> str:
    """Return texts as notes, none for an empty one but the sign of a note."""
    lines = (line for text in texts for line in wrap(text, _WIDTH))
    return "".join(f"## {line}".rstrip() + "\n" for line in lines)


def _commented(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())
