"""What every learner is told before the first question, on the result and in every export."""

DISCLAIMER = (
    "This quiz checks understanding of one article. It is not medical advice, a diagnosis or a "
    "test of your health. Do not start, stop or change any treatment because of it. Talk to a "
    "health professional."
)
"""What the quiz is not."""
BRIEF_DISCLAIMER = (
    "This is not medical advice. Talk to a health professional before you change any treatment."
)
"""The same above a question on a small screen."""
