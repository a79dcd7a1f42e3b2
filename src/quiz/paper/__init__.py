"""A quiz on paper: sheets for a pencil, and their key, in HTML and PDF."""
