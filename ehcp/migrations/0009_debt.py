"""What a review meeting agrees line by line; maps of councils' forms in versions."""

import aylsham.identifiers
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("ehcp", "0008_rest"),
        ("provision", "0013_cycle_round"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FederationMap",
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
                            ("form", "A council’s form for a needs assessment"),
                            ("paper", "Order of the papers of annual reviews"),
                        ],
                        max_length=5,
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("content", models.JSONField()),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "ordering": ["kind", "code", "-number"],
            },
        ),
        migrations.CreateModel(
            name="SchoolMap",
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
                            ("form", "A council’s form for a needs assessment"),
                            ("paper", "Order of the papers of annual reviews"),
                        ],
                        max_length=5,
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("content", models.JSONField()),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "ordering": ["kind", "code", "-number"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reviewnote",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reviewnote",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reviewnote",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="reviewnote",
            name="ehcp_reviewnote_line_once",
        ),
        migrations.RemoveConstraint(
            model_name="reviewnote",
            name="ehcp_reviewnote_of_its_kind",
        ),
        migrations.AddField(
            model_name="reviewnote",
            name="wording",
            field=models.TextField(blank=True, verbose_name="the new words"),
        ),
        migrations.AddField(
            model_name="reviewnoteevent",
            name="wording",
            field=models.TextField(blank=True, verbose_name="the new words"),
        ),
        migrations.AlterField(
            model_name="reviewnote",
            name="kind",
            field=models.CharField(
                choices=[
                    ("outcome", "An outcome"),
                    ("change", "A change that was agreed"),
                    ("line", "A line of the plan"),
                    ("difference", "A difference of opinion"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="reviewnote",
            name="title",
            field=models.TextField(blank=True, verbose_name="the plan’s words"),
        ),
        migrations.AlterField(
            model_name="reviewnoteevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("outcome", "An outcome"),
                    ("change", "A change that was agreed"),
                    ("line", "A line of the plan"),
                    ("difference", "A difference of opinion"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="reviewnoteevent",
            name="title",
            field=models.TextField(blank=True, verbose_name="the plan’s words"),
        ),
        migrations.AlterField(
            model_name="reviewpaper",
            name="order",
            field=models.CharField(max_length=50, verbose_name="order of the parts"),
        ),
        migrations.AlterField(
            model_name="reviewpaperevent",
            name="order",
            field=models.CharField(max_length=50, verbose_name="order of the parts"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "wording", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."line_id", NEW."meeting_id", NEW."onward", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."progress", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."title", NEW."whose", NEW."wording", NEW."written_by_id"); RETURN NULL;',
                    hash="563afd7b3365e6d1339b4525df34d38a96310342",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96995",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."line_id" IS DISTINCT FROM (NEW."line_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."onward" IS DISTINCT FROM (NEW."onward") OR OLD."outcome_id" IS DISTINCT FROM (NEW."outcome_id") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."sensitivity" IS DISTINCT FROM (NEW."sensitivity") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."wording" IS DISTINCT FROM (NEW."wording") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "wording", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."line_id", NEW."meeting_id", NEW."onward", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."progress", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."title", NEW."whose", NEW."wording", NEW."written_by_id"); RETURN NULL;',
                    hash="37c5cde673a52c732ba184e7ec0e10dd94432288",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_992f1",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "wording", "written_by_id") VALUES (OLD."id", OLD."kind", OLD."line_id", OLD."meeting_id", OLD."onward", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."progress", OLD."school_id", OLD."section", OLD."sensitivity", OLD."text", OLD."title", OLD."whose", OLD."wording", OLD."written_by_id"); RETURN NULL;',
                    hash="b82e440cdf807deb7ed9a22a009360bf2cf5d32e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_164e1",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("line__isnull", False), models.Q(("kind", "difference"), _negated=True)
                ),
                fields=("school", "meeting", "line"),
                name="ehcp_reviewnote_line_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "outcome"),
                        ("section", ""),
                        ("whose", ""),
                        models.Q(("title", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "change"),
                        ("onward", ""),
                        ("progress", ""),
                        ("title", ""),
                        ("whose", ""),
                        ("wording", ""),
                        models.Q(("section", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "line"),
                        ("progress", ""),
                        ("whose", ""),
                        ("wording", ""),
                        models.Q(("section", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "difference"),
                        ("onward", ""),
                        ("progress", ""),
                        ("section", ""),
                        ("title", ""),
                        ("wording", ""),
                        models.Q(("whose", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_reviewnote_of_its_kind",
            ),
        ),
        migrations.AddField(
            model_name="federationmap",
            name="federation",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.federation",
            ),
        ),
        migrations.AddField(
            model_name="federationmap",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="schoolmap",
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
            model_name="schoolmap",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="federationmap",
            constraint=models.UniqueConstraint(
                fields=("federation", "kind", "code", "number"), name="ehcp_federationmap_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolmap",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_schoolmap_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolmap",
            constraint=models.UniqueConstraint(
                fields=("school", "kind", "code", "number"), name="ehcp_schoolmap_uniq"
            ),
        ),
    ]
