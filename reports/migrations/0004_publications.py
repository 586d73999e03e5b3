"""What a school publishes: its versions, for good, and their PDFs."""

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
        ("reports", "0003_bundles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Publication",
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
                        choices=[("sen-information-report", "SEN information report")],
                        max_length=24,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("content", models.JSONField(blank=True, default=dict)),
                ("read_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the school’s own words"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
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
                (
                    "withdrawn_by",
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
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublicationEvent",
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
                        choices=[("sen-information-report", "SEN information report")],
                        max_length=24,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                            ("replaced", "Replaced by a newer one"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("read_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the school’s own words"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.publication",
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
                (
                    "withdrawn_by",
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
            name="PublicationFile",
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
                    "publication",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="reports.publication",
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
            model_name="publication",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_publication_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "head"))),
                fields=("school", "kind"),
                name="reports_publication_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "published")),
                fields=("school", "kind"),
                name="reports_publication_one_out",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at", None), ("sent_by", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("sent_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="reports_publication_sent_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at__isnull", False),
                        ("state__in", ("published", "replaced", "withdrawn")),
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ("published", "replaced", "withdrawn")), _negated=True
                        ),
                        ("published_at", None),
                        ("published_by", None),
                    ),
                    _connector="OR",
                ),
                name="reports_publication_published_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "withdrawn"),
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_why", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "withdrawn"), _negated=True),
                        ("withdrawn_at", None),
                        ("withdrawn_by", None),
                        ("withdrawn_why", ""),
                    ),
                    _connector="OR",
                ),
                name="reports_publication_withdrawn_has_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_document",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" IN ('published', 'replaced', 'withdrawn'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="30a4a4f40ef400bb6f5851fa90bc739dde9c9521",
                    operation="DELETE",
                    pgid="pgtrigger_keep_published_document_23386",
                    table="reports_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="document_published_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:head,head:draft,head:published,published:replaced,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="15a8cc16d48fe6ffdcffec3abcba7053e4e39cb7",
                    operation="UPDATE",
                    pgid="pgtrigger_document_published_for_good_b2efb",
                    table="reports_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_words",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."state" IN (\'published\', \'replaced\', \'withdrawn\') AND (OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."content" IS DISTINCT FROM (NEW."content")))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5097bfd92460c1afb5973ca824cc6b40484a0216",
                    operation="UPDATE",
                    pgid="pgtrigger_keep_published_words_af7b8",
                    table="reports_publication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."read_on", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="549d891862583d348c743fe1a3a9a55d20b1e720",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bad02",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."read_on" IS DISTINCT FROM (NEW."read_on") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_back_words" IS DISTINCT FROM (NEW."sent_back_words") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_why" IS DISTINCT FROM (NEW."withdrawn_why") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."read_on", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="4aa6816fd946827de3264d894161c2ecc9865751",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4a675",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_publicationevent" ("id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "read_on", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."read_on", OLD."school_id", OLD."sent_at", OLD."sent_back_words", OLD."sent_by_id", OLD."state", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_why", OLD."words"); RETURN NULL;',
                    hash="e2457ba3adae11792c39c4c68916503664a7a4d6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eddf6",
                    table="reports_publication",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationfile",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_publicationfile_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationfile",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "publication", name="reports_publicationfile_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationfile",
            constraint=models.UniqueConstraint(
                fields=("school", "publication"), name="reports_publicationfile_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicationfile",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_publication_pdf",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bcd0c4070057136b980d50e8034a9f82fb5f0397",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_publication_pdf_90f25",
                    table="reports_publicationfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
