"""Staff, contracts, deployment, absence, training and supervision."""

import aylsham.identifiers
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import staff.models.absences
import staff.models.week_plans
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    initial = True

    # A database made with these files is left as it is: its tables are the same.
    replaces = [
        ("staff", "0001_tables"),
        ("staff", "0002_training"),
        ("staff", "0003_contracts"),
        ("staff", "0004_deployment"),
        ("staff", "0005_training_plan"),
        ("staff", "0006_duties"),
        ("staff", "0007_published_weeks"),
        ("staff", "0009_absence"),
        ("staff", "0010_certificates"),
    ]

    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("provision", "0001_tables_2026_11_29"),
        ("pupils", "0001_tables_2026_11_29"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
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
                ("starts", models.PositiveSmallIntegerField(default=0)),
                ("ends_on", models.DateField(verbose_name="until")),
                ("ends", models.PositiveSmallIntegerField(default=1440)),
                ("said_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "said_by",
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
                    "taken_back_by",
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
                "ordering": ["-starts_on", "starts", "id"],
                "abstract": False,
            },
        ),
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
            name="CarefulHandover",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="careful_handovers",
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
            },
        ),
        migrations.CreateModel(
            name="CarefulHandoverEvent",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.carefulhandover",
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
            name="Contract",
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
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "hours_a_week",
                    models.DecimalField(
                        decimal_places=2, max_digits=4, verbose_name="hours a week"
                    ),
                ),
                (
                    "weeks_a_year",
                    models.PositiveSmallIntegerField(default=39, verbose_name="weeks a year"),
                ),
                (
                    "pence_an_hour",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="pence an hour"
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
                "ordering": ["-starts_on"],
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
            name="DirectedTask",
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
                ("name", models.CharField(max_length=60, verbose_name="task")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                (
                    "contract",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="staff.contract",
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
                "ordering": ["weekday", "starts_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DirectedTaskEvent",
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
                ("name", models.CharField(max_length=60, verbose_name="task")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                (
                    "contract",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.contract",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.directedtask",
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
            name="FederationCard",
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
                    "need_type",
                    models.CharField(
                        choices=[
                            ("SPLD", "Specific learning difficulty (SPLD)"),
                            ("MLD", "Moderate learning difficulty (MLD)"),
                            ("SLD", "Severe learning difficulty (SLD)"),
                            ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                            ("SLCN", "Speech, language and communication needs (SLCN)"),
                            ("ASD", "Autistic spectrum disorder (ASD)"),
                            ("SEMH", "Social, emotional and mental health (SEMH)"),
                            ("HI", "Hearing impairment (HI)"),
                            ("VI", "Vision impairment (VI)"),
                            ("MSI", "Multi-sensory impairment (MSI)"),
                            ("PD", "Physical disability (PD)"),
                            ("DS", "Down syndrome (DS)"),
                            ("OTH", "Other difficulty or disability (OTH)"),
                            ("NSA", "SEN support, no specialist assessment of type of need (NSA)"),
                        ],
                        max_length=4,
                        verbose_name="need",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="in one line")),
                ("text", models.CharField(max_length=500, verbose_name="in the classroom do this")),
                ("link", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "link_words",
                    models.CharField(blank=True, max_length=100, verbose_name="what the link is"),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer shown")),
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
            ],
            options={
                "ordering": ["need_type", "title"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GivenUntrained",
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
                    "missing",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField()),
                ),
                ("why", models.CharField(max_length=300)),
                ("said_on", models.DateField()),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="provision.provision",
                    ),
                ),
                (
                    "said_by",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-said_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Handover",
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
                ("on", models.DateField(verbose_name="day")),
                ("how", models.CharField(blank=True, max_length=200, verbose_name="how")),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handovers",
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
                "ordering": ["on", "id"],
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
            name="OwnRequirement",
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
                    "own_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="provision.schoolintervention",
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
                    "shared_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="provision.federationintervention",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pairing",
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
                            ("preferred", "Work well together"),
                            ("no", "Cannot work together"),
                        ],
                        max_length=9,
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="reason")),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairings",
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
                "ordering": ["kind", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Period",
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
                ("name", models.CharField(max_length=30)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("register", "Registration"),
                            ("assembly", "Assembly"),
                            ("lesson", "Lesson"),
                            ("play", "Playtime"),
                            ("lunch", "Lunch"),
                        ],
                        max_length=8,
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
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
                "ordering": ["starts_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanDemand",
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
                ("adult_number", models.PositiveSmallIntegerField(default=1)),
                (
                    "rank",
                    models.CharField(
                        choices=[
                            ("section_f", "Section F of an EHC plan"),
                            ("statutory", "Another legal duty"),
                            ("plan", "A support plan"),
                            ("class_support", "Support in class"),
                            ("duty", "A duty"),
                        ],
                        max_length=13,
                    ),
                ),
                ("sessions", models.PositiveSmallIntegerField()),
                ("minutes", models.PositiveSmallIntegerField()),
                ("remedies", models.JSONField(blank=True, default=list)),
                (
                    "promise",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_demands",
                        to="provision.promise",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_demands",
                        to="provision.provision",
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
                "ordering": ["id"],
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
            name="ProtectedLesson",
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
                ("name", models.CharField(max_length=40, verbose_name="lesson")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                (
                    "class_group",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="protected_lessons",
                        to="pupils.classgroup",
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
                "ordering": ["weekday", "starts_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProtectedLessonEvent",
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
                ("name", models.CharField(max_length=40, verbose_name="lesson")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                (
                    "class_group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.classgroup",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.protectedlesson",
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
            name="ProvisionPlanning",
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
                    "keeps_adult",
                    models.BooleanField(default=True, verbose_name="the same adult each time"),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planning",
                        to="provision.provision",
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
            name="ProvisionWindow",
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
                        choices=[("only", "Only then"), ("wish", "Best then")], max_length=4
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="windows",
                        to="provision.provision",
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
                "ordering": ["weekday", "starts_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvisionWindowEvent",
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
                        choices=[("only", "Only then"), ("wish", "Best then")], max_length=4
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.provisionwindow",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.provision",
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
            name="Room",
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
                ("name", models.CharField(max_length=60, verbose_name="room")),
                ("capacity", models.PositiveSmallIntegerField(verbose_name="how many fit in")),
                (
                    "walking_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="minutes on foot from class"
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
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvisionPlanningEvent",
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
                    "keeps_adult",
                    models.BooleanField(default=True, verbose_name="the same adult each time"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.provisionplanning",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.provision",
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
                    "room",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.room",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="provisionplanning",
            name="room",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.room",
            ),
        ),
        migrations.CreateModel(
            name="RoomEvent",
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
                ("name", models.CharField(max_length=60, verbose_name="room")),
                ("capacity", models.PositiveSmallIntegerField(verbose_name="how many fit in")),
                (
                    "walking_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="minutes on foot from class"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.room",
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
            name="SchoolCard",
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
                    "need_type",
                    models.CharField(
                        choices=[
                            ("SPLD", "Specific learning difficulty (SPLD)"),
                            ("MLD", "Moderate learning difficulty (MLD)"),
                            ("SLD", "Severe learning difficulty (SLD)"),
                            ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                            ("SLCN", "Speech, language and communication needs (SLCN)"),
                            ("ASD", "Autistic spectrum disorder (ASD)"),
                            ("SEMH", "Social, emotional and mental health (SEMH)"),
                            ("HI", "Hearing impairment (HI)"),
                            ("VI", "Vision impairment (VI)"),
                            ("MSI", "Multi-sensory impairment (MSI)"),
                            ("PD", "Physical disability (PD)"),
                            ("DS", "Down syndrome (DS)"),
                            ("OTH", "Other difficulty or disability (OTH)"),
                            ("NSA", "SEN support, no specialist assessment of type of need (NSA)"),
                        ],
                        max_length=4,
                        verbose_name="need",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="in one line")),
                ("text", models.CharField(max_length=500, verbose_name="in the classroom do this")),
                ("link", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "link_words",
                    models.CharField(blank=True, max_length=100, verbose_name="what the link is"),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer shown")),
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
                "ordering": ["need_type", "title"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolCardEvent",
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
                    "need_type",
                    models.CharField(
                        choices=[
                            ("SPLD", "Specific learning difficulty (SPLD)"),
                            ("MLD", "Moderate learning difficulty (MLD)"),
                            ("SLD", "Severe learning difficulty (SLD)"),
                            ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                            ("SLCN", "Speech, language and communication needs (SLCN)"),
                            ("ASD", "Autistic spectrum disorder (ASD)"),
                            ("SEMH", "Social, emotional and mental health (SEMH)"),
                            ("HI", "Hearing impairment (HI)"),
                            ("VI", "Vision impairment (VI)"),
                            ("MSI", "Multi-sensory impairment (MSI)"),
                            ("PD", "Physical disability (PD)"),
                            ("DS", "Down syndrome (DS)"),
                            ("OTH", "Other difficulty or disability (OTH)"),
                            ("NSA", "SEN support, no specialist assessment of type of need (NSA)"),
                        ],
                        max_length=4,
                        verbose_name="need",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="in one line")),
                ("text", models.CharField(max_length=500, verbose_name="in the classroom do this")),
                ("link", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "link_words",
                    models.CharField(blank=True, max_length=100, verbose_name="what the link is"),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer shown")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.schoolcard",
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
            name="SchoolDay",
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
                ("name", models.CharField(max_length=40, verbose_name="what you call it")),
                (
                    "year_groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("E1", "Early years 1"),
                                ("E2", "Early years 2"),
                                ("N1", "Nursery 1"),
                                ("N2", "Nursery 2"),
                                ("R", "Reception"),
                                ("1", "Year 1"),
                                ("2", "Year 2"),
                                ("3", "Year 3"),
                                ("4", "Year 4"),
                                ("5", "Year 5"),
                                ("6", "Year 6"),
                                ("7", "Year 7"),
                                ("8", "Year 8"),
                                ("X", "Not in a year group"),
                            ],
                            max_length=2,
                        )
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
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
                "ordering": ["name", "-starts_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PeriodEvent",
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
                ("name", models.CharField(max_length=30)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("register", "Registration"),
                            ("assembly", "Assembly"),
                            ("lesson", "Lesson"),
                            ("play", "Playtime"),
                            ("lunch", "Lunch"),
                        ],
                        max_length=8,
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.period",
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
                    "day",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.schoolday",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="period",
            name="day",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="periods",
                to="staff.schoolday",
            ),
        ),
        migrations.CreateModel(
            name="SchoolDayEvent",
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
                ("name", models.CharField(max_length=40, verbose_name="what you call it")),
                (
                    "year_groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("E1", "Early years 1"),
                                ("E2", "Early years 2"),
                                ("N1", "Nursery 1"),
                                ("N2", "Nursery 2"),
                                ("R", "Reception"),
                                ("1", "Year 1"),
                                ("2", "Year 2"),
                                ("3", "Year 3"),
                                ("4", "Year 4"),
                                ("5", "Year 5"),
                                ("6", "Year 6"),
                                ("7", "Year 7"),
                                ("8", "Year 8"),
                                ("X", "Not in a year group"),
                            ],
                            max_length=2,
                        )
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.schoolday",
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
            name="SencoPost",
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
                ("became_senco_on", models.DateField(verbose_name="day of becoming SENCO")),
                (
                    "was_senco_before",
                    models.BooleanField(default=False, verbose_name="SENCO for a year before"),
                ),
                (
                    "course_started_on",
                    models.DateField(blank=True, null=True, verbose_name="first day of the course"),
                ),
                (
                    "qualification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("npq", "NPQ for SENCOs"),
                            ("nasenco", "National Award for SEN Co-ordination (NASENCO)"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "qualified_on",
                    models.DateField(blank=True, null=True, verbose_name="day of qualifying"),
                ),
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
                "ordering": ["-became_senco_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SencoPostEvent",
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
                ("became_senco_on", models.DateField(verbose_name="day of becoming SENCO")),
                (
                    "was_senco_before",
                    models.BooleanField(default=False, verbose_name="SENCO for a year before"),
                ),
                (
                    "course_started_on",
                    models.DateField(blank=True, null=True, verbose_name="first day of the course"),
                ),
                (
                    "qualification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("npq", "NPQ for SENCOs"),
                            ("nasenco", "National Award for SEN Co-ordination (NASENCO)"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "qualified_on",
                    models.DateField(blank=True, null=True, verbose_name="day of qualifying"),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.sencopost",
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
            name="StaffMember",
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
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("one_to_one", "1:1 LSA"),
                            ("hlta", "HLTA"),
                            ("teacher", "Teacher"),
                            ("cover", "Cover supervisor"),
                            ("nursery", "Nursery practitioner"),
                            ("pastoral", "Pastoral worker"),
                            ("lunch", "Lunchtime supervisor"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                        verbose_name="role at work",
                    ),
                ),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "line_manager",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="line manager",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "member of staff",
                "ordering": ["name", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanSession",
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
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts", models.PositiveSmallIntegerField()),
                ("ends", models.PositiveSmallIntegerField()),
                ("is_locked", models.BooleanField(default=False)),
                (
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned",
                        to="staff.plandemand",
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
                    "room",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="staff.room",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned",
                        to="staff.staffmember",
                    ),
                ),
            ],
            options={
                "ordering": ["weekday", "starts", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PairingEvent",
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
                            ("preferred", "Work well together"),
                            ("no", "Cannot work together"),
                        ],
                        max_length=9,
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="reason")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.pairing",
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
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="pairing",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pairings",
                to="staff.staffmember",
            ),
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
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="line_actions",
                        to="staff.staffmember",
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HandoverEvent",
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
                ("on", models.DateField(verbose_name="day")),
                ("how", models.CharField(blank=True, max_length=200, verbose_name="how")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.handover",
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
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="handover",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="handovers",
                to="staff.staffmember",
            ),
        ),
        migrations.CreateModel(
            name="ContractEvent",
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
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "hours_a_week",
                    models.DecimalField(
                        decimal_places=2, max_digits=4, verbose_name="hours a week"
                    ),
                ),
                (
                    "weeks_a_year",
                    models.PositiveSmallIntegerField(default=39, verbose_name="weeks a year"),
                ),
                (
                    "pence_an_hour",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="pence an hour"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.contract",
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
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="contract",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contracts",
                to="staff.staffmember",
            ),
        ),
        migrations.CreateModel(
            name="AbsenceEvent",
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
                ("starts", models.PositiveSmallIntegerField(default=0)),
                ("ends_on", models.DateField(verbose_name="until")),
                ("ends", models.PositiveSmallIntegerField(default=1440)),
                ("said_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.absence",
                    ),
                ),
                (
                    "said_by",
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
                    "taken_back_by",
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
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="absence",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="absences",
                to="staff.staffmember",
            ),
        ),
        migrations.CreateModel(
            name="StaffMemberEvent",
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
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("one_to_one", "1:1 LSA"),
                            ("hlta", "HLTA"),
                            ("teacher", "Teacher"),
                            ("cover", "Cover supervisor"),
                            ("nursery", "Nursery practitioner"),
                            ("pastoral", "Pastoral worker"),
                            ("lunch", "Lunchtime supervisor"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                        verbose_name="role at work",
                    ),
                ),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "line_manager",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="line manager",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.staffmember",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
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
            name="Swap",
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
                ("on", models.DateField(verbose_name="day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("covered", "Somebody else gives it"),
                            ("moved", "Given at another time"),
                            ("none", "Not given"),
                        ],
                        max_length=7,
                    ),
                ),
                ("moved_on", models.DateField(blank=True, null=True)),
                ("moved_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("decided_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("logged_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "absence",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="swaps",
                        to="staff.absence",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "leaves",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="left_for",
                        to="staff.plansession",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stood_in",
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
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="swaps",
                        to="staff.plansession",
                    ),
                ),
                (
                    "undone_by",
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
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SwapEvent",
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
                ("on", models.DateField(verbose_name="day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("covered", "Somebody else gives it"),
                            ("moved", "Given at another time"),
                            ("none", "Not given"),
                        ],
                        max_length=7,
                    ),
                ),
                ("moved_on", models.DateField(blank=True, null=True)),
                ("moved_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("decided_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("logged_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "absence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.absence",
                    ),
                ),
                (
                    "decided_by",
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
                    "leaves",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.plansession",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.swap",
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
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.plansession",
                    ),
                ),
                (
                    "undone_by",
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
        migrations.CreateModel(
            name="TimeNeed",
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
                ("name", models.CharField(max_length=80, verbose_name="what")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("class", "Support in a class"),
                            ("lunch", "Lunch and playtime"),
                            ("care", "Intimate care"),
                            ("medicine", "Medication"),
                            ("transport", "Transport"),
                            ("cover", "Cover"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes each time")),
                ("times_a_week", models.PositiveSmallIntegerField(verbose_name="times a week")),
                ("adults", models.PositiveSmallIntegerField(default=1, verbose_name="adults")),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="not before")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="not after")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "class_group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="time_needs",
                        to="pupils.classgroup",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="time_needs",
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
                "ordering": ["kind", "name", "id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="plandemand",
            name="need",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="plan_demands",
                to="staff.timeneed",
            ),
        ),
        migrations.CreateModel(
            name="TrainingRecord",
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
                    "subject",
                    models.CharField(
                        choices=[
                            ("trauma", "Trauma-informed practice"),
                            ("attachment", "Attachment"),
                            ("care", "Care-experienced children"),
                            ("designated", "Being the designated teacher"),
                            ("safeguarding", "Safeguarding"),
                            ("send", "Special educational needs"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="day")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "certificate_seen_on",
                    models.DateField(blank=True, null=True, verbose_name="certificate seen on"),
                ),
                (
                    "certificate_seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
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
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("taken_on"), descending=True, nulls_last=True),
                    "-id",
                ],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingCertificate",
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
                ("digest", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("media_type", models.CharField(max_length=100)),
                ("extension", models.CharField(max_length=5)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
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
                (
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificates",
                        to="staff.trainingrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingSession",
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
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inset", "INSET day"),
                            ("twilight", "Twilight"),
                            ("course", "Course"),
                            ("visit", "Visit to another school"),
                            ("online", "E-learning"),
                        ],
                        default="twilight",
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("off", "Called off")],
                        default="planned",
                        max_length=7,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="academic year")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="where")),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(default=0, verbose_name="planned cost, in pence"),
                ),
                (
                    "spent_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="spent, in pence"
                    ),
                ),
                (
                    "seen",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="what we see in classrooms"
                    ),
                ),
                ("seen_on", models.DateField(blank=True, null=True)),
                (
                    "planned_by",
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
                    "seen_by",
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
                "ordering": [models.OrderBy(models.F("starts_on"), nulls_last=True), "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("has_come", models.BooleanField(null=True)),
                (
                    "useful",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes, I can use it"),
                            ("partly", "Partly"),
                            ("no", "Not for my work"),
                        ],
                        max_length=6,
                        verbose_name="did it help?",
                    ),
                ),
                (
                    "will_try",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what I will try first"
                    ),
                ),
                (
                    "still_needs",
                    models.CharField(blank=True, max_length=300, verbose_name="what I still need"),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.staffmember",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="staff.trainingrecord",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invited",
                        to="staff.trainingsession",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingTopic",
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
                    "about",
                    models.CharField(blank=True, max_length=300, verbose_name="what it is for"),
                ),
                (
                    "duty",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first_aid", "First aid"),
                            ("medicine", "Medicines and medical needs"),
                            ("moving", "Moving and handling"),
                            ("intimate", "Intimate care"),
                            ("behaviour", "Behaviour plans and safe holding"),
                        ],
                        max_length=9,
                        verbose_name="duty",
                    ),
                ),
                (
                    "need_types",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("SPLD", "Specific learning difficulty (SPLD)"),
                                ("MLD", "Moderate learning difficulty (MLD)"),
                                ("SLD", "Severe learning difficulty (SLD)"),
                                ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                                ("SLCN", "Speech, language and communication needs (SLCN)"),
                                ("ASD", "Autistic spectrum disorder (ASD)"),
                                ("SEMH", "Social, emotional and mental health (SEMH)"),
                                ("HI", "Hearing impairment (HI)"),
                                ("VI", "Vision impairment (VI)"),
                                ("MSI", "Multi-sensory impairment (MSI)"),
                                ("PD", "Physical disability (PD)"),
                                ("DS", "Down syndrome (DS)"),
                                ("OTH", "Other difficulty or disability (OTH)"),
                                (
                                    "NSA",
                                    "SEN support, no specialist assessment of type of need (NSA)",
                                ),
                            ],
                            max_length=4,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "provider",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="who usually gives it"
                    ),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="usual cost, in pence"
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "valid_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="valid for months"
                    ),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer used")),
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
                    "only_at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="TrainingSessionEvent",
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
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inset", "INSET day"),
                            ("twilight", "Twilight"),
                            ("course", "Course"),
                            ("visit", "Visit to another school"),
                            ("online", "E-learning"),
                        ],
                        default="twilight",
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("off", "Called off")],
                        default="planned",
                        max_length=7,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="academic year")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="where")),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(default=0, verbose_name="planned cost, in pence"),
                ),
                (
                    "spent_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="spent, in pence"
                    ),
                ),
                (
                    "seen",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="what we see in classrooms"
                    ),
                ),
                ("seen_on", models.DateField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.trainingsession",
                    ),
                ),
                (
                    "planned_by",
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
                    "seen_by",
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
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.trainingtopic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="trainingsession",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.trainingtopic",
            ),
        ),
        migrations.CreateModel(
            name="TrainingRecordEvent",
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
                    "subject",
                    models.CharField(
                        choices=[
                            ("trauma", "Trauma-informed practice"),
                            ("attachment", "Attachment"),
                            ("care", "Care-experienced children"),
                            ("designated", "Being the designated teacher"),
                            ("safeguarding", "Safeguarding"),
                            ("send", "Special educational needs"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="day")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "certificate_seen_on",
                    models.DateField(blank=True, null=True, verbose_name="certificate seen on"),
                ),
                (
                    "certificate_seen_by",
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
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.trainingrecord",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.trainingtopic",
                        verbose_name="about",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="trainingrecord",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.trainingtopic",
                verbose_name="about",
            ),
        ),
        migrations.CreateModel(
            name="TimeNeedEvent",
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
                ("name", models.CharField(max_length=80, verbose_name="what")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("class", "Support in a class"),
                            ("lunch", "Lunch and playtime"),
                            ("care", "Intimate care"),
                            ("medicine", "Medication"),
                            ("transport", "Transport"),
                            ("cover", "Cover"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes each time")),
                ("times_a_week", models.PositiveSmallIntegerField(verbose_name="times a week")),
                ("adults", models.PositiveSmallIntegerField(default=1, verbose_name="adults")),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="not before")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="not after")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "class_group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.classgroup",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.timeneed",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.trainingtopic",
                        verbose_name="training it asks for",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="timeneed",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.trainingtopic",
                verbose_name="training it asks for",
            ),
        ),
        migrations.CreateModel(
            name="SharedRequirement",
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="provision.federationintervention",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="staff.trainingtopic",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OwnRequirementEvent",
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
                    "own_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.schoolintervention",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.ownrequirement",
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
                    "shared_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.federationintervention",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.trainingtopic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="ownrequirement",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="staff.trainingtopic",
            ),
        ),
        migrations.CreateModel(
            name="WeekPlan",
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
                ("name", models.CharField(max_length=60, verbose_name="what you call it")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("ended", "Replaced"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("weights", models.JSONField(blank=True, default=dict)),
                ("changes", models.JSONField(blank=True, default=list)),
                ("answer", models.JSONField(blank=True, editable=False, null=True)),
                ("planned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what is done meanwhile"
                    ),
                ),
                (
                    "based_on",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="drafts",
                        to="staff.weekplan",
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
                "ordering": ["-starts_on", "name", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanSupport",
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
                    "support",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned_by",
                        to="pupils.pupiladult",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supports",
                        to="staff.weekplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanSessionEvent",
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
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts", models.PositiveSmallIntegerField()),
                ("ends", models.PositiveSmallIntegerField()),
                ("is_locked", models.BooleanField(default=False)),
                (
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.plandemand",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.plansession",
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
                    "room",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.room",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.weekplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="plansession",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sessions",
                to="staff.weekplan",
            ),
        ),
        migrations.CreateModel(
            name="PlanDemandEvent",
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
                ("adult_number", models.PositiveSmallIntegerField(default=1)),
                (
                    "rank",
                    models.CharField(
                        choices=[
                            ("section_f", "Section F of an EHC plan"),
                            ("statutory", "Another legal duty"),
                            ("plan", "A support plan"),
                            ("class_support", "Support in class"),
                            ("duty", "A duty"),
                        ],
                        max_length=13,
                    ),
                ),
                ("sessions", models.PositiveSmallIntegerField()),
                ("minutes", models.PositiveSmallIntegerField()),
                ("remedies", models.JSONField(blank=True, default=list)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.plandemand",
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.promise",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.provision",
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
                    "need",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.timeneed",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.weekplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="plandemand",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="demands",
                to="staff.weekplan",
            ),
        ),
        migrations.CreateModel(
            name="WeekPlanEvent",
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
                ("name", models.CharField(max_length=60, verbose_name="what you call it")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("ended", "Replaced"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("weights", models.JSONField(blank=True, default=dict)),
                ("changes", models.JSONField(blank=True, default=list)),
                ("answer", models.JSONField(blank=True, editable=False, null=True)),
                ("planned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what is done meanwhile"
                    ),
                ),
                (
                    "based_on",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.weekplan",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.weekplan",
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
            name="WorkingDay",
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
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="until")),
                ("break_at", models.TimeField(blank=True, null=True, verbose_name="break at")),
                (
                    "break_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="minutes of break"),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="days",
                        to="staff.contract",
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
                "ordering": ["weekday"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkingDayEvent",
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
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ]
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="until")),
                ("break_at", models.TimeField(blank=True, null=True, verbose_name="break at")),
                (
                    "break_minutes",
                    models.PositiveSmallIntegerField(default=0, verbose_name="minutes of break"),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.contract",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.workingday",
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
        migrations.AddConstraint(
            model_name="carefulhandover",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_carefulhandover_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="carefulhandover",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="staff_careful_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="carefulhandover",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil"), name="staff_careful_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carefulhandover",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_carefulhandoverevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="936695c6c7579caaf0b3bf0cb530dfbbe78a8cd2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_01f03",
                    table="staff_carefulhandover",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carefulhandover",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_carefulhandoverevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="6832363e634ae29c9b787f187576c4ed52a71063",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_86d20",
                    table="staff_carefulhandover",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carefulhandover",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_carefulhandoverevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id"); RETURN NULL;',
                    hash="4dd1ac1801bbf268da1fd14bb03170259d388180",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_517f9",
                    table="staff_carefulhandover",
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
        migrations.AddIndex(
            model_name="directedtask",
            index=models.Index(fields=["school", "contract"], name="staff_directedtask_of"),
        ),
        migrations.AddConstraint(
            model_name="directedtask",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_directedtask_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="directedtask",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "contract", name="staff_directedtask_contract_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="directedtask",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at")), ("weekday__lte", 4)),
                name="staff_directedtask_times",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directedtask",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_directedtaskevent" ("contract_id", "ends_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (NEW."contract_id", NEW."ends_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_at", NEW."weekday"); RETURN NULL;',
                    hash="c15f88c3a94512df38802d16d82f52f94ead7ce2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d2b77",
                    table="staff_directedtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directedtask",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_directedtaskevent" ("contract_id", "ends_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (NEW."contract_id", NEW."ends_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_at", NEW."weekday"); RETURN NULL;',
                    hash="c4868336388472dd71bda4a4c2d9e236269bd230",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed47c",
                    table="staff_directedtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directedtask",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_directedtaskevent" ("contract_id", "ends_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (OLD."contract_id", OLD."ends_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_at", OLD."weekday"); RETURN NULL;',
                    hash="ab6e3af71db280aaafaaafa7d57655b6ad0c75af",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f8cc2",
                    table="staff_directedtask",
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
            model_name="federationcard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link", ""), ("link_words", "")),
                    models.Q(
                        models.Q(("link", ""), _negated=True),
                        models.Q(("link_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="staff_federationcard_link_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationcard",
            constraint=models.UniqueConstraint(
                fields=("federation", "need_type", "title"), name="staff_federationcard_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="givenuntrained",
            index=models.Index(fields=["school", "provision"], name="staff_givenuntrained_of"),
        ),
        migrations.AddConstraint(
            model_name="givenuntrained",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_givenuntrained_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="givenuntrained",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="staff_givenuntrained_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="givenuntrained",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("why", ""), _negated=True), ("missing__len__gte", 1)),
                name="staff_givenuntrained_why",
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
            model_name="protectedlesson",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_protectedlesson_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedlesson",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "class_group", name="staff_protectedlesson_class_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedlesson",
            constraint=models.UniqueConstraint(
                fields=("school", "class_group", "weekday", "starts_at"),
                name="staff_protectedlesson_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedlesson",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at")), ("weekday__lte", 4)),
                name="staff_protectedlesson_times",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="protectedlesson",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_protectedlessonevent" ("class_group_id", "ends_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (NEW."class_group_id", NEW."ends_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_at", NEW."weekday"); RETURN NULL;',
                    hash="0e702f3e397bbc0dea3b253a666aeaf319491506",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dea83",
                    table="staff_protectedlesson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="protectedlesson",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_protectedlessonevent" ("class_group_id", "ends_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (NEW."class_group_id", NEW."ends_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_at", NEW."weekday"); RETURN NULL;',
                    hash="5f51e9752af26f212e01783694584b3956793eeb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_037cb",
                    table="staff_protectedlesson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="protectedlesson",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_protectedlessonevent" ("class_group_id", "ends_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (OLD."class_group_id", OLD."ends_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_at", OLD."weekday"); RETURN NULL;',
                    hash="7c2aa6e0ac157ffa411746ddb77d7125ad5b872f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c537f",
                    table="staff_protectedlesson",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionwindow",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_provisionwindow_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionwindow",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="staff_window_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionwindow",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "kind", "weekday", "starts_at"),
                name="staff_window_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionwindow",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at")), ("weekday__lte", 4)),
                name="staff_window_times",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionwindow",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_provisionwindowevent" ("ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "school_id", "starts_at", "weekday", "written_by_id") VALUES (NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision_id", NEW."school_id", NEW."starts_at", NEW."weekday", NEW."written_by_id"); RETURN NULL;',
                    hash="29fbf7ed088322eae665e5834459b55042119cd3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4642f",
                    table="staff_provisionwindow",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionwindow",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_provisionwindowevent" ("ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "school_id", "starts_at", "weekday", "written_by_id") VALUES (NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision_id", NEW."school_id", NEW."starts_at", NEW."weekday", NEW."written_by_id"); RETURN NULL;',
                    hash="6816400569610490a56bbe3c09f33882e3ffc790",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8e980",
                    table="staff_provisionwindow",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionwindow",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_provisionwindowevent" ("ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "school_id", "starts_at", "weekday", "written_by_id") VALUES (OLD."ends_at", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision_id", OLD."school_id", OLD."starts_at", OLD."weekday", OLD."written_by_id"); RETURN NULL;',
                    hash="4079c64a26711ad046e18d9cf1dd7a6923c9b6a3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_031da",
                    table="staff_provisionwindow",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_room_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.UniqueConstraint(fields=("school", "name"), name="staff_room_uniq"),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("capacity__gte", 1), ("capacity__lte", 500), ("walking_minutes__lte", 60)
                ),
                name="staff_room_figures",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_roomevent" ("capacity", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "walking_minutes") VALUES (NEW."capacity", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."walking_minutes"); RETURN NULL;',
                    hash="4500b07381c938dbfed57b5545fe73bfe8f1b251",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b9a93",
                    table="staff_room",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_roomevent" ("capacity", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "walking_minutes") VALUES (NEW."capacity", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."walking_minutes"); RETURN NULL;',
                    hash="ab306935b1a38c2ee2e45702e5beab76abeed7cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_45184",
                    table="staff_room",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_roomevent" ("capacity", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "walking_minutes") VALUES (OLD."capacity", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."walking_minutes"); RETURN NULL;',
                    hash="0f68c397772f187282282b67574506becd46a4e9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b2af8",
                    table="staff_room",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionplanning",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_provisionplanning_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionplanning",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="staff_provplanning_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionplanning",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "room", name="staff_provplanning_room_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionplanning",
            constraint=models.UniqueConstraint(
                fields=("school", "provision"), name="staff_provplanning_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionplanning",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_provisionplanningevent" ("id", "keeps_adult", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "room_id", "school_id") VALUES (NEW."id", NEW."keeps_adult", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision_id", NEW."room_id", NEW."school_id"); RETURN NULL;',
                    hash="f76f62f82661bfc4ff0aaf23d52f9e8396e96093",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2bfd3",
                    table="staff_provisionplanning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionplanning",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_provisionplanningevent" ("id", "keeps_adult", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "room_id", "school_id") VALUES (NEW."id", NEW."keeps_adult", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision_id", NEW."room_id", NEW."school_id"); RETURN NULL;',
                    hash="da1129df60fcd327e39efb9f130ad44887abc926",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4379",
                    table="staff_provisionplanning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionplanning",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_provisionplanningevent" ("id", "keeps_adult", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "room_id", "school_id") VALUES (OLD."id", OLD."keeps_adult", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision_id", OLD."room_id", OLD."school_id"); RETURN NULL;',
                    hash="e2a01820c0793efd4e667cd4df47605e6bcc488d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_59c10",
                    table="staff_provisionplanning",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolcard",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_schoolcard_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolcard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link", ""), ("link_words", "")),
                    models.Q(
                        models.Q(("link", ""), _negated=True),
                        models.Q(("link_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="staff_schoolcard_link_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolcard",
            constraint=models.UniqueConstraint(
                fields=("school", "need_type", "title"), name="staff_schoolcard_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolcard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_schoolcardevent" ("id", "is_retired", "link", "link_words", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "title", "written_by_id") VALUES (NEW."id", NEW."is_retired", NEW."link", NEW."link_words", NEW."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."text", NEW."title", NEW."written_by_id"); RETURN NULL;',
                    hash="e0660408d46d7e9be83cec68d666c53d0ab6efe7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e9ac5",
                    table="staff_schoolcard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolcard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_schoolcardevent" ("id", "is_retired", "link", "link_words", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "title", "written_by_id") VALUES (NEW."id", NEW."is_retired", NEW."link", NEW."link_words", NEW."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."text", NEW."title", NEW."written_by_id"); RETURN NULL;',
                    hash="e175cb7e00a2c0b3739af25228e4e02717a90d5e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7cff0",
                    table="staff_schoolcard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolcard",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_schoolcardevent" ("id", "is_retired", "link", "link_words", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "title", "written_by_id") VALUES (OLD."id", OLD."is_retired", OLD."link", OLD."link_words", OLD."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."text", OLD."title", OLD."written_by_id"); RETURN NULL;',
                    hash="af88fc085140bc7bd0667b2edd9740519526a9b7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ec5ae",
                    table="staff_schoolcard",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolday",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_schoolday_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolday",
            constraint=models.UniqueConstraint(
                fields=("school", "name", "starts_on"), name="staff_schoolday_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_schooldayevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "year_groups") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."year_groups"); RETURN NULL;',
                    hash="c7b087c1db28f8eb3fc393cdb82d821fda79641f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24acb",
                    table="staff_schoolday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_schooldayevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "year_groups") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."year_groups"); RETURN NULL;',
                    hash="3c19d74b6c8ce3919f15d220e0c642b4f124dde1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4b604",
                    table="staff_schoolday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_schooldayevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "year_groups") VALUES (OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."year_groups"); RETURN NULL;',
                    hash="606cf62635945bcf89efe0d2f378d53dcf57c2e9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d4ca2",
                    table="staff_schoolday",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_period_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "day", name="staff_period_day_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.UniqueConstraint(
                fields=("school", "day", "starts_at"), name="staff_period_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                name="staff_period_times",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="period",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_periodevent" ("day_id", "ends_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at") VALUES (NEW."day_id", NEW."ends_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_at"); RETURN NULL;',
                    hash="82963591e6d43c18cdf832a8a288cc149d203f1e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_26d06",
                    table="staff_period",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="period",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_periodevent" ("day_id", "ends_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at") VALUES (NEW."day_id", NEW."ends_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_at"); RETURN NULL;',
                    hash="f56f08ba6b28a027aee94cc93b63fca9c50dddac",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6a585",
                    table="staff_period",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="period",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_periodevent" ("day_id", "ends_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at") VALUES (OLD."day_id", OLD."ends_at", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_at"); RETURN NULL;',
                    hash="fc5a6e629d9a6a96fa3f8c7937512a0e03e1ab29",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c9d58",
                    table="staff_period",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sencopost",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_sencopost_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sencopost",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on", None)),
                fields=("school", "user"),
                name="staff_sencopost_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="sencopost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("qualification", ""), ("qualified_on", None)),
                    models.Q(
                        models.Q(("qualification", ""), _negated=True),
                        ("qualified_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="staff_sencopost_qualified_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="sencopost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None),
                    ("ends_on__gte", models.F("became_senco_on")),
                    _connector="OR",
                ),
                name="staff_sencopost_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sencopost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_sencopostevent" ("became_senco_on", "course_started_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "qualified_on", "school_id", "user_id", "was_senco_before") VALUES (NEW."became_senco_on", NEW."course_started_on", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."qualification", NEW."qualified_on", NEW."school_id", NEW."user_id", NEW."was_senco_before"); RETURN NULL;',
                    hash="dfeaf9f10e89f068ad8089eabea812087360d85a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_01f96",
                    table="staff_sencopost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sencopost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_sencopostevent" ("became_senco_on", "course_started_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "qualified_on", "school_id", "user_id", "was_senco_before") VALUES (NEW."became_senco_on", NEW."course_started_on", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."qualification", NEW."qualified_on", NEW."school_id", NEW."user_id", NEW."was_senco_before"); RETURN NULL;',
                    hash="6bd442b196671dac740978d47e9475afc29e56ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d0220",
                    table="staff_sencopost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sencopost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_sencopostevent" ("became_senco_on", "course_started_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "qualified_on", "school_id", "user_id", "was_senco_before") VALUES (OLD."became_senco_on", OLD."course_started_on", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."qualification", OLD."qualified_on", OLD."school_id", OLD."user_id", OLD."was_senco_before"); RETURN NULL;',
                    hash="d972d729bd1b3405599245580ecf8c35b77fd430",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bfcff",
                    table="staff_sencopost",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="staffmember",
            index=models.Index(fields=["school", "name"], name="staff_staffmember_name"),
        ),
        migrations.AddConstraint(
            model_name="staffmember",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_staffmember_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="staffmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_on", None), ("user__isnull", False)),
                fields=("school", "user"),
                name="staff_staffmember_one_account",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="staffmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_staffmemberevent" ("id", "left_on", "line_manager_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "user_id") VALUES (NEW."id", NEW."left_on", NEW."line_manager_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="2d4b672f2609963b11e6e25a11b238ca9efab75a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f984c",
                    table="staff_staffmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="staffmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_staffmemberevent" ("id", "left_on", "line_manager_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "user_id") VALUES (NEW."id", NEW."left_on", NEW."line_manager_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="a39e3a54ec76cbc32e3aec29f876f7fdacedb5f7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7895f",
                    table="staff_staffmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="staffmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_staffmemberevent" ("id", "left_on", "line_manager_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "user_id") VALUES (OLD."id", OLD."left_on", OLD."line_manager_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."school_id", OLD."user_id"); RETURN NULL;',
                    hash="b15c7614d432f1f880a1593d3d164297835d9ab0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_11fa4",
                    table="staff_staffmember",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="pairing",
            index=models.Index(fields=["school", "pupil"], name="staff_pairing_pupil"),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_pairing_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="staff_pairing_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_pairing_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=models.UniqueConstraint(
                fields=("school", "member", "pupil"), name="staff_pairing_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pairing",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="staff_pairing_has_reason"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_pairingevent" ("id", "kind", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="739ed9d54e5fa738d0d76fe0e34466707b40ecc1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc8e4",
                    table="staff_pairing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_pairingevent" ("id", "kind", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="dd255c692ca3ad2ec840aff8b116a58584795ed2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_53e58",
                    table="staff_pairing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_pairingevent" ("id", "kind", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "written_by_id") VALUES (OLD."id", OLD."kind", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."school_id", OLD."written_by_id"); RETURN NULL;',
                    hash="ef50cd127c0003f9c432b27444e9d07f56df0a35",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a3aed",
                    table="staff_pairing",
                    when="AFTER",
                ),
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
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_handover_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="staff_handover_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_handover_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil", "member", "on"), name="staff_handover_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_handoverevent" ("how", "id", "member_id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "written_by_id") VALUES (NEW."how", NEW."id", NEW."member_id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="119a615426d0604dd7d70920487a187d7996e433",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b510",
                    table="staff_handover",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_handoverevent" ("how", "id", "member_id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "written_by_id") VALUES (NEW."how", NEW."id", NEW."member_id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="655f20a4ad2ce64542e91556ec2c58a1117df787",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32964",
                    table="staff_handover",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_handoverevent" ("how", "id", "member_id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "written_by_id") VALUES (OLD."how", OLD."id", OLD."member_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."written_by_id"); RETURN NULL;',
                    hash="5723e4cb04507ee96dfce0ed7272ef02f310e27a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbfc9",
                    table="staff_handover",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_contract_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_contract_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="staff_contract_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours_a_week__gt", 0), ("hours_a_week__lte", 48)),
                name="staff_contract_hours",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("weeks_a_year__gte", 1), ("weeks_a_year__lte", 53)),
                name="staff_contract_weeks",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    ("member", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="staff_contract_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_contractevent" ("ends_on", "hours_a_week", "id", "member_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "weeks_a_year") VALUES (NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."member_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."weeks_a_year"); RETURN NULL;',
                    hash="d30bf08c81c9bb0343eeec85058503488fabd890",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c5666",
                    table="staff_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_contractevent" ("ends_on", "hours_a_week", "id", "member_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "weeks_a_year") VALUES (NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."member_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."weeks_a_year"); RETURN NULL;',
                    hash="32a91a330a997566f1f039c8c267379924786762",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_47a78",
                    table="staff_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_contractevent" ("ends_on", "hours_a_week", "id", "member_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "weeks_a_year") VALUES (OLD."ends_on", OLD."hours_a_week", OLD."id", OLD."member_id", OLD."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."weeks_a_year"); RETURN NULL;',
                    hash="65f70962de3442184828bca9d586b5e89fc645c8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a06c3",
                    table="staff_contract",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="absence",
            index=models.Index(fields=["school", "ends_on"], name="staff_absence_until"),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_absence_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_absence_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends__gt", 0),
                    ("ends__lte", 1440),
                    ("starts__lt", 1440),
                    models.Q(
                        ("ends_on__gt", models.F("starts_on")),
                        models.Q(
                            ("ends__gt", models.F("starts")), ("ends_on", models.F("starts_on"))
                        ),
                        _connector="OR",
                    ),
                ),
                name="staff_absence_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_at", None), ("taken_back_by", None)),
                    models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                    _connector="OR",
                ),
                name="staff_absence_taken_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("taken_back_at", None)),
                expressions=[
                    ("school", "="),
                    ("member", "="),
                    (
                        staff.models.week_plans.MinuteRange(
                            staff.models.absences.MinuteOf("starts_on", "starts"),
                            staff.models.absences.MinuteOf("ends_on", "ends"),
                        ),
                        "&&",
                    ),
                ],
                name="staff_absence_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_absenceevent" ("ends", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "school_id", "starts", "starts_on", "taken_back_at", "taken_back_by_id") VALUES (NEW."ends", NEW."ends_on", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."school_id", NEW."starts", NEW."starts_on", NEW."taken_back_at", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="389edde90670189592878a81b1c78e1c1b35cfe9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_88922",
                    table="staff_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_absenceevent" ("ends", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "school_id", "starts", "starts_on", "taken_back_at", "taken_back_by_id") VALUES (NEW."ends", NEW."ends_on", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."school_id", NEW."starts", NEW."starts_on", NEW."taken_back_at", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="f184715bbfd63ab601be9ef0605ce083aaf15467",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1f95",
                    table="staff_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_absenceevent" ("ends", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "school_id", "starts", "starts_on", "taken_back_at", "taken_back_by_id") VALUES (OLD."ends", OLD."ends_on", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."said_at", OLD."said_by_id", OLD."school_id", OLD."starts", OLD."starts_on", OLD."taken_back_at", OLD."taken_back_by_id"); RETURN NULL;',
                    hash="1aa24ea994b99506d1ae1edf0a259ec142c39dc1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4183e",
                    table="staff_absence",
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
            model_name="swap",
            index=models.Index(fields=["school", "on"], name="staff_swap_day"),
        ),
        migrations.AddIndex(
            model_name="swap",
            index=models.Index(fields=["school", "absence"], name="staff_swap_absence"),
        ),
        migrations.AddIndex(
            model_name="swap",
            index=models.Index(fields=["school", "member"], name="staff_swap_member"),
        ),
        migrations.AddIndex(
            model_name="swap",
            index=models.Index(fields=["school", "leaves"], name="staff_swap_leaves"),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_swap_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "absence", name="staff_swap_absence_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "session", name="staff_swap_session_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_swap_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "leaves", name="staff_swap_leaves_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "covered"),
                        ("member__isnull", False),
                        ("moved_on", None),
                        ("moved_to", None),
                    ),
                    models.Q(
                        ("kind", "moved"),
                        ("leaves", None),
                        ("member__isnull", False),
                        ("moved_on__isnull", False),
                        ("moved_to__lt", 1440),
                    ),
                    models.Q(
                        ("kind", "none"),
                        ("member", None),
                        ("moved_on", None),
                        ("moved_to", None),
                        ("leaves", None),
                    ),
                    _connector="OR",
                ),
                name="staff_swap_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="staff_swap_undone",
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("school", "session", "on"),
                name="staff_swap_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="swap",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_swapevent" ("absence_id", "decided_at", "decided_by_id", "id", "kind", "leaves_id", "logged_at", "member_id", "moved_on", "moved_to", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "session_id", "told_at", "undone_at", "undone_by_id") VALUES (NEW."absence_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kind", NEW."leaves_id", NEW."logged_at", NEW."member_id", NEW."moved_on", NEW."moved_to", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."session_id", NEW."told_at", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="101f3e94593aed623ccf4d4b92406dbc760d0394",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8f0af",
                    table="staff_swap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="swap",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_swapevent" ("absence_id", "decided_at", "decided_by_id", "id", "kind", "leaves_id", "logged_at", "member_id", "moved_on", "moved_to", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "session_id", "told_at", "undone_at", "undone_by_id") VALUES (NEW."absence_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kind", NEW."leaves_id", NEW."logged_at", NEW."member_id", NEW."moved_on", NEW."moved_to", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."session_id", NEW."told_at", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="810feb052a5d4e2ddf9cafdaecc554616bffa19f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_03f8f",
                    table="staff_swap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="swap",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_swapevent" ("absence_id", "decided_at", "decided_by_id", "id", "kind", "leaves_id", "logged_at", "member_id", "moved_on", "moved_to", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "session_id", "told_at", "undone_at", "undone_by_id") VALUES (OLD."absence_id", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."kind", OLD."leaves_id", OLD."logged_at", OLD."member_id", OLD."moved_on", OLD."moved_to", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."session_id", OLD."told_at", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="3b4793bbd43b38e4eb1053fd3566538ccc8cc52d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f4b39",
                    table="staff_swap",
                    when="AFTER",
                ),
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
        migrations.AddConstraint(
            model_name="trainingcertificate",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_trainingcertificate_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingcertificate",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "record", name="staff_trainingcertificate_record_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingcertificate",
            constraint=models.UniqueConstraint(
                fields=("school", "record"), name="staff_trainingcertificate_one"
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["school", "user"], name="staff_invitation_user"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_invitation_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "session", name="staff_invitation_session_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_invitation_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "record", name="staff_invitation_record_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("member", None), ("user__isnull", False)),
                    models.Q(("member__isnull", False), ("user", None)),
                    _connector="OR",
                ),
                name="staff_invitation_one_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("school", "session", "user", "member"),
                name="staff_invitation_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answered_on", None), ("still_needs", ""), ("useful", ""), ("will_try", "")
                    ),
                    models.Q(
                        models.Q(("useful", ""), _negated=True),
                        ("answered_on__isnull", False),
                        ("has_come", True),
                    ),
                    _connector="OR",
                ),
                name="staff_invitation_answer_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingtopic",
            constraint=models.UniqueConstraint(
                models.F("federation"),
                django.db.models.functions.text.Lower("name"),
                models.F("only_at"),
                name="staff_trainingtopic_name_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingtopic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_months", None),
                    models.Q(("valid_months__gte", 1), ("valid_months__lte", 120)),
                    _connector="OR",
                ),
                name="staff_trainingtopic_months",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingtopic",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours", None), ("hours__gt", 0), _connector="OR"),
                name="staff_trainingtopic_hours",
            ),
        ),
        migrations.AddIndex(
            model_name="trainingsession",
            index=models.Index(fields=["school", "year"], name="staff_trainingsession_year"),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_trainingsession_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="staff_trainingsession_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "held"), _negated=True),
                    ("starts_on__isnull", False),
                    _connector="OR",
                ),
                name="staff_trainingsession_held_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen", ""), ("seen_by", None), ("seen_on", None)),
                    models.Q(
                        models.Q(("seen", ""), _negated=True),
                        ("seen_by__isnull", False),
                        ("seen_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="staff_trainingsession_seen_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours", None), ("hours__gt", 0), _connector="OR"),
                name="staff_trainingsession_hours",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingsession",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingsessionevent" ("ends_on", "hours", "id", "kind", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "provider", "school_id", "seen", "seen_by_id", "seen_on", "spent_pence", "starts_at", "starts_on", "state", "title", "topic_id", "year") VALUES (NEW."ends_on", NEW."hours", NEW."id", NEW."kind", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."planned_by_id", NEW."provider", NEW."school_id", NEW."seen", NEW."seen_by_id", NEW."seen_on", NEW."spent_pence", NEW."starts_at", NEW."starts_on", NEW."state", NEW."title", NEW."topic_id", NEW."year"); RETURN NULL;',
                    hash="72752bdebafb9fbea5f0713f8c44c23dfb0a6e5a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c714a",
                    table="staff_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingsession",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_trainingsessionevent" ("ends_on", "hours", "id", "kind", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "provider", "school_id", "seen", "seen_by_id", "seen_on", "spent_pence", "starts_at", "starts_on", "state", "title", "topic_id", "year") VALUES (NEW."ends_on", NEW."hours", NEW."id", NEW."kind", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."planned_by_id", NEW."provider", NEW."school_id", NEW."seen", NEW."seen_by_id", NEW."seen_on", NEW."spent_pence", NEW."starts_at", NEW."starts_on", NEW."state", NEW."title", NEW."topic_id", NEW."year"); RETURN NULL;',
                    hash="2f878cea1432eacff9dda188cc69ef325fa0f8fc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f364f",
                    table="staff_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingsession",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingsessionevent" ("ends_on", "hours", "id", "kind", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "provider", "school_id", "seen", "seen_by_id", "seen_on", "spent_pence", "starts_at", "starts_on", "state", "title", "topic_id", "year") VALUES (OLD."ends_on", OLD."hours", OLD."id", OLD."kind", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."planned_by_id", OLD."provider", OLD."school_id", OLD."seen", OLD."seen_by_id", OLD."seen_on", OLD."spent_pence", OLD."starts_at", OLD."starts_on", OLD."state", OLD."title", OLD."topic_id", OLD."year"); RETURN NULL;',
                    hash="131f90e695e0419963de4ee4ed20e7cc9533806a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5865b",
                    table="staff_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="trainingrecord",
            index=models.Index(fields=["school", "user"], name="staff_training_user"),
        ),
        migrations.AddIndex(
            model_name="trainingrecord",
            index=models.Index(fields=["school", "member"], name="staff_training_member"),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_trainingrecord_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until", None),
                    ("valid_until__gte", models.F("taken_on")),
                    _connector="OR",
                ),
                name="staff_trainingrecord_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_trainingrecord_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("user__isnull", False), ("member__isnull", False), _connector="OR"
                ),
                name="staff_trainingrecord_of_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours", None), ("hours__gt", 0), _connector="OR"),
                name="staff_trainingrecord_hours",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("certificate_seen_by", None), ("certificate_seen_on", None)),
                    models.Q(
                        ("certificate_seen_by__isnull", False),
                        ("certificate_seen_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="staff_trainingrecord_certificate_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingrecordevent" ("certificate_seen_by_id", "certificate_seen_on", "hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (NEW."certificate_seen_by_id", NEW."certificate_seen_on", NEW."hours", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."topic_id", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="5cb3cf1fa1151a3a987836b96f56ee504fda12bd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8842e",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_trainingrecordevent" ("certificate_seen_by_id", "certificate_seen_on", "hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (NEW."certificate_seen_by_id", NEW."certificate_seen_on", NEW."hours", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."topic_id", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="d6edf5e37097f183d0856ce47fd3042133b18c92",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8deb7",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingrecordevent" ("certificate_seen_by_id", "certificate_seen_on", "hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (OLD."certificate_seen_by_id", OLD."certificate_seen_on", OLD."hours", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provider", OLD."school_id", OLD."subject", OLD."taken_on", OLD."title", OLD."topic_id", OLD."user_id", OLD."valid_until"); RETURN NULL;',
                    hash="cf291b3b2be02ab580c2fb20b5445debc0d7ee75",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03bf1",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="timeneed",
            index=models.Index(fields=["school", "starts_on"], name="staff_timeneed_from"),
        ),
        migrations.AddIndex(
            model_name="timeneed",
            index=models.Index(fields=["school", "pupil"], name="staff_timeneed_pupil"),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_timeneed_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "class_group", name="staff_timeneed_class_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="staff_timeneed_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=models.CheckConstraint(
                condition=models.Q(("class_group", None), ("pupil", None), _connector="OR"),
                name="staff_timeneed_one_of",
            ),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("adults__gt", 0),
                    ("adults__lte", 20),
                    ("minutes__gt", 0),
                    ("times_a_week__gt", 0),
                ),
                name="staff_timeneed_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ends_at", None), ("starts_at", None)),
                    models.Q(("ends_at__gt", models.F("starts_at")), ("starts_at__isnull", False)),
                    _connector="OR",
                ),
                name="staff_timeneed_times",
            ),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="staff_timeneed_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="timeneed",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekdays__contained_by", [0, 1, 2, 3, 4])),
                name="staff_timeneed_weekdays",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timeneed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_timeneedevent" ("adults", "class_group_id", "ends_at", "ends_on", "id", "kind", "minutes", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_at", "starts_on", "times_a_week", "topic_id", "weekdays") VALUES (NEW."adults", NEW."class_group_id", NEW."ends_at", NEW."ends_on", NEW."id", NEW."kind", NEW."minutes", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_at", NEW."starts_on", NEW."times_a_week", NEW."topic_id", NEW."weekdays"); RETURN NULL;',
                    hash="23ac61e006ba9bba8cdbbfa070eef6a77b38797e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_55329",
                    table="staff_timeneed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timeneed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_timeneedevent" ("adults", "class_group_id", "ends_at", "ends_on", "id", "kind", "minutes", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_at", "starts_on", "times_a_week", "topic_id", "weekdays") VALUES (NEW."adults", NEW."class_group_id", NEW."ends_at", NEW."ends_on", NEW."id", NEW."kind", NEW."minutes", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_at", NEW."starts_on", NEW."times_a_week", NEW."topic_id", NEW."weekdays"); RETURN NULL;',
                    hash="52d436791c19720d3fd445b280c45c7d290ecb71",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_95f18",
                    table="staff_timeneed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timeneed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_timeneedevent" ("adults", "class_group_id", "ends_at", "ends_on", "id", "kind", "minutes", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_at", "starts_on", "times_a_week", "topic_id", "weekdays") VALUES (OLD."adults", OLD."class_group_id", OLD."ends_at", OLD."ends_on", OLD."id", OLD."kind", OLD."minutes", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."starts_at", OLD."starts_on", OLD."times_a_week", OLD."topic_id", OLD."weekdays"); RETURN NULL;',
                    hash="3a6588da446357a8bc2890014ec6501b8d5bb2ca",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3206e",
                    table="staff_timeneed",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sharedrequirement",
            constraint=models.UniqueConstraint(
                fields=("federation", "topic", "item"), name="staff_sharedrequirement_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_ownrequirement_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "own_item", name="staff_ownrequirement_item_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("own_item__isnull", False), ("shared_item", None)),
                    models.Q(("own_item", None), ("shared_item__isnull", False)),
                    _connector="OR",
                ),
                name="staff_ownrequirement_one_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=models.UniqueConstraint(
                fields=("school", "topic", "shared_item", "own_item"),
                name="staff_ownrequirement_uniq",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_ownrequirementevent" ("id", "own_item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "shared_item_id", "topic_id") VALUES (NEW."id", NEW."own_item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."shared_item_id", NEW."topic_id"); RETURN NULL;',
                    hash="c75576d62fcae089ac12377a8337b22e31aa8c82",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_766a4",
                    table="staff_ownrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_ownrequirementevent" ("id", "own_item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "shared_item_id", "topic_id") VALUES (NEW."id", NEW."own_item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."shared_item_id", NEW."topic_id"); RETURN NULL;',
                    hash="1e6529975a2b3b4379cb7c632620d601c0d6197f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4b065",
                    table="staff_ownrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_ownrequirementevent" ("id", "own_item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "shared_item_id", "topic_id") VALUES (OLD."id", OLD."own_item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."shared_item_id", OLD."topic_id"); RETURN NULL;',
                    hash="6aa7bad0f89c94f6d50f9a81833ed8f5d9eab416",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_33ad5",
                    table="staff_ownrequirement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="weekplan",
            index=models.Index(fields=["school", "state"], name="staff_weekplan_state"),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_weekplan_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "based_on", name="staff_weekplan_based_on_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="staff_weekplan_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("published_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="staff_weekplan_published_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("state", "published")),
                expressions=[
                    ("school", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="staff_weekplan_one_in_force",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (NEW."answer", NEW."based_on_id", NEW."changes", NEW."ends_on", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_at", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."starts_on", NEW."state", NEW."weights", NEW."written_by_id"); RETURN NULL;',
                    hash="5cfe3e26b07b6247b439488475728e0bbd25e766",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96fa3",
                    table="staff_weekplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (NEW."answer", NEW."based_on_id", NEW."changes", NEW."ends_on", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_at", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."starts_on", NEW."state", NEW."weights", NEW."written_by_id"); RETURN NULL;',
                    hash="e94675b9fd527b5d1e5e337b9040d6f645095cca",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6742f",
                    table="staff_weekplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (OLD."answer", OLD."based_on_id", OLD."changes", OLD."ends_on", OLD."id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_at", OLD."published_at", OLD."published_by_id", OLD."school_id", OLD."starts_on", OLD."state", OLD."weights", OLD."written_by_id"); RETURN NULL;',
                    hash="08c9174fc5b50fa2aaf28ba738b1dc3d3a91cefb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_76c58",
                    table="staff_weekplan",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="plansupport",
            index=models.Index(fields=["school", "plan"], name="staff_plansupport_plan"),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_plansupport_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="staff_plansupport_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "support", name="staff_plansupport_support_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=models.UniqueConstraint(
                fields=("school", "support"), name="staff_plansupport_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="plansession",
            index=models.Index(fields=["school", "plan", "weekday"], name="staff_plansession_day"),
        ),
        migrations.AddIndex(
            model_name="plansession",
            index=models.Index(fields=["school", "member"], name="staff_plansession_member"),
        ),
        migrations.AddIndex(
            model_name="plansession",
            index=models.Index(fields=["school", "demand"], name="staff_plansession_demand"),
        ),
        migrations.AddConstraint(
            model_name="plansession",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_plansession_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansession",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="staff_plansession_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansession",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "demand", name="staff_plansession_demand_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansession",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_plansession_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansession",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "room", name="staff_plansession_room_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends__gt", models.F("starts")), ("ends__lte", 1440), ("weekday__lte", 4)
                ),
                name="staff_plansession_times",
            ),
        ),
        migrations.AddConstraint(
            model_name="plansession",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    ("school", "="),
                    ("plan", "="),
                    ("member", "="),
                    ("weekday", "="),
                    (staff.models.week_plans.MinuteRange("starts", "ends"), "&&"),
                ],
                name="staff_plansession_adult_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plansession",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_plansessionevent" ("demand_id", "ends", "id", "is_locked", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "room_id", "school_id", "starts", "weekday") VALUES (NEW."demand_id", NEW."ends", NEW."id", NEW."is_locked", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."room_id", NEW."school_id", NEW."starts", NEW."weekday"); RETURN NULL;',
                    hash="b7dfb3ce2a7f2c21d37e0cade0da611b38c38482",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f95a8",
                    table="staff_plansession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plansession",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_plansessionevent" ("demand_id", "ends", "id", "is_locked", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "room_id", "school_id", "starts", "weekday") VALUES (NEW."demand_id", NEW."ends", NEW."id", NEW."is_locked", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."room_id", NEW."school_id", NEW."starts", NEW."weekday"); RETURN NULL;',
                    hash="4906890f56f78d292ec32ff43a1c611a03c6e3cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b87e2",
                    table="staff_plansession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plansession",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_plansessionevent" ("demand_id", "ends", "id", "is_locked", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "room_id", "school_id", "starts", "weekday") VALUES (OLD."demand_id", OLD."ends", OLD."id", OLD."is_locked", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."room_id", OLD."school_id", OLD."starts", OLD."weekday"); RETURN NULL;',
                    hash="189d1774cd4047497cc2f39358887a533665fc19",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e392d",
                    table="staff_plansession",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_plandemand_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="staff_plandemand_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="staff_plandemand_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "promise", name="staff_plandemand_promise_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "need", name="staff_plandemand_need_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("need", None), ("promise", None), ("provision__isnull", False)),
                    models.Q(("need", None), ("promise__isnull", False), ("provision", None)),
                    models.Q(("need__isnull", False), ("promise", None), ("provision", None)),
                    _connector="OR",
                ),
                name="staff_plandemand_one_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("adult_number__gte", 1), ("minutes__gt", 0), ("sessions__gt", 0)
                ),
                name="staff_plandemand_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=models.UniqueConstraint(
                fields=("school", "plan", "provision", "promise", "need", "adult_number"),
                name="staff_plandemand_uniq",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plandemand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_plandemandevent" ("adult_number", "id", "minutes", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "promise_id", "provision_id", "rank", "remedies", "school_id", "sessions") VALUES (NEW."adult_number", NEW."id", NEW."minutes", NEW."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."promise_id", NEW."provision_id", NEW."rank", NEW."remedies", NEW."school_id", NEW."sessions"); RETURN NULL;',
                    hash="c4d1bb0266f1d4d69a4e697560bb2f17e6ea0775",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f5459",
                    table="staff_plandemand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plandemand",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_plandemandevent" ("adult_number", "id", "minutes", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "promise_id", "provision_id", "rank", "remedies", "school_id", "sessions") VALUES (NEW."adult_number", NEW."id", NEW."minutes", NEW."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."promise_id", NEW."provision_id", NEW."rank", NEW."remedies", NEW."school_id", NEW."sessions"); RETURN NULL;',
                    hash="e87d2333101b8968c0d5e3c32410c7fa84bb2fe7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e5080",
                    table="staff_plandemand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plandemand",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_plandemandevent" ("adult_number", "id", "minutes", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "promise_id", "provision_id", "rank", "remedies", "school_id", "sessions") VALUES (OLD."adult_number", OLD."id", OLD."minutes", OLD."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."promise_id", OLD."provision_id", OLD."rank", OLD."remedies", OLD."school_id", OLD."sessions"); RETURN NULL;',
                    hash="797eef4871cbc7b4ffd77920e26b9877f5c453c3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9eec8",
                    table="staff_plandemand",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="workingday",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_workingday_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="workingday",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "contract", name="staff_workingday_contract_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="workingday",
            constraint=models.UniqueConstraint(
                fields=("school", "contract", "weekday"), name="staff_workingday_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="workingday",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday__lte", 4)), name="staff_workingday_weekday"
            ),
        ),
        migrations.AddConstraint(
            model_name="workingday",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ends_at", None), ("starts_at", None)),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="staff_workingday_times",
            ),
        ),
        migrations.AddConstraint(
            model_name="workingday",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("break_at", None), ("break_minutes", 0)),
                    models.Q(
                        ("break_at__gte", models.F("starts_at")),
                        ("break_at__isnull", False),
                        ("break_at__lt", models.F("ends_at")),
                        ("break_minutes__gt", 0),
                    ),
                    _connector="OR",
                ),
                name="staff_workingday_break",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workingday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_workingdayevent" ("break_at", "break_minutes", "contract_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (NEW."break_at", NEW."break_minutes", NEW."contract_id", NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_at", NEW."weekday"); RETURN NULL;',
                    hash="0facc639c413df6f6a14918324fdb614312c13a0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e5710",
                    table="staff_workingday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workingday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_workingdayevent" ("break_at", "break_minutes", "contract_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (NEW."break_at", NEW."break_minutes", NEW."contract_id", NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_at", NEW."weekday"); RETURN NULL;',
                    hash="9952ae7802bb9e73f6678d08e02627b6c71307ec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0ef41",
                    table="staff_workingday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workingday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_workingdayevent" ("break_at", "break_minutes", "contract_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_at", "weekday") VALUES (OLD."break_at", OLD."break_minutes", OLD."contract_id", OLD."ends_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_at", OLD."weekday"); RETURN NULL;',
                    hash="c70b0a3a338e0cc08db9ddd964ec676a3f2d5417",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8045d",
                    table="staff_workingday",
                    when="AFTER",
                ),
            ),
        ),
    ]
