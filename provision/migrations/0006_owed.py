"""What keeps count of what is owed."""

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
        ("provision", "0005_impact"),
        ("pupils", "0010_owed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SpareTime",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        default="lsa",
                        max_length=9,
                        verbose_name="works as",
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ],
                        verbose_name="day of the week",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes free")),
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
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["weekday", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SpareTimeEvent",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("lsa", "LSA"),
                            ("hlta", "Higher-level assistant"),
                            ("elsa", "ELSA"),
                            ("teacher", "Teacher"),
                            ("sendco", "SENDCo"),
                            ("pastoral", "Pastoral or family worker"),
                            ("therapist", "Therapist or specialist"),
                            ("volunteer", "Volunteer"),
                        ],
                        default="lsa",
                        max_length=9,
                        verbose_name="works as",
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                        ],
                        verbose_name="day of the week",
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes free")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.sparetime",
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
                    "staff",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="EarlierShape",
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
                ("until", models.DateField()),
                ("sessions_a_week", models.PositiveSmallIntegerField()),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_shapes",
                        to="provision.provision",
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
                "ordering": ["until"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="provision_earliershape_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "provision", name="provision_shape_provision_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "provision", "until"), name="provision_shape_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gt", 0), ("sessions_a_week__gt", 0)),
                        name="provision_shape_sound",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MakeUp",
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
                ("on", models.DateField()),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "planned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="make_ups",
                        to="provision.provision",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="make_ups",
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
                    "staff",
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
                "indexes": [
                    models.Index(fields=["school", "on"], name="provision_makeup_day"),
                    models.Index(fields=["school", "pupil"], name="provision_makeup_pupil"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="provision_makeup_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "provision", name="provision_makeup_provision_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="provision_makeup_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "provision", "pupil", "on"), name="provision_makeup_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gt", 0)), name="provision_makeup_minutes"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleasedDelivery",
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
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("promised", models.PositiveIntegerField()),
                ("planned", models.PositiveIntegerField()),
                ("delivered", models.PositiveIntegerField()),
                ("owed", models.PositiveIntegerField()),
                ("why", models.CharField(max_length=600)),
                ("released_on", models.DateField()),
                (
                    "promise",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="released",
                        to="provision.promise",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="released_delivery",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "released_by",
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
            ],
            options={
                "ordering": ["-released_on", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="provision_released_pupil")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="provision_releaseddelivery_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="provision_released_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "promise", name="provision_released_promise_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "promise", "first", "last"),
                        name="provision_released_uniq",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last__gte", models.F("first")), ("released_on__gte", models.F("last"))
                        ),
                        name="provision_released_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="sparetime",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sparetime_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sparetime",
            constraint=models.UniqueConstraint(
                fields=("school", "staff", "weekday"), name="provision_sparetime_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sparetime",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gt", 0), ("weekday__lte", 4)),
                name="provision_sparetime_sound",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sparetime",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sparetimeevent" ("id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "staff_id", "weekday") VALUES (NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."school_id", NEW."staff_id", NEW."weekday"); RETURN NULL;',
                    hash="cfed904cebb493ee77f24daacea6edd7006d7399",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9149",
                    table="provision_sparetime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sparetime",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_sparetimeevent" ("id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "staff_id", "weekday") VALUES (NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."school_id", NEW."staff_id", NEW."weekday"); RETURN NULL;',
                    hash="948a071640d584349f90eab1deb87425a0faba84",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bbc56",
                    table="provision_sparetime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sparetime",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_sparetimeevent" ("id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id", "staff_id", "weekday") VALUES (OLD."id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."school_id", OLD."staff_id", OLD."weekday"); RETURN NULL;',
                    hash="7a040c5a0e57fef58fcd919e9f09755e2074f25f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d108",
                    table="provision_sparetime",
                    when="AFTER",
                ),
            ),
        ),
    ]
