"""Reads a GIFT file: block by block, as Moodle does.

Source: readquestion() and parse_text_with_format() in Moodle's question/format/gift/format.php.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from quiz.exchange.categories import Path, path_of
from quiz.exchange.entries import Found, imported
from quiz.exchange.evidence import without_marks
from quiz.exchange.format import Imported
from quiz.exchange.from_item import reason_label
from quiz.exchange.gift.block import BLANKS, Block, blocks, shown
from quiz.exchange.item import (
    Answer,
    Gap,
    Item,
    Refused,
    Way,
    check_answers,
    decimal,
    tags_of,
    words,
)
from quiz.model.public_question import BLANK
from quiz.model.question import VERDICTS

CATEGORY = "$CATEGORY:"
"""What a line begins with that says where the questions below it belong."""
BLANKS_AS_PAIRS = "blanks"
"""What a tag calls a cloze with several blanks, which is written as pairs."""
_BEGINNING = 100
"""Characters of a question that are its name where it has none; too few to be refused."""
_MOODLE = "moodle"
"""The format of a text that names none: HTML, where it has any."""
_FORMATS = (_MOODLE, "html", "plain", "markdown")
_LIKE_HTML = re.compile(r"<[A-Za-z/!]|&[A-Za-z#]")
_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]{0,9})?)%")
_TRUTHS = {"T": "true", "TRUE": "true", "F": "false", "FALSE": "false"}
_ENDS = (".", "?", "!", ":")
_BRACES = r"write \{ and \} for those that belong to the text"


def read(text: str) -> Imported:
    """Return what a GIFT file holds.

    Raises:
        NotThatFormat: it holds too many questions.
    """
    return imported(_found(blocks(text)))


def _found(every: Iterator[Block]) -> Iterator[Found]:
    path: Path = ()
    for block in every:
        named = [*takewhile(lambda line: line[1].startswith(CATEGORY), block.lines)]
        if named:
            path = path_of(named[-1][1].removeprefix(CATEGORY))
        if lines := block.lines[len(named) :]:
            reading = _Reading(replace(block, lines=lines))
            yield Found(path, lines[0][0], reading.name, reading.item)


class _Reading:
    """Reads one block."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.lost: list[str] = []
        self.format = _MOODLE
        text = block.text
        name, ended, rest = text[2:].partition("::") if text.startswith("::") else ("", "", "")
        self.text = rest.strip(BLANKS) if ended else text.removeprefix("::")
        head = self.text[:_BEGINNING].partition("{")[0]
        self.name = shown(name) if ended and name.strip() else self._words(head)

    def item(self) -> Item:
        """Return what stands in the block.

        Raises:
            Refused: its braces don't fit together, or it has no words.
        """
        head, answers, tail = _parts(self.text)
        tags = tags_of(self.block.tags, self.lost)
        kind = tags.get("kind", "")
        has_gap = answers is not None and (kind == "cloze" or _goes_on(head, tail))
        self.format = _format_of(head) or _MOODLE
        stem = self._words(f"{head}{BLANK}{tail}" if has_gap else head)
        inside, marked, feedback = (answers or "").rpartition("####")
        item = Item(way=Way.READ, stem=stem, id=self.block.id, tags=tags, lost=self.lost)
        if answers is None:
            return item
        item.feedback = self._words(feedback.strip(BLANKS)) if marked else ""
        self._answer(item, (inside if marked else answers).strip(BLANKS))
        if has_gap and item.way in {Way.PICK, Way.TYPE}:
            item.gaps = [Gap(answers=item.answers, picked=item.way is Way.PICK)]
            item.way = Way.FILL
        return item

    def _words(self, text: str) -> str:
        """Return the words of a hidden text, in the format that it names or the usual one."""
        form = _format_of(text)
        text, form = (text.partition("]")[2], form) if form else (text, self.format)
        if form == "plain" or (form == _MOODLE and not _LIKE_HTML.search(text)):
            text = text.replace("\n", " ")  # only an escaped one begins a line
            return words(shown(text).strip(BLANKS), "plain", self.lost)
        return words(shown(text), form, self.lost)

    def _answer(self, item: Item, inside: str) -> None:
        """Give an item its way and its answers, by what stands in the braces, in Moodle's order."""
        check_answers(inside.count("=") + inside.count("~"))
        key = inside.partition("#")[0].strip(BLANKS)
        if not inside:
            item.way = Way.EXPLAIN
        elif inside.startswith("#"):
            item.way, item.answers = Way.NUMBER, self._numbers(inside[1:])
            unit = item.unit = item.tags.get("unit")
            item.stem = item.stem.removesuffix(f" ({unit})") if unit else item.stem
        elif "~" in inside:
            single, item.answers = self._answers(inside, "=~")
            item.way = Way.PICK if single else Way.PICK_SEVERAL
        elif "=" in inside and "->" in inside:
            self._pairs(item, inside)
        elif key in _TRUTHS:
            item.way = Way.PICK
            item.tags["kind"] = "statement"
            item.answers = self._verdicts(_TRUTHS[key], inside)
        else:
            item.way, item.answers = Way.TYPE, self._answers(inside, "=")[1]
            if item.answers[:1] and item.answers[0].text in VERDICTS:
                self.lost.append(
                    f"that it may be a statement: “{item.answers[0].text}” is to be typed"
                )

    def _answers(self, inside: str, marks: str) -> tuple[bool, list[Answer]]:
        """Return whether an answer is marked with =, and the answers, each behind a mark."""
        pieces = [piece.strip(BLANKS) for piece in re.split(f"(?=[{marks}])", inside)]
        answers = [self._of(piece) for piece in pieces if piece]
        return any(piece.startswith("=") for piece in pieces), answers

    def _of(self, piece: str) -> Answer:
        rest = piece.lstrip("=~").lstrip(BLANKS) if piece[0] in "=~" else piece
        weight = _WEIGHT.match(rest)
        text, _, said = rest[weight.end() if weight else 0 :].partition("#")
        share = float(weight[1]) if weight else 0.0 if piece[0] == "~" else 100.0
        feedback = self._words(said.strip(BLANKS))
        return Answer(text=self._words(text.strip(BLANKS)), share=share, feedback=feedback)

    def _numbers(self, inside: str) -> list[Answer]:
        """Return numbers: one alone, with how far off an answer may be, or a range."""
        numbers, other, _ = inside.partition("~")
        answers = self._answers(numbers, "=")[1] + ([Answer(text="*")] if other else [])
        for each in answers:
            low, dots, high = each.text.partition("..")
            if dots and low:
                least, most = decimal(low.strip(BLANKS)), decimal(high.strip(BLANKS))
                each.text, each.tolerance = str((least + most) / 2), str(abs(most - least) / 2)
            else:
                text, _, tolerance = each.text.partition(":")
                each.text, each.tolerance = text.strip(BLANKS), tolerance.strip(BLANKS)
        return answers

    def _verdicts(self, key: str, inside: str) -> list[Answer]:
        """Return true and false: the first feedback is for the wrong response.

        gift-pegjs calls it trueFeedback, whatever the key is.
        """
        wrong, right = (
            [self._words(said.strip(BLANKS)) for said in inside.split("#", 2)[1:]] + ["", ""]
        )[:2]
        return [
            Answer(
                text=VERDICTS[verdict],
                share=100 * (verdict == key),
                feedback=right if verdict == key else wrong,
            )
            for verdict in ("true", "false")
        ]

    def _pairs(self, item: Item, inside: str) -> None:
        for piece in filter(None, (piece.strip(BLANKS) for piece in inside.split("="))):
            left, arrow, right = piece.partition("->")
            if not arrow:
                raise Refused("a pair has no -> between its sides")
            match = shown(right.replace("\n", " ")).strip(BLANKS)
            item.answers.append(Answer(text=self._words(left.strip(BLANKS)), match=match))
        item.way = Way.PAIR
        places = {str(place): place for place in range(1, len(item.answers) + 1)}
        kind = item.tags.get("kind")
        if kind == "order" and {one.match for one in item.answers} == {*places}:
            item.way = Way.ORDER
            item.answers.sort(key=lambda one: places[one.match])
        elif kind == BLANKS_AS_PAIRS:
            _fill(item)


