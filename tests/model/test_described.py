"""What the fields of a class mean."""

from dataclasses import dataclass

from quiz.model.described import descriptions


@dataclass
class Drink:
    """Something to drink."""

    name: str
    """What it is called."""
    liters: float = 1
    """How much of it there is,
    in liters."""
    cold = True


@dataclass
class Tea(Drink):
    """A tea."""

    name: str = "tea"
    """The leaf that it is made of."""
    sweet: bool = False
    """Whether there is sugar in it."""

    def poured(self) -> str:
        """Return what is poured."""
        return self.name


def test_each_field_has_what_stands_under_it() -> None:
    assert descriptions(Drink) == {
        "name": "What it is called.",
        "liters": "How much of it there is,\nin liters.",
    }


def test_a_class_says_what_its_bases_say_unless_it_says_it_anew() -> None:
    assert descriptions(Tea) == {
        "name": "The leaf that it is made of.",
        "liters": "How much of it there is,\nin liters.",
        "sweet": "Whether there is sugar in it.",
    }
