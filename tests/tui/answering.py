"""Answers to the questions of the bees, right and wrong, as values and as keys."""

from quiz.engine.selection import Presented
from quiz.engine.session import Mode, Session
from quiz.model.answer import Answer, Located, Matched, Ordered, Picked, Taught, Typed
from quiz.model.quiz import Quiz

RIGHT: dict[str, Answer] = {
    "queen": Picked(frozenset({0})),
    "drink": Picked(frozenset({0, 1})),
    "sting": Picked(frozenset({2})),
    "weeks": Typed(("6",)),
    "honey": Typed(("nectar",)),
    "cool": Typed(("water", "cool")),
    "jobs": Ordered((0, 1, 2, 3)),
    "parts": Matched((0, 1, 2)),
    "dance": Located(16),
    "swarm": Taught("They go", frozenset({0})),
}
WRONG: dict[str, Answer] = {
    "queen": Picked(frozenset({2})),
    "drink": Picked(frozenset({2, 3})),
    "sting": Picked(frozenset({0})),
    "weeks": Typed(("20",)),
    "honey": Typed(("wax",)),
    "cool": Typed(("pollen", "dark")),
    "jobs": Ordered((3, 2, 1, 0)),
    "parts": Matched((1, 3, 0)),
    "dance": Located(17),
    "swarm": Taught("No idea", frozenset()),
}


def keys(asked: Presented, answer: Answer) -> list[str]:
    """Return the keys that give an answer to a question just come up, but for the last enter."""
    match answer:
        case Picked(options):
            return [str(asked.layout.index(option) + 1) for option in sorted(options)]
        case Typed((only,)):
            return list(only)
        case Typed((first, second)):
            number = str(asked.shown.index(first) + 1)
            return [number, "enter", *second]
        case Ordered(items):
            return list(_carried(asked.layout, items))
        case Matched(rights):
            return [str(asked.layout.index(right) + 1) for right in rights if right is not None]
        case Located(sentence):
            return ["down"] * (sentence + 1)
        case Taught(text, ticked):
            letters = ["space" if letter == " " else letter for letter in text]
            return [*letters, "tab", *(str(tick + 1) for tick in sorted(ticked))]
    raise AssertionError(answer)


def _carried(layout: tuple[int, ...], items: tuple[int, ...]) -> list[str]:
    """Return the keys that bring laid-out items into an order, one after another to its place."""
    order, cursor, pressed = list(layout), 0, []
    for place, item in enumerate(items):
        at = order.index(item)
        pressed += ["down" if at > cursor else "up"] * abs(at - cursor)
        pressed += ["space", *["up"] * (at - place), "space"]
        order.insert(place, order.pop(at))
        cursor = place
    return pressed


def taken(
    quiz: Quiz, asked: tuple[Presented, ...], answers: dict[str, Answer], mode: Mode
) -> Session:
    """Return an attempt taken without any screen."""
    session = Session.begin(quiz, asked, mode)
    for index, one in enumerate(asked):
        if one.question.id in answers:
            session = session.go(index).answer(answers[one.question.id])
    return session.finish()
