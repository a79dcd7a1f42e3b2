"""The paper door: a quiz as sheets for a pencil, and their key, in HTML and PDF."""
