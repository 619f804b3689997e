"""Text to annotations: what each sentence is, said with a probability and a version."""
