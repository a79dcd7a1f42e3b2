"""Questions out of Moodle XML."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from xml.etree.ElementTree import Element

from quiz.exchange import plain_text
from quiz.exchange.categories import path_of
from quiz.exchange.entries import Found, imported
from quiz.exchange.format import Imported
from quiz.exchange.from_item import MOST_BLANKS
from quiz.exchange.item import Answer, Gap, Item, Refused, Way, is_number, points_of, tags_of, words
from quiz.exchange.moodle_xml.elements import Broken, questions
from quiz.exchange.moodle_xml.gaps import GAP, gap_of
from quiz.model.problem import shown
from quiz.model.public_question import BLANK
from quiz.model.question import VERDICTS
from quiz.model.text import clean_typed

_WAYS = {
    "multichoice": Way.PICK,
    "truefalse": Way.PICK,
    "shortanswer": Way.TYPE,
    "numerical": Way.NUMBER,
    "matching": Way.PAIR,
    "match": Way.PAIR,
    "ddmatch": Way.PAIR,
    "ordering": Way.ORDER,
    "multianswer": Way.FILL,
    "cloze": Way.FILL,
    "gapselect": Way.FILL,
    "ddwtos": Way.FILL,
    "essay": Way.EXPLAIN,
    "description": Way.READ,
}
_PENALTIES = frozenset({"0", "0.3333333", "0.1", "1"})
"""The penalty for a second try that Moodle gives when nobody says, and for true or false."""
_OF_ALL = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_SAID_BY_ALL = frozenset(
    f"Your answer is {how}." for how in ("correct", "partially correct", "incorrect")
)
_MISSING = re.compile(r"\[\[(\d{1,3})\]\]")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
_NO = frozenset({"false", "0"})


def recognizes(text: str) -> bool:
    """Return whether a file that begins so is Moodle XML."""
    return "<quiz" in text and "<question" in text


def read(text: str) -> Imported:
    """Return what a Moodle XML file holds; a question that can't be read leaves out no other.

    Raises:
        NotThatFormat: the file can't be read as a whole.
    """
    return imported(_found(text))


def _found(text: str) -> Iterator[Found]:
    path: tuple[str, ...] = ()
    for element in questions(text):
        if isinstance(element, Broken):
            yield Found(path, element.line, "a question", partial(_no_xml, element))
        elif element.get("type") == "category":
            path = path_of(_value(element, "category"))
        else:
            name = _value(element, "name") or _value(element, "questiontext") or "a question"
            yield Found(path, int(element.get("line", 0)), name, _Reading(element).item)


def _no_xml(broken: Broken) -> Item:
    raise Refused(f"no XML ({broken.what})")


def _said(element: Element | None) -> str:
    """Return what stands in an element, or in a `text` in it."""
    if element is None:
        return ""
    return (element.findtext("text") or element.text or "").strip()


def _value(element: Element, tag: str) -> str:
    return _said(element.find(tag))


def _number(text: str) -> float:
    """Return the number that a grade or a weight is; 0 where it is none."""
    numeral = text.replace(",", ".")
    return float(numeral) if is_number(numeral) else 0.0


class _Reading:
    """Reads one question."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.lost: list[str] = []
        asked = element.find("questiontext")
        self.format = "html" if asked is None else asked.get("format", "html")

    def item(self) -> Item:
        """Return what the question is.

        Raises:
            Refused: it is of a type that is none of ours, or is not whole.
        """
        kind = self.element.get("type", "").strip()
        if kind not in _WAYS:
            raise Refused(f"unsupported type: {shown(kind) or 'none'}")
        stem = self.words("questiontext")
        if _WAYS[kind] is Way.READ:
            return Item(way=Way.READ, stem=stem, lost=self.lost)
        item = Item(
            way=_WAYS[kind],
            stem=stem,
            id=_value(self.element, "idnumber"),
            feedback=self.words("generalfeedback"),
            points=self._points(),
            tags=tags_of(map(_said, self.element.iterfind("tags/tag")), self.lost),
            lost=self.lost,
        )
        self._note(item)
        if item.way is Way.FILL:
            self._gaps(item) if kind in {"cloze", "multianswer"} else self._missing_words(item)
        elif kind == "truefalse":
            self._verdicts(item)
        else:
            self._answers(item)
        return item

    def words(self, of: Element | str | None) -> str:
        """Return what an element with a format says, as plain text."""
        element = self.element.find(of) if isinstance(of, str) else of
        if element is None:
            return ""
        return self._plain(_said(element), element.get("format", self.format))

    def _plain(self, text: str, form: str) -> str:
        if form == "moodle_auto_format":  # HTML in which a line break counts
            text = text.replace("\n", "<br>")
        return words(text, "plain" if form == "plain_text" else form, self.lost)

    def _points(self) -> int:
        given = _value(self.element, "defaultgrade").replace(",", ".") or "1"
        is_unscored = self.element.get("type") == "essay" and not _number(given)
        return 1 if is_unscored else points_of(given, self.lost)

    def _note(self, item: Item) -> None:
        """Note what Moodle says of a question and ours do not."""
        hints = [said for hint in self.element.iterfind("hint") if (said := self.words(hint))]
        item.hint = hints[0] if hints else None
        value = partial(_value, self.element)
        penalty = value("penalty").rstrip("0").rstrip(".") or "0"
        ordered = item.way is Way.PAIR and value("shuffleanswers") in _NO
        feedback = {*map(self.words, _OF_ALL)} - {"", *_SAID_BY_ALL}
        found = {
            "more than one hint": len(hints) > 1,
            f"the penalty {penalty} for another try": penalty not in _PENALTIES,
            "that capital letters count": value("usecase") == "1",
            "that its choices keep their order": ordered,
            "files to hand in with it": value("attachments") not in {"", "0"},
            "a feedback for all right, partly right or wrong answers": feedback,
        }
        self.lost += (what for what, is_lost in found.items() if is_lost)

    def _answers(self, item: Item) -> None:
        """Add the answers of a question."""
        element = self.element
        item.shuffle = _value(element, "shuffleanswers") not in _NO
        if item.way is Way.PICK and _value(element, "single") in _NO:
            item.way = Way.PICK_SEVERAL
        item.answers = [self._answer(each, item.way) for each in element.iterfind("answer")]
        if item.way is Way.NUMBER:
            units = [_value(unit, "unit_name") for unit in element.iterfind("units/unit")]
            item.unit = (units or [""])[0] or None
            self.lost += (f"the unit “{unit}”" for unit in units[1:])
        elif item.way is Way.PAIR:
            pairs = element.iterfind("subquestion")
            item.answers = [
                Answer(text=self.words(each), match=self.words(each.find("answer")))
                for each in pairs
            ]
        elif item.way is Way.ORDER:
            places = [each.share for each in item.answers]
            if sorted(places) == list(range(1, len(places) + 1)):
                item.answers.sort(key=lambda each: each.share)
        elif item.way is Way.EXPLAIN:
            lines = self.words("graderinfo").split("\n")
            points = [_BULLET.sub("", line).strip() for line in lines]
            item.answers = [Answer(text=point) for point in points if point]

    def _answer(self, answer: Element, way: Way) -> Answer:
        typed = way in {Way.TYPE, Way.NUMBER}
        return Answer(
            text=_said(answer) if typed else self.words(answer),
            share=_number(answer.get("fraction") or _value(answer, "fraction")),
            feedback=self.words(answer.find("feedback")),
            tolerance=_value(answer, "tolerance"),
        )

    def _verdicts(self, item: Item) -> None:
        """Make a statement of what is true or false; in another language true is first."""
        self._answers(item)
        item.tags["kind"] = "statement"
        texts = [each.text.lower() for each in item.answers]
        known = texts if {*texts} <= {"true", "false"} else ["true", "false"]
        for each, verdict in zip(item.answers, known, strict=False):
            each.text = VERDICTS["true" if verdict == "true" else "false"]

    def _gaps(self, item: Item) -> None:
        """Read the gaps whose answers stand in the text."""
        raw = _value(self.element, "questiontext")
        if len(raw) > plain_text.LONGEST:
            raise Refused(f"its text has more than {plain_text.LONGEST:,} characters")
        item.gaps = [gap_of(found, self.lost) for found in GAP.finditer(raw)]
        if not item.gaps:
            raise Refused("there is no gap with an answer in its text")
        if len({found[1] or "1" for found in GAP.finditer(raw)}) > 1:
            self.lost.append("that its blanks earn different points")
        item.stem = self._plain(GAP.sub(BLANK, raw), self.format)
        for each in (each for gap in item.gaps for each in gap.answers):
            each.text, each.feedback = self._shown(each.text), self._shown(each.feedback)

    def _shown(self, text: str) -> str:
        """Return what may be HTML as plain text; what has no tag keeps its spaces."""
        return words(text, "html", self.lost) if "<" in text else clean_typed(unescape(text))

    def _missing_words(self, item: Item) -> None:
        """Read the gaps that name words below the text."""
        choices = self.element.findall("selectoption") or self.element.findall("dragbox")
        texts = [self.words(choice) for choice in choices]
        wanted = [int(found) - 1 for found in _MISSING.findall(item.stem)]
        if not wanted or not all(0 <= each < len(texts) for each in wanted):
            raise Refused("its gaps name no word" if wanted else "there is no gap in its text")
        if len({_value(choice, "group") for choice in choices}) > 1:
            self.lost.append("that each blank has words of its own to choose from")
        item.stem = _MISSING.sub(BLANK, item.stem)
        spare = [Answer(text=each) for each in texts]
        for each in wanted[: MOST_BLANKS + 1]:
            right = Answer(text=texts[each], share=100)
            item.gaps.append(Gap(answers=[right, *spare], picked=True))
