"""Charts of measures, by Altair: the same in a notebook and on a page.

Dots with their intervals rather than dials; one's own past as a quiet band; labels at the mark
instead of a legend. Each chart says in words what it shows (``description``) and carries its table
(``data``). Nothing is fetched from elsewhere. Needs the extra ``plots``:
``pip install "theirside[plots]"``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure
from theirside.care.over_time import Trend
from theirside.care.spoken import Spoken
from theirside.conversation import Side
from theirside.errors import SettingsError
from theirside.understand.feelings import passed_over_in
from theirside.understand.talk import Talk

try:
    import altair as alt
except ImportError as error:
    raise SettingsError(
        'Charts need altair, which is not installed: pip install "theirside[plots]"'
    ) from error

__all__ = ["DARK", "LIGHT", "Look", "figures", "talk", "weeks"]

WIDTH = 420
ROW = 24


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a chart; ``theirs`` and ``ours`` are the two sides everywhere."""

    paper: str
    ink: str
    theirs: str
    ours: str
    guess: str
    line: str


LIGHT = Look("#FBF8F3", "#22201C", "#0E5A5A", "#4A5568", "#9A5B00", "#E4DCCF")
DARK = Look("#171614", "#ECE7DF", "#7CC7C0", "#A7B1C2", "#E0A64A", "#34302A")


def figures(found: Sequence[Figure], look: Look = LIGHT) -> alt.TopLevelMixin:
    """Return figures as dots with their intervals, a row each; shares on one scale of 0 to 100 %.

    Figures without a value stand as what they are: too little to say. Published ranges are a quiet
    bar behind the dot.
    """
    shares = [each for each in found if each.unit == "share"]
    others = [each for each in found if each.unit != "share"]
    rows = [_rows(shares, look, "%")] if shares else []
    rows += [_rows([each], look, each.unit) for each in others]
    told = "; ".join(_said(each) for each in found)
    return _dressed(alt.vconcat(*rows, spacing=4), look, told)


def _rows(found: Sequence[Figure], look: Look, unit: str) -> Any:
    values = [_row(each) for each in found]
    top = 100 if unit == "%" else _top(values)
    scale = alt.Scale(domain=[0, top], clamp=True)
    axis = alt.Axis(title=None if unit == "%" else unit, grid=False, tickCount=3, labelExpr=(
        "datum.label + ' %'" if unit == "%" else "datum.label"
    ))  # fmt: skip
    base = _chart(values).encode(
        y=alt.Y("name:N", sort=[each["name"] for each in values], title=None,
                axis=alt.Axis(labelLimit=260, domain=False, ticks=False, minExtent=210,
                              labelPadding=10)),
        tooltip=[alt.Tooltip(f"{each}:N") for each in ("name", "told")],
    )  # fmt: skip
    x = alt.X("value:Q", scale=scale, axis=axis)
    published = base.mark_bar(height=14, color=look.line).encode(
        x=alt.X("range_low:Q", scale=scale, axis=axis), x2="range_high:Q"
    )
    between = base.mark_rule(strokeWidth=2, color=look.ours).encode(
        x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"
    )
    dot = base.mark_point(filled=True, size=70, opacity=1, color=look.ours).encode(x=x)
    unsaid = base.mark_text(align="left", color=look.ours, fontStyle="italic").encode(
        x=alt.value(4), text="unsaid:N"
    )
    layers = alt.layer(published, between, dot, unsaid)
    return layers.properties(width=WIDTH, height=ROW * len(values))


def _top(values: Sequence[Mapping[str, Any]]) -> float:
    """Return where a scale from 0 ends, so that nothing lies on its edge."""
    ends = [each[name] or 0 for each in values for name in ("value", "high", "range_high")]
    return float(max(ends)) * 1.15 or 1.0


def _chart(values: Sequence[Mapping[str, Any]]) -> alt.Chart:
    """Return a chart of a table of our own, which needs no library of data frames."""
    return alt.Chart(alt.Data(values=list(values)))  # type: ignore[no-untyped-call]


