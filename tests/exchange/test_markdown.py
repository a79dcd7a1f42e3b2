"""Quizzes as Markdown, read by the reader that Textual uses."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from quiz.exchange import markdown
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.support.made_up import HOSTILE, quizzes, texts_of

GOOD = Path(__file__).parents[1] / "quizzes/good"
NODES = {
    *("root", "heading", "paragraph", "bullet_list", "list_item", "blockquote"),
    *("inline", "text", "strong", "em"),
}
"""All that Markdown of ours is made of."""
UNSEEN = {"id", "kind", "points", "tag", "answer", "topic", "skill", "accept"}


def tree(text: str) -> SyntaxTreeNode:
    """Return Markdown as it is read, with tables, links of bare addresses and strike-through."""
    reader = MarkdownIt("gfm-like")
    tokens: list[Token] = reader.parse(text)
    return SyntaxTreeNode(tokens)


def plain(node: SyntaxTreeNode) -> str:
    """Return the text of a node, its blocks on lines of their own."""
    if node.type == "text":
        return node.content
    within = "".join(map(plain, node.children))
    return f"{within}\n" if node.type == "inline" else within


def sections(text: str) -> dict[str, str]:
    """Return the text of each part below a heading of the second level."""
    found: dict[str, str] = {}
    for node in tree(text).children:
        if node.tag == "h2":
            found[heading := plain(node).strip()] = ""
        elif found:
            found[heading] += plain(node)
    return found


def test_a_quiz_is_its_passage_its_questions_hints_and_behind_them_the_key() -> None:
    parts = sections(markdown.write(read(GOOD / "everything.yaml")).data.decode())
    assert [*parts] == [
        *("Water every day", "Questions", "Hints", "Key"),
        "Beyond the passage",
    ]
    assert (
        "When do you need more water?\nPick one. 2 points.\nA. At night\nB. On hot"
        in (parts["Questions"])
    )
    assert "Question 1: Think of the sun." in parts["Hints"]
    assert parts["Key"].startswith(
        "Answer 1\nB. On hot days\n✗ A. At night – Night is not in the passage.\n"
        "✓ B. On hot days – The passage says so.\nHot days, and hard work.\nOn hot days\n"
    )
    assert "hot, Why we need water, Understand it, easy" in parts["Key"]


def test_nothing_before_the_key_tells_it() -> None:
    for kind in ("choice", "choices", "match", "order", "cloze", "teach-back"):
        parts = sections(markdown.write(read(GOOD / f"{kind}.yaml")).data.decode())
        listed = [line for line in parts["Questions"].splitlines() if line[1:3] == ". "]
        texts = [line[3:] for line in listed if line[0].isalpha()]
        assert texts == sorted(texts)


def test_what_is_lost_is_said() -> None:
    losses = markdown.write(read(GOOD / "everything.yaml")).losses
    assert [(one.question, one.what) for one in losses if one.question == ""] == [
        ("", "the pretest and the posttest"),
        ("", "the claims of the article, and which questions ask about them"),
    ]


def test_a_text_that_means_something_in_markdown_stays_text() -> None:
    for text in HOSTILE:
        for lead in ("", "- ", "> ", "**x**: "):
            root = tree(lead + markdown.escaped(text))
            assert {node.type for node in root.walk()} <= NODES
            assert plain(root).strip().removeprefix("x: ") == " ".join(text.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quizzes())
def test_every_key_reason_and_explanation_is_in_it_as_text(quiz: Quiz) -> None:
    root = tree(markdown.write(quiz).data.decode())
    assert {node.type for node in root.walk()} <= NODES
    shown = plain(root)
    for question in quiz.questions:
        for text in texts_of(question, UNSEEN):
            assert " ".join(text.split()) in shown
