"""Arrow tables in and out, on one machine or a cluster.

Conversations become a table of sentences, sentences a table of annotations or of embeddings. What
has ``batches`` in its name gives record batches one after the other, so that memory stays flat
however many conversations there are. ``read_batch`` and ``embeddings`` take one table and give
one table and know nothing of what was before: an engine for many machines can call them on any
part of the sentences. Needs the extra ``arrow``: ``pip install "theirside[arrow]"``.
"""

from theirside.batch.annotated import annotation_batches, annotations, read_batch
from theirside.batch.embedded import embeddings
from theirside.batch.said import sentence_batches, sentences
from theirside.batch.schemas import ANNOTATIONS, EMBEDDINGS, SENTENCES

__all__ = [
    "ANNOTATIONS",
    "EMBEDDINGS",
    "SENTENCES",
    "annotation_batches",
    "annotations",
    "embeddings",
    "read_batch",
    "sentence_batches",
    "sentences",
]
