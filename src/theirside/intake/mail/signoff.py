"""How a signature begins: a delimiter, a sign-off, the sender's own name, an address block.

Each beginning counts only with what stands below it: names, titles and contact lines, not
sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from theirside.intake.mail.languages import Lexicon
from theirside.intake.mail.lines import Line

_DELIMITER = re.compile(r"(?:[-–—_*=~]\s?){2,}|[–—]")
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]+\.\w|https?://|www\.|\w\.(?:com|org|net|io|example|de|fr|eu|co)\b"
    r"|(?<!\d)(?:\+|\(|\b)\d[\d\s().\-/]{6,30}\d"
    r"|\b(?:tel|phone|mobile|cell|fax|skype|handy|office)\b[\w.()]{0,9} ?(?::|\t| [+(\d])"
    r"|\b[mtfpdew]\s?[.:] ?[+(\d]|linkedin|twitter|whatsapp|📧|📱|☎|✉|📞|^@\w+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…。！？][\"'»”)]?$")
_TRAILING = re.compile(r"[^\w)]+$")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*")
_SIGNED = re.compile(r"(?:-{1,2}|[–—~]|/{1,2})( ?)(?=[^\W\d_])(.{2,40})")
_LETTERS = re.compile(r"[\W\d_]+")
_LINK = re.compile(r"(?<=\w) ?(?:<[^<>]{0,200}>|@\w+)")
_LISTED = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s")
_PARTICLES = frozenset(
    "de da do dos del della der den van von zu zum la le el al bin y e i af i.a i.v ppa p.p".split()
)
_LINKS = frozenset(["of", "for", "the", "and", "at", "in", "und", "et", "für", "pour"])
_SHARED = frozenset(
    "info sales support contact help team office mail admin hello post service noreply".split()
)
_LONGEST_LINE = 110


@dataclass(frozen=True, slots=True)
class Sender:
    """What the mail's own header says of its sender, to know their name in a signature.

    ``names`` are the words of the name and of the address's local part, initials left out;
    ``initials`` the first letter of the name and those of all its words; ``domain`` the address's
    domain. All in lower case.
    """

    names: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    domain: str = ""

    @classmethod
    def of(cls, name: str, email: str) -> Sender:
        """Take a display name and an address apart; either may be empty."""
        local, _, domain = email.casefold().rpartition("@")
        found = re.findall(r"[^\W\d_]{2,}", f"{name.casefold()} {local}")
        first = [word[0] for word in name.casefold().split() if word[0].isalpha()]
        initials = {"".join(first[:1]), "".join(first)} - {""}
        return cls(frozenset(found) - _SHARED, frozenset(initials), domain)


@dataclass(frozen=True, slots=True)
class Block:
    """Line ``number`` of a body and the written lines ``below`` it, to the end of what is new."""

    lines: list[Line]
    number: int
    below: list[int]
    is_first: bool
    """Whether nothing is written above it."""

    @property
    def bare(self) -> str:
        """The line itself."""
        return self.lines[self.number].bare

    @property
    def rest(self) -> list[str]:
        """The lines below it, up to a signature delimiter ("-- ") that speaks for itself."""
        found: list[str] = []
        for number in self.below:
            if self.lines[number].text == "-- ":
                break
            found.append(self.lines[number].bare)
        return found

    @property
    def above(self) -> str:
        """The line directly above; empty where that is blank."""
        return self.lines[self.number - 1].bare if self.number else ""

    @property
    def is_announced(self) -> bool:
        """Whether the text above ends in a colon: what follows answers it and signs nothing."""
        position = self.number - 1
        while position >= 0 and not self.lines[position].bare:
            position -= 1
        return position >= 0 and self.lines[position].bare.endswith((":", "："))


def begins_signature(block: Block, words: Lexicon, sender: Sender) -> bool:
    """Tell whether a signature begins on the block's first line."""
    return (
        _is_delimited(block, sender)
        or _is_closed(block, words, sender)
        or (
            not (block.is_first or block.is_announced)
            and (_is_named(block, sender) or _is_addressed(block, sender))
        )
    )


def closes(block: Block, words: Lexicon) -> bool:
    """Tell whether the block begins with a sign-off that stands on a line of its own."""
    return _TRAILING.sub("", block.bare.casefold()) in words.closings


def _is_delimited(block: Block, sender: Sender) -> bool:
    if not block.below or not _DELIMITER.fullmatch(block.bare):
        return False
    if block.lines[block.number].text.rstrip("\r") == "-- ":
        return True
    if block.bare == "--":
        first = block.lines[block.below[0]].bare
        short = not is_prose(first) and len(first.split()) <= 6
        return short and looks_signed(block.rest, prose=1) and len(block.below) <= 16
    if block.is_first or not block.rest:
        return False
    named = is_name(block.rest[0]) or _is_own(block.rest[0], sender)
    reachable = any(_CONTACT.search(bare) for bare in block.rest)
    return (named or reachable) and looks_signed(block.rest)


def looks_signed(rest: list[str], *, prose: int = 0) -> bool:
    """Tell whether lines are names, titles and contacts, with at most ``prose`` sentences.

    A block with two or more contact lines may hold one sentence more: its slogan.
    """
    sentences = sum(is_prose(bare) for bare in rest)
    contacts = sum(bool(_CONTACT.search(bare)) for bare in rest)
    return sentences <= prose + (contacts >= 2)


