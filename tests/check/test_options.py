import pytest

from tests.check.build import choice, found, words

WHAT = "What do vets use the drug for?"


@pytest.mark.parametrize(
    "option",
    [
        "None of the above",
        "None of these people",
        "There is no right answer",
        "none of the above.",
        "None of these",
        "None of the other options",
        "None of them",
        "None",
        "Neither",
        "Neither of these",
        "Neither of the above",
        "No correct answer",
        "None of the options is right",
        "Nothing",
        "“Neither one”",
        "None of above",
        "It is none of the above",
        "None the above",
        "“None the above”",
        "“No right answer.”",
    ],
)
def test_none_of_the_above(option: str) -> None:
    (finding,) = found("none-of-the-above", choice(WHAT, "To calm them", option, "To feed them"))
    assert finding.path[-2] == 1


@pytest.mark.parametrize(
    ("ask", "option"),
    [
        (WHAT, "None of the patients slept"),
        (WHAT, "None of these people slept"),
        (WHAT, "There is no right way to do it"),
        (WHAT, "Nonetheless it works"),
        (WHAT, "Neither pain nor sleep"),
        (WHAT, "Nothing but calm"),
        (WHAT, "Next to nothing"),
        (WHAT, "None other than sleep"),
        (WHAT, "Second to none other"),
        (WHAT, "No right answer was ever given"),
        (WHAT, "They gave no right answer"),
        ("How many patients slept?", "None"),
        ("How much of it is sold?", "None of it"),
        ("Of all patients, how many slept?", "None"),
        ("How many people were against it?", "None of them"),
    ],
)
def test_not_none_of_the_above(ask: str, option: str) -> None:
    assert not found("none-of-the-above", choice(ask, "To calm them", option, "To feed them"))


@pytest.mark.parametrize(
    "option",
    [
        "All of the above",
        "All the above",
        "all of these.",
        "All of them",
        "Both",
        "Both of these",
        "Both of the above",
        "Any of the above",
        "All are correct",
        "All of the other answers",
        "All of the options are right",
        "All these",
        "“Each.”",
        "Any option is right",
        "Each answer is right",
        "Any choice is right",
        "Any other is right",
        "All above options",
        "It is all of the above",
        "“All those”",
        "“Both are right.”",
    ],
)
def test_all_of_the_above(option: str) -> None:
    assert found("all-of-the-above", choice(WHAT, "To calm them", option, "To feed them"))


@pytest.mark.parametrize(
    ("ask", "option"),
    [
        (WHAT, "All of the patients"),
        (WHAT, "All-cause deaths"),
        (WHAT, "Both pain and sleep"),
        (WHAT, "To treat all animals"),
        (WHAT, "To treat them all"),
        (WHAT, "To install the options"),
        (WHAT, "To ease all these"),
        (WHAT, "All these animals slept"),
        (WHAT, "All are right handed"),
        (WHAT, "To see that all are right"),
        (WHAT, "Overall health"),
        ("How many patients slept?", "All of them"),
        ("How much of it is sold?", "All"),
        ("Of all patients, how many slept?", "All"),
    ],
)
def test_not_all_of_the_above(ask: str, option: str) -> None:
    assert not found("all-of-the-above", choice(ask, "To calm them", option, "To feed them"))


@pytest.mark.parametrize(
    "ask", ["Which number is it?", "What share is left?", "Of all, what part is sold?"]
)
def test_all_and_none_are_amounts_where_one_is_asked_for(ask: str) -> None:
    weak = choice(ask, "Two", "None of it", "All of it")
    assert not found("none-of-the-above", weak)
    assert not found("all-of-the-above", weak)


@pytest.mark.parametrize("ask", ["Which partners came?", "What did they show many of?"])
def test_all_and_none_are_no_amounts_elsewhere(ask: str) -> None:
    weak = choice(ask, "The first", "None of them", "All of them")
    assert found("none-of-the-above", weak)
    assert found("all-of-the-above", weak)


@pytest.mark.parametrize(
    ("rule", "option"),
    [
        ("none-of-the-above", "It is none of the Above"),
        ("none-of-the-above", "No Correct answer"),
        ("all-of-the-above", "All of the above"),
        ("all-of-the-above", "All are correct"),
    ],
)
def test_options_are_no_amount(rule: str, option: str) -> None:
    assert found(rule, choice("How many patients slept?", "Two", option, "Nine"))


