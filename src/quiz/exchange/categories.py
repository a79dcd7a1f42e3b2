"""Categories of Moodle, in which questions stand: the quiz, and in it the topic.

Source: split_category_path() in Moodle's question/format.php.
"""

import re

Path = tuple[str, ...]
"""The names of categories, each within the one before."""
_CONTEXT = re.compile(r"\$[a-z]+[0-9]?\$")
_STEP = re.compile(r"(?<!/)/(?!/)")


def path_of(text: str) -> Path:
    """Return the names of a path without its context; two slashes are one of a name."""
    found = [step.replace("//", "/").strip() for step in _STEP.split(text)]
    if _CONTEXT.fullmatch(found[0]):
        found = found[1:]
    return tuple(filter(None, found[1:] if found[:1] == ["top"] else found))


def category(*names: str) -> str:
    """Return the path of names."""
    lines = (" ".join(name.split()).strip("/ ").replace("/", "//") for name in names)
    return "/".join(("$course$", "top", *filter(None, lines)))


def title_of(paths: set[Path]) -> str:
    """Return the category that holds all others, or nothing."""
    firsts = {path[0] for path in paths if path}
    nested = any(len(path) > 1 for path in paths)
    return firsts.pop() if nested and len(firsts) == 1 else ""
