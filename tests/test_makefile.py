"""`make play` on computers that lack something, and once more when that is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.files import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")

PYTHON = f"""\
#!/bin/sh
case "$1 $2" in
"-m venv")
    for folder; do :; done
    mkdir -p $folder/bin && cp "$0" $folder/bin/python
    [ "$LACKS" = venv ] && exit 1
    touch $folder/bin/pip ;;
"-m pip")
    [ "$LACKS" = network ] && exit 1
    printf '#!/bin/sh\\necho It plays.' > .venv/bin/quiz && chmod +x .venv/bin/quiz ;;
*)
    [ "$LACKS" = version ] && set -- -c "import sys; sys.version_info = (3, 10, 13); $2"
    exec {sys.executable} "$@" ;;
esac
"""
"""A Python that makes and installs in no time, and may lack something."""


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        ("version", "Install Python 3.11 or newer"),
        ("venv", "python3-venv"),
        ("network", "about a minute"),
    ],
)
def test_what_failed_once_works_when_all_is_there(lacks: str, said: str, tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    python = tmp_path / "python"
    python.write_text(PYTHON)
    python.chmod(0o755)

    def play(lacks: str) -> tuple[bool, str]:
        command = ["make", "play", f"PYTHON={python}", f"LACKS={lacks}"]
        env = {name: value for name, value in os.environ.items() if not name.startswith("M")}
        done = subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )  # without what `make test` tells a make within it
        return done.returncode == 0, done.stdout

    failed, fetched, again = play(lacks), play("nothing"), play("nothing")
    assert not failed[0]
    assert said in failed[1]
    assert fetched[0]
    assert ("about a minute" in fetched[1]) is (lacks != "network")
    assert again == (True, "It plays.\n")
