"""Opening the data files of this room: what experts edit, one entry a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from theirside.errors import SettingsError

HOME = Path(__file__).parent
MISSHAPEN = (AttributeError, KeyError, TypeError, ValueError)
"""What making something of a data file raises that is not as it should be."""


def contents(folder: str) -> Iterator[tuple[str, Any]]:
    """Yield ``deck/p06/mirror.yaml`` and what stands in it, for each file below a folder, by name.

    Raises ``SettingsError`` for a file that is no YAML.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted((HOME / folder).rglob("*.yaml")):
        file = path.relative_to(HOME).as_posix()
        try:
            yield file, yaml.load(path.read_text("utf-8"), loader)  # noqa: S506 (safe loaders)
        except yaml.YAMLError as error:
            raise misshapen(file, error) from error


def misshapen(file: str, error: Exception) -> SettingsError:
    """Return the error for a data file that is not as it should be."""
    return SettingsError(f"purpose/{file}: missing or misshapen: {error}; compare a sibling")


def texts(value: object) -> tuple[str, ...]:
    """Return a list of texts as a tuple. Raises ``TypeError`` where it is anything else."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f"{value!r} is no list of texts")
    return tuple(value)
