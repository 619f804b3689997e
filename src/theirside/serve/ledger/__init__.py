"""The ledger: what was given and what was asked, on both sides, and who recommended whom.

It counts, with the words that it counts. What a gift was worth is not for a program to say.
"""
