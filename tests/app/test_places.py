"""Places: where the database and the offer lie, and what the settings may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from theirside.app.places import (
    SETTINGS,
    data_folder,
    database,
    https_in_front,
    mail_server,
    offer_path,
    web_secret,
)
from theirside.errors import SettingsError


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", *(setting.name for setting in SETTINGS)):
        monkeypatch.delenv(name, raising=False)


def test_without_settings_everything_lies_in_the_users_data_folder(tmp_path: Path) -> None:
    assert data_folder().is_relative_to(tmp_path)
    assert database().path == data_folder() / "theirside.sqlite3"
    assert offer_path() == data_folder() / "offer.yaml"


def test_the_offer_lies_beside_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("THEIRSIDE_DATABASE", "~/work/mine.db")

    assert database().path == tmp_path / "work" / "mine.db"
    assert offer_path() == tmp_path / "work" / "offer.yaml"


def test_the_offer_may_lie_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("THEIRSIDE_OFFER", str(tmp_path / "ours.yaml"))
    assert offer_path() == tmp_path / "ours.yaml"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_url_is_taken_apart(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv(
        "THEIRSIDE_DATABASE", f"{scheme}://me:p%40ss@db.example:5433/theirs?sslmode=require"
    )
    place = database()

    assert place.path is None
    assert place.shown == "postgresql://db.example:5433/theirs"
    wanted = {
        "NAME": "theirs",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"options": "-c jit=off", "sslmode": "require"},
    }
    assert wanted.items() <= place.django.items()
    assert "p@ss" not in repr(place)
    assert offer_path() == data_folder() / "offer.yaml"


def test_a_socket_may_be_named_as_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEIRSIDE_DATABASE", "postgresql://me@/theirs?host=/run/postgres")
    assert database().django["HOST"] == "/run/postgres"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://x/y", "mysql:// is not known"),
        ("postgresql://host", "names no database"),
        ("postgresql://host:port/x", "THEIRSIDE_DATABASE"),
    ],
)
def test_a_url_that_makes_no_sense_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str, reason: str
) -> None:
    monkeypatch.setenv("THEIRSIDE_DATABASE", url)
    with pytest.raises(SettingsError, match=reason):
        database()


def test_every_setting_says_what_it_means() -> None:
    assert [setting.name for setting in SETTINGS] == [
        "THEIRSIDE_DATABASE",
        "THEIRSIDE_OFFER",
        "THEIRSIDE_HOSTS",
        "THEIRSIDE_HTTPS",
        "THEIRSIDE_MAIL",
    ]
    assert all(setting.meaning.endswith(".") and setting.default for setting in SETTINGS)


def test_no_setting_is_read_anywhere_else() -> None:
    source = Path(__file__).parents[2] / "src" / "theirside"
    reading = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "os.environ" in path.read_text("utf-8") or "getenv(" in path.read_text("utf-8")
    }
    # These name Django's own settings module, which is no setting of Theirside's.
    assert reading <= {"app/places.py", "app/store.py", "app/web/wsgi.py"}


def test_a_mail_server_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEIRSIDE_MAIL", "smtps://nora%40x:p%2Fw@mail.example/?from=us@x.example")

    found = mail_server()

    assert found is not None
    assert (found.host, found.port, found.encrypted) == ("mail.example", 465, True)
    assert (found.user, found.password, found.sender) == ("nora@x", "p/w", "us@x.example")
    assert "p/w" not in repr(found)


@pytest.mark.parametrize(
    "wrong", ["mail.example", "http://x/?from=a@b", "smtp://x/", "smtp://x:y/"]
)
def test_a_wrong_mail_server_says_how_one_looks(
    monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("THEIRSIDE_MAIL", wrong)

    with pytest.raises(SettingsError, match="smtp://user:password@host"):
        mail_server()


def test_only_proxy_means_https_in_front(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not https_in_front()
    monkeypatch.setenv("THEIRSIDE_HTTPS", "proxy")
    assert https_in_front()
    monkeypatch.setenv("THEIRSIDE_HTTPS", "yes")
    with pytest.raises(SettingsError, match="proxy"):
        https_in_front()


def test_the_secret_is_made_once_and_read_by_its_owner_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(tmp_path / "new" / "db.sqlite3"))

    first = web_secret()

    assert first == web_secret()
    assert len(first) >= 50
    assert (tmp_path / "new" / "web-secret").stat().st_mode & 0o077 == 0
