"""Imports files into an empty collection of Anki, one after the other, and prints its notes.

Run by a Python that has the package anki, which is here for tests alone.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)


def add(collection: Collection, file: str) -> dict[str, int]:
    """Import a file, and return how many notes were new and how many were updated."""
    if file.endswith(".apkg"):
        options = ImportAnkiPackageOptions(merge_notetypes=True)
        request = ImportAnkiPackageRequest(package_path=file, options=options)
        log = collection.import_anki_package(request).log
    else:
        metadata = collection.get_csv_metadata(file, None)
        log = collection.import_csv(ImportCsvRequest(path=file, metadata=metadata)).log
    return {"new": len(log.new), "updated": len(log.updated)}


def notes(collection: Collection) -> list[dict[str, object]]:
    """Return the notes as a learner sees them."""
    found = []
    for one in collection.find_notes(""):
        note = collection.get_note(one)
        (card,) = note.cards()
        shown = card.render_output()
        found.append(
            {
                "guid": note.guid,
                "tags": note.tags,
                "deck": collection.decks.name(card.did),
                "front": shown.question_text,
                "back": shown.answer_text,
                "sounds": len(shown.question_av_tags) + len(shown.answer_av_tags),
            }
        )
    return found


with TemporaryDirectory() as folder:
    opened = Collection(str(Path(folder, "collection.anki2")))
    imported = [add(opened, file) for file in sys.argv[1:]]
    json.dump({"imported": imported, "notes": notes(opened)}, sys.stdout)
    opened.close()
