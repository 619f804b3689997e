"""What was practised, read back."""

from __future__ import annotations

from theirside.app import models
from theirside.app.blots import terms_of
from theirside.app.rows import clip
from theirside.app.store import explained
from theirside.evidence import Quote
from theirside.purpose.choosing import Outcome, Practised
from theirside.understand.names import is_full
from theirside.understand.understanding import Person


@explained
def practised_by(seller: str) -> list[Practised]:
    """Return what one of us was given to practise, the earliest first."""
    return [
        _practised(row) for row in models.Practised.objects.filter(seller=seller).order_by("pk")
    ]


@explained
def words_shown(seller: str, given: Practised) -> tuple[Quote, ...] | None:
    """Return the words in which the sign shows that called for a task; None: not known now."""
    rows = models.Practised.objects.filter(
        seller=clip(seller), day=given.day, task=given.task, shown=True
    )
    row = rows.order_by("-pk").first()
    if row is None:
        return None
    quotes = models.PractisedQuote.objects.filter(practised=row).order_by("pk")
    return tuple(
        Quote(
            each.turn.conversation.key,
            each.turn.place,
            each.start,
            each.end,
            each.turn.text[each.start : each.end],
        )
        for each in quotes.select_related("turn__conversation")
    )


@explained
def practising() -> list[str]:
    """Return the names of those of us who practise, in order of the alphabet."""
    rows = models.Practised.objects.exclude(seller="").values_list("seller", flat=True)
    return sorted(set(rows))


@explained
def notes_naming(person: Person) -> list[Practised]:
    """Return what somebody noted after practising that names a person, by full name or address."""
    names = [name for name in person.names if is_full(name)]
    wanted = terms_of(names, [*person.emails, *person.phones])
    rows = models.Practised.objects.exclude(note="").order_by("pk")
    return [_practised(row) for row in rows if wanted.search(row.note)]


def _practised(row: models.Practised) -> Practised:
    return Practised(row.day, row.task, Outcome(row.outcome), row.sign, row.talks, row.of, row.note)
