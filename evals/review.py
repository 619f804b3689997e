"""Is what a review finds worth reading? Precision and density of its findings on real text.

    python -m evals.review density INPUTS DATA
    python -m evals.review list INPUTS DATA --out FILE [--part first|second|third|fresh] [--most 12]
    python -m evals.review judge FILE [VERDICTS]
    python -m evals.review score INPUTS DATA

INPUTS holds ``mailing-lists/*.mbox`` (public mailing lists) and ``reply-parsing`` (replies), DATA
``email-intent/*.txt`` (e-mail sentences) and ``persuasion-for-good/full_dialog.csv`` (people who
ask others for a donation). A mail is reviewed as a mail, and once more as a note by the rules for
notes alone; a sentence or a turn only by the rules that look at sentences.

``density`` prints how often each rule fires. ``list`` writes findings that nobody has judged, at
most ``--most`` of a rule (``--off``: those of rules that are off, too), to be judged by reading:
would whoever wrote this be glad to be told? FILE holds people's words: it is never committed.
``judge`` takes lines ``number<TAB>true|false<TAB>reason`` and keeps them in ``review_judged.tsv``
by identifier, without anybody's words. ``score`` prints precision with Wilson's interval by rule
and over all, by part and by source. Rules have been tuned on the first three parts, on the fresh
one not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.judgements import Verdict, numbered, read_judged, verdicts_in, write_judged
from evals.review_texts import FIRST, FRESH, SECOND, THIRD, Text, texts
from evals.scores import wilson
from theirside.care.review import DraftKind, Finding, Level, review
from theirside.care.review.rule import Rule, rules

JUDGED = Path(__file__).with_name("review_judged.tsv")
WHOLE_KINDS = frozenset({"balance", "count", "grade", "late", "missing"})
"""Kinds of rules that need a whole mail; so do those for one place in it."""
PLACES = frozenset({"opening", "closing", "subject", "greeting", "body"})
NO_PERSON = "them"
"""The pack that says nothing without knowing whom a draft is for."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in a text. The identifier is told by text, rule and place."""

    text: Text
    rule: Rule
    finding: Finding

    @property
    def id(self) -> str:
        """Its identifier."""
        return f"{self.text.id}:{self.rule.id}:{self.finding.start}"

    @property
    def praise(self) -> bool:
        """Whether it praises."""
        return self.rule.level is Level.PRAISE


def chosen(text: Text, known: Iterable[Rule]) -> list[Rule]:
    """Return the rules that can be held against a text."""
    fitting = [each for each in known if text.kind in each.kinds and each.pack != NO_PERSON]
    if text.kind is DraftKind.NOTE:
        return [each for each in fitting if DraftKind.MAIL not in each.kinds]
    if text.whole:
        return fitting
    return [each for each in fitting if not _needs_a_whole(each)]


def _needs_a_whole(rule: Rule) -> bool:
    search = getattr(rule.looks, "search", None)
    return rule.kind in WHOLE_KINDS or (search is not None and search.where in PLACES)


def found_in(said: Sequence[Text], with_off: bool) -> list[Found]:
    """Review every text; with the rules that are off by default, or without."""
    known = [each for each in rules().values() if each.on or with_off]
    return [
        Found(text, rules()[each.rule], each)
        for text in said
        for each in review(text.text, text.kind, chosen=chosen(text, known))
    ]


def words(said: Iterable[Text]) -> int:
    """Return how many words the texts have; a mail that is read as a note too counts once."""
    return sum(len(each.text.split()) for each in said if each.kind is not DraftKind.NOTE)


def density(said: Sequence[Text]) -> Iterable[str]:
    """Yield how often each rule fires, by source, per thousand words."""
    sources = sorted({each.source for each in said} - {"note"})
    size = {name: words(each for each in said if each.source == name) for name in sources}
    size["note"] = size.get("mail", 0)
    found = found_in(said, with_off=True)
    by = Counter((each.rule.id, each.text.source) for each in found)
    shown = [*sources, "note"]
    yield f"{'rule':36}" + "".join(f"{name:>12}" for name in shown) + "   (findings)"
    for name, rule in sorted(rules().items()):
        if rule.pack != NO_PERSON:
            off = "" if rule.on else "   off"
            yield f"{name:36}" + "".join(f"{by[name, each]:>12}" for each in shown) + off
    yield f"{'words':36}" + "".join(f"{size[name]:>12}" for name in shown)
    for what, praise in (("warnings and advice", False), ("praise", True)):
        on = Counter(e.text.source for e in found if e.rule.on and e.praise is praise)
        per = "".join(f"{1000 * on[name] / max(size[name], 1):>12.2f}" for name in shown)
        yield f"{what + ' per 1,000 words':36}{per}"


