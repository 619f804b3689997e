"""Who "we" are: the domains, addresses and names that belong to our side."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SITE = re.compile(r"^https?://(?:www\.)?([^/:?#]+).*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Us:
    """Our side. Domains and addresses are lower-case; names are as people write them."""

    domains: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *entries: str) -> Us:
        """Sort entries into addresses (``a@b.example``), domains (``b.example``) and names."""
        domains: set[str] = set()
        addresses: set[str] = set()
        names: set[str] = set()
        for entry in (part for each in entries for part in _parts(each)):
            lowered = entry.casefold()
            if "@" in entry.lstrip("@"):
                addresses.add(lowered)
            elif " " not in entry and "." in entry.strip("."):
                domains.add(lowered.lstrip("@"))
            else:
                names.add(entry)
        return cls(frozenset(domains), frozenset(addresses), frozenset(names))

    def __bool__(self) -> bool:
        return bool(self.domains or self.addresses or self.names)


def _parts(entry: str) -> list[str]:
    """Return what an entry names: ``Nora <nora@b.example>`` is two, a web address its domain."""
    name, bracket, address = entry.strip().partition("<")
    parts = [name.strip().strip('"'), address.rstrip("> ")] if bracket else [name]
    sites = (_SITE.sub(r"\1", part) for part in parts)
    return [site for site in sites if site]
