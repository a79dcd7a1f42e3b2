"""The user's folders are where platformdirs says that they are."""

import sys
from pathlib import Path

import platformdirs
import pytest

from quiz import folders

KINDS = ("config", "data", "cache", "state")
HOMES = ("/home/ada", "/home/ada/", "", "relative", None)
SAID = ("/elsewhere", "/elsewhere//deep/", "relative", "", None)


def there(kind: str) -> Path:
    return Path(getattr(platformdirs, f"user_{kind}_dir")("quiz"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("kind", KINDS)
def test_they_are_where_others_look(
    kind: str, said: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("HOME", home), (f"XDG_{kind.upper()}_HOME", said)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert Path(folders.of(kind)) == there(kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_on_other_systems_platformdirs_is_asked(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Path("/asked") / kind
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platformdirs, f"user_{kind}_dir", lambda name: str(asked / name))
    assert Path(folders.of(kind)) == asked / "quiz"  # type: ignore[arg-type]
