"""How quick the pages are on a big workspace: 50,000 people and 1,000,000 turns, made up.

    python benchmarks/pages.py FOLDER [--people 50000] [--turns 1000000] [--requests 60]

Fills a database in FOLDER (once; it is used again), starts ``theirside web`` on it, and loads each
page with ApacheBench (``ab``, Debian's ``apache2-utils``), two at a time. Prints the median
and the 95th percentile of each page in milliseconds, and the server's peak memory. With
``THEIRSIDE_DATABASE`` set to a PostgreSQL URL it fills and measures that instead.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
TURNS_A_TALK = 10
FIRST = "Ada Bo Cy Dee Eli Fay Gus Hal Ida Jo Kit Lou Mae Ned Ola Pia Ray Sue Tom Una".split()
WORDS = (
    "oven bread flour morning van shop price winter order plan team school boat gate paint yard "
    "the a of and to we you it is was in on with for that not have will can need think audit"
).split()
LABELS = (
    "facet.pain facet.goal facet.stake facet.criterion facet.decider question.open promise "
    "pushback.price feeling.worried"
).split()
PAGES = (
    ("today", "/"),
    ("people", "/people/"),
    ("people, page 900", "/people/?page=900"),
    ("people by name", "/people/?q=Ada+Name4000"),
    ("a person", "/people/{person}/"),
    ("companies", "/companies/"),
    ("conversations", "/conversations/"),
    ("conversations, page 900", "/conversations/?page=900"),
    ("a conversation", "/conversations/{talk}/"),
    ("its measures", "/conversations/{talk}/measures/"),
    ("search", "/search/?q=audit+winter"),
    ("review", "/review/"),
    ("fit board", "/serve/"),
    ("ledger", "/serve/ledger/"),
    ("shelf", "/serve/shelf/"),
    ("practice", "/purpose/"),
    ("settings", "/settings/"),
)


def sentence(draw: random.Random) -> str:
    """Return a sentence of four to twenty words."""
    return " ".join(draw.choices(WORDS, k=draw.randint(4, 20))).capitalize() + "."


def fill(people: int, turns: int) -> None:
    """Fill the database: everybody in mail threads of ten turns with one of us."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import models, services
    from theirside.intake.us import Us
    from theirside.reader import default_reader

    if models.Turn.objects.count() >= turns:
        return
    services.add_us(Us.of("ours.example"))
    reader = default_reader().version[:64]
    ours = models.Speaker.objects.create(name="Sam", email="sam@ours.example", side="ours")
    draw = random.Random(7)
    rows = (models.Person(public=f"{n:08x}", company=f"Company {n % 9000}") for n in range(people))
    for part in parts(rows):
        models.Person.objects.bulk_create(part)
    persons = list(models.Person.objects.order_by("pk").values_list("pk", flat=True))
    for part in parts(keys(models, persons)):
        models.Key.objects.bulk_create(part)
    for part in parts(speakers(models, persons)):
        models.Speaker.objects.bulk_create(part)
    theirs = list(
        models.Speaker.objects.filter(side="theirs").order_by("pk").values_list("pk", flat=True)
    )
    for start in range(0, turns // TURNS_A_TALK, 500):
        talks(models, range(start, start + 500), theirs, ours.pk, reader, draw)
        if start % 20_000 == 0:
            print(f"  {start * TURNS_A_TALK:,} turns", file=sys.stderr)


def settle() -> None:
    """Bring about what the services would have noted: when people were heard, what is open."""
    from django.utils import timezone

    from theirside.app import models
    from theirside.app.services.heard import note_heard
    from theirside.app.store import writing

    today = timezone.localdate()
    pks = list(models.Person.objects.order_by("pk").values_list("pk", flat=True))
    with writing():
        for part in (
            parts(iter(pks)) if models.Person.objects.filter(heard_at=None).exists() else ()
        ):
            note_heard(part)
        models.Looked.objects.all().delete()
        for part in parts(models.Looked(person_id=pk, on=today) for pk in pks):
            models.Looked.objects.bulk_create(part)
        models.Waiting.objects.all().delete()
        models.Waiting.objects.bulk_create(
            models.Waiting(person_id=pk, kind="question", code=f"q-{pk}", said=today)
            for pk in pks[::50]
        )


def parts(rows: Iterator[Any], size: int = 5000) -> Iterator[list[Any]]:
    """Yield rows so many at a time."""
    while part := list(islice(rows, size)):
        yield part


def names(number: int) -> tuple[str, str]:
    """Return a person's name and address."""
    return f"{FIRST[number % 20]} Name{number}", f"p{number}@c{number % 9000}.example"


def keys(models: Any, persons: list[int]) -> Iterator[Any]:
    """Yield what people are recognised by."""
    for number, pk in enumerate(persons):
        name, email = names(number)
        yield models.Key(person_id=pk, key=f"email:{email}", value=email)
        yield models.Key(person_id=pk, key=f"name:{name.casefold()}", value=name)


def speakers(models: Any, persons: list[int]) -> Iterator[Any]:
    """Yield how the sources name people."""
    for number, pk in enumerate(persons):
        name, email = names(number)
        yield models.Speaker(name=name, email=email, side="theirs", person_id=pk)


def talks(
    models: Any, numbers: range, theirs: list[int], ours: int, reader: str, draw: random.Random
) -> None:
    """Keep some threads with their turns, recipients and annotations."""
    made = models.Conversation.objects.bulk_create(
        models.Conversation(
            key=f"talk-{n}",
            channel="mail",
            subject=sentence(draw)[:60],
            started_at=BEGIN + timedelta(minutes=10 * n),
            started_offset=0,
            last_at=BEGIN + timedelta(minutes=10 * n + 9),
            imported_at=BEGIN,
            reader=reader,
        )
        for n in numbers
    )
    turns = models.Turn.objects.bulk_create(
        models.Turn(
            conversation=talk,
            speaker_id=theirs[number % len(theirs)] if place % 2 == 0 else ours,
            key=f"{number}-{place}",
            place=place,
            text=" ".join(sentence(draw) for _ in range(3)),
            at=talk.started_at + timedelta(minutes=place),
            offset=0,
        )
        for number, talk in zip(numbers, made, strict=True)
        for place in range(TURNS_A_TALK)
    )
    said = []
    for turn in turns:
        end = turn.text.index(".") + 1
        if draw.random() < 0.5:
            label = draw.choice(LABELS)
            said.append(
                models.Annotation(
                    turn=turn, start=0, end=end, label=label, probability=0.9, reader=reader
                )
            )
    models.Annotation.objects.bulk_create(said)


def load(base: str, cookie: str, path: str, requests: int) -> tuple[float, float, int]:
    """Return the median and the 95th percentile in milliseconds, and how many answers failed."""
    command = ["ab", "-q", "-n", str(requests), "-c", "2", "-C", cookie, base + path]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    at = dict(re.findall(r"^\s+(\d+)%\s+(\d+)", said, re.MULTILINE))
    wrong = re.search(r"Non-2xx responses:\s+(\d+)", said)
    return float(at["50"]), float(at["95"]), int(wrong[1]) if wrong else 0


def main() -> int:
    """Fill, serve, load, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the database is made, and found again")
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--turns", type=int, default=1_000_000)
    parser.add_argument("--requests", type=int, default=60)
    chosen = parser.parse_args()
    if shutil.which("ab") is None:
        print("ApacheBench is missing: apt install apache2-utils", file=sys.stderr)
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("THEIRSIDE_DATABASE", str(chosen.folder / "theirside.sqlite3"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "theirside.app.web.settings"
    started = time.monotonic()
    fill(chosen.people, chosen.turns)
    settle()
    print(f"filled in {time.monotonic() - started:.0f} s", file=sys.stderr)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "theirside", "web", "--port", "0"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        link = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
        jar = CookieJar()
        urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)).open(link).read()
        cookie = next(f"{each.name}={each.value}" for each in jar if each.name == "sessionid")
        base = link.split("/enter/")[0]
        middle = {"person": f"{chosen.people // 2:08x}", "talk": f"talk-{chosen.turns // 20}"}
        print("| page | median, ms | 95 %, ms |\n|---|---|---|")
        for name, path in PAGES:
            try:
                median, late, wrong = load(base, cookie, path.format(**middle), chosen.requests)
            except subprocess.CalledProcessError:
                print(f"| {name} | did not answer | |", flush=True)
                continue
            note = f" ({wrong} not answered well)" if wrong else ""
            print(f"| {name}{note} | {median:.0f} | {late:.0f} |", flush=True)
        status = Path(f"/proc/{server.pid}/status")
        if status.exists():
            peak = re.search(r"VmHWM:\s+(\d+)", status.read_text())
            print(f"\npeak memory of the server: {int(peak[1]) / 1024:.0f} MiB" if peak else "")
        server.terminate()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
