"""A quiz made from an article, where every answer stands on a quoted sentence."""

__version__ = "0.1.0"
