"""What each of us practised, and what is shared with the team."""

import django.db.models.deletion
from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("theirside", "0008_promises")]

    operations = [
        migrations.CreateModel(
            name="Practised",
            fields=[
                ("id", KEY.clone()),
                ("seller", models.CharField(blank=True, max_length=255)),
                ("day", models.DateField()),
                ("task", models.CharField(max_length=64)),
                ("outcome", models.CharField(max_length=8)),
                ("sign", models.CharField(blank=True, max_length=64)),
                ("talks", models.PositiveIntegerField(default=0)),
                ("of", models.PositiveIntegerField(default=0)),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SharedMoment",
            fields=[
                ("id", KEY.clone()),
                ("code", models.CharField(max_length=16)),
                ("kind", models.CharField(max_length=64)),
                ("seller", models.CharField(max_length=255)),
                ("named", models.BooleanField(default=False)),
                ("month", models.CharField(blank=True, max_length=7)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SharedQuote",
            fields=[
                ("id", KEY.clone()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "shared",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotes",
                        to="theirside.sharedmoment",
                    ),
                ),
                (
                    "turn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shared",
                        to="theirside.turn",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeamExperiment",
            fields=[
                ("id", KEY.clone()),
                ("month", models.CharField(max_length=7, unique=True)),
                ("experiment", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddConstraint(
            model_name="sharedmoment",
            constraint=models.UniqueConstraint(fields=("code", "seller"), name="shared_once"),
        ),
    ]
