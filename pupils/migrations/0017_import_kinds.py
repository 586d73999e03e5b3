"""Weeks of attendance of children in care, and sums of pupil premium plus, come from files."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration

KINDS = [
    ("roll", "Roll"),
    ("plans", "EHC plan tracker"),
    ("marks", "Attainment and behaviour by term"),
    ("map", "Provision map"),
    ("weeks", "Weeks of attendance of children in care"),
    ("sums", "Sums of pupil premium plus"),
]


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0016_plan_part"),
    ]

    operations = [
        migrations.AlterField(
            model_name=model,
            name="kind",
            field=models.CharField(choices=KINDS, max_length=5),
        )
        for model in ("columnmeaning", "fileimport")
    ]
