"""A sheet for parents of what an EHC plan promised and what was given."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0012_bases"),
    ]

    operations = [
        migrations.AlterField(
            model_name="printedpaper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("timeline", "Timeline"),
                    ("minutes", "Minutes of a meeting"),
                    ("agreement", "Sheet to sign"),
                    ("cycle", "Plan and target card"),
                    ("map", "Provision map"),
                    ("support", "Support plan"),
                    ("top_up", "Costed case for a top-up"),
                    ("ticks", "Tick sheet of sessions"),
                    ("base", "Week of a provision base"),
                    ("section_f", "What an EHC plan promised and what was given"),
                ],
                max_length=10,
            ),
        ),
    ]
