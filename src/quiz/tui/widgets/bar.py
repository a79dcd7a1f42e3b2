"""A share drawn as a bar that reads without color."""

from textual.content import Content


def bar(share: float, width: int, style: str = "$primary") -> Content:
    """Return a bar of full and empty cells, `width` cells long; the share is from 0 to 1."""
    full = round(min(max(share, 0), 1) * width)
    return Content.assemble(("▰" * full, style), ("▱" * (width - full), "$muted"))