def sheet(found: Sequence[Found], most: int, judged: Mapping[str, Verdict]) -> Iterable[str]:
    """Yield findings to be judged, at most ``most`` of a rule."""
    queues: dict[str, list[Found]] = defaultdict(list)
    for each in sorted(found, key=lambda one: one.id[::-1]):
        if each.id not in judged:
            queues[each.rule.id].append(each)
    number = 0
    for name, queue in sorted(queues.items()):
        yield f"\n=== {name} ({rules()[name].level}): {rules()[name].message}"
        for each in queue[:most]:
            number += 1
            yield f"#{number} {each.id}\n    {_marked(each)}"


def _marked(each: Found) -> str:
    start, end, text = each.finding.start, each.finding.end, each.text.text
    end = min(end, start + 240)
    parts = (text[max(0, start - 150) : start], text[start:end], text[end : end + 130])
    before, at, after = (" ".join(part.split()) for part in parts)
    return f"{before} [[{at}]] {after}"


def score(found: Sequence[Found], judged: Mapping[str, Verdict]) -> Iterable[str]:
    """Yield precision by rule and over all, with how many are not judged."""
    yield f"{'rule':36}{'fires':>6}{'judged':>8}{'right':>7}  precision [95%, Wilson]"
    by: dict[str, list[Found]] = defaultdict(list)
    for each in found:
        by[each.rule.id].append(each)
    for name, own in sorted(by.items()):
        yield _row(name + ("" if rules()[name].on else " (off)"), own, judged)
    on = [each for each in found if each.rule.on]
    for what, praise in (("warnings and advice", False), ("praise", True)):
        yield ""
        own = [each for each in on if each.praise is praise]
        yield _row(f"{what}, all", own, judged)
        for part in (FIRST, SECOND, THIRD, FRESH):
            yield _row(f"  {part}", [each for each in own if each.text.part == part], judged)
        for source in sorted({each.text.source for each in own}):
            yield _row(f"  {source}", [e for e in own if e.text.source == source], judged)


def _row(name: str, own: Sequence[Found], judged: Mapping[str, Verdict]) -> str:
    held = [judged[each.id].holds for each in own if each.id in judged]
    low, high = wilson(sum(held), len(held))
    share = f"{sum(held) / len(held):.3f} [{low:.3f}, {high:.3f}]" if held else "–"
    return f"{name:36}{len(own):>6}{len(held):>8}{sum(held):>7}  {share}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("density", "list", "score"):
        command = commands.add_parser(name)
        command.add_argument("inputs", type=Path)
        command.add_argument("data", type=Path)
        if name == "list":
            command.add_argument("--out", type=Path, required=True)
            command.add_argument("--part", choices=(FIRST, SECOND, THIRD, FRESH), default=FIRST)
            command.add_argument("--most", type=int, default=12)
            command.add_argument("--off", action="store_true")
    judge = commands.add_parser("judge")
    judge.add_argument("file", type=Path)
    judge.add_argument("verdicts", type=Path, nargs="?")
    return parser.parse_args()


def main() -> None:
    """Run what was asked for."""
    asked = _arguments()
    judged = read_judged(JUDGED)
    if asked.command == "judge":
        listed = asked.file.read_text(encoding="utf-8")
        lines = (asked.verdicts or asked.file).read_text(encoding="utf-8").splitlines()
        new = verdicts_in(lines, numbered(listed))
        write_judged({**judged, **new}, JUDGED)
        print(f"{len(new)} judged now, {len({**judged, **new})} in all.")
        return
    said = texts(asked.inputs, asked.data)
    if asked.command == "density":
        print("\n".join(density(said)))
    elif asked.command == "score":
        print("\n".join(score(found_in(said, with_off=True), judged)))
    else:
        part = [each for each in said if each.part == asked.part]
        lines = sheet(found_in(part, asked.off), asked.most, judged)
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
