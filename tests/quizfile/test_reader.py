"""Good files are read, and broken ones say all that is wrong, as the folders `quizzes/` hold it."""

from pathlib import Path

import pytest

from quiz.model.labels import Skill
from quiz.model.problem import Problem, UnreadableQuiz
from quiz.model.question import KINDS, Choice, Cloze, Number, Statement
from quiz.quizfile.reader import read, read_bytes
from quiz.quizfile.shelf import shipped

QUIZZES = Path(__file__).parents[1] / "quizzes"
GOOD = sorted((QUIZZES / "good").glob("*.yaml"))
BROKEN = sorted((QUIZZES / "broken").glob("*.yaml"))
KETAMINE = shipped() / "ketamine.yaml"


def good(kind: str) -> str:
    return (QUIZZES / "good" / f"{kind}.yaml").read_text()


def problems(text: str, name: str = "quiz.yaml") -> tuple[Problem, ...]:
    """Return what is wrong with a text."""
    with pytest.raises(UnreadableQuiz) as caught:
        read_bytes(text.encode(), name)
    return caught.value.problems


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_quiz_is_read(path: Path) -> None:
    assert read(path).questions


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_quiz_names_every_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises(UnreadableQuiz) as caught:
        read(Path(path.name))
    assert str(caught.value) == path.with_suffix(".txt").read_text().rstrip()


def test_every_kind_has_a_good_file() -> None:
    kinds = {question.kind for path in GOOD for question in read(path).questions}
    assert kinds == set(KINDS)


def test_shipped_quiz_is_read() -> None:
    assert read(KETAMINE).questions


def test_spaces_around_a_text_go_and_those_around_a_name_are_a_fault() -> None:
    text = KETAMINE.read_text(encoding="utf-8")
    titled = text.replace("title: What", 'title: "  What', 1).replace("for?\n", 'for?  "\n', 1)
    assert read_bytes(titled.encode(), "it").title == "What is ketamine used for?"
    with pytest.raises(UnreadableQuiz, match="write small letters"):
        read_bytes(text.replace("id: ketamine", "id: ' ketamine '", 1).encode(), "it")


def test_the_keys_that_are_known_are_those_of_where_one_is_unknown() -> None:
    text = KETAMINE.read_text(encoding="utf-8")
    noted = text.replace("  note:\n", "  note:\n    zzz: no\n", 1)
    (problem,) = problems(noted)
    assert problem.message.endswith("take it out; the keys here are text, as_of, source")


def test_everything_arrives() -> None:
    quiz = read(QUIZZES / "good" / "everything.yaml")
    assert quiz.title == "Water: what's in a glass?"
    assert (quiz.language, quiz.version, quiz.terms) == ("en-GB", 3, ("mineral", "filter"))
    assert quiz.forms is not None
    assert quiz.forms.pre == ("hot", "filter")
    assert quiz.claims["C03"].unasked == "It is a view."
    assert quiz.know[1].as_of == "2026-01"
    hot, thirst, filter_, change = quiz.questions
    assert isinstance(hot, Choice)
    assert (hot.skill, hot.points, hot.group) == (Skill.UNDERSTAND, 2, "when")
    assert hot.waive == {"two-options": "There are only two times."}
    assert isinstance(thirst, Statement)
    assert thirst.answer is True
    assert thirst.explain == "Thirst is a good guide on most days."
    assert filter_.ask == "What takes out some minerals?"
    assert filter_.explain == "A filter."
    assert change.hint is None
    assert change.quotes == ("it must be changed", "An old filter can make the water worse")


@pytest.mark.parametrize(("written", "answer"), [("20", 20), ("20.0", 20.0), ("-3e2", -300.0)])
def test_numbers_keep_their_type(written: str, answer: float) -> None:
    text = good("number")
    (question,) = read_bytes(
        text.replace("answer: 20", f"answer: {written}").encode(), "n"
    ).questions
    assert isinstance(question, Number)
    assert question.answer == answer
    assert type(question.answer) is type(answer)


def test_lists_are_tuples_all_the_way_down() -> None:
    (question,) = read(QUIZZES / "good" / "cloze.yaml").questions
    assert isinstance(question, Cloze)
    assert question.blanks[1].accept == ("seconds", "sec")
    assert isinstance(question.blanks, tuple)


def test_lines_of_windows_and_of_old_macs_are_lines() -> None:
    data = (QUIZZES / "good" / "choice.yaml").read_bytes()
    quiz = read_bytes(data, "a")
    assert read_bytes(data.replace(b"\n", b"\r\n"), "a") == quiz
    assert read_bytes(data.replace(b"\n", b"\r"), "a") == quiz


def test_faults_of_the_frame_and_of_questions_are_told_together() -> None:
    text = good("choice")
    text = text.replace("title: Clean hands", "titel: Clean hands").replace(
        "topic: when", "topic: whn"
    )
    text = text.replace("text: Before you sleep", "txt: Before you sleep")
    found = problems(text)
    wheres = [problem.where for problem in found]
    assert wheres == [
        "title",
        "titel",
        "questions[0].options[1].text",
        "questions[0].options[1].txt",
    ]


def test_rules_look_at_questions_that_are_whole_beside_broken_ones() -> None:
    text = good("choice")
    text += "- id: two\n  kind: shrt\n" + text.split("questions:\n")[1].replace("when", "whn")
    found = problems(text)
    wheres = {problem.where for problem in found if problem.where.startswith("questions[2]")}
    assert wheres == {"questions[2].id", "questions[2].topic"}
    assert "questions[1].kind" in {problem.where for problem in found}


def test_a_flaw_hides_the_fault_it_makes() -> None:
    text = good("number").replace("answer: 20", "answer: *twenty")
    found = problems(text)
    assert len(found) == 1


def test_a_name_that_acts_on_a_terminal_is_harmless() -> None:
    (problem,) = problems("", "a\x1b]52;c;\x07\n\u202eb")
    assert str(problem).startswith("a\ufffd]52;c;\ufffd \ufffdb:1:1: ")


def test_keys_and_texts_that_act_on_a_terminal_are_harmless() -> None:
    text = good("choice")
    text = text.replace("Hands pick up", "Hands \x1b[2J up").replace(
        "  topic: when", '  "to\\x1bpic": when'
    )
    text = text.replace("evidence: Wash", "evidence: Brush").replace(
        "title: Clean", 'title: "\\e[0m'
    )
    assert not any("\x1b" in str(problem) for problem in problems(text))


def test_escapes_in_a_passage_reach_no_message() -> None:
    text = good("choice")
    passage = '  text: "Wash them \\e[2J before you eat."\n'
    head, rest = text.split("  text: |\n")[0], text[text.index("questions:") :]
    found = "\n".join(map(str, problems(head + passage + rest)))
    assert "the nearest sentence is: Wash them \ufffd[2J before you eat." in found


@pytest.mark.parametrize("many", ["- x\n", "- &a x\n", "- {kind: choice}\n", "- {a: 1, a: 1}\n"])
def test_faults_are_few_enough_to_read(many: str) -> None:
    text = good("choice") + many * 2_000
    found = problems(text)
    assert len(found) == 500
