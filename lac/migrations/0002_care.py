"""Care: people, placements, who decides, reviews, social work, and who may know of it."""

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
        ("lac", "0001_tables"),
        ("pupils", "0014_evidence_approval"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CareDeclaration",
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
                ("declared_on", models.DateField()),
                ("declared_by", models.CharField(max_length=150, verbose_name="who declared it")),
                (
                    "care_was",
                    models.CharField(
                        choices=[
                            ("here", "In England or Wales"),
                            ("elsewhere", "Elsewhere: state care abroad"),
                        ],
                        max_length=9,
                        verbose_name="where the care was",
                    ),
                ),
                (
                    "order_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the order"),
                ),
                (
                    "evidence",
                    models.CharField(
                        choices=[
                            ("order", "The court order"),
                            ("certificate", "The adoption certificate"),
                            ("letter", "A letter of the council"),
                            ("none", "None was shown"),
                        ],
                        max_length=11,
                        verbose_name="what was shown",
                    ),
                ),
                (
                    "seen_on",
                    models.DateField(blank=True, null=True, verbose_name="evidence seen on"),
                ),
                (
                    "consents_on",
                    models.DateField(blank=True, null=True, verbose_name="consent given on"),
                ),
                (
                    "consents_to",
                    models.TextField(
                        blank=True, verbose_name="what the family agrees to have recorded"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareDeclarationEvent",
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
                ("declared_on", models.DateField()),
                ("declared_by", models.CharField(max_length=150, verbose_name="who declared it")),
                (
                    "care_was",
                    models.CharField(
                        choices=[
                            ("here", "In England or Wales"),
                            ("elsewhere", "Elsewhere: state care abroad"),
                        ],
                        max_length=9,
                        verbose_name="where the care was",
                    ),
                ),
                (
                    "order_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the order"),
                ),
                (
                    "evidence",
                    models.CharField(
                        choices=[
                            ("order", "The court order"),
                            ("certificate", "The adoption certificate"),
                            ("letter", "A letter of the council"),
                            ("none", "None was shown"),
                        ],
                        max_length=11,
                        verbose_name="what was shown",
                    ),
                ),
                (
                    "seen_on",
                    models.DateField(blank=True, null=True, verbose_name="evidence seen on"),
                ),
                (
                    "consents_on",
                    models.DateField(blank=True, null=True, verbose_name="consent given on"),
                ),
                (
                    "consents_to",
                    models.TextField(
                        blank=True, verbose_name="what the family agrees to have recorded"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarePerson",
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
                            ("social_worker", "Social worker"),
                            ("manager", "Team manager"),
                            ("reviewing", "Independent reviewing officer"),
                            ("virtual", "Virtual school"),
                            ("carer", "Carer"),
                            ("supervising", "Supervising social worker of the carers"),
                            ("nurse", "Nurse for children in care"),
                        ],
                        max_length=13,
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("organisation", models.CharField(blank=True, max_length=150)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("starts_on", models.DateField(verbose_name="since")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarePersonEvent",
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
                            ("social_worker", "Social worker"),
                            ("manager", "Team manager"),
                            ("reviewing", "Independent reviewing officer"),
                            ("virtual", "Virtual school"),
                            ("carer", "Carer"),
                            ("supervising", "Supervising social worker of the carers"),
                            ("nurse", "Nurse for children in care"),
                        ],
                        max_length=13,
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("organisation", models.CharField(blank=True, max_length=150)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("starts_on", models.DateField(verbose_name="since")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarePlacement",
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
                            ("foster", "Foster care"),
                            ("kinship", "Foster care with family or friends"),
                            ("home", "Children’s home"),
                            ("parents", "With parents, under a care order"),
                            ("adoptive", "With adopters"),
                            ("other", "Other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="with whom, in words"
                    ),
                ),
                (
                    "council_area",
                    models.CharField(blank=True, max_length=100, verbose_name="council area"),
                ),
                (
                    "is_out_of_area",
                    models.BooleanField(
                        default=False, verbose_name="out of the council’s own area"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "ended_why",
                    models.CharField(blank=True, max_length=200, verbose_name="why it ended"),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarePlacementEvent",
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
                            ("foster", "Foster care"),
                            ("kinship", "Foster care with family or friends"),
                            ("home", "Children’s home"),
                            ("parents", "With parents, under a care order"),
                            ("adoptive", "With adopters"),
                            ("other", "Other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="with whom, in words"
                    ),
                ),
                (
                    "council_area",
                    models.CharField(blank=True, max_length=100, verbose_name="council area"),
                ),
                (
                    "is_out_of_area",
                    models.BooleanField(
                        default=False, verbose_name="out of the council’s own area"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "ended_why",
                    models.CharField(blank=True, max_length=200, verbose_name="why it ended"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareReview",
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
                ("held_on", models.DateField()),
                (
                    "decisions",
                    models.TextField(blank=True, verbose_name="what it means for school"),
                ),
            ],
            options={
                "ordering": ["-held_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareReviewEvent",
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
                ("held_on", models.DateField()),
                (
                    "decisions",
                    models.TextField(blank=True, verbose_name="what it means for school"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareView",
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
                    "to_write",
                    models.CharField(max_length=200, verbose_name="what they are to write"),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back at"),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareViewEvent",
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
                    "to_write",
                    models.CharField(max_length=200, verbose_name="what they are to write"),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back at"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Delegation",
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
                    "matter",
                    models.CharField(
                        choices=[
                            ("day_trips", "Day trips"),
                            ("overnight", "Overnight trips"),
                            ("photographs", "Photographs"),
                            ("medical", "Medical treatment"),
                            ("small", "Haircut and small things"),
                            ("forms", "PEP and school forms"),
                            ("online", "Internet and social media"),
                            ("friends", "Visits to friends"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "decider",
                    models.CharField(
                        choices=[
                            ("carer", "Carer"),
                            ("worker", "Social worker"),
                            ("parent", "Parent"),
                            ("school", "School"),
                            ("several", "More than one, as the placement plan says"),
                        ],
                        max_length=7,
                        verbose_name="who may say yes",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
                ("starts_on", models.DateField(verbose_name="since")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DelegationEvent",
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
                    "matter",
                    models.CharField(
                        choices=[
                            ("day_trips", "Day trips"),
                            ("overnight", "Overnight trips"),
                            ("photographs", "Photographs"),
                            ("medical", "Medical treatment"),
                            ("small", "Haircut and small things"),
                            ("forms", "PEP and school forms"),
                            ("online", "Internet and social media"),
                            ("friends", "Visits to friends"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "decider",
                    models.CharField(
                        choices=[
                            ("carer", "Carer"),
                            ("worker", "Social worker"),
                            ("parent", "Parent"),
                            ("school", "School"),
                            ("several", "More than one, as the placement plan says"),
                        ],
                        max_length=7,
                        verbose_name="who may say yes",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
                ("starts_on", models.DateField(verbose_name="since")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SocialWorkPeriod",
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
                            ("in_need", "Child in need"),
                            ("protection", "Child protection plan"),
                            ("kinship", "Kinship or informal arrangement"),
                            ("assessment", "Assessment going on"),
                        ],
                        max_length=10,
                    ),
                ),
                ("council", models.CharField(blank=True, max_length=100)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SocialWorkPeriodEvent",
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
                            ("in_need", "Child in need"),
                            ("protection", "Child protection plan"),
                            ("kinship", "Kinship or informal arrangement"),
                            ("assessment", "Assessment going on"),
                        ],
                        max_length=10,
                    ),
                ),
                ("council", models.CharField(blank=True, max_length=100)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="careperiod",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="careperiod",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="careperiod",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="careperiod",
            name="corrected_why",
            field=models.CharField(blank=True, max_length=200, verbose_name="why it was corrected"),
        ),
        migrations.AddField(
            model_name="careperiod",
            name="first_pep_on",
            field=models.DateField(blank=True, null=True, verbose_name="first PEP started on"),
        ),
        migrations.AddField(
            model_name="careperiod",
            name="legal_since",
            field=models.DateField(blank=True, null=True, verbose_name="legal status since"),
        ),
        migrations.AddField(
            model_name="careperiod",
            name="legal_status",
            field=models.CharField(
                blank=True,
                choices=[
                    ("full", "Full care order (Children Act 1989 s.31)"),
                    ("interim", "Interim care order (Children Act 1989 s.38)"),
                    ("agreed", "Looked after by agreement (Children Act 1989 s.20)"),
                    ("placement", "Placement order (Adoption and Children Act 2002 s.21)"),
                    ("emergency", "Emergency protection order (Children Act 1989 s.44)"),
                    ("police", "Police protection (Children Act 1989 s.46)"),
                    ("remand", "On remand"),
                ],
                max_length=9,
            ),
        ),
        migrations.AddField(
            model_name="careperiod",
            name="pep_with_officer_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="first PEP sent to the reviewing officer on"
            ),
        ),
        migrations.AddField(
            model_name="careperiodevent",
            name="corrected_why",
            field=models.CharField(blank=True, max_length=200, verbose_name="why it was corrected"),
        ),
        migrations.AddField(
            model_name="careperiodevent",
            name="first_pep_on",
            field=models.DateField(blank=True, null=True, verbose_name="first PEP started on"),
        ),
        migrations.AddField(
            model_name="careperiodevent",
            name="legal_since",
            field=models.DateField(blank=True, null=True, verbose_name="legal status since"),
        ),
        migrations.AddField(
            model_name="careperiodevent",
            name="legal_status",
            field=models.CharField(
                blank=True,
                choices=[
                    ("full", "Full care order (Children Act 1989 s.31)"),
                    ("interim", "Interim care order (Children Act 1989 s.38)"),
                    ("agreed", "Looked after by agreement (Children Act 1989 s.20)"),
                    ("placement", "Placement order (Adoption and Children Act 2002 s.21)"),
                    ("emergency", "Emergency protection order (Children Act 1989 s.44)"),
                    ("police", "Police protection (Children Act 1989 s.46)"),
                    ("remand", "On remand"),
                ],
                max_length=9,
            ),
        ),
        migrations.AddField(
            model_name="careperiodevent",
            name="pep_with_officer_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="first PEP sent to the reviewing officer on"
            ),
        ),
        migrations.AlterField(
            model_name="careperiod",
            name="placing_authority",
            field=models.CharField(
                blank=True, max_length=100, verbose_name="council that looks after the child"
            ),
        ),
        migrations.AlterField(
            model_name="careperiodevent",
            name="placing_authority",
            field=models.CharField(
                blank=True, max_length=100, verbose_name="council that looks after the child"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careperiodevent" ("corrected_why", "ends_on", "first_pep_on", "id", "kind", "known_since", "left_care_through", "legal_since", "legal_status", "pep_with_officer_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placing_authority", "pupil_id", "school_id", "source", "starts_on") VALUES (NEW."corrected_why", NEW."ends_on", NEW."first_pep_on", NEW."id", NEW."kind", NEW."known_since", NEW."left_care_through", NEW."legal_since", NEW."legal_status", NEW."pep_with_officer_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."placing_authority", NEW."pupil_id", NEW."school_id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="11f0e4dd77042539fb1fd1b706618a418b3e2669",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_40b3b",
                    table="lac_careperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_careperiodevent" ("corrected_why", "ends_on", "first_pep_on", "id", "kind", "known_since", "left_care_through", "legal_since", "legal_status", "pep_with_officer_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placing_authority", "pupil_id", "school_id", "source", "starts_on") VALUES (NEW."corrected_why", NEW."ends_on", NEW."first_pep_on", NEW."id", NEW."kind", NEW."known_since", NEW."left_care_through", NEW."legal_since", NEW."legal_status", NEW."pep_with_officer_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."placing_authority", NEW."pupil_id", NEW."school_id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="07d4e878268e87f0ae4abbba9d1ac8b9c0918e19",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ab025",
                    table="lac_careperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careperiodevent" ("corrected_why", "ends_on", "first_pep_on", "id", "kind", "known_since", "left_care_through", "legal_since", "legal_status", "pep_with_officer_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placing_authority", "pupil_id", "school_id", "source", "starts_on") VALUES (OLD."corrected_why", OLD."ends_on", OLD."first_pep_on", OLD."id", OLD."kind", OLD."known_since", OLD."left_care_through", OLD."legal_since", OLD."legal_status", OLD."pep_with_officer_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."placing_authority", OLD."pupil_id", OLD."school_id", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="906a25237a3312a9108ef407166d094e75b1a0df",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d56bf",
                    table="lac_careperiod",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="careperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "looked_after"),
                    models.Q(
                        ("first_pep_on", None), ("legal_status", ""), ("pep_with_officer_on", None)
                    ),
                    _connector="OR",
                ),
                name="lac_careperiod_status_only_in_care",
            ),
        ),
        migrations.AddConstraint(
            model_name="careperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("legal_since", None),
                    models.Q(("legal_status", ""), _negated=True),
                    _connector="OR",
                ),
                name="lac_careperiod_status_since_pair",
            ),
        ),
        migrations.AddField(
            model_name="caredeclaration",
            name="period",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="declarations",
                to="lac.careperiod",
            ),
        ),
        migrations.AddField(
            model_name="caredeclaration",
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
            model_name="caredeclaration",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who saw the evidence",
            ),
        ),
        migrations.AddField(
            model_name="caredeclarationevent",
            name="period",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.careperiod",
            ),
        ),
        migrations.AddField(
            model_name="caredeclarationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.caredeclaration",
            ),
        ),
        migrations.AddField(
            model_name="caredeclarationevent",
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
            model_name="caredeclarationevent",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who saw the evidence",
            ),
        ),
        migrations.AddField(
            model_name="careperson",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="care_people",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="careperson",
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
            model_name="carepersonevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.careperson",
            ),
        ),
        migrations.AddField(
            model_name="carepersonevent",
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
            model_name="carepersonevent",
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
            model_name="careplacement",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pupils.contact",
                verbose_name="with whom",
            ),
        ),
        migrations.AddField(
            model_name="careplacement",
            name="home",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pupils.home",
            ),
        ),
        migrations.AddField(
            model_name="careplacement",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="placements",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="careplacement",
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
            model_name="careplacementevent",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.contact",
                verbose_name="with whom",
            ),
        ),
        migrations.AddField(
            model_name="careplacementevent",
            name="home",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.home",
            ),
        ),
        migrations.AddField(
            model_name="careplacementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.careplacement",
            ),
        ),
        migrations.AddField(
            model_name="careplacementevent",
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
            model_name="careplacementevent",
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
            model_name="carereview",
            name="period",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="lac.careperiod",
            ),
        ),
        migrations.AddField(
            model_name="carereview",
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
            model_name="carereviewevent",
            name="period",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.careperiod",
            ),
        ),
        migrations.AddField(
            model_name="carereviewevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.carereview",
            ),
        ),
        migrations.AddField(
            model_name="carereviewevent",
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
            model_name="careview",
            name="given_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="careview",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="care_views",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="careview",
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
            model_name="careview",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="colleague",
            ),
        ),
        migrations.AddField(
            model_name="careviewevent",
            name="given_by",
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
            model_name="careviewevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.careview",
            ),
        ),
        migrations.AddField(
            model_name="careviewevent",
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
            model_name="careviewevent",
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
            model_name="careviewevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="colleague",
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="delegations",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="delegation",
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
            model_name="delegationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.delegation",
            ),
        ),
        migrations.AddField(
            model_name="delegationevent",
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
            model_name="delegationevent",
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
            model_name="socialworkperiod",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="social_work",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="socialworkperiod",
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
            model_name="socialworkperiodevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.socialworkperiod",
            ),
        ),
        migrations.AddField(
            model_name="socialworkperiodevent",
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
            model_name="socialworkperiodevent",
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
        migrations.AddConstraint(
            model_name="caredeclaration",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_caredeclaration_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="caredeclaration",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "period", name="lac_declaration_period_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="caredeclaration",
            constraint=models.UniqueConstraint(
                fields=("school", "period"), name="lac_declaration_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="caredeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen_by", None), ("seen_on__isnull", False), _connector="OR"),
                name="lac_declaration_seen_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="caredeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("seen_on", None),
                    models.Q(("evidence", "none"), _negated=True),
                    _connector="OR",
                ),
                name="lac_declaration_seen_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="caredeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("consents_on", None), ("consents_to", "")),
                    models.Q(
                        ("consents_on__isnull", False), models.Q(("consents_to", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="lac_declaration_consent_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caredeclaration",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_caredeclarationevent" ("care_was", "consents_on", "consents_to", "declared_by", "declared_on", "evidence", "id", "order_on", "period_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen_by_id", "seen_on") VALUES (NEW."care_was", NEW."consents_on", NEW."consents_to", NEW."declared_by", NEW."declared_on", NEW."evidence", NEW."id", NEW."order_on", NEW."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."seen_by_id", NEW."seen_on"); RETURN NULL;',
                    hash="16caefebd3641ce91efb9655d9889919b9a01ace",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_139d5",
                    table="lac_caredeclaration",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caredeclaration",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_caredeclarationevent" ("care_was", "consents_on", "consents_to", "declared_by", "declared_on", "evidence", "id", "order_on", "period_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen_by_id", "seen_on") VALUES (NEW."care_was", NEW."consents_on", NEW."consents_to", NEW."declared_by", NEW."declared_on", NEW."evidence", NEW."id", NEW."order_on", NEW."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."seen_by_id", NEW."seen_on"); RETURN NULL;',
                    hash="5e7842efa61153a2357451d07f54b346d625033c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c1fde",
                    table="lac_caredeclaration",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caredeclaration",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_caredeclarationevent" ("care_was", "consents_on", "consents_to", "declared_by", "declared_on", "evidence", "id", "order_on", "period_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen_by_id", "seen_on") VALUES (OLD."care_was", OLD."consents_on", OLD."consents_to", OLD."declared_by", OLD."declared_on", OLD."evidence", OLD."id", OLD."order_on", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."seen_by_id", OLD."seen_on"); RETURN NULL;',
                    hash="f21db5eb89e5b5a0f267f30cc4a7431ada18657d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f2d48",
                    table="lac_caredeclaration",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="careperson",
            index=models.Index(fields=["school", "pupil"], name="lac_careperson_pupil"),
        ),
        migrations.AddConstraint(
            model_name="careperson",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_careperson_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="careperson",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_careperson_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="lac_careperson_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperson",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_carepersonevent" ("email", "ends_on", "id", "name", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pupil_id", "role", "school_id", "starts_on") VALUES (NEW."email", NEW."ends_on", NEW."id", NEW."name", NEW."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."pupil_id", NEW."role", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="d3f83be659db1e240aed46629d5aaab84d481b42",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_59dc6",
                    table="lac_careperson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperson",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_carepersonevent" ("email", "ends_on", "id", "name", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pupil_id", "role", "school_id", "starts_on") VALUES (NEW."email", NEW."ends_on", NEW."id", NEW."name", NEW."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."pupil_id", NEW."role", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="51542c0d1f9798942f1cf3478cacfd53a7433a31",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e3ebe",
                    table="lac_careperson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careperson",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_carepersonevent" ("email", "ends_on", "id", "name", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pupil_id", "role", "school_id", "starts_on") VALUES (OLD."email", OLD."ends_on", OLD."id", OLD."name", OLD."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."pupil_id", OLD."role", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="0bd0eb9d0e5006830d75ca973d46b95bff6970ae",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_31e36",
                    table="lac_careperson",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="careplacement",
            index=models.Index(fields=["school", "pupil"], name="lac_placement_pupil"),
        ),
        migrations.AddConstraint(
            model_name="careplacement",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_careplacement_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="careplacement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_placement_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careplacement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "contact", name="lac_placement_contact_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careplacement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "home", name="lac_placement_home_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careplacement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="lac_placement_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="careplacement",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_why", ""), ("ends_on__isnull", False), _connector="OR"),
                name="lac_placement_why_only_ended",
            ),
        ),
        migrations.AddConstraint(
            model_name="careplacement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    ("pupil", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="lac_placement_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careplacement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careplacementevent" ("contact_id", "council_area", "ended_why", "ends_on", "home_id", "id", "is_out_of_area", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "with_whom") VALUES (NEW."contact_id", NEW."council_area", NEW."ended_why", NEW."ends_on", NEW."home_id", NEW."id", NEW."is_out_of_area", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on", NEW."with_whom"); RETURN NULL;',
                    hash="a1957b8a44d5a439b2a0e9749b71c307da2442a5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7ee45",
                    table="lac_careplacement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careplacement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_careplacementevent" ("contact_id", "council_area", "ended_why", "ends_on", "home_id", "id", "is_out_of_area", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "with_whom") VALUES (NEW."contact_id", NEW."council_area", NEW."ended_why", NEW."ends_on", NEW."home_id", NEW."id", NEW."is_out_of_area", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on", NEW."with_whom"); RETURN NULL;',
                    hash="8be478ea8419ea419526a315f59341c9671dee0f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f49d8",
                    table="lac_careplacement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careplacement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careplacementevent" ("contact_id", "council_area", "ended_why", "ends_on", "home_id", "id", "is_out_of_area", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "with_whom") VALUES (OLD."contact_id", OLD."council_area", OLD."ended_why", OLD."ends_on", OLD."home_id", OLD."id", OLD."is_out_of_area", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."starts_on", OLD."with_whom"); RETURN NULL;',
                    hash="a3d82c9605c9f8ff7bcc091bbf870c070f0ddc7e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1890e",
                    table="lac_careplacement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="carereview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_carereview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="carereview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "period", name="lac_carereview_period_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="carereview",
            constraint=models.UniqueConstraint(
                fields=("school", "period", "held_on"), name="lac_carereview_one_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carereview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_carereviewevent" ("decisions", "held_on", "id", "period_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."decisions", NEW."held_on", NEW."id", NEW."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="012641bb8278df878180dfd70d42b81045260ae6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d76b1",
                    table="lac_carereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carereview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_carereviewevent" ("decisions", "held_on", "id", "period_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."decisions", NEW."held_on", NEW."id", NEW."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="499763c0072747062d462fed34c8d0d9ea1fa048",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6a799",
                    table="lac_carereview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carereview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_carereviewevent" ("decisions", "held_on", "id", "period_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."decisions", OLD."held_on", OLD."id", OLD."period_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                    hash="d4426fa52c59f5be85558976e73349e1e48e3fb6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7c475",
                    table="lac_carereview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="careview",
            index=models.Index(fields=["school", "pupil"], name="lac_careview_pupil"),
        ),
        migrations.AddIndex(
            model_name="careview",
            index=models.Index(fields=["school", "user"], name="lac_careview_user"),
        ),
        migrations.AddConstraint(
            model_name="careview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_careview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="careview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_careview_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careview",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="lac_careview_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="careview",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("ended_at", None)),
                expressions=[
                    ("school", "="),
                    ("pupil", "="),
                    ("user", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="lac_careview_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careviewevent" ("ended_at", "ends_on", "given_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "to_write", "user_id") VALUES (NEW."ended_at", NEW."ends_on", NEW."given_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on", NEW."to_write", NEW."user_id"); RETURN NULL;',
                    hash="56845a115da485558e35088ab49df23e25d10366",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_55bf7",
                    table="lac_careview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_careviewevent" ("ended_at", "ends_on", "given_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "to_write", "user_id") VALUES (NEW."ended_at", NEW."ends_on", NEW."given_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on", NEW."to_write", NEW."user_id"); RETURN NULL;',
                    hash="b522a9998e08c283b7e7825b0a6b61de881ef428",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed025",
                    table="lac_careview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careviewevent" ("ended_at", "ends_on", "given_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "to_write", "user_id") VALUES (OLD."ended_at", OLD."ends_on", OLD."given_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."starts_on", OLD."to_write", OLD."user_id"); RETURN NULL;',
                    hash="29dca327d1cd05a600ef5f5b01f27df8447c02c2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_017cd",
                    table="lac_careview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="delegation",
            index=models.Index(fields=["school", "pupil"], name="lac_delegation_pupil"),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_delegation_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_delegation_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="lac_delegation_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on", None)),
                fields=("school", "pupil", "matter"),
                name="lac_delegation_one_open",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_delegationevent" ("decider", "ends_on", "id", "matter", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."decider", NEW."ends_on", NEW."id", NEW."matter", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="80e07f3ca19f02dd6b937c14a76f2a1aba085406",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6a7df",
                    table="lac_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_delegationevent" ("decider", "ends_on", "id", "matter", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."decider", NEW."ends_on", NEW."id", NEW."matter", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="f77d49555c2a28287973de68d31a4318e56e4464",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aa15f",
                    table="lac_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_delegationevent" ("decider", "ends_on", "id", "matter", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (OLD."decider", OLD."ends_on", OLD."id", OLD."matter", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="aaea45c3922ff1285006acd3e3bc85fa00eb045f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_071f9",
                    table="lac_delegation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="socialworkperiod",
            index=models.Index(fields=["school", "pupil"], name="lac_socialwork_pupil"),
        ),
        migrations.AddConstraint(
            model_name="socialworkperiod",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_socialworkperiod_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="socialworkperiod",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_socialwork_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="socialworkperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="lac_socialwork_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="socialworkperiod",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    ("pupil", "="),
                    ("kind", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="lac_socialwork_no_overlap",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="socialworkperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_socialworkperiodevent" ("council", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."council", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="73c20f36f27959fd98d30335617b2718db23a345",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cd4ff",
                    table="lac_socialworkperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="socialworkperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_socialworkperiodevent" ("council", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."council", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="aa8a5983c0addf45daeba0b7ee74f615b4ab9f70",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_696ba",
                    table="lac_socialworkperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="socialworkperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_socialworkperiodevent" ("council", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (OLD."council", OLD."ends_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="62dfb1bfc8408dad235b21eae9cd47a45d978c96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3c282",
                    table="lac_socialworkperiod",
                    when="AFTER",
                ),
            ),
        ),
    ]
