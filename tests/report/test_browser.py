"""The page in a real browser, looked at by axe; where there is neither, this is left out.

QUIZ_AXE names the file axe.min.js, which `npm install axe-core` puts into node_modules/axe-core.
"""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quiz.analysis.class_report import ClassReport, report
from quiz.analysis.returning import returned
from quiz.model.quiz import Quiz
from quiz.report.page import to_page
from quiz.report.returned_page import to_page as to_returned_page

from ..paper.build import BANK
from .build import hostile, small, twice, whole

if TYPE_CHECKING:
    from collections.abc import Callable

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
AXE = os.environ.get("QUIZ_AXE")
WIDTHS = [360, 1200]

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no chromium is installed"),
    pytest.mark.skipif(not AXE, reason="QUIZ_AXE does not name axe.min.js"),
]

LOOK = """
const only = {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
  "best-practice"]};
const wide = document.documentElement.scrollWidth > innerWidth;
axe.run({runOnly: only}).then(found => {
  const told = found.violations.map(one => [one.id, one.nodes.map(node => node.html)]);
  const said = document.createElement("pre");
  said.id = "found";
  said.textContent = JSON.stringify({told, wide, passes: found.passes.length});
  document.body.append(said);
});
"""


def looked_at(made: str, folder: Path, width: int) -> dict[str, Any]:
    """Return what axe says of a page in a window of that width, and whether it is too wide.

    The page forbids scripts, so it is a copy without that rule that axe is put into.
    """
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", made)
    script = Path(str(AXE)).read_text(encoding="utf-8")
    scripts = f"<script>{script}</script><script>{LOOK}</script>"
    path = folder / "page.html"
    path.write_text(page.replace("</body>", f"{scripts}</body>"), encoding="utf-8")
    command = [
        str(BROWSER),
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"),
        *(f"--user-data-dir={folder}/profile", f"--window-size={width},900"),
        *("--virtual-time-budget=60000", path.as_uri()),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
    (found,) = re.findall(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    data: dict[str, Any] = json.loads(html.unescape(found))
    return data


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["small", "hostile", "whole", "twice", "none", "returned"])
def test_axe_finds_nothing(name: str, width: int, ketamine: Quiz, tmp_path: Path) -> None:
    makers: dict[str, Callable[[], ClassReport]] = {
        "small": small,
        "hostile": hostile,
        "whole": lambda: whole(ketamine),
        "twice": lambda: twice(ketamine),
        "none": lambda: report(BANK, []),
    }
    if name == "returned":
        made = to_returned_page([*returned(hostile())][:3])
    else:
        made = to_page(makers[name]())
    found = looked_at(made, tmp_path, width)
    assert found["told"] == []
    assert found["passes"] > 20
    assert not found["wide"]
