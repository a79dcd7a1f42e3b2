"""The colors: dark, light, and high contrast at 7 to 1."""

from textual.theme import Theme

DARK = Theme(
    name="quiz-dark",
    dark=True,
    background="#15171c",
    surface="#1c1f26",
    panel="#272c36",
    foreground="#e9e7e2",
    primary="#7fc8c2",
    secondary="#d3bd8c",
    accent="#7fc8c2",
    success="#98d48b",
    warning="#e8c170",
    error="#f2a58e",
    variables={
        "muted": "#a6abb5",
        "lit": "#4a3f14",
        "lit-text": "#fff1c2",
        "rule": "#3a404c",
    },
)

LIGHT = Theme(
    name="quiz-light",
    dark=False,
    background="#fbf9f4",
    surface="#f3f0e8",
    panel="#e5e1d6",
    foreground="#22262b",
    primary="#0f5c64",
    secondary="#63500f",
    accent="#0f5c64",
    success="#1c6128",
    warning="#6e4a00",
    error="#93300f",
    variables={
        "muted": "#555a62",
        "lit": "#fbe59a",
        "lit-text": "#22262b",
        "rule": "#cbc5b6",
    },
)

CONTRAST = Theme(
    name="quiz-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#202020",
    foreground="#ffffff",
    primary="#ffe14d",
    secondary="#9be7ff",
    accent="#ffe14d",
    success="#8dff8d",
    warning="#ffe14d",
    error="#ffb8ab",
    variables={
        "muted": "#e2e2e2",
        "lit": "#ffe14d",
        "lit-text": "#000000",
        "rule": "#9a9a9a",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)
"""The themes, in the order in which one key goes through them."""
