"""How quick the pages are on a big made-up workspace: 50,000 people and 1,000,000 turns.

    python -m benchmarks.pages FOLDER [--people 50000] [--turns 1000000] [--requests 40]
                                      [--at-once 1]

Fills a database in FOLDER (once, in some minutes; it is used again), starts ``theirside web`` on
it, and loads each page with ApacheBench (``ab``, Debian's ``apache2-utils``), one after the other
or so many at once: as somebody who works alone and sees all of it, as a seller of a team of twenty,
and as a coach who sees the whole team's talks. Prints one table: the median and the 95th percentile
of each page in milliseconds, once it has been opened before. With ``THEIRSIDE_DATABASE`` set to a
PostgreSQL URL it fills and measures that.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

from benchmarks.made_up import SELLERS, TURNS_A_TALK, fill, fill_shelf, settle

ROOT = Path(__file__).parents[1]
ALONE, TEAM = "alone", ("Seller 0", "Coach")
HOST = "theirside.example"
"""The name by which the team comes in."""
THINGS = 40
"""Things on the shelf."""
PAGES = (
    ("today", "/"),
    ("people", "/people/"),
    ("people, page 60", "/people/?page=60"),
    ("people by name", "/people/?q=Ada+Name4000"),
    ("a person", "/people/{person}/"),
    ("a person's ledger", "/people/{person}/ledger/"),
    ("companies", "/companies/"),
    ("conversations", "/conversations/"),
    ("conversations, page 90", "/conversations/?page=90"),
    ("a conversation", "/conversations/{talk}/"),
    ("its measures", "/conversations/{talk}/measures/"),
    ("its debrief", "/conversations/{talk}/debrief/"),
    ("search", "/search/?q=audit+winter"),
    ("search, narrowed", "/search/?q=audit+winter&side=theirs"),
    ("review", "/review/"),
    ("fit board", "/serve/"),
    ("ledger", "/serve/ledger/"),
    ("referrals", "/serve/referrals/"),
    ("shelf", "/serve/shelf/"),
    ("in mind", "/serve/in-mind/"),
    ("today: what changed", "/today/changed/"),
    ("today: in mind", "/today/in-mind/"),
    ("practice", "/purpose/"),
    ("trends", "/purpose/trends/"),
    ("team kit", "/purpose/team-kit/"),
    ("settings", "/settings/"),
    ("calendar feed", "/calendar/{secret}.ics"),
)


def load(
    base: str, headers: list[str], path: str, requests: int, at_once: int
) -> tuple[float, float, int]:
    """Return the median and the 95th percentile in milliseconds, and how many answers failed."""
    command = ["ab", "-q", "-l", "-n", str(requests), "-c", str(at_once)]
    for each in headers:
        command += ["-H", each]
    said = subprocess.run(
        [*command, base + path], capture_output=True, text=True, check=True
    ).stdout
    at = dict(re.findall(r"^\s+(\d+)%\s+(\d+)", said, re.MULTILINE))
    wrong = re.search(r"Non-2xx responses:\s+(\d+)", said)
    return float(at["50"]), float(at["95"]), int(wrong[1]) if wrong else 0


@contextmanager
def serving(*, team: bool) -> Iterator[tuple[str, str]]:
    """Serve the pages; give where, and the link that lets in whoever works alone."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    if team:
        environment |= {"THEIRSIDE_HOSTS": HOST, "THEIRSIDE_HTTPS": "proxy"}
    command = [sys.executable, "-m", "theirside", "web", "--no-worker", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        link = next(
            found[0] for line in server.stdout if (found := re.search(r"https?://\S+", line))
        )
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        try:
            yield f"http://127.0.0.1:{port}", link
        finally:
            server.terminate()


def let_in_alone(link: str) -> list[str]:
    """Return the headers of whoever came in by the link."""
    jar = CookieJar()
    urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)).open(link).read()
    return [f"Cookie: sessionid={each.value}" for each in jar if each.name == "sessionid"]


def let_in(name: str) -> list[str]:
    """Return the headers of a member who is in, behind a server that speaks HTTPS."""
    from django.contrib.auth import (
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
        get_user_model,
    )
    from django.contrib.sessions.backends.db import SessionStore

    from theirside.app import models

    member = models.Member.objects.get(name=name)
    user, _ = get_user_model().objects.get_or_create(username=member.email, email=member.email)
    models.Member.objects.filter(pk=member.pk).update(account=user.pk)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return [
        f"Cookie: sessionid={session.session_key}",
        f"Host: {HOST}",
        "X-Forwarded-Proto: https",
        "X-Forwarded-For: 127.0.0.1",
    ]


def calendar_of(name: str) -> str:
    """Return the secret of somebody's calendar feed."""
    from theirside.app import models, queries, services
    from theirside.app.viewing import seen_by

    row = models.Member.objects.filter(name=name).first()
    who = queries.viewer_of_member(row.pk) if row is not None else None
    with seen_by(who):
        return services.calendar_secret()


def measure(
    base: str, headers: list[str], places: dict[str, str], requests: int, at_once: int
) -> list[str]:
    """Return a cell of the table for each page: median and 95th percentile."""
    cells = []
    for name, path in PAGES:
        where = path.format(**places)
        try:
            load(base, headers, where, 2, 1)  # what is kept is made the first time
            median, late, wrong = load(base, headers, where, requests, at_once)
            cells.append(f"{median:.0f} / {late:.0f}" + (f" ({wrong} failed)" if wrong else ""))
        except subprocess.CalledProcessError:
            cells.append("no answer")
        print(f"  {name}: {cells[-1]}", file=sys.stderr, flush=True)
    return cells


def main() -> int:
    """Fill, serve, load, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the database is made, and found again")
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--turns", type=int, default=1_000_000)
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--at-once", type=int, default=1)
    chosen = parser.parse_args()
    if shutil.which("ab") is None:
        print("ApacheBench is missing: apt install apache2-utils", file=sys.stderr)
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("THEIRSIDE_DATABASE", str(chosen.folder / "theirside.sqlite3"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "theirside.app.web.settings"
    started = time.monotonic()
    fill(chosen.people, chosen.turns)
    fill_shelf(THINGS)
    settle()
    print(f"ready in {time.monotonic() - started:.0f} s", file=sys.stderr)
    # The last but some talk of the first seller, and whom it is with.
    talk = chosen.turns // TURNS_A_TALK // SELLERS * SELLERS - 100 * SELLERS
    places = {"talk": f"talk-{max(0, talk)}", "person": f"{max(0, talk) % chosen.people:08x}"}
    columns = []
    how = (chosen.requests, chosen.at_once)
    with serving(team=False) as (base, link):
        alone = {**places, "secret": calendar_of(ALONE)}
        columns.append(measure(base, let_in_alone(link), alone, *how))
    with serving(team=True) as (base, _):
        for name in TEAM:
            seen = {**places, "secret": calendar_of(name)}
            columns += [measure(base, let_in(name), seen, *how)]
    print(f"| page | {ALONE} | {' | '.join(each.lower() for each in TEAM)} |\n|---|---|---|---|")
    for (name, _), *cells in zip(PAGES, *columns, strict=True):
        print(f"| {name} | {' | '.join(cells)} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
