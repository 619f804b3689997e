"""Keeping conversations: once, grown, joined; nothing lost and nothing twice."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, SAM, mail, said, thread
from theirside.app import queries
from theirside.app.services import Kept, keep

pytestmark = pytest.mark.usefixtures("store")

ASK = mail("<1@x>", ANNA, "We want fewer night shifts.", SAM)
ANSWER = mail("<2@x>", SAM, "Tell me more.", ANNA, hours=1)


def test_a_kept_conversation_comes_back_as_it_was() -> None:
    conversation = thread("t1", ASK, ANSWER)
    annotation = said(0, ASK.text)

    assert keep(conversation, [annotation], "test-1") is Kept.NEW

    talk = queries.conversation("t1")
    assert talk.conversation == conversation
    assert talk.annotations == (annotation,)
    assert talk.reader == "test-1"


def test_keeping_it_again_adds_nothing() -> None:
    conversation = thread("t1", ASK, ANSWER)
    keep(conversation, [said(0, ASK.text)], "test-1")

    assert keep(conversation, [said(0, ASK.text)], "test-1") is Kept.UNCHANGED
    assert len(queries.conversation("t1").annotations) == 1
