"""Objectives that a federation words once and each of its schools carries."""

import aylsham.identifiers
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0002_exits"),
        ("reports", "0009_subjects_and_case_studies"),
    ]

    operations = [
        migrations.CreateModel(
            name="FederationObjective",
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
                ("what", models.CharField(max_length=300, verbose_name="what we want to reach")),
                ("basis", models.CharField(max_length=600, verbose_name="what it rests on")),
                ("sign", models.CharField(max_length=300, verbose_name="how we will know")),
                (
                    "lead",
                    models.CharField(
                        max_length=150, verbose_name="who answers for it in the federation"
                    ),
                ),
                ("first_look_on", models.DateField(verbose_name="first look in each school")),
                ("ends_on", models.DateField(verbose_name="to be reached by")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["ends_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="FederationObjectiveEvent",
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
                ("what", models.CharField(max_length=300, verbose_name="what we want to reach")),
                ("basis", models.CharField(max_length=600, verbose_name="what it rests on")),
                ("sign", models.CharField(max_length=300, verbose_name="how we will know")),
                (
                    "lead",
                    models.CharField(
                        max_length=150, verbose_name="who answers for it in the federation"
                    ),
                ),
                ("first_look_on", models.DateField(verbose_name="first look in each school")),
                ("ends_on", models.DateField(verbose_name="to be reached by")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="objective",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="objective",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="objective",
            name="delete_delete",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_objectiveevent" ("added_at", "basis", "done_on", "ends_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "rag", "review_on", "school_id", "shared_id", "sign", "state", "what") VALUES (NEW."added_at", NEW."basis", NEW."done_on", NEW."ends_on", NEW."given_up_why", NEW."id", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan", NEW."rag", NEW."review_on", NEW."school_id", NEW."shared_id", NEW."sign", NEW."state", NEW."what"); RETURN NULL;',
                    hash="26cbde31db3b149c3934dc9b75d586444d74df12",
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
                    func='INSERT INTO "reports_objectiveevent" ("added_at", "basis", "done_on", "ends_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "rag", "review_on", "school_id", "shared_id", "sign", "state", "what") VALUES (NEW."added_at", NEW."basis", NEW."done_on", NEW."ends_on", NEW."given_up_why", NEW."id", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan", NEW."rag", NEW."review_on", NEW."school_id", NEW."shared_id", NEW."sign", NEW."state", NEW."what"); RETURN NULL;',
                    hash="183e87f0e30f524960a55f38eaff773b169d84d9",
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
                    func='INSERT INTO "reports_objectiveevent" ("added_at", "basis", "done_on", "ends_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "rag", "review_on", "school_id", "shared_id", "sign", "state", "what") VALUES (OLD."added_at", OLD."basis", OLD."done_on", OLD."ends_on", OLD."given_up_why", OLD."id", OLD."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan", OLD."rag", OLD."review_on", OLD."school_id", OLD."shared_id", OLD."sign", OLD."state", OLD."what"); RETURN NULL;',
                    hash="fedc6386fa8a0ac5f597042b02a58a59c0112fa5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a5e98",
                    table="reports_objective",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="federationobjective",
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
            model_name="objective",
            name="shared",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="at_schools",
                to="reports.federationobjective",
            ),
        ),
        migrations.AddField(
            model_name="objectiveevent",
            name="shared",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reports.federationobjective",
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.UniqueConstraint(
                condition=models.Q(("shared__isnull", False)),
                fields=("school", "shared"),
                name="reports_objective_shared_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=models.Q(("shared", None), ("plan", "federation"), _connector="OR"),
                name="reports_objective_shared_of_federation",
            ),
        ),
        migrations.AddField(
            model_name="federationobjectiveevent",
            name="federation",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.federation",
            ),
        ),
        migrations.AddField(
            model_name="federationobjectiveevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="reports.federationobjective",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationobjective",
            constraint=models.UniqueConstraint(
                condition=models.Q(("given_up_why", "")),
                fields=("federation", "what"),
                name="reports_federationobjective_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationobjective",
            constraint=models.CheckConstraint(
                condition=models.Q(("first_look_on__lte", models.F("ends_on"))),
                name="reports_federationobjective_looked_at_before_end",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="federationobjective",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_federationobjectiveevent" ("added_at", "basis", "ends_on", "federation_id", "first_look_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sign", "what") VALUES (NEW."added_at", NEW."basis", NEW."ends_on", NEW."federation_id", NEW."first_look_on", NEW."given_up_why", NEW."id", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sign", NEW."what"); RETURN NULL;',
                    hash="ccb6afcb59af3a1140e052d8061bfdf2ab897054",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f34d1",
                    table="reports_federationobjective",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="federationobjective",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_federationobjectiveevent" ("added_at", "basis", "ends_on", "federation_id", "first_look_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sign", "what") VALUES (NEW."added_at", NEW."basis", NEW."ends_on", NEW."federation_id", NEW."first_look_on", NEW."given_up_why", NEW."id", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sign", NEW."what"); RETURN NULL;',
                    hash="94d9bbd06306c45a3920ed0f7454b843218b500a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ae41b",
                    table="reports_federationobjective",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="federationobjective",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_federationobjectiveevent" ("added_at", "basis", "ends_on", "federation_id", "first_look_on", "given_up_why", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sign", "what") VALUES (OLD."added_at", OLD."basis", OLD."ends_on", OLD."federation_id", OLD."first_look_on", OLD."given_up_why", OLD."id", OLD."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sign", OLD."what"); RETURN NULL;',
                    hash="c8f54e9eb4ec8058380687f5d74dd15888c7f459",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3da1b",
                    table="reports_federationobjective",
                    when="AFTER",
                ),
            ),
        ),
    ]
