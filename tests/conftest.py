"""What every test has: a home of its own, and the quiz that comes with the program."""

import gc
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read

KETAMINE = Path(__file__).parents[1] / "questions" / "ketamine.yaml"

# No clock: a busy machine must not fail a property. The same examples in every run.
settings.register_profile(
    "quiz",
    deadline=None,
    derandomize=True,
    max_examples=50,
    database=None,
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("quiz")


def pytest_collection_finish() -> None:
    """Spare the collector what stays to the end: it takes a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return empty folders without end: the same one until something stands in it."""
    return empty_folders(tmp_path_factory.mktemp("homes"))


def empty_folders(inside: Path) -> Iterator[Path]:
    """Yield empty folders; one in which something was left is not given again."""
    for number in count():
        folder = inside / f"home-{number}"
        folder.mkdir()
        while folder.is_dir() and not any(folder.iterdir()):
            yield folder
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home folder that this test alone uses."""
    folder = next(homes)
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_THEME", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return folder


@pytest.fixture(scope="session")
def ketamine() -> Quiz:
    """Return the quiz that comes with the program."""
    return read(KETAMINE)
