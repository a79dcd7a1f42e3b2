import pytest

from quiz.check.wording import WORDINGS, stigmas
from tests.check.build import PASSAGE, choice, found, words

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
