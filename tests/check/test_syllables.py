"""Syllables, counted as a dictionary divides the words."""

import pytest

from quiz.check.syllables import EXCEPTIONS, by_rule, syllables

SAID = {
    1: "aids brain calm care cells cough dose drugs eased eye felt flu friends health heart "
    "help high hurt mixed pain patch pulse rash risk scale scared shame sleep stroke tongue "
    "tried used vets weighed whole stores scores shares guide square fierce pierced priests "
    "cool cooked scooped they way may day george",
    2: "anger anxious approved asthma awake being better body breathing bruises cancer caring "
    "causes centre clinic codeine cocaine detached disease doctor evening feeling fever "
    "fluid friendly handled harmful healthcare hundred label lifestyle mental mixes "
    "morphine muscles naive nervous nursing patients people poison relief safely safety "
    "science seizure someone something sometimes spinal stigma stomach substance sugar "
    "surgeon symptoms syndrome tablet tension thyroid treated treatments tumor vomit "
    "movement statement features pictures measures matches inches wishes branches even ever "
    "event cooking cookies having language guidance knowledge dismissed plasma jasmine "
    "rhythm always away money penguins request sequence",
    3: "addiction alcohol animals approval area aspirin awareness benefit cannabis chemistry "
    "creation depression diabetes edema evidence general glutamate glutamine heroin "
    "hormonal hospital idea injection insulin ketamine lithium medicine memory methadone "
    "naloxone nausea nicotine opiate opioid overdose pharmacist physician placebo "
    "prescription prevention propofol psychosis reaction recreate sedation serious "
    "sertraline specialist Spravato surgery therapy tolerance treatable urinate valium "
    "vitamin withdrawal Wellbutrin president residents management everything relying "
    "quality annual requested achievement alliance italian civilian earlier easier carrier "
    "barrier behavior behaviours frequently moreover virtuous thievery",
    4: "ability cannabinoid amphetamine anesthetic anaesthetic anemia anxiety arrhythmia "
    "biology bupropion cholesterol dehydrated diabetic diarrhea diazepam epidemic "
    "esketamine euphoria experience fluoxetine hypertension ibuprofen immediate ingredient "
    "insomnia leukemia mechanism medication midazolam obesity oxycodone particular "
    "pediatric psychiatric psychiatry psychology radiation recovery recreation serotonin "
    "society variety reliable january situation february consequences residential geography "
    "annoyingly geometry continuous ambiguous algorithm charismatic",
    5: "individual liability antidepressant atorvastatin dissociation methamphetamine "
    "neurotransmitter paracetamol physiology psychological schizophrenia",
    6: "acetaminophen benzodiazepine cardiovascular radiotherapy rehabilitation",
}


@pytest.mark.parametrize("said", SAID)
def test_health_words(said: int) -> None:
    words = SAID[said].split()
    assert {word: syllables(word) for word in words} == dict.fromkeys(words, said)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("FDA", 3),
        ("US", 2),
        ("us", 1),
        ("ADHD", 4),
        ("KETAMINE", 3),
        ("DRUGS", 1),
        ("2019", 4),
        ("half-life", 2),
        ("long-term", 2),
        ("24-hour", 3),
        ("MRI-guided", 5),
        ("and/or", 2),
        ("doctor's", 2),
        ("doctor\N{RIGHT SINGLE QUOTATION MARK}s", 2),
        ("placebos", 3),
        ("placebo's", 3),
        ("ketamine's", 3),
        ("disease's", 3),
        ("doesn't", 2),
        ("didn\N{RIGHT SINGLE QUOTATION MARK}t", 2),
        ("can't", 1),
        ("rhythm", 2),
        ("hmm", 1),
        ("-", 1),
        ("", 1),
    ],
)
def test_what_is_no_plain_word(word: str, said: int) -> None:
    assert syllables(word) == said


def test_the_table_holds_only_what_the_rule_gets_wrong() -> None:
    assert {word: syllables(word) for word in EXCEPTIONS} == EXCEPTIONS
    assert [word for word, said in EXCEPTIONS.items() if by_rule(word) == said] == []
