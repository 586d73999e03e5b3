"""What provision cost until a day, kept for pages over many schools."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("provision", "0010_base"),
        ("pupils", "0012_bases"),
    ]

    operations = [
        migrations.CreateModel(
            name="SpentPart",
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
                ("so_far", models.PositiveIntegerField()),
                ("within", models.PositiveIntegerField()),
                ("extra", models.PositiveIntegerField()),
                ("unlogged", models.PositiveIntegerField()),
                ("missed", models.JSONField(default=dict)),
                ("of_whole", models.PositiveIntegerField()),
                ("children", models.PositiveSmallIntegerField()),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spent_parts",
                        to="provision.provision",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spent_parts",
                        to="pupils.pupil",
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
                "indexes": [models.Index(fields=["school", "pupil"], name="provision_spent_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="provision_spentpart_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "provision", name="provision_spent_provision_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="provision_spent_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "provision", "pupil"), name="provision_spent_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "so_far__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("within"), "+", models.F("unlogged")
                                ),
                            )
                        ),
                        name="provision_spent_sound",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SpentUntil",
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
                ("until", models.DateField()),
                ("worked_out_at", models.DateTimeField()),
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
                        fields=("school", "id"), name="provision_spentuntil_school_id_uniq"
                    ),
                    models.UniqueConstraint(fields=("school",), name="provision_spentuntil_uniq"),
                ],
            },
        ),
    ]
