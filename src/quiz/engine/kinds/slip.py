"""One slip of the keys, and what looks like one but makes another word."""

from quiz.model.letters import bare

_SHORTEST = 6
"""Letters of a word in which a slip can be told from another word."""
_OTHER_WORDS = tuple(
    tuple(pair.split("/"))
    for pair in str.split(
        "abduct/adduct afferent/efferent anuresis/enuresis ase/ose chlorate/chlorite "
        "chloride/chlorite dysphagia/dysphasia ethan/methan ethyl/methyl ileum/ilium "
        "insulin/inulin nitrate/nitrite nitride/nitrite perineal/peroneal phosphate/phosphite "
        "prostate/prostrate silicon/silicone sulfate/sulfite sulfide/sulfite"
    )
)
"""Parts of words that make another word of medicine or chemistry when one letter changes."""


def slip(given: str, right: str) -> str | None:
    """Return the word of a normal form that is one slip from the right one; None where none is.

    A slip is a letter too many, too few or another one, or two that changed places, in one word of
    6 letters or more; or an accent that makes a letter of its own in the language. Texts that also
    differ in their spaces are taken as one word each.
    """
    if given == right:
        return None
    if bare(given) == bare(right):
        return given
    ours, theirs = given.split(), right.split()
    if len(ours) != len(theirs):
        if {*ours} <= {*theirs} or {*theirs} <= {*ours}:
            return None  # a word too many is no slip: hepatitis, hepatitis A
        ours, theirs = ["".join(ours)], ["".join(theirs)]
    different = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
    return different[0][0] if len(different) == 1 and _is_slip(*different[0]) else None


def _is_slip(ours: str, theirs: str) -> bool:
    if len(theirs) < _SHORTEST or not (ours.isalpha() and theirs.isalpha()):
        return False
    if abs(len(ours) - len(theirs)) > 1 or _is_other_word(ours, theirs):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(ours, theirs, score_cutoff=1) == 1


def _is_other_word(ours: str, theirs: str) -> bool:
    """Return whether the letter in which two words differ makes another word: typical, atypical."""
    if ours == f"a{theirs}" or theirs == f"a{ours}":
        return True
    return any(
        ours.replace(one, two) == theirs or theirs.replace(one, two) == ours
        for one, two in _OTHER_WORDS
    )
