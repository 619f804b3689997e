"""How we showed up: measures, moments, review of drafts, pushback."""
