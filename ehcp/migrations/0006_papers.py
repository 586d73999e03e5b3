"""The papers of an annual review: parts, who writes them, copies as sent."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("ehcp", "0005_meetings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewPaper",
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
                            ("advice", "School’s report for the meeting"),
                            ("report", "Report of the meeting"),
                        ],
                        max_length=6,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("order", models.CharField(max_length=20, verbose_name="order of the parts")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("checked", "Checked, to be sent"),
                            ("sent", "Sent"),
                        ],
                        default="draft",
                        max_length=7,
                    ),
                ),
                ("started_on", models.DateField(verbose_name="begun on")),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="ehcp.annualreview",
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
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewPaperEvent",
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
                            ("advice", "School’s report for the meeting"),
                            ("report", "Report of the meeting"),
                        ],
                        max_length=6,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("order", models.CharField(max_length=20, verbose_name="order of the parts")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("checked", "Checked, to be sent"),
                            ("sent", "Sent"),
                        ],
                        default="draft",
                        max_length=7,
                    ),
                ),
                ("started_on", models.DateField(verbose_name="begun on")),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "checked_by",
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
                        to="ehcp.reviewpaper",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
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
                    "started_by",
                    models.ForeignKey(
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
            name="ReviewPaperPart",
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
                ("key", models.CharField(max_length=20)),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("lines", models.JSONField(blank=True, default=list)),
                ("filled_on", models.DateField(verbose_name="filled from the record on")),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="lines left out",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="own words")),
                ("is_done", models.BooleanField(default=False, verbose_name="finished")),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("sittings", models.JSONField(blank=True, default=dict)),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="wanted by")),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="ehcp.reviewpaper",
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
                    "written_by",
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartWriter",
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
                ("since", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="writers",
                        to="ehcp.reviewpaperpart",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewPaperPartEvent",
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
                ("key", models.CharField(max_length=20)),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=1,
                        verbose_name="who may read it",
                    ),
                ),
                ("lines", models.JSONField(blank=True, default=list)),
                ("filled_on", models.DateField(verbose_name="filled from the record on")),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="lines left out",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="own words")),
                ("is_done", models.BooleanField(default=False, verbose_name="finished")),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="wanted by")),
                (
                    "owner",
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
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.reviewpaper",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.reviewpaperpart",
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
                    "written_by",
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
            name="SentPaper",
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
                ("gone_on", models.DateField()),
                ("content", models.JSONField()),
                ("pdf", models.BinaryField()),
                ("word", models.BinaryField()),
                ("digest", models.CharField(max_length=64, verbose_name="hash of the PDF")),
                (
                    "word_digest",
                    models.CharField(max_length=64, verbose_name="hash of the Word file"),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent",
                        to="ehcp.reviewpaper",
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
            model_name="reviewpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_paper_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "review", "kind", "number"), name="ehcp_paper_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sent"), _negated=True),
                fields=("school", "review", "kind"),
                name="ehcp_paper_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_by", None), ("checked_on", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("checked_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="ehcp_paper_checked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_on__isnull", False), ("state", "sent")),
                    models.Q(models.Q(("state", "sent"), _negated=True), ("sent_on", None)),
                    _connector="OR",
                ),
                name="ehcp_paper_sent_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_on", None),
                    ("checked_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="ehcp_paper_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="ehcp_paper_from_1"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperevent" ("checked_by_id", "checked_on", "id", "kind", "number", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id", "sent_on", "started_by_id", "started_on", "state") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."kind", NEW."number", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."review_id", NEW."school_id", NEW."sent_on", NEW."started_by_id", NEW."started_on", NEW."state"); RETURN NULL;',
                    hash="59015b1957abf8a9e1fa76f5495242d55e849243",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_95f4d",
                    table="ehcp_reviewpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewpaperevent" ("checked_by_id", "checked_on", "id", "kind", "number", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id", "sent_on", "started_by_id", "started_on", "state") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."kind", NEW."number", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."review_id", NEW."school_id", NEW."sent_on", NEW."started_by_id", NEW."started_on", NEW."state"); RETURN NULL;',
                    hash="72a5fc6b9423dbf1699be3b1f4d287bdde03c6c9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da990",
                    table="ehcp_reviewpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperevent" ("checked_by_id", "checked_on", "id", "kind", "number", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id", "sent_on", "started_by_id", "started_on", "state") VALUES (OLD."checked_by_id", OLD."checked_on", OLD."id", OLD."kind", OLD."number", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."review_id", OLD."school_id", OLD."sent_on", OLD."started_by_id", OLD."started_on", OLD."state"); RETURN NULL;',
                    hash="dc77faf5401aca38022314b4a9345ab9f3b64c0d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_df269",
                    table="ehcp_reviewpaper",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reviewpaperpart",
            index=models.Index(fields=["school", "owner"], name="ehcp_paperpart_owner"),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewpaperpart_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "paper", name="ehcp_paperpart_paper_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.UniqueConstraint(
                fields=("school", "paper", "key"), name="ehcp_paperpart_key_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked_on", None), ("due_on", None), ("owner", None)),
                    models.Q(("asked_on__isnull", False), ("due_on__gte", models.F("asked_on"))),
                    _connector="OR",
                ),
                name="ehcp_paperpart_asked_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_at__isnull", False), ("written_by", None), _connector="OR"
                ),
                name="ehcp_paperpart_written_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperpartevent" ("asked_on", "due_on", "filled_on", "id", "is_done", "key", "left_out", "lines", "owner_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "text", "written_at", "written_by_id") VALUES (NEW."asked_on", NEW."due_on", NEW."filled_on", NEW."id", NEW."is_done", NEW."key", NEW."left_out", NEW."lines", NEW."owner_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sensitivity", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="4d4f6a70ba44056aca86ca2692ddbcc11fd5c206",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_90391",
                    table="ehcp_reviewpaperpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asked_on" IS DISTINCT FROM (NEW."asked_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."filled_on" IS DISTINCT FROM (NEW."filled_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_done" IS DISTINCT FROM (NEW."is_done") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."left_out" IS DISTINCT FROM (NEW."left_out") OR OLD."lines" IS DISTINCT FROM (NEW."lines") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."paper_id" IS DISTINCT FROM (NEW."paper_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sensitivity" IS DISTINCT FROM (NEW."sensitivity") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "ehcp_reviewpaperpartevent" ("asked_on", "due_on", "filled_on", "id", "is_done", "key", "left_out", "lines", "owner_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "text", "written_at", "written_by_id") VALUES (NEW."asked_on", NEW."due_on", NEW."filled_on", NEW."id", NEW."is_done", NEW."key", NEW."left_out", NEW."lines", NEW."owner_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sensitivity", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="8ed64363fb7110b6ec2a3a0d29da9a19ac51f683",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f42eb",
                    table="ehcp_reviewpaperpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperpartevent" ("asked_on", "due_on", "filled_on", "id", "is_done", "key", "left_out", "lines", "owner_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "text", "written_at", "written_by_id") VALUES (OLD."asked_on", OLD."due_on", OLD."filled_on", OLD."id", OLD."is_done", OLD."key", OLD."left_out", OLD."lines", OLD."owner_id", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sensitivity", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="d971db6cb04508e9a7b62fe559d0d84c063b694f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8ca6e",
                    table="ehcp_reviewpaperpart",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_partwriter_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "part", name="ehcp_partwriter_part_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=models.UniqueConstraint(
                fields=("school", "part", "user"), name="ehcp_partwriter_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen_at__gte", models.F("since"))),
                name="ehcp_partwriter_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="sentpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_sentpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sentpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "paper", name="ehcp_sentpaper_paper_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sentpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "paper"), name="ehcp_sentpaper_one"
            ),
        ),
    ]
