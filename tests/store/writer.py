"""A program of its own that answers fifty questions of an attempt, and says what became of each."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from quiz.store.store import Store
from tests.store.conftest import answered, attempt

store = Store(Path(sys.argv[1]), lambda: datetime.now(UTC))
to = attempt(sys.argv[2])
for index in range(50):
    to = answered(to, index)
    saved = store.save(to, to.responses[-1])
    sys.stdout.write("saved\n" if saved else f"{store.trouble}\n")
store.close()
