"""A question of ours from an item of a GIFT file, by its type.

Source: readquestion() in Moodle's question/format/gift/format.php.
"""

from collections.abc import Callable

from quiz.exchange.gift.block import BLANKS
from quiz.exchange.gift.item import Item, Refused
from quiz.exchange.gift.numerical import number
from quiz.exchange.gift.options import multiple_choice
from quiz.exchange.gift.pairs import matching
from quiz.exchange.gift.short import short_answer
from quiz.exchange.gift.words import Words, words_of
from quiz.model.question import VERDICTS, Question, Statement, TeachBack

Made = tuple[Question, tuple[str, ...]]
"""A question, and what could not be carried of its answers."""
_MOST = 500
"""So many answers a question may have."""
_NOTHING = Words("", "plain")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}


def made(item: Item, answers: str) -> Made:
    """Return a question of ours.

    Raises:
        Refused: it can be none, for that reason.
    """
    if answers.count("=") + answers.count("~") > _MOST:
        raise Refused(f"it has more than {_MOST} answers")
    return _type_of(answers)(item, answers)


def _type_of(answers: str) -> Callable[[Item, str], Made]:
    """Return what makes a question of its type, tried in Moodle's order."""
    if not answers:
        return _essay
    if answers.startswith("#"):
        return number
    if "~" in answers:
        return multiple_choice
    if "=" in answers and "->" in answers:
        return matching
    return _truth if answers.partition("#")[0].strip(BLANKS) in _TRUTHS else short_answer


def _essay(item: Item, answers: str) -> Made:
    return TeachBack(ask=item.stem, checklist=item.checklist, **item.common), ()


def _truth(item: Item, answers: str) -> Made:
    """Return a statement: the first feedback is for the wrong response, the second for the right.

    gift-pegjs calls the first one trueFeedback, whatever the key is.
    """
    key, *feedback = answers.split("#", 2)
    truth = _TRUTHS[key.strip(BLANKS)]
    wrong, right, *_ = (
        *(words_of(text.strip(BLANKS), item.format) for text in feedback),
        _NOTHING,
        _NOTHING,
    )
    whys = {str(not truth).lower(): wrong.text, str(truth).lower(): right.text}
    question = Statement(
        ask=item.stem,
        answer=truth,
        why={verdict: whys[verdict] for verdict in VERDICTS if whys.get(verdict)},
        **item.common,
    )
    return question, (*wrong.lost, *right.lost)
