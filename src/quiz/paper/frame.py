"""The frame of a page: one HTML file that loads nothing, and its style for paper."""

from collections.abc import Iterable, Sequence

from quiz.model.markup import POLICY, direction, safe
from quiz.model.text import clean_line
from quiz.paper.size import Size

_STYLE = """
*{box-sizing:border-box}
html{font:var(--letters)/1.4 "Helvetica Neue",Arial,"Liberation Sans",sans-serif;color:#000;
background:#fff;overflow-wrap:anywhere;print-color-adjust:exact}
body{margin:0 auto;padding:1.5rem;max-width:50rem}
article+article{break-before:right;margin-top:4rem}
h1{font-size:1.6em;line-height:1.2;margin:0 0 .2em}
h2{font-size:1.2em;line-height:1.25;margin:1.6em 0 .4em;break-after:avoid}
h3{font-size:1em;margin:0 0 .3em;padding-left:1.9em;text-indent:-1.9em;break-after:avoid}
h3>b{display:inline-block;min-width:1.9em;text-indent:0}
.points{font-weight:400;white-space:nowrap}
p{margin:0 0 .6em;orphans:3;widows:3}
ol,ul{list-style:none;margin:0;padding:0}
.version{font-weight:700}
.blanks{display:flex;flex-wrap:wrap;gap:.9em 1.5em;margin:1.2em 0}
.blanks p{display:flex;align-items:flex-end;margin:0}
.blanks i{flex:1;min-width:4em;margin:0 .4em 0 .5em;border-bottom:1px solid}
.name{flex:1 1 20em}.date{flex:1 1 10em}
.notice{border:1px solid;padding:.5em .8em;margin:1em 0;break-inside:avoid}
.source{font-style:italic}
sup{font-size:var(--small);font-weight:700;vertical-align:var(--raise);line-height:0;
margin-right:.2em}
.task{break-inside:avoid;margin:0 0 1.7em}
.body{padding-left:1.9em}
.how{font-style:italic;margin:0 0 .5em}
.boxes li,.places li{display:flex;gap:.6em;align-items:baseline;margin:.35em 0}
.boxes.row{display:flex;flex-wrap:wrap;gap:0 2em}
.box{flex:none;width:1em;height:1em;border:1.2px solid;transform:translateY(.15em)}
.places .box{width:1.9em;height:1.9em;transform:none}
.places li{align-items:center;margin:.5em 0}
.letter{flex:none;min-width:.8em}
.line{display:flex;align-items:flex-end;gap:.6em;height:2.6em;margin:0}
.line i{width:9em;border-bottom:1px solid}
.line i.long{width:auto;flex:1}
.gaps{line-height:2.4}
.gap{display:inline-block;width:8em;border-bottom:1px solid;line-height:1}
.words{display:flex;flex-wrap:wrap;gap:.2em 2em;border:1px solid;padding:.4em .8em;
width:fit-content;margin-top:.3em}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.2fr);column-gap:6em}
.columns li{display:flex;gap:.6em;align-items:center;margin:.45em 0;min-height:1.8em}
.columns .text{flex:1}
.dot{flex:none;width:.5em;height:.5em;border-radius:50%;background:#000}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.strip{columns:11em;column-gap:2em;margin:0 0 1em}
.strip li{break-inside:avoid;padding-left:2.4em;text-indent:-2.4em;margin:.15em 0}
.strip b{display:inline-block;min-width:2.4em;text-indent:0}
.rows{margin:.3em 0 .5em}
.rows li{display:grid;grid-template-columns:2.2em minmax(0,1fr) minmax(0,1.2fr);column-gap:.8em;
margin:.25em 0}
.rows .right{font-weight:700}
.rows .wide{grid-column:2/-1}
.solution{break-inside:avoid;margin:0 0 1em;padding-top:.6em;border-top:1px solid}
.body>p{margin:.3em 0}
"""
_PRINT = """
@media print{body{padding:0;max-width:none}article+article{margin:0}}
"""


def frame(
    title: str, language: str, names: Sequence[str], size: Size, articles: Iterable[str]
) -> str:
    """Return a whole HTML file of articles, one for each name that the pages are to bear."""
    turned = ' dir="rtl"' if direction(language) == "rtl" else ""
    inside = "".join(
        f'<article class="of-{number}">\n{article}</article>\n'
        for number, article in enumerate(articles)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{safe(language)}"{turned}>\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title)}</title>\n<style>{_letters(size)}{_STYLE}{_PRINT}"
        f"{_pages(title, names, size)}</style>\n</head>\n"
        f"<body>\n<main>\n{inside}</main>\n"
        "</body>\n</html>\n"
    )


def _letters(size: Size) -> str:
    if size.large:
        return ":root{--letters:18pt;--small:1em;--raise:0}"
    return ":root{--letters:11pt;--small:.72em;--raise:.35em}"


def _pages(title: str, names: Sequence[str], size: Size) -> str:
    """Return the rules for paper: its size, and a foot that names the version on every page.

    Pages can't be counted anew for each version, so their total is said for a single one alone.
    """
    of = '" of " counter(pages)' if len(names) == 1 else ""
    small = "18pt" if size.large else "9pt"
    margin = "18mm 18mm 22mm" if size.large else "18mm 20mm 20mm"
    paper = "A4" if size.paper == "a4" else "letter"
    foot = f"font:{small} Arial,sans-serif;vertical-align:top;padding-top:3mm"
    short = title if len(title) <= 40 else f"{title[:39]}…"
    middle = "" if size.large else f"@bottom-center{{{foot};content:{_css(short)}}}"
    rules = [
        f"@page{{size:{paper};margin:{margin};{middle}"
        f'@bottom-right{{{foot};content:"Page " counter(page) {of}}}}}'
    ]
    for number, name in enumerate(names):
        rules.append(f"@page of-{number}{{@bottom-left{{{foot};content:{_css(name)}}}}}")
        rules.append(f".of-{number}{{page:of-{number}}}")
    return "\n".join(rules)


def _css(text: str) -> str:
    """Return the text as a string of CSS, spelled so that nothing in it can end it."""
    spelled = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in clean_line(text))
    return f'"{"".join(spelled)}"'
