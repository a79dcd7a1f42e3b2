"""What to do with the pencil, in words."""

from quiz.model.public_question import PublicQuestion

WHOLE = (
    "Read the passage. Then answer the questions with a pencil. You may look back at the passage "
    "as often as you like."
)
"""What stands above the passage."""

_BY_KIND = {
    "choice": "Tick one box.",
    "statement": "What does the passage say of this? Tick one box.",
    "number": "Write a number.",
    "short": "Write a word or a few.",
    "locate": "Write the number of the sentence in the passage that answers this.",
    "teach-back": "Explain it in your own words. This is not scored.",
}


def instruction(question: PublicQuestion) -> str:
    """Return how to answer the question on paper."""
    match question.kind:
        case "choices":
            return f"Tick {question.pick} boxes."
        case "cloze":
            return _filling(question)
        case "order":
            return f"Number the boxes from 1 to {len(question.parts)}: 1 comes first."
        case "match":
            return "Draw a line from each number to a letter. One letter is left over."
        case kind:
            return _BY_KIND[kind]


def _filling(question: PublicQuestion) -> str:
    one = question.gaps == 1
    if question.parts:
        return f"Write a word from the list in {'the' if one else 'each'} gap."
    return f"Write the missing {'word in the gap' if one else 'words in the gaps'}."
