"""The header above a quote: "On … wrote:", From/Sent/To blocks, "-----Original Message-----".

What stands below such a header is another person's words, often without a single quote mark; so a
header is believed only on evidence (an address, a time, a date with its year, several fields):
"On Monday our lawyer wrote:" in running prose is nobody's header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from theirside.intake.mail.languages import Lexicon
from theirside.intake.mail.lines import Line, next_written

_ADDRESS = re.compile(r"[\w.+=-]{1,64}@[\w.-]{2,}|[\w.+-]{2,} at [\w-]+(?:\.[\w-]+)+|<mailto:")
_TIME = re.compile(
    r"(?<!\d)\d{1,2} ?[:.h：時时點点시] ?\d{2}(?!\d)|(?<!\d)\d{1,2} ?[ap]\.?m\b|kl\.? ?\d"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_DAY = re.compile(r"\w{2,12}[.,]{0,2} \d")
_ENCLOSED_END = re.compile(r"[<(\[][^<>()\[\]@]{1,64}@[^<>()\[\]@]{1,80}[>)\]] ?[:：]")
_OPEN_ADDRESS = re.compile(r"<[\w.+-]*@?$")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[\s:：=*_>)\]\"'»」-]+$")
_WRAP = 4
"""Lines over which one "On … wrote:" may be wrapped."""
_LONGEST = 420
_FIELD = re.compile(
    r"[\s*_|•]{0,8}([^\W\d][^:：*<>@|\n]{0,24}?)\s?\*{0,2}\s?[:：]\s?\*{0,2}\s?(.*)"
)
_INLINE_FIELD = re.compile(r"(?:^|[\s*])\*?([^\W\d][\w '’]{1,14}?)\s?\*?[:：]\*?\s")
_DIVIDER_ENDS = re.compile(r"^[\s*#]*[-_=~—–]{2,}[\s*>]*|[\s*<]*[-_=~—–]{2,}[\s*#]*$")
_RULE = re.compile(r"[\s*]*(?:[-_=~—–*]\s?){3,}[\s*]*")
_DIVIDES = frozenset("-_=~—–*#")


@dataclass(frozen=True, slots=True)
class Header:
    """A reply header on lines ``[first, last)``.

    A ``weak`` one counts only where quoted lines follow. ``forwards`` tells a forwarded message.
    """

    first: int
    last: int
    forwards: bool = False
    weak: bool = False


def header_at(lines: list[Line], position: int, words: Lexicon) -> Header | None:
    """Return the header that begins on line ``position``, ``None`` when none does."""
    bare = lines[position].bare
    if not bare or lines[position].depth:
        return None
    found = (
        _divider(lines, position, words)
        or _block(lines, position, words, ruled=lines[position].ruled)
        or _attribution(lines, position, words)
    )
    if lines[position].heads and (found is None or found.weak):
        last = position
        while last < len(lines) and lines[last].heads:
            last += 1
        return Header(position, last, weak=True)
    return found


def is_forward(bare: str, words: Lexicon) -> bool:
    """Tell whether a line is one that stands above a forwarded message."""
    phrase, cut = _DIVIDER_ENDS.subn("", bare[:160])
    folded = phrase.strip(" *:.").casefold()
    if cut and words.forwarded_by.match(folded):
        return True
    return folded in words.forwarded and bool(cut or bare.rstrip(" *").endswith(":"))


def _divider(lines: list[Line], position: int, words: Lexicon) -> Header | None:
    """A line of its own between the reply and what follows, with the block below it if any."""
    bare = lines[position].bare
    if len(bare) > 160 or not (bare[0] in _DIVIDES or bare[-1] in ":*-" or len(bare) > 20):
        return None
    phrase, cut = _DIVIDER_ENDS.subn("", bare)
    folded = phrase.strip(" *:.").casefold()
    forwards = is_forward(bare, words)
    answers = cut and folded in words.original
    if forwards or answers or (bare[0] in _DIVIDES and words.above.search(folded)):
        below = next_written(lines, position + 1)
        block = _block(lines, below, words, ruled=True) if below < len(lines) else None
        return Header(position, block.last if block else position + 1, forwards)
    if _RULE.fullmatch(bare):
        below = next_written(lines, position + 1)
        if below < len(lines) and not lines[below].depth:
            block = _block(lines, below, words, ruled=True)
            return Header(position, block.last) if block else None
    return None


def _block(
    lines: list[Line], position: int, words: Lexicon, *, ruled: bool = False
) -> Header | None:
    """A block of fields: sender, time, recipients, subject, in any order and language."""
    found: dict[str, str] = {}
    last, at = position, position
    while at < len(lines) and at - position < 40 and not lines[at].depth:
        bare = lines[at].bare
        if not bare:
            at = next_written(lines, at)
            if at < len(lines) and at - last <= 1 and _kinds(lines[at].bare, words) - set(found):
                continue
            break
        kinds = _kinds(bare, words)
        if kinds:
            if found and not kinds - set(found) - {"other"} and "other" not in kinds:
                break
            value = _value(bare)
            kind = next((kind for kind in sorted(kinds) if kind not in found), "other")
            found.setdefault(kind, value)
            found.update(_inline(value, words))
        elif not found or not _continues(lines, at, words):
            break
        at = last = at + 1
    if not _is_header(found, ruled=ruled):
        return None
    thin = not ruled and "sent" not in found and len(set(found) - {"other"}) < 3
    return Header(position, last, weak=thin)


def _kinds(bare: str, words: Lexicon) -> frozenset[str]:
    field = _FIELD.match(bare[:120])
    return (
        words.fields.get(field.group(1).strip().casefold(), frozenset()) if field else frozenset()
    )


def _value(bare: str) -> str:
    field = _FIELD.match(bare)
    return field.group(2) if field else ""


def _inline(value: str, words: Lexicon) -> dict[str, str]:
    """Fields that share a line with another ("À : a@b.example Objet : Devis")."""
    found: dict[str, str] = {}
    for name in _INLINE_FIELD.findall(value[:300]):
        for kind in words.fields.get(name.strip().casefold(), ()):
            found.setdefault(kind, value)
    return found


def _continues(lines: list[Line], at: int, words: Lexicon) -> bool:
    """Tell whether a line goes on with the field above: more names, or a wrapped subject."""
    bare = lines[at].bare
    if "@" in bare or bare.endswith((";", ",", ">")):
        return True
    after = [line.bare for line in lines[at + 1 : at + 3]]
    return any(_kinds(later, words) for later in after if later)


def _is_header(found: dict[str, str], *, ruled: bool) -> bool:
    kinds = set(found) - {"other"}
    if len(kinds) < 2 or not kinds & {"from", "sent"}:
        return False
    if ruled and (len(kinds) > 2 or "from" in kinds):
        return True
    addressed = any(_ADDRESS.search(value) for value in found.values())
    dated = any(mark.search(found.get("sent", "")) for mark in (_TIME, _YEAR))
    if "subject" in kinds:
        return len(kinds) > 2 or addressed or dated
    return addressed and (dated or len(kinds) > 2 or kinds == {"from", "to"})


def _attribution(lines: list[Line], position: int, words: Lexicon) -> Header | None:
    """ "On <date>, <name> wrote:", also wrapped over lines and in other languages' word order."""
    joined = ""
    for last in range(position, min(position + _WRAP, len(lines))):
        line = lines[last]
        if not line.bare or line.depth or len(joined) + len(line.bare) > _LONGEST:
            break
        joined = f"{joined} {line.bare}" if joined else line.bare
        if last > position and not _may_wrap(lines[position].bare, words):
            break
        if last > position and _begins_anew(line.bare, lines[position].bare, words):
            break
        closed = _closes(line.bare, joined, words)
        if closed and (closed == "verb" or len(joined) < 250):
            return _judged(joined, position, last + 1, words, spoken=closed == "verb")
    return None


