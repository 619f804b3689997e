"""The JSON Schemas of what ``--json`` prints (``theirside.schema.json``)."""
