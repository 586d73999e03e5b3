"""A school's counts, kept for the page on which schools stand side by side."""

import django.db.models.deletion
from django.db import migrations, models

import aylsham.identifiers
from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0002_exits"),
        ("reports", "0006_objectives_policies_briefs"),
    ]

    operations = [
        migrations.CreateModel(
            name="SchoolSummary",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("counted_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveSmallIntegerField()),
                ("counts", models.JSONField(default=dict)),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="reports_schoolsummary_school_id_uniq"
                    ),
                    models.UniqueConstraint(fields=("school",), name="reports_schoolsummary_uniq"),
                ],
            },
        ),
    ]
