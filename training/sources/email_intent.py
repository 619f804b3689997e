"""E-mail intent: 4,650 sentences of real mail, whether they ask for something (Apache-2.0).

The sentences stand alone, each without the mail it came from.
"""

from __future__ import annotations

from pathlib import Path

from training.said import Said

TASK = "email_intent"
ASKS = "asks"
_FILES = {"train": "Ask0729-fixed.txt", "test": "testSet-qualifiedBatch-fixed.txt"}


def email_intent(folder: Path, split: str) -> list[Said]:
    """Return the sentences of a split, ``train`` or ``test``, without repetitions."""
    text = (folder / "email-intent" / _FILES[split]).read_text(encoding="utf-8", errors="replace")
    found: dict[str, Said] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        answer, _, sentence = line.partition("\t")
        name = f"email:{split}:{number}"
        gold = {TASK: frozenset({ASKS} if answer == "Yes" else ())}
        if sentence.strip():
            found.setdefault(sentence.strip(), Said(name, name, sentence.strip(), gold=gold))
    return list(found.values())
