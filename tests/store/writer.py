"""A program of its own that keeps each record it reads, and says so."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from quiz.store.journal import Journal
from quiz.store.records import from_data

journal = Journal(Path(sys.argv[1]), lambda: datetime.now(UTC))
for line in sys.stdin:
    kept = journal.write(from_data(json.loads(line)))
    sys.stdout.write("kept\n" if kept else f"{journal.trouble}\n")
    sys.stdout.flush()
journal.close()
