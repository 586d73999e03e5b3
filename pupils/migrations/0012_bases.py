"""The week of a provision base is a kind of paper to print."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0011_tablet"),
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
                ],
                max_length=10,
            ),
        ),
    ]
