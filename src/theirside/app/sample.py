"""The fictional sample workspace, brought into the store like anything else."""

from __future__ import annotations

from theirside import sample
from theirside.app import services
from theirside.app.importing import Imported, import_all, prepare
from theirside.app.offer import keep_offer
from theirside.intake.us import Us


def add_sample() -> Imported:
    """Say that we are the sample's seller, keep its offer, and add its conversations."""
    folder = sample.folder()
    services.add_us(Us.of(*sample.US))
    keep_offer(folder / "offer.yaml")
    paths = [str(folder / part) for part in ("contacts.vcf", "mail", "calls", "chat")]
    return import_all(prepare(paths), paths)
