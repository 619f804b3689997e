"""A voice words a line and changes nothing."""

from __future__ import annotations

from theirside.purpose.chairs.state import Line, State
from theirside.purpose.chairs.voice import Plain, Voice


class Loud:
    """A voice of another kind, as a language model would be."""

    def speak(self, state: State, line: Line) -> str:
        """Return the line louder with less patience."""
        return line.text.upper() if state.patience < 3 else line.text


def test_the_plain_voice_says_the_line_as_it_is_on_one_line() -> None:
    voice: Voice = Plain()
    assert voice.speak(State(3, 6), Line("We write it\non the wall.")) == "We write it on the wall."


def test_another_voice_gets_the_state_and_the_line() -> None:
    voice: Voice = Loud()
    assert voice.speak(State(3, 1), Line("Go on.")) == "GO ON."
    assert voice.speak(State(3, 6), Line("Go on.")) == "Go on."