def _row(figure: Figure) -> dict[str, Any]:
    measure = measures()[figure.measure]
    times = 100 if figure.unit == "share" else 1
    low, high = _published(measure)
    return {
        "measure": figure.measure,
        "name": measure.name,
        "value": _times(figure.value, times),
        "low": _times(figure.low, times),
        "high": _times(figure.high, times),
        "range_low": _times(low, times),
        "range_high": _times(high, times),
        "count": figure.count,
        "of": figure.of,
        "told": _said(figure),
        "unsaid": figure.note if figure.value is None else "",
    }


def _published(measure: Measure) -> tuple[float | None, float | None]:
    """Return the ends of the first published range that has both."""
    known = [(each.low, each.high) for each in measure.ranges]
    return next((each for each in known if None not in each), (None, None))


def _times(value: float | None, by: float) -> float | None:
    return None if value is None else value * by


def _said(figure: Figure) -> str:
    """Return a figure in words: ``Open questions: 59 % (41 to 74), 17 of 29 questions``."""
    measure, times = measures()[figure.measure], 100 if figure.unit == "share" else 1
    unit = "%" if figure.unit == "share" else figure.unit
    if figure.value is None:
        return f"{measure.name}: {figure.note}"
    told = f"{measure.name}: {figure.value * times:.3g} {unit}"
    if figure.low is not None and figure.high is not None:
        told += f" ({figure.low * times:.3g} to {figure.high * times:.3g})"
    return f"{told}, {figure.count:,.3g} of {figure.of:,.3g} {measure.things}"


