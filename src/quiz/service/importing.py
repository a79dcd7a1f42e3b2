"""Making one draft of the questions in files of other programs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.article import reading
from quiz.article.article import Article
from quiz.article.decoding import decode, is_guess
from quiz.exchange import FORMATS
from quiz.exchange.drafting import Drafting, Taken
from quiz.exchange.format import Format, Imported, NotThatFormat
from quiz.files import contents, too_large
from quiz.model.ids import fitting
from quiz.model.passage import Passage
from quiz.model.problem import QuizError, UnreadableFile
from quiz.model.quiz import MOST_QUESTIONS, Quiz
from quiz.model.text import clean_line, clean_typed
from quiz.quizfile import foreign, reader
from quiz.quizfile.judging import faulty
from quiz.service import quiz_notes
from quiz.service.new_quiz import MAIN_TOPIC, by_id, passage_of, title_of

READ = {form.name: form for form in FORMATS if form.read}
"""The formats that are read, by their names."""
LARGEST = max(form.largest for form in READ.values())
"""Bytes that a file may have."""
_OWN = re.compile(r"^schema\s*:", re.MULTILINE)
_SPLIT = "split it into several"
_GUESSED = "it is no UTF-8 text and was read as Windows-1252: look at its special letters"


class TooMany(QuizError):
    """More questions than a quiz may have."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of another program, as it was read."""

    name: str
    form: Format
    imported: Imported
    note: str = ""
    """What there is to say of how it was read, as a clause."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an import."""

    sources: tuple[Source, ...]
    taken: tuple[Taken, ...]
    """What became of each entry, and of each file as a whole, in their order."""
    text: str
    """The draft as the text of a quiz file; empty where no question could be taken."""


def read(path: Path, form: Format | None = None) -> Source:
    """Return what a file holds, in a format or in the one that is found by what is in it.

    Raises:
        UnreadableFile: it can't be read, or holds nothing of a known format.
    """
    name = clean_line(str(path))
    wanted = "name the file with the questions"
    data = contents(path, LARGEST, wanted=wanted, shorter=_SPLIT)
    if other := foreign.of_bytes(data):
        raise UnreadableFile(name, other)
    text = decode(data)
    found = form or _recognized(text, path.suffix.lower())
    if found is None or found.read is None:
        raise UnreadableFile(name, _unknown(text))
    if len(data) > found.largest:
        raise UnreadableFile(name, f"{too_large(len(data), found.largest)}: {_SPLIT}")
    try:
        imported = found.read(clean_typed(text))
    except NotThatFormat as error:
        raise UnreadableFile(name, f"this can't be read as {found.title}: {error}") from None
    return Source(name, found, imported, _GUESSED if is_guess(data) else "")


def _recognized(text: str, ending: str) -> Format | None:
    """Return the format of a text by what is in it, else by an ending that no other one has."""
    gift = READ["gift"]  # the last: its braces stand in texts of other formats, too
    known = sorted(READ.values(), key=lambda form: form is gift)
    by_text = next((form for form in known if form.recognizes(text)), None)
    return by_text or (gift if ending == gift.ending else None)


def draft(
    sources: Sequence[Source], file: str, article: Path | None = None, language: str | None = None
) -> Outcome:
    """Return a draft of the questions of files; `file` is the name under which it will be saved.

    Raises:
        UnreadableFile: the article can't be read.
        TooMany: there are too many questions.
    """
    found = reading.read(article) if article else None
    drafting = _drafting(sources, found)
    quiz = _quiz(drafting, file, found, language)
    taken = [*_judged(quiz, drafting.taken)]
    return Outcome(tuple(sources), _in_order(sources, taken), _written(quiz, taken, file))


def _drafting(sources: Sequence[Source], article: Article | None) -> Drafting:
    """Return a draft with all that is in files, on an article or on their own texts."""
    own = Passage(title="", source=_named(sources), text="")
    drafting = Drafting(passage_of(article, article.title) if article else own)
    drafting.describe([(source.name, source.imported) for source in sources])
    for source in sources:
        for entry in source.imported.entries:
            drafting.add(source.name, entry)
    return drafting


def _quiz(drafting: Drafting, file: str, article: Article | None, language: str | None) -> Quiz:
    """Return the quiz that a draft is.

    Raises:
        TooMany: it has too many questions.
    """
    questions = tuple(one.question for one in drafting.taken if one.question)
    if len(questions) > MOST_QUESTIONS:
        count = f"{len(questions):,} questions, and a quiz has {MOST_QUESTIONS:,} at most"
        raise TooMany(f"These files have {count}. Import some of them, into several quizzes.")
    title = title_of(drafting.title or (article.title if article else ""), file)
    return Quiz(
        schema=1,
        id=fitting(Path(file).stem) or "quiz",
        title=title,
        language=language or (article.language if article else "") or "en",
        draft=True,
        topics=drafting.topics,
        passage=replace(drafting.passage, title=drafting.passage.title or title),
        questions=questions,
    )


def _in_order(sources: Sequence[Source], taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return what is to be said, by file and line; first of each file how it was read."""
    files = [source.name for source in sources]
    notes = [Taken(file=one.name, changed=(one.note,)) for one in sources if one.note]
    return tuple(sorted([*notes, *taken], key=lambda one: (files.index(one.file), one.line or 0)))


def _judged(quiz: Quiz, taken: Sequence[Taken]) -> Iterator[Taken]:
    """Yield what was taken; a question that no quiz file may hold as one that is left out."""
    faults = faulty(quiz)
    index = 0
    for one in taken:
        if one.question is None:
            yield one
            continue
        fault = faults.get(index)
        index += 1
        out = fault and Taken(file=one.file, line=one.line, name=one.name, refused=fault)
        yield out or one


def _written(quiz: Quiz, taken: Sequence[Taken], file: str) -> str:
    """Return the quiz with what is left, as it reads back; nothing where nothing is left."""
    questions = [one.question for one in taken if one.question]
    if not questions:
        return ""
    used = {question.topic for question in questions}
    topics: Mapping[str, str] = {id_: words for id_, words in quiz.topics.items() if id_ in used}
    if not topics:  # one for all of them is no guess
        topics = by_id([MAIN_TOPIC])
        questions = [replace(question, topic=next(iter(topics))) for question in questions]
    head = quiz_notes.head(replace(quiz, topics=topics), file, quiz_notes.OF_IMPORT)
    entries = "\n".join(quiz_notes.question(question, topics) for question in questions)
    text = f"{head}\nquestions:\n{entries}"
    reader.read_bytes(text.encode(), quiz.id)
    return text


def _named(sources: Sequence[Source]) -> str:
    names = ", ".join(Path(source.name).name for source in sources)
    return names if len(names) <= 500 else f"{names[:499]}…"


def _unknown(text: str) -> str:
    """Return what a file is that has no questions in a format that is read, and what to do."""
    if not text.strip():
        return "the file is empty"
    if _OWN.search(text):
        return "this is a quiz file already: `quiz check` looks it over"
    names = ", ".join(READ)
    other = "no questions were found in it: if there are some, say in which format they are"
    return foreign.of_text(text) or f"{other}, with --from ({names})"
