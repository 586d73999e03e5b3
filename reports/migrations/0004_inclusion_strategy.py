"""The inclusion strategy: its years, barriers, activities and outcomes."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("provision", "0001_tables_2026_11_29"),
        ("reports", "0003_accessibility_plan"),
        ("staff", "0001_tables_2026_11_29"),
    ]

    operations = [
        migrations.CreateModel(
            name="InclusionStrategy",
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
                    "first_year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2026),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="first academic year",
                    ),
                ),
                (
                    "last_year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2026),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="last academic year",
                    ),
                ),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "authorised_by",
                    models.CharField(blank=True, max_length=150, verbose_name="authorised by"),
                ),
                (
                    "fund_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="sum of the fund"
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
        migrations.CreateModel(
            name="InclusionStrategyEvent",
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
                    "first_year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2026),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="first academic year",
                    ),
                ),
                (
                    "last_year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2026),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="last academic year",
                    ),
                ),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "authorised_by",
                    models.CharField(blank=True, max_length=150, verbose_name="authorised by"),
                ),
                (
                    "fund_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="sum of the fund"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.inclusionstrategy",
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
            name="StrategyActivity",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2026),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="academic year",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="activity")),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("U", "Universal: for every child"),
                            ("T", "Targeted: for some children"),
                        ],
                        max_length=1,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="budgeted cost"
                    ),
                ),
                (
                    "fund_pence",
                    models.PositiveIntegerField(default=0, verbose_name="of it from the fund"),
                ),
                (
                    "funding",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("core", "Core budget"),
                                ("notional", "Notional SEN budget (element 2)"),
                                ("formula", "Element 3, by formula"),
                                ("cohort", "Element 3, for the cohort"),
                                ("premium", "Pupil premium"),
                                ("plus", "Pupil premium plus"),
                                ("imf", "Inclusive mainstream fund"),
                                ("senif", "SEN inclusion fund"),
                                ("other", "Another source"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        verbose_name="paid from",
                    ),
                ),
                (
                    "principles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, default=list
                    ),
                ),
                (
                    "barriers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list
                    ),
                ),
                ("taken_pence", models.PositiveIntegerField(blank=True, null=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "own_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="provision.schoolintervention",
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
                    "shared_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="provision.federationintervention",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="staff.trainingsession",
                    ),
                ),
            ],
            options={
                "ordering": ["year", "added_at", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategyActivityEvent",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2026),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="academic year",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="activity")),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("U", "Universal: for every child"),
                            ("T", "Targeted: for some children"),
                        ],
                        max_length=1,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="budgeted cost"
                    ),
                ),
                (
                    "fund_pence",
                    models.PositiveIntegerField(default=0, verbose_name="of it from the fund"),
                ),
                (
                    "funding",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("core", "Core budget"),
                                ("notional", "Notional SEN budget (element 2)"),
                                ("formula", "Element 3, by formula"),
                                ("cohort", "Element 3, for the cohort"),
                                ("premium", "Pupil premium"),
                                ("plus", "Pupil premium plus"),
                                ("imf", "Inclusive mainstream fund"),
                                ("senif", "SEN inclusion fund"),
                                ("other", "Another source"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        verbose_name="paid from",
                    ),
                ),
                (
                    "principles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, default=list
                    ),
                ),
                (
                    "barriers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list
                    ),
                ),
                ("taken_pence", models.PositiveIntegerField(blank=True, null=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "own_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.schoolintervention",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.strategyactivity",
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
                    "shared_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.federationintervention",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.trainingsession",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategyBarrier",
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
                ("what", models.CharField(max_length=300, verbose_name="barrier")),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
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
                "ordering": ["number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategyBarrierEvent",
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
                ("number", models.PositiveSmallIntegerField()),
                ("what", models.CharField(max_length=300, verbose_name="barrier")),
                (
                    "area",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.strategybarrier",
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
            name="StrategyOutcome",
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
                ("what", models.CharField(max_length=300, verbose_name="intended outcome")),
                ("success", models.CharField(max_length=300, verbose_name="how we will know")),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                "ordering": ["added_at", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategyOutcomeEvent",
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
                ("what", models.CharField(max_length=300, verbose_name="intended outcome")),
                ("success", models.CharField(max_length=300, verbose_name="how we will know")),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.strategyoutcome",
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
        migrations.AddConstraint(
            model_name="inclusionstrategy",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_inclusionstrategy_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="inclusionstrategy",
            constraint=models.UniqueConstraint(
                fields=("school",), name="reports_inclusionstrategy_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="inclusionstrategy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_year__gte", 2026), ("last_year__gte", models.F("first_year"))
                ),
                name="reports_inclusionstrategy_years",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="inclusionstrategy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_inclusionstrategyevent" ("authorised_by", "first_year", "fund_pence", "id", "last_year", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "school_id") VALUES (NEW."authorised_by", NEW."first_year", NEW."fund_pence", NEW."id", NEW."last_year", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."review_on", NEW."school_id"); RETURN NULL;',
                    hash="f9f318ab54ad7a49400d2b63a2dab6a1603927fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_44a7c",
                    table="reports_inclusionstrategy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="inclusionstrategy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_inclusionstrategyevent" ("authorised_by", "first_year", "fund_pence", "id", "last_year", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "school_id") VALUES (NEW."authorised_by", NEW."first_year", NEW."fund_pence", NEW."id", NEW."last_year", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."review_on", NEW."school_id"); RETURN NULL;',
                    hash="216b0dd71eaf8be3af76c9dd6f06d30e4aaa0794",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aafd1",
                    table="reports_inclusionstrategy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="inclusionstrategy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_inclusionstrategyevent" ("authorised_by", "first_year", "fund_pence", "id", "last_year", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "school_id") VALUES (OLD."authorised_by", OLD."first_year", OLD."fund_pence", OLD."id", OLD."last_year", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."review_on", OLD."school_id"); RETURN NULL;',
                    hash="a9e36c4edb96409721c81a029b8d8020bd5bd2ff",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e2c18",
                    table="reports_inclusionstrategy",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyactivity",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_strategyactivity_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyactivity",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "own_item", name="reports_strategyactivity_item_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyactivity",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "training", name="reports_strategyactivity_training_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyactivity",
            constraint=models.UniqueConstraint(
                fields=("school", "year", "what"), name="reports_strategyactivity_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyactivity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fund_pence", 0), ("pence", None)),
                    ("fund_pence__lte", models.F("pence")),
                    _connector="OR",
                ),
                name="reports_strategyactivity_fund_within",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_strategyactivityevent" ("added_at", "barriers", "fund_pence", "funding", "id", "own_item_id", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principles", "reach", "school_id", "shared_item_id", "taken_pence", "training_id", "what", "year") VALUES (NEW."added_at", NEW."barriers", NEW."fund_pence", NEW."funding", NEW."id", NEW."own_item_id", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."principles", NEW."reach", NEW."school_id", NEW."shared_item_id", NEW."taken_pence", NEW."training_id", NEW."what", NEW."year"); RETURN NULL;',
                    hash="2e9de9b7abf45fbbddfa1389f1a95cd5f2bf634b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_967fc",
                    table="reports_strategyactivity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_strategyactivityevent" ("added_at", "barriers", "fund_pence", "funding", "id", "own_item_id", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principles", "reach", "school_id", "shared_item_id", "taken_pence", "training_id", "what", "year") VALUES (NEW."added_at", NEW."barriers", NEW."fund_pence", NEW."funding", NEW."id", NEW."own_item_id", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."principles", NEW."reach", NEW."school_id", NEW."shared_item_id", NEW."taken_pence", NEW."training_id", NEW."what", NEW."year"); RETURN NULL;',
                    hash="a1ff30e98d6b53b2cfb70666e5a2307484969db1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_60a92",
                    table="reports_strategyactivity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyactivity",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_strategyactivityevent" ("added_at", "barriers", "fund_pence", "funding", "id", "own_item_id", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principles", "reach", "school_id", "shared_item_id", "taken_pence", "training_id", "what", "year") VALUES (OLD."added_at", OLD."barriers", OLD."fund_pence", OLD."funding", OLD."id", OLD."own_item_id", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."principles", OLD."reach", OLD."school_id", OLD."shared_item_id", OLD."taken_pence", OLD."training_id", OLD."what", OLD."year"); RETURN NULL;',
                    hash="600125e9e25df4ef00042fd35da285e510bdce9c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d7e46",
                    table="reports_strategyactivity",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="strategybarrier",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_strategybarrier_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategybarrier",
            constraint=models.UniqueConstraint(
                fields=("school", "number"), name="reports_strategybarrier_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategybarrier",
            constraint=models.UniqueConstraint(
                fields=("school", "what"), name="reports_strategybarrier_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategybarrier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_strategybarrierevent" ("area", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (NEW."area", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."what"); RETURN NULL;',
                    hash="37d962e86997b499d77332c1328c0a728353727f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_422ef",
                    table="reports_strategybarrier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategybarrier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_strategybarrierevent" ("area", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (NEW."area", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."what"); RETURN NULL;',
                    hash="def833a483d523ccb666e3445e87a60e9b9bb58b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af393",
                    table="reports_strategybarrier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategybarrier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_strategybarrierevent" ("area", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (OLD."area", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."what"); RETURN NULL;',
                    hash="c3d7dfce67a3857a7ab12330f4e37c16607cdfd5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_45b61",
                    table="reports_strategybarrier",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyoutcome",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_strategyoutcome_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyoutcome",
            constraint=models.UniqueConstraint(
                fields=("school", "what"), name="reports_strategyoutcome_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyoutcome",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_strategyoutcomeevent" ("added_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "success", "what") VALUES (NEW."added_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."success", NEW."what"); RETURN NULL;',
                    hash="21d89de4590e1dbda89eb31feddcb56df5b5c3c0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ffb19",
                    table="reports_strategyoutcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyoutcome",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_strategyoutcomeevent" ("added_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "success", "what") VALUES (NEW."added_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."success", NEW."what"); RETURN NULL;',
                    hash="66bb26671d4d8e19d589515c68e90abb3228332c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_50b33",
                    table="reports_strategyoutcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyoutcome",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_strategyoutcomeevent" ("added_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "success", "what") VALUES (OLD."added_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."success", OLD."what"); RETURN NULL;',
                    hash="2ee538032a66002c43044370402cdfdb23225762",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e5045",
                    table="reports_strategyoutcome",
                    when="AFTER",
                ),
            ),
        ),
    ]
