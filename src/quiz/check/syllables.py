"""How many syllables an English word has: a rule by its spelling, and a table for the rest."""

import re
from functools import lru_cache

EXCEPTIONS = {
    word: count
    for count, words in {
        1: "braille eye pier",
        2: "business cement conscience cooper creature dr elsewhere evening friendlier hatred "
        "hundred kindred maybe mr mrs naive naked rely ryan sacred soldier someday someone timeout "
        "transient wednesday wicked",
        3: "alias apache area beforehand coincide genuine heroin increment linear mosaic nausea "
        "placebo pneumonia realize recipe stereo theater theatre",
        4: "apostrophe caesarean catastrophe coefficient diarrhea diarrhoea etc fluoxetine "
        "marijuana quetiapine reiterate",
        5: "enthusiastic",
    }.items()
    for word in words.split()
}
"""Words that the rule would miscount."""

_VOWELS = re.compile(r"[aeiouy]+")

_SILENT = re.compile(
    r"^(?:base|care|code|false|fore|frame|gate|guide|here|home|house|life|like|name|note|pipe|place"
    r"|side|some|there|time|trade|type|use|where|whole)(?=[bcfghjklmnptwz]|s\w)"  # some-thing
    r"|^eve(?=ry)|[^aeiouyl]e(?=ful|less|ness|(?:ly|ments?|some|ty)$)"  # safe-ly, move-ment
    r"|(?:[^aeiouylr]|[^bct]r|[aeiouywr]l)e$"  # use, while; not ta-ble, cen-tre
    r"|[^aeioudtl]ed$|[aeiouywrl]led$"  # eased, called; not treat-ed, hand-led
    r"|(?:[^aeioucghlrsxz]|[^bct]r|[^cstx]h|[aeiouywr]l)es$"  # takes; not us-es, ta-bles
    r"|[aeioun][gq]ue[ds]?$"  # vague, tech-nique
    r"|ic(?=ally)|havi(?=ou?r)"  # med-ic-ally, be-hav-ior
)
"""A vowel that is written and not said."""

_SPLIT = re.compile(
    r"[^cglqst]i(?=a(?!ge))|li(?=a[bns](?!s?$))|[ct]i(?=at(?!iv))"  # me-dia, so-ci-ate
    r"|[^cgqst]i(?=um|us)"  # cal-ci-um
    r"|[^cghlnstx]i(?=o)|(?<=[clnst])i(?=o(?![nru]))"  # ra-dio, ser-ious; not act-ion
    r"|[^cgntx]i(?=en(?!d)|ers?$|est$)|i(?=et)|sci(?=en)"  # cli-ent, heav-i-er, di-et
    r"|[^gq]u(?=a|e[ln])|[^q]u(?=ou)"  # us-u-al, flu-ent, ambig-u-ous
    r"|[^gpr]e(?=o)|^ge(?=o(?!r))|cre(?=a[^mks])|ide(?=a)|ee(?=a)"  # vi-de-o, cre-ate, i-de-a
    r"|^re(?=o|u|act|app|ass|in[cfstv])|^coo(?=pe|rd)"  # re-act, co-op-er-ate
    r"|[aeiouy](?=ing)|y(?=one)|[aeou]y(?=[aeo])"  # be-ing, an-y-one, loy-al
    r"|[ia]s(?=ms?$)|(?<=th)m(?=s?$)|[ds](?=n't)"  # is-m, rhyth-m, did-n't
    r"|(?<=[^q]u)i(?=d$|n$|t[iy]|ci)"  # flu-id, su-i-cide
)
"""Where a group of vowel letters is said as two, or a vowel that is not written is said."""

_JOINT = re.compile(r"[-\u2010-\u2015/]")


def syllables(word: str) -> int:
    """Return the number of syllables of a word, one or more.

    Short words in capitals, such as FDA, are said letter by letter, and figures count one
    syllable a digit, which is near to how they are read out.
    """
    return sum(_part(part) for part in _JOINT.split(word.replace("\u2019", "'")) if part) or 1


@lru_cache(maxsize=8192)
def _part(part: str) -> int:
    digits = sum(map(str.isdecimal, part))
    if digits or (part.isupper() and 2 <= len(part) <= 4):
        return digits or len(part)
    word = part.lower()
    for known in (word, word.removesuffix("'s"), word.removesuffix("s")):
        if known in EXCEPTIONS:
            return EXCEPTIONS[known]
    return by_rule(word)


def by_rule(word: str) -> int:
    """Return what the spelling alone says of a word in small letters, one or more."""
    plain = word.replace("'s", "s")
    silent, split = len(_SILENT.findall(plain)), len(_SPLIT.findall(plain))
    return max(1, len(_VOWELS.findall(plain)) - silent + split)
