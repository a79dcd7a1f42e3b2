import pytest

from quiz.exchange import gift
from quiz.exchange.format import Entry, Imported, NotThatFormat
from quiz.model.labels import Difficulty, Skill
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Match,
    Number,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Blank, Option, Pair, Rejected


def found(*lines: str) -> Imported:
    return gift.read("\n".join(lines))


def only(text: str) -> Entry:
    """Return the one question of a text."""
    (entry,) = gift.read(text).entries
    return entry


TEA, MILK = Option(text="tea", correct=True), Option(text="milk")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Which?{=tea ~milk}", Choice(id="", ask="Which?", options=(TEA, MILK))),
        ("Which?\n{\n~milk\n=tea\n}", Choice(id="", ask="Which?", options=(MILK, TEA))),
        ("Which?{~%100%tea ~milk}", Choice(id="", ask="Which?", options=(TEA, MILK))),
        ("Which?{=%100%tea ~milk}", Choice(id="", ask="Which?", options=(TEA, MILK))),
        ("Which? {=tea~milk};", Choice(id="", ask="Which?", options=(TEA, MILK))),
        (
            "Which?{=tea#Yes # it is. ~milk # No.}",
            Choice(
                id="",
                ask="Which?",
                options=(
                    Option(text="tea", correct=True, why="Yes # it is."),
                    Option(text="milk", why="No."),
                ),
            ),
        ),
        (
            "Which?{=tea ~milk ####Tea\nis hot.}",
            Choice(id="", ask="Which?", options=(TEA, MILK), explain="Tea is hot."),
        ),
        (
            "Which?{~%50%tea ~%50%cocoa ~%-50%milk}",
            Choices(
                id="",
                ask="Which?",
                options=(TEA, Option(text="cocoa", correct=True), MILK),
            ),
        ),
        ("It is hot.{T}", Statement(id="", ask="It is hot.", answer=True)),
        ("It is hot.{ FALSE }", Statement(id="", ask="It is hot.", answer=False)),
        ("Which?{=tea =cocoa}", Short(id="", ask="Which?", accept=("tea", "cocoa"))),
        ("Which?{tea}", Short(id="", ask="Which?", accept=("tea",))),
        ("Which?{=T}", Short(id="", ask="Which?", accept=("T",))),
        (
            "Which?{=%100%tea =%0%milk#No.}",
            Short(id="", ask="Which?", accept=("tea",), reject=(Rejected(text="milk", why="No."),)),
        ),
        (r"Which?{=2\\*2}", Short(id="", ask="Which?", accept=("2*2",))),
        ("How many?{#20}", Number(id="", ask="How many?", answer=20)),
        ("How many?{#-1.5}", Number(id="", ask="How many?", answer=-1.5)),
        ("How many?{#20:2}", Number(id="", ask="How many?", answer=20, tolerance=2)),
        ("How many?{#1..5}", Number(id="", ask="How many?", answer=3, tolerance=2)),
        (
            "Pi?{#3.141..3.142}.",
            Number(id="", ask="Pi?", answer=3.1415, tolerance=0.0005),
        ),
        (
            "How many?{#\n=20:0#Yes.\n=%0%2:0#No.\n}",
            Number(
                id="",
                ask="How many?",
                answer=20,
                explain="Yes.",
                reject=(Rejected(text="2", why="No."),),
            ),
        ),
        (
            "Pair.{=a -> 1 =b -> 2 -> 3 = -> 4}",
            Match(
                id="",
                ask="Pair.",
                pairs=(Pair(left="a", right="1"), Pair(left="b", right="2 -> 3")),
                spare=Rejected(text="4"),
            ),
        ),
        (
            "Drink {=tea ~milk} hot.",
            Cloze(
                id="",
                ask="What is missing?",
                text="Drink ___ hot.",
                blanks=(Blank(accept=("tea",)),),
                words=(Rejected(text="milk"),),
            ),
        ),
        (
            "Two and two are {=four =4}.",
            Cloze(
                id="",
                ask="What is missing?",
                text="Two and two are ___.",
                blanks=(Blank(accept=("four", "4")),),
            ),
        ),
        ("Tell a child.{}", TeachBack(id="", ask="Tell a child.")),
        ("Tell a child.{####So.}", TeachBack(id="", ask="Tell a child.", explain="So.")),
    ],
)
def test_each_type_is_a_kind_of_ours(text: str, question: Question) -> None:
    entry = only(text)
    assert (entry.refused, entry.question) == ("", question)


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        (r"A \= B \~ C \# D \{E\} F\: G?{T}", "A = B ~ C # D {E} F: G?"),
        (r"C\\\: and \\n and \\\\?{T}", r"C\: and \n and \\?"),
        (r"One\nTwo{T}", "One\nTwo"),
        ("One\nTwo{T}", "One Two"),
        ("A colon: here?{T}", "A colon: here?"),
        ("[plain]<b>1 &lt; 2</b>{T}", "<b>1 &lt; 2</b>"),
        (r"[plain][html]\n<b>{T}", "[html]\n<b>"),
        ("[html]<p>1 &lt; 2</p><p>Yes</p>{T}", "1 < 2\n\nYes"),
        ("[moodle]<b>Bold</b>{T}", "Bold"),
        ("1 < 2 & 3 > 2{T}", "1 < 2 & 3 > 2"),
        ("[markdown]Is *this* so?{T}", "Is this so?"),
        ("[other]Is this so?{T}", "[other]Is this so?"),
        ("::name::Is this so?{T}", "Is this so?"),
        (r"::a \:\: b::Is this so?{T}", "Is this so?"),
        ("::Is this so?{T}", "Is this so?"),
    ],
)
def test_a_stem_says_what_its_writer_meant(text: str, ask: str) -> None:
    question = only(text).question
    assert question
    assert question.ask == ask