@pytest.mark.parametrize(
    "option",
    [
        "A and C",
        "All but the last",
        "Both A and B",
        "A, B and C",
        "A & B only",
        "I and III only",
        "II, III and IV",
        "1 and 3 only",
        "Options A and B",
        "Both options 1 and 2",
        "Both 1 and 3",
        "It is option 2",
        "It is choice 2",
        "Answer B",
        "Answers A and B",
        "Choices 1 and 3",
        "Option I or III",
        "Options II and III",
        "Answer I or II",
        "Answers II and IV",
        "Choice I or II",
        "Choices I, II and III",
        "(A and C).",
        "A,B and C",
        "A , B and C",
        "Only 1, 2 and 3",
        "A&C",
        "A+B",
        "“All but the last one”",
        "The first and second",
        "The first two",
        "Only the first",
        "To calm them and to feed them",
        "Both to calm them and to feed them",
    ],
)
def test_an_option_of_options(option: str) -> None:
    weak = choice(WHAT, "To calm them", "To feed them", option)
    assert found("option-combines-options", weak)


@pytest.mark.parametrize(
    ("ask", "option"),
    [
        (WHAT, "Vitamin B and C"),
        (WHAT, "All but the last patient slept"),
        (WHAT, "The A and E department"),
        (WHAT, "By IV"),
        (WHAT, "An IV"),
        (WHAT, "1 and 3"),
        (WHAT, "2, 4"),
        (WHAT, "To calm and to weigh them"),
        (WHAT, "Options for treatment"),
        (WHAT, "Answer onerous letters"),
        (WHAT, "A and C vitamins"),
        (WHAT, "To calm them and to weigh them"),
        (WHAT, "Adoption 2 years later"),
        (WHAT, "Only the lasting ones"),
        (WHAT, "More commonly the last"),
        (WHAT, "To calm all but the last"),
        (WHAT, "To bathe first two dogs"),
        (WHAT, "The first twosome"),
        ("Blood groups are named: which ones?", "A and B"),
        (WHAT, "The first drug of its kind"),
        ("Which blood groups are named?", "A and B"),
        ("Vitamins: which are named?", "A and C"),
        ("Which blood is named?", "A and B"),
        ("Which grades are named?", "A and B"),
        ("Which types of hepatitis are named?", "B and C"),
    ],
)
def test_not_an_option_of_options(ask: str, option: str) -> None:
    fine = choice(ask, "To calm them", "To feed them", option)
    assert not found("option-combines-options", fine)


@pytest.mark.parametrize(
    "options",
    [
        ("2022", "2019", "2020"),
        ("5", "−5", "3"),
        ("1.3 million", "900,000", "2 million"),
        ("10 %", "5 %", "20 %"),
        ("two", "twelve", "seven"),
        ("About 30", "Nearly 20", "Over 40"),
        ("2 to 4 hours", "1 to 2 hours", "6 to 8 hours"),
        ("A hundred", "a thousand", "ten"),
        ("3rd", "1st", "2nd"),
        ("1/2", "1/4", "3/4"),
    ],
)
def test_numbers_out_of_order(options: tuple[str, ...]) -> None:
    weak = choice("How many?", *options, shuffle=False)
    (finding,) = found("numbers-out-of-order", weak)
    assert "not in order" in finding.message
    assert finding.where == "questions[0].options"


@pytest.mark.parametrize(
    "options",
    [
        ("To calm them", "To feed them", "Both to calm them and to feed them"),
        ("To calm and feed them", "To weigh them", "To calm and feed them and to weigh them"),
        ("To weigh them", "To calm and feed them", "To weigh them and to calm and feed them"),
    ],
)
def test_an_option_that_joins_two_others_is_marked_whole(options: tuple[str, ...]) -> None:
    (finding,) = found("option-combines-options", choice(WHAT, *options))
    assert words(finding) == options[2]


def test_numbers_in_order_that_are_shuffled() -> None:
    assert "shuffled" in found("numbers-out-of-order", choice("How many?", "5", "9"))[0].message
    weak = choice("In which year?", "2009", "2019", "2022")
    (finding,) = found("numbers-out-of-order", weak)
    assert "shuffled" in finding.message
    assert finding.where == "questions[0].options"


@pytest.mark.parametrize(
    "options",
    [
        ("2009", "2019", "2022"),
        ("2022", "2019", "2009"),
        ("−5", "3", "5"),
        ("900,000", "1.3 million", "2 million"),
        ("Less than 10", "10 to 20", "More than 20"),
        ("5 minutes", "2 hours", "1 day"),
        ("March 2020", "May 2019", "June 2021"),
        ("10:30", "9:15", "11:45"),
        ("10^3", "10^-2", "10^5"),
        ("5 tablets of one drug", "3 tablets of another", "A walk"),
        ("One patient in ten slept", "Two in ten", "Five in ten"),
        ("19 people", "3 dogs", "7 cats"),
        ("1 to 2 million", "3 to 4 million", "5 million"),
        ("1 to 2 days", "1 to 3 days", "9 days"),
        ("9 days", "1 to 3 days", "1 to 2 days"),
    ],
)
def test_numbers_in_order_or_none(options: tuple[str, ...]) -> None:
    assert not found("numbers-out-of-order", choice("How many?", *options, shuffle=False))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A clinic", "The clinic."),
        ("The king's men", "King’s men"),
        ("To calm animals", "To calm the animals"),
        ("“Brain” cells", "Brain cells"),
        ("It is 12", "It is 12."),
        ("The patients' care", "The patients care"),
    ],
)
def test_the_same_option_twice(one: str, other: str) -> None:
    (finding,) = found("duplicate-options", choice(WHAT, one, "A walk", other))
    assert finding.where == "questions[0].options[2].text"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5", "-5"),
        ("5 %", "5"),
        ("Na+", "Na"),
        ("A clinic", "Clinics"),
        ("10.25 mg", "10, 25 mg"),
        ("12 mg", "1, 2 mg"),
        ("> 3", "< 3"),
        ("x < y", "x > y"),
        ("+", "-"),
    ],
)
def test_options_that_differ_in_little(one: str, other: str) -> None:
    assert not found("duplicate-options", choice(WHAT, one, "A walk", other))


