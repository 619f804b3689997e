"""JSON Schemas: of what ``--json`` prints, and of ``offer.yaml`` (``offer.schema.json``)."""
