"""A web app of a team, as a server runs it: with accounts, behind something that speaks HTTPS."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, environment, open_page, running

FRONT = Path(__file__).with_name("front.py")
PASSWORD = "a quiet heron stands in the reeds"
BEHIND_HTTPS = {"X-Forwarded-Proto": "https"}
"""What a server in front says; here the browser says it, because the front only passes bytes on."""


class TeamApp:
    """The web app of a team in one folder.

    ``base`` is where it is, ``first`` the link of its administrator; ``add`` asks somebody in.
    """

    def __init__(self, folder: Path, base: str) -> None:
        self._folder, self.base = folder, base
        self.first = self.add("ada@ours.example", "administrator")

    def add(self, email: str, role: str) -> str:
        """Ask somebody in by the command line; return their link, as it leads here."""
        said = subprocess.run(
            [sys.executable, "-m", "theirside", "accounts", "add", email, "--role", role],
            env=team_environment(self._folder),
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        return self.base + "/invited/" + "".join(said.split("/invited/")[1].split()[0])


def team_environment(folder: Path) -> dict[str, str]:
    """Return the environment of a team's web app at this machine."""
    return {
        **environment(folder),
        "COLUMNS": "300",
        "THEIRSIDE_HOSTS": "localhost",
        "THEIRSIDE_HTTPS": "proxy",
    }


def member(browser: Browser, size: tuple[int, int] = DESKTOP, **options: object) -> Iterator[Page]:
    """Open a page of somebody with a browser of their own."""
    front: dict[str, Any] = {"ignore_https_errors": True, "extra_http_headers": BEHIND_HTTPS}
    yield from open_page(browser, size, **{**front, **options})


def come_in_by(page: Page, link: str) -> None:
    """Choose a password, as somebody who was asked in."""
    page.goto(link)
    page.get_by_label("A password of at least 12 characters").fill(PASSWORD)
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")


def serving_team(folder: Path) -> Iterator[TeamApp]:
    """Run the web app of a team as long as the test lasts."""
    port = _free_port()
    web = [sys.executable, "-m", "theirside", "web", "--port", str(port)]
    front = [sys.executable, str(FRONT), str(_certificate(folder)), str(port)]
    with running(front, environment(folder), r"https://\S+") as base:
        app = TeamApp(folder, base)  # its administrator is asked in first: nobody else could be
        with running(web, team_environment(folder), "Ctrl-C"):
            yield app


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _certificate(folder: Path) -> Path:
    """Write a certificate for this machine that nobody else vouches for; return its file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "front.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path
