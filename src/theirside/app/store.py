"""Opening the store: Django set up once, the database reached, its tables brought up to date.

Every command that remembers calls ``open_store()`` first, and imports ``queries`` and ``services``
only then (Django wants to be set up before any model is defined). So it must be quick when there is
nothing to do: one query tells whether the tables are those of this version. Bringing them up to
date is one transaction, so that a kill in its midst leaves the database as it was.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import ParamSpec, TypeVar

from theirside.app.places import Database, database
from theirside.errors import StoreError

P = ParamSpec("P")
R = TypeVar("R")

_LABEL = "theirside"
_SQLITE = (3, 35)
"""The first SQLite that tells the keys of rows inserted together."""
_LOCK = 0x7468656972  # "their": the advisory lock of PostgreSQL that all writers take
_changes = count()
_changed = 0


def open_store() -> Database:
    """Make the database ready for ``queries`` and ``services``, and return where it is.

    Creates it where there is none. Raises ``StoreError`` where it cannot be reached, is no
    database, is busy, or was written by a newer Theirside; ``SettingsError`` on a bad setting.
    """
    place = database()
    with _explained(place):
        if place.path is not None:
            _prepare_file(place.path)
        else:
            _require_psycopg()
        _set_up(place)
        _bring_up_to_date()
    _note_change()
    return place


def close_store() -> None:
    """Let go of the database; the next ``open_store()`` connects again."""
    from django.db import connections

    connections["default"].close()


@contextmanager
def writing() -> Iterator[None]:
    """One transaction that no other writer, of this or another process, can run into."""
    from django.db import connection, transaction

    try:
        with _explained(database()), transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            yield
    finally:
        _note_change()


def changes() -> int:
    """Return a number that grows whenever this process has written, or opened a store.

    What is kept in memory for the sake of speed is right only as long as this stays the same; what
    another process writes does not show here.
    """
    return _changed


def _note_change() -> None:
    global _changed  # noqa: PLW0603 - a process has one store
    _changed = next(_changes)


def _prepare_file(path: Path) -> None:
    import sqlite3

    if sqlite3.sqlite_version_info < _SQLITE:
        raise StoreError(
            f"Python was built with SQLite {sqlite3.sqlite_version}, but Theirside needs "
            f"{'.'.join(map(str, _SQLITE))}; use a newer Python, or a PostgreSQL database"
        )
    if path.is_dir():
        raise StoreError(
            f"{path} is a folder; THEIRSIDE_DATABASE takes a file's path, "
            f"for example {path / 'theirside.sqlite3'}"
        )
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, mode=0o700)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            f"{path}: the database cannot be made here ({error.strerror}). "
            "Set THEIRSIDE_DATABASE to a path where you may write"
        ) from error


def _require_psycopg() -> None:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise StoreError(
            "THEIRSIDE_DATABASE names a PostgreSQL database, for which a driver is missing: "
            'pip install "theirside[postgres]"'
        ) from error


def _set_up(place: Database) -> None:
    """Set Django up on first use; connect elsewhere when the setting has changed since."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theirside.app.settings")
    from django.apps import apps
    from django.conf import settings

    if not apps.ready:
        # What django.setup() does, less URLs and logging, whose import doubles the time it takes.
        apps.populate(settings.INSTALLED_APPS)
    from django.db import connections

    held = connections["default"].settings_dict
    if any(held.get(name) != value for name, value in place.django.items()):
        connections["default"].close()
        connections.databases["default"] = dict(place.django)
        connections.configure_settings(connections.databases)
        connections["default"] = connections.create_connection("default")


Migration = tuple[str, str]
"""The label of an application, and the name of one of its migrations."""


@lru_cache(maxsize=1)
def _known_migrations() -> frozenset[Migration]:
    """Return the migrations of every application that is set up, without importing them."""
    from django.apps import apps

    return frozenset(
        (config.label, module.name)
        for config in apps.get_app_configs()
        for module in pkgutil.iter_modules([str(Path(config.path) / "migrations")])
        if not module.name.startswith("_")
    )


def _applied_migrations() -> frozenset[Migration]:
    from django.db import connection

    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if "django_migrations" not in tables:
            if tables and connection.vendor == "sqlite":
                raise StoreError(
                    f"{database().shown} is the database of another program "
                    f"(it has a table {tables[0]!r}); point THEIRSIDE_DATABASE to another path"
                )
            return frozenset()
        cursor.execute("SELECT app, name FROM django_migrations")
        return frozenset((app, name) for app, name in cursor.fetchall())


def _is_up_to_date() -> bool:
    applied = _applied_migrations()
    newer = sorted(name for app, name in applied - _known_migrations() if app == _LABEL)
    if newer:
        raise StoreError(
            f"{database().shown} was written by a newer Theirside (it has {newer[-1]}). "
            "Update this one (pip install --upgrade theirside), "
            "or point THEIRSIDE_DATABASE to another database"
        )
    return applied >= _known_migrations()


def _bring_up_to_date() -> None:
    from django.db import connection

    if _is_up_to_date():
        return
    from django.db.migrations.executor import MigrationExecutor

    from theirside.app.code_triggers import lay_code_triggers
    from theirside.app.search_index import lay_index

    # Django would note a migration as done after committing its tables: a kill between the two
    # would leave tables that the next start trips over. So everything is one transaction.
    connection.disable_constraint_checking()
    try:
        with writing():
            if not _is_up_to_date():  # another process may have been quicker
                executor = MigrationExecutor(connection)
                executor.migrate(executor.loader.graph.leaf_nodes())
                # A migration may have made a table anew, and so without its triggers.
                lay_index()
                lay_code_triggers()
    finally:
        connection.enable_constraint_checking()


@contextmanager
def _explained(place: Database) -> Iterator[None]:
    """Turn what databases say into what happened and what to do."""
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.db import DatabaseError, InterfaceError
    except ImportError as error:  # pragma: no cover - Django is a dependency
        raise StoreError(f"Django cannot be loaded: {error}") from error
    try:
        yield
    except ImproperlyConfigured as error:
        raise StoreError(f"{place.shown}: {error}") from error
    except (DatabaseError, InterfaceError) as error:
        remedy = _remedy(str(error).lower())
        if not remedy:
            raise
        raise StoreError(f"{place.shown}: {remedy} ({_first_line(error)})") from error


def explained(function: Callable[P, R]) -> Callable[P, R]:
    """Decorate a query or service: database failures become ``StoreError``."""
    from functools import wraps

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        with _explained(database()):
            return function(*args, **kwargs)

    return call


_REMEDIES = {
    "locked": "another process has been writing to it for a long time; try again when it is done",
    "not a database": "this file is not a database; point THEIRSIDE_DATABASE to another path",
    "malformed": "the file is damaged; restore it from a backup",
    "readonly": "it may not be written; check the file's and its folder's permissions",
    "unable to open": "the file cannot be opened; check the path and its permissions",
    "disk is full": "the disk is full; make room and try again",
    "no space": "the disk is full; make room and try again",
    "disk i/o": "the disk failed to read or write it",
    "password": "the server refused the user or password in THEIRSIDE_DATABASE",
    "does not exist": "the server has no such database or user; create it, or mend the URL",
    "connection": "the server cannot be reached; check the URL, and that it is running",
    "resolve": "the server's name is not known; check the URL",
    "permission denied": "the database's user may not do this; grant it",
}


def _remedy(message: str) -> str:
    return next((remedy for sign, remedy in _REMEDIES.items() if sign in message), "")


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
