"""The workspace's ``offer.yaml``: kept where it is expected, and read back."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from theirside.app.places import offer_path
from theirside.errors import SettingsError
from theirside.understand.offer import Offer, load_offer
from theirside.understand.offer_check import check_offer


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


def kept_offer() -> Offer | None:
    """Return the workspace's offer, None without one; read again only where it has changed.

    Raises ``SettingsError`` when it is not as it should be.
    """
    place = offer_path()
    try:
        told = place.stat()
    except FileNotFoundError:
        return None
    return _loaded(place, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=4)
def _loaded(place: Path, _changed_at: int, _size: int) -> Offer:
    return load_offer(place)


def offer_text() -> str:
    """Return the workspace's offer as it is written; "" where there is none."""
    place = offer_path()
    return place.read_text("utf-8") if place.is_file() else ""


def keep_offer_text(text: str) -> Path:
    """Check an offer as it was typed and keep it; the one before stays beside it.

    Raises ``SettingsError`` with the line and what to do where it is no offer.
    """
    check_offer(text)
    place = offer_path()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists() and place.read_text("utf-8") != text:
        place.replace(place.with_name(place.name + ".before"))
    place.write_text(text, "utf-8")
    return place
