"""What tests of the store and of the commands share."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from theirside.app.store import close_store, open_store


@pytest.fixture(scope="session")
def empty_database(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Path:
    """Return a migrated, empty SQLite file to copy, because migrating takes a second."""
    path = tmp_path_factory.mktemp("empty") / "theirside.sqlite3"
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setenv("THEIRSIDE_DATABASE", str(path))
        open_store()
        close_store()
    return path
