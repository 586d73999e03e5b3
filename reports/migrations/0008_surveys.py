"""Surveys: rounds, who was asked, answers and words without names."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0002_exits"),
        ("pupils", "0003_words_of_notes"),
        ("reports", "0007_school_summaries"),
    ]

    operations = [
        migrations.CreateModel(
            name="SurveyRound",
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
                    "audience",
                    models.CharField(
                        choices=[
                            ("families", "Families of children with SEND"),
                            ("pupils", "Pupils with SEND"),
                        ],
                        max_length=8,
                        verbose_name="who is asked",
                    ),
                ),
                ("term", models.CharField(max_length=11)),
                ("opens_on", models.DateField(verbose_name="opens on")),
                ("closes_on", models.DateField(verbose_name="last day")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "years",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("E1", "Early years 1"),
                                ("E2", "Early years 2"),
                                ("N1", "Nursery 1"),
                                ("N2", "Nursery 2"),
                                ("R", "Reception"),
                                ("1", "Year 1"),
                                ("2", "Year 2"),
                                ("3", "Year 3"),
                                ("4", "Year 4"),
                                ("5", "Year 5"),
                                ("6", "Year 6"),
                                ("7", "Year 7"),
                                ("8", "Year 8"),
                                ("X", "Not in a year group"),
                            ],
                            max_length=2,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list
                    ),
                ),
                (
                    "own",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=2,
                    ),
                ),
                (
                    "asks_for_words",
                    models.BooleanField(default=True, verbose_name="asks for words too"),
                ),
                (
                    "asked_count",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="asked"),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="links sent on")),
                (
                    "reminded_on",
                    models.DateField(blank=True, null=True, verbose_name="reminded on"),
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
                "ordering": ["-opens_on", "audience"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SurveyInvitee",
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
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "group",
                    models.CharField(
                        blank=True, choices=[("K", "SEN support"), ("E", "EHC plan")], max_length=1
                    ),
                ),
                ("used_on", models.DateField(blank=True, null=True)),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pupils.contact",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
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
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitees",
                        to="reports.surveyround",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SurveyAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True, choices=[("K", "SEN support"), ("E", "EHC plan")], max_length=1
                    ),
                ),
                ("ticks", models.JSONField(default=dict)),
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
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reports.surveyround",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SurveyRoundEvent",
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
                    "audience",
                    models.CharField(
                        choices=[
                            ("families", "Families of children with SEND"),
                            ("pupils", "Pupils with SEND"),
                        ],
                        max_length=8,
                        verbose_name="who is asked",
                    ),
                ),
                ("term", models.CharField(max_length=11)),
                ("opens_on", models.DateField(verbose_name="opens on")),
                ("closes_on", models.DateField(verbose_name="last day")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "years",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("E1", "Early years 1"),
                                ("E2", "Early years 2"),
                                ("N1", "Nursery 1"),
                                ("N2", "Nursery 2"),
                                ("R", "Reception"),
                                ("1", "Year 1"),
                                ("2", "Year 2"),
                                ("3", "Year 3"),
                                ("4", "Year 4"),
                                ("5", "Year 5"),
                                ("6", "Year 6"),
                                ("7", "Year 7"),
                                ("8", "Year 8"),
                                ("X", "Not in a year group"),
                            ],
                            max_length=2,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list
                    ),
                ),
                (
                    "own",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=2,
                    ),
                ),
                (
                    "asks_for_words",
                    models.BooleanField(default=True, verbose_name="asks for words too"),
                ),
                (
                    "asked_count",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="asked"),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="links sent on")),
                (
                    "reminded_on",
                    models.DateField(blank=True, null=True, verbose_name="reminded on"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.surveyround",
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
            name="SurveyWords",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", models.TextField()),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quoted", "Quote it in reports"),
                            ("out", "It names somebody: leave it out"),
                            ("read", "Read, not quoted"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reports.surveyround",
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
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SurveyLink",
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
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("expires_on", models.DateField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("invitee_id", models.UUIDField()),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["school", "invitee_id"], name="reports_surveylink_of")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="surveyround",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_surveyround_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyround",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_on__gt", models.F("opens_on"))),
                name="reports_surveyround_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyround",
            constraint=models.UniqueConstraint(
                fields=("school", "audience", "term"), name="reports_surveyround_one_a_term"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="surveyround",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_surveyroundevent" ("asked_count", "asks_for_words", "audience", "closed_on", "closes_on", "id", "keys", "opens_on", "own", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "school_id", "sent_on", "term", "years") VALUES (NEW."asked_count", NEW."asks_for_words", NEW."audience", NEW."closed_on", NEW."closes_on", NEW."id", NEW."keys", NEW."opens_on", NEW."own", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reminded_on", NEW."school_id", NEW."sent_on", NEW."term", NEW."years"); RETURN NULL;',
                    hash="091132f4b83b297ae82dbe8d0787fd34a2c6573d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eb17d",
                    table="reports_surveyround",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="surveyround",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_surveyroundevent" ("asked_count", "asks_for_words", "audience", "closed_on", "closes_on", "id", "keys", "opens_on", "own", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "school_id", "sent_on", "term", "years") VALUES (NEW."asked_count", NEW."asks_for_words", NEW."audience", NEW."closed_on", NEW."closes_on", NEW."id", NEW."keys", NEW."opens_on", NEW."own", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reminded_on", NEW."school_id", NEW."sent_on", NEW."term", NEW."years"); RETURN NULL;',
                    hash="5401e0fc93cce062fdcf7ce013c1e83da1b55208",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f9d73",
                    table="reports_surveyround",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="surveyround",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_surveyroundevent" ("asked_count", "asks_for_words", "audience", "closed_on", "closes_on", "id", "keys", "opens_on", "own", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "school_id", "sent_on", "term", "years") VALUES (OLD."asked_count", OLD."asks_for_words", OLD."audience", OLD."closed_on", OLD."closes_on", OLD."id", OLD."keys", OLD."opens_on", OLD."own", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reminded_on", OLD."school_id", OLD."sent_on", OLD."term", OLD."years"); RETURN NULL;',
                    hash="39534574fba4d884f410e3641f6fd62ff815865f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_861d2",
                    table="reports_surveyround",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="surveyinvitee",
            index=models.Index(fields=["school", "pupil"], name="reports_surveyinvitee_pupil"),
        ),
        migrations.AddIndex(
            model_name="surveyinvitee",
            index=models.Index(fields=["school", "contact"], name="reports_surveyinvitee_contact"),
        ),
        migrations.AddConstraint(
            model_name="surveyinvitee",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_surveyinvitee_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyinvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "round", name="reports_surveyinvitee_round_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyinvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="reports_surveyinvitee_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyinvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "contact", name="reports_surveyinvitee_contact_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyinvitee",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email", ""), _negated=True),
                fields=("school", "round", "email"),
                name="reports_surveyinvitee_one_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyinvitee",
            constraint=models.UniqueConstraint(
                condition=models.Q(("contact", None)),
                fields=("school", "round", "pupil"),
                name="reports_surveyinvitee_one_slip",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyinvitee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("contact", None), ("email", "")),
                    models.Q(("contact__isnull", False), models.Q(("email", ""), _negated=True)),
                    _connector="OR",
                ),
                name="reports_surveyinvitee_contact_pair",
            ),
        ),
        migrations.AddIndex(
            model_name="surveyanswer",
            index=models.Index(fields=["school", "round"], name="reports_surveyanswer_round"),
        ),
        migrations.AddConstraint(
            model_name="surveyanswer",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_surveyanswer_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyanswer",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "round", name="reports_surveyanswer_round_same_school"
            ),
        ),
        migrations.AddIndex(
            model_name="surveywords",
            index=models.Index(fields=["school", "round"], name="reports_surveywords_round"),
        ),
        migrations.AddConstraint(
            model_name="surveywords",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="reports_surveywords_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="surveywords",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "round", name="reports_surveywords_round_same_school"
            ),
        ),
    ]
