"""Quiet times: until their day, until they write, or by our own word."""

from __future__ import annotations

from datetime import date

from tests.purpose.understood import DANA_ID, ready
from tests.understand.talks import DANA, SAM, day, quoted, talk
from theirside.serve.comebacks import ComeBack, Kind, comebacks_in
from theirside.serve.quiet import quiet_until, restraints
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise

SAID = date(2026, 2, 10)


def heard(*texts: tuple[int, str]) -> list[Talk]:
    return [ready(talk(f"t{on}", (DANA, text), at=day(on))) for on, text in texts]


def quiet(on: date | None) -> ComeBack:
    made = talk("q", (DANA, "Please do not write for the time being."), at=day(41))
    place = quoted(made, made.turns[0].text)
    return ComeBack("q", Kind.QUIET, "They asked.", (place,), SAID, on)


def test_quiet_lasts_until_its_day_or_until_they_write() -> None:
    asked = heard((41, "Please do not write for the time being."))
    until = date(2026, 3, 1)
    assert quiet_until([quiet(until)], asked, DANA_ID, date(2026, 2, 28)) == (quiet(until), until)
    assert quiet_until([quiet(until)], asked, DANA_ID, until) is None
    assert quiet_until([quiet(until)], asked, DANA_ID, date(2026, 2, 9)) is None
    [no_end] = comebacks_in(asked, DANA_ID)
    assert quiet_until([no_end], asked, DANA_ID, date(2026, 6, 1)) == (no_end, None)
    wrote = ready(talk("w", (DANA, "Hello again."), at=day(60)))
    assert quiet_until([no_end], [*asked, wrote], DANA_ID, date(2026, 6, 1)) is None


def test_our_own_word_to_keep_still_is_a_quiet_time() -> None:
    made = talk("t", (SAM, "I won't write until you do. I'll send the list."), at=day(41))
    words = ["I won't write until you do.", "I'll send the list."]
    promises = [Promise(each, True, None, (quoted(made, each),), day(41)) for each in words]
    [found] = restraints(promises)
    assert (found.kind, found.evidence[0].text) == (Kind.QUIET, words[0])