def _may_wrap(first: str, words: Lexicon) -> bool:
    """Tell whether a line may be the first of several of one attribution."""
    if "<" not in first and "@" not in first and not _DIGIT.search(first[:90]):
        return False
    last_word = first.rsplit(" ", 1)[-1].rstrip(".!?")
    if first.endswith((".", "!", "?")) and len(last_word) > 3 and last_word.islower():
        return False
    folded = first[:60].casefold().lstrip("-_*~ ")
    if _ADDRESS.search(first) or _OPEN_ADDRESS.search(first[-70:]):
        return True
    begins = words.opener.match(folded) or folded[:1].isdigit() or _DAY.match(folded)
    return bool(begins) and _DIGIT.search(first[:90]) is not None


def _begins_anew(bare: str, first: str, words: Lexicon) -> bool:
    """Tell whether a header begins on this line, and not on the first, which has no evidence.

    "2: yes" directly above "On 3 March 2026 Ada Lund wrote:" is an answer, not a part of it.
    """
    if any(mark.search(first) for mark in (_ADDRESS, _OPEN_ADDRESS, _TIME, _YEAR)):
        return False
    folded = bare[:60].casefold().lstrip("-_*~ ")
    if words.opener.match(folded):
        return _DIGIT.search(bare[:90]) is not None
    return folded[:1].isdigit() and any(mark.search(bare) for mark in (_TIME, _YEAR))


