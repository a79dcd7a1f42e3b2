"""Files that many tests are about."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
BEES = ROOT / "tests" / "tui" / "quizzes" / "bees.yaml"
"""A quiz with a question of every kind."""
