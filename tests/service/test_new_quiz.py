"""A quiz file that is begun from an article."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article import reading
from quiz.article.article import Article, Block
from quiz.check.finishing import left_to_do
from quiz.model.problem import UnreadableFile
from quiz.model.question import Choice
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz
from quiz.model.to_write_over import EXPLANATION, WHY
from quiz.quizfile.reader import read_bytes
from quiz.service.new_quiz import Beginning, by_id, new_quiz, title_of, topics_of
from tests.support.files import ROOT

TEXT = b"""\
# Bees at school

The first school for bees was built in 1931. Why was that? It stands in New Haven.

## Tests

Young bees pass a test at the end of spring. Bees learn there to tell colors apart by the
photoreceptors of their eyes. Never say never.

- in the sun
"""


def begun(article: Article, most: int = 12, language: str = "en", **more: Choice) -> str:
    """Return the text of a quiz file that is begun from an article."""
    topics = by_id(topics_of(article))
    title = title_of(article.title, "my quiz.yaml")
    beginning = Beginning(title=title, language=language, topics=topics, **more)
    return new_quiz(article, beginning, "my quiz.yaml", most).text


def read(text: str) -> Quiz:
    return read_bytes(text.encode(), "my quiz.yaml")


def uncommented(text: str) -> str:
    """Return what becomes of lines that begin with # when that and the space behind it go."""
    return re.sub(r"^( *)# ", r"\1", text, flags=re.MULTILINE)


def test_what_stands_in_the_file() -> None:
    article = reading.read_bytes(TEXT, "bees.md")
    text = begun(article)
    quiz = read(text)
    assert (quiz.id, quiz.title, quiz.draft) == ("my-quiz", "Bees at school", True)
    assert quiz.topics == {"tests": "Tests"}
    assert quiz.passage.source == "Bees at school (bees.md)"
    assert quiz.passage.text == article.text
    assert [one.id for one in quiz.questions] == ["number-1", "cloze-3", "statement-4", "cloze-5"]
    assert all(one.draft and one.explain == EXPLANATION for one in quiz.questions)
    places = re.findall(r"## Sentence (\d+) has no question yet", text)
    assert places == ["6", "7"]
    assert "##    quiz check --watch 'my quiz.yaml'\n" in text
    assert max(map(len, text.splitlines())) <= 105


def test_the_guide_shows_what_is_drafted() -> None:
    text = b"# Hands\n\n## How\n\nRub them with soap for twenty seconds.\n"
    article = reading.read_bytes(text, "a.md")
    page = (ROOT / "docs/how-to/make-a-quiz-from-an-article.md").read_text(encoding="utf-8")
    drafted = begun(article).partition("\nquestions:\n")[2]
    assert drafted in page


def test_questions_and_places_stand_in_the_order_of_the_passage() -> None:
    text = begun(reading.read_bytes(TEXT, "bees.md"), 2)
    assert re.findall(r"^(?:# )?- id: (.*)", text, re.MULTILINE) == [
        *("number-1", "cloze-3", "choice-4", "choice-5", "choice-6", "choice-7")
    ]


def test_each_place_becomes_a_draft_question_when_its_lines_are_uncommented() -> None:
    text = begun(reading.read_bytes(TEXT, "bees.md"), 1)
    known = len(read(text).questions)
    blocks = text.split("\n\n")
    places = [block for block in blocks if block.startswith("## Sentence")]
    assert len(places) == 5
    for place in places:
        quiz = read(text.replace(place, uncommented(place)))
        assert len(quiz.questions) == known + 1
        (choice,) = (one for one in quiz.questions if isinstance(one, Choice))
        assert quiz.holding(choice.quotes)
    assert len(read(uncommented(text)).questions) == known + 5


def test_what_no_person_wrote_yet_is_left_to_do() -> None:
    quiz = read(uncommented(begun(reading.read_bytes(TEXT, "bees.md"))))
    left = [".".join(map(str, path[1:])) for path, *_ in left_to_do(quiz)]
    assert left == [
        *("0.explain", "1.explain", "2.why.false", "2.why.not stated", "2.explain", "3.explain"),
        *("4.ask", "4.options.0.text", "4.options.1.text", "4.options.1.why"),
        *("4.options.2.text", "4.options.2.why", "4.explain"),
        *("5.ask", "5.options.0.text", "5.options.1.text", "5.options.1.why"),
        *("5.options.2.text", "5.options.2.why", "5.explain"),
    ]


