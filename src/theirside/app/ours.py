"""Saying who we are: checked, kept, and everybody's side found anew."""

from __future__ import annotations

from collections.abc import Iterable

from theirside.app import queries, services
from theirside.errors import SettingsError
from theirside.intake.us import Us
from theirside.understand.names import company_of


def shared_domain(us: Us) -> str:
    """Return a domain from which anybody may write (a mail provider's), "" where there is none."""
    return next((each for each in sorted(us.domains) if not company_of(f"anybody@{each}")), "")


def entries() -> list[str]:
    """Return who we are as it is typed: domains, addresses, names."""
    us = queries.workspace_us()
    return [*sorted(us.domains), *sorted(us.addresses), *sorted(us.names)]


def say_who_we_are(lines: Iterable[str]) -> int:
    """Keep these entries in place of those before; return how many speakers change sides.

    Raises ``SettingsError`` where there is none, or one is everybody's.
    """
    new, old = Us.of(*(part for line in lines for part in line.split(","))), queries.workspace_us()
    if not new:
        raise SettingsError(
            "Say at least one domain, address or name of ours; otherwise nobody is on any side"
        )
    shared = shared_domain(new)
    if shared:
        raise SettingsError(f"{shared} is everybody's; give your own address there instead")
    services.initialise(new)
    gone = Us(old.domains - new.domains, old.addresses - new.addresses, old.names - new.names)
    return services.place_again(gone)
