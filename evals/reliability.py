"""Reliability diagrams as one quiet picture: what was said against what was so, a panel a label."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from evals.scores import Bin, wilson

COLUMNS, WIDE, HIGH = 5, 138, 152
_SIDE = 104
_LEFT, _TOP = 22, 24
_STYLE = """
text { font: 11px Inter, 'Helvetica Neue', Arial, sans-serif; fill: #4A5568; }
.box, .even { fill: none; stroke: #CFC5B4; }
.even { stroke-dasharray: 3 3; }
.span { stroke: #0E5A5A; stroke-width: 1; opacity: .55; }
.dot { fill: #0E5A5A; }
@media (prefers-color-scheme: dark) {
  text { fill: #A7B1C2; }
  .box, .even { stroke: #55503F; }
  .span { stroke: #7CC7C0; }
  .dot { fill: #7CC7C0; }
}
"""


def picture(panels: Mapping[str, Sequence[Bin]]) -> str:
    """Return the SVG of the labels' panels, in their order."""
    rows = -(-len(panels) // COLUMNS)
    width, height = COLUMNS * WIDE, rows * HIGH + 8
    drawn = [
        f'<g transform="translate({number % COLUMNS * WIDE} {number // COLUMNS * HIGH})">\n'
        f"{_panel(name, bins, first=number == 0)}\n</g>"
        for number, (name, bins) in enumerate(panels.items())
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="t d">\n'
        '<title id="t">How well the probabilities fit, label by label</title>\n'
        '<desc id="d">Across: the probability that was given. Up: how often it was so, with the '
        "95% interval. On the dashed line both are the same.</desc>\n"
        f"<style>{_STYLE}</style>\n" + "\n".join(drawn) + "\n</svg>\n"
    )


def _panel(name: str, bins: Sequence[Bin], first: bool) -> str:
    parts = [
        f'<text x="{_LEFT}" y="{_TOP - 8}">{html.escape(name)}</text>',
        f'<rect class="box" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>',
        f'<path class="even" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>',
        *(_mark(each) for each in bins),
    ]
    if first:
        low = _TOP + _SIDE + 13
        parts += [
            f'<text x="{_LEFT}" y="{low}">0</text>',
            f'<text x="{_LEFT + _SIDE}" y="{low}" text-anchor="end">1</text>',
            f'<text x="{_LEFT + _SIDE / 2}" y="{low}" text-anchor="middle">said</text>',
            f'<text transform="translate({_LEFT - 6} {_TOP + _SIDE / 2}) rotate(-90)" '
            'text-anchor="middle">was so</text>',
        ]
    return "\n".join(parts)


def _mark(each: Bin) -> str:
    low, high = wilson(each.was * each.size, each.size)
    radius = min(4.5, 1.5 + each.size**0.5 / 6)
    told = f"said {each.said:.2f}, so {each.was:.2f} of {each.size}"
    return (
        f'<path class="span" d="M{_x(each.said)} {_y(low)}V{_y(high)}"/>'
        f'<circle class="dot" cx="{_x(each.said)}" cy="{_y(each.was)}" r="{radius:.1f}">'
        f"<title>{told}</title></circle>"
    )


def _x(share: float) -> str:
    return f"{_LEFT + share * _SIDE:.1f}"


def _y(share: float) -> str:
    return f"{_TOP + (1 - share) * _SIDE:.1f}"
