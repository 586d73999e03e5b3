"""Training that people took part in."""

import aylsham.identifiers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("staff", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TrainingRecord",
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
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("trauma", "Trauma-informed practice"),
                            ("attachment", "Attachment"),
                            ("care", "Care-experienced children"),
                            ("designated", "Being the designated teacher"),
                            ("safeguarding", "Safeguarding"),
                            ("send", "Special educational needs"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("taken_on", models.DateField(verbose_name="day")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
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
                "ordering": ["-taken_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingRecordEvent",
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
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("trauma", "Trauma-informed practice"),
                            ("attachment", "Attachment"),
                            ("care", "Care-experienced children"),
                            ("designated", "Being the designated teacher"),
                            ("safeguarding", "Safeguarding"),
                            ("send", "Special educational needs"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("taken_on", models.DateField(verbose_name="day")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.trainingrecord",
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
        migrations.AddIndex(
            model_name="trainingrecord",
            index=models.Index(fields=["school", "user"], name="staff_training_user"),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_trainingrecord_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until", None),
                    ("valid_until__gte", models.F("taken_on")),
                    _connector="OR",
                ),
                name="staff_trainingrecord_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours", None), ("hours__gt", 0), _connector="OR"),
                name="staff_trainingrecord_hours",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingrecordevent" ("hours", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "user_id", "valid_until") VALUES (NEW."hours", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="2cb1412db0a79cb04cc1d22759369f5b585dbfe4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8842e",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_trainingrecordevent" ("hours", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "user_id", "valid_until") VALUES (NEW."hours", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="b8d83a21da3fe14f79b8b74fab171add548ff84e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8deb7",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingrecordevent" ("hours", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "user_id", "valid_until") VALUES (OLD."hours", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provider", OLD."school_id", OLD."subject", OLD."taken_on", OLD."title", OLD."user_id", OLD."valid_until"); RETURN NULL;',
                    hash="a3902e13e8697b61e7fa2d5731b51df3b00de50c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03bf1",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
    ]
