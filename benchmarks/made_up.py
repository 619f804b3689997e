"""A big made-up workspace: 50,000 people, 1,000,000 turns, a team of 20 sellers and a coach.

Everybody is in mail threads of ten turns with one of us, the last of them today. Most sentences are
words thrown together; a few are such as the pages look for: promises with a day, gifts, asks,
recommendations. Each talk is one seller's, and the coaches see all of them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

TURNS_A_TALK = 10
APART = timedelta(minutes=10)
"""Between the beginnings of two talks."""
SELLERS = 20
LATELY = timedelta(days=60)
"""Who was heard since then is really looked at for what is open; with the others nothing is."""
FIRST = "Ada Bo Cy Dee Eli Fay Gus Hal Ida Jo Kit Lou Mae Ned Ola Pia Ray Sue Tom Una".split()
WORDS = (
    "oven bread flour morning van shop price winter order plan team school boat gate paint yard "
    "the a of and to we you it is was in on with for that not have will can need think audit"
).split()
LABELS = (
    "facet.pain facet.goal facet.stake facet.criterion facet.decider question.open "
    "pushback.price feeling.worried"
).split()
OURS = (
    ("promise", "I will send you the plan of the yard by then."),
    ("gift", "Here is the checklist that we made for our own shop, keep it."),
    ("ask", "Could you send me the figures of the last winter?"),
    ("question.open", "What would a good morning in the shop look like?"),
)
THEIRS = (
    ("promise", "I will send you the figures of the van by then."),
    ("ask", "Could you send us the price of the big oven?"),
    ("facet.stake", "If the audit goes wrong, we lose the school as a customer."),
    ("question.open", "What happens when the oven stands still in winter?"),
)
RECOMMENDED = "Hilde Moe gave me your number."
FEW = 0.04
"""The share of turns that begin with one of the sentences above."""


def fill(people: int, turns: int, note: Any = sys.stderr) -> None:
    """Fill the database, unless it is filled already."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import models, services
    from theirside.intake.us import Us
    from theirside.reader import default_reader

    if models.Turn.objects.count() >= turns:
        return
    services.add_us(Us.of("ours.example", "Seller 0"))
    draw = random.Random(7)
    rows = (models.Person(public=f"{n:08x}", company=f"Company {n % 9000}") for n in range(people))
    for part in parts(rows):
        models.Person.objects.bulk_create(part)
    persons = list(models.Person.objects.order_by("pk").values_list("pk", flat=True))
    for part in parts(keys(models, persons)):
        models.Key.objects.bulk_create(part)
    for part in parts(speakers(models, persons)):
        models.Speaker.objects.bulk_create(part)
    theirs = list(models.Speaker.objects.filter(side="theirs").order_by("pk"))
    team = sellers(models)
    count = turns // TURNS_A_TALK
    begin = datetime.now(UTC).replace(hour=0, minute=0) - count * APART
    make = Talks(models, [each.pk for each in theirs], team, default_reader().version[:64], begin)
    for start in range(0, count, 500):
        make.some(range(start, start + 500), draw)
        if start % 20_000 == 0:
            print(f"  {start * TURNS_A_TALK:,} turns", file=note)


def settle() -> None:
    """Bring about what the services and the worker would have: who was where, what is open."""
    from django.utils import timezone

    from theirside.app import models
    from theirside.app.looking_ahead import look_ahead
    from theirside.app.services.heard import note_heard
    from theirside.app.store import writing

    today = timezone.localdate()
    if not models.Looked.objects.filter(on=today).exists():
        every = models.Person.objects.order_by("pk")
        with writing():
            for part in parts(iter(list(every.values_list("pk", flat=True)))):
                note_heard(part)
            models.Looked.objects.all().delete()
            quiet = every.filter(heard_at__date__lt=today - LATELY).values_list("pk", flat=True)
            for part in parts(models.Looked(person_id=pk, on=today) for pk in list(quiet)):
                models.Looked.objects.bulk_create(part)
    look_ahead(today)


def parts(rows: Iterator[Any], size: int = 5000) -> Iterator[list[Any]]:
    """Yield rows so many at a time."""
    while part := list(islice(rows, size)):
        yield part


