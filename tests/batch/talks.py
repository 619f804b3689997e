"""Two conversations that tests of the tables share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn

SAM, DANA = Speaker("Sam", side=Side.OURS), Speaker("Dana", side=Side.THEIRS)
OSLO = timezone(timedelta(hours=2))

CALL = Conversation(
    "call-1",
    Channel.CALL,
    (
        Turn("0", SAM, "What is hard about the mornings?"),
        Turn("1", DANA, "Our biggest problem is the crates. My boss is worried about the rent."),
        Turn("2", SAM, "I'll send you the plan by tomorrow."),
    ),
    started_at=datetime(2026, 3, 12, 0, 30, tzinfo=OSLO),
)
MAIL = Conversation(
    "mail-1",
    Channel.MAIL,
    (
        Turn("0", DANA, "We want to expand.", at=datetime(2026, 3, 13, 9, tzinfo=UTC)),
        Turn("1", Speaker("Jo"), "   "),
        Turn("2", Speaker("Jo"), "Agreed \U0001f44d entirely."),
    ),
)
TALKS = (CALL, MAIL)
