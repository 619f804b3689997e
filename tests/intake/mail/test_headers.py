"""The header above a quote, and the prose that only looks like one."""

from __future__ import annotations

import pytest

from theirside.intake.mail.headers import Header, header_at
from theirside.intake.mail.languages import lexicon
from theirside.intake.mail.lines import to_lines


def _header(text: str) -> Header | None:
    return header_at(to_lines(text), 0, lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "On Mon, 3 Mar 2025 at 09:14, Ada Lund <ada@tern.example> wrote:",
        "On Mon, 3 Mar 2025 at 09:14, Ada Lund\n<ada@tern.example> wrote:",
        "On Mon, 3 Mar 2025,\nat 09:14,\nAda Lund <ada@tern.example>\nwrote:",
        "On 3/3/2025 9:14 AM, Ada Lund wrote:",
        "On Mar 3, 2025, at 9:14 AM, O'Lund, Ada (Tern) <a.o'lund@tern.example> wrote:",
        "--- On Mon, 3/3/25, Ada Lund <ada@tern.example> wrote:",
        "---- On Mon, 03 Mar 2025 09:14:50 +0530 ada@tern.example wrote ----",
        "------On 3/3/2025 17:32 PM, Ada Lund wrote-----",
        "On Nov 26, 2013 you wrote:",
        "On July 28, 2026, Ada Lund wrote:",
        "*On Mon, 3 Mar 2025 at 09:14, Ada Lund <ada@tern.example> wrote:*",
        '3.3.2025, 09:14, "Ada Lund" <ada@tern.example>:',
        "2025-03-03 9:14 GMT+01:00 Ada Lund <ada@tern.example>:",
        '9:14 AM, March 3, 2025, "Ada Lund" <ada@tern.example>:',
        "Monday, 3 March 2025, 9:14 AM +0300 from ada@tern.example <ada@tern.example>:",
        "On 2025-03-03 09:14, ada at tern.example wrote:",
        "El lun, 3 mar 2025 a las 9:14, Ada (<ada@tern.example>) escribió:",
        "Op 3-mrt.-2025, om 09:14 heeft Ada <ada@tern.example> het volgende geschreven:",
        "På 3 mars 2025 på 09:14:18, Ada (ada@tern.example) skrev:",
    ],
)
def test_an_attribution_is_a_header_to_its_last_line(text: str) -> None:
    assert _header(f"{text}\n\nquoted") == Header(0, text.count("\n") + 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ada wrote:",
        "Ada Lund <ada@tern.example> writes:",
        '"Ada Lund" schrieb:',
        "Ada Lund <ada@tern.example> :",
        "2025/3/3 Ada Lund <ada@tern.example>",
        "On Monday our lawyer wrote:",
    ],
)
def test_a_thin_attribution_counts_only_above_a_quote(text: str) -> None:
    found = _header(f"{text}\n> quoted")
    assert found is not None
    assert found.weak


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday, I get proper rendering.",
        "On Thursday:",
        "On 4 May 2021 the minister wrote:",
        "The call is on 3 March 2025 at 10:00, and Bo wrote:",
        "Agenda for 3 March 2025, 10:00, contact ada@tern.example:",
        "2025-03-03 09:14:25 INFO user ada@tern.example:",
        "From: supplier@tern.example\nSubject: price",
        "On the other hand, it could happen at 9:14 twice!",
        "One: Here's what I've got.",
        "See https://tern.example/2025/03/03/what-ada-wrote:",
        "2025-03-03 09:14:22",
        "03/03/2025 at 9:14 AM",
        "Mail me: ada@tern.example",
        "I quote: you never wrote back.",
        "From: Berlin\nTo: Munich\nDate: 5 May 2025 10:00",
        "From: the warehouse\nTo: everybody",
        "From: our side, nothing new.",
        "Date: Friday\nPlace: our office",
        "Subject: Vans\nTo: think about",
        "The data comes From: our database, not From: others.",
        "----\n\n1. Faster",
        "====",
        "________________________________\nAda",
        "Original message",
        "Forwarded message from the board, as promised.",
        "Reply above this line",
        "Forwarded by our office yesterday:",
        "",
    ],
)
def test_prose_is_no_header(text: str) -> None:
    found = _header(text)
    assert found is None or found.weak


