"""What is played back to people, and what they say of it."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def refers(to: str, name: str) -> Any:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=name, to=f"theirside.{to}"
    )


class Migration(migrations.Migration):
    dependencies = [("theirside", "0004_fits")]

    operations = [
        migrations.CreateModel(
            name="Checkback",
            fields=[
                ("id", KEY.clone()),
                ("code", models.CharField(max_length=16, unique=True)),
                ("seller", models.CharField(blank=True, max_length=255)),
                ("tone", models.CharField(max_length=16)),
                ("others", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                ("person", refers("person", "checkbacks")),
            ],
        ),
        migrations.CreateModel(
            name="CheckbackStatement",
            fields=[
                ("id", KEY.clone()),
                ("number", models.PositiveIntegerField()),
                ("facet", models.CharField(max_length=64)),
                ("observation", models.CharField(max_length=16)),
                ("probability", models.FloatField()),
                ("shown", models.TextField(blank=True)),
                ("status", models.CharField(blank=True, max_length=16)),
                ("text", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("checkback", refers("checkback", "statements")),
            ],
        ),
        migrations.CreateModel(
            name="CheckbackQuote",
            fields=[
                ("id", KEY.clone()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("statement", refers("checkbackstatement", "quotes")),
                ("turn", refers("turn", "played_back")),
            ],
        ),
        migrations.CreateModel(
            name="Withdrawn",
            fields=[
                ("id", KEY.clone()),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("words", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddConstraint(
            model_name="checkbackstatement",
            constraint=models.UniqueConstraint(
                fields=("checkback", "number"), name="statement_once"
            ),
        ),
    ]
