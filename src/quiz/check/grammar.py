"""Grammar that gives an answer away: an article, a number or a form that not all options have."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.span import Span

_ARTICLE = re.compile(r"\b(a|an|AN)(?: _+\W*|[^\w?]*)$")
_OWN_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_VOWEL_NOT_SOUND = re.compile(r"(?:uni(?!n|m)|use|usu|uti|ura|uro|eu|ewe|one\b|once|ukr)", re.I)
_VOWEL_SOUND = re.compile(r"(?:[aeiou]|8|11\b|18\b|hour|honou?r|heir|honest)", re.IGNORECASE)
_SPELLED = re.compile(r"[A-Z](?=[A-Z0-9-]|\b)")
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_BE = frozenset({"is", "are", "was", "were"})
_LAST_WORD = re.compile(
    r"\b(if|to|by|of|for|with|that|because|when|in|the|is|are|was|were)[\s:.…_]*$", re.IGNORECASE
)
_MODAL = re.compile(r"\b(must|should|can|will|may|cannot)[\s:.…_]*$", re.IGNORECASE)
_NO_VERB = re.compile(r"(?:an?|the|this|it|he|she|they|you|there|we) ", re.IGNORECASE)
_ASKS_SEVERAL = re.compile(
    r"\b((?:what|which) (?:(?:\w+ )?\w+s )?(?:are|were)"
    r"|(?:what|which) (?:\w+ )?\w+s (?:do|did|have|had))\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\w(?:,| and) \w|[^sui'’]s\W*$", re.IGNORECASE)
_FEWEST = 3


@rule("grammar-fits-one", Level.WARNING, english=True)
@each
def grammar_fits_one(item: ItemContext) -> Iterator[Violation]:
    """The grammar of the question goes with some of its options, and not with others.

    ## Why it matters

    Grammar gives the answer away, or throws out a wrong one.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 28c; NBME Item-Writing Guide

    ## How to mend it

    Give all options the same form, and put an article into each; or ask a whole question.

    Weak:

    ```yaml
    kind: choice
    ask: "Ketamine was first brought in as an:"
    options:
    - {text: anesthetic, correct: true}
    - {text: vitamin}
    - {text: vaccine}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What was ketamine first brought in as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A vitamin}
    - {text: A vaccine}
    ```

    ## Known traps

    It looks at “a” or “an” at the end, by sound (an hour, an MRI, a unique drug; “a(n)” fits all);
    at a last word that some options repeat (“if: If you see it”); at “must” or “can” at the end,
    where some options begin with no verb; and at “which tests are”, where the right option alone is
    several. Other forms that differ are missed.
    """
    texts = [option.text.lstrip("\"'“‘( ") for option in item.options]
    for found, fits in _looks(item, texts):
        if any(fits) and not all(fits):
            message = f"“{found[1]}” goes with some of the options only."
            yield Violation(item.at("ask"), message, Span(*found.span(1)))


def _looks(item: ItemContext, texts: list[str]) -> Iterator[tuple[re.Match[str], list[bool]]]:
    """Yield what the question asks for, and which options have it."""
    ask = item.question.ask
    if (found := _ARTICLE.search(ask)) and not ask[: found.start()].rstrip().endswith(("/", "a(")):
        yield found, [_fits(text, found[1].lower()) for text in texts]
    if found := _LAST_WORD.search(ask):
        last = found[1].lower()
        again = _BE if last in _BE else {last}
        yield found, [text.lower().partition(" ")[0] not in again for text in texts]
    if found := _MODAL.search(ask):
        yield found, [not _NO_VERB.match(text) for text in texts]
    if (found := _ASKS_SEVERAL.search(ask)) and len(texts) >= _FEWEST and item.key is not None:
        several = [_SEVERAL.search(text) is not None for text in texts]
        yield found, several if several[item.key] and sum(several) == 1 else []


def _fits(text: str, article: str) -> bool:
    return not _OWN_ARTICLE.match(text) and _vowel_sound(text) == (article == "an")


def _vowel_sound(text: str) -> bool:
    if _SPELLED.match(text):
        return text[0] in _VOWEL_LETTERS
    return bool(_VOWEL_SOUND.match(text)) and not _VOWEL_NOT_SOUND.match(text)