@pytest.mark.parametrize(
    ("answers", "answer", "why"),
    [
        ("TRUE#wrong", True, {"false": "wrong"}),
        ("TRUE#wrong#right", True, {"false": "wrong", "true": "right"}),
        ("TRUE##right", True, {"true": "right"}),
        ("FALSE#wrong#right####so", False, {"true": "wrong", "false": "right"}),
    ],
)
def test_the_first_feedback_of_true_or_false_is_for_the_wrong_response_as_in_moodle(
    answers: str, answer: bool, why: dict[str, str]
) -> None:
    question = only(f"It is hot.{{{answers}}}").question
    assert isinstance(question, Statement)
    assert (question.answer, question.why) == (answer, why)


@pytest.mark.parametrize(
    ("text", "losses"),
    [
        ("Which?{=tea ~%50%cocoa ~milk}", ["the weight 50 % of “cocoa”"]),
        ("Which?{=tea =cocoa ~milk}", ["that one right option is enough"]),
        (
            "Which?{~%50%tea ~%50%cocoa ~milk}",
            ["its weights (50 %, 50 %, 0 %): here a wrong pick takes a right one back"],
        ),
        ("Which?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-33.33333%d}", []),
        (
            "Which?{=tea =*cocoa* =%0%*#No.}",
            ["the pattern “*cocoa*”", "what it says to any other answer"],
        ),
        ("Which?{=true}", ["that it may be a statement: “true” is to be typed"]),
        ("Which?{=tea#Hot. ####So.}", ["what is said of a right answer"]),
        ("When?{#=1822:0 =%50%1822:2}", ["the answer “1822”, which earns 50 %"]),
        ("When?{#=1822 =1823}", ["the answer “1823”, which earns 100 %"]),
        ("When?{#1822 ~#No.}", ["what it says to any other answer"]),
        ("When?{#=1822 =%25%1900#Late.}", ["the weight 25 % of “1900”"]),
        ("Pair.{=a->1 =b->2 =->3 =->4}", ["the choice “4”, which fits nothing"]),
        (
            "[html]<b>Is</b> <img src\\=x> this so?{T#<a>x</a>}",
            ["bold letters", "a picture", "a link"],
        ),
        (
            "// [tag:fred] [tag:skill:great]\nIs this so?{T}",
            ["the tag “fred”", "the tag “skill:great”"],
        ),
    ],
)
def test_what_is_not_carried_is_told(text: str, losses: list[str]) -> None:
    entry = only(text)
    assert entry.question
    assert list(entry.losses) == losses


BRACES = r"write \{ and \} for those that belong to the text"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Which?{~tea ~milk}", "no answer is marked as right"),
        ("Which?{=%50%tea}", "no answer is marked as right"),
        ("Which?{=te* }", "no answer is marked as right"),
        ("Which?{~%-50%tea ~milk}", "no answer is marked as right"),
        ("When?{#*}", "no answer is marked as right"),
        ("When?{#soon}", "“soon” is no number: write it with digits and a point"),
        ("When?{#3,14}", "“3,14” is no number: write it with digits and a point"),
        ("When?{#1:x}", "“x” is no number: write it with digits and a point"),
        ("Pair.{=a->1 =b}", "a pair has no -> between its sides"),
        ("Pair.{=a->1}", "it has fewer than two pairs"),
        ("{=tea ~milk}", "it asks nothing: its text is empty"),
        ("Which?{=tea ~milk", "its braces are not closed: write a }, and no empty line before it"),
        ("Which? tea}", f"a brace is closed here and none is open: {BRACES}"),
        ("Which?} {=tea ~milk}", f"a brace is closed here and none is open: {BRACES}"),
        ("{=tea} or {=milk}?", f"more than one pair of braces: {BRACES}"),
        ("Which?{=a {b} ~c}", f"more than one pair of braces: {BRACES}"),
        ("Which?{" + "=a" * 501 + "}", "it has more than 500 answers"),
    ],
)
def test_what_can_be_no_question_is_refused_in_words(text: str, reason: str) -> None:
    entry = only(text)
    assert (entry.question, entry.refused) == (None, reason)


def test_an_empty_line_in_braces_breaks_a_question_and_no_other_one() -> None:
    entries = found("One?{T}", "", "Which?{", "=tea", "", "~milk", "}", "", "Two?{F}").entries
    assert [(entry.line, bool(entry.question)) for entry in entries] == [
        (1, True),
        (3, False),
        (6, False),
        (9, True),
    ]


