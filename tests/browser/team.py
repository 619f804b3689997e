"""A web app of a team, as a server runs it: with accounts, behind something that speaks HTTPS."""

from __future__ import annotations

import asyncio
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, environment, open_page

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
    front = _Front(folder, port)
    app = TeamApp(folder, f"https://localhost:{front.port}")
    process = subprocess.Popen(
        [sys.executable, "-m", "theirside", "web", "--port", str(port)],
        env=team_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line)
        if "Ctrl-C" in line:
            break
    else:
        raise AssertionError("".join(said))
    drain = threading.Thread(target=lambda: said.extend(process.stdout or ()), daemon=True)
    drain.start()
    try:
        yield app
    finally:
        front.close()
        process.terminate()
        process.wait(timeout=60)
        drain.join(timeout=10)
        process.stdout.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class _Front:
    """Speaks HTTPS at ``port`` and passes the bytes on to another port of this machine.

    It lives in a thread of its own, because the browser's driver has this one's event loop.
    """

    port: int

    def __init__(self, folder: Path, to: int) -> None:
        self._to = to
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(_certificate(folder))
        self._loop = asyncio.new_event_loop()
        self._ready, self._ended = threading.Event(), asyncio.Event()
        self._thread = threading.Thread(
            target=lambda: self._loop.run_until_complete(self._serve()), daemon=True
        )
        self._thread.start()
        assert self._ready.wait(30)

    def close(self) -> None:
        """Let go of the port."""
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(timeout=10)
        self._loop.close()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._pass_on, "127.0.0.1", 0, ssl=self._context)
        self.port = int(server.sockets[0].getsockname()[1])
        self._ready.set()
        await self._ended.wait()
        server.close()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for each in left:
            each.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _pass_on(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        writers = [back]
        with suppress(OSError, asyncio.CancelledError):
            far, forth = await asyncio.open_connection("127.0.0.1", self._to)
            writers.append(forth)
            await asyncio.gather(_pump(near, forth), _pump(far, back))
        for each in writers:
            each.close()


async def _pump(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while part := await one.read(65536):
            other.write(part)
            await other.drain()
    other.close()


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
