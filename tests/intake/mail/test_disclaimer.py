"""Notices that nobody wrote for this mail."""

from __future__ import annotations

import pytest

from theirside.conversation import ApartKind
from theirside.intake.mail.reply import split

BODY = "The vans are blue."
CONFIDENTIAL = (
    "This e-mail and any files transmitted with it are confidential and intended solely for the\n"
    "use of the individual or entity to whom they are addressed."
)


@pytest.mark.parametrize(
    "notice",
    [
        CONFIDENTIAL,
        f"________________________________\n{CONFIDENTIAL}",
        f"{CONFIDENTIAL}\n\nAny dissemination of this message is strictly prohibited.",
        "CONFIDENTIALITY NOTICE: if you have received this message in error, delete it.",
        "Diese Nachricht enthält vertrauliche Informationen und ist nur für Sie bestimmt.",
        "Ce message peut contenir des informations confidentielles. Merci de le détruire.",
        "Si ha recibido este mensaje por error, le rogamos que nos lo comunique.\nGracias, "
        "pues ha recibido este mensaje por error.",
        "Le informazioni contenute in questo messaggio sono riservate e ad uso esclusivo vostro.",
        "Esta mensagem pode conter informações confidenciais e é dirigida a quem a recebe.",
        "Dit bericht kan vertrouwelijke informatie bevatten en is uitsluitend bestemd voor u.",
        "Please consider the environment before printing this e-mail.",
        "Virus-free. www.avast.example",
        "This email has been scanned by TernGuard for Reyes Removals.",
        "______________________________\nvans mailing list\nvans@lists.tern.example\n"
        "https://lists.tern.example/mailman/listinfo/vans",
        '--\nYou received this message because you are subscribed to the group "vans".\n'
        "To unsubscribe from this group, write to vans+unsubscribe@tern.example.",
        "__________________________________________________\nDo You Yahoo!?\nFind a job.",
        "########################\n\nTo unsubscribe from the VANS list, click the following link:\n"
        "https://list.tern.example/scripts/wa.exe?A=1\n\n########################",
    ],
)
def test_a_notice_at_the_end_is_kept_apart(notice: str) -> None:
    body = split(f"{BODY}\n\n{notice}\n")
    assert body.text == BODY
    assert {part.kind for part in body.apart} == {ApartKind.DISCLAIMER}


def test_a_warning_banner_at_the_top_is_kept_apart() -> None:
    banner = "CAUTION: This email originated from outside of the organization. Do not click links."
    assert split(f"{banner}\n\n{BODY}").text == BODY


def test_a_notice_right_below_a_sentence_takes_no_more_than_itself() -> None:
    body = split(f"{BODY}\nAnd they are fast.\n{CONFIDENTIAL}")
    assert body.text == f"{BODY}\nAnd they are fast."


def test_a_notice_below_a_signature_leaves_the_signature_a_signature() -> None:
    body = split(f"{BODY}\n\nKind regards,\nBo Reyes\n\n{CONFIDENTIAL}")
    assert body.text == BODY
    assert [part.kind for part in body.apart] == [ApartKind.SIGNATURE, ApartKind.DISCLAIMER]


@pytest.mark.parametrize(
    "text",
    [
        "Please keep this confidential until May.",
        "Our lawyers say that the views expressed there are theirs.",
        "I'd like to unsubscribe from your newsletter.",
        "We found a virus on the server and no backup of the mailing list.",
        "The contract is confidential, and so is the price we agreed with your competitor.",
        "Bitte behandeln Sie das vertraulich.",
        "Merci de garder cela confidentiel.",
    ],
)
def test_people_may_speak_of_secrets_and_lists(text: str) -> None:
    body = split(text)
    assert body.text == text
    assert body.apart == ()


def test_a_whole_mail_on_one_line_is_not_taken_for_its_own_footer() -> None:
    line = f"Hello Ines, {'the vans are blue and they are fast. ' * 60}To unsubscribe, send a mail."
    assert split(line).text == line
