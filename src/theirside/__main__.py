"""``python -m theirside``: the command line, where its script is not on the path."""

from theirside.cli import main

if __name__ == "__main__":
    main()
