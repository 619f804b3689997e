"""What a label says of a speaker: the name, a phone number, and where they work if it says so.

People write their company beside their name: ``Dana Whitfield (Larkspur)``, ``Bo Li | Larkspur``,
``Bo Li - Larkspur``, ``Bo Li @ Larkspur``. Meeting tools add what is no company: ``(Guest)``,
``(she/her)``. What is in doubt stays part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from theirside.conversation import Speaker
from theirside.intake.jsonl_form import readable

_PHONE = re.compile(r"(?:tel:)?(\+?\d[\d\s().-]{5,22}\d)")
_MASKED = re.compile(r"\+?[\d(][\d\s().*•xX…-]{3,22}")
_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}(?:\s.*)?|(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d")
_AT_END = re.compile(r"(?P<name>.*\S)\s*[(\[](?P<more>[^()\[\]]{1,60})[)\]]")
_BESIDE = re.compile(
    r"(?P<name>[^|@]*[^\s|@])(?:\s*[|｜]\s*|\s+[-–—]\s+|\s+@\s*)(?P<more>\S.{0,59})"
)
_PRONOUNS = re.compile(r"\w+(?:\s*/\s*\w+){1,2}")
_NO_COMPANY = frozenset(
    re.split(
        r",\s*",
        "guest, external, unverified, host, co-host, cohost, presenter, organizer, organiser, me, "
        "you, invité, invitée, gast, extern, externe, externo, invitado, invitada, ospite, "
        "moderator, interviewer, interviewee, speaker, attendee, participant, recording, bot, "
        "notetaker, ai notetaker, mobile, phone, iphone, ipad, laptop, office, home, remote, "
        "ceo, cto, cfo, coo, cmo, cpo, cro, ciso, vp, svp, evp, founder, co-founder, owner, "
        "partner, director, manager, engineer, developer, designer, consultant, analyst, intern, "
        "sales, marketing, support, product, engineering, finance, legal, hr, it, operations, ops, "
        "procurement, purchasing, customer success, account executive, ae, csm, sdr, bdr, se, pm, "
        "agent, customer, client, seller, buyer, rep, prospect",
    )
)
_DROPPED = frozenset(
    re.split(
        r",\s*",
        "guest, external, unverified, host, co-host, cohost, presenter, organizer, organiser, me, "
        "you, invité, invitée, gast, extern, externe, externo, invitado, invitada, ospite",
    )
)

LONGEST_LABEL = 120
"""A longer label is no name beside a company."""


@lru_cache(maxsize=256)
def speaker_of(label: str) -> Speaker:
    """Return the speaker whom a label names.

    A full phone number becomes ``phone``; one that is masked (``+1 415***``) stays the name,
    because a number with holes could be anybody's.
    """
    label = " ".join(readable(label).split()).strip(" _:")
    if label.startswith("*"):  # bold in Markdown; elsewhere stars mask a phone number
        label = label.strip(" *_:")
    if not any(char.isalnum() for char in label):  # "<v ->": somebody else, who is not named
        return Speaker()
    phone = _PHONE.fullmatch(label)
    if phone and is_phone(label.removeprefix("tel:")):
        return Speaker(phone=phone_number(phone[1]))
    if is_phone(label):
        return Speaker(name=label)
    name, company = _parts(label) if len(label) <= LONGEST_LABEL else (label, "")
    return Speaker(name=name, company=company)


def phone_number(text: str) -> str:
    """Return the digits of a phone number, with its leading ``+`` if it has one."""
    text = text.strip().removeprefix("tel:").strip()
    digits = "".join(char for char in text if char in "0123456789")
    return f"+{digits}" if digits and text.startswith("+") else digits


def is_phone(label: str) -> bool:
    """Say whether a label is a phone number, whole or masked, and neither a name nor a date."""
    if not _MASKED.fullmatch(label) or _DATE.fullmatch(label):
        return False
    return sum(char.isdigit() for char in label) >= 3


def one_person_each(speakers: Iterable[Speaker]) -> dict[Speaker, Speaker]:
    """Return for each speaker of one talk who they are when labels of the same person differ.

    ``Bo Li`` and ``Bo Li | Larkspur`` in one talk are one person: a full name (two words or more)
    that stands with one company only gets it everywhere.
    """
    known = tuple(dict.fromkeys(speakers))
    with_company: dict[str, list[Speaker]] = {}
    for speaker in known:
        if speaker.company and " " in speaker.name:
            with_company.setdefault(speaker.name.casefold(), []).append(speaker)
    found: dict[Speaker, Speaker] = {}
    for speaker in known:
        twins = with_company.get(speaker.name.casefold(), [])
        bare = speaker == Speaker(name=speaker.name)
        found[speaker] = twins[0] if bare and len(twins) == 1 else speaker
    return found


def _parts(label: str) -> tuple[str, str]:
    """Split a label into name and company; an empty company where there is none for certain."""
    at_end = _AT_END.fullmatch(label)
    if at_end:
        name, more = at_end["name"], at_end["more"].strip()
        if more.casefold() in _DROPPED or _PRONOUNS.fullmatch(more):
            return _parts(name)
        if _is_company(more) and not _is_part_played(name):
            return name, more
        return label, ""
    beside = _BESIDE.fullmatch(label)
    if beside:
        more = re.split(r"\s*[|｜]\s*", beside["more"])[0].strip()
        surely = "|" in label or "@" in label
        if _is_company(more, lower_case=surely):
            return _parts(beside["name"].strip())[0], more
    return label, ""


def _is_part_played(name: str) -> bool:
    """Say whether the words name a part and nobody: ``Agent (Dana)``, ``Speaker 1 (Dana)``."""
    return re.sub(r"[ _]?\d+$", "", name.casefold()) in _NO_COMPANY


def _is_company(text: str, *, lower_case: bool = False) -> bool:
    """Say whether the words beside a name are a company: capitalised, or so written on purpose.

    ``(matkt)`` is somebody's handle and ``(M)`` an initial.
    """
    if len(text) < 3 or len(text.split()) > 5 or text.casefold() in _NO_COMPANY:
        return False
    if text.split(maxsplit=1)[0].casefold() in _NO_COMPANY or re.search(r"[:;,!?]|^\d+$", text):
        return False
    return lower_case or text[0].isupper() or text[0].isdigit()