def weeks(trend: Trend, look: Look = LIGHT) -> alt.TopLevelMixin:
    """Return a measure week by week: dots with intervals, the own past a quiet band behind."""
    measure = measures()[trend.measure]
    times = 100 if measure.unit == "share" else 1
    values = [
        {"week": monday.isoformat(), **_row(each)}
        for monday, each in trend.weeks
        if each.value is not None
    ]
    title = "%" if measure.unit == "share" else measure.unit
    axis = alt.Axis(title=title, grid=False, tickCount=4)
    scale = alt.Scale(domain=[0, 100] if measure.unit == "share" else [0, _highest(trend)])
    base = _chart(values).encode(
        x=alt.X(
            "week:T",
            title=None,
            scale=alt.Scale(padding=18),
            axis=alt.Axis(
                format="%-d %b", grid=False, labelOverlap=True, labelSeparation=8, tickCount=6
            ),
        ),
        tooltip=["week:T", "told:N"],
    )
    y = alt.Y("value:Q", scale=scale, axis=axis)
    between = base.mark_rule(strokeWidth=2, color=look.ours).encode(
        y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q"
    )
    dots = base.mark_point(filled=True, size=70, opacity=1, color=look.ours).encode(y=y)
    layers = [between, dots]
    past = trend.past
    if past is not None and past.low is not None and past.high is not None:
        ends = [{"low": past.low * times, "high": past.high * times}]
        band = _chart(ends).mark_rect(color=look.line, opacity=0.9)
        layers.insert(0, band.encode(y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q"))
    told = "; ".join(f"week of {each['week']}: {each['told']}" for each in values)
    chart = alt.layer(*layers).properties(width=WIDTH, height=180, title=measure.name)
    return _dressed(chart, look, told or "no week says enough")


def _highest(trend: Trend) -> float:
    """Return where a scale from 0 ends, so that no week and no end of the past lies on its edge."""
    found = [trend.past, *(each for _monday, each in trend.weeks)]
    ends = [end for each in found if each is not None for end in (each.value, each.high)]
    return 1.1 * max(filter(None, ends), default=1.0)


def talk(
    spoken: Talk, look: Look = LIGHT, link: Callable[[int], str] | None = None
) -> alt.TopLevelMixin:
    """Return a talk as a strip: who spoke when, questions, and feelings that were passed over.

    By the clock where every turn has its times, else by words. ``link`` says where a turn is to
    be read; a mark then leads there.
    """
    laid = Spoken(spoken)
    timed = not laid.lacks("times")
    values = _linked(_stretches(laid, timed=timed), link)
    lanes = alt.Y("side:N", sort=["theirs", "ours", "unknown"], title=None,
                  axis=alt.Axis(domain=False, ticks=False))  # fmt: skip
    axis = alt.Axis(title="minutes" if timed else "words", grid=False, tickCount=6)
    colours = alt.Color(
        "side:N",
        legend=None,
        scale=alt.Scale(
            domain=["theirs", "ours", "unknown"], range=[look.theirs, look.ours, look.line]
        ),
    )
    spoke = (
        _chart(values)
        .mark_bar(height=18, opacity=0.75)
        .encode(x=alt.X("start:Q", axis=axis), x2="end:Q", y=lanes, color=colours,
                tooltip=["speaker:N", "words:Q"])
    )  # fmt: skip
    found = _linked(_marks(laid, timed=timed), link)
    marks, known = _chart(found), {each["kind"] for each in found}
    questions = (
        marks.transform_filter("datum.kind == 'question'")
        .mark_text(text="?", dy=-16, fontSize=13, color=look.ink)
        .encode(x="at:Q", y=lanes, tooltip=["text:N"])
    )
    missed = (
        marks.transform_filter("datum.kind == 'feeling passed over'")
        .mark_point(filled=False, size=80, strokeWidth=2, yOffset=16, color=look.guess)
        .encode(x="at:Q", y=lanes, tooltip=["text:N"])
    )
    told = _strip_told(laid)
    drawn = [spoke]
    drawn += [questions] if "question" in known else []
    drawn += [missed] if "feeling passed over" in known else []
    if link is not None:
        drawn = [each.encode(href="link:N") for each in drawn]
    layers = alt.layer(*drawn)
    title = alt.TitleParams("? question   ○ feeling passed over", fontSize=11, anchor="start")
    return _dressed(layers.properties(width=WIDTH + 210, height=110, title=title), look, told)


def _linked(
    rows: Sequence[dict[str, Any]], link: Callable[[int], str] | None
) -> Sequence[dict[str, Any]]:
    return [{**each, "link": link(each["turn"])} for each in rows] if link is not None else rows


def _stretches(laid: Spoken, *, timed: bool) -> list[dict[str, Any]]:
    found, said = [], 0
    for number, turn in enumerate(laid.turns):
        words = laid.words[number]
        start, end = float(said), float(said + words)
        if timed:
            start, end = (turn.start or 0.0) / 60, (turn.end or turn.start or 0.0) / 60
        said += words
        if words:
            side = str(turn.speaker.side)
            found.append({"start": start, "end": end, "side": side, "words": words,
                          "speaker": turn.speaker.label, "turn": number})  # fmt: skip
    return found


def _marks(laid: Spoken, *, timed: bool) -> list[dict[str, Any]]:
    """Return the questions, and the feelings passed over, each at its place in its turn."""
    missed = {(each.turn, each.start) for each in passed_over_in(laid.talk)}
    found, said = [], 0
    for each in laid.sentences:
        kinds = ["question"] * ("question" in each.labels)
        kinds += ["feeling passed over"] * ((each.turn, each.start) in missed)
        at = _minute(laid, each.turn, each.start) if timed else float(said)
        place = laid.quote(each)
        text = place.text if place is not None else ""
        found += [
            {"at": at, "kind": kind, "side": str(each.side), "text": text, "turn": each.turn}
            for kind in kinds
        ]
        said += each.words
    return found


def _minute(laid: Spoken, turn: int, start: int) -> float:
    whole = max(1, len(laid.turns[turn].text))
    return ((laid.turns[turn].start or 0.0) + laid.seconds(turn) * start / whole) / 60


def _strip_told(laid: Spoken) -> str:
    ours, theirs = laid.words_of(Side.OURS), laid.words_of(Side.THEIRS)
    asked = sum("question" in each.labels for each in laid.sentences)
    missed = len(passed_over_in(laid.talk))
    return (
        f"{theirs:,} words of theirs, {ours:,} of ours; {asked} question{'s'[: asked != 1]}; "
        f"{missed} feeling{'s'[: missed != 1]} passed over"
    )


def _dressed(chart: Any, look: Look, told: str) -> alt.TopLevelMixin:
    """Return the chart in the house's colours and type, with what it shows said in words."""
    text: Mapping[str, Any] = {"labelColor": look.ink, "titleColor": look.ink, "labelFontSize": 12}
    dressed: alt.TopLevelMixin = (
        chart.properties(background=look.paper, description=told, padding=16)
        .configure(font="Inter, Helvetica, Arial, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            domainColor=look.line, tickColor=look.line, titleFontWeight="normal", **text
        )
        .configure_title(color=look.ink, anchor="start", fontWeight="normal")
    )
    return dressed
