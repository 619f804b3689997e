"""Rehearsals: role-play with the words of a person, kept apart from every real conversation."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("theirside", "0009_practice"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rehearsal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                ("chair", models.CharField(max_length=16)),
                ("seed", models.BigIntegerField()),
                ("seller", models.CharField(blank=True, max_length=255)),
                ("state", models.JSONField(default=dict)),
                ("selling", models.JSONField(null=True)),
                ("end", models.CharField(blank=True, max_length=16)),
                ("begun", models.DateTimeField()),
                ("at", models.DateTimeField()),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rehearsals",
                        to="theirside.member",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rehearsals",
                        to="theirside.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RehearsalExchange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                ("reply", models.TextField(blank=True)),
                ("heard", models.JSONField(default=list)),
                ("played", models.JSONField(default=list)),
                ("move", models.CharField(blank=True, max_length=32)),
                ("trust", models.SmallIntegerField()),
                ("patience", models.SmallIntegerField()),
                ("trust_at", models.SmallIntegerField()),
                ("patience_at", models.SmallIntegerField()),
                (
                    "rehearsal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exchanges",
                        to="theirside.rehearsal",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RehearsalLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("item", models.CharField(blank=True, max_length=16)),
                ("phrase", models.CharField(blank=True, max_length=32)),
                ("outside", models.BooleanField(default=False)),
                ("ask", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(default=0)),
                ("end", models.PositiveIntegerField(default=0)),
                (
                    "exchange",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="theirside.rehearsalexchange",
                    ),
                ),
                (
                    "turn",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rehearsed",
                        to="theirside.turn",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="rehearsalexchange",
            constraint=models.UniqueConstraint(fields=("rehearsal", "place"), name="exchange_once"),
        ),
    ]