def test_comments_are_left_out_wherever_a_line_of_them_stands() -> None:
    imported = found("// A head", "", "// [id:x]", "Which?{", "// no", "=tea", "~milk//yes", "}")
    (entry,) = imported.entries
    options = (TEA, Option(text="milk//yes"))
    assert entry.question == Choice(id="x", ask="Which?", options=options)
    assert entry.line == 4


def test_ids_and_tags_stand_in_comments_just_above() -> None:
    imported = found(
        "// [id:lost]",
        "",
        r"// question: 5 [id: a\]b ] [tag:difficulty:easy] [tag:skill:apply] [id:other] [tag:open",
        "Is it so?{T}",
    )
    (entry,) = imported.entries
    assert entry.losses == ()
    assert entry.question == Statement(
        id="a]b",
        ask="Is it so?",
        answer=True,
        skill=Skill.APPLY,
        difficulty=Difficulty.EASY,
    )


def test_a_category_is_the_topic_of_what_follows() -> None:
    imported = found(
        "Zero?{T}",
        "",
        "$CATEGORY: $course$/top/Health/Water // air",
        "One?{T}",
        "",
        "// question: 0",
        "$CATEGORY: Health / Soap",
        "",
        "Two?{T}",
        "",
        "$CATEGORY: Health",
        "",
        "Three?{T}",
    )
    assert imported.title == "Health"
    assert [(one.line, one.topic) for one in imported.entries] == [
        (1, ""),
        (4, "Water / air"),
        (9, "Soap"),
        (13, ""),
    ]


def test_categories_side_by_side_give_no_title() -> None:
    imported = found("$CATEGORY: a/b", "", "One?{T}", "", "$CATEGORY: c", "", "Two?{T}")
    assert imported.title == ""
    assert [one.topic for one in imported.entries] == ["b", "c"]


def test_descriptions_go_into_the_passage_and_what_they_lose_is_told() -> None:
    imported = found(
        "::Read::Water is wet.", "", "[html]<p>It is</p><p>clear.</p><img>", "", "So?{T}"
    )
    assert imported.passage == ("Water is wet.", "It is\n\nclear.")
    lost, question = imported.entries
    assert (lost.line, lost.question, lost.losses) == (3, None, ("a picture",))
    assert (lost.refused, imported.count) == ("", 1)
    assert question.question


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("::Drinks\t \\: hot::Which?{T}", "Drinks : hot"),
        ("Which?{=tea ~milk}", "Which?"),
        ("[html]<b>Which</b>?{=tea ~milk}", "Which?"),
        ("Which\x1b[31m?{=tea ~milk", "Which\ufffd[31m?"),
        ("x" * 99, f"{'x' * 39}…"),
    ],
)
def test_a_question_is_called_by_its_name_or_its_first_words(text: str, name: str) -> None:
    assert [entry.name for entry in gift.read(text + "{").entries][:1] == [name]


PIECES = (
    "{",
    "}",
    "{}",
    "=",
    "~",
    "#",
    ":",
    "->",
    "%",
    "*",
    "\\",
    "[",
    "]",
    "[id:",
    "[tag:",
    "<",
    "&",
)


@pytest.mark.parametrize("piece", PIECES)
def test_tens_of_thousands_of_anything_are_read_or_told(piece: str) -> None:
    many = piece * 30_000
    for text in (
        f"// {many}\n{many}{{=a ~b}}{many}",
        f"// {many}\n::{many}\nWhich?{{=a#{many} ~b#{many}####{many}}}",
        f"Which?{{#{many}}}",
        f"Which?{{={many}->{many}}}",
        f"[html]{many}{{{many}}}",
    ):
        (entry,) = gift.read(text).entries
        assert entry.question or entry.refused


def test_a_file_with_too_many_questions_is_refused() -> None:
    with pytest.raises(NotThatFormat, match="more than 10,000 questions"):
        gift.read("a?{T}\n\n" * 10_002)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("// a comment\n\n::name::Which?{\n\t=tea\n}", True),
        ("Which?{~milk =tea}", True),
        ("Is it?{TRUE#no}", True),
        ("When?{#1822:5}", True),
        ("Tell.\n\nWhy?{}", True),
        ("$CATEGORY: x", True),
        ("# A heading\n\n- [x] tea\n", False),
        ("Which?\nA) tea\nANSWER: A", False),
        ("schema: 1\nid: x\n", False),
        ("", False),
    ],
)
def test_a_gift_file_is_known_by_what_is_in_it(text: str, known: bool) -> None:
    assert gift.FORMAT.recognizes(text) is known


@pytest.mark.parametrize("mark", ["[", "a"])
def test_long_markdown_without_a_name_is_refused_alone(mark: str) -> None:
    long, short = found(f"[markdown]{mark * 9_000}{{T}}", "", "Is rain wet?{T}").entries
    assert long.refused
    assert short.question


def test_categories_without_end_are_read() -> None:
    imported = found(*["$CATEGORY: a/b"] * 40_000, "Is rain wet?{T}")
    assert [one.topic for one in imported.entries] == ["b"]
