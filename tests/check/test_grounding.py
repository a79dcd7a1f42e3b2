import pytest

from tests.check.build import choice, found


@pytest.mark.parametrize(("count", "hit"), [(3, False), (4, True)])
def test_a_quote_over_many_sentences(count: int, hit: bool) -> None:
    text = "One is. Two is. Three is. Four is. Five is."
    passage = {"title": "Many", "source": "Ours", "text": text}
    quote = " ".join(text.split()[: count * 2])
    question = {"evidence": ["Five is.", quote], "kind": "short", "accept": ["five"]}
    findings = found("wide-evidence", question, passage=passage)
    assert [finding.where for finding in findings] == ["questions[0].evidence[1]"] * hit


@pytest.mark.parametrize(
    ("option", "hit"),
    [
        ({"tag": "unsupported", "quote": "Vets also use it"}, True),
        ({"tag": "elsewhere", "quote": "Vets also use it"}, False),
        ({"tag": "misread", "quote": "Vets also use it"}, False),
        ({"tag": "unsupported"}, False),
    ],
)
def test_a_tag_that_its_quote_contradicts(option: dict[str, str], hit: bool) -> None:
    question = choice("What was it?", "An anesthetic", "A drug for pets")
    question["options"][1] |= option
    wheres = [finding.where for finding in found("tag-against-passage", question)]
    assert wheres == ["questions[0].options[1].tag"] * hit


@pytest.mark.parametrize(
    ("text", "wrong", "hit"),
    [
        ("It is made by the guild of bakers.", "The guild of bakers", True),
        ("It came from the northern mines.", "A northern mine", True),
        ("Doctors use it to ease pain.", "To ease pain", True),
        ("It was sold in cones.", "In cones", False),
        ("It was sold by day. Night came.", "By day and night", False),
        ("It burned the wood.", "The wood burned", False),
        ("It came from the north.", "From mines in Peru", False),
    ],
)
def test_an_option_that_stands_in_the_passage_is_not_unsupported(
    text: str, wrong: str, hit: bool
) -> None:
    passage = {"title": "An item", "source": "Our own words", "text": text}
    question = choice("What is so?", "Something", wrong) | {"evidence": text}
    wheres = [finding.where for finding in found("tag-against-passage", question, passage=passage)]
    assert wheres == ["questions[0].options[1].tag"] * hit
