"""Evidence in the record behind a decision, the link of a mailed letter, two more kinds of note."""

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
        ("pupils", "0003_pages_of_nobody"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EvidenceLink",
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
                    "subject",
                    models.CharField(
                        choices=[
                            ("status", "A stretch on the SEND register"),
                            ("status_end", "The end of a stretch on the SEND register"),
                            ("layer", "A layer"),
                            ("diagnosis", "A diagnosis"),
                        ],
                        max_length=10,
                        verbose_name="of what",
                    ),
                ),
                ("subject_id", models.UUIDField()),
                (
                    "linked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceLinkEvent",
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
                    "subject",
                    models.CharField(
                        choices=[
                            ("status", "A stretch on the SEND register"),
                            ("status_end", "The end of a stretch on the SEND register"),
                            ("layer", "A layer"),
                            ("diagnosis", "A diagnosis"),
                        ],
                        max_length=10,
                        verbose_name="of what",
                    ),
                ),
                ("subject_id", models.UUIDField()),
                (
                    "linked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="sentletter",
            name="ask",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pupils.contributionrequest",
            ),
        ),
        migrations.AlterField(
            model_name="contributionnote",
            name="step",
            field=models.CharField(
                choices=[
                    ("sent", "Link sent"),
                    ("code_sent", "Link opened, code asked for"),
                    ("wrong_code", "Wrong code"),
                    ("locked", "Locked after five wrong codes"),
                    ("opened", "Questions opened with the code"),
                    ("letter", "The letter taken as a PDF"),
                    ("answered", "Answered"),
                    ("reminded", "Reminder sent"),
                    ("held_back", "Reminder held back: this person may no longer be told"),
                    ("readdressed", "Sent again"),
                    ("cancelled", "Cancelled"),
                ],
                max_length=11,
            ),
        ),
        migrations.AlterField(
            model_name="readreceipt",
            name="subject",
            field=models.CharField(
                choices=[
                    ("safety_plan", "Safety plan"),
                    ("passport", "Passport"),
                    ("line", "Line of a passport, by name"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddIndex(
            model_name="sentletter",
            index=models.Index(fields=["school", "ask"], name="pupils_sentletter_ask"),
        ),
        migrations.AddConstraint(
            model_name="sentletter",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "ask", name="pupils_sentletter_ask_same_school"
            ),
        ),
        migrations.AddField(
            model_name="evidencelink",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="pupils.assessment",
            ),
        ),
        migrations.AddField(
            model_name="evidencelink",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="pupils.document",
            ),
        ),
        migrations.AddField(
            model_name="evidencelink",
            name="linked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evidencelink",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="evidence_links",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="evidencelink",
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
            model_name="evidencelinkevent",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.assessment",
            ),
        ),
        migrations.AddField(
            model_name="evidencelinkevent",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.document",
            ),
        ),
        migrations.AddField(
            model_name="evidencelinkevent",
            name="linked_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evidencelinkevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="pupils.evidencelink",
            ),
        ),
        migrations.AddField(
            model_name="evidencelinkevent",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="evidencelinkevent",
            name="school",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddIndex(
            model_name="evidencelink",
            index=models.Index(fields=["school", "pupil"], name="pupils_evidencelink_pupil"),
        ),
        migrations.AddIndex(
            model_name="evidencelink",
            index=models.Index(fields=["school", "document"], name="pupils_evidencelink_document"),
        ),
        migrations.AddIndex(
            model_name="evidencelink",
            index=models.Index(
                fields=["school", "assessment"], name="pupils_evidencelink_assessment"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_evidencelink_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_evidencelink_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "document", name="pupils_evidencelink_document_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="pupils_evidencelink_assessment_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("school", "subject", "subject_id"), name="pupils_evidencelink_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.CheckConstraint(
                condition=models.Q(("document", None), ("assessment", None), _connector="XOR"),
                name="pupils_evidencelink_of_one",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencelink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_evidencelinkevent" ("assessment_id", "document_id", "id", "linked_at", "linked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "subject", "subject_id") VALUES (NEW."assessment_id", NEW."document_id", NEW."id", NEW."linked_at", NEW."linked_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."subject", NEW."subject_id"); RETURN NULL;',
                    hash="a89a1b08e07bbcb8a505027e4ff107a79c252977",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69ec5",
                    table="pupils_evidencelink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencelink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_evidencelinkevent" ("assessment_id", "document_id", "id", "linked_at", "linked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "subject", "subject_id") VALUES (NEW."assessment_id", NEW."document_id", NEW."id", NEW."linked_at", NEW."linked_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."subject", NEW."subject_id"); RETURN NULL;',
                    hash="34c4a5c962579740a3d0b123c9ac4ff3516032a6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3555e",
                    table="pupils_evidencelink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencelink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_evidencelinkevent" ("assessment_id", "document_id", "id", "linked_at", "linked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "subject", "subject_id") VALUES (OLD."assessment_id", OLD."document_id", OLD."id", OLD."linked_at", OLD."linked_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."subject", OLD."subject_id"); RETURN NULL;',
                    hash="1e8bde231d12d84dc022dfcf939654e4e4a8512e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0b6cf",
                    table="pupils_evidencelink",
                    when="AFTER",
                ),
            ),
        ),
    ]
