"""On which weekdays a provision is given, and at what time."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("provision", "0008_norfolk"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="provision",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="provision",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="provision",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="provision",
            name="time",
            field=models.TimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="provision",
            name="weekdays",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(),
                blank=True,
                default=list,
                verbose_name="days",
            ),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="time",
            field=models.TimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="weekdays",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(),
                blank=True,
                default=list,
                verbose_name="days",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "time", "weekdays", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."is_in_class", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."time", NEW."weekdays", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="638281c088ea7c1dd579d0dc1efd5fdd41b5abfc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5702",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "time", "weekdays", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."is_in_class", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."time", NEW."weekdays", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="be4691d0c7095865c8f6f638ca812c3321c10bcb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_672f0",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "time", "weekdays", "weeks", "written_by_id") VALUES (OLD."ends_on", OLD."funding", OLD."id", OLD."is_confidential", OLD."is_in_class", OLD."location", OLD."measure", OLD."minutes", OLD."name", OLD."need_type", OLD."own_item_id", OLD."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."resources_pence", OLD."school_id", OLD."sessions_a_week", OLD."shared_item_id", OLD."staff_id", OLD."staff_role", OLD."starts_on", OLD."state", OLD."tier", OLD."time", OLD."weekdays", OLD."weeks", OLD."written_by_id"); RETURN NULL;',
                    hash="fe0a2ed0ad0ca77078dffaacf3194abd35873732",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3999",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekdays__contained_by", [0, 1, 2, 3, 4])),
                name="provision_provision_weekdays",
            ),
        ),
    ]
