"""Where a signature begins, and what must not be taken for one."""

from __future__ import annotations

import pytest

from theirside.conversation import ApartKind
from theirside.intake.mail.languages import lexicon
from theirside.intake.mail.reply import split
from theirside.intake.mail.signature import is_program_line

_HEADER = "On Mon, 3 Mar 2025 at 09:14, Ada Lund <ada@tern.example> wrote:"
BODY = "We need it before May."


def _new(text: str) -> str:
    return split(text, sender_name="Bo Reyes", sender_email="bo.reyes@reyes.example").text


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nBo Reyes\nReyes Removals\n“We carry it all, and we always have. Why wait?”",
        "--\nBo",
        "--\n\n*Bo Reyes | Head of Operations*",
        "Bo",
        "Bo Reyes",
        "-Bo",
        "- Bo",
        "/Bo",
        "~Bo",
        "Best regards,\nBo",
        "Best regards\n\nBo Reyes\nHead of Operations\nReyes Removals\nT +31 20 555 0101",
        "Regards, Bo",
        "best regards -- Bo",
        "Cheers 🎉\nBo",
        "Thanks,\nBo",
        "Thank you,\nBo Reyes",
        "Many thanks and best regards,\n\nBo",
        "Kind regards from rainy Ghent,\nBo",
        "Mit freundlichen Grüßen / Kind regards\n\ni.A. Bo Reyes\nEinkauf",
        "Viele Grüße aus Hamburg\nBo",
        "Cordialement,\nBo Reyes\nDirecteur",
        "Tres cordialement,\nBo Reyes",
        "Udv,\nBo",
        "Bo Reyes @boreyes\nReyes Removals",
        "С уважением,\nБо Рейес",
        "Best regards",
        "Bo Reyes\nbo@reyes.example\n(555) 555-0101\nwww.reyes.example",
        "Bo Reyes | Reyes Removals | +31 20 555 0101",
        "Reyes, Bo\nReyes Removals",
        "Bo Reyes<mailto:bo@reyes.example>\n[cid:image001.png@01D7]",
        "Best regards,\nThe Tern Team",
        "Best regards,\nHead of Operations",
        "----------------\n\nLOGO\n\nBo Reyes\n\nt. 555-555-0101\n\nhttps://reyes.example/",
        "—\nBo Reyes\nOwner at Reyes Removals\n\n@reyesremovals",
        "Sent from my iPhone",
        "Bo\n\nSent from my iPhone",
        "Bo\nvia mobile",
        "Cheers\n\nB.",
        "B.",
        "BR",
        "Best,\nBo\n\n-- \nBo Reyes\nReyes Removals\n\nSent from my iPhone",
    ],
)
def test_a_signature_is_kept_apart(signature: str) -> None:
    assert _new(f"{BODY}\n\n{signature}") == BODY
    assert _new(f"{BODY}\n\n{signature}\n\n{_HEADER}\n> When?") == BODY
    assert _new(f"> When?\n\n{BODY}\n\n{signature}\n") == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Thanks!",
        "Thanks,\n\nI will check with Ada.",
        "Thanks, Ada, that helps.",
        "Ada,\n\nwe need it before May.",
        "Bo will call you tomorrow.",
        "Bo's van is the blue one, mine is red.",
        "The drivers:\n\n- Ada\n- Bo",
        "The drivers:\n\n1. Ada\n2. Bo",
        "I wanted to talk with regards to the vans.",
        "As regards the date: Friday.",
        "Best practice is to ask first.",
        "My options -- as I said -- are two:\n--\nfirst this one, which costs more than we have.",
        "# Points\n----\n\n1. Faster by half.\n2. Less memory.\n\n----\n\nThat is all of it.",
        "Please ask our accountant:\n\nJohn Doe\njohn@doe.example\n+31 20 555 0199",
        "It was sent from my iPhone app to all users.",
        "Sent from my desk, it is much easier than my phone.",
        "We have:\n-- eleven vans\n-- two of them on lease",
        "```\nsign('--\\nBo')\n```\n\nThe code above is what breaks.",
        "Is this yours?\n\nBo?",
        "42",
        "Yes\n\nNo",
        "Cheers, Ada\nworks for us",
        "Cheers,\nworks for us",
        "Greetings Ada,\n\ncan we move it to Friday",
        "Sounds good.\n\nCheers,\nsee you on Friday",
        "The driver is:\n\nBo Reyes",
        "A or B?\n\nA",
    ],
)
def test_what_somebody_said_is_no_signature(text: str) -> None:
    body = split(text, sender_name="Bo Reyes", sender_email="bo.reyes@reyes.example")
    assert body.text == text
    assert body.apart == ()


