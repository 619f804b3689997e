"""The sample workspace is whole, varied, and plainly fictional.

Checked with the standard library (and YAML), not with Theirside's own intake: the sample is what
intake is tried on, so it must be sound by somebody else's reading.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.sample.sample_texts import (
    BOXES,
    CALLS,
    CHATS,
    CUSTOMERS,
    SAMPLE,
    US,
    address,
    body,
    box,
    everything_written,
    messages,
    offer,
    sent_at,
)

# --- the mail


def test_holds_a_year_of_mail_in_two_boxes() -> None:
    assert len(box("Inbox")) >= 40
    assert len(box("Sent")) >= 20
    times = sorted(sent_at(message) for message in messages())
    assert times[0] >= datetime.fromisoformat("2025-11-01T00:00:00+00:00")
    assert times[-1] < datetime.fromisoformat("2026-11-01T00:00:00+00:00")
    assert times[-1] - times[0] > timedelta(days=330)
    months = {(time.year, time.month) for time in times}
    assert len(months) == 12


@pytest.mark.parametrize("name", BOXES)
def test_each_box_is_in_the_order_of_time(name: str) -> None:
    times = [sent_at(message) for message in box(name)]
    assert all(earlier <= later for earlier, later in pairwise(times))


def test_every_mail_parses_without_a_defect() -> None:
    for message in messages():
        for part in message.walk():
            assert part.defects == [], message["Subject"]
        assert body(message).strip(), message["Subject"]


def test_every_mail_has_a_date_with_its_zone_and_an_id() -> None:
    for message in messages():
        assert sent_at(message).tzinfo is not None
        assert re.fullmatch(r"<[^<>\s@]+@[^<>\s@]+\.example>", str(message["Message-ID"]).strip())


def test_ids_are_unique_except_for_the_mail_that_arrived_twice() -> None:
    counts = Counter(str(message["Message-ID"]) for message in messages())
    assert sorted(counts.values(), reverse=True)[:2] == [2, 1]


def test_the_mail_that_arrived_twice_is_the_same_both_times() -> None:
    raw = Counter(message.as_bytes() for message in messages())
    assert [count for count in raw.values() if count > 1] == [2]


def test_replies_answer_mails_that_are_there_and_older() -> None:
    by_id = {str(message["Message-ID"]).strip(): message for message in messages()}
    replies = [message for message in messages() if message["In-Reply-To"]]
    assert len(replies) >= 40
    for reply in replies:
        answered = by_id[str(reply["In-Reply-To"]).strip()]
        assert sent_at(answered) < sent_at(reply), reply["Subject"]
        references = str(reply["References"]).split()
        assert references[-1] == str(reply["In-Reply-To"]).strip()
        assert set(references) <= set(by_id)


def test_some_replies_can_be_joined_only_by_their_subject() -> None:
    lost = [
        message
        for message in messages()
        if str(message["Subject"]).startswith("Re: ") and not message["In-Reply-To"]
    ]
    subjects = {str(message["Subject"]) for message in messages()}
    assert len(lost) >= 2
    assert all(str(message["Subject"]).removeprefix("Re: ") in subjects for message in lost)


def test_inbox_is_from_others_and_sent_is_from_us() -> None:
    assert {address(message) for message in box("Sent")} == {f"nora@{US}"}
    assert f"nora@{US}" not in {address(message) for message in box("Inbox")}


def test_five_companies_write_each_with_one_to_three_people() -> None:
    people: dict[str, set[str]] = {domain: set() for domain in CUSTOMERS}
    for message in box("Inbox"):
        domain = address(message).partition("@")[2]
        if domain in people:
            people[domain].add(address(message))
    assert all(1 <= len(who) <= 3 for who in people.values()), people


CLIENTS = {
    "Gmail": b'class=3D"gmail_quote',
    "Outlook": b"MsoNormal",
    "Apple Mail": b"X-Mailer: Apple Mail",
    "Thunderbird": b"User-Agent: Mozilla Thunderbird",
    "a telephone": b"Sent from my iPhone",
    "flowed text": b'format="flowed"',
    "quoting between": b"\n> ",
    "a header in German": b"\nGesendet: ",
    "a header in Norwegian": b"\nSendt: ",
    "Gmail in Norwegian": b" skrev Sigrun Aas",
    "a disclaimer": b"confidential",
    "base64": b"Content-Transfer-Encoding: base64",
    "another charset": b'charset="iso-8859-1"',
}


@pytest.mark.parametrize("what", CLIENTS)
def test_mails_are_as_varied_as_real_ones(what: str) -> None:
    raw = b"".join((SAMPLE / "mail" / f"{name}.mbox").read_bytes() for name in BOXES)
    assert CLIENTS[what] in raw


def test_one_mail_has_no_plain_text_at_all() -> None:
    html_only = [each for each in messages() if each.get_content_type() == "text/html"]
    assert len(html_only) == 1
    assert "until the end of September" in body(html_only[0])


def test_there_is_something_to_skip() -> None:
    inbox = box("Inbox")
    assert [str(m["List-Unsubscribe"]) for m in inbox if m["List-Unsubscribe"]]
    assert [m for m in inbox if m["Auto-Submitted"] == "auto-replied"]
    assert [m for m in inbox if address(m).startswith("no-reply@")]
    assert [m for m in inbox for part in m.walk() if part.get_content_type() == "text/calendar"]


def test_base64_decodes_to_what_it_says() -> None:
    message = next(each for each in messages() if each.get_content_type() == "text/html")
    payload = message.get_payload()
    assert isinstance(payload, str)
    assert b"Dear Nora" in base64.b64decode(payload)


# --- calls and chat

CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})")


def cue_times(text: str) -> list[tuple[float, float]]:
    def seconds(hours: str, minutes: str, rest: str) -> float:
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)

    return [(seconds(*m.groups()[:3]), seconds(*m.groups()[3:])) for m in CUE.finditer(text)]


def test_six_calls_two_of_each_kind() -> None:
    texts = [path.read_text(encoding="utf-8") for path in CALLS]
    teams = [text for text in texts if text.startswith("WEBVTT") and "<v " in text]
    zoom = [text for text in texts if text.startswith("WEBVTT") and "<v " not in text]
    plain = [text for text in texts if not text.startswith("WEBVTT")]
    assert (len(teams), len(zoom), len(plain)) == (2, 2, 2)
    assert sum(text.startswith("[00:00:") for text in plain) == 1


@pytest.mark.parametrize("path", CALLS, ids=lambda path: path.name)
def test_a_call_has_as_many_cues_and_as_much_time_as_a_real_one(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        lines = text.splitlines()
        assert 60 <= len(lines) <= 150
        assert all(re.match(r"(\[[\d:]{8}\] )?[A-Z]\w+ [A-Z]\w+: \S", line) for line in lines)
        assert len(text.split()) > 1000
    else:
        times = cue_times(text)
        assert 60 <= len(times) <= 150
        assert all(start < end for start, end in times)
        assert 8 * 60 <= max(end for _, end in times) <= 25 * 60


@pytest.mark.parametrize("path", CALLS, ids=lambda path: path.name)
def test_a_call_is_dated_and_somebody_of_ours_is_in_it(path: Path) -> None:
    assert date(2025, 11, 1) <= date.fromisoformat(path.name[:10]) < date(2026, 11, 1)
    text = path.read_text(encoding="utf-8")
    assert "Nora Tveit" in text or "Jonas Peake" in text


def test_people_talk_over_each_other_in_some_calls() -> None:
    recorded = [path for path in CALLS if path.suffix == ".vtt"]
    overlapping = [
        path.name
        for path in recorded
        if any(later[0] < earlier[1] for earlier, later in pairwise(cue_times(path.read_text())))
    ]
    assert len(overlapping) == len(recorded)


def test_the_chat_runs_over_weeks_and_both_write() -> None:
    [path] = CHATS
    text = path.read_text(encoding="utf-8")
    lines = re.findall(r"^(\d\d/\d\d/\d{4}), \d\d:\d\d - ([^:\n]+): ", text, re.MULTILINE)
    assert Counter(who for _, who in lines).keys() == {"Callum Dyer", "Nora Tveit"}
    days = [date.fromisoformat("-".join(reversed(day.split("/")))) for day, _ in lines]
    assert days == sorted(days)
    assert days[-1] - days[0] > timedelta(weeks=8)


# --- fiction


def test_it_says_that_it_is_fictional() -> None:
    assert "All of it is fictional" in (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert "Fictional" in (SAMPLE / "offer.yaml").read_text(encoding="utf-8").splitlines()[0]


# Where Word's markup says which dialect it is; not a place that anybody is sent to.
MARKUP = {"www.w3.org"}


def test_every_domain_is_one_that_nobody_can_own() -> None:
    written = everything_written() + "".join(str(message.items()) for message in messages())
    addresses = set(re.findall(r"[\w.+-]+@([\w.-]*\w)", written))
    hosts = set(re.findall(r"https?://([\w.-]*\w)", written)) - MARKUP
    hosts |= set(re.findall(r"\bwww\.[\w.-]*\w", written)) - MARKUP
    assert len(addresses | hosts) > 8
    assert [each for each in addresses | hosts if not each.endswith(".example")] == []
    assert not re.search(r"\b[\w-]+\.(?:com|net|org|io|no|de|ie|co\.uk)\b(?<!w3\.org)", written)


def test_every_telephone_number_is_kept_for_fiction() -> None:
    written = everything_written()
    numbers = re.findall(r"(?<![\w/-])\+?\d{3}[ -]\d{3,4}(?:[ -]?\d+)*(?![\w,])", written)
    telephones = [number for number in numbers if "-" in number]
    assert len(telephones) > 20
    assert {number for number in telephones if not re.fullmatch(r"555-01\d\d", number)} == set()
    assert not re.search(r"\+\d{6,}|\b0\d{9,}\b", written)


def test_the_address_book_knows_everybody_who_matters() -> None:
    cards = (SAMPLE / "contacts.vcf").read_text(encoding="utf-8")
    assert cards.count("BEGIN:VCARD") == cards.count("END:VCARD") >= 10
    known = set(re.findall(r"[\w.]+@[\w.-]+", cards))
    writers = {address(m) for m in messages() if address(m).partition("@")[2] in CUSTOMERS | {US}}
    assert writers <= known


# --- the offer


def test_the_offer_has_its_parts_and_unique_ids() -> None:
    loaded = offer()
    assert set(loaded) == {
        "name",
        "summary",
        "capabilities",
        "limits",
        "facts",
        "prices",
        "wrong_for",
        "point_to",
    }
    ids = [
        each["id"]
        for part in ("capabilities", "limits", "facts", "prices")
        for each in loaded[part]
    ]
    assert len(ids) == len(set(ids)) >= 20
    assert all(each["words"] for part in ("capabilities", "limits") for each in loaded[part])
    assert all(each["statement"] and each["words"] for each in loaded["wrong_for"])
    assert all({"name", "for", "why"} <= set(each) for each in loaded["point_to"])


def test_each_fact_has_a_topic_and_phrases_that_contradict_it() -> None:
    for fact in offer()["facts"]:
        assert fact["statement"].endswith(".")
        for phrases in (fact["topic"], fact["contradicts"]):
            assert phrases
            assert all(isinstance(phrase, str) for phrase in phrases)


def test_several_facts_are_contradicted_by_what_customers_say() -> None:
    said = " ".join(body(message) for message in box("Inbox"))
    said += " ".join(path.read_text(encoding="utf-8") for path in CALLS)
    said = re.sub(r"\s+", " ", said)
    contradicted = {
        fact["id"]
        for fact in offer()["facts"]
        if any(phrase in said for phrase in fact["contradicts"])
    }
    assert contradicted >= {
        "works-offline",
        "no-tracking",
        "takes-spreadsheet",
        "leave-any-month",
        "hosted-eu",
        "price",
    }
