"""Drafted questions: of which sentences, of which kinds, and how many."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest

from quiz.drafting import MOST
from quiz.drafting.cloze import cloze
from quiz.drafting.hard_words import hard_words, is_term
from quiz.drafting.locate import locate
from quiz.drafting.number import number
from quiz.drafting.sentence import lone_words, sentences
from quiz.drafting.statement import statement
from quiz.engine.kinds import KINDS
from quiz.model.language import is_english
from quiz.model.passage import Passage
from quiz.model.question import Question
from quiz.model.words import words

_ORDER = ("number", "cloze", "statement", "locate")


def drafts(
    passage: Passage, language: str, topics: Sequence[str], most: int = MOST
) -> Mapping[int, Question]:
    """Return drafted questions by the index of the sentence that each stands on, in order.

    A sentence is asked about once, in the first of the kinds that fits it; where not all can be
    taken, the kinds take turns. `topics` has the id of the topic of each paragraph. In no other
    language than English is anything drafted.
    """
    if not is_english(language):
        return {}
    made = list(_drafted(passage, language, topics))
    by_kind = [[one for one in made if one[1].kind == kind] for kind in _ORDER]
    taken = filter(None, chain.from_iterable(zip_longest(*by_kind)))
    return dict(sorted(islice(taken, most), key=lambda one: one[0]))


def _drafted(
    passage: Passage, language: str, topics: Sequence[str]
) -> Iterator[tuple[int, Question]]:
    """Yield a question for each sentence that one can be drafted for, with its index.

    Each name or hard word is asked for once, and none of the title.
    """
    stating = sentences(passage, language)
    lone = lone_words(stating)
    asked = set(words(passage.title))
    hard = [word for word in hard_words(passage.text) if is_term(word)]
    for sentence in (one for one in stating if one.can_be_drafted):
        topic = topics[sentence.paragraph]
        blank = cloze(sentence, hard, asked, topic)
        for question in (
            number(sentence, topic),
            blank,
            statement(sentence, topic),
            locate(sentence, lone[sentence], topic),
        ):
            if question and not any(KINDS[question.kind].faults(question, language)):
                if question is blank:
                    asked.update(words(blank.blanks[0].accept[0]))
                yield sentence.index, question
                break
