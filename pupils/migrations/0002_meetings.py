"""Meetings about children, who is invited, their minutes; early-help plans."""

import aylsham.identifiers
import aylsham.tenancy.constraints
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
        ("aylsham", "0001_tables"),
        ("pupils", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
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
                ("title", models.CharField(max_length=150)),
                (
                    "length",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes"),
                ),
                ("text", models.TextField(blank=True, verbose_name="minutes")),
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
                ("sitting", models.UUIDField(blank=True, null=True)),
                (
                    "pupil",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["place", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HelpPlan",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("2", "Level 2: a little more help"),
                            ("3", "Level 3: several services together"),
                            ("4", "Level 4: specialist"),
                        ],
                        max_length=1,
                    ),
                ),
                ("lead_name", models.CharField(max_length=150, verbose_name="lead professional")),
                ("lead_role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("consent_by", models.CharField(max_length=150, verbose_name="who agreed")),
                ("consent_on", models.DateField(verbose_name="agreed on")),
                (
                    "consent_how",
                    models.CharField(
                        choices=[
                            ("signed", "In writing"),
                            ("meeting", "At a meeting"),
                            ("phone", "By phone"),
                        ],
                        max_length=7,
                        verbose_name="how they agreed",
                    ),
                ),
                ("why", models.TextField(verbose_name="why the family gets help")),
                (
                    "wanted",
                    models.TextField(blank=True, verbose_name="what the family wants to change"),
                ),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=2,
                        verbose_name="who may read it",
                    ),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "What the family wanted is reached"),
                            ("universal", "Help goes on without a plan"),
                            ("stepped_up", "Stepped up to social care"),
                            ("consent", "The family no longer agrees"),
                            ("moved", "The family has moved"),
                        ],
                        max_length=10,
                    ),
                ),
                ("end_note", models.TextField(blank=True)),
                (
                    "lead",
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
                        related_name="%(class)ss",
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
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HelpPlanEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("2", "Level 2: a little more help"),
                            ("3", "Level 3: several services together"),
                            ("4", "Level 4: specialist"),
                        ],
                        max_length=1,
                    ),
                ),
                ("lead_name", models.CharField(max_length=150, verbose_name="lead professional")),
                ("lead_role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("consent_by", models.CharField(max_length=150, verbose_name="who agreed")),
                ("consent_on", models.DateField(verbose_name="agreed on")),
                (
                    "consent_how",
                    models.CharField(
                        choices=[
                            ("signed", "In writing"),
                            ("meeting", "At a meeting"),
                            ("phone", "By phone"),
                        ],
                        max_length=7,
                        verbose_name="how they agreed",
                    ),
                ),
                ("why", models.TextField(verbose_name="why the family gets help")),
                (
                    "wanted",
                    models.TextField(blank=True, verbose_name="what the family wants to change"),
                ),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=2,
                        verbose_name="who may read it",
                    ),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "What the family wanted is reached"),
                            ("universal", "Help goes on without a plan"),
                            ("stepped_up", "Stepped up to social care"),
                            ("consent", "The family no longer agrees"),
                            ("moved", "The family has moved"),
                        ],
                        max_length=10,
                    ),
                ),
                ("end_note", models.TextField(blank=True)),
                (
                    "lead",
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
                        to="pupils.helpplan",
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
            name="HelpReview",
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
                ("changed", models.TextField(verbose_name="what has changed")),
                ("next_on", models.DateField(verbose_name="look at it again on")),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="pupils.helpplan",
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
                "ordering": ["-on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HelpReviewEvent",
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
                ("changed", models.TextField(verbose_name="what has changed")),
                ("next_on", models.DateField(verbose_name="look at it again on")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.helpreview",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.helpplan",
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
            name="Meeting",
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
                            ("team", "Team around the child"),
                            ("person", "Person-centred review"),
                            ("progress", "Pupil progress meeting"),
                            ("parents", "Meeting with parents"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField()),
                ("starts_at", models.TimeField(verbose_name="from")),
                (
                    "length",
                    models.PositiveSmallIntegerField(
                        default=60, verbose_name="minutes it may take"
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="where")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("held", "Held"),
                            ("called_off", "Called off"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                (
                    "is_parent_meeting",
                    models.BooleanField(
                        default=False, verbose_name="one of the three meetings a year"
                    ),
                ),
                (
                    "called_off_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was called off"
                    ),
                ),
                ("minutes_done_on", models.DateField(blank=True, null=True)),
                (
                    "chair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "help_plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="meetings",
                        to="pupils.helpplan",
                    ),
                ),
                (
                    "minutes_done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings_led",
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
                "ordering": ["-on", "-starts_at", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgendaItemEvent",
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
                ("title", models.CharField(max_length=150)),
                (
                    "length",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes"),
                ),
                ("text", models.TextField(blank=True, verbose_name="minutes")),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.agendaitem",
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
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="pupils.meeting",
            ),
        ),
        migrations.CreateModel(
            name="MeetingChild",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="pupils.meeting",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
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
            name="MeetingEvent",
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
                            ("team", "Team around the child"),
                            ("person", "Person-centred review"),
                            ("progress", "Pupil progress meeting"),
                            ("parents", "Meeting with parents"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField()),
                ("starts_at", models.TimeField(verbose_name="from")),
                (
                    "length",
                    models.PositiveSmallIntegerField(
                        default=60, verbose_name="minutes it may take"
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="where")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("held", "Held"),
                            ("called_off", "Called off"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                (
                    "is_parent_meeting",
                    models.BooleanField(
                        default=False, verbose_name="one of the three meetings a year"
                    ),
                ),
                (
                    "called_off_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was called off"
                    ),
                ),
                ("minutes_done_on", models.DateField(blank=True, null=True)),
                (
                    "chair",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "help_plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.helpplan",
                    ),
                ),
                (
                    "minutes_done_by",
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
                        to="pupils.meeting",
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
            name="MeetingInvitee",
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
                            ("staff", "Colleague"),
                            ("contact", "Family"),
                            ("outside", "From outside"),
                        ],
                        max_length=7,
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("invited_on", models.DateField(blank=True, null=True)),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "No answer yet"),
                            ("coming", "Coming"),
                            ("apologies", "Apologies"),
                            ("cannot", "Cannot come then"),
                        ],
                        default="",
                        max_length=9,
                    ),
                ),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("came", models.BooleanField(null=True)),
                (
                    "ask",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.contributionrequest",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.contact",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitees",
                        to="pupils.meeting",
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
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MeetingInviteeEvent",
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
                            ("staff", "Colleague"),
                            ("contact", "Family"),
                            ("outside", "From outside"),
                        ],
                        max_length=7,
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("invited_on", models.DateField(blank=True, null=True)),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "No answer yet"),
                            ("coming", "Coming"),
                            ("apologies", "Apologies"),
                            ("cannot", "Cannot come then"),
                        ],
                        default="",
                        max_length=9,
                    ),
                ),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("came", models.BooleanField(null=True)),
                (
                    "ask",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.contributionrequest",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.contact",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.meeting",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.meetinginvitee",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MeetingLink",
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
                ("invitee_id", models.UUIDField()),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("expires_on", models.DateField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
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
        ),
        migrations.CreateModel(
            name="AgendaTemplate",
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
                            ("team", "Team around the child"),
                            ("person", "Person-centred review"),
                            ("progress", "Pupil progress meeting"),
                            ("parents", "Meeting with parents"),
                        ],
                        max_length=8,
                    ),
                ),
                ("items", models.JSONField(default=list)),
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
                        fields=("school", "id"), name="pupils_agendatemplate_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "kind"), name="pupils_agendatemplate_uniq"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="helpplan",
            index=models.Index(fields=["school", "pupil"], name="helpplan_of_pupil"),
        ),
        migrations.AddConstraint(
            model_name="helpplan",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_helpplan_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="helpplan",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_helpplan_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="helpplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="pupils_helpplan_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("school", "pupil"),
                name="pupils_helpplan_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end_reason", ""), ("ended_on", None)),
                    models.Q(
                        ("ended_on__isnull", False), models.Q(("end_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="pupils_helpplan_end_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_helpplanevent" ("consent_by", "consent_how", "consent_on", "end_note", "end_reason", "ended_on", "id", "lead_id", "lead_name", "lead_role", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "review_on", "school_id", "sensitivity", "starts_on", "wanted", "why") VALUES (NEW."consent_by", NEW."consent_how", NEW."consent_on", NEW."end_note", NEW."end_reason", NEW."ended_on", NEW."id", NEW."lead_id", NEW."lead_name", NEW."lead_role", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."wanted", NEW."why"); RETURN NULL;',
                    hash="3d287a833fb73225f194bbb8f9408d3184dcc015",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c921",
                    table="pupils_helpplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_helpplanevent" ("consent_by", "consent_how", "consent_on", "end_note", "end_reason", "ended_on", "id", "lead_id", "lead_name", "lead_role", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "review_on", "school_id", "sensitivity", "starts_on", "wanted", "why") VALUES (NEW."consent_by", NEW."consent_how", NEW."consent_on", NEW."end_note", NEW."end_reason", NEW."ended_on", NEW."id", NEW."lead_id", NEW."lead_name", NEW."lead_role", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."wanted", NEW."why"); RETURN NULL;',
                    hash="12844bfe2d458d8c75d7f37797552e76a219884f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_77808",
                    table="pupils_helpplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_helpplanevent" ("consent_by", "consent_how", "consent_on", "end_note", "end_reason", "ended_on", "id", "lead_id", "lead_name", "lead_role", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "review_on", "school_id", "sensitivity", "starts_on", "wanted", "why") VALUES (OLD."consent_by", OLD."consent_how", OLD."consent_on", OLD."end_note", OLD."end_reason", OLD."ended_on", OLD."id", OLD."lead_id", OLD."lead_name", OLD."lead_role", OLD."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."review_on", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."wanted", OLD."why"); RETURN NULL;',
                    hash="dc9571c63847b3af96849e89dd768183eefdc8f9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9e3ea",
                    table="pupils_helpplan",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="helpreview",
            index=models.Index(fields=["school", "plan"], name="pupils_helpreview_of"),
        ),
        migrations.AddConstraint(
            model_name="helpreview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_helpreview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="helpreview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="pupils_helpreview_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="helpreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_on__gt", models.F("on"))),
                name="pupils_helpreview_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_helpreviewevent" ("changed", "id", "next_on", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "written_by_id") VALUES (NEW."changed", NEW."id", NEW."next_on", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="8bd3f304f34963b979decfd4ca736330bebdfb31",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8f111",
                    table="pupils_helpreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_helpreviewevent" ("changed", "id", "next_on", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "written_by_id") VALUES (NEW."changed", NEW."id", NEW."next_on", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="4c616a5a26729039c3808a00a7736fcc63d830f2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fbb04",
                    table="pupils_helpreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="helpreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_helpreviewevent" ("changed", "id", "next_on", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "written_by_id") VALUES (OLD."changed", OLD."id", OLD."next_on", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."school_id", OLD."written_by_id"); RETURN NULL;',
                    hash="a0fda5ffbce760f98829194b05bd47c9e2484d65",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_82813",
                    table="pupils_helpreview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["school", "pupil"], name="pupils_meeting_pupil"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["school", "on"], name="pupils_meeting_on"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["school", "help_plan"], name="pupils_meeting_help_plan"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_meeting_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_meeting_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "help_plan", name="pupils_meeting_help_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_parent_meeting", False),
                    models.Q(("state", "held"), models.Q(("kind", "progress"), _negated=True)),
                    _connector="OR",
                ),
                name="pupils_meeting_counts_when_held",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("minutes_done_by", None), ("minutes_done_on", None)),
                    models.Q(
                        ("minutes_done_by__isnull", False),
                        ("minutes_done_on__isnull", False),
                        ("state", "held"),
                    ),
                    _connector="OR",
                ),
                name="pupils_meeting_minutes_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("called_off_why", ""), ("state", "called_off"), _connector="OR"
                ),
                name="pupils_meeting_called_off_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_meetingevent" ("called_off_why", "chair_id", "help_plan_id", "id", "is_parent_meeting", "kind", "length", "minutes_done_by_id", "minutes_done_on", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "pupil_id", "school_id", "starts_at", "state") VALUES (NEW."called_off_why", NEW."chair_id", NEW."help_plan_id", NEW."id", NEW."is_parent_meeting", NEW."kind", NEW."length", NEW."minutes_done_by_id", NEW."minutes_done_on", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."planned_by_id", NEW."pupil_id", NEW."school_id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="d5ef8e810393a51427761e21cfed85f71326a55d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4f71c",
                    table="pupils_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_meetingevent" ("called_off_why", "chair_id", "help_plan_id", "id", "is_parent_meeting", "kind", "length", "minutes_done_by_id", "minutes_done_on", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "pupil_id", "school_id", "starts_at", "state") VALUES (NEW."called_off_why", NEW."chair_id", NEW."help_plan_id", NEW."id", NEW."is_parent_meeting", NEW."kind", NEW."length", NEW."minutes_done_by_id", NEW."minutes_done_on", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."planned_by_id", NEW."pupil_id", NEW."school_id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="5dbb66fceb86758e1eea3829ed9aaada80256311",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5321c",
                    table="pupils_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_meetingevent" ("called_off_why", "chair_id", "help_plan_id", "id", "is_parent_meeting", "kind", "length", "minutes_done_by_id", "minutes_done_on", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "pupil_id", "school_id", "starts_at", "state") VALUES (OLD."called_off_why", OLD."chair_id", OLD."help_plan_id", OLD."id", OLD."is_parent_meeting", OLD."kind", OLD."length", OLD."minutes_done_by_id", OLD."minutes_done_on", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."planned_by_id", OLD."pupil_id", OLD."school_id", OLD."starts_at", OLD."state"); RETURN NULL;',
                    hash="02db465d69522065ac14f0ad385068cecca74ec3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc205",
                    table="pupils_meeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(fields=["school", "meeting"], name="pupils_agendaitem_of"),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_agendaitem_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="pupils_agendaitem_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_agendaitem_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="pupils_agendaitem_says"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_agendaitemevent" ("id", "length", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pupil_id", "school_id", "sensitivity", "text", "title", "written_by_id") VALUES (NEW."id", NEW."length", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."text", NEW."title", NEW."written_by_id"); RETURN NULL;',
                    hash="b7bb850ddd09b5b2c1b043f27ce0607d5d248591",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9de6d",
                    table="pupils_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."length" IS DISTINCT FROM (NEW."length") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."pupil_id" IS DISTINCT FROM (NEW."pupil_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sensitivity" IS DISTINCT FROM (NEW."sensitivity") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "pupils_agendaitemevent" ("id", "length", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pupil_id", "school_id", "sensitivity", "text", "title", "written_by_id") VALUES (NEW."id", NEW."length", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."text", NEW."title", NEW."written_by_id"); RETURN NULL;',
                    hash="e065af9fb77948d3b250135e09fa0fbbc0c3677d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_31fcf",
                    table="pupils_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_agendaitemevent" ("id", "length", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pupil_id", "school_id", "sensitivity", "text", "title", "written_by_id") VALUES (OLD."id", OLD."length", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."text", OLD."title", OLD."written_by_id"); RETURN NULL;',
                    hash="b3058f6d786a52efce34d2ab707ba826559ec25a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ac12a",
                    table="pupils_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="meetingchild",
            index=models.Index(fields=["school", "pupil"], name="pupils_meetingchild_pupil"),
        ),
        migrations.AddConstraint(
            model_name="meetingchild",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_meetingchild_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingchild",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="pupils_meetingchild_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingchild",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_meetingchild_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingchild",
            constraint=models.UniqueConstraint(
                fields=("school", "meeting", "pupil"), name="pupils_meetingchild_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="meetinginvitee",
            index=models.Index(fields=["school", "meeting"], name="pupils_meetinginvitee_of"),
        ),
        migrations.AddIndex(
            model_name="meetinginvitee",
            index=models.Index(fields=["school", "contact"], name="pupils_meetinginvitee_contact"),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitee",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_meetinginvitee_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="pupils_meetinginvitee_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "contact", name="pupils_meetinginvitee_contact_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "ask", name="pupils_meetinginvitee_ask_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitee",
            constraint=models.UniqueConstraint(
                condition=models.Q(("user__isnull", False)),
                fields=("school", "meeting", "user"),
                name="pupils_meetinginvitee_user_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitee",
            constraint=models.UniqueConstraint(
                condition=models.Q(("contact__isnull", False)),
                fields=("school", "meeting", "contact"),
                name="pupils_meetinginvitee_contact_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("replied_at", None), ("reply", "")),
                    models.Q(models.Q(("reply", ""), _negated=True), ("replied_at__isnull", False)),
                    _connector="OR",
                ),
                name="pupils_meetinginvitee_reply_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetinginvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_meetinginviteeevent" ("ask_id", "came", "contact_id", "email", "id", "invited_on", "kind", "meeting_id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_at", "reply", "role", "school_id", "user_id") VALUES (NEW."ask_id", NEW."came", NEW."contact_id", NEW."email", NEW."id", NEW."invited_on", NEW."kind", NEW."meeting_id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."replied_at", NEW."reply", NEW."role", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="8dfa716c6f6f862993b1a3af4e82601dd2bc0ae7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_30f47",
                    table="pupils_meetinginvitee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetinginvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_meetinginviteeevent" ("ask_id", "came", "contact_id", "email", "id", "invited_on", "kind", "meeting_id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_at", "reply", "role", "school_id", "user_id") VALUES (NEW."ask_id", NEW."came", NEW."contact_id", NEW."email", NEW."id", NEW."invited_on", NEW."kind", NEW."meeting_id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."replied_at", NEW."reply", NEW."role", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="58563104c8c259ba2ce74dde46caadf6fcdd8eb3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_56f56",
                    table="pupils_meetinginvitee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetinginvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_meetinginviteeevent" ("ask_id", "came", "contact_id", "email", "id", "invited_on", "kind", "meeting_id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_at", "reply", "role", "school_id", "user_id") VALUES (OLD."ask_id", OLD."came", OLD."contact_id", OLD."email", OLD."id", OLD."invited_on", OLD."kind", OLD."meeting_id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."replied_at", OLD."reply", OLD."role", OLD."school_id", OLD."user_id"); RETURN NULL;',
                    hash="e4d155726ea3f12159fb1c38c8af6680bf388c09",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_96394",
                    table="pupils_meetinginvitee",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="meetinglink",
            index=models.Index(fields=["school", "invitee_id"], name="pupils_meetinglink_of"),
        ),
    ]
