"""A passage: how it is laid out, its sentences, and where a quote stands."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.passage import Passage


def passage(text: str) -> Passage:
    return Passage(title="T", source="S", text=text)


@pytest.mark.parametrize(
    ("written", "laid_out"),
    [
        ("", ""),
        ("One.", "One."),
        ("  One\n  two.\n", "One two."),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One.\n \t\n\n\nTwo\nthree.\n\n", "One.\n\nTwo three."),
        ("One  two\tthree", "One two three"),
        ("\n\nOne.", "One."),
    ],
)
def test_text_is_laid_out_anew(written: str, laid_out: str) -> None:
    assert passage(written).text == laid_out


@given(st.text("ab.\n \t", max_size=60))
def test_laying_out_twice_changes_nothing(text: str) -> None:
    once = passage(text).text
    assert passage(once).text == once
    assert once.split() == text.split()


@given(st.text("ab\n \t\u2003\x85", max_size=60))
def test_an_empty_line_begins_a_paragraph(text: str) -> None:
    paragraphs = re.split(r"\n\s*\n", text.strip())
    assert passage(text).text == "\n\n".join(" ".join(one.split()) for one in paragraphs)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One. Two.\n\nThree.", ["One. Two.", "Three."]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [passage(text).text[start:end] for start, end in passage(text).paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("One\n\nTwo", ["One", "Two"]),
        ("Dr. Ho came at 2.5 p.m. and left.", ["Dr. Ho came at 2.5 p.m. and left."]),
        ("He said “Go.” She went.", ["He said “Go.”", "She went."]),
        ("First line\nsame sentence. Next.", ["First line same sentence.", "Next."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    given_ = passage(text)
    assert [given_.text[start:end] for start, end in given_.sentences()] == sentences


@given(st.text("ab.!? \n”", max_size=80))
def test_sentences_hold_all_of_the_text_in_order(text: str) -> None:
    given_ = passage(text)
    spans = given_.sentences()
    sentences = [given_.text[start:end] for start, end in spans]
    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for sentence in sentences:
        assert "\n" not in sentence
        assert sentence == sentence.strip() != ""


@given(st.text("aB. !?।。؟”(1", max_size=60), st.sampled_from(["en", "de", "zh", "ar", "hi"]))
def test_a_space_between_sentences_belongs_to_neither(text: str, language: str) -> None:
    given_ = passage(text)
    for start, end in given_.sentences(language):
        assert given_.text[start:end] == given_.text[start:end].strip() != ""


@pytest.mark.parametrize("language", ["en", "de", "fr", "zh-Hans", "xx", "en-GB"])
def test_sentences_of_any_language(language: str) -> None:
    assert len(passage("One two. Three four.").sentences(language)) == 2


TEXT = (
    "“Most people drink when they are thirsty” – it's enough.\n\nOn hot days, drink more (a lot)."
    "\n\nShade helps."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("hot days", "hot days"),
        ("On hot days", "On hot days"),
        ("on hot days", "On hot days"),
        ("Hot days", "hot days"),
        ("  hot \n days ", "hot days"),
        ('"Most people', "“Most people"),
        ("thirsty” - it’s enough", "thirsty” – it's enough"),
        ("enough. On hot", "enough.\n\nOn hot"),
        ("(a lot)", "(a lot)"),
        ("drink", "drink"),
        ("hot Days", None),
        ("hotdays", None),
        ("h.t days", None),
        ("days hot", None),
        ("(a", "(a"),
        ("it's enough. On hot days, drink more", "it's enough.\n\nOn hot days, drink more"),
        ("most people", "Most people"),
        ("\u201cmost people", None),
        ("", None),
        ("  ", None),
        ("[", None),
        ("Shade helps", "Shade helps"),
        ("a lot). Shade", "a lot).\n\nShade"),
    ],
)
def test_find(quote: str, found: str | None) -> None:
    given_ = passage(TEXT)
    span = given_.find(quote)
    assert (None if span is None else given_.text[span.start : span.end]) == found


def test_a_quote_that_almost_stands_there_over_and_over_takes_no_time() -> None:
    given_ = passage("a " * 25_000)
    for number in range(1_000):
        assert given_.find(f"{'a ' * 900}b{number}") is None


def test_find_gives_the_first() -> None:
    assert passage("a b. a b.").find("a b") == (0, 3)
    assert passage("B. b.").find("b") == (0, 1)
    assert passage("b. B.").find("B") == (0, 1)


@given(st.text("aB.'-“ ", min_size=1, max_size=40), st.data())
def test_every_stretch_of_the_text_is_found(text: str, data: st.DataObject) -> None:
    given_ = passage(text)
    start = data.draw(st.integers(0, len(given_.text)))
    quote = given_.text[start : data.draw(st.integers(start, len(given_.text)))]
    span = given_.find(quote)
    assert (span is None) == (not quote.strip())
    if span is not None:
        assert len(given_.text[span.start : span.end].split()) == len(quote.split())


@pytest.mark.parametrize(
    ("text", "quote", "language", "sentences"),
    [
        (TEXT, "drink more", "en", [1]),
        (TEXT, "enough. On hot days", "en", [0, 1]),
        (TEXT, "thirsty” – it's enough. On hot days, drink more (a lot). Shade", "en", [0, 1, 2]),
        (TEXT, "zebra", "en", []),
        (TEXT, "", "en", []),
        ("你好。再见。", "你好。", "zh", [0]),
        ("你好。再见。", "再见。", "zh", [1]),
    ],
)
def test_sentences_of_a_quote(text: str, quote: str, language: str, sentences: list[int]) -> None:
    assert list(passage(text).sentences_of(quote, language)) == sentences


def test_words() -> None:
    assert passage("One two.\n\nThree").words() == 3
    assert passage("").words() == 0
