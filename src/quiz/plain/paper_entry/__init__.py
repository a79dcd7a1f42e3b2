"""Typing in what a class wrote on paper: a learner, then a line for each question of the sheet."""
