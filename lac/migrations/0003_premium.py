"""Pupil premium plus: rates, sums given, requests and costs."""

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
        ("lac", "0002_care"),
        ("provision", "0014_a4"),
        ("pupils", "0014_evidence_approval"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PremiumCost",
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
                ("on", models.DateField(verbose_name="paid on")),
                ("pence", models.IntegerField(verbose_name="sum, in pence")),
                ("what", models.CharField(max_length=200, verbose_name="what was paid")),
                (
                    "receipt",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the receipt or order"
                    ),
                ),
                (
                    "early_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why before it was agreed"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.document",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumFunding",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("year", "The whole year’s sum"),
                            ("part", "A term’s part of it"),
                            ("extra", "Exceptional funding"),
                            ("back", "Given back"),
                        ],
                        max_length=5,
                        verbose_name="what it is",
                    ),
                ),
                ("pence", models.PositiveIntegerField(verbose_name="sum, in pence")),
                ("on", models.DateField(verbose_name="date of the letter or payment")),
                ("reference", models.CharField(blank=True, max_length=60)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="premium_sums",
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
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumFundingEvent",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("year", "The whole year’s sum"),
                            ("part", "A term’s part of it"),
                            ("extra", "Exceptional funding"),
                            ("back", "Given back"),
                        ],
                        max_length=5,
                        verbose_name="what it is",
                    ),
                ),
                ("pence", models.PositiveIntegerField(verbose_name="sum, in pence")),
                ("on", models.DateField(verbose_name="date of the letter or payment")),
                ("reference", models.CharField(blank=True, max_length=60)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.premiumfunding",
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
                    "written_by",
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
            name="PremiumRate",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "rate_for",
                    models.CharField(
                        choices=[
                            ("lac", "Looked-after children"),
                            ("plac", "Previously looked-after children"),
                        ],
                        max_length=4,
                        verbose_name="for",
                    ),
                ),
                ("pence", models.PositiveIntegerField(verbose_name="a child and year, in pence")),
                ("source", models.CharField(max_length=200, verbose_name="where it stands")),
                (
                    "federation",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
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
            name="PremiumRequest",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "is_exceptional",
                    models.BooleanField(default=False, verbose_name="exceptional funding"),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what it buys")),
                ("intended", models.TextField(verbose_name="what it is to change")),
                (
                    "planned_pence",
                    models.PositiveIntegerField(verbose_name="planned cost, in pence"),
                ),
                ("starts_on", models.DateField(verbose_name="begins on")),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("asked", "Asked for"),
                            ("agreed", "Agreed"),
                            ("refused", "Not agreed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked for on")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who answered"),
                ),
                (
                    "decision_words",
                    models.CharField(blank=True, max_length=500, verbose_name="what they said"),
                ),
                (
                    "impact",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "It did what it was for"),
                            ("partly", "It did part of it"),
                            ("not", "It did not"),
                            ("early", "Too early to say"),
                        ],
                        max_length=6,
                        verbose_name="did it work?",
                    ),
                ),
                ("impact_words", models.TextField(blank=True, verbose_name="what it changed")),
                ("impact_on", models.DateField(blank=True, null=True, verbose_name="judged on")),
                (
                    "impact_by",
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
                        related_name="premium_requests",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="provision.target",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumCostEvent",
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
                ("on", models.DateField(verbose_name="paid on")),
                ("pence", models.IntegerField(verbose_name="sum, in pence")),
                ("what", models.CharField(max_length=200, verbose_name="what was paid")),
                (
                    "receipt",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the receipt or order"
                    ),
                ),
                (
                    "early_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why before it was agreed"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.document",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.premiumcost",
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
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.premiumrequest",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="premiumcost",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="costs",
                to="lac.premiumrequest",
            ),
        ),
        migrations.CreateModel(
            name="PremiumRequestEvent",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "is_exceptional",
                    models.BooleanField(default=False, verbose_name="exceptional funding"),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what it buys")),
                ("intended", models.TextField(verbose_name="what it is to change")),
                (
                    "planned_pence",
                    models.PositiveIntegerField(verbose_name="planned cost, in pence"),
                ),
                ("starts_on", models.DateField(verbose_name="begins on")),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("asked", "Asked for"),
                            ("agreed", "Agreed"),
                            ("refused", "Not agreed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked for on")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who answered"),
                ),
                (
                    "decision_words",
                    models.CharField(blank=True, max_length=500, verbose_name="what they said"),
                ),
                (
                    "impact",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "It did what it was for"),
                            ("partly", "It did part of it"),
                            ("not", "It did not"),
                            ("early", "Too early to say"),
                        ],
                        max_length=6,
                        verbose_name="did it work?",
                    ),
                ),
                ("impact_words", models.TextField(blank=True, verbose_name="what it changed")),
                ("impact_on", models.DateField(blank=True, null=True, verbose_name="judged on")),
                (
                    "impact_by",
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
                        to="lac.premiumrequest",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.target",
                    ),
                ),
                (
                    "written_by",
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
            model_name="premiumfunding",
            index=models.Index(fields=["school", "pupil"], name="lac_premiumfunding_pupil"),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_premiumfunding_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_premiumfunding_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.CheckConstraint(
                condition=models.Q(("pence__gt", 0)), name="lac_premiumfunding_sum"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2013), ("financial_year__lte", 2100)),
                name="lac_premiumfunding_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "year")),
                fields=("school", "pupil", "financial_year", "payer"),
                name="lac_premiumfunding_one_rate",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumfunding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumfundingevent" ("financial_year", "id", "kind", "note", "on", "payer", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "written_by_id") VALUES (NEW."financial_year", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."payer", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="6847dab1648d787fca397e631c8385c411a85e68",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c768",
                    table="lac_premiumfunding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumfunding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_premiumfundingevent" ("financial_year", "id", "kind", "note", "on", "payer", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "written_by_id") VALUES (NEW."financial_year", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."payer", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="394c6ad38d084b35b25bf3929bf8e44f9d62a2cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e54d",
                    table="lac_premiumfunding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumfunding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumfundingevent" ("financial_year", "id", "kind", "note", "on", "payer", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "written_by_id") VALUES (OLD."financial_year", OLD."id", OLD."kind", OLD."note", OLD."on", OLD."payer", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reference", OLD."school_id", OLD."written_by_id"); RETURN NULL;',
                    hash="09ae040aac7e9e96fc31179c8ac7856fe7640eea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fff51",
                    table="lac_premiumfunding",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrate",
            constraint=models.UniqueConstraint(
                fields=("federation", "financial_year", "rate_for"), name="lac_premiumrate_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrate",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2013), ("financial_year__lte", 2100)),
                name="lac_premiumrate_year",
            ),
        ),
        migrations.AddIndex(
            model_name="premiumrequest",
            index=models.Index(fields=["school", "pupil"], name="lac_premiumrequest_pupil"),
        ),
        migrations.AddIndex(
            model_name="premiumrequest",
            index=models.Index(fields=["school", "target"], name="lac_premiumrequest_target"),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_premiumrequest_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_premiumrequest_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="lac_premiumrequest_target_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned_pence__gt", 0)), name="lac_premiumrequest_cost"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2013), ("financial_year__lte", 2100)),
                name="lac_premiumrequest_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_on__gte", models.F("starts_on"))),
                name="lac_premiumrequest_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "asked"), _negated=True),
                    ("asked_on__isnull", False),
                    _connector="OR",
                ),
                name="lac_premiumrequest_asked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", False), ("state__in", ("agreed", "refused"))),
                    models.Q(
                        models.Q(("state__in", ("agreed", "refused")), _negated=True),
                        ("decided_by", ""),
                        ("decided_on", None),
                        ("decision_words", ""),
                    ),
                    _connector="OR",
                ),
                name="lac_premiumrequest_decision_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_on", None),
                    ("decided_on", None),
                    ("decided_on__gte", models.F("asked_on")),
                    _connector="OR",
                ),
                name="lac_premiumrequest_answer_after_asking",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("impact", ""),
                        ("impact_by", None),
                        ("impact_on", None),
                        ("impact_words", ""),
                    ),
                    models.Q(
                        models.Q(("impact", ""), _negated=True),
                        ("impact_on__isnull", False),
                        ("state", "agreed"),
                    ),
                    _connector="OR",
                ),
                name="lac_premiumrequest_impact_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumrequestevent" ("asked_on", "decided_by", "decided_on", "decision_words", "financial_year", "id", "impact", "impact_by_id", "impact_on", "impact_words", "intended", "is_exceptional", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_pence", "pupil_id", "review_on", "school_id", "starts_on", "state", "target_id", "what", "written_by_id") VALUES (NEW."asked_on", NEW."decided_by", NEW."decided_on", NEW."decision_words", NEW."financial_year", NEW."id", NEW."impact", NEW."impact_by_id", NEW."impact_on", NEW."impact_words", NEW."intended", NEW."is_exceptional", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_pence", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."state", NEW."target_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="c3d580e833ec14ccc0b0ed30e20acafb09b422bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5cf8",
                    table="lac_premiumrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_premiumrequestevent" ("asked_on", "decided_by", "decided_on", "decision_words", "financial_year", "id", "impact", "impact_by_id", "impact_on", "impact_words", "intended", "is_exceptional", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_pence", "pupil_id", "review_on", "school_id", "starts_on", "state", "target_id", "what", "written_by_id") VALUES (NEW."asked_on", NEW."decided_by", NEW."decided_on", NEW."decision_words", NEW."financial_year", NEW."id", NEW."impact", NEW."impact_by_id", NEW."impact_on", NEW."impact_words", NEW."intended", NEW."is_exceptional", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_pence", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."state", NEW."target_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="23f4ed797a8bdf3a9787fd907446254387450481",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d9d19",
                    table="lac_premiumrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumrequestevent" ("asked_on", "decided_by", "decided_on", "decision_words", "financial_year", "id", "impact", "impact_by_id", "impact_on", "impact_words", "intended", "is_exceptional", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_pence", "pupil_id", "review_on", "school_id", "starts_on", "state", "target_id", "what", "written_by_id") VALUES (OLD."asked_on", OLD."decided_by", OLD."decided_on", OLD."decision_words", OLD."financial_year", OLD."id", OLD."impact", OLD."impact_by_id", OLD."impact_on", OLD."impact_words", OLD."intended", OLD."is_exceptional", OLD."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_pence", OLD."pupil_id", OLD."review_on", OLD."school_id", OLD."starts_on", OLD."state", OLD."target_id", OLD."what", OLD."written_by_id"); RETURN NULL;',
                    hash="5e82eb0f761947fbe435d399fcfa63a708dd61f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8b311",
                    table="lac_premiumrequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="premiumcost",
            index=models.Index(fields=["school", "request"], name="lac_premiumcost_request"),
        ),
        migrations.AddIndex(
            model_name="premiumcost",
            index=models.Index(fields=["school", "document"], name="lac_premiumcost_document"),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_premiumcost_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "request", name="lac_premiumcost_request_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "document", name="lac_premiumcost_document_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=models.CheckConstraint(
                condition=models.Q(("pence", 0), _negated=True), name="lac_premiumcost_sum"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumcost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumcostevent" ("document_id", "early_why", "id", "on", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "request_id", "school_id", "what", "written_by_id") VALUES (NEW."document_id", NEW."early_why", NEW."id", NEW."on", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."receipt", NEW."request_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="105441447880cdbc7ad75971de5371b300fecee1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7082",
                    table="lac_premiumcost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumcost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_premiumcostevent" ("document_id", "early_why", "id", "on", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "request_id", "school_id", "what", "written_by_id") VALUES (NEW."document_id", NEW."early_why", NEW."id", NEW."on", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."receipt", NEW."request_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="9e32382d261d6d532900e256fbd4ee8c82ddf2cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d3a08",
                    table="lac_premiumcost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumcost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumcostevent" ("document_id", "early_why", "id", "on", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "request_id", "school_id", "what", "written_by_id") VALUES (OLD."document_id", OLD."early_why", OLD."id", OLD."on", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."receipt", OLD."request_id", OLD."school_id", OLD."what", OLD."written_by_id"); RETURN NULL;',
                    hash="21e1dd005e8792a541ed84b6b0a13537496fb351",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbeba",
                    table="lac_premiumcost",
                    when="AFTER",
                ),
            ),
        ),
    ]
