"""Things worth giving, read from what people have: files, bookmarks, feed lists, tables.

Nothing is ever fetched: of a link there is what its own title and notes say.
"""
