"""Answers to the questions of the bees, right and wrong, as values and as keys."""

from quiz.engine.session import Mode, Presented, Session
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.quiz import Quiz

RIGHT: dict[str, Answer] = {
    "queen": ChoiceAnswer(frozenset({0})),
    "drink": ChoiceAnswer(frozenset({0, 1})),
    "sting": ChoiceAnswer(frozenset({2})),
    "weeks": TypedAnswer(("6",)),
    "honey": TypedAnswer(("nectar",)),
    "cool": TypedAnswer(("water", "cool")),
    "jobs": OrderAnswer((0, 1, 2, 3)),
    "parts": MatchAnswer((0, 1, 2)),
    "dance": LocateAnswer(16),
    "swarm": TeachBackAnswer("They go", frozenset({0})),
}
WRONG: dict[str, Answer] = {
    "queen": ChoiceAnswer(frozenset({2})),
    "drink": ChoiceAnswer(frozenset({2, 3})),
    "sting": ChoiceAnswer(frozenset({0})),
    "weeks": TypedAnswer(("20",)),
    "honey": TypedAnswer(("wax",)),
    "cool": TypedAnswer(("pollen", "dark")),
    "jobs": OrderAnswer((3, 2, 1, 0)),
    "parts": MatchAnswer((1, 3, 0)),
    "dance": LocateAnswer(17),
    "swarm": TeachBackAnswer("No idea", frozenset()),
}


def keys(asked: Presented, answer: Answer) -> list[str]:
    """Return the keys that give an answer to a question just come up, but for the last enter."""
    match answer:
        case ChoiceAnswer(options):
            return [str(asked.option_order.index(option) + 1) for option in sorted(options)]
        case TypedAnswer((only,)):
            return list(only)
        case TypedAnswer((first, second)):
            number = str(asked.shown.index(first) + 1)
            return [number, "enter", *second]
        case OrderAnswer(items):
            return list(_carried(asked.option_order, items))
        case MatchAnswer(rights):
            return [
                str(asked.option_order.index(right) + 1) for right in rights if right is not None
            ]
        case LocateAnswer(sentence):
            return [*["down"] * sentence, "enter"]
        case TeachBackAnswer(text, checked):
            letters = ["space" if letter == " " else letter for letter in text]
            return [*letters, "tab", *(str(check + 1) for check in sorted(checked))]
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
            session = session.go(index).answer(answers[one.question.id])[0]
    return session.finish()
