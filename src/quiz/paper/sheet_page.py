"""Sheets as a page of HTML."""

from collections.abc import Iterable, Sequence

from quiz.model.markup import safe
from quiz.model.public_question import GAP
from quiz.paper.area import LETTERS, Area, Boxes, Columns, Gaps, Line, Lines, Places
from quiz.paper.frame import frame
from quiz.paper.sheet import Sentence, Sheet, Task
from quiz.paper.size import Size

_BOX = '<span class="box"></span>'
_DOT = '<span class="dot"></span>'
_GAP = '<span class="gap"><span class="unseen">gap</span>&nbsp;</span>'


def sheet_page(sheets: Sequence[Sheet], size: Size) -> str:
    """Return the sheets, one version after the other, as one HTML file that loads nothing."""
    first = sheets[0]
    names = [sheet.version for sheet in sheets]
    articles = ("".join(_sheet(sheet, number)) for number, sheet in enumerate(sheets))
    return frame(first.title, first.language, names, size, articles)


def _sheet(sheet: Sheet, number: int) -> Iterable[str]:
    yield (
        f'<header>\n<h1>{safe(sheet.title)}</h1>\n<p class="version">{safe(sheet.version)}</p>\n'
        '<div class="blanks"><p class="name">Name<i></i></p><p class="date">Date<i></i></p>'
        f"<p>Points<i></i> of {sheet.total}</p></div>\n"
        f"<p>{safe(sheet.instructions)}</p>\n"
        f'<p class="notice">{safe(sheet.disclaimer)}</p>\n</header>\n'
        f'<section aria-labelledby="p{number}">\n'
        f'<h2 id="p{number}">{safe(sheet.passage)}</h2>\n'
    )
    for paragraph in sheet.paragraphs:
        yield f"<p>{' '.join(map(_sentence, paragraph))}</p>\n"
    yield f'<p class="source">{safe(sheet.source)}</p>\n</section>\n'
    yield f'<section aria-labelledby="q{number}">\n<h2 id="q{number}">Questions</h2>\n'
    for task in sheet.tasks:
        yield _task(task, f"q{number}-{task.number}")
    yield "</section>\n"


def _sentence(sentence: Sentence) -> str:
    before = f"<sup>{sentence.number}</sup>" if sentence.number else ""
    return f"{before}{safe(sentence.text)}"


def heading(number: int, ask: str, points: str, name: str) -> str:
    """Return the heading of a question, which is also the name of its group."""
    worth = f' <span class="points">({points})</span>' if points else ""
    return f'<h3 id="{name}"><b>{number}.</b>{safe(ask)}{worth}</h3>\n'


def _task(task: Task, name: str) -> str:
    return (
        f'<div class="task" role="group" aria-labelledby="{name}">\n'
        f"{heading(task.number, task.ask, task.points, name)}"
        f'<div class="body">\n<p class="how">{safe(task.how)}</p>\n'
        f"{''.join(_area(task.area))}</div>\n</div>\n"
    )


def _area(area: Area) -> Iterable[str]:
    match area:
        case Boxes(options, in_a_row):
            yield from _boxes(options, in_a_row=in_a_row)
        case Line(before, after, long):
            way = ' class="long"' if long else ""
            yield f'<p class="line">{safe(before)}<i{way}></i>{safe(after)}</p>\n'
        case Lines(count):
            yield '<p class="line"><i class="long"></i></p>\n' * count
        case Gaps(text, words):
            yield f'<p class="gaps">{safe(text).replace(GAP, _GAP)}</p>\n'
            if words:
                yield _list("words", (safe(word) for word in words))
        case Places(items):
            yield _list("places", (f"{_BOX}<span>{safe(item)}</span>" for item in items))
        case Columns(lefts, rights):
            yield from _columns(lefts, rights)


def _boxes(options: tuple[str, ...], *, in_a_row: bool) -> Iterable[str]:
    items = (
        f'{_BOX}<span class="letter">{letter}</span><span>{safe(option)}</span>'
        for letter, option in zip(LETTERS, options, strict=False)
    )
    yield _list("boxes row" if in_a_row else "boxes", items)


def _columns(lefts: tuple[str, ...], rights: tuple[str, ...]) -> Iterable[str]:
    yield '<div class="columns">\n'
    yield _list(
        "lefts",
        (
            f'<span class="letter">{number}</span><span class="text">{safe(left)}</span>{_DOT}'
            for number, left in enumerate(lefts, 1)
        ),
    )
    yield _list(
        "rights",
        (
            f'{_DOT}<span class="letter">{letter}</span><span class="text">{safe(right)}</span>'
            for letter, right in zip(LETTERS, rights, strict=False)
        ),
    )
    yield "</div>\n"


def _list(name: str, items: Iterable[str]) -> str:
    inside = "".join(f"<li>{item}</li>\n" for item in items)
    return f'<ol class="{name}" role="list">\n{inside}</ol>\n'
