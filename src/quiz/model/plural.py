"""Singular and plural: which words are the same but for their number."""

from quiz.model.language import is_english

_OTHER_WORDS = frozenset(
    str.split(
        "aids always besides caries chills contents customs diabetes economics ethics genetics "
        "genomics glasses goods herpes hives kinetics lens logistics mathematics means measles "
        "mechanics mrs mumps news obstetrics optics orthopedics pediatrics pharmacokinetics "
        "perhaps physics politics proteomics rabies remains rickets scabies series shingles "
        "sometimes species spectacles statistics therapeutics woods"
    )
)
"""Words that end like plurals, but are another word than the rest, or none without the ending."""

_ODD = (
    ("is", "es"),
    ("um", "a"),
    ("on", "a"),
    ("us", "i"),
    ("a", "ae"),
    ("ix", "ices"),
    ("ex", "ices"),
    ("f", "ves"),
    ("fe", "ves"),
    ("man", "men"),
    ("child", "children"),
    ("tooth", "teeth"),
    ("foot", "feet"),
    ("mouse", "mice"),
    ("person", "people"),
)
"""Endings of the singular and the plural of English words that have no -s."""


def is_plain_plural(many: str, one: str) -> bool:
    """Return whether an English word in small letters is another one with -s, -es or -ies."""
    if len(one) < 3 or not one.isalpha() or many in _OTHER_WORDS:
        return False
    if many == one + "s":
        return not one.endswith(("s", "u")) and not (one.endswith("i") and len(one) > 4)
    if many == one + "es":
        return one.endswith(("s", "x", "z", "ch", "sh", "o"))
    return many == one[:-1] + "ies" and one[-1] == "y" and one[-2] not in "aeiou"


def may_be_plural(many: str, one: str, language: str) -> bool:
    """Return whether a word may be the plural of another one, by endings that prove little."""
    if not (one.isalpha() and many.isalpha()):
        return False
    if is_english(language):
        return any(
            (one.endswith(single) and many == one.removesuffix(single) + plural and many != plural)
            or (one, many) == (single, plural)
            for single, plural in _ODD
        )
    return _other_ending(one, many)


def _other_ending(one: str, many: str) -> bool:
    """Return whether two words differ in at most two letters added, or in their last vowel."""
    if len(one) < 3:
        return False
    added = many.removeprefix(one)
    vowels = one[:-1] == many[:-1] and {one[-1], many[-1]} <= set("aeio")
    return (many.startswith(one) and 0 < len(added) <= 2) or (vowels and one != many)
