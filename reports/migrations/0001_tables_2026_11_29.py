"""Duties, views, governor reports, bundles and publications."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    initial = True

    # A database made with these files is left as it is: its tables are the same.
    replaces = [
        ("reports", "0001_tables"),
        ("reports", "0002_fields"),
        ("reports", "0003_bundles"),
        ("reports", "0004_publications"),
    ]

    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("pupils", "0001_tables_2026_11_29"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
            name="EvidenceBundle",
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
                    "aim",
                    models.CharField(
                        choices=[
                            ("assess", "A request for a needs assessment"),
                            ("review", "An annual review"),
                            ("appeal", "Mediation or an appeal"),
                            ("other", "Something else"),
                        ],
                        max_length=7,
                        verbose_name="what it is for",
                    ),
                ),
                ("council", models.CharField(max_length=100, verbose_name="who it is for")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("kinds", models.JSONField(default=list, verbose_name="what goes in")),
                (
                    "most_mb",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="largest file of the portal"
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("found", models.JSONField(blank=True, default=list)),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
                ("job_id", models.UUIDField(blank=True, null=True)),
                ("problem", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("manifest", models.JSONField(blank=True, default=dict)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("portal", "The council’s portal"),
                            ("email", "Secure e-mail"),
                            ("post", "Post"),
                            ("hand", "By hand"),
                        ],
                        max_length=6,
                        verbose_name="how it went",
                    ),
                ),
                ("sent_to", models.CharField(blank=True, max_length=150, verbose_name="to whom")),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_bundles",
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
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BundlePart",
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
                ("number", models.PositiveSmallIntegerField()),
                ("first_page", models.PositiveSmallIntegerField()),
                ("last_page", models.PositiveSmallIntegerField()),
                ("pdf", models.BinaryField()),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("digest", models.CharField(max_length=64)),
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
                    "bundle",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="reports.evidencebundle",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BundleChoice",
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
                ("item", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=64)),
                ("is_in", models.BooleanField(verbose_name="goes in")),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "by",
                    models.ForeignKey(
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
                    "bundle",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="reports.evidencebundle",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceBundleEvent",
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
                    "aim",
                    models.CharField(
                        choices=[
                            ("assess", "A request for a needs assessment"),
                            ("review", "An annual review"),
                            ("appeal", "Mediation or an appeal"),
                            ("other", "Something else"),
                        ],
                        max_length=7,
                        verbose_name="what it is for",
                    ),
                ),
                ("council", models.CharField(max_length=100, verbose_name="who it is for")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("kinds", models.JSONField(default=list, verbose_name="what goes in")),
                (
                    "most_mb",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="largest file of the portal"
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("portal", "The council’s portal"),
                            ("email", "Secure e-mail"),
                            ("post", "Post"),
                            ("hand", "By hand"),
                        ],
                        max_length=6,
                        verbose_name="how it went",
                    ),
                ),
                ("sent_to", models.CharField(blank=True, max_length=150, verbose_name="to whom")),
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
                        to="reports.evidencebundle",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
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
                    "sent_by",
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
                    "started_by",
                    models.ForeignKey(
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
            name="FederationList",
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
                ("name", models.CharField(max_length=80)),
                (
                    "page",
                    models.CharField(
                        choices=[("register", "SEND register"), ("children", "Children")],
                        max_length=8,
                        verbose_name="list of",
                    ),
                ),
                ("filters", models.JSONField(blank=True, default=dict)),
                ("sort", models.CharField(blank=True, max_length=20, verbose_name="order")),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list
                    ),
                ),
                ("is_shared", models.BooleanField(default=False)),
                ("changed_on", models.DateField()),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
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
            },
        ),
        migrations.CreateModel(
            name="Publication",
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
                        choices=[("sen-information-report", "SEN information report")],
                        max_length=24,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("content", models.JSONField(blank=True, default=dict)),
                ("read_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the school’s own words"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                ("job_id", models.UUIDField(blank=True, null=True)),
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
                    "sent_by",
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
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublicationEvent",
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
                    "kind",
                    models.CharField(
                        choices=[("sen-information-report", "SEN information report")],
                        max_length=24,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("read_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the school’s own words"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.publication",
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
                    "sent_by",
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
            name="PublicationFile",
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
                ("pdf", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "publication",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="reports.publication",
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
            },
        ),
        migrations.CreateModel(
            name="SchoolList",
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
                ("name", models.CharField(max_length=80)),
                (
                    "page",
                    models.CharField(
                        choices=[("register", "SEND register"), ("children", "Children")],
                        max_length=8,
                        verbose_name="list of",
                    ),
                ),
                ("filters", models.JSONField(blank=True, default=dict)),
                ("sort", models.CharField(blank=True, max_length=20, verbose_name="order")),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list
                    ),
                ),
                ("is_shared", models.BooleanField(default=False)),
                ("changed_on", models.DateField()),
                (
                    "made_by",
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
                "ordering": ["name", "id"],
                "abstract": False,
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
            },
        ),
        migrations.AddConstraint(
            model_name="dutyrecord",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_dutyrecord_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyrecord",
            constraint=models.UniqueConstraint(
                fields=("school", "duty", "about_on", "done_on"),
                name="reports_dutyrecord_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("duty", "census")),
                fields=("school", "about_on"),
                name="reports_dutyrecord_one_census",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("about_on__isnull", False), ("duty__in", ["accessibility-plan", "census"])
                    ),
                    models.Q(
                        models.Q(("duty__in", ["accessibility-plan", "census"]), _negated=True),
                        ("about_on", None),
                    ),
                    _connector="OR",
                ),
                name="reports_dutyrecord_about_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("does_not_apply", False),
                    models.Q(models.Q(("note", ""), _negated=True), ("duty", "inclusion-strategy")),
                    _connector="OR",
                ),
                name="reports_dutyrecord_says_why_not",
            ),
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
        migrations.AddIndex(
            model_name="evidencebundle",
            index=models.Index(fields=["school", "pupil"], name="reports_evidencebundle_pupil"),
        ),
        migrations.AddIndex(
            model_name="evidencebundle",
            index=models.Index(fields=["school", "made_at"], name="reports_evidencebundle_made"),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_evidencebundle_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="reports_evidencebundle_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on", None),
                    ("ends_on", None),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="reports_evidencebundle_days_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at", None), ("made_by", None), ("manifest", {}), ("pages", 0)),
                    models.Q(
                        ("made_at__isnull", False),
                        ("pages__gt", 0),
                        models.Q(("manifest", {}), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reports_evidencebundle_made_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sent_by", None), ("sent_how", ""), ("sent_on", None), ("sent_to", "")
                    ),
                    models.Q(
                        ("made_at__isnull", False),
                        ("sent_on__isnull", False),
                        models.Q(("sent_how", ""), _negated=True),
                        models.Q(("sent_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reports_evidencebundle_sent_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencebundle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_evidencebundleevent" ("aim", "council", "ends_on", "id", "kinds", "looked_at", "made_at", "made_by_id", "most_mb", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_by_id", "sent_how", "sent_on", "sent_to", "started_at", "started_by_id", "starts_on") VALUES (NEW."aim", NEW."council", NEW."ends_on", NEW."id", NEW."kinds", NEW."looked_at", NEW."made_at", NEW."made_by_id", NEW."most_mb", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sent_to", NEW."started_at", NEW."started_by_id", NEW."starts_on"); RETURN NULL;',
                    hash="abd31a8634816462b794b223a70ab0e15e926c5d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b5caf",
                    table="reports_evidencebundle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencebundle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aim" IS DISTINCT FROM (NEW."aim") OR OLD."council" IS DISTINCT FROM (NEW."council") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kinds" IS DISTINCT FROM (NEW."kinds") OR OLD."looked_at" IS DISTINCT FROM (NEW."looked_at") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."most_mb" IS DISTINCT FROM (NEW."most_mb") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."pupil_id" IS DISTINCT FROM (NEW."pupil_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."sent_how" IS DISTINCT FROM (NEW."sent_how") OR OLD."sent_on" IS DISTINCT FROM (NEW."sent_on") OR OLD."sent_to" IS DISTINCT FROM (NEW."sent_to") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."started_by_id" IS DISTINCT FROM (NEW."started_by_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func='INSERT INTO "reports_evidencebundleevent" ("aim", "council", "ends_on", "id", "kinds", "looked_at", "made_at", "made_by_id", "most_mb", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_by_id", "sent_how", "sent_on", "sent_to", "started_at", "started_by_id", "starts_on") VALUES (NEW."aim", NEW."council", NEW."ends_on", NEW."id", NEW."kinds", NEW."looked_at", NEW."made_at", NEW."made_by_id", NEW."most_mb", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sent_to", NEW."started_at", NEW."started_by_id", NEW."starts_on"); RETURN NULL;',
                    hash="ca5f145d3a63e7b21773d3f9eeb1ba673bac2187",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ca80",
                    table="reports_evidencebundle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencebundle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_evidencebundleevent" ("aim", "council", "ends_on", "id", "kinds", "looked_at", "made_at", "made_by_id", "most_mb", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_by_id", "sent_how", "sent_on", "sent_to", "started_at", "started_by_id", "starts_on") VALUES (OLD."aim", OLD."council", OLD."ends_on", OLD."id", OLD."kinds", OLD."looked_at", OLD."made_at", OLD."made_by_id", OLD."most_mb", OLD."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sent_by_id", OLD."sent_how", OLD."sent_on", OLD."sent_to", OLD."started_at", OLD."started_by_id", OLD."starts_on"); RETURN NULL;',
                    hash="0572bd39ec671a80aec1120a2ab76d7ee761c5c5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_01181",
                    table="reports_evidencebundle",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_bundlepart_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "bundle", name="reports_bundlepart_bundle_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=models.UniqueConstraint(
                fields=("school", "bundle", "number"), name="reports_bundlepart_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_page__gte", models.F("first_page"))),
                name="reports_bundlepart_pages",
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_bundlechoice_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "bundle", name="reports_bundlechoice_bundle_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=models.UniqueConstraint(
                fields=("school", "bundle", "item"), name="reports_bundlechoice_item_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="reports_bundlechoice_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationlist",
            constraint=models.UniqueConstraint(
                models.F("federation"),
                models.F("page"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("is_shared", True)),
                name="reports_federationlist_shared_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationlist",
            constraint=models.UniqueConstraint(
                models.F("federation"),
                models.F("made_by"),
                models.F("page"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("is_shared", False)),
                name="reports_federationlist_own_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationreport",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="federationreport",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="federationreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "counting"), models.Q(("content", {}), _negated=True), _connector="OR"
                ),
                name="reports_federationreport_counted_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationreport",
            constraint=models.UniqueConstraint(
                fields=("federation", "term", "audience", "version"),
                name="reports_federationreport_version_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("counting", "draft"))),
                fields=("federation", "term", "audience"),
                name="reports_federationreport_one_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "published")),
                fields=("federation", "term", "audience"),
                name="reports_federationreport_one_published",
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
        migrations.AddConstraint(
            model_name="federationreportfile",
            constraint=models.UniqueConstraint(
                fields=("federation", "report", "is_draft"),
                name="reports_federationreportfile_one_each",
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
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_publication_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "head"))),
                fields=("school", "kind"),
                name="reports_publication_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "published")),
                fields=("school", "kind"),
                name="reports_publication_one_out",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at", None), ("sent_by", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("sent_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="reports_publication_sent_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at__isnull", False),
                        ("state__in", ("published", "replaced", "withdrawn")),
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ("published", "replaced", "withdrawn")), _negated=True
                        ),
                        ("published_at", None),
                        ("published_by", None),
                    ),
                    _connector="OR",
                ),
                name="reports_publication_published_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "withdrawn"),
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_why", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "withdrawn"), _negated=True),
                        ("withdrawn_at", None),
                        ("withdrawn_by", None),
                        ("withdrawn_why", ""),
                    ),
                    _connector="OR",
                ),
                name="reports_publication_withdrawn_has_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_document",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" IN ('published', 'replaced', 'withdrawn'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="30a4a4f40ef400bb6f5851fa90bc739dde9c9521",
                    operation="DELETE",
                    pgid="pgtrigger_keep_published_document_23386",
                    table="reports_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="document_published_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:head,head:draft,head:published,published:replaced,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="15a8cc16d48fe6ffdcffec3abcba7053e4e39cb7",
                    operation="UPDATE",
                    pgid="pgtrigger_document_published_for_good_b2efb",
                    table="reports_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_words",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."state" IN (\'published\', \'replaced\', \'withdrawn\') AND (OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."content" IS DISTINCT FROM (NEW."content")))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5097bfd92460c1afb5973ca824cc6b40484a0216",
                    operation="UPDATE",
                    pgid="pgtrigger_keep_published_words_af7b8",
                    table="reports_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."read_on", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="549d891862583d348c743fe1a3a9a55d20b1e720",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bad02",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."read_on" IS DISTINCT FROM (NEW."read_on") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_back_words" IS DISTINCT FROM (NEW."sent_back_words") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_why" IS DISTINCT FROM (NEW."withdrawn_why") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."read_on", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="4aa6816fd946827de3264d894161c2ecc9865751",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4a675",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."read_on", OLD."school_id", OLD."sent_at", OLD."sent_back_words", OLD."sent_by_id", OLD."state", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_why", OLD."words"); RETURN NULL;',
                    hash="e2457ba3adae11792c39c4c68916503664a7a4d6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eddf6",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationfile",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_publicationfile_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationfile",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "publication", name="reports_publicationfile_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationfile",
            constraint=models.UniqueConstraint(
                fields=("school", "publication"), name="reports_publicationfile_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicationfile",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_publication_pdf",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bcd0c4070057136b980d50e8034a9f82fb5f0397",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_publication_pdf_90f25",
                    table="reports_publicationfile",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoollist",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_schoollist_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoollist",
            constraint=models.UniqueConstraint(
                models.F("school"),
                models.F("page"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("is_shared", True)),
                name="reports_schoollist_shared_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoollist",
            constraint=models.UniqueConstraint(
                models.F("school"),
                models.F("made_by"),
                models.F("page"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("is_shared", False)),
                name="reports_schoollist_own_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolreport",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_schoolreport_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolreport",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="schoolreport",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="schoolreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "counting"), models.Q(("content", {}), _negated=True), _connector="OR"
                ),
                name="reports_schoolreport_counted_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolreport",
            constraint=models.UniqueConstraint(
                fields=("school", "term", "audience", "version"),
                name="reports_schoolreport_version_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("counting", "draft"))),
                fields=("school", "term", "audience"),
                name="reports_schoolreport_one_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "published")),
                fields=("school", "term", "audience"),
                name="reports_schoolreport_one_published",
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
        migrations.AddConstraint(
            model_name="schoolreportfile",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_schoolreportfile_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolreportfile",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "report", name="reports_schoolreportfile_report_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolreportfile",
            constraint=models.UniqueConstraint(
                fields=("school", "report", "is_draft"), name="reports_schoolreportfile_one_each"
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
