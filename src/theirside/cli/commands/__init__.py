"""One module a command; see ``theirside.cli.program``."""