def _fill(item: Item) -> None:
    """Make gaps of pairs whose left sides stand before the blanks; the others are the word bank."""
    item.way = Way.FILL
    labels = [reason_label(number) for number in range(1, len(item.answers) + 1)]
    said = dict(without_marks(item.feedback, labels)[1])
    spares = [one.match for one in item.answers if not one.text]
    bank = [
        Answer(text=text, feedback=said.get(label, ""))
        for text, label in zip(spares, labels, strict=False)
    ]
    for one in item.answers:
        if one.text:
            item.stem = item.stem.replace(f"{one.text} {BLANK}", BLANK, 1)
            item.gaps.append(Gap(answers=[Answer(text=one.match, share=100), *bank], picked=True))


def _format_of(text: str) -> str:
    """Return the format that a text names; nothing where it names none."""
    name, closed, _ = text.removeprefix("[").partition("]")
    return name if text.startswith("[") and closed and name in _FORMATS else ""


def _parts(text: str) -> tuple[str, str | None, str]:
    """Return what stands before the braces, in them, and behind them."""
    head, opened, rest = text.partition("{")
    answers, closed, tail = rest.partition("}")
    if "}" in head:
        raise Refused(f"a brace is closed here and none is open: {_BRACES}")
    if not opened:
        return head, None, ""
    if not closed:
        raise Refused("its braces are not closed: write a }, and no empty line before it")
    if "{" in answers or "{" in tail or "}" in tail:
        raise Refused(f"more than one pair of braces: {_BRACES}")
    return head, answers, tail


def _goes_on(head: str, tail: str) -> bool:
    """Return whether the answers stand within a sentence; a mark behind a full one is none."""
    if any(char.isalnum() for char in tail):
        return True
    return bool(tail.strip(BLANKS)) and not head.rstrip(BLANKS).endswith(_ENDS)
