"""What the author lists of facts and checks over the years: claims and dated notes."""

from collections.abc import Iterator

from quiz.check.context import ItemContext, QuizContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.engine.dates import month_in_words
from quiz.model.problem import ValuePath
from quiz.model.question_parts import Note
from quiz.model.quiz import Status

_MONTHS = 24


@rule("old-note", Level.WARNING)
def old_note(context: QuizContext) -> Iterator[Violation]:
    """A dated note was last checked more than two years ago, or will be only in the future.

    ## Why it matters

    A note is there for what changes. What was true then may mislead today.

    Source: Content of the quiz: imprecise claims carry a dated note

    ## How to mend it

    Look its source up again, correct the note, and set `as_of` to this month.

    Weak:

    ```yaml
    note: {text: It is sold in 60 countries., as_of: 2001-01, source: The maker's report}
    ```

    Better:

    ```yaml
    note: {text: It is sold in 60 countries., as_of: 2026-11, source: The maker's report}
    ```

    ## Known traps

    A note of exactly two years ago is left alone, and so are years in its text.
    """
    for path, note in _notes(context):
        year, month = map(int, note.as_of.split("-"))
        age = (context.today.year - year) * 12 + context.today.month - month
        when = month_in_words(note.as_of)
        if age > _MONTHS:
            yield Violation((*path, "as_of"), f"The note was last checked in {when}.")
        elif age < 0:
            yield Violation((*path, "as_of"), f"The note can't have been checked in {when} yet.")


def _notes(context: QuizContext) -> Iterator[tuple[ValuePath, Note]]:
    for index, note in enumerate(context.quiz.know):
        yield ("know", index), note
    for item in context.items:
        if item.question.note:
            yield item.at("note"), item.question.note


@rule("claim-not-asked", Level.WARNING)
def claim_not_asked(context: QuizContext) -> Iterator[Violation]:
    """No question asks about a claim, and nothing says why; or one asks, though it is said why not.

    ## Why it matters

    A fact that was worth listing was forgotten.

    Source: Content of the quiz: every claim is asked, or listed with a reason

    ## How to mend it

    Either name the claim under a question's `claims`, or say under `unasked` why not.

    Weak:

    ```yaml
    claims: {C04: {says: It was first an anesthetic, status: ok}}
    ```

    Better:

    ```yaml
    claims: {C04: {says: It was first an anesthetic, status: ok, unasked: Too easy}}
    ```

    ## Known traps

    Whether the question really asks about the claim is not looked at.
    """
    asked = {claim for question in context.quiz.questions for claim in question.claims}
    for name, claim in context.quiz.claims.items():
        if name not in asked and not claim.unasked:
            yield Violation(("claims", name), "No question asks about this claim.")
        elif name in asked and claim.unasked:
            message = "A question asks about this claim, and here a reason stands why not."
            yield Violation(("claims", name, "unasked"), message)


@rule("claim-without-note", Level.WARNING)
@each
def claim_without_note(item: ItemContext) -> Iterator[Violation]:
    """A question asks about a claim that is imprecise or dated, and has no note.

    ## Why it matters

    The answer is right by the article alone. The learner should hear what is known today.

    Source: Content of the quiz: imprecise claims carry a dated note

    ## How to mend it

    Add a `note` with what other sources say, its month and where to look it up.

    Weak:

    ```yaml
    claims: {C15: {says: It is for severe depression, status: imprecise}}
    questions:
    - {id: a, claims: [C15]}
    ```

    Better:

    ```yaml
    claims: {C15: {says: It is for severe depression, status: imprecise}}
    questions:
    - {id: a, claims: [C15], note: {text: The label says more., as_of: 2026-11, source: The label}}
    ```

    ## Known traps

    Whether the note speaks of that claim is not looked at. A teach-back needs none.
    """
    question, claims = item.question, item.context.quiz.claims
    if question.note or not question.scored:
        return
    for index, name in enumerate(question.claims):
        claim = claims.get(name)
        if claim and claim.status in {Status.IMPRECISE, Status.DATED}:
            message = f"The claim {name} is {claim.status}, and the question has no note."
            yield Violation(item.at("claims", index), message)
