"""Words that stigmatise people, and better ones."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quiz.check.context import QuizContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import rule
from quiz.model.problem import ValuePath
from quiz.model.span import Span

_SUBSTANCES = (
    r"(?:substances?|drugs?|alcohol|opioids?|opiates?|ketamine|cannabis|marijuana|cocaine|heroin"
    r"|tobacco|nicotine|inhalants?|stimulants?|steroids?|medicines?|medications?|pills?"
    r"|painkillers?|prescriptions?|solvents?|polysubstance|meth|methamphetamines?|amphetamines?"
    r"|crack|ecstasy|fentanyl)"
)
_ILLNESSES = (
    r"(?:depression|depressive|anxiety|schizophrenia|bipolar|psychosis|ptsd|post-traumatic|ocd"
    r"|obsessive|addiction|mental|dementia|anorexia|bulimia|eating disorders?|adhd|autism"
    r"|alcoholism|(?:substance|alcohol|opioid|drug) use disorders?|personality disorders?)"
)
_VERB = r"(?=\s*(?:$|[.,;:?!)]|(?:who|is|was|may|can|will|has|and|or|in|at)\b))"


class Wording(NamedTuple):
    """A wording that stigmatises."""

    pattern: str
    """What finds it."""
    better: str
    """What to write instead."""


WORDINGS = (
    Wording(
        r"(?:addicted|drug|crack|ice|meth|heroin) bab(?:y|ies)|bab(?:y|ies) (?:who (?:is|are|was"
        r"|were) )?born addicted",
        "baby born to a mother who used drugs",
    ),
    Wording(
        r"(?:reformed|recovering|former|ex)[ -](?:drug )?(?:addict|alcoholic|junkie|user)s?",
        "person in recovery",
    ),
    Wording(
        r"(?:opioid|opiate|drug|methadone) (?:substitution|replacement)(?: (?:therapy|treatment))?",
        "medication for opioid use disorder",
    ),
    Wording(
        rf"{_SUBSTANCES}(?: and {_SUBSTANCES})?[ -]abus(?:ers?|ing)"
        rf"|abusers? of {_SUBSTANCES}",
        "person with a substance use disorder",
    ),
    Wording(
        rf"(?:{_SUBSTANCES} (?:and|or) )?{_SUBSTANCES}[ -]abuse|drugs? of abuse"
        rf"|abus(?:e|es|ed|ing)(?: of)? (?:\w+ )?{_SUBSTANCES}",
        "use, misuse or substance use disorder",
    ),
    Wording(
        r"(?:successful|unsuccessful|failed|completed|botched) suicides?(?: attempts?)?"
        r"|suicide (?:was|is) (?:successful|unsuccessful)",
        "died by suicide, or attempted suicide",
    ),
    Wording(
        r"(?:commit(?:s|ted|ting)?|complete[sd]?|succeed(?:s|ed)? (?:in|at)) suicide",
        "died by suicide",
    ),
    Wording(
        rf"suffer(?:s|ed|ing|ers?)?(?: (?:from|of|with))? (?:\w+ ){{0,2}}?{_ILLNESSES}",
        "has, or lives with",
    ),
    Wording(
        rf"(?:victims?|afflicted|stricken) (?:of|with|by) (?:\w+ ){{0,2}}?{_ILLNESSES}"
        rf"|{_ILLNESSES} (?:victims?|sufferers?)",
        "person with the illness",
    ),
    Wording(
        r"(?:the )?mentally ill(?! health)|the mentally (?:disabled|disturbed)",
        "person with a mental illness",
    ),
    Wording(
        rf"schizophrenics|schizos?|a schizophrenic{_VERB}|(?:depressives|bipolars|psychotics"
        r"|anorexics|borderlines)",
        "person with the illness",
    ),
    Wording(
        r"crazy|lunatics?|insane|psychos?(?![\w-])|deranged|maniacs?|madm[ae]n|nutcases?|psycho"
        r"path(?:s)?(?! test)",
        "person with a mental illness, or name the behaviour",
    ),
    Wording(
        r"(?:drug |dope |heroin |crack |pill |coke )?addicts?(?!ion|ive|ed)|junk(?:ies?|y)"
        r"|crackheads?|potheads?|stoners?|druggies?|dope fiends?|tweakers?",
        "person with addiction",
    ),
    Wording(
        rf"alcoholics(?! anonymous)|(?:an|the) alcoholic{_VERB}|(?:an?|the|old|town) drunks?{_VERB}"
        r"|drunkards?|winos?",
        "person with alcohol use disorder",
    ),
    Wording(
        rf"{_SUBSTANCES}[ -]users?|(?:iv|injecting|intravenous) users?|recreational users?",
        "person who uses drugs",
    ),
    Wording(
        rf"{_SUBSTANCES} habits?|kick(?:ed|ing|s)? the habit|(?:dirty|used) needles?(?! exchange)",
        "addiction, or name the use",
    ),
    Wording(
        r"dirty (?:urine|test|tests|screen|sample|result)s?|(?:urine|test|sample|result)s? "
        r"(?:was|were|came back|is) dirty",
        "tested positive",
    ),
    Wording(
        r"clean (?:and sober|urine|drug (?:test|screen)|test result)"
        r"|(?:stay(?:s|ed|ing)?|get(?:s|ting)?|got|been|becom(?:e|es|ing)|became|kept) clean"
        r"(?=\s*(?:$|[.,;:?!)]|(?:for|since|from|after|of|again|and|\d+)\b))"
        r"|(?:urine|test|sample|result)s? (?:was|were|came back|is) clean",
        "in recovery, or tested negative",
    ),
)
"""The wordings, longest first, after NIDA's Words Matter and the guidelines on suicide."""

