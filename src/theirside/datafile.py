"""Reading the data files that experts edit: opened, checked, and complained of, in one way.

What stands in a file becomes frozen dataclasses. Whatever is not as it should be is told as a
``SettingsError`` that names the file, the line or the entry in it, the field, and what to do, so
that whoever knows customers can edit one without knowing code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from theirside.errors import SettingsError

T = TypeVar("T")
_PACKAGE = Path(__file__).parent
_MISSHAPEN = (AttributeError, IndexError, KeyError, TypeError, ValueError, re.error)
_PLAIN: Mapping[Any, tuple[tuple[type, ...], str]] = {
    str: ((str,), "a text"),
    bool: ((bool,), "true or false"),
    int: ((int,), "a whole number"),
    float: ((int, float), "a number"),
    date: ((date,), "a day such as 2026-03-02"),
}


_KNOWN: dict[object, Mapping[str, tuple[Field[Any], Any]]] = {}
"""The fields of the dataclasses met so far, with their types."""


def name_of(path: Path) -> str:
    """Return what a data file is called in a message: ``care/pushback/ways/asked.yaml``."""
    return path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name


def files_in(folder: Path) -> list[Path]:
    """Return the data files below a folder, by name."""
    return sorted(folder.rglob("*.yaml"))


def opened(path: Path) -> Any:
    """Return what stands in a data file. Raises ``SettingsError`` naming the line."""
    return parsed(path.read_text("utf-8"), name_of(path))


def parsed(
    text: str, name: str, *, as_text: bool = False, remedy: str = "compare a sibling"
) -> Any:
    """Return what a text in YAML says; ``as_text``: every scalar stays text, the word "no" too.

    Raises ``SettingsError`` naming the line of the file that is called ``name``.
    """
    import yaml

    kind = "BaseLoader" if as_text else "SafeLoader"
    loader = getattr(yaml, f"C{kind}", getattr(yaml, kind))
    try:
        return yaml.load(text, loader)  # noqa: S506 (builds plain values only)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        line = max(1, min(line, len(text.splitlines())))  # what lacks is missed behind the end
        raise SettingsError(f"{name}, line {line}: not YAML ({error.problem}); {remedy}") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{name}: not YAML ({error}); {remedy}") from error


def made(path: Path, make: Callable[[Any], T]) -> T:
    """Return what ``make`` makes of a whole file. Raises ``SettingsError``."""
    content = opened(path)
    with naming(name_of(path)):
        return make(content)


def made_each(path: Path, make: Callable[[Any], T], within: str = "") -> tuple[T, ...]:
    """Return what ``make`` makes of each entry of a file that is a list (or has one ``within``).

    Raises ``SettingsError`` naming the entry, by its id or its number.
    """
    content = opened(path)
    with naming(name_of(path)):
        rows = content[within] if within else content
        if not isinstance(rows, list):
            raise TypeError("a list of entries should stand here")
    found = []
    for number, row in enumerate(rows, 1):
        with naming(f"{name_of(path)}, {entry_name(row, number)}"):
            found.append(make(row))
    return tuple(found)


def entry_name(row: object, number: int) -> str:
    """Return what an entry is called in a message: its id, else its number from 1."""
    name = row.get("id") if isinstance(row, Mapping) else None
    return str(name) if name else f"entry {number}"


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Tell of whatever is misshapen in this place of a file as a ``SettingsError``."""
    try:
        yield
    except KeyError as error:
        raise SettingsError(f"{place}: lacks {error}; compare a sibling") from error
    except _MISSHAPEN as error:
        raise SettingsError(f"{place}: {error}; compare a sibling") from error


def filled(kind: type[T], content: Any, beside: Collection[str] = (), **ready: Any) -> T:
    """Return a dataclass with the fields of an entry, each of the type that the dataclass says.

    Fields in ``ready`` are made already; those in ``beside`` are read by somebody else. Lists of
    entries become tuples of dataclasses by themselves. Raises ``ValueError`` naming the field that
    lacks, that is of another type, or that nobody reads (``TypeError`` where there are no fields).
    """
    if not isinstance(content, Mapping):
        raise TypeError(f"fields with a name should stand here, not {content!r}")
    known = _fields(kind)
    unread = [str(name) for name in content if name not in known and name not in beside]
    if unread:
        raise ValueError(f"nobody reads {unread[0]!r}; there are {', '.join(known)}")
    given = {
        name: _of_type(hint, content[name], name)
        for name, (_, hint) in known.items()
        if name in content and name not in ready
    }
    for name, (field, _) in known.items():
        if name not in given and name not in ready and _is_needed(field):
            raise ValueError(f"lacks {name!r}")
    return kind(**given, **ready)


def _fields(kind: type[Any]) -> Mapping[str, tuple[Field[Any], Any]]:
    found = _KNOWN.get(kind)
    if found is None:
        hints = get_type_hints(kind)
        found = _KNOWN[kind] = {each.name: (each, hints[each.name]) for each in fields(kind)}
    return found


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _of_type(hint: Any, value: Any, name: str) -> Any:
    """Return a value as the type of a field asks for it. Raises ``ValueError``."""
    if get_origin(hint) in (Union, UnionType):
        if value is None and NoneType in get_args(hint):
            return None
        [hint] = [each for each in get_args(hint) if each is not NoneType]
    if get_origin(hint) in (tuple, frozenset):
        return get_origin(hint)(_list(get_args(hint)[0], value, name))
    if hint in _PLAIN:
        types, words = _PLAIN[hint]
        right = isinstance(value, types) and (hint is bool or not isinstance(value, bool))
        if not right:
            raise ValueError(f"{name} is {words}, not {value!r}")
        return float(value) if hint is float else value
    if isinstance(hint, type) and issubclass(hint, Enum):
        return one_of(hint, value, name)
    if is_dataclass(hint) and isinstance(hint, type):
        return filled(hint, value)
    raise TypeError(f"{name}: a {hint} has to be made by whoever reads the file")


def _list(hint: Any, value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{name} is a list, not {value!r}")
    return [_of_type(hint, each, f"each of {name}") for each in value]


E = TypeVar("E", bound=Enum)


def one_of(kind: type[E], value: Any, name: str) -> E:
    """Return the member of an enumeration. Raises ``ValueError`` naming those there are."""
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(str(each.value) for each in kind)
        raise ValueError(f"{name} is one of {known}, not {value!r}") from None


def texts(content: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return a field that is a list of texts; empty where there is none. Raises ``ValueError``."""
    found: tuple[str, ...] = _of_type(tuple[str, ...], content.get(name, []), name)
    return found


def pattern(says: Sequence[str]) -> re.Pattern[str] | None:
    """Return one pattern that finds any of these, whatever the case; None where there are none.

    An apostrophe stands for a curly one too. Each begins where a word does.
    """
    if not says:
        return None
    joined = "|".join(each.replace("'", "['’]") for each in says)
    return re.compile(rf"(?<![\w'’])(?:{joined})", re.IGNORECASE)
