"""Evidence bundles: what was chosen, made and sent."""

import aylsham.identifiers
import aylsham.tenancy.constraints
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
        ("pupils", "0012_bases"),
        ("reports", "0002_fields"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EvidenceBundle",
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
                    "aim",
                    models.CharField(
                        choices=[
                            ("assess", "A request for a needs assessment"),
                            ("review", "An annual review"),
                            ("appeal", "Mediation or an appeal"),
                            ("other", "Something else"),
                        ],
                        max_length=7,
                        verbose_name="what it is for",
                    ),
                ),
                ("council", models.CharField(max_length=100, verbose_name="who it is for")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("kinds", models.JSONField(default=list, verbose_name="what goes in")),
                (
                    "most_mb",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="largest file of the portal"
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("found", models.JSONField(blank=True, default=list)),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
                ("job_id", models.UUIDField(blank=True, null=True)),
                ("problem", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("manifest", models.JSONField(blank=True, default=dict)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("portal", "The council’s portal"),
                            ("email", "Secure e-mail"),
                            ("post", "Post"),
                            ("hand", "By hand"),
                        ],
                        max_length=6,
                        verbose_name="how it went",
                    ),
                ),
                ("sent_to", models.CharField(blank=True, max_length=150, verbose_name="to whom")),
                (
                    "made_by",
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
                        related_name="evidence_bundles",
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
                "ordering": ["-started_at", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BundlePart",
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
                ("number", models.PositiveSmallIntegerField()),
                ("first_page", models.PositiveSmallIntegerField()),
                ("last_page", models.PositiveSmallIntegerField()),
                ("pdf", models.BinaryField()),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("digest", models.CharField(max_length=64)),
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
                    "bundle",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="reports.evidencebundle",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BundleChoice",
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
                ("item", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=64)),
                ("is_in", models.BooleanField(verbose_name="goes in")),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "by",
                    models.ForeignKey(
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
                    "bundle",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="reports.evidencebundle",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceBundleEvent",
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
                    "aim",
                    models.CharField(
                        choices=[
                            ("assess", "A request for a needs assessment"),
                            ("review", "An annual review"),
                            ("appeal", "Mediation or an appeal"),
                            ("other", "Something else"),
                        ],
                        max_length=7,
                        verbose_name="what it is for",
                    ),
                ),
                ("council", models.CharField(max_length=100, verbose_name="who it is for")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("kinds", models.JSONField(default=list, verbose_name="what goes in")),
                (
                    "most_mb",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="largest file of the portal"
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("portal", "The council’s portal"),
                            ("email", "Secure e-mail"),
                            ("post", "Post"),
                            ("hand", "By hand"),
                        ],
                        max_length=6,
                        verbose_name="how it went",
                    ),
                ),
                ("sent_to", models.CharField(blank=True, max_length=150, verbose_name="to whom")),
                (
                    "made_by",
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
                        to="reports.evidencebundle",
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
        migrations.AddIndex(
            model_name="evidencebundle",
            index=models.Index(fields=["school", "pupil"], name="reports_evidencebundle_pupil"),
        ),
        migrations.AddIndex(
            model_name="evidencebundle",
            index=models.Index(fields=["school", "made_at"], name="reports_evidencebundle_made"),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_evidencebundle_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="reports_evidencebundle_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on", None),
                    ("ends_on", None),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="reports_evidencebundle_days_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at", None), ("made_by", None), ("manifest", {}), ("pages", 0)),
                    models.Q(
                        ("made_at__isnull", False),
                        ("pages__gt", 0),
                        models.Q(("manifest", {}), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reports_evidencebundle_made_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencebundle",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sent_by", None), ("sent_how", ""), ("sent_on", None), ("sent_to", "")
                    ),
                    models.Q(
                        ("made_at__isnull", False),
                        ("sent_on__isnull", False),
                        models.Q(("sent_how", ""), _negated=True),
                        models.Q(("sent_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reports_evidencebundle_sent_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencebundle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_evidencebundleevent" ("aim", "council", "ends_on", "id", "kinds", "looked_at", "made_at", "made_by_id", "most_mb", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_by_id", "sent_how", "sent_on", "sent_to", "started_at", "started_by_id", "starts_on") VALUES (NEW."aim", NEW."council", NEW."ends_on", NEW."id", NEW."kinds", NEW."looked_at", NEW."made_at", NEW."made_by_id", NEW."most_mb", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sent_to", NEW."started_at", NEW."started_by_id", NEW."starts_on"); RETURN NULL;',
                    hash="abd31a8634816462b794b223a70ab0e15e926c5d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b5caf",
                    table="reports_evidencebundle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencebundle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aim" IS DISTINCT FROM (NEW."aim") OR OLD."council" IS DISTINCT FROM (NEW."council") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kinds" IS DISTINCT FROM (NEW."kinds") OR OLD."looked_at" IS DISTINCT FROM (NEW."looked_at") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."most_mb" IS DISTINCT FROM (NEW."most_mb") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."pupil_id" IS DISTINCT FROM (NEW."pupil_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."sent_how" IS DISTINCT FROM (NEW."sent_how") OR OLD."sent_on" IS DISTINCT FROM (NEW."sent_on") OR OLD."sent_to" IS DISTINCT FROM (NEW."sent_to") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."started_by_id" IS DISTINCT FROM (NEW."started_by_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func='INSERT INTO "reports_evidencebundleevent" ("aim", "council", "ends_on", "id", "kinds", "looked_at", "made_at", "made_by_id", "most_mb", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_by_id", "sent_how", "sent_on", "sent_to", "started_at", "started_by_id", "starts_on") VALUES (NEW."aim", NEW."council", NEW."ends_on", NEW."id", NEW."kinds", NEW."looked_at", NEW."made_at", NEW."made_by_id", NEW."most_mb", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sent_to", NEW."started_at", NEW."started_by_id", NEW."starts_on"); RETURN NULL;',
                    hash="ca5f145d3a63e7b21773d3f9eeb1ba673bac2187",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ca80",
                    table="reports_evidencebundle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencebundle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_evidencebundleevent" ("aim", "council", "ends_on", "id", "kinds", "looked_at", "made_at", "made_by_id", "most_mb", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_by_id", "sent_how", "sent_on", "sent_to", "started_at", "started_by_id", "starts_on") VALUES (OLD."aim", OLD."council", OLD."ends_on", OLD."id", OLD."kinds", OLD."looked_at", OLD."made_at", OLD."made_by_id", OLD."most_mb", OLD."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sent_by_id", OLD."sent_how", OLD."sent_on", OLD."sent_to", OLD."started_at", OLD."started_by_id", OLD."starts_on"); RETURN NULL;',
                    hash="0572bd39ec671a80aec1120a2ab76d7ee761c5c5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_01181",
                    table="reports_evidencebundle",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_bundlepart_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "bundle", name="reports_bundlepart_bundle_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=models.UniqueConstraint(
                fields=("school", "bundle", "number"), name="reports_bundlepart_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlepart",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_page__gte", models.F("first_page"))),
                name="reports_bundlepart_pages",
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_bundlechoice_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "bundle", name="reports_bundlechoice_bundle_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=models.UniqueConstraint(
                fields=("school", "bundle", "item"), name="reports_bundlechoice_item_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="bundlechoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="reports_bundlechoice_says_why",
            ),
        ),
    ]