_ANY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'({each.pattern})' for each in WORDINGS)})(?![\w-])", re.IGNORECASE
)
_HINTS_LISTED = (
    "abus addict bab suicid suffer victim afflict stricken mentally schizo depressives bipolars "
    "psycho anorexics borderlines crazy lunatic insane deranged maniac madm nutcase junk head "
    "stoner drugg dope tweaker alcoholic drunk wino user habit needle dirty clean "
    "substitution replacement"
)
_HINTS = tuple(_HINTS_LISTED.split())
"""One of these stands in every such wording: most texts have none, and are done with quickly."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<!\w)[‘'][^’']+[’'](?!\w)")


class Stigma(NamedTuple):
    """A place where a text stigmatises."""

    span: Span
    """Where the words stand."""
    better: str
    """What to write instead."""


def stigmas(text: str) -> list[Stigma]:
    """Return where the text stigmatises, outside of quotations and names of institutions."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return []
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    return [
        Stigma(Span(*found.span()), WORDINGS[(found.lastindex or 1) - 1].better)
        for found in _ANY.finditer(text)
        if not any(start < found.start() < end for start, end in quoted)
        and not _is_named(text, found)
    ]


_BEFORE = re.compile(r"[A-Z][\w-]*\s+(?:(?:on|of|for|and|in|the|&)\s+)*$")
_AFTER = re.compile(r"\s+(?:(?:on|of|for|and|in|the|&)\s+)*[A-Z]")


def _is_named(text: str, found: re.Match[str]) -> bool:
    """Return whether the words stand in a name: capitals in them, and beside them."""
    if not all(word[:1].isupper() for word in found[0].split()):
        return False
    before = _BEFORE.search(text[: found.start()])
    return bool(before or _AFTER.match(text[found.end() :]))


@rule("stigma", Level.WARNING, english=True)
def stigma(context: QuizContext) -> Iterator[Violation]:
    """A wording that stigmatises people with an illness or an addiction.

    ## Why it matters

    Such words make readers think worse of people, and keep people from seeking help.

    Source: NIDA, Words Matter; reporting guidelines on suicide (WHO)

    ## How to mend it

    Name the person first, and then the illness; the message says how.

    Weak:

    ```yaml
    kind: choice
    ask: Who reacted?
    options:
    - {text: People, correct: true}
    - {text: Drug addicts}
    - {text: Vets}
    ```

    Better:

    ```yaml
    kind: choice
    ask: Who reacted?
    options:
    - {text: People, correct: true}
    - {text: People with an addiction}
    - {text: Vets}
    ```

    ## Known traps

    Quotations and names such as National Institute on Drug Abuse are exempt, and so is what a
    learner may type. “Clean” of a wound, “alcoholic drinks”, “child abuse”, “crash victims” and
    “suffers from a cough” are left alone.
    """
    for path, text in context.prose:
        yield from _marks(path, text)
    for item in context.items:
        for path, text in item.prose:
            if "reject" not in path or path[-1] == "why":
                yield from _marks(path, text)


def _marks(path: ValuePath, text: str) -> Iterator[Violation]:
    for found in stigmas(text):
        words = text[found.span.start : found.span.end]
        yield Violation(path, f"“{words}” stigmatises: write “{found.better}”.", found.span)
