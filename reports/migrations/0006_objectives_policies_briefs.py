"""Objectives with their steps, policies with what is sent round, briefs of leaders."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("reports", "0005_early_years_and_local_offer"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="dutyrecord",
            name="duty",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                    ("local-offer", "Text for the local offer"),
                    ("census", "School census"),
                    ("equality-information", "Equality information"),
                    ("equality-objectives", "Equality objectives"),
                    ("send-governor", "Governor with oversight of SEND"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="dutyrecordevent",
            name="duty",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                    ("local-offer", "Text for the local offer"),
                    ("census", "School census"),
                    ("equality-information", "Equality information"),
                    ("equality-objectives", "Equality objectives"),
                    ("send-governor", "Governor with oversight of SEND"),
                ],
                max_length=24,
            ),
        ),
        migrations.CreateModel(
            name="Circular",
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
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("words", models.TextField(verbose_name="what to know")),
                (
                    "web_address",
                    models.URLField(blank=True, max_length=300, verbose_name="web address"),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sendco", "SENDCo"),
                                ("assistant_sendco", "Assistant SENDCo"),
                                ("designated_teacher", "Designated teacher"),
                                ("head", "Head teacher"),
                                ("deputy", "Deputy head"),
                                ("phase_leader", "Phase leader"),
                                ("class_teacher", "Class teacher"),
                                ("subject_leader", "Subject leader"),
                                ("key_person", "Nursery key person"),
                                ("lsa", "LSA"),
                                ("higher_level_assistant", "Higher-level assistant"),
                                ("cover", "Cover teacher"),
                                ("trainee", "Trainee"),
                                ("send_administrator", "SEND administrator"),
                                ("governor", "Governor"),
                                ("safeguarding_lead", "Designated safeguarding lead"),
                                ("office", "School office"),
                                ("federation_send_lead", "Federation SEND lead"),
                                ("federation_administrator", "Federation administrator"),
                            ],
                            max_length=24,
                        ),
                        verbose_name="for whom",
                    ),
                ),
                ("read_by", models.DateField(verbose_name="to be read by")),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
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
            ],
            options={
                "ordering": ["-sent_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CircularReader",
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
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("read_on", models.DateField(blank=True, null=True, verbose_name="read on")),
                (
                    "circular",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readers",
                        to="reports.circular",
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CircularReaderEvent",
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
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("read_on", models.DateField(blank=True, null=True, verbose_name="read on")),
                (
                    "circular",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.circular",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.circularreader",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LeadersBrief",
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
                ("held_on", models.DateField(verbose_name="day of the meeting")),
                ("facts", models.JSONField(default=list)),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("words", models.TextField(blank=True, verbose_name="what has changed")),
                (
                    "asks",
                    models.TextField(blank=True, verbose_name="what we ask the meeting to decide"),
                ),
                ("decided", models.TextField(blank=True, verbose_name="what was decided")),
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
                "ordering": ["-held_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LeadersBriefEvent",
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
                ("held_on", models.DateField(verbose_name="day of the meeting")),
                ("facts", models.JSONField(default=list)),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("words", models.TextField(blank=True, verbose_name="what has changed")),
                (
                    "asks",
                    models.TextField(blank=True, verbose_name="what we ask the meeting to decide"),
                ),
                ("decided", models.TextField(blank=True, verbose_name="what was decided")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.leadersbrief",
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
            name="Objective",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not begun"),
                            ("begun", "Under way"),
                            ("done", "Done"),
                            ("given_up", "Given up"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "plan",
                    models.CharField(
                        choices=[
                            ("school", "School improvement plan"),
                            ("federation", "Federation improvement plan"),
                            ("equality", "Equality objectives"),
                        ],
                        max_length=10,
                        verbose_name="plan",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what we want to reach")),
                ("basis", models.CharField(max_length=600, verbose_name="what it rests on")),
                ("sign", models.CharField(max_length=300, verbose_name="how we will know")),
                ("lead", models.CharField(max_length=150, verbose_name="who answers for it")),
                ("ends_on", models.DateField(verbose_name="to be reached by")),
                ("review_on", models.DateField(verbose_name="next look")),
                (
                    "rag",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("red", "Red: off track"),
                            ("amber", "Amber: behind"),
                            ("green", "Green: on track"),
                        ],
                        max_length=5,
                        verbose_name="how it stands",
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
                "ordering": ["plan", "ends_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObjectiveEvent",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not begun"),
                            ("begun", "Under way"),
                            ("done", "Done"),
                            ("given_up", "Given up"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "plan",
                    models.CharField(
                        choices=[
                            ("school", "School improvement plan"),
                            ("federation", "Federation improvement plan"),
                            ("equality", "Equality objectives"),
                        ],
                        max_length=10,
                        verbose_name="plan",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what we want to reach")),
                ("basis", models.CharField(max_length=600, verbose_name="what it rests on")),
                ("sign", models.CharField(max_length=300, verbose_name="how we will know")),
                ("lead", models.CharField(max_length=150, verbose_name="who answers for it")),
                ("ends_on", models.DateField(verbose_name="to be reached by")),
                ("review_on", models.DateField(verbose_name="next look")),
                (
                    "rag",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("red", "Red: off track"),
                            ("amber", "Amber: behind"),
                            ("green", "Green: on track"),
                        ],
                        max_length=5,
                        verbose_name="how it stands",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.objective",
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
            name="ObjectiveLink",
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
                    "access_action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reports.accessaction",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reports.strategyactivity",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="reports.objective",
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
            name="ObjectiveLinkEvent",
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
                    "access_action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.accessaction",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.strategyactivity",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.objective",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.objectivelink",
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
            name="ObjectiveReview",
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
                ("held_on", models.DateField(verbose_name="day")),
                (
                    "rag",
                    models.CharField(
                        choices=[
                            ("red", "Red: off track"),
                            ("amber", "Amber: behind"),
                            ("green", "Green: on track"),
                        ],
                        max_length=5,
                        verbose_name="how it stands",
                    ),
                ),
                ("words", models.TextField(verbose_name="what we see")),
                (
                    "objective",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="reports.objective",
                    ),
                ),
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
                "ordering": ["-held_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObjectiveReviewEvent",
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
                ("held_on", models.DateField(verbose_name="day")),
                (
                    "rag",
                    models.CharField(
                        choices=[
                            ("red", "Red: off track"),
                            ("amber", "Amber: behind"),
                            ("green", "Green: on track"),
                        ],
                        max_length=5,
                        verbose_name="how it stands",
                    ),
                ),
                ("words", models.TextField(verbose_name="what we see")),
                (
                    "objective",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.objective",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.objectivereview",
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
            name="PlanStep",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not begun"),
                            ("begun", "Under way"),
                            ("done", "Done"),
                            ("given_up", "Given up"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("is_milestone", models.BooleanField(default=False, verbose_name="milestone")),
                ("what", models.CharField(max_length=300, verbose_name="what is done")),
                ("who", models.CharField(max_length=150, verbose_name="who does it")),
                ("due_on", models.DateField(verbose_name="by when")),
                (
                    "evidence",
                    models.CharField(blank=True, max_length=500, verbose_name="what shows it"),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="reports.leadersbrief",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="reports.objective",
                    ),
                ),
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
                "ordering": ["due_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanStepEvent",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not begun"),
                            ("begun", "Under way"),
                            ("done", "Done"),
                            ("given_up", "Given up"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("is_milestone", models.BooleanField(default=False, verbose_name="milestone")),
                ("what", models.CharField(max_length=300, verbose_name="what is done")),
                ("who", models.CharField(max_length=150, verbose_name="who does it")),
                ("due_on", models.DateField(verbose_name="by when")),
                (
                    "evidence",
                    models.CharField(blank=True, max_length=500, verbose_name="what shows it"),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.leadersbrief",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.objective",
                    ),
                ),
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
                        to="reports.planstep",
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
            name="Policy",
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
                ("name", models.CharField(max_length=150)),
                ("keeper", models.CharField(max_length=150, verbose_name="who looks after it")),
                (
                    "approved_by",
                    models.CharField(blank=True, max_length=150, verbose_name="approved by"),
                ),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="holds since")),
                ("review_on", models.DateField(verbose_name="next review")),
                (
                    "web_address",
                    models.URLField(blank=True, max_length=300, verbose_name="web address"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
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
            name="CircularEvent",
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
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("words", models.TextField(verbose_name="what to know")),
                (
                    "web_address",
                    models.URLField(blank=True, max_length=300, verbose_name="web address"),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sendco", "SENDCo"),
                                ("assistant_sendco", "Assistant SENDCo"),
                                ("designated_teacher", "Designated teacher"),
                                ("head", "Head teacher"),
                                ("deputy", "Deputy head"),
                                ("phase_leader", "Phase leader"),
                                ("class_teacher", "Class teacher"),
                                ("subject_leader", "Subject leader"),
                                ("key_person", "Nursery key person"),
                                ("lsa", "LSA"),
                                ("higher_level_assistant", "Higher-level assistant"),
                                ("cover", "Cover teacher"),
                                ("trainee", "Trainee"),
                                ("send_administrator", "SEND administrator"),
                                ("governor", "Governor"),
                                ("safeguarding_lead", "Designated safeguarding lead"),
                                ("office", "School office"),
                                ("federation_send_lead", "Federation SEND lead"),
                                ("federation_administrator", "Federation administrator"),
                            ],
                            max_length=24,
                        ),
                        verbose_name="for whom",
                    ),
                ),
                ("read_by", models.DateField(verbose_name="to be read by")),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.circular",
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
                    "policy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.policy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="circular",
            name="policy",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="circulars",
                to="reports.policy",
            ),
        ),
        migrations.CreateModel(
            name="PolicyCheck",
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
                ("held_on", models.DateField(verbose_name="day")),
                (
                    "met",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "take",
                                    "Children with SEND and disabled children can do what it asks",
                                ),
                                (
                                    "adjust",
                                    "It says who makes reasonable adjustments, and how one asks for them",
                                ),
                                ("harm", "No group of children is worse off by it than others"),
                                (
                                    "plain",
                                    "Families can read it: plain words, and other formats on request",
                                ),
                                ("asked", "Families and children with SEND were asked about it"),
                                ("fits", "It fits the SEND policy and the accessibility plan"),
                            ],
                            max_length=8,
                        ),
                        default=list,
                        verbose_name="is so",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what changes")),
                (
                    "policy",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="reports.policy",
                    ),
                ),
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
                "ordering": ["-held_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PolicyCheckEvent",
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
                ("held_on", models.DateField(verbose_name="day")),
                (
                    "met",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "take",
                                    "Children with SEND and disabled children can do what it asks",
                                ),
                                (
                                    "adjust",
                                    "It says who makes reasonable adjustments, and how one asks for them",
                                ),
                                ("harm", "No group of children is worse off by it than others"),
                                (
                                    "plain",
                                    "Families can read it: plain words, and other formats on request",
                                ),
                                ("asked", "Families and children with SEND were asked about it"),
                                ("fits", "It fits the SEND policy and the accessibility plan"),
                            ],
                            max_length=8,
                        ),
                        default=list,
                        verbose_name="is so",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what changes")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.policycheck",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.policy",
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
            name="PolicyEvent",
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
                ("name", models.CharField(max_length=150)),
                ("keeper", models.CharField(max_length=150, verbose_name="who looks after it")),
                (
                    "approved_by",
                    models.CharField(blank=True, max_length=150, verbose_name="approved by"),
                ),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="holds since")),
                ("review_on", models.DateField(verbose_name="next review")),
                (
                    "web_address",
                    models.URLField(blank=True, max_length=300, verbose_name="web address"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.policy",
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
            model_name="circularreader",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_circularreader_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="circularreader",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "circular", name="reports_circularreader_circular_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="circularreader",
            constraint=models.UniqueConstraint(
                fields=("school", "circular", "user"), name="reports_circularreader_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="circularreader",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_circularreaderevent" ("asked_on", "circular_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_on", "school_id", "user_id") VALUES (NEW."asked_on", NEW."circular_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."read_on", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="07606798a48d47df40653c2d36a78b6c5eb6a419",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_738f3",
                    table="reports_circularreader",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="circularreader",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_circularreaderevent" ("asked_on", "circular_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_on", "school_id", "user_id") VALUES (NEW."asked_on", NEW."circular_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."read_on", NEW."school_id", NEW."user_id"); RETURN NULL;',
                    hash="adbd96aa471c76acece13c19547ae52866321e21",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b68d9",
                    table="reports_circularreader",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="circularreader",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_circularreaderevent" ("asked_on", "circular_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_on", "school_id", "user_id") VALUES (OLD."asked_on", OLD."circular_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."read_on", OLD."school_id", OLD."user_id"); RETURN NULL;',
                    hash="201d540ba2bae111edd85b10f34f3a56cdf2a725",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6bb06",
                    table="reports_circularreader",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="leadersbrief",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_leadersbrief_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="leadersbrief",
            constraint=models.UniqueConstraint(
                fields=("school", "held_on"), name="reports_leadersbrief_one_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadersbrief",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_leadersbriefevent" ("asks", "decided", "facts", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "school_id", "words") VALUES (NEW."asks", NEW."decided", NEW."facts", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."read_at", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="907bdd3aa5719f82fcac01021c1bad5c058cd7eb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_42c1c",
                    table="reports_leadersbrief",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadersbrief",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_leadersbriefevent" ("asks", "decided", "facts", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "school_id", "words") VALUES (NEW."asks", NEW."decided", NEW."facts", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."read_at", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="2b93726e46dcd45afce272d1b7ff82f2e17f6c13",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_90108",
                    table="reports_leadersbrief",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leadersbrief",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_leadersbriefevent" ("asks", "decided", "facts", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "school_id", "words") VALUES (OLD."asks", OLD."decided", OLD."facts", OLD."held_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."read_at", OLD."school_id", OLD."words"); RETURN NULL;',
                    hash="a49ffc4e70edd27e3c68b7cea55c6ebfb6f3339d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_55dca",
                    table="reports_leadersbrief",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_objective_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("done_on", None)),
                    _connector="OR",
                ),
                name="reports_objective_done_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "given_up"), models.Q(("given_up_why", ""), _negated=True)),
                    models.Q(models.Q(("state", "given_up"), _negated=True), ("given_up_why", "")),
                    _connector="OR",
                ),
                name="reports_objective_given_up_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("new", "begun"))),
                fields=("school", "plan", "what"),
                name="reports_objective_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_objectiveevent" ("added_at", "basis", "done_on", "ends_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "rag", "review_on", "school_id", "sign", "state", "what") VALUES (NEW."added_at", NEW."basis", NEW."done_on", NEW."ends_on", NEW."given_up_why", NEW."id", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan", NEW."rag", NEW."review_on", NEW."school_id", NEW."sign", NEW."state", NEW."what"); RETURN NULL;',
                    hash="1fb5a9b6f5ffcd096711d63572944ae0e9d85522",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a8176",
                    table="reports_objective",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_objectiveevent" ("added_at", "basis", "done_on", "ends_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "rag", "review_on", "school_id", "sign", "state", "what") VALUES (NEW."added_at", NEW."basis", NEW."done_on", NEW."ends_on", NEW."given_up_why", NEW."id", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan", NEW."rag", NEW."review_on", NEW."school_id", NEW."sign", NEW."state", NEW."what"); RETURN NULL;',
                    hash="99e255356b63b1b7239594d445f5f6696485cfbe",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4d719",
                    table="reports_objective",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_objectiveevent" ("added_at", "basis", "done_on", "ends_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "rag", "review_on", "school_id", "sign", "state", "what") VALUES (OLD."added_at", OLD."basis", OLD."done_on", OLD."ends_on", OLD."given_up_why", OLD."id", OLD."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan", OLD."rag", OLD."review_on", OLD."school_id", OLD."sign", OLD."state", OLD."what"); RETURN NULL;',
                    hash="d719fd507b0f7d3eb744d249e5f5eb541ba72d77",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a5e98",
                    table="reports_objective",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivelink",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_objectivelink_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivelink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "objective", name="reports_objectivelink_objective_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivelink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "access_action", name="reports_objectivelink_action_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivelink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "activity", name="reports_objectivelink_activity_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("access_action", None), ("activity__isnull", False)),
                    models.Q(("access_action__isnull", False), ("activity", None)),
                    _connector="OR",
                ),
                name="reports_objectivelink_to_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivelink",
            constraint=models.UniqueConstraint(
                fields=("school", "objective", "access_action", "activity"),
                name="reports_objectivelink_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objectivelink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_objectivelinkevent" ("access_action_id", "activity_id", "id", "objective_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."access_action_id", NEW."activity_id", NEW."id", NEW."objective_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="eceb428f86f8e3399c1d6ab8943a99e003130876",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_86ad0",
                    table="reports_objectivelink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objectivelink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_objectivelinkevent" ("access_action_id", "activity_id", "id", "objective_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."access_action_id", NEW."activity_id", NEW."id", NEW."objective_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="2dcec51f85614014763a3f216ab8368bb2101ac3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8eaac",
                    table="reports_objectivelink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objectivelink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_objectivelinkevent" ("access_action_id", "activity_id", "id", "objective_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."access_action_id", OLD."activity_id", OLD."id", OLD."objective_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                    hash="5bdb7e047cec9c1a0e07fda3ef5f8dbfdeb5572d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0a3cc",
                    table="reports_objectivelink",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivereview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_objectivereview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivereview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "objective", name="reports_objectivereview_objective_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivereview",
            constraint=models.UniqueConstraint(
                fields=("school", "objective", "held_on"), name="reports_objectivereview_one_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objectivereview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_objectivereviewevent" ("held_on", "id", "objective_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rag", "recorded_by_id", "school_id", "words") VALUES (NEW."held_on", NEW."id", NEW."objective_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rag", NEW."recorded_by_id", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="4845641a181df52137152e42576884d8695e0cce",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d027e",
                    table="reports_objectivereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objectivereview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_objectivereviewevent" ("held_on", "id", "objective_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rag", "recorded_by_id", "school_id", "words") VALUES (NEW."held_on", NEW."id", NEW."objective_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rag", NEW."recorded_by_id", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="3932d36971f826a356a4ca2dddbf4f3bb5ee52d0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca42a",
                    table="reports_objectivereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objectivereview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_objectivereviewevent" ("held_on", "id", "objective_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rag", "recorded_by_id", "school_id", "words") VALUES (OLD."held_on", OLD."id", OLD."objective_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rag", OLD."recorded_by_id", OLD."school_id", OLD."words"); RETURN NULL;',
                    hash="afad19860b64fe4e86d7b5ffee7c7d5aee2e33eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_23c7d",
                    table="reports_objectivereview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_planstep_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("done_on", None)),
                    _connector="OR",
                ),
                name="reports_planstep_done_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "given_up"), models.Q(("given_up_why", ""), _negated=True)),
                    models.Q(models.Q(("state", "given_up"), _negated=True), ("given_up_why", "")),
                    _connector="OR",
                ),
                name="reports_planstep_given_up_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "objective", name="reports_planstep_objective_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "brief", name="reports_planstep_brief_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("objective__isnull", False), ("brief__isnull", False), _connector="OR"
                ),
                name="reports_planstep_of_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("new", "begun"))),
                fields=("school", "objective", "brief", "what"),
                name="reports_planstep_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_planstepevent" ("added_at", "brief_id", "done_on", "due_on", "evidence", "given_up_why", "id", "is_milestone", "objective_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "what", "who") VALUES (NEW."added_at", NEW."brief_id", NEW."done_on", NEW."due_on", NEW."evidence", NEW."given_up_why", NEW."id", NEW."is_milestone", NEW."objective_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."state", NEW."what", NEW."who"); RETURN NULL;',
                    hash="cb99e7a66093dacae1136d3f96ec88cb6fe143c1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_faeea",
                    table="reports_planstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_planstepevent" ("added_at", "brief_id", "done_on", "due_on", "evidence", "given_up_why", "id", "is_milestone", "objective_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "what", "who") VALUES (NEW."added_at", NEW."brief_id", NEW."done_on", NEW."due_on", NEW."evidence", NEW."given_up_why", NEW."id", NEW."is_milestone", NEW."objective_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."state", NEW."what", NEW."who"); RETURN NULL;',
                    hash="d797546730f6973769ad1fe91a447f31cb00bc2c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0bc6b",
                    table="reports_planstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_planstepevent" ("added_at", "brief_id", "done_on", "due_on", "evidence", "given_up_why", "id", "is_milestone", "objective_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "what", "who") VALUES (OLD."added_at", OLD."brief_id", OLD."done_on", OLD."due_on", OLD."evidence", OLD."given_up_why", OLD."id", OLD."is_milestone", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."state", OLD."what", OLD."who"); RETURN NULL;',
                    hash="8ceeb465f6004279bf3fcf03f4c2b0c15b371ba2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8c4fb",
                    table="reports_planstep",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="policy",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_policy_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="policy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("school", "name"),
                name="reports_policy_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="policy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_policyevent" ("adopted_on", "approved_by", "ended_on", "id", "keeper", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "school_id", "web_address") VALUES (NEW."adopted_on", NEW."approved_by", NEW."ended_on", NEW."id", NEW."keeper", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."review_on", NEW."school_id", NEW."web_address"); RETURN NULL;',
                    hash="a30ab8faebf72704eae7960f704e3c4261f75c60",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa46d",
                    table="reports_policy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="policy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_policyevent" ("adopted_on", "approved_by", "ended_on", "id", "keeper", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "school_id", "web_address") VALUES (NEW."adopted_on", NEW."approved_by", NEW."ended_on", NEW."id", NEW."keeper", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."review_on", NEW."school_id", NEW."web_address"); RETURN NULL;',
                    hash="6eec64c573bd196c68c56e2d5f93913425931ef9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_513ae",
                    table="reports_policy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="policy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_policyevent" ("adopted_on", "approved_by", "ended_on", "id", "keeper", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "school_id", "web_address") VALUES (OLD."adopted_on", OLD."approved_by", OLD."ended_on", OLD."id", OLD."keeper", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."review_on", OLD."school_id", OLD."web_address"); RETURN NULL;',
                    hash="687008f3ec7d0614cdcc731dafd1ee157fecc962",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c7202",
                    table="reports_policy",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="circular",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_circular_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="circular",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "policy", name="reports_circular_policy_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="circular",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)),
                fields=("school", "title"),
                name="reports_circular_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="circular",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_circularevent" ("closed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "read_by", "roles", "school_id", "sent_at", "sent_by_id", "title", "web_address", "words") VALUES (NEW."closed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."policy_id", NEW."read_by", NEW."roles", NEW."school_id", NEW."sent_at", NEW."sent_by_id", NEW."title", NEW."web_address", NEW."words"); RETURN NULL;',
                    hash="c6009b3606d5d68152dba72fbab7860578864a7f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_942f9",
                    table="reports_circular",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="circular",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_circularevent" ("closed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "read_by", "roles", "school_id", "sent_at", "sent_by_id", "title", "web_address", "words") VALUES (NEW."closed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."policy_id", NEW."read_by", NEW."roles", NEW."school_id", NEW."sent_at", NEW."sent_by_id", NEW."title", NEW."web_address", NEW."words"); RETURN NULL;',
                    hash="08caba3ecd3081bce6694b813b9f2eca2fc7482b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fc925",
                    table="reports_circular",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="circular",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_circularevent" ("closed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "read_by", "roles", "school_id", "sent_at", "sent_by_id", "title", "web_address", "words") VALUES (OLD."closed_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."policy_id", OLD."read_by", OLD."roles", OLD."school_id", OLD."sent_at", OLD."sent_by_id", OLD."title", OLD."web_address", OLD."words"); RETURN NULL;',
                    hash="5861b2de3943654a571aad0f437026e1a55f8cbf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bba4b",
                    table="reports_circular",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="policycheck",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_policycheck_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="policycheck",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "policy", name="reports_policycheck_policy_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="policycheck",
            constraint=models.UniqueConstraint(
                fields=("school", "policy", "held_on"), name="reports_policycheck_one_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="policycheck",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_policycheckevent" ("held_on", "id", "met", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "recorded_by_id", "school_id", "words") VALUES (NEW."held_on", NEW."id", NEW."met", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."policy_id", NEW."recorded_by_id", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="5655958b0941b12f0aa94a6df37074556ac48085",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fbc81",
                    table="reports_policycheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="policycheck",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_policycheckevent" ("held_on", "id", "met", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "recorded_by_id", "school_id", "words") VALUES (NEW."held_on", NEW."id", NEW."met", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."policy_id", NEW."recorded_by_id", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="8f606708edbc9cc8a28a0fd3ab41dfc4891dc5e7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af4ba",
                    table="reports_policycheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="policycheck",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_policycheckevent" ("held_on", "id", "met", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "recorded_by_id", "school_id", "words") VALUES (OLD."held_on", OLD."id", OLD."met", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."policy_id", OLD."recorded_by_id", OLD."school_id", OLD."words"); RETURN NULL;',
                    hash="c037e7d1102f03ac2d84d25880cc396960a7b91c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d696f",
                    table="reports_policycheck",
                    when="AFTER",
                ),
            ),
        ),
    ]
