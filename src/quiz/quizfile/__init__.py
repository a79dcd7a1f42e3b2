"""Quizzes on disk: YAML to the model and back to the line of every fault."""
