"""Staff, contracts, pairings, training in own words, the school day."""

import aylsham.identifiers
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("pupils", "0016_plan_part"),
        ("staff", "0002_training"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            ],
            options={
                "ordering": ["-starts_on"],
                "abstract": False,
            },
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
            ],
            options={
                "ordering": ["kind", "id"],
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
            ],
            options={
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
            ],
            options={
                "ordering": ["starts_at"],
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
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
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
            ],
            options={
                "ordering": ["name", "-starts_on"],
                "abstract": False,
            },
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
            ],
            options={
                "verbose_name": "member of staff",
                "ordering": ["name", "id"],
                "abstract": False,
            },
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
            ],
            options={
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
            ],
            options={
                "ordering": ["name"],
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="trainingrecord",
            options={
                "ordering": [
                    models.OrderBy(models.F("taken_on"), descending=True, nulls_last=True),
                    "-id",
                ]
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trainingrecord",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trainingrecord",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trainingrecord",
            name="delete_delete",
        ),
        migrations.AlterField(
            model_name="trainingrecord",
            name="taken_on",
            field=models.DateField(blank=True, null=True, verbose_name="day"),
        ),
        migrations.AlterField(
            model_name="trainingrecord",
            name="user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AlterField(
            model_name="trainingrecordevent",
            name="taken_on",
            field=models.DateField(blank=True, null=True, verbose_name="day"),
        ),
        migrations.AlterField(
            model_name="trainingrecordevent",
            name="user",
            field=models.ForeignKey(
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
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingrecordevent" ("hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (NEW."hours", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."topic_id", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="1a00e316a9149d091f855723dad2f156c8382072",
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
                    func='INSERT INTO "staff_trainingrecordevent" ("hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (NEW."hours", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."topic_id", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="8e04c0b6a266a69e600580b3c489e85f7cf2e3db",
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
                    func='INSERT INTO "staff_trainingrecordevent" ("hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (OLD."hours", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provider", OLD."school_id", OLD."subject", OLD."taken_on", OLD."title", OLD."topic_id", OLD."user_id", OLD."valid_until"); RETURN NULL;',
                    hash="639563c0aac8cfacb18c48c5841d95ec9f1f8c8b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03bf1",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="contract",
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
            model_name="contractevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.contract",
            ),
        ),
        migrations.AddField(
            model_name="contractevent",
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
            model_name="directedtask",
            name="contract",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tasks",
                to="staff.contract",
            ),
        ),
        migrations.AddField(
            model_name="directedtask",
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
            model_name="directedtaskevent",
            name="contract",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.contract",
            ),
        ),
        migrations.AddField(
            model_name="directedtaskevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.directedtask",
            ),
        ),
        migrations.AddField(
            model_name="directedtaskevent",
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
            model_name="pairing",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pairings",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="pairing",
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
            model_name="pairing",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pairingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.pairing",
            ),
        ),
        migrations.AddField(
            model_name="pairingevent",
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
            model_name="pairingevent",
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
            model_name="pairingevent",
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
            model_name="period",
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
            model_name="periodevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.period",
            ),
        ),
        migrations.AddField(
            model_name="periodevent",
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
            model_name="protectedlesson",
            name="class_group",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="protected_lessons",
                to="pupils.classgroup",
            ),
        ),
        migrations.AddField(
            model_name="protectedlesson",
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
            model_name="protectedlessonevent",
            name="class_group",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.classgroup",
            ),
        ),
        migrations.AddField(
            model_name="protectedlessonevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.protectedlesson",
            ),
        ),
        migrations.AddField(
            model_name="protectedlessonevent",
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
            model_name="room",
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
            model_name="roomevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.room",
            ),
        ),
        migrations.AddField(
            model_name="roomevent",
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
            model_name="schoolday",
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
            model_name="periodevent",
            name="day",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.schoolday",
            ),
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
        migrations.AddField(
            model_name="schooldayevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.schoolday",
            ),
        ),
        migrations.AddField(
            model_name="schooldayevent",
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
            model_name="staffmember",
            name="line_manager",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="line manager",
            ),
        ),
        migrations.AddField(
            model_name="staffmember",
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
            model_name="staffmember",
            name="user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="account",
            ),
        ),
        migrations.AddField(
            model_name="pairingevent",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.staffmember",
            ),
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
        migrations.AddField(
            model_name="contractevent",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.staffmember",
            ),
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
        migrations.AddField(
            model_name="trainingrecord",
            name="member",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="trainings",
                to="staff.staffmember",
            ),
        ),
        migrations.AddField(
            model_name="trainingrecordevent",
            name="member",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.staffmember",
            ),
        ),
        migrations.AddField(
            model_name="staffmemberevent",
            name="line_manager",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="staffmemberevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.staffmember",
            ),
        ),
        migrations.AddField(
            model_name="staffmemberevent",
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
            model_name="staffmemberevent",
            name="user",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="trainingtopic",
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
        migrations.AddField(
            model_name="trainingrecordevent",
            name="topic",
            field=models.ForeignKey(
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
        migrations.AddIndex(
            model_name="trainingrecord",
            index=models.Index(fields=["school", "member"], name="staff_training_member"),
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
        migrations.AddField(
            model_name="workingday",
            name="contract",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="days",
                to="staff.contract",
            ),
        ),
        migrations.AddField(
            model_name="workingday",
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
            model_name="workingdayevent",
            name="contract",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.contract",
            ),
        ),
        migrations.AddField(
            model_name="workingdayevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.workingday",
            ),
        ),
        migrations.AddField(
            model_name="workingdayevent",
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
        migrations.AddConstraint(
            model_name="trainingtopic",
            constraint=models.UniqueConstraint(
                models.F("federation"),
                django.db.models.functions.text.Lower("name"),
                name="staff_trainingtopic_name_uniq",
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
