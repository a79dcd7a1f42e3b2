"""Taking a quiz: pure decisions, with the clock and chance as arguments."""
