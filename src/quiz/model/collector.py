"""Python's search for garbage, spared where all that is made is kept."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collector() -> Iterator[None]:
    """Search for no garbage meanwhile: a fifth of the time of reading, a tenth of importing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
