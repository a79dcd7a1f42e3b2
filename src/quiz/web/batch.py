"""What comes together is saved together, and confirmed once it is on disk."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Saved = TypeVar("Saved")


class Batch(Generic[Item, Saved]):
    """Saves all that is added in one turn of the loop in one transaction."""

    def __init__(self, save: Callable[[Sequence[Item]], Sequence[Saved]]) -> None:
        self._save = save
        self._waiting: list[tuple[Item, asyncio.Future[Saved]]] = []

    def add(self, item: Item) -> Awaitable[Saved]:
        """Return what to wait for until the item is saved; it raises what the saving raises."""
        loop = asyncio.get_running_loop()
        saved: asyncio.Future[Saved] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._save_all)  # behind all that the loop has ready
        self._waiting.append((item, saved))
        return saved

    def _save_all(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            results = self._save([item for item, _ in waiting])
        except Exception as error:
            for _, saved in waiting:
                if not saved.cancelled():
                    saved.set_exception(error)
            return
        for (_, saved), result in zip(waiting, results, strict=True):
            if not saved.cancelled():
                saved.set_result(result)