@pytest.mark.parametrize("first", ["2: yes", "4 - not quite", "Room 4 is fine"])
@pytest.mark.parametrize(
    "header",
    [
        "On Mon, 3 Mar 2025 at 09:14, Ada Lund <ada@tern.example> wrote:",
        "Am 3.3.2025 um 09:14 schrieb Ada Lund <ada@tern.example>:",
        '3.3.2025, 09:14, "Ada Lund" <ada@tern.example>:',
    ],
)
def test_a_numbered_answer_directly_above_is_not_part_of_it(first: str, header: str) -> None:
    assert _header(f"{first}\n{header}") is None
    assert _header(header) == Header(0, 1)


def test_a_sentence_before_an_attribution_is_not_part_of_it() -> None:
    lines = to_lines("At 9 it was fine.\nOn 3 Mar 2025 at 09:14 Ada <a@tern.example> wrote:\nx")
    assert header_at(lines, 0, lexicon()) is None
    assert header_at(lines, 1, lexicon()) == Header(1, 2)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("From: Ada <ada@tern.example>\nSent: Monday\nTo: Bo\nSubject: Vans", 4),
        ("*From:* Ada <ada@tern.example>\n*Sent:* Monday\n*To:* Bo\n*Subject:* Vans", 4),
        ("  From:  Ada/Tern\n  To:  Bo/Tern\n  Date:  03/03/2025 09:14\n  Subject:  Vans", 4),
        ("From: Ada\nSent: Monday\nTo: Bo; Cy;\n Di; Ed\nCc: Flo\nSubject: Vans", 6),
        (
            "From: Tern Human Resources \n<long@tern.example> \nSent: 3 March\nTo: B\nSubject: V",
            5,
        ),
        ("From: Ada <ada@tern.example>\n\nSent: Monday, 3 March 2025\n\nTo: Bo\n\nSubject: V", 7),
        ("Date: Mon, 3 Mar 2025 00:15:02 -0600\nTo: bo@reyes.example", 2),
        ("From: ada@tern.example *Sent:* 3 March 2025 *To:* Bo *Subject:* Vans", 1),
        ("De : Ada\nDate : 03/03/25  10:46  (GMT+01:00)\nÀ : bo@reyes.example Objet : Vans", 3),
        ("Message du : 03/03/2025 13:20\nDe : Ada <ada@tern.example>\nA : Bo\nSujet : Vans", 4),
    ],
)
def test_a_block_of_fields_is_a_header(text: str, last: int) -> None:
    assert _header(f"{text}\n\nquoted") == Header(0, last)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("-----Original Message-----\nquoted", 1),
        ("----- Original Message -----\n\nquoted", 1),
        ("*-----Original Message-----*\nquoted", 1),
        ("-----original message-----", 1),
        ("-----Ursprüngliche Nachricht-----\nVon: Ada\nAn: Bo\nBetreff: V\n\nx", 4),
        ("________________________________\nFrom: Ada\nSent: Monday\nTo: Bo\nSubject: V\n\nx", 5),
        (" ------------------------------\n\n*From:* Ada\n*Sent:* Mon\n*To:* Bo\n\nx", 5),
        ("====\n\nMessage du : 03/03/2025\nDe : Ada\nA : Bo\nSujet : V\n\nx", 6),
        ("##- Please type your reply above this line -##\n\nx", 1),
    ],
)
def test_a_divider_is_a_header_with_the_block_below_it(text: str, last: int) -> None:
    assert _header(text) == Header(0, last)


@pytest.mark.parametrize(
    "text",
    [
        "---------- Forwarded message ---------\nFrom: Ada\nSubject: V",
        "Begin forwarded message:\n\nFrom: Ada",
        "-------- Weitergeleitete Nachricht --------",
        "----- Forwarded by Ada Lund/Tern on 03/03/2025 09:14 -----",
        "Anfang der weitergeleiteten Nachricht:",
    ],
)
def test_a_forward_says_so(text: str) -> None:
    found = _header(text)
    assert found is not None
    assert found.forwards
