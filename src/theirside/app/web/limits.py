"""How often something may be asked for: counted in the database, over all processes and restarts.

The limits of signing in are allauth's; they count in Django's cache, which lies there, too.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from django.db import OperationalError
from django.http import HttpRequest

from theirside.app import services


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within so many seconds, for what ``name`` says."""

    name: str
    times: int
    seconds: int

    def allows(self, key: str) -> bool:
        """Count one more for this key, and say whether it is still within the limit.

        Where nothing can be written just now (a large import holds the file), it is.
        """
        window = int(time.time()) // self.seconds
        told = f"{self.name}:{window}:{key}"
        digest = sha256(told.encode()).hexdigest()[:40]  # no address stands in the table
        until = datetime.fromtimestamp((window + 1) * self.seconds, UTC)
        try:
            return services.count_up(digest, until) <= self.times
        except OperationalError:
            return True


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from, as a trusted proxy tells it where there is one."""
    return str(request.META.get("REMOTE_ADDR", ""))
