"""The list of a class as teachers have it: read as one learner a line, or asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.assignment.roster import UnclearRoster, names_in

THREE = ("Ada B.", "Bo C.", "Cy D.")


def lines(*rows: str) -> str:
    return "\n".join(rows)


SAME = [
    ("a name a line", lines("Ada B.", "Bo C.", "Cy D.")),
    ("with empty lines", lines("", "Ada B.", "", "  Bo C. ", "Cy D.", "")),
    ("a header", lines("Name", "Ada B.", "Bo C.", "Cy D.")),
    ("numbers and points", lines("1. Ada B.", "2. Bo C.", "3. Cy D.")),
    ("numbers and brackets", lines("1) Ada B.", "2) Bo C.", "3) Cy D.")),
    ("numbers alone", lines("1 Ada B.", "2 Bo C.", "3 Cy D.")),
    ("dashes", lines("- Ada B.", "- Bo C.", "- Cy D.")),
    ("mail", lines("Ada B.,a@b.c", "Bo C.,b@b.c", "Cy D.,c@b.c")),
    ("mail of some", lines("Ada B.,a@b.c", "Bo C.", "Cy D.,")),
    ("mail first", lines("a@b.c;Ada B.", "b@b.c;Bo C.", "c@b.c;Cy D.")),
    ("semicolons", lines("Ada B.;7b", "Bo C.;7b", "Cy D.;7b")),
    ("tabs", lines("Ada B.\t7b\ta@b.c", "Bo C.\t7b\tb@b.c", "Cy D.\t7b\tc@b.c")),
    ("quotes", lines('"Ada B.","a@b.c"', '"Bo C.","b@b.c"', '"Cy D.","c@b.c"')),
    ("a column of numbers", lines("1,Ada B.", "2,Bo C.", "3,Cy D.")),
    ("a column of codes", lines("x17;Ada B.", "y21;Bo C.", "z30;Cy D.")),
    ("numbers and a table", lines("1. Ada B.,a@b.c", "2. Bo C.,b@b.c", "3. Cy D.,c@b.c")),
    ("names and surnames", lines("class;Full name;a", "7b;Ada B.;1", "7c;Bo C.;2", "7b;Cy D.;3")),
    (
        "a header of a platform",
        lines("First name,Last name,Email address", "Ada,B.,a@b.c", "Bo,C.,b@b.c", "Cy,D.,c@b.c"),
    ),
    ("a header turned", lines("Surname;First name", "B.;Ada", "C.;Bo", "D.;Cy")),
    ("a header and a code", lines("Code,Name", "k1,Ada B.", "k2,Bo C.", "k3,Cy D.")),
]


@pytest.mark.parametrize("text", [row[1] for row in SAME], ids=[row[0] for row in SAME])
def test_a_list_in_any_form_names_the_same_learners(text: str) -> None:
    assert names_in(text) == THREE
    assert names_in(text.replace("\n", "\r\n")) == THREE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        (" \n\t\n", ()),
        (lines("101", "102"), ("101", "102")),
        (lines("7b-1", "7b-2"), ("7b-1", "7b-2")),
        (lines('"Becker, Ada"', '"Cole, Bo"'), ("Becker, Ada", "Cole, Bo")),
        (lines("username,email", "ada,a@b.c"), ("ada",)),
        (lines("Given_Name", "Ada"), ("Ada",)),
        (lines("3 Musketeers", "7 Dwarfs"), ("3 Musketeers", "7 Dwarfs")),
        (lines('Ada "the Ace" B.', "Bo"), ('Ada "the Ace" B.', "Bo")),
        ("\x1b[2JAda", ("\ufffd[2JAda",)),
    ],
)
def test_what_is_no_table_is_a_list(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (lines("Becker, Ada", "Cole, Bo"), ("Becker, Ada", "Cole, Bo")),
        (lines("Ada,Becker", "Bo,Cole"), ("Ada Becker", "Bo Cole")),
        (lines("Becker, Ada", "Bo"), ("Becker, Ada", "Bo")),
        ("Ada, Bo, Cy", ("Ada", "Bo", "Cy")),
        (lines("class,no.", "Ada,Bo"), ("Ada", "Bo")),
        (lines("1,2", "3,4"), ("1", "3")),
    ],
)
def test_what_can_be_read_in_several_ways_is_asked_about(
    text: str, reading: tuple[str, ...]
) -> None:
    with pytest.raises(UnclearRoster, match="Name the columns in a first line") as raised:
        names_in(text)
    assert reading in raised.value.readings


def test_a_quotation_mark_that_is_not_closed_is_said() -> None:
    with pytest.raises(ValueError, match="line 2 has a quotation mark"):
        names_in('Ada\n"Bo\n')


@given(st.text(alphabet='Ab1,;\t"@. \n-', max_size=60))
def test_no_line_is_more_than_one_learner(text: str) -> None:
    try:
        found = names_in(text)
    except ValueError:
        return
    assert len(found) <= len([line for line in text.splitlines() if line.strip()])
