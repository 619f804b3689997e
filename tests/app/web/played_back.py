"""A check-back of three statements for tests of the customer's page; everyone is fictional."""

from __future__ import annotations

from dataclasses import replace

from tests.app.talks import ANNA, SAM, mail, said, thread
from theirside.app import queries, services
from theirside.app.web.links import path_of
from theirside.evidence import quote
from theirside.serve.checkback.statement import Page, Section, Statement
from theirside.serve.checkback.tones import tones

JOB = "My own job hangs on the brewhouse being quiet at night."
SHIFTS = "We want fewer night shifts before the summer."
MAILS = "Long mails make me tired."
ASK = mail("<1@x>", ANNA, f"{JOB}\n{SHIFTS}\n{MAILS}", SAM)
TALK = thread("t1", ASK, mail("<2@x>", SAM, "Thank you, I noted it.", ANNA, hours=1))
CODE = "0badcafe"


def played_back(note: str = "") -> str:
    """Keep a talk with Anna and a check-back of it; return its code."""
    starts = {words: ASK.text.index(words) for words in (JOB, SHIFTS, MAILS)}
    read = [
        replace(said(0, words), start=start, end=start + len(words))
        for words, start in starts.items()
    ]
    services.keep(TALK, read, "test-1")
    talk = queries.conversation("t1").conversation
    asked = (
        ("Your own job hangs on the brewhouse being quiet at night.", False, "stake", JOB),
        (SHIFTS, True, "goal", SHIFTS),
        (MAILS, True, "irritant", MAILS),
    )
    statements = tuple(
        Statement(
            number,
            Section.WARY if facet == "irritant" else Section.MATTERS,
            shown,
            quoted,
            f"o{number}",
            facet,
            0.8,
            (quote(talk, 0, starts[words], starts[words] + len(words)),),
        )
        for number, (shown, quoted, facet, words) in enumerate(asked, start=1)
    )
    page = Page(
        CODE, "Anna", "Sam Reed", "", tones()["warm"], statements, ("When is it?",), (), (), note
    )
    services.keep_checkback(queries.find_person("anna"), page)
    return CODE


def linked(days: int = 30, note: str = "") -> str:
    """Return the path of the customer's page of a check-back that is made now."""
    code = played_back(note)
    return path_of(services.make_link(queries.find_person("anna"), code, days).token)
