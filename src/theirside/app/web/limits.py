"""How often something may be asked for: counted in Django's cache, forgotten with the window."""

from __future__ import annotations

import time
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within so many seconds, for what ``name`` says."""

    name: str
    times: int
    seconds: int

    def allows(self, key: str) -> bool:
        """Count one more for this key, and say whether it is still within the limit."""
        window = int(time.time()) // self.seconds
        digest = sha256(key.encode()).hexdigest()[:24]  # no address stands in the cache
        name = f"theirside.limit:{self.name}:{digest}:{window}"
        cache.add(name, 0, timeout=self.seconds)
        try:
            return int(cache.incr(name)) <= self.times
        except ValueError:  # it was dropped between the two
            return True


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from, as a trusted proxy tells it where there is one."""
    return str(request.META.get("REMOTE_ADDR", ""))
