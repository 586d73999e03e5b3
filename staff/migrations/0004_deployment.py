"""Plans of a week, what they must cover and heed."""

import aylsham.identifiers
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import staff.models.week_plans
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("provision", "0014_a4"),
        ("pupils", "0018_set_apart"),
        ("staff", "0003_contracts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handovers",
                        to="staff.staffmember",
                    ),
                ),
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
            ],
            options={
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
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned",
                        to="staff.staffmember",
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
                "ordering": ["weekday", "starts", "id"],
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
                    "room",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.room",
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
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.trainingtopic",
                        verbose_name="training it asks for",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.plansession",
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
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (NEW."answer", NEW."based_on_id", NEW."changes", NEW."ends_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_at", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."starts_on", NEW."state", NEW."weights", NEW."written_by_id"); RETURN NULL;',
                    hash="adfa65b218735fcc80de7394b7360f48a8d413fe",
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
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (NEW."answer", NEW."based_on_id", NEW."changes", NEW."ends_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_at", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."starts_on", NEW."state", NEW."weights", NEW."written_by_id"); RETURN NULL;',
                    hash="d1f84ffd295ec661982540f29968f3f9c11a8cfb",
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
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (OLD."answer", OLD."based_on_id", OLD."changes", OLD."ends_on", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_at", OLD."published_at", OLD."published_by_id", OLD."school_id", OLD."starts_on", OLD."state", OLD."weights", OLD."written_by_id"); RETURN NULL;',
                    hash="14fc7da45ba213563580d40e64417f0358daf0be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_76c58",
                    table="staff_weekplan",
                    when="AFTER",
                ),
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
    ]
