"""Outside formats to conversations: what people really have, and an honest report of it."""
