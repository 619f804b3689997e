"""A seller with measured habits, played to somebody who sits in the customer's chair.

Nothing is drawn by chance turn by turn: each habit carries what it still owes, so that already in a
short talk a share of 29 % comes to two in seven. The seed says where that carrying begins and which
of the seller's own lines come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from random import Random

from theirside.evidence import Annotation, Quote
from theirside.purpose.chairs.habits import Habit, habit_data
from theirside.purpose.chairs.looks import content
from theirside.purpose.chairs.state import Line

CONCERN = ("facet.pain", "facet.stake", "facet.risk", "facet.irritant", "pushback")
FEELING = ("facet.feeling", "feeling")
OF_THEM = frozenset({"acknowledge", "about_them"})
"""Lines that speak of whoever they are said to."""
FITS = 2
"""Content words that a line has in common with a question before it is given for an answer."""
MOST_SENTENCES = 8
"""Sentences in one turn, however much of the talk is the seller's: longer is no talk any more."""


@dataclass(frozen=True, slots=True)
class Seller:
    """A seller to be played: habits by id, own lines by what they do, and a seed.

    ``near`` are the conversations with the person in whose chair the user sits: what was said
    there of them is true of them.
    """

    habits: Mapping[str, Habit]
    lines: Mapping[str, tuple[Quote, ...]]
    seed: int
    near: frozenset[str] = frozenset()
    left_out: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        habits: Sequence[Habit],
        lines: Mapping[str, Sequence[Quote]],
        seed: int = 0,
        near: Iterable[str] = (),
        left_out: Iterable[str] = (),
    ) -> Seller:
        """Return a seller; lines are shuffled by the seed within what they do."""
        chance = Random(seed)  # noqa: S311 (no secret)
        mixed = {}
        for kind in sorted(lines):
            several = list(lines[kind])
            chance.shuffle(several)
            mixed[kind] = tuple(several)
        by_id = {each.kind.id: each for each in habits}
        return cls(by_id, mixed, seed, frozenset(near), tuple(left_out))


@dataclass(frozen=True, slots=True)
class SellerState:
    """Where the played seller stands: what each habit owes, the lines used, words of both sides.

    ``habits`` are the habits as they were measured when it began (share, count, out of, measured),
    ``left_out`` the talks whose sides were in doubt then: neither is worked out again in its midst.
    """

    carry: Mapping[str, float]
    habits: Mapping[str, tuple[float, float, float, bool]] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    ours: int = 0
    theirs: int = 0
    turn: int = 0
    end: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """What a habit did in a turn: took something up or did not, asked openly or not."""

    habit: str
    did: bool


@dataclass(frozen=True, slots=True)
class Sold:
    """One turn of the played seller: where they stand, what they say, which habits made it so."""

    state: SellerState
    lines: tuple[Line, ...]
    played: tuple[Played, ...]


