"""What a SIGKILL in the midst of an import leaves: nothing lost, nothing twice.

An import of generated conversations runs in a process of its own and is killed at a random moment,
again and again, until the moments are used up; then it is let finish. After each kill the database
is checked; at the end it must hold exactly what an undisturbed import of the same leaves.

    python evals/killed.py                       # twenty moments on SQLite, in a temporary folder
    python evals/killed.py --conversations 1000 --kills 50 --seed 7
    python evals/killed.py --database postgresql://… # an empty database of that server

Exit status 1 if anything was lost, twice, or unsound.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation

READER = "killed-1"
SAM = Speaker("Sam Reed", "sam@ours.example", side=Side.OURS)
WORDS = "we need fewer alarms at night because the cellar crew sleeps badly and costs rise".split()


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: after how many conversations of the run, and what was found afterwards."""

    after: int
    stored: int
    turns: int
    sound: bool


def conversations(count: int, seed: int) -> Iterator[Conversation]:
    """Yield the same fictional talks each time: threads (some grown later), calls, chats."""
    chance = random.Random(seed)
    for number in range(count):
        talk = _talk(number, chance)
        if talk.channel is Channel.MAIL and chance.random() < 0.3:
            half = talk.turns[: len(talk.turns) // 2]
            yield Conversation(talk.id, talk.channel, half, talk.subject, talk.started_at)
        yield talk


def _talk(number: int, chance: random.Random) -> Conversation:
    channel = chance.choice([Channel.MAIL, Channel.MAIL, Channel.CALL, Channel.CHAT])
    who = chance.randrange(40)
    reached = f"c{who}@brauhaus.example" if channel is Channel.MAIL else ""
    them = Speaker(f"Customer Nr{chr(97 + who % 26)}x {who // 26}", reached, side=Side.THEIRS)
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    turns = tuple(
        Turn(
            f"<{number}.{place}@example>" if channel is Channel.MAIL else str(place),
            them if place % 2 == 0 else SAM,
            " ".join(chance.choices(WORDS, k=chance.randint(5, 60))),
            start + timedelta(minutes=place),
            to=(SAM if place % 2 == 0 else them,) if channel is Channel.MAIL else (),
        )
        for place in range(chance.randint(2, 8))
    )
    return Conversation(f"talk-{number}", channel, turns, f"Talk {number}", start)


def notes_on(talk: Conversation) -> list[Annotation]:
    """Return one annotation for each of their turns."""
    return [
        Annotation(place, 0, len(turn.text), "facet.pain", 0.8, READER)
        for place, turn in enumerate(talk.turns)
        if turn.speaker.side is Side.THEIRS
    ]


def import_them(count: int, seed: int) -> None:
    """Import them all, telling each one on standard output once it is kept."""
    from theirside.app.store import open_store

    open_store()
    for number, talk in enumerate(conversations(count, seed)):
        import_one(talk)
        print(number, flush=True)


def import_one(talk: Conversation) -> None:
    """Import one conversation, as an import does: passed over when it is there already."""
    from theirside.app import queries, services

    if not queries.holds(talk, READER):
        services.keep(talk, notes_on(talk), READER)


def run_and_kill(count: int, seed: int, after: int | None) -> None:
    """Run the import in its own process and kill it once it has told of ``after`` (None: never)."""
    command = [sys.executable, __file__, "--import-only"]
    command += ["--conversations", str(count), "--seed", str(seed)]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if after is not None and int(line) >= after:
                child.kill()
                break
        status = child.wait()
    if after is None and status != 0:
        raise RuntimeError(f"the import ended with {status}")


def check(after: int) -> Kill:
    """Look at what a kill has left."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries

    talks = list(queries.all_talks())
    whole = all(
        talk.conversation.turns and len(talk.annotations) == len(notes_on(talk.conversation))
        for talk in talks
    )
    turns = sum(len(talk.conversation.turns) for talk in talks)
    return Kill(after, len(talks), turns, whole and is_sound())


def is_sound() -> bool:
    """Say whether the database finds nothing wrong with itself (SQLite; a server sees to it)."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        intact: bool = cursor.fetchall() == [("ok",)]
        cursor.execute("PRAGMA foreign_key_check")
        return intact and not cursor.fetchall()


def contents() -> tuple[object, ...]:
    """Return all that the store gives back, for comparing two stores."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import models, queries

    counts = {
        model.__name__: model.objects.count()
        for model in (models.Speaker, models.Key, models.Turn, models.Recipient, models.Annotation)
    }
    return (tuple(queries.all_talks()), tuple(queries.people()), counts)


def kill_again_and_again(count: int, seed: int, kills: int) -> list[Kill]:
    """Kill one import so often, at moments drawn from the seed; then let it finish."""
    chance = random.Random(seed)
    steps = sum(1 for _ in conversations(count, seed))
    done = []
    for after in sorted(chance.sample(range(steps - 1), kills)):
        run_and_kill(count, seed, after)
        done.append(check(after))
    run_and_kill(count, seed, None)
    return done


def main() -> int:
    """Run it as the command line says, and print a table."""
    parser = argparse.ArgumentParser(description="SIGKILL an import at random moments.")
    parser.add_argument("--conversations", type=int, default=300)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="")
    parser.add_argument("--import-only", action="store_true")
    given = parser.parse_args()
    if given.import_only:
        import_them(given.conversations, given.seed)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        killed = given.database or str(Path(folder) / "killed.sqlite3")
        os.environ["THEIRSIDE_DATABASE"] = killed
        table = kill_again_and_again(given.conversations, given.seed, given.kills)
        left = contents()
        os.environ["THEIRSIDE_DATABASE"] = str(Path(folder) / "undisturbed.sqlite3")
        run_and_kill(given.conversations, given.seed, None)
        same = left == contents()
    print("killed after | conversations | turns | sound")
    for each in table:
        print(f"{each.after:>12} | {each.stored:>13} | {each.turns:>5} | {each.sound}")
    print(f"after going on, the same as undisturbed: {same}")
    return 0 if same and all(each.sound for each in table) else 1


if __name__ == "__main__":
    sys.exit(main())
