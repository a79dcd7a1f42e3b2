"""A typed answer has one verdict: on the whole screen, line by line, and copied off a sheet."""

import io
from dataclasses import replace

from hypothesis import assume, example, given
from hypothesis import strategies as st

from quiz.engine.kinds import grade
from quiz.engine.kinds.base import Grade
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.session import Presented, Session
from quiz.model.answer import Answer, TypedAnswer
from quiz.model.question import Question
from quiz.model.text import clean_line, clean_typed
from quiz.plain.ask import parse_answer
from quiz.plain.commands import parse_command, perhaps_meant
from quiz.plain.console import Console
from quiz.plain.kinds.reading import EMPTY
from quiz.plain.paper_entry.sheet import parse_sheet
from tests.engine.conftest import QUIZ, cloze, number, short
from tests.engine.test_measured import VERDICTS
from tests.engine.test_texts import rows

NUMBERS = st.sampled_from([number(key, unit=unit) for key, unit, *_ in VERDICTS])
WORDS = (
    *("glutamate", "O-", "C#", "X-ray", "health care", "clinic", "Ärzte", "1/2", "10^6"),
    *("20 mg", "dose", "hepatitis A", "severe depression", "Spravato", "2019"),
)
ROWS = [
    (short(*accept, reject=reject), text)
    for accept, reject, language, text, _ in rows()
    if language == QUIZ.language
]
SHORTS = st.sampled_from([short(word) for word in WORDS] + [question for question, _ in ROWS])
BLANKS = st.sampled_from(
    [
        cloze("glutamate"),
        replace(cloze("20"), text="Take ___ mg a day."),
        replace(cloze("20", "severe depression"), text="Take ___ mg against ___."),
    ]
)
TYPED = st.one_of(
    st.sampled_from([typed for _, _, typed, _ in VERDICTS] + [text for _, text in ROWS]),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: f"it is {word.swapcase()}s\u200b"),
    st.sampled_from(WORDS).map(lambda word: word.replace("a", "e", 1)),
    st.text(min_size=1, max_size=40),
)


@given(
    st.one_of(
        st.tuples(st.one_of(NUMBERS, SHORTS, BLANKS), st.lists(TYPED, min_size=2, max_size=2)),
        st.sampled_from([(question, [text]) for question, text in ROWS]),
    )
)
@example((number(20, unit="mg"), ["2\u200b0mg", ""]))
@example((number(20, unit="mg"), ["about 20", ""]))
@example((short(), ["it is glutamate", ""]))
@example((short(), ["glutamat", ""]))
@example((cloze(), ["2,5", "1 000"]))
@example((replace(cloze("20"), text="Take ___ mg."), ["20 g", ""]))
def test_the_three_ways_have_one_verdict(case: tuple[Question, list[str]]) -> None:
    question, typed = case
    asked = Presented(question)
    texts = tuple(typed[: asked.public.blanks or 1])
    assume(is_an_answer(asked, texts, "; ".join(texts)))
    one_verdict(asked, texts)


def test_every_row_of_the_tables_has_one_verdict() -> None:
    every: list[tuple[Question, str]] = [*ROWS]
    every += [(number(key, unit=unit), text) for key, unit, text, *_ in VERDICTS]
    held = 0
    for question, text in every:
        asked = Presented(question)
        if is_an_answer(asked, (text,), text):
            one_verdict(asked, (text,))
            held += 1
    assert held > 0.9 * len(every)


def one_verdict(asked: Presented, texts: tuple[str, ...]) -> None:
    """Hold the three ways to one verdict on what was typed into the fields of a question."""
    line = "; ".join(texts)
    on_screen = TypedAnswer(tuple(map(on_one_line, texts)))
    in_line = parse_answer(asked, QUIZ, read(line))
    on_paper = parse_sheet(asked, QUIZ, read(line))
    assert on_paper
    assert taken(asked, on_screen) == taken(asked, in_line) == copied(asked, on_paper)


def is_an_answer(asked: Presented, texts: tuple[str, ...], line: str) -> bool:
    """Return whether texts are neither empty nor commands, and can stand on one line."""
    whole = " ".join(read(line).split())
    return (
        all(on_one_line(text).strip(f"{EMPTY},; ") for text in texts)
        and not any(end in text for text in texts for end in ";\r\n")
        and line == line.strip()
        and parse_command(whole, asked.public) is None
        and perhaps_meant(whole, asked.public) is None
    )


def on_one_line(text: str) -> str:
    """Return a text as a field of the application gives it."""
    return clean_line(clean_typed(text))


def read(line: str) -> str:
    """Return a line as a terminal gives it."""
    return Console(io.StringIO(f"{line}\n"), io.StringIO()).ask()


def taken(asked: Presented, answer: Answer) -> tuple[SecondGo | None, Grade | None]:
    """Return why an answer gets a second go in an attempt, if it does, and its grade in the end."""
    session, response = Session.begin(QUIZ, (asked,)).answer(answer)
    why = session.second_go
    if response is None:
        session, response = session.answer(answer)
    assert response
    return why, response.grade


def copied(asked: Presented, answer: Answer) -> tuple[SecondGo | None, Grade | None]:
    """Return the same of an answer that stands on a sheet."""
    assert asked.with_answers
    return asked.second_go(answer, QUIZ), grade(asked.with_answers, answer, QUIZ)
