"""Where Theirside keeps things, and the only place where its environment settings are read.

``SETTINGS`` lists every setting there is, so that the documentation can be held to it. Settings
are read anew each time they are asked for: a test or a notebook may change them between two calls.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from theirside.errors import SettingsError

DATABASE_FILE = "theirside.sqlite3"
OFFER_FILE = "offer.yaml"
PACE_FILE = "in-mind.yaml"
SECRET_FILE = "web-secret"
SPOOL_FOLDER = "spool"
BUSY_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable that Theirside obeys."""

    name: str
    meaning: str
    default: str


SETTINGS = (
    Setting(
        "THEIRSIDE_DATABASE",
        "Where the database is: a SQLite file's path, or a postgres:// or postgresql:// URL.",
        f"{DATABASE_FILE} in the user's data folder",
    ),
    Setting(
        "THEIRSIDE_OFFER",
        "The path of offer.yaml, which says what you sell.",
        f"{OFFER_FILE} beside the SQLite file; with PostgreSQL, in the user's data folder",
    ),
    Setting(
        "THEIRSIDE_HOSTS",
        "The names that the web app answers to besides this machine's own, with commas between.",
        "none: the web app answers on this machine only, without accounts",
    ),
    Setting(
        "THEIRSIDE_HTTPS",
        "Say `proxy` when a web server in front of the web app speaks HTTPS and tells so in "
        "X-Forwarded-Proto. Without it no name but this machine's is answered.",
        "none",
    ),
    Setting(
        "THEIRSIDE_MAIL",
        "How the web app sends mail (invitations, sign-in codes): "
        "smtp://user:password@host:587/?from=theirside@example.com, smtps:// for port 465.",
        "none: links are shown to the administrator, who passes them on",
    ),
)


@dataclass(frozen=True, slots=True)
class Database:
    """A database's place: ``path`` of a SQLite file, or ``url`` (and ``shown``, without secrets).

    ``django`` is what Django's ``DATABASES`` takes.
    """

    shown: str
    path: Path | None
    django: dict[str, Any] = field(hash=False, repr=False)


def data_folder() -> Path:
    """Return the folder for the user's data; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("theirside", appauthor=False)


def database() -> Database:
    """Return where the database is. Raises ``SettingsError`` on a URL that makes no sense."""
    value = os.environ.get("THEIRSIDE_DATABASE", "").strip()
    if "://" in value:
        return _postgres(value)
    path = Path(value).expanduser() if value else data_folder() / DATABASE_FILE
    return _sqlite(path.absolute())


def offer_path() -> Path:
    """Return where ``offer.yaml`` is expected; the file may not exist."""
    value = os.environ.get("THEIRSIDE_OFFER", "").strip()
    if value:
        return Path(value).expanduser().absolute()
    place = database()
    return (place.path.parent if place.path else data_folder()) / OFFER_FILE


def pace_path() -> Path:
    """Return where the workspace's own pace of giving is expected; the file may not exist."""
    return offer_path().with_name(PACE_FILE)


def spool_folder() -> Path:
    """Return where files wait that were handed over in the web app; it may not exist yet."""
    place = database()
    return (place.path.parent if place.path else data_folder()) / SPOOL_FOLDER


def web_hosts() -> tuple[str, ...]:
    """Return the host names that the web app answers to besides this machine's own."""
    value = os.environ.get("THEIRSIDE_HOSTS", "")
    return tuple(host for each in value.split(",") if (host := each.strip()))


def https_in_front() -> bool:
    """Say whether a web server in front speaks HTTPS for us. Raises ``SettingsError``."""
    value = os.environ.get("THEIRSIDE_HTTPS", "").strip().casefold()
    if value not in {"", "proxy"}:
        raise SettingsError(
            f"THEIRSIDE_HTTPS: {value!r} means nothing; say `proxy`, or leave it out"
        )
    return value == "proxy"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is given to be sent, and the address that it comes from."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    encrypted: bool
    """From the first byte on; otherwise after STARTTLS."""
    sender: str


def mail_server() -> MailServer | None:
    """Return how mail is sent; None where it is not. Raises ``SettingsError``."""
    value = os.environ.get("THEIRSIDE_MAIL", "").strip()
    if not value:
        return None
    example = "smtp://user:password@host:587/?from=theirside@example.com"
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError as error:
        raise SettingsError(f"THEIRSIDE_MAIL: {error}. Give {example}") from error
    sender = dict(parse_qsl(parts.query)).get("from", "")
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or "@" not in sender:
        raise SettingsError(f"THEIRSIDE_MAIL is not as it should be. Give {example}")
    encrypted = parts.scheme == "smtps"
    return MailServer(
        parts.hostname,
        port or (465 if encrypted else 587),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        encrypted,
        sender,
    )


def web_secret() -> str:
    """Return the secret that sessions and links are signed with: made once, kept beside the data.

    Raises ``SettingsError`` where it can be neither read nor made.
    """
    place = database()
    file = (place.path.parent if place.path else data_folder()) / SECRET_FILE
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
            _write_once(file, secrets.token_urlsafe(48))
        return file.read_text("ascii").strip()
    except OSError as error:
        raise SettingsError(
            f"{file}: the secret of the web app cannot be kept here ({error.strerror}); "
            "set THEIRSIDE_DATABASE to a path where you may write"
        ) from error


def _write_once(file: Path, text: str) -> None:
    """Write a file that only its owner reads; whoever comes first wins."""
    own = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    own.touch(mode=0o600)
    own.write_text(text, "ascii")
    try:
        os.link(own, file)
    except FileExistsError:
        pass
    finally:
        own.unlink()


def _sqlite(path: Path) -> Database:
    # WAL with synchronous=NORMAL: a killed process loses no committed transaction and a power
    # cut never damages the file. secure_delete: what is forgotten is overwritten, not unlinked.
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON"
    options = {
        "timeout": BUSY_SECONDS,
        "transaction_mode": "IMMEDIATE",
        "init_command": pragmas,
    }
    django = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}
    return Database(str(path), path, django)


def _postgres(url: str) -> Database:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise SettingsError(_bad_url(str(error))) from error
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingsError(_bad_url(f"{parts.scheme}:// is not known"))
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise SettingsError(_bad_url("it names no database"))
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", "") or unquote(host)
    django = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or query.pop("port", "") or ""),
        # Compiling a query of a page takes longer than it can save.
        "OPTIONS": {"options": "-c jit=off", **query},
    }
    shown = f"postgresql://{host}{f':{port}' if port else ''}/{name}"
    return Database(shown, None, django)


def _bad_url(reason: str) -> str:
    return (
        f"THEIRSIDE_DATABASE: {reason}. "
        "Give a file's path, or postgresql://user:password@host:5432/database"
    )
