"""The first question of a new quiz, asked for line by line."""

from collections.abc import Iterator, Sequence

from quiz.drafting.place import first_question as drafted
from quiz.drafting.sentence import Sentence, sentences
from quiz.model.passage import Passage
from quiz.model.question import Question
from quiz.model.words import content
from quiz.plain.console import Console
from quiz.plain.lines import Block

_MOST_WRONG = 8
_SHOWN = 5
"""So many sentences are offered as evidence; `?` shows them all."""
_LONGEST = 500
"""Characters that an option and a reason may have."""


def first_question(
    console: Console, passage: Passage, language: str, topic: str
) -> Question | None:
    """Return a question with its options and evidence; None where none is wanted yet.

    Raises:
        EndOfInput: there is nothing more to read.
    """
    stating = sentences(passage, language)
    console.write(
        ["", "Your first question: one that only someone who read the article can answer."]
    )
    stem = _text(console, "Question [none for now]: ", (), optional=True) if stating else ""
    if not stem:
        return None
    console.write(["", "The right answer, in a few words."])
    right = _text(console, "Right answer: ", ())
    wrong = dict(_wrong(console, right))
    evidence = _evidence(console, stating, f"{stem} {right}")
    return drafted(stem, right, wrong, evidence, topic)


def _wrong(console: Console, right: str) -> Iterator[tuple[str, str]]:
    """Yield wrong answers with their reasons, one or more."""
    console.write(
        ["", "A wrong answer that someone may give who read too fast; then why it is wrong."]
    )
    taken = [right]
    prompt, optional = "Wrong answer: ", False
    while len(taken) <= _MOST_WRONG and (text := _text(console, prompt, taken, optional=optional)):
        taken.append(text)
        why = _text(console, "Why it is wrong [later]: ", (), optional=True)
        yield text, why
        prompt, optional = "Another wrong answer [no more]: ", True


def _text(console: Console, prompt: str, taken: Sequence[str], *, optional: bool = False) -> str:
    """Return a text that is not too long, and not one of those that stand there already."""
    while True:
        text = console.ask(prompt)
        if optional and not text:
            return ""
        if text.casefold() in map(str.casefold, taken):
            console.say("That stands there already. Another one?")
        elif len(text) > _LONGEST:
            console.say(f"It has {_LONGEST} characters at the most. Once more?")
        elif any(map(str.isalnum, text)):
            return text
        else:
            console.say("Write a few words here. They can be changed later.")


def _evidence(console: Console, stating: Sequence[Sentence], words: str) -> str:
    """Return the sentence that is chosen by its number; the likeliest stand first."""
    numbered = {str(sentence.number): sentence for sentence in stating}
    likely = sorted(stating, key=lambda one: -len(content(one.text) & content(words)))[:_SHOWN]
    console.write(
        ["", "The sentence of the article that holds the answer, by its number; ? for all."]
    )
    console.write(map(_numbered, likely))
    while True:
        typed = console.ask(f"Sentence [{likely[0].number}]: ") or str(likely[0].number)
        if typed in numbered:
            return numbered[typed].text
        console.write(map(_numbered, stating))


def _numbered(sentence: Sentence) -> Block:
    return f"{sentence.number:>4}  ", sentence.text