def sentence(draw: random.Random) -> str:
    """Return a sentence of four to twenty words."""
    return " ".join(draw.choices(WORDS, k=draw.randint(4, 20))).capitalize() + "."


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


def fill_shelf(things: int) -> None:
    """Put made-up things on the shelf: their titles are sentences like those of the talks."""
    from theirside.app import models, services
    from theirside.intake.shelf.thing import ThingKind, thing

    draw = random.Random(11)
    if not models.ShelfThing.objects.exists():
        for _ in range(things):
            title, text = sentence(draw)[:-1], f"{sentence(draw)} {sentence(draw)}"
            services.keep_thing(thing(ThingKind.NOTE, title, text))


def sellers(models: Any) -> list[tuple[int, int]]:
    """Make the team; return of each seller the primary keys of the speaker and of the member."""
    now = datetime.now(UTC)

    def member(name: str, role: str) -> Any:
        email = f"{name.casefold().replace(' ', '')}@ours.example"
        return models.Member.objects.create(
            public=email[:16], name=name, email=email, role=role, invited_at=now
        )

    member("Coach", "coach")
    member("Chief", "administrator")
    models.Workspace.objects.update(open_to_coaches=True)
    made = []
    for number in range(SELLERS):
        name = f"Seller {number}"
        speaker = models.Speaker.objects.create(
            name=name, email=f"s{number}@ours.example", side="ours"
        )
        made.append((speaker.pk, member(name, "seller").pk))
    return made


class Talks:
    """Makes threads with their turns, whose they are, and what a reader said of them."""

    def __init__(
        self,
        models: Any,
        theirs: list[int],
        team: list[tuple[int, int]],
        reader: str,
        begin: datetime,
    ) -> None:
        self._models, self._theirs, self._team = models, theirs, team
        self._reader, self._begin = reader, begin

    def some(self, numbers: range, draw: random.Random) -> None:
        """Keep these threads."""
        models = self._models
        made = models.Conversation.objects.bulk_create(self._row(n, draw) for n in numbers)
        models.Holding.objects.bulk_create(
            models.Holding(conversation=talk, member_id=self._team[n % SELLERS][1])
            for n, talk in zip(numbers, made, strict=True)
        )
        turns, said = [], []
        for number, talk in zip(numbers, made, strict=True):
            for place in range(TURNS_A_TALK):
                turn, label, due = self._turn(number, talk, place, draw)
                turns.append(turn)
                said.append((turn, label, due))
        models.Turn.objects.bulk_create(turns)
        models.Annotation.objects.bulk_create(
            models.Annotation(
                turn=turn,
                start=0,
                end=turn.text.index("?" if "?" in turn.text.split(".")[0] else ".") + 1,
                label=label,
                probability=0.9,
                reader=self._reader,
                due=due,
            )
            for turn, label, due in said
            if label
        )

    def _row(self, number: int, draw: random.Random) -> Any:
        at = self._begin + number * APART
        return self._models.Conversation(
            key=f"talk-{number}",
            channel="mail",
            subject=sentence(draw)[:60],
            started_at=at,
            started_offset=0,
            last_at=at + timedelta(minutes=TURNS_A_TALK - 1),
            imported_at=at,
            reader=self._reader,
        )

    def _turn(self, number: int, talk: Any, place: int, draw: random.Random) -> Any:
        by_us = place % 2 == 1
        at = talk.started_at + timedelta(minutes=place)
        first, label, due = sentence(draw), "", None
        if draw.random() < FEW:
            label, first = draw.choice(OURS if by_us else THEIRS)
            due = at.date() + timedelta(days=draw.randint(1, 30)) if label == "promise" else None
        elif place == 0 and draw.random() < FEW / 4:
            first = RECOMMENDED
        elif draw.random() < 0.5:
            label = draw.choice(LABELS)
        turn = self._models.Turn(
            conversation=talk,
            speaker_id=self._team[number % SELLERS][0]
            if by_us
            else self._theirs[number % len(self._theirs)],
            key=f"{number}-{place}",
            place=place,
            text=" ".join((first, sentence(draw), sentence(draw))),
            at=at,
            offset=0,
        )
        return turn, label, due