@pytest.mark.parametrize("sign", ["P.S.", "PS:", "P.S. -", "p.s.", "N.B."])
def test_a_postscript_below_the_signature_stays(sign: str) -> None:
    text = f"{BODY}\n\nBest,\nBo\n\n{sign} We also need single sign-on."
    assert _new(text) == f"{BODY}\n\n{sign} We also need single sign-on."


def test_an_afterthought_below_the_signature_stays() -> None:
    thought = "Oh, and one more thing: we need the invoices by mail."
    assert _new(f"{BODY}\n\nBest,\nBo\n\n{thought}") == f"{BODY}\n\n{thought}"


def test_a_sentence_among_contacts_is_not_lost() -> None:
    text = f"{BODY}\n\nBo\n+31 20 555 0101\n\nPlease call the mobile and not the office."
    assert "Please call the mobile" in _new(text)


def test_thanks_with_an_exclamation_stay_and_the_name_goes() -> None:
    assert _new("Sounds good!\n\nThanks!\nBo") == "Sounds good!\n\nThanks!"


def test_a_mail_of_thanks_alone_keeps_them() -> None:
    assert _new("Thanks,\nBo") == "Thanks,"


def test_what_stands_below_a_program_line_without_header_is_the_mail_replied_to() -> None:
    body = split(f"{BODY}\n\nSent from my iPhone\n\nWhen do you need it? We could start in June.")
    assert body.text == BODY
    assert [part.kind for part in body.apart] == [ApartKind.SIGNATURE, ApartKind.QUOTED]


def test_what_stands_below_a_program_line_stays_where_a_quote_follows() -> None:
    text = f"{BODY}\n\nSent from my iPhone\n\nThe vans are blue.\n\n{_HEADER}\n> When?"
    assert _new(text) == f"{BODY}\n\nThe vans are blue."


def test_what_stands_below_a_program_line_stays_where_nothing_is_above() -> None:
    assert (
        _new(f"Sent from my iPhone\n\n{BODY} And it must be blue.")
        == f"{BODY} And it must be blue."
    )


def test_signatures_between_quotes_are_left_alone() -> None:
    text = "> When?\n\nIn May.\n\nBo\n\n> And where?\n\nHere in Ghent."
    assert _new(text) == "In May.\n\nBo\n\nHere in Ghent."


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Sent from my Verizon Wireless BlackBerry",
        "Sent from my Wiko RIDGE FAB 4G",
        "Sent from my mobile phone",
        "sent from my iPad",
        "Sent from Yahoo Mail on Android",
        "Sent from Mail for Windows 10",
        "Sent from Samsung Galaxy smartphone.",
        "Sent from Outlook for iOS<https://tern.example/x>",
        "Get Outlook for Android (https://tern.example/x)",
        "Sent with Proton Mail secure email.",
        "(Sent from mobile device)",
        "Sent from my cell, please excuse any typos.",
        "Sent from my Samsung Galaxy s5 Octacore device",
        "Gesendet mit der WEB.DE Mail App",
        "Von Samsung Mobile gesendet",
        "Enviado do Yahoo Mail no Android",
        "Lähetetty Samsung Galaxy -älypuhelimesta",
        "Von meinem iPad gesendet",
        "Gesendet mit der GMX Mail App",
        "Envoyé de mon iPhone",
        "Envoyé à partir de Outlook pour iOS",
        "Enviado desde mi Huawei P30",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Skickat från min iPhone",
        "Sendt fra min iPhone",
        "Lähetetty iPhonesta",
        "Wysłane z iPhone'a",
        "Отправлено с iPhone",
        "iPhoneから送信",
        "发自我的iPhone",
        "나의 iPhone에서 보냄",
        "iPhone'umdan gönderildi",
    ],
)
def test_program_lines_are_known_in_many_languages(line: str) -> None:
    assert is_program_line(line, lexicon())


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my desk",
        "Sent from a magnificent torch of pixels",
        "Sent from my custom mailer",
        "Sent from our office to yours, with care",
        "It was sent from my iPhone",
        "Sent from",
        "Enviado desde mi casa",
        "Von mir gesendet",
        "Отправлено с любовью",
    ],
)
def test_what_people_say_of_sending_is_no_program_line(line: str) -> None:
    assert not is_program_line(line, lexicon())
