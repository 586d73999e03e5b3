"""Mediation and appeals about plans too: each hangs on its child, and on a request or a plan."""

import uuid

import aylsham.tenancy.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration

#: Stands in the new column until the request says whose it is.
NOBODY = uuid.UUID(int=0)
#: The owner of the tables sees all rows for as long as this takes.
FILL = """
ALTER TABLE ehcp_planappeal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ehcp_planappealevent NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ehcp_needsassessmentevent NO FORCE ROW LEVEL SECURITY;
UPDATE ehcp_planappeal appeal SET pupil_id = asked.pupil_id
FROM ehcp_needsassessmentevent asked
WHERE asked.school_id = appeal.school_id AND asked.id = appeal.assessment_id;
UPDATE ehcp_planappealevent appeal SET pupil_id = asked.pupil_id
FROM ehcp_needsassessmentevent asked
WHERE asked.school_id = appeal.school_id AND asked.id = appeal.assessment_id;
ALTER TABLE ehcp_planappeal FORCE ROW LEVEL SECURITY;
ALTER TABLE ehcp_planappealevent FORCE ROW LEVEL SECURITY;
ALTER TABLE ehcp_needsassessmentevent FORCE ROW LEVEL SECURITY;
"""


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("ehcp", "0009_debt"),
        ("pupils", "0014_evidence_approval"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="planappeal",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planappeal",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planappeal",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="planappeal",
            name="ehcp_planappeal_uniq",
        ),
        migrations.RemoveConstraint(
            model_name="planappeal",
            name="ehcp_planappeal_days_in_order",
        ),
        migrations.AddField(
            model_name="planappeal",
            name="hearing_on",
            field=models.DateField(blank=True, null=True, verbose_name="day of the hearing"),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="obeyed_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="council did what it had to on"
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appeals",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                default=NOBODY,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="plan_appeals",
                to="pupils.pupil",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="planappeal",
            name="review",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appeals",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="withdrawn_on",
            field=models.DateField(blank=True, null=True, verbose_name="parents ended it on"),
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="hearing_on",
            field=models.DateField(blank=True, null=True, verbose_name="day of the hearing"),
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="obeyed_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="council did what it had to on"
            ),
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                default=NOBODY,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="review",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="withdrawn_on",
            field=models.DateField(blank=True, null=True, verbose_name="parents ended it on"),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="planappeal",
            name="about",
            field=models.CharField(
                choices=[
                    ("refused", "The council will not assess"),
                    ("no_plan", "The council will not make a plan"),
                    ("content", "What the plan says (sections B, F, I)"),
                    ("amended", "What the amended plan says (sections B, F, I)"),
                    ("same", "The council will not change the plan"),
                    ("ceased", "The council ceases the plan"),
                ],
                max_length=7,
                verbose_name="about",
            ),
        ),
        migrations.AlterField(
            model_name="planappeal",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appeals",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AlterField(
            model_name="planappealevent",
            name="about",
            field=models.CharField(
                choices=[
                    ("refused", "The council will not assess"),
                    ("no_plan", "The council will not make a plan"),
                    ("content", "What the plan says (sections B, F, I)"),
                    ("amended", "What the amended plan says (sections B, F, I)"),
                    ("same", "The council will not change the plan"),
                    ("ceased", "The council ceases the plan"),
                ],
                max_length=7,
                verbose_name="about",
            ),
        ),
        migrations.AlterField(
            model_name="planappealevent",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddIndex(
            model_name="planappeal",
            index=models.Index(fields=["school", "pupil"], name="ehcp_planappeal_pupil"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planappeal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "hearing_on", "id", "letter_on", "lodged_on", "mediation_on", "obeyed_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "review_id", "school_id", "unopposed_on", "wants_mediation", "withdrawn_on") VALUES (NEW."about", NEW."adviser_told_on", NEW."assessment_id", NEW."certificate_on", NEW."hearing_on", NEW."id", NEW."letter_on", NEW."lodged_on", NEW."mediation_on", NEW."obeyed_on", NEW."order", NEW."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."review_id", NEW."school_id", NEW."unopposed_on", NEW."wants_mediation", NEW."withdrawn_on"); RETURN NULL;',
                    hash="59dd86ffb996699d7c48c2368d17f44afe9a305b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_58746",
                    table="ehcp_planappeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planappeal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "hearing_on", "id", "letter_on", "lodged_on", "mediation_on", "obeyed_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "review_id", "school_id", "unopposed_on", "wants_mediation", "withdrawn_on") VALUES (NEW."about", NEW."adviser_told_on", NEW."assessment_id", NEW."certificate_on", NEW."hearing_on", NEW."id", NEW."letter_on", NEW."lodged_on", NEW."mediation_on", NEW."obeyed_on", NEW."order", NEW."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."review_id", NEW."school_id", NEW."unopposed_on", NEW."wants_mediation", NEW."withdrawn_on"); RETURN NULL;',
                    hash="48d2605b4fc1b9c62fef0fd89593e183fb4937cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c98cf",
                    table="ehcp_planappeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planappeal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "hearing_on", "id", "letter_on", "lodged_on", "mediation_on", "obeyed_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "review_id", "school_id", "unopposed_on", "wants_mediation", "withdrawn_on") VALUES (OLD."about", OLD."adviser_told_on", OLD."assessment_id", OLD."certificate_on", OLD."hearing_on", OLD."id", OLD."letter_on", OLD."lodged_on", OLD."mediation_on", OLD."obeyed_on", OLD."order", OLD."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."pupil_id", OLD."review_id", OLD."school_id", OLD."unopposed_on", OLD."wants_mediation", OLD."withdrawn_on"); RETURN NULL;',
                    hash="4e18c52bad34d0687ad32f5f71332dec282a1dab",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ecc04",
                    table="ehcp_planappeal",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="ehcp_planappeal_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_planappeal_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_planappeal_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("about__in", ["refused", "no_plan", "content"]),
                        ("assessment__isnull", False),
                        ("plan", None),
                        ("review", None),
                    ),
                    models.Q(
                        ("about__in", ["content", "amended", "same", "ceased"]),
                        ("assessment", None),
                        ("plan__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ehcp_planappeal_of_request_or_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("assessment__isnull", False)),
                fields=("school", "assessment", "about"),
                name="ehcp_planappeal_of_request_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("review__isnull", False)),
                fields=("school", "plan", "review", "about"),
                name="ehcp_planappeal_of_review_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("plan__isnull", False), ("review", None)),
                fields=("school", "plan", "about", "letter_on"),
                name="ehcp_planappeal_of_letter_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("adviser_told_on", None),
                        ("adviser_told_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("certificate_on", None),
                        ("certificate_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("lodged_on", None),
                        ("lodged_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("withdrawn_on", None),
                        ("withdrawn_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("hearing_on", None),
                        ("hearing_on__gte", models.F("lodged_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("order_on", None),
                        ("order_on__gte", models.F("lodged_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("unopposed_on", None),
                        ("unopposed_on__gte", models.F("lodged_on")),
                        _connector="OR",
                    ),
                ),
                name="ehcp_planappeal_days_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("obeyed_on", None),
                    models.Q(("obeyed_on__gte", models.F("order_on")), ("order_on__isnull", False)),
                    models.Q(
                        ("obeyed_on__gte", models.F("unopposed_on")),
                        ("unopposed_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ehcp_planappeal_obeyed_after_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn_on", None), ("order_on", None), _connector="OR"),
                name="ehcp_planappeal_withdrawn_or_ordered",
            ),
        ),
    ]
