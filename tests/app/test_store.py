"""Opening the store: made when missing, brought up to date, refused with a reason and a remedy."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app import queries, services
from theirside.app.places import BUSY_SECONDS, Database
from theirside.app.store import close_store, open_store, writing
from theirside.errors import StoreError

GREETING = thread("t1", mail("<1@x>", ANNA, "Hello.", SAM))


@pytest.fixture
def path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Iterator[Path]:
    """Return where a SQLite file may be made."""
    path = tmp_path / "made" / "theirside.sqlite3"
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(path))
    with django_db_blocker.unblock():
        yield path
        close_store()


def test_a_new_store_is_for_its_owner_alone(path: Path) -> None:
    place = open_store()

    assert place.path == path
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    services.keep(GREETING)
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600


def test_sqlite_writes_ahead_overwrites_and_holds_foreign_keys(path: Path) -> None:
    open_store()
    assert path.exists()
    with connection.cursor() as cursor:
        for pragma, expected in (
            ("journal_mode", "wal"),
            ("synchronous", 1),
            ("secure_delete", 1),
            ("foreign_keys", 1),
            ("busy_timeout", BUSY_SECONDS * 1000),
        ):
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone()[0] == expected, pragma


def test_a_store_that_is_up_to_date_opens_with_two_queries(store: Database) -> None:
    with CaptureQueriesContext(connection) as captured:
        open_store()
    assert len(captured) <= 2, store.shown


def test_the_migrations_are_those_of_the_models(store: Database) -> None:
    assert store.shown
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_store_of_a_newer_version_is_refused(store: Database) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('theirside', '9999_later', '2030-01-01')"
        )
    try:
        with pytest.raises(StoreError, match=r"newer Theirside \(it has 9999_later\).*--upgrade"):
            open_store()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '9999_later'")
    assert open_store() == store


def test_an_interrupted_first_opening_leaves_nothing_half_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db.migrations.recorder import MigrationRecorder

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(MigrationRecorder, "record_applied", stop)
        with pytest.raises(KeyboardInterrupt):
            open_store()
    close_store()
    with sqlite3.connect(path) as direct:
        assert direct.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    direct.close()

    open_store()
    assert queries.people() == []


def test_the_store_follows_the_setting_within_one_process(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store()
    services.keep(GREETING)
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(tmp_path / "other.sqlite3"))
    open_store()
    assert queries.conversations() == []

    monkeypatch.setenv("THEIRSIDE_DATABASE", str(path))
    open_store()
    assert [each.id for each in queries.conversations()] == ["t1"]


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary, this is not a database. " * 40)

    with pytest.raises(StoreError, match="not a database; point THEIRSIDE_DATABASE"):
        open_store()
    assert path.read_text().startswith("Dear diary")


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE moz_places (id INTEGER)")
    other.commit()

    with pytest.raises(StoreError, match=r"another program \(it has a table 'moz_places'\)"):
        open_store()
    assert other.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)
    other.close()


def test_an_old_sqlite_is_refused_before_anything_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(StoreError, match=r"needs 3\.35; use a newer Python"):
        open_store()
    assert not path.exists()


def test_a_folder_is_no_database(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match="is a folder"):
        open_store()


def test_a_place_where_no_file_can_be_made_is_named(path: Path) -> None:
    path.parent.parent.joinpath("made").write_text("a file where a folder should be")
    with pytest.raises(StoreError, match="cannot be made here"):
        open_store()


def test_a_store_that_another_process_writes_to_for_long_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("theirside.app.places.BUSY_SECONDS", 0.05)
    open_store()
    other = sqlite3.connect(path)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process"):
            services.keep(GREETING)
    finally:
        other.close()
    services.keep(GREETING)
    assert len(queries.conversations()) == 1


def test_a_server_that_does_not_answer_is_named_without_its_password(
    monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> None:
    url = "postgresql://me:s3cret@127.0.0.1:1/theirs?connect_timeout=2"
    monkeypatch.setenv("THEIRSIDE_DATABASE", url)
    with django_db_blocker.unblock(), pytest.raises(StoreError) as caught:
        open_store()

    assert "postgresql://127.0.0.1:1/theirs: the server cannot be reached" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_a_missing_driver_is_named_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEIRSIDE_DATABASE", "postgresql://localhost/theirs")
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(StoreError, match=r'pip install "theirside\[postgres\]"'):
        open_store()


def test_what_fails_in_a_transaction_is_undone(store: Database) -> None:
    assert store.shown

    def fail_midway() -> None:
        with writing():
            services.keep(GREETING)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_midway()
    assert queries.conversations() == []


def test_opening_needs_no_settings_module_to_be_named(path: Path) -> None:
    import subprocess

    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", "from theirside.app.store import open_store; open_store()"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert path.exists()
