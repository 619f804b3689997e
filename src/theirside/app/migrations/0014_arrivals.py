"""What was handed over in the web app, and what each import brought, so that it can be undone."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("theirside", "0013_heard"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="undone_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public", models.CharField(max_length=32, unique=True)),
                ("at", models.DateTimeField()),
                ("state", models.CharField(default="open", max_length=8)),
                ("files", models.PositiveIntegerField(default=0)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("names", models.JSONField(default=list)),
                ("progress", models.JSONField(default=dict)),
                ("stopping", models.BooleanField(default=False)),
                ("error", models.TextField(blank=True)),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="arrivals",
                        to="theirside.member",
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="arrival",
                        to="theirside.import",
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Brought",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="brought",
                        to="theirside.person",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="brought",
                        to="theirside.import",
                    ),
                ),
                (
                    "turn",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="brought",
                        to="theirside.turn",
                    ),
                ),
            ],
        ),
    ]
