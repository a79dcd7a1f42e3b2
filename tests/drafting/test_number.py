"""Figures of a sentence that are asked for."""

import pytest

from quiz.drafting.number import number
from quiz.engine.kinds.measured import equals_number
from tests.drafting.build import sentence


@pytest.mark.parametrize(
    ("text", "answer", "unit", "shown"),
    [
        ("It was approved in 2019 for adults.", 2019, None, "approved in [year] for adults"),
        ("On May 3, 2021 the law changed.", 2021, None, "On May 3, [year] the law"),
        ("In May 2021 the law changed.", 2021, None, "In May [year] the"),
        ("By 1990, 40 percent had it.", 1990, None, "By [year], 40"),
        ("About 48 percent of adults have it.", 48, "percent", "About [number] percent"),
        ("About 48% of adults have it.", 48, "%", "About [number]% of"),
        ("Rub your hands for twenty seconds.", 20, "seconds", "for [number] seconds"),
        ("It takes Twenty-five minutes to do.", 25, "minutes", "takes [number] minutes"),
        ("More than 35,000 people fell ill.", 35000, "people", "than [number] people"),
        ("Some 2.8 million infections occur.", 2800000, "infections", "Some [number] infections"),
        ("The trial cost $1.5 million in all.", 1500000, "$", "cost [number] in all"),
        ("A fever begins at 38.5 degrees.", 38.5, "degrees", "at [number] degrees"),
        ("It was studied in 2000 people.", 2000, "people", "in [number] people"),
        ("A heart beats 100,000 times a day.", 100000, "times a day", "beats [number] times"),
    ],
)
def test_a_figure(text: str, answer: float, unit: str | None, shown: str) -> None:
    question = number(sentence(text), "topic")
    assert question is not None
    assert (question.answer, question.unit) == (answer, unit)
    assert shown in question.ask
    assert question.quotes == (text,)
    assert (question.draft, question.topic, question.id) == (True, "topic", "number-1")
    assert equals_number(str(answer), question.answer, question.tolerance, question.unit)


@pytest.mark.parametrize(
    "text",
    [
        "Hands pick up germs from others.",
        "Rub them for 20 to 30 seconds.",
        "It takes 20–30 seconds to do.",
        "It takes between 2 and 4 hours.",
        "People with type 2 diabetes need care.",
        "COVID-19 is an illness of the lungs.",
        "Vitamin B12 is found in meat.",
        "It ended on May 3 at last.",
        "They left at 5:30 in the morning.",
        "A pressure of 120/80 is normal here.",
        "One of the two was right about it.",
        "A 20-minute walk is good for you.",
        "Call 1-800-555-0100 for more of that.",
        "The 2nd time was the best of all.",
    ],
)
def test_no_figure(text: str) -> None:
    assert number(sentence(text), "topic") is None
