"""The fictional sample workspace, brought into the store like anything else."""

from __future__ import annotations

from theirside import sample
from theirside.app import queries, services
from theirside.app.importing import Imported, import_all, prepare, read_again
from theirside.app.offer import keep_offer
from theirside.app.shelf import add_paths
from theirside.errors import StoreError
from theirside.intake.us import Us


def add_sample() -> Imported:
    """Say that we are the sample's seller, keep its offer, add its conversations and its shelf.

    Raises ``StoreError`` where somebody else's conversations are: the two must not mix.
    """
    folder = sample.folder()
    there = queries.status()
    if there.conversations and there.us != Us.of(*sample.US):
        raise StoreError(
            f"{there.database} holds {there.conversations} conversations of your own. Keep the "
            "sample apart: THEIRSIDE_DATABASE=sample.sqlite3 theirside init --sample"
        )
    services.add_us(Us.of(*sample.US))
    keep_offer(folder / "offer.yaml")
    paths = [str(folder / part) for part in ("contacts.vcf", "mail", "calls", "chat")]
    imported = import_all(prepare(paths), paths)
    read_again()
    add_paths([str(folder / "shelf")])
    return imported
