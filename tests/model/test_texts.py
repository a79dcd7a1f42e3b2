from quiz.model.quiz import Quiz, Term
from quiz.model.texts import texts


def test_every_text_has_the_way_to_it(ketamine: Quiz) -> None:
    found = dict(texts(ketamine))
    assert found["title",] == ketamine.title
    assert found["passage", "text"] == ketamine.passage.text
    name, title = next(iter(ketamine.topics.items()))
    assert found["topics", name] == title
    assert found["questions", 0, "ask"] == ketamine.questions[0].ask


def test_they_stand_in_the_order_of_the_fields() -> None:
    term = Term(term="serotonin", means="A substance", source="A book")
    assert list(texts((term, "FDA"), ("terms",))) == [
        (("terms", 0, "term"), "serotonin"),
        (("terms", 0, "means"), "A substance"),
        (("terms", 0, "source"), "A book"),
        (("terms", 1), "FDA"),
    ]


def test_what_is_no_text_has_none() -> None:
    assert not list(texts((1, None, True)))
