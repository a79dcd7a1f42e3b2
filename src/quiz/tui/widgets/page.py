"""Going through a long screen with one key."""

from textual.containers import VerticalScroll


def turn_page(sheet: VerticalScroll) -> None:
    """Scroll by one page, from the end back to the start."""
    if sheet.scroll_offset.y >= sheet.max_scroll_y:
        sheet.scroll_home(animate=False)
    else:
        sheet.scroll_page_down(animate=False)
