"""Their words gathered by statement, and the verdict on each.

A line goes to the statement that is open above it, or to the numbers that it names ("1 and 3:
yes"). Two that contradict each other, a number within another statement's answer, a paragraph
after the answer: all that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from theirside.serve.checkback.statement import Answer, Reply, Unclear, Verdict
from theirside.serve.checkback.verdict import is_aside, is_yes_to_all, verdict_of

_NUMBERED = re.compile(
    r"[-*•]?\s*(?:(?:no|nr|number|statement|point|item)s?\b\.?\s*)?"
    r"(?P<numbers>[#\[(]?\d{1,2}[\])]?(?:\s*(?:,|and|&|\+|-|–|to)\s*#?\d{1,2})*)"
    r"(?:\s*[:.)\]=–—-]+\s*|\s+)(?P<rest>\D.*)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[^:.)\]=–—]{0,24}\d\s*[:.)\]=–—-]")
_RANGE = re.compile(r"(\d{1,2})\s*(?:-|–|to)\s*#?(\d{1,2})")
EDITED = "our words were changed, and it is not plain what holds"
NOT_PLAIN = "it is not plain which of the three answers this is"
NOT_HOW = "it does not hold, but not how it really is"
NOWHERE = "it is not plain which statement this is about"
TWICE = "two answers that contradict each other"
NO_SUCH = "there is no statement of that number"
QUOTED = "it stands in what the mail repeats, and may be older"
WITHIN = "it stands under one statement and names another"


class Gathered:
    """What was written, by statement."""

    def __init__(self, numbers: frozenset[int]) -> None:
        self._numbers = numbers
        self._open: int | None = None
        self._under: dict[int, list[str]] = {}
        self._named: list[tuple[tuple[int, ...], list[str]]] = []
        self._loose: list[list[str]] = []
        self._unclear: list[Unclear] = []
        self._goes_on: list[str] | None = None
        self.older = False
        """Whether the lines that come now may be of an earlier round, and by either side."""

    @property
    def is_open(self) -> bool:
        """Say whether words that come now stand below a statement."""
        return self._open is not None

    def open(self, number: int) -> None:
        """Begin the place below a statement."""
        self._open, self._goes_on = number, None

    def close(self) -> None:
        """Words of ours that are no statement: whatever follows is under none."""
        self._open = self._goes_on = None

    def blank(self) -> None:
        """An empty line ends a paragraph."""
        self._goes_on = None

    def edited(self, text: str) -> None:
        """Take a statement of ours that they wrote into."""
        self._unclear.append(Unclear(text, EDITED, self._open))

    def add(self, text: str, *, repeated: bool) -> None:
        """Take a line of theirs; ``repeated``: it stands in a quote, so anyone's."""
        if self.older and self._open is not None:
            self._goes_on = None
            if verdict_of(text) or len(text.split()) < 4:
                self._unclear.append(Unclear(text, QUOTED, self._open))
        elif repeated and self._open is None:
            self._goes_on = None
            self._repeated(text)
        elif self._goes_on is not None and not _NUMBERED.fullmatch(text):
            self._goes_on.append(text)
        elif self._open is not None:
            self._below(self._open, text)
        elif not self._by_number(text):
            self._goes_on = [text]
            self._loose.append(self._goes_on)

    def _repeated(self, text: str) -> None:
        """Ask about an answer in a quote that stands under no statement of ours."""
        found = _NUMBERED.fullmatch(text)
        numbers = _numbers(found["numbers"]) if found else ()
        if found and self._numbers.issuperset(numbers) and _MARKED.match(text):
            self._unclear.append(Unclear(text, QUOTED, numbers[0] if len(numbers) == 1 else None))
        elif is_yes_to_all(text):
            self._unclear.append(Unclear(text, QUOTED))

    def named(self, numbers: tuple[int, ...], text: str) -> None:
        """Take words that name their statements."""
        if self.older:
            self._unclear.append(Unclear(text, QUOTED, numbers[0] if len(numbers) == 1 else None))
            return
        self._goes_on = [text]
        self._named.append((numbers, self._goes_on))

    def _below(self, number: int, text: str) -> None:
        found = _NUMBERED.fullmatch(text)
        if found and verdict_of(found["rest"]) and _numbers(found["numbers"]) != (number,):
            self._unclear.append(Unclear(text, WITHIN, number))
            return
        if found and _numbers(found["numbers"]) == (number,) and verdict_of(found["rest"]):
            text = found["rest"]
        said = self._under.setdefault(number, [])
        if said and verdict_of(" ".join(said)):  # a new paragraph after the answer
            self._goes_on = [text]
            self._loose.append(self._goes_on)
            return
        said.append(text)
        self._goes_on = said

    def _by_number(self, text: str) -> bool:
        found = _NUMBERED.fullmatch(text)
        if found is None:
            return False
        numbers = _numbers(found["numbers"])
        marked = re.search(r"\d\s*[:.)\]=–—-]", text[: found.start("rest")]) or "#" in text[:2]
        if not marked and verdict_of(found["rest"]) is None:
            return False
        self.named(numbers, found["rest"])
        return True

    def reply(self) -> Reply:
        """Return the verdicts, and what is left to be asked."""
        found: dict[int, list[Answer]] = {}
        for number, said in self._under.items():
            self._judge((number,), said, found)
        for numbers, said in self._named:
            self._judge(numbers, said, found)
        self._read_loose(found)
        answers: list[Answer] = []
        for number, given in sorted(found.items()):
            if len(set(given)) == 1:
                answers.append(given[0])
            else:
                told = "; ".join(" ".join((each.verdict, each.text)).strip() for each in given)
                self._unclear.append(Unclear(told, TWICE, number))
        return Reply(tuple(answers), tuple(self._unclear))

    def _judge(
        self, numbers: tuple[int, ...], said: Iterable[str], found: dict[int, list[Answer]]
    ) -> None:
        text = " ".join(_without_asides(said))
        verdict = verdict_of(text)
        for number in numbers:
            if number not in self._numbers:
                self._unclear.append(Unclear(text, NO_SUCH))
            elif verdict is None and text:
                bare = re.fullmatch(r"\W*(?:no|nope|wrong|not (?:quite|right|true))\W*", text, re.I)
                self._unclear.append(Unclear(text, NOT_HOW if bare else NOT_PLAIN, number))
            elif verdict is not None:
                if verdict[0] is Verdict.NOT_QUITE and len(numbers) > 1:
                    self._unclear.append(Unclear(text, NOT_PLAIN, number))
                else:
                    found.setdefault(number, []).append(Answer(number, *verdict))

    def _read_loose(self, found: dict[int, list[Answer]]) -> None:
        texts = [" ".join(_without_asides(lines)) for lines in self._loose]
        texts = [text for text in texts if text]
        untouched = not found and not self._unclear
        if untouched and len(texts) == 1 and is_yes_to_all(texts[0]):
            for number in self._numbers:
                found[number] = [Answer(number, Verdict.YES)]
        elif untouched and len(texts) == 1 and len(self._numbers) == 1 and verdict_of(texts[0]):
            self._judge(tuple(self._numbers), texts, found)
        else:
            self._unclear += [Unclear(text, NOWHERE) for text in texts]


def _without_asides(lines: Iterable[str]) -> list[str]:
    """Return the lines, without those that only stand around an answer."""
    return [line for line in lines if not is_aside(line)]


def _numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that a text names: "1, 3 and 5", "2-4"."""
    if found := _RANGE.search(text):
        first, last = int(found[1]), int(found[2])
        if first < last:
            return tuple(range(first, last + 1))
    return tuple(int(each) for each in re.findall(r"\d{1,2}", text))
