"""The reader that is used by default: linguistic patterns and the trained model, working together.

Patterns are better where form decides: days, promises, whose view it is, what is special and kept
out. The model is better where wording is free. A label says by whom it is read; where it is both,
a pattern counts unless the model's probability is below the label's veto, and the model where it is
sure by itself. What the patterns hold to be another person's view stays theirs.

The finer emotions, which no pattern reads, are there for whoever asks for everything: a brief needs
to know that somebody is worried, not whether that was fear or nervousness.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from theirside.conversation import Side
from theirside.evidence import Annotation
from theirside.reader.encoder import Seeing, default_encoder
from theirside.reader.label import rules
from theirside.reader.measured import BOTH, MODEL, PATTERNS, Measured, measured
from theirside.reader.patterns import SPECIAL, PatternReader
from theirside.reader.reader import Sentence

if TYPE_CHECKING:
    import numpy as np

_FELT = "facet.feeling"
_DIGITS = 4


class CombinedReader:
    """Reads sentences by patterns and model. Deterministic; safe to share between threads."""

    def __init__(
        self,
        patterns: PatternReader | None = None,
        encoder: Seeing | None = None,
        figures: Mapping[str, Measured] | None = None,
    ) -> None:
        self._patterns = patterns or PatternReader()
        self.encoder: Seeing = encoder or default_encoder()
        self._figures = measured() if figures is None else figures
        place = {name: number for number, name in enumerate(self.encoder.names)}
        self._outputs = [(each, place[each.output]) for each in self._figures.values()]
        self._sides = {rule.id: rule.side for rule in rules()}
        self._order = {rule.id: number for number, rule in enumerate(rules())}
        self._finer = {r.id for r in rules() if r.id.startswith("feeling.") and not r.patterns}

    @property
    def version(self) -> str:
        """What the annotations are marked with: both versions, joined by a plus sign."""
        return f"{self._patterns.version}+{self.encoder.version}"

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        """Return the annotations of the sentences, in the order of the sentences.

        With ``everything`` also those below their thresholds, each with its probability.
        """
        return self.annotate_seeing(sentences, everything)[0]

    def annotate_seeing(
        self, sentences: Sequence[Sentence], everything: bool = False
    ) -> tuple[list[Annotation], np.ndarray]:
        """Return the annotations, and what the model made of each sentence: its embedding."""
        found: dict[tuple[int, int], list[Annotation]] = {}
        for each in self._patterns.annotate(sentences):
            found.setdefault((each.turn, each.start), []).append(each)
        seen = self.encoder.see([e.text for e in sentences], [e.before for e in sentences])
        annotations = [
            annotation
            for sentence, logits in zip(sentences, seen.logits.tolist(), strict=True)
            for annotation in self._merged(
                sentence, found.get((sentence.turn, sentence.start), []), logits, everything
            )
        ]
        return annotations, seen.embeddings

    def _merged(
        self,
        sentence: Sentence,
        patterns: list[Annotation],
        logits: list[float],
        everything: bool,
    ) -> list[Annotation]:
        if any(each.label == SPECIAL for each in patterns):
            return [replace(each, reader=self.version) for each in patterns]
        by_label = {each.label: each for each in patterns if each.label != _FELT}
        merged = dict(by_label)
        for figures, place in self._outputs:
            chance = round(figures.probability(logits[place]), _DIGITS)
            kept = self._one(figures, chance, by_label.get(figures.id), sentence, everything)
            merged.pop(figures.id, None)
            if kept is not None:
                merged[figures.id] = kept
        merged |= {each.label: each for each in self._felt(list(merged.values()))}
        return [
            replace(merged[label], reader=self.version)
            for label in sorted(merged, key=lambda each: self._order.get(each, len(self._order)))
        ]

    def _one(
        self,
        figures: Measured,
        chance: float,
        pattern: Annotation | None,
        sentence: Sentence,
        everything: bool,
    ) -> Annotation | None:
        """Return what is said of one label: the pattern's finding, the model's, both or none."""
        if figures.by == PATTERNS and not everything:
            return pattern
        # Patterns that are newer than the figures count where the model alone would say nothing.
        if pattern is not None and (figures.by != MODEL or not figures.fires):
            if figures.by == PATTERNS or pattern.holder or chance >= figures.veto:
                return replace(pattern, probability=max(pattern.probability, chance))
            if not everything:
                return None
        fires = figures.fires and figures.by in (MODEL, BOTH) and chance >= figures.threshold
        shown = fires and figures.id not in self._finer and self._is_theirs(figures.id, sentence)
        if not everything and not shown:
            return None
        return Annotation(
            turn=sentence.turn,
            start=sentence.start,
            end=sentence.end,
            label=figures.id,
            probability=chance,
            reader=self.version,
        )

    def _is_theirs(self, label: str, sentence: Sentence) -> bool:
        side = self._sides.get(label, "any")
        return side == "any" or sentence.side is Side.UNKNOWN or sentence.side == side

    def _felt(self, found: Sequence[Annotation]) -> Iterator[Annotation]:
        """Yield that something is felt, wherever one of the everyday feelings is."""
        felt = [each for each in found if self._is_everyday(each)]
        if felt:
            yield replace(max(felt, key=lambda each: each.probability), label=_FELT)

    def _is_everyday(self, each: Annotation) -> bool:
        known = each.label in self._sides and each.label not in self._finer
        return known and each.label.startswith("feeling.")
