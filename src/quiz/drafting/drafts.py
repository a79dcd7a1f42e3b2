"""Drafted questions: of which sentences, of which kinds, and how many."""

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence

from quiz.drafting.cloze import cloze
from quiz.drafting.hard_words import hard_words, is_term
from quiz.drafting.locate import locate
from quiz.drafting.number import number
from quiz.drafting.sentence import Sentence, lone_words, sentences
from quiz.drafting.statement import statement
from quiz.engine.kinds import KINDS
from quiz.model.passage import Passage
from quiz.model.question import Question

MOST = 12
"""So many questions are drafted unless more or fewer are asked for."""
_Turn = Iterator[tuple[Sentence, Question | None]]


def drafts(
    passage: Passage, language: str, topics: Sequence[str], most: int = MOST
) -> Mapping[int, Question]:
    """Return drafted questions by the index of the sentence that each stands on, in order.

    A sentence is asked about once, the kinds take turns, and each name or hard word is asked for
    once. `topics` has the id of the topic of each paragraph. In no other language than English is
    anything drafted.
    """
    if language.lower().split("-")[0] != "en":
        return {}
    made: dict[int, Question] = {}
    turns = deque(_turns(passage, language, topics, made))
    while turns and len(made) < most:
        turn = turns.popleft()
        for sentence, question in turn:
            if question and sentence.index not in made and _is_sound(question, language):
                made[sentence.index] = question
                turns.append(turn)
                break
    return dict(sorted(made.items()))


def _turns(
    passage: Passage, language: str, topics: Sequence[str], made: Container[int]
) -> Iterator[_Turn]:
    """Yield for each kind its questions by the sentences that can be asked about."""
    stating = sentences(passage, language)
    lone = lone_words(stating)
    usable = [sentence for sentence in stating if sentence.can_be_drafted]
    topic = {sentence: topics[sentence.paragraph] for sentence in usable}
    yield ((one, number(one, topic[one])) for one in usable)
    hard = [word for word in hard_words(passage.text) if word not in passage.title.lower()]
    yield _clozes(usable, topic, [*filter(is_term, hard)], made)
    yield ((one, locate(one, lone[one], topic[one])) for one in usable)
    yield ((one, statement(one, topic[one])) for one in usable)


def _clozes(
    usable: Sequence[Sentence],
    topic: Mapping[Sentence, str],
    hard: Sequence[str],
    made: Container[int],
) -> _Turn:
    asked: set[str] = set()
    for sentence in usable:
        if sentence.index not in made:
            question = cloze(sentence, hard, asked, topic[sentence])
            asked.update(question.blanks[0].accept if question else ())
            yield sentence, question


def _is_sound(question: Question, language: str) -> bool:
    return not any(KINDS[question.kind].faults(question, language))
