"""Writing down what was found: as lines, JSON, SARIF, GitHub's commands, or a page."""
