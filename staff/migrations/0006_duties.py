"""Duties and delegation, the handover pack, supervision, coaching and visits to lessons."""

import aylsham.identifiers
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("staff", "0005_training_plan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Away",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("note", models.TextField(blank=True, verbose_name="what to know")),
                ("back_on", models.DateField(blank=True, null=True, verbose_name="back since")),
                (
                    "cover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who covers",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who is away",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AwayEvent",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("note", models.TextField(blank=True, verbose_name="what to know")),
                ("back_on", models.DateField(blank=True, null=True, verbose_name="back since")),
                (
                    "cover",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who covers",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.away",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who is away",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CoachingCycle",
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
                ("goal", models.CharField(max_length=200, verbose_name="goal")),
                (
                    "objective",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="improvement-plan objective"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("changed", models.TextField(blank=True, verbose_name="what changed for children")),
                (
                    "coach",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="coach",
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
                    "teacher",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="teacher",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CoachingCycleEvent",
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
                ("goal", models.CharField(max_length=200, verbose_name="goal")),
                (
                    "objective",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="improvement-plan objective"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("changed", models.TextField(blank=True, verbose_name="what changed for children")),
                (
                    "coach",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="coach",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.coachingcycle",
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
                    "teacher",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="teacher",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Delegation",
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
                            ("strategy", "Strategy and complex cases"),
                            ("plans", "EHC paperwork"),
                            ("cycles", "Passports and cycles"),
                            ("quality", "Quality of teaching and papers"),
                            ("interventions", "Interventions"),
                            ("care", "Children in care"),
                            ("families", "Families and meetings"),
                            ("agencies", "Services and professionals"),
                            ("records", "Records and returns"),
                            ("people", "Staff time and training"),
                        ],
                        max_length=14,
                        verbose_name="duty",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("note", models.TextField(blank=True, verbose_name="what to know")),
                ("back_on", models.DateField(blank=True, null=True, verbose_name="handed back")),
                ("is_end_told", models.BooleanField(default=False)),
                (
                    "back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed back by",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="from whom",
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
                    "taker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="to whom",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DelegationEvent",
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
                            ("strategy", "Strategy and complex cases"),
                            ("plans", "EHC paperwork"),
                            ("cycles", "Passports and cycles"),
                            ("quality", "Quality of teaching and papers"),
                            ("interventions", "Interventions"),
                            ("care", "Children in care"),
                            ("families", "Families and meetings"),
                            ("agencies", "Services and professionals"),
                            ("records", "Records and returns"),
                            ("people", "Staff time and training"),
                        ],
                        max_length=14,
                        verbose_name="duty",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("note", models.TextField(blank=True, verbose_name="what to know")),
                ("back_on", models.DateField(blank=True, null=True, verbose_name="handed back")),
                ("is_end_told", models.BooleanField(default=False)),
                (
                    "back_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed back by",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="from whom",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.delegation",
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
                    "taker",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="to whom",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DutyHolder",
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
                            ("strategy", "Strategy and complex cases"),
                            ("plans", "EHC paperwork"),
                            ("cycles", "Passports and cycles"),
                            ("quality", "Quality of teaching and papers"),
                            ("interventions", "Interventions"),
                            ("care", "Children in care"),
                            ("families", "Families and meetings"),
                            ("agencies", "Services and professionals"),
                            ("records", "Records and returns"),
                            ("people", "Staff time and training"),
                        ],
                        max_length=14,
                        verbose_name="duty",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "ordering": ["duty", "starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DutyHolderEvent",
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
                            ("strategy", "Strategy and complex cases"),
                            ("plans", "EHC paperwork"),
                            ("cycles", "Passports and cycles"),
                            ("quality", "Quality of teaching and papers"),
                            ("interventions", "Interventions"),
                            ("care", "Children in care"),
                            ("families", "Families and meetings"),
                            ("agencies", "Services and professionals"),
                            ("records", "Records and returns"),
                            ("people", "Staff time and training"),
                        ],
                        max_length=14,
                        verbose_name="duty",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.dutyholder",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HandoverNote",
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
                ("heading", models.CharField(max_length=14, verbose_name="heading")),
                ("text", models.TextField(blank=True, verbose_name="note")),
                ("written_on", models.DateField(verbose_name="written on")),
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
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "ordering": ["heading"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HandoverNoteEvent",
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
                ("heading", models.CharField(max_length=14, verbose_name="heading")),
                ("text", models.TextField(blank=True, verbose_name="note")),
                ("written_on", models.DateField(verbose_name="written on")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.handovernote",
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
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HandoverPaper",
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
                        verbose_name="asked by",
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
            name="LineAction",
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
                            ("action", "Agreed action"),
                            ("objective", "Objective for practice"),
                        ],
                        max_length=9,
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="what you agreed")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("member", "The one who is managed"),
                            ("manager", "The line manager"),
                        ],
                        max_length=7,
                        verbose_name="who does it",
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed on")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "manager",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="manager",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="line_actions",
                        to="staff.staffmember",
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
                "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PracticePoint",
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
                ("words", models.CharField(max_length=120, verbose_name="point")),
                ("place", models.PositiveSmallIntegerField(default=0)),
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
                "ordering": ["place", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PracticePointEvent",
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
                ("words", models.CharField(max_length=120, verbose_name="point")),
                ("place", models.PositiveSmallIntegerField(default=0)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.practicepoint",
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
            name="Supervision",
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
                ("planned_on", models.DateField(verbose_name="day")),
                ("is_held", models.BooleanField(default=False, verbose_name="took place")),
                (
                    "manager",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="manager",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supervisions",
                        to="staff.staffmember",
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
                "ordering": ["-planned_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeachingVisit",
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
                            ("observed", "Observation"),
                            ("modelled", "Modelled lesson"),
                            ("coaching", "Coaching visit"),
                            ("peer", "Peer visit"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("visited_on", models.DateField(verbose_name="day")),
                ("lesson", models.CharField(blank=True, max_length=80, verbose_name="lesson")),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        verbose_name="seen",
                    ),
                ),
                ("noticed", models.TextField(verbose_name="what helped children")),
                (
                    "next_step",
                    models.CharField(blank=True, max_length=300, verbose_name="next step"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next visit")),
                (
                    "answer",
                    models.TextField(blank=True, verbose_name="what the teacher takes from it"),
                ),
                (
                    "at_school",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                        verbose_name="school",
                    ),
                ),
                (
                    "coach",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="with",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visits",
                        to="staff.coachingcycle",
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
                    "teacher",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="teacher",
                    ),
                ),
            ],
            options={
                "ordering": ["-visited_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeachingVisitEvent",
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
                        choices=[
                            ("observed", "Observation"),
                            ("modelled", "Modelled lesson"),
                            ("coaching", "Coaching visit"),
                            ("peer", "Peer visit"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("visited_on", models.DateField(verbose_name="day")),
                ("lesson", models.CharField(blank=True, max_length=80, verbose_name="lesson")),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        verbose_name="seen",
                    ),
                ),
                ("noticed", models.TextField(verbose_name="what helped children")),
                (
                    "next_step",
                    models.CharField(blank=True, max_length=300, verbose_name="next step"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next visit")),
                (
                    "answer",
                    models.TextField(blank=True, verbose_name="what the teacher takes from it"),
                ),
                (
                    "at_school",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aylsham.school",
                        verbose_name="school",
                    ),
                ),
                (
                    "coach",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="with",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.coachingcycle",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.teachingvisit",
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
                    "teacher",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="teacher",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="away",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_away_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="away",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="staff_away_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="away",
            constraint=models.CheckConstraint(
                condition=models.Q(("user", models.F("cover")), _negated=True),
                name="staff_away_covered_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="away",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("back_on", None)),
                expressions=[
                    ("school", "="),
                    ("user", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="staff_away_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="away",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_awayevent" ("back_on", "cover_id", "ends_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "user_id") VALUES (NEW."back_on", NEW."cover_id", NEW."ends_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."user_id"); RETURN NULL;',
                    hash="9ecb5aeb26d84785f74f0f847094d15db05c99d4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_87b86",
                    table="staff_away",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="away",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_awayevent" ("back_on", "cover_id", "ends_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "user_id") VALUES (NEW."back_on", NEW."cover_id", NEW."ends_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."user_id"); RETURN NULL;',
                    hash="28b0587ba9e9e01d495fafe6b33cc1625e4f21dd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6157f",
                    table="staff_away",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="away",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_awayevent" ("back_on", "cover_id", "ends_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "user_id") VALUES (OLD."back_on", OLD."cover_id", OLD."ends_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="9067f3a11ff3f794042ec1b504f652758f0ecde2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0e2a7",
                    table="staff_away",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="coachingcycle",
            index=models.Index(fields=["school", "teacher"], name="staff_coaching_teacher"),
        ),
        migrations.AddConstraint(
            model_name="coachingcycle",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_coachingcycle_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="coachingcycle",
            constraint=models.CheckConstraint(
                condition=models.Q(("teacher", models.F("coach")), _negated=True),
                name="staff_coachingcycle_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="coachingcycle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None), ("closed_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="staff_coachingcycle_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="coachingcycle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None), models.Q(("changed", ""), _negated=True), _connector="OR"
                ),
                name="staff_coachingcycle_says_what_changed",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coachingcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_coachingcycleevent" ("changed", "closed_on", "coach_id", "goal", "id", "objective", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "teacher_id") VALUES (NEW."changed", NEW."closed_on", NEW."coach_id", NEW."goal", NEW."id", NEW."objective", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."teacher_id"); RETURN NULL;',
                    hash="2a1037f077f32d10766b1c34ae2c780a4ec3e30a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fb462",
                    table="staff_coachingcycle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coachingcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_coachingcycleevent" ("changed", "closed_on", "coach_id", "goal", "id", "objective", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "teacher_id") VALUES (NEW."changed", NEW."closed_on", NEW."coach_id", NEW."goal", NEW."id", NEW."objective", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."teacher_id"); RETURN NULL;',
                    hash="081c5e91c48af11935fc2e28c45e19e980a8d516",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0f011",
                    table="staff_coachingcycle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coachingcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_coachingcycleevent" ("changed", "closed_on", "coach_id", "goal", "id", "objective", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "teacher_id") VALUES (OLD."changed", OLD."closed_on", OLD."coach_id", OLD."goal", OLD."id", OLD."objective", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."teacher_id"); RETURN NULL;',
                    hash="3af18b66210a36feaac9791a674a73c64b49df15",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2a7b3",
                    table="staff_coachingcycle",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_delegation_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="staff_delegation_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True),
                name="staff_delegation_to_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("back_by", None), ("back_on", None)),
                    models.Q(("back_by__isnull", False), ("back_on__isnull", False)),
                    _connector="OR",
                ),
                name="staff_delegation_back_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("back_on", None)),
                expressions=[
                    ("school", "="),
                    ("duty", "="),
                    ("giver", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="staff_delegation_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_delegationevent" ("back_by_id", "back_on", "duty", "ends_on", "giver_id", "id", "is_end_told", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "taker_id") VALUES (NEW."back_by_id", NEW."back_on", NEW."duty", NEW."ends_on", NEW."giver_id", NEW."id", NEW."is_end_told", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."taker_id"); RETURN NULL;',
                    hash="4d32ada7eedd1d457a0f99518722667bb0cbad57",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aeaf2",
                    table="staff_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_delegationevent" ("back_by_id", "back_on", "duty", "ends_on", "giver_id", "id", "is_end_told", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "taker_id") VALUES (NEW."back_by_id", NEW."back_on", NEW."duty", NEW."ends_on", NEW."giver_id", NEW."id", NEW."is_end_told", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."taker_id"); RETURN NULL;',
                    hash="c486f4195b2a5bb3d9a76f0f3254c9d75507a854",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_09d72",
                    table="staff_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_delegationevent" ("back_by_id", "back_on", "duty", "ends_on", "giver_id", "id", "is_end_told", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "taker_id") VALUES (OLD."back_by_id", OLD."back_on", OLD."duty", OLD."ends_on", OLD."giver_id", OLD."id", OLD."is_end_told", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."taker_id"); RETURN NULL;',
                    hash="26eab4e6fae2ab7714394d8d40aee8d5a49c923f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_96539",
                    table="staff_delegation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyholder",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_dutyholder_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyholder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="staff_dutyholder_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyholder",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    ("duty", "="),
                    ("user", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="staff_dutyholder_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutyholder",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_dutyholderevent" ("duty", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "user_id") VALUES (NEW."duty", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."user_id"); RETURN NULL;',
                    hash="e40a2c0d508741e93acfb9281474590bee964d48",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3a240",
                    table="staff_dutyholder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutyholder",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_dutyholderevent" ("duty", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "user_id") VALUES (NEW."duty", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."user_id"); RETURN NULL;',
                    hash="16ef44fa190995d817bf4deac9a32e4592a83e9f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d9c4",
                    table="staff_dutyholder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutyholder",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_dutyholderevent" ("duty", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "user_id") VALUES (OLD."duty", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="60c167b16e5046fd85f23e587e8eec6aa8c18c61",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3038c",
                    table="staff_dutyholder",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="handovernote",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_handovernote_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="handovernote",
            constraint=models.UniqueConstraint(
                fields=("school", "heading"), name="staff_handovernote_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handovernote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_handovernoteevent" ("heading", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "written_by_id", "written_on") VALUES (NEW."heading", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."text", NEW."written_by_id", NEW."written_on"); RETURN NULL;',
                    hash="ecabff5e29911a99ad3162ac22bce81dc3037085",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cc2f5",
                    table="staff_handovernote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handovernote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_handovernoteevent" ("heading", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "written_by_id", "written_on") VALUES (NEW."heading", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."text", NEW."written_by_id", NEW."written_on"); RETURN NULL;',
                    hash="0f4455e572d09534a56d462df1ba332071335bce",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2edec",
                    table="staff_handovernote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handovernote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_handovernoteevent" ("heading", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "written_by_id", "written_on") VALUES (OLD."heading", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."text", OLD."written_by_id", OLD."written_on"); RETURN NULL;',
                    hash="f8669e356996eaed99da4ba2715874265b146de1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3a1ab",
                    table="staff_handovernote",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="handoverpaper",
            index=models.Index(fields=["school", "asked_at"], name="staff_handoverpaper_at"),
        ),
        migrations.AddConstraint(
            model_name="handoverpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_handoverpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="handoverpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("pdf", None), ("html", ""), _connector="OR"),
                name="staff_handoverpaper_set_once",
            ),
        ),
        migrations.AddIndex(
            model_name="lineaction",
            index=models.Index(fields=["school", "member"], name="staff_lineaction_member"),
        ),
        migrations.AddConstraint(
            model_name="lineaction",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_lineaction_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="lineaction",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_lineaction_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="lineaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="staff_lineaction_says_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="lineaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on", None), ("due_on__gte", models.F("agreed_on")), _connector="OR"
                ),
                name="staff_lineaction_due_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="lineaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_on", None), ("done_on__gte", models.F("agreed_on")), _connector="OR"
                ),
                name="staff_lineaction_done_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="practicepoint",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_practicepoint_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="practicepoint",
            constraint=models.UniqueConstraint(
                fields=("school", "words"), name="staff_practicepoint_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="practicepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_practicepointevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id", "words") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="78cb5f160d35aa90bd0cb15cb28c3323e2a9db25",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8dcad",
                    table="staff_practicepoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="practicepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_practicepointevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id", "words") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="5d8833ccbc6a481ff413982c42d373df3a5401d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eb5e3",
                    table="staff_practicepoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="practicepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_practicepointevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id", "words") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."school_id", OLD."words"); RETURN NULL;',
                    hash="a0485d41101fcd4aa6b2d6ad24dd0e6019fdd55d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4d09e",
                    table="staff_practicepoint",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_supervision_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_supervision_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.UniqueConstraint(
                fields=("school", "member", "planned_on"), name="staff_supervision_day_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="teachingvisit",
            index=models.Index(fields=["school", "teacher"], name="staff_visit_teacher"),
        ),
        migrations.AddIndex(
            model_name="teachingvisit",
            index=models.Index(fields=["school", "cycle"], name="staff_visit_cycle"),
        ),
        migrations.AddConstraint(
            model_name="teachingvisit",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_teachingvisit_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="teachingvisit",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "cycle", name="staff_teachingvisit_cycle_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="teachingvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(("teacher", models.F("coach")), _negated=True),
                name="staff_teachingvisit_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="teachingvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "peer"), ("at_school", None), _connector="OR"),
                name="staff_teachingvisit_elsewhere_is_peer",
            ),
        ),
        migrations.AddConstraint(
            model_name="teachingvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_on", None), ("next_on__gte", models.F("visited_on")), _connector="OR"
                ),
                name="staff_teachingvisit_next_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="teachingvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(("noticed", ""), _negated=True),
                name="staff_teachingvisit_says_what",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teachingvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_teachingvisitevent" ("answer", "at_school_id", "coach_id", "cycle_id", "id", "kind", "lesson", "next_on", "next_step", "noticed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen", "teacher_id", "visited_on") VALUES (NEW."answer", NEW."at_school_id", NEW."coach_id", NEW."cycle_id", NEW."id", NEW."kind", NEW."lesson", NEW."next_on", NEW."next_step", NEW."noticed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."seen", NEW."teacher_id", NEW."visited_on"); RETURN NULL;',
                    hash="412cdcc06a929da72ad1e50f30eb09bf83d2fcfb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f00ba",
                    table="staff_teachingvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teachingvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_teachingvisitevent" ("answer", "at_school_id", "coach_id", "cycle_id", "id", "kind", "lesson", "next_on", "next_step", "noticed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen", "teacher_id", "visited_on") VALUES (NEW."answer", NEW."at_school_id", NEW."coach_id", NEW."cycle_id", NEW."id", NEW."kind", NEW."lesson", NEW."next_on", NEW."next_step", NEW."noticed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."seen", NEW."teacher_id", NEW."visited_on"); RETURN NULL;',
                    hash="c791e72433714f2b80f0006f50b428c8b50a3db5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_efdb9",
                    table="staff_teachingvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teachingvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_teachingvisitevent" ("answer", "at_school_id", "coach_id", "cycle_id", "id", "kind", "lesson", "next_on", "next_step", "noticed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen", "teacher_id", "visited_on") VALUES (OLD."answer", OLD."at_school_id", OLD."coach_id", OLD."cycle_id", OLD."id", OLD."kind", OLD."lesson", OLD."next_on", OLD."next_step", OLD."noticed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."seen", OLD."teacher_id", OLD."visited_on"); RETURN NULL;',
                    hash="1edacca6f4ac0133a8fc726a671a157d8ea6a410",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_12161",
                    table="staff_teachingvisit",
                    when="AFTER",
                ),
            ),
        ),
    ]
