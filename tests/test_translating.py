"""Sentences of rooms without a language: as they are, and kept for translators."""

from __future__ import annotations

from pathlib import Path

from theirside.translating import to_translate

POT = Path(__file__).parents[1] / "src/theirside/app/web/locale/django.pot"


def test_a_marked_sentence_stays_as_it_is_and_is_gathered() -> None:
    asked = to_translate("They asked, and we found no answer.")

    assert asked == "They asked, and we found no answer."
    assert f'#: serve/due.py\nmsgid "{asked}"' in POT.read_text("utf-8")
