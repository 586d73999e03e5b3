"""Requests for information, safeguarding, disagreements, breaches."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables"),
        ("pupils", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SafeguardingLead",
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
                    "away_from",
                    models.DateField(blank=True, null=True, verbose_name="lead away from"),
                ),
                (
                    "away_until",
                    models.DateField(blank=True, null=True, verbose_name="lead away until"),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SafeguardingLeadEvent",
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
                    "away_from",
                    models.DateField(blank=True, null=True, verbose_name="lead away from"),
                ),
                (
                    "away_until",
                    models.DateField(blank=True, null=True, verbose_name="lead away until"),
                ),
                (
                    "deputy",
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
                    "lead",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.safeguardinglead",
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
            name="HandOver",
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
                ("source", models.CharField(blank=True, editable=False, max_length=20)),
                ("source_id", models.UUIDField(blank=True, editable=False, null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "is_sealed",
                    models.BooleanField(default=False, verbose_name="taken out of the record"),
                ),
                ("sealed_values", models.JSONField(blank=True, default=dict, editable=False)),
                ("told_at", models.DateTimeField()),
                ("told_on", models.DateField()),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "entered_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="entered in our safeguarding system on"
                    ),
                ),
                (
                    "entered_number",
                    models.CharField(blank=True, max_length=40, verbose_name="its number there"),
                ),
                ("returned_on", models.DateField(blank=True, null=True)),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hand_overs",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "returned_by",
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
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-told_at"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_handover_pupil"),
                    models.Index(fields=["school", "-told_at"], name="pupils_handover_told"),
                    models.Index(fields=["school", "source_id"], name="pupils_handover_source"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_handover_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_handover_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", ""), ("source_id", None)),
                            models.Q(
                                models.Q(("source", ""), _negated=True),
                                ("source_id__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_handover_source_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seen_at", None), ("seen_by", None)),
                            models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="pupils_handover_seen_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("entered_by", None), ("entered_number", ""), ("entered_on", None)
                            ),
                            models.Q(
                                ("entered_by__isnull", False),
                                ("entered_on__isnull", False),
                                ("returned_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_handover_entered_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_by", None), ("returned_on", None)),
                            models.Q(
                                ("returned_by__isnull", False), ("returned_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="pupils_handover_returned_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("entered_on", None),
                                ("returned_on", None),
                                models.Q(("words", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(
                                    ("entered_on__isnull", False),
                                    ("returned_on__isnull", False),
                                    _connector="OR",
                                ),
                                ("sealed_values", {}),
                                ("words", ""),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_handover_words_only_while_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("entered_on", None),
                            ("entered_on__gte", models.F("told_on")),
                            _connector="OR",
                        ),
                        name="pupils_handover_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_safeguardinglead_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.UniqueConstraint(
                fields=("school",), name="pupils_safeguardinglead_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("away_from", None), ("away_until", None)),
                    models.Q(
                        ("away_from__isnull", False), ("away_until__gte", models.F("away_from"))
                    ),
                    _connector="OR",
                ),
                name="pupils_safeguardinglead_away_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deputy", None),
                    models.Q(("deputy", models.F("lead")), _negated=True),
                    _connector="OR",
                ),
                name="pupils_safeguardinglead_two_people",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardinglead",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_safeguardingleadevent" ("away_from", "away_until", "deputy_id", "id", "lead_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."away_from", NEW."away_until", NEW."deputy_id", NEW."id", NEW."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="d192ddb020e18376eb4f4de63fa89508e9709cc9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_28950",
                    table="pupils_safeguardinglead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardinglead",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_safeguardingleadevent" ("away_from", "away_until", "deputy_id", "id", "lead_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."away_from", NEW."away_until", NEW."deputy_id", NEW."id", NEW."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="b2d27f3a37294ec5cad204619e563fb146cc72c3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b6644",
                    table="pupils_safeguardinglead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardinglead",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_safeguardingleadevent" ("away_from", "away_until", "deputy_id", "id", "lead_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."away_from", OLD."away_until", OLD."deputy_id", OLD."id", OLD."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                    hash="bf2ce61c1a361933f8dbf5a269fdfe0d9ea74830",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd9aa",
                    table="pupils_safeguardinglead",
                    when="AFTER",
                ),
            ),
        ),
    ]
