"""Reading offer.yaml, and being told what is wrong with it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.errors import SettingsError
from theirside.understand.misbeliefs import is_about, is_contradicted
from theirside.understand.offer import Fact, Offer, PointTo, WrongFor, load_offer

WHOLE = """\
name: Lantern
summary: Light for
  small harbours.
capabilities:
  - id: beacons
    statement: Watches the beacons and tells who has to go out.
    words: [beacon, lamp]
limits:
  - id: no-repair
    statement: Repairs nothing.
facts:
  - id: offline
    statement: Works without a network.
    topic: [network, offline]
    contradicts: ["needs a network", "/needs? (wifi|signal)/"]
wrong_for:
  - statement: Harbours with their own crew.
    words: [own crew]
point_to:
  - name: The harbour office
    for: Harbours with their own crew.
    why: They do it better.
    url: https://harbour.example
"""


def test_an_offer_is_read_whole() -> None:
    offer = load_offer(WHOLE)

    assert offer.name == "Lantern"
    assert offer.summary == "Light for small harbours."
    assert offer.capabilities[0].words == ("beacon", "lamp")
    assert offer.limits[0].words == ()
    assert offer.facts == (
        Fact(
            "offline",
            "Works without a network.",
            ("network", "offline"),
            ("needs a network", "/needs? (wifi|signal)/"),
        ),
    )
    assert offer.wrong_for == (WrongFor("Harbours with their own crew.", ("own crew",)),)
    assert offer.point_to == (
        PointTo(
            "The harbour office",
            "Harbours with their own crew.",
            "They do it better.",
            "https://harbour.example",
        ),
    )


def test_a_name_is_enough() -> None:
    assert load_offer("name: Lantern") == Offer("Lantern")
    assert load_offer("name: Lantern\nfacts:\n") == Offer("Lantern")


def test_a_file_is_read_and_named_in_its_errors(tmp_path: Path) -> None:
    file = tmp_path / "offer.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    assert load_offer(file) == load_offer(str(file)) == load_offer(WHOLE)

    file.write_text(WHOLE.replace("topic:", "topics:"), encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        load_offer(file)
    assert str(error.value) == f"{file}, line 14: 'topics' is not known here; did you mean 'topic'?"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: the file is empty; begin with `name: …`"),
        ("name: a\nname: b", "line 2: 'name' is given twice; keep one"),
        ("- name: a\n", "line 1: the file must be `key: value` lines"),
        ("summary: a\n", "line 1: 'name' is missing; add `name: …`"),
        ("name: [a]\n", "line 1: 'name' must be a text; write `name: some words`"),
        ("name: a\nfacts: b\n", "line 2: 'facts' must be a list; begin each of its entries with"),
        ("name: a\nfacts:\n  - b\n", "line 3: each of 'facts' must be `key: value` lines"),
        ("name: a\nfacts:\n  - id: b\n", "line 3: 'statement' is missing"),
        (
            "name: a\nlimits:\n  - id: b\n    statement: c\n    words: d\n",
            "line 5: 'words' must be a list; write `words: [one, two]`",
        ),
        (
            "name: a\nlimits:\n  - id: b\n    statement: c\n    words: [d, [e]]\n",
            "line 5: each of 'words' must be a text",
        ),
        (
            "name: a\nlimits:\n  - {id: b, statement: c}\n  - {id: b, statement: d}\n",
            "line 4: the id 'b' is used twice in 'limits'; rename one",
        ),
        (
            'name: a\nfacts:\n  - {id: b, statement: c, contradicts: ["/(/"]}\n',
            "line 3: /(/ is not a regular expression",
        ),
        ("name: a: b\n", "line 1: not valid YAML"),
        ("name: a\n\tfacts: b\n", "line 2: not valid YAML"),
        ("name: a\ncolour: 3\n", "line 2: 'colour' is not known here; known: name, summary"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(SettingsError) as error:
        load_offer(text + "\n")
    assert str(error.value).startswith("offer.yaml, " + told)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="unreadable"):
        load_offer(tmp_path / "nothing.yaml")
    latin = tmp_path / "offer.yaml"
    latin.write_bytes(b"name: Caf\xe9\n")
    with pytest.raises(SettingsError, match="save it as UTF-8"):
        load_offer(latin)


fragments = st.sampled_from(
    ["name: a", "facts:", "  - id: x", "    statement: y", "    topic: [a", "&a *a", "!!python/x",
     "? :", "- -", "{", "\t", "limits: ~", "words: [1, 2]", "'", "%TAG", "---", "1: 2"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(fragments, max_size=8).map("\n".join)))
def test_whatever_it_holds_it_is_an_offer_or_our_own_error(text: str) -> None:
    with suppress(SettingsError):
        assert load_offer(text + "\n").name


def test_the_example_in_the_documentation_is_an_offer_that_does_what_it_says() -> None:
    page = (Path(__file__).parents[2] / "docs" / "offer.md").read_text("utf-8")
    offer = load_offer(page.split("```yaml\n")[1].split("```")[0])
    (offline, _) = offer.facts

    assert offer.name == "Lantern"
    assert is_contradicted("Your box always needs some signal.", offline)
    assert not is_contradicted("It needs no signal.", offline)
    assert is_about("No light in the freezer halls", ["freezer hall"])
    for key in ("name", "summary", "capabilities", "limits", "facts", "wrong_for", "point_to"):
        assert f"| `{key}` |" in page
