"""Requests for information, safeguarding, disagreements, breaches."""

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
        ("aylsham", "0001_tables"),
        ("pupils", "0003_agencies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Disagreement",
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
                ("about", models.CharField(max_length=150, verbose_name="what it is about")),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("school", "Talked over with the school"),
                            ("complaint", "School's complaints procedure"),
                            ("mediation", "Mediation with the council"),
                            ("tribunal", "Appeal to the SEND Tribunal"),
                        ],
                        default="school",
                        max_length=9,
                    ),
                ),
                ("raised_on", models.DateField()),
                ("raised_by", models.CharField(max_length=150, verbose_name="who raised it")),
                (
                    "letter_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date on the council's decision letter"
                    ),
                ),
                (
                    "adviser_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parent told the mediation adviser on"
                    ),
                ),
                (
                    "certificate_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date on the mediation certificate"
                    ),
                ),
                (
                    "next_what",
                    models.CharField(blank=True, max_length=200, verbose_name="next step"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="by")),
                (
                    "next_outside",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                (
                    "next_owed_by",
                    models.CharField(
                        choices=[
                            ("school", "Us"),
                            ("la", "Local authority"),
                            ("health", "Health"),
                            ("care", "Social worker"),
                            ("parent", "Parents"),
                        ],
                        default="school",
                        max_length=6,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed"),
                            ("partly", "Agreed in part"),
                            ("not", "Not agreed"),
                            ("decided", "Decided by the Tribunal or a panel"),
                            ("withdrawn", "No longer pursued"),
                        ],
                        max_length=9,
                        verbose_name="how it ended",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-raised_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisagreementEvent",
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
                ("about", models.CharField(max_length=150, verbose_name="what it is about")),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("school", "Talked over with the school"),
                            ("complaint", "School's complaints procedure"),
                            ("mediation", "Mediation with the council"),
                            ("tribunal", "Appeal to the SEND Tribunal"),
                        ],
                        default="school",
                        max_length=9,
                    ),
                ),
                ("raised_on", models.DateField()),
                ("raised_by", models.CharField(max_length=150, verbose_name="who raised it")),
                (
                    "letter_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date on the council's decision letter"
                    ),
                ),
                (
                    "adviser_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parent told the mediation adviser on"
                    ),
                ),
                (
                    "certificate_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date on the mediation certificate"
                    ),
                ),
                (
                    "next_what",
                    models.CharField(blank=True, max_length=200, verbose_name="next step"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="by")),
                (
                    "next_outside",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                (
                    "next_owed_by",
                    models.CharField(
                        choices=[
                            ("school", "Us"),
                            ("la", "Local authority"),
                            ("health", "Health"),
                            ("care", "Social worker"),
                            ("parent", "Parents"),
                        ],
                        default="school",
                        max_length=6,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed"),
                            ("partly", "Agreed in part"),
                            ("not", "Not agreed"),
                            ("decided", "Decided by the Tribunal or a panel"),
                            ("withdrawn", "No longer pursued"),
                        ],
                        max_length=9,
                        verbose_name="how it ended",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisagreementText",
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
                ("entry_id", models.UUIDField(editable=False)),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("concern", "What they are not content with"),
                            ("reply", "Our reply"),
                            ("answer", "Their answer"),
                            ("outcome", "Outcome"),
                        ],
                        max_length=7,
                        verbose_name="what it is",
                    ),
                ),
                ("on", models.DateField(verbose_name="date")),
                ("said_by", models.CharField(max_length=150, verbose_name="whose words")),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["on", "entry_id", "number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
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
                ("made_at", models.DateTimeField()),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("pdf", models.BinaryField(null=True)),
                ("problem", models.TextField(blank=True)),
                ("log", models.JSONField(default=list)),
                ("handed_on", models.DateField(blank=True, null=True)),
                (
                    "handed_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("printed", "Printed, and collected with proof of identity"),
                            ("post", "Printed, and sent by recorded post"),
                            ("email", "By encrypted e-mail"),
                            ("link", "By a link with a code, sent from here"),
                            ("shown", "Looked at in school"),
                        ],
                        max_length=7,
                        verbose_name="handed over",
                    ),
                ),
                ("link_email", models.EmailField(blank=True, max_length=254)),
                ("link_until", models.DateField(blank=True, null=True)),
                ("code_hash", models.CharField(blank=True, max_length=64)),
                ("code_sent_at", models.DateTimeField(blank=True, null=True)),
                ("codes_sent", models.PositiveSmallIntegerField(default=0)),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "fetched_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="fetched by the link at"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HandOver",
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
                ("source", models.CharField(blank=True, editable=False, max_length=20)),
                ("source_id", models.UUIDField(blank=True, editable=False, null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "is_sealed",
                    models.BooleanField(default=False, verbose_name="taken out of the record"),
                ),
                ("sealed_values", models.JSONField(blank=True, default=dict, editable=False)),
                ("told_at", models.DateTimeField()),
                ("told_on", models.DateField()),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "entered_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="entered in our safeguarding system on"
                    ),
                ),
                (
                    "entered_number",
                    models.CharField(blank=True, max_length=40, verbose_name="its number there"),
                ),
                ("returned_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-told_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecordsLink",
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
                ("disclosure_id", models.UUIDField()),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("expires_on", models.DateField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="RecordsRequest",
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
                ("joint_id", models.UUIDField(editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sar", "Subject access request"),
                            ("record", "A parent asks for the education record"),
                        ],
                        max_length=6,
                    ),
                ),
                ("received_on", models.DateField()),
                ("asker", models.CharField(max_length=150, verbose_name="who asks")),
                (
                    "asker_kind",
                    models.CharField(
                        choices=[
                            ("parent", "Parent or carer with parental responsibility"),
                            ("child", "The child"),
                            ("agent", "Somebody acting for one of them, with written authority"),
                            ("other", "Somebody else"),
                        ],
                        max_length=6,
                        verbose_name="as what",
                    ),
                ),
                ("scope", models.TextField(blank=True, verbose_name="what they ask for")),
                (
                    "identity_on",
                    models.DateField(blank=True, null=True, verbose_name="identity proved on"),
                ),
                ("identity_how", models.CharField(blank=True, max_length=200, verbose_name="how")),
                (
                    "identity_asked_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="proof of identity asked for on"
                    ),
                ),
                (
                    "right_on",
                    models.DateField(blank=True, null=True, verbose_name="right to ask checked on"),
                ),
                (
                    "right_how",
                    models.CharField(blank=True, max_length=200, verbose_name="how it was checked"),
                ),
                (
                    "child_voice",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("young", "Too young to say: the parent asks for the child"),
                            ("agrees", "Asked, and agrees"),
                            ("objects", "Asked, and does not want it"),
                        ],
                        max_length=7,
                        verbose_name="the child",
                    ),
                ),
                (
                    "clarify_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked what is meant on"),
                ),
                (
                    "clarified_on",
                    models.DateField(blank=True, null=True, verbose_name="answered on"),
                ),
                (
                    "extended_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="told that it takes longer on"
                    ),
                ),
                (
                    "extended_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it takes longer"
                    ),
                ),
                ("collected_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Everything was given"),
                            ("part", "Given in part"),
                            ("refused", "Refused"),
                            ("withdrawn", "The person no longer asks"),
                        ],
                        max_length=9,
                    ),
                ),
                ("outcome_why", models.TextField(blank=True, verbose_name="why")),
                ("answered_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["received_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecordsRequestEvent",
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
                ("joint_id", models.UUIDField(editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sar", "Subject access request"),
                            ("record", "A parent asks for the education record"),
                        ],
                        max_length=6,
                    ),
                ),
                ("received_on", models.DateField()),
                ("asker", models.CharField(max_length=150, verbose_name="who asks")),
                (
                    "asker_kind",
                    models.CharField(
                        choices=[
                            ("parent", "Parent or carer with parental responsibility"),
                            ("child", "The child"),
                            ("agent", "Somebody acting for one of them, with written authority"),
                            ("other", "Somebody else"),
                        ],
                        max_length=6,
                        verbose_name="as what",
                    ),
                ),
                ("scope", models.TextField(blank=True, verbose_name="what they ask for")),
                (
                    "identity_on",
                    models.DateField(blank=True, null=True, verbose_name="identity proved on"),
                ),
                ("identity_how", models.CharField(blank=True, max_length=200, verbose_name="how")),
                (
                    "identity_asked_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="proof of identity asked for on"
                    ),
                ),
                (
                    "right_on",
                    models.DateField(blank=True, null=True, verbose_name="right to ask checked on"),
                ),
                (
                    "right_how",
                    models.CharField(blank=True, max_length=200, verbose_name="how it was checked"),
                ),
                (
                    "child_voice",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("young", "Too young to say: the parent asks for the child"),
                            ("agrees", "Asked, and agrees"),
                            ("objects", "Asked, and does not want it"),
                        ],
                        max_length=7,
                        verbose_name="the child",
                    ),
                ),
                (
                    "clarify_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked what is meant on"),
                ),
                (
                    "clarified_on",
                    models.DateField(blank=True, null=True, verbose_name="answered on"),
                ),
                (
                    "extended_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="told that it takes longer on"
                    ),
                ),
                (
                    "extended_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it takes longer"
                    ),
                ),
                ("collected_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Everything was given"),
                            ("part", "Given in part"),
                            ("refused", "Refused"),
                            ("withdrawn", "The person no longer asks"),
                        ],
                        max_length=9,
                    ),
                ),
                ("outcome_why", models.TextField(blank=True, verbose_name="why")),
                ("answered_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RequestItem",
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
                ("part", models.CharField(max_length=80, verbose_name="part of the record")),
                ("title", models.CharField(max_length=200)),
                ("of_on", models.DateField(blank=True, null=True)),
                ("text", models.TextField(blank=True)),
                ("source", models.CharField(editable=False, max_length=60)),
                ("source_id", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("disclose", "Give it"),
                            ("redact", "Give it with parts blacked out"),
                            ("withhold", "Keep it back"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "third_party",
                                "About another person (Data Protection Act 2018, schedule 2, paragraph 16)",
                            ),
                            (
                                "serious_harm",
                                "Likely to cause serious harm to somebody's health (Data Protection Act 2018, schedule 3 (health, social work and education data))",
                            ),
                            (
                                "child_abuse",
                                "About abuse of a child, and giving it is not in the child's interests (Data Protection Act 2018, schedule 3, paragraph 21)",
                            ),
                            (
                                "safeguarding",
                                "With the safeguarding lead, who decides (Data Protection Act 2018, schedule 3)",
                            ),
                            (
                                "plan_limits",
                                "An EHC plan, whose disclosure is limited (SEND Regulations 2014, regulation 17; Data Protection Act 2018, schedule 4)",
                            ),
                            ("adoption", "Adoption records (Data Protection Act 2018, schedule 4)"),
                            (
                                "privilege",
                                "Advice of a lawyer (Data Protection Act 2018, schedule 2, paragraph 19)",
                            ),
                            (
                                "exam",
                                "Scripts, or marks before they are published (Data Protection Act 2018, schedule 2, paragraph 25)",
                            ),
                            ("court", "Papers of a court (Data Protection Act 2018, schedule 3)"),
                            (
                                "not_about",
                                "Not about this child, or not asked for (UK GDPR article 15)",
                            ),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="note on the decision")),
                (
                    "words",
                    models.JSONField(blank=True, default=list, verbose_name="words to black out"),
                ),
                (
                    "boxes",
                    models.JSONField(blank=True, default=list, verbose_name="boxes to black out"),
                ),
                (
                    "left_out",
                    models.JSONField(blank=True, default=list, verbose_name="pages to leave out"),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SafeguardingLead",
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
                    "away_from",
                    models.DateField(blank=True, null=True, verbose_name="lead away from"),
                ),
                (
                    "away_until",
                    models.DateField(blank=True, null=True, verbose_name="lead away until"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SafeguardingLeadEvent",
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
                    "away_from",
                    models.DateField(blank=True, null=True, verbose_name="lead away from"),
                ),
                (
                    "away_until",
                    models.DateField(blank=True, null=True, verbose_name="lead away until"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="breach",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="breach",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="breach",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="breach",
            name="families",
            field=models.CharField(
                choices=[
                    ("open", "Not decided yet"),
                    ("no", "A high risk to them is unlikely: not told"),
                    ("told", "Told"),
                ],
                default="open",
                max_length=4,
                verbose_name="families",
            ),
        ),
        migrations.AddField(
            model_name="breach",
            name="families_on",
            field=models.DateField(blank=True, null=True, verbose_name="families told on"),
        ),
        migrations.AddField(
            model_name="breach",
            name="families_reason",
            field=models.TextField(blank=True, verbose_name="how they were told, or why not"),
        ),
        migrations.AddField(
            model_name="breach",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="breachevent",
            name="families",
            field=models.CharField(
                choices=[
                    ("open", "Not decided yet"),
                    ("no", "A high risk to them is unlikely: not told"),
                    ("told", "Told"),
                ],
                default="open",
                max_length=4,
                verbose_name="families",
            ),
        ),
        migrations.AddField(
            model_name="breachevent",
            name="families_on",
            field=models.DateField(blank=True, null=True, verbose_name="families told on"),
        ),
        migrations.AddField(
            model_name="breachevent",
            name="families_reason",
            field=models.TextField(blank=True, verbose_name="how they were told, or why not"),
        ),
        migrations.AddField(
            model_name="breachevent",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="breach",
            name="pupil",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="breaches",
                to="pupils.pupil",
            ),
        ),
        migrations.AlterField(
            model_name="breachevent",
            name="pupil",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.pupil",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breach",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "families", "families_on", "families_reason", "found_at", "happened", "id", "opened_by", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (NEW."about_id", NEW."action", NEW."closed_at", NEW."closed_by_id", NEW."document_id", NEW."families", NEW."families_on", NEW."families_reason", NEW."found_at", NEW."happened", NEW."id", NEW."opened_by", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reported_at", NEW."risk", NEW."risk_reason", NEW."school_id"); RETURN NULL;',
                    hash="0d168f08358635c740025dc29a91a172c6148425",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b9f00",
                    table="pupils_breach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breach",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "families", "families_on", "families_reason", "found_at", "happened", "id", "opened_by", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (NEW."about_id", NEW."action", NEW."closed_at", NEW."closed_by_id", NEW."document_id", NEW."families", NEW."families_on", NEW."families_reason", NEW."found_at", NEW."happened", NEW."id", NEW."opened_by", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reported_at", NEW."risk", NEW."risk_reason", NEW."school_id"); RETURN NULL;',
                    hash="730406eafc4454851d65b51f13b91238db673b7c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e7b4c",
                    table="pupils_breach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breach",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "families", "families_on", "families_reason", "found_at", "happened", "id", "opened_by", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (OLD."about_id", OLD."action", OLD."closed_at", OLD."closed_by_id", OLD."document_id", OLD."families", OLD."families_on", OLD."families_reason", OLD."found_at", OLD."happened", OLD."id", OLD."opened_by", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."recorded_at", OLD."recorded_by_id", OLD."reported_at", OLD."risk", OLD."risk_reason", OLD."school_id"); RETURN NULL;',
                    hash="5b8bf055e0bd7fb60076dd4e839b06cd003de411",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab177",
                    table="pupils_breach",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="breach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("families", "open"), ("families_on", None)),
                    models.Q(
                        ("families", "no"),
                        ("families_on", None),
                        models.Q(("families_reason", ""), _negated=True),
                    ),
                    models.Q(
                        ("families", "told"),
                        ("families_on__isnull", False),
                        models.Q(("families_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_breach_families_decided_with_why",
            ),
        ),
        migrations.AddField(
            model_name="disagreement",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="disagreement",
            name="next_owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="disagreement",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="disagreements",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="disagreement",
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
            model_name="disagreementevent",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="disagreementevent",
            name="next_owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="disagreementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="pupils.disagreement",
            ),
        ),
        migrations.AddField(
            model_name="disagreementevent",
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
            model_name="disagreementevent",
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
        migrations.AddField(
            model_name="disagreementtext",
            name="disagreement",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="texts",
                to="pupils.disagreement",
            ),
        ),
        migrations.AddField(
            model_name="disagreementtext",
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
            model_name="disagreementtext",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="handed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
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
            model_name="handover",
            name="entered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="hand_overs",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="returned_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="handover",
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
            model_name="handover",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="told_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordslink",
            name="school",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aylsham.school"
            ),
        ),
        migrations.AddField(
            model_name="recordsrequest",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordsrequest",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pupils.contact",
            ),
        ),
        migrations.AddField(
            model_name="recordsrequest",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordsrequest",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="records_requests",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="recordsrequest",
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
            model_name="disclosure",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="disclosures",
                to="pupils.recordsrequest",
            ),
        ),
        migrations.AddField(
            model_name="recordsrequestevent",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordsrequestevent",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.contact",
            ),
        ),
        migrations.AddField(
            model_name="recordsrequestevent",
            name="owner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordsrequestevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="pupils.recordsrequest",
            ),
        ),
        migrations.AddField(
            model_name="recordsrequestevent",
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
            model_name="recordsrequestevent",
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
        migrations.AddField(
            model_name="requestitem",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="pupils.recordsrequest",
            ),
        ),
        migrations.AddField(
            model_name="requestitem",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requestitem",
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
            model_name="requestitem",
            name="version",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pupils.documentversion",
            ),
        ),
        migrations.AddField(
            model_name="safeguardinglead",
            name="deputy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardinglead",
            name="lead",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardinglead",
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
            model_name="safeguardingleadevent",
            name="deputy",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingleadevent",
            name="lead",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="safeguardingleadevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="pupils.safeguardinglead",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingleadevent",
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
            model_name="disagreement",
            index=models.Index(fields=["school", "pupil"], name="pupils_disagreement_pupil"),
        ),
        migrations.AddConstraint(
            model_name="disagreement",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_disagreement_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_disagreement_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_by", None), ("closed_on", None), ("result", "")),
                    models.Q(
                        ("closed_by__isnull", False),
                        ("closed_on__gte", models.F("raised_on")),
                        ("next_on", None),
                        models.Q(("result", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_disagreement_closed_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("next_on", None),
                        ("next_outside", ""),
                        ("next_owner", None),
                        ("next_what", ""),
                    ),
                    models.Q(
                        ("next_on__isnull", False),
                        models.Q(("next_what", ""), _negated=True),
                        models.Q(
                            models.Q(
                                ("next_outside", ""),
                                ("next_owed_by", "school"),
                                ("next_owner__isnull", False),
                            ),
                            models.Q(
                                ("next_owner", None),
                                models.Q(("next_outside", ""), _negated=True),
                                models.Q(("next_owed_by", "school"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="pupils_disagreement_next_step_has_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on__isnull", False), ("next_on__isnull", False), _connector="OR"
                ),
                name="pupils_disagreement_open_has_next_step",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_disagreementevent" ("about", "adviser_on", "certificate_on", "closed_by_id", "closed_on", "id", "letter_on", "next_on", "next_outside", "next_owed_by", "next_owner_id", "next_what", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_by", "raised_on", "result", "route", "school_id") VALUES (NEW."about", NEW."adviser_on", NEW."certificate_on", NEW."closed_by_id", NEW."closed_on", NEW."id", NEW."letter_on", NEW."next_on", NEW."next_outside", NEW."next_owed_by", NEW."next_owner_id", NEW."next_what", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."raised_by", NEW."raised_on", NEW."result", NEW."route", NEW."school_id"); RETURN NULL;',
                    hash="886c848df1f1c2c79f41117198b3e369fff32256",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a2b8d",
                    table="pupils_disagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_disagreementevent" ("about", "adviser_on", "certificate_on", "closed_by_id", "closed_on", "id", "letter_on", "next_on", "next_outside", "next_owed_by", "next_owner_id", "next_what", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_by", "raised_on", "result", "route", "school_id") VALUES (NEW."about", NEW."adviser_on", NEW."certificate_on", NEW."closed_by_id", NEW."closed_on", NEW."id", NEW."letter_on", NEW."next_on", NEW."next_outside", NEW."next_owed_by", NEW."next_owner_id", NEW."next_what", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."raised_by", NEW."raised_on", NEW."result", NEW."route", NEW."school_id"); RETURN NULL;',
                    hash="615d0a70211b402b6e10540e65ee75819398e2b9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b0949",
                    table="pupils_disagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_disagreementevent" ("about", "adviser_on", "certificate_on", "closed_by_id", "closed_on", "id", "letter_on", "next_on", "next_outside", "next_owed_by", "next_owner_id", "next_what", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_by", "raised_on", "result", "route", "school_id") VALUES (OLD."about", OLD."adviser_on", OLD."certificate_on", OLD."closed_by_id", OLD."closed_on", OLD."id", OLD."letter_on", OLD."next_on", OLD."next_outside", OLD."next_owed_by", OLD."next_owner_id", OLD."next_what", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."raised_by", OLD."raised_on", OLD."result", OLD."route", OLD."school_id"); RETURN NULL;',
                    hash="5779710c6596d4f3fb4c904d5df3946c352393d0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_644d1",
                    table="pupils_disagreement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="disagreementtext",
            index=models.Index(
                fields=["school", "disagreement"], name="pupils_disagreementtext_of"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreementtext",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_disagreementtext_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreementtext",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "disagreement", name="pupils_disagreementtext_of_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreementtext",
            constraint=models.UniqueConstraint(
                fields=("school", "entry_id", "number"), name="pupils_disagreementtext_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreementtext",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="pupils_disagreementtext_says"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreementtext",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="pupils_disagreementtext_number_from_1"
            ),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["school", "pupil"], name="pupils_handover_pupil"),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["school", "-told_at"], name="pupils_handover_told"),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["school", "source_id"], name="pupils_handover_source"),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_handover_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_handover_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source", ""), ("source_id", None)),
                    models.Q(models.Q(("source", ""), _negated=True), ("source_id__isnull", False)),
                    _connector="OR",
                ),
                name="pupils_handover_source_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen_at", None), ("seen_by", None)),
                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                    _connector="OR",
                ),
                name="pupils_handover_seen_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entered_by", None), ("entered_number", ""), ("entered_on", None)),
                    models.Q(
                        ("entered_by__isnull", False),
                        ("entered_on__isnull", False),
                        ("returned_on", None),
                    ),
                    _connector="OR",
                ),
                name="pupils_handover_entered_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("returned_by", None), ("returned_on", None)),
                    models.Q(("returned_by__isnull", False), ("returned_on__isnull", False)),
                    _connector="OR",
                ),
                name="pupils_handover_returned_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("entered_on", None),
                        ("returned_on", None),
                        models.Q(("words", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(
                            ("entered_on__isnull", False),
                            ("returned_on__isnull", False),
                            _connector="OR",
                        ),
                        ("sealed_values", {}),
                        ("words", ""),
                    ),
                    _connector="OR",
                ),
                name="pupils_handover_words_only_while_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entered_on", None), ("entered_on__gte", models.F("told_on")), _connector="OR"
                ),
                name="pupils_handover_dates_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="recordslink",
            index=models.Index(fields=["school", "disclosure_id"], name="pupils_recordslink_of"),
        ),
        migrations.AddIndex(
            model_name="recordsrequest",
            index=models.Index(fields=["school", "pupil"], name="pupils_recordsrequest_pupil"),
        ),
        migrations.AddIndex(
            model_name="recordsrequest",
            index=models.Index(fields=["school", "contact"], name="pupils_recordsrequest_contact"),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_recordsrequest_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_recordsrequest_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "contact", name="pupils_recordsrequest_contact_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.UniqueConstraint(
                fields=("school", "joint_id"), name="pupils_recordsrequest_one_a_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("identity_how", ""), ("identity_on", None)),
                    models.Q(
                        ("identity_on__isnull", False),
                        models.Q(("identity_how", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_recordsrequest_identity_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("right_how", ""), ("right_on", None)),
                    models.Q(
                        ("right_on__isnull", False), models.Q(("right_how", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="pupils_recordsrequest_right_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("extended_on", None), ("extended_why", "")),
                    models.Q(
                        ("extended_on__isnull", False),
                        models.Q(("extended_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_recordsrequest_extended_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("clarified_on", None),
                    ("clarified_on__gte", models.F("clarify_asked_on")),
                    _connector="OR",
                ),
                name="pupils_recordsrequest_clarified_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_by", None), ("answered_on", None), ("outcome", "")),
                    models.Q(
                        ("answered_by__isnull", False),
                        ("answered_on__gte", models.F("received_on")),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_recordsrequest_answered_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordsrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome__in", ["", "full", "withdrawn"]),
                    models.Q(("outcome_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="pupils_recordsrequest_refusal_has_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordsrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_recordsrequestevent" ("answered_by_id", "answered_on", "asker", "asker_kind", "child_voice", "clarified_on", "clarify_asked_on", "collected_at", "contact_id", "extended_on", "extended_why", "id", "identity_asked_on", "identity_how", "identity_on", "joint_id", "kind", "outcome", "outcome_why", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received_on", "right_how", "right_on", "school_id", "scope") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."asker", NEW."asker_kind", NEW."child_voice", NEW."clarified_on", NEW."clarify_asked_on", NEW."collected_at", NEW."contact_id", NEW."extended_on", NEW."extended_why", NEW."id", NEW."identity_asked_on", NEW."identity_how", NEW."identity_on", NEW."joint_id", NEW."kind", NEW."outcome", NEW."outcome_why", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."received_on", NEW."right_how", NEW."right_on", NEW."school_id", NEW."scope"); RETURN NULL;',
                    hash="344c6e5b6e3962125bbd4e1dd4953ece78cce3d2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6a458",
                    table="pupils_recordsrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordsrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_recordsrequestevent" ("answered_by_id", "answered_on", "asker", "asker_kind", "child_voice", "clarified_on", "clarify_asked_on", "collected_at", "contact_id", "extended_on", "extended_why", "id", "identity_asked_on", "identity_how", "identity_on", "joint_id", "kind", "outcome", "outcome_why", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received_on", "right_how", "right_on", "school_id", "scope") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."asker", NEW."asker_kind", NEW."child_voice", NEW."clarified_on", NEW."clarify_asked_on", NEW."collected_at", NEW."contact_id", NEW."extended_on", NEW."extended_why", NEW."id", NEW."identity_asked_on", NEW."identity_how", NEW."identity_on", NEW."joint_id", NEW."kind", NEW."outcome", NEW."outcome_why", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."received_on", NEW."right_how", NEW."right_on", NEW."school_id", NEW."scope"); RETURN NULL;',
                    hash="c0108bf7dcac9c4fccf808e1dc934c3e9cc0d1f4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_18c28",
                    table="pupils_recordsrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordsrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_recordsrequestevent" ("answered_by_id", "answered_on", "asker", "asker_kind", "child_voice", "clarified_on", "clarify_asked_on", "collected_at", "contact_id", "extended_on", "extended_why", "id", "identity_asked_on", "identity_how", "identity_on", "joint_id", "kind", "outcome", "outcome_why", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received_on", "right_how", "right_on", "school_id", "scope") VALUES (OLD."answered_by_id", OLD."answered_on", OLD."asker", OLD."asker_kind", OLD."child_voice", OLD."clarified_on", OLD."clarify_asked_on", OLD."collected_at", OLD."contact_id", OLD."extended_on", OLD."extended_why", OLD."id", OLD."identity_asked_on", OLD."identity_how", OLD."identity_on", OLD."joint_id", OLD."kind", OLD."outcome", OLD."outcome_why", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."received_on", OLD."right_how", OLD."right_on", OLD."school_id", OLD."scope"); RETURN NULL;',
                    hash="2c6e8b5eb47a5df2c7d30788782702d39d5cfb30",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e838c",
                    table="pupils_recordsrequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["school", "case"], name="pupils_disclosure_case"),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_disclosure_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "case", name="pupils_disclosure_case_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handed_by", None), ("handed_how", ""), ("handed_on", None)),
                    models.Q(
                        ("handed_by__isnull", False),
                        ("handed_on__isnull", False),
                        models.Q(("handed_how", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_disclosure_handed_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link_email", ""), ("link_until", None)),
                    models.Q(
                        models.Q(("link_email", ""), _negated=True),
                        ("link_until__isnull", False),
                        ("pdf__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="pupils_disclosure_link_pair",
            ),
        ),
        migrations.AddIndex(
            model_name="requestitem",
            index=models.Index(fields=["school", "source_id"], name="pupils_requestitem_source"),
        ),
        migrations.AddIndex(
            model_name="requestitem",
            index=models.Index(fields=["school", "version"], name="pupils_requestitem_version"),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_requestitem_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "case", name="pupils_requestitem_case_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "version", name="pupils_requestitem_version_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=models.UniqueConstraint(
                fields=("school", "case", "number"), name="pupils_requestitem_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("decision", "open")),
                    models.Q(
                        models.Q(("decision", "open"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="pupils_requestitem_decided_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision__in", ["open", "disclose"]), ("ground", "")),
                    models.Q(
                        ("decision__in", ["redact", "withhold"]),
                        models.Q(("ground", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pupils_requestitem_ground_where_kept_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_safeguardinglead_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.UniqueConstraint(
                fields=("school",), name="pupils_safeguardinglead_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("away_from", None), ("away_until", None)),
                    models.Q(
                        ("away_from__isnull", False), ("away_until__gte", models.F("away_from"))
                    ),
                    _connector="OR",
                ),
                name="pupils_safeguardinglead_away_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardinglead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deputy", None),
                    models.Q(("deputy", models.F("lead")), _negated=True),
                    _connector="OR",
                ),
                name="pupils_safeguardinglead_two_people",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardinglead",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_safeguardingleadevent" ("away_from", "away_until", "deputy_id", "id", "lead_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."away_from", NEW."away_until", NEW."deputy_id", NEW."id", NEW."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="d192ddb020e18376eb4f4de63fa89508e9709cc9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_28950",
                    table="pupils_safeguardinglead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardinglead",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_safeguardingleadevent" ("away_from", "away_until", "deputy_id", "id", "lead_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."away_from", NEW."away_until", NEW."deputy_id", NEW."id", NEW."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="b2d27f3a37294ec5cad204619e563fb146cc72c3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b6644",
                    table="pupils_safeguardinglead",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardinglead",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_safeguardingleadevent" ("away_from", "away_until", "deputy_id", "id", "lead_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."away_from", OLD."away_until", OLD."deputy_id", OLD."id", OLD."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                    hash="bf2ce61c1a361933f8dbf5a269fdfe0d9ea74830",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd9aa",
                    table="pupils_safeguardinglead",
                    when="AFTER",
                ),
            ),
        ),
    ]
