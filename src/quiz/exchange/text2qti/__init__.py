"""The plain text that text2qti makes quizzes for Canvas of: read, not written."""

from types import MappingProxyType

from quiz.exchange.format import Format
from quiz.exchange.text2qti.reading import read, recognizes

FORMAT = Format(
    name="text2qti",
    title="text2qti",
    ending=".txt",
    recognizes=recognizes,
    read=read,
    holds=MappingProxyType(
        {
            "choice": "lettered options, one with an asterisk",
            "choices": "options behind [ ], right ones behind [*]",
            "statement": "two lettered options, true and false",
            "number": "a line that begins with =",
            "short": "lines that begin with an asterisk",
            "teach-back": "a line of underscores",
            "checklist": "the lines of its solution, behind !",
            "why": "the text behind ... below an option",
            "explain": "the text behind ... below the question, and its solution",
            "points": "Points:",
            "group": "GROUP, where one of its questions is picked",
            "shuffle": "Shuffle answers:",
            "passage": "Quiz description: and Text:",
            "title": "Quiz title:",
        }
    ),
)
