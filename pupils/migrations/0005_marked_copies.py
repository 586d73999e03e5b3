"""Marked copies of papers shared outside are made by a worker and kept for an hour."""

import django.db.models.deletion
from django.db import migrations, models

import aylsham.identifiers
import aylsham.tenancy.constraints
from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("pupils", "0004_leftovers"),
    ]

    operations = [
        migrations.CreateModel(
            name="MarkedCopy",
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
                ("asked_at", models.DateTimeField()),
                ("pdf", models.BinaryField(null=True)),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="pupils.shareditem",
                    ),
                ),
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
                "indexes": [
                    models.Index(fields=["school", "item"], name="pupils_markedcopy_item"),
                    models.Index(fields=["school", "asked_at"], name="pupils_markedcopy_at"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_markedcopy_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "item", name="pupils_markedcopy_item_same_school"
                    ),
                ],
            },
        ),
    ]
