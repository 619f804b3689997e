"""What was decided on fits, and whom it is about."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("theirside", "0003_switches"),
    ]

    operations = [
        migrations.CreateModel(
            name="FitDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=255)),
                ("decision", models.CharField(max_length=16)),
                ("proposed", models.CharField(blank=True, max_length=16)),
                ("because", models.TextField()),
                ("pointed_to", models.TextField(blank=True)),
                ("look_again", models.DateField(null=True)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="FitSubject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subjects",
                        to="theirside.fitdecision",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fits",
                        to="theirside.person",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="fitsubject",
            constraint=models.UniqueConstraint(
                fields=("decision", "person"), name="fit_subject_once"
            ),
        ),
    ]
