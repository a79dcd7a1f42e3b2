"""A quiz file begun from an article, as a person who knows no YAML can go on with it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.article.article import Article
from quiz.drafting.drafts import drafts
from quiz.drafting.place import place
from quiz.drafting.sentence import Sentence, sentences
from quiz.model.ids import Ids, fitting
from quiz.model.passage import Passage
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.service import quiz_notes

LONGEST_TITLE = 200
"""Characters that a title may have."""
_MOST_TOPICS = 8
_LONGEST_TOPIC = 100
MAIN_TOPIC = "Main points"
"""The topic of a quiz of which no other one is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a quiz begins with, beside its article."""

    title: str
    language: str
    topics: Mapping[str, str]
    """The topics by their ids, one or more."""
    first: Question | None = None
    """A question that a person wrote."""


def title_of(known: str, file: str) -> str:
    """Return a title that is known, else one by the name of the new file."""
    words = clean_line(re.sub("[-_]+", " ", Path(file).stem))
    titles = (known, f"{words[:1].upper()}{words[1:]}", "Quiz")
    return next(title for title in titles if any(map(str.isalnum, title)))[:LONGEST_TITLE].strip()


def topics_of(article: Article) -> tuple[str, ...]:
    """Return the headings of an article as topics, in order; one for all where it has none."""
    headings = dict.fromkeys(one for one in article.headings if 0 < len(one) <= _LONGEST_TOPIC)
    return tuple(headings)[:_MOST_TOPICS] or (MAIN_TOPIC,)


def by_id(topics: Sequence[str]) -> Mapping[str, str]:
    """Return topics by ids that are made of their words."""
    ids = Ids()
    return {ids.of(topic, f"topic-{number}"): topic for number, topic in enumerate(topics, start=1)}


def passage_of(article: Article, title: str) -> Passage:
    """Return the passage that an article is."""
    return Passage(title=title, source=article.source, text=article.text)


@dataclass(frozen=True, slots=True)
class NewQuiz:
    """The text of a new quiz file, and what stands in it."""

    text: str
    drafted: int
    """How many questions the program drafted."""
    places: int
    """How many places for questions there are."""


def new_quiz(article: Article, beginning: Beginning, file: str, most: int) -> NewQuiz:
    """Return a quiz file that is a draft, with at most so many drafted questions.

    `file` is the name under which it will be saved.
    """
    quiz = _without_questions(article, beginning, file)
    topics = _of_paragraphs(article, quiz.topics)
    made = drafts(quiz.passage, quiz.language, topics, most)
    stating = sentences(quiz.passage, quiz.language)
    places = {
        one.index: place(one, topics[one.paragraph]) for one in stating if one.index not in made
    }
    entries = {index: quiz_notes.place(empty, index + 1) for index, empty in places.items()}
    entries |= {index: quiz_notes.question(drafted) for index, drafted in made.items()}
    if beginning.first:
        entries[-1] = quiz_notes.question(beginning.first)
    elif not made:  # a quiz has a question
        entries[0] = quiz_notes.question(place(Sentence(0, quiz.sentences[0], 0), topics[0]))
        places.pop(0, None)
    questions = "\n".join(entries[index] for index in sorted(entries))
    text = f"{quiz_notes.head(quiz, file, quiz_notes.OF_ARTICLE)}\nquestions:\n{questions}"
    return NewQuiz(text, len(made), len(places))


def _without_questions(article: Article, beginning: Beginning, file: str) -> Quiz:
    return Quiz(
        schema=1,
        id=fitting(file.rpartition(".")[0]) or "quiz",
        title=beginning.title,
        language=beginning.language,
        draft=True,
        topics=beginning.topics,
        passage=passage_of(article, beginning.title),
        questions=(),
    )


def _of_paragraphs(article: Article, topics: Mapping[str, str]) -> Sequence[str]:
    """Return for each paragraph the id of the topic that its heading is, else the first one."""
    ids = {words.casefold(): name for name, words in topics.items()}
    return [ids.get(heading.casefold(), next(iter(topics))) for heading in article.headings]
