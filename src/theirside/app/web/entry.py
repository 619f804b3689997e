"""The one-time link: how one person gets in on their own machine, without an account.

It lives in the memory of the process that printed it, and lets in once.
"""

from __future__ import annotations

import secrets
from threading import Lock

_lock = Lock()
_open: set[str] = set()


def new_token() -> str:
    """Return a token that lets in once, as long as this process lives."""
    token = secrets.token_urlsafe(24)
    with _lock:
        _open.add(token)
    return token


def take(token: str) -> bool:
    """Use a token up; say whether it was good."""
    with _lock:
        known = next((each for each in _open if secrets.compare_digest(each, token)), None)
        if known is None:
            return False
        _open.discard(known)
        return True
