"""Who "we" are: the domains, addresses and names that belong to our side."""

from __future__ import annotations

from dataclasses import dataclass


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
        for entry in (entry.strip() for entry in entries):
            if not entry:
                continue
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
