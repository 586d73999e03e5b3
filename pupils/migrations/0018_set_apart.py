"""A record is set apart after an adoption; two more papers about care are printed."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("pupils", "0017_import_kinds"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="pupil",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="pupil",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="pupil",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="pupil",
            name="pupils_pupil_upn_uniq",
        ),
        migrations.RemoveConstraint(
            model_name="pupil",
            name="pupils_pupil_mis_id_uniq",
        ),
        migrations.AddField(
            model_name="pupil",
            name="set_apart_on",
            field=models.DateField(blank=True, null=True, verbose_name="record set apart on"),
        ),
        migrations.AddField(
            model_name="pupilevent",
            name="set_apart_on",
            field=models.DateField(blank=True, null=True, verbose_name="record set apart on"),
        ),
        migrations.AlterField(
            model_name="printedpaper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("timeline", "Timeline"),
                    ("minutes", "Minutes of a meeting"),
                    ("agreement", "Sheet to sign"),
                    ("cycle", "Plan and target card"),
                    ("map", "Provision map"),
                    ("support", "Support plan"),
                    ("top_up", "Costed case for a top-up"),
                    ("ticks", "Tick sheet of sessions"),
                    ("base", "Week of a provision base"),
                    ("section_f", "What an EHC plan promised and what was given"),
                    ("premium", "Pupil premium plus of a child"),
                    ("pep", "Personal education plan"),
                    ("carried", "Sheet for a new record"),
                    ("care", "Time line of a child’s care"),
                ],
                max_length=10,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pupil",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_pupilevent" ("born_on", "class_group_id", "closed_on", "ethnicity", "first_language", "first_name", "former_upn", "id", "is_eal", "kept_fields", "last_name", "mis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred_first_name", "school_id", "set_apart_on", "sex", "upn", "year_group") VALUES (NEW."born_on", NEW."class_group_id", NEW."closed_on", NEW."ethnicity", NEW."first_language", NEW."first_name", NEW."former_upn", NEW."id", NEW."is_eal", NEW."kept_fields", NEW."last_name", NEW."mis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."preferred_first_name", NEW."school_id", NEW."set_apart_on", NEW."sex", NEW."upn", NEW."year_group"); RETURN NULL;',
                    hash="547f34a6005153e19913a47e81b843b072c9f520",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4dca8",
                    table="pupils_pupil",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pupil",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."class_group_id" IS DISTINCT FROM (NEW."class_group_id") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."ethnicity" IS DISTINCT FROM (NEW."ethnicity") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."former_upn" IS DISTINCT FROM (NEW."former_upn") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_eal" IS DISTINCT FROM (NEW."is_eal") OR OLD."kept_fields" IS DISTINCT FROM (NEW."kept_fields") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."mis_id" IS DISTINCT FROM (NEW."mis_id") OR OLD."preferred_first_name" IS DISTINCT FROM (NEW."preferred_first_name") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."set_apart_on" IS DISTINCT FROM (NEW."set_apart_on") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."upn" IS DISTINCT FROM (NEW."upn") OR OLD."year_group" IS DISTINCT FROM (NEW."year_group"))',
                    func='INSERT INTO "pupils_pupilevent" ("born_on", "class_group_id", "closed_on", "ethnicity", "first_language", "first_name", "former_upn", "id", "is_eal", "kept_fields", "last_name", "mis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred_first_name", "school_id", "set_apart_on", "sex", "upn", "year_group") VALUES (NEW."born_on", NEW."class_group_id", NEW."closed_on", NEW."ethnicity", NEW."first_language", NEW."first_name", NEW."former_upn", NEW."id", NEW."is_eal", NEW."kept_fields", NEW."last_name", NEW."mis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."preferred_first_name", NEW."school_id", NEW."set_apart_on", NEW."sex", NEW."upn", NEW."year_group"); RETURN NULL;',
                    hash="c3c346bb30a4a7bf55b2487c1ca463c11a18a551",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1c6e",
                    table="pupils_pupil",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pupil",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_pupilevent" ("born_on", "class_group_id", "closed_on", "ethnicity", "first_language", "first_name", "former_upn", "id", "is_eal", "kept_fields", "last_name", "mis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred_first_name", "school_id", "set_apart_on", "sex", "upn", "year_group") VALUES (OLD."born_on", OLD."class_group_id", OLD."closed_on", OLD."ethnicity", OLD."first_language", OLD."first_name", OLD."former_upn", OLD."id", OLD."is_eal", OLD."kept_fields", OLD."last_name", OLD."mis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."preferred_first_name", OLD."school_id", OLD."set_apart_on", OLD."sex", OLD."upn", OLD."year_group"); RETURN NULL;',
                    hash="dbd4b28b585c8e3dcdd7c94343fbd65de4ba71c5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_85af3",
                    table="pupils_pupil",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pupil",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("upn", ""), _negated=True), ("set_apart_on", None)),
                fields=("school", "upn"),
                name="pupils_pupil_upn_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="pupil",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("mis_id", ""), _negated=True), ("set_apart_on", None)),
                fields=("school", "mis_id"),
                name="pupils_pupil_mis_id_uniq",
            ),
        ),
    ]
