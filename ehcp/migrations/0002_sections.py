"""What a plan says, in versions; its terms, and a move from another council."""

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
        ("ehcp", "0001_tables"),
        ("provision", "0008_norfolk"),
        ("pupils", "0011_tablet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanLine",
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
                    "section",
                    models.CharField(
                        choices=[
                            ("A", "Views, interests and aspirations"),
                            ("B", "Special educational needs"),
                            ("C", "Health needs"),
                            ("D", "Social care needs"),
                            ("E", "Outcomes"),
                            ("F", "Special educational provision"),
                            ("G", "Health provision"),
                            ("H1", "Social care provision under section 2 of the 1970 Act"),
                            ("H2", "Other social care provision"),
                            ("I", "Placement"),
                            ("J", "Personal budget"),
                            ("K", "Advice and information"),
                        ],
                        max_length=2,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("number", models.CharField(blank=True, max_length=12)),
                ("text", models.TextField(verbose_name="words")),
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
                (
                    "page",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="page of the paper"
                    ),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="sessions a week"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes a session"
                    ),
                ),
                (
                    "hours_a_week",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=4,
                        null=True,
                        verbose_name="hours a week",
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=150, verbose_name="who gives it")),
                ("qualification", models.CharField(blank=True, max_length=150)),
                (
                    "arrangement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("one", "One to one"),
                            ("small", "In a small group"),
                            ("class", "In class"),
                        ],
                        max_length=5,
                        verbose_name="with how many",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("author", models.CharField(blank=True, max_length=150)),
                ("profession", models.CharField(blank=True, max_length=100)),
                ("of_on", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "source",
                    models.CharField(blank=True, max_length=150, verbose_name="where it came from"),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.need",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="provision.outcome",
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="provision.promise",
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
                "ordering": ["section", "position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanMove",
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
                    "from_authority",
                    models.CharField(max_length=100, verbose_name="council it comes from"),
                ),
                ("moved_on", models.DateField(verbose_name="day of the move")),
                (
                    "aware_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the old council knew"
                    ),
                ),
                (
                    "transferred_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the plan was transferred"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="ehcp.ehcplan",
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
                "ordering": ["-moved_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanMoveEvent",
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
                    "from_authority",
                    models.CharField(max_length=100, verbose_name="council it comes from"),
                ),
                ("moved_on", models.DateField(verbose_name="day of the move")),
                (
                    "aware_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the old council knew"
                    ),
                ),
                (
                    "transferred_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the plan was transferred"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.planmove",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.ehcplan",
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
            name="PlanTerms",
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
                ("band", models.CharField(blank=True, max_length=40, verbose_name="funding band")),
                (
                    "top_up_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="top-up a year, in pence"
                    ),
                ),
                (
                    "placement",
                    models.CharField(
                        choices=[
                            ("sole", "This school only"),
                            ("base", "This school's specialist resource base"),
                            ("main", "Dual registration: this school is the main one"),
                            ("second", "Dual registration: this school is the second one"),
                        ],
                        default="sole",
                        max_length=6,
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="other school, or name of the base"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="ehcp.ehcplan",
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
                "ordering": ["-starts_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanTermsEvent",
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
                ("band", models.CharField(blank=True, max_length=40, verbose_name="funding band")),
                (
                    "top_up_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="top-up a year, in pence"
                    ),
                ),
                (
                    "placement",
                    models.CharField(
                        choices=[
                            ("sole", "This school only"),
                            ("base", "This school's specialist resource base"),
                            ("main", "Dual registration: this school is the main one"),
                            ("second", "Dual registration: this school is the second one"),
                        ],
                        default="sole",
                        max_length=6,
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="other school, or name of the base"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.planterms",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.ehcplan",
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
            name="PlanVersion",
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
                            ("draft", "Draft plan"),
                            ("amended", "Amendment notice with the proposed plan"),
                            ("final", "Final plan"),
                        ],
                        max_length=7,
                        verbose_name="what it is",
                    ),
                ),
                ("served_on", models.DateField(verbose_name="day it was sent or given")),
                ("local_authority", models.CharField(max_length=100, verbose_name="council")),
                (
                    "checked_on",
                    models.DateField(blank=True, null=True, verbose_name="wording checked on"),
                ),
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="ehcp.ehcplan",
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
            name="PlanLineEvent",
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
                    "section",
                    models.CharField(
                        choices=[
                            ("A", "Views, interests and aspirations"),
                            ("B", "Special educational needs"),
                            ("C", "Health needs"),
                            ("D", "Social care needs"),
                            ("E", "Outcomes"),
                            ("F", "Special educational provision"),
                            ("G", "Health provision"),
                            ("H1", "Social care provision under section 2 of the 1970 Act"),
                            ("H2", "Other social care provision"),
                            ("I", "Placement"),
                            ("J", "Personal budget"),
                            ("K", "Advice and information"),
                        ],
                        max_length=2,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("number", models.CharField(blank=True, max_length=12)),
                ("text", models.TextField(verbose_name="words")),
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
                (
                    "page",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="page of the paper"
                    ),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="sessions a week"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes a session"
                    ),
                ),
                (
                    "hours_a_week",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=4,
                        null=True,
                        verbose_name="hours a week",
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=150, verbose_name="who gives it")),
                ("qualification", models.CharField(blank=True, max_length=150)),
                (
                    "arrangement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("one", "One to one"),
                            ("small", "In a small group"),
                            ("class", "In class"),
                        ],
                        max_length=5,
                        verbose_name="with how many",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("author", models.CharField(blank=True, max_length=150)),
                ("profession", models.CharField(blank=True, max_length=100)),
                ("of_on", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "source",
                    models.CharField(blank=True, max_length=150, verbose_name="where it came from"),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.need",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.outcome",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.planline",
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.promise",
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
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.planversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="planline",
            name="version",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lines",
                to="ehcp.planversion",
            ),
        ),
        migrations.CreateModel(
            name="PlanVersionEvent",
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
                            ("draft", "Draft plan"),
                            ("amended", "Amendment notice with the proposed plan"),
                            ("final", "Final plan"),
                        ],
                        max_length=7,
                        verbose_name="what it is",
                    ),
                ),
                ("served_on", models.DateField(verbose_name="day it was sent or given")),
                ("local_authority", models.CharField(max_length=100, verbose_name="council")),
                (
                    "checked_on",
                    models.DateField(blank=True, null=True, verbose_name="wording checked on"),
                ),
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
                        to="ehcp.planversion",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.ehcplan",
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
            name="PlanLink",
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
                    "line",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="ehcp.planline",
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
                    "to",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ehcp.planline",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="ehcp_planlink_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "line", name="ehcp_link_line_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool("to", name="ehcp_link_to_same_school"),
                    models.UniqueConstraint(fields=("school", "line", "to"), name="ehcp_link_uniq"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="planmove",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_planmove_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planmove",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_move_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planmove",
            constraint=models.UniqueConstraint(fields=("school", "plan"), name="ehcp_move_one"),
        ),
        migrations.AddConstraint(
            model_name="planmove",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("transferred_on", None),
                    ("transferred_on__gte", models.F("moved_on")),
                    _connector="OR",
                ),
                name="ehcp_move_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planmove",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planmoveevent" ("aware_on", "from_authority", "id", "moved_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "transferred_on") VALUES (NEW."aware_on", NEW."from_authority", NEW."id", NEW."moved_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."school_id", NEW."transferred_on"); RETURN NULL;',
                    hash="1a0977867479d6d8e848e0d681e79bb5ff1415f5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f73a2",
                    table="ehcp_planmove",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planmove",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_planmoveevent" ("aware_on", "from_authority", "id", "moved_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "transferred_on") VALUES (NEW."aware_on", NEW."from_authority", NEW."id", NEW."moved_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."school_id", NEW."transferred_on"); RETURN NULL;',
                    hash="258ac17257d0f17db576e0e76ee71d89961ae53f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_160a2",
                    table="ehcp_planmove",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planmove",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planmoveevent" ("aware_on", "from_authority", "id", "moved_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "transferred_on") VALUES (OLD."aware_on", OLD."from_authority", OLD."id", OLD."moved_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."school_id", OLD."transferred_on"); RETURN NULL;',
                    hash="9b128ebde94f35cdd2f25ed000c0aef8ef16a6a7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8846a",
                    table="ehcp_planmove",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planterms",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_planterms_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planterms",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_terms_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planterms",
            constraint=models.UniqueConstraint(
                fields=("school", "plan", "starts_on"), name="ehcp_terms_day_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planterms",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_plantermsevent" ("band", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement", "plan_id", "school_id", "setting", "starts_on", "top_up_pence") VALUES (NEW."band", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placement", NEW."plan_id", NEW."school_id", NEW."setting", NEW."starts_on", NEW."top_up_pence"); RETURN NULL;',
                    hash="cc8b8fa452764ee7d4e46859748abacbaa9722db",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_68612",
                    table="ehcp_planterms",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planterms",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_plantermsevent" ("band", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement", "plan_id", "school_id", "setting", "starts_on", "top_up_pence") VALUES (NEW."band", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placement", NEW."plan_id", NEW."school_id", NEW."setting", NEW."starts_on", NEW."top_up_pence"); RETURN NULL;',
                    hash="a2e6ed4c81ffc0987aac9da485da00ca4ea2b989",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_95e8b",
                    table="ehcp_planterms",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planterms",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_plantermsevent" ("band", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement", "plan_id", "school_id", "setting", "starts_on", "top_up_pence") VALUES (OLD."band", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placement", OLD."plan_id", OLD."school_id", OLD."setting", OLD."starts_on", OLD."top_up_pence"); RETURN NULL;',
                    hash="5d4bf52772a87b81f8a0a6e976a80a9524d3333c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_977ad",
                    table="ehcp_planterms",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_planversion_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_version_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "document", name="ehcp_version_document_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                fields=("school", "plan", "kind", "served_on"), name="ehcp_version_served_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_by", None), ("checked_on__isnull", False), _connector="OR"
                ),
                name="ehcp_version_checked_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planversionevent" ("checked_by_id", "checked_on", "document_id", "id", "kind", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "served_on") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."document_id", NEW."id", NEW."kind", NEW."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."school_id", NEW."served_on"); RETURN NULL;',
                    hash="16e32942e02ddc9375807f80e469ea6fbc699124",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a3943",
                    table="ehcp_planversion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_planversionevent" ("checked_by_id", "checked_on", "document_id", "id", "kind", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "served_on") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."document_id", NEW."id", NEW."kind", NEW."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."school_id", NEW."served_on"); RETURN NULL;',
                    hash="1917ea5d173598df24422c05ae1b9244b4ba1c73",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_121a1",
                    table="ehcp_planversion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planversionevent" ("checked_by_id", "checked_on", "document_id", "id", "kind", "local_authority", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "served_on") VALUES (OLD."checked_by_id", OLD."checked_on", OLD."document_id", OLD."id", OLD."kind", OLD."local_authority", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."school_id", OLD."served_on"); RETURN NULL;',
                    hash="d9a4dd6066590c6b3d44ac2800a2d91a3f6f8eb1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bcf4d",
                    table="ehcp_planversion",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="planline",
            index=models.Index(fields=["school", "version"], name="ehcp_line_version"),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_planline_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "version", name="ehcp_line_version_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "need", name="ehcp_line_need_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "outcome", name="ehcp_line_outcome_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "promise", name="ehcp_line_promise_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("minutes", None), ("sessions_a_week", None)),
                    models.Q(
                        ("hours_a_week", None), ("minutes__gt", 0), ("sessions_a_week__gt", 0)
                    ),
                    _connector="OR",
                ),
                name="ehcp_line_one_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hours_a_week", None), ("hours_a_week__gt", 0), _connector="OR"
                ),
                name="ehcp_line_hours_above_0",
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=models.CheckConstraint(
                condition=models.Q(("need", None), ("section", "B"), _connector="OR"),
                name="ehcp_line_need_in_b",
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome", None), ("section", "E"), _connector="OR"),
                name="ehcp_line_outcome_in_e",
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=models.CheckConstraint(
                condition=models.Q(("promise", None), ("section", "F"), _connector="OR"),
                name="ehcp_line_promise_in_f",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planlineevent" ("arrangement", "author", "hours_a_week", "id", "minutes", "need_id", "number", "of_on", "outcome_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profession", "promise_id", "qualification", "school_id", "section", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "version_id", "who") VALUES (NEW."arrangement", NEW."author", NEW."hours_a_week", NEW."id", NEW."minutes", NEW."need_id", NEW."number", NEW."of_on", NEW."outcome_id", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."profession", NEW."promise_id", NEW."qualification", NEW."school_id", NEW."section", NEW."sensitivity", NEW."sessions_a_week", NEW."source", NEW."starts_on", NEW."text", NEW."version_id", NEW."who"); RETURN NULL;',
                    hash="6131a2b9c6da84d464f5e0bb26e80fddab1fa0d7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_782bd",
                    table="ehcp_planline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_planlineevent" ("arrangement", "author", "hours_a_week", "id", "minutes", "need_id", "number", "of_on", "outcome_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profession", "promise_id", "qualification", "school_id", "section", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "version_id", "who") VALUES (NEW."arrangement", NEW."author", NEW."hours_a_week", NEW."id", NEW."minutes", NEW."need_id", NEW."number", NEW."of_on", NEW."outcome_id", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."profession", NEW."promise_id", NEW."qualification", NEW."school_id", NEW."section", NEW."sensitivity", NEW."sessions_a_week", NEW."source", NEW."starts_on", NEW."text", NEW."version_id", NEW."who"); RETURN NULL;',
                    hash="bb60ac71993ad73be014881dcad4f7d61d0bff2d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f0a2d",
                    table="ehcp_planline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planlineevent" ("arrangement", "author", "hours_a_week", "id", "minutes", "need_id", "number", "of_on", "outcome_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "profession", "promise_id", "qualification", "school_id", "section", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "version_id", "who") VALUES (OLD."arrangement", OLD."author", OLD."hours_a_week", OLD."id", OLD."minutes", OLD."need_id", OLD."number", OLD."of_on", OLD."outcome_id", OLD."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."profession", OLD."promise_id", OLD."qualification", OLD."school_id", OLD."section", OLD."sensitivity", OLD."sessions_a_week", OLD."source", OLD."starts_on", OLD."text", OLD."version_id", OLD."who"); RETURN NULL;',
                    hash="90ecd219648b0de2501fbc8b5ab8fca66b4e73d8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eefe5",
                    table="ehcp_planline",
                    when="AFTER",
                ),
            ),
        ),
    ]
