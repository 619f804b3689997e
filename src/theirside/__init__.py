"""Theirside: how things look from the customer's side, quote by quote."""
