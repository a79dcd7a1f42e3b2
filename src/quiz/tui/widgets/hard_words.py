"""Hard words in a text: underlined, and a click shows what they mean."""

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style

from quiz.engine.terms import spans
from quiz.model.quiz import Term


def underlined(content: Content, terms: Sequence[Term]) -> Content:
    """Return a text in which a click on a term shows what it means."""
    for index, term in enumerate(terms):
        for span in spans(term, content.plain):
            content = content.stylize(link_to(index), *span)
    return content


def link_to(index: int) -> Style:
    """Return the style of a term by its place in the glossary: no text of a file is run."""
    return Style(underline=True) + Style.from_meta({"@click": f"screen.explain({index})"})
