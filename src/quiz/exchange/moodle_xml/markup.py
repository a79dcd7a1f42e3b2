"""Texts and answers as elements of Moodle XML.

Texts have the format `plain_text`: Moodle shows them as they are, and gives them back so.
"""

from xml.sax.saxutils import escape

from quiz.exchange.evidence import MISTAKE, TEMPTING, with_marks
from quiz.model.labels import Tag


def text(tag: str, words: str, inside: str = "", attributes: str = "") -> str:
    """Return an element with a text, and with other elements after it."""
    return f'<{tag}{attributes} format="plain_text"><text>{escape(words)}</text>{inside}</{tag}>\n'


def bare(tag: str, words: str) -> str:
    """Return an element with a text that has no format, such as a name."""
    return f"<{tag}><text>{escape(words)}</text></{tag}>\n"


def answer(words: str, weight: str, said: str = "", inside: str = "") -> str:
    """Return an answer with its weight in percent, and what is said of it."""
    return text("answer", words, text("feedback", said) + inside, f' fraction="{weight}"')


def literal(words: str) -> str:
    """Return a typed answer in which a star stands for itself, and not for any letters."""
    return words.replace("*", r"\*")


def reason(why: str | None, tag: Tag | None = None, quote: str | None = None) -> str:
    """Return why an answer is right or wrong, with its tag and the words that tempt to it."""
    marks = [(TEMPTING, quote), (MISTAKE, tag)]
    return with_marks(why or "", [(label, value) for label, value in marks if value])


def percent(parts: int) -> str:
    """Return the weight of one of so many right answers, as Moodle's list of weights has it.

    Source: `question_bank::fraction_options_full` in Moodle's question/engine/bank.php; a file with
    a weight that is none of them is refused.
    """
    return f"{100 / parts:.5f}".rstrip("0").rstrip(".")
