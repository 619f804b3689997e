"""How many real sentences are taken for a quote, a signature or a notice.

    python evals/lost_sentences.py SENTENCES…

``SENTENCES`` are text files with one sentence a line (what stands before a tab is a label and is
left out), such as the e-mail sentences of ParakweetLabs/EmailIntentDataSet. Each is read as a mail
of its own, as the end of one and as the beginning of one: a sentence that is kept apart in any of
them is lost, and is printed, since some of them *are* notices. Lines that begin with ``>`` are
quotes and are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from theirside.intake.mail.reply import split

_FORMS = ("{}", "Hello there, we talked.\n\n{}", "{}\n\nSee you on Friday then, all of us.")


def sentences(path: Path) -> Iterator[str]:
    """Return a file's sentences without their labels."""
    for line in path.read_text("utf-8", errors="replace").splitlines():
        sentence = line.split("\t", 1)[-1].strip()
        if sentence and not sentence.startswith(">"):
            yield sentence


def lost(sentence: str) -> str:
    """Return why a sentence is kept apart; an empty text when it stays."""
    for form in _FORMS:
        body = split(form.format(sentence))
        if body.apart:
            return body.apart[0].kind.value
    return ""


def main(arguments: list[str]) -> int:
    """Print every lost sentence with the reason, then how many there are."""
    every = 0
    found = 0
    for path in map(Path, arguments):
        for sentence in sentences(path):
            every += 1
            if why := lost(sentence):
                found += 1
                print(f"{why:12} {sentence[:140]}")
    print(f"{found} of {every} sentences kept apart ({found / max(every, 1):.2%})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
