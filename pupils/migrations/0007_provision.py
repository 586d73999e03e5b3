"""A provision map is a kind of file to import, and of paper to print."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0006_cycles"),
    ]

    operations = [
        migrations.AlterField(
            model_name="columnmeaning",
            name="kind",
            field=models.CharField(
                choices=[
                    ("roll", "Roll"),
                    ("plans", "EHC plan tracker"),
                    ("marks", "Attainment and behaviour by term"),
                    ("map", "Provision map"),
                ],
                max_length=5,
            ),
        ),
        migrations.AlterField(
            model_name="fileimport",
            name="kind",
            field=models.CharField(
                choices=[
                    ("roll", "Roll"),
                    ("plans", "EHC plan tracker"),
                    ("marks", "Attainment and behaviour by term"),
                    ("map", "Provision map"),
                ],
                max_length=5,
            ),
        ),
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
                ],
                max_length=10,
            ),
        ),
    ]
