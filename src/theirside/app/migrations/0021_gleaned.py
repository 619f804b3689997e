"""Who took part in which talk, what of the talks is kept for the ledger, where it is that waits."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from theirside.understand.names import fold

PARTS = """
INSERT INTO theirside_takingpart (person_id, conversation_id, last_at)
SELECT person, talk, max(said) FROM (
  SELECT speaker.person_id AS person, turn.conversation_id AS talk,
         coalesce(turn.at, conversation.started_at) AS said
  FROM theirside_turn AS turn
  JOIN theirside_speaker AS speaker ON speaker.id = turn.speaker_id
  JOIN theirside_conversation AS conversation ON conversation.id = turn.conversation_id
  WHERE speaker.person_id IS NOT NULL
  UNION ALL
  SELECT speaker.person_id, turn.conversation_id, NULL
  FROM theirside_recipient AS recipient
  JOIN theirside_turn AS turn ON turn.id = recipient.turn_id
  JOIN theirside_speaker AS speaker ON speaker.id = recipient.speaker_id
  WHERE speaker.person_id IS NOT NULL
) AS told GROUP BY person, talk
"""


ANEW = "DELETE FROM theirside_waiting"
LOOK = "DELETE FROM theirside_looked"
"""In which talk something waits is not known of what was kept before."""


def fill_first(apps: StateApps, _schema: BaseDatabaseSchemaEditor) -> None:
    """Note the first word of every name."""
    keys = apps.get_model("theirside", "Key").objects
    changed = []
    for row in keys.exclude(value="").order_by("pk").iterator(chunk_size=5000):
        row.first = next(iter(fold(row.value).split()), "")[:64]
        changed.append(row)
        if len(changed) == 5000:
            keys.bulk_update(changed, ["first"], batch_size=500)
            changed = []
    keys.bulk_update(changed, ["first"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("theirside", "0020_measures_off"),
    ]

    operations = [
        migrations.AddField(
            model_name="key",
            name="first",
            field=models.CharField(blank=True, db_index=True, max_length=64),
        ),
        migrations.AddField(
            model_name="practised",
            name="shown",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="waiting",
            name="held",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="waiting",
            name="talk",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="waiting",
                to="theirside.conversation",
            ),
        ),
        migrations.CreateModel(
            name="Gleaned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by", models.CharField(db_index=True, max_length=16)),
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gleaned",
                        to="theirside.conversation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GleanedPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("what", models.CharField(db_index=True, max_length=16)),
                ("kind", models.CharField(blank=True, max_length=64)),
                ("offered", models.BooleanField(default=False)),
                (
                    "turn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gleaned_places",
                        to="theirside.turn",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PractisedQuote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "practised",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotes",
                        to="theirside.practised",
                    ),
                ),
                (
                    "turn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="practised",
                        to="theirside.turn",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TakingPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last_at", models.DateTimeField(null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="theirside.conversation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="took_part",
                        to="theirside.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "conversation", "last_at"], name="took_part")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conversation", "person"), name="took_part_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(PARTS, migrations.RunSQL.noop),
        migrations.RunSQL([ANEW, LOOK], migrations.RunSQL.noop),
        migrations.RunPython(fill_first, migrations.RunPython.noop),
    ]
