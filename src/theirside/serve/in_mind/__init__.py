"""With them in mind: what this one person would be glad of, with nothing to sell in it."""
