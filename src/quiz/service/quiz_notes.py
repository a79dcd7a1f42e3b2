"""The parts of a new quiz file, with notes that say how to go on.

A note begins with ##: what begins with # alone is YAML that becomes part of the quiz once that sign
and the space behind it are taken out.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from quiz.check.finishing import lacking
from quiz.check.plain_language import HIGHEST_GRADE
from quiz.check.readability import TooShort, count, flesch_kincaid, hardest
from quiz.drafting.hard_words import hard_words
from quiz.model.labels import Skill
from quiz.model.lines import wrap
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.text import as_argument
from quiz.model.to_write_over import EXPLANATION, PASSAGE, POINT, SPARE, WHY
from quiz.quizfile.writing import as_data, head_to_yaml, question_to_yaml

_WIDTH = 98
_PASSAGE = "\npassage:\n"
_BEGIN = (
    "Lines that begin with ## are notes for you. Nobody else sees them.",
    "",
    "How to go on:",
    "1. Open this file in any text editor, such as Notepad or TextEdit, beside a terminal. Save it "
    "whenever you like.",
    "2. Run this in the terminal; it says at every save what to do next:",
    "   quiz check --watch {file}",
    "3. Wherever it says “Write …”, write over it, in the line below its `>-`. Begin as far to the "
    "right as what stands there. The text may go on in further lines.",
    "4. If you don't want a question, take out all its lines, from `- id:` to the empty line.",
)
OF_ARTICLE = (
    "5. Each question that says `draft: true` was drafted by the program from one sentence. Put "
    "what stands below `ask:` into words of your own. When all is said, take out the line "
    "`draft: true`.",
    "6. A sentence without a question has a place for one, in lines that begin with #. To use it, "
    "take out the # and the space behind it in each of them, and go on as with the others. Behind "
    "`topic:` stands the short name of one of the topics.",
    "7. When nothing is left to do, take out the line `draft: true` above the topics.",
)
"""How to go on with a quiz begun from an article."""
OF_IMPORT = (
    "5. Lines that begin with # are for what is missing. Take out the # and the space behind it, "
    "and write over what stands there. Where several words are named, leave one of them.",
    "6. When nothing is left to do, take out the line `draft: true` above the topics.",
)
"""How to go on with questions of another program."""
_END = ("", "To try the quiz at any time:", "   quiz play {file}")
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
_TEXT = f"""\
  # text: |
  #   {PASSAGE}
"""
_MISSING = {
    "evidence": """\
  # evidence: >-
  #   Copy here the words of the passage that hold the answer.
""",
    "checklist": f"""\
  # checklist:
  # - {POINT}
""",
    "spare": f"""\
  # spare:
  #   text: >-
  #     {SPARE}
  #   why: >-
  #     {WHY}
""",
    "topic": "  # topic: {topics}\n",
    "skill": f"  # skill: {', '.join(Skill)}\n",
}
"""What a question may lack beside texts, as lines to be uncommented."""
_IN_LINE = re.compile(
    r"^(?P<own>  (?:ask|text|explain): )(?=[^\s>|\"'])|^(?P<indent> *(?:- )?)[\w\"' ]+: (?=Write )",
    re.MULTILINE,
)
"""Keys of a question whose text stands in the same line, and is to be written over."""


def head(quiz: Quiz, file: str, steps: Iterable[str]) -> str:
    """Return what stands before the questions of a quiz, to be saved under the name of a file."""
    top, passage, text = head_to_yaml(quiz).partition(_PASSAGE)
    named = as_argument(file)
    how = _notes(line.format(file=named) for line in (*_BEGIN, *steps, *_END))
    text = text if quiz.passage.text else text + _TEXT
    if not quiz.english:
        return f"{how}\n{top}{passage}{text}"
    return f"{how}\n{top}{_terms(quiz)}{passage}{text}{_reading(quiz)}"


def question(draft: Question, topics: Iterable[str] = ()) -> str:
    """Return a draft question with a place for all that is still to be written in it.

    `topics` are the ids of those that it may be of.
    """
    data, missing = as_data(draft), ""
    for path, *_ in lacking(draft):
        match path:
            case ("explain",):
                data["explain"] = EXPLANATION
            case (*way, name) if "why" in path:
                _at(data, way)[name] = WHY
            case (name,):
                missing += _MISSING.get(str(name), "").format(topics=", ".join(topics))
    return _below(question_to_yaml(data)) + missing


def _at(data: Any, way: Iterable[str | int]) -> Any:
    """Return the part of data to which a way leads; of keys, the last may be new."""
    for step in way:
        data = data.setdefault(step, {}) if isinstance(data, dict) else data[step]
    return data


def place(empty: Question, number: int) -> str:
    """Return a place for a question on a sentence, as lines to be uncommented."""
    note = f"## Sentence {number} has no question yet. This is a place for one:\n"
    return note + _commented(question(empty))


def _below(text: str) -> str:
    """Return a question in which each text that is to be written over has a line of its own.

    There any sign may stand, also a colon.
    """
    return _IN_LINE.sub(lambda found: f"{found[0]}>-\n{' ' * _right(found)}", text)


def _right(key: re.Match[str]) -> int:
    """Return how far to the right the text of a key begins."""
    return 4 if key["own"] else len(key["indent"]) + 2


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
