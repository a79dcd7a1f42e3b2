"""Writing down what was found: as lines, JSON, or a page."""
