"""INDES records can be taken back, aims opened again, delivered costs proved a second way."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("provision", "0013_cycle_round"),
        ("pupils", "0013_section_f"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="indesrecord",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="indesrecord",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="indesrecord",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="outcome",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="outcome",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="outcome",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="indesrecord",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="indesrecord",
            name="taken_back_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="indesrecord",
            name="taken_back_why",
            field=models.CharField(
                blank=True, max_length=1000, verbose_name="why it was taken back"
            ),
        ),
        migrations.AddField(
            model_name="indesrecordevent",
            name="taken_back_by",
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
            model_name="indesrecordevent",
            name="taken_back_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="indesrecordevent",
            name="taken_back_why",
            field=models.CharField(
                blank=True, max_length=1000, verbose_name="why it was taken back"
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="again_note",
            field=models.TextField(blank=True, verbose_name="why it was opened again"),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="again_note",
            field=models.TextField(blank=True, verbose_name="why it was opened again"),
        ),
        migrations.AddField(
            model_name="spentpart",
            name="away",
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name="spentpart",
            name="of_adults",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="target",
            name="again_note",
            field=models.TextField(blank=True, verbose_name="why it was opened again"),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="again_note",
            field=models.TextField(blank=True, verbose_name="why it was opened again"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "taken_back_by_id", "taken_back_on", "taken_back_why", "written_by_id") VALUES (NEW."asks_support", NEW."completed_on", NEW."contributors", NEW."due_on", NEW."framework", NEW."id", NEW."outcome", NEW."outcome_note", NEW."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."submitted_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_why", NEW."written_by_id"); RETURN NULL;',
                    hash="b6669bf5ff0ab150cd7c4242d002b84ec4ed0f58",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf6f2",
                    table="provision_indesrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "taken_back_by_id", "taken_back_on", "taken_back_why", "written_by_id") VALUES (NEW."asks_support", NEW."completed_on", NEW."contributors", NEW."due_on", NEW."framework", NEW."id", NEW."outcome", NEW."outcome_note", NEW."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."submitted_on", NEW."taken_back_by_id", NEW."taken_back_on", NEW."taken_back_why", NEW."written_by_id"); RETURN NULL;',
                    hash="6c7353095ba850986c335f65014c3b0b69285124",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fd5df",
                    table="provision_indesrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indesrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_indesrecordevent" ("asks_support", "completed_on", "contributors", "due_on", "framework", "id", "outcome", "outcome_note", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "submitted_on", "taken_back_by_id", "taken_back_on", "taken_back_why", "written_by_id") VALUES (OLD."asks_support", OLD."completed_on", OLD."contributors", OLD."due_on", OLD."framework", OLD."id", OLD."outcome", OLD."outcome_note", OLD."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reference", OLD."school_id", OLD."submitted_on", OLD."taken_back_by_id", OLD."taken_back_on", OLD."taken_back_why", OLD."written_by_id"); RETURN NULL;',
                    hash="d087f27b2bb55acf76638421bd7e89b09ba7f23c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f02bf",
                    table="provision_indesrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_outcomeevent" ("again_note", "area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (NEW."again_note", NEW."area", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."written_by_id"); RETURN NULL;',
                    hash="e2ee9e11a986669e28f5b45044c3382e9d0f64da",
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
                    func='INSERT INTO "provision_outcomeevent" ("again_note", "area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (NEW."again_note", NEW."area", NEW."by_on", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."written_by_id"); RETURN NULL;',
                    hash="f4c42572379b2d2cdf20a161b87986096effd6ce",
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
                    func='INSERT INTO "provision_outcomeevent" ("again_note", "area", "by_on", "end_note", "ended_as", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "written_by_id") VALUES (OLD."again_note", OLD."area", OLD."by_on", OLD."end_note", OLD."ended_as", OLD."ended_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."text", OLD."written_by_id"); RETURN NULL;',
                    hash="922c1d52ac13102a11006994279585b89fec6efc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_67499",
                    table="provision_outcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "again_note", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."again_note", NEW."area", NEW."baseline", NEW."by_on", NEW."child_words", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="ff3a53aa0e1014b4a35f0f58f413b868b5fb7885",
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
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "again_note", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."again_note", NEW."area", NEW."baseline", NEW."by_on", NEW."child_words", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="d649349d1aab3c9e04d3af4a5b3fc672855c5bd0",
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
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "again_note", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (OLD."adapted_from_id", OLD."again_note", OLD."area", OLD."baseline", OLD."by_on", OLD."child_words", OLD."end_note", OLD."ended_as", OLD."ended_on", OLD."goal", OLD."id", OLD."is_on_passport", OLD."measure", OLD."out_of", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."text", OLD."unit", OLD."who", OLD."written_by_id"); RETURN NULL;',
                    hash="7a3c304511762b117047963c8d098802272731e1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8d805",
                    table="provision_target",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="indesrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("taken_back_by", None), ("taken_back_on", None), ("taken_back_why", "")
                    ),
                    models.Q(
                        ("submitted_on", None),
                        ("taken_back_on__isnull", False),
                        models.Q(("taken_back_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_indesrecord_taken_back_whole",
            ),
        ),
    ]
