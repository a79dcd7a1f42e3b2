"""What is drafted of a whole passage, and that it holds."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.drafting.drafts import drafts
from quiz.drafting.place import place
from quiz.drafting.sentence import sentences
from quiz.engine.kinds import KINDS
from quiz.model.passage import Passage
from quiz.quizfile.reader import read
from tests.drafting.build import passage, sentence
from tests.support.files import ROOT

TEXT = """\
The first school for bees was built in 1931. It stands in New Haven. Bees learn there to tell
colors apart by the photoreceptors of their eyes. Why do they? Nobody knows.

Most bees pass the test at the end of spring. In 1955 some 40 percent of them failed it. Teachers
blamed the rain for that. Wasps were let in later than bees."""


def asked(most: int, language: str = "en") -> list[str]:
    made = drafts(passage(TEXT), language, ["a", "b"], most)
    assert list(made) == sorted(made)
    assert all(int(one.id.rpartition("-")[2]) == index + 1 for index, one in made.items())
    return [f"{one.id} {one.topic}" for one in made.values()]


def test_each_sentence_is_asked_about_once_in_the_first_kind_that_fits() -> None:
    assert asked(99) == [
        "number-1 a",
        "cloze-2 a",
        "cloze-3 a",
        "locate-6 b",
        "number-7 b",
        "statement-8 b",
        "statement-9 b",
    ]


def test_where_not_all_can_be_taken_the_kinds_take_turns() -> None:
    assert asked(4) == ["number-1 a", "cloze-2 a", "locate-6 b", "statement-8 b"]
    assert asked(0) == []


def test_in_another_language_nothing_is_drafted() -> None:
    assert asked(99, "fr") == []
    assert asked(99, "en-GB") == asked(99)


def test_what_the_title_names_is_not_asked_for() -> None:
    made = drafts(passage(TEXT, "A school in New Haven"), "en", ["a", "b"], 99)
    assert "cloze-2" not in {one.id for one in made.values()}


def test_a_place_quotes_its_sentence_as_far_as_evidence_may_go() -> None:
    assert place(sentence("Bees dance."), "a").quotes == ("Bees dance.",)
    long = f"Bees {'and bees ' * 300}dance."
    (quote,) = place(sentence(long), "a").quotes
    assert long.startswith(f"{quote} ")
    assert 1900 < len(quote) <= 2000


WORDS_LISTED = (
    "The a of in bees dance 1931 2.5 million percent Spravato FDA 40% $5 two hours glutamate ___ "
    "“Why?” neurotransmitter it. They. was No. e.g. U.S. 1. ... ? ! (see) : # - ; it's"
)
WORDS = st.sampled_from(WORDS_LISTED.split()) | st.text(max_size=6)
PASSAGES = st.lists(st.lists(WORDS, min_size=3, max_size=40).map(" ".join), min_size=1, max_size=3)


@given(PASSAGES, st.sampled_from(["en", "en-US", "de"]))
def test_whatever_the_passage_keys_and_evidence_hold(paragraphs: list[str], language: str) -> None:
    whole = passage("\n\n".join(paragraphs))
    topics = ["a"] * len(whole.paragraphs)
    for index, question in drafts(whole, language, topics, 99).items():
        assert list(holding(whole, question.quotes, language)) == [index]
        assert not list(KINDS[question.kind].faults(question, language))
        for field in KINDS[question.kind].fields(question, language):
            assert field.accepts(field.key)


def holding(whole: Passage, quotes: tuple[str, ...], language: str) -> range:
    (quote,) = quotes
    return whole.sentences_of(quote, language)


def test_the_passage_that_ships() -> None:
    whole = read(ROOT / "questions" / "ketamine.yaml").passage
    made = drafts(whole, "en", ["a"] * len(whole.paragraphs), 99)
    kinds = {question.kind for question in made.values()}
    assert kinds == {"number", "cloze", "statement", "locate"}
    assert len(made) > len(sentences(whole, "en")) / 2
