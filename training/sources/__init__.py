"""The public data sets, one file each: what they hold, where they come from, as ``Said``.

Each takes the folder in which the sets lie, as their publishers give them out.
"""
