"""The report as a page of its own, to open, print and hand to a colleague."""

from collections.abc import Iterable, Iterator

from quiz.check.coverage import Sentence
from quiz.check.inspection import Inspection
from quiz.check.report.checked import Checked, Locate, placed, tally
from quiz.check.report.marked import Markup, marked
from quiz.check.report.tables import balance, written
from quiz.model.markup import POLICY, safe

_STYLE = """
:root{color-scheme:light dark;--ink:#1d2330;--quiet:#545d6e;--paper:#fff;--line:#d5dae3;
--good:#0b6b3a;--bad:#a3260f;--wash:#fdf1ee}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebf2;--quiet:#aab3c5;--paper:#161a22;
--line:#3a4252;--good:#6fd39b;--bad:#ff9c85;--wash:#2b1d1c}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:72rem;color:var(--ink);
background:var(--paper);font:1rem/1.55 system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
.quiet{color:var(--quiet);margin:.15rem 0}
.big{font-size:2.4rem;font-weight:650;margin:.75rem 0 0}
ol,ul{margin:0;padding:0;list-style:none}
.passage>li{display:grid;grid-template-columns:1.6rem minmax(0,1.3fr) minmax(0,1fr);gap:0 .9rem;
padding:.35rem .5rem;break-inside:avoid;border-left:.25rem solid var(--good)}
.passage>li.new{margin-top:1.1rem}
.passage>li.open{border-left-color:var(--bad);background:var(--wash)}
.passage>li.asks{border-left-color:var(--line);color:var(--quiet)}
.sign{font-weight:700;color:var(--good)}
.open .sign{color:var(--bad)}
.passage ul{font-size:.875rem;color:var(--quiet)}
.passage p{margin:0}
table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{text-align:left;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);
vertical-align:top}
td{overflow-wrap:break-word}
th{white-space:nowrap}
thead th{color:var(--quiet);font-weight:600}
td.n{font-variant-numeric:tabular-nums}
article+article{margin-top:5rem}
td p{margin:.15rem 0 0;color:var(--quiet)}
blockquote{margin:.15rem 0 .15rem .9rem}
mark{background:none;color:inherit;text-decoration:underline wavy var(--bad);
text-underline-offset:.2em}
code{font-size:.92em}
.error{color:var(--bad);font-weight:650}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(max-width:44rem){.passage>li{grid-template-columns:1.6rem minmax(0,1fr)}
.passage ul{grid-column:2}}
@media print{:root{--ink:#000;--quiet:#333;--paper:#fff;--line:#999;--good:#000;--bad:#000;
--wash:#eee}html{font-size:10pt}body{max-width:none;padding:0}tr{break-inside:avoid}
h2,h3,h2+.quiet,thead{break-after:avoid}}
"""


