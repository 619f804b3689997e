"""What tests of pages share: a store with people in it, and somebody who is in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.sample_once import DATABASE, sample_folder
from theirside.app.store import close_store, open_store


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file that holds the fictional sample workspace, to copy."""
    return sample_folder(tmp_path_factory) / DATABASE


@pytest.fixture
def sample(
    sample_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Path]:
    """Open a copy of the sample workspace; return its file."""
    import shutil

    for file in sample_file.parent.iterdir():
        shutil.copy(file, tmp_path / file.name)
    path = tmp_path / sample_file.name
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(path))
    with django_db_blocker.unblock():
        open_store()
        yield path
        close_store()


def enter(client: Client) -> Client:
    """Let a browser in by the one-time link."""
    from theirside.app.web.entry import new_token

    response = client.get(f"/enter/{new_token()}/")
    assert response.status_code == 302
    return client


@pytest.fixture
def empty(store: object, client: Client) -> Client:
    """Return a browser that is in, on an empty workspace."""
    return enter(client)


@pytest.fixture
def seller(sample: Path, client: Client) -> Client:
    """Return a browser that is in, on the sample workspace."""
    return enter(client)
