from tests.check.build import choice, found

WHAT = "What do vets use the drug for?"


def test_numbers_in_order_that_are_shuffled() -> None:
    assert "shuffled" in found("numbers-out-of-order", choice("How many?", "5", "9"))[0].message
    weak = choice("In which year?", "2009", "2019", "2022")
    (finding,) = found("numbers-out-of-order", weak)
    assert "shuffled" in finding.message
    assert finding.where == "questions[0].options"


def test_options_with_an_order_of_their_own_may_contain_each_other() -> None:
    scale = choice(WHAT, "Pain", "Severe pain", "No feeling", shuffle=False)
    assert not found("option-within-option", scale)
    assert found("option-within-option", scale | {"shuffle": True})
