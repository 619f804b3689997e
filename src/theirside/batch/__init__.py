"""Arrow tables in and out, on one machine or a cluster.

Conversations become a table of sentences, sentences a table of annotations or of embeddings;
``figures`` gives what was measured of each conversation. What
has ``batches`` in its name gives record batches one after the other, so that memory stays flat
however many conversations there are. ``read_batch`` and ``embeddings`` take one table and give
one table and know nothing of what was before: an engine for many machines can call them on any
part of the sentences. Needs the extra ``arrow``: ``pip install "theirside[arrow]"``.
"""

from theirside.batch.annotated import annotation_batches, annotations, read_batch
from theirside.batch.embedded import embeddings
from theirside.batch.measured import figure_batches, figures
from theirside.batch.said import sentence_batches, sentences
from theirside.batch.schemas import ANNOTATIONS, EMBEDDINGS, FIGURES, SENTENCES

__all__ = [
    "ANNOTATIONS",
    "EMBEDDINGS",
    "FIGURES",
    "SENTENCES",
    "annotation_batches",
    "annotations",
    "embeddings",
    "figure_batches",
    "figures",
    "read_batch",
    "sentence_batches",
    "sentences",
]
