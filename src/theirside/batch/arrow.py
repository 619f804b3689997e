"""Arrow itself, which is an extra: where it is missing, the error says what to install."""

from __future__ import annotations

from theirside.errors import SettingsError

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError as error:
    raise SettingsError(
        'Tables need pyarrow, which is not installed: pip install "theirside[arrow]"'
    ) from error

__all__ = ["pa", "parquet"]
