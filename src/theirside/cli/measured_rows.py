"""Figures written as a table: CSV on standard output, or a Parquet file."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from theirside.app import measuring, queries
from theirside.app.measuring import Subject
from theirside.care.over_time import day_of
from theirside.care.rows import NAMES, Row, cells, rows
from theirside.care.unheard import unheard
from theirside.cli.printing import harmless
from theirside.understand.talk import Talk


def print_csv(subject: Subject, only: Sequence[str], *, since: date | None = None) -> None:
    """Print a row for each talk and measure."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(NAMES)
    for row in _rows(subject, only, since):
        out.writerow([cell(value) for value in cells(row)])


def write_parquet(
    subject: Subject, only: Sequence[str], file: Path, *, since: date | None = None
) -> int:
    """Write the same rows to a Parquet file; return how many. It must have the extra ``arrow``."""
    from theirside.batch.arrow import pa, parquet
    from theirside.batch.measured import batches_of
    from theirside.batch.schemas import FIGURES

    count = 0
    with pa.OSFile(str(file), "wb") as sink, parquet.ParquetWriter(sink, FIGURES) as writer:
        for batch in batches_of(_rows(subject, only, since)):
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _rows(subject: Subject, only: Sequence[str], since: date | None) -> Iterator[Row]:
    return rows(
        _from(subject.talks(), since),
        only,
        sellers=measuring.sellers(),
        off=queries.measures_off(),
        unheard=unheard(),
        doubt=subject.doubt,
    )


def _from(talks: Iterable[Talk], since: date | None) -> Iterator[Talk]:
    """Yield the talks from a day on; without one all of them."""
    for talk in talks:
        day = day_of(talk)
        if since is None or (day is not None and day >= since):
            yield talk


def cell(value: object) -> object:
    """Return a value as CSV has it; a spreadsheet takes what begins with "=" for a formula."""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, str):
        safe = harmless(value)
        return f"'{safe}" if safe[:1] in {"=", "+", "-", "@"} else safe
    return "" if value is None else value
