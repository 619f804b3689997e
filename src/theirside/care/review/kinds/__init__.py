"""The kinds of rules: one module each, found by being there. See docs/review.md."""
