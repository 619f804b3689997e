from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("theirside", "0019_meanings"),
    ]

    operations = [
        migrations.CreateModel(
            name="MeasureOff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("measure", models.CharField(max_length=64, unique=True)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
