"""Word files, made of what they hold."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
STYLES = f"""<w:styles {_W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
</w:styles>"""
CORE = f"<core {_DC}><dc:title>Its file's title</dc:title><dc:creator>Dora Elm</dc:creator></core>"


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph, in two runs."""
    half = len(text) // 2
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in (text[:half], text[half:])
    )
    return f"<w:p>{said}{runs}</w:p>"


def document(*parts: str) -> str:
    """Return the text of a document."""
    return f"<w:document {_W}><w:body>{''.join(parts)}</w:body></w:document>"


def word_file(body: str | bytes, **others: str) -> bytes:
    """Return a Word file with the text of a document, and other parts by their names."""
    file = BytesIO()
    names = {"styles": "word/styles.xml", "core": "docProps/core.xml"}
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        for name, text in others.items():
            archive.writestr(names[name], text)
    return file.getvalue()
