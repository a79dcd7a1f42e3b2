"""A finding as HTML: its message, the offending words marked, and how to mend them."""

import re
from html import escape

from quiz.check.finding import Finding
from quiz.model.markup import safe
from quiz.model.text import clean

AROUND = 60
"""The characters that are shown before and after the offending words."""


class Markup(str):
    """HTML in which all that is not ours is escaped."""

    __slots__ = ()


def marked(finding: Finding) -> Markup:
    """Return the finding as HTML."""
    if finding.waived:
        after = f"Waived: {safe(finding.waived)}"
    else:
        after = re.sub("`([^`]+)`", r"<code>\1</code>", safe(finding.help))
    return Markup(f"{safe(finding.message)}{_quoted(finding)}<p>{after}</p>")


def _quoted(finding: Finding) -> str:
    """Return the line of the text in which the offending words begin, with these marked."""
    if finding.span is None:
        return ""
    start, end = finding.span
    _, _, before = finding.text[:start].rpartition("\n")
    after, _, _ = finding.text[end:].partition("\n")
    before = f"…{before[-AROUND:]}" if len(before) > AROUND else before
    after = f"{after[:AROUND]}…" if len(after) > AROUND else after
    # cleaned here, since `safe` would take away the spaces beside the words
    shown = [escape(clean(part)) for part in (before, finding.text[start:end], after)]
    return "<blockquote>{}<mark>{}</mark>{}</blockquote>".format(*shown)