def to_page(files: Iterable[Checked]) -> str:
    """Return the report on all files as one HTML page that loads nothing."""
    checked = list(files)
    title = ", ".join(each.inspection.quiz.title for each in checked if each.inspection)
    language = next((each.inspection.quiz.language for each in checked if each.inspection), "en")
    body = "".join(part for each in checked for part in _file(each))
    return (
        f'<!DOCTYPE html>\n<html lang="{safe(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title or 'quiz check')}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _file(checked: Checked) -> Iterator[str]:
    if checked.inspection is None:
        yield f"<article>\n<h1>{safe(checked.name)}</h1>\n"
        yield "<p>This file could not be read.</p>\n<ul>\n"
        yield from (f"<li>{safe(str(problem))}</li>\n" for problem in checked.problems)
        yield "</ul>\n</article>\n"
        return
    inspection = checked.inspection
    yield f"<article>\n<h1>{safe(inspection.quiz.title)}</h1>\n"
    yield f'<p class="quiet">{safe(checked.name)}, {_questions(inspection)}</p>\n'
    yield from _coverage(inspection)
    yield from _findings(checked)
    yield from _guessers(inspection)
    yield from _balance(inspection)
    yield from _plain(inspection, checked.locate)
    yield "</article>\n"


def _questions(inspection: Inspection) -> str:
    count = len(inspection.quiz.questions)
    return f"{count} question" if count == 1 else f"{count} questions"


def _coverage(inspection: Inspection) -> Iterator[str]:
    coverage = inspection.coverage
    yield f'<p class="big">{coverage.share:.0%}</p>\n<p class="quiet">of the passage is covered: '
    yield f"questions stand on {len(coverage.covered)} of {len(coverage.stating)} sentences</p>\n"
    yield "<h2>The passage and its questions</h2>\n"
    yield f'<p class="quiet">{safe(inspection.quiz.passage.source)}</p>\n<ol class="passage">\n'
    asks = {each.id: getattr(each, "text", each.ask) for each in inspection.quiz.questions}
    starts = {paragraph.start for paragraph in inspection.quiz.passage.paragraphs}
    for sentence in coverage.sentences:
        yield _sentence(sentence, asks, new=sentence.span.start in starts)
    yield "</ol>\n"
    topics = inspection.quiz.topics.items()
    counts = ((topic, len(coverage.of_topic(name))) for name, topic in topics)
    whole = max(1, len(coverage.stating))
    rows = ((topic, count, f"{count / whole:.0%}") for topic, count in counts)
    yield from _table("Sentences by topic", ("Topic", "Sentences", "Share of the passage"), rows)


def _sentence(sentence: Sentence, asks: dict[str, str], *, new: bool) -> str:
    if not sentence.states:
        kind, sign, said = "asks", "?", "States nothing"
    elif sentence.questions:
        kind, sign, said = "", "✓", "Covered"
    else:
        kind, sign, said = "open", "✗", "Not covered"
    names = " ".join(filter(None, [kind, "new" if new else ""]))
    questions = "".join(
        f"<li><b>{safe(id_)}</b> {safe(asks[id_])}</li>" for id_ in sentence.questions
    )
    beside = f"<ul>{questions}</ul>" if questions else f"<ul><li>{said}</li></ul>"
    hidden = f'<span class="hidden">{said}: </span>' if questions else ""
    return (
        f'<li class="{names}"><span class="sign" aria-hidden="true">{sign}</span>'
        f"<p>{hidden}{safe(sentence.text)}</p>{beside}</li>\n"
    )


def _findings(checked: Checked) -> Iterator[str]:
    yield f'<h2>Findings</h2>\n<p class="quiet">{safe(str(tally([checked])))}</p>\n'
    rows = [
        (
            f"{place.line}:{place.column}",
            finding.question or "the whole quiz",
            "waived" if finding.waived else str(finding.level),
            finding.rule,
            marked(finding),
        )
        for finding, place in placed(checked)
    ]
    if rows:
        yield from _table(
            "", ("Line", "Question", "Level", "Rule", "What, and how to mend it"), rows
        )
    else:
        yield "<p>Nothing was found.</p>\n"


def _guessers(inspection: Inspection) -> Iterator[str]:
    yield "<h2>Guessers who have not read the passage</h2>\n"
    rows = (
        (
            f"A guesser who {each.name}",
            f"{each.share:.0%}",
            f"{each.chance:.0%}",
            f"{each.low:.0%} to {each.high:.0%}",
            "too much" if each.passes else "",
            ", ".join(each.gave_away),
        )
        for each in inspection.guessers
    )
    heads = ("Strategy", "Right", "Chance", "95 % interval", "", "Questions that give it away")
    yield from _table("", heads, rows)


def _balance(inspection: Inspection) -> Iterator[str]:
    yield "<h2>Balance</h2>\n"
    yield from _table("", ("By", "Questions"), balance(inspection))


def _plain(inspection: Inspection, locate: Locate) -> Iterator[str]:
    if not inspection.parts:
        return
    yield "<h2>Plain language</h2>\n"
    yield '<p class="quiet">In brackets: with the listed terms counted as familiar.</p>\n'
    rows = [
        (
            part.name,
            part.counts.words,
            written(part.grade),
            written(part.ease),
            written(part.smog),
        )
        for part in inspection.parts
    ]
    yield from _table("", ("Part", "Words", "Flesch-Kincaid grade", "Reading ease", "SMOG"), rows)
    for part in inspection.parts:
        hardest = (
            (locate(one.path, one.text, one.start).line, one.sentence) for one in part.hardest
        )
        yield from _table(f"Hardest sentences of the {part.name}", ("Line", "Sentence"), hardest)


def _table(
    title: str, heads: tuple[str, ...], rows: Iterable[tuple[str | int, ...]]
) -> Iterator[str]:
    if title:
        yield f"<h3>{safe(title)}</h3>\n"
    yield "<table>\n<thead><tr>"
    yield from (f'<th scope="col">{safe(head)}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>\n"
    for row in rows:
        cells = "".join(_cell(value) for value in row)
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody>\n</table>\n"


def _cell(value: str | int) -> str:
    if isinstance(value, int):
        return f'<td class="n">{value}</td>'
    if isinstance(value, Markup):
        return f"<td>{value}</td>"
    mark = ' class="error"' if value in {"error", "too much"} else ""
    return f"<td{mark}>{safe(value)}</td>"
