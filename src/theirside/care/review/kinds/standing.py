"""``standing``: the draft asks once more, and the ledger has only asks since we last gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft, Part
from theirside.care.review.draft import draft as read_draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Search, search
from theirside.care.review.them import Them
from theirside.conversation import Turn
from theirside.serve.ledger.entry import Entry

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Asking:
    """Fires at the first ask of a draft that gives nothing, from ``least`` asks of ours on.

    Those since our last gift count (all, where none was found). Few gifts are found by their words,
    and to be told that one only asks where one gave does harm: so an ask counts no more where we
    said anything like ``against`` with it or since. That is what makes a draft one that gives,
    too. The asks' words are the quotes, the newest last.
    """

    least: int
    against: Search

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:
        """Yield the draft's first ask, with how it stands."""
        if them is None or not them.ledger:
            return
        from theirside.serve.ledger.balance import standing
        from theirside.serve.ledger.entry import Column
        from theirside.serve.ledger.sentence import found_in

        it = standing(them.ledger)
        if len(it.asks) < self.least or self._gives(draft):
            return
        asks = self._bare(it.asks, them)
        if len(asks) < self.least:
            return
        clauses = [each for each in draft.clauses if each.part is not Part.GREETING]
        said = [(c, {f.column for f in found_in(c.smooth.text, by_us=True)}) for c in clauses]
        first = next((clause for clause, columns in said if Column.ASK in columns), None)
        if first is None or any(Column.GIFT in columns for _, columns in said):
            return
        gift = it.last_gift
        on = gift.on if gift is not None else None
        since = f"since our gift of {on.day} {on:%b %Y}" if on is not None else "no gift found"
        quotes = tuple(each.evidence[0] for each in asks[-_SHOWN:] if each.evidence)
        told = (("asked", str(len(asks))), ("since", since))
        yield Hit(first.start, first.end, told, quotes)

    def _gives(self, draft: Draft) -> bool:
        return next(self.against.found(draft), None) is not None

    def _bare(self, asks: Sequence[Entry], them: Them) -> list[Entry]:
        """Return the asks with which, and since which, nothing looks as if we gave something."""
        looked: dict[str, bool] = {}

        def gives(turn: Turn) -> bool:
            if turn.text not in looked:
                looked[turn.text] = self._gives(read_draft(turn.text))
            return looked[turn.text]

        bare = []
        for each in asks:
            quote = each.evidence[0] if each.evidence else None
            own = next((t for t in them.talks if quote and t.id == quote.conversation), None)
            turns = (own.turns[quote.turn], *them.ours_since(quote)) if quote and own else ()
            if not any(map(gives, turns)):
                bare.append(each)
        return bare


def read(content: dict[str, Any]) -> Asking:
    """Return the kind as a rule file has it: ``least``, ``against``."""
    return Asking(
        least=int(content["least"]),
        against=search({"against": content["against"]}, "against"),
    )
