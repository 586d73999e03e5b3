"""Sums received by stream and year; streams of the early years."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("provision", "0001_tables_2026_11_29"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
                ],
                max_length=6,
            ),
        ),
        migrations.AlterField(
            model_name="provision",
            name="funding",
            field=models.CharField(
                choices=[
                    ("core", "Core budget"),
                    ("notional", "Notional SEN budget (element 2)"),
                    ("formula", "Element 3, by formula"),
                    ("cohort", "Element 3, for the cohort"),
                    ("premium", "Pupil premium"),
                    ("plus", "Pupil premium plus"),
                    ("imf", "Inclusive mainstream fund"),
                    ("senif", "SEN inclusion fund"),
                    ("daf", "Disability access fund"),
                    ("bridge", "Bridging funding"),
                    ("other", "Another source"),
                ],
                default="notional",
                max_length=8,
                verbose_name="paid from",
            ),
        ),
        migrations.AlterField(
            model_name="provisionevent",
            name="funding",
            field=models.CharField(
                choices=[
                    ("core", "Core budget"),
                    ("notional", "Notional SEN budget (element 2)"),
                    ("formula", "Element 3, by formula"),
                    ("cohort", "Element 3, for the cohort"),
                    ("premium", "Pupil premium"),
                    ("plus", "Pupil premium plus"),
                    ("imf", "Inclusive mainstream fund"),
                    ("senif", "SEN inclusion fund"),
                    ("daf", "Disability access fund"),
                    ("bridge", "Bridging funding"),
                    ("other", "Another source"),
                ],
                default="notional",
                max_length=8,
                verbose_name="paid from",
            ),
        ),
        migrations.CreateModel(
            name="FundingSum",
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
                (
                    "financial_year",
                    models.PositiveSmallIntegerField(help_text="In which it begins, on 1 April."),
                ),
                (
                    "stream",
                    models.CharField(
                        choices=[
                            ("notional", "Notional SEN budget (element 2)"),
                            ("premium", "Pupil premium"),
                            ("imf", "Inclusive mainstream fund"),
                            ("senif", "SEN inclusion fund"),
                            ("daf", "Disability access fund"),
                            ("bridge", "Bridging funding"),
                            ("other", "Another source"),
                        ],
                        max_length=8,
                        verbose_name="what it is",
                    ),
                ),
                ("pence", models.PositiveIntegerField(verbose_name="sum, in pence")),
                ("is_returned", models.BooleanField(default=False, verbose_name="given back")),
                ("on", models.DateField(verbose_name="date of the paper or payment")),
                ("source", models.CharField(max_length=200, verbose_name="where it stands")),
                (
                    "why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was put right"
                    ),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="provision.fundingsum",
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
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["on", "written_at", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["school", "financial_year"], name="provision_fundingsum_of_year"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="provision_fundingsum_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "corrects", name="provision_fundingsum_corrects_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "corrects"), name="provision_fundingsum_corrected_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("financial_year__gte", 2000), ("financial_year__lte", 2100)
                        ),
                        name="provision_fundingsum_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("corrects", None), ("pence__gt", 0), ("why", "")),
                            models.Q(
                                ("corrects__isnull", False), models.Q(("why", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="provision_fundingsum_correction_pair",
                    ),
                ],
            },
        ),
    ]
