"""Entries of files become questions of one draft, and what becomes of each is told."""

from dataclasses import replace

import pytest

from quiz.exchange.drafting import LONGEST, MOST_TOPICS, Drafting, Taken
from quiz.exchange.format import Entry, Imported
from quiz.model.passage import Passage
from quiz.model.question import Choice, Cloze, Locate, Short
from quiz.model.question_parts import Option, Tempting

EMPTY = Passage(title="Rain", source="Ours")
ARTICLE = replace(EMPTY, text="Rain is water. It falls from clouds.")
RAIN = Short(id="", ask="What falls?", accept=("rain",))
PICK = Choice(
    id="",
    ask="What falls?",
    options=(Option(text="Rain", correct=True), Option(text="Stones", quote="from clouds")),
)


def entry(question: object = RAIN, **fields: object) -> Entry:
    return Entry(**({"line": 3, "name": "Q", "question": question} | fields))  # type: ignore[arg-type]


def taken(*entries: Entry, passage: Passage = EMPTY) -> list[Taken]:
    drafting = Drafting(passage)
    for one in entries:
        drafting.add("a.txt", one)
    return drafting.taken


def only(one: Entry, passage: Passage = EMPTY) -> Taken:
    (found,) = taken(one, passage=passage)
    assert (found.file, found.line) == ("a.txt", 3)
    return found


def test_a_question_gets_an_id_of_its_stem_or_of_its_sentence() -> None:
    assert only(entry()).question == replace(RAIN, id="what-falls")
    blank = Cloze(id="", ask="What is missing?", text="___ falls down.", blanks=())
    assert only(entry(blank)).question == replace(blank, id="falls-down")


def test_its_own_id_stays_where_it_fits_and_is_told_where_not() -> None:
    first, second, third = taken(*(entry(replace(RAIN, id=id_)) for id_ in ("q1", "q1", "Q 2")))
    assert [one.question and one.question.id for one in (first, second, third)] == [
        "q1",
        "q1-2",
        "q-2",
    ]
    assert first.changed == ()
    assert second.changed == ("its id q1 is q1-2 here",)
    assert third.changed == ("its id Q 2 is q-2 here",)


def test_what_is_no_question_is_left_out_with_its_reason() -> None:
    found = only(entry(None, refused="no answer is marked as right", losses=("a picture",)))
    assert (found.question, found.refused, found.lost) == (
        None,
        "no answer is marked as right",
        ("a picture",),
    )


def test_clues_go_and_that_is_told() -> None:
    options = (Option(text="Rain.", correct=True), Option(text="Stones"))
    found = only(entry(replace(PICK, options=options)))
    assert found.question == replace(
        PICK, id="what-falls", options=(Option(text="Rain", correct=True), Option(text="Stones"))
    )
    assert found.changed == ("without full stops or the like at the end of some options alone",)


def test_losses_are_told_on_one_line() -> None:
    found = only(entry(name="Q\x1b[31m\n1", losses=("a picture", "the tag\nx")))
    assert (found.name, found.lost) == (
        "Q\N{REPLACEMENT CHARACTER}[31m 1",
        ("a picture", "the tag x"),
    )


# Evidence


def test_without_a_passage_evidence_stays() -> None:
    question = replace(RAIN, evidence=("Rain is water", "nothing"))
    assert only(entry(question)).question == replace(question, id="what-falls")


def test_evidence_that_the_passage_does_not_hold_is_told() -> None:
    question = replace(RAIN, evidence=("Rain is water", "Snow is ice"))
    found = only(entry(question), ARTICLE)
    assert found.question == replace(RAIN, id="what-falls", evidence="Rain is water")
    assert found.lost == ("evidence that is not in the passage: Snow is ice",)


def test_so_are_tempting_words() -> None:
    found = only(entry(PICK), ARTICLE)
    assert (found.question, found.lost) == (replace(PICK, id="what-falls"), ())
    other = replace(PICK, options=(PICK.options[0], replace(PICK.options[1], quote="from trees")))
    found = only(entry(other), ARTICLE)
    plain = (PICK.options[0], Option(text="Stones"))
    assert found.question == replace(PICK, id="what-falls", options=plain)
    assert found.lost == ("tempting words that are not in the passage: from trees",)


def test_a_sentence_to_find_keeps_its_key() -> None:
    question = Locate(id="a", ask="Which?", evidence="Snow", reject=(Tempting(quote="Ice"),))
    assert only(entry(question), ARTICLE).question == question


# Topics


def test_categories_are_topics_in_their_words() -> None:
    drafting = Drafting(EMPTY)
    for category in ("Wet things", "Dry things", "Wet things", "wet/things", ""):
        drafting.add("a.txt", entry(topic=category))
    assert drafting.topics == {
        "wet-things": "Wet things",
        "dry-things": "Dry things",
        "wet-things-2": "wet/things",
    }
    assert [one.question and one.question.topic for one in drafting.taken] == [
        "wet-things",
        "dry-things",
        "wet-things",
        "wet-things-2",
        "",
    ]


def test_a_topic_keeps_the_id_that_a_file_gives_it() -> None:
    drafting = Drafting(EMPTY)
    drafting.add("a.txt", entry(replace(RAIN, topic="wet"), topic="Wet things"))
    assert drafting.topics == {"wet": "Wet things"}


def test_more_topics_than_a_quiz_has_are_told() -> None:
    found = taken(*(entry(topic=f"Topic {number}") for number in range(MOST_TOPICS + 1)))
    assert found[-1].question
    assert found[-1].question.topic == ""
    assert found[-1].lost == ("its category Topic 100: a quiz has at most 100 topics",)


# The passage


@pytest.mark.parametrize(
    ("passage", "paragraphs", "text", "lost"),
    [
        (EMPTY, ("Read\nthis.", " ", "It is short."), "Read this.\n\nIt is short.", ()),
        (EMPTY, (), "", ()),
        (
            ARTICLE,
            ("Read this.",),
            ARTICLE.text,
            ("the text beside its questions: the article is the passage",),
        ),
        (
            EMPTY,
            ("x" * (LONGEST + 1),),
            "",
            ("the text beside its questions: a passage has at most 50,000 characters",),
        ),
    ],
)
def test_what_stands_beside_the_questions(
    passage: Passage, paragraphs: tuple[str, ...], text: str, lost: tuple[str, ...]
) -> None:
    drafting = Drafting(passage)
    drafting.describe([("a.txt", Imported(entries=(), passage=paragraphs))])
    assert drafting.passage.text == text
    assert [one.lost for one in drafting.taken] == ([lost] if lost else [])


def test_several_files_make_one_passage_and_the_first_title_counts() -> None:
    drafting = Drafting(EMPTY)
    files = [
        ("a.txt", Imported(entries=(), passage=("One.",))),
        ("b.txt", Imported(title="Rain\nfalls", entries=(), passage=("Two.",))),
        ("c.txt", Imported(title="Snow", entries=())),
    ]
    drafting.describe(files)
    assert (drafting.title, drafting.passage.text) == ("Rain falls", "One.\n\nTwo.")
