"""Published weeks: whom they open to whom."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("pupils", "0018_set_apart"),
        ("staff", "0006_duties"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanSupport",
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
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="weekplan",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="weekplan",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="weekplan",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="weekplan",
            name="note",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="what is done meanwhile"
            ),
        ),
        migrations.AddField(
            model_name="weekplanevent",
            name="note",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="what is done meanwhile"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (NEW."answer", NEW."based_on_id", NEW."changes", NEW."ends_on", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_at", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."starts_on", NEW."state", NEW."weights", NEW."written_by_id"); RETURN NULL;',
                    hash="5cfe3e26b07b6247b439488475728e0bbd25e766",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96fa3",
                    table="staff_weekplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (NEW."answer", NEW."based_on_id", NEW."changes", NEW."ends_on", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_at", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."starts_on", NEW."state", NEW."weights", NEW."written_by_id"); RETURN NULL;',
                    hash="e94675b9fd527b5d1e5e337b9040d6f645095cca",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6742f",
                    table="staff_weekplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_weekplanevent" ("answer", "based_on_id", "changes", "ends_on", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "published_at", "published_by_id", "school_id", "starts_on", "state", "weights", "written_by_id") VALUES (OLD."answer", OLD."based_on_id", OLD."changes", OLD."ends_on", OLD."id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_at", OLD."published_at", OLD."published_by_id", OLD."school_id", OLD."starts_on", OLD."state", OLD."weights", OLD."written_by_id"); RETURN NULL;',
                    hash="08c9174fc5b50fa2aaf28ba738b1dc3d3a91cefb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_76c58",
                    table="staff_weekplan",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="plansupport",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="supports",
                to="staff.weekplan",
            ),
        ),
        migrations.AddField(
            model_name="plansupport",
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
            model_name="plansupport",
            name="support",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="planned_by",
                to="pupils.pupiladult",
            ),
        ),
        migrations.AddIndex(
            model_name="plansupport",
            index=models.Index(fields=["school", "plan"], name="staff_plansupport_plan"),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_plansupport_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="staff_plansupport_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "support", name="staff_plansupport_support_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansupport",
            constraint=models.UniqueConstraint(
                fields=("school", "support"), name="staff_plansupport_uniq"
            ),
        ),
    ]
