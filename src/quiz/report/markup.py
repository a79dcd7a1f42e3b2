"""Parts of a report's page: tables, notices, and words in the language of the quiz."""

from collections.abc import Iterable, Sequence

from quiz.analysis.named import Named
from quiz.analysis.wording import MEANINGS
from quiz.model.markup import direction, safe


class Voice:
    """Says what words of the quiz and of learners are, for screen readers and for their order."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._own = language.split("-", maxsplit=1)[0].lower() == "en"

    def quiz(self, text: str) -> str:
        """Return words of the quiz as HTML, in its language and direction."""
        if self._own:
            return safe(text)
        where = f'lang="{safe(self._language)}" dir="{direction(self._language)}"'
        return f"<span {where}>{safe(text)}</span>"

    def learner(self, text: str) -> str:
        """Return a name, or what was typed, as HTML; its direction touches nothing around it."""
        return f"<bdi>{safe(text)}</bdi>"


def table(caption: str, heads: Sequence[str], rows: Iterable[str], *, shown: bool = False) -> str:
    """Return a table of rows that are HTML; the first head names them, the others are numbers."""
    said = f">{caption}" if shown else f' class="bare"><span class="unseen">{caption}</span>'
    first, *others = heads
    names = "".join(f'<th scope="col" class="n">{head}</th>' for head in others)
    return (
        f"<table>\n<caption{said}</caption>\n"
        f'<thead><tr><th scope="col">{first}</th>{names}</tr></thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
    )


def beside(name: str, bar: str) -> str:
    """Return a name with its bar beside it, or below where there is no room."""
    return f'<div class="beside"><div>{name}</div>{bar}</div>'


def row(name: str, *cells: object) -> str:
    """Return a row: its name is HTML, the other cells are numbers."""
    numbers = "".join(f'<td class="n">{cell}</td>' for cell in cells)
    return f'<tr><th scope="row">{name}</th>{numbers}</tr>\n'


def figure_table(caption: str, named: Iterable[Named]) -> str:
    """Return a table of figures, each with what it means beside it."""
    rows = (
        row(
            f'<b>{safe(one.name)}</b><br><span class="quiet small">{safe(_meaning(one))}</span>',
            spread(one.shown),
        )
        for one in named
    )
    return table(caption, ["Figure, and what it means", "Value"], rows)


def scrolling(label: str, made: str) -> str:
    """Return a wide table that scrolls by itself where there is no room, also by keyboard."""
    return f'<div class="scroll" role="region" aria-label="{label}" tabindex="0">\n{made}</div>\n'


def spread(shown: str) -> str:
    """Return a figure as HTML, its range on a line of its own."""
    value, _, interval = shown.partition(" (")
    below = f'<br><span class="quiet small">({safe(interval)}</span>' if interval else ""
    return safe(value) + below


def _meaning(one: Named) -> str:
    blank = f" None here: {one.why_blank}." if one.why_blank else ""
    return MEANINGS[one.name] + blank


def notice(text: str, kind: str = "") -> str:
    """Return a paragraph that stands out."""
    return f'<p class="notice{f" {kind}" if kind else ""}">{safe(text)}</p>\n'
