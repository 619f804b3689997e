"""The ledger: what was added by hand, and what was said of what was found."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def refers(to: str, name: str) -> Any:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=name, to=f"theirside.{to}"
    )


class Migration(migrations.Migration):
    dependencies = [("theirside", "0006_members")]

    operations = [
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("id", KEY.clone()),
                ("code", models.CharField(max_length=16, unique=True)),
                ("column", models.CharField(max_length=8)),
                ("kind", models.CharField(max_length=64)),
                ("by_us", models.BooleanField()),
                ("text", models.TextField()),
                ("on", models.DateField()),
                ("weight", models.FloatField(null=True)),
                ("named", models.CharField(blank=True, max_length=255)),
                ("thanked", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("person", refers("person", "ledger")),
            ],
        ),
        migrations.CreateModel(
            name="LedgerMark",
            fields=[
                ("id", KEY.clone()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("subject", models.CharField(max_length=16)),
                ("struck", models.BooleanField(default=False)),
                ("kind", models.CharField(blank=True, max_length=64)),
                ("weight", models.FloatField(null=True)),
                ("thanked", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("turn", refers("turn", "ledger_marks")),
            ],
        ),
        migrations.AddConstraint(
            model_name="ledgermark",
            constraint=models.UniqueConstraint(
                fields=("turn", "start", "end", "subject"), name="ledger_mark_once"
            ),
        ),
    ]
