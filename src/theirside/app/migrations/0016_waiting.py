"""What is open with whom, what was put off on the first page, and the links of calendar feeds."""

import django.db.models.deletion
from django.db import migrations, models

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def to(model: str, name: str, **options: object) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE,
        related_name=name,
        to=f"theirside.{model}",
        **options,
    )


def one(model: str, name: str, **options: object) -> models.OneToOneField:
    return models.OneToOneField(
        on_delete=django.db.models.deletion.CASCADE,
        related_name=name,
        to=f"theirside.{model}",
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [("theirside", "0015_checkback_links")]

    operations = [
        migrations.CreateModel(
            name="Looked",
            fields=[
                ("id", KEY.clone()),
                ("on", models.DateField(db_index=True, null=True)),
                ("person", one("person", "looked")),
            ],
        ),
        migrations.CreateModel(
            name="Waiting",
            fields=[
                ("id", KEY.clone()),
                ("kind", models.CharField(max_length=16)),
                ("code", models.CharField(max_length=300)),
                ("on", models.DateField(db_index=True, null=True)),
                ("said", models.DateField(db_index=True, null=True)),
                ("person", to("person", "waiting")),
            ],
        ),
        migrations.CreateModel(
            name="NotToday",
            fields=[
                ("id", KEY.clone()),
                ("code", models.CharField(max_length=300)),
                ("until", models.DateField()),
                ("member", to("member", "not_today", null=True)),
                ("person", to("person", "not_today")),
            ],
        ),
        migrations.CreateModel(
            name="CalendarLink",
            fields=[
                ("id", KEY.clone()),
                ("secret", models.CharField(max_length=64, unique=True)),
                ("at", models.DateTimeField()),
                ("member", one("member", "calendar_link", null=True)),
            ],
        ),
    ]
