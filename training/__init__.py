"""How the reader's model is trained; not installed, and never needed to run Theirside."""
