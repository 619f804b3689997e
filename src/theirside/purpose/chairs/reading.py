"""Words that were only just said, read by a reader after what the other side said before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.reader.reader import Reader

REHEARSAL = "rehearsal"
"""What the id of a rehearsal looked at as a conversation begins with: never that of a real one."""
LIKELY = 0.5
US = Speaker("you", side=Side.OURS)


def read_reply(
    reader: Reader,
    text: str,
    speaker: Speaker,
    before: str,
    other: Speaker,
    likely: Collection[str] = (),
) -> list[Annotation]:
    """Return the reader's annotations of a text, as turn 0, read after what was said before.

    Labels (or groups of labels) in ``likely`` count as soon as they are likelier than not, though
    the reader may not read them well enough to say so of a real talk: in a play one may be wrong.
    """
    from theirside.reader.sentences import sentences

    turns = [Turn("0", other, before)] if before else []
    talk = Conversation(REHEARSAL, Channel.CALL, (*turns, Turn("1", speaker, text)))
    asked = [each for each in sentences(talk) if each.turn == len(turns)]
    found = list(reader.annotate(asked))
    if likely:
        known = {(each.start, each.label) for each in found}
        found += [
            each
            for each in reader.annotate(asked, everything=True)
            if each.probability >= LIKELY and (each.start, each.label) not in known
            if each.label in likely or each.label.partition(".")[0] in likely
        ]
    return [replace(each, turn=0) for each in found]
