"""One module a page: its view, and the paths under which it is found."""
