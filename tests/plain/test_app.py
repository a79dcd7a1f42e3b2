"""What is opened first, and the list of quizzes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.engine.selection import QuestionFilter
from quiz.model.quiz import Quiz
from quiz.plain.home import listing
from quiz.service import Service, Shelved
from quiz.service.reviews import Due, Reviews
from quiz.start import Start
from tests.plain.conftest import laid_out

TESTS = Path(__file__).parents[1]
BEES = TESTS / "tui" / "quizzes" / "bees.yaml"
FILES = TESTS / "assignment" / "files" / "good"
Take = Callable[..., str]


@pytest.fixture
def shelf(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> tuple[Shelved, ...]:
    """Return a shelf of one quiz and one that can't be read; the service has no other."""
    found = (
        Shelved("whales", Path("whales.yaml"), quiz, due=2),
        Shelved("bad\x1b[2J", Path("bad.yaml"), None),
    )
    monkeypatch.setattr(Service, "shelf", lambda _: found)
    return found


def test_the_quizzes_are_listed(shelf: tuple[Shelved, ...]) -> None:
    lines = laid_out(listing(shelf, 0))
    assert "  1  Whales" in lines
    assert "     10 questions, about 7 minutes a sitting, 2 due today" in lines
    assert "  2  bad\ufffd[2J can't be read" in lines


def test_what_is_due_in_all_is_said(shelf: tuple[Shelved, ...]) -> None:
    assert "3 questions are due today in all." in laid_out(listing(shelf, 3))
    assert "1 question is due today in all." in laid_out(listing((), 1))
    assert "due today in all" not in " ".join(laid_out(listing(shelf, 0)))


def test_what_is_due_elsewhere_is_counted_too(
    take: Take, quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = (Due(quiz, ("a", "b"), None),)
    monkeypatch.setattr(Reviews, "due", lambda _: due)
    assert "2 questions are due today in all." in take(Start(), "q")


def test_an_empty_shelf() -> None:
    assert "There is no quiz here yet." in laid_out(listing((), 0))


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((), "  1  Whales"),
        (("q",), "  1  Whales"),
        (("h",), "116 123"),
        (("r",), "Nothing is due today."),
        (("9",), "Type the number of a quiz"),
        (("2",), "This quiz can't be read"),
        (("1",), "How whales live"),
        (("1", "?e", "e", "q"), "Result"),
    ],
)
def test_home(lines: tuple[str, ...], says: str, take: Take) -> None:
    assert says in take(Start(), *lines)


@pytest.mark.usefixtures("shelf")
def test_a_file_is_opened_by_number(
    take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "7b"
    (here / "hives").mkdir(parents=True)
    (here / "hives" / "bees.yaml").write_bytes(BEES.read_bytes())
    (here / "exercise.json").write_bytes((FILES / "without-key.json").read_bytes())
    (here / "x\x1b[2J.json").write_text("{}")
    (here / "photo.jpg").touch()
    for number in range(50):
        (here / f"z{number:02}.yaml").touch()
    monkeypatch.chdir(here)
    said = take(Start(), "o", "99", "4", "m", "b", "q")
    for line in ("  1  .. the folder above\n", "  2  hives/\n", "  3  exercise.json\n"):
        assert line in said
    assert "  4  x\ufffd[2J.json" in said
    assert "photo" not in said
    assert "Type a number of the list, or b to go back." in said
    assert "x\ufffd[2J.json:1:1: " in said
    assert said.count("z49.yaml") == 1
    assert "How honey bees live\n----" in take(Start(), "o", "2", "2")
    assert "Who are you? >" in take(Start(), "o", "3")
    (here / "hives" / "bees.yaml").unlink()
    assert "No quiz and no exercise lies in this folder." in take(Start(), "o", "2", "1", "b", "q")


def test_review_without_anything_due(take: Take) -> None:
    assert "Nothing is due today." in take(Start(screen="review"))


def test_a_play_goes_straight_to_the_quiz(take: Take, quiz: Quiz) -> None:
    start = Start(screen="play", quiz=quiz, wanted=QuestionFilter(count=1))
    assert take(start).startswith("Whales\n------\n")
