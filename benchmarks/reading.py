"""Reads one quiz file once and prints the seconds: `ours`, or `loader` for PyYAML's C loader."""

import sys
from pathlib import Path
from time import perf_counter

import yaml

import quiz.quizfile.reader  # noqa: F401  what is measured is reading, not importing
from quiz.quizfile.opening import open_quiz

path = Path(sys.argv[2])
text = path.read_text(encoding="utf-8")
start = perf_counter()
if sys.argv[1] == "ours":
    open_quiz(path)
else:
    yaml.load(text, yaml.CSafeLoader)
print(perf_counter() - start)
