"""An article as people have it, in a text, Markdown, HTML or Word file, as plain paragraphs."""
