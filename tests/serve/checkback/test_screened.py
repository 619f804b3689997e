"""An answer that touches a special category is handed back, without its words."""

from __future__ import annotations

from theirside.serve.checkback.screened import NOT_KEPT, screened
from theirside.serve.checkback.statement import Answer, Reply, Unclear, Verdict

NOT = Verdict.NOT_QUITE
ILL = "in June, I'm off for surgery until then"


def test_a_correction_of_that_kind_is_asked_for_again_without_its_words() -> None:
    reply = Reply((Answer(1, Verdict.YES), Answer(2, NOT, ILL), Answer(3, NOT, "in June")), ())
    assert screened(reply) == Reply(
        (Answer(1, Verdict.YES), Answer(3, NOT, "in June")), (Unclear("", NOT_KEPT, 2),)
    )


def test_so_are_words_that_were_not_told_for_certain() -> None:
    plain = Unclear("call Priya", "why")
    found = screened(Reply((), (Unclear("I'm off for surgery next week", "why", 4), plain)))
    assert found.unclear == (Unclear("", NOT_KEPT, 4), plain)
    assert "surgery" not in repr(found)


def test_what_they_withdraw_is_withdrawn() -> None:
    reply = Reply((Answer(1, Verdict.DONT_KEEP),), ())
    assert screened(reply) == reply
