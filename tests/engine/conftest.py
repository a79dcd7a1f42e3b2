"""Questions of every kind, made small, and the right answer to each."""

from functools import partial

from quiz.model.labels import Difficulty, Skill
from quiz.model.passage import Passage
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Blank, Option, Pair, Rejected, Tempting
from quiz.model.quiz import Quiz
from tests.support import answers

PASSAGE = Passage(
    title="Ketamine",
    source="Written for these tests",
    text="""
    Ketamine was first used as an anesthetic. A form of it was approved in 2019. It acts mainly on
    glutamate. Nerves that carry afferent signals were looked at too.

    Vets use it to calm animals. Many questions are open.
    """,
)


def choice(
    id: str = "first-use",
    *,
    topic: str = "uses",
    skill: Skill = Skill.UNDERSTAND,
    difficulty: Difficulty | None = Difficulty.EASY,
    group: str | None = None,
    points: int = 1,
    right: int = 0,
    shuffle: bool = True,
) -> Choice:
    """Return a question with four options, of which one is right."""
    return Choice(
        id=id,
        topic=topic,
        skill=skill,
        ask="How was it first used?",
        explain="The passage says so.",
        evidence="first used as an anesthetic",
        difficulty=difficulty,
        group=group,
        points=points,
        shuffle=shuffle,
        options=tuple(
            Option(text=f"Option {index}", correct=index == right, why=f"Why {index}")
            for index in range(4)
        ),
    )


def choices(right: int = 3, wrong: int = 2) -> Choices:
    """Return a question with several right options, the right ones first."""
    return Choices(
        id="uses",
        topic="uses",
        skill=Skill.ACCESS,
        ask="Which uses are named?",
        explain="The passage says so.",
        evidence="to calm animals",
        options=tuple(
            Option(text=f"Option {index}", correct=index < right, why=f"Why {index}")
            for index in range(right + wrong)
        ),
    )


def statement() -> Statement:
    """Return a true statement."""
    return Statement(
        id="vets",
        topic="uses",
        skill=Skill.UNDERSTAND,
        ask="Vets use it.",
        explain="The passage says so.",
        evidence="Vets use it",
        answer=True,
        why={"false": "The passage says that they do.", "not stated": "It is stated."},
    )


def number(answer: float = 2019, tolerance: float = 0, unit: str | None = None) -> Number:
    """Return a question for a number."""
    return Number(
        id="year",
        topic="approval",
        skill=Skill.ACCESS,
        ask="In which year was a form of it approved?",
        explain="The passage says so.",
        evidence="approved in 2019",
        difficulty=Difficulty.MEDIUM,
        answer=answer,
        tolerance=tolerance,
        unit=unit,
        reject=(Rejected(text="2009", why="That is ten years early."),),
    )


def short(*accept: str, reject: tuple[str, ...] = ("glutamine",)) -> Short:
    """Return a question for a word or two."""
    return Short(
        id="messenger",
        topic="risks",
        skill=Skill.UNDERSTAND,
        ask="On which messenger does it act?",
        explain="The passage says so.",
        evidence="It acts mainly on glutamate",
        accept=accept or ("glutamate",),
        reject=tuple(Rejected(text=text, why=f"Not {text}.") for text in reject),
    )


def cloze(*blanks: str, words: tuple[str, ...] = ()) -> Cloze:
    """Return a sentence with blanks."""
    blanks = blanks or ("anesthetic", "glutamate")
    return Cloze(
        id="blanks",
        topic="uses",
        skill=Skill.UNDERSTAND,
        ask="Fill the blanks.",
        explain="The passage says so.",
        evidence="It acts mainly on glutamate",
        text=" and ".join(["___"] * len(blanks)),
        blanks=tuple(Blank(accept=(blank,)) for blank in blanks),
        words=tuple(Rejected(text=word, why=f"Not {word}.") for word in words),
    )


def order(count: int = 3) -> Order:
    """Return items to put in order."""
    return Order(
        id="order",
        topic="approval",
        skill=Skill.UNDERSTAND,
        ask="What came first?",
        explain="The passage says so.",
        evidence="first used as an anesthetic",
        difficulty=Difficulty.HARD,
        items=tuple(f"Item {index}" for index in range(count)),
    )


def match(count: int = 3) -> Match:
    """Return items to pair, with a spare one."""
    return Match(
        id="pairs",
        topic="uses",
        skill=Skill.UNDERSTAND,
        ask="What belongs together?",
        explain="The passage says so.",
        evidence="to calm animals",
        pairs=tuple(
            Pair(left=f"Left {index}", right=f"Right {index}", why=f"Why {index}")
            for index in range(count)
        ),
        spare=Rejected(text="Spare", why="The spare fits nothing."),
    )


def locate(*evidence: str) -> Locate:
    """Return a question for a sentence."""
    return Locate(
        id="sentence",
        topic="approval",
        skill=Skill.ACCESS,
        ask="Which sentence says when it was approved?",
        explain="The passage says so.",
        evidence=evidence or ("approved in 2019",),
        reject=(Tempting(quote="Many questions are open", why="That names no year."),),
    )


def teach_back(id: str = "own-words", group: str | None = None) -> TeachBack:
    """Return an explanation to give."""
    return TeachBack(
        id=id,
        topic="uses",
        skill=Skill.APPRAISE,
        ask="Explain it to a friend.",
        explain="These are the points.",
        group=group,
        checklist=("It was an anesthetic.", "It acts on glutamate."),
    )


EVERY_KIND: tuple[Question, ...] = (
    choice(),
    choices(),
    statement(),
    number(),
    short(),
    cloze(),
    order(),
    match(),
    locate(),
    teach_back(),
)
"""One question of each kind."""


def build_quiz(*questions: Question) -> Quiz:
    """Return a quiz of some questions, or with one of each kind."""
    return Quiz(
        schema=1,
        id="ketamine",
        title="Ketamine",
        topics={"uses": "Uses", "approval": "Approval", "risks": "Risks"},
        passage=PASSAGE,
        questions=questions or EVERY_KIND,
    )


QUIZ = build_quiz()
"""A quiz with a question of each kind."""
right_answer = partial(answers.right_answer, quiz=QUIZ)
wrong_answer = partial(answers.wrong_answer, quiz=QUIZ)
