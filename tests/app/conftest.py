"""A store to test on: every test that asks for ``store`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from theirside.app.places import Database
from theirside.app.store import close_store, open_store


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Return the URL of a real PostgreSQL server that lives as long as the tests.

    Its folder is not one of pytest's: run by root, the server is another user's process, and
    pytest closes its folders to other users whenever another run of tests begins.
    """
    pgserver = pytest.importorskip("pgserver", reason="pgserver has no wheel for this machine")
    starting = pgserver.postgres_server
    start = starting.pg_ctl
    with tempfile.TemporaryDirectory(prefix="theirside-postgres-") as folder:
        with pytest.MonkeyPatch.context() as patch:
            # It gives a server ten seconds to start, too few on a busy machine.
            patch.setattr(starting, "pg_ctl", lambda *a, **k: start(*a, **{**k, "timeout": 120}))
            server = pgserver.get_server(Path(folder) / "data")
        # What is thrown away after the tests need not survive a power cut.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return what ``THEIRSIDE_DATABASE`` is to be: a fresh database of each kind."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    path = tmp_path / "theirside.sqlite3"
    shutil.copy(request.getfixturevalue("empty_database"), path)
    return str(path)


@pytest.fixture
def store(
    database_url: str, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Iterator[Database]:
    """Open an empty store."""
    monkeypatch.setenv("THEIRSIDE_DATABASE", database_url)
    with django_db_blocker.unblock():
        place = open_store()
        if place.path is None:
            _empty()
        yield place
        close_store()


def _empty() -> None:
    from django.apps import apps
    from django.db import connection

    tables = ", ".join(
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.model_name != "contenttype"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no talk be read by a model: what is found must rest on the rules' own words."""
    monkeypatch.setattr("theirside.app.ready.read", lambda *_, **__: ())
