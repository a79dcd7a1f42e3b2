"""`python -m quiz` does what `quiz` does."""

from quiz.cli import run

run()
