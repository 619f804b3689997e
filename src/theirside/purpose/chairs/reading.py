"""Words that were only just said, read by a reader after what the other side said before."""

from __future__ import annotations

from dataclasses import replace

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.reader.reader import Reader

REHEARSAL = "rehearsal"
"""What the id of a rehearsal looked at as a conversation begins with: never that of a real one."""
US = Speaker("you", side=Side.OURS)


def read_reply(
    reader: Reader, text: str, speaker: Speaker, before: str, other: Speaker
) -> list[Annotation]:
    """Return the reader's annotations of a text, as turn 0, read after what was said before."""
    from theirside.reader.sentences import sentences

    turns = [Turn("0", other, before)] if before else []
    talk = Conversation(REHEARSAL, Channel.CALL, (*turns, Turn("1", speaker, text)))
    asked = [each for each in sentences(talk) if each.turn == len(turns)]
    return [replace(each, turn=0) for each in reader.annotate(asked)]
