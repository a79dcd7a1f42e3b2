"""Keys as a page of HTML."""

from collections.abc import Iterable, Sequence

from quiz.model.markup import safe
from quiz.paper.frame import frame
from quiz.paper.key import Key, Row, Solution
from quiz.paper.sheet_page import heading
from quiz.paper.size import Size


def key_page(keys: Sequence[Key], size: Size) -> str:
    """Return the keys, one version after the other, as one HTML file that loads nothing."""
    first = keys[0]
    names = [f"Key to {key.version}" for key in keys]
    articles = ("".join(_key(key, number)) for number, key in enumerate(keys))
    return frame(f"Key: {first.title}", first.language, names, size, articles)


def _key(key: Key, number: int) -> Iterable[str]:
    yield (
        f"<header>\n<h1>Key: {safe(key.title)}</h1>\n"
        f'<p class="version">{safe(key.version)}</p>\n'
        f'<p class="notice">{safe(key.disclaimer)}</p>\n</header>\n'
        f"<section>\n<h2>Answers at a glance</h2>\n<p>{key.total} points in all.</p>\n"
        '<ol class="strip" role="list">\n'
    )
    for one in key.solutions:
        yield f"<li><b>{one.number}</b>{safe(one.answer)}</li>\n"
    yield "</ol>\n</section>\n<section>\n<h2>Why</h2>\n"
    for one in key.solutions:
        yield _solution(one, f"k{number}-{one.number}")
    yield "</section>\n"
    if key.know:
        yield "<section>\n<h2>What to know beyond the passage</h2>\n"
        yield from (f"<p>{safe(note)}</p>\n" for note in key.know)
        yield "</section>\n"


def _solution(one: Solution, name: str) -> str:
    quotes = " ".join(f"<q>{safe(quote)}</q>" for quote in one.evidence)
    passage = f"<p>The passage says: {quotes}</p>\n" if quotes else ""
    note = f"<p><b>Beyond the passage:</b> {safe(one.note)}</p>\n" if one.note else ""
    return (
        f'<div class="solution" role="group" aria-labelledby="{name}">\n'
        f"{heading(one.number, one.ask, one.points, name)}"
        f'<div class="body">\n<p><b>Answer: {safe(one.answer)}</b></p>\n'
        f'<ul class="rows" role="list">\n{"".join(map(_row, one.rows))}</ul>\n'
        f"<p>{safe(one.explain)}</p>\n{passage}{note}</div>\n</div>\n"
    )


def _row(row: Row) -> str:
    mark, name = ("✓ ", "right") if row.right else ("", "other")
    label, answer = safe(row.label), f"{mark}{safe(row.text)}"
    if not row.why:
        return f'<li class="{name}"><span>{label}</span><span class="wide">{answer}</span></li>\n'
    return (
        f'<li><span class="{name}">{label}</span><span class="{name}">{answer}</span>'
        f"<span>{safe(row.why)}</span></li>\n"
    )
