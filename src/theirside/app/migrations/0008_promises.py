"""Promises and come-backs: marks and notes by hand, what a calendar was given, and two settings."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def refers(to: str, name: str, **more: Any) -> Any:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=name, to=f"theirside.{to}", **more
    )


class Migration(migrations.Migration):
    dependencies = [("theirside", "0007_ledger")]

    operations = [
        migrations.AddField("workspace", "calendar_words", models.BooleanField(default=False)),
        migrations.AddField(
            "workspace", "forgotten_after", models.PositiveSmallIntegerField(default=30)
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", KEY.clone()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("what", models.CharField(max_length=16)),
                ("standing", models.CharField(max_length=16)),
                ("day", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                ("turn", refers("turn", "marks")),
            ],
        ),
        migrations.CreateModel(
            name="Noted",
            fields=[
                ("id", KEY.clone()),
                ("public", models.CharField(max_length=8, unique=True)),
                ("what", models.CharField(max_length=16)),
                ("by_us", models.BooleanField(default=True)),
                ("text", models.TextField()),
                ("day", models.DateField(null=True)),
                ("standing", models.CharField(blank=True, max_length=16)),
                ("marked_day", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                ("person", refers("person", "noted")),
            ],
        ),
        migrations.CreateModel(
            name="CalendarEntry",
            fields=[
                ("id", KEY.clone()),
                ("uid", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=32)),
                ("sequence", models.PositiveIntegerField(default=0)),
                ("day", models.DateField()),
                ("gone", models.BooleanField(default=False)),
                ("changed", models.DateTimeField()),
                ("person", refers("person", "calendar_entries", null=True)),
            ],
        ),
    ]
