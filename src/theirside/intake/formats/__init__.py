"""One module an input format; see ``theirside.intake.format`` for what each offers."""
