"""The index of all words that were said, kept in step by the database itself.

SQLite keeps an FTS5 table by triggers, PostgreSQL a column that it works out; both leave out the
stretches of a turn that are withheld, so that nothing of a special category can ever be found.
"""

from __future__ import annotations

from django.db import connection

TABLE = "theirside_words"
_TURNS = "theirside_turn"
_LONGEST = 250_000
"""Characters of a turn that PostgreSQL indexes; more would not fit its kind of index."""

# What is said in a turn but for the withheld stretches: the pieces between them.
_SAID = """CASE WHEN {row}.withheld = '[]' THEN {row}.text ELSE (
  SELECT group_concat(piece, ' ') FROM (
    SELECT substr({row}.text, told + 1, max(0, start - told)) AS piece FROM (
      SELECT start, coalesce(max(stop) OVER (
        ORDER BY start, stop ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS told FROM (
          SELECT json_extract(value, '$[0]') AS start, json_extract(value, '$[1]') AS stop
          FROM json_each({row}.withheld)
          UNION ALL SELECT length({row}.text), length({row}.text))))) END"""
_PUT = f"INSERT INTO {TABLE}(rowid, said) VALUES (new.id, {_SAID.format(row='new')});"  # noqa: S608
_TAKE = (
    f"INSERT INTO {TABLE}({TABLE}, rowid, said) "  # noqa: S608
    f"VALUES ('delete', old.id, {_SAID.format(row='old')});"
)
_TRIGGERS = {
    f"{TABLE}_new": f"AFTER INSERT ON {_TURNS} BEGIN {_PUT} END",
    f"{TABLE}_changed": f"AFTER UPDATE OF text, withheld ON {_TURNS} BEGIN {_TAKE} {_PUT} END",
    f"{TABLE}_gone": f"AFTER DELETE ON {_TURNS} BEGIN {_TAKE} END",
}
_FUNCTION = """CREATE OR REPLACE FUNCTION theirside_said(words text, withheld jsonb)
RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN withheld = '[]'::jsonb THEN words ELSE (
    SELECT string_agg(CASE WHEN EXISTS (
        SELECT 1 FROM jsonb_array_elements(withheld) AS each
        WHERE place > (each->>0)::int AND place <= (each->>1)::int)
      THEN ' ' ELSE substr(words, place, 1) END, '' ORDER BY place)
    FROM generate_series(1, length(words)) AS place) END
$$"""
_VECTOR = f"to_tsvector('simple', left(theirside_said(text, withheld), {_LONGEST}))"
COLUMN = "theirside_words"
"""PostgreSQL's column of the words: worked out once, not for every turn that is looked at."""


def lay_index() -> None:
    """Make the index where it is missing, or what keeps it in step; called after migrations."""
    if connection.vendor == "sqlite":
        _lay_sqlite()
        return
    with connection.cursor() as cursor:
        cursor.execute(_FUNCTION)
        cursor.execute(
            "SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND table_name = %s AND column_name = %s",
            [_TURNS, COLUMN],
        )
        if cursor.fetchone() is None:
            cursor.execute(f"DROP INDEX IF EXISTS {TABLE}")
            cursor.execute(
                f"ALTER TABLE {_TURNS} ADD COLUMN {COLUMN} tsvector "
                f"GENERATED ALWAYS AS ({_VECTOR}) STORED"
            )
        cursor.execute(f"CREATE INDEX IF NOT EXISTS {TABLE} ON {_TURNS} USING gin ({COLUMN})")


def _lay_sqlite() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE %s", [f"{TABLE}%"])
        there = {name for (name,) in cursor.fetchall()}
        if {TABLE, *_TRIGGERS} <= there:
            return
        if TABLE not in there:
            cursor.execute(
                f"CREATE VIRTUAL TABLE {TABLE} USING fts5(said, content='', prefix='3', "
                "tokenize='unicode61 remove_diacritics 2')"
            )
        for name, does in _TRIGGERS.items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(f"CREATE TRIGGER {name} {does}")
        cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('delete-all')")  # noqa: S608
        cursor.execute(
            f"INSERT INTO {TABLE}(rowid, said) "  # noqa: S608
            f"SELECT id, {_SAID.format(row='each')} FROM {_TURNS} AS each"
        )


def forget_dropped_words() -> None:
    """Let the index go of words that were erased, which it keeps until it is tidied."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")  # noqa: S608
