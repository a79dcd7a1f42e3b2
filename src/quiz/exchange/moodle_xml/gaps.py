"""Gaps within a text, as Moodle embeds them: `{1:SHORTANSWER:=soap#Right.~sand#No.}`.

Source: `qtype_multianswer_extract_question` in Moodle's question/type/multianswer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quiz.exchange.moodle_xml.item import Alternative

TYPED = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC", "NUMERICAL", "NM"})
"""Gaps to type into."""
OF_CASE = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
"""Those in which capital letters count."""
NUMERIC = frozenset({"NUMERICAL", "NM"})
"""Those for numbers."""
PICKED = frozenset(
    f"{name}{how}" for name in ("MULTICHOICE", "MC") for how in ("", "_V", "_H", "_S", "_VS", "_HS")
) | {"MCV", "MCH", "MCS", "MCVS", "MCHS"}
"""Gaps with words to pick one of."""
GAP = re.compile(r"\{(\d{0,6}):([A-Z_]{2,20}):((?:\\.|[^\\{}]|\{(?!\d{0,6}:[A-Z]))+)\}", re.DOTALL)
_PART = re.compile(r"(?:\\.|[^\\~]|(?<=&)~)+", re.DOTALL)
_WEIGHT = re.compile(r"=|%(-?\d+(?:[.,]\d*)?)%")
_FEEDBACK = re.compile(r"(?<![\\&])#")
_ESCAPED = re.compile(r"\\([}{~#/\"\\=])")
_SPECIAL = re.compile(r"[&<>~#{}=%\\\"/]")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with its answers."""

    kind: str
    points: int
    alternatives: tuple[Alternative, ...]

    @classmethod
    def of(cls, found: re.Match[str]) -> Gap:
        """Return the gap that `GAP` found."""
        parts = (_alternative(part[0]) for part in _PART.finditer(found[3]))
        return cls(found[2], int(found[1] or 1), tuple(part for part in parts if part.text))


def _alternative(part: str) -> Alternative:
    weight = 0.0
    mark = _WEIGHT.match(part.strip())
    if mark:
        weight = 100.0 if mark[1] is None else float(mark[1].replace(",", "."))
        part = part.strip()[mark.end() :]
    text, *feedback = _FEEDBACK.split(part, maxsplit=1)
    return Alternative(_bare(text), weight, _bare("".join(feedback)))


def _bare(text: str) -> str:
    return _ESCAPED.sub(r"\1", text).strip()


def written(kind: str, alternatives: Iterable[Alternative]) -> str:
    """Return a gap as Moodle reads it, in plain text: what means something is an entity."""
    parts = (
        f"{'=' if each.weight == 100 else ''}{_entities(each.text)}"
        + (f"#{_entities(each.feedback)}" if each.feedback else "")
        for each in alternatives
    )
    return f"{{1:{kind}:{'~'.join(parts)}}}"


def _entities(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
