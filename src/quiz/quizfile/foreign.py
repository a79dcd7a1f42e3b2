"""What a file is that is no quiz: another program's, told as what it is."""

import re

_TEXT = "open it, save its words as plain text (UTF-8), and write them as questions/README.md shows"
_OUT = "take the quiz file out of it first"
_ARTICLE = "`quiz new` begins a quiz from it"
_AGAIN = "write its questions as questions/README.md shows"

_BYTES = (
    (b"PK\x03\x04", rb"word/", f"a Word document (.docx): {_ARTICLE}"),
    (b"PK\x03\x04", rb"xl/", f"an Excel workbook (.xlsx): {_TEXT}"),
    (b"PK\x03\x04", rb"ppt/", f"a PowerPoint file (.pptx): {_TEXT}"),
    (b"PK\x03\x04", rb"opendocument\.", f"a document of LibreOffice or OpenOffice: {_TEXT}"),
    (b"PK", rb"\APK(?:\x03\x04|\x05\x06)", f"a zip file: {_OUT}"),
    (b"\x1f\x8b", rb"", f"a gzip file: {_OUT}"),
    (b"7z\xbc\xaf\x27\x1c", rb"", f"a 7z file: {_OUT}"),
    (b"Rar!\x1a\x07", rb"", f"a rar file: {_OUT}"),
    (b"\xd0\xcf\x11\xe0", rb"", f"a document of an older Word, Excel or PowerPoint: {_TEXT}"),
    (b"{\\rtf", rb"", f"a document in Rich Text Format (.rtf): {_TEXT}"),
    (b"%PDF-", rb"", f"a PDF file: {_TEXT}"),
    (b"\x89PNG\r\n", rb"", f"a picture: {_AGAIN}"),
    (b"\xff\xd8\xff", rb"", f"a picture: {_AGAIN}"),
    (b"GIF8", rb"", f"a picture: {_AGAIN}"),
)
"""How the bytes of a file begin, what stands somewhere in them, and what the file is."""
_LOOKED_AT = 100_000
"""Characters of a text that are looked at."""
_QUIZ = re.compile(r"^(?:schema|topics|passage|questions)\s*:", re.MULTILINE)
_IMPORTED = "`quiz import` makes a draft of it"
_NOT_READ = f"which is not read here: {_AGAIN}"
_TEXTS = (
    (
        r"\A\s*<\?xml[^>]*>\s*<quiz\b|<quiz\b[^>]*>[\s\S]{0,5000}?<question\b",
        "a quiz in Moodle XML",
        _IMPORTED,
    ),
    (r"^[ \t]*<(?:quiz|\?quiz\?)>", "a page of mkdocs-quiz", _IMPORTED),
    (
        r"\A\s*<(?:[^<]*<){0,9}\w*:?(?:questestinterop|assessmentItem|manifest)\b",
        "a quiz in QTI",
        _NOT_READ,
    ),
    (r"\A\s*<(?:!doctype\s+)?html\b", "a web page", _ARTICLE),
    (r"\A\s*<\?xml\b", "an XML file", _NOT_READ),
    (r"^ANSWER:\s*[A-Z]\s*$", "a quiz in Aiken format", _IMPORTED),
    (r"^(?:\*[A-Za-z]\)|\[\*\]|Quiz title:)[ \t]", "a quiz in text2qti format", _IMPORTED),
    (
        r"^::[^:\n]+::|\{\s*(?:[=~]|#\s*-?\d|(?:T|F|TRUE|FALSE)\s*[}#])",
        "a quiz in GIFT format",
        _IMPORTED,
    ),
)
"""What stands in a text that is no quiz of ours, what it is, and what to do."""


def of_bytes(data: bytes) -> str | None:
    """Return what a file is by its bytes, and what to do; None where it may be text."""
    for start, within, what in _BYTES:
        if data.startswith(start) and re.search(within, data):
            return f"this is {what}"
    return None


def of_text(text: str) -> str | None:
    """Return what a text is that has none of the keys of a quiz; None where that isn't known."""
    start = text[:_LOOKED_AT]
    if _QUIZ.search(start):
        return None
    for pattern, what, to_do in _TEXTS:
        if re.search(pattern, start, re.MULTILINE | re.IGNORECASE):
            return f"this is {what}{', ' if to_do == _NOT_READ else ': '}{to_do}"
    return None
