"""What is asked, line by line, before a quiz is begun from an article."""

from quiz.article.article import Article
from quiz.model.language import is_language
from quiz.plain.console import Console
from quiz.plain.first_question import first_question
from quiz.service.new_quiz import LONGEST_TITLE, Beginning, by_id, passage_of, topics_of

_LONGEST_TOPIC = 500
_MOST_TOPICS = 100


def ask(console: Console, article: Article, title: str, language: str) -> Beginning:
    """Return what a quiz begins with, after asking for it; the title may be changed.

    The language is asked for where it is empty.

    Raises:
        EndOfInput: there is nothing more to read.
    """
    console.say("Press Enter to take what stands in brackets. Ctrl-C ends all, and writes nothing.")
    title = _title(console, title)
    language = language or _language(console)
    topics = by_id(_topics(console, topics_of(article)))
    first = first_question(console, passage_of(article, title), language, next(iter(topics)))
    return Beginning(title=title, language=language, topics=topics, first=first)


def _title(console: Console, known: str) -> str:
    console.write(["", "What learners see in the list of quizzes."])
    while True:
        title = console.ask(f"Title [{known}]: ") or known
        if len(title) <= LONGEST_TITLE and any(map(str.isalnum, title)):
            return title
        console.say(f"A title has a letter, and {LONGEST_TITLE} characters at most. Once more?")


def _language(console: Console) -> str:
    console.write(["", "The language of the article, as en for English or fr for French."])
    while not is_language(typed := console.ask("Language [en]: ") or "en"):
        console.say("Write two or three letters, such as en.")
    return typed


def _topics(console: Console, known: tuple[str, ...]) -> tuple[str, ...]:
    console.write(["", "What the questions are about: a few words each, with commas between them."])
    while True:
        typed = console.ask(f"Topics [{', '.join(known)}]: ").split(",")
        topics = tuple(dict.fromkeys(one.strip() for one in typed if any(map(str.isalnum, one))))
        if len(topics) <= _MOST_TOPICS and all(len(topic) <= _LONGEST_TOPIC for topic in topics):
            return topics or known
        console.say("These are too many, or too long ones. Once more?")
