"""Cycles, interventions, sessions, promises, maps and costs."""

import aylsham.identifiers
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.functions.datetime
import django.utils.timezone
import pghistory.utils
from decimal import Decimal
from django.db import migrations, models
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    initial = True

    # A database made with these files is left as it is: its tables are the same.
    replaces = [
        ("provision", "0001_cycles"),
        ("provision", "0002_provision"),
        ("provision", "0003_bank"),
        ("provision", "0004_sessions"),
        ("provision", "0005_impact"),
        ("provision", "0006_owed"),
        ("provision", "0007_quality"),
        ("provision", "0008_norfolk"),
        ("provision", "0009_days"),
        ("provision", "0010_base"),
        ("provision", "0011_spent"),
        ("provision", "0012_planned"),
        ("provision", "0013_cycle_round"),
        ("provision", "0014_a4"),
    ]

    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("pupils", "0001_tables_2026_11_29"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BasePlace",
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
                ("planned_end_on", models.DateField(verbose_name="planned until")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "reason",
                    models.CharField(max_length=1000, verbose_name="why the child comes in"),
                ),
                (
                    "week",
                    models.CharField(default="BBBBBBBBBB", max_length=10, verbose_name="week"),
                ),
                (
                    "registration",
                    models.CharField(
                        choices=[
                            ("C", "Current (single registration)"),
                            ("M", "Current main (dual registration)"),
                            ("S", "Current subsidiary (dual registration)"),
                            ("G", "Guest"),
                        ],
                        default="C",
                        max_length=1,
                        verbose_name="on whose roll",
                    ),
                ),
                (
                    "home_name",
                    models.CharField(blank=True, max_length=150, verbose_name="the other school"),
                ),
                (
                    "home_urn",
                    models.CharField(
                        blank=True, max_length=6, verbose_name="URN of the other school"
                    ),
                ),
                (
                    "registration_note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="how the two schools share"
                    ),
                ),
                (
                    "transport",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="how the child gets there"
                    ),
                ),
                (
                    "over_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why over number"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("class", "Back in class full time"),
                            ("setting", "To another base or setting"),
                            ("left", "Left the school"),
                            ("family", "The family asked"),
                            ("other", "Another reason"),
                        ],
                        max_length=7,
                        verbose_name="why it ended",
                    ),
                ),
                ("went_to", models.CharField(blank=True, max_length=200, verbose_name="where to")),
                (
                    "end_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="how it went"),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BasePlaceEvent",
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
                ("planned_end_on", models.DateField(verbose_name="planned until")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "reason",
                    models.CharField(max_length=1000, verbose_name="why the child comes in"),
                ),
                (
                    "week",
                    models.CharField(default="BBBBBBBBBB", max_length=10, verbose_name="week"),
                ),
                (
                    "registration",
                    models.CharField(
                        choices=[
                            ("C", "Current (single registration)"),
                            ("M", "Current main (dual registration)"),
                            ("S", "Current subsidiary (dual registration)"),
                            ("G", "Guest"),
                        ],
                        default="C",
                        max_length=1,
                        verbose_name="on whose roll",
                    ),
                ),
                (
                    "home_name",
                    models.CharField(blank=True, max_length=150, verbose_name="the other school"),
                ),
                (
                    "home_urn",
                    models.CharField(
                        blank=True, max_length=6, verbose_name="URN of the other school"
                    ),
                ),
                (
                    "registration_note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="how the two schools share"
                    ),
                ),
                (
                    "transport",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="how the child gets there"
                    ),
                ),
                (
                    "over_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why over number"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("class", "Back in class full time"),
                            ("setting", "To another base or setting"),
                            ("left", "Left the school"),
                            ("family", "The family asked"),
                            ("other", "Another reason"),
                        ],
                        max_length=7,
                        verbose_name="why it ended",
                    ),
                ),
                ("went_to", models.CharField(blank=True, max_length=200, verbose_name="where to")),
                (
                    "end_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="how it went"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BaseReview",
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
                ("on", models.DateField(verbose_name="held on")),
                ("who", models.CharField(max_length=200, verbose_name="who took part")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("continue", "Continue as it is"),
                            ("step", "Step down: more time in class"),
                            ("leave", "Leave the base"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=1000, verbose_name="what was said"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next review")),
            ],
            options={
                "ordering": ["-on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BaseReviewEvent",
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
                ("on", models.DateField(verbose_name="held on")),
                ("who", models.CharField(max_length=200, verbose_name="who took part")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("continue", "Continue as it is"),
                            ("step", "Step down: more time in class"),
                            ("leave", "Leave the base"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=1000, verbose_name="what was said"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next review")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BaseStep",
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
                ("on", models.DateField(verbose_name="planned for")),
                ("what", models.CharField(max_length=300, verbose_name="what changes")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("how", models.CharField(blank=True, max_length=1000, verbose_name="how it went")),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BaseStepEvent",
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
                ("on", models.DateField(verbose_name="planned for")),
                ("what", models.CharField(max_length=300, verbose_name="what changes")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("how", models.CharField(blank=True, max_length=1000, verbose_name="how it went")),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Cycle",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("review_on", models.DateField(verbose_name="review on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("writing", "Being written"),
                            ("checking", "With the checker"),
                            ("running", "Running"),
                            ("closed", "Closed"),
                        ],
                        default="writing",
                        max_length=8,
                    ),
                ),
                ("version", models.CharField(max_length=12)),
                ("questions", models.JSONField(blank=True, default=list)),
                (
                    "sent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="sent to be checked"),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "given_on",
                    models.DateField(blank=True, null=True, verbose_name="given to the parents on"),
                ),
                (
                    "given_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "At a meeting"),
                            ("paper", "On paper"),
                            ("letter", "By letter or e-mail"),
                            ("page", "On their own page"),
                        ],
                        max_length=7,
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleEvent",
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
                ("number", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField(verbose_name="from")),
                ("review_on", models.DateField(verbose_name="review on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("writing", "Being written"),
                            ("checking", "With the checker"),
                            ("running", "Running"),
                            ("closed", "Closed"),
                        ],
                        default="writing",
                        max_length=8,
                    ),
                ),
                ("version", models.CharField(max_length=12)),
                ("questions", models.JSONField(blank=True, default=list)),
                (
                    "sent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="sent to be checked"),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "given_on",
                    models.DateField(blank=True, null=True, verbose_name="given to the parents on"),
                ),
                (
                    "given_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "At a meeting"),
                            ("paper", "On paper"),
                            ("letter", "By letter or e-mail"),
                            ("page", "On their own page"),
                        ],
                        max_length=7,
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleLength",
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
                    "span",
                    models.CharField(
                        choices=[
                            ("half_term", "A half-term"),
                            ("term", "A term"),
                            ("weeks", "So many weeks"),
                        ],
                        max_length=9,
                        verbose_name="a cycle lasts",
                    ),
                ),
                (
                    "weeks",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how many weeks"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleLengthEvent",
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
                    "span",
                    models.CharField(
                        choices=[
                            ("half_term", "A half-term"),
                            ("term", "A term"),
                            ("weeks", "So many weeks"),
                        ],
                        max_length=9,
                        verbose_name="a cycle lasts",
                    ),
                ),
                (
                    "weeks",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how many weeks"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleNote",
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
                            ("sent_back", "Sent back"),
                            ("unlocked", "Unlocked"),
                            ("reopened", "Reopened"),
                        ],
                        max_length=9,
                    ),
                ),
                ("text", models.TextField()),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "ordering": ["-written_at", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleNoteEvent",
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
                            ("sent_back", "Sent back"),
                            ("unlocked", "Unlocked"),
                            ("reopened", "Reopened"),
                        ],
                        max_length=9,
                    ),
                ),
                ("text", models.TextField()),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleTarget",
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
                ("is_carried", models.BooleanField(default=False)),
                (
                    "score",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (-2, "Much less than hoped"),
                            (-1, "Less than hoped"),
                            (0, "As hoped: met"),
                            (1, "More than hoped"),
                            (2, "Much more than hoped"),
                        ],
                        null=True,
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="what shows it")),
                (
                    "next_step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Carry it over"),
                            ("adapt", "Adapt it"),
                            ("met", "Close it as met"),
                            ("drop", "Drop it"),
                        ],
                        max_length=5,
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("kept_text", models.TextField(blank=True, verbose_name="what was checked")),
                (
                    "kept_baseline",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
                ),
                (
                    "kept_goal",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
                ),
                ("kept_out_of", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("kept_unit", models.CharField(blank=True, max_length=60)),
                ("kept_by_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleTargetEvent",
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
                ("is_carried", models.BooleanField(default=False)),
                (
                    "score",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (-2, "Much less than hoped"),
                            (-1, "Less than hoped"),
                            (0, "As hoped: met"),
                            (1, "More than hoped"),
                            (2, "Much more than hoped"),
                        ],
                        null=True,
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="what shows it")),
                (
                    "next_step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Carry it over"),
                            ("adapt", "Adapt it"),
                            ("met", "Close it as met"),
                            ("drop", "Drop it"),
                        ],
                        max_length=5,
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("kept_text", models.TextField(blank=True, verbose_name="what was checked")),
                (
                    "kept_baseline",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
                ),
                (
                    "kept_goal",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
                ),
                ("kept_out_of", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("kept_unit", models.CharField(blank=True, max_length=60)),
                ("kept_by_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleText",
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
                ("section", models.CharField(max_length=20)),
                ("text", models.TextField(blank=True)),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("written_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleTextEvent",
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
                ("section", models.CharField(max_length=20)),
                ("text", models.TextField(blank=True)),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("written_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EarlierShape",
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
                ("sessions_a_week", models.PositiveSmallIntegerField()),
                ("minutes", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["until"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntryExit",
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
                ("known_test", models.CharField(blank=True, max_length=20)),
                ("part", models.CharField(blank=True, max_length=60, verbose_name="part or index")),
                (
                    "scores",
                    models.CharField(
                        choices=[
                            ("standard", "Standardised score"),
                            ("scaled", "Scaled score"),
                            ("t", "T-score"),
                            ("age", "Age equivalent"),
                            ("raw", "Raw score or count"),
                        ],
                        max_length=8,
                        verbose_name="kind of score",
                    ),
                ),
                (
                    "entry",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on entry",
                    ),
                ),
                (
                    "entry_on",
                    models.DateField(blank=True, null=True, verbose_name="entry tested on"),
                ),
                (
                    "entry_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on entry"),
                ),
                (
                    "exit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on exit",
                    ),
                ),
                ("exit_on", models.DateField(blank=True, null=True, verbose_name="exit tested on")),
                (
                    "exit_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on exit"),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntryExitEvent",
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
                ("known_test", models.CharField(blank=True, max_length=20)),
                ("part", models.CharField(blank=True, max_length=60, verbose_name="part or index")),
                (
                    "scores",
                    models.CharField(
                        choices=[
                            ("standard", "Standardised score"),
                            ("scaled", "Scaled score"),
                            ("t", "T-score"),
                            ("age", "Age equivalent"),
                            ("raw", "Raw score or count"),
                        ],
                        max_length=8,
                        verbose_name="kind of score",
                    ),
                ),
                (
                    "entry",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on entry",
                    ),
                ),
                (
                    "entry_on",
                    models.DateField(blank=True, null=True, verbose_name="entry tested on"),
                ),
                (
                    "entry_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on entry"),
                ),
                (
                    "exit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on exit",
                    ),
                ),
                ("exit_on", models.DateField(blank=True, null=True, verbose_name="exit tested on")),
                (
                    "exit_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on exit"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
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
            ],
            options={
                "ordering": ["by_on", "id"],
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
            ],
            options={
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
            ],
            options={
                "ordering": ["place"],
                "abstract": False,
            },
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FederationBankTarget",
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
                ("stands_for", models.CharField(blank=True, editable=False, max_length=36)),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                (
                    "from_year",
                    models.CharField(
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
                        verbose_name="from year",
                    ),
                ),
                (
                    "to_year",
                    models.CharField(
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
                        verbose_name="to year",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="target")),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("number", "A number, such as words read or minutes"),
                            ("trials", "So many out of so many tries"),
                            ("scale", "A scale from 0 to 10"),
                            ("times", "How many times it happens"),
                            ("done", "Not yet, or done"),
                        ],
                        max_length=6,
                        verbose_name="how it is measured",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60, verbose_name="of what")),
                (
                    "out_of",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="out of"),
                ),
                (
                    "baseline",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="usual start"),
                ),
                (
                    "goal",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="usual goal"),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "ordering": ["text"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FederationIntervention",
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
                ("name", models.CharField(max_length=120)),
                ("aim", models.CharField(max_length=300, verbose_name="what it is for")),
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
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "from_age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from age"
                    ),
                ),
                (
                    "to_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age"),
                ),
                (
                    "entry",
                    models.CharField(blank=True, max_length=300, verbose_name="whom it suits"),
                ),
                ("exit", models.CharField(blank=True, max_length=300, verbose_name="when it ends")),
                (
                    "group_size",
                    models.PositiveSmallIntegerField(default=1, verbose_name="children in a group"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(default=1, verbose_name="sessions a week"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes a session"),
                ),
                ("weeks", models.PositiveSmallIntegerField(default=10)),
                (
                    "staff_role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        default="lsa",
                        max_length=9,
                        verbose_name="given by",
                    ),
                ),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "training",
                    models.CharField(blank=True, max_length=300, verbose_name="training needed"),
                ),
                ("materials", models.CharField(blank=True, max_length=300)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="what is known of its effect"
                    ),
                ),
                (
                    "evidence_source",
                    models.CharField(blank=True, max_length=300, verbose_name="source"),
                ),
                (
                    "evidence_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1950)],
                        verbose_name="year of the source",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FederationQuestions",
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
                ("questions", models.JSONField(blank=True, default=list)),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "ordering": ["-number"],
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
            ],
            options={
                "ordering": ["place"],
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
            ],
            options={
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
                ("taken_back_on", models.DateField(blank=True, null=True)),
                (
                    "taken_back_why",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="why it was taken back"
                    ),
                ),
            ],
            options={
                "ordering": ["-completed_on", "-id"],
                "abstract": False,
            },
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
                ("taken_back_on", models.DateField(blank=True, null=True)),
                (
                    "taken_back_why",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="why it was taken back"
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
            ],
            options={
                "ordering": ["-year", "-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MakeUp",
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
                ("on", models.DateField()),
                ("minutes", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["on", "id"],
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Measurement",
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
                ("on", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=7)),
                (
                    "out_of",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="out of"),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MeasurementEvent",
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
                ("on", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=7)),
                (
                    "out_of",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="out of"),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                ("text", models.TextField()),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("by_on", models.DateField(verbose_name="by when")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("end_note", models.TextField(blank=True, verbose_name="why it was closed")),
                (
                    "again_note",
                    models.TextField(blank=True, verbose_name="why it was opened again"),
                ),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[("met", "Reached"), ("dropped", "No longer the right one")],
                        max_length=7,
                        verbose_name="closed as",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OutcomeEvent",
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
                ("text", models.TextField()),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("by_on", models.DateField(verbose_name="by when")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("end_note", models.TextField(blank=True, verbose_name="why it was closed")),
                (
                    "again_note",
                    models.TextField(blank=True, verbose_name="why it was opened again"),
                ),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[("met", "Reached"), ("dropped", "No longer the right one")],
                        max_length=7,
                        verbose_name="closed as",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
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
                ("ends_on", models.DateField(verbose_name="until")),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceEvent",
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
                ("ends_on", models.DateField(verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Promise",
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
                ("text", models.CharField(max_length=500, verbose_name="what is owed")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("ehcp", "EHC plan, Section F"),
                            ("pep", "Personal education plan"),
                            ("support", "SEN support plan"),
                            ("ours", "Our own choice"),
                        ],
                        max_length=7,
                        verbose_name="by whose word",
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            (
                                "council",
                                "The council must secure it (Children and Families Act 2014, s. 42)",
                            ),
                            (
                                "best",
                                "The school must use its best endeavours (Children and Families Act 2014, s. 66)",
                            ),
                            (
                                "care",
                                "The school and the virtual school agreed it for a child in care",
                            ),
                            ("none", "No legal duty: the school chose it"),
                        ],
                        max_length=7,
                        verbose_name="how it binds",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=60, verbose_name="where it stands"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="sessions a week"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes a session"
                    ),
                ),
                (
                    "hours_a_week",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=4,
                        null=True,
                        verbose_name="hours a week",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("origin", models.CharField(blank=True, editable=False, max_length=80)),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PromiseEvent",
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
                ("text", models.CharField(max_length=500, verbose_name="what is owed")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("ehcp", "EHC plan, Section F"),
                            ("pep", "Personal education plan"),
                            ("support", "SEN support plan"),
                            ("ours", "Our own choice"),
                        ],
                        max_length=7,
                        verbose_name="by whose word",
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            (
                                "council",
                                "The council must secure it (Children and Families Act 2014, s. 42)",
                            ),
                            (
                                "best",
                                "The school must use its best endeavours (Children and Families Act 2014, s. 66)",
                            ),
                            (
                                "care",
                                "The school and the virtual school agreed it for a child in care",
                            ),
                            ("none", "No legal duty: the school chose it"),
                        ],
                        max_length=7,
                        verbose_name="how it binds",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=60, verbose_name="where it stands"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="sessions a week"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes a session"
                    ),
                ),
                (
                    "hours_a_week",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=4,
                        null=True,
                        verbose_name="hours a week",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("origin", models.CharField(blank=True, editable=False, max_length=80)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Provision",
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
                ("name", models.CharField(max_length=120)),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "need_type",
                    models.CharField(
                        blank=True,
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
                        verbose_name="main need",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("running", "Running"), ("ended", "Ended")],
                        default="running",
                        max_length=7,
                    ),
                ),
                (
                    "staff_role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        max_length=9,
                        verbose_name="given by",
                    ),
                ),
                ("location", models.CharField(blank=True, max_length=80, verbose_name="where")),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(verbose_name="sessions a week"),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes a session")),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        verbose_name="days",
                    ),
                ),
                ("time", models.TimeField(blank=True, null=True)),
                ("weeks", models.PositiveSmallIntegerField()),
                (
                    "planned_minutes",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="minutes planned in all"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("core", "Core budget"),
                            ("notional", "Notional SEN budget (element 2)"),
                            ("formula", "Element 3, by formula"),
                            ("cohort", "Element 3, for the cohort"),
                            ("premium", "Pupil premium"),
                            ("plus", "Pupil premium plus"),
                            ("imf", "Inclusive mainstream fund"),
                            ("senif", "SEN inclusion fund"),
                            ("other", "Another source"),
                        ],
                        default="notional",
                        max_length=8,
                        verbose_name="paid from",
                    ),
                ),
                (
                    "is_in_class",
                    models.BooleanField(default=False, verbose_name="all day or in class"),
                ),
                (
                    "resources_pence",
                    models.PositiveIntegerField(default=0, verbose_name="resources, in pence"),
                ),
                (
                    "pence_an_hour",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="own rate, in pence"
                    ),
                ),
                (
                    "is_confidential",
                    models.BooleanField(default=False, verbose_name="confidential"),
                ),
            ],
            options={
                "verbose_name_plural": "provision",
                "ordering": ["name", "starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvisionBase",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("nurture", "Nurture group"),
                            ("enhanced", "Enhanced provision"),
                            ("resource", "Resource base (resourced provision)"),
                            ("unit", "SEN unit"),
                            ("srb", "Specialist Resource Base (SRB)"),
                            ("ship", "Specialist Hub of Inclusive Practice (SHIP)"),
                            ("own", "Something of our own"),
                        ],
                        default="own",
                        max_length=8,
                    ),
                ),
                ("specialism", models.CharField(blank=True, max_length=60)),
                (
                    "host_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="school that hosts it"
                    ),
                ),
                (
                    "host_urn",
                    models.CharField(blank=True, max_length=6, verbose_name="URN of that school"),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of places"
                    ),
                ),
                (
                    "entry_criteria",
                    models.CharField(blank=True, max_length=1000, verbose_name="who comes in"),
                ),
                (
                    "exit_criteria",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="when a child leaves"
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="opened on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "ordering": ["name", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvisionBaseEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("nurture", "Nurture group"),
                            ("enhanced", "Enhanced provision"),
                            ("resource", "Resource base (resourced provision)"),
                            ("unit", "SEN unit"),
                            ("srb", "Specialist Resource Base (SRB)"),
                            ("ship", "Specialist Hub of Inclusive Practice (SHIP)"),
                            ("own", "Something of our own"),
                        ],
                        default="own",
                        max_length=8,
                    ),
                ),
                ("specialism", models.CharField(blank=True, max_length=60)),
                (
                    "host_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="school that hosts it"
                    ),
                ),
                (
                    "host_urn",
                    models.CharField(blank=True, max_length=6, verbose_name="URN of that school"),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of places"
                    ),
                ),
                (
                    "entry_criteria",
                    models.CharField(blank=True, max_length=1000, verbose_name="who comes in"),
                ),
                (
                    "exit_criteria",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="when a child leaves"
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="opened on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvisionEvent",
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
                ("name", models.CharField(max_length=120)),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "need_type",
                    models.CharField(
                        blank=True,
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
                        verbose_name="main need",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("running", "Running"), ("ended", "Ended")],
                        default="running",
                        max_length=7,
                    ),
                ),
                (
                    "staff_role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        max_length=9,
                        verbose_name="given by",
                    ),
                ),
                ("location", models.CharField(blank=True, max_length=80, verbose_name="where")),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(verbose_name="sessions a week"),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes a session")),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        verbose_name="days",
                    ),
                ),
                ("time", models.TimeField(blank=True, null=True)),
                ("weeks", models.PositiveSmallIntegerField()),
                (
                    "planned_minutes",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="minutes planned in all"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("core", "Core budget"),
                            ("notional", "Notional SEN budget (element 2)"),
                            ("formula", "Element 3, by formula"),
                            ("cohort", "Element 3, for the cohort"),
                            ("premium", "Pupil premium"),
                            ("plus", "Pupil premium plus"),
                            ("imf", "Inclusive mainstream fund"),
                            ("senif", "SEN inclusion fund"),
                            ("other", "Another source"),
                        ],
                        default="notional",
                        max_length=8,
                        verbose_name="paid from",
                    ),
                ),
                (
                    "is_in_class",
                    models.BooleanField(default=False, verbose_name="all day or in class"),
                ),
                (
                    "resources_pence",
                    models.PositiveIntegerField(default=0, verbose_name="resources, in pence"),
                ),
                (
                    "pence_an_hour",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="own rate, in pence"
                    ),
                ),
                (
                    "is_confidential",
                    models.BooleanField(default=False, verbose_name="confidential"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvisionReader",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RateCard",
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
                ("starts_on", models.DateField(verbose_name="for provision that begins from")),
                (
                    "threshold_pence",
                    models.PositiveIntegerField(default=600000, verbose_name="threshold, in pence"),
                ),
            ],
            options={
                "ordering": ["-starts_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RateCardEvent",
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
                ("starts_on", models.DateField(verbose_name="for provision that begins from")),
                (
                    "threshold_pence",
                    models.PositiveIntegerField(default=600000, verbose_name="threshold, in pence"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReleasedDelivery",
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
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("promised", models.PositiveIntegerField()),
                ("planned", models.PositiveIntegerField()),
                ("delivered", models.PositiveIntegerField()),
                ("owed", models.PositiveIntegerField()),
                ("why", models.CharField(max_length=600)),
                ("released_on", models.DateField()),
            ],
            options={
                "ordering": ["-released_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleRate",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        max_length=9,
                    ),
                ),
                ("pence_an_hour", models.PositiveIntegerField()),
                (
                    "on_cost_percent",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal("0"),
                        max_digits=4,
                        verbose_name="on-costs, per cent",
                    ),
                ),
            ],
            options={
                "ordering": ["role"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleRateEvent",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        max_length=9,
                    ),
                ),
                ("pence_an_hour", models.PositiveIntegerField()),
                (
                    "on_cost_percent",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal("0"),
                        max_digits=4,
                        verbose_name="on-costs, per cent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SampledPaper",
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
                ("half_term_on", models.DateField(verbose_name="first day of the half-term")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "Plan"),
                            ("passport", "Passport"),
                            ("session", "Sessions"),
                        ],
                        max_length=8,
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("year_group", models.CharField(max_length=2)),
                ("because", models.CharField(max_length=60, verbose_name="why it was drawn")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drawn", "To look at"),
                            ("told", "With the teacher"),
                            ("answered", "Answered: look again"),
                            ("closed", "Closed"),
                            ("left_out", "Left out"),
                        ],
                        default="drawn",
                        max_length=8,
                    ),
                ),
                ("checklist", models.CharField(max_length=12)),
                ("marks", models.JSONField(blank=True, default=dict)),
                (
                    "feedback",
                    models.TextField(blank=True, verbose_name="what you tell the teacher"),
                ),
                ("looked_on", models.DateField(blank=True, null=True)),
                ("improved", models.TextField(blank=True, verbose_name="what was improved")),
                ("improved_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("left_out_why", models.TextField(blank=True, verbose_name="why it was left out")),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SampledPaperEvent",
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
                ("half_term_on", models.DateField(verbose_name="first day of the half-term")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "Plan"),
                            ("passport", "Passport"),
                            ("session", "Sessions"),
                        ],
                        max_length=8,
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("year_group", models.CharField(max_length=2)),
                ("because", models.CharField(max_length=60, verbose_name="why it was drawn")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drawn", "To look at"),
                            ("told", "With the teacher"),
                            ("answered", "Answered: look again"),
                            ("closed", "Closed"),
                            ("left_out", "Left out"),
                        ],
                        default="drawn",
                        max_length=8,
                    ),
                ),
                ("checklist", models.CharField(max_length=12)),
                ("marks", models.JSONField(blank=True, default=dict)),
                (
                    "feedback",
                    models.TextField(blank=True, verbose_name="what you tell the teacher"),
                ),
                ("looked_on", models.DateField(blank=True, null=True)),
                ("improved", models.TextField(blank=True, verbose_name="what was improved")),
                ("improved_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("left_out_why", models.TextField(blank=True, verbose_name="why it was left out")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolBankTarget",
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
                ("stands_for", models.CharField(blank=True, editable=False, max_length=36)),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                (
                    "from_year",
                    models.CharField(
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
                        verbose_name="from year",
                    ),
                ),
                (
                    "to_year",
                    models.CharField(
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
                        verbose_name="to year",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="target")),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("number", "A number, such as words read or minutes"),
                            ("trials", "So many out of so many tries"),
                            ("scale", "A scale from 0 to 10"),
                            ("times", "How many times it happens"),
                            ("done", "Not yet, or done"),
                        ],
                        max_length=6,
                        verbose_name="how it is measured",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60, verbose_name="of what")),
                (
                    "out_of",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="out of"),
                ),
                (
                    "baseline",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="usual start"),
                ),
                (
                    "goal",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="usual goal"),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "ordering": ["text"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolBankTargetEvent",
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
                ("stands_for", models.CharField(blank=True, editable=False, max_length=36)),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                (
                    "from_year",
                    models.CharField(
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
                        verbose_name="from year",
                    ),
                ),
                (
                    "to_year",
                    models.CharField(
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
                        verbose_name="to year",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="target")),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("number", "A number, such as words read or minutes"),
                            ("trials", "So many out of so many tries"),
                            ("scale", "A scale from 0 to 10"),
                            ("times", "How many times it happens"),
                            ("done", "Not yet, or done"),
                        ],
                        max_length=6,
                        verbose_name="how it is measured",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60, verbose_name="of what")),
                (
                    "out_of",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="out of"),
                ),
                (
                    "baseline",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="usual start"),
                ),
                (
                    "goal",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="usual goal"),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolIntervention",
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
                ("name", models.CharField(max_length=120)),
                ("aim", models.CharField(max_length=300, verbose_name="what it is for")),
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
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "from_age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from age"
                    ),
                ),
                (
                    "to_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age"),
                ),
                (
                    "entry",
                    models.CharField(blank=True, max_length=300, verbose_name="whom it suits"),
                ),
                ("exit", models.CharField(blank=True, max_length=300, verbose_name="when it ends")),
                (
                    "group_size",
                    models.PositiveSmallIntegerField(default=1, verbose_name="children in a group"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(default=1, verbose_name="sessions a week"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes a session"),
                ),
                ("weeks", models.PositiveSmallIntegerField(default=10)),
                (
                    "staff_role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        default="lsa",
                        max_length=9,
                        verbose_name="given by",
                    ),
                ),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "training",
                    models.CharField(blank=True, max_length=300, verbose_name="training needed"),
                ),
                ("materials", models.CharField(blank=True, max_length=300)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="what is known of its effect"
                    ),
                ),
                (
                    "evidence_source",
                    models.CharField(blank=True, max_length=300, verbose_name="source"),
                ),
                (
                    "evidence_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1950)],
                        verbose_name="year of the source",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolInterventionEvent",
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
                ("name", models.CharField(max_length=120)),
                ("aim", models.CharField(max_length=300, verbose_name="what it is for")),
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
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "from_age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from age"
                    ),
                ),
                (
                    "to_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age"),
                ),
                (
                    "entry",
                    models.CharField(blank=True, max_length=300, verbose_name="whom it suits"),
                ),
                ("exit", models.CharField(blank=True, max_length=300, verbose_name="when it ends")),
                (
                    "group_size",
                    models.PositiveSmallIntegerField(default=1, verbose_name="children in a group"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(default=1, verbose_name="sessions a week"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes a session"),
                ),
                ("weeks", models.PositiveSmallIntegerField(default=10)),
                (
                    "staff_role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        default="lsa",
                        max_length=9,
                        verbose_name="given by",
                    ),
                ),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "training",
                    models.CharField(blank=True, max_length=300, verbose_name="training needed"),
                ),
                ("materials", models.CharField(blank=True, max_length=300)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="what is known of its effect"
                    ),
                ),
                (
                    "evidence_source",
                    models.CharField(blank=True, max_length=300, verbose_name="source"),
                ),
                (
                    "evidence_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1950)],
                        verbose_name="year of the source",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolQuestions",
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
                ("questions", models.JSONField(blank=True, default=list)),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "ordering": ["-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolTest",
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
                ("name", models.CharField(max_length=100)),
                ("measures", models.CharField(max_length=100, verbose_name="what it measures")),
                (
                    "scores",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("standard", "Standardised score"),
                                ("scaled", "Scaled score"),
                                ("t", "T-score"),
                                ("age", "Age equivalent"),
                                ("raw", "Raw score or count"),
                            ],
                            max_length=8,
                        )
                    ),
                ),
                (
                    "lower_is_better",
                    models.BooleanField(
                        default=False, verbose_name="a falling score is what one hopes for"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="where that is written"
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolTestEvent",
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
                ("name", models.CharField(max_length=100)),
                ("measures", models.CharField(max_length=100, verbose_name="what it measures")),
                (
                    "scores",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("standard", "Standardised score"),
                                ("scaled", "Scaled score"),
                                ("t", "T-score"),
                                ("age", "Age equivalent"),
                                ("raw", "Raw score or count"),
                            ],
                            max_length=8,
                        )
                    ),
                ),
                (
                    "lower_is_better",
                    models.BooleanField(
                        default=False, verbose_name="a falling score is what one hopes for"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="where that is written"
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServedPromise",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServedTarget",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
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
                ("on", models.DateField()),
                ("slot", models.PositiveSmallIntegerField(default=1)),
                (
                    "is_make_up",
                    models.BooleanField(default=False, verbose_name="makes up for a missed one"),
                ),
            ],
            options={
                "ordering": ["on", "slot", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionLog",
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
                ("seen", models.PositiveSmallIntegerField(default=0)),
                ("logged_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionMark",
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
                    "came",
                    models.CharField(
                        choices=[
                            ("had", "Had it"),
                            ("part", "Part of it"),
                            ("missed", "Missed it"),
                        ],
                        max_length=6,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("absent", "Child absent"),
                            ("trip", "Trip or event"),
                            ("refused", "Refused"),
                            ("staff", "Staff away"),
                            ("room", "Room or place not available"),
                            ("closed", "School closed"),
                        ],
                        max_length=7,
                    ),
                ),
                ("measure", models.CharField(blank=True, max_length=40)),
                ("word", models.CharField(blank=True, max_length=300, verbose_name="a word")),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SpareTime",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        default="lsa",
                        max_length=9,
                        verbose_name="works as",
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
                        ],
                        verbose_name="day of the week",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes free")),
            ],
            options={
                "ordering": ["weekday", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SpareTimeEvent",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        default="lsa",
                        max_length=9,
                        verbose_name="works as",
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
                        ],
                        verbose_name="day of the week",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes free")),
            ],
            options={
                "abstract": False,
            },
        ),
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
                ("away", models.IntegerField(null=True)),
                ("of_adults", models.PositiveIntegerField(null=True)),
            ],
            options={
                "abstract": False,
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Target",
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
                ("text", models.TextField()),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("by_on", models.DateField(verbose_name="by when")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("end_note", models.TextField(blank=True, verbose_name="why it was closed")),
                (
                    "again_note",
                    models.TextField(blank=True, verbose_name="why it was opened again"),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("number", "A number, such as words read or minutes"),
                            ("trials", "So many out of so many tries"),
                            ("scale", "A scale from 0 to 10"),
                            ("times", "How many times it happens"),
                            ("done", "Not yet, or done"),
                        ],
                        max_length=6,
                        verbose_name="how it is measured",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60, verbose_name="of what")),
                (
                    "out_of",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="out of"),
                ),
                (
                    "baseline",
                    models.DecimalField(
                        decimal_places=2, max_digits=7, verbose_name="where the child is now"
                    ),
                ),
                ("goal", models.DecimalField(decimal_places=2, max_digits=7)),
                ("who", models.CharField(blank=True, max_length=150, verbose_name="who helps")),
                (
                    "child_words",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="in the child's words"
                    ),
                ),
                (
                    "is_on_passport",
                    models.BooleanField(default=True, verbose_name="on the passport"),
                ),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "Met"),
                            ("adapted", "Replaced by an adapted target"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=7,
                        verbose_name="closed as",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetEvent",
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
                ("text", models.TextField()),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("by_on", models.DateField(verbose_name="by when")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("end_note", models.TextField(blank=True, verbose_name="why it was closed")),
                (
                    "again_note",
                    models.TextField(blank=True, verbose_name="why it was opened again"),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("number", "A number, such as words read or minutes"),
                            ("trials", "So many out of so many tries"),
                            ("scale", "A scale from 0 to 10"),
                            ("times", "How many times it happens"),
                            ("done", "Not yet, or done"),
                        ],
                        max_length=6,
                        verbose_name="how it is measured",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60, verbose_name="of what")),
                (
                    "out_of",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="out of"),
                ),
                (
                    "baseline",
                    models.DecimalField(
                        decimal_places=2, max_digits=7, verbose_name="where the child is now"
                    ),
                ),
                ("goal", models.DecimalField(decimal_places=2, max_digits=7)),
                ("who", models.CharField(blank=True, max_length=150, verbose_name="who helps")),
                (
                    "child_words",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="in the child's words"
                    ),
                ),
                (
                    "is_on_passport",
                    models.BooleanField(default=True, verbose_name="on the passport"),
                ),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "Met"),
                            ("adapted", "Replaced by an adapted target"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=7,
                        verbose_name="closed as",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeachingChange",
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
                ("on", models.DateField()),
                ("what", models.CharField(max_length=300, verbose_name="what is done differently")),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeachingChangeEvent",
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
                ("on", models.DateField()),
                ("what", models.CharField(max_length=300, verbose_name="what is done differently")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="baseplace",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="base_places",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="baseplace",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="baseplace",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="baseplaceevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.baseplace",
            ),
        ),
        migrations.AddField(
            model_name="baseplaceevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="baseplaceevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="baseplaceevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="basereview",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="provision.baseplace",
            ),
        ),
        migrations.AddField(
            model_name="basereview",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="basereview",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="basereviewevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.basereview",
            ),
        ),
        migrations.AddField(
            model_name="basereviewevent",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.baseplace",
            ),
        ),
        migrations.AddField(
            model_name="basereviewevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="basereviewevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="basestep",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="steps",
                to="provision.baseplace",
            ),
        ),
        migrations.AddField(
            model_name="basestep",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="basestep",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="basestepevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.basestep",
            ),
        ),
        migrations.AddField(
            model_name="basestepevent",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.baseplace",
            ),
        ),
        migrations.AddField(
            model_name="basestepevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="basestepevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="councilpaper",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="councilpaper",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cycle",
            name="checked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycle",
            name="lead",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycle",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="cycles",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="cycle",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cycleevent",
            name="checked_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycleevent",
            name="lead",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.cycle",
            ),
        ),
        migrations.AddField(
            model_name="cycleevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="cycleevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cyclelength",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cyclelengthevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.cyclelength",
            ),
        ),
        migrations.AddField(
            model_name="cyclelengthevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cyclenote",
            name="cycle",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notes",
                to="provision.cycle",
            ),
        ),
        migrations.AddField(
            model_name="cyclenote",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cyclenote",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cyclenoteevent",
            name="cycle",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.cycle",
            ),
        ),
        migrations.AddField(
            model_name="cyclenoteevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.cyclenote",
            ),
        ),
        migrations.AddField(
            model_name="cyclenoteevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cyclenoteevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="cycle",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parts",
                to="provision.cycle",
            ),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="reviewed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="cycle",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.cycle",
            ),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.cycletarget",
            ),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="reviewed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cycletext",
            name="cycle",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="texts",
                to="provision.cycle",
            ),
        ),
        migrations.AddField(
            model_name="cycletext",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cycletext",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="cycletextevent",
            name="cycle",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.cycle",
            ),
        ),
        migrations.AddField(
            model_name="cycletextevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.cycletext",
            ),
        ),
        migrations.AddField(
            model_name="cycletextevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="cycletextevent",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="earliershape",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="entryexit",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="entryexit",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="entryexitevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.entryexit",
            ),
        ),
        migrations.AddField(
            model_name="entryexitevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="entryexitevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="begun_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="evaluationaction",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evaluationaction",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="evaluationactionevent",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evaluationactionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.evaluationaction",
            ),
        ),
        migrations.AddField(
            model_name="evaluationactionevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="evaluationevent",
            name="begun_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evaluationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.evaluation",
            ),
        ),
        migrations.AddField(
            model_name="evaluationevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="evaluationstatement",
            name="evaluation",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="statements",
                to="provision.evaluation",
            ),
        ),
        migrations.AddField(
            model_name="evaluationstatement",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="evaluationactionevent",
            name="statement",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.evaluationstatement",
            ),
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
        migrations.AddField(
            model_name="evaluationstatementevent",
            name="evaluation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.evaluation",
            ),
        ),
        migrations.AddField(
            model_name="evaluationstatementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.evaluationstatement",
            ),
        ),
        migrations.AddField(
            model_name="evaluationstatementevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="federationbanktarget",
            name="federation",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.federation",
            ),
        ),
        migrations.AddField(
            model_name="federationintervention",
            name="federation",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.federation",
            ),
        ),
        migrations.AddField(
            model_name="federationquestions",
            name="federation",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.federation",
            ),
        ),
        migrations.AddField(
            model_name="federationquestions",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="fundingletter",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="fundingletterevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.fundingletter",
            ),
        ),
        migrations.AddField(
            model_name="fundingletterevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="fundingline",
            name="letter",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lines",
                to="provision.fundingletter",
            ),
        ),
        migrations.AddField(
            model_name="fundingline",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="fundinglineevent",
            name="letter",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.fundingletter",
            ),
        ),
        migrations.AddField(
            model_name="fundinglineevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.fundingline",
            ),
        ),
        migrations.AddField(
            model_name="fundinglineevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="indesarea",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="indesareaevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.indesarea",
            ),
        ),
        migrations.AddField(
            model_name="indesareaevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="indesrecord",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="indes_records",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="indesrecord",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="indesrecord",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="indesrecord",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="indesareaevent",
            name="record",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.indesrecord",
            ),
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
        migrations.AddField(
            model_name="indesrecordevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.indesrecord",
            ),
        ),
        migrations.AddField(
            model_name="indesrecordevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="indesrecordevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="indesrecordevent",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="indesrecordevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="keptmap",
            name="kept_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="keptmap",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="makeup",
            name="planned_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="makeup",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="make_ups",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="makeup",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="makeup",
            name="staff",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mapline",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="maplineevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.mapline",
            ),
        ),
        migrations.AddField(
            model_name="maplineevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="mapmoderation",
            name="kept",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="moderations",
                to="provision.keptmap",
            ),
        ),
        migrations.AddField(
            model_name="mapmoderation",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="mapmoderation",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mapmoderationevent",
            name="kept",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.keptmap",
            ),
        ),
        migrations.AddField(
            model_name="mapmoderationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.mapmoderation",
            ),
        ),
        migrations.AddField(
            model_name="mapmoderationevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="mapmoderationevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="measurement",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="measurement",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="measurementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.measurement",
            ),
        ),
        migrations.AddField(
            model_name="measurementevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="measurementevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="outcomes",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.outcome",
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="places",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="entryexitevent",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.place",
            ),
        ),
        migrations.AddField(
            model_name="entryexit",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="measures",
                to="provision.place",
            ),
        ),
        migrations.AddField(
            model_name="placeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.place",
            ),
        ),
        migrations.AddField(
            model_name="placeevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="placeevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="promises",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="promiseevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.promise",
            ),
        ),
        migrations.AddField(
            model_name="promiseevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="promiseevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="promiseevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provision",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="provision",
            name="shared_item",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="provision.federationintervention",
            ),
        ),
        migrations.AddField(
            model_name="provision",
            name="staff",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provision",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="placeevent",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="places",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="makeup",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="make_ups",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="earliershape",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="earlier_shapes",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="provisionbase",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provisionbase",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="provisionbase",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="baseplaceevent",
            name="base",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.provisionbase",
            ),
        ),
        migrations.AddField(
            model_name="baseplace",
            name="base",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="base_places",
                to="provision.provisionbase",
            ),
        ),
        migrations.AddField(
            model_name="provisionbaseevent",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provisionbaseevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.provisionbase",
            ),
        ),
        migrations.AddField(
            model_name="provisionbaseevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="provisionbaseevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="shared_item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.federationintervention",
            ),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="staff",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provisionreader",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="readers",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="provisionreader",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="provisionreader",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="ratecard",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="ratecardevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.ratecard",
            ),
        ),
        migrations.AddField(
            model_name="ratecardevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="releaseddelivery",
            name="promise",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="released",
                to="provision.promise",
            ),
        ),
        migrations.AddField(
            model_name="releaseddelivery",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="released_delivery",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="releaseddelivery",
            name="released_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="releaseddelivery",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="rolerate",
            name="card",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rates",
                to="provision.ratecard",
            ),
        ),
        migrations.AddField(
            model_name="rolerate",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="rolerateevent",
            name="card",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.ratecard",
            ),
        ),
        migrations.AddField(
            model_name="rolerateevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.rolerate",
            ),
        ),
        migrations.AddField(
            model_name="rolerateevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sampledpaper",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampledpaper",
            name="improved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampledpaper",
            name="looked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampledpaper",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sampled_papers",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="sampledpaper",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sampledpaper",
            name="teacher",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="improved_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="looked_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.sampledpaper",
            ),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="teacher",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="schoolbanktarget",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="schoolbanktargetevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.schoolbanktarget",
            ),
        ),
        migrations.AddField(
            model_name="schoolbanktargetevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="schoolintervention",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="schoolintervention",
            name="stands_for",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="provision.federationintervention",
            ),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="own_item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.schoolintervention",
            ),
        ),
        migrations.AddField(
            model_name="provision",
            name="own_item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="provision.schoolintervention",
            ),
        ),
        migrations.AddField(
            model_name="schoolinterventionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.schoolintervention",
            ),
        ),
        migrations.AddField(
            model_name="schoolinterventionevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="schoolinterventionevent",
            name="stands_for",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.federationintervention",
            ),
        ),
        migrations.AddField(
            model_name="schoolquestions",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="schoolquestions",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="schooltest",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="entryexitevent",
            name="own_test",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.schooltest",
            ),
        ),
        migrations.AddField(
            model_name="entryexit",
            name="own_test",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="provision.schooltest",
            ),
        ),
        migrations.AddField(
            model_name="schooltestevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.schooltest",
            ),
        ),
        migrations.AddField(
            model_name="schooltestevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="servedpromise",
            name="promise",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="served_by",
                to="provision.promise",
            ),
        ),
        migrations.AddField(
            model_name="servedpromise",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="serves",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="servedpromise",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="servedtarget",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="works_on",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="servedtarget",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sessions",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="logged_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="on_behalf_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="session",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="logs",
                to="provision.session",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="log",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="marks",
                to="provision.sessionlog",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="session_marks",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sparetime",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sparetime",
            name="staff",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sparetimeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.sparetime",
            ),
        ),
        migrations.AddField(
            model_name="sparetimeevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sparetimeevent",
            name="staff",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="spentpart",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="spent_parts",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="spentpart",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="spent_parts",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="spentpart",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="spentuntil",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="adapted_from",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="adapted_to",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="outcome",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="targets",
                to="provision.outcome",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="targets",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="servedtarget",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="worked_on_by",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="measurementevent",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="measurement",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="measurements",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parts",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="adapted_from",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="outcome",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.outcome",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="teachingchange",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="teachingchange",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="changes",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="teachingchange",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="teachingchangeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.teachingchange",
            ),
        ),
        migrations.AddField(
            model_name="teachingchangeevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="teachingchangeevent",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="teachingchangeevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="basereview",
            index=models.Index(fields=["school", "place"], name="provision_basereview_place"),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_basereview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "place", name="provision_basereview_place_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_on", None), ("next_on__gt", models.F("on")), _connector="OR"
                ),
                name="provision_basereview_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome", "leave"), ("next_on__isnull", False), _connector="OR"
                ),
                name="provision_basereview_has_next",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basereview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basereviewevent" ("id", "next_on", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "who", "words", "written_by_id") VALUES (NEW."id", NEW."next_on", NEW."on", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place_id", NEW."school_id", NEW."who", NEW."words", NEW."written_by_id"); RETURN NULL;',
                    hash="6d1aa10c5da952a5c959fd52214075137a998abd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_da740",
                    table="provision_basereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basereview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_basereviewevent" ("id", "next_on", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "who", "words", "written_by_id") VALUES (NEW."id", NEW."next_on", NEW."on", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place_id", NEW."school_id", NEW."who", NEW."words", NEW."written_by_id"); RETURN NULL;',
                    hash="e52a83193fc1c58811e51303e61bb219e45707d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aa699",
                    table="provision_basereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basereview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basereviewevent" ("id", "next_on", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "who", "words", "written_by_id") VALUES (OLD."id", OLD."next_on", OLD."on", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place_id", OLD."school_id", OLD."who", OLD."words", OLD."written_by_id"); RETURN NULL;',
                    hash="bd1cb27f1002f598519d141305f1274e25e34fa8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c4a6b",
                    table="provision_basereview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="basestep",
            index=models.Index(fields=["school", "place"], name="provision_basestep_place"),
        ),
        migrations.AddConstraint(
            model_name="basestep",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_basestep_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="basestep",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "place", name="provision_basestep_place_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="basestep",
            constraint=models.CheckConstraint(
                condition=models.Q(("how", ""), ("done_on__isnull", False), _connector="OR"),
                name="provision_basestep_how_it_went_when_done",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basestep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basestepevent" ("done_on", "how", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "what", "written_by_id") VALUES (NEW."done_on", NEW."how", NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="d96fba3a5dad8a7e07c86d68d7cedc18774a33ff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_15096",
                    table="provision_basestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basestep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_basestepevent" ("done_on", "how", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "what", "written_by_id") VALUES (NEW."done_on", NEW."how", NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="232d759caf0daf0069f336f4e85addcf339f5c19",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d6f07",
                    table="provision_basestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basestep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basestepevent" ("done_on", "how", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "what", "written_by_id") VALUES (OLD."done_on", OLD."how", OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place_id", OLD."school_id", OLD."what", OLD."written_by_id"); RETURN NULL;',
                    hash="5ab16220d82f786c0d1b4e4aebb5ea8a929ecd97",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ec96c",
                    table="provision_basestep",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="councilpaper",
            index=models.Index(fields=["school", "asked_at"], name="provision_councilpaper_at"),
        ),
        migrations.AddConstraint(
            model_name="councilpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_councilpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="councilpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("pdf", None), ("html", ""), _connector="OR"),
                name="provision_councilpaper_set_once",
            ),
        ),
        migrations.AddIndex(
            model_name="cycle",
            index=models.Index(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=["school", "review_on"],
                name="provision_cycle_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_cycle_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_cycle_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil", "number"), name="provision_cycle_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=("school", "pupil"),
                name="provision_cycle_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_on__gt", models.F("starts_on"))),
                name="provision_cycle_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("state", "closed")),
                    models.Q(models.Q(("state", "closed"), _negated=True), ("closed_on", None)),
                    _connector="OR",
                ),
                name="provision_cycle_closed_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_at", None), ("checked_by", None)),
                    ("checked_at__isnull", False),
                    _connector="OR",
                ),
                name="provision_cycle_checked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="cycle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("given_how", ""), ("given_on", None)),
                    models.Q(
                        ("given_on__isnull", False), models.Q(("given_how", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="provision_cycle_given_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycleevent" ("checked_at", "checked_by_id", "closed_on", "given_how", "given_on", "id", "lead_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "questions", "review_on", "school_id", "sent_at", "starts_on", "state", "version") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."closed_on", NEW."given_how", NEW."given_on", NEW."id", NEW."lead_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."questions", NEW."review_on", NEW."school_id", NEW."sent_at", NEW."starts_on", NEW."state", NEW."version"); RETURN NULL;',
                    hash="924158ac79a0c1a59f680d75d761935cfac40b89",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f88c6",
                    table="provision_cycle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_cycleevent" ("checked_at", "checked_by_id", "closed_on", "given_how", "given_on", "id", "lead_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "questions", "review_on", "school_id", "sent_at", "starts_on", "state", "version") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."closed_on", NEW."given_how", NEW."given_on", NEW."id", NEW."lead_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."questions", NEW."review_on", NEW."school_id", NEW."sent_at", NEW."starts_on", NEW."state", NEW."version"); RETURN NULL;',
                    hash="65ed9824b92aa3a6fdfe7b3445004eaf8ec43d67",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b8b06",
                    table="provision_cycle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycleevent" ("checked_at", "checked_by_id", "closed_on", "given_how", "given_on", "id", "lead_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "questions", "review_on", "school_id", "sent_at", "starts_on", "state", "version") VALUES (OLD."checked_at", OLD."checked_by_id", OLD."closed_on", OLD."given_how", OLD."given_on", OLD."id", OLD."lead_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."questions", OLD."review_on", OLD."school_id", OLD."sent_at", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;',
                    hash="70341404d70f8d95cb5a97165dad348f351df701",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_253d8",
                    table="provision_cycle",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="cyclelength",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_cyclelength_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cyclelength",
            constraint=models.UniqueConstraint(
                fields=("school",), name="provision_cyclelength_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="cyclelength",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("span", "weeks"), ("weeks__range", (2, 52))),
                    models.Q(models.Q(("span", "weeks"), _negated=True), ("weeks", None)),
                    _connector="OR",
                ),
                name="provision_cyclelength_weeks",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclelength",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cyclelengthevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "span", "weeks") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."span", NEW."weeks"); RETURN NULL;',
                    hash="35610548dcab59699bb58e7394fe00e92f3ef0ab",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4c8fa",
                    table="provision_cyclelength",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclelength",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_cyclelengthevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "span", "weeks") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."span", NEW."weeks"); RETURN NULL;',
                    hash="3a4175428c46ec6b51e97550bb5ace56e2ac8a49",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ef3a",
                    table="provision_cyclelength",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclelength",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cyclelengthevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "span", "weeks") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."span", OLD."weeks"); RETURN NULL;',
                    hash="4d522af426f6bda2c8c8edd650eadcc5639eea59",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc46b",
                    table="provision_cyclelength",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="cyclenote",
            index=models.Index(fields=["school", "cycle"], name="provision_cyclenote_of"),
        ),
        migrations.AddConstraint(
            model_name="cyclenote",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_cyclenote_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cyclenote",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "cycle", name="provision_cyclenote_cycle_same_school"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclenote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cyclenoteevent" ("cycle_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "written_at", "written_by_id") VALUES (NEW."cycle_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="65d82fd42955a112636f0dd5df8cdbc78b189f12",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5e07b",
                    table="provision_cyclenote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclenote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_cyclenoteevent" ("cycle_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "written_at", "written_by_id") VALUES (NEW."cycle_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="f886c18b599375eb373188d9af5020c47896febc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23fa2",
                    table="provision_cyclenote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclenote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cyclenoteevent" ("cycle_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "written_at", "written_by_id") VALUES (OLD."cycle_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="e72436690317ed1431948d26bcdbd54fe0e93242",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35f3f",
                    table="provision_cyclenote",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletext",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_cycletext_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletext",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "cycle", name="provision_cycletext_cycle_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletext",
            constraint=models.UniqueConstraint(
                fields=("school", "cycle", "section"), name="provision_cycletext_section_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycletextevent" ("cycle_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "section", "sensitivity", "text", "written_at", "written_by_id") VALUES (NEW."cycle_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="e4ae4555e6e55b61a64df652bb0b46408e1d79e8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d4680",
                    table="provision_cycletext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_cycletextevent" ("cycle_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "section", "sensitivity", "text", "written_at", "written_by_id") VALUES (NEW."cycle_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="fc2ccc501b14b7705f8effd7b3e1c026aa9a2fad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a364c",
                    table="provision_cycletext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletext",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycletextevent" ("cycle_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "section", "sensitivity", "text", "written_at", "written_by_id") VALUES (OLD."cycle_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."section", OLD."sensitivity", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="be97dd8a7bea8d6b7002f1b2bc0610b052f0b940",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca602",
                    table="provision_cycletext",
                    when="AFTER",
                ),
            ),
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
            model_name="federationbanktarget",
            index=models.Index(fields=["federation"], name="provision_bank_of_federation"),
        ),
        migrations.AddConstraint(
            model_name="federationbanktarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("measure", "trials"), ("out_of__gt", 0)),
                    models.Q(models.Q(("measure", "trials"), _negated=True), ("out_of", None)),
                    _connector="OR",
                ),
                name="provision_federationbanktarget_tries_are_counted",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationbanktarget",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stands_for", ""), _negated=True),
                fields=("federation", "stands_for"),
                name="provision_federationbanktarget_one_wording",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", ""), ("evidence_source", ""), ("evidence_year", None)),
                    models.Q(
                        models.Q(("evidence", ""), _negated=True),
                        models.Q(("evidence_source", ""), _negated=True),
                        ("evidence_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="provision_federationintervention_evidence_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_age", None),
                    ("to_age", None),
                    ("to_age__gte", models.F("from_age")),
                    _connector="OR",
                ),
                name="provision_federationintervention_ages_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("group_size__gt", 0),
                    ("minutes__gt", 0),
                    ("sessions_a_week__gt", 0),
                    ("weeks__gt", 0),
                ),
                name="provision_federationintervention_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.UniqueConstraint(
                fields=("federation", "name"), name="provision_federationintervention_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="federationquestions",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0)),
                name="provision_federationquestions_number_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationquestions",
            constraint=models.UniqueConstraint(
                fields=("federation", "number"), name="provision_federationquestions_uniq"
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
        migrations.AddConstraint(
            model_name="indesrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("taken_back_by", None), ("taken_back_on", None), ("taken_back_why", "")
                    ),
                    models.Q(
                        ("submitted_on", None),
                        ("taken_back_on__isnull", False),
                        models.Q(("taken_back_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_indesrecord_taken_back_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "taken_back_by_id", "taken_back_on", "taken_back_why", "written_by_id") VALUES (NEW."asks_support", NEW."completed_on", NEW."contributors", NEW."due_on", NEW."framework", NEW."id", NEW."outcome", NEW."outcome_note", NEW."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."submitted_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_why", NEW."written_by_id"); RETURN NULL;',
                    hash="b6669bf5ff0ab150cd7c4242d002b84ec4ed0f58",
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
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "taken_back_by_id", "taken_back_on", "taken_back_why", "written_by_id") VALUES (NEW."asks_support", NEW."completed_on", NEW."contributors", NEW."due_on", NEW."framework", NEW."id", NEW."outcome", NEW."outcome_note", NEW."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."submitted_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_why", NEW."written_by_id"); RETURN NULL;',
                    hash="6c7353095ba850986c335f65014c3b0b69285124",
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
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "taken_back_by_id", "taken_back_on", "taken_back_why", "written_by_id") VALUES (OLD."asks_support", OLD."completed_on", OLD."contributors", OLD."due_on", OLD."framework", OLD."id", OLD."outcome", OLD."outcome_note", OLD."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reference", OLD."school_id", OLD."submitted_on", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_why", OLD."written_by_id"); RETURN NULL;',
                    hash="d087f27b2bb55acf76638421bd7e89b09ba7f23c",
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
        migrations.AddIndex(
            model_name="outcome",
            index=models.Index(fields=["school", "pupil"], name="provision_outcome_pupil"),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_outcome_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_outcome_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(("by_on__gt", models.F("starts_on"))),
                name="provision_outcome_by_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="provision_outcome_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_as", ""), ("ended_on", None)),
                    models.Q(
                        ("ended_on__isnull", False), models.Q(("ended_as", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="provision_outcome_end_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_outcomeevent" ("again_note", "area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (NEW."again_note", NEW."area", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."written_by_id"); RETURN NULL;',
                    hash="e2ee9e11a986669e28f5b45044c3382e9d0f64da",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0a5d2",
                    table="provision_outcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_outcomeevent" ("again_note", "area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (NEW."again_note", NEW."area", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."written_by_id"); RETURN NULL;',
                    hash="f4c42572379b2d2cdf20a161b87986096effd6ce",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ea7c8",
                    table="provision_outcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_outcomeevent" ("again_note", "area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (OLD."again_note", OLD."area", OLD."by_on", OLD."end_note", OLD."ended_as", OLD."ended_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."text", OLD."written_by_id"); RETURN NULL;',
                    hash="922c1d52ac13102a11006994279585b89fec6efc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_67499",
                    table="provision_outcome",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(fields=["school", "pupil"], name="provision_promise_pupil"),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_promise_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_promise_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("hours_a_week", None), ("minutes__gt", 0), ("sessions_a_week__gt", 0)
                    ),
                    models.Q(("hours_a_week__gt", 0), ("minutes", None), ("sessions_a_week", None)),
                    _connector="OR",
                ),
                name="provision_promise_one_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="provision_promise_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.UniqueConstraint(
                condition=models.Q(("origin", ""), _negated=True),
                fields=("school", "pupil", "origin"),
                name="provision_promise_origin_uniq",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promise",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_promiseevent" ("ends_on", "hours_a_week", "id", "minutes", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "weight", "written_by_id") VALUES (NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."minutes", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."sensitivity", NEW."sessions_a_week", NEW."source", NEW."starts_on", NEW."text", NEW."weight", NEW."written_by_id"); RETURN NULL;',
                    hash="689deee034712217eb6576b2b53f2fc39d7c3dc6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_11c91",
                    table="provision_promise",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promise",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_promiseevent" ("ends_on", "hours_a_week", "id", "minutes", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "weight", "written_by_id") VALUES (NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."minutes", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."sensitivity", NEW."sessions_a_week", NEW."source", NEW."starts_on", NEW."text", NEW."weight", NEW."written_by_id"); RETURN NULL;',
                    hash="8d3cb95dcb1c67867c7b6de221b62421ec3d46f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7843",
                    table="provision_promise",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promise",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_promiseevent" ("ends_on", "hours_a_week", "id", "minutes", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "weight", "written_by_id") VALUES (OLD."ends_on", OLD."hours_a_week", OLD."id", OLD."minutes", OLD."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reference", OLD."school_id", OLD."sensitivity", OLD."sessions_a_week", OLD."source", OLD."starts_on", OLD."text", OLD."weight", OLD."written_by_id"); RETURN NULL;',
                    hash="09331740bc2d3c691f834d81290acf0bbb42e0bd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_487f7",
                    table="provision_promise",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(fields=["school", "pupil"], name="provision_place_pupil"),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_place_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_place_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_place_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "pupil"), name="provision_place_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="provision_place_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_placeevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision_id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="393c0a69677b5f30b3066f43e09e8143b8263563",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b9e35",
                    table="provision_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_placeevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision_id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="08113a7163cc332a49406b2a18b56b1c4d3f4ad2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ec956",
                    table="provision_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_placeevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "pupil_id", "school_id", "starts_on") VALUES (OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision_id", OLD."pupil_id", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="dd3859164afcea120255802dda42dd0a5c214818",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0351f",
                    table="provision_place",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="makeup",
            index=models.Index(fields=["school", "on"], name="provision_makeup_day"),
        ),
        migrations.AddIndex(
            model_name="makeup",
            index=models.Index(fields=["school", "pupil"], name="provision_makeup_pupil"),
        ),
        migrations.AddConstraint(
            model_name="makeup",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_makeup_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="makeup",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_makeup_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="makeup",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_makeup_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="makeup",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "pupil", "on"), name="provision_makeup_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="makeup",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gt", 0)), name="provision_makeup_minutes"
            ),
        ),
        migrations.AddConstraint(
            model_name="earliershape",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_earliershape_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="earliershape",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_shape_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="earliershape",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "until"), name="provision_shape_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="earliershape",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gt", 0), ("sessions_a_week__gt", 0)),
                name="provision_shape_sound",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_provisionbase_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)),
                fields=("school", "name"),
                name="provision_provisionbase_name_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None), ("closed_on__gte", models.F("opened_on")), _connector="OR"
                ),
                name="provision_provisionbase_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("host_name", ""), ("places__gte", 1)),
                    models.Q(models.Q(("host_name", ""), _negated=True), ("places", None)),
                    _connector="OR",
                ),
                name="provision_provisionbase_own_has_places",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("host_urn", ""), models.Q(("host_name", ""), _negated=True), _connector="OR"
                ),
                name="provision_provisionbase_urn_of_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionbase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionbaseevent" ("closed_on", "entry_criteria", "exit_criteria", "host_name", "host_urn", "id", "kind", "lead_id", "name", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "school_id", "specialism", "written_by_id") VALUES (NEW."closed_on", NEW."entry_criteria", NEW."exit_criteria", NEW."host_name", NEW."host_urn", NEW."id", NEW."kind", NEW."lead_id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."places", NEW."school_id", NEW."specialism", NEW."written_by_id"); RETURN NULL;',
                    hash="10f852d0d46cf0ea7f0d3a602a1b0a0fd2f3a756",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4351e",
                    table="provision_provisionbase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionbase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_provisionbaseevent" ("closed_on", "entry_criteria", "exit_criteria", "host_name", "host_urn", "id", "kind", "lead_id", "name", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "school_id", "specialism", "written_by_id") VALUES (NEW."closed_on", NEW."entry_criteria", NEW."exit_criteria", NEW."host_name", NEW."host_urn", NEW."id", NEW."kind", NEW."lead_id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."places", NEW."school_id", NEW."specialism", NEW."written_by_id"); RETURN NULL;',
                    hash="7d56fbb02713415b573e3bba73282ddc7e4ebce7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ee7d",
                    table="provision_provisionbase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionbase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionbaseevent" ("closed_on", "entry_criteria", "exit_criteria", "host_name", "host_urn", "id", "kind", "lead_id", "name", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "school_id", "specialism", "written_by_id") VALUES (OLD."closed_on", OLD."entry_criteria", OLD."exit_criteria", OLD."host_name", OLD."host_urn", OLD."id", OLD."kind", OLD."lead_id", OLD."name", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."places", OLD."school_id", OLD."specialism", OLD."written_by_id"); RETURN NULL;',
                    hash="201f21d3699bf7dd0578297485ea6aea1a69e9f8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_90161",
                    table="provision_provisionbase",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="baseplace",
            index=models.Index(fields=["school", "pupil"], name="provision_baseplace_pupil"),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_baseplace_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "base", name="provision_baseplace_base_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_baseplace_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("planned_end_on__gte", models.F("starts_on")),
                    models.Q(
                        ("ended_on", None),
                        ("ended_on__gte", models.F("starts_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("review_on", None),
                        ("review_on__gte", models.F("starts_on")),
                        _connector="OR",
                    ),
                ),
                name="provision_baseplace_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("end_note", ""), ("end_reason", ""), ("ended_on", None), ("went_to", "")
                    ),
                    models.Q(
                        ("ended_on__isnull", False), models.Q(("end_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="provision_baseplace_end_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("week__regex", "^[BCON]{10}$")), name="provision_baseplace_week"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("home_name", ""), ("home_urn", ""), ("registration", "C")),
                    models.Q(
                        models.Q(("registration", "C"), _negated=True),
                        models.Q(("home_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_baseplace_home_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    ("base", "="),
                    ("pupil", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ended_on"), "&&"),
                ],
                name="provision_baseplace_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_to_number",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE room integer; most integer;",
                    func="\n    IF NEW.over_reason <> '' THEN RETURN NEW; END IF;\n    IF TG_OP = 'UPDATE' THEN\n        IF NEW.base_id = OLD.base_id AND NEW.over_reason = OLD.over_reason\n            AND NEW.starts_on >= OLD.starts_on\n            AND COALESCE(NEW.ended_on, 'infinity'::date) <= COALESCE(OLD.ended_on, 'infinity'::date)\n        THEN RETURN NEW; END IF;\n    END IF;\n    SELECT places INTO room FROM provision_provisionbase\n        WHERE school_id = NEW.school_id AND id = NEW.base_id FOR NO KEY UPDATE;\n    IF room IS NULL THEN RETURN NEW; END IF;\n    SELECT max(beside) INTO most FROM (\n        SELECT (\n            SELECT count(*) FROM provision_baseplace other\n            WHERE other.school_id = NEW.school_id AND other.base_id = NEW.base_id\n                AND other.id <> NEW.id AND other.starts_on <= days.day\n                AND (other.ended_on IS NULL OR other.ended_on >= days.day)\n        ) AS beside\n        FROM (\n            SELECT NEW.starts_on AS day\n            UNION SELECT later.starts_on FROM provision_baseplace later\n            WHERE later.school_id = NEW.school_id AND later.base_id = NEW.base_id\n                AND later.id <> NEW.id AND later.starts_on >= NEW.starts_on\n                AND (NEW.ended_on IS NULL OR later.starts_on <= NEW.ended_on)\n        ) days\n    ) counted;\n    IF most >= room THEN\n        RAISE EXCEPTION 'every place of this base is taken' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                    hash="afeb860840702389f51b25932c5cdea93ccdecc5",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_keep_to_number_f2279",
                    table="provision_baseplace",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_baseplaceevent" ("base_id", "end_note", "end_reason", "ended_on", "home_name", "home_urn", "id", "over_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "pupil_id", "reason", "registration", "registration_note", "review_on", "school_id", "starts_on", "transport", "week", "went_to", "written_by_id") VALUES (NEW."base_id", NEW."end_note", NEW."end_reason", NEW."ended_on", NEW."home_name", NEW."home_urn", NEW."id", NEW."over_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_end_on", NEW."pupil_id", NEW."reason", NEW."registration", NEW."registration_note", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."transport", NEW."week", NEW."went_to", NEW."written_by_id"); RETURN NULL;',
                    hash="d4af6d4891162251c8d4d5926b4951d36b7f19aa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82eed",
                    table="provision_baseplace",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_baseplaceevent" ("base_id", "end_note", "end_reason", "ended_on", "home_name", "home_urn", "id", "over_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "pupil_id", "reason", "registration", "registration_note", "review_on", "school_id", "starts_on", "transport", "week", "went_to", "written_by_id") VALUES (NEW."base_id", NEW."end_note", NEW."end_reason", NEW."ended_on", NEW."home_name", NEW."home_urn", NEW."id", NEW."over_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_end_on", NEW."pupil_id", NEW."reason", NEW."registration", NEW."registration_note", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."transport", NEW."week", NEW."went_to", NEW."written_by_id"); RETURN NULL;',
                    hash="a192c3a554672dd6e905489f0054a95dee80712d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_abd23",
                    table="provision_baseplace",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_baseplaceevent" ("base_id", "end_note", "end_reason", "ended_on", "home_name", "home_urn", "id", "over_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "pupil_id", "reason", "registration", "registration_note", "review_on", "school_id", "starts_on", "transport", "week", "went_to", "written_by_id") VALUES (OLD."base_id", OLD."end_note", OLD."end_reason", OLD."ended_on", OLD."home_name", OLD."home_urn", OLD."id", OLD."over_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_end_on", OLD."pupil_id", OLD."reason", OLD."registration", OLD."registration_note", OLD."review_on", OLD."school_id", OLD."starts_on", OLD."transport", OLD."week", OLD."went_to", OLD."written_by_id"); RETURN NULL;',
                    hash="15ae88fb9cab4006d3816f0c881a25a657f62980",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e753f",
                    table="provision_baseplace",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionreader",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_provisionreader_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionreader",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_reader_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionreader",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "user"), name="provision_reader_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratecard",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_ratecard_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratecard",
            constraint=models.UniqueConstraint(
                fields=("school", "starts_on"), name="provision_ratecard_starts_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratecard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_ratecardevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "threshold_pence") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."threshold_pence"); RETURN NULL;',
                    hash="125b51be7ca24acb525be04fc1ec52c9690aa65a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e8e6",
                    table="provision_ratecard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratecard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_ratecardevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "threshold_pence") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."threshold_pence"); RETURN NULL;',
                    hash="9a5b4993f8236dfdb64e089676a2f2287114d984",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c75dd",
                    table="provision_ratecard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratecard",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_ratecardevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "threshold_pence") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."threshold_pence"); RETURN NULL;',
                    hash="d5be4028b6bbabe307f03932722e78a7836beb7f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca978",
                    table="provision_ratecard",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="releaseddelivery",
            index=models.Index(fields=["school", "pupil"], name="provision_released_pupil"),
        ),
        migrations.AddConstraint(
            model_name="releaseddelivery",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_releaseddelivery_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseddelivery",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_released_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseddelivery",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "promise", name="provision_released_promise_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseddelivery",
            constraint=models.UniqueConstraint(
                fields=("school", "promise", "first", "last"), name="provision_released_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseddelivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last__gte", models.F("first")), ("released_on__gte", models.F("last"))
                ),
                name="provision_released_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_rolerate_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "card", name="provision_rolerate_card_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=models.UniqueConstraint(
                fields=("school", "card", "role"), name="provision_rolerate_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=models.CheckConstraint(
                condition=models.Q(("on_cost_percent__gte", 0)), name="provision_rolerate_on_costs"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolerate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_rolerateevent" ("card_id", "id", "on_cost_percent", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id") VALUES (NEW."card_id", NEW."id", NEW."on_cost_percent", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."school_id"); RETURN NULL;',
                    hash="ec8f9cfbafdff72604026445d4d162f9cd14a8f2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f59cc",
                    table="provision_rolerate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolerate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_rolerateevent" ("card_id", "id", "on_cost_percent", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id") VALUES (NEW."card_id", NEW."id", NEW."on_cost_percent", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."school_id"); RETURN NULL;',
                    hash="038ff8396881ac96e6e4d6b0b60f031a724defd4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79506",
                    table="provision_rolerate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolerate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_rolerateevent" ("card_id", "id", "on_cost_percent", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id") VALUES (OLD."card_id", OLD."id", OLD."on_cost_percent", OLD."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."school_id"); RETURN NULL;',
                    hash="ca40b1ea47138a7ed37044abf50c49e36497eeed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_513ff",
                    table="provision_rolerate",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="sampledpaper",
            index=models.Index(fields=["school", "pupil"], name="provision_sample_pupil"),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sampledpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_sample_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "half_term_on", "kind", "subject_id"),
                name="provision_sample_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("looked_on", None), ("state__in", ["drawn", "left_out"])),
                    models.Q(
                        models.Q(("state__in", ["drawn", "left_out"]), _negated=True),
                        ("looked_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="provision_sample_looked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "told"), _negated=True),
                    models.Q(
                        ("improved_on", None),
                        ("teacher__isnull", False),
                        models.Q(("feedback", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_sample_told_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    ("improved_on__isnull", False),
                    _connector="OR",
                ),
                name="provision_sample_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("state__in", ["closed", "left_out"])),
                    models.Q(
                        models.Q(("state__in", ["closed", "left_out"]), _negated=True),
                        ("closed_on", None),
                    ),
                    _connector="OR",
                ),
                name="provision_sample_closed_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "left_out"), models.Q(("left_out_why", ""), _negated=True)),
                    models.Q(models.Q(("state", "left_out"), _negated=True), ("left_out_why", "")),
                    _connector="OR",
                ),
                name="provision_sample_left_out_with_a_reason",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sampledpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "left_out_why", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (NEW."because", NEW."checklist", NEW."closed_by_id", NEW."closed_on", NEW."feedback", NEW."half_term_on", NEW."id", NEW."improved", NEW."improved_by_id", NEW."improved_on", NEW."kind", NEW."left_out_why", NEW."looked_by_id", NEW."looked_on", NEW."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."state", NEW."subject_id", NEW."teacher_id", NEW."year_group"); RETURN NULL;',
                    hash="18202867adf84f37c468f12b551297814a683cfc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab17d",
                    table="provision_sampledpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sampledpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "left_out_why", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (NEW."because", NEW."checklist", NEW."closed_by_id", NEW."closed_on", NEW."feedback", NEW."half_term_on", NEW."id", NEW."improved", NEW."improved_by_id", NEW."improved_on", NEW."kind", NEW."left_out_why", NEW."looked_by_id", NEW."looked_on", NEW."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."state", NEW."subject_id", NEW."teacher_id", NEW."year_group"); RETURN NULL;',
                    hash="c79a8ca6a005b75460c5b3a24e8d8909406d70b3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7567c",
                    table="provision_sampledpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sampledpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "left_out_why", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (OLD."because", OLD."checklist", OLD."closed_by_id", OLD."closed_on", OLD."feedback", OLD."half_term_on", OLD."id", OLD."improved", OLD."improved_by_id", OLD."improved_on", OLD."kind", OLD."left_out_why", OLD."looked_by_id", OLD."looked_on", OLD."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."state", OLD."subject_id", OLD."teacher_id", OLD."year_group"); RETURN NULL;',
                    hash="d4cce10ffbbead50a72c082ed7a7f8b5c8c35dee",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35cef",
                    table="provision_sampledpaper",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolbanktarget",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_schoolbanktarget_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolbanktarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("measure", "trials"), ("out_of__gt", 0)),
                    models.Q(models.Q(("measure", "trials"), _negated=True), ("out_of", None)),
                    _connector="OR",
                ),
                name="provision_schoolbanktarget_tries_are_counted",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolbanktarget",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stands_for", ""), _negated=True),
                fields=("school", "stands_for"),
                name="provision_schoolbanktarget_one_wording",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolbanktarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schoolbanktargetevent" ("area", "baseline", "from_year", "goal", "id", "is_retired", "measure", "out_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "stands_for", "text", "to_year", "unit") VALUES (NEW."area", NEW."baseline", NEW."from_year", NEW."goal", NEW."id", NEW."is_retired", NEW."measure", NEW."out_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."stands_for", NEW."text", NEW."to_year", NEW."unit"); RETURN NULL;',
                    hash="8fb6e3a43c21e788c549516302be28b062964389",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1a520",
                    table="provision_schoolbanktarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolbanktarget",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_schoolbanktargetevent" ("area", "baseline", "from_year", "goal", "id", "is_retired", "measure", "out_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "stands_for", "text", "to_year", "unit") VALUES (NEW."area", NEW."baseline", NEW."from_year", NEW."goal", NEW."id", NEW."is_retired", NEW."measure", NEW."out_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."stands_for", NEW."text", NEW."to_year", NEW."unit"); RETURN NULL;',
                    hash="867c00dc1140ec9c23471395a9fa03c96290aa63",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_76bf4",
                    table="provision_schoolbanktarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolbanktarget",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schoolbanktargetevent" ("area", "baseline", "from_year", "goal", "id", "is_retired", "measure", "out_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "stands_for", "text", "to_year", "unit") VALUES (OLD."area", OLD."baseline", OLD."from_year", OLD."goal", OLD."id", OLD."is_retired", OLD."measure", OLD."out_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."stands_for", OLD."text", OLD."to_year", OLD."unit"); RETURN NULL;',
                    hash="b403e66340f6e456ad7c6d03f53130c1067282f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0fd71",
                    table="provision_schoolbanktarget",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_schoolintervention_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", ""), ("evidence_source", ""), ("evidence_year", None)),
                    models.Q(
                        models.Q(("evidence", ""), _negated=True),
                        models.Q(("evidence_source", ""), _negated=True),
                        ("evidence_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="provision_schoolintervention_evidence_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_age", None),
                    ("to_age", None),
                    ("to_age__gte", models.F("from_age")),
                    _connector="OR",
                ),
                name="provision_schoolintervention_ages_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("group_size__gt", 0),
                    ("minutes__gt", 0),
                    ("sessions_a_week__gt", 0),
                    ("weeks__gt", 0),
                ),
                name="provision_schoolintervention_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.UniqueConstraint(
                fields=("school", "name"), name="provision_schoolintervention_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stands_for__isnull", False)),
                fields=("school", "stands_for"),
                name="provision_schoolintervention_one_version",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolintervention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schoolinterventionevent" ("aim", "entry", "evidence", "evidence_source", "evidence_year", "exit", "from_age", "group_size", "id", "is_retired", "materials", "measure", "minutes", "name", "need_types", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sessions_a_week", "staff_role", "stands_for_id", "tier", "to_age", "training", "weeks") VALUES (NEW."aim", NEW."entry", NEW."evidence", NEW."evidence_source", NEW."evidence_year", NEW."exit", NEW."from_age", NEW."group_size", NEW."id", NEW."is_retired", NEW."materials", NEW."measure", NEW."minutes", NEW."name", NEW."need_types", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sessions_a_week", NEW."staff_role", NEW."stands_for_id", NEW."tier", NEW."to_age", NEW."training", NEW."weeks"); RETURN NULL;',
                    hash="23aead81705e39fa009625c56dfd8ed8bf536eb2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c3f53",
                    table="provision_schoolintervention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolintervention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_schoolinterventionevent" ("aim", "entry", "evidence", "evidence_source", "evidence_year", "exit", "from_age", "group_size", "id", "is_retired", "materials", "measure", "minutes", "name", "need_types", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sessions_a_week", "staff_role", "stands_for_id", "tier", "to_age", "training", "weeks") VALUES (NEW."aim", NEW."entry", NEW."evidence", NEW."evidence_source", NEW."evidence_year", NEW."exit", NEW."from_age", NEW."group_size", NEW."id", NEW."is_retired", NEW."materials", NEW."measure", NEW."minutes", NEW."name", NEW."need_types", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sessions_a_week", NEW."staff_role", NEW."stands_for_id", NEW."tier", NEW."to_age", NEW."training", NEW."weeks"); RETURN NULL;',
                    hash="6cc3807f94bfe4161b6a461272c9efe6a4cb57dd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e01cf",
                    table="provision_schoolintervention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolintervention",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schoolinterventionevent" ("aim", "entry", "evidence", "evidence_source", "evidence_year", "exit", "from_age", "group_size", "id", "is_retired", "materials", "measure", "minutes", "name", "need_types", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sessions_a_week", "staff_role", "stands_for_id", "tier", "to_age", "training", "weeks") VALUES (OLD."aim", OLD."entry", OLD."evidence", OLD."evidence_source", OLD."evidence_year", OLD."exit", OLD."from_age", OLD."group_size", OLD."id", OLD."is_retired", OLD."materials", OLD."measure", OLD."minutes", OLD."name", OLD."need_types", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sessions_a_week", OLD."staff_role", OLD."stands_for_id", OLD."tier", OLD."to_age", OLD."training", OLD."weeks"); RETURN NULL;',
                    hash="ea1f70ca8cd6e2a4cedf9be80f07489237f1816a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da808",
                    table="provision_schoolintervention",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="provision",
            index=models.Index(fields=["school", "starts_on"], name="provision_provision_begins"),
        ),
        migrations.AddIndex(
            model_name="provision",
            index=models.Index(fields=["school", "own_item"], name="provision_provision_item"),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_provision_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "own_item", name="provision_provision_item_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(("shared_item", None), ("own_item", None), _connector="OR"),
                name="provision_provision_one_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="provision_provision_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minutes__gt", 0), ("sessions_a_week__gt", 0), ("weeks__gt", 0)
                ),
                name="provision_provision_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekdays__contained_by", [0, 1, 2, 3, 4])),
                name="provision_provision_weekdays",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "time", "weekdays", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."is_in_class", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_minutes", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."time", NEW."weekdays", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="abd72c29181827c2d269437a080fa6d6825ef5de",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5702",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "time", "weekdays", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."is_in_class", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_minutes", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."time", NEW."weekdays", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="01d92530b365941cd1e0b05ea7633bdf0bd42176",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_672f0",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "time", "weekdays", "weeks", "written_by_id") VALUES (OLD."ends_on", OLD."funding", OLD."id", OLD."is_confidential", OLD."is_in_class", OLD."location", OLD."measure", OLD."minutes", OLD."name", OLD."need_type", OLD."own_item_id", OLD."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_minutes", OLD."resources_pence", OLD."school_id", OLD."sessions_a_week", OLD."shared_item_id", OLD."staff_id", OLD."staff_role", OLD."starts_on", OLD."state", OLD."tier", OLD."time", OLD."weekdays", OLD."weeks", OLD."written_by_id"); RETURN NULL;',
                    hash="a822152b5448728916239837f8c151c9abad59b7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3999",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolquestions",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_schoolquestions_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolquestions",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0)),
                name="provision_schoolquestions_number_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolquestions",
            constraint=models.UniqueConstraint(
                fields=("school", "number"), name="provision_schoolquestions_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schooltest",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_schooltest_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schooltest",
            constraint=models.UniqueConstraint(
                fields=("school", "name"), name="provision_schooltest_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schooltest",
            constraint=models.CheckConstraint(
                condition=models.Q(("scores__len__gt", 0)), name="provision_schooltest_has_scores"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schooltest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schooltestevent" ("id", "is_retired", "lower_is_better", "measures", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "scores", "source") VALUES (NEW."id", NEW."is_retired", NEW."lower_is_better", NEW."measures", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."scores", NEW."source"); RETURN NULL;',
                    hash="b6959253796f927228f8ae90b70fc1f6111714a5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_088da",
                    table="provision_schooltest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schooltest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_schooltestevent" ("id", "is_retired", "lower_is_better", "measures", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "scores", "source") VALUES (NEW."id", NEW."is_retired", NEW."lower_is_better", NEW."measures", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."scores", NEW."source"); RETURN NULL;',
                    hash="88447682eec8b7b282e36113d41159095d3bce32",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1180",
                    table="provision_schooltest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schooltest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schooltestevent" ("id", "is_retired", "lower_is_better", "measures", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "scores", "source") VALUES (OLD."id", OLD."is_retired", OLD."lower_is_better", OLD."measures", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."scores", OLD."source"); RETURN NULL;',
                    hash="1cb28d0b055e86ded696ab0b622b40ee20515310",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd155",
                    table="provision_schooltest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="entryexit",
            index=models.Index(fields=["school", "place"], name="provision_entryexit_of"),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_entryexit_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "place", name="provision_entryexit_place_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "own_test", name="provision_entryexit_test_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.UniqueConstraint(
                fields=("school", "place", "known_test", "own_test", "part", "scores"),
                name="provision_entryexit_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("known_test", ""), ("own_test__isnull", False)),
                    models.Q(models.Q(("known_test", ""), _negated=True), ("own_test", None)),
                    _connector="OR",
                ),
                name="provision_entryexit_one_test",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry", None), ("entry_form", ""), ("entry_on", None)),
                    models.Q(("entry__isnull", False), ("entry_on__isnull", False)),
                    _connector="OR",
                ),
                name="provision_entryexit_entry_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("exit", None), ("exit_form", ""), ("exit_on", None)),
                    models.Q(("exit__isnull", False), ("exit_on__isnull", False)),
                    _connector="OR",
                ),
                name="provision_entryexit_exit_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry__isnull", False), ("exit__isnull", False), _connector="OR"
                ),
                name="provision_entryexit_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry_on", None),
                    ("exit_on", None),
                    ("exit_on__gt", models.F("entry_on")),
                    _connector="OR",
                ),
                name="provision_entryexit_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryexit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_entryexitevent" ("entry", "entry_form", "entry_on", "exit", "exit_form", "exit_on", "id", "known_test", "own_test_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "scores", "written_by_id") VALUES (NEW."entry", NEW."entry_form", NEW."entry_on", NEW."exit", NEW."exit_form", NEW."exit_on", NEW."id", NEW."known_test", NEW."own_test_id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place_id", NEW."school_id", NEW."scores", NEW."written_by_id"); RETURN NULL;',
                    hash="3ef88118d40ad15df69da57c20e34136704ccf69",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7f75c",
                    table="provision_entryexit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryexit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_entryexitevent" ("entry", "entry_form", "entry_on", "exit", "exit_form", "exit_on", "id", "known_test", "own_test_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "scores", "written_by_id") VALUES (NEW."entry", NEW."entry_form", NEW."entry_on", NEW."exit", NEW."exit_form", NEW."exit_on", NEW."id", NEW."known_test", NEW."own_test_id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place_id", NEW."school_id", NEW."scores", NEW."written_by_id"); RETURN NULL;',
                    hash="062a78193e499f6bd29871f4eb3a2e59e35c9b89",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c69e",
                    table="provision_entryexit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryexit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_entryexitevent" ("entry", "entry_form", "entry_on", "exit", "exit_form", "exit_on", "id", "known_test", "own_test_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "scores", "written_by_id") VALUES (OLD."entry", OLD."entry_form", OLD."entry_on", OLD."exit", OLD."exit_form", OLD."exit_on", OLD."id", OLD."known_test", OLD."own_test_id", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place_id", OLD."school_id", OLD."scores", OLD."written_by_id"); RETURN NULL;',
                    hash="e442025c8228815cf5520511cdd1da23a9f29aa7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_63396",
                    table="provision_entryexit",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="servedpromise",
            index=models.Index(fields=["school", "promise"], name="provision_served_promise"),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_servedpromise_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_served_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "promise", name="provision_served_promise_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "promise"), name="provision_served_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["school", "on"], name="provision_session_day"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_session_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_session_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "on", "slot", "is_make_up"),
                name="provision_session_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("slot__gte", 1)), name="provision_session_slot"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sessionlog_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "session", name="provision_log_session_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=models.UniqueConstraint(
                fields=("school", "session", "number"), name="provision_log_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen__lt", models.F("number"))), name="provision_log_seen"
            ),
        ),
        migrations.AddIndex(
            model_name="sessionmark",
            index=models.Index(fields=["school", "pupil"], name="provision_mark_pupil"),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sessionmark_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "log", name="provision_mark_log_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_mark_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=models.UniqueConstraint(
                fields=("school", "log", "pupil"), name="provision_mark_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("came", "had"), ("minutes__gt", 0), ("reason", "")),
                    models.Q(("came", "part"), ("minutes__gt", 0)),
                    models.Q(
                        ("came", "missed"), ("minutes", 0), models.Q(("reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="provision_mark_sound",
            ),
        ),
        migrations.AddConstraint(
            model_name="sparetime",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sparetime_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sparetime",
            constraint=models.UniqueConstraint(
                fields=("school", "staff", "weekday"), name="provision_sparetime_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sparetime",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gt", 0), ("weekday__lte", 4)),
                name="provision_sparetime_sound",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sparetime",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sparetimeevent" ("id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "staff_id", "weekday") VALUES (NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."school_id", NEW."staff_id", NEW."weekday"); RETURN NULL;',
                    hash="cfed904cebb493ee77f24daacea6edd7006d7399",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9149",
                    table="provision_sparetime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sparetime",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_sparetimeevent" ("id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "staff_id", "weekday") VALUES (NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."school_id", NEW."staff_id", NEW."weekday"); RETURN NULL;',
                    hash="948a071640d584349f90eab1deb87425a0faba84",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bbc56",
                    table="provision_sparetime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sparetime",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sparetimeevent" ("id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "staff_id", "weekday") VALUES (OLD."id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."school_id", OLD."staff_id", OLD."weekday"); RETURN NULL;',
                    hash="7a040c5a0e57fef58fcd919e9f09755e2074f25f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d108",
                    table="provision_sparetime",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="spentpart",
            index=models.Index(fields=["school", "pupil"], name="provision_spent_pupil"),
        ),
        migrations.AddConstraint(
            model_name="spentpart",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_spentpart_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="spentpart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_spent_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="spentpart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_spent_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="spentpart",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "pupil"), name="provision_spent_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="spentpart",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="spentuntil",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_spentuntil_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="spentuntil",
            constraint=models.UniqueConstraint(
                fields=("school",), name="provision_spentuntil_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="target",
            index=models.Index(fields=["school", "pupil"], name="provision_target_pupil"),
        ),
        migrations.AddIndex(
            model_name="target",
            index=models.Index(fields=["school", "outcome"], name="provision_target_outcome"),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_target_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_target_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(("by_on__gt", models.F("starts_on"))),
                name="provision_target_by_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="provision_target_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_as", ""), ("ended_on", None)),
                    models.Q(
                        ("ended_on__isnull", False), models.Q(("ended_as", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="provision_target_end_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "outcome", name="provision_target_outcome_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "adapted_from", name="provision_target_adapted_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("goal__lte", models.F("out_of")),
                        ("measure", "trials"),
                        ("out_of__gt", 0),
                        ("baseline__lte", models.F("out_of")),
                    ),
                    models.Q(models.Q(("measure", "trials"), _negated=True), ("out_of", None)),
                    _connector="OR",
                ),
                name="provision_target_tries_are_counted",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("baseline__gte", 0),
                    ("goal__gte", 0),
                    models.Q(("goal", models.F("baseline")), _negated=True),
                ),
                name="provision_target_goal_moves",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "again_note", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."again_note", NEW."area", NEW."baseline", NEW."by_on", NEW."child_words", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="ff3a53aa0e1014b4a35f0f58f413b868b5fb7885",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24c46",
                    table="provision_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "again_note", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."again_note", NEW."area", NEW."baseline", NEW."by_on", NEW."child_words", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="d649349d1aab3c9e04d3af4a5b3fc672855c5bd0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39d7d",
                    table="provision_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "again_note", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (OLD."adapted_from_id", OLD."again_note", OLD."area", OLD."baseline", OLD."by_on", OLD."child_words", OLD."end_note", OLD."ended_as", OLD."ended_on", OLD."goal", OLD."id", OLD."is_on_passport", OLD."measure", OLD."out_of", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."text", OLD."unit", OLD."who", OLD."written_by_id"); RETURN NULL;',
                    hash="7a3c304511762b117047963c8d098802272731e1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8d805",
                    table="provision_target",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="servedtarget",
            index=models.Index(fields=["school", "target"], name="provision_worked_target"),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_servedtarget_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_worked_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="provision_worked_target_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "target"), name="provision_worked_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="measurement",
            index=models.Index(fields=["school", "target"], name="provision_measurement_of"),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_measurement_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="provision_measurement_target_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__gte", 0)), name="provision_measurement_counts"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("out_of", None),
                    models.Q(("out_of__gt", 0), ("value__lte", models.F("out_of"))),
                    _connector="OR",
                ),
                name="provision_measurement_within_tries",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_measurementevent" ("id", "note", "on", "out_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "target_id", "value", "written_at", "written_by_id") VALUES (NEW."id", NEW."note", NEW."on", NEW."out_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."target_id", NEW."value", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="2be36bef970dec7845b90d3151be117d55131e99",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d1cb1",
                    table="provision_measurement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_measurementevent" ("id", "note", "on", "out_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "target_id", "value", "written_at", "written_by_id") VALUES (NEW."id", NEW."note", NEW."on", NEW."out_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."target_id", NEW."value", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="02fdf6174a5a95a3a50a8a1171468bcee0697702",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8e96f",
                    table="provision_measurement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_measurementevent" ("id", "note", "on", "out_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "target_id", "value", "written_at", "written_by_id") VALUES (OLD."id", OLD."note", OLD."on", OLD."out_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."target_id", OLD."value", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="384d37da37022a2a23a95d6b58c238cb3db1fadf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fd974",
                    table="provision_measurement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="cycletarget",
            index=models.Index(fields=["school", "target"], name="provision_cycletarget_of"),
        ),
        migrations.AddConstraint(
            model_name="cycletarget",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_cycletarget_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "cycle", name="provision_cycletarget_cycle_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="provision_cycletarget_target_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletarget",
            constraint=models.UniqueConstraint(
                fields=("school", "cycle", "target"), name="provision_cycletarget_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("next_step", ""), ("reviewed_on", None), ("score", None)),
                    models.Q(
                        ("reviewed_on__isnull", False),
                        ("score__range", (-2, 2)),
                        models.Q(("next_step", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_cycletarget_review_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kept_baseline", None),
                        ("kept_by_on", None),
                        ("kept_goal", None),
                        ("kept_text", ""),
                    ),
                    models.Q(
                        ("kept_baseline__isnull", False),
                        ("kept_goal__isnull", False),
                        ("kept_by_on__isnull", False),
                        models.Q(("kept_text", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_cycletarget_kept_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "kept_baseline", "kept_by_on", "kept_goal", "kept_out_of", "kept_text", "kept_unit", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (NEW."cycle_id", NEW."evidence", NEW."id", NEW."is_carried", NEW."kept_baseline", NEW."kept_by_on", NEW."kept_goal", NEW."kept_out_of", NEW."kept_text", NEW."kept_unit", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."school_id", NEW."score", NEW."target_id"); RETURN NULL;',
                    hash="400a6ee86cd9646ff54ac5ae3c2837bab3585ca6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa8e7",
                    table="provision_cycletarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletarget",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "kept_baseline", "kept_by_on", "kept_goal", "kept_out_of", "kept_text", "kept_unit", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (NEW."cycle_id", NEW."evidence", NEW."id", NEW."is_carried", NEW."kept_baseline", NEW."kept_by_on", NEW."kept_goal", NEW."kept_out_of", NEW."kept_text", NEW."kept_unit", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."school_id", NEW."score", NEW."target_id"); RETURN NULL;',
                    hash="147dea5be770063bdd75781db77275a82ce0b6fa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79828",
                    table="provision_cycletarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletarget",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "kept_baseline", "kept_by_on", "kept_goal", "kept_out_of", "kept_text", "kept_unit", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (OLD."cycle_id", OLD."evidence", OLD."id", OLD."is_carried", OLD."kept_baseline", OLD."kept_by_on", OLD."kept_goal", OLD."kept_out_of", OLD."kept_text", OLD."kept_unit", OLD."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reviewed_by_id", OLD."reviewed_on", OLD."school_id", OLD."score", OLD."target_id"); RETURN NULL;',
                    hash="72d378f265e38bf4e873fefc2959d8410f699ecf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d6a7c",
                    table="provision_cycletarget",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="teachingchange",
            index=models.Index(fields=["school", "target"], name="provision_change_of"),
        ),
        migrations.AddConstraint(
            model_name="teachingchange",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_teachingchange_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="teachingchange",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="provision_teachingchange_target_same_school"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teachingchange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_teachingchangeevent" ("id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "target_id", "what", "written_by_id") VALUES (NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."target_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="f8e2f7e76b5c5f683af5052b726e6c19b1baac88",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_acff5",
                    table="provision_teachingchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teachingchange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_teachingchangeevent" ("id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "target_id", "what", "written_by_id") VALUES (NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."target_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="87e887aa969be38119775af95b3d68761ce40845",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4c826",
                    table="provision_teachingchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teachingchange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_teachingchangeevent" ("id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "target_id", "what", "written_by_id") VALUES (OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."target_id", OLD."what", OLD."written_by_id"); RETURN NULL;',
                    hash="69df5ee3eaa69530ccbc149f38b4415be942bb63",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_009d2",
                    table="provision_teachingchange",
                    when="AFTER",
                ),
            ),
        ),
    ]
