"""What was checked of a cycle stays; whom a group works for; how long cycles last; papers left out."""

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
        ("aylsham", "0004_layers"),
        ("provision", "0012_planned"),
        ("pupils", "0012_bases"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CycleLength",
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
                    "span",
                    models.CharField(
                        choices=[
                            ("half_term", "A half-term"),
                            ("term", "A term"),
                            ("weeks", "So many weeks"),
                        ],
                        max_length=9,
                        verbose_name="a cycle lasts",
                    ),
                ),
                (
                    "weeks",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how many weeks"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CycleLengthEvent",
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
                    "span",
                    models.CharField(
                        choices=[
                            ("half_term", "A half-term"),
                            ("term", "A term"),
                            ("weeks", "So many weeks"),
                        ],
                        max_length=9,
                        verbose_name="a cycle lasts",
                    ),
                ),
                (
                    "weeks",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how many weeks"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServedTarget",
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
            model_name="cycletarget",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="cycletarget",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="cycletarget",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sampledpaper",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sampledpaper",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sampledpaper",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="sampledpaper",
            name="provision_sample_looked_pair",
        ),
        migrations.RemoveConstraint(
            model_name="sampledpaper",
            name="provision_sample_closed_pair",
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="kept_baseline",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="kept_by_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="kept_goal",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="kept_out_of",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="kept_text",
            field=models.TextField(blank=True, verbose_name="what was checked"),
        ),
        migrations.AddField(
            model_name="cycletarget",
            name="kept_unit",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="kept_baseline",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="kept_by_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="kept_goal",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="kept_out_of",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="kept_text",
            field=models.TextField(blank=True, verbose_name="what was checked"),
        ),
        migrations.AddField(
            model_name="cycletargetevent",
            name="kept_unit",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="sampledpaper",
            name="left_out_why",
            field=models.TextField(blank=True, verbose_name="why it was left out"),
        ),
        migrations.AddField(
            model_name="sampledpaperevent",
            name="left_out_why",
            field=models.TextField(blank=True, verbose_name="why it was left out"),
        ),
        migrations.AddField(
            model_name="target",
            name="child_words",
            field=models.CharField(blank=True, max_length=300, verbose_name="in the child's words"),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="child_words",
            field=models.CharField(blank=True, max_length=300, verbose_name="in the child's words"),
        ),
        migrations.AlterField(
            model_name="cyclenote",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sent_back", "Sent back"),
                    ("unlocked", "Unlocked"),
                    ("reopened", "Reopened"),
                ],
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="cyclenoteevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sent_back", "Sent back"),
                    ("unlocked", "Unlocked"),
                    ("reopened", "Reopened"),
                ],
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="sampledpaper",
            name="state",
            field=models.CharField(
                choices=[
                    ("drawn", "To look at"),
                    ("told", "With the teacher"),
                    ("answered", "Answered: look again"),
                    ("closed", "Closed"),
                    ("left_out", "Left out"),
                ],
                default="drawn",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="sampledpaperevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("drawn", "To look at"),
                    ("told", "With the teacher"),
                    ("answered", "Answered: look again"),
                    ("closed", "Closed"),
                    ("left_out", "Left out"),
                ],
                default="drawn",
                max_length=8,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "kept_baseline", "kept_by_on", "kept_goal", "kept_out_of", "kept_text", "kept_unit", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (NEW."cycle_id", NEW."evidence", NEW."id", NEW."is_carried", NEW."kept_baseline", NEW."kept_by_on", NEW."kept_goal", NEW."kept_out_of", NEW."kept_text", NEW."kept_unit", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."school_id", NEW."score", NEW."target_id"); RETURN NULL;',
                    hash="400a6ee86cd9646ff54ac5ae3c2837bab3585ca6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa8e7",
                    table="provision_cycletarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletarget",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "kept_baseline", "kept_by_on", "kept_goal", "kept_out_of", "kept_text", "kept_unit", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (NEW."cycle_id", NEW."evidence", NEW."id", NEW."is_carried", NEW."kept_baseline", NEW."kept_by_on", NEW."kept_goal", NEW."kept_out_of", NEW."kept_text", NEW."kept_unit", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reviewed_by_id", NEW."reviewed_on", NEW."school_id", NEW."score", NEW."target_id"); RETURN NULL;',
                    hash="147dea5be770063bdd75781db77275a82ce0b6fa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79828",
                    table="provision_cycletarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycletarget",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cycletargetevent" ("cycle_id", "evidence", "id", "is_carried", "kept_baseline", "kept_by_on", "kept_goal", "kept_out_of", "kept_text", "kept_unit", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by_id", "reviewed_on", "school_id", "score", "target_id") VALUES (OLD."cycle_id", OLD."evidence", OLD."id", OLD."is_carried", OLD."kept_baseline", OLD."kept_by_on", OLD."kept_goal", OLD."kept_out_of", OLD."kept_text", OLD."kept_unit", OLD."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reviewed_by_id", OLD."reviewed_on", OLD."school_id", OLD."score", OLD."target_id"); RETURN NULL;',
                    hash="72d378f265e38bf4e873fefc2959d8410f699ecf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d6a7c",
                    table="provision_cycletarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sampledpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "left_out_why", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (NEW."because", NEW."checklist", NEW."closed_by_id", NEW."closed_on", NEW."feedback", NEW."half_term_on", NEW."id", NEW."improved", NEW."improved_by_id", NEW."improved_on", NEW."kind", NEW."left_out_why", NEW."looked_by_id", NEW."looked_on", NEW."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."state", NEW."subject_id", NEW."teacher_id", NEW."year_group"); RETURN NULL;',
                    hash="18202867adf84f37c468f12b551297814a683cfc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab17d",
                    table="provision_sampledpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sampledpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "left_out_why", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (NEW."because", NEW."checklist", NEW."closed_by_id", NEW."closed_on", NEW."feedback", NEW."half_term_on", NEW."id", NEW."improved", NEW."improved_by_id", NEW."improved_on", NEW."kind", NEW."left_out_why", NEW."looked_by_id", NEW."looked_on", NEW."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."state", NEW."subject_id", NEW."teacher_id", NEW."year_group"); RETURN NULL;',
                    hash="c79a8ca6a005b75460c5b3a24e8d8909406d70b3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7567c",
                    table="provision_sampledpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sampledpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "left_out_why", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (OLD."because", OLD."checklist", OLD."closed_by_id", OLD."closed_on", OLD."feedback", OLD."half_term_on", OLD."id", OLD."improved", OLD."improved_by_id", OLD."improved_on", OLD."kind", OLD."left_out_why", OLD."looked_by_id", OLD."looked_on", OLD."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."state", OLD."subject_id", OLD."teacher_id", OLD."year_group"); RETURN NULL;',
                    hash="d4cce10ffbbead50a72c082ed7a7f8b5c8c35dee",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35cef",
                    table="provision_sampledpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."area", NEW."baseline", NEW."by_on", NEW."child_words", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="20f4dd921e2550d7b703bcab6718960aae798e8f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24c46",
                    table="provision_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (NEW."adapted_from_id", NEW."area", NEW."baseline", NEW."by_on", NEW."child_words", NEW."end_note", NEW."ended_as", NEW."ended_on", NEW."goal", NEW."id", NEW."is_on_passport", NEW."measure", NEW."out_of", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."starts_on", NEW."text", NEW."unit", NEW."who", NEW."written_by_id"); RETURN NULL;',
                    hash="0351d70717d84fd6f7ba31237614c1cf59ccf93f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39d7d",
                    table="provision_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_targetevent" ("adapted_from_id", "area", "baseline", "by_on", "child_words", "end_note", "ended_as", "ended_on", "goal", "id", "is_on_passport", "measure", "out_of", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "starts_on", "text", "unit", "who", "written_by_id") VALUES (OLD."adapted_from_id", OLD."area", OLD."baseline", OLD."by_on", OLD."child_words", OLD."end_note", OLD."ended_as", OLD."ended_on", OLD."goal", OLD."id", OLD."is_on_passport", OLD."measure", OLD."out_of", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."starts_on", OLD."text", OLD."unit", OLD."who", OLD."written_by_id"); RETURN NULL;',
                    hash="5203832694548838e1907b143c11dbb6ffe06e8e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8d805",
                    table="provision_target",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="cycletarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kept_baseline", None),
                        ("kept_by_on", None),
                        ("kept_goal", None),
                        ("kept_text", ""),
                    ),
                    models.Q(
                        ("kept_baseline__isnull", False),
                        ("kept_goal__isnull", False),
                        ("kept_by_on__isnull", False),
                        models.Q(("kept_text", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_cycletarget_kept_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("looked_on", None), ("state__in", ["drawn", "left_out"])),
                    models.Q(
                        models.Q(("state__in", ["drawn", "left_out"]), _negated=True),
                        ("looked_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="provision_sample_looked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("state__in", ["closed", "left_out"])),
                    models.Q(
                        models.Q(("state__in", ["closed", "left_out"]), _negated=True),
                        ("closed_on", None),
                    ),
                    _connector="OR",
                ),
                name="provision_sample_closed_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "left_out"), models.Q(("left_out_why", ""), _negated=True)),
                    models.Q(models.Q(("state", "left_out"), _negated=True), ("left_out_why", "")),
                    _connector="OR",
                ),
                name="provision_sample_left_out_with_a_reason",
            ),
        ),
        migrations.AddField(
            model_name="cyclelength",
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
            model_name="cyclelengthevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="provision.cyclelength",
            ),
        ),
        migrations.AddField(
            model_name="cyclelengthevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="servedtarget",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="works_on",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="servedtarget",
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
            model_name="servedtarget",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="worked_on_by",
                to="provision.target",
            ),
        ),
        migrations.AddConstraint(
            model_name="cyclelength",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_cyclelength_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="cyclelength",
            constraint=models.UniqueConstraint(
                fields=("school",), name="provision_cyclelength_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="cyclelength",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("span", "weeks"), ("weeks__range", (2, 52))),
                    models.Q(models.Q(("span", "weeks"), _negated=True), ("weeks", None)),
                    _connector="OR",
                ),
                name="provision_cyclelength_weeks",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclelength",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cyclelengthevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "span", "weeks") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."span", NEW."weeks"); RETURN NULL;',
                    hash="35610548dcab59699bb58e7394fe00e92f3ef0ab",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4c8fa",
                    table="provision_cyclelength",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclelength",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_cyclelengthevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "span", "weeks") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."span", NEW."weeks"); RETURN NULL;',
                    hash="3a4175428c46ec6b51e97550bb5ace56e2ac8a49",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ef3a",
                    table="provision_cyclelength",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cyclelength",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_cyclelengthevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "span", "weeks") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."span", OLD."weeks"); RETURN NULL;',
                    hash="4d522af426f6bda2c8c8edd650eadcc5639eea59",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc46b",
                    table="provision_cyclelength",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="servedtarget",
            index=models.Index(fields=["school", "target"], name="provision_worked_target"),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_servedtarget_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_worked_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="provision_worked_target_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedtarget",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "target"), name="provision_worked_uniq"
            ),
        ),
    ]
