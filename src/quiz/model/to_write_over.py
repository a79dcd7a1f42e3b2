"""What stands in a draft where a person has to write: texts that no finished quiz may hold."""

PASSAGE = "Write here the text that the questions are about."
QUESTION = "Write your question here."
RIGHT = "Write the right answer here."
WRONG = "Write a wrong answer here."
OTHER_WRONG = "Write another wrong answer here."
WHY = "Write here why it is wrong."
EXPLANATION = "Write here what everyone reads after the answer."
POINT = "Write here a point that a full explanation names."
SPARE = "Write here a choice that fits nothing."
TO_WRITE_OVER = frozenset({QUESTION, RIGHT, WRONG, OTHER_WRONG, WHY, EXPLANATION, POINT, SPARE})
"""Those of a question."""
