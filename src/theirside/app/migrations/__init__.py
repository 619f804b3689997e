"""The database's history, written by ``makemigrations``."""
