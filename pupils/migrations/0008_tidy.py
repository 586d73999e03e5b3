"""The record of a previous setting gets a name that is not a family's request for records."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import aylsham.tenancy.constraints
from aylsham.tables_migration import TablesMigration

#: Rows, policies and grants stay with their tables; sequences, indexes and keys are renamed too.
#: The triggers name the table of events, so they are made anew. Audit events keep the old name
#: as their subject's type: they are sealed.
RENAME_TABLES = r"""
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN SELECT tgname, tgfoid::regprocedure AS called FROM pg_trigger
        WHERE tgrelid = 'pupils_recordrequest'::regclass AND tgname LIKE 'pgtrigger\_%'
    LOOP
        EXECUTE format('DROP TRIGGER %I ON pupils_recordrequest', each.tgname);
        EXECUTE format('DROP FUNCTION %s', each.called);
    END LOOP;
    ALTER TABLE pupils_recordrequestnote RENAME COLUMN request_id TO record_id;
    ALTER TABLE pupils_recordrequestnote
        RENAME CONSTRAINT pupils_recordrequestnote_request_same_school
        TO pupils_recordrequestnote_record_same_school;
    FOR each IN SELECT oid::regclass AS named, relname FROM pg_class
        WHERE relname LIKE 'pupils\_recordrequest%' AND relkind IN ('r', 'i', 'S')
        ORDER BY relkind
    LOOP
        EXECUTE format('ALTER TABLE %s RENAME TO %I', each.named,
            replace(each.relname, 'recordrequest', 'previousrecord'));
    END LOOP;
    FOR each IN SELECT conrelid::regclass AS holder, conname FROM pg_constraint
        WHERE conname LIKE 'pupils\_recordrequest%'
    LOOP
        EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', each.holder, each.conname,
            replace(each.conname, 'recordrequest', 'previousrecord'));
    END LOOP;
    UPDATE django_content_type SET model = replace(model, 'recordrequest', 'previousrecord')
        WHERE app_label = 'pupils' AND model LIKE 'recordrequest%';
END $$
"""

#: What is due names the page that it leads to; row security holds for the owner too.
RENAME_PAGES = """
SELECT set_config('app.school_ids', coalesce(string_agg(id::text, ','), ''), true)
    FROM aylsham_school;
UPDATE aylsham_deadline SET action = jsonb_set(action, '{url_name}', CASE action->>'url_name'
        WHEN 'record_ask' THEN '"previous_record_ask"'::jsonb ELSE '"previous_record"'::jsonb END)
    WHERE action->>'url_name' IN ('record_ask', 'record_request');
SELECT set_config('app.school_ids', '', true)
"""


class Migration(TablesMigration):
    dependencies = [("aylsham", "0002_deadline_begins_on"), ("pupils", "0007_moving")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(RENAME_TABLES), migrations.RunSQL(RENAME_PAGES)],
            state_operations=[
                pgtrigger.migrations.RemoveTrigger("recordrequest", "insert_insert"),
                pgtrigger.migrations.RemoveTrigger("recordrequest", "update_update"),
                pgtrigger.migrations.RemoveTrigger("recordrequest", "delete_delete"),
                migrations.RemoveConstraint(
                    "recordrequestnote", "pupils_recordrequestnote_request_same_school"
                ),
                migrations.RemoveIndex("recordrequestnote", "pupils_recordrequestnote_of"),
                migrations.RenameModel("RecordRequest", "PreviousRecord"),
                migrations.RenameModel("RecordRequestEvent", "PreviousRecordEvent"),
                migrations.RenameModel("RecordRequestNote", "PreviousRecordNote"),
                migrations.RenameField("previousrecordnote", "request", "record"),
                migrations.RemoveConstraint(
                    model_name="previousrecord",
                    name="pupils_recordrequest_school_id_uniq",
                ),
                migrations.RemoveConstraint(
                    model_name="previousrecord",
                    name="pupils_recordrequest_pupil_same_school",
                ),
                migrations.RemoveConstraint(
                    model_name="previousrecord",
                    name="pupils_recordrequest_one_open",
                ),
                migrations.RemoveConstraint(
                    model_name="previousrecord",
                    name="pupils_recordrequest_received_in_order",
                ),
                migrations.RemoveConstraint(
                    model_name="previousrecord",
                    name="pupils_recordrequest_ended_has_why",
                ),
                migrations.RemoveConstraint(
                    model_name="previousrecordnote",
                    name="pupils_recordrequestnote_school_id_uniq",
                ),
                migrations.RenameIndex(
                    model_name="previousrecord",
                    new_name="pupils_previousrecord_pupil",
                    old_name="pupils_recordrequest_pupil",
                ),
                migrations.AlterField(
                    model_name="previousrecord",
                    name="pupil",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="previous_records",
                        to="pupils.pupil",
                    ),
                ),
                migrations.AddIndex(
                    model_name="previousrecordnote",
                    index=models.Index(
                        fields=["school", "record"], name="pupils_previousrecordnote_of"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="previousrecord",
                    constraint=models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_previousrecord_school_id_uniq"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="previousrecord",
                    constraint=aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_previousrecord_pupil_same_school"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="previousrecord",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("ended_on", None), ("received_on", None)),
                        fields=("school", "pupil"),
                        name="pupils_previousrecord_one_open",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="previousrecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("received_on", None),
                            models.Q(
                                ("ended_on", None), ("received_on__gte", models.F("asked_on"))
                            ),
                            _connector="OR",
                        ),
                        name="pupils_previousrecord_received_in_order",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="previousrecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("ended_why", "")),
                            models.Q(
                                ("ended_on__isnull", False),
                                models.Q(("ended_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_previousrecord_ended_has_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="previousrecordnote",
                    constraint=models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_previousrecordnote_school_id_uniq"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="previousrecordnote",
                    constraint=aylsham.tenancy.constraints.SameSchool(
                        "record", name="pupils_previousrecordnote_record_same_school"
                    ),
                ),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="previousrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_previousrecordevent" ("address", "asked_by_id", "asked_on", "chased_on", "ended_on", "ended_why", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received", "received_on", "school_id", "setting") VALUES (NEW."address", NEW."asked_by_id", NEW."asked_on", NEW."chased_on", NEW."ended_on", NEW."ended_why", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."received", NEW."received_on", NEW."school_id", NEW."setting"); RETURN NULL;',
                    hash="702130787b13ccd7d8288c5fdca5334a644660e9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69859",
                    table="pupils_previousrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="previousrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_previousrecordevent" ("address", "asked_by_id", "asked_on", "chased_on", "ended_on", "ended_why", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received", "received_on", "school_id", "setting") VALUES (NEW."address", NEW."asked_by_id", NEW."asked_on", NEW."chased_on", NEW."ended_on", NEW."ended_why", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."received", NEW."received_on", NEW."school_id", NEW."setting"); RETURN NULL;',
                    hash="1a812fe58b9f67b5a2633a74180a75d5c99a0322",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_762d3",
                    table="pupils_previousrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="previousrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_previousrecordevent" ("address", "asked_by_id", "asked_on", "chased_on", "ended_on", "ended_why", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received", "received_on", "school_id", "setting") VALUES (OLD."address", OLD."asked_by_id", OLD."asked_on", OLD."chased_on", OLD."ended_on", OLD."ended_why", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."received", OLD."received_on", OLD."school_id", OLD."setting"); RETURN NULL;',
                    hash="c1e3809540fc5edcd3b42275daf12a545ae26c4d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0b8b5",
                    table="pupils_previousrecord",
                    when="AFTER",
                ),
            ),
        ),
    ]
