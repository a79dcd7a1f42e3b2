"""The frame of a report's page: one HTML file that loads and runs nothing, for screen and paper."""

from quiz.model.markup import POLICY, safe

_STYLE = """
:root{color-scheme:light dark;--ink:#1d2330;--quiet:#4f586a;--paper:#fff;--line:#d5dae3;
--track:#e6e9ef;--good:#0b6b3a;--bad:#a3260f;--fill:#2b5f9e;--wash:#f4f6f9;--link:#1b4f8f}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebf2;--quiet:#b1bacb;--paper:#161a22;
--line:#3a4252;--track:#2b3240;--good:#6fd39b;--bad:#ff9c85;--fill:#7fb0ea;--wash:#1e242f;
--link:#9cc4f2}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:58rem;color:var(--ink);
background:var(--paper);font:1rem/1.55 system-ui,"Segoe UI","Liberation Sans",sans-serif;
overflow-wrap:break-word}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.45rem;line-height:1.25;margin:3.5rem 0 .75rem;padding-top:.9rem;
border-top:3px solid var(--ink)}
h3{font-size:1.15rem;line-height:1.3;margin:2.5rem 0 .5rem}
h4{font-size:1rem;line-height:1.4;margin:0 0 .35rem}
p{margin:.35rem 0}
a{color:var(--link)}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.quiet{color:var(--quiet)}
.small{font-size:.9rem}
.notice{margin:1rem 0;padding:.6rem .9rem;background:var(--wash);
border-inline-start:.3rem solid var(--quiet)}
.caution{border-inline-start-color:var(--bad)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;margin:.25rem 0;padding:0}
nav ul ul{font-size:.9rem}
nav>ul{display:block}
table{border-collapse:collapse;width:100%;font-size:.94rem;margin:.5rem 0 1rem}
caption{text-align:start;font-weight:600;padding:.3rem 0}
caption.bare{padding:0;line-height:0}
th,td{text-align:start;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);
vertical-align:top}
thead th{color:var(--quiet);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
.n{width:1%;text-align:end;font-variant-numeric:tabular-nums;padding-inline:.4rem}
td.n{white-space:nowrap}
.own{white-space:nowrap}
.bar{display:block;width:100%;height:.55rem;margin:.3rem 0 .1rem}
.bar.short{min-width:6rem}
.beside{display:grid;grid-template-columns:minmax(0,1fr) 30%;gap:0 1rem;align-items:center}
.track{fill:var(--track)}
.right{fill:var(--good)}
.wrong{fill:url(#stripes)}
.part{fill:var(--fill)}
.stripe{fill:var(--bad)}
.ground{fill:var(--paper)}
.whisker,.zero{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
.halo{stroke:var(--paper);stroke-width:5;vector-effect:non-scaling-stroke}
.lot{stroke:var(--ink);stroke-width:2;stroke-dasharray:2 2;vector-effect:non-scaling-stroke}
.axis{stroke:var(--quiet);stroke-width:1}
.chart text{fill:var(--ink);font:12px system-ui,"Segoe UI","Liberation Sans",sans-serif}
.chart .label{fill:var(--quiet)}
.chart{display:block;width:100%;max-width:34rem;height:auto}
.rose{stroke:var(--good);stroke-width:1.2;opacity:.75}
.fell{stroke:var(--bad);stroke-width:1.2;stroke-dasharray:5 3;opacity:.85}
.mean{stroke:var(--ink);stroke-width:3}
figure{margin:.5rem 0 1rem}
figcaption{font-size:.9rem;color:var(--quiet)}
.mark{font-weight:700}
.is-right{color:var(--good)}
.is-wrong{color:var(--bad)}
.question{margin:0 0 1.75rem;padding-top:1rem;border-top:1px solid var(--line)}
.proof{margin:.4rem 0 .6rem;padding-inline-start:.8rem;border-inline-start:.25rem solid var(--good)}
.look{font-weight:600}
.figures{display:grid;grid-template-columns:max-content max-content minmax(0,1fr);gap:.1rem .9rem;
margin:.5rem 0;font-size:.9rem}
.figures dt{grid-column:1}
.figures .value{grid-column:2;text-align:end;font-variant-numeric:tabular-nums}
.figures dd{margin:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.scroll{overflow-x:auto}
.scroll tbody th{min-width:11rem}
.scroll .beside{grid-template-columns:minmax(0,1fr) 26%}
dl.words dt{font-weight:600;margin-top:.6rem}
dl.words dd{margin:0}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--quiet);
font-size:.9rem}
@media(max-width:38rem){.beside,.scroll .beside{grid-template-columns:minmax(0,1fr)}
body{padding:1.25rem .9rem 3rem}h1{font-size:1.5rem}
.figures{grid-template-columns:minmax(0,1fr) max-content}
.figures .value{grid-column:2}.figures .says{grid-column:1/-1;margin-bottom:.4rem}
th,td{padding-inline-end:.4rem}.n{padding-inline:.2rem}}
@page{margin:16mm 15mm}
@media print{:root{--ink:#000;--quiet:#333;--paper:#fff;--line:#999;--track:#ddd;--good:#000;
--bad:#444;--fill:#333;--wash:#fff;--link:#000}
html{font-size:12px}body{max-width:none;padding:0;font-size:9.5pt;line-height:1.4}
h2{margin-top:2rem}h3{margin-top:1.4rem}.question{margin-bottom:.9rem;padding-top:.6rem}
th,td{padding-block:.2rem}
table{margin:.2rem 0 .5rem}.chart{max-width:26rem}dl.words div{break-inside:avoid}
nav,.skip{display:none}a{text-decoration:none}
h2,h3,h4,caption,thead{break-after:avoid}tr,.question,figure,.figures>div{break-inside:avoid}
.leaf:not(:first-child){break-before:page}.leaf>h2{margin-top:0}
.notice{border:1px solid #999}.scroll{overflow:visible}}
"""

_STRIPES = (
    '<svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute">'
    '<defs><pattern id="stripes" width="2" height="8" patternUnits="userSpaceOnUse">'
    '<rect class="ground" width="2" height="8"/><rect class="stripe" width="1.2" height="8"/>'
    "</pattern></defs></svg>\n"
)
"""What fills the bars of wrong answers, so that they differ without color, too."""


def frame(title: str, body: str) -> str:
    """Return a whole HTML file; what stands in its body is HTML already."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f'<body>\n<a class="skip" href="#report">Skip to the report</a>\n{_STRIPES}{body}'
        "</body>\n</html>\n"
    )
