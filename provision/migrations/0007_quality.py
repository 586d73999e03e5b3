"""Papers of a half-term's sample."""

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
        ("provision", "0006_owed"),
        ("pupils", "0008_support_plan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SampledPaper",
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
                ("half_term_on", models.DateField(verbose_name="first day of the half-term")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "Plan"),
                            ("passport", "Passport"),
                            ("session", "Sessions"),
                        ],
                        max_length=8,
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("year_group", models.CharField(max_length=2)),
                ("because", models.CharField(max_length=60, verbose_name="why it was drawn")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drawn", "To look at"),
                            ("told", "With the teacher"),
                            ("answered", "Answered: look again"),
                            ("closed", "Closed"),
                        ],
                        default="drawn",
                        max_length=8,
                    ),
                ),
                ("checklist", models.CharField(max_length=12)),
                ("marks", models.JSONField(blank=True, default=dict)),
                (
                    "feedback",
                    models.TextField(blank=True, verbose_name="what you tell the teacher"),
                ),
                ("looked_on", models.DateField(blank=True, null=True)),
                ("improved", models.TextField(blank=True, verbose_name="what was improved")),
                ("improved_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "improved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "looked_by",
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
                        related_name="sampled_papers",
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
                (
                    "teacher",
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
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SampledPaperEvent",
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
                ("half_term_on", models.DateField(verbose_name="first day of the half-term")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "Plan"),
                            ("passport", "Passport"),
                            ("session", "Sessions"),
                        ],
                        max_length=8,
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("year_group", models.CharField(max_length=2)),
                ("because", models.CharField(max_length=60, verbose_name="why it was drawn")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drawn", "To look at"),
                            ("told", "With the teacher"),
                            ("answered", "Answered: look again"),
                            ("closed", "Closed"),
                        ],
                        default="drawn",
                        max_length=8,
                    ),
                ),
                ("checklist", models.CharField(max_length=12)),
                ("marks", models.JSONField(blank=True, default=dict)),
                (
                    "feedback",
                    models.TextField(blank=True, verbose_name="what you tell the teacher"),
                ),
                ("looked_on", models.DateField(blank=True, null=True)),
                ("improved", models.TextField(blank=True, verbose_name="what was improved")),
                ("improved_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "closed_by",
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
                    "improved_by",
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
                    "looked_by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.sampledpaper",
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
                (
                    "teacher",
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
        migrations.AddIndex(
            model_name="sampledpaper",
            index=models.Index(fields=["school", "pupil"], name="provision_sample_pupil"),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sampledpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_sample_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "half_term_on", "kind", "subject_id"),
                name="provision_sample_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("looked_on", None), ("state", "drawn")),
                    models.Q(
                        models.Q(("state", "drawn"), _negated=True), ("looked_on__isnull", False)
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
                    models.Q(("state", "told"), _negated=True),
                    models.Q(
                        ("improved_on", None),
                        ("teacher__isnull", False),
                        models.Q(("feedback", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_sample_told_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    ("improved_on__isnull", False),
                    _connector="OR",
                ),
                name="provision_sample_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="sampledpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("state", "closed")),
                    models.Q(models.Q(("state", "closed"), _negated=True), ("closed_on", None)),
                    _connector="OR",
                ),
                name="provision_sample_closed_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sampledpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (NEW."because", NEW."checklist", NEW."closed_by_id", NEW."closed_on", NEW."feedback", NEW."half_term_on", NEW."id", NEW."improved", NEW."improved_by_id", NEW."improved_on", NEW."kind", NEW."looked_by_id", NEW."looked_on", NEW."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."state", NEW."subject_id", NEW."teacher_id", NEW."year_group"); RETURN NULL;',
                    hash="438a7bf73137a966f213386a66fbdae69a7442fa",
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
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (NEW."because", NEW."checklist", NEW."closed_by_id", NEW."closed_on", NEW."feedback", NEW."half_term_on", NEW."id", NEW."improved", NEW."improved_by_id", NEW."improved_on", NEW."kind", NEW."looked_by_id", NEW."looked_on", NEW."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."state", NEW."subject_id", NEW."teacher_id", NEW."year_group"); RETURN NULL;',
                    hash="00ad92d389aa4498acdca084afed5bfacf4cbe0a",
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
                    func='INSERT INTO "provision_sampledpaperevent" ("because", "checklist", "closed_by_id", "closed_on", "feedback", "half_term_on", "id", "improved", "improved_by_id", "improved_on", "kind", "looked_by_id", "looked_on", "marks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "state", "subject_id", "teacher_id", "year_group") VALUES (OLD."because", OLD."checklist", OLD."closed_by_id", OLD."closed_on", OLD."feedback", OLD."half_term_on", OLD."id", OLD."improved", OLD."improved_by_id", OLD."improved_on", OLD."kind", OLD."looked_by_id", OLD."looked_on", OLD."marks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."state", OLD."subject_id", OLD."teacher_id", OLD."year_group"); RETURN NULL;',
                    hash="7f7142b7c3096f2780e9ad48fe5f50291d4c643e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35cef",
                    table="provision_sampledpaper",
                    when="AFTER",
                ),
            ),
        ),
    ]
