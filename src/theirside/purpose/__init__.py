"""Wants at the door, the practice deck, role-play, the team conversation."""
