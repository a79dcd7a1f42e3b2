"""Gaps within a text, as Moodle embeds them: `{1:SHORTANSWER:=soap#Right.~sand#No.}`.

Source: `qtype_multianswer_extract_question` in Moodle's question/type/multianswer.
"""

import re

from quiz.exchange.item import Answer, Gap, Refused

GAP = re.compile(r"\{(\d{0,6}):([A-Z_]{2,20}):((?:\\.|[^\\{}]|\{(?!\d{0,6}:[A-Z]))+)\}", re.DOTALL)
_TYPED = frozenset({"SHORTANSWER", "SA", "MW"})
_OF_CASE = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_NUMERIC = frozenset({"NUMERICAL", "NM"})
_PICKED = re.compile(r"(?:MULTICHOICE|MC)(?:_?(?:V|H|S|VS|HS))?")
_PART = re.compile(r"(?:\\.|[^\\~]|(?<=&)~)+", re.DOTALL)
_WEIGHT = re.compile(r"=|%(-?\d+(?:[.,]\d*)?)%")
_FEEDBACK = re.compile(r"(?<![\\&])#")
_ESCAPED = re.compile(r"\\([}{~#/\"\\=])")
_SPECIAL = re.compile(r"[&<>~#{}=%\\\"/]")


def gap_of(found: re.Match[str], lost: list[str]) -> Gap:
    """Return the gap that `GAP` found; its texts may be HTML.

    Raises:
        Refused: it is of a type that is none of ours.
    """
    kind = found[2]
    picked = bool(_PICKED.fullmatch(kind))
    if not picked and kind not in _TYPED | _OF_CASE | _NUMERIC:
        raise Refused(f"unsupported type of a gap: {kind}")
    if kind in _OF_CASE:
        lost.append("that capital letters count")
    answers = [_answer(part[0]) for part in _PART.finditer(found[3])]
    if kind in _NUMERIC:
        for each in answers:
            each.text, tolerance, _ = each.text.partition(":")
            lost += ["the tolerance of a number in a blank"] if tolerance else []
    return Gap(answers=[each for each in answers if each.text], picked=picked)


def _answer(part: str) -> Answer:
    mark = _WEIGHT.match(part.strip())
    share = float((mark[1] or "100").replace(",", ".")) if mark else 0.0
    text, *feedback = _FEEDBACK.split(part.strip()[mark.end() if mark else 0 :], maxsplit=1)
    return Answer(text=_bare(text), share=share, feedback=_bare("".join(feedback)))


def _bare(text: str) -> str:
    return _ESCAPED.sub(r"\1", text).strip()


def written(gap: Gap) -> str:
    """Return a gap as Moodle reads it, in plain text: what means something is an entity."""
    parts = (
        f"{'=' if each.share else ''}{_entities(each.text)}"
        + (f"#{_entities(each.feedback)}" if each.feedback else "")
        for each in gap.answers
    )
    kind = "MULTICHOICE" if gap.picked else "SHORTANSWER"
    return f"{{1:{kind}:{'~'.join(parts)}}}"


def _entities(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
