"""Duties of a school and reports to governors."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    # A database made before this file is left as it is: its tables are the same.
    replaces = [
        ("reports", "0001_duties"),
        ("reports", "0002_governor_reports"),
    ]

    dependencies = [
        ("aylsham", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="DutyRecord",
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
                    "duty",
                    models.CharField(
                        choices=[
                            ("sen-information-report", "SEN information report"),
                            ("inclusion-strategy", "Inclusion strategy"),
                            ("accessibility-plan", "Accessibility plan"),
                            ("census", "School census"),
                            ("send-governor", "Governor with oversight of SEND"),
                        ],
                        max_length=24,
                    ),
                ),
                ("done_on", models.DateField(verbose_name="day")),
                ("about_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                (
                    "web_address",
                    models.URLField(blank=True, max_length=300, verbose_name="web address"),
                ),
                ("done_by", models.CharField(max_length=150, verbose_name="by whom")),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "does_not_apply",
                    models.BooleanField(default=False, verbose_name="not asked of this school"),
                ),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "recorded_by",
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
                        fields=("school", "id"), name="reports_dutyrecord_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "duty", "about_on", "done_on"),
                        name="reports_dutyrecord_once",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("duty", "census")),
                        fields=("school", "about_on"),
                        name="reports_dutyrecord_one_census",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("about_on__isnull", False),
                                ("duty__in", ["accessibility-plan", "census"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("duty__in", ["accessibility-plan", "census"]), _negated=True
                                ),
                                ("about_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="reports_dutyrecord_about_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("does_not_apply", False),
                            models.Q(
                                models.Q(("note", ""), _negated=True),
                                ("duty", "inclusion-strategy"),
                            ),
                            _connector="OR",
                        ),
                        name="reports_dutyrecord_says_why_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyRecordEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7, editable=False, serialize=False
                    ),
                ),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("sen-information-report", "SEN information report"),
                            ("inclusion-strategy", "Inclusion strategy"),
                            ("accessibility-plan", "Accessibility plan"),
                            ("census", "School census"),
                            ("send-governor", "Governor with oversight of SEND"),
                        ],
                        max_length=24,
                    ),
                ),
                ("done_on", models.DateField(verbose_name="day")),
                ("about_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                (
                    "web_address",
                    models.URLField(blank=True, max_length=300, verbose_name="web address"),
                ),
                ("done_by", models.CharField(max_length=150, verbose_name="by whom")),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "does_not_apply",
                    models.BooleanField(default=False, verbose_name="not asked of this school"),
                ),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.dutyrecord",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FederationReport",
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
                ("term", models.CharField(max_length=12)),
                (
                    "audience",
                    models.CharField(
                        choices=[("governors", "Governors, confidential"), ("public", "Anybody")],
                        max_length=9,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("counting", "Being counted"),
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="counting",
                        max_length=9,
                    ),
                ),
                ("content", models.JSONField(blank=True, default=dict)),
                ("figures", models.JSONField(blank=True, default=dict)),
                ("counted_beside", models.CharField(blank=True, max_length=64)),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the SENDCo’s own words"
                    ),
                ),
                ("job_id", models.UUIDField(blank=True, null=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_because",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                (
                    "federation",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-term", "audience", "-version"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at__isnull", False),
                                ("state__in", ("published", "replaced", "withdrawn")),
                            ),
                            models.Q(("published_at", None), ("state__in", ("counting", "draft"))),
                            _connector="OR",
                        ),
                        name="reports_federationreport_published_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "withdrawn"), _negated=True),
                                ("withdrawn_at", None),
                                ("withdrawn_because", ""),
                                ("withdrawn_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="reports_federationreport_withdrawn_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "counting"),
                            models.Q(("content", {}), _negated=True),
                            _connector="OR",
                        ),
                        name="reports_federationreport_counted_says_something",
                    ),
                    models.UniqueConstraint(
                        fields=("federation", "term", "audience", "version"),
                        name="reports_federationreport_version_uniq",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("counting", "draft"))),
                        fields=("federation", "term", "audience"),
                        name="reports_federationreport_one_draft",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("federation", "term", "audience"),
                        name="reports_federationreport_one_published",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FederationReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7, editable=False, serialize=False
                    ),
                ),
                ("term", models.CharField(max_length=12)),
                (
                    "audience",
                    models.CharField(
                        choices=[("governors", "Governors, confidential"), ("public", "Anybody")],
                        max_length=9,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("counting", "Being counted"),
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="counting",
                        max_length=9,
                    ),
                ),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the SENDCo’s own words"
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_because",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                (
                    "federation",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.federationreport",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FederationReportFile",
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
                ("is_draft", models.BooleanField()),
                ("pdf", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("made_of", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "federation",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="reports.federationreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("federation", "report", "is_draft"),
                        name="reports_federationreportfile_one_each",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SchoolReport",
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
                ("term", models.CharField(max_length=12)),
                (
                    "audience",
                    models.CharField(
                        choices=[("governors", "Governors, confidential"), ("public", "Anybody")],
                        max_length=9,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("counting", "Being counted"),
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="counting",
                        max_length=9,
                    ),
                ),
                ("content", models.JSONField(blank=True, default=dict)),
                ("figures", models.JSONField(blank=True, default=dict)),
                ("counted_beside", models.CharField(blank=True, max_length=64)),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the SENDCo’s own words"
                    ),
                ),
                ("job_id", models.UUIDField(blank=True, null=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_because",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
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
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-term", "audience", "-version"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="reports_schoolreport_school_id_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at__isnull", False),
                                ("state__in", ("published", "replaced", "withdrawn")),
                            ),
                            models.Q(("published_at", None), ("state__in", ("counting", "draft"))),
                            _connector="OR",
                        ),
                        name="reports_schoolreport_published_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "withdrawn"), _negated=True),
                                ("withdrawn_at", None),
                                ("withdrawn_because", ""),
                                ("withdrawn_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="reports_schoolreport_withdrawn_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "counting"),
                            models.Q(("content", {}), _negated=True),
                            _connector="OR",
                        ),
                        name="reports_schoolreport_counted_says_something",
                    ),
                    models.UniqueConstraint(
                        fields=("school", "term", "audience", "version"),
                        name="reports_schoolreport_version_uniq",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("counting", "draft"))),
                        fields=("school", "term", "audience"),
                        name="reports_schoolreport_one_draft",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("school", "term", "audience"),
                        name="reports_schoolreport_one_published",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchoolReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7, editable=False, serialize=False
                    ),
                ),
                ("term", models.CharField(max_length=12)),
                (
                    "audience",
                    models.CharField(
                        choices=[("governors", "Governors, confidential"), ("public", "Anybody")],
                        max_length=9,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("counting", "Being counted"),
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="counting",
                        max_length=9,
                    ),
                ),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the SENDCo’s own words"
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_because",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.schoolreport",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolReportFile",
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
                ("is_draft", models.BooleanField()),
                ("pdf", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("made_of", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="reports.schoolreport",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="reports_schoolreportfile_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "report", name="reports_schoolreportfile_report_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "report", "is_draft"),
                        name="reports_schoolreportfile_one_each",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutyrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_dutyrecordevent" ("about_on", "does_not_apply", "done_by", "done_on", "duty", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "school_id", "web_address") VALUES (NEW."about_on", NEW."does_not_apply", NEW."done_by", NEW."done_on", NEW."duty", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."school_id", NEW."web_address"); RETURN NULL;',
                    hash="a64f7dd7d101517c07115616bde4f1036f0c0669",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d3c7d",
                    table="reports_dutyrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutyrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_dutyrecordevent" ("about_on", "does_not_apply", "done_by", "done_on", "duty", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "school_id", "web_address") VALUES (NEW."about_on", NEW."does_not_apply", NEW."done_by", NEW."done_on", NEW."duty", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."school_id", NEW."web_address"); RETURN NULL;',
                    hash="6b1b74266d3848b23aeb25d31b6343488c0993f9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_58c9e",
                    table="reports_dutyrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutyrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_dutyrecordevent" ("about_on", "does_not_apply", "done_by", "done_on", "duty", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "school_id", "web_address") VALUES (OLD."about_on", OLD."does_not_apply", OLD."done_by", OLD."done_on", OLD."duty", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."school_id", OLD."web_address"); RETURN NULL;',
                    hash="29a70ae9cbe49bb51dca635ee20e3b77934819f3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4501f",
                    table="reports_dutyrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="federationreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_federationreportevent" ("audience", "federation_id", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "term", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "words") VALUES (NEW."audience", NEW."federation_id", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."term", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;',
                    hash="164d4b9b797a5c03e8ee037c843f5d1081308ecd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a247f",
                    table="reports_federationreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="federationreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."federation_id" IS DISTINCT FROM (NEW."federation_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."term" IS DISTINCT FROM (NEW."term") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_because" IS DISTINCT FROM (NEW."withdrawn_because") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "reports_federationreportevent" ("audience", "federation_id", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "term", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "words") VALUES (NEW."audience", NEW."federation_id", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."term", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;',
                    hash="5d59e6404a1bab061c7c3312037066be5795b563",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1801",
                    table="reports_federationreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="federationreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_federationreportevent" ("audience", "federation_id", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "term", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "words") VALUES (OLD."audience", OLD."federation_id", OLD."id", OLD."made_at", OLD."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."state", OLD."term", OLD."version", OLD."withdrawn_at", OLD."withdrawn_because", OLD."withdrawn_by_id", OLD."words"); RETURN NULL;',
                    hash="b6d8f104e47481d75f00bd04a16a0000380ca361",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_aaede",
                    table="reports_federationreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="federationreportfile",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_pdf",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NOT OLD."is_draft")',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8852226d02e04b8958152cf9d066470f10c0640a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_published_pdf_4dea8",
                    table="reports_federationreportfile",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_schoolreportevent" ("audience", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "state", "term", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "words") VALUES (NEW."audience", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."state", NEW."term", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;',
                    hash="48eb95dacac0b262d3c59b03ec357b98f115cf70",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_470ba",
                    table="reports_schoolreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."term" IS DISTINCT FROM (NEW."term") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_because" IS DISTINCT FROM (NEW."withdrawn_because") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "reports_schoolreportevent" ("audience", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "state", "term", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "words") VALUES (NEW."audience", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."state", NEW."term", NEW."version", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;',
                    hash="7b5f8ed809295adb3ef9ca10692e0d9c868b9e06",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8c375",
                    table="reports_schoolreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_schoolreportevent" ("audience", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "state", "term", "version", "withdrawn_at", "withdrawn_because", "withdrawn_by_id", "words") VALUES (OLD."audience", OLD."id", OLD."made_at", OLD."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."school_id", OLD."state", OLD."term", OLD."version", OLD."withdrawn_at", OLD."withdrawn_because", OLD."withdrawn_by_id", OLD."words"); RETURN NULL;',
                    hash="01be3f16b97aa2e6287822a947e799bcf6fd676c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8f02e",
                    table="reports_schoolreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolreportfile",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_pdf",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NOT OLD."is_draft")',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6991cc571ce154b021bcfeb5a1abea9c1f94c338",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_published_pdf_d9414",
                    table="reports_schoolreportfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
