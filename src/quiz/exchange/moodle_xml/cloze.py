"""Texts with blanks: embedded answers and missing words of Moodle as a cloze of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quiz.exchange.moodle_xml.gaps import GAP, NUMERIC, OF_CASE, PICKED, TYPED, Gap
from quiz.exchange.moodle_xml.item import NO_KEY, Alternative, Item, Refused
from quiz.exchange.moodle_xml.typed import sorted_out
from quiz.model.public_question import BLANK
from quiz.model.question import Blank, Cloze, Rejected

ASK = "What is missing?"
"""The task of a text with blanks that has none."""
_MISSING = re.compile(r"\[\[(\d{1,3})\]\]")


def apart(shown: str) -> tuple[str, str]:
    """Return the task of a text with blanks, and the text: from the paragraph of the first one."""
    paragraphs = shown.split("\n\n")
    first = next((at for at, each in enumerate(paragraphs) if BLANK in each), 0)
    return "\n\n".join(paragraphs[:first]).strip() or ASK, "\n\n".join(paragraphs[first:])


def embedded(item: Item) -> Cloze:
    """Return a text whose gaps hold their answers."""
    raw = item.element.value("questiontext")
    gaps = [Gap.of(found) for found in GAP.finditer(raw)]
    if not gaps:
        raise Refused("there is no gap with an answer in its text")
    for gap in gaps:
        if gap.kind not in TYPED | PICKED:
            raise Refused(f"unsupported type of a gap: {gap.kind}")
    if len({gap.points for gap in gaps}) > 1:
        item.lost("that its blanks earn different points")
    ask, text = apart(item.laid_out(GAP.sub(BLANK, raw), item.form()))
    fields = {**item.common(), "ask": ask, "text": text}
    if all(gap.kind in PICKED for gap in gaps):
        return _with_bank(item, [_shown(item, gap) for gap in gaps], fields)
    return Cloze(blanks=tuple(_typed(item, gap) for gap in gaps), **fields)


def _shown(item: Item, gap: Gap) -> tuple[Alternative, ...]:
    """Return the answers of a gap without the HTML in them."""
    return tuple(
        replace(
            each,
            text=item.shown(each.text),
            feedback=item.shown(each.feedback),
        )
        for each in gap.alternatives
    )


def _typed(item: Item, gap: Gap) -> Blank:
    alternatives = _shown(item, gap)
    if gap.kind in OF_CASE:
        item.lost("that capital letters count")
    if gap.kind in PICKED:
        item.lost("the words to choose from in a blank")
    if gap.kind in NUMERIC:
        if any(":" in each.text for each in alternatives):
            item.lost("the tolerance of a number in a blank")
        alternatives = tuple(replace(each, text=each.text.split(":")[0]) for each in alternatives)
    accept, reject = sorted_out(item, alternatives)
    return Blank(accept=accept, reject=reject)


def _with_bank(item: Item, gaps: list[tuple[Alternative, ...]], fields: Mapping[str, Any]) -> Cloze:
    """Return a cloze with one word bank for all blanks."""
    fitting = {each.text for gap in gaps for each in gap if each.right}
    words: dict[str, Rejected] = {}
    for gap in gaps:
        for each in gap:
            if each.text not in fitting:
                words.setdefault(each.text, item.rejected(each.text, each.feedback))
    if any(set(words) - {each.text for each in gap} for gap in gaps):
        item.lost("that each blank has words of its own to choose from")
    if not words:
        item.lost("the words to choose from")
    blanks = tuple(_blank(item, gap, words) for gap in gaps)
    return Cloze(blanks=blanks, words=tuple(words.values()), **fields)


def _blank(item: Item, gap: tuple[Alternative, ...], words: Mapping[str, Rejected]) -> Blank:
    accept = tuple(each.text for each in gap if each.right)
    if not accept:
        raise Refused(NO_KEY)
    reject = []
    for each in gap:
        if each.right:
            if each.feedback:
                item.lost("what is said of a right answer")
        else:
            item.tell_weight(each)
            said = item.rejected(each.text, each.feedback)
            if each.feedback and said != words.get(each.text):
                reject.append(said)
    return Blank(accept=accept, reject=tuple(reject))


def missing_words(item: Item) -> Cloze:
    """Return a text whose gaps name the words that stand below it, in one word bank."""
    choices = item.element.all("selectoption") or item.element.all("dragbox")
    texts = [item.shown(choice.text) for choice in choices]
    shown = item.words(item.element.find("questiontext"))
    wanted = [int(found) - 1 for found in _MISSING.findall(shown)]
    if not wanted or not all(0 <= each < len(texts) for each in wanted):
        raise Refused("its gaps name no word" if wanted else "there is no gap in its text")
    if len({choice.value("group") for choice in choices}) > 1:
        item.lost("that each blank has words of its own to choose from")
    ask, text = apart(_MISSING.sub(BLANK, shown))
    right = [texts[each] for each in wanted]
    return Cloze(
        blanks=tuple(Blank(accept=(each,)) for each in right),
        words=tuple(Rejected(text=each, why=None) for each in texts if each not in right),
        **{**item.common(), "ask": ask, "text": text},
    )
