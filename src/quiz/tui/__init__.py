"""The quiz as a Textual application."""