def open_talk(seller: Seller) -> Sold:
    """Return the seller's first turn: a greeting, and what their habits add to it."""
    chance = Random(seller.seed)  # noqa: S311 (no secret)
    carry = {each: round(chance.random(), 3) for each in sorted(seller.habits)}
    measured = {
        each.kind.id: (each.share, each.count, each.of, each.measured)
        for each in seller.habits.values()
    }
    turn = _Turn(seller, SellerState(carry, measured, seller.left_out), "")
    turn.say("hello", own=False)
    turn.tell(MOST_SENTENCES // 4)
    turn.ask()
    return turn.done()


def sell(seller: Seller, state: SellerState, text: str, annotations: Sequence[Annotation]) -> Sold:
    """Return the seller's answer to what the customer said; ``annotations`` are of that text.

    Raises ``ValueError`` when the talk has ended, or nothing was said.
    """
    if state.end:
        raise ValueError("this talk has ended")
    if not text.strip():
        raise ValueError("a reply without words")
    labels = {each.label for each in annotations}
    labels |= {each.partition(".")[0] for each in labels}
    state = replace(state, theirs=state.theirs + len(text.split()), turn=state.turn + 1)
    turn = _Turn(seller, state, text)
    turn.take_up(labels)
    if "question" in labels or text.rstrip().endswith("?"):
        turn.answer()
    turn.press()
    turn.tell(MOST_SENTENCES)
    turn.ask()
    return turn.done()


class _Turn:
    """One turn being made: lines are added as the habits want them."""

    def __init__(self, seller: Seller, state: SellerState, heard: str) -> None:
        self._seller, self._state, self._heard = seller, state, content(heard)
        self._lines: list[Line] = []
        self._played: list[Played] = []
        self._carry = dict(state.carry)
        self._used = list(state.used)

    def done(self) -> Sold:
        said = sum(len(each.text.split()) for each in self._lines)
        state = replace(
            self._state,
            carry={key: round(value, 3) for key, value in self._carry.items()},
            used=tuple(self._used),
            ours=self._state.ours + said,
        )
        return Sold(state, tuple(self._lines), tuple(self._played))

    def take_up(self, labels: set[str]) -> None:
        """Acknowledge a feeling or a concern, or pass it over, as the seller does."""
        habit = (
            "feelings"
            if labels.intersection(FEELING)
            else "concerns"
            if labels.intersection(CONCERN)
            else ""
        )
        if habit and self._does(habit):
            self.say("acknowledge")

    def answer(self) -> None:
        """Answer a question with a line of their own that bears on it, or step over it."""
        if self._does("answers"):
            self.say("answer", must_fit=True)

    def press(self) -> None:
        """Press, where the seller does and has words for it."""
        if self._left("press") and self._does("presses"):
            self.say("press")

    def tell(self, most: int) -> None:
        """Tell, of them or of us, until the seller's share of the words is reached."""
        share = min(0.9, self._seller.habits["talks"].share)
        wanted = share / (1 - share) * self._state.theirs
        while len(self._lines) < most and (self._words() < wanted or not self._lines):
            if not self.say("about_them" if self._does("about_them") else "about_us"):
                break

    def ask(self) -> None:
        """Ask, openly or not, once or twice."""
        if not self._does("asks"):
            return
        for _ in range(1 + self._does("doubles")):
            self.say("open" if self._does("open") else "closed")

    def say(self, kind: str, *, own: bool = True, must_fit: bool = False) -> bool:
        """Say a line of a kind, best one of their own; return False where there is none."""
        best = self._best(kind, must_fit=must_fit) if own else None
        if best is not None:
            self._used.append(_mark(best))
            self._lines.append(Line(best.text, quote=best))
            return True
        several = habit_data().phrases[kind]
        fresh = [each for each in several if _digest(each) not in self._used]
        if not (fresh or must_fit) or not several:
            return False
        words = (fresh or several)[(self._seller.seed + self._state.turn) % len(fresh or several)]
        self._used.append(_digest(words))
        self._lines.append(Line(words, phrase=kind))
        return True

    def _best(self, kind: str, *, must_fit: bool) -> Quote | None:
        """Return the own line that has most words of theirs in it; None where none would do.

        What is said of somebody fits nobody else by chance: it was said to them, or it has
        words of what they just said.
        """
        weighed = [
            (len(self._heard & content(each.text)), each.conversation in self._seller.near, each)
            for each in self._left(kind)
        ]
        if must_fit or kind in OF_THEM:
            of_them = not must_fit
            weighed = [one for one in weighed if one[0] >= FITS or (of_them and one[1])]
        return max(weighed, key=lambda one: one[:2])[2] if weighed else None

    def _left(self, kind: str) -> list[Quote]:
        return [e for e in self._seller.lines.get(kind, ()) if _mark(e) not in self._used]

    def _words(self) -> int:
        return self._state.ours + sum(len(each.text.split()) for each in self._lines)

    def _does(self, habit: str) -> bool:
        """Say whether the habit is due now: its share is carried from time to time until it is."""
        owed = self._carry[habit] + self._seller.habits[habit].share
        did = owed >= 1
        self._carry[habit] = owed - did
        self._played.append(Played(habit, did))
        return did


def _mark(place: Quote) -> str:
    return _digest(f"{place.conversation}\x1f{place.turn}\x1f{place.start}\x1f{place.end}")


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=5).hexdigest()
