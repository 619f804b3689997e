"""The two chairs behind one seam: begin a rehearsal, and take it one exchange further.

In both chairs the same rules tell what the seller's words do to a customer. In the seller's chair
the played customer acts on it; in the customer's chair it is only told afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from theirside.conversation import Side, Speaker
from theirside.evidence import Annotation
from theirside.purpose.chairs.data import labels_heard, start
from theirside.purpose.chairs.hearing import Reply, hear
from theirside.purpose.chairs.reading import US, read_reply
from theirside.purpose.chairs.selling import CONCERN, FEELING, Seller, Sold, open_talk, sell
from theirside.purpose.chairs.session import Exchange, Rehearsal
from theirside.purpose.chairs.state import Card, Heard, State
from theirside.purpose.chairs.stepping import Customer, digest, ending, moved_by
from theirside.reader.reader import Reader
from theirside.reader.split import spans
from theirside.understand.unanswered import wants_an_answer


class Player(Protocol):
    """Whoever sits in the other chair."""

    def begin(self, rehearsal: Rehearsal) -> Rehearsal:
        """Return the rehearsal with its first words said."""
        ...

    def reply(self, rehearsal: Rehearsal, text: str) -> Rehearsal:
        """Return the rehearsal one exchange further.

        Raises ``ValueError`` when it has ended, or the reply is empty.
        """
        ...


@dataclass(frozen=True, slots=True)
class PlayedCustomer:
    """The customer, faced by the user."""

    card: Card
    reader: Reader

    def begin(self, rehearsal: Rehearsal) -> Rehearsal:
        """Return the rehearsal with the customer's first words said."""
        state, line = Customer(self.card, self.reader).begin()
        first = Exchange("", (line,), stood=(state.trust, state.patience))
        return replace(rehearsal, state=state, exchanges=(first,))

    def reply(self, rehearsal: Rehearsal, text: str) -> Rehearsal:
        """Return the rehearsal one exchange further."""
        done = Customer(self.card, self.reader).step(rehearsal.state, text)
        exchange = Exchange(
            text,
            done.lines,
            done.heard,
            done.trust,
            done.patience,
            (done.state.trust, done.state.patience),
            done.move,
        )
        return _with(rehearsal, exchange, done.state)


@dataclass(frozen=True, slots=True)
class PlayedSeller:
    """A seller with the user's habits, met by the user in the customer's chair."""

    seller: Seller
    reader: Reader

    def begin(self, rehearsal: Rehearsal) -> Rehearsal:
        """Return the rehearsal with the seller's first words said."""
        begin = start()
        stranger = State(begin.trust, begin.patience)
        return self._went_on(rehearsal, stranger, open_talk(self.seller), "", [])

    def reply(self, rehearsal: Rehearsal, text: str) -> Rehearsal:
        """Return the rehearsal one exchange further."""
        if rehearsal.selling is None:
            raise ValueError("this rehearsal has not begun")
        them = Speaker(rehearsal.person.name, side=Side.THEIRS)
        marks = read_reply(self.reader, text, them, _spoken(rehearsal.exchanges[-1]), US)
        sold = sell(self.seller, rehearsal.selling, text, marks)
        return self._went_on(rehearsal, rehearsal.state, sold, text, marks)

    def _went_on(
        self,
        rehearsal: Rehearsal,
        state: State,
        sold: Sold,
        text: str,
        marks: list[Annotation],
    ) -> Rehearsal:
        heard, after = self._what_it_does(rehearsal, state, sold, text, marks)
        exchange = Exchange(
            text,
            sold.lines,
            heard,
            after.trust - state.trust,
            after.patience - state.patience,
            (after.trust, after.patience),
            played=sold.played,
        )
        return _with(replace(rehearsal, selling=sold.state), exchange, after)

    def _what_it_does(
        self, rehearsal: Rehearsal, state: State, sold: Sold, text: str, marks: list[Annotation]
    ) -> tuple[tuple[Heard, ...], State]:
        """Return what the seller's words would do to somebody who had just said that."""
        said = "\n".join(each.text for each in sold.lines)
        them = Speaker(rehearsal.person.name, side=Side.THEIRS)
        labels = {each.label for each in marks} | {e.label.partition(".")[0] for e in marks}
        asked = [text[a:b] for a, b in spans(text) if wants_an_answer(text[a:b])]
        state = replace(state, close=bool(labels.intersection((*FEELING, *CONCERN))), times=1)
        reply = Reply.of(
            said,
            read_reply(self.reader, said, US, text, them, labels_heard()),
            state,
            before=text,
            question=asked[-1] if asked else "",
            again=digest(said) in state.said,
        )
        heard = hear(reply)
        return heard, moved_by(state, reply, heard)


def finish(rehearsal: Rehearsal) -> Rehearsal:
    """Return a rehearsal that ends here, as it stands."""
    end = rehearsal.end or ending(rehearsal.state).id
    return replace(rehearsal, end=end, state=replace(rehearsal.state, end=end))


def _with(rehearsal: Rehearsal, exchange: Exchange, state: State) -> Rehearsal:
    return replace(
        rehearsal, state=state, end=state.end, exchanges=(*rehearsal.exchanges, exchange)
    )


def _spoken(exchange: Exchange) -> str:
    return "\n".join(each.text for each in exchange.lines if not each.outside)
