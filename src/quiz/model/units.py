"""Units, by the signs and names that people write for them."""

import re
import unicodedata

from quiz.model.spelling import american

_ALIKE = """
    kg kilogram kilo | g gram gm | mg milligram | μg ug mcg microgram | ng nanogram
    l liter | dl deciliter | ml milliliter cc | μl ul mcl microliter
    km kilometer | m meter | cm centimeter | mm millimeter | μm um micrometer micron
    in inch | ft foot feet | mi mile | lb pound | oz ounce
    s sec second | min minute | h hr hour | d day | wk week | mo month | y yr year
    c celsius celsiu centigrade | f fahrenheit | k kelvin
    percent pct | $ dollar usd | € euro eur | £ gbp
    mol mole | mmol millimole | μmol umol micromole | iu ui | kcal kilocalorie | cal calorie
    kj kilojoule | degree deg
    mmhg | bpm beat/min | hz hertz | time x | person people | child children
"""
_GROUPS = [group.split() for line in _ALIKE.strip().splitlines() for group in line.split(" | ")]
_ONE = {name: group[0] for group in _GROUPS for name in group}
_PHRASES = {
    "mm hg": "mmhg",
    "millimeter of mercury": "mmhg",
    "international unit": "iu",
    "us dollar": "$",
    "year old": "y",
    "year of age": "y",
}
_PER = r"\s*(?:/|\bper\b|\ban?\b)\s*"
_MOST_WORDS = 4
_HISSED = ("sses", "ches", "shes", "xes")


def unit(text: str) -> str:
    """Return one form for all ways in which a unit is written: µg, mcg and micrograms are one."""
    for sign, name in (("°", " degree "), ("º", " degree "), ("%", " percent "), ("×", "x")):
        text = text.replace(sign, name)
    text = unicodedata.normalize("NFKC", text).casefold().replace("per cent", "percent")
    whole = "/".join(map(_part, re.split(_PER, text.strip())))
    return _ONE.get(whole, whole)


def same_unit(one: str, other: str) -> bool:
    """Return whether two units in one form are the same; degrees alone may be of either scale."""
    return one == other or {one, other} in ({"degree", "c"}, {"degree", "f"})


def is_known(text: str) -> bool:
    """Return whether a text is a unit of measure."""
    return all(part in _ONE for part in unit(text).split("/"))


def leading_unit(text: str) -> str | None:
    """Return the unit of measure with which a text begins, as long as it can be; else None."""
    words = text.split()[:_MOST_WORDS]
    starts = (" ".join(words[:end]).rstrip(".,;:!?)") for end in range(len(words), 0, -1))
    return next(filter(is_known, starts), None)


def _part(text: str) -> str:
    words = [_singular(american(word)) for word in text.replace(".", " ").split()]
    measured = [word for word in words if word not in {"degree", "deg"}]
    phrase = " ".join(measured or words)
    phrase = _PHRASES.get(phrase, phrase)
    return _ONE.get(phrase, phrase)


def _singular(word: str) -> str:
    for plural, singular in (("ies", "y"), *((end, end[:-2]) for end in _HISSED), ("ss", "ss")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word.removesuffix("s") if len(word) > 1 else word
