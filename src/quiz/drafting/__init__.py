"""What a program can draft of a quiz by the words of its passage alone, in English, and no more.

Each draft has a key and evidence that hold. Its wording, its reasons and its explanation are for a
person to write; no wrong option is made up.
"""

MOST = 12
"""So many questions are drafted unless more or fewer are asked for."""
