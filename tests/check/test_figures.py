import pytest

from quiz.check.figures import Figure, figure, figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("7", 7, ""),
        ("1,300", 1300, ""),
        ("1.3 million", 1.3e6, ""),
        ("1.3 million people", 1.3e6, "people"),
        ("−5", -5, ""),
        ("-5 °C", -5, "°c"),
        ("minus five", -5, ""),
        ("twenty-one days", 21, "day"),
        ("twenty days", 20, "day"),
        ("a hundred", 100, ""),
        ("two thousand", 2000, ""),
        ("2 billion", 2e9, ""),
        ("3 trillion", 3e12, ""),
        ("Minus Five", -5, ""),
        ("minus  ten", -10, ""),
        ("1 / 4", 0.25, ""),
        ("10/20 mg", 0.5, "mg"),
        ("5 mg/day", 5, "mg/day"),
        ("1/4", 0.25, ""),
        ("about 30 %", 30, "%"),
        ("more than 12", 12, ""),
        ("2 to 4 hours", 2, "hour"),
        ("1 to 2 million", 1e6, ""),
        ("In 2019", 2019, ""),
        ("3rd", 3, ""),
        ("20 years after", 20, "years after"),
        ("about 20 years after", 20, "years after"),
        ("20 percent growth", 20, "percent growth"),
        ("5/million", 5, "/million"),
        ("two hundred/million", 200, "/million"),
        ("a dozen", 12, ""),
        ("5thousand", 5000, ""),
        ("2-4 hours", 2, "hour"),
        ("2–4 hours", 2, "hour"),
        ("2 – 4 hours", 2, "hour"),
        (".5", 0.5, ""),
        ("$20", 20, ""),
        ("Rs. 500", 500, ""),
        ("three-fifths", 0.6, ""),
        ("one quarter", 0.25, ""),
        ("½", 0.5, ""),
        ("2½ cups", 2.5, "cup"),
        ("1 3/4 hours", 1.75, "hour"),
        ("between 3 and 5 days", 3, "day"),
        ("x = −4", -4, "x "),
        ("n=2 m", 2, "n m"),
        ("T10", 10, "T "),
    ],
)
def test_a_number(text: str, value: float, unit: str) -> None:
    assert figure(text) == Figure(value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "an hour of rest",
        "March 2019",
        "10:30",
        "10^3",
        "10⁻³",
        "1e5",
        "1.2.3",
        "5 of the 7 who came",
        "5 cm²",
        "2×10",
        "1 to 10:30",
        "3. Surgery",
        ". a",
        ", five",
        "a ratio of 1/4",
        "5 on the 3rd",
        "5 (mg)",
        "5 mg a day",
        "5 mg/",
        "5 cups and 10 spoons",
        "Some 20",
        "Nor 2 to 4",
        "someone",
        "tender",
        "1/0",
        "/5",
        "3 and 5",
        "3-1",
        "9 or 3",
        "2 to 2",
    ],
)
def test_no_number(text: str) -> None:
    assert figure(text) is None


def test_twenty_ten_is_not_30() -> None:
    assert figure("twenty-ten") != Figure(30, "")


def test_numbers_count_only_in_one_unit() -> None:
    assert figures(("1 day", "2 days")) == (1, 2)
    assert figures(("1 day", "2 hours")) is None
    assert figures(("1", "two", "a walk")) is None
