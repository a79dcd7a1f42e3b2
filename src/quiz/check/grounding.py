"""Whether questions and options quote the passage as they say."""

from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule

_MOST_SENTENCES = 3


@rule("wide-evidence", Level.WARNING)
@each
def wide_evidence(item: ItemContext) -> Iterator[Violation]:
    """One quote runs over more than three sentences.

    ## Why it matters

    The learner must search it for the proof, and coverage is shown larger than it is.

    Source: Coverage: a sentence is covered only where a question stands on it

    ## How to mend it

    Quote only the words that answer the question, as a list of quotes if need be.

    Weak:

    ```yaml
    kind: short
    ask: What was ketamine first used as? Type one word.
    accept: [anesthetic]
    evidence: >-
      Ketamine was first brought in as an anesthetic. It is a dissociative drug. Patients can stay
      awake while their pain is eased. This makes the drug useful in surgery and in emergency care.
    ```

    Better:

    ```yaml
    kind: short
    ask: What was ketamine first used as? Type one word.
    accept: [anesthetic]
    evidence: Ketamine was first brought in as an anesthetic
    ```

    ## Known traps

    Several quotes of one question are each measured alone.
    """
    quiz = item.context.quiz
    several = not isinstance(item.question.evidence, str)
    for index, quote in enumerate(item.question.quotes):
        count = len(quiz.passage.sentences_of(quote, quiz.language))
        if count > _MOST_SENTENCES:
            path = item.at("evidence", index) if several else item.at("evidence")
            yield Violation(path, f"The quote runs over {count} sentences.")


@rule("tag-against-passage", Level.WARNING)
@each
def tag_against_passage(item: ItemContext) -> Iterator[Violation]:
    """A wrong option is tagged `unsupported`, but quotes the passage or stands in it word by word.

    ## Why it matters

    The tag tells a teacher why readers pick the option; a wrong tag misleads.

    Source: STARC (Berzak et al. 2020): misread, elsewhere, unsupported

    ## How to mend it

    Tag it `elsewhere` or `misread`, or write another option.

    Weak:

    ```yaml
    kind: choice
    ask: What was ketamine first used as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A drug for animals, tag: unsupported, quote: Vets also use it to calm animals}
    - {text: A vitamin, tag: unsupported}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What was ketamine first used as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A drug for animals, tag: elsewhere, quote: Vets also use it to calm animals}
    - {text: A vitamin, tag: unsupported}
    ```

    ## Known traps

    Endings are forgiven, and words that carry little meaning. An option of one word that carries
    meaning is believed, and so is one that says what the passage says in other words.
    """
    for index, option in enumerate(item.options):
        if option.tag == "unsupported":
            if option.quote:
                message = "The option quotes the passage, and so is not unsupported."
                yield Violation(item.at("options", index, "tag"), message)
            elif item.context.states(option.text):
                message = "The words of the option stand in the passage, so it is not unsupported."
                yield Violation(item.at("options", index, "tag"), message)
