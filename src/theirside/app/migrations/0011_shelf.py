"""The shelf of things worth giving, and what was given from it."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def thing_fields() -> list[tuple[str, Any]]:
    return [
        ("kind", models.CharField(max_length=16)),
        ("title", models.CharField(max_length=255)),
    ]


class Migration(migrations.Migration):
    dependencies = [("theirside", "0010_rehearsals")]

    operations = [
        migrations.CreateModel(
            name="ShelfThing",
            fields=[
                ("id", KEY.clone()),
                ("key", models.CharField(max_length=32, unique=True)),
                *thing_fields(),
                ("text", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                ("tags", models.JSONField(default=list)),
                ("source", models.TextField(blank=True)),
                ("anyway", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ShelfAnswer",
            fields=[
                ("id", KEY.clone()),
                ("thing", models.CharField(max_length=32)),
                *thing_fields(),
                ("answer", models.CharField(max_length=8)),
                ("facet", models.CharField(blank=True, max_length=64)),
                ("start", models.PositiveIntegerField(default=0)),
                ("end", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shelf_answers",
                        to="theirside.person",
                    ),
                ),
                (
                    "turn",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="given_for",
                        to="theirside.turn",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="shelfanswer",
            constraint=models.UniqueConstraint(
                fields=("person", "thing"), name="shelf_answer_once"
            ),
        ),
    ]
