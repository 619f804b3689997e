"""The whole way, from conversations and annotations to an understanding."""

from __future__ import annotations

from datetime import UTC, datetime

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.understand import understand

DANA = Speaker("Dana Whitfield", "dana@fernhill.example", side=Side.THEIRS)
US = Speaker("Sam Okoro", "sam@lantern.example", side=Side.OURS)


def test_a_person_gets_what_they_said_with_its_quote_and_questions_for_the_rest() -> None:
    words = "The export breaks every Friday. It rains."
    talk = Conversation(
        "c1",
        Channel.MAIL,
        (Turn("t1", DANA, words, datetime(2026, 3, 2, 9, tzinfo=UTC)),),
    )
    marks = {"c1": [Annotation(0, 0, 31, "facet.pain", 0.8, "test-1")]}

    (found,) = understand([talk], marks)

    assert found.person.name == "Dana Whitfield"
    (observation,) = found.observations
    assert observation.statement == "The export breaks every Friday."
    assert observation.evidence[0].stands_in(talk)
    assert "pain" not in {gap.facet for gap in found.gaps}
    assert found.gaps[0].facet == "stake"
    assert found.questions[0].facet == "stake"
