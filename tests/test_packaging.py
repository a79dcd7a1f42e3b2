"""The wheel: what is in it, and that it plays where nothing else of ours is."""

import os
import site
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "quiz"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built once for all tests of this file."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-cache-dir"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def shared(wheel: Path) -> str:
    """Return where a wheel keeps what is installed beside the packages."""
    name, version, *_ = wheel.name.split("-")
    return f"{name}-{version}.data/data/share"


def test_what_the_wheel_holds(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    quizzes = {f"quiz/questions/{path.name}" for path in (ROOT / "questions").glob("*.yaml")}
    assert quizzes
    assert names >= quizzes
    assert names >= {"quiz/py.typed", "quiz/service/help_lines.json", "quiz/tui/quiz.tcss"}
    for folder in ("templates", "static"):
        found = [path for path in SRC.rglob(f"{folder}/**/*") if path.is_file()]
        assert names >= {f"quiz/{path.relative_to(SRC)}" for path in found}
    assert {
        f"{shared(wheel)}/{path.relative_to(ROOT / 'share').as_posix()}"
        for path in (ROOT / "share").rglob("*")
        if path.is_file()
    } <= names
    assert f"{shared(wheel)}/man/man1/quiz.1" in names
    assert not any(name.startswith(("tests/", "docs/", "benchmarks/")) for name in names)


def test_it_plays_from_another_folder(wheel: Path, tmp_path: Path, home: Path) -> None:
    home_of_it = tmp_path / "venv"
    venv.create(home_of_it, with_pip=False, symlinks=True)
    python = home_of_it / "bin" / "python"
    install(wheel, python)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def quiz(*argv: str, typed: str = "") -> str:
        environ = {"HOME": str(home), "PATH": os.defpath}
        done = subprocess.run(
            [home_of_it / "bin" / "quiz", *argv],
            cwd=elsewhere,
            env=environ,
            input=typed,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert quiz("--version").startswith("quiz ")
    assert "ketamine" in quiz("list")
    assert str(home_of_it) in quiz("list", "--json")
    assert "1 of 1 answered" not in quiz("play", "ketamine", "--count", "1", "--kind", "choice")
    assert "Result" in quiz("play", "ketamine", "--kind", "choice", "--count", "1", typed="1\n")
    assert (home_of_it / "share" / "man" / "man1" / "quiz.1").exists()


def install(wheel: Path, python: Path) -> None:
    """Install the wheel alone; what it depends on is taken from where the tests run."""
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True, capture_output=True)
    find = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([python, "-c", find], capture_output=True, text=True, check=True)
    ours = "\n".join(path for path in site.getsitepackages() if "site-packages" in path)
    Path(done.stdout.strip(), "dependencies.pth").write_text(f"{ours}\n")
