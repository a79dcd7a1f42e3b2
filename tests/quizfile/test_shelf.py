"""Where quizzes are found."""

import os
from pathlib import Path

import pytest

import quiz
from quiz.model.problem import UnknownQuiz
from quiz.quizfile import shelf


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's own folder, made."""
    folder = shelf.own()
    folder.mkdir(parents=True)
    return folder


def test_the_tree_has_the_shipped_quizzes_at_its_top() -> None:
    assert shelf.shipped() == Path(__file__).parents[2] / "questions"
    assert Path(shelf.find("ketamine")) == shelf.shipped() / "ketamine.yaml"


def test_a_wheel_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "site-packages" / "quiz" / "questions"
    inside.mkdir(parents=True)
    (inside / "soap.yaml").touch()
    monkeypatch.setattr(quiz, "__file__", str(inside.parent / "__init__.py"))
    assert shelf.shelf() == (inside / "soap.yaml",)


def test_without_any_folder_the_shelf_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiz, "__file__", str(tmp_path / "src" / "quiz" / "__init__.py"))
    assert shelf.shelf() == ()


def test_shipped_come_first_then_own_by_name(own: Path) -> None:
    for name in ("b.yaml", "a.YML", ".hidden.yaml", "notes.txt", "c.yaml~", "quiz.schema.json"):
        (own / name).touch()
    (own / "folder.yaml").mkdir()
    listed = shelf.shelf()
    assert listed[0].parent == shelf.shipped()
    assert [path.name for path in listed if path.parent == own] == ["a.YML", "b.yaml"]


def test_a_link_to_nowhere_hides_no_other_quiz(own: Path) -> None:
    (own / "loop.yaml").symlink_to(own / "loop.yaml")
    (own / "gone.yaml").symlink_to(own / "nothing.yaml")
    (own / "real.yaml").touch()
    (own / "link.yaml").symlink_to(own / "real.yaml")
    assert [path.name for path in shelf.shelf() if path.parent == own] == ["link.yaml", "real.yaml"]


def test_own_quiz_comes_before_a_shipped_one_of_its_name(own: Path) -> None:
    (own / "ketamine.yaml").touch()
    assert Path(shelf.find("ketamine")) == own / "ketamine.yaml"


def test_a_path_is_found_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").touch()
    Path("ketamine").mkdir()
    assert shelf.find("mine.yaml") == "mine.yaml"
    assert shelf.find(str(tmp_path / "mine.yaml")) == str(tmp_path / "mine.yaml")
    assert Path(shelf.find("ketamine")).parent == shelf.shipped()
    assert shelf.find("./ketamine") == "./ketamine"


def test_unknown_name_names_the_nearest(own: Path) -> None:
    for name in ("soap.yaml", "soup.yaml", "water.yaml"):
        (own / name).touch()
    with pytest.raises(UnknownQuiz) as caught:
        shelf.find("soapp")
    assert caught.value.nearest == ("soap", "soup")
    assert str(caught.value) == "There is no quiz called soapp. Did you mean soap or soup?"
    with pytest.raises(UnknownQuiz) as caught:
        shelf.find("ketamin.yaml")
    assert caught.value.nearest == ("ketamine",)
    with pytest.raises(UnknownQuiz) as caught:
        shelf.find("sup.yaml")
    assert caught.value.nearest == ("soup",)


@pytest.mark.parametrize(
    "name", ["", "x" * 10_000, "a\0b", "\ud800", "a\x1b[2J\n\u202eb", "../no/../x"]
)
def test_hostile_names_are_harmless(name: str) -> None:
    with pytest.raises(UnknownQuiz) as caught:
        shelf.find(name)
    assert len(str(caught.value)) < 200
    assert not set("\x1b\n\u202e\ud800\0") & set(str(caught.value))


@pytest.mark.skipif(os.sep != "/", reason="such names are not allowed here")
def test_hostile_names_on_the_shelf_are_harmless(own: Path) -> None:
    (own / "soap\x1b]0;x\x07.yaml").touch()
    with pytest.raises(UnknownQuiz) as caught:
        shelf.find("soap]0;x")
    assert caught.value.nearest == ("soap\ufffd]0;x\ufffd",)
    (own / os.fsdecode(b"\xff.yaml")).touch()
    assert len(shelf.shelf()) >= 3
