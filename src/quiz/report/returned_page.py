"""A learner's own result as a page: what was answered, why, and what to read again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quiz.engine.dates import source_of
from quiz.engine.feedback import Feedback, Verdict, feedback
from quiz.engine.kinds import KINDS
from quiz.engine.result import Score, result
from quiz.engine.returning import session_of
from quiz.engine.session import Session
from quiz.engine.wording import FORMS, MARKS, THIS_ARTICLE, count, earned_for_certainty, percent
from quiz.engine.wording import points as in_points
from quiz.model.notice import DISCLAIMER
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.span import Span
from quiz.pages import direction, page


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A question with what was answered."""

    number: int
    """Its number in the order in which the learner was asked."""
    question: Question
    """The question."""
    feedback: Feedback
    """What there is to say of the answer."""
    text: str | None
    """The sentence of a cloze."""
    answer: str | None
    """The answer in words; None where there is none."""
    key: str
    """The right answer in words; empty where nothing is scored."""
    points: str
    """What was earned, in words; empty where nothing is scored."""
    certainty: str | None
    """What being sure earned, in words."""
    proof: tuple[Span, ...]
    """Where in the passage the answer is proved."""

    @property
    def missed(self) -> bool:
        """Whether it is worth reading again what proves it."""
        return self.question.scored and self.feedback.verdict is not Verdict.RIGHT


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the passage."""

    text: str
    """The words."""
    numbers: tuple[int, ...]
    """The questions that they prove the answers to."""
    missed: bool
    """Whether one of these was not answered fully right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that a learner's page shows."""

    learner: str
    """The learner's name or code."""
    form: str | None
    """Which form was asked, in words."""
    quiz: Quiz
    """The quiz as far as this learner was asked it."""
    total: Score
    """What the answers came to."""
    questions: tuple[Marked, ...]
    """The questions in the order in which they were asked."""
    passage: tuple[tuple[Piece, ...], ...]
    """The passage by its paragraphs, each in pieces."""
    again: Mapping[str, tuple[int, ...]]
    """The sentences to read again, each with the questions that it answers."""


def to_page(all_returned: Sequence[Returned]) -> str:
    """Return the results as one HTML page, each beginning on a sheet of its own."""
    results = [_result(one) for one in all_returned]
    quiz = results[0].quiz
    title = f"Result: {quiz.title}" if len(results) == 1 else f"Results: {quiz.title}"
    return page(
        "quiz.report",
        "returned.html",
        results=results,
        title=title,
        language="en",
        is_english=quiz.english,
        quiz_language=quiz.language,
        quiz_direction=direction(quiz.language),
        MARKS=MARKS,
        THIS_ARTICLE=THIS_ARTICLE,
        DISCLAIMER=DISCLAIMER,
        count=count,
        percent=percent,
        points=in_points,
        source_of=source_of,
    )


def _result(returned: Returned) -> Result:
    session = session_of(returned)
    questions = tuple(_questions(session))
    return Result(
        learner=returned.learner,
        form=FORMS[returned.form] if returned.form else None,
        quiz=session.quiz,
        total=result(session).total,
        questions=questions,
        passage=tuple(_passage(session.quiz, questions)),
        again=_again(session.quiz, questions),
    )


def _questions(session: Session) -> Iterator[Marked]:
    quiz = session.quiz
    pairs = zip(session.asked, session.responses, strict=True)
    for number, (asked, response) in enumerate(pairs, 1):
        question = asked.with_answers
        if question is None:
            continue
        kind = KINDS[question.kind]
        earned = response.fraction * question.points if response else 0
        yield Marked(
            number=number,
            question=question,
            feedback=feedback(question, response, quiz),
            text=asked.public.text,
            answer=kind.in_words(question, response.answer, quiz) if response else None,
            key=kind.key(question) if question.scored else "",
            points=f"{in_points(earned)} of {count(question.points, 'point')}"
            if question.scored
            else "",
            certainty=earned_for_certainty(response) if question.scored else None,
            proof=quiz.evidence(question),
        )


def _passage(quiz: Quiz, questions: Sequence[Marked]) -> Iterator[tuple[Piece, ...]]:
    text = quiz.passage.text
    ends = {end for one in questions for span in one.proof for end in span}
    for start, stop in quiz.passage.paragraphs:
        cuts = sorted({start, stop, *(end for end in ends if start < end < stop)})
        pieces = []
        for first, last in pairwise(cuts):
            proves = [
                one
                for one in questions
                if any(span.start <= first and last <= span.end for span in one.proof)
            ]
            numbers = tuple(one.number for one in proves)
            pieces.append(Piece(text[first:last], numbers, any(one.missed for one in proves)))
        yield tuple(pieces)


def _again(quiz: Quiz, questions: Sequence[Marked]) -> Mapping[str, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for one in questions:
        for index in quiz.holding(one.question.quotes) if one.missed else ():
            found.setdefault(index, []).append(one.number)
    return {quiz.sentences[index]: tuple(numbers) for index, numbers in sorted(found.items())}
