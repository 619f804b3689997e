"""When somebody was last heard, kept with the person so that lists are in order at once."""

from __future__ import annotations

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps: StateApps, _schema: BaseDatabaseSchemaEditor) -> None:
    """Note of everybody who is stored when they last spoke."""
    said = apps.get_model("theirside", "Turn").objects.filter(speaker__person=OuterRef("pk"))
    last = said.values("speaker__person").annotate(
        last=Max(Coalesce("at", "conversation__started_at"))
    )
    apps.get_model("theirside", "Person").objects.update(heard_at=Subquery(last.values("last")))


class Migration(migrations.Migration):
    dependencies = [("theirside", "0012_comments")]

    operations = [
        migrations.AddField("person", "heard_at", models.DateTimeField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            "person", models.Index(fields=["-heard_at", "id"], name="person_heard")
        ),
    ]
