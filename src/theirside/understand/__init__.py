"""Annotations to observations, understanding, gaps and questions.

``people_in`` says who is whom; ``understand`` composes, for each person on their side, what is
understood of them: every statement with the quotes that it rests on, what is not known, and the
questions worth asking next. ``load_offer`` reads what we sell, against which beliefs are held.
Facets, questions and word lists are data files beside the code. See docs/understanding.md.
"""

from theirside.understand.compose import understand
from theirside.understand.facet import Facet, facets
from theirside.understand.offer import Offer, load_offer
from theirside.understand.people import People, Proposal, keep_ids, people_in

__all__ = [
    "Facet",
    "Offer",
    "People",
    "Proposal",
    "facets",
    "keep_ids",
    "load_offer",
    "people_in",
    "understand",
]
