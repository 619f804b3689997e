"""Starting the web app: the store opened, the port taken, or refused where it is not safe."""

from __future__ import annotations

import gc
import socket
from contextlib import nullcontext
from dataclasses import dataclass
from threading import Timer
from typing import Any

from theirside.errors import SettingsError

_THREADS = 8
_SETTLED = 20.0
"""Seconds after which whatever pages need is loaded, as a rule."""
_LARGEST = 4 * 1024**3 + 1024**2
"""Bytes of one request: what may be handed over at once, and what wraps it."""
_BEHIND_A_PROXY = {
    "trusted_proxy": "*",
    "trusted_proxy_count": 1,
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    "clear_untrusted_proxy_headers": True,
}
"""The server in front tells who asks, and whether by HTTPS; nobody else reaches the port."""
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Served:
    """A web app that is ready: ``link`` is where to go, ``run`` serves until interrupted.

    Without accounts the link lets in, once; ``team`` tells that there are accounts; ``works``
    that the background work is done in this process, too.
    """

    link: str
    team: bool
    works: bool
    server: Any

    def run(self) -> None:
        """Serve until interrupted."""
        from theirside.app.web.background import working_beside

        settled = Timer(_SETTLED, _settle)
        settled.daemon = True
        settled.start()
        try:
            with working_beside() if self.works else nullcontext():
                self.server.run()
        finally:
            settled.cancel()
            self.server.close()


def _settle() -> None:
    """Leave what is loaded by now out of looking for garbage: each time, pages would wait for it.

    See "gc.freeze" in the documentation of Python.
    """
    gc.collect()
    gc.freeze()


def set_up() -> None:
    """Make Django ready for pages and open the store.

    Raises ``SettingsError`` where the extra is missing.
    """
    try:
        import theirside.app.web.wsgi  # noqa: F401 - sets Django up with the settings of pages
    except ImportError as error:
        raise SettingsError(
            'The web app needs more than the base: pip install "theirside[web]"'
        ) from error
    from theirside.app.store import open_store

    open_store()


def prepare(host: str, port: int, *, works: bool = True) -> Served:
    """Return the web app, ready to run at ``port`` of this address; 0 takes any that is free.

    Raises ``SettingsError`` where the extra is missing, the port is taken, or serving there would
    not be safe: it says why, and what to do.
    """
    _refuse_unsafe(host)
    set_up()
    from django.conf import settings
    from waitress.server import create_server

    from theirside.app.web.entry import new_token
    from theirside.app.web.wsgi import application

    if settings.TEAM:
        _refuse_without_administrator()
    options: dict[str, Any] = {
        "host": host,
        "port": port,
        "threads": _THREADS,
        "ident": None,
        "max_request_body_size": _LARGEST,
    }
    if settings.TEAM:
        options |= _BEHIND_A_PROXY
    _refuse_taken(host, port)
    server = create_server(application, **options)
    if settings.TEAM:
        return Served(f"https://{settings.ALLOWED_HOSTS[0]}/", True, works, server)
    link = f"http://{host}:{int(server.effective_port)}/enter/{new_token()}/"
    return Served(link, False, works, server)


def _refuse_taken(host: str, port: int) -> None:
    """Try the port first: waitress leaves its own socket open where it cannot have it."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsError(
                f"{host}:{port}: {error.strerror or error}; another program may use it: "
                "try `theirside web --port 0` for any that is free"
            ) from error


def _refuse_unsafe(host: str) -> None:
    from theirside.app.places import https_in_front, web_hosts

    hosts = web_hosts()
    if host not in _HERE and not hosts:
        raise SettingsError(
            f"{host} can be reached from elsewhere, where everybody needs an account. Say under "
            "which name people come (THEIRSIDE_HOSTS=theirside.example.com) and put a web server "
            "with HTTPS in front (THEIRSIDE_HTTPS=proxy); docs: server.md"
        )
    if "*" in hosts:
        raise SettingsError("THEIRSIDE_HOSTS: * would answer to any name; name the hosts")
    if hosts and not https_in_front():
        raise SettingsError(
            "THEIRSIDE_HOSTS is set, but not THEIRSIDE_HTTPS: passwords and customers' words would "
            "travel in the clear. Put a web server with HTTPS in front, which sets "
            "X-Forwarded-Proto, and say so with THEIRSIDE_HTTPS=proxy; docs: server.md"
        )


def _refuse_without_administrator() -> None:
    from theirside.app import queries
    from theirside.app.viewing import Role

    if not any(
        each.role is Role.ADMINISTRATOR and each.left_at is None for each in queries.members()
    ):
        raise SettingsError(
            "Nobody could come in yet. Ask the first administrator in: "
            "theirside accounts add you@yourcompany.com --role administrator"
        )
