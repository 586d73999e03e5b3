"""Provision bases: places in them, reviews and steps down."""

import aylsham.identifiers
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
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
        ("provision", "0009_days"),
        ("pupils", "0011_tablet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BasePlace",
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
                ("planned_end_on", models.DateField(verbose_name="planned until")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "reason",
                    models.CharField(max_length=1000, verbose_name="why the child comes in"),
                ),
                (
                    "week",
                    models.CharField(default="BBBBBBBBBB", max_length=10, verbose_name="week"),
                ),
                (
                    "registration",
                    models.CharField(
                        choices=[
                            ("C", "Current (single registration)"),
                            ("M", "Current main (dual registration)"),
                            ("S", "Current subsidiary (dual registration)"),
                            ("G", "Guest"),
                        ],
                        default="C",
                        max_length=1,
                        verbose_name="on whose roll",
                    ),
                ),
                (
                    "home_name",
                    models.CharField(blank=True, max_length=150, verbose_name="the other school"),
                ),
                (
                    "home_urn",
                    models.CharField(
                        blank=True, max_length=6, verbose_name="URN of the other school"
                    ),
                ),
                (
                    "registration_note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="how the two schools share"
                    ),
                ),
                (
                    "transport",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="how the child gets there"
                    ),
                ),
                (
                    "over_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why over number"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("class", "Back in class full time"),
                            ("setting", "To another base or setting"),
                            ("left", "Left the school"),
                            ("family", "The family asked"),
                            ("other", "Another reason"),
                        ],
                        max_length=7,
                        verbose_name="why it ended",
                    ),
                ),
                ("went_to", models.CharField(blank=True, max_length=200, verbose_name="where to")),
                (
                    "end_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="how it went"),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="base_places",
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
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BaseReview",
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
                ("on", models.DateField(verbose_name="held on")),
                ("who", models.CharField(max_length=200, verbose_name="who took part")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("continue", "Continue as it is"),
                            ("step", "Step down: more time in class"),
                            ("leave", "Leave the base"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=1000, verbose_name="what was said"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="provision.baseplace",
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
                "ordering": ["-on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BaseReviewEvent",
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
                ("on", models.DateField(verbose_name="held on")),
                ("who", models.CharField(max_length=200, verbose_name="who took part")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("continue", "Continue as it is"),
                            ("step", "Step down: more time in class"),
                            ("leave", "Leave the base"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=1000, verbose_name="what was said"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.basereview",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.baseplace",
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
            name="BaseStep",
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
                ("on", models.DateField(verbose_name="planned for")),
                ("what", models.CharField(max_length=300, verbose_name="what changes")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("how", models.CharField(blank=True, max_length=1000, verbose_name="how it went")),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="provision.baseplace",
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
            name="BaseStepEvent",
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
                ("on", models.DateField(verbose_name="planned for")),
                ("what", models.CharField(max_length=300, verbose_name="what changes")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("how", models.CharField(blank=True, max_length=1000, verbose_name="how it went")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.basestep",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.baseplace",
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
            name="ProvisionBase",
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
                ("name", models.CharField(max_length=60, verbose_name="what you call it")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("nurture", "Nurture group"),
                            ("enhanced", "Enhanced provision"),
                            ("resource", "Resource base (resourced provision)"),
                            ("unit", "SEN unit"),
                            ("srb", "Specialist Resource Base (SRB)"),
                            ("ship", "Specialist Hub of Inclusive Practice (SHIP)"),
                            ("own", "Something of our own"),
                        ],
                        default="own",
                        max_length=8,
                    ),
                ),
                ("specialism", models.CharField(blank=True, max_length=60)),
                (
                    "host_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="school that hosts it"
                    ),
                ),
                (
                    "host_urn",
                    models.CharField(blank=True, max_length=6, verbose_name="URN of that school"),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of places"
                    ),
                ),
                (
                    "entry_criteria",
                    models.CharField(blank=True, max_length=1000, verbose_name="who comes in"),
                ),
                (
                    "exit_criteria",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="when a child leaves"
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="opened on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "lead",
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
                "ordering": ["name", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BasePlaceEvent",
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
                ("planned_end_on", models.DateField(verbose_name="planned until")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "reason",
                    models.CharField(max_length=1000, verbose_name="why the child comes in"),
                ),
                (
                    "week",
                    models.CharField(default="BBBBBBBBBB", max_length=10, verbose_name="week"),
                ),
                (
                    "registration",
                    models.CharField(
                        choices=[
                            ("C", "Current (single registration)"),
                            ("M", "Current main (dual registration)"),
                            ("S", "Current subsidiary (dual registration)"),
                            ("G", "Guest"),
                        ],
                        default="C",
                        max_length=1,
                        verbose_name="on whose roll",
                    ),
                ),
                (
                    "home_name",
                    models.CharField(blank=True, max_length=150, verbose_name="the other school"),
                ),
                (
                    "home_urn",
                    models.CharField(
                        blank=True, max_length=6, verbose_name="URN of the other school"
                    ),
                ),
                (
                    "registration_note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="how the two schools share"
                    ),
                ),
                (
                    "transport",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="how the child gets there"
                    ),
                ),
                (
                    "over_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why over number"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("class", "Back in class full time"),
                            ("setting", "To another base or setting"),
                            ("left", "Left the school"),
                            ("family", "The family asked"),
                            ("other", "Another reason"),
                        ],
                        max_length=7,
                        verbose_name="why it ended",
                    ),
                ),
                ("went_to", models.CharField(blank=True, max_length=200, verbose_name="where to")),
                (
                    "end_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="how it went"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.baseplace",
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
                (
                    "base",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.provisionbase",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="baseplace",
            name="base",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="base_places",
                to="provision.provisionbase",
            ),
        ),
        migrations.CreateModel(
            name="ProvisionBaseEvent",
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
                ("name", models.CharField(max_length=60, verbose_name="what you call it")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("nurture", "Nurture group"),
                            ("enhanced", "Enhanced provision"),
                            ("resource", "Resource base (resourced provision)"),
                            ("unit", "SEN unit"),
                            ("srb", "Specialist Resource Base (SRB)"),
                            ("ship", "Specialist Hub of Inclusive Practice (SHIP)"),
                            ("own", "Something of our own"),
                        ],
                        default="own",
                        max_length=8,
                    ),
                ),
                ("specialism", models.CharField(blank=True, max_length=60)),
                (
                    "host_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="school that hosts it"
                    ),
                ),
                (
                    "host_urn",
                    models.CharField(blank=True, max_length=6, verbose_name="URN of that school"),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of places"
                    ),
                ),
                (
                    "entry_criteria",
                    models.CharField(blank=True, max_length=1000, verbose_name="who comes in"),
                ),
                (
                    "exit_criteria",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="when a child leaves"
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="opened on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "lead",
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
                        to="provision.provisionbase",
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
        migrations.AddIndex(
            model_name="basereview",
            index=models.Index(fields=["school", "place"], name="provision_basereview_place"),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_basereview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "place", name="provision_basereview_place_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_on", None), ("next_on__gt", models.F("on")), _connector="OR"
                ),
                name="provision_basereview_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="basereview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome", "leave"), ("next_on__isnull", False), _connector="OR"
                ),
                name="provision_basereview_has_next",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basereview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basereviewevent" ("id", "next_on", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "who", "words", "written_by_id") VALUES (NEW."id", NEW."next_on", NEW."on", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place_id", NEW."school_id", NEW."who", NEW."words", NEW."written_by_id"); RETURN NULL;',
                    hash="6d1aa10c5da952a5c959fd52214075137a998abd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_da740",
                    table="provision_basereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basereview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_basereviewevent" ("id", "next_on", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "who", "words", "written_by_id") VALUES (NEW."id", NEW."next_on", NEW."on", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place_id", NEW."school_id", NEW."who", NEW."words", NEW."written_by_id"); RETURN NULL;',
                    hash="e52a83193fc1c58811e51303e61bb219e45707d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aa699",
                    table="provision_basereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basereview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basereviewevent" ("id", "next_on", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "who", "words", "written_by_id") VALUES (OLD."id", OLD."next_on", OLD."on", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place_id", OLD."school_id", OLD."who", OLD."words", OLD."written_by_id"); RETURN NULL;',
                    hash="bd1cb27f1002f598519d141305f1274e25e34fa8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c4a6b",
                    table="provision_basereview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="basestep",
            index=models.Index(fields=["school", "place"], name="provision_basestep_place"),
        ),
        migrations.AddConstraint(
            model_name="basestep",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_basestep_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="basestep",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "place", name="provision_basestep_place_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="basestep",
            constraint=models.CheckConstraint(
                condition=models.Q(("how", ""), ("done_on__isnull", False), _connector="OR"),
                name="provision_basestep_how_it_went_when_done",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basestep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basestepevent" ("done_on", "how", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "what", "written_by_id") VALUES (NEW."done_on", NEW."how", NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="d96fba3a5dad8a7e07c86d68d7cedc18774a33ff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_15096",
                    table="provision_basestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basestep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_basestepevent" ("done_on", "how", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "what", "written_by_id") VALUES (NEW."done_on", NEW."how", NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="232d759caf0daf0069f336f4e85addcf339f5c19",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d6f07",
                    table="provision_basestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="basestep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_basestepevent" ("done_on", "how", "id", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "school_id", "what", "written_by_id") VALUES (OLD."done_on", OLD."how", OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place_id", OLD."school_id", OLD."what", OLD."written_by_id"); RETURN NULL;',
                    hash="5ab16220d82f786c0d1b4e4aebb5ea8a929ecd97",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ec96c",
                    table="provision_basestep",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_provisionbase_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)),
                fields=("school", "name"),
                name="provision_provisionbase_name_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None), ("closed_on__gte", models.F("opened_on")), _connector="OR"
                ),
                name="provision_provisionbase_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("host_name", ""), ("places__gte", 1)),
                    models.Q(models.Q(("host_name", ""), _negated=True), ("places", None)),
                    _connector="OR",
                ),
                name="provision_provisionbase_own_has_places",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionbase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("host_urn", ""), models.Q(("host_name", ""), _negated=True), _connector="OR"
                ),
                name="provision_provisionbase_urn_of_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionbase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionbaseevent" ("closed_on", "entry_criteria", "exit_criteria", "host_name", "host_urn", "id", "kind", "lead_id", "name", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "school_id", "specialism", "written_by_id") VALUES (NEW."closed_on", NEW."entry_criteria", NEW."exit_criteria", NEW."host_name", NEW."host_urn", NEW."id", NEW."kind", NEW."lead_id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."places", NEW."school_id", NEW."specialism", NEW."written_by_id"); RETURN NULL;',
                    hash="10f852d0d46cf0ea7f0d3a602a1b0a0fd2f3a756",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4351e",
                    table="provision_provisionbase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionbase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_provisionbaseevent" ("closed_on", "entry_criteria", "exit_criteria", "host_name", "host_urn", "id", "kind", "lead_id", "name", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "school_id", "specialism", "written_by_id") VALUES (NEW."closed_on", NEW."entry_criteria", NEW."exit_criteria", NEW."host_name", NEW."host_urn", NEW."id", NEW."kind", NEW."lead_id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."places", NEW."school_id", NEW."specialism", NEW."written_by_id"); RETURN NULL;',
                    hash="7d56fbb02713415b573e3bba73282ddc7e4ebce7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ee7d",
                    table="provision_provisionbase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provisionbase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionbaseevent" ("closed_on", "entry_criteria", "exit_criteria", "host_name", "host_urn", "id", "kind", "lead_id", "name", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "school_id", "specialism", "written_by_id") VALUES (OLD."closed_on", OLD."entry_criteria", OLD."exit_criteria", OLD."host_name", OLD."host_urn", OLD."id", OLD."kind", OLD."lead_id", OLD."name", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."places", OLD."school_id", OLD."specialism", OLD."written_by_id"); RETURN NULL;',
                    hash="201f21d3699bf7dd0578297485ea6aea1a69e9f8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_90161",
                    table="provision_provisionbase",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="baseplace",
            index=models.Index(fields=["school", "pupil"], name="provision_baseplace_pupil"),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_baseplace_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "base", name="provision_baseplace_base_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_baseplace_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("planned_end_on__gte", models.F("starts_on")),
                    models.Q(
                        ("ended_on", None),
                        ("ended_on__gte", models.F("starts_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("review_on", None),
                        ("review_on__gte", models.F("starts_on")),
                        _connector="OR",
                    ),
                ),
                name="provision_baseplace_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("end_note", ""), ("end_reason", ""), ("ended_on", None), ("went_to", "")
                    ),
                    models.Q(
                        ("ended_on__isnull", False), models.Q(("end_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="provision_baseplace_end_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("week__regex", "^[BCON]{10}$")), name="provision_baseplace_week"
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("home_name", ""), ("home_urn", ""), ("registration", "C")),
                    models.Q(
                        models.Q(("registration", "C"), _negated=True),
                        models.Q(("home_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="provision_baseplace_home_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="baseplace",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    ("base", "="),
                    ("pupil", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ended_on"), "&&"),
                ],
                name="provision_baseplace_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_to_number",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE room integer; most integer;",
                    func="\n    IF NEW.over_reason <> '' THEN RETURN NEW; END IF;\n    IF TG_OP = 'UPDATE' THEN\n        IF NEW.base_id = OLD.base_id AND NEW.over_reason = OLD.over_reason\n            AND NEW.starts_on >= OLD.starts_on\n            AND COALESCE(NEW.ended_on, 'infinity'::date) <= COALESCE(OLD.ended_on, 'infinity'::date)\n        THEN RETURN NEW; END IF;\n    END IF;\n    SELECT places INTO room FROM provision_provisionbase\n        WHERE school_id = NEW.school_id AND id = NEW.base_id FOR NO KEY UPDATE;\n    IF room IS NULL THEN RETURN NEW; END IF;\n    SELECT max(beside) INTO most FROM (\n        SELECT (\n            SELECT count(*) FROM provision_baseplace other\n            WHERE other.school_id = NEW.school_id AND other.base_id = NEW.base_id\n                AND other.id <> NEW.id AND other.starts_on <= days.day\n                AND (other.ended_on IS NULL OR other.ended_on >= days.day)\n        ) AS beside\n        FROM (\n            SELECT NEW.starts_on AS day\n            UNION SELECT later.starts_on FROM provision_baseplace later\n            WHERE later.school_id = NEW.school_id AND later.base_id = NEW.base_id\n                AND later.id <> NEW.id AND later.starts_on >= NEW.starts_on\n                AND (NEW.ended_on IS NULL OR later.starts_on <= NEW.ended_on)\n        ) days\n    ) counted;\n    IF most >= room THEN\n        RAISE EXCEPTION 'every place of this base is taken' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                    hash="afeb860840702389f51b25932c5cdea93ccdecc5",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_keep_to_number_f2279",
                    table="provision_baseplace",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_baseplaceevent" ("base_id", "end_note", "end_reason", "ended_on", "home_name", "home_urn", "id", "over_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "pupil_id", "reason", "registration", "registration_note", "review_on", "school_id", "starts_on", "transport", "week", "went_to", "written_by_id") VALUES (NEW."base_id", NEW."end_note", NEW."end_reason", NEW."ended_on", NEW."home_name", NEW."home_urn", NEW."id", NEW."over_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_end_on", NEW."pupil_id", NEW."reason", NEW."registration", NEW."registration_note", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."transport", NEW."week", NEW."went_to", NEW."written_by_id"); RETURN NULL;',
                    hash="d4af6d4891162251c8d4d5926b4951d36b7f19aa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82eed",
                    table="provision_baseplace",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_baseplaceevent" ("base_id", "end_note", "end_reason", "ended_on", "home_name", "home_urn", "id", "over_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "pupil_id", "reason", "registration", "registration_note", "review_on", "school_id", "starts_on", "transport", "week", "went_to", "written_by_id") VALUES (NEW."base_id", NEW."end_note", NEW."end_reason", NEW."ended_on", NEW."home_name", NEW."home_urn", NEW."id", NEW."over_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_end_on", NEW."pupil_id", NEW."reason", NEW."registration", NEW."registration_note", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."transport", NEW."week", NEW."went_to", NEW."written_by_id"); RETURN NULL;',
                    hash="a192c3a554672dd6e905489f0054a95dee80712d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_abd23",
                    table="provision_baseplace",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseplace",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_baseplaceevent" ("base_id", "end_note", "end_reason", "ended_on", "home_name", "home_urn", "id", "over_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "pupil_id", "reason", "registration", "registration_note", "review_on", "school_id", "starts_on", "transport", "week", "went_to", "written_by_id") VALUES (OLD."base_id", OLD."end_note", OLD."end_reason", OLD."ended_on", OLD."home_name", OLD."home_urn", OLD."id", OLD."over_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_end_on", OLD."pupil_id", OLD."reason", OLD."registration", OLD."registration_note", OLD."review_on", OLD."school_id", OLD."starts_on", OLD."transport", OLD."week", OLD."went_to", OLD."written_by_id"); RETURN NULL;',
                    hash="15ae88fb9cab4006d3816f0c881a25a657f62980",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e753f",
                    table="provision_baseplace",
                    when="AFTER",
                ),
            ),
        ),
    ]
