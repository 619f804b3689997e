"""What is due with one person: worth telling, with why, and never within a quiet time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from tests.purpose.understood import PERSON, ready
from tests.understand.talks import DANA, SAM, day, quoted, talk
from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.serve.decisions import Decided
from theirside.serve.due import Due, DueKind, With, due_with, fits_due, order
from theirside.serve.fit import Decision
from theirside.serve.noted import HandMark, Noted, Said, What, stands_noted
from theirside.understand.understanding import Promise

OURS = "I'll send you the drawing of the gate by Friday."
MADE = talk("made", (DANA, "How long do the hinges last?"), (SAM, OURS), at=day(10))
DUE = date(2026, 1, 16)
OUR_PROMISE = Promise(OURS, True, DUE, (quoted(MADE, OURS),), day(10))


def found(
    *talks: Conversation,
    on: date = DUE,
    promises: Sequence[Promise] = (),
    **more: Any,
) -> list[Due]:
    it = With(PERSON, [ready(each) for each in talks], promises, more.pop("unanswered", ()), **more)
    return due_with(it, on)


def test_a_promise_of_ours_comes_with_its_day_why_and_words() -> None:
    [each] = found(MADE, promises=[OUR_PROMISE], on=date(2026, 1, 20))
    assert (each.kind, each.on, each.standing) == (DueKind.OUR_PROMISE, DUE, "late")
    assert each.evidence == OUR_PROMISE.evidence
    assert "no sign that it was kept" in each.why
    assert each.subject == "Dana Whitfield"


def test_what_is_kept_marked_or_rests_is_not_due() -> None:
    here = talk("here", (SAM, "Attached is the drawing of the gate."), at=day(12))
    assert found(MADE, here, promises=[OUR_PROMISE], on=date(2026, 1, 20)) == []
    mark = HandMark(What.PROMISE, OUR_PROMISE.evidence[0], Said.LET_GO, None)
    assert found(MADE, promises=[OUR_PROMISE], marks=[mark]) == []
    assert found(MADE, promises=[OUR_PROMISE], on=date(2026, 9, 1)) == []


def test_of_theirs_only_what_comes_to_us() -> None:
    made = talk("t", (DANA, "I'll send the vehicle list. We'll look at the engine."), at=day(10))
    ours, own = "I'll send the vehicle list.", "We'll look at the engine."
    given = [Promise(text, False, DUE, (quoted(made, text),), day(10)) for text in (ours, own)]
    [each] = found(made, promises=given, on=date(2026, 1, 20))
    assert (each.kind, each.text) == (DueKind.THEIR_PROMISE, ours)


def test_a_promise_without_a_day_is_told_of_for_a_month_where_it_names_something() -> None:
    bare = talk("b", (SAM, "I'll do that."), at=day(10))
    given = Promise("I'll do that.", True, None, (quoted(bare, "I'll do that."),), day(10))
    named = Promise(OURS, True, None, (quoted(MADE, OURS),), day(10))
    assert [d.text for d in found(MADE, bare, promises=[given, named])] == [OURS]
    assert found(MADE, promises=[named], on=date(2026, 2, 10)) == []


def test_their_question_is_brought_up_for_three_months() -> None:
    asked = quoted(MADE, "How long do the hinges last?")
    [each] = found(MADE, unanswered=[asked], on=date(2026, 4, 10))
    assert (each.kind, each.on, each.evidence) == (DueKind.QUESTION, None, (asked,))
    assert found(MADE, unanswered=[asked], on=date(2026, 4, 11)) == []


ASKED = talk("c", (DANA, "Ask me again in May."), at=day(41))


def come_back(said: Said, until: date | None) -> HandMark:
    return HandMark(What.COME_BACK, quoted(ASKED, "Ask me again in May."), said, until)


def test_a_come_back_is_told_put_off_and_done() -> None:
    on = date(2026, 4, 1)
    [each] = found(ASKED, on=on)
    assert (each.kind, each.on, each.standing) == (DueKind.COME_BACK, date(2026, 5, 1), "waiting")
    [off] = found(ASKED, on=on, marks=[come_back(Said.PUT_OFF, date(2026, 6, 9))])
    assert off.on == date(2026, 6, 9)
    assert found(ASKED, on=on, marks=[come_back(Said.DONE, None)]) == []


def test_within_a_quiet_time_nothing_of_ours_is_due() -> None:
    quiet = talk("q", (DANA, "Please don't write before the 20th."), at=day(11))
    theirs = Promise("I'll send you the list.", False, DUE, (quoted(MADE, OURS),), day(10))
    both = {d.kind: d for d in found(MADE, quiet, promises=[OUR_PROMISE, theirs])}
    moved = both[DueKind.OUR_PROMISE]
    assert moved.on == date(2026, 1, 20)
    assert "Please don't write before the 20th." in moved.held
    assert (both[DueKind.THEIR_PROMISE].on, both[DueKind.THEIR_PROMISE].held) == (DUE, "")


def test_quiet_without_an_end_holds_back_until_they_write() -> None:
    quiet = talk("q", (DANA, "Please do not write for the time being."), at=day(11))
    [held] = found(MADE, quiet, promises=[OUR_PROMISE])
    assert held.on is None
    assert held.held
    again = talk("w", (DANA, "Hello again."), at=day(14))
    [each] = found(MADE, quiet, again, promises=[OUR_PROMISE])
    assert (each.on, each.held) == (DUE, "")


def test_what_was_noted_by_hand_is_due_like_the_rest() -> None:
    one = Noted("aa", PERSON.id, What.PROMISE, True, "the pump", DUE, date(2026, 1, 2))
    two = Noted("bb", PERSON.id, What.COME_BACK, True, "the fair", None, date(2026, 1, 2))
    three = Noted("cc", PERSON.id, What.PROMISE, True, "x", DUE, date(2026, 1, 2), Said.KEPT, DUE)
    by_id = {d.id: d for d in found(MADE, noted=[one, two, three])}
    assert set(by_id) == {"aa", "bb"}
    assert (by_id["aa"].standing, by_id["bb"].standing) == ("due", "ask")
    late = Noted("d", "p", What.PROMISE, True, "x", DUE, DUE, Said.KEPT, date(2026, 1, 17))
    assert (stands_noted(three, DUE), stands_noted(late, DUE)) == ("kept", "kept late")


def test_a_fit_to_look_at_again_is_due_by_its_last_decision() -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    first = Decided("Fernhill", ("p",), Decision.NOT_NOW, "money", "", DUE, None, at)
    [each] = fits_due([first])
    assert (each.kind, each.on, each.why) == (DueKind.FIT, DUE, "money")
    later = Decided("Fernhill", ("p",), Decision.FIT, "yes", "", None, None, at.replace(day=3))
    assert list(fits_due([first, later])) == []


def test_sorted_by_day_what_has_none_last() -> None:
    def one(on: date | None, kind: DueKind) -> Due:
        return Due("x", kind, "p", "Dana", on, "open", "", "", (Quote("c", 0, 0, 1, "a"),))

    rows = [
        one(None, DueKind.OUR_PROMISE),
        one(DUE, DueKind.COME_BACK),
        one(DUE, DueKind.OUR_PROMISE),
        one(date(2026, 1, 1), DueKind.FIT),
    ]
    kinds = [each.kind.value for each in sorted(rows, key=order)]
    assert kinds == ["fit", "our promise", "come back", "our promise"]
