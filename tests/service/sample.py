"""Small quizzes to sit."""

from dataclasses import replace

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.labels import Skill
from quiz.model.passage import Passage
from quiz.model.question import (
    Choice,
    Choices,
    Locate,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Option
from quiz.model.quiz import Forms, Quiz

TEXT = """
The Danube rises in a forest. It passes ten countries. It ends in the Black Sea.

The Nile is 6650 kilometres long. It floods in summer. Mud then covers the fields.
"""


def _options(*texts: str, right: int) -> tuple[Option, ...]:
    return tuple(
        Option(text=text, correct=index < right, why=f"About {text}.")
        for index, text in enumerate(texts)
    )


def _common(id_: str, topic: str = "danube") -> dict[str, object]:
    return {
        "id": id_,
        "topic": topic,
        "skill": Skill.ACCESS,
        "ask": f"What of {id_}?",
        "explain": f"The passage says it of {id_}.",
    }


QUESTIONS: tuple[Question, ...] = (
    Choice(**_common("source"), options=_options("A forest", "A lake", "A city", right=1)),  # type: ignore[arg-type]
    Choices(**_common("passes"), options=_options("Austria", "Serbia", "Spain", "Peru", right=2)),  # type: ignore[arg-type]
    Statement(**_common("sea"), answer=True, why={"false": "It does.", "not stated": "It is."}),  # type: ignore[arg-type]
    Number(**_common("length", "nile"), answer=6650),  # type: ignore[arg-type]
    Short(**_common("season", "nile"), accept=("summer",)),  # type: ignore[arg-type]
    Order(**_common("floods", "nile"), items=("Rain", "Flood", "Mud")),  # type: ignore[arg-type]
    Locate(**_common("mud", "nile"), evidence="Mud then covers the fields"),  # type: ignore[arg-type]
    TeachBack(**_common("tell", "nile"), checklist=("It floods", "Mud stays")),  # type: ignore[arg-type]
)

RIGHT: dict[str, Answer] = {
    "source": ChoiceAnswer(frozenset({0})),
    "passes": ChoiceAnswer(frozenset({0, 1})),
    "sea": ChoiceAnswer(frozenset({0})),
    "length": TypedAnswer(("6650",)),
    "season": TypedAnswer(("Summer",)),
    "floods": OrderAnswer((0, 1, 2)),
    "mud": LocateAnswer(5),
    "tell": TeachBackAnswer("It floods.", frozenset({0})),
}
WRONG: dict[str, Answer] = {
    "source": ChoiceAnswer(frozenset({1})),
    "passes": ChoiceAnswer(frozenset({2})),
    "sea": ChoiceAnswer(frozenset({2})),
    "length": TypedAnswer(("12",)),
    "season": TypedAnswer(("=1+1",)),
    "floods": OrderAnswer((2, 1, 0)),
    "mud": LocateAnswer(0),
    "tell": TeachBackAnswer(""),
}


def rivers() -> Quiz:
    """Return a quiz of eight questions, one of them not scored."""
    return Quiz(
        schema=1,
        id="rivers",
        title="Two rivers",
        topics={"danube": "The Danube", "nile": "The Nile"},
        passage=Passage(title="Rivers", source="Written for the tests", text=TEXT),
        forms=Forms(pre=("source", "length"), post=("sea", "season")),
        questions=QUESTIONS,
    )


def lakes() -> Quiz:
    """Return another quiz, of three questions, two of one group."""
    first, second, third = QUESTIONS[0], QUESTIONS[2], QUESTIONS[3]
    questions = (replace(first, group="one"), replace(second, group="one"), third)
    return replace(rivers(), id="lakes", title="Lakes", forms=None, questions=questions)
