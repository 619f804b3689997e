"""Rehearsals, reply by reply: what a terminal and a page both drive. Each step is kept at once.

first = begin(person, Chair.SELLER)
after = reply(first.code, "How do you go about it today?")
after.exchanges[-1].lines
seen = look_back(first.code)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from theirside.app import queries, services
from theirside.app.knowing import Known
from theirside.app.measuring import Subject, of_seller, ours
from theirside.errors import NotFoundError
from theirside.purpose.chairs.card import card
from theirside.purpose.chairs.habits import Habit, habits_kept, habits_of, measures_needed
from theirside.purpose.chairs.looking_back import LookedBack
from theirside.purpose.chairs.looking_back import look_back as looked_back
from theirside.purpose.chairs.own_lines import own_lines
from theirside.purpose.chairs.playing import PlayedCustomer, PlayedSeller, Player, finish
from theirside.purpose.chairs.selling import Seller
from theirside.purpose.chairs.session import Chair, Rehearsal
from theirside.purpose.chairs.state import Card, State
from theirside.reader import default_reader
from theirside.reader.reader import Reader
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person

NEWEST = 200
"""Talks, the newest, from which a seller's own lines are taken."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rehearsal rests on: the customer's card, or the habits that the seller plays with."""

    player: Player
    card: Card | None = None
    habits: tuple[Habit, ...] = ()


def setting(
    person: Person, chair: Chair, *, seed: int = 0, seller: str = "", reader: Reader | None = None
) -> Setting:
    """Return what a rehearsal rests on, worked out from what is stored now.

    ``seller`` names whose habits are played in the customer's chair; "" for all of ours. Raises
    ``NotFoundError`` where the person is gone or nobody of ours is called so; in the customer's
    chair also where there is no talk of ours to measure.
    """
    reads = reader or default_reader()
    if chair is Chair.SELLER:
        known = Known.of(person)
        made = card(known.understanding(), known.talks, seed)
        return Setting(PlayedCustomer(made, reads), card=made)
    habits, player = _seller(_subject(seller), person, seed, reads)
    return Setting(player, habits=habits)


def _subject(seller: str) -> Subject:
    return of_seller(seller) if seller else ours()


def _seller(
    subject: Subject, person: Person, seed: int, reader: Reader
) -> tuple[tuple[Habit, ...], Player]:
    from theirside.care.measuring import figures
    from theirside.care.unheard import unheard

    talks = list(subject.talks())
    doubts = {each.id: subject.doubt(each) for each in talks}  # each takes the model a moment
    measured = figures(
        talks,
        measures_needed(),
        off=queries.measures_off(),
        evidence=False,
        unheard=unheard(),
        doubt=lambda talk: doubts[talk.id],
    )
    trusted = [each for each in talks[-NEWEST:] if not doubts[each.id]]
    habits = habits_of(measured, trusted)
    if not any(each.measured for each in habits):
        raise NotFoundError(
            f"{subject.title}: too little to measure any habit by, and none is made up. Add talks "
            "with `theirside add`, or take the seller's chair with --chair seller"
        )
    left_out = [key for key, doubt in doubts.items() if doubt]
    return habits, _played(trusted, habits, left_out, person, seed, reader)


def _played(
    talks: Sequence[Talk],
    habits: Sequence[Habit],
    left_out: Sequence[str],
    person: Person,
    seed: int,
    reader: Reader,
) -> Player:
    near = {each.conversation.id for each in queries.conversations_of(person)}
    return PlayedSeller(Seller.of(habits, own_lines(talks), seed, near, left_out), reader)


def begin(
    person: Person, chair: Chair, *, seed: int = 0, seller: str = "", reader: Reader | None = None
) -> Rehearsal:
    """Begin a rehearsal and keep it; its first exchange is what the other chair says first.

    Raises as ``setting`` does.
    """
    known = setting(person, chair, seed=seed, seller=seller, reader=reader)
    return begin_with(known, person, chair, seed=seed, seller=seller)


def begin_with(
    known: Setting, person: Person, chair: Chair, *, seed: int = 0, seller: str = ""
) -> Rehearsal:
    """Do the same with a setting that is worked out already. Raises ``NotFoundError``."""
    new = Rehearsal(services.new_rehearsal_code(), person, chair, seed, seller, State(0, 0))
    begun = known.player.begin(new)
    services.keep_rehearsal(begun)
    return queries.rehearsal(begun.code)


def reply(code: str, text: str, *, reader: Reader | None = None) -> Rehearsal:
    """Take a rehearsal one exchange further and keep it.

    Raises ``NotFoundError`` where it was erased; ``ValueError`` when it has ended or the text is
    empty.
    """
    found = queries.rehearsal(code)
    return go_on(found, text, setting_of(found, reader))


def go_on(rehearsal: Rehearsal, text: str, known: Setting) -> Rehearsal:
    """Do the same with a setting that is worked out already: a terminal needs it only once."""
    after = known.player.reply(rehearsal, text)
    services.keep_rehearsal(after)
    return after


def end(rehearsal: Rehearsal) -> Rehearsal:
    """End a rehearsal where it stands and keep it. Raises ``NotFoundError``."""
    ended = finish(rehearsal)
    services.keep_rehearsal(ended)
    return ended


def take_up(code: str) -> Rehearsal:
    """Return a rehearsal to go on with; one that was left by its user goes on where it stood.

    Raises ``NotFoundError``, also where the talk has come to its own end.
    """
    found = queries.rehearsal(code)
    if found.state.end and found.exchanges and _is_over(found):
        raise NotFoundError(
            f"The rehearsal {found.code} has come to its end, there is nothing to go on with; "
            f"`theirside rehearse {found.person.id}` begins a new one"
        )
    return replace(found, end="", state=replace(found.state, end=""))


def resume(code: str) -> Rehearsal:
    """Let a rehearsal go on where it stood, and keep that. Raises as ``take_up`` does."""
    found = take_up(code)
    services.keep_rehearsal(found)
    return found


def _is_over(rehearsal: Rehearsal) -> bool:
    from theirside.purpose.chairs.data import moves

    last = rehearsal.exchanges[-1].move
    return any(move.id == last and move.ends for move in moves())


def look_back(code: str, *, reader: Reader | None = None) -> LookedBack:
    """Return a rehearsal looked back on. Raises ``NotFoundError`` or ``AmbiguousError``."""
    found = queries.rehearsal(code)
    made = setting_of(found, reader).card if found.chair is Chair.SELLER else None
    return looked_back(found, reader or default_reader(), made, queries.measures_off())


def past(person: Person | None = None) -> Sequence[Rehearsal]:
    """Return the rehearsals that are kept, without their words, the newest first."""
    return queries.rehearsals(person)


def setting_of(rehearsal: Rehearsal, reader: Reader | None = None) -> Setting:
    """Return what a kept rehearsal rests on now: habits as they were when it began.

    Raises as ``setting`` does.
    """
    reads, person, kept = reader or default_reader(), rehearsal.person, rehearsal.selling
    if kept is None:
        return setting(person, rehearsal.chair, seed=rehearsal.seed, reader=reads)
    talks = list(_subject(rehearsal.seller).talks())[-NEWEST:]
    trusted = [each for each in talks if each.id not in kept.left_out]
    habits = habits_kept(kept.habits)
    player = _played(trusted, habits, kept.left_out, person, rehearsal.seed, reads)
    return Setting(player, habits=habits)
