"""Forgetting a person: everything of theirs erased, what others keep made silent about them.

- What they said goes, with its annotations and judgements; so do their keys and speakers.
- A conversation that nobody else of their side takes part in goes as a whole.
- In the others, what is quoted of them goes (``original``), and their names, addresses and the
  lines of theirs that others repeat are blotted out, character for character, so that every
  quote of others stays where it is. Elsewhere this is done to addresses and the full name.
- What was prepared for talks with them goes; so does, from what was prepared for others, every
  question that rests on their words. What was checked back with others goes silent where it does.
- Moments that rest on their words are no longer shared with the team.
- What remains is a salted hash of their addresses, so that an import does not bring them back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from django.db import OperationalError, connection
from django.db.models import Q, QuerySet

from theirside.app import models
from theirside.app.blots import own_lines, terms_of
from theirside.app.queries.people import person_of, row_of
from theirside.app.queries.talks import talks_with
from theirside.app.queries.traces import traces_of
from theirside.app.search_index import forget_dropped_words
from theirside.app.services.blotting import blot_everywhere, blot_quoting, blot_talks
from theirside.app.services.errands import drop_exports, settle_unerased
from theirside.app.services.fits import drop_orphaned_fits
from theirside.app.services.forgotten import remember_forgotten
from theirside.app.services.heard import note_who
from theirside.app.services.keeping import set_times
from theirside.app.services.team_kit import drop_shared, drop_wordless_shared
from theirside.app.services.waiting import look_anew
from theirside.app.services.workspace import workspace_row
from theirside.app.store import explained, writing
from theirside.conversation import Side
from theirside.understand.names import fold, is_full
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased. ``traces`` lists what is still found of them: empty, or it failed.

    ``overwritten`` says that the database file holds none of it any more either; False where
    another process has it open, and always with PostgreSQL, whose files are its server's matter.
    """

    person: str
    conversations: int
    turns: int
    annotations: int
    judgements: int
    preparations: int
    blotted: int
    overwritten: bool
    traces: tuple[str, ...]

    def lines(self) -> list[str]:
        """Return what was erased, in plain lines."""
        counted = (
            (self.turns, "turn", "that they spoke or wrote"),
            (self.conversations, "whole conversation", "that nobody else of their side was in"),
            (self.annotations, "annotation", "of what they said"),
            (self.judgements, "judgement", "of statements about them"),
            (self.preparations, "preparation", "of talks with them"),
            (self.blotted, "place", "where others name or repeat them, blotted out"),
        )
        lines = [f"{n:,} {what}{'s' * (n != 1)} {which}" for n, what, which in counted if n]
        return [*lines, _OVERWRITTEN if self.overwritten else _NOT_OVERWRITTEN]


_STEPS = 3
_OVERWRITTEN = "The database file was rewritten, so that the erased bytes are gone from it."
_NOT_OVERWRITTEN = (
    "The erased rows are gone; their bytes leave the database's files when its server reuses the "
    "space or, with SQLite, when no other process has the file open and this is run again."
)


@explained
def forget(person: Person, tell: Callable[[int, int], None] = lambda _done, _of: None) -> Forgotten:
    """Erase a person for good, in one transaction, and prove it. Raises ``NotFoundError``.

    ``tell`` is told how many of its steps are done, of how many.
    """
    tell(0, _STEPS)
    with writing():
        row = row_of(person)
        known = person_of(row, row.keys.order_by("pk"))
        counts = _erase(row, known)
    drop_exports(person.id)
    # From here on nothing could be taken up again: who it was is known no more.
    tell_on = _undisturbed(tell)
    tell_on(1, _STEPS)
    overwritten = overwrite_freed()
    tell_on(2, _STEPS)
    settle_unerased(person.id)
    traces = traces_of([*known.emails, *known.phones, *_own_names(known)])
    return Forgotten(known.name, *counts, overwritten, tuple(traces))


