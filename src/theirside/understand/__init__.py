"""Annotations to observations, understanding, gaps and questions."""

from theirside.understand.compose import understand
from theirside.understand.people import People, keep_ids, people_in

__all__ = ["People", "keep_ids", "people_in", "understand"]
