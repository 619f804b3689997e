"""Keeping a copy of ``offer.yaml`` where the workspace expects it."""

from __future__ import annotations

from pathlib import Path

from theirside.app.places import offer_path
from theirside.errors import SettingsError
from theirside.understand.offer import load_offer


def keep_offer(path: Path) -> Path:
    """Check an offer and copy it into the workspace; return where it is kept.

    Another offer that was there is kept beside it as ``offer.yaml.before``.
    Raises ``SettingsError`` when it cannot be read or is not as it should be.
    """
    if not path.is_file():
        raise SettingsError(
            f"{path}: there is no such file. `theirside offer example > {path.name}` prints one "
            "to change"
        )
    load_offer(path)
    place = offer_path()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.resolve() != path.resolve():
        if place.exists() and place.read_bytes() != path.read_bytes():
            place.replace(place.with_name(place.name + ".before"))
        place.write_bytes(path.read_bytes())
    return place
