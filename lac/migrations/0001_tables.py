"""Times in care."""

import aylsham.identifiers
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    # A database made before this file is left as it is: its tables are the same.
    replaces = [
        ("lac", "0001_initial"),
        ("lac", "0002_initial"),
    ]

    dependencies = [
        ("aylsham", "0001_tables"),
        ("pupils", "0001_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="CarePeriod",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("looked_after", "Looked after"),
                            ("previously", "Previously looked after"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "left_care_through",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "Adoption"),
                            ("G", "Special guardianship order"),
                            ("R", "Residence order"),
                            ("C", "Child arrangements order"),
                        ],
                        max_length=1,
                    ),
                ),
                ("placing_authority", models.CharField(blank=True, max_length=100)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("known_since", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("here", "Entered here"),
                            ("roll", "From the roll"),
                            ("plans", "From the EHC plan tracker"),
                        ],
                        default="here",
                        max_length=5,
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="care_periods",
                        to="pupils.pupil",
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
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="lac_careperiod_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="lac_careperiod_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="lac_careperiod_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("starts_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="lac_careperiod_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "previously"), ("left_care_through", ""), _connector="OR"
                        ),
                        name="lac_careperiod_how_left_only_after",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("school", "="),
                            ("pupil", "="),
                            (aylsham.models.organisation.DateRange("known_since", "ends_on"), "&&"),
                        ],
                        name="lac_careperiod_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CarePeriodEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("looked_after", "Looked after"),
                            ("previously", "Previously looked after"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "left_care_through",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "Adoption"),
                            ("G", "Special guardianship order"),
                            ("R", "Residence order"),
                            ("C", "Child arrangements order"),
                        ],
                        max_length=1,
                    ),
                ),
                ("placing_authority", models.CharField(blank=True, max_length=100)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("known_since", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("here", "Entered here"),
                            ("roll", "From the roll"),
                            ("plans", "From the EHC plan tracker"),
                        ],
                        default="here",
                        max_length=5,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.careperiod",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
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
        pgtrigger.migrations.AddTrigger(
            model_name="careperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careperiodevent" ("ends_on", "id", "kind", "known_since", "left_care_through", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placing_authority", "pupil_id", "school_id", "source", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."known_since", NEW."left_care_through", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placing_authority", NEW."pupil_id", NEW."school_id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="ba7c06acd2266fef19fbfcedd00c9b13b36e23c5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_40b3b",
                    table="lac_careperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_careperiodevent" ("ends_on", "id", "kind", "known_since", "left_care_through", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placing_authority", "pupil_id", "school_id", "source", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."known_since", NEW."left_care_through", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placing_authority", NEW."pupil_id", NEW."school_id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="2b3a266c852d572d4fb8fc68df7e38c31c36b0da",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ab025",
                    table="lac_careperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careperiodevent" ("ends_on", "id", "kind", "known_since", "left_care_through", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placing_authority", "pupil_id", "school_id", "source", "starts_on") VALUES (OLD."ends_on", OLD."id", OLD."kind", OLD."known_since", OLD."left_care_through", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placing_authority", OLD."pupil_id", OLD."school_id", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="57551fd0d16045603cc0f74e9b61679f264b889a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d56bf",
                    table="lac_careperiod",
                    when="AFTER",
                ),
            ),
        ),
    ]