def _undisturbed(tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Tell all the same, but let nothing that it raises end the work."""

    def told(done: int, of: int) -> None:
        with suppress(Exception):
            tell(done, of)

    return told


def _erase(row: models.Person, known: Person) -> tuple[int, int, int, int, int, int]:
    keys = list(row.keys.values_list("key", flat=True))
    remember_forgotten(keys, workspace_row().salt)
    talks = talks_with(known)
    speakers = list(row.speakers.all())
    turns = models.Turn.objects.filter(speaker__in=speakers)
    annotations = models.Annotation.objects.filter(turn__in=turns).count()
    judgements = row.judgements.count()
    preparations = row.preparations.count()
    lines = own_lines(turns.values_list("text", flat=True))
    spoken = turns.count()
    gone = _without_others(talks, speakers)
    models.PreparedQuestion.objects.filter(quotes__turn__in=turns).delete()
    silence_played_back(turns)
    drop_shared(turns)
    models.Conversation.objects.filter(pk__in=gone).delete()
    turns.delete()
    models.Recipient.objects.filter(speaker__in=speakers).delete()
    models.Speaker.objects.filter(pk__in=[each.pk for each in speakers]).delete()
    models.Decision.objects.filter(Q(first__in=keys) | Q(second__in=keys)).delete()
    models.ToldSide.objects.filter(key__in=keys).delete()
    row.delete()
    models.Judgement.objects.filter(quotes=None).delete()
    drop_wordless_shared()
    drop_orphaned_fits()
    blotted = _silence(talks - gone, known, lines)
    return len(gone), spoken, annotations, judgements, preparations, blotted


def _without_others(talks: set[int], speakers: Sequence[models.Speaker]) -> set[int]:
    """Return the conversations in which, but for them, there is nobody but us."""
    others = models.Speaker.objects.exclude(side=Side.OURS).exclude(
        pk__in=[each.pk for each in speakers]
    )
    spoke = models.Turn.objects.filter(conversation__in=talks, speaker__in=others)
    received = models.Recipient.objects.filter(turn__conversation__in=talks, speaker__in=others)
    kept = set(spoke.values_list("conversation_id", flat=True))
    kept |= set(received.values_list("turn__conversation_id", flat=True))
    return talks - kept


def silence_played_back(turns: QuerySet[models.Turn]) -> None:
    """Erase from check-backs what rests on these turns; that there was a statement stays."""
    resting = models.CheckbackStatement.objects.filter(quotes__turn__in=turns)
    models.CheckbackStatement.objects.filter(pk__in=resting.values("pk")).update(shown="", text="")


def _silence(talks: set[int], known: Person, lines: Sequence[str]) -> int:
    """Blot them out of what stays; return in how many places."""
    remaining = models.Turn.objects.filter(conversation__in=talks)
    remaining.exclude(original="").update(original="", apart=[])
    for talk in models.Conversation.objects.filter(pk__in=talks):
        ordered = list(talk.turns.order_by("place", "pk"))
        for place, turn in enumerate(ordered):
            turn.place = place
        models.Turn.objects.bulk_update(ordered, ["place"], batch_size=200)
        set_times(talk, ordered)
        talk.save()
    look_anew(talks)
    note_who(talks)
    reached = [*known.emails, *known.phones]
    near = terms_of(known.names, [*reached, *lines], parts=True)
    blotted = blot_talks(near, talks)
    theirs = terms_of(_own_names(known), reached)
    # Elsewhere, too, whoever names them may be quoting them.
    blotted += blot_quoting(theirs, terms_of([], lines))
    return blotted + blot_everywhere(theirs)


def _own_names(known: Person) -> list[str]:
    """Return their full names that nobody else on their side bears."""
    names = [name for name in known.names if is_full(name)]
    return [name for name in names if not _borne(name)]


def _borne(name: str) -> bool:
    return models.Key.objects.filter(key=f"name:{fold(name)}").exists()


def overwrite_freed() -> bool:
    """Make the database let go of erased bytes; say whether its files hold none any more.

    It may fail (another process has the file open, the disk is full): the rows are erased all
    the same, so that is an answer and no error.
    """
    try:
        forget_dropped_words()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            if connection.vendor != "sqlite":
                return False
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = cursor.fetchone()
    except OperationalError:
        return False
    return not busy
