"""Questions of mkdocs-quiz, as its documentation writes them."""

import pytest

from quiz.exchange.format import Entry, NotThatFormat
from quiz.exchange.mkdocs_quiz import FORMAT, read
from quiz.model.question import Choice, Choices, Cloze, Question
from quiz.model.question_parts import Blank, Option

RAIN = Choice(
    id="",
    ask="What falls?",
    options=(Option(text="Rain", correct=True), Option(text="Stones")),
)


def only(text: str) -> Entry:
    (entry,) = read(text).entries
    return entry


@pytest.mark.parametrize(
    ("lines", "question"),
    [
        ("What falls?\n- [x] Rain\n- [ ] Stones", RAIN),
        ("What falls?\n* [X] Rain\n* [] Stones", RAIN),
        ("\nWhat falls?\n\n- [x] Rain\n\n- [ ] Stones\n", RAIN),
        ("    What falls?\n    - [x] Rain\n    - [ ] Stones", RAIN),
        ("What falls? <!-- (1)! -->\n- [x] Rain <!-- (2)! -->\n- [ ] Stones", RAIN),
        (
            "Which *two* fall?\n- [x] Rain\n- [x] `Snow`\n- [ ] Stones\n\nBoth are **water**.",
            Choices(
                id="",
                ask="Which two fall?",
                options=(
                    Option(text="Rain", correct=True),
                    Option(text="Snow", correct=True),
                    Option(text="Stones"),
                ),
                explain="Both are water.",
            ),
        ),
        (
            "What falls?\n- [x] Rain\n> Yes.\n> It does.\n- [ ] Stones\n> They lie.\n\n> Of all.",
            Choice(
                id="",
                ask="What falls?",
                options=(
                    Option(text="Rain", correct=True, why="Yes. It does."),
                    Option(text="Stones", why="They lie."),
                ),
                explain="Of all.",
            ),
        ),
        (
            'What falls?\n- [x] Rain\n- [ ] Stones\n\nIt rains.\n\nEvidence: "Rain falls."',
            Choice(
                id="",
                ask=RAIN.ask,
                options=RAIN.options,
                explain="It rains.",
                evidence="Rain falls.",
            ),
        ),
        (
            "[[Rain]] falls, and [[ snow ]] too.\n\n---\nBoth do.",
            Cloze(
                id="",
                ask="What is missing?",
                text="___ falls, and ___ too.",
                blanks=(Blank(accept=("Rain",)), Blank(accept=("snow",))),
                explain="Both do.",
            ),
        ),
    ],
)
def test_questions(lines: str, question: Question) -> None:
    entry = only(f"<quiz>\n{lines}\n</quiz>\n")
    assert (entry.question, entry.refused) == (question, "")


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        ("<quiz>\nWhat falls?\n- [ ] Rain\n- [ ] Snow\n</quiz>", "no answer is marked as right"),
        ("<quiz>\nWhat falls?\n</quiz>", "it has neither options nor blanks"),
        ("<quiz>\n</quiz>", "it has neither options nor blanks"),
        ("<quiz>\nWhat falls?\n- [x] Rain", "its </quiz> is missing"),
        (
            "<quiz>\nWhat?\n- [x] Rain\n- [y] Snow\n</quiz>",
            "[y] is neither right nor wrong: write [x] or [ ]",
        ),
        (
            "<quiz>\nWhat?\n- [x] Rain\n\n> Yes.\n\n- [ ] Snow\n</quiz>",
            "an empty line parts an option from what is said of it",
        ),
        ("<quiz>\nIt falls.\n\n---\n[[Rain]] does.\n</quiz>", "its blanks stand below the rule"),
        (
            f"<quiz>\n{'long ' * 2000}?\n- [x] a\n</quiz>",
            "a text of it has more than 5,000 characters",
        ),
        (
            f"<quiz>\n{'[' * 2000}\n- [x] a\n</quiz>",
            "a text of it has more than 100 square brackets",
        ),
    ],
)
def test_what_is_no_question_is_told(lines: str, refused: str) -> None:
    entry = only(lines)
    assert (entry.question, entry.refused) == (None, refused)


def test_one_that_is_not_closed_hides_no_other() -> None:
    first, second = read(
        "<quiz>\nWhat?\n- [x] a\n\n<quiz>\nWhat falls?\n- [x] Rain\n- [ ] Stones\n</quiz>"
    ).entries
    assert (first.line, first.refused) == (1, "its </quiz> is missing")
    assert (second.line, second.question) == (5, RAIN)


PAGE = """\
---
title: "Rain"
---
# Rain

Rain is *water* that falls.

!!! note "Mind"
    Take a coat.

- It is wet.

```markdown
<quiz>
This shows how.
</quiz>
```

The tags are `<quiz>` and `</quiz>`.

=== "Try it"

    <quiz>
    What falls?
    - [x] Rain
    - [ ] Stones
    </quiz>

<!-- mkdocs-quiz results -->
The end.
"""


def test_the_rest_of_the_page_is_the_passage() -> None:
    page = read(PAGE)
    assert page.title == "Rain"
    assert page.passage == (
        "Rain is water that falls.",
        "Mind Take a coat.",
        "It is wet.",
        "The tags are <quiz> and </quiz>.",
        "Try it",
        "The end.",
    )
    (entry,) = page.entries
    assert (entry.line, entry.name, entry.question) == (23, "What falls?", RAIN)


def test_without_a_title_the_first_heading_is_it() -> None:
    assert read("<quiz>\n</quiz>\n# Rain on *us*\nIt rains.").title == "Rain on us"


def test_what_is_lost_is_told() -> None:
    entry = only("<quiz>\n![x](y.png) **What**?\n- [x] a\n- [ ] [b](c)\n</quiz>")
    assert entry.losses == ("a picture", "bold letters", "a link")


def test_the_old_way_of_writing_is_told() -> None:
    with pytest.raises(NotThatFormat, match=r"line 2: .*mkdocs-quiz migrate"):
        read("# Rain\n<?quiz?>\nquestion: What?\n<?/quiz?>")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("# Rain\n\n<quiz>\nWhat?", True),
        ('=== "x"\n    <quiz>\n', True),
        ("<?quiz?>\n", True),
        ('<quiz>\n<question type="truefalse">', False),
        ("- [x] done\n", False),
        ("The tag is <quiz>", False),
    ],
)
def test_how_it_is_recognized(text: str, is_one: bool) -> None:
    assert FORMAT.recognizes(text) is is_one
