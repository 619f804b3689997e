"""Charts as pages draw them: what one shows is said in words, in English as everywhere."""

from __future__ import annotations

from tests.app.talks import ANNA, SAM, call
from theirside import plots
from theirside.app.web.charts import who_spoke_when
from theirside.care.talks import talks_of
from theirside.evidence import Annotation


def test_the_strip_says_what_it_shows_as_elsewhere() -> None:
    asked = "What happened in the cellar?"
    talk = call("c", (SAM, asked), (ANNA, "It floods, and I am afraid."), (SAM, "I see."))
    marks = (Annotation(0, 0, len(asked), "question.open", 0.9, "t"),)
    [it] = talks_of(talk, {talk.id: marks})

    told = who_spoke_when(it, lambda turn: f"#{turn}")["description"]

    assert told == plots.talk(it).to_dict()["description"]
    assert told.startswith("6 words of theirs, 7 of ours; 1 question; ")
