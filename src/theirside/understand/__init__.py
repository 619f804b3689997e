"""Annotations to observations, understanding, gaps and questions."""
