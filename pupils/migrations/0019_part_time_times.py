"""When a child on a part-time timetable is in school."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0018_set_apart"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="parttimetimetable",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="parttimetimetable",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="parttimetimetable",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="parttimetimetable",
            name="times",
            field=models.JSONField(
                blank=True, default=list, verbose_name="when they are in school"
            ),
        ),
        migrations.AddField(
            model_name="parttimetimetableevent",
            name="times",
            field=models.JSONField(
                blank=True, default=list, verbose_name="when they are in school"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parttimetimetable",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_parttimetimetableevent" ("council_told_on", "ended_on", "ends_on", "hours_a_week", "id", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "review_on", "school_id", "starts_on", "times") VALUES (NEW."council_told_on", NEW."ended_on", NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."times"); RETURN NULL;',
                    hash="0ca849a36f0847540e3965529309fd8b6899daa5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8cac7",
                    table="pupils_parttimetimetable",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parttimetimetable",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_parttimetimetableevent" ("council_told_on", "ended_on", "ends_on", "hours_a_week", "id", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "review_on", "school_id", "starts_on", "times") VALUES (NEW."council_told_on", NEW."ended_on", NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."times"); RETURN NULL;',
                    hash="09066479505709c46c3b52a31267d7527ae8e6b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a364b",
                    table="pupils_parttimetimetable",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parttimetimetable",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_parttimetimetableevent" ("council_told_on", "ended_on", "ends_on", "hours_a_week", "id", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "review_on", "school_id", "starts_on", "times") VALUES (OLD."council_told_on", OLD."ended_on", OLD."ends_on", OLD."hours_a_week", OLD."id", OLD."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."review_on", OLD."school_id", OLD."starts_on", OLD."times"); RETURN NULL;',
                    hash="310e8108ddf355ae7a0ee80e575b923a2966230e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fcf2d",
                    table="pupils_parttimetimetable",
                    when="AFTER",
                ),
            ),
        ),
    ]
