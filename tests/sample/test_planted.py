"""What is planted in the sample stands there word for word, so that one can measure by it.

``tests/fixtures/sample`` holds three lists: the new text of each mail as its sender wrote it, what
an attentive person hears, and what else was planted (misbeliefs, holes, promises, changes of mind).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sample.sample_texts import CALLS, CHATS, SAMPLE, address, body, messages, offer

FIXTURES = Path(__file__).parents[1] / "fixtures" / "sample"
FACETS = {
    "goal",
    "pain",
    "stake",
    "criterion",
    "process",
    "decider",
    "constraint",
    "risk",
    "value",
    "taste",
    "interest",
    "irritant",
    "habit",
    "belief",
    "feeling",
}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def new_texts() -> dict[str, str]:
    lines = (FIXTURES / "new_text.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["message_id"]: row["text"] for row in rows}


def planted(name: str) -> dict[str, list[dict[str, Any]]]:
    loaded = yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@cache
def said_by() -> dict[str, str]:
    """What each person said anywhere, as one squeezed string."""
    said: dict[str, list[str]] = {}
    texts = new_texts()
    for message in messages():
        text = texts.get(str(message["Message-ID"]).strip().strip("<>"))
        if text is not None:
            said.setdefault(names()[address(message)], []).append(text)
    for path in [*CALLS, *CHATS]:
        for who, words in spoken(path.read_text(encoding="utf-8")):
            said.setdefault(who, []).append(words)
    return {who: squeezed(" ".join(parts)) for who, parts in said.items()}


def names() -> dict[str, str]:
    return {address(m): str(m["From"].addresses[0].display_name) for m in messages()}


def spoken(text: str) -> list[tuple[str, str]]:
    """Every (speaker, words) of a transcript or chat, one per cue or line."""
    if "<v " in text:
        return re.findall(r"<v ([^>]+)>(.*?)</v>", text, re.DOTALL)
    line = r"^(?:\[[\d:]+\] |[\d/]+, [\d:]+ - )?([A-Z]\w+ [A-Z]\w+): (.+)$"
    return re.findall(line, text, re.MULTILINE)


def heard() -> list[tuple[str, str, str]]:
    return [
        (each.get("by", person), each["facet"], each["quote"])
        for person, rows in planted("heard.yaml").items()
        for each in rows
    ]


def test_new_texts_stand_in_their_mails() -> None:
    texts = new_texts()
    by_id = {str(message["Message-ID"]).strip().strip("<>"): message for message in messages()}
    assert len(texts) > 80
    assert set(texts) <= set(by_id)
    for key, text in texts.items():
        whole = body(by_id[key])
        if by_id[key].get_content_type() == "text/html":
            whole = re.sub(r"&nbsp;|<[^>]+>", "", whole)
        for paragraph in text.split("\n\n"):
            assert squeezed(paragraph) in squeezed(whole), by_id[key]["Subject"]


def test_new_texts_hold_nothing_quoted_and_no_signature() -> None:
    for text in new_texts().values():
        assert not re.search(r"^>|wrote:$|^(From|Von|Fra): |Sent from my|^-- $", text, re.MULTILINE)
        assert "Tel. 555" not in text


@pytest.mark.parametrize(("person", "facet", "quote"), heard())
def test_what_one_hears_was_said_by_that_person(person: str, facet: str, quote: str) -> None:
    assert facet in FACETS
    assert squeezed(quote) in said_by()[person]


def test_one_hears_every_facet_of_the_person_to_look_at_first() -> None:
    assert {each["facet"] for each in planted("heard.yaml")["Sigrun Aas"]} == FACETS


def test_what_was_planted_was_said_by_that_person() -> None:
    lists = planted("told.yaml")
    for name, rows in lists.items():
        for each in rows:
            quotes = [each[key] for key in ("quote", "then", "since") if key in each]
            assert quotes, name
            for quote in quotes:
                people = said_by() if name == "never_kept" else {"": said_of(each)}
                assert any(squeezed(quote) in words for words in people.values()), quote


def said_of(row: dict[str, Any]) -> str:
    return said_by()[row.get("by") or row["person"]]


def test_misbeliefs_name_facts_of_the_offer() -> None:
    facts = {fact["id"]: fact for fact in offer()["facts"]}
    for each in planted("told.yaml")["misbeliefs"]:
        phrases = facts[each["fact"]]["contradicts"]
        assert any(phrase in each["quote"] for phrase in phrases), each["quote"]


REAL = re.compile(
    r"\b(?:Google|Microsoft|Amazon|SAP|Siemens|Salesforce|HubSpot|Oracle|IBM|Samsung|Bosch|"
    r"Gong|Slack|Maersk|DHL|UPS|FedEx|Volkswagen|Mercedes|Tesla|Equinor|Nestl\u00e9)\b"
)


def test_nobody_speaks_of_a_real_company() -> None:
    assert len(said_by()) == 12
    for who, words in said_by().items():
        assert REAL.search(words) is None, who


def test_only_the_cast_speaks() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    for who in said_by():
        first, last = who.split()
        assert first in readme
        assert last in readme or who == "Tadhg Brannigan"
