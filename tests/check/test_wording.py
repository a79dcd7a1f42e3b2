import pytest

from quiz.check.wording import WORDINGS, stigmas
from tests.check.build import PASSAGE, choice, found, words


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Drug abuse is common.", "Drug abuse"),
        ("A meth user came in.", "meth user"),
        ("She was a drunk.", "a drunk"),
        ("He claimed substance abuse.", "substance abuse"),
        ("People who abuse ketamine", "abuse ketamine"),
        ("It is a drug of abuse.", "drug of abuse"),
        ("a drug abuser", "drug abuser"),
        ("Some addicts take more.", "addicts"),
        ("a heroin addict", "heroin addict"),
        ("a former addict", "former addict"),
        ("junkies", "junkies"),
        ("He committed suicide.", "committed suicide"),
        ("a failed suicide attempt", "failed suicide attempt"),
        ("a successful suicide", "successful suicide"),
        ("She suffers from depression.", "suffers from depression"),
        ("people suffering from severe depression", "suffering from severe depression"),
        ("victims of addiction", "victims of addiction"),
        ("the mentally ill", "the mentally ill"),
        ("mentally ill people", "mentally ill"),
        ("schizophrenics", "schizophrenics"),
        ("That is crazy.", "crazy"),
        ("alcoholics", "alcoholics"),
        ("He is an alcoholic.", "an alcoholic"),
        ("drug users", "drug users"),
        ("a drug habit", "drug habit"),
        ("a dirty urine test", "dirty urine"),
        ("He has been clean for two years.", "been clean"),
        ("She is clean and sober.", "clean and sober"),
        ("Her test was dirty.", "test was dirty"),
        ("opioid substitution therapy", "opioid substitution therapy"),
        ("an addicted baby", "addicted baby"),
        ("Drug Abuse is common.", "Drug Abuse"),
    ],
)
def test_words_that_stigmatise(text: str, hit: str) -> None:
    (found_,) = stigmas(text)
    assert text[found_.span.start : found_.span.end] == hit


@pytest.mark.parametrize(
    "text",
    [
        "A person with an addiction",
        "The drunk sailor sang.",
        "They got drunk on a holiday.",
        "It can be addictive.",
        "people who are addicted",
        "The National Institute on Drug Abuse says so.",
        "Substance Abuse and Mental Health Services Administration",
        "Alcoholics Anonymous",
        "They were called “drug addicts” then.",
        'The headline read "Junkies on the run".',
        "Keep the wound clean.",
        "Clean the skin first.",
        "clean water",
        "They got clean water.",
        "dirty hands",
        "alcoholic drinks",
        "child abuse",
        "an abuse of power",
        "crash victims",
        "She suffers from a cough.",
        "users of the app",
        "a good habit",
        "He tested positive.",
        "died by suicide",
        "He completed the form.",
        "a junction",
        "psychosocial support",
        "psycho-social support",
        "a mental illness",
        "a mentally demanding task",
        "an Alcoholic Beverages Board",
        "a headache",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert stigmas(text) == []


def test_the_longest_wording_wins() -> None:
    (found_,) = stigmas("a recovering drug addict")
    assert found_.better == "person in recovery"


def test_there_are_enough_wordings_and_each_can_be_found() -> None:
    assert len(WORDINGS) >= 16


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"ask": "Who are addicts?"}, "questions[0].ask"),
        ({"explain": "So say addicts."}, "questions[0].explain"),
        ({"hint": "Think of addicts."}, "questions[0].hint"),
        (
            {
                "kind": "statement",
                "answer": True,
                "why": {"true": "So.", "false": "No addicts.", "not stated": "So."},
            },
            "questions[0].why.false",
        ),
        (choice("Who?", "Vets", "Addicts", "Doctors"), "questions[0].options[1].text"),
    ],
)
def test_every_text_that_a_learner_reads(fields: dict[str, object], where: str) -> None:
    (finding,) = found("stigma", fields)
    assert finding.where == where
    assert words(finding).lower() == "addicts" or "addicts" in words(finding)


def test_the_passage_is_read_and_what_a_learner_types_is_not() -> None:
    (finding,) = found(
        "stigma", passage={"title": "A", "source": "B", "text": f"{PASSAGE} Addicts."}
    )
    assert finding.where == "passage.text"
    typed = {
        "kind": "short",
        "accept": ["anesthetic"],
        "reject": [{"text": "addicts", "why": "No."}],
    }
    assert not found("stigma", typed)
