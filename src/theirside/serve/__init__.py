"""Honest fit, the ledger, with them in mind, when to come back."""
