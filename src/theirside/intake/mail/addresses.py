"""Who a mail is from and to: address headers to speakers.

The standard library's ``getaddresses`` splits ``Whitfield, Dana <d@x.example>`` in two and, in
newer versions, returns nothing for a list with one bad entry; archives write ``d at x.example``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from theirside.conversation import Speaker
from theirside.intake.mail.words import decode_words

_SPACE = re.compile(r"\s+")
_SIMPLE = re.compile(
    r'\s*(?:"?([^"<>(),:;@\\]*?)"?\s*<)?([^\s"<>(),:;@\\]+@[^\s"<>(),:;@\\]+)>?\s*\Z'
)
_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.|\([^()]*\))*\)|<[^<>]*>|[,;:]|[^",;:<(]+|.'
)
_BRACKETED_AT = re.compile(r" ?[(\[{](?:at|AT)[)\]}] ?")
_BRACKETED_DOT = re.compile(r" ?[(\[{](?:dot|DOT)[)\]}] ?")
_AT = re.compile(r" (?:at|AT) ")
_DOT = re.compile(r" (?:dot|DOT) ")
_ATOM = r"[^\s@<>()\",;:\[\]\\]"
_ADDRESS = re.compile(rf"(?<!{_ATOM}){_ATOM}+@{_ATOM}+")
_OBFUSCATED = re.compile(
    r"(?<![\w.+=-])[\w.+=-]+ (?:at|AT) (?:[\w-]+(?:\.[\w-]+)+|[\w-]+(?: (?:dot|DOT) \w+)+)"
)
_SURNAME_FIRST = re.compile(r"([^\W\d_][\w'’ .-]*), ([^\W\d_][\w'’ .-]*)((?: [(\[].*[)\]])?)")
_NO_GIVEN_NAME = frozenset({
    "jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "m.d", "mba", "esq", "cpa", "dr", "prof",
    "inc", "llc", "llp", "ltd", "gmbh", "ag", "kg", "sa", "srl", "bv", "co", "corp", "plc",
    "team", "sales", "support",
})  # fmt: skip


@lru_cache(maxsize=2048)  # the same few people write most of a mailbox
def parse_addresses(value: str) -> tuple[Speaker, ...]:
    """Return the speakers that an address header names, in its order; never raises.

    ``value`` still has its encoded words: what they hide may contain commas.
    """
    value = _SPACE.sub(" ", value).strip()
    value = _BRACKETED_DOT.sub(".", _BRACKETED_AT.sub("@", value))
    if match := _SIMPLE.match(value):
        return (_speaker(match[1] or "", match[2]),)
    return tuple(speaker for entry in _entries(value) if (speaker := _read_entry(entry)))


def _entries(value: str) -> list[list[str]]:
    """Split at the commas that part addresses: tokens of one entry each."""
    entries: list[list[str]] = [[]]
    for mark in _TOKEN.findall(value):
        current = entries[-1]
        if mark in ",;":
            named = any(part.startswith("<") or "@" in part for part in current)
            if named or mark == ";" or _OBFUSCATED.search("".join(current)):
                entries.append([])
            elif current:
                current.append(",")  # "Whitfield, Dana <…>" without its quotation marks
        elif mark == ":" and not any("@" in part for part in current):
            current.clear()  # the name of a group
        else:
            current.append(mark)
    return entries


def _read_entry(tokens: list[str]) -> Speaker | None:
    angle = next((token for token in reversed(tokens) if token.startswith("<")), "")
    comments = [token[1:-1] for token in tokens if token.startswith("(")]
    words = "".join(token for token in tokens if not token.startswith(("<", "(")))
    if angle:
        return _speaker(words.strip() or " ".join(comments), angle[1:-1].rpartition(":")[2])
    plain = "".join(token for token in tokens if not token.startswith("(")).strip()
    email = find_address(plain)
    if email:
        rest = plain.replace(email, "").strip(" []") if email in plain else ""
        return _speaker(" ".join(comments) or rest, email)
    name = _name(plain, "")
    return Speaker(name=name) if name and name.casefold() != "undisclosed-recipients" else None


def find_address(text: str) -> str:
    """Return the first address in ``text``, a disguised one (``a at b.example``) too."""
    if match := _ADDRESS.search(text):
        return match[0].strip(".'")
    if match := _OBFUSCATED.search(text):
        return _DOT.sub(".", _AT.sub("@", match[0], count=1))
    return ""


def _speaker(name: str, address: str) -> Speaker:
    email = (find_address(decode_words(address)) or find_address(decode_words(name))).lower()
    return Speaker(name=_name(name, email), email=email)


def _name(raw: str, email: str) -> str:
    """Return the display name as one would say it; empty where it only repeats the address."""
    name = decode_words(re.sub(r"\\(.)", r"\1", raw)).strip().strip("\"'“”,[").strip()
    if not name or name.casefold() == email or find_address(name):
        return ""
    match = _SURNAME_FIRST.fullmatch(name)
    if match is None:
        return name
    given = match[2].rstrip(".").split()
    plain = [word.casefold().replace(".", "") for word in given]
    if len(given) > 3 or any(word in _NO_GIVEN_NAME for word in plain):
        return name
    return f"{match[2]} {match[1]}{match[3]}"
