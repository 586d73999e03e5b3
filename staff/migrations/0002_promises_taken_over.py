"""Which promise a provision took over while people went by the plan."""

import aylsham.tenancy.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("provision", "0001_tables_2026_11_29"),
        ("staff", "0001_tables_2026_11_29"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="plandemand",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plandemand",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plandemand",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="plandemand",
            name="taken_over",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="provision.promise",
            ),
        ),
        migrations.AddField(
            model_name="plandemandevent",
            name="taken_over",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.promise",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plandemand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_plandemandevent" ("adult_number", "id", "minutes", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "promise_id", "provision_id", "rank", "remedies", "school_id", "sessions", "taken_over_id") VALUES (NEW."adult_number", NEW."id", NEW."minutes", NEW."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."promise_id", NEW."provision_id", NEW."rank", NEW."remedies", NEW."school_id", NEW."sessions", NEW."taken_over_id"); RETURN NULL;',
                    hash="8c35f1431f351fab30a8a6bd12e7387e8aecb117",
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
                    func='INSERT INTO "staff_plandemandevent" ("adult_number", "id", "minutes", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "promise_id", "provision_id", "rank", "remedies", "school_id", "sessions", "taken_over_id") VALUES (NEW."adult_number", NEW."id", NEW."minutes", NEW."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."promise_id", NEW."provision_id", NEW."rank", NEW."remedies", NEW."school_id", NEW."sessions", NEW."taken_over_id"); RETURN NULL;',
                    hash="ff8e2f48b2d76ed5a0b86f2c3017d5bbdf6a912a",
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
                    func='INSERT INTO "staff_plandemandevent" ("adult_number", "id", "minutes", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "promise_id", "provision_id", "rank", "remedies", "school_id", "sessions", "taken_over_id") VALUES (OLD."adult_number", OLD."id", OLD."minutes", OLD."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."promise_id", OLD."provision_id", OLD."rank", OLD."remedies", OLD."school_id", OLD."sessions", OLD."taken_over_id"); RETURN NULL;',
                    hash="35fbf370953d9adac1c68ceaeb2cae30e9d67d5a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9eec8",
                    table="staff_plandemand",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "taken_over", name="staff_plandemand_taken_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plandemand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("taken_over", None), ("provision__isnull", False), _connector="OR"
                ),
                name="staff_plandemand_taken_over",
            ),
        ),
    ]
