"""They said something, and our reply did, or did not do, something with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from theirside.care.counting._choosing import chosen, fits
from theirside.care.looking._turns import replies, sentences, shares_words, shown, sureness, words
from theirside.care.moment import Found, How
from theirside.care.spoken import Said, Spoken


def look(spoken: Spoken, how: How) -> Iterator[Found]:
    """Yield their sentence and what decided in our reply; one for each turn of theirs."""
    seen: set[int] = set()
    for theirs in chosen(spoken, how.theirs):
        if theirs.turn in seen:
            continue
        ours = _deciding(spoken, theirs, how)
        evidence = shown(spoken, [theirs, *ours]) if ours else ()
        if evidence:
            seen.add(theirs.turn)
            yield Found(evidence, sureness(spoken, theirs, how.theirs.labels))


def _deciding(spoken: Spoken, theirs: Said, how: How) -> list[Said]:
    """Return the sentence of our reply that makes it such a moment; none where it is none."""
    turns = replies(spoken, theirs.turn, how.within)
    said = sentences(spoken, turns)
    if not said or words(spoken, turns) < how.least or not _fits_about(theirs, said, how):
        return []
    if any(not each.labels.isdisjoint(how.hasnt) for each in said):
        return []
    if how.has is None:
        return said[:1]
    looked_at = said[:1] if how.first else said
    return [each for each in looked_at if fits(each, how.has)][:1]


def _fits_about(theirs: Said, said: Sequence[Said], how: How) -> bool:
    if not how.about:
        return True
    same = shares_words([theirs.text], [each.text for each in said])
    return same == (how.about == "same")
