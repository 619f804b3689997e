"""Speaks HTTPS and passes the bytes on to another port of this machine, as a server's front does.

``python front.py CERTIFICATE PORT``; a process of its own, so that what is still
open when the tests end goes with it.
"""

from __future__ import annotations

import asyncio
import ssl
import sys
from contextlib import suppress


async def serve(certificate: str, to: int) -> None:
    """Say where it listens and pass on until told to end."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    async def pass_on(near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            far, forth = await asyncio.open_connection("127.0.0.1", to)
            await asyncio.gather(_pump(near, forth), _pump(far, back))
        back.close()

    server = await asyncio.start_server(pass_on, "127.0.0.1", 0, ssl=context)
    sys.stdout.write(f"https://localhost:{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


async def _pump(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while part := await one.read(65536):
            other.write(part)
            await other.drain()
    other.close()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(sys.argv[1], int(sys.argv[2])))
