"""EHC plans and their annual reviews."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    # A database made before this file is left as it is: its tables are the same.
    replaces = [
        ("ehcp", "0001_initial"),
        ("ehcp", "0002_initial"),
        ("ehcp", "0003_review_order"),
    ]

    dependencies = [
        ("aylsham", "0001_tables"),
        ("pupils", "0001_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="EhcPlan",
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
                ("local_authority", models.CharField(max_length=100)),
                ("made_on", models.DateField(verbose_name="date first issued")),
                (
                    "coordinator",
                    models.CharField(blank=True, max_length=150, verbose_name="EHCP co-ordinator"),
                ),
                (
                    "hours_per_week",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "other_provision",
                    models.TextField(blank=True, verbose_name="other Section F provision"),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ceased", "The local authority ceased it"),
                            ("moved", "The child moved"),
                            ("correction", "Entered by mistake"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ehc_plans",
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
                "verbose_name": "EHC plan",
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="ehcp_plan_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="ehcp_ehcplan_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="ehcp_plan_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("school", "pupil"),
                        name="ehcp_plan_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("made_on")),
                            _connector="OR",
                        ),
                        name="ehcp_plan_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_reason", ""), ("ended_on", None)),
                            models.Q(
                                ("ended_on__isnull", False),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="ehcp_plan_end_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EhcPlanEvent",
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
                ("local_authority", models.CharField(max_length=100)),
                ("made_on", models.DateField(verbose_name="date first issued")),
                (
                    "coordinator",
                    models.CharField(blank=True, max_length=150, verbose_name="EHCP co-ordinator"),
                ),
                (
                    "hours_per_week",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "other_provision",
                    models.TextField(blank=True, verbose_name="other Section F provision"),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ceased", "The local authority ceased it"),
                            ("moved", "The child moved"),
                            ("correction", "Entered by mistake"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.ehcplan",
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
        migrations.CreateModel(
            name="AnnualReview",
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
                            ("annual", "Annual review"),
                            ("phase_transfer", "Phase-transfer review"),
                            ("early", "Early review"),
                            ("interim", "Interim meeting (does not count as a review)"),
                        ],
                        default="annual",
                        max_length=14,
                    ),
                ),
                ("meeting_on", models.DateField()),
                ("is_held", models.BooleanField(default=True, verbose_name="the meeting was held")),
                ("invited_on", models.DateField(blank=True, null=True)),
                ("advice_sent_on", models.DateField(blank=True, null=True)),
                ("report_sent_on", models.DateField(blank=True, null=True)),
                (
                    "decided_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the decision letter"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("maintain", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                            ("unknown", "Decided, the letter does not say here"),
                        ],
                        max_length=8,
                    ),
                ),
                ("amendment_notice_on", models.DateField(blank=True, null=True)),
                ("final_plan_on", models.DateField(blank=True, null=True)),
                ("confirmed_for_transfer_on", models.DateField(blank=True, null=True)),
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="ehcp.ehcplan",
                    ),
                ),
            ],
            options={
                "ordering": ["-meeting_on"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="ehcp_annualreview_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "plan", name="ehcp_review_plan_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "plan", "meeting_on"), name="ehcp_review_meeting_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("decision", "")),
                            models.Q(
                                ("decided_on__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="ehcp_review_decision_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on", None),
                            ("decided_on__gte", models.F("meeting_on")),
                            _connector="OR",
                        ),
                        name="ehcp_review_decided_after_meeting",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_held", False)),
                        fields=("school", "plan"),
                        name="ehcp_review_one_planned",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_held", True),
                            models.Q(
                                ("amendment_notice_on", None),
                                ("confirmed_for_transfer_on", None),
                                ("decided_on", None),
                                ("final_plan_on", None),
                                ("report_sent_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="ehcp_review_planned_has_no_results",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("report_sent_on", None),
                                ("report_sent_on__gte", models.F("meeting_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("amendment_notice_on", None),
                                ("amendment_notice_on__gte", models.F("meeting_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("final_plan_on", None),
                                ("final_plan_on__gte", models.F("meeting_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("confirmed_for_transfer_on", None),
                                ("confirmed_for_transfer_on__gte", models.F("meeting_on")),
                                _connector="OR",
                            ),
                        ),
                        name="ehcp_review_results_after_meeting",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualReviewEvent",
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
                            ("annual", "Annual review"),
                            ("phase_transfer", "Phase-transfer review"),
                            ("early", "Early review"),
                            ("interim", "Interim meeting (does not count as a review)"),
                        ],
                        default="annual",
                        max_length=14,
                    ),
                ),
                ("meeting_on", models.DateField()),
                ("is_held", models.BooleanField(default=True, verbose_name="the meeting was held")),
                ("invited_on", models.DateField(blank=True, null=True)),
                ("advice_sent_on", models.DateField(blank=True, null=True)),
                ("report_sent_on", models.DateField(blank=True, null=True)),
                (
                    "decided_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the decision letter"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("maintain", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                            ("unknown", "Decided, the letter does not say here"),
                        ],
                        max_length=8,
                    ),
                ),
                ("amendment_notice_on", models.DateField(blank=True, null=True)),
                ("final_plan_on", models.DateField(blank=True, null=True)),
                ("confirmed_for_transfer_on", models.DateField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.annualreview",
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.ehcplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ehcplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_ehcplanevent" ("coordinator", "end_reason", "ended_on", "hours_per_week", "id", "local_authority", "made_on", "other_provision", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."coordinator", NEW."end_reason", NEW."ended_on", NEW."hours_per_week", NEW."id", NEW."local_authority", NEW."made_on", NEW."other_provision", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="605c6d6da5eea81dc818600b7679d39a15d980fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_98b85",
                    table="ehcp_ehcplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ehcplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_ehcplanevent" ("coordinator", "end_reason", "ended_on", "hours_per_week", "id", "local_authority", "made_on", "other_provision", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."coordinator", NEW."end_reason", NEW."ended_on", NEW."hours_per_week", NEW."id", NEW."local_authority", NEW."made_on", NEW."other_provision", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="a196fd20d937a73132a827d51119c98e0713f1f1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_13476",
                    table="ehcp_ehcplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ehcplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_ehcplanevent" ("coordinator", "end_reason", "ended_on", "hours_per_week", "id", "local_authority", "made_on", "other_provision", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (OLD."coordinator", OLD."end_reason", OLD."ended_on", OLD."hours_per_week", OLD."id", OLD."local_authority", OLD."made_on", OLD."other_provision", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id"); RETURN NULL;',
                    hash="f041bcfaf13218ccb4c751c0b6eb3d0f5a923d7c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9459d",
                    table="ehcp_ehcplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annualreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_annualreviewevent" ("advice_sent_on", "amendment_notice_on", "confirmed_for_transfer_on", "decided_on", "decision", "final_plan_on", "id", "invited_on", "is_held", "kind", "meeting_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "report_sent_on", "school_id") VALUES (NEW."advice_sent_on", NEW."amendment_notice_on", NEW."confirmed_for_transfer_on", NEW."decided_on", NEW."decision", NEW."final_plan_on", NEW."id", NEW."invited_on", NEW."is_held", NEW."kind", NEW."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."report_sent_on", NEW."school_id"); RETURN NULL;',
                    hash="99e2da5e8fbdc422bb02333340a2d2f545de70da",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3a379",
                    table="ehcp_annualreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annualreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_annualreviewevent" ("advice_sent_on", "amendment_notice_on", "confirmed_for_transfer_on", "decided_on", "decision", "final_plan_on", "id", "invited_on", "is_held", "kind", "meeting_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "report_sent_on", "school_id") VALUES (NEW."advice_sent_on", NEW."amendment_notice_on", NEW."confirmed_for_transfer_on", NEW."decided_on", NEW."decision", NEW."final_plan_on", NEW."id", NEW."invited_on", NEW."is_held", NEW."kind", NEW."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."report_sent_on", NEW."school_id"); RETURN NULL;',
                    hash="cadd27749d4515f066260da721a201874fa8f522",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4be3",
                    table="ehcp_annualreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annualreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_annualreviewevent" ("advice_sent_on", "amendment_notice_on", "confirmed_for_transfer_on", "decided_on", "decision", "final_plan_on", "id", "invited_on", "is_held", "kind", "meeting_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "report_sent_on", "school_id") VALUES (OLD."advice_sent_on", OLD."amendment_notice_on", OLD."confirmed_for_transfer_on", OLD."decided_on", OLD."decision", OLD."final_plan_on", OLD."id", OLD."invited_on", OLD."is_held", OLD."kind", OLD."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."report_sent_on", OLD."school_id"); RETURN NULL;',
                    hash="0b8f507cea2ec8abe1b0d50b8c0dcd385eb9e7f2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_48850",
                    table="ehcp_annualreview",
                    when="AFTER",
                ),
            ),
        ),
    ]
