"""A quiz as a package that Canvas imports: a zip of an assessment, its settings and a manifest.

Source: IMS Question and Test Interoperability 1.2 and Content Packaging 1.1, with what Canvas adds
to them in its own exports.
"""

from io import BytesIO
from xml.etree.ElementTree import Element, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quiz.exchange.canvas.elements import add, html, metadata
from quiz.exchange.canvas.item import Item, element
from quiz.exchange.canvas.kinds import item
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGING = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_SETTINGS_TYPE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def package(quiz: Quiz) -> bytes:
    """Return the zip: the same bytes for the same quiz."""
    name = f"quiz-{quiz.id}"
    files = {
        "imsmanifest.xml": _manifest(name),
        f"{name}/{name}.xml": _assessment(quiz, name),
        f"{name}/assessment_meta.xml": _settings(quiz, name),
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for file, root in files.items():
            data = tostring(root, encoding="utf-8", xml_declaration=True)
            archive.writestr(ZipInfo(file), data, ZIP_DEFLATED)  # a ZipInfo knows no clock
    return packed.getvalue()


def _manifest(name: str) -> Element:
    root = Element("manifest", xmlns=_PACKAGING, identifier=f"{name}-manifest")
    about = add(root, "metadata")
    add(about, "schema", "IMS Content")
    add(about, "schemaversion", "1.1.3")
    add(root, "organizations")
    resources = add(root, "resources")
    assessment = add(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
    add(assessment, "file", href=f"{name}/{name}.xml")
    add(assessment, "dependency", identifierref=f"{name}-settings")
    href = f"{name}/assessment_meta.xml"
    settings = {"identifier": f"{name}-settings", "type": _SETTINGS_TYPE, "href": href}
    add(add(resources, "resource", **settings), "file", href=href)
    return root


def _assessment(quiz: Quiz, name: str) -> Element:
    root = Element("questestinterop", xmlns=_QTI)
    assessment = add(root, "assessment", ident=name, title=quiz.title)
    metadata(assessment, [("cc_maxattempts", "1")])
    section = add(assessment, "section", ident="root_section")
    if quiz.passage.text:
        section.append(element(_passage(quiz), f"{name}-passage", quiz.passage.title))
    for question in quiz.questions:
        title = quiz.topics.get(question.topic, question.topic) or "Question"
        section.append(element(item(question, quiz), f"{name}-{question.id}", title))
    return root


def _passage(quiz: Quiz) -> Item:
    passage = quiz.passage
    return Item(type="text_only", stem=(passage.title, passage.source, *passage.text.split("\n\n")))


def _settings(quiz: Quiz, name: str) -> Element:
    root = Element("quiz", xmlns=_CANVAS, identifier=name)
    points = sum(question.points for question in quiz.scored)
    for field, text in (
        ("title", quiz.title),
        ("description", html([DISCLAIMER])),
        ("shuffle_answers", "true"),
        ("quiz_type", "assignment"),
        ("points_possible", f"{points}.0"),
        ("show_correct_answers", "true"),
        ("allowed_attempts", "1"),
        ("available", "false"),
    ):
        add(root, field, text)
    return root
