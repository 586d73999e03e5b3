"""Posts of a SENCO and training."""

import aylsham.identifiers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    # A database made before this file is left as it is: its tables are the same.
    replaces = [
        ("staff", "0001_initial"),
    ]

    dependencies = [
        ("aylsham", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="SencoPost",
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
                ("became_senco_on", models.DateField(verbose_name="day of becoming SENCO")),
                (
                    "was_senco_before",
                    models.BooleanField(default=False, verbose_name="SENCO for a year before"),
                ),
                (
                    "course_started_on",
                    models.DateField(blank=True, null=True, verbose_name="first day of the course"),
                ),
                (
                    "qualification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("npq", "NPQ for SENCOs"),
                            ("nasenco", "National Award for SEN Co-ordination (NASENCO)"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "qualified_on",
                    models.DateField(blank=True, null=True, verbose_name="day of qualifying"),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "school",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "ordering": ["-became_senco_on"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="staff_sencopost_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("school", "user"),
                        name="staff_sencopost_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("qualification", ""), ("qualified_on", None)),
                            models.Q(
                                models.Q(("qualification", ""), _negated=True),
                                ("qualified_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="staff_sencopost_qualified_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("became_senco_on")),
                            _connector="OR",
                        ),
                        name="staff_sencopost_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SencoPostEvent",
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
                ("became_senco_on", models.DateField(verbose_name="day of becoming SENCO")),
                (
                    "was_senco_before",
                    models.BooleanField(default=False, verbose_name="SENCO for a year before"),
                ),
                (
                    "course_started_on",
                    models.DateField(blank=True, null=True, verbose_name="first day of the course"),
                ),
                (
                    "qualification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("npq", "NPQ for SENCOs"),
                            ("nasenco", "National Award for SEN Co-ordination (NASENCO)"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "qualified_on",
                    models.DateField(blank=True, null=True, verbose_name="day of qualifying"),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.sencopost",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sencopost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_sencopostevent" ("became_senco_on", "course_started_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "qualified_on", "school_id", "user_id", "was_senco_before") VALUES (NEW."became_senco_on", NEW."course_started_on", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."qualification", NEW."qualified_on", NEW."school_id", NEW."user_id", NEW."was_senco_before"); RETURN NULL;',
                    hash="dfeaf9f10e89f068ad8089eabea812087360d85a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_01f96",
                    table="staff_sencopost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sencopost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_sencopostevent" ("became_senco_on", "course_started_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "qualified_on", "school_id", "user_id", "was_senco_before") VALUES (NEW."became_senco_on", NEW."course_started_on", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."qualification", NEW."qualified_on", NEW."school_id", NEW."user_id", NEW."was_senco_before"); RETURN NULL;',
                    hash="6bd442b196671dac740978d47e9475afc29e56ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d0220",
                    table="staff_sencopost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sencopost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_sencopostevent" ("became_senco_on", "course_started_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "qualified_on", "school_id", "user_id", "was_senco_before") VALUES (OLD."became_senco_on", OLD."course_started_on", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."qualification", OLD."qualified_on", OLD."school_id", OLD."user_id", OLD."was_senco_before"); RETURN NULL;',
                    hash="d972d729bd1b3405599245580ecf8c35b77fd430",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bfcff",
                    table="staff_sencopost",
                    when="AFTER",
                ),
            ),
        ),
    ]
