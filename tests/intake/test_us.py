"""Who we are, sorted from what people type."""

from __future__ import annotations

import pytest

from theirside.intake.us import Us


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Fjord.Example", Us(domains=frozenset({"fjord.example"}))),
        ("@fjord.example", Us(domains=frozenset({"fjord.example"}))),
        (" Nora@Fjord.example ", Us(addresses=frozenset({"nora@fjord.example"}))),
        ("Nora Tveit", Us(names=frozenset({"Nora Tveit"}))),
        ("Nora", Us(names=frozenset({"Nora"}))),
        ("Dr. Nora Tveit", Us(names=frozenset({"Dr. Nora Tveit"}))),
        (
            "Nora Tveit <nora@fjord.example>",
            Us(addresses=frozenset({"nora@fjord.example"}), names=frozenset({"Nora Tveit"})),
        ),
        ("<nora@fjord.example>", Us(addresses=frozenset({"nora@fjord.example"}))),
        ("https://www.fjord.example/about?x=1", Us(domains=frozenset({"fjord.example"}))),
        ("<>", Us()),
        ("", Us()),
    ],
)
def test_an_entry_is_a_domain_an_address_or_a_name(entry: str, expected: Us) -> None:
    assert Us.of(entry) == expected


def test_nobody_is_false_and_somebody_is_true() -> None:
    assert not Us.of("  ")
    assert Us.of("fjord.example")
