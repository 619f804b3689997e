"""Role-play in two chairs: facing this customer, and being this customer. Pure, without a model.

In the one chair a customer made of what is understood of a person answers the seller's words. How
they take them is a small state, trust and patience and what they have told so far, changed by
rules that are data: ``acts`` (what the seller does, how it is heard, what it does to them),
``moves`` (what they do then), ``rungs`` (what needs how much trust), ``subjects`` (what a question
is about) and ``phrases``. Whatever they say is a quote of theirs or one of those phrases.

In the other chair a seller with the user's own measured habits talks, mostly in the user's own
words, and the user is the customer; what the talk would do to somebody is told by the same rules.
"""
