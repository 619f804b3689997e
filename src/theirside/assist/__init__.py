"""Language models, by the user's choice; what they say counts only where a quote bears it out."""
