"""British and American spelling made one.

What changes is named, part by part: "our" to "or" alone would make "for" of "four".
"""

import re
from functools import lru_cache


def _pairs(text: str) -> dict[str, str]:
    return {before: after for before, _, after in (pair.partition("/") for pair in text.split())}


_WORDS = _pairs("""
    ageing/aging aluminium/aluminum artefact/artifact artefacts/artifacts draught/draft grey/gray
    haem/heme judgement/judgment judgements/judgments learnt/learned mould/mold moulds/molds
    mouldy/moldy yoghurt/yogurt
""")
"""Whole words."""

_PARTS = _pairs("""
    aesth/esth aemi/emi haem/hem paed/ped faeca/feca faece/fece gynaec/gynec caecum/cecum
    caecal/cecal caesar/cesar caesi/cesi aetiol/etiol
    oestr/estr oedem/edem oesoph/esoph foet/fet rrhoe/rrhe pnoe/pne coelia/celia amoeb/ameb
    homoeo/homeo manoeuvre/maneuver manoeuvr/maneuver
    armour/armor behaviour/behavior clamour/clamor colour/color endeavour/endeavor favour/favor
    fervour/fervor flavour/flavor harbour/harbor honour/honor humour/humor labour/labor
    neighbour/neighbor odour/odor rancour/rancor rigour/rigor rumour/rumor saviour/savior
    savour/savor splendour/splendor tumour/tumor valour/valor vapour/vapor vigour/vigor
    centred/centered fibre/fiber practise/practice practisi/practici leucocyt/leukocyt
    sceptic/skeptic sulph/sulf tranquill/tranquil skillful/skilful willful/wilful
""")
"""Parts that change wherever they stand in a word."""

_PART = "|".join(sorted(_PARTS, key=len, reverse=True))

_ENDINGS = tuple(
    (sign, f"({before}){british}({after})$", rf"\1{american}\2")
    for sign, before, british, after, american in (
        # centre, millimetre; defence, licence
        ("re", "calib|cent|goit|lit|lust|meag|met|somb|spect|theat|tit", "re", "s?", "er"),
        ("ence", "def|lic|off|pret", "ence", "[sd]?", "ense"),
        # organise, immunisation, but not "rise" or "prise"; analyse, paralysed
        ("is", "[a-z]{3}", "is", "e|ed|es|er|ers|ing|able|ations?", "iz"),
        ("lys", "[a-z]ly", "s", "e|ed|er|ers|ing", "z"),
        # dialogue, analogue; programme, kilogramme
        ("logue", "[ao]log", "ue", "s?", ""),
        ("gramme", "gram", "me", "s?", ""),
        # cancelled, counsellor, marvellous
        ("ll", "cancel|channel|counsel|dial|fuel|label|level", "l", "ed|ing|ers?|ors?", ""),
        ("ll", "marvel|model|signal|total|travel|tunnel", "l", "ed|ing|ers?|ous", ""),
        # an American doubles these: enroll, fulfillment
        ("ll", "enrol|fulfil|distil|instil", "l", "s?|ments?", ""),
        ("ll", "instal", "l", "ments?", ""),
    )
)
"""Endings: a sign of each, the stems that it may follow, and what may stand behind it.

Few words have one of the signs, and so most patterns never have to be compiled.
"""


@lru_cache(maxsize=4096)
def american(word: str) -> str:
    """Return a word in small letters in one spelling for British and American writers.

    A word that both write alike may change too ("promise"); no two words become one by that.
    """
    if word in _WORDS:
        return _WORDS[word]
    if any(part in word for part in _PARTS):
        word = re.sub(_PART, lambda part: _PARTS[part[0]], word)
    for sign, pattern, replacement in _ENDINGS:
        if sign in word:
            word = re.sub(pattern, replacement, word)
    return word
