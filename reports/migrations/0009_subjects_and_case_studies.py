"""Who leads which subject, steps of a subject, case studies of children."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0002_exits"),
        ("pupils", "0004_case_study_papers"),
        ("reports", "0008_surveys"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseStudy",
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
                ("is_named", models.BooleanField(default=False, verbose_name="with the name")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("approved", "Approved"),
                            ("back", "Taken back"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("start", models.TextField(blank=True, verbose_name="where it began")),
                ("noticed", models.TextField(blank=True, verbose_name="what we noticed")),
                ("given", models.TextField(blank=True, verbose_name="what we promised and gave")),
                ("reached", models.TextField(blank=True, verbose_name="targets")),
                ("changed", models.TextField(blank=True, verbose_name="what changed")),
                (
                    "voice",
                    models.TextField(blank=True, verbose_name="what the child and the family say"),
                ),
                ("ahead", models.TextField(blank=True, verbose_name="what comes next")),
                ("begun_on", models.DateField()),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("taken_back_on", models.DateField(blank=True, null=True)),
                (
                    "taken_back_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was taken back"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "case studies",
                "ordering": ["-begun_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseStudyEvent",
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
                ("is_named", models.BooleanField(default=False, verbose_name="with the name")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("approved", "Approved"),
                            ("back", "Taken back"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("start", models.TextField(blank=True, verbose_name="where it began")),
                ("noticed", models.TextField(blank=True, verbose_name="what we noticed")),
                ("given", models.TextField(blank=True, verbose_name="what we promised and gave")),
                ("reached", models.TextField(blank=True, verbose_name="targets")),
                ("changed", models.TextField(blank=True, verbose_name="what changed")),
                (
                    "voice",
                    models.TextField(blank=True, verbose_name="what the child and the family say"),
                ),
                ("ahead", models.TextField(blank=True, verbose_name="what comes next")),
                ("begun_on", models.DateField()),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("taken_back_on", models.DateField(blank=True, null=True)),
                (
                    "taken_back_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was taken back"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SubjectLead",
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
                            ("reading", "Reading and phonics"),
                            ("english", "English"),
                            ("maths", "Mathematics"),
                            ("science", "Science"),
                            ("art", "Art and design"),
                            ("computing", "Computing"),
                            ("design", "Design and technology"),
                            ("geography", "Geography"),
                            ("history", "History"),
                            ("languages", "Languages"),
                            ("music", "Music"),
                            ("pe", "Physical education"),
                            ("re", "Religious education"),
                            ("pshe", "Relationships and health"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["subject", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SubjectLeadEvent",
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
                            ("reading", "Reading and phonics"),
                            ("english", "English"),
                            ("maths", "Mathematics"),
                            ("science", "Science"),
                            ("art", "Art and design"),
                            ("computing", "Computing"),
                            ("design", "Design and technology"),
                            ("geography", "Geography"),
                            ("history", "History"),
                            ("languages", "Languages"),
                            ("music", "Music"),
                            ("pe", "Physical education"),
                            ("re", "Religious education"),
                            ("pshe", "Relationships and health"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planstep",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planstep",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planstep",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="planstep",
            name="reports_planstep_of_something",
        ),
        migrations.RemoveConstraint(
            model_name="planstep",
            name="reports_planstep_once",
        ),
        migrations.AddField(
            model_name="planstep",
            name="for_whom",
            field=models.CharField(
                blank=True, max_length=150, verbose_name="for which classes or years"
            ),
        ),
        migrations.AddField(
            model_name="planstep",
            name="subject",
            field=models.CharField(
                blank=True,
                choices=[
                    ("reading", "Reading and phonics"),
                    ("english", "English"),
                    ("maths", "Mathematics"),
                    ("science", "Science"),
                    ("art", "Art and design"),
                    ("computing", "Computing"),
                    ("design", "Design and technology"),
                    ("geography", "Geography"),
                    ("history", "History"),
                    ("languages", "Languages"),
                    ("music", "Music"),
                    ("pe", "Physical education"),
                    ("re", "Religious education"),
                    ("pshe", "Relationships and health"),
                ],
                max_length=10,
                verbose_name="subject",
            ),
        ),
        migrations.AddField(
            model_name="planstepevent",
            name="for_whom",
            field=models.CharField(
                blank=True, max_length=150, verbose_name="for which classes or years"
            ),
        ),
        migrations.AddField(
            model_name="planstepevent",
            name="subject",
            field=models.CharField(
                blank=True,
                choices=[
                    ("reading", "Reading and phonics"),
                    ("english", "English"),
                    ("maths", "Mathematics"),
                    ("science", "Science"),
                    ("art", "Art and design"),
                    ("computing", "Computing"),
                    ("design", "Design and technology"),
                    ("geography", "Geography"),
                    ("history", "History"),
                    ("languages", "Languages"),
                    ("music", "Music"),
                    ("pe", "Physical education"),
                    ("re", "Religious education"),
                    ("pshe", "Relationships and health"),
                ],
                max_length=10,
                verbose_name="subject",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_planstepevent" ("added_at", "brief_id", "done_on", "due_on", "evidence", "for_whom", "given_up_why", "id", "is_milestone", "objective_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "subject", "what", "who") VALUES (NEW."added_at", NEW."brief_id", NEW."done_on", NEW."due_on", NEW."evidence", NEW."for_whom", NEW."given_up_why", NEW."id", NEW."is_milestone", NEW."objective_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."state", NEW."subject", NEW."what", NEW."who"); RETURN NULL;',
                    hash="2e4584eb5e0308856a3aaf852f5978d3135a081b",
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
                    func='INSERT INTO "reports_planstepevent" ("added_at", "brief_id", "done_on", "due_on", "evidence", "for_whom", "given_up_why", "id", "is_milestone", "objective_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "subject", "what", "who") VALUES (NEW."added_at", NEW."brief_id", NEW."done_on", NEW."due_on", NEW."evidence", NEW."for_whom", NEW."given_up_why", NEW."id", NEW."is_milestone", NEW."objective_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."state", NEW."subject", NEW."what", NEW."who"); RETURN NULL;',
                    hash="0cc0922e3fad4c6e1adb9992123ca92470bf2544",
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
                    func='INSERT INTO "reports_planstepevent" ("added_at", "brief_id", "done_on", "due_on", "evidence", "for_whom", "given_up_why", "id", "is_milestone", "objective_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "subject", "what", "who") VALUES (OLD."added_at", OLD."brief_id", OLD."done_on", OLD."due_on", OLD."evidence", OLD."for_whom", OLD."given_up_why", OLD."id", OLD."is_milestone", OLD."objective_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."state", OLD."subject", OLD."what", OLD."who"); RETURN NULL;',
                    hash="aa0ce0d67e67afb4ce6e2d0fbb07ad371b3a5f57",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8c4fb",
                    table="reports_planstep",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("objective__isnull", False),
                    ("brief__isnull", False),
                    models.Q(("subject", ""), _negated=True),
                    _connector="OR",
                ),
                name="reports_planstep_of_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("new", "begun"))),
                fields=("school", "objective", "brief", "subject", "what"),
                name="reports_planstep_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddField(
            model_name="casestudy",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="casestudy",
            name="begun_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="casestudy",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="casestudy",
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
            model_name="casestudyevent",
            name="approved_by",
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
            model_name="casestudyevent",
            name="begun_by",
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
            model_name="casestudyevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="reports.casestudy",
            ),
        ),
        migrations.AddField(
            model_name="casestudyevent",
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
            model_name="casestudyevent",
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
            model_name="subjectlead",
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
            model_name="subjectlead",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="subjectleadevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="reports.subjectlead",
            ),
        ),
        migrations.AddField(
            model_name="subjectleadevent",
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
            model_name="subjectleadevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="casestudy",
            index=models.Index(fields=["school", "pupil"], name="reports_casestudy_pupil"),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_casestudy_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="reports_casestudy_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "back"), _negated=True),
                fields=("school", "pupil", "is_named"),
                name="reports_casestudy_one_of_each",
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "approved"), _negated=True),
                    ("approved_on__isnull", False),
                    _connector="OR",
                ),
                name="reports_casestudy_approved_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "back"),
                        ("taken_back_on__isnull", False),
                        models.Q(("taken_back_why", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "back"), _negated=True),
                        ("taken_back_on", None),
                        ("taken_back_why", ""),
                    ),
                    _connector="OR",
                ),
                name="reports_casestudy_back_says_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casestudy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_casestudyevent" ("ahead", "approved_by_id", "approved_on", "begun_by_id", "begun_on", "changed", "given", "id", "is_named", "noticed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reached", "school_id", "start", "state", "taken_back_on", "taken_back_why", "voice") VALUES (NEW."ahead", NEW."approved_by_id", NEW."approved_on", NEW."begun_by_id", NEW."begun_on", NEW."changed", NEW."given", NEW."id", NEW."is_named", NEW."noticed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reached", NEW."school_id", NEW."start", NEW."state", NEW."taken_back_on", NEW."taken_back_why", NEW."voice"); RETURN NULL;',
                    hash="0fe21c2662f16fe31c690052bc452636e6e62eef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2c302",
                    table="reports_casestudy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casestudy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_casestudyevent" ("ahead", "approved_by_id", "approved_on", "begun_by_id", "begun_on", "changed", "given", "id", "is_named", "noticed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reached", "school_id", "start", "state", "taken_back_on", "taken_back_why", "voice") VALUES (NEW."ahead", NEW."approved_by_id", NEW."approved_on", NEW."begun_by_id", NEW."begun_on", NEW."changed", NEW."given", NEW."id", NEW."is_named", NEW."noticed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reached", NEW."school_id", NEW."start", NEW."state", NEW."taken_back_on", NEW."taken_back_why", NEW."voice"); RETURN NULL;',
                    hash="1375c2c0bb1a7042f818581cdebe2eb13e59ab6d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7dbdc",
                    table="reports_casestudy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casestudy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_casestudyevent" ("ahead", "approved_by_id", "approved_on", "begun_by_id", "begun_on", "changed", "given", "id", "is_named", "noticed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reached", "school_id", "start", "state", "taken_back_on", "taken_back_why", "voice") VALUES (OLD."ahead", OLD."approved_by_id", OLD."approved_on", OLD."begun_by_id", OLD."begun_on", OLD."changed", OLD."given", OLD."id", OLD."is_named", OLD."noticed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reached", OLD."school_id", OLD."start", OLD."state", OLD."taken_back_on", OLD."taken_back_why", OLD."voice"); RETURN NULL;',
                    hash="24d8521ce1a755dd90fad6fffab89ebee7fd5c5c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_edfa3",
                    table="reports_casestudy",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectlead",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_subjectlead_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectlead",
            constraint=models.UniqueConstraint(
                fields=("school", "subject", "user"), name="reports_subjectlead_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subjectlead",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_subjectleadevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "subject", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."subject", NEW."user_id"); RETURN NULL;',
                    hash="06561dd52cfa1c04228ba807531735995de72d3e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_45f38",
                    table="reports_subjectlead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subjectlead",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_subjectleadevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "subject", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."subject", NEW."user_id"); RETURN NULL;',
                    hash="6c2e59dec3dc997b3276ce7064878f69cbe6c3e1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3e10c",
                    table="reports_subjectlead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subjectlead",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_subjectleadevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "subject", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."subject", OLD."user_id"); RETURN NULL;',
                    hash="456d2243d0d65feb18f2a285381e210d82322777",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75436",
                    table="reports_subjectlead",
                    when="AFTER",
                ),
            ),
        ),
    ]
