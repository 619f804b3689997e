"""The languages that pages speak: English, and whatever lies translated in ``locale/``."""

from __future__ import annotations

from pathlib import Path

from django.conf.locale import LANG_INFO


def translated(folder: Path) -> list[tuple[str, str]]:
    """Return the languages of which this folder has a compiled catalogue, with their own names."""
    found = []
    for path in sorted(folder.glob("*/LC_MESSAGES/django.mo")):
        code = path.parents[1].name.lower().replace("_", "-")
        found.append((code, str(LANG_INFO.get(code, {}).get("name_local", code))))
    return found
