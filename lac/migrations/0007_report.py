"""The designated teacher's report on a school year, and its PDF."""

import aylsham.identifiers
import aylsham.tenancy.constraints
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
        ("aylsham", "0004_layers"),
        ("lac", "0006_plans_of_a_term"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="YearReport",
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
                    "academic_year",
                    models.PositiveSmallIntegerField(help_text="The year in which it begins."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                (
                    "due_on",
                    models.DateField(blank=True, null=True, verbose_name="to be published by"),
                ),
                ("content", models.JSONField(blank=True, default=list)),
                ("counted_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the designated teacher’s own words"
                    ),
                ),
                (
                    "answers",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="what is nobody’s name, and why"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("job_id", models.UUIDField(blank=True, null=True)),
                (
                    "published_by",
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
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-academic_year"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearReportEvent",
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
                    "academic_year",
                    models.PositiveSmallIntegerField(help_text="The year in which it begins."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                (
                    "due_on",
                    models.DateField(blank=True, null=True, verbose_name="to be published by"),
                ),
                ("counted_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the designated teacher’s own words"
                    ),
                ),
                (
                    "answers",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="what is nobody’s name, and why"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.yearreport",
                    ),
                ),
                (
                    "published_by",
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
                (
                    "sent_by",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearReportFile",
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
                ("pdf", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="lac.yearreport",
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
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_yearreport_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.UniqueConstraint(
                fields=("school", "academic_year"), name="lac_yearreport_one_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("academic_year__gte", 2010), ("academic_year__lte", 2100)),
                name="lac_yearreport_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at", None), ("sent_by", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("sent_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="lac_yearreport_sent_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at__isnull", False), ("state", "published")),
                    models.Q(
                        models.Q(("state", "published"), _negated=True),
                        ("published_at", None),
                        ("published_by", None),
                    ),
                    _connector="OR",
                ),
                name="lac_yearreport_published_has_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_report",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'published')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="c6a732ba433773c95b74ed2dddbc541d52ae30a1",
                    operation="DELETE",
                    pgid="pgtrigger_keep_published_report_8389f",
                    table="lac_yearreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="published_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:head,head:draft,head:published}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="9198b09e389331f1944a8eb0763c7e215573c4a8",
                    operation="UPDATE",
                    pgid="pgtrigger_published_for_good_5b6b1",
                    table="lac_yearreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_yearreportevent" ("academic_year", "answers", "counted_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "words") VALUES (NEW."academic_year", NEW."answers", NEW."counted_on", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."words"); RETURN NULL;',
                    hash="8378a067eab325eabb72979d180d9a931445a84d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa476",
                    table="lac_yearreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."academic_year" IS DISTINCT FROM (NEW."academic_year") OR OLD."answers" IS DISTINCT FROM (NEW."answers") OR OLD."counted_on" IS DISTINCT FROM (NEW."counted_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_back_words" IS DISTINCT FROM (NEW."sent_back_words") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "lac_yearreportevent" ("academic_year", "answers", "counted_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "words") VALUES (NEW."academic_year", NEW."answers", NEW."counted_on", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."words"); RETURN NULL;',
                    hash="780f7efd5e030effcd2d7c859b7fc5d4e1ca1ed2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_41015",
                    table="lac_yearreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_yearreportevent" ("academic_year", "answers", "counted_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "words") VALUES (OLD."academic_year", OLD."answers", OLD."counted_on", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."school_id", OLD."sent_at", OLD."sent_back_words", OLD."sent_by_id", OLD."state", OLD."words"); RETURN NULL;',
                    hash="d6d19f2e36b7ebe2d6856736fdcfc0a2cfe9fad4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_82c92",
                    table="lac_yearreport",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreportfile",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_yearreportfile_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreportfile",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "report", name="lac_yearreportfile_report_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreportfile",
            constraint=models.UniqueConstraint(
                fields=("school", "report"), name="lac_yearreportfile_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreportfile",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_year_pdf",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b751ebb5a0048ed17ef915ef1679a80f7ed267ce",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_year_pdf_c1a59",
                    table="lac_yearreportfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