def is_prose(bare: str) -> bool:
    """Tell whether a line is (part of) a sentence rather than a name, a title or a number."""
    count = len(bare.split())
    if count < 9 and "?" not in bare and all(word[:1].isupper() for word in _WORD.findall(bare)):
        return False
    if _CONTACT.search(bare) and count < 14 and not bare.endswith("?"):
        return False
    if bare.endswith(("?", "？", ":", "：")):
        return True
    if _SENTENCE.search(bare) and (count >= 4 or (count == 1 and len(bare) > 16)):
        return True
    return count > (9 if bare != bare.lower() else 3) or len(bare) > _LONGEST_LINE


def _is_title_cased(words: list[str], small: frozenset[str]) -> bool:
    """Tell whether words are capitalised, caseless (山田) or among the ``small`` ones."""
    return all(not word[0].islower() or word.strip(".").casefold() in small for word in words)


def is_name(bare: str) -> bool:
    """Tell whether a line may be a person's name: a few capitalised words."""
    plain = bare.strip(" .,*_")
    if not 1 < len(plain) <= 50 or _CONTACT.search(plain) or plain[-1] in "!?:;":
        return False
    if not any(char.isalpha() for char in plain) or any(char.isdigit() for char in plain):
        return False
    found = plain.replace(",", " ").split()
    return len(found) <= 5 and _is_title_cased(found, _PARTICLES)


def _is_label(bare: str) -> bool:
    """Tell whether a line is a title, a team or a contact: "Head of Operations"."""
    if _CONTACT.search(bare):
        return True
    found = _WORD.findall(bare)
    return bool(found) and not is_prose(bare) and _is_title_cased(found, _PARTICLES | _LINKS)


def _is_own(bare: str, sender: Sender) -> bool:
    """Tell whether a line is the sender's own name, also with a title or a place beside it."""
    names = sender.names
    if sender.initials and _LETTERS.sub("", bare).casefold() in sender.initials:
        return len(bare) < 8
    if not names or len(bare) > 80 or bare.endswith((":", "?", "!")) or _LISTED.match(bare):
        return False
    plain = _LINK.sub("", bare)
    found = _WORD.findall(plain)
    if not found or len(found) > 9:
        return False
    mine = [word for word in found if word.casefold().strip(".") in names]
    if not mine or not ({found[0], found[-1], *found[1:2]} & set(mine)):
        return False
    head = re.split(r"[,|–—(•·]| - ", plain, maxsplit=1)[0]
    others = [word for word in _WORD.findall(head) if word not in mine]
    return _is_title_cased(others, _PARTICLES)


def _is_closed(block: Block, words: Lexicon, sender: Sender) -> bool:
    """A sign-off of its own line, or with the name behind it ("Regards, Ada")."""
    if len(block.bare) > 70:
        return False
    folded = _TRAILING.sub("", block.bare.casefold().replace("’", "'").strip("*_ "))
    parts = [part.strip(" ,") for part in folded.split("/")]
    if len(parts) == 2 and all(part in words.closings for part in parts):
        folded = parts[0]  # in two languages
    first = block.rest[0] if block.rest else ""
    named = bool(first) and (is_name(first) or _is_own(first, sender))
    if folded in words.closings:
        fits = named or (not block.is_first and (not first or _is_label(first)))
        return fits and (len(folded) > 3 or named) and looks_signed(block.rest)
    if folded in words.thanks:
        content = block.bare.endswith("!") or block.is_first
        return named and not content and looks_signed(block.rest)
    return _is_closed_inline(block, folded, words, sender, named=named)


def _is_closed_inline(
    block: Block, folded: str, words: Lexicon, sender: Sender, *, named: bool
) -> bool:
    """A sign-off with more on its line: the name, or where the greetings come from."""
    parts = folded.split()
    known = words.closings if block.is_first else words.closings | words.thanks
    for count in range(min(len(parts) - 1, 5), 0, -1):
        head = " ".join(parts[:count])
        plain = head.rstrip(" ,.!:-–—")
        if plain not in known:
            continue
        behind = " ".join(block.bare.strip("*_ ").split()[count:])
        parted = head != plain
        if _is_own(behind, sender):
            return (parted or plain in words.closings) and looks_signed(block.rest)
        if plain not in words.closings or not (parted or count > 1):
            return False
        name = is_name(behind) and len(behind.split()) < 4
        place = named and count > 1 and len(parts) - count <= 4
        ends = block.is_first or bool(_SENTENCE.search(block.bare))
        return ((name and not block.is_first) or (place and not ends)) and looks_signed(block.rest)
    return False


def _is_named(block: Block, sender: Sender) -> bool:
    """The sender's name at the end, bare or behind a dash ("-Ada", "/Ada")."""
    if _is_own(block.bare, sender):
        return looks_signed(block.rest)
    signed = _SIGNED.fullmatch(block.bare)
    if not signed or (block.rest and block.rest[0][0] == block.bare[0]):
        return False
    spaced, name = signed.groups()
    if block.above[:1] == block.bare[0]:
        return False
    own = _is_own(name, sender)
    return looks_signed(block.rest) and (
        own or (not (spaced or sender.names) and is_name(name) and len(name.split()) < 3)
    )


def _is_addressed(block: Block, sender: Sender) -> bool:
    """A name with contact lines below, set apart by a blank line, that nobody announced."""
    if block.above or not is_name(block.bare) or not 2 <= len(block.below) <= 12:
        return False
    contacts = [bare for bare in block.rest if _CONTACT.search(bare)]
    if len(contacts) < 2 or not looks_signed(block.rest):
        return False
    text = "\n".join(block.rest).casefold()
    known = bool(sender.names or sender.domain)
    return not known or bool(sender.domain and sender.domain in text)
