"""Documents of every kind: their cover, and the first day of a plan."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("reports", "0001_tables_2026_11_29"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="publication",
            name="keep_published_words",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="publication",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="publication",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="publication",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="publication",
            name="cover",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="publication",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="first day of the plan"),
        ),
        migrations.AddField(
            model_name="publicationevent",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="first day of the plan"),
        ),
        migrations.AlterField(
            model_name="publication",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="publicationevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                ],
                max_length=24,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_words",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."state" IN (\'published\', \'replaced\', \'withdrawn\') AND (OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."cover" IS DISTINCT FROM (NEW."cover") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on")))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="645dcd9db2285a779fe2b321dba8b8cfb41aab41",
                    operation="UPDATE",
                    pgid="pgtrigger_keep_published_words_af7b8",
                    table="reports_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "starts_on", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."read_on", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."starts_on", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="3c04fbd5cc323dac6e02561c69407595d3b58c56",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bad02",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."read_on" IS DISTINCT FROM (NEW."read_on") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_back_words" IS DISTINCT FROM (NEW."sent_back_words") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_why" IS DISTINCT FROM (NEW."withdrawn_why") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "starts_on", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."read_on", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."starts_on", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="c14d18299c8a8ab1840a1d5ca9f75dc39ea90009",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4a675",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "starts_on", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."read_on", OLD."school_id", OLD."sent_at", OLD."sent_back_words", OLD."sent_by_id", OLD."starts_on", OLD."state", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_why", OLD."words"); RETURN NULL;',
                    hash="e824cbdeb141f4186ed8c3658cc5a563c06611e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eddf6",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
    ]
