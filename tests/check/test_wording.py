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
        ("I met an alcoholic who sang.", "an alcoholic"),
        ("a schizophrenic and his wife", "a schizophrenic"),
        ("They stay clean for years.", "stay clean"),
        ("been clean 12 years", "been clean"),
        ("Ann's addicts and Bob's", "addicts"),
        ("“Yes”, said addicts, “no”.", "addicts"),
        ('He said "", and addicts said "so".', "addicts"),
        ("In Maine Drug abuse is common.", "Drug abuse"),
        ("Drug Abuse is common in Maine.", "Drug Abuse"),
    ],
)
def test_words_that_stigmatise(text: str, hit: str) -> None:
    (found_,) = stigmas(text)
    assert text[found_.span.start : found_.span.end] == hit


FORMS = """
ice babies, crack baby, addicted baby, meth babies, baby born addicted, babies born addicted,
baby who was born addicted, babies who are born addicted, reformed addict, recovering alcoholics,
former drug addicts, ex-junkie, ex user, opiate replacement, drug substitution treatment,
methadone replacement therapy, drug abuser, drug and alcohol abusers, opioid-abusing,
abuser of heroin, abusers of pills, substance abuse, substances abuse, drug or alcohol abuse,
drug-abuse, drug of abuse, drugs of abuse, abuse drugs, abuses alcohol, abused many drugs,
abusing pills, abuse of opioids, successful suicide, botched suicides, failed suicide attempt,
failed suicide attempts, suicide was successful, suicide is unsuccessful, commit suicide,
commits suicide, committing suicide, complete suicide, completes suicide, succeed in suicide,
succeeds at suicide,
succeeded in suicide, suffer depression, suffers from dementia,
suffered from very severe depression, suffering with ptsd, sufferer of autism,
sufferers of anxiety, suffers from an eating disorder, suffers from eating disorders,
suffers from drug use disorder, suffers from alcohol use disorders,
suffers from a personality disorder, victim of dementia, victims of a severe depression,
afflicted with autism, stricken by psychosis, dementia victim, depression victims,
schizophrenia sufferer, anxiety sufferers, mentally ill, the mentally disabled, schizo, schizos,
depressives, lunatic, lunatics, psycho, psychos, maniac, maniacs, madman, madmen, nutcase,
nutcases, psychopath, psychopaths, addict, addicts, dope addict, junkie, junkies, junky,
crackhead, crackheads, pothead, potheads, stoner, stoners, druggie, druggies, dope fiend,
dope fiends, tweaker, tweakers, alcoholics, an alcoholic, the drunks, a drunk, drunkard,
drunkards, wino, winos, drug user, drug-users, opioid users, iv user, injecting users,
recreational user, recreational users, drug habit, drug habits, kick the habit, kicks the habit,
kicked the habit, kicking the habit, dirty needle, used needles, dirty urine, dirty tests,
urine was dirty, tests came back dirty, result is dirty, samples were dirty, clean and sober,
clean urine, clean drug screen, clean test result, stay clean, stays clean, stayed clean,
staying clean, get clean, gets clean, getting clean, became clean, becomes clean, urine was clean,
tests came back clean, results were clean
"""
SUBSTANCES = """
substance substances drug drugs alcohol opioid opioids opiate opiates inhalant inhalants stimulant
stimulants steroid steroids medicine medicines medication medications pill pills painkiller
painkillers prescription prescriptions solvent solvents methamphetamine methamphetamines amphetamine
amphetamines
"""


@pytest.mark.parametrize("text", " ".join(FORMS.split()).split(", "))
def test_every_form_of_a_wording(text: str) -> None:
    assert [found_.span for found_ in stigmas(text)] == [(0, len(text))]
    assert [found_.span for found_ in stigmas(f"(So {text}.)")] == [(4, 4 + len(text))]


@pytest.mark.parametrize("substance", SUBSTANCES.split())
def test_every_substance(substance: str) -> None:
    assert [found_.span for found_ in stigmas(f"{substance} users")] == [(0, len(substance) + 6)]


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
        "The headline read ‘Junkies’.",
        "The headline read 'Junkies on the run'.",
        "The headline read «Junkies».",
        "The headline read ''Junkies''.",
        "He works at Plan B Drug Abuse.",
        "Keep the wound clean.",
        "the alcoholic island",
        "a schizophrenic wholeness",
        "They stay clean forever.",
        "non-addicts",
        "a crazy-quilt",
        "mentally ill health",
        "used needle exchange",
        "psychopath test",
        "in the Drug Abuse Warning Network",
        "Drug Abuse of the Americas",
        "The Office on the Drug Abuse",
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
    typed["reject"] = [{"text": "junkies", "why": "Addicts."}]
    (finding,) = found("stigma", typed)
    assert finding.where == "questions[0].reject[0].why"
    assert finding.message == "“Addicts” stigmatises: write “person with addiction”."
