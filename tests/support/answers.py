"""Answers to a question of any kind: right, wrong, by lot, and as lines that are typed."""

from random import Random

from quiz.engine.kinds.picking import how_many
from quiz.engine.session import Presented
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
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
from quiz.model.quiz import Quiz


def right_answer(question: Question, quiz: Quiz) -> Answer:
    """Return an answer that earns all."""
    match question:
        case Choice() | Choices() | Statement():
            right = [index for index, option in enumerate(question.options) if option.correct]
            return ChoiceAnswer(frozenset(right))
        case Number():
            return TypedAnswer((str(question.answer),))
        case Short():
            return TypedAnswer((question.accept[0],))
        case Cloze():
            return TypedAnswer(tuple(blank.accept[0] for blank in question.blanks))
        case Order():
            return OrderAnswer(tuple(range(len(question.items))))
        case Match():
            return MatchAnswer(tuple(range(len(question.pairs))))
        case Locate():
            return LocateAnswer(quiz.holding(question.quotes)[0])
        case TeachBack():
            checked = frozenset(range(len(question.checklist[:1])))
            return TeachBackAnswer("In my own words.", checked)


def wrong_answer(question: Question, quiz: Quiz) -> Answer:
    """Return an answer that earns nothing, and is no slip of the keys."""
    match question:
        case Choice() | Choices() | Statement():
            wrong = [index for index, option in enumerate(question.options) if not option.correct]
            return ChoiceAnswer(frozenset(wrong[:1]))
        case Number():
            return TypedAnswer(("1066",))
        case Short():
            return TypedAnswer(("serotonin",))
        case Cloze():
            return TypedAnswer(("nothing",) * len(question.blanks))
        case Order():
            return OrderAnswer(tuple(reversed(range(len(question.items)))))
        case Match():
            return MatchAnswer((None,) * len(question.pairs))
        case Locate():
            sentences = set(range(len(quiz.passage.sentences(quiz.language))))
            return LocateAnswer(max(sentences - {*quiz.holding(question.quotes)}))
        case TeachBack():
            return TeachBackAnswer("")


def any_answer(question: Question, quiz: Quiz, rng: Random) -> Answer:
    """Return an answer by lot that every front end takes: no half pairs, no empty blanks."""
    match question:
        case Choice() | Choices() | Statement():
            options = range(len(question.options))
            return ChoiceAnswer(frozenset(rng.sample(options, how_many(question))))
        case Number():
            return TypedAnswer((str(question.answer + rng.choice((-9, 0, 7, 20))),))
        case Short():
            return TypedAnswer((rng.choice(("serotonin", "Serotonin.", "unknown", "=A1")),))
        case Cloze():
            words = question.word_bank or ("thing", "1/0")
            return TypedAnswer(tuple(rng.choice(words) for _ in question.blanks))
        case Order():
            return OrderAnswer(tuple(rng.sample(range(len(question.items)), len(question.items))))
        case Match():
            return MatchAnswer(tuple(rng.sample(range(len(question.rights)), len(question.pairs))))
        case Locate():
            return LocateAnswer(rng.randrange(len(quiz.passage.sentences(quiz.language))))
        case TeachBack():
            checked = frozenset(range(len(question.checklist[:1])))
            return TeachBackAnswer("In my own words.", checked)


def typed_lines(asked: Presented, answer: Answer) -> list[str]:
    """Return the lines that give an answer to a question as it is asked, line by line."""
    order = asked.option_order
    match answer:
        case ChoiceAnswer(options):
            return [" ".join(str(order.index(option) + 1) for option in sorted(options))]
        case TypedAnswer(texts):
            return ["; ".join(texts)]
        case OrderAnswer(items):
            return [" ".join(str(order.index(item) + 1) for item in items)]
        case MatchAnswer(rights):
            places = [order.index(right) for right in rights if right is not None]
            return [" ".join(f"{n}{'abcdefgh'[place]}" for n, place in enumerate(places, 1))]
        case LocateAnswer(sentence):
            return [str(sentence + 1)]
        case TeachBackAnswer(text, checked):
            checks = [" ".join(str(check + 1) for check in sorted(checked))]
            return [text, "", *(checks if asked.with_answers else [])]
