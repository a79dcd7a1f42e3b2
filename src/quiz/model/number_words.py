"""Number words made digits."""

import re

UNITS, TEENS, TENS = map(
    str.split,
    (
        "one two three four five six seven eight nine",
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
    ),
)
SCALES = {
    "billion": 10**9,
    "million": 10**6,
    "thousand": 10**3,
    "hundred": 10**2,
}
VALUES = {
    "zero": 0,
    **{word: value for value, word in enumerate([*UNITS, *TEENS], start=1)},
    **{word: 10 * value for value, word in enumerate(TENS, start=2)},
}


def _one_of(words: list[str]) -> str:
    return f"(?:(?:{'|'.join(words)}) )"


# every pattern takes the space behind each of its words with it; compiling them takes 10 ms and
# is left to their first use
_UNIT, _TEEN, _TEN = _one_of(UNITS), _one_of(TEENS), _one_of(TENS)
_BELOW_100 = f"(?:{_TEN}{_UNIT}?|{_TEEN}|{_UNIT})"
_BELOW_1000 = f"(?:{_BELOW_100}?hundred (?:(?:and )?{_BELOW_100}(?!hundred ))?|{_BELOW_100})"
_SCALED = "".join(
    f"(?:{_BELOW_1000}?{scale} (?:and (?={_BELOW_100}))?)?" for scale in list(SCALES)[:3]
)
_YEAR = f"(?P<century>{_TEEN}|twenty )(?P<year>{_TEN}{_UNIT}?|{_TEEN})"
_IN_WORDS = rf"(?<!\S)(?:{_YEAR}|zero |{_SCALED}{_BELOW_1000}?)"
_HALF_IN_WORDS = rf"(?<!\S)([0-9]{{1,12}})(?:\.([0-9]{{1,2}}))? ({'|'.join(SCALES)})(?!\S)"
_NUMBER_WORDS = VALUES.keys() | SCALES.keys()


def with_digits(text: str) -> str:
    """Return a text with its number words as digits; it has one space between two words.

    "two hundred and five" becomes 205 and "1.5 million" 1500000. Two numbers below a hundred that
    make a year are one: "nineteen ninety nine" becomes 1999.
    """
    if _NUMBER_WORDS.isdisjoint(text.split()):
        return text
    text = re.sub(_HALF_IN_WORDS, _scaled, text)
    return re.sub(_IN_WORDS, _counted, f"{text} ").removesuffix(" ")


def _scaled(found: re.Match[str]) -> str:
    whole, hundredths, scale = found.groups("")
    return str(int(whole + hundredths.ljust(2, "0")) * SCALES[scale] // 100)


def _counted(found: re.Match[str]) -> str:
    if not found[0]:
        return ""
    if found["year"]:
        return f"{_value(found['century']) * 100 + _value(found['year'])} "
    return f"{_value(found[0])} "


def _value(text: str) -> int:
    total = current = 0
    for word in text.split():
        if word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES:
            total, current = total + max(current, 1) * SCALES[word], 0
        elif word != "and":
            current += VALUES[word]
    return total + current
