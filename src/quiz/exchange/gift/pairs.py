"""What has pairs in a GIFT file, as the kind of ours that it is."""

from quiz.exchange.gift.answers import rejection_of
from quiz.exchange.gift.block import BLANKS, shown
from quiz.exchange.gift.item import REASONS, Item, Refused
from quiz.exchange.gift.words import words_of
from quiz.model.public_question import BLANK
from quiz.model.question import Blank, Cloze, Match, Order, Pair, Question, Rejected

SEVERAL_BLANKS = "blanks"
"""What a tag calls a cloze with several blanks, which is written as pairs."""


def matching(item: Item, answers: str) -> tuple[Question, tuple[str, ...]]:
    """Return a question, and what could not be carried of its answers.

    Raises:
        Refused: a pair has one side alone, or there are no two pairs.
    """
    lost: list[str] = []
    pairs, spares = [], []
    for piece in filter(None, (piece.strip(BLANKS) for piece in answers.split("="))):
        left, arrow, right = piece.partition("->")
        if not arrow:
            raise Refused("a pair has no -> between its sides")
        words = words_of(left.strip(BLANKS), item.format)
        lost += words.lost
        choice = shown(right.replace("\n", " ")).strip(BLANKS)
        if words.text:
            pairs.append((words.text, choice))
        else:
            spares.append(choice)
    if len(pairs) < 2:
        raise Refused("it has fewer than two pairs")
    question = _question(item, pairs, spares)
    if isinstance(question, Match):
        lost += (f"the choice “{spare}”, which fits nothing" for spare in spares[1:])
    return question, tuple(lost)


def _question(item: Item, pairs: list[tuple[str, str]], spares: list[str]) -> Question:
    places = {right: left for left, right in pairs}
    in_order = [str(place) for place in range(1, len(pairs) + 1)]
    if item.kind == "order" and sorted(places) == sorted(in_order):
        items = tuple(places[place] for place in in_order)
        return Order(ask=item.stem, items=items, **item.common)
    said = [item.reasons.get(label, "") for label in REASONS]
    if item.kind == SEVERAL_BLANKS and "\n" in item.stem:
        return _cloze(item, pairs, spares, said)
    spare = _rejected(spares[:1], said[len(pairs) :])
    return Match(
        ask=item.stem,
        pairs=tuple(
            Pair(left=left, right=right, why=why or None)
            for (left, right), why in zip(pairs, said, strict=False)
        ),
        spare=spare[0] if spare else None,
        **item.common,
    )


def _cloze(item: Item, pairs: list[tuple[str, str]], spares: list[str], said: list[str]) -> Cloze:
    """Return a sentence with a word bank; its blanks are numbered in brackets."""
    task, _, sentence = item.stem.partition("\n")
    for left, _ in pairs:
        sentence = sentence.replace(f"{left} {BLANK}", BLANK, 1)
    blanks = tuple(Blank(accept=(right,)) for _, right in pairs)
    words = _rejected(spares, said)
    return Cloze(ask=task, text=sentence, blanks=blanks, words=words, **item.common)


def _rejected(spares: list[str], said: list[str]) -> tuple[Rejected, ...]:
    """Return choices that fit nothing, with what is said of each."""
    return tuple(
        Rejected(text=text, **rejection_of(words))
        for text, words in zip(spares, said, strict=False)
    )
