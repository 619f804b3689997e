"""Another language: every word that the main pages say changes with it.

The language is made up: the words of the catalogue with every vowel accented. What people said is
accented alike in the workspace, so that a plain vowel on a page is a word that no translator gets
to see. A little of what the rooms below say (``STILL_ENGLISH``) speaks English so far.
"""

from __future__ import annotations

import re
import runpy
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.test import Client
from pytest_django.fixtures import Settings

from tests.app.web.test_words import SPOKEN
from theirside.app import queries

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ROOT = Path(__file__).parents[3]
MESSAGES = runpy.run_path(str(ROOT / "scripts" / "messages.py"))
ACCENTED = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
KEPT = re.compile(r"%\(\w+\)[sd]|%[sd%]|<[^>]*>|&\w+;|\{\w*\}")
"""What stays as it is inside a message."""


def accented(text: str) -> str:
    """Return a message in the made-up language."""
    kept, parts = KEPT.findall(text), KEPT.split(text)
    made = parts[0].translate(ACCENTED)
    return made + "".join(k + p.translate(ACCENTED) for k, p in zip(kept, parts[1:], strict=True))


def test_the_words_kept_for_translators_are_those_of_the_pages() -> None:
    said = MESSAGES["as_text"](MESSAGES["catalogue"]())

    assert MESSAGES["POT"].read_text("utf-8") == said, "run: make messages"


def test_a_message_keeps_what_is_filled_in() -> None:
    assert accented("%(n)s days, <b>or</b> %s") == "%(n)s dáýs, <b>ór</b> %s"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the catalogue in the made-up language, ``en-xa``."""
    made = Catalog(locale="en", charset="utf-8")
    for each in MESSAGES["catalogue"]():
        if not each.id:
            continue
        one = each.id if isinstance(each.id, str) else each.id[0]
        said: Any = accented(one)
        if not isinstance(each.id, str):
            said = tuple(accented(form) for form in each.id)
        made.add(each.id, said, context=each.context)
    folder = tmp_path_factory.mktemp("locale")
    inside = folder / "en_XA" / "LC_MESSAGES"
    inside.mkdir(parents=True)
    with (inside / "django.mo").open("wb") as file:
        write_mo(file, made)
    return folder


@pytest.fixture
def elsewhere(seller: Client, sample: Path, made_up: Path, settings: Settings) -> Client:
    """Return a browser that wants the made-up language, on a sample in which it is spoken."""
    accent_all(sample)
    settings.LOCALE_PATHS = [made_up]
    settings.LANGUAGES = [("en", "English"), ("en-xa", "Accented")]
    seller.defaults["HTTP_ACCEPT_LANGUAGE"] = "en-xa"
    return seller


def accent_all(sample: Path) -> None:
    """Accent what people said and are called in this workspace."""
    from django.apps import apps
    from django.db import connection

    connection.ensure_connection()
    connection.connection.create_function("accented", 1, lambda t: t and t.translate(ACCENTED))
    with connection.cursor() as cursor:
        for model in apps.get_app_config("theirside").get_models():
            for field in model._meta.local_fields:
                if (model.__name__, field.name) in SAID or field.name in {"text", "subject"}:
                    table, column = model._meta.db_table, field.column
                    change = f'UPDATE "{table}" SET "{column}" = accented("{column}")'  # noqa: S608
                    cursor.execute(change)


SAID = {
    *(("Speaker", name) for name in ("name", "company")),
    *(("Person", name) for name in ("name", "company", "role")),
    ("ShelfThing", "title"),
    ("Key", "value"),
}


class Seen(HTMLParser):
    """Gathers what a page shows, text by text, and what is read aloud of it.

    What says of itself that it is in another language is left out, unlike the page itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._hidden = self._foreign = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._foreign or (tag != "html" and dict(attrs).get("lang")):
            self._foreign += tag not in VOID
            return
        self._hidden += tag in HIDDEN
        self.found += [value or "" for name, value in attrs if name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        self._hidden -= tag in HIDDEN

    def handle_data(self, data: str) -> None:
        if not self._hidden and not self._foreign:
            self.found.append(data)


VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "use"}
HIDDEN = {"script", "style", "head", "code", "kbd", "textarea"}
PLAIN = re.compile(r"[aeiou]", re.IGNORECASE)
NEVER = re.compile(
    r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b|\b[A-Z][a-z]+ \d{4}\b|\bTheirside\b|\S+@\S+|\bMarit\b"
    r"|contacts\.vcf, mail, calls, chat|^To give away$|^[\d.,–]+/(min|h)$|^[\d.]+ h$|\{\w+\}"
    "|“board”"
)
"""Days (Django has the months of its languages), units, addresses, gaps, names of the sample."""
STILL_ENGLISH = re.compile(
    r"recommended|^You (once |)(said|mentioned|asked|told)|^Promise |^We last heard of this in"
    r"|^practice P\d|: .*\((a guideline|research|computed|a vendor)|well enough to count"
)
"""What is said so far in English only, and why: see CONTRIBUTING.md.

A question for a customer stays in the language of the talks; sentences that pure rooms fill with
names and months; sources, which are citations.
"""


def left_english(page: str) -> list[str]:
    """Return the texts of a page that hold a word in plain English, each once."""
    seen = Seen()
    seen.feed(page)
    texts = dict.fromkeys(NEVER.sub("", " ".join(each.split())) for each in seen.found)
    return [each for each in texts if PLAIN.search(each)]


PERSON = {
    "understanding": "",
    "history": "history/",
    "names": "names/",
    "check-back": "check-back/",
    "ledger": "ledger/",
}
TALK = "call-44536cb2353ee673cc69"
PAGES = {
    "today": "/",
    "people": "/people/",
    "companies": "/companies/",
    "conversations": "/conversations/",
    "sides": f"/conversations/{TALK}/sides/",
    "talk": f"/conversations/{TALK}/",
    "review": "/review/",
    "add": "/add/",
    "serve": "/serve/",
    "shelf": "/serve/shelf/",
    "referrals": "/serve/referrals/",
    "practice-log": "/purpose/log/",
    "role-play": "/purpose/role-play/",
    "trends": "/purpose/trends/",
    "team-kit": "/purpose/team-kit/",
    "settings": "/settings/",
    "us": "/settings/us/",
    "offer": "/settings/offer/",
    "people's data": "/settings/people/?months=6",
    "accounts": "/settings/accounts/",
    "search": "/search/?q=board",
    "measures": f"/conversations/{TALK}/measures/",
    "pushback": f"/conversations/{TALK}/pushback/",
    "practice": "/purpose/",
    "deck": "/purpose/deck/",
    "task": "/purpose/deck/five_minutes_of_somebody/",
    "ledgers": "/serve/ledger/",
    "what is counted": "/settings/measures/",
    "what the review looks for": "/settings/rules/",
    "calendar": "/calendar/",
}


def test_every_word_of_the_main_pages_is_translated(elsewhere: Client) -> None:
    person = queries.find_person("sigrun").id
    pages = {name: f"/people/{person}/{path}" for name, path in PERSON.items()} | PAGES
    left = {}
    for name, path in pages.items():
        response = elsewhere.get(path)
        assert response.status_code == 200, name
        assert response.headers["Content-Language"] == "en-xa"
        texts = [each for each in left_english(response.text) if not STILL_ENGLISH.search(each)]
        if texts:
            left[name] = texts

    assert left == {}


def test_a_plain_word_is_found() -> None:
    assert left_english("<p title='Séén'>Ópén</p><b aria-label='Close'></b><code>as is</code>") == [
        "Close"
    ]
