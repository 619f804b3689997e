"""Their own words turned to "you", where grammar is safe.

English makes that easy: of all verbs only "be" has another form after "you" than after "I", so
with pronouns exchanged and "am" and "was" looked after a sentence stays whole. Wherever it might
not (somebody else is spoken to, "was" may belong to another word, "we" may mean both sides), the
answer is None, and their words are shown as a quote.
"""

from __future__ import annotations

import re

_PRONOUNS = {
    "i": "you",
    "i'm": "you're",
    "i've": "you've",
    "i'll": "you'll",
    "i'd": "you'd",
    "we": "you",
    "we're": "you're",
    "we've": "you've",
    "we'll": "you'll",
    "we'd": "you'd",
    "me": "you",
    "us": "you",
    "my": "your",
    "our": "your",
    "mine": "yours",
    "ours": "yours",
    "myself": "yourself",
    "ourselves": "yourselves",
}
_SUBJECTS = frozenset({"i", "we"})
_BE = {"am": "are", "was": "were", "wasn't": "weren't"}
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?")
_OWN = frozenset("i i'm i've i'll i'd we we're we've we'll we'd my our myself ourselves".split())
"""With one of these a sentence is about the speaker, and not a request ("Mail me")."""
_ABOUT_ME = re.compile(
    r"^(?:an?|the|what|nothing|everything|one|once|twice)\b.* (?:for|to) (?:me|us)\b", re.IGNORECASE
)
_OPENER = re.compile(
    r"^(?:(?:and|but|so|well|yes|yeah|no|ok|okay|also|honestly|look)\b,? )+(?=\w)", re.IGNORECASE
)
_UNSAFE = re.compile(
    r"\b(?:you|your|yours|yourself|yourselves|you['’]\w+|let['’]s|dont|havent|cant|its|im|ive|"
    r"please|shall|together|each other|one another|of us|between us|our (?:call|talk|chat|"
    r"conversation|meeting)|we (?:agreed|talked|spoke|discussed|met|said)|a mine|the mine|"
    r"thank|thanks)\b|[?“”\"«»/()█]",
    re.IGNORECASE,
)


def turned(text: str) -> str | None:
    """Return a sentence with the speaker as "you"; None where that might not be right."""
    said = _OPENER.sub("", " ".join(text.split()))
    if _UNSAFE.search(said):
        return None
    words = list(_WORD.finditer(said))
    plain = [word.group().replace("’", "'").casefold() for word in words]
    own = not _OWN.isdisjoint(plain) or _ABOUT_ME.match(said)
    if not own or not _be_is_safe(plain):
        return None
    made, last = [], 0
    for number, word in enumerate(words):
        made += [said[last : word.start()], _turned_word(word.group(), plain, number)]
        last = word.end()
    whole = "".join((*made, said[last:])).strip()
    whole = whole[:1].upper() + whole[1:]
    return whole if whole[-1:] in ".!…" else f"{whole.rstrip(',;: –—')}."


def _turned_word(word: str, plain: list[str], number: int) -> str:
    told = plain[number]
    if told in _PRONOUNS and (word != "US"):
        new = _PRONOUNS[told]
    elif told in _BE and number and plain[number - 1] == "i":
        new = _BE[told]
    else:
        return word
    new = new.replace("'", "’") if "’" in word else new
    return new if word[:1].islower() or told[0] == "i" else new[:1].upper() + new[1:]


def _be_is_safe(plain: list[str]) -> bool:
    """Say whether each "am" follows its "I", and no "was" may belong to an "I" further off."""
    for number, word in enumerate(plain):
        if word not in _BE or (number and plain[number - 1] == "i"):
            continue
        if word == "am" or not _SUBJECTS.isdisjoint(plain):
            return False
    return True
