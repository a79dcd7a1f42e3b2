"""Showing one screen after another from a worker."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from textual.app import App
from textual.screen import Screen

Result = TypeVar("Result")


async def show(app: App[None], screen: Screen[Result]) -> Result:
    """Push a screen, and return what it gives back.

    A worker that pushes one first waits for all widgets that are just going. Where it is ended
    there, as the application closes, it would end the tasks of these, on which others wait.
    """
    await asyncio.shield(app._flush_next_callbacks())
    return await app.push_screen_wait(screen)
