import pytest

from tests.check.build import choice, found, words

OPTIONS = ("Ketamine eases pain", "Vets feed animals", "Clinics sell books")


@pytest.mark.parametrize(
    ("ask", "gap"),
    [
        ("The drug is used to calm ____.", "____"),
        ("It was approved in ___ in the United States.", "___"),
        ("Vets use __ to calm animals.", "__"),
        ("Doctors use [blank] in surgery.", "[blank]"),
        ("Doctors use [ ] in surgery.", "[ ]"),
        ("Doctors use (blank) in surgery.", "(blank)"),
        ("Doctors use [] in surgery.", "[]"),
        ("Doctors use [  Blank ] in surgery.", "[  Blank ]"),
        ("Doctors use (  BLANK ) in surgery.", "(  BLANK )"),
        ("Doctors use surg___ now.", "___"),
    ],
)
def test_a_gap_in_a_stem(ask: str, gap: str) -> None:
    (finding,) = found("blank-in-stem", choice(ask, *OPTIONS))
    assert words(finding) == gap


@pytest.mark.parametrize(
    "ask",
    [
        "What does the variable max_dose_mg hold?",
        "What does __init__ do?",
        "Which blank form is meant?",
        "Which box [see the first line] is meant?",
        "What comes next...",
        "What does name__ hold?",
        "What does () mean?",
    ],
)
def test_no_gap_in_a_stem(ask: str) -> None:
    assert not found("blank-in-stem", choice(ask, *OPTIONS))


def test_a_cloze_may_have_gaps() -> None:
    cloze = {
        "kind": "cloze",
        "ask": "Fill the ___.",
        "text": "It was ___.",
        "gaps": [{"accept": ["so"]}],
    }
    assert not found("blank-in-stem", cloze)


@pytest.mark.parametrize(
    ("ask", "negative"),
    [
        ("Which of these is NOT a use of ketamine?", "NOT"),
        ("Which is not a use of ketamine?", "not"),
        ("All of these are risks EXCEPT:", "EXCEPT"),
        ("Each of the following is named except which one?", "except"),
        ("Which of these isn't named in the passage?", "isn't"),
        ("Which drug can’t be bought?", "can’t"),
        ("Which of these would doctors never do?", "never"),
        ("Which use is least likely?", "least likely"),
        ("Which statement about the drug is false?", "false"),
        ("Which of these is incorrect?", "incorrect"),
        ("Which of these is worded incorrectly?", "incorrectly"),
        ("What 2.5 mg dose is not sold?", "not"),
        ("Some were not for it. Which of them never came?", "never"),
        ("It was not sold. Pick what was never sold.", "never"),
        ("Which was never sold? It was not cheap.", "never"),
        ("Is it not so? Which was never sold?", "never"),
        ("Which dose is not 2.5 mg, or never sold?", "not"),
        ("What unreasonable use is not known?", "not"),
        ("What reasoning is not sound?", "not"),
        ("Which of the tomatoes is not red?", "not"),
        ("What is not only cheap and never sold?", "never"),
        ("Which of those that are named, except one, helps?", "except"),
        ("Which of those that are named, excluding one, helps?", "excluding"),
        ("Was it 2.5 mg? What was not sold?", "not"),
        ("What is named, excluding pain, but why?", "excluding"),
        ("Vets calm animals. Which is not calmed", "not"),
        ("Which is a drug that children should NEVER take, and why?", "NEVER"),
        ("People reacted. Some were not for it. Which reaction did not come?", "not"),
        ("Who should NOT, whether or not they are ill, take it?", "NOT"),
        ("Which is a drug that children should NOT take?", "NOT"),
        ("Which animals cannot be calmed with it?", "cannot"),
        ("Never sold: which of them is it?", "Never"),
        ("Which doctor not at work is named?", "not"),
        ("Which use is not justified?", "not"),
        ("Which treason is not sold?", "not"),
        ("Which of the drugs put into it is not new?", "not"),
        ("Some were for it. Pick what “was not said.”", "not"),
    ],
)
def test_a_negative_question(ask: str, negative: str) -> None:
    (finding,) = found("negative-stem", choice(ask, *OPTIONS))
    assert words(finding) == negative


@pytest.mark.parametrize(
    "ask",
    [
        "How many uses, at least, are named?",
        "What eases not only pain but also depression?",
        "What decides whether or not a patient is awake?",
        "What is the best reason not to mix it with other drugs?",
        "Why do experts not know how it works?",
        "Why isn't it used at home?",
        "What do experts not fully know?",
        "What is not yet known about the drug?",
        "Whom is it meant for, if other treatments did not help?",
        "What helps people who have not gotten better with other treatments?",
        "The reactions were not all kind. What did some people say?",
        "What makes a false positive more likely?",
        "What is a notable use of the drug?",
        "Which knot holds best?",
        "What can you do when a friend is not well?",
        "With what exceptions may it be used?",
        "What exception is there?",
        "What makes a false negative likely?",
        "What makes false alarms likely?",
        "What is a false alarm?",
        "Not only vets use it for what?",
        "What do false memories change?",
        "What does a false memory change?",
        "What is a false belief?",
        "What is the reason it is not used?",
        "How come it is not used?",
        "What is it, though it is not new?",
        "It is not new. It is not old. What is it?",
        "Why, in the end, is it not used?",
        "What reasons are there not to use it?",
    ],
)
def test_a_question_that_picks_no_exception(ask: str) -> None:
    assert not found("negative-stem", choice(ask, *OPTIONS))


