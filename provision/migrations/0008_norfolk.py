"""What the council asks for: graduated map, INDES, element 3, self-evaluation."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("provision", "0007_quality"),
        ("pupils", "0008_support_plan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Evaluation",
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
                    "year",
                    models.PositiveSmallIntegerField(help_text="In which the school year begins."),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "finished_on",
                    models.DateField(blank=True, null=True, verbose_name="finished on"),
                ),
                (
                    "begun_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "begun_by",
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
            ],
            options={
                "ordering": ["-year", "-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvaluationAction",
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
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("by_on", models.DateField(verbose_name="by when")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "owner",
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
                "ordering": ["by_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvaluationEvent",
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
                    "year",
                    models.PositiveSmallIntegerField(help_text="In which the school year begins."),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "finished_on",
                    models.DateField(blank=True, null=True, verbose_name="finished on"),
                ),
                (
                    "begun_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
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
                        to="provision.evaluation",
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
            name="EvaluationStatement",
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
                ("place", models.PositiveSmallIntegerField()),
                ("heading", models.CharField(max_length=80)),
                ("text", models.CharField(max_length=300, verbose_name="statement")),
                ("rating", models.CharField(blank=True, max_length=12)),
                ("evidence", models.CharField(blank=True, max_length=1000)),
                (
                    "evaluation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="provision.evaluation",
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
                "ordering": ["place"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvaluationActionEvent",
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
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("by_on", models.DateField(verbose_name="by when")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "owner",
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
                        to="provision.evaluationaction",
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
                    "statement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.evaluationstatement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="evaluationaction",
            name="statement",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="actions",
                to="provision.evaluationstatement",
            ),
        ),
        migrations.CreateModel(
            name="EvaluationStatementEvent",
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
                ("place", models.PositiveSmallIntegerField()),
                ("heading", models.CharField(max_length=80)),
                ("text", models.CharField(max_length=300, verbose_name="statement")),
                ("rating", models.CharField(blank=True, max_length=12)),
                ("evidence", models.CharField(blank=True, max_length=1000)),
                (
                    "evaluation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.evaluation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.evaluationstatement",
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
            name="FundingLetter",
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
                    "part",
                    models.CharField(
                        choices=[("formula", "By formula"), ("cohort", "For the cohort")],
                        max_length=7,
                        verbose_name="which part",
                    ),
                ),
                ("total_pence", models.PositiveIntegerField(verbose_name="sum, in pence")),
                (
                    "letter_on",
                    models.DateField(blank=True, null=True, verbose_name="date of the letter"),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="the council's reference"
                    ),
                ),
                (
                    "sure",
                    models.CharField(
                        choices=[
                            ("V", "In a letter of the council"),
                            ("S", "Seen elsewhere"),
                            ("M", "Our own working: not confirmed"),
                        ],
                        default="V",
                        max_length=1,
                        verbose_name="how sure it is",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
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
                "ordering": ["-financial_year", "part", "letter_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FundingLetterEvent",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(help_text="In which it begins, on 1 April."),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("formula", "By formula"), ("cohort", "For the cohort")],
                        max_length=7,
                        verbose_name="which part",
                    ),
                ),
                ("total_pence", models.PositiveIntegerField(verbose_name="sum, in pence")),
                (
                    "letter_on",
                    models.DateField(blank=True, null=True, verbose_name="date of the letter"),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="the council's reference"
                    ),
                ),
                (
                    "sure",
                    models.CharField(
                        choices=[
                            ("V", "In a letter of the council"),
                            ("S", "Seen elsewhere"),
                            ("M", "Our own working: not confirmed"),
                        ],
                        default="V",
                        max_length=1,
                        verbose_name="how sure it is",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.fundingletter",
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
            name="FundingLine",
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
                ("place", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=120)),
                (
                    "count",
                    models.DecimalField(decimal_places=3, default=Decimal("1"), max_digits=8),
                ),
                ("pence_each", models.PositiveIntegerField(verbose_name="weight, in pence each")),
                (
                    "letter",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="provision.fundingletter",
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
                "ordering": ["place"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FundingLineEvent",
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
                ("place", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=120)),
                (
                    "count",
                    models.DecimalField(decimal_places=3, default=Decimal("1"), max_digits=8),
                ),
                ("pence_each", models.PositiveIntegerField(verbose_name="weight, in pence each")),
                (
                    "letter",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.fundingletter",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.fundingline",
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
            name="IndesArea",
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
                ("place", models.PositiveSmallIntegerField()),
                ("section", models.CharField(max_length=80)),
                ("level", models.CharField(blank=True, max_length=40)),
                ("evidence", models.CharField(blank=True, max_length=1000)),
                (
                    "impact",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="how it affects learning"
                    ),
                ),
                ("is_main", models.BooleanField(default=False, verbose_name="main area")),
                (
                    "linked",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list
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
                "ordering": ["place"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IndesRecord",
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
                    "framework",
                    models.CharField(max_length=20, verbose_name="version of the framework"),
                ),
                ("completed_on", models.DateField(verbose_name="filled in on")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be sent by")),
                (
                    "contributors",
                    models.CharField(blank=True, max_length=200, verbose_name="who contributed"),
                ),
                (
                    "asks_support",
                    models.BooleanField(default=False, verbose_name="support is asked for"),
                ),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="the council's reference"
                    ),
                ),
                ("panel_on", models.DateField(blank=True, null=True, verbose_name="panel on")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("advice", "Advice"),
                            ("funding", "Funding"),
                            ("adviser", "An adviser comes"),
                            ("nothing", "Nothing further"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "outcome_note",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="what the panel said"
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indes_records",
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
                "ordering": ["-completed_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IndesAreaEvent",
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
                ("place", models.PositiveSmallIntegerField()),
                ("section", models.CharField(max_length=80)),
                ("level", models.CharField(blank=True, max_length=40)),
                ("evidence", models.CharField(blank=True, max_length=1000)),
                (
                    "impact",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="how it affects learning"
                    ),
                ),
                ("is_main", models.BooleanField(default=False, verbose_name="main area")),
                (
                    "linked",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.indesarea",
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.indesrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="indesarea",
            name="record",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="areas",
                to="provision.indesrecord",
            ),
        ),
        migrations.CreateModel(
            name="IndesRecordEvent",
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
                    "framework",
                    models.CharField(max_length=20, verbose_name="version of the framework"),
                ),
                ("completed_on", models.DateField(verbose_name="filled in on")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be sent by")),
                (
                    "contributors",
                    models.CharField(blank=True, max_length=200, verbose_name="who contributed"),
                ),
                (
                    "asks_support",
                    models.BooleanField(default=False, verbose_name="support is asked for"),
                ),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="the council's reference"
                    ),
                ),
                ("panel_on", models.DateField(blank=True, null=True, verbose_name="panel on")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("advice", "Advice"),
                            ("funding", "Funding"),
                            ("adviser", "An adviser comes"),
                            ("nothing", "Nothing further"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "outcome_note",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="what the panel said"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.indesrecord",
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
                    "written_by",
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
            name="KeptMap",
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
                    "year",
                    models.PositiveSmallIntegerField(help_text="In which the school year begins."),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("shape", models.CharField(max_length=20)),
                ("content", models.JSONField()),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what it was kept for"
                    ),
                ),
                (
                    "kept_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "kept_by",
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
            ],
            options={
                "ordering": ["-year", "-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MapLine",
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
                    "year",
                    models.PositiveSmallIntegerField(help_text="In which the school year begins."),
                ),
                ("key", models.CharField(max_length=80)),
                ("words", models.JSONField(blank=True, default=dict)),
                (
                    "is_left_out",
                    models.BooleanField(default=False, verbose_name="left out of the map"),
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
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MapLineEvent",
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
                    "year",
                    models.PositiveSmallIntegerField(help_text="In which the school year begins."),
                ),
                ("key", models.CharField(max_length=80)),
                ("words", models.JSONField(blank=True, default=dict)),
                (
                    "is_left_out",
                    models.BooleanField(default=False, verbose_name="left out of the map"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.mapline",
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
            name="MapModeration",
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
                ("held_on", models.DateField(verbose_name="when")),
                ("who", models.CharField(max_length=200, verbose_name="who was there")),
                ("agreed", models.CharField(max_length=2000, verbose_name="what was agreed")),
                ("act_by", models.DateField(blank=True, null=True, verbose_name="to be done by")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "kept",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moderations",
                        to="provision.keptmap",
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
                "ordering": ["-held_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MapModerationEvent",
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
                ("held_on", models.DateField(verbose_name="when")),
                ("who", models.CharField(max_length=200, verbose_name="who was there")),
                ("agreed", models.CharField(max_length=2000, verbose_name="what was agreed")),
                ("act_by", models.DateField(blank=True, null=True, verbose_name="to be done by")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "kept",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.keptmap",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.mapmoderation",
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
                    "written_by",
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
            name="CouncilPaper",
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
                        choices=[("map", "Graduated provision map"), ("ipsef", "Self-evaluation")],
                        max_length=6,
                    ),
                ),
                ("of_on", models.DateField()),
                (
                    "asked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("html", models.TextField(blank=True)),
                ("pdf", models.BinaryField(null=True)),
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
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "asked_at"], name="provision_councilpaper_at")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="provision_councilpaper_school_id_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pdf", None), ("html", ""), _connector="OR"),
                        name="provision_councilpaper_set_once",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_evaluation_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.UniqueConstraint(
                fields=("school", "year", "number"), name="provision_evaluation_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("finished_on", None)),
                fields=("school",),
                name="provision_evaluation_one_in_work",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_evaluationevent" ("begun_at", "begun_by_id", "finished_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "year") VALUES (NEW."begun_at", NEW."begun_by_id", NEW."finished_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."year"); RETURN NULL;',
                    hash="e732d9b8088ad378dd29318d0577175d069e5391",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_af2fb",
                    table="provision_evaluation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_evaluationevent" ("begun_at", "begun_by_id", "finished_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "year") VALUES (NEW."begun_at", NEW."begun_by_id", NEW."finished_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."year"); RETURN NULL;',
                    hash="34ded3043c837e0901fe071a242be943a638655f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4085d",
                    table="provision_evaluation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_evaluationevent" ("begun_at", "begun_by_id", "finished_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "year") VALUES (OLD."begun_at", OLD."begun_by_id", OLD."finished_on", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."year"); RETURN NULL;',
                    hash="09700d00369f0c8d27a318dbe157ac88030487a1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0a012",
                    table="provision_evaluation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationstatement",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_evaluationstatement_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationstatement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "evaluation", name="provision_statement_evaluation_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationstatement",
            constraint=models.UniqueConstraint(
                fields=("school", "evaluation", "place"), name="provision_statement_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_evaluationstatementevent" ("evaluation_id", "evidence", "heading", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rating", "school_id", "text") VALUES (NEW."evaluation_id", NEW."evidence", NEW."heading", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."rating", NEW."school_id", NEW."text"); RETURN NULL;',
                    hash="bedf4b04e26673e817b56d578802a0ace0cfb025",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e797",
                    table="provision_evaluationstatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_evaluationstatementevent" ("evaluation_id", "evidence", "heading", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rating", "school_id", "text") VALUES (NEW."evaluation_id", NEW."evidence", NEW."heading", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."rating", NEW."school_id", NEW."text"); RETURN NULL;',
                    hash="4936436d52b9a9bcd8eac3ad6b0677cb26b22311",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b74a9",
                    table="provision_evaluationstatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_evaluationstatementevent" ("evaluation_id", "evidence", "heading", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rating", "school_id", "text") VALUES (OLD."evaluation_id", OLD."evidence", OLD."heading", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."rating", OLD."school_id", OLD."text"); RETURN NULL;',
                    hash="21b32ad7bd3792c20c215b7b6476cf6cbe48d1bd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3c56",
                    table="provision_evaluationstatement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="evaluationaction",
            index=models.Index(fields=["school", "statement"], name="provision_evalaction_of"),
        ),
        migrations.AddConstraint(
            model_name="evaluationaction",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_evaluationaction_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationaction",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "statement", name="provision_evaluationaction_same_school"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_evaluationactionevent" ("by_on", "done_on", "id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "statement_id", "what") VALUES (NEW."by_on", NEW."done_on", NEW."id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."statement_id", NEW."what"); RETURN NULL;',
                    hash="f6a707a305ff7ca19181c9987cc3212395b2bb6e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ec2c7",
                    table="provision_evaluationaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_evaluationactionevent" ("by_on", "done_on", "id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "statement_id", "what") VALUES (NEW."by_on", NEW."done_on", NEW."id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."statement_id", NEW."what"); RETURN NULL;',
                    hash="27394f5c0a881bfc57cdc6f617fade8a25c76657",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3302c",
                    table="provision_evaluationaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_evaluationactionevent" ("by_on", "done_on", "id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "statement_id", "what") VALUES (OLD."by_on", OLD."done_on", OLD."id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."statement_id", OLD."what"); RETURN NULL;',
                    hash="3fbcc39aabbef4ad68184dd0385218e3fcda2faa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_de3b6",
                    table="provision_evaluationaction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="fundingletter",
            index=models.Index(fields=["school", "financial_year"], name="provision_letter_year"),
        ),
        migrations.AddConstraint(
            model_name="fundingletter",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_fundingletter_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2000), ("financial_year__lte", 2100)),
                name="provision_fundingletter_year",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingletter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_fundingletterevent" ("financial_year", "id", "letter_on", "note", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "school_id", "sure", "total_pence") VALUES (NEW."financial_year", NEW."id", NEW."letter_on", NEW."note", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reference", NEW."school_id", NEW."sure", NEW."total_pence"); RETURN NULL;',
                    hash="c0ee7323dd07cfd96d883ec95d9c5bdd608d9d43",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89a3d",
                    table="provision_fundingletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingletter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_fundingletterevent" ("financial_year", "id", "letter_on", "note", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "school_id", "sure", "total_pence") VALUES (NEW."financial_year", NEW."id", NEW."letter_on", NEW."note", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reference", NEW."school_id", NEW."sure", NEW."total_pence"); RETURN NULL;',
                    hash="1406ab43773ce5def0fb8feca1a846954b965476",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3a6ea",
                    table="provision_fundingletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingletter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_fundingletterevent" ("financial_year", "id", "letter_on", "note", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "school_id", "sure", "total_pence") VALUES (OLD."financial_year", OLD."id", OLD."letter_on", OLD."note", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reference", OLD."school_id", OLD."sure", OLD."total_pence"); RETURN NULL;',
                    hash="138523e9cc882c354fe3da6366cd7c0ad6f3d20a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5749a",
                    table="provision_fundingletter",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingline",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_fundingline_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingline",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "letter", name="provision_fundingline_letter_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingline",
            constraint=models.UniqueConstraint(
                fields=("school", "letter", "place"), name="provision_fundingline_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingline",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__gte", 0)), name="provision_fundingline_count"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_fundinglineevent" ("count", "id", "label", "letter_id", "pence_each", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id") VALUES (NEW."count", NEW."id", NEW."label", NEW."letter_id", NEW."pence_each", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."school_id"); RETURN NULL;',
                    hash="20099a9b2130e6ea5215bb2bcff60c6858578cba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8d4f",
                    table="provision_fundingline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_fundinglineevent" ("count", "id", "label", "letter_id", "pence_each", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id") VALUES (NEW."count", NEW."id", NEW."label", NEW."letter_id", NEW."pence_each", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."school_id"); RETURN NULL;',
                    hash="bcd62cbb85bb399428d57967682ac2729f23f7b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5a46d",
                    table="provision_fundingline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fundingline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_fundinglineevent" ("count", "id", "label", "letter_id", "pence_each", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id") VALUES (OLD."count", OLD."id", OLD."label", OLD."letter_id", OLD."pence_each", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."school_id"); RETURN NULL;',
                    hash="a5a47b1948a54ad1281bca3483c097d1b0456bed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d21fb",
                    table="provision_fundingline",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="indesrecord",
            index=models.Index(fields=["school", "pupil"], name="provision_indes_pupil"),
        ),
        migrations.AddConstraint(
            model_name="indesrecord",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_indesrecord_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="indesrecord",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_indesrecord_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="indesrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("submitted_on", None),
                    ("submitted_on__gte", models.F("completed_on")),
                    _connector="OR",
                ),
                name="provision_indesrecord_sent_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="indesrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reference", ""), ("submitted_on__isnull", False), _connector="OR"
                ),
                name="provision_indesrecord_reference_was_sent",
            ),
        ),
        migrations.AddConstraint(
            model_name="indesrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("outcome_note", ""), ("panel_on", None)),
                    models.Q(
                        ("panel_on__gte", models.F("submitted_on")),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_indesrecord_panel_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "written_by_id") VALUES (NEW."asks_support", NEW."completed_on", NEW."contributors", NEW."due_on", NEW."framework", NEW."id", NEW."outcome", NEW."outcome_note", NEW."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."submitted_on", NEW."written_by_id"); RETURN NULL;',
                    hash="7d67b81519466d0e38cabc0a07524b78b27e2af9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf6f2",
                    table="provision_indesrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "written_by_id") VALUES (NEW."asks_support", NEW."completed_on", NEW."contributors", NEW."due_on", NEW."framework", NEW."id", NEW."outcome", NEW."outcome_note", NEW."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."submitted_on", NEW."written_by_id"); RETURN NULL;',
                    hash="b10b260363989c44ee70797accd8fe7da54fda6f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fd5df",
                    table="provision_indesrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "written_by_id") VALUES (OLD."asks_support", OLD."completed_on", OLD."contributors", OLD."due_on", OLD."framework", OLD."id", OLD."outcome", OLD."outcome_note", OLD."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reference", OLD."school_id", OLD."submitted_on", OLD."written_by_id"); RETURN NULL;',
                    hash="cd24878c5aa3fe225c2fee94d90e6d7d7cf07019",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f02bf",
                    table="provision_indesrecord",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="indesarea",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_indesarea_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="indesarea",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "record", name="provision_indesarea_record_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="indesarea",
            constraint=models.UniqueConstraint(
                fields=("school", "record", "place"), name="provision_indesarea_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesarea",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_indesareaevent" ("evidence", "id", "impact", "is_main", "level", "linked", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "record_id", "school_id", "section") VALUES (NEW."evidence", NEW."id", NEW."impact", NEW."is_main", NEW."level", NEW."linked", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."record_id", NEW."school_id", NEW."section"); RETURN NULL;',
                    hash="acb132556f4160719fb111aa290bb0916da09942",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eb247",
                    table="provision_indesarea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesarea",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_indesareaevent" ("evidence", "id", "impact", "is_main", "level", "linked", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "record_id", "school_id", "section") VALUES (NEW."evidence", NEW."id", NEW."impact", NEW."is_main", NEW."level", NEW."linked", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."record_id", NEW."school_id", NEW."section"); RETURN NULL;',
                    hash="44531f0bdda789a8ea52b3614b5943601226735d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f213c",
                    table="provision_indesarea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesarea",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_indesareaevent" ("evidence", "id", "impact", "is_main", "level", "linked", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "record_id", "school_id", "section") VALUES (OLD."evidence", OLD."id", OLD."impact", OLD."is_main", OLD."level", OLD."linked", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."record_id", OLD."school_id", OLD."section"); RETURN NULL;',
                    hash="c28094467fc463fe182942267729e22d84d506ff",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2b963",
                    table="provision_indesarea",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="keptmap",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_keptmap_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="keptmap",
            constraint=models.UniqueConstraint(
                fields=("school", "year", "number"), name="provision_keptmap_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="mapline",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_mapline_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="mapline",
            constraint=models.UniqueConstraint(
                fields=("school", "year", "key"), name="provision_mapline_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mapline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_maplineevent" ("id", "is_left_out", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "words", "year") VALUES (NEW."id", NEW."is_left_out", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."words", NEW."year"); RETURN NULL;',
                    hash="5b4552d387caab76776b3d8f97c2b4c297a0fc92",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a8dd1",
                    table="provision_mapline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mapline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_maplineevent" ("id", "is_left_out", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "words", "year") VALUES (NEW."id", NEW."is_left_out", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."words", NEW."year"); RETURN NULL;',
                    hash="c24b77589c91045cf0c15d11e0ac04fc2a9bc6c1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c403c",
                    table="provision_mapline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mapline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_maplineevent" ("id", "is_left_out", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "words", "year") VALUES (OLD."id", OLD."is_left_out", OLD."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."words", OLD."year"); RETURN NULL;',
                    hash="6a01c51063ef6b26f71f1c3c00edc1484a92f598",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_776df",
                    table="provision_mapline",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="mapmoderation",
            index=models.Index(fields=["school", "kept"], name="provision_mapmod_kept"),
        ),
        migrations.AddConstraint(
            model_name="mapmoderation",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_mapmoderation_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="mapmoderation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "kept", name="provision_mapmoderation_kept_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="mapmoderation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("act_by", None), ("act_by__gte", models.F("held_on")), _connector="OR"
                ),
                name="provision_mapmoderation_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="mapmoderation",
            constraint=models.CheckConstraint(
                condition=models.Q(("done_on", None), ("act_by__isnull", False), _connector="OR"),
                name="provision_mapmoderation_done_was_asked",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mapmoderation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_mapmoderationevent" ("act_by", "agreed", "done_on", "held_on", "id", "kept_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "who", "written_by_id") VALUES (NEW."act_by", NEW."agreed", NEW."done_on", NEW."held_on", NEW."id", NEW."kept_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="c8567fd7cd5724faf789cf31e7a6fd4dd3816df0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5e48",
                    table="provision_mapmoderation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mapmoderation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_mapmoderationevent" ("act_by", "agreed", "done_on", "held_on", "id", "kept_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "who", "written_by_id") VALUES (NEW."act_by", NEW."agreed", NEW."done_on", NEW."held_on", NEW."id", NEW."kept_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="8eee1e7cb7fb44dd708d1deb1bdf26c3c5568bec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39e1f",
                    table="provision_mapmoderation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mapmoderation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_mapmoderationevent" ("act_by", "agreed", "done_on", "held_on", "id", "kept_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "who", "written_by_id") VALUES (OLD."act_by", OLD."agreed", OLD."done_on", OLD."held_on", OLD."id", OLD."kept_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."who", OLD."written_by_id"); RETURN NULL;',
                    hash="202dd2caddc99e50b840fa734934349f75f39bdd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_06856",
                    table="provision_mapmoderation",
                    when="AFTER",
                ),
            ),
        ),
    ]
