"""Who is out, and what was decided of what falls."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import staff.models.absences
import staff.models.week_plans
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("staff", "0004_deployment"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("starts", models.PositiveSmallIntegerField(default=0)),
                ("ends_on", models.DateField(verbose_name="until")),
                ("ends", models.PositiveSmallIntegerField(default=1440)),
                ("said_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absences",
                        to="staff.staffmember",
                    ),
                ),
                (
                    "said_by",
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
                    "taken_back_by",
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
                "ordering": ["-starts_on", "starts", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AbsenceEvent",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("starts", models.PositiveSmallIntegerField(default=0)),
                ("ends_on", models.DateField(verbose_name="until")),
                ("ends", models.PositiveSmallIntegerField(default=1440)),
                ("said_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.absence",
                    ),
                ),
                (
                    "said_by",
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
                    "taken_back_by",
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
            name="Swap",
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
                ("on", models.DateField(verbose_name="day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("covered", "Somebody else gives it"),
                            ("moved", "Given at another time"),
                            ("none", "Not given"),
                        ],
                        max_length=7,
                    ),
                ),
                ("moved_on", models.DateField(blank=True, null=True)),
                ("moved_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("decided_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("logged_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "absence",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="swaps",
                        to="staff.absence",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "leaves",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="left_for",
                        to="staff.plansession",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stood_in",
                        to="staff.staffmember",
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
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="swaps",
                        to="staff.plansession",
                    ),
                ),
                (
                    "undone_by",
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
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SwapEvent",
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
                ("on", models.DateField(verbose_name="day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("covered", "Somebody else gives it"),
                            ("moved", "Given at another time"),
                            ("none", "Not given"),
                        ],
                        max_length=7,
                    ),
                ),
                ("moved_on", models.DateField(blank=True, null=True)),
                ("moved_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("decided_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("logged_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "absence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.absence",
                    ),
                ),
                (
                    "decided_by",
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
                    "leaves",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.plansession",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.staffmember",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="staff.swap",
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
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="staff.plansession",
                    ),
                ),
                (
                    "undone_by",
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
            model_name="absence",
            index=models.Index(fields=["school", "ends_on"], name="staff_absence_until"),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_absence_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_absence_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends__gt", 0),
                    ("ends__lte", 1440),
                    ("starts__lt", 1440),
                    models.Q(
                        ("ends_on__gt", models.F("starts_on")),
                        models.Q(
                            ("ends__gt", models.F("starts")), ("ends_on", models.F("starts_on"))
                        ),
                        _connector="OR",
                    ),
                ),
                name="staff_absence_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_at", None), ("taken_back_by", None)),
                    models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                    _connector="OR",
                ),
                name="staff_absence_taken_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("taken_back_at", None)),
                expressions=[
                    ("school", "="),
                    ("member", "="),
                    (
                        staff.models.week_plans.MinuteRange(
                            staff.models.absences.MinuteOf("starts_on", "starts"),
                            staff.models.absences.MinuteOf("ends_on", "ends"),
                        ),
                        "&&",
                    ),
                ],
                name="staff_absence_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_absenceevent" ("ends", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "school_id", "starts", "starts_on", "taken_back_at", "taken_back_by_id") VALUES (NEW."ends", NEW."ends_on", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."school_id", NEW."starts", NEW."starts_on", NEW."taken_back_at", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="389edde90670189592878a81b1c78e1c1b35cfe9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_88922",
                    table="staff_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_absenceevent" ("ends", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "school_id", "starts", "starts_on", "taken_back_at", "taken_back_by_id") VALUES (NEW."ends", NEW."ends_on", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."school_id", NEW."starts", NEW."starts_on", NEW."taken_back_at", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="f184715bbfd63ab601be9ef0605ce083aaf15467",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1f95",
                    table="staff_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_absenceevent" ("ends", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "school_id", "starts", "starts_on", "taken_back_at", "taken_back_by_id") VALUES (OLD."ends", OLD."ends_on", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."said_at", OLD."said_by_id", OLD."school_id", OLD."starts", OLD."starts_on", OLD."taken_back_at", OLD."taken_back_by_id"); RETURN NULL;',
                    hash="1aa24ea994b99506d1ae1edf0a259ec142c39dc1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4183e",
                    table="staff_absence",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="swap",
            index=models.Index(fields=["school", "on"], name="staff_swap_day"),
        ),
        migrations.AddIndex(
            model_name="swap",
            index=models.Index(fields=["school", "absence"], name="staff_swap_absence"),
        ),
        migrations.AddIndex(
            model_name="swap",
            index=models.Index(fields=["school", "member"], name="staff_swap_member"),
        ),
        migrations.AddIndex(
            model_name="swap",
            index=models.Index(fields=["school", "leaves"], name="staff_swap_leaves"),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_swap_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "absence", name="staff_swap_absence_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "session", name="staff_swap_session_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_swap_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "leaves", name="staff_swap_leaves_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "covered"),
                        ("member__isnull", False),
                        ("moved_on", None),
                        ("moved_to", None),
                    ),
                    models.Q(
                        ("kind", "moved"),
                        ("leaves", None),
                        ("member__isnull", False),
                        ("moved_on__isnull", False),
                        ("moved_to__lt", 1440),
                    ),
                    models.Q(
                        ("kind", "none"),
                        ("member", None),
                        ("moved_on", None),
                        ("moved_to", None),
                        ("leaves", None),
                    ),
                    _connector="OR",
                ),
                name="staff_swap_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="staff_swap_undone",
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("school", "session", "on"),
                name="staff_swap_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="swap",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_swapevent" ("absence_id", "decided_at", "decided_by_id", "id", "kind", "leaves_id", "logged_at", "member_id", "moved_on", "moved_to", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "session_id", "told_at", "undone_at", "undone_by_id") VALUES (NEW."absence_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kind", NEW."leaves_id", NEW."logged_at", NEW."member_id", NEW."moved_on", NEW."moved_to", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."session_id", NEW."told_at", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="101f3e94593aed623ccf4d4b92406dbc760d0394",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8f0af",
                    table="staff_swap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="swap",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_swapevent" ("absence_id", "decided_at", "decided_by_id", "id", "kind", "leaves_id", "logged_at", "member_id", "moved_on", "moved_to", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "session_id", "told_at", "undone_at", "undone_by_id") VALUES (NEW."absence_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kind", NEW."leaves_id", NEW."logged_at", NEW."member_id", NEW."moved_on", NEW."moved_to", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."session_id", NEW."told_at", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="810feb052a5d4e2ddf9cafdaecc554616bffa19f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_03f8f",
                    table="staff_swap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="swap",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_swapevent" ("absence_id", "decided_at", "decided_by_id", "id", "kind", "leaves_id", "logged_at", "member_id", "moved_on", "moved_to", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "session_id", "told_at", "undone_at", "undone_by_id") VALUES (OLD."absence_id", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."kind", OLD."leaves_id", OLD."logged_at", OLD."member_id", OLD."moved_on", OLD."moved_to", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."session_id", OLD."told_at", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="3b4793bbd43b38e4eb1053fd3566538ccc8cc52d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f4b39",
                    table="staff_swap",
                    when="AFTER",
                ),
            ),
        ),
    ]
