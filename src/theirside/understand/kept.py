"""Was a promise kept? The one judge, whom everything asks that speaks of promises.

A promise is kept by a sentence of whoever gave it that says so ("as promised", "I've sent the
figures"), by the other side's word that it came, or by the deed itself: the mail after "I'll mail
you", the call after "I'll call you on Thursday", the written answer that is made of the promise's
words. Precision first on both ends: nothing is called kept without words or a talk that show it,
and what nothing tells of is "no sign of it", never "broken".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.reader.split import spans
from theirside.understand.awaited import Awaited, Deed, awaited
from theirside.understand.keeping import SPOKEN, WRITTEN, Sign, Signs, Spoke, Telling, signs_in
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise
from theirside.understand.words import enough_of

DEED_WITHIN = timedelta(days=14)
"""So long after a promise without a day, a mail or call is taken for the one that was promised."""
EARLY = timedelta(days=1)
"""So much before its day a promised call may take place."""
BARE_WITHIN = timedelta(days=21)
"""So long after its day, or after it was made, a promise that names nothing can be known again."""
TOLD_LATER = timedelta(days=5)
"""Who says that something came says so up to so long after it did."""
_SUFFIX = 4
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


class By(StrEnum):
    """What shows that a promise was kept."""

    WORD = "word"
    """Whoever gave it says so."""
    RECEIPT = "receipt"
    """The other side says so."""
    DEED = "deed"
    """It was done before one's eyes: the mail, the call, the answer."""
    HAND = "hand"
    """Somebody marked it."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """The sentence by which one sees that a promise was kept, and when that was said."""

    quote: Quote
    at: float
    by: By

    @property
    def on(self) -> date | None:
        """The day; None where it is not known."""
        return datetime.fromtimestamp(self.at, UTC).date() if self.at else None

    def is_late(self, due: date | None) -> bool:
        """Say whether it was kept after its day; word that it came may follow some days behind."""
        if due is None or self.on is None:
            return False
        grace = TOLD_LATER if self.by is By.RECEIPT else timedelta()
        return self.on > due + grace


def keepings(
    promises: Iterable[Promise], talks: Sequence[Talk], *, made_in: Sequence[Talk] = ()
) -> dict[int, Keeping]:
    """Return how promises were kept, by the promise's place in the sequence, the earliest sign.

    ``made_in`` are the talks in which they were made, where ``talks`` lack them.
    """
    made = list(promises)
    if not made:
        return {}
    by_id = {talk.id: talk for talk in (*talks, *made_in)}
    told = [signs_in(talk) for talk in talks]
    waiting = [awaited(each, by_id.get(each.evidence[0].conversation)) for each in made]
    found = {number: kept_by(each, told) for number, each in enumerate(waiting)}
    return {number: keeping for number, keeping in found.items() if keeping is not None}


def kept_by(waiting: Awaited, told: Iterable[Signs]) -> Keeping | None:
    """Return the earliest sign in these talks that a promise was kept; None where there is none."""
    found = (keeping_in(waiting, each) for each in told)
    return min((each for each in found if each is not None), key=lambda k: k.at, default=None)


def keeping_in(waiting: Awaited, told: Signs) -> Keeping | None:
    """Return the first sign in one talk that a promise was kept, after it was made."""
    if waiting.is_restraint or waiting.is_conditional:
        return None
    signs = (
        Keeping(sign.quote, sign.at, By.RECEIPT if sign.telling is Telling.ARRIVED else By.WORD)
        for sign in told.signs
        if _is_after(waiting, told, sign.quote.turn, sign.at) and _tells(waiting, sign, told)
    )
    first = next(signs, None)
    deed = _deed(waiting, told)
    both = [each for each in (first, deed) if each is not None]
    return min(both, key=lambda each: (each.quote.turn, each.by is By.DEED), default=None)


def spoken_of(waiting: Awaited, told: Signs) -> list[tuple[float, Side]]:
    """Return when, and by whom, a promise is spoken of again in a talk, kept or not."""
    named = waiting.named or waiting.around
    if len(named) < 2:
        return []
    owned = {sign.quote.turn for sign in told.signs if _owns(waiting, sign)}
    enough = enough_of(len(named))
    return [
        (turn.at, turn.side)
        for turn in told.turns
        if _is_after(waiting, told, turn.number, turn.at)
        and (turn.number in owned or shared(named, turn.every) >= enough)
    ]


def shared(wanted: frozenset[str], said: frozenset[str]) -> int:
    """Return how many of the wanted stems were said; "book" says "logbook"."""
    found = wanted & said
    rest = wanted - found
    parts = [each for each in said if len(each) >= _SUFFIX]
    return len(found) + sum(
        any(each.endswith(part) or part.endswith(each) for part in parts)
        for each in rest
        if len(each) >= _SUFFIX
    )


def _is_after(waiting: Awaited, told: Signs, turn: int, at: float) -> bool:
    place = waiting.promise.evidence[0]
    if told.talk.id == place.conversation:
        return turn > place.turn
    made = seconds(waiting.promise.at)
    return at > made or not (at or made)  # without any times, a later talk is taken for later


def _is_own(waiting: Awaited, side: Side) -> bool:
    return side is (Side.OURS if waiting.promise.by_us else Side.THEIRS)


def _tells(waiting: Awaited, sign: Sign, told: Signs) -> bool:
    own = _is_own(waiting, sign.side)
    if sign.telling is Telling.ARRIVED:
        return not own and _arrived(waiting, sign)
    if not own or sign.side is Side.UNKNOWN:
        return False
    if sign.telling is Telling.OWNING:
        return _owns(waiting, sign) and _hands_over(sign, told)
    if waiting.is_bare:
        return _is_soon(waiting, sign.at) and shared(waiting.around, sign.stems) >= 2
    if sign.telling in (Telling.POINTING, Telling.DELIVERING):
        near = sign.near if sign.telling is Telling.POINTING else sign.stems
        return shared(waiting.named, near) >= 1
    enough = 1 if len(waiting.named) < 3 else 2
    if shared(waiting.named, sign.stems) >= enough:
        return True
    return sign.pronoun and shared(waiting.named, sign.near) >= max(2, enough)


def _owns(waiting: Awaited, sign: Sign) -> bool:
    """Say whether they remember this promise in so many words ("I owed you a list")."""
    if sign.telling not in (Telling.OWNING, Telling.POINTING) or not _is_own(waiting, sign.side):
        return False
    return bool(waiting.named & sign.stems) or shared(waiting.named, sign.near) >= 2


def _hands_over(sign: Sign, told: Signs) -> bool:
    return any(
        each.quote.turn == sign.quote.turn and each.telling is Telling.DELIVERING
        for each in told.signs
    )


def _arrived(waiting: Awaited, sign: Sign) -> bool:
    if waiting.named and shared(waiting.named, sign.things):
        return True
    bare = waiting.is_bare and waiting.deed is not Deed.CALL
    return bare and _is_soon(waiting, sign.at) and shared(waiting.around, sign.things) > 0


def _is_soon(waiting: Awaited, at: float) -> bool:
    """Say whether something was said soon enough to be about a promise that names nothing."""
    last = waiting.promise.due or _made(waiting)
    return last is None or at == 0 or _day(at) <= last + BARE_WITHIN


def _made(waiting: Awaited) -> date | None:
    return waiting.promise.at.date() if waiting.promise.at is not None else None


def _day(at: float) -> date:
    return datetime.fromtimestamp(at, UTC).date()


def _deed(waiting: Awaited, told: Signs) -> Keeping | None:
    """Return the mail, call or answer that is itself what was promised."""
    channel = told.talk.conversation.channel
    elsewhere = told.talk.id != waiting.promise.evidence[0].conversation
    if waiting.deed is Deed.CALL:
        live = channel in SPOKEN and elsewhere
        return next(_called(waiting, told), None) if live else None
    if channel not in WRITTEN:
        return None
    for turn in told.turns:
        if not _is_own(waiting, turn.side) or not _is_after(waiting, told, turn.number, turn.at):
            continue
        if any(is_it(waiting, turn) for is_it in (_is_the_mail, _is_to_the_named, _is_the_thing)):
            quote = _first_words(told.talk, turn.number)
            if quote is not None:
                return Keeping(quote, turn.at, By.DEED)
    return None


def _called(waiting: Awaited, told: Signs) -> Iterator[Keeping]:
    due, made = waiting.promise.due, _made(waiting)
    both = {Side.OURS, Side.THEIRS} <= {turn.side for turn in told.turns}
    for turn in told.turns:
        if not both or not turn.at or not _is_after(waiting, told, turn.number, turn.at):
            continue
        first = due - EARLY if due is not None else made
        last = due if due is not None else made
        quote = _first_words(told.talk, turn.number)
        if first and last and quote and first <= _day(turn.at) <= last + DEED_WITHIN:
            yield Keeping(quote, turn.at, By.DEED)


def _is_the_mail(waiting: Awaited, turn: Spoke) -> bool:
    """Say whether a mail is the one that was promised: "I'll mail you", and nothing more."""
    made = _made(waiting)
    if waiting.deed is not Deed.WRITE or not waiting.is_bare or made is None or not turn.at:
        return False
    return _day(turn.at) <= (waiting.promise.due or made) + DEED_WITHIN


def _is_to_the_named(waiting: Awaited, turn: Spoke) -> bool:
    """Say whether on its day a mail goes to whom it names: "I'll send Torstein the list"."""
    due = waiting.promise.due
    if due is None or not turn.at or abs(_day(turn.at) - due) > EARLY:
        return False
    named = set(_NAME.findall(waiting.promise.text)) & turn.to
    return bool(named) and waiting.deed in (Deed.HAND_OVER, Deed.WRITE)


def _is_the_thing(waiting: Awaited, turn: Spoke) -> bool:
    """Say whether a mail tells, in the promise's own words, what was promised."""
    if waiting.deed not in (Deed.HAND_OVER, Deed.WRITE):
        return False
    if waiting.is_bare:
        due = waiting.promise.due
        in_time = due is not None and turn.at != 0 and _day(turn.at) <= due + EARLY
        return in_time and shared(waiting.around, turn.told) >= 2
    common = shared(waiting.named, turn.told)
    if turn.link and common and waiting.deed is Deed.HAND_OVER:
        return True
    return common >= max(2, enough_of(len(waiting.named)))


def _first_words(talk: Talk, number: int) -> Quote | None:
    text = talk.turn(number).text
    for start, end in spans(text):
        quote = Quote(talk.id, number, start, end, text[start:end])
        if talk.may_show(quote):
            return quote
    return None
