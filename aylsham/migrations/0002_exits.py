"""Files of whole schools, and keys of other systems."""

import aylsham.identifiers
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiKey",
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
                ("name", models.CharField(max_length=60, verbose_name="which system uses it")),
                ("starts", models.CharField(max_length=8)),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "pupils",
                                    "Children on the SEND register: name, class, SEN status, need types",
                                ),
                                ("upn", "The UPN of those children"),
                                ("plans", "EHC plans: council, dates of the plan"),
                                ("reviews", "Annual reviews: when due, when held"),
                                ("provision", "Provision: what is planned for each child"),
                                ("due", "What is due: kind, last day, who owes it"),
                                ("care", "Which children are or were in care"),
                            ],
                            max_length=20,
                        )
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at", None), ("revoked_by", None)),
                            models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="aylsham_apikey_revoked_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scopes__len__gt", 0)),
                        name="aylsham_apikey_has_a_scope",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchoolExport",
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
                    "asked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("job_id", models.UUIDField(null=True)),
                ("made_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("rows", models.PositiveIntegerField(default=0)),
                ("files", models.PositiveIntegerField(default=0)),
                ("missing", models.PositiveIntegerField(default=0)),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="bytes")),
                ("checksum", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "asked_by",
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
                "ordering": ["-asked_at", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "-asked_at"], name="aylsham_schoolexport_list")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="aylsham_schoolexport_school_id_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest", ""), ("expires_at", None), ("made_at", None)),
                            models.Q(
                                ("expires_at__gt", models.F("made_at")),
                                ("made_at__isnull", False),
                                models.Q(("digest", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="aylsham_schoolexport_made_whole",
                    ),
                ],
            },
        ),
    ]
