"""A short name for plain data that changes when they do."""

import hashlib
import json


def digest(data: object) -> str:
    """Return 16 hex digits of the SHA-256 of data that JSON can hold."""
    text = json.dumps(data, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
