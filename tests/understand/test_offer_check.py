"""What would make an offer better, and the schema for editors says what the reader takes."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
import yaml
from jsonschema import Draft202012Validator

from theirside.errors import SettingsError
from theirside.sample import folder
from theirside.understand.offer import KEYS, PointTo, Price, load_offer
from theirside.understand.offer_check import check_offer

SCHEMA = json.loads((files("theirside.schemas") / "offer.schema.json").read_text("utf-8"))
GOOD = """\
name: Lantern
capabilities:
  - {id: watch, statement: It watches., words: [lamp is out]}
limits:
  - {id: repair, statement: It repairs nothing., words: [repair]}
prices:
  - {id: harbour, for: A harbour, price: ask}
wrong_for:
  - {statement: Harbours with a crew., words: [own crew]}
point_to:
  - {name: Brightwater, for: Whoever needs a boat., competitor: yes, words: [boat]}
"""


def advice(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.text) for each in check_offer(text)[1]]


def test_nothing_is_said_of_a_good_one() -> None:
    assert advice(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        (", words: [lamp is out]", "", 3, "no `words`"),
        ("[lamp is out]", "[what is it]", 3, "'what is it' stands in every second sentence"),
        ("words: [repair]", "words: [lamps out]", 5, "'lamps out' stands under capabilities too"),
        (", for: Whoever needs a boat.", "", 11, "no `for`: nobody knows whom to point there"),
        ("prices:\n  - {id: harbour, for: A harbour, price: ask}\n", "", 1, "no prices"),
    ],
)
def test_what_could_be_better_is_told_with_its_line(
    old: str, new: str, line: int, told: str
) -> None:
    assert old in GOOD
    [(found, text)] = advice(GOOD.replace(old, new))
    assert found == line
    assert told in text


def test_prices_and_places_are_read() -> None:
    offer = load_offer(GOOD)
    assert offer.prices == (Price("harbour", "A harbour"),)
    assert offer.prices[0].statement == "A harbour: ask us"
    assert Price("a", "A harbour", "90 euros").statement == "A harbour: 90 euros"
    [place] = offer.point_to
    assert place == PointTo(
        "Brightwater", "Whoever needs a boat.", words=("boat",), competitor=True
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("competitor: yes", "competitor: perhaps", "line 11: 'competitor' must be yes or no"),
        ("price: ask", "cost: 3", "line 7: 'cost' is not known here"),
        (", price: ask", "", "line 7: 'price' is missing"),
    ],
)
def test_a_mistake_in_the_new_parts_names_line_and_remedy(old: str, new: str, told: str) -> None:
    with pytest.raises(SettingsError) as error:
        check_offer(GOOD.replace(old, new))
    assert told in str(error.value)


def test_the_schema_takes_the_sample_and_what_the_reader_takes() -> None:
    validator = Draft202012Validator(SCHEMA)
    text = (folder() / "offer.yaml").read_text("utf-8")
    validator.validate(yaml.safe_load(text))
    validator.validate(yaml.safe_load(GOOD))
    assert set(SCHEMA["properties"]) == set(KEYS)


@pytest.mark.parametrize("key", ["capabilities", "limits", "facts", "prices", "point_to"])
def test_the_schema_and_the_reader_know_the_same_parts(key: str) -> None:
    parts = SCHEMA["properties"][key]["items"]["properties"]
    with pytest.raises(SettingsError) as error:
        load_offer(f"name: a\n{key}:\n  - zzzzzz: 1\n" + ("    id: b\n" if "id" in parts else ""))
    known = str(error.value).partition("known: ")[2].split(", ")
    assert set(known) == set(parts)
