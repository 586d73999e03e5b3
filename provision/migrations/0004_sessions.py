"""What children had of the sessions of a provision."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("provision", "0003_bank"),
        ("pupils", "0007_provision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Session",
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
                ("slot", models.PositiveSmallIntegerField(default=1)),
                (
                    "is_make_up",
                    models.BooleanField(default=False, verbose_name="makes up for a missed one"),
                ),
            ],
            options={
                "ordering": ["on", "slot", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionLog",
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
                ("seen", models.PositiveSmallIntegerField(default=0)),
                ("logged_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionMark",
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
                    "came",
                    models.CharField(
                        choices=[
                            ("had", "Had it"),
                            ("part", "Part of it"),
                            ("missed", "Missed it"),
                        ],
                        max_length=6,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("absent", "Child absent"),
                            ("trip", "Trip or event"),
                            ("refused", "Refused"),
                            ("staff", "Staff away"),
                            ("room", "Room or place not available"),
                            ("closed", "School closed"),
                        ],
                        max_length=7,
                    ),
                ),
                ("measure", models.CharField(blank=True, max_length=40)),
                ("word", models.CharField(blank=True, max_length=300, verbose_name="a word")),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="provision",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="provision",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="provision",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="provision",
            name="is_in_class",
            field=models.BooleanField(default=False, verbose_name="all day or in class"),
        ),
        migrations.AddField(
            model_name="provisionevent",
            name="is_in_class",
            field=models.BooleanField(default=False, verbose_name="all day or in class"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."is_in_class", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="fb427e27d55d52c607b18e0f124ac116ddd81e6c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5702",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."is_in_class", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="68029e3aab0c33043ed868b718e4041049f1df89",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_672f0",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "is_in_class", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "weeks", "written_by_id") VALUES (OLD."ends_on", OLD."funding", OLD."id", OLD."is_confidential", OLD."is_in_class", OLD."location", OLD."measure", OLD."minutes", OLD."name", OLD."need_type", OLD."own_item_id", OLD."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."resources_pence", OLD."school_id", OLD."sessions_a_week", OLD."shared_item_id", OLD."staff_id", OLD."staff_role", OLD."starts_on", OLD."state", OLD."tier", OLD."weeks", OLD."written_by_id"); RETURN NULL;',
                    hash="eb2cda1ae4a68ca87e72050b71c7b772113bc4f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3999",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sessions",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="logged_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="on_behalf_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sessionlog",
            name="session",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="logs",
                to="provision.session",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="log",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="marks",
                to="provision.sessionlog",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="session_marks",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="sessionmark",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["school", "on"], name="provision_session_day"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_session_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_session_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "on", "slot", "is_make_up"),
                name="provision_session_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("slot__gte", 1)), name="provision_session_slot"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sessionlog_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "session", name="provision_log_session_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=models.UniqueConstraint(
                fields=("school", "session", "number"), name="provision_log_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionlog",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen__lt", models.F("number"))), name="provision_log_seen"
            ),
        ),
        migrations.AddIndex(
            model_name="sessionmark",
            index=models.Index(fields=["school", "pupil"], name="provision_mark_pupil"),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_sessionmark_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "log", name="provision_mark_log_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_mark_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=models.UniqueConstraint(
                fields=("school", "log", "pupil"), name="provision_mark_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("came", "had"), ("minutes__gt", 0), ("reason", "")),
                    models.Q(("came", "part"), ("minutes__gt", 0)),
                    models.Q(
                        ("came", "missed"), ("minutes", 0), models.Q(("reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="provision_mark_sound",
            ),
        ),
    ]
