"""Whether every answer stands on words of the passage."""

from collections.abc import Iterator

from quiz.check.coverage import touched
from quiz.check.figures import figure
from quiz.check.finding import Level, Mark
from quiz.check.rule import each, rule
from quiz.check.sheet import Item
from quiz.check.words import stems
from quiz.model.question import Choice, Choices, Cloze, Number, Short

_OPENING = """
    kind: short
    ask: What was ketamine first used as? Type one word.
    accept: [anesthetic]
    """
"""How the examples below begin."""


_MOST_SENTENCES = 3


@rule(
    "wide-evidence",
    Level.WARNING,
    what="One quote runs over more than three sentences.",
    why="The learner must search it for the proof, and coverage is shown larger than it is.",
    source="Coverage: a sentence is covered only where a question stands on it",
    mend="Quote only the words that answer the question, as a list of quotes if need be.",
    bad="""
    kind: short
    ask: What was ketamine first used as? Type one word.
    accept: [anesthetic]
    evidence: >-
      Ketamine was first brought in as an anesthetic. It is a dissociative drug. Patients can stay
      awake while their pain is eased. This makes the drug useful in surgery and in emergency care.
    """,
    good=_OPENING + "evidence: Ketamine was first brought in as an anesthetic\n",
    traps="Several quotes of one question are each measured alone.",
)
@each
def wide_evidence(item: Item) -> Iterator[Mark]:
    """Yield each wide quote."""
    bank = item.sheet.bank
    spans = bank.passage.sentences(bank.language)
    several = not isinstance(item.question.evidence, str)
    for index, quote in enumerate(item.question.quotes):
        found = bank.passage.find(quote)
        count = len(touched(spans, found)) if found else 0
        if count > _MOST_SENTENCES:
            path = item.at("evidence", index) if several else item.at("evidence")
            yield Mark(path, f"The quote runs over {count} sentences.")


@rule(
    "answer-not-in-evidence",
    Level.WARNING,
    what="A typed answer, year or number does not stand in the evidence of its own question.",
    why="The learner is shown a proof that does not hold the answer; or the key is wrong.",
    source="Grounding: every answer stands on a quoted sentence that a machine checks",
    mend="Quote the words that hold the answer, or correct the key.",
    bad="""
    kind: number
    ask: In what year was it approved?
    answer: 2018
    evidence: A form of the drug called esketamine was approved in the United States in 2019
    """,
    good="""
    kind: number
    ask: In what year was it approved?
    answer: 2019
    evidence: A form of the drug called esketamine was approved in the United States in 2019
    """,
    traps="Of several accepted answers one has to stand there; endings are forgiven, and a number "
    "may be a word. Another spelling (“behaviour”) and an odd plural (“women”) are found: accept "
    "both. A number that the reader has to work out is found too, and can be waived.",
)
@each
def answer_not_in_evidence(item: Item) -> Iterator[Mark]:
    """Yield each key of which nothing stands in the evidence."""
    question = item.question
    if not question.quotes:
        return
    text = " ".join(question.quotes)
    match question:
        case Number(answer=answer, tolerance=tolerance):
            if not any(abs(number - answer) <= tolerance for number in _numbers(text)):
                message = f"The evidence does not hold the number {answer}."
                yield Mark(item.at("answer"), message)
        case Short(accept=accept):
            if not _any_stands(accept, text):
                yield Mark(item.at("accept"), f"The evidence does not hold “{accept[0]}”.")
        case Cloze(gaps=gaps):
            for index, gap in enumerate(gaps):
                if not _any_stands(gap.accept, text):
                    message = f"The evidence does not hold “{gap.accept[0]}”."
                    yield Mark(item.at("gaps", index, "accept"), message)


def _numbers(text: str) -> Iterator[float]:
    """Yield the numbers in a text, figures and words alike."""
    plain = [token.strip("().;:!?\"'“”") for token in text.split()]
    for index, token in enumerate(plain):
        for candidate in (token.rstrip(","), " ".join(plain[index : index + 2]).rstrip(",")):
            one = figure(candidate.rstrip("%"))
            if one:
                yield one.value


def _any_stands(accepted: tuple[str, ...], text: str) -> bool:
    held = f" {' '.join(stems(text))} "
    return any(answer in text or f" {' '.join(stems(answer))} " in held for answer in accepted)


@rule(
    "tag-against-passage",
    Level.WARNING,
    what="A wrong option is tagged `unsupported`, but quotes the passage.",
    why="The tag tells a teacher why readers pick the option; a wrong tag misleads.",
    source="STARC (Berzak et al. 2020): misread, elsewhere, unsupported",
    mend="Tag it `elsewhere` or `misread`, or take the quote out.",
    bad="""
    kind: choice
    ask: What was ketamine first used as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A drug for animals, tag: unsupported, quote: Vets also use it to calm animals}
    - {text: A vitamin, tag: unsupported}
    """,
    good="""
    kind: choice
    ask: What was ketamine first used as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A drug for animals, tag: elsewhere, quote: Vets also use it to calm animals}
    - {text: A vitamin, tag: unsupported}
    """,
    traps="An `unsupported` option without a quote is believed.",
)
@each
def tag_against_passage(item: Item) -> Iterator[Mark]:
    """Yield the tag of each option that quotes what it says is not there."""
    if isinstance(item.question, Choice | Choices):
        for index, option in enumerate(item.options):
            if option.tag == "unsupported" and option.quote:
                message = "The option quotes the passage, and so is not unsupported."
                yield Mark(item.at("options", index, "tag"), message)
