"""What a class understood, as terminal text, as a page, as tables and as JSON."""
