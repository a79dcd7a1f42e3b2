from pathlib import Path

import pytest

from quiz.store.settings import BadSettings, Settings, read_settings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Settings()),
        ("longest_days = 90", Settings(longest_days=90)),
        ('theme = "light"\nlongest_days = 7', Settings(7, "light")),
    ],
)
def test_what_is_set(tmp_path: Path, text: str, found: Settings) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert read_settings(path) == found


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("longest_days = 0", "write a whole number from 1 to 3650"),
        ("longest_days = true", "write a whole number"),
        ('longest_days = "30"', "write a whole number"),
        ('theme = "pink"', "write one of dark, light, contrast"),
        ("theme = 1", "write one of"),
        ("colour = 1", "colour: there is no such setting; there are longest_days, theme"),
        ("= 3", "Invalid"),
        ('theme = "\x1b[31m"', "settings.toml: "),
    ],
)
def test_what_cannot_be_set_is_said_in_words(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings) as caught:
        read_settings(path)
    assert says in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_below_a_file_there_are_none() -> None:
    assert read_settings(Path("/dev/null/quiz/settings.toml")) == Settings()


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(BadSettings, match="can't be read"):
        read_settings(tmp_path / "settings.toml")


def test_bytes_that_are_no_text_are_said(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(BadSettings):
        read_settings(path)
