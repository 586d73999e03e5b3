"""Slips of a survey among the papers of a school."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("provision", "0002_funding_received"),
    ]

    operations = [
        migrations.AlterField(
            model_name="councilpaper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("map", "Graduated provision map"),
                    ("ipsef", "Self-evaluation"),
                    ("folder", "Inspection folder"),
                    ("cpd", "Training plan"),
                    ("brief", "Brief for leaders"),
                    ("slips", "Slips of a survey"),
                ],
                max_length=6,
            ),
        ),
    ]
