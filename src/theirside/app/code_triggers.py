"""Codes kept in step with the words they are made of, by the database itself.

Whatever changes, blots or removes a turn, wherever in the program that is, drops its conversation's
codes in the same transaction: what was redacted is in no code, and no code leads astray. They are
made anew with the next reading.
"""

from __future__ import annotations

from django.db import connection

_TURNS, _CODES = "theirside_turn", "theirside_meaning"
_NAME = "theirside_codes"
_DROP = f"DELETE FROM {_CODES} WHERE conversation_id"  # noqa: S608
_TOUCHED = "text, withheld, place, conversation_id"
_SQLITE = {
    f"{_NAME}_new": f"AFTER INSERT ON {_TURNS} BEGIN {_DROP} = new.conversation_id; END",
    f"{_NAME}_changed": f"AFTER UPDATE OF {_TOUCHED} ON {_TURNS} BEGIN "
    f"{_DROP} IN (old.conversation_id, new.conversation_id); END",
    f"{_NAME}_gone": f"AFTER DELETE ON {_TURNS} BEGIN {_DROP} = old.conversation_id; END",
}
_FUNCTION = f"""CREATE OR REPLACE FUNCTION {_NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN {_DROP} = OLD.conversation_id; END IF;
  IF TG_OP <> 'DELETE' THEN {_DROP} = NEW.conversation_id; END IF;
  RETURN NULL;
END $$"""
_TRIGGER = (
    f"CREATE TRIGGER {_NAME} AFTER INSERT OR DELETE OR UPDATE OF {_TOUCHED} ON {_TURNS} "
    f"FOR EACH ROW EXECUTE FUNCTION {_NAME}()"
)


def lay_code_triggers() -> None:
    """Make what keeps the codes in step; called after migrations."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name, does in _SQLITE.items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                cursor.execute(f"CREATE TRIGGER {name} {does}")
            return
        cursor.execute(_FUNCTION)
        cursor.execute(f"DROP TRIGGER IF EXISTS {_NAME} ON {_TURNS}")
        cursor.execute(_TRIGGER)
