"""Own trends: each measure in words, as a chart, and as the table behind it."""

from __future__ import annotations

import json
import re

from django.test import Client

from theirside.app.practice import seller_named
from theirside.app.trends import USUAL, own_trends
from theirside.care.definition import measures
from theirside.care.told import shown

SPEC = re.compile(r'<script id="spec-([a-z_]+)" type="application/json">(.*?)</script>', re.DOTALL)


def test_nothing_to_draw_says_what_it_takes(empty: Client) -> None:
    page = empty.get("/purpose/trends/").text

    assert "Too little to draw" in page
    assert "data-chart" not in page


def test_few_measures_first_each_with_its_table(seller: Client) -> None:
    page = seller.get("/purpose/trends/").text
    found = own_trends(seller_named(), USUAL)

    assert 1 < len(found.trends) <= len(USUAL)
    for each in found.trends:
        assert measures()[each.measure].name in page
        for _monday, figure in each.weeks:
            if figure.value is not None:
                assert shown(figure.value, figure.unit) in page


def test_a_chart_is_data_that_needs_no_eval(seller: Client) -> None:
    specs = dict(SPEC.findall(seller.get("/purpose/trends/").text))
    found = own_trends(seller_named(), USUAL)

    drawn = {e.measure for e in found.trends if any(f.value is not None for _, f in e.weeks)}
    assert set(specs) == drawn
    for spec in specs.values():
        assert json.loads(spec)["width"] == "container"
        assert "http" not in spec.replace("https://vega.github.io/schema", "")


def test_every_measure_where_it_is_asked_for(seller: Client) -> None:
    few, every = seller.get("/purpose/trends/").text, seller.get("/purpose/trends/?all").text

    assert every.count('class="trend"') > few.count('class="trend"')
