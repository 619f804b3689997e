"""Which edition of the ledger's words this is: what another found in a talk holds no more."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files

LOOKING = 1
"""To be raised when the code looks otherwise at a sentence than it did."""


@cache
def edition() -> str:
    """Return 16 characters that change whenever the kinds, the ways of telling or the code do."""
    folder = files("theirside.serve.ledger")
    found = [folder / "referrals.yaml"]
    for column in ("gift", "ask"):
        inside = (folder / "kinds" / column).iterdir()
        found += sorted(inside, key=lambda each: each.name)
    digest = blake2b(str(LOOKING).encode(), digest_size=8)
    for file in found:
        if file.name.endswith(".yaml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()
