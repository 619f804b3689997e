"""One module a format: ``NAME``, ``recognises(source)``, ``read(source, report)``."""
