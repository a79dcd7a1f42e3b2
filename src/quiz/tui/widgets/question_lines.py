"""A question in lines: what stands above its answer, and below."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quiz.engine.feedback import Feedback
from quiz.engine.selection import Presented
from quiz.engine.wording import SPELLING
from quiz.model.public_question import Kind, PublicQuestion
from quiz.model.quiz import Quiz
from quiz.tui.widgets.hung import BLANK, Hung, barred, hung
from quiz.tui.widgets.shown import Shown


def above(
    shown: Shown, said: Feedback | None, quiz: Quiz, *, notice: str, hinted: bool
) -> Iterator[Hung]:
    """Yield the question, and what its answer came to."""
    question = shown.asked.public
    if notice:
        yield from (barred("$secondary", notice), BLANK)
    yield hung("", Content.styled(_head(shown, quiz), "$muted"))
    yield from (hung("", Content.styled(question.ask, "bold")), BLANK)
    if hinted and question.hint:
        yield from (barred("$secondary", f"Hint: {question.hint}"), BLANK)
    if not shown.waits:
        yield from (hung("", _verdict(shown, said)), BLANK)
    if shown.respell:
        yield from (barred("$secondary", SPELLING), BLANK)


def below(asked: Presented, said: Feedback | None, quiz: Quiz, *, reasons: bool) -> Iterator[Hung]:
    """Yield the explanation, once it may be given; the reasons first if they are wanted."""
    if said is not None and asked.with_answers is not None:
        from quiz.tui.widgets.explanation import explanation  # noqa: PLC0415

        yield from explanation(asked.with_answers, quiz, said, reasons=reasons)


def _head(shown: Shown, quiz: Quiz) -> str:
    """Return what to do, and after the answer the topic: its words may give the answer away."""
    with_answers = shown.asked.with_answers
    if with_answers is None or not shown.explained:
        return instruction(shown.asked.public)
    return quiz.topics.get(with_answers.topic, with_answers.topic)


def _verdict(shown: Shown, said: Feedback | None) -> Content:
    """Return what an answer came to, where that is said."""
    if said is None:
        return ANSWERED if shown.response else Content("")
    from quiz.tui.widgets.explanation import verdict_line  # noqa: PLC0415

    return verdict_line(said.verdict, shown.asked.public.points, shown.response)


ANSWERED = Content.assemble(("• Answered", "bold $primary"), "   Your answer is kept.")
"""What is said of an answer that isn't explained."""


INSTRUCTIONS: dict[Kind, str] = {
    "choice": "Pick one",
    "statement": "True, false, or not stated in the passage?",
    "number": "Type a number",
    "short": "Type a word or two",
    "cloze": "Fill the gaps",
    "order": "Put them in order",
    "match": "Match each line; one choice is left over",
    "locate": "Find the sentence in the passage",
    "teach-back": "In your own words, not scored",
}
"""What to do, in a few words."""


def instruction(question: PublicQuestion) -> str:
    """Return what to do with a question, in a few words."""
    return f"Pick {question.pick}" if question.kind == "choices" else INSTRUCTIONS[question.kind]