@pytest.mark.parametrize(
    ("short", "wide"),
    [
        ("At clinics", "At clinics and research centers"),
        ("Depression", "Severe depression"),
        ("A form of ketamine", "A form of ketamine for animals"),
        ("To ease pain", "To ease pain in surgery"),
        ("2 days", "2 days of rest"),
        ("An anesthetic", "The new anesthetic"),
    ],
)
def test_an_option_within_another(short: str, wide: str) -> None:
    (finding,) = found("option-within-option", choice(WHAT, short, "A walk", wide))
    assert wide in finding.message
    assert finding.where == "questions[0].options[0].text"


@pytest.mark.parametrize(
    ("short", "wide"),
    [
        ("Ketamine", "Esketamine"),
        ("Heart", "Heart rate"),
        ("Understood", "Not understood"),
        ("It is understood", "It is well understood"),
        ("Well understood", "Hardly well understood"),
        ("Understood", "Well understood"),
        ("Understood", "Badly understood"),
        ("Understood", "Better understood"),
        ("Understood", "Clearly understood"),
        ("Larger", "Much larger"),
        ("2", "2 to 4"),
        ("With a doctor", "Without a doctor"),
        ("The brain", "Brain cells"),
        ("Term effects", "Long-term effects"),
    ],
)
def test_no_option_within_another(short: str, wide: str) -> None:
    assert not found("option-within-option", choice(WHAT, short, "A walk", wide))


def test_options_with_an_order_of_their_own_may_contain_each_other() -> None:
    scale = choice(WHAT, "Small", "Quite small", "Large", shuffle=False)
    assert not found("option-within-option", scale)
    assert found("option-within-option", scale | {"shuffle": True})


@pytest.mark.parametrize(
    ("ask", "options"),
    [
        ("It was first used as an", ("anesthetic", "vitamin", "vaccine")),
        ("It was first used as a:", ("vitamin", "anesthetic", "antidote")),
        ("To see the brain one needs an", ("MRI", "CT", "biopsy")),
        ("It takes an", ("hour", "year", "day")),
        ("It is a", ("unique drug", "hour", "easy task")),
        ("It is a", ("European drug", "American drug", "Asian drug")),
        ("It is a", ("uniform", "umbrella", "uncle")),
        ("It is an", ("onerous task", "vitamin", "vaccine")),
        ("It is an", ("11 mg dose", "12", "13")),
        ("IT IS AN", ("anesthetic", "vitamin", "vaccine")),
        ("It is an", ("honor", "day", "year")),
        ("It is an", ("“easy” use", "cold", "walk")),
        ("It was an", ("anesthetic for MRI", "vitamin", "vaccine")),
    ],
)
def test_an_article_that_fits_one_option(ask: str, options: tuple[str, ...]) -> None:
    (finding,) = found("article-fits-one", choice(ask, *options))
    assert words(finding).lower() in {"a", "an"}


@pytest.mark.parametrize(
    ("ask", "options"),
    [
        ("It was first used as an", ("anesthetic", "antidote", "vaccine")),
        ("It was first used as a(n)", ("anesthetic", "vitamin", "vaccine")),
        ("It was first used as a/an", ("anesthetic", "vitamin", "vaccine")),
        ("It was first used as a / an", ("anesthetic", "vitamin", "vaccine")),
        ("It was first used as a(an)", ("anesthetic", "vitamin", "vaccine")),
        ("It comes from Panama", ("vitamin", "anesthetic", "antidote")),
        ("It is an", ("110 mg dose", "vitamin", "vaccine")),
        ("It is an", ("180 mg dose", "vitamin", "vaccine")),
        ("It takes an", ("hour", "X-ray", "day")),
        ("It is a", ("unit", "user", "one-off")),
        ("What is vitamin A?", ("anesthetic", "vitamin", "vaccine")),
        ("What was it?", ("an anesthetic", "a vitamin", "a vaccine")),
    ],
)
def test_an_article_that_gives_nothing_away(ask: str, options: tuple[str, ...]) -> None:
    assert not found("article-fits-one", choice(ask, *options))
