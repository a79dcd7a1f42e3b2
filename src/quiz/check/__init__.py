"""Writing a quiz: what is weak in it, where, why it matters and how to mend it."""
