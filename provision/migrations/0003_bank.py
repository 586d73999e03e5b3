"""The bank of targets, and versions of what a cycle asks."""

import aylsham.identifiers
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
        ("aylsham", "0004_layers"),
        ("provision", "0002_provision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="cycle",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="cycle",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="cycle",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="cycle",
            name="questions",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="cycleevent",
            name="questions",
            field=models.JSONField(blank=True, default=list),
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
    ]