def _closes(bare: str, joined: str, words: Lexicon) -> str:
    """Say how a line may end a reply header: by a verb, by an address and a colon, or not."""
    if bare.endswith((":", "：", ":*", ":_")):
        if words.verb.search(joined.casefold()):
            return "verb"
        return "address" if _ADDRESS.search(joined) else ""
    if bare.endswith(">") and joined[:1].isdigit() and _ADDRESS.search(joined):
        return "address"
    tail = _TAIL.sub("", joined[-60:]).casefold()[-24:]
    return "verb" if any(found.end() == len(tail) for found in words.verb.finditer(tail)) else ""


def _judged(joined: str, first: int, last: int, words: Lexicon, *, spoken: bool) -> Header:
    """Weigh the evidence of a line that may head a quote: how sure it is, but never whether."""
    folded = joined.casefold().lstrip("-_*~ >")
    address = bool(_ADDRESS.search(joined))
    time = bool(_TIME.search(folded))
    year = bool(_YEAR.search(joined))
    opened = bool(words.opener.match(folded)) and any(char.isdigit() for char in joined)
    dated = opened or folded[:1].isdigit() or bool(_DAY.match(folded))
    colon = joined.rstrip("*_- ").endswith((":", "：")) or joined.endswith("--")
    if not spoken:
        enclosed = _ENCLOSED_END.search(joined[-90:]) is not None
        return Header(first, last, weak=not (dated and enclosed and time and year))
    sure = address and time + year + opened > 0
    sure = sure or (colon and dated and time and year)
    return Header(
        first, last, weak=not (sure or (opened and year and _names_writer(joined, words)))
    )


def _names_writer(joined: str, words: Lexicon) -> bool:
    """Tell whether only a name, or "you", stands between the date and the verb (either order).

    "On July 28, 2026, Ada Lund wrote:" does so; "On 4 May 2021 the minister wrote:" is prose.
    """
    lowered = joined.lower()
    verb = words.verb.search(lowered)
    if verb is None or len(lowered) != len(joined):
        return False
    before = re.split(r"\d", joined[: verb.start()])[-1]
    found = _LETTERS.findall(before) or _LETTERS.findall(joined[verb.end() :])
    named = all(word[0].isupper() or word.lower() in words.you for word in found)
    return 0 < len(found) <= 4 and named