def test_hard_words_become_terms_when_they_are_uncommented() -> None:
    text = begun(reading.read_bytes(TEXT, "bees.md"))
    assert read(text).terms == ()
    assert read(uncommented(text)).terms == ("photoreceptors",)
    example = re.search(r"^## (\{term: .*\})$", text, re.MULTILINE)
    assert example
    explained = uncommented(text).replace("\n- photoreceptors", f"\n- {example[1]}")
    assert [term.term for term in read(explained).glossary] == ["photoreceptors"]


def test_how_hard_it_is() -> None:
    hard = "Comprehensive interdisciplinary supervision necessitates considerable heterogeneity. "
    text = begun(reading.read_bytes(hard.encode() + b"Bees can be seen in the sun. " * 15, "a.txt"))
    assert re.search(r"## The passage reads at school grade \d+\.\d \(Flesch-Kincaid\)\.\n", text)
    text = begun(reading.read_bytes(hard.encode() * 20, "a.txt"))
    assert "For health texts, grade 8 or below is best." in " ".join(text.replace("##", "").split())
    assert "## - Comprehensive interdisciplinary supervision" in text


def test_another_language() -> None:
    article = reading.read_bytes(
        "Les abeilles dansent pour leurs sœurs. Elles volent.".encode(), "a"
    )
    text = begun(article, language="fr")
    quiz = read(text)
    assert (quiz.language, quiz.title) == ("fr", "My quiz")
    assert [one.id for one in quiz.questions] == ["choice-1"]
    assert "# - id: choice-2" in text
    assert "terms:" not in text


def test_a_first_question_stands_before_the_others() -> None:
    options = (Option(text="A school", correct=True), Option(text="A: hive"))
    first = Choice(id="first", draft=True, ask="What? # this", options=options)
    quiz = read(begun(reading.read_bytes(TEXT, "bees.md"), 1, first=first))
    school, hive = options
    options = (school, replace(hive, why=WHY))
    assert quiz.questions[0] == replace(first, options=options, explain=EXPLANATION)
    assert len(read(begun(reading.read_bytes(TEXT, "bees.md"), 0, first=first)).questions) == 1


@pytest.mark.parametrize("text", ["Bees?", "ants", "a b: c # d", "1", "Ants. Ants."])
def test_a_passage_of_which_nothing_can_be_drafted(text: str) -> None:
    assert len(read(begun(reading.read_bytes(text.encode(), "a.txt"))).questions) == 1


@pytest.mark.parametrize(
    ("topics", "ids"),
    [
        (("When to wash", "How"), ["when-to-wash", "how"]),
        (("漢字", "??", "How", "how!"), ["topic-1", "topic-2", "how", "how-2"]),
        (("a" * 99, "a" * 98), ["a" * 64, "a" * 62 + "-2"]),
    ],
)
def test_ids_of_topics(topics: tuple[str, ...], ids: list[str]) -> None:
    assert [*by_id(topics)] == ids


LINES = st.text(max_size=40) | st.sampled_from(
    [
        "a: b",
        "- a",
        "# a",
        "{a",
        "'a",
        "| b",
        "---",
        "Ada’s 5 bees.",
        "In 1931 bees danced.",
        "&a *b",
    ]
)
BLOCKS = st.builds(Block, LINES.map(lambda line: f"{line} is one."), st.booleans())


@given(st.lists(BLOCKS, min_size=1, max_size=5), LINES, st.sampled_from(["en", "de"]))
def test_whatever_the_article_says_the_file_is_read_and_evidence_found(
    blocks: list[Block], title: str, language: str
) -> None:
    try:
        article = reading.read_bytes("".join(page(blocks, title)).encode(), "a.html")
    except UnreadableFile:
        return
    text = begun(article, language=language)
    quiz = read(text)
    assert quiz.passage.text == article.text
    assert all(quiz.holding(one.quotes) for one in quiz.questions if one.quotes)
    assert read(uncommented(text)).passage == quiz.passage


def page(blocks: list[Block], title: str) -> Iterator[str]:
    """Yield the parts of a web page."""
    yield f"<html><h1>{escaped(title)}</h1>"
    for block in blocks:
        tag = "h2" if block.is_heading else "p"
        yield f"<{tag}>{escaped(block.text)}</{tag}>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
