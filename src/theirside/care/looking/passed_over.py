"""They showed a feeling, and our next words took no notice of it."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.looking._turns import began, shown, sureness
from theirside.care.moment import Found, How
from theirside.care.spoken import Said, Spoken
from theirside.evidence import Quote
from theirside.understand.feelings import feelings_passed_over

FEELINGS = ("feeling", "facet.feeling")


def look(spoken: Spoken, how: How) -> Iterator[Found]:  # noqa: ARG001 (as its siblings)
    """Yield the feeling and how our reply began."""
    people = dict.fromkeys(each.id for each in spoken.talk.speakers if each is not None)
    for person in people:
        for place in feelings_passed_over(spoken.talk, person):
            felt = said_at(spoken, place)
            reply = began(spoken, place.turn)
            evidence = shown(spoken, [felt, *reply]) if felt and reply else ()
            if felt and evidence:
                yield Found(evidence, sureness(spoken, felt, FEELINGS))


def said_at(spoken: Spoken, place: Quote) -> Said | None:
    """Return the sentence that a quote is of."""
    for each in spoken.by_turn[place.turn]:
        if each.start < place.end and place.start < each.end:
            return each
    return None
