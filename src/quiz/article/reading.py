"""Reading an article: which form its bytes have, and how long it may be."""

import re
from pathlib import Path
from unicodedata import normalize

from quiz.article import html, markdown, plain_text, word
from quiz.article.article import Article, Block
from quiz.article.decoding import decode
from quiz.files import contents, too_large
from quiz.model.language import is_language
from quiz.model.problem import UnreadableFile
from quiz.model.text import FORBIDDEN, clean_line, seen

LONGEST = 50_000
"""Characters that a passage may have."""
LARGEST = 32 * 1024 * 1024
"""Bytes that a file may have: a Word file holds pictures too."""
LARGEST_PAGE = 2 * 1024 * 1024
"""Bytes that a file without pictures may have: a web page is mostly no article."""
_MARKED_UP = 2 * LONGEST
"""Characters that an article has at the most with all that marks it up."""

_COPY = "open it, copy its words into a text file (.txt), and name that"
_SAVE = "open it, save it as a Word document (.docx), and name that"
_SHORTER = "copy the words of the article into a text file (.txt), and name that"
_OTHERS = (
    (b"%PDF-", f"this is a PDF file: {_COPY}"),
    (b"\xd0\xcf\x11\xe0", f"this is an older or a protected document: {_SAVE}"),
    (b"{\\rtf", f"this is a document in Rich Text Format: {_SAVE}"),
    (b"\x89PNG\r\n", "this is a picture: type its words into a text file, and name that"),
    (b"\xff\xd8\xff", "this is a picture: type its words into a text file, and name that"),
    (b"GIF8", "this is a picture: type its words into a text file, and name that"),
)
_ZIP = b"PK\x03\x04"
_IS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_IS_MARKDOWN = re.compile(r"^#{1,4} \S", re.MULTILINE)


def read(path: str | Path) -> Article:
    """Return the article that a file holds.

    Raises:
        UnreadableFile: there is no such file, or no article of a fitting length in it.
    """
    wanted = "name a text, web page or Word file"
    data = contents(path, LARGEST, wanted=wanted, shorter=_SHORTER)
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str) -> Article:
    """Return the article that the bytes of a file hold; its name says what they may be.

    Raises:
        UnreadableFile: there is no article of a fitting length in them.
    """
    shown = clean_line(name)
    if other := next((what for start, what in _OTHERS if data.startswith(start)), None):
        raise UnreadableFile(shown, other)
    article = _word(data, shown) if data.startswith(_ZIP) else _text(data, name)
    return _plain(article, shown)


def _word(data: bytes, name: str) -> Article:
    try:
        return word.read(data)
    except word.NoWordFile as error:
        raise UnreadableFile(name, f"this can't be read as a Word file: {error}") from None


def _text(data: bytes, name: str) -> Article:
    shown = clean_line(name)
    if len(data) > LARGEST_PAGE:
        raise UnreadableFile(shown, f"{too_large(len(data), LARGEST_PAGE)}: {_SHORTER}")
    text = decode(data)
    if "\0" in text:
        raise UnreadableFile(shown, f"this is no text: {_COPY}")
    ending = Path(name).suffix.lower()
    if ending in {".yaml", ".yml"}:
        raise UnreadableFile(shown, "this is a quiz file already: `quiz check` looks it over")
    if ending in {".html", ".htm", ".xhtml"} or _IS_PAGE.match(text):
        return html.read(text)
    if len(text) > _MARKED_UP:
        raise UnreadableFile(shown, _too_long(len(text)))
    if ending in {".md", ".markdown"} or (ending != ".txt" and _IS_MARKDOWN.search(text)):
        return markdown.read(text)
    return plain_text.read(text)


def _plain(article: Article, name: str) -> Article:
    """Return the article without what nobody sees, if it is of a fitting length.

    Where it has no title, a heading above all is one.
    """
    lines = (Block(_line(block.text), block.is_heading) for block in article.blocks)
    blocks = tuple(block for block in lines if any(map(str.isalnum, block.text)))
    title = _line(article.title) or next((one.text for one in blocks[:1] if one.is_heading), "")
    language = article.language.strip().replace("_", "-")
    plain = Article(
        title=title[:200].strip(),
        author=_line(article.author)[:80].strip(),
        address=_line(article.address)[:200].strip() or Path(name).name,
        language=language if is_language(language) else "",
        blocks=blocks,
    )
    if not plain.paragraphs:
        raise UnreadableFile(name, "there is no text in it: name a file with an article")
    if len(plain.text) > LONGEST:
        raise UnreadableFile(name, _too_long(len(plain.text)))
    return plain


def _line(text: str) -> str:
    return " ".join(normalize("NFC", FORBIDDEN.sub("", seen(text))).split())


def _too_long(length: int) -> str:
    return (
        f"the article has {length:,} characters, and a passage {LONGEST:,} at the most: "
        "save the part that the quiz is about as a file of its own, and name that"
    )
