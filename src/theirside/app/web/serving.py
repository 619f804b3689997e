"""Starting the web app: the store opened, the port taken, the one-time link made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from theirside.errors import SettingsError

_THREADS = 6


@dataclass(frozen=True, slots=True)
class Served:
    """A web app that is ready: ``link`` lets in once, ``run`` serves until it is interrupted."""

    link: str
    server: Any

    def run(self) -> None:
        """Serve until interrupted."""
        try:
            self.server.run()
        finally:
            self.server.close()


def prepare(host: str, port: int) -> Served:
    """Return the web app, ready to run on this machine at ``port``; 0 takes any that is free.

    Raises ``SettingsError`` where the extra is missing or the port is taken.
    """
    try:
        from waitress.server import create_server

        from theirside.app.web.wsgi import application
    except ImportError as error:
        raise SettingsError(
            'The web app needs more than the base: pip install "theirside[web]"'
        ) from error
    from theirside.app.store import open_store

    open_store()
    from theirside.app.web.entry import new_token

    try:
        server = create_server(application, host=host, port=port, threads=_THREADS, ident=None)
    except OSError as error:
        raise SettingsError(
            f"{host}:{port}: {error.strerror or error}; another program may use it: "
            "try `theirside web --port 0` for any that is free"
        ) from error
    port = int(server.effective_port)
    return Served(f"http://{host}:{port}/enter/{new_token()}/", server)
