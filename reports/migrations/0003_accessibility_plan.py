"""The accessibility plan: its actions, and the yearly looks at them."""

import aylsham.identifiers
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("reports", "0002_documents_of_each_kind"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessAction",
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
                    "strand",
                    models.CharField(
                        choices=[
                            ("curriculum", "Taking part in the curriculum"),
                            ("environment", "The physical environment"),
                            ("information", "Information"),
                        ],
                        max_length=12,
                        verbose_name="part of the plan",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what we do")),
                (
                    "barrier",
                    models.CharField(
                        max_length=300, verbose_name="the barrier it takes away, and for whom"
                    ),
                ),
                ("who", models.CharField(max_length=150, verbose_name="who does it")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "cost_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="what it costs"
                    ),
                ),
                ("sign", models.CharField(max_length=300, verbose_name="how we will know")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not begun"),
                            ("begun", "Under way"),
                            ("done", "Done"),
                            ("given_up", "Given up"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
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
            ],
            options={
                "ordering": ["strand", models.OrderBy(models.F("due_on"), nulls_last=True), "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AccessActionEvent",
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
                    "strand",
                    models.CharField(
                        choices=[
                            ("curriculum", "Taking part in the curriculum"),
                            ("environment", "The physical environment"),
                            ("information", "Information"),
                        ],
                        max_length=12,
                        verbose_name="part of the plan",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what we do")),
                (
                    "barrier",
                    models.CharField(
                        max_length=300, verbose_name="the barrier it takes away, and for whom"
                    ),
                ),
                ("who", models.CharField(max_length=150, verbose_name="who does it")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "cost_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="what it costs"
                    ),
                ),
                ("sign", models.CharField(max_length=300, verbose_name="how we will know")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Not begun"),
                            ("begun", "Under way"),
                            ("done", "Done"),
                            ("given_up", "Given up"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "given_up_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was given up"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.accessaction",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AccessReview",
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
                ("held_on", models.DateField(verbose_name="day")),
                ("words", models.TextField(verbose_name="what came of it")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
            ],
            options={
                "ordering": ["-held_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AccessReviewEvent",
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
                ("held_on", models.DateField(verbose_name="day")),
                ("words", models.TextField(verbose_name="what came of it")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.accessreview",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="accessaction",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_accessaction_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="accessaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("done_on", None)),
                    _connector="OR",
                ),
                name="reports_accessaction_done_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "given_up"), models.Q(("given_up_why", ""), _negated=True)),
                    models.Q(models.Q(("state", "given_up"), _negated=True), ("given_up_why", "")),
                    _connector="OR",
                ),
                name="reports_accessaction_given_up_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessaction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("new", "begun"))),
                fields=("school", "strand", "what"),
                name="reports_accessaction_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_accessactionevent" ("added_at", "barrier", "cost_pence", "done_on", "due_on", "given_up_why", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sign", "state", "strand", "what", "who") VALUES (NEW."added_at", NEW."barrier", NEW."cost_pence", NEW."done_on", NEW."due_on", NEW."given_up_why", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sign", NEW."state", NEW."strand", NEW."what", NEW."who"); RETURN NULL;',
                    hash="19a97a5335c7e677206c8be23f3ecc9dcc371e9b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_64788",
                    table="reports_accessaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_accessactionevent" ("added_at", "barrier", "cost_pence", "done_on", "due_on", "given_up_why", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sign", "state", "strand", "what", "who") VALUES (NEW."added_at", NEW."barrier", NEW."cost_pence", NEW."done_on", NEW."due_on", NEW."given_up_why", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sign", NEW."state", NEW."strand", NEW."what", NEW."who"); RETURN NULL;',
                    hash="2145d65f21e153c1174a3fd04179f9096392d3fb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2fa85",
                    table="reports_accessaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_accessactionevent" ("added_at", "barrier", "cost_pence", "done_on", "due_on", "given_up_why", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sign", "state", "strand", "what", "who") VALUES (OLD."added_at", OLD."barrier", OLD."cost_pence", OLD."done_on", OLD."due_on", OLD."given_up_why", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sign", OLD."state", OLD."strand", OLD."what", OLD."who"); RETURN NULL;',
                    hash="42b331b477c656ddc7f34372732d8409bb2b0b4c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9e910",
                    table="reports_accessaction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="accessreview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_accessreview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="accessreview",
            constraint=models.UniqueConstraint(
                fields=("school", "held_on"), name="reports_accessreview_one_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_accessreviewevent" ("held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "school_id", "words") VALUES (NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="0ebf3f17e25232c76a1ee07616c7d8d1fff9f473",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_25cd4",
                    table="reports_accessreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_accessreviewevent" ("held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "school_id", "words") VALUES (NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."school_id", NEW."words"); RETURN NULL;',
                    hash="26b3261b0585c1e34368c13337f077997196b4ba",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_06d05",
                    table="reports_accessreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_accessreviewevent" ("held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "school_id", "words") VALUES (OLD."held_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."school_id", OLD."words"); RETURN NULL;',
                    hash="ff4be411d9d77cc28b7459f5716645e9a84269a4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8879b",
                    table="reports_accessreview",
                    when="AFTER",
                ),
            ),
        ),
    ]
