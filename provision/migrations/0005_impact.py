"""What children scored on entry and exit of a provision, and a school's own tests."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
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
        ("provision", "0004_sessions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EntryExit",
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
                ("known_test", models.CharField(blank=True, max_length=20)),
                ("part", models.CharField(blank=True, max_length=60, verbose_name="part or index")),
                (
                    "scores",
                    models.CharField(
                        choices=[
                            ("standard", "Standardised score"),
                            ("scaled", "Scaled score"),
                            ("t", "T-score"),
                            ("age", "Age equivalent"),
                            ("raw", "Raw score or count"),
                        ],
                        max_length=8,
                        verbose_name="kind of score",
                    ),
                ),
                (
                    "entry",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on entry",
                    ),
                ),
                (
                    "entry_on",
                    models.DateField(blank=True, null=True, verbose_name="entry tested on"),
                ),
                (
                    "entry_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on entry"),
                ),
                (
                    "exit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on exit",
                    ),
                ),
                ("exit_on", models.DateField(blank=True, null=True, verbose_name="exit tested on")),
                (
                    "exit_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on exit"),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="provision.place",
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
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolTest",
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
                ("name", models.CharField(max_length=100)),
                ("measures", models.CharField(max_length=100, verbose_name="what it measures")),
                (
                    "scores",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("standard", "Standardised score"),
                                ("scaled", "Scaled score"),
                                ("t", "T-score"),
                                ("age", "Age equivalent"),
                                ("raw", "Raw score or count"),
                            ],
                            max_length=8,
                        )
                    ),
                ),
                (
                    "lower_is_better",
                    models.BooleanField(
                        default=False, verbose_name="a falling score is what one hopes for"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="where that is written"
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
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
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntryExitEvent",
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
                ("known_test", models.CharField(blank=True, max_length=20)),
                ("part", models.CharField(blank=True, max_length=60, verbose_name="part or index")),
                (
                    "scores",
                    models.CharField(
                        choices=[
                            ("standard", "Standardised score"),
                            ("scaled", "Scaled score"),
                            ("t", "T-score"),
                            ("age", "Age equivalent"),
                            ("raw", "Raw score or count"),
                        ],
                        max_length=8,
                        verbose_name="kind of score",
                    ),
                ),
                (
                    "entry",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on entry",
                    ),
                ),
                (
                    "entry_on",
                    models.DateField(blank=True, null=True, verbose_name="entry tested on"),
                ),
                (
                    "entry_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on entry"),
                ),
                (
                    "exit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="on exit",
                    ),
                ),
                ("exit_on", models.DateField(blank=True, null=True, verbose_name="exit tested on")),
                (
                    "exit_form",
                    models.CharField(blank=True, max_length=40, verbose_name="version on exit"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.entryexit",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.place",
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
                    "own_test",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.schooltest",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="entryexit",
            name="own_test",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="provision.schooltest",
            ),
        ),
        migrations.CreateModel(
            name="SchoolTestEvent",
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
                ("name", models.CharField(max_length=100)),
                ("measures", models.CharField(max_length=100, verbose_name="what it measures")),
                (
                    "scores",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("standard", "Standardised score"),
                                ("scaled", "Scaled score"),
                                ("t", "T-score"),
                                ("age", "Age equivalent"),
                                ("raw", "Raw score or count"),
                            ],
                            max_length=8,
                        )
                    ),
                ),
                (
                    "lower_is_better",
                    models.BooleanField(
                        default=False, verbose_name="a falling score is what one hopes for"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="where that is written"
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.schooltest",
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
            model_name="schooltest",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_schooltest_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schooltest",
            constraint=models.UniqueConstraint(
                fields=("school", "name"), name="provision_schooltest_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schooltest",
            constraint=models.CheckConstraint(
                condition=models.Q(("scores__len__gt", 0)), name="provision_schooltest_has_scores"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schooltest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schooltestevent" ("id", "is_retired", "lower_is_better", "measures", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "scores", "source") VALUES (NEW."id", NEW."is_retired", NEW."lower_is_better", NEW."measures", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."scores", NEW."source"); RETURN NULL;',
                    hash="b6959253796f927228f8ae90b70fc1f6111714a5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_088da",
                    table="provision_schooltest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schooltest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_schooltestevent" ("id", "is_retired", "lower_is_better", "measures", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "scores", "source") VALUES (NEW."id", NEW."is_retired", NEW."lower_is_better", NEW."measures", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."scores", NEW."source"); RETURN NULL;',
                    hash="88447682eec8b7b282e36113d41159095d3bce32",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1180",
                    table="provision_schooltest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schooltest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schooltestevent" ("id", "is_retired", "lower_is_better", "measures", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "scores", "source") VALUES (OLD."id", OLD."is_retired", OLD."lower_is_better", OLD."measures", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."scores", OLD."source"); RETURN NULL;',
                    hash="1cb28d0b055e86ded696ab0b622b40ee20515310",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd155",
                    table="provision_schooltest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="entryexit",
            index=models.Index(fields=["school", "place"], name="provision_entryexit_of"),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_entryexit_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "place", name="provision_entryexit_place_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "own_test", name="provision_entryexit_test_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.UniqueConstraint(
                fields=("school", "place", "known_test", "own_test", "part", "scores"),
                name="provision_entryexit_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("known_test", ""), ("own_test__isnull", False)),
                    models.Q(models.Q(("known_test", ""), _negated=True), ("own_test", None)),
                    _connector="OR",
                ),
                name="provision_entryexit_one_test",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry", None), ("entry_form", ""), ("entry_on", None)),
                    models.Q(("entry__isnull", False), ("entry_on__isnull", False)),
                    _connector="OR",
                ),
                name="provision_entryexit_entry_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("exit", None), ("exit_form", ""), ("exit_on", None)),
                    models.Q(("exit__isnull", False), ("exit_on__isnull", False)),
                    _connector="OR",
                ),
                name="provision_entryexit_exit_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry__isnull", False), ("exit__isnull", False), _connector="OR"
                ),
                name="provision_entryexit_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryexit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry_on", None),
                    ("exit_on", None),
                    ("exit_on__gt", models.F("entry_on")),
                    _connector="OR",
                ),
                name="provision_entryexit_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryexit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_entryexitevent" ("entry", "entry_form", "entry_on", "exit", "exit_form", "exit_on", "id", "known_test", "own_test_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "scores", "written_by_id") VALUES (NEW."entry", NEW."entry_form", NEW."entry_on", NEW."exit", NEW."exit_form", NEW."exit_on", NEW."id", NEW."known_test", NEW."own_test_id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place_id", NEW."school_id", NEW."scores", NEW."written_by_id"); RETURN NULL;',
                    hash="3ef88118d40ad15df69da57c20e34136704ccf69",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7f75c",
                    table="provision_entryexit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryexit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_entryexitevent" ("entry", "entry_form", "entry_on", "exit", "exit_form", "exit_on", "id", "known_test", "own_test_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "scores", "written_by_id") VALUES (NEW."entry", NEW."entry_form", NEW."entry_on", NEW."exit", NEW."exit_form", NEW."exit_on", NEW."id", NEW."known_test", NEW."own_test_id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place_id", NEW."school_id", NEW."scores", NEW."written_by_id"); RETURN NULL;',
                    hash="062a78193e499f6bd29871f4eb3a2e59e35c9b89",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c69e",
                    table="provision_entryexit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryexit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_entryexitevent" ("entry", "entry_form", "entry_on", "exit", "exit_form", "exit_on", "id", "known_test", "own_test_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "scores", "written_by_id") VALUES (OLD."entry", OLD."entry_form", OLD."entry_on", OLD."exit", OLD."exit_form", OLD."exit_on", OLD."id", OLD."known_test", OLD."own_test_id", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place_id", OLD."school_id", OLD."scores", OLD."written_by_id"); RETURN NULL;',
                    hash="e442025c8228815cf5520511cdd1da23a9f29aa7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_63396",
                    table="provision_entryexit",
                    when="AFTER",
                ),
            ),
        ),
    ]