def test_a_sentence_may_be_looked_for_by_what_it_does_not_say() -> None:
    assert not found("negative-stem", {"kind": "locate", "ask": "Which is NOT on pain?"})


@pytest.mark.parametrize(
    ("ask", "hit"),
    [
        ("Ketamine is not a dissociative drug.", True),
        ("Vets never use it.", True),
        ("Patients can't stay awake.", True),
        ("Ketamine is a dissociative drug.", False),
        ("Experts do not fully know how it works.", False),
        ("It is meant for people who have not gotten better.", False),
        ("The passage calls the reports false.", False),
        ("The passage calls it untrue.", False),
        ("The reports are worded incorrectly.", False),
        ("Why it works is not known.", True),
        ("It is false that vets never use it.", False),
        ("The report is incorrect.", False),
        ("The false report was never sold.", True),
    ],
)
def test_a_negative_statement(ask: str, hit: bool) -> None:
    findings = found("negative-stem", {"kind": "statement", "ask": ask, "answer": True})
    assert ["double negative" in finding.message for finding in findings] == [True] * hit


@pytest.mark.parametrize(
    "ask",
    [
        "Ketamine",
        "Ketamine:",
        "The drug in surgery.",
        "Esketamine, a form of the drug.",
        "Which of the following is true?",
        "Which statement is correct?",
        "Which one of these is right?",
        "What is true?",
        "Names of the drug.",
        "Vets calm many animals with this",
        "Vets work with",
        "Which option is true?",
        "Which answer is right?",
        "Which sentences are true?",
        "Which claim is true?",
        "  What is the best answer?",
        "Which one is correct?",
        "Which of these options below is the right one?",
        "Which answers given are correct?",
        "Which option here is the best",
        "Which sentence is accurate?!",
        "Which claims are true statement?",
        "Which of these statements is the most accurate?",
        "“Which of these is true?”",
        "The brand name of the drug",
        "The site www.drugs.list",
    ],
)
def test_a_stem_that_asks_nothing(ask: str) -> None:
    (finding,) = found("no-question", choice(ask, *OPTIONS))
    assert words(finding) == ask.strip()


def test_it_is_said_what_a_stem_lacks() -> None:
    for ask in ("Which of these is true?", "Which option here is the best"):
        (finding,) = found("no-question", choice(ask, *OPTIONS))
        assert finding.message == "The question says nothing of what it is about."
    (finding,) = found("no-question", choice("Ketamine", *OPTIONS))
    assert finding.message == "The words before the options ask nothing."


@pytest.mark.parametrize(
    "ask",
    [
        "What was ketamine first used as?",
        "Choose the two risks that are named.",
        "Read the first line, then pick the reaction that it names.",
        "Please select the use of the drug.",
        "For depression it is mostly prescribed at",
        "The drug is useful in surgery because:",
        "Doctors treat depression with …",
        "Which statement about long-term effects is true?",
        "Which of these is true of esketamine?",
        "Name the drug.",
        "Of the drugs, please name one.",
        "Read this; choose one.",
        "The drug is known; choose one.",
        "One drug, please name it.",
        "One of them and tell.",
        "Answer with one word.",
        "In a few words, write it.",
        "Vets calm animals with",
        "VETS CALM MANY ANIMALS WITH",
        "It is what vets mean",
        "The uses that they include",
        "What long trips often cause",
        "Of its uses, which is true?",
        "Look and tell.",
        "Depression is treated by its cause -",
        "Depression is treated by its causes --",
        "What vets use it for means —",
        "What vets use it for includes...",
        "The uses that it has include :",
        "Somewhat true is which one?",
    ],
)
def test_a_stem_that_asks(ask: str) -> None:
    assert not found("no-question", choice(ask, *OPTIONS))


def test_a_task_of_another_kind_need_not_ask() -> None:
    order = {"kind": "order", "ask": "From first to last", "items": ["a", "b", "c"]}
    assert not found("no-question", order)


@pytest.mark.parametrize("rule", ["negative-stem", "no-question"])
def test_english_rules_leave_other_languages_alone(rule: str) -> None:
    weak = choice("Which is NOT", *OPTIONS)
    assert found(rule, weak | {"ask": "NOT"})
    assert not found(rule, weak | {"ask": "NOT"}, language="de")
