"""Outcomes, targets, measurements and assess-plan-do-review cycles."""

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
    initial = True

    dependencies = [
        ("aylsham", "0004_layers"),
        ("pupils", "0005_marked_copies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
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
                        related_name="cycles",
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
                (
                    "checked_by",
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
                    "lead",
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
                        to="provision.cycle",
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
                        choices=[("sent_back", "Sent back"), ("unlocked", "Unlocked")], max_length=9
                    ),
                ),
                ("text", models.TextField()),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="provision.cycle",
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
                        choices=[("sent_back", "Sent back"), ("unlocked", "Unlocked")], max_length=9
                    ),
                ),
                ("text", models.TextField()),
                (
                    "written_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.cycle",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.cyclenote",
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
                (
                    "cycle",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="provision.cycle",
                    ),
                ),
                (
                    "reviewed_by",
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
                "ordering": ["id"],
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
                (
                    "cycle",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="provision.cycle",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                (
                    "cycle",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.cycle",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.cycletext",
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
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[("met", "Reached"), ("dropped", "No longer the right one")],
                        max_length=7,
                        verbose_name="closed as",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
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
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[("met", "Reached"), ("dropped", "No longer the right one")],
                        max_length=7,
                        verbose_name="closed as",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.outcome",
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
                (
                    "adapted_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="adapted_to",
                        to="provision.target",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="targets",
                        to="provision.outcome",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
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
                "ordering": ["starts_on", "id"],
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.measurement",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.target",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                (
                    "cycle",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.cycle",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.cycletarget",
                    ),
                ),
                (
                    "reviewed_by",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.target",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                (
                    "adapted_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.target",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.outcome",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.target",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="provision.target",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.teachingchange",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.target",
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
                    func='INSERT INTO "provision_cycleevent" ("checked_at", "checked_by_id", "closed_on", "given_how", "given_on", "id", "lead_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "review_on", "school_id", "sent_at", "starts_on", "state", "version") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."closed_on", NEW."given_how", NEW."given_on", NEW."id", NEW."lead_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."sent_at", NEW."starts_on", NEW."state", NEW."version"); RETURN NULL;',
                    hash="3856965b0cfb6b53eda30ccb35eb202ca2e8b02a",
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
                    func='INSERT INTO "provision_cycleevent" ("checked_at", "checked_by_id", "closed_on", "given_how", "given_on", "id", "lead_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "review_on", "school_id", "sent_at", "starts_on", "state", "version") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."closed_on", NEW."given_how", NEW."given_on", NEW."id", NEW."lead_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."sent_at", NEW."starts_on", NEW."state", NEW."version"); RETURN NULL;',
                    hash="3ba52cd1b4f0f640ae34d068b3e8870470bccdf5",
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
                    func='INSERT INTO "provision_cycleevent" ("checked_at", "checked_by_id", "closed_on", "given_how", "given_on", "id", "lead_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "review_on", "school_id", "sent_at", "starts_on", "state", "version") VALUES (OLD."checked_at", OLD."checked_by_id", OLD."closed_on", OLD."given_how", OLD."given_on", OLD."id", OLD."lead_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."review_on", OLD."school_id", OLD."sent_at", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;',
                    hash="462e6a89bbc503cbc4e66008ddc65e3723c6e69e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_253d8",
                    table="provision_cycle",
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
                    func='INSERT INTO "provision_outcomeevent" ("area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (NEW."area", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."written_by_id"); RETURN NULL;',
                    hash="4c6a3093190a696db089e8e8b0d84a5b4fb78885",
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
                    func='INSERT INTO "provision_outcomeevent" ("area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (NEW."area", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."written_by_id"); RETURN NULL;',
                    hash="851f14f5b464bcb3e1c005b55806538306358112",
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
                    func='INSERT INTO "provision_outcomeevent" ("area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (OLD."area", OLD."by_on", OLD."end_note", OLD."ended_as", OLD."ended_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."text", OLD."written_by_id"); RETURN NULL;',
                    hash="e46571c76ee53230037e59af52901cac790b05f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_67499",
                    table="provision_outcome",
                    when="AFTER",
                ),
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
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "area", "baseline", "by_on", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."area", NEW."baseline", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="68f1449dce5df61b675b94624aaf1b6a8ace1902",
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
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "area", "baseline", "by_on", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."area", NEW."baseline", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="b4dca37c95b727640b96871eb2e19918fa70115f",
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
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "area", "baseline", "by_on", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (OLD."adapted_from_id", OLD."area", OLD."baseline", OLD."by_on", OLD."end_note", OLD."ended_as", OLD."ended_on", OLD."goal", OLD."id", OLD."is_on_passport", OLD."measure", OLD."out_of", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."text", OLD."unit", OLD."who", OLD."written_by_id"); RETURN NULL;',
                    hash="1743e986aed1d3f281ca78c37a9049c6021de4ce",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8d805",
                    table="provision_target",
                    when="AFTER",
                ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="cycletarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (NEW."cycle_id", NEW."evidence", NEW."id", NEW."is_carried", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."school_id", NEW."score", NEW."target_id"); RETURN NULL;',
                    hash="d7eb911f75b3d89d7e1de37e9a156e83daf40492",
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
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (NEW."cycle_id", NEW."evidence", NEW."id", NEW."is_carried", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."school_id", NEW."score", NEW."target_id"); RETURN NULL;',
                    hash="b4f06b4c633801180e2d07756680aa6ff467019e",
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
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (OLD."cycle_id", OLD."evidence", OLD."id", OLD."is_carried", OLD."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reviewed_by_id", OLD."reviewed_on", OLD."school_id", OLD."score", OLD."target_id"); RETURN NULL;',
                    hash="0bdab4898e1f67f058e4d67cecfb82e18a6351d1",
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
