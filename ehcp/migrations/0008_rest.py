"""What becomes of consultations at the end of their time."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration
from ehcp.migrations._forgetting import FORGET_CONSULTATION_REPLIES, FORGET_ON_EVERY_FLOOR


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("ehcp", "0007_forms"),
        ("pupils", "0012_bases"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsultationEnd",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("delete", "Delete it, once it is confirmed"),
                            ("keep", "Keep it longer, until a day"),
                            ("hold", "Legal hold: keep it until the hold is lifted"),
                        ],
                        max_length=6,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("until", models.DateField(blank=True, null=True, verbose_name="keep until")),
                ("proposed_on", models.DateField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ends",
                        to="ehcp.consultation",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "ordering": ["proposed_on", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "consultation"], name="ehcp_consultationend_of")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="ehcp_consultationend_school_id_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "keep"), ("until__isnull", False)),
                            models.Q(models.Q(("kind", "keep"), _negated=True), ("until", None)),
                            _connector="OR",
                        ),
                        name="ehcp_consultationend_keep_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="ehcp_consultationend_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                ("kind", "delete"),
                            ),
                            _connector="OR",
                        ),
                        name="ehcp_consultationend_confirmed_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="ehcp_consultationend_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_by", None), ("ended_on", None)),
                            models.Q(("ended_by__isnull", False), ("ended_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="ehcp_consultationend_ended_pair",
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "consultation", name="ehcp_consultationend_consultation_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("school", "consultation"),
                        name="ehcp_consultationend_one_live",
                    ),
                ],
            },
        ),
        migrations.RunSQL(FORGET_ON_EVERY_FLOOR, migrations.RunSQL.noop),
        migrations.RunSQL(FORGET_CONSULTATION_REPLIES, migrations.RunSQL.noop),
    ]
