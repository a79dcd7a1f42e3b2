"""A question of a person's own: a place for it on a sentence, and the first one of a quiz."""

from collections.abc import Mapping

from quiz.drafting.sentence import Sentence
from quiz.model.labels import Skill
from quiz.model.question import Choice
from quiz.model.question_parts import Option
from quiz.model.to_write_over import EXPLANATION, OTHER_WRONG, QUESTION, RIGHT, WHY, WRONG

_LONGEST = 2_000


def first_question(
    ask: str, right: str, wrong: Mapping[str, str], evidence: str, topic: str
) -> Choice:
    """Return the first question of a quiz; of each wrong answer there may be the reason."""
    options = (Option(text=text, why=why or None) for text, why in wrong.items())
    return Choice(
        id="first",
        draft=True,
        topic=topic,
        skill=Skill.UNDERSTAND,
        ask=ask,
        options=(Option(text=right, correct=True), *options),
        evidence=evidence,
    )


def place(sentence: Sentence, topic: str) -> Choice:
    """Return a choice whose evidence is quoted, and whose words say what to write there."""
    quoted = sentence.text
    if len(quoted) > _LONGEST:
        quoted = quoted[:_LONGEST].rpartition(" ")[0] or quoted[:_LONGEST]
    return Choice(
        id=f"choice-{sentence.number}",
        draft=True,
        topic=topic,
        skill=Skill.UNDERSTAND,
        ask=QUESTION,
        options=(
            Option(text=RIGHT, correct=True),
            Option(text=WRONG, why=WHY),
            Option(text=OTHER_WRONG, why=WHY),
        ),
        evidence=quoted,
        explain=EXPLANATION,
    )
