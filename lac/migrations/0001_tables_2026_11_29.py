"""Children in care and previously in care: status, plans, premium, watching and meetings."""

import aylsham.identifiers
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pghistory.utils
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    initial = True

    # A database made with these files is left as it is: its tables are the same.
    replaces = [
        ("lac", "0001_tables"),
        ("lac", "0002_care"),
        ("lac", "0003_premium"),
        ("lac", "0004_pep"),
        ("lac", "0005_watch"),
        ("lac", "0006_plans_of_a_term"),
        ("lac", "0007_report"),
        ("lac", "0008_report_withdrawn"),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("aylsham", "0001_tables_2026_11_29"),
        ("provision", "0001_tables_2026_11_29"),
        ("pupils", "0001_tables_2026_11_29"),
    ]

    operations = [
        migrations.CreateModel(
            name="CareActionEvent",
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
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                (
                    "outside_owner",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                ("due_on", models.DateField(verbose_name="by when")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
            ],
            options={
                "abstract": False,
            },
        ),
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
            name="CareMeeting",
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
                            ("leaders", "Senior leaders"),
                            ("virtual", "Virtual school"),
                            ("worker", "Social worker"),
                            ("agencies", "Several agencies"),
                        ],
                        max_length=8,
                        verbose_name="with whom",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="held on")),
                ("came", models.CharField(max_length=300, verbose_name="who came")),
                ("notes", models.TextField(blank=True, verbose_name="what was said in general")),
            ],
            options={
                "ordering": ["-held_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareMeetingChild",
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
                ("said", models.TextField(blank=True, verbose_name="what was said of the child")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareMeetingChildEvent",
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
                ("said", models.TextField(blank=True, verbose_name="what was said of the child")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareMeetingEvent",
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
                            ("leaders", "Senior leaders"),
                            ("virtual", "Virtual school"),
                            ("worker", "Social worker"),
                            ("agencies", "Several agencies"),
                        ],
                        max_length=8,
                        verbose_name="with whom",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="held on")),
                ("came", models.CharField(max_length=300, verbose_name="who came")),
                ("notes", models.TextField(blank=True, verbose_name="what was said in general")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarePeriod",
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
                            ("looked_after", "Looked after"),
                            ("previously", "Previously looked after"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "left_care_through",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "Adoption"),
                            ("G", "Special guardianship order"),
                            ("R", "Residence order"),
                            ("C", "Child arrangements order"),
                        ],
                        max_length=1,
                    ),
                ),
                (
                    "placing_authority",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="council that looks after the child",
                    ),
                ),
                (
                    "legal_status",
                    models.CharField(
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
                (
                    "legal_since",
                    models.DateField(blank=True, null=True, verbose_name="legal status since"),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("known_since", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "first_pep_on",
                    models.DateField(blank=True, null=True, verbose_name="first PEP started on"),
                ),
                (
                    "pep_with_officer_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="first PEP sent to the reviewing officer on",
                    ),
                ),
                (
                    "corrected_why",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="why it was corrected"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("here", "Entered here"),
                            ("roll", "From the roll"),
                            ("plans", "From the EHC plan tracker"),
                        ],
                        default="here",
                        max_length=5,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarePeriodEvent",
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
                            ("looked_after", "Looked after"),
                            ("previously", "Previously looked after"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "left_care_through",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "Adoption"),
                            ("G", "Special guardianship order"),
                            ("R", "Residence order"),
                            ("C", "Child arrangements order"),
                        ],
                        max_length=1,
                    ),
                ),
                (
                    "placing_authority",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="council that looks after the child",
                    ),
                ),
                (
                    "legal_status",
                    models.CharField(
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
                (
                    "legal_since",
                    models.DateField(blank=True, null=True, verbose_name="legal status since"),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("known_since", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "first_pep_on",
                    models.DateField(blank=True, null=True, verbose_name="first PEP started on"),
                ),
                (
                    "pep_with_officer_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="first PEP sent to the reviewing officer on",
                    ),
                ),
                (
                    "corrected_why",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="why it was corrected"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("here", "Entered here"),
                            ("roll", "From the roll"),
                            ("plans", "From the EHC plan tracker"),
                        ],
                        default="here",
                        max_length=5,
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
            name="CutOff",
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
                    "academic_year",
                    models.PositiveSmallIntegerField(help_text="The year in which it begins."),
                ),
                (
                    "term",
                    models.CharField(
                        choices=[("autumn", "Autumn"), ("spring", "Spring"), ("summer", "Summer")],
                        max_length=6,
                    ),
                ),
                ("on", models.DateField(verbose_name="last day for plans")),
            ],
            options={
                "ordering": ["on"],
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
            name="InformationShared",
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
                    "what",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("status", "That the child is or was in care"),
                                ("people", "Who works for the child"),
                                ("learning", "Learning, the PEP and targets"),
                                ("helps", "What helps, and what upsets"),
                                ("decides", "Who may say yes to what"),
                                ("contact", "Limits on contact"),
                                ("area", "That the child moved out of the council’s area"),
                                ("other", "Something else"),
                            ],
                            max_length=8,
                        ),
                        verbose_name="what",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in words")),
                ("to_name", models.CharField(max_length=150, verbose_name="to whom")),
                (
                    "to_role",
                    models.CharField(blank=True, max_length=100, verbose_name="their role"),
                ),
                ("organisation", models.CharField(blank=True, max_length=150)),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("council", "The council that looks after the child"),
                            ("parent", "A parent or guardian agreed"),
                            ("court", "A court order"),
                            ("law", "A duty in law"),
                        ],
                        max_length=7,
                        verbose_name="by whose authority",
                    ),
                ),
                (
                    "authority_words",
                    models.CharField(blank=True, max_length=150, verbose_name="who that is"),
                ),
                ("shared_on", models.DateField(verbose_name="passed on on")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("meeting", "In a meeting"),
                            ("phone", "By phone"),
                            ("email", "By secure e-mail"),
                            ("portal", "In the council’s portal"),
                            ("hand", "On paper, by hand"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "acknowledged_on",
                    models.DateField(blank=True, null=True, verbose_name="acknowledged on"),
                ),
            ],
            options={
                "ordering": ["-shared_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InformationSharedEvent",
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
                    "what",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("status", "That the child is or was in care"),
                                ("people", "Who works for the child"),
                                ("learning", "Learning, the PEP and targets"),
                                ("helps", "What helps, and what upsets"),
                                ("decides", "Who may say yes to what"),
                                ("contact", "Limits on contact"),
                                ("area", "That the child moved out of the council’s area"),
                                ("other", "Something else"),
                            ],
                            max_length=8,
                        ),
                        verbose_name="what",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in words")),
                ("to_name", models.CharField(max_length=150, verbose_name="to whom")),
                (
                    "to_role",
                    models.CharField(blank=True, max_length=100, verbose_name="their role"),
                ),
                ("organisation", models.CharField(blank=True, max_length=150)),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("council", "The council that looks after the child"),
                            ("parent", "A parent or guardian agreed"),
                            ("court", "A court order"),
                            ("law", "A duty in law"),
                        ],
                        max_length=7,
                        verbose_name="by whose authority",
                    ),
                ),
                (
                    "authority_words",
                    models.CharField(blank=True, max_length=150, verbose_name="who that is"),
                ),
                ("shared_on", models.DateField(verbose_name="passed on on")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("meeting", "In a meeting"),
                            ("phone", "By phone"),
                            ("email", "By secure e-mail"),
                            ("portal", "In the council’s portal"),
                            ("hand", "On paper, by hand"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "acknowledged_on",
                    models.DateField(blank=True, null=True, verbose_name="acknowledged on"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pep",
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
                        choices=[("pep", "Personal education plan"), ("support", "Support plan")],
                        max_length=7,
                    ),
                ),
                ("academic_year", models.PositiveSmallIntegerField()),
                (
                    "term",
                    models.CharField(
                        choices=[("autumn", "Autumn"), ("spring", "Spring"), ("summer", "Summer")],
                        max_length=6,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("first", "The first since coming into care"),
                            ("term", "This term’s"),
                            ("move", "New after a move"),
                            ("review", "Before a review of the care plan"),
                        ],
                        max_length=6,
                        verbose_name="what it is for",
                    ),
                ),
                ("council", models.CharField(blank=True, max_length=100)),
                ("started_on", models.DateField()),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="meeting on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("writing", "Being written"),
                            ("ready", "Ready for the meeting"),
                            ("held", "Meeting held"),
                            ("signed", "Signed"),
                            ("sent", "Sent to the virtual school"),
                            ("returned", "Returned with feedback"),
                            ("complete", "Complete"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="writing",
                        max_length=9,
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("portal", "Typed into the virtual school’s portal"),
                            ("mail", "Secure e-mail"),
                            ("paper", "On paper"),
                        ],
                        max_length=6,
                        verbose_name="how it was sent",
                    ),
                ),
                (
                    "officer_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="with the reviewing officer on"
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("outstanding", "Outstanding"),
                            ("good", "Good"),
                            ("improve", "Needs to be better"),
                            ("inadequate", "Not good enough"),
                            ("none", "No grade, only words"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "feedback",
                    models.TextField(blank=True, verbose_name="what the virtual school says"),
                ),
                ("feedback_on", models.DateField(blank=True, null=True)),
                ("completed_on", models.DateField(blank=True, null=True)),
                (
                    "step_why",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="why it was opened again or withdrawn",
                    ),
                ),
                (
                    "consents_on",
                    models.DateField(blank=True, null=True, verbose_name="parents agreed on"),
                ),
                (
                    "consents_to",
                    models.TextField(
                        blank=True, verbose_name="what the parents agree to have recorded"
                    ),
                ),
                ("snapshot", models.JSONField(blank=True, default=dict)),
                (
                    "signed_on",
                    models.DateField(blank=True, null=True, verbose_name="signed by all on"),
                ),
            ],
            options={
                "ordering": ["-started_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepAction",
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
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("due_on", models.DateField(verbose_name="by when")),
                ("done_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["due_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepActionEvent",
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
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("due_on", models.DateField(verbose_name="by when")),
                ("done_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepAnswer",
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
                ("question", models.CharField(max_length=12)),
                ("text", models.TextField()),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("child", "The child’s own words"),
                            ("carer", "The carer’s or parent’s words"),
                            ("adult", "An adult of the school"),
                            ("outside", "A professional from outside"),
                        ],
                        max_length=7,
                        verbose_name="in whose words",
                    ),
                ),
                (
                    "said_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who said it"),
                ),
                ("said_on", models.DateField(verbose_name="said on")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=2,
                        verbose_name="who may read it",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepAnswerEvent",
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
                ("question", models.CharField(max_length=12)),
                ("text", models.TextField()),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("child", "The child’s own words"),
                            ("carer", "The carer’s or parent’s words"),
                            ("adult", "An adult of the school"),
                            ("outside", "A professional from outside"),
                        ],
                        max_length=7,
                        verbose_name="in whose words",
                    ),
                ),
                (
                    "said_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who said it"),
                ),
                ("said_on", models.DateField(verbose_name="said on")),
                (
                    "sensitivity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Everyone who teaches the child"),
                            (2, "Sensitive: only those who may read sensitive text"),
                            (3, "Safeguarding: only those who see child protection flags"),
                        ],
                        default=2,
                        verbose_name="who may read it",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepCheck",
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
                ("criterion", models.CharField(max_length=300)),
                (
                    "met",
                    models.CharField(
                        choices=[("met", "Met"), ("partly", "Partly"), ("not", "Not met")],
                        max_length=6,
                        verbose_name="is it met?",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepCheckEvent",
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
                ("criterion", models.CharField(max_length=300)),
                (
                    "met",
                    models.CharField(
                        choices=[("met", "Met"), ("partly", "Partly"), ("not", "Not met")],
                        max_length=6,
                        verbose_name="is it met?",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepEvent",
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
                        choices=[("pep", "Personal education plan"), ("support", "Support plan")],
                        max_length=7,
                    ),
                ),
                ("academic_year", models.PositiveSmallIntegerField()),
                (
                    "term",
                    models.CharField(
                        choices=[("autumn", "Autumn"), ("spring", "Spring"), ("summer", "Summer")],
                        max_length=6,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("first", "The first since coming into care"),
                            ("term", "This term’s"),
                            ("move", "New after a move"),
                            ("review", "Before a review of the care plan"),
                        ],
                        max_length=6,
                        verbose_name="what it is for",
                    ),
                ),
                ("council", models.CharField(blank=True, max_length=100)),
                ("started_on", models.DateField()),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="meeting on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("writing", "Being written"),
                            ("ready", "Ready for the meeting"),
                            ("held", "Meeting held"),
                            ("signed", "Signed"),
                            ("sent", "Sent to the virtual school"),
                            ("returned", "Returned with feedback"),
                            ("complete", "Complete"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="writing",
                        max_length=9,
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("portal", "Typed into the virtual school’s portal"),
                            ("mail", "Secure e-mail"),
                            ("paper", "On paper"),
                        ],
                        max_length=6,
                        verbose_name="how it was sent",
                    ),
                ),
                (
                    "officer_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="with the reviewing officer on"
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("outstanding", "Outstanding"),
                            ("good", "Good"),
                            ("improve", "Needs to be better"),
                            ("inadequate", "Not good enough"),
                            ("none", "No grade, only words"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "feedback",
                    models.TextField(blank=True, verbose_name="what the virtual school says"),
                ),
                ("feedback_on", models.DateField(blank=True, null=True)),
                ("completed_on", models.DateField(blank=True, null=True)),
                (
                    "step_why",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="why it was opened again or withdrawn",
                    ),
                ),
                (
                    "consents_on",
                    models.DateField(blank=True, null=True, verbose_name="parents agreed on"),
                ),
                (
                    "consents_to",
                    models.TextField(
                        blank=True, verbose_name="what the parents agree to have recorded"
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(blank=True, null=True, verbose_name="signed by all on"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepPart",
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
                    "key",
                    models.CharField(
                        choices=[
                            ("identity", "Identity and care"),
                            ("child", "What the child says"),
                            ("carer", "What the carer or parent says"),
                            ("history", "Schools, attendance and exclusions"),
                            ("progress", "Attainment and progress"),
                            ("sen", "Special educational needs"),
                            ("wellbeing", "Feelings, friends and strengths"),
                            ("targets", "Targets"),
                            ("money", "Pupil premium plus"),
                            ("transition", "What comes next"),
                            ("review", "Review, who came, and who agrees"),
                        ],
                        max_length=10,
                        verbose_name="part",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("teacher", "Class teacher"),
                            ("designated", "Designated teacher"),
                            ("worker", "Social worker"),
                            ("carer", "Carer or parent"),
                            ("child", "Child"),
                            ("virtual", "Virtual school"),
                        ],
                        max_length=10,
                        verbose_name="who writes it",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_do", "To do"),
                            ("waiting", "With somebody"),
                            ("done", "Done"),
                            ("not_needed", "Not needed"),
                        ],
                        default="to_do",
                        max_length=10,
                    ),
                ),
                (
                    "not_needed_why",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="why it is not needed"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="asked for by")),
                ("done_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepPartEvent",
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
                    "key",
                    models.CharField(
                        choices=[
                            ("identity", "Identity and care"),
                            ("child", "What the child says"),
                            ("carer", "What the carer or parent says"),
                            ("history", "Schools, attendance and exclusions"),
                            ("progress", "Attainment and progress"),
                            ("sen", "Special educational needs"),
                            ("wellbeing", "Feelings, friends and strengths"),
                            ("targets", "Targets"),
                            ("money", "Pupil premium plus"),
                            ("transition", "What comes next"),
                            ("review", "Review, who came, and who agrees"),
                        ],
                        max_length=10,
                        verbose_name="part",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("teacher", "Class teacher"),
                            ("designated", "Designated teacher"),
                            ("worker", "Social worker"),
                            ("carer", "Carer or parent"),
                            ("child", "Child"),
                            ("virtual", "Virtual school"),
                        ],
                        max_length=10,
                        verbose_name="who writes it",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_do", "To do"),
                            ("waiting", "With somebody"),
                            ("done", "Done"),
                            ("not_needed", "Not needed"),
                        ],
                        default="to_do",
                        max_length=10,
                    ),
                ),
                (
                    "not_needed_why",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="why it is not needed"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="asked for by")),
                ("done_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepSignature",
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
                    "whose",
                    models.CharField(
                        choices=[
                            ("designated", "Designated teacher"),
                            ("worker", "Social worker"),
                            ("carer", "Carer or parent"),
                            ("child", "Child"),
                            ("virtual", "Virtual school"),
                        ],
                        max_length=10,
                        verbose_name="as what",
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("signed_on", models.DateField()),
            ],
            options={
                "ordering": ["signed_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepSignatureEvent",
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
                    "whose",
                    models.CharField(
                        choices=[
                            ("designated", "Designated teacher"),
                            ("worker", "Social worker"),
                            ("carer", "Carer or parent"),
                            ("child", "Child"),
                            ("virtual", "Virtual school"),
                        ],
                        max_length=10,
                        verbose_name="as what",
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("signed_on", models.DateField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepTarget",
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
                    "sort",
                    models.CharField(
                        choices=[
                            ("development", "Developmental"),
                            ("academic", "Academic"),
                            ("outside", "Out of school"),
                            ("study", "Study support"),
                            ("aspiration", "Aspiration"),
                        ],
                        max_length=11,
                        verbose_name="what it is about",
                    ),
                ),
                (
                    "term",
                    models.CharField(
                        choices=[("short", "Short-term"), ("long", "Long-term")],
                        max_length=5,
                        verbose_name="how long",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PepTargetEvent",
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
                    "sort",
                    models.CharField(
                        choices=[
                            ("development", "Developmental"),
                            ("academic", "Academic"),
                            ("outside", "Out of school"),
                            ("study", "Study support"),
                            ("aspiration", "Aspiration"),
                        ],
                        max_length=11,
                        verbose_name="what it is about",
                    ),
                ),
                (
                    "term",
                    models.CharField(
                        choices=[("short", "Short-term"), ("long", "Long-term")],
                        max_length=5,
                        verbose_name="how long",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumCost",
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
                ("on", models.DateField(verbose_name="paid on")),
                ("pence", models.IntegerField(verbose_name="sum, in pence")),
                ("what", models.CharField(max_length=200, verbose_name="what was paid")),
                (
                    "receipt",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the receipt or order"
                    ),
                ),
                (
                    "early_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why before it was agreed"
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumCostEvent",
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
                ("on", models.DateField(verbose_name="paid on")),
                ("pence", models.IntegerField(verbose_name="sum, in pence")),
                ("what", models.CharField(max_length=200, verbose_name="what was paid")),
                (
                    "receipt",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the receipt or order"
                    ),
                ),
                (
                    "early_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why before it was agreed"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumFunding",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("year", "The whole year’s sum"),
                            ("part", "A term’s part of it"),
                            ("extra", "Exceptional funding"),
                            ("back", "Given back"),
                        ],
                        max_length=5,
                        verbose_name="what it is",
                    ),
                ),
                ("pence", models.PositiveIntegerField(verbose_name="sum, in pence")),
                ("on", models.DateField(verbose_name="date of the letter or payment")),
                ("reference", models.CharField(blank=True, max_length=60)),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumFundingEvent",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("year", "The whole year’s sum"),
                            ("part", "A term’s part of it"),
                            ("extra", "Exceptional funding"),
                            ("back", "Given back"),
                        ],
                        max_length=5,
                        verbose_name="what it is",
                    ),
                ),
                ("pence", models.PositiveIntegerField(verbose_name="sum, in pence")),
                ("on", models.DateField(verbose_name="date of the letter or payment")),
                ("reference", models.CharField(blank=True, max_length=60)),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumRate",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "rate_for",
                    models.CharField(
                        choices=[
                            ("lac", "Looked-after children"),
                            ("plac", "Previously looked-after children"),
                        ],
                        max_length=4,
                        verbose_name="for",
                    ),
                ),
                ("pence", models.PositiveIntegerField(verbose_name="a child and year, in pence")),
                ("source", models.CharField(max_length=200, verbose_name="where it stands")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumRequest",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "is_exceptional",
                    models.BooleanField(default=False, verbose_name="exceptional funding"),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what it buys")),
                ("intended", models.TextField(verbose_name="what it is to change")),
                (
                    "planned_pence",
                    models.PositiveIntegerField(verbose_name="planned cost, in pence"),
                ),
                ("starts_on", models.DateField(verbose_name="begins on")),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("asked", "Asked for"),
                            ("agreed", "Agreed"),
                            ("refused", "Not agreed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked for on")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who answered"),
                ),
                (
                    "decision_words",
                    models.CharField(blank=True, max_length=500, verbose_name="what they said"),
                ),
                (
                    "impact",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "It did what it was for"),
                            ("partly", "It did part of it"),
                            ("not", "It did not"),
                            ("early", "Too early to say"),
                        ],
                        max_length=6,
                        verbose_name="did it work?",
                    ),
                ),
                ("impact_words", models.TextField(blank=True, verbose_name="what it changed")),
                ("impact_on", models.DateField(blank=True, null=True, verbose_name="judged on")),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumRequestEvent",
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
                    "financial_year",
                    models.PositiveSmallIntegerField(
                        help_text="In which it begins, on 1 April.", verbose_name="financial year"
                    ),
                ),
                (
                    "payer",
                    models.CharField(
                        choices=[("vs", "Virtual school"), ("school", "The school’s own grant")],
                        max_length=6,
                        verbose_name="from",
                    ),
                ),
                (
                    "is_exceptional",
                    models.BooleanField(default=False, verbose_name="exceptional funding"),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what it buys")),
                ("intended", models.TextField(verbose_name="what it is to change")),
                (
                    "planned_pence",
                    models.PositiveIntegerField(verbose_name="planned cost, in pence"),
                ),
                ("starts_on", models.DateField(verbose_name="begins on")),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("asked", "Asked for"),
                            ("agreed", "Agreed"),
                            ("refused", "Not agreed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked for on")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who answered"),
                ),
                (
                    "decision_words",
                    models.CharField(blank=True, max_length=500, verbose_name="what they said"),
                ),
                (
                    "impact",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "It did what it was for"),
                            ("partly", "It did part of it"),
                            ("not", "It did not"),
                            ("early", "Too early to say"),
                        ],
                        max_length=6,
                        verbose_name="did it work?",
                    ),
                ),
                ("impact_words", models.TextField(blank=True, verbose_name="what it changed")),
                ("impact_on", models.DateField(blank=True, null=True, verbose_name="judged on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SafeguardingFile",
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
                ("to_school", models.CharField(max_length=150, verbose_name="new school")),
                (
                    "leaves_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="last day here, in the year"
                    ),
                ),
                (
                    "term_starts_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="first day of the new term"
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received on"),
                ),
                (
                    "received_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who received it"),
                ),
            ],
            options={
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SafeguardingFileEvent",
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
                ("to_school", models.CharField(max_length=150, verbose_name="new school")),
                (
                    "leaves_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="last day here, in the year"
                    ),
                ),
                (
                    "term_starts_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="first day of the new term"
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received on"),
                ),
                (
                    "received_by",
                    models.CharField(blank=True, max_length=150, verbose_name="who received it"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SdqTotal",
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
                ("answered_on", models.DateField(verbose_name="answered on")),
                (
                    "answered_by",
                    models.CharField(
                        choices=[
                            ("teacher", "Teacher"),
                            ("parent", "Parent or carer"),
                            ("child", "The child"),
                        ],
                        max_length=7,
                        verbose_name="who answered",
                    ),
                ),
                (
                    "total",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(40)],
                        verbose_name="total score",
                    ),
                ),
            ],
            options={
                "ordering": ["-answered_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SdqTotalEvent",
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
                ("answered_on", models.DateField(verbose_name="answered on")),
                (
                    "answered_by",
                    models.CharField(
                        choices=[
                            ("teacher", "Teacher"),
                            ("parent", "Parent or carer"),
                            ("child", "The child"),
                        ],
                        max_length=7,
                        verbose_name="who answered",
                    ),
                ),
                (
                    "total",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(40)],
                        verbose_name="total score",
                    ),
                ),
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
        migrations.CreateModel(
            name="VirtualSchool",
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
                ("council", models.CharField(max_length=100)),
                (
                    "contact",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="who answers questions"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=40)),
                (
                    "criteria",
                    models.JSONField(blank=True, default=list, verbose_name="quality criteria"),
                ),
                (
                    "order",
                    models.JSONField(blank=True, default=list, verbose_name="order of the ePEP"),
                ),
            ],
            options={
                "ordering": ["council"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WatchRules",
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
                    "attendance_below",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        default=Decimal("92"),
                        max_digits=4,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="attendance below (%)",
                    ),
                ),
                (
                    "attendance_weeks",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="for so many weeks running"
                    ),
                ),
                (
                    "moves",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        default=2,
                        null=True,
                        verbose_name="placement moves within twelve months",
                    ),
                ),
                (
                    "sdq_total",
                    models.PositiveSmallIntegerField(
                        blank=True, default=17, null=True, verbose_name="SDQ total of at least"
                    ),
                ),
                (
                    "stalled_weeks",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        default=6,
                        null=True,
                        verbose_name="school weeks without progress on a target",
                    ),
                ),
                (
                    "suspensions",
                    models.PositiveSmallIntegerField(
                        blank=True, default=2, null=True, verbose_name="suspensions in one term"
                    ),
                ),
                (
                    "new_worker",
                    models.BooleanField(default=True, verbose_name="a new social worker"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WatchRulesEvent",
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
                    "attendance_below",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        default=Decimal("92"),
                        max_digits=4,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="attendance below (%)",
                    ),
                ),
                (
                    "attendance_weeks",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="for so many weeks running"
                    ),
                ),
                (
                    "moves",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        default=2,
                        null=True,
                        verbose_name="placement moves within twelve months",
                    ),
                ),
                (
                    "sdq_total",
                    models.PositiveSmallIntegerField(
                        blank=True, default=17, null=True, verbose_name="SDQ total of at least"
                    ),
                ),
                (
                    "stalled_weeks",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        default=6,
                        null=True,
                        verbose_name="school weeks without progress on a target",
                    ),
                ),
                (
                    "suspensions",
                    models.PositiveSmallIntegerField(
                        blank=True, default=2, null=True, verbose_name="suspensions in one term"
                    ),
                ),
                (
                    "new_worker",
                    models.BooleanField(default=True, verbose_name="a new social worker"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WatchTask",
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
                    "rule",
                    models.CharField(
                        choices=[
                            ("attendance", "Attendance is low"),
                            ("moves", "Placement moves"),
                            ("sdq", "High SDQ total"),
                            ("stalled", "A target does not move"),
                            ("suspension", "Suspended again in a term"),
                            ("worker", "New social worker"),
                        ],
                        max_length=10,
                    ),
                ),
                ("occurrence", models.CharField(editable=False, max_length=60)),
                ("seen", models.CharField(max_length=300, verbose_name="what was seen")),
                ("raised_on", models.DateField(verbose_name="raised on")),
                ("done", models.TextField(blank=True, verbose_name="what is done about it")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
            ],
            options={
                "ordering": ["-raised_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WatchTaskEvent",
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
                    "rule",
                    models.CharField(
                        choices=[
                            ("attendance", "Attendance is low"),
                            ("moves", "Placement moves"),
                            ("sdq", "High SDQ total"),
                            ("stalled", "A target does not move"),
                            ("suspension", "Suspended again in a term"),
                            ("worker", "New social worker"),
                        ],
                        max_length=10,
                    ),
                ),
                ("occurrence", models.CharField(editable=False, max_length=60)),
                ("seen", models.CharField(max_length=300, verbose_name="what was seen")),
                ("raised_on", models.DateField(verbose_name="raised on")),
                ("done", models.TextField(blank=True, verbose_name="what is done about it")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WatchTold",
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
                    "name",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                ("told_on", models.DateField(verbose_name="told on")),
                (
                    "noted_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "ordering": ["told_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WatchToldEvent",
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
                    "name",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                ("told_on", models.DateField(verbose_name="told on")),
                (
                    "noted_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WeekAttendance",
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
                ("week_on", models.DateField(verbose_name="week of")),
                ("possible", models.PositiveSmallIntegerField(verbose_name="possible half days")),
                ("attended", models.PositiveSmallIntegerField(verbose_name="half days attended")),
            ],
            options={
                "ordering": ["-week_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WeekAttendanceEvent",
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
                ("week_on", models.DateField(verbose_name="week of")),
                ("possible", models.PositiveSmallIntegerField(verbose_name="possible half days")),
                ("attended", models.PositiveSmallIntegerField(verbose_name="half days attended")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearReport",
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
                    "academic_year",
                    models.PositiveSmallIntegerField(help_text="The year in which it begins."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                (
                    "due_on",
                    models.DateField(blank=True, null=True, verbose_name="to be published by"),
                ),
                ("content", models.JSONField(blank=True, default=list)),
                ("counted_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the designated teacher’s own words"
                    ),
                ),
                (
                    "answers",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="what is nobody’s name, and why"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
                ("job_id", models.UUIDField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-academic_year", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearReportEvent",
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
                    "academic_year",
                    models.PositiveSmallIntegerField(help_text="The year in which it begins."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("head", "With the head"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                (
                    "due_on",
                    models.DateField(blank=True, null=True, verbose_name="to be published by"),
                ),
                ("counted_on", models.DateField()),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="the designated teacher’s own words"
                    ),
                ),
                (
                    "answers",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="what is nobody’s name, and why"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_back_words",
                    models.TextField(blank=True, verbose_name="what the head wants changed"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.TextField(blank=True, verbose_name="why it was withdrawn"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearReportFile",
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
                ("pdf", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CareAction",
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
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                (
                    "outside_owner",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                ("due_on", models.DateField(verbose_name="by when")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="colleague",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="careaction",
            name="pupil",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="care_actions",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="careaction",
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
            model_name="careactionevent",
            name="done_by",
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
            model_name="careactionevent",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="colleague",
            ),
        ),
        migrations.AddField(
            model_name="careactionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.careaction",
            ),
        ),
        migrations.AddField(
            model_name="careactionevent",
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
        migrations.AddField(
            model_name="careactionevent",
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
            model_name="caremeeting",
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
            model_name="careactionevent",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.caremeeting",
            ),
        ),
        migrations.AddField(
            model_name="careaction",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="actions",
                to="lac.caremeeting",
            ),
        ),
        migrations.AddField(
            model_name="caremeetingchild",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="children",
                to="lac.caremeeting",
            ),
        ),
        migrations.AddField(
            model_name="caremeetingchild",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="care_meetings",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="caremeetingchild",
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
            model_name="caremeetingchildevent",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.caremeeting",
            ),
        ),
        migrations.AddField(
            model_name="caremeetingchildevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.caremeetingchild",
            ),
        ),
        migrations.AddField(
            model_name="caremeetingchildevent",
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
            model_name="caremeetingchildevent",
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
            model_name="caremeetingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.caremeeting",
            ),
        ),
        migrations.AddField(
            model_name="caremeetingevent",
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
            model_name="careperiod",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="care_periods",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="careperiod",
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
            model_name="careperiodevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.careperiod",
            ),
        ),
        migrations.AddField(
            model_name="careperiodevent",
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
            model_name="careperiodevent",
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
            model_name="cutoff",
            name="federation",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.federation",
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
            model_name="informationshared",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="information_shared",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="informationshared",
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
            model_name="informationsharedevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.informationshared",
            ),
        ),
        migrations.AddField(
            model_name="informationsharedevent",
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
            model_name="informationsharedevent",
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
            model_name="pep",
            name="lead",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who leads",
            ),
        ),
        migrations.AddField(
            model_name="pep",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="peps",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="pep",
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
            model_name="pepaction",
            name="added_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pepaction",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="actions",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="pepaction",
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
            model_name="pepactionevent",
            name="added_by",
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
            model_name="pepactionevent",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="pepactionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.pepaction",
            ),
        ),
        migrations.AddField(
            model_name="pepactionevent",
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
            model_name="pepanswer",
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
            model_name="pepanswer",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pepanswerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.pepanswer",
            ),
        ),
        migrations.AddField(
            model_name="pepanswerevent",
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
            model_name="pepanswerevent",
            name="written_by",
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
            model_name="pepcheck",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="checks",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="pepcheck",
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
            model_name="pepcheckevent",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="pepcheckevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.pepcheck",
            ),
        ),
        migrations.AddField(
            model_name="pepcheckevent",
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
            model_name="pepevent",
            name="lead",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who leads",
            ),
        ),
        migrations.AddField(
            model_name="pepevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="pepevent",
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
            model_name="pepevent",
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
            model_name="peppart",
            name="ask",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pupils.contributionrequest",
            ),
        ),
        migrations.AddField(
            model_name="peppart",
            name="done_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="peppart",
            name="owner_contact",
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
            model_name="peppart",
            name="owner_person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="lac.careperson",
            ),
        ),
        migrations.AddField(
            model_name="peppart",
            name="owner_user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="peppart",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parts",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="peppart",
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
            model_name="pepanswerevent",
            name="part",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.peppart",
            ),
        ),
        migrations.AddField(
            model_name="pepanswer",
            name="part",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="lac.peppart",
            ),
        ),
        migrations.AddField(
            model_name="peppartevent",
            name="ask",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.contributionrequest",
            ),
        ),
        migrations.AddField(
            model_name="peppartevent",
            name="done_by",
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
            model_name="peppartevent",
            name="owner_contact",
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
            model_name="peppartevent",
            name="owner_person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.careperson",
            ),
        ),
        migrations.AddField(
            model_name="peppartevent",
            name="owner_user",
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
            model_name="peppartevent",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="peppartevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.peppart",
            ),
        ),
        migrations.AddField(
            model_name="peppartevent",
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
            model_name="pepsignature",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="signatures",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="pepsignature",
            name="recorded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pepsignature",
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
            model_name="pepsignatureevent",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="pepsignatureevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.pepsignature",
            ),
        ),
        migrations.AddField(
            model_name="pepsignatureevent",
            name="recorded_by",
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
            model_name="pepsignatureevent",
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
            model_name="peptarget",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="targets",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="peptarget",
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
            model_name="peptarget",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="peptargetevent",
            name="pep",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.pep",
            ),
        ),
        migrations.AddField(
            model_name="peptargetevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.peptarget",
            ),
        ),
        migrations.AddField(
            model_name="peptargetevent",
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
            model_name="peptargetevent",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="premiumcost",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pupils.document",
            ),
        ),
        migrations.AddField(
            model_name="premiumcost",
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
            model_name="premiumcost",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="premiumcostevent",
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
            model_name="premiumcostevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.premiumcost",
            ),
        ),
        migrations.AddField(
            model_name="premiumcostevent",
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
            model_name="premiumcostevent",
            name="written_by",
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
            model_name="premiumfunding",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="premium_sums",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="premiumfunding",
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
            model_name="premiumfunding",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="premiumfundingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.premiumfunding",
            ),
        ),
        migrations.AddField(
            model_name="premiumfundingevent",
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
            model_name="premiumfundingevent",
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
            model_name="premiumfundingevent",
            name="written_by",
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
            model_name="premiumrate",
            name="federation",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.federation",
            ),
        ),
        migrations.AddField(
            model_name="premiumrate",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="premiumrequest",
            name="impact_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="premiumrequest",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="premium_requests",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="premiumrequest",
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
            model_name="premiumrequest",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="premiumrequest",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="premiumcostevent",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.premiumrequest",
            ),
        ),
        migrations.AddField(
            model_name="premiumcost",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="costs",
                to="lac.premiumrequest",
            ),
        ),
        migrations.AddField(
            model_name="premiumrequestevent",
            name="impact_by",
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
            model_name="premiumrequestevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.premiumrequest",
            ),
        ),
        migrations.AddField(
            model_name="premiumrequestevent",
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
            model_name="premiumrequestevent",
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
            model_name="premiumrequestevent",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.target",
            ),
        ),
        migrations.AddField(
            model_name="premiumrequestevent",
            name="written_by",
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
            model_name="safeguardingfile",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="safeguarding_files",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingfile",
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
            model_name="safeguardingfileevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.safeguardingfile",
            ),
        ),
        migrations.AddField(
            model_name="safeguardingfileevent",
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
            model_name="safeguardingfileevent",
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
            model_name="sdqtotal",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sdq_totals",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="sdqtotal",
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
            model_name="sdqtotalevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.sdqtotal",
            ),
        ),
        migrations.AddField(
            model_name="sdqtotalevent",
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
            model_name="sdqtotalevent",
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
        migrations.AddField(
            model_name="virtualschool",
            name="federation",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.federation",
            ),
        ),
        migrations.AddField(
            model_name="cutoff",
            name="virtual_school",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="cut_offs",
                to="lac.virtualschool",
            ),
        ),
        migrations.AddField(
            model_name="watchrules",
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
            model_name="watchrulesevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.watchrules",
            ),
        ),
        migrations.AddField(
            model_name="watchrulesevent",
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
            model_name="watchtask",
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
            model_name="watchtask",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="watch_tasks",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="watchtask",
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
            model_name="watchtaskevent",
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
            model_name="watchtaskevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.watchtask",
            ),
        ),
        migrations.AddField(
            model_name="watchtaskevent",
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
            model_name="watchtaskevent",
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
            model_name="watchtold",
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
            model_name="watchtold",
            name="task",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="told",
                to="lac.watchtask",
            ),
        ),
        migrations.AddField(
            model_name="watchtold",
            name="user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="colleague",
            ),
        ),
        migrations.AddField(
            model_name="watchtoldevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.watchtold",
            ),
        ),
        migrations.AddField(
            model_name="watchtoldevent",
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
            model_name="watchtoldevent",
            name="task",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="lac.watchtask",
            ),
        ),
        migrations.AddField(
            model_name="watchtoldevent",
            name="user",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="colleague",
            ),
        ),
        migrations.AddField(
            model_name="weekattendance",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="care_weeks",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="weekattendance",
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
            model_name="weekattendanceevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.weekattendance",
            ),
        ),
        migrations.AddField(
            model_name="weekattendanceevent",
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
            model_name="weekattendanceevent",
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
            model_name="yearreport",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="yearreport",
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
            model_name="yearreport",
            name="sent_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="yearreport",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="yearreportevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="lac.yearreport",
            ),
        ),
        migrations.AddField(
            model_name="yearreportevent",
            name="published_by",
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
            model_name="yearreportevent",
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
            model_name="yearreportevent",
            name="sent_by",
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
            model_name="yearreportevent",
            name="withdrawn_by",
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
            model_name="yearreportfile",
            name="report",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="lac.yearreport",
            ),
        ),
        migrations.AddField(
            model_name="yearreportfile",
            name="school",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddConstraint(
            model_name="caremeeting",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_caremeeting_school_id_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caremeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_caremeetingevent" ("came", "held_on", "id", "kind", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."came", NEW."held_on", NEW."id", NEW."kind", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="fef94a0f252318e52713269e64818d971fd6b8f2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_210b0",
                    table="lac_caremeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caremeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_caremeetingevent" ("came", "held_on", "id", "kind", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."came", NEW."held_on", NEW."id", NEW."kind", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="83b22651f3439adaa23edb75cda03159a20c6e36",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9785c",
                    table="lac_caremeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caremeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_caremeetingevent" ("came", "held_on", "id", "kind", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."came", OLD."held_on", OLD."id", OLD."kind", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                    hash="8d3d6db43561537bc565ede4076ff171d77587aa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3c7ec",
                    table="lac_caremeeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="careaction",
            index=models.Index(fields=["school", "pupil"], name="lac_careaction_pupil"),
        ),
        migrations.AddIndex(
            model_name="careaction",
            index=models.Index(fields=["school", "meeting"], name="lac_careaction_meeting"),
        ),
        migrations.AddIndex(
            model_name="careaction",
            index=models.Index(
                condition=models.Q(("done_on", None)),
                fields=["school", "due_on"],
                name="lac_careaction_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="careaction",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_careaction_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="careaction",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="lac_careaction_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careaction",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_careaction_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("owner", None), models.Q(("outside_owner", ""), _negated=True)),
                    models.Q(("outside_owner", ""), ("owner__isnull", False)),
                    _connector="OR",
                ),
                name="lac_careaction_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="careaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("done_by", None), ("done_on__isnull", False), _connector="OR"),
                name="lac_careaction_done_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careactionevent" ("done_by_id", "done_on", "due_on", "id", "meeting_id", "outside_owner", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "what") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."meeting_id", NEW."outside_owner", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."what"); RETURN NULL;',
                    hash="a382be042bead194b0ab8212acf3ff934cbf1442",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_14b89",
                    table="lac_careaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_careactionevent" ("done_by_id", "done_on", "due_on", "id", "meeting_id", "outside_owner", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "what") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."meeting_id", NEW."outside_owner", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."what"); RETURN NULL;',
                    hash="94e9abd2513b3ef123997b4a6a12d2083f141ca8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_50a89",
                    table="lac_careaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="careaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_careactionevent" ("done_by_id", "done_on", "due_on", "id", "meeting_id", "outside_owner", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "what") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."meeting_id", OLD."outside_owner", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."what"); RETURN NULL;',
                    hash="301054a62ba7e7550b2c353febb13ee52ba529a5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_77c67",
                    table="lac_careaction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="caremeetingchild",
            index=models.Index(fields=["school", "pupil"], name="lac_caremeetingchild_pupil"),
        ),
        migrations.AddConstraint(
            model_name="caremeetingchild",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_caremeetingchild_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="caremeetingchild",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="lac_caremeetingchild_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="caremeetingchild",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_caremeetingchild_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="caremeetingchild",
            constraint=models.UniqueConstraint(
                fields=("school", "meeting", "pupil"), name="lac_caremeetingchild_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caremeetingchild",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_caremeetingchildevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "said", "school_id") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."said", NEW."school_id"); RETURN NULL;',
                    hash="2beeedac7e25d32175accba23166e648244a3f3a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0bb49",
                    table="lac_caremeetingchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caremeetingchild",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_caremeetingchildevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "said", "school_id") VALUES (NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."said", NEW."school_id"); RETURN NULL;',
                    hash="a99a372f2e28712afb4b7b09b4fb6e14cafc797f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_69744",
                    table="lac_caremeetingchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caremeetingchild",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_caremeetingchildevent" ("id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "said", "school_id") VALUES (OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."said", OLD."school_id"); RETURN NULL;',
                    hash="410ef84e2b74cf8c4536f7d02665a408f476a132",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e967b",
                    table="lac_caremeetingchild",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="careperiod",
            index=models.Index(fields=["school", "pupil"], name="lac_careperiod_pupil"),
        ),
        migrations.AddConstraint(
            model_name="careperiod",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_careperiod_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="careperiod",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_careperiod_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="careperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None),
                    ("starts_on", None),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="lac_careperiod_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="careperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "previously"), ("left_care_through", ""), _connector="OR"
                ),
                name="lac_careperiod_how_left_only_after",
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
        migrations.AddConstraint(
            model_name="careperiod",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    ("pupil", "="),
                    (aylsham.models.organisation.DateRange("known_since", "ends_on"), "&&"),
                ],
                name="lac_careperiod_no_overlap",
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
            model_name="informationshared",
            index=models.Index(fields=["school", "pupil"], name="lac_shared_pupil"),
        ),
        migrations.AddConstraint(
            model_name="informationshared",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_informationshared_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="informationshared",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_informationshared_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="informationshared",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__len__gte", 1)), name="lac_shared_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="informationshared",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("acknowledged_on", None),
                    ("acknowledged_on__gte", models.F("shared_on")),
                    _connector="OR",
                ),
                name="lac_shared_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="informationshared",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_informationsharedevent" ("acknowledged_on", "authority", "authority_words", "how", "id", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "shared_on", "to_name", "to_role", "what", "words") VALUES (NEW."acknowledged_on", NEW."authority", NEW."authority_words", NEW."how", NEW."id", NEW."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."shared_on", NEW."to_name", NEW."to_role", NEW."what", NEW."words"); RETURN NULL;',
                    hash="5a5039a9ec037ddaa57ef600e6a82a12b1dd188e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a00d1",
                    table="lac_informationshared",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="informationshared",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_informationsharedevent" ("acknowledged_on", "authority", "authority_words", "how", "id", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "shared_on", "to_name", "to_role", "what", "words") VALUES (NEW."acknowledged_on", NEW."authority", NEW."authority_words", NEW."how", NEW."id", NEW."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."shared_on", NEW."to_name", NEW."to_role", NEW."what", NEW."words"); RETURN NULL;',
                    hash="ecdd285bc0c5d713b1e7c5f66e3a1832b0f05992",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f974d",
                    table="lac_informationshared",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="informationshared",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_informationsharedevent" ("acknowledged_on", "authority", "authority_words", "how", "id", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "shared_on", "to_name", "to_role", "what", "words") VALUES (OLD."acknowledged_on", OLD."authority", OLD."authority_words", OLD."how", OLD."id", OLD."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."shared_on", OLD."to_name", OLD."to_role", OLD."what", OLD."words"); RETURN NULL;',
                    hash="bc8b83cd15d89ee378965850cf0136129254368f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_50e3c",
                    table="lac_informationshared",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="pep",
            index=models.Index(fields=["school", "pupil"], name="lac_pep_pupil"),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_pep_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_pep_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["writing", "ready", "held", "signed"])),
                fields=("school", "pupil", "academic_year", "term"),
                name="lac_pep_one_in_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.CheckConstraint(
                condition=models.Q(("academic_year__gte", 2010), ("academic_year__lte", 2100)),
                name="lac_pep_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_how", ""), ("sent_on", None)),
                    models.Q(("sent_on__isnull", False), models.Q(("sent_how", ""), _negated=True)),
                    _connector="OR",
                ),
                name="lac_pep_sent_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_on", None), ("sent_on__gte", models.F("started_on")), _connector="OR"
                ),
                name="lac_pep_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("feedback", ""), ("feedback_on", None), ("grade", "")),
                    ("feedback_on__isnull", False),
                    _connector="OR",
                ),
                name="lac_pep_feedback_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("consents_on", None), ("consents_to", "")),
                    models.Q(
                        ("consents_on__isnull", False),
                        ("kind", "support"),
                        models.Q(("consents_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="lac_pep_consent_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("completed_on__isnull", False), ("state", "complete")),
                    models.Q(
                        models.Q(("state", "complete"), _negated=True), ("completed_on", None)
                    ),
                    _connector="OR",
                ),
                name="lac_pep_complete_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("signed_on__isnull", False),
                        ("state__in", ["signed", "sent", "returned", "complete"]),
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ["signed", "sent", "returned", "complete"]), _negated=True
                        ),
                        ("signed_on", None),
                    ),
                    _connector="OR",
                ),
                name="lac_pep_signed_has_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepevent" ("academic_year", "completed_on", "consents_on", "consents_to", "council", "feedback", "feedback_on", "grade", "id", "kind", "lead_id", "meeting_on", "officer_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_how", "sent_on", "signed_on", "started_on", "state", "step_why", "term", "why") VALUES (NEW."academic_year", NEW."completed_on", NEW."consents_on", NEW."consents_to", NEW."council", NEW."feedback", NEW."feedback_on", NEW."grade", NEW."id", NEW."kind", NEW."lead_id", NEW."meeting_on", NEW."officer_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_how", NEW."sent_on", NEW."signed_on", NEW."started_on", NEW."state", NEW."step_why", NEW."term", NEW."why"); RETURN NULL;',
                    hash="86582d82210c0b9b65c64539e2673b72dec06390",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7aa8c",
                    table="lac_pep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."academic_year" IS DISTINCT FROM (NEW."academic_year") OR OLD."completed_on" IS DISTINCT FROM (NEW."completed_on") OR OLD."consents_on" IS DISTINCT FROM (NEW."consents_on") OR OLD."consents_to" IS DISTINCT FROM (NEW."consents_to") OR OLD."council" IS DISTINCT FROM (NEW."council") OR OLD."feedback" IS DISTINCT FROM (NEW."feedback") OR OLD."feedback_on" IS DISTINCT FROM (NEW."feedback_on") OR OLD."grade" IS DISTINCT FROM (NEW."grade") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_id" IS DISTINCT FROM (NEW."lead_id") OR OLD."meeting_on" IS DISTINCT FROM (NEW."meeting_on") OR OLD."officer_on" IS DISTINCT FROM (NEW."officer_on") OR OLD."pupil_id" IS DISTINCT FROM (NEW."pupil_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_how" IS DISTINCT FROM (NEW."sent_how") OR OLD."sent_on" IS DISTINCT FROM (NEW."sent_on") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."started_on" IS DISTINCT FROM (NEW."started_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."step_why" IS DISTINCT FROM (NEW."step_why") OR OLD."term" IS DISTINCT FROM (NEW."term") OR OLD."why" IS DISTINCT FROM (NEW."why"))',
                    func='INSERT INTO "lac_pepevent" ("academic_year", "completed_on", "consents_on", "consents_to", "council", "feedback", "feedback_on", "grade", "id", "kind", "lead_id", "meeting_on", "officer_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_how", "sent_on", "signed_on", "started_on", "state", "step_why", "term", "why") VALUES (NEW."academic_year", NEW."completed_on", NEW."consents_on", NEW."consents_to", NEW."council", NEW."feedback", NEW."feedback_on", NEW."grade", NEW."id", NEW."kind", NEW."lead_id", NEW."meeting_on", NEW."officer_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_how", NEW."sent_on", NEW."signed_on", NEW."started_on", NEW."state", NEW."step_why", NEW."term", NEW."why"); RETURN NULL;',
                    hash="d8d8870142a33d060a1e903ec658c87856998556",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2871b",
                    table="lac_pep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepevent" ("academic_year", "completed_on", "consents_on", "consents_to", "council", "feedback", "feedback_on", "grade", "id", "kind", "lead_id", "meeting_on", "officer_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_how", "sent_on", "signed_on", "started_on", "state", "step_why", "term", "why") VALUES (OLD."academic_year", OLD."completed_on", OLD."consents_on", OLD."consents_to", OLD."council", OLD."feedback", OLD."feedback_on", OLD."grade", OLD."id", OLD."kind", OLD."lead_id", OLD."meeting_on", OLD."officer_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sent_how", OLD."sent_on", OLD."signed_on", OLD."started_on", OLD."state", OLD."step_why", OLD."term", OLD."why"); RETURN NULL;',
                    hash="75794ec31b4e1253f62d0f298e28e1ace13121e6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_17be7",
                    table="lac_pep",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="pepaction",
            index=models.Index(fields=["school", "pep"], name="lac_pepaction_pep"),
        ),
        migrations.AddConstraint(
            model_name="pepaction",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_pepaction_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepaction",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pep", name="lac_pepaction_pep_same_school"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepactionevent" ("added_by_id", "done_on", "due_on", "id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (NEW."added_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."what"); RETURN NULL;',
                    hash="b26cf3b37f0e52dc57ae901cbb4afebc74371e8c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1d321",
                    table="lac_pepaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_pepactionevent" ("added_by_id", "done_on", "due_on", "id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (NEW."added_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."what"); RETURN NULL;',
                    hash="6d9c4aeab23e2087d9b01a1496d6a57de6467d86",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_21320",
                    table="lac_pepaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepactionevent" ("added_by_id", "done_on", "due_on", "id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (OLD."added_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."what"); RETURN NULL;',
                    hash="0938c361ae025a85156567b3de6c232aad54a0cc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eb18a",
                    table="lac_pepaction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pepcheck",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_pepcheck_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepcheck",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pep", name="lac_pepcheck_pep_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepcheck",
            constraint=models.UniqueConstraint(
                fields=("school", "pep", "criterion"), name="lac_pepcheck_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepcheckevent" ("criterion", "id", "met", "note", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."criterion", NEW."id", NEW."met", NEW."note", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="7873d865898379c795f436a8314296fabe590645",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_98940",
                    table="lac_pepcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_pepcheckevent" ("criterion", "id", "met", "note", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."criterion", NEW."id", NEW."met", NEW."note", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                    hash="e7d4d6c14e542f7e8e59ac4b81c8791d7a4285a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1f595",
                    table="lac_pepcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepcheckevent" ("criterion", "id", "met", "note", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."criterion", OLD."id", OLD."met", OLD."note", OLD."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                    hash="ba8f909c2b8a3d84b7ce84897a02e797a1b9d27c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5a2ac",
                    table="lac_pepcheck",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="peppart",
            index=models.Index(fields=["school", "owner_user"], name="lac_peppart_user"),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_peppart_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pep", name="lac_peppart_pep_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "owner_person", name="lac_peppart_owner_person_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "owner_contact", name="lac_peppart_owner_contact_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "ask", name="lac_peppart_ask_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=models.UniqueConstraint(
                fields=("school", "pep", "key"), name="lac_peppart_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("owner_person", None), ("owner_user", None)),
                    models.Q(("owner_contact", None), ("owner_user", None)),
                    models.Q(("owner_contact", None), ("owner_person", None)),
                    _connector="OR",
                ),
                name="lac_peppart_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "not_needed"), models.Q(("not_needed_why", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("state", "not_needed"), _negated=True), ("not_needed_why", "")
                    ),
                    _connector="OR",
                ),
                name="lac_peppart_not_needed_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="peppart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", False), ("state", "done")),
                    models.Q(
                        models.Q(("state", "done"), _negated=True),
                        ("done_by", None),
                        ("done_on", None),
                    ),
                    _connector="OR",
                ),
                name="lac_peppart_done_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peppart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_peppartevent" ("ask_id", "done_by_id", "done_on", "due_on", "id", "key", "not_needed_why", "owner", "owner_contact_id", "owner_person_id", "owner_user_id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state") VALUES (NEW."ask_id", NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."key", NEW."not_needed_why", NEW."owner", NEW."owner_contact_id", NEW."owner_person_id", NEW."owner_user_id", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."state"); RETURN NULL;',
                    hash="13b47d02c255b2289466905cb5ea6c29a8fc6d07",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9762a",
                    table="lac_peppart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peppart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_peppartevent" ("ask_id", "done_by_id", "done_on", "due_on", "id", "key", "not_needed_why", "owner", "owner_contact_id", "owner_person_id", "owner_user_id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state") VALUES (NEW."ask_id", NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."key", NEW."not_needed_why", NEW."owner", NEW."owner_contact_id", NEW."owner_person_id", NEW."owner_user_id", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."state"); RETURN NULL;',
                    hash="7ac1d1aa9fa0f74e05093699cc036b72dfcdf2a3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b9328",
                    table="lac_peppart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peppart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_peppartevent" ("ask_id", "done_by_id", "done_on", "due_on", "id", "key", "not_needed_why", "owner", "owner_contact_id", "owner_person_id", "owner_user_id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state") VALUES (OLD."ask_id", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."key", OLD."not_needed_why", OLD."owner", OLD."owner_contact_id", OLD."owner_person_id", OLD."owner_user_id", OLD."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."state"); RETURN NULL;',
                    hash="804270a66d733f1af94ac11a801af1793afc0e09",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_39513",
                    table="lac_peppart",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pepanswer",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_pepanswer_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepanswer",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "part", name="lac_pepanswer_part_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepanswer",
            constraint=models.UniqueConstraint(
                fields=("school", "part", "question"), name="lac_pepanswer_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="lac_pepanswer_says_something"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepanswerevent" ("id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "said_by", "said_on", "school_id", "sensitivity", "text", "whose", "written_by_id") VALUES (NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."question", NEW."said_by", NEW."said_on", NEW."school_id", NEW."sensitivity", NEW."text", NEW."whose", NEW."written_by_id"); RETURN NULL;',
                    hash="b7fb257b1c8ec51b9fbba7ae099e926ceb59fd11",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e422c",
                    table="lac_pepanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_pepanswerevent" ("id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "said_by", "said_on", "school_id", "sensitivity", "text", "whose", "written_by_id") VALUES (NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."question", NEW."said_by", NEW."said_on", NEW."school_id", NEW."sensitivity", NEW."text", NEW."whose", NEW."written_by_id"); RETURN NULL;',
                    hash="138cd2361bdfec991c659fec9aa709d10bc7242c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bcc3c",
                    table="lac_pepanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepanswerevent" ("id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "said_by", "said_on", "school_id", "sensitivity", "text", "whose", "written_by_id") VALUES (OLD."id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."question", OLD."said_by", OLD."said_on", OLD."school_id", OLD."sensitivity", OLD."text", OLD."whose", OLD."written_by_id"); RETURN NULL;',
                    hash="95a467081d18a09a9fa6737df2363b5505d28815",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ecfcc",
                    table="lac_pepanswer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pepsignature",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_pepsignature_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepsignature",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pep", name="lac_pepsignature_pep_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="pepsignature",
            constraint=models.UniqueConstraint(
                fields=("school", "pep", "whose"), name="lac_pepsignature_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepsignature",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepsignatureevent" ("id", "name", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "school_id", "signed_on", "whose") VALUES (NEW."id", NEW."name", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."school_id", NEW."signed_on", NEW."whose"); RETURN NULL;',
                    hash="82e6faf7736551059c2326e82a032bddab21333e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70647",
                    table="lac_pepsignature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepsignature",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_pepsignatureevent" ("id", "name", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "school_id", "signed_on", "whose") VALUES (NEW."id", NEW."name", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."school_id", NEW."signed_on", NEW."whose"); RETURN NULL;',
                    hash="d667ad8827ff1f5c9d4326e96e67326fe84f8768",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e4bf",
                    table="lac_pepsignature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pepsignature",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_pepsignatureevent" ("id", "name", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "school_id", "signed_on", "whose") VALUES (OLD."id", OLD."name", OLD."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."school_id", OLD."signed_on", OLD."whose"); RETURN NULL;',
                    hash="f4d91ea73712854fe9b13621734921090e8513cc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_73000",
                    table="lac_pepsignature",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="peptarget",
            index=models.Index(fields=["school", "target"], name="lac_peptarget_target"),
        ),
        migrations.AddConstraint(
            model_name="peptarget",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_peptarget_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="peptarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pep", name="lac_peptarget_pep_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="peptarget",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="lac_peptarget_target_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="peptarget",
            constraint=models.UniqueConstraint(
                fields=("school", "pep", "target"), name="lac_peptarget_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peptarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_peptargetevent" ("id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sort", "target_id", "term") VALUES (NEW."id", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sort", NEW."target_id", NEW."term"); RETURN NULL;',
                    hash="39e98e3281f819140bd4d1184ce43179b26062a8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_13faf",
                    table="lac_peptarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peptarget",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_peptargetevent" ("id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sort", "target_id", "term") VALUES (NEW."id", NEW."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sort", NEW."target_id", NEW."term"); RETURN NULL;',
                    hash="af55bbc60c004a87e6b0de4ccd03ad9bc35a4577",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d5458",
                    table="lac_peptarget",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peptarget",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_peptargetevent" ("id", "pep_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sort", "target_id", "term") VALUES (OLD."id", OLD."pep_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sort", OLD."target_id", OLD."term"); RETURN NULL;',
                    hash="5cd60a72f137d3b1de0b4a99541a7637974e693d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1d7af",
                    table="lac_peptarget",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="premiumfunding",
            index=models.Index(fields=["school", "pupil"], name="lac_premiumfunding_pupil"),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_premiumfunding_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_premiumfunding_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.CheckConstraint(
                condition=models.Q(("pence__gt", 0)), name="lac_premiumfunding_sum"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2013), ("financial_year__lte", 2100)),
                name="lac_premiumfunding_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumfunding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "year")),
                fields=("school", "pupil", "financial_year", "payer"),
                name="lac_premiumfunding_one_rate",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumfunding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumfundingevent" ("financial_year", "id", "kind", "note", "on", "payer", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "written_by_id") VALUES (NEW."financial_year", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."payer", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="6847dab1648d787fca397e631c8385c411a85e68",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c768",
                    table="lac_premiumfunding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumfunding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_premiumfundingevent" ("financial_year", "id", "kind", "note", "on", "payer", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "written_by_id") VALUES (NEW."financial_year", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."payer", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."written_by_id"); RETURN NULL;',
                    hash="394c6ad38d084b35b25bf3929bf8e44f9d62a2cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e54d",
                    table="lac_premiumfunding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumfunding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumfundingevent" ("financial_year", "id", "kind", "note", "on", "payer", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "written_by_id") VALUES (OLD."financial_year", OLD."id", OLD."kind", OLD."note", OLD."on", OLD."payer", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reference", OLD."school_id", OLD."written_by_id"); RETURN NULL;',
                    hash="09ae040aac7e9e96fc31179c8ac7856fe7640eea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fff51",
                    table="lac_premiumfunding",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrate",
            constraint=models.UniqueConstraint(
                fields=("federation", "financial_year", "rate_for"), name="lac_premiumrate_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrate",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2013), ("financial_year__lte", 2100)),
                name="lac_premiumrate_year",
            ),
        ),
        migrations.AddIndex(
            model_name="premiumrequest",
            index=models.Index(fields=["school", "pupil"], name="lac_premiumrequest_pupil"),
        ),
        migrations.AddIndex(
            model_name="premiumrequest",
            index=models.Index(fields=["school", "target"], name="lac_premiumrequest_target"),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_premiumrequest_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_premiumrequest_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "target", name="lac_premiumrequest_target_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned_pence__gt", 0)), name="lac_premiumrequest_cost"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("financial_year__gte", 2013), ("financial_year__lte", 2100)),
                name="lac_premiumrequest_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_on__gte", models.F("starts_on"))),
                name="lac_premiumrequest_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "asked"), _negated=True),
                    ("asked_on__isnull", False),
                    _connector="OR",
                ),
                name="lac_premiumrequest_asked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", False), ("state__in", ("agreed", "refused"))),
                    models.Q(
                        models.Q(("state__in", ("agreed", "refused")), _negated=True),
                        ("decided_by", ""),
                        ("decided_on", None),
                        ("decision_words", ""),
                    ),
                    _connector="OR",
                ),
                name="lac_premiumrequest_decision_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_on", None),
                    ("decided_on", None),
                    ("decided_on__gte", models.F("asked_on")),
                    _connector="OR",
                ),
                name="lac_premiumrequest_answer_after_asking",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("impact", ""),
                        ("impact_by", None),
                        ("impact_on", None),
                        ("impact_words", ""),
                    ),
                    models.Q(
                        models.Q(("impact", ""), _negated=True),
                        ("impact_on__isnull", False),
                        ("state", "agreed"),
                    ),
                    _connector="OR",
                ),
                name="lac_premiumrequest_impact_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumrequestevent" ("asked_on", "decided_by", "decided_on", "decision_words", "financial_year", "id", "impact", "impact_by_id", "impact_on", "impact_words", "intended", "is_exceptional", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_pence", "pupil_id", "review_on", "school_id", "starts_on", "state", "target_id", "what", "written_by_id") VALUES (NEW."asked_on", NEW."decided_by", NEW."decided_on", NEW."decision_words", NEW."financial_year", NEW."id", NEW."impact", NEW."impact_by_id", NEW."impact_on", NEW."impact_words", NEW."intended", NEW."is_exceptional", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_pence", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."state", NEW."target_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="c3d580e833ec14ccc0b0ed30e20acafb09b422bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5cf8",
                    table="lac_premiumrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_premiumrequestevent" ("asked_on", "decided_by", "decided_on", "decision_words", "financial_year", "id", "impact", "impact_by_id", "impact_on", "impact_words", "intended", "is_exceptional", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_pence", "pupil_id", "review_on", "school_id", "starts_on", "state", "target_id", "what", "written_by_id") VALUES (NEW."asked_on", NEW."decided_by", NEW."decided_on", NEW."decision_words", NEW."financial_year", NEW."id", NEW."impact", NEW."impact_by_id", NEW."impact_on", NEW."impact_words", NEW."intended", NEW."is_exceptional", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_pence", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."state", NEW."target_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="23f4ed797a8bdf3a9787fd907446254387450481",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d9d19",
                    table="lac_premiumrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumrequestevent" ("asked_on", "decided_by", "decided_on", "decision_words", "financial_year", "id", "impact", "impact_by_id", "impact_on", "impact_words", "intended", "is_exceptional", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_pence", "pupil_id", "review_on", "school_id", "starts_on", "state", "target_id", "what", "written_by_id") VALUES (OLD."asked_on", OLD."decided_by", OLD."decided_on", OLD."decision_words", OLD."financial_year", OLD."id", OLD."impact", OLD."impact_by_id", OLD."impact_on", OLD."impact_words", OLD."intended", OLD."is_exceptional", OLD."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_pence", OLD."pupil_id", OLD."review_on", OLD."school_id", OLD."starts_on", OLD."state", OLD."target_id", OLD."what", OLD."written_by_id"); RETURN NULL;',
                    hash="5e82eb0f761947fbe435d399fcfa63a708dd61f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8b311",
                    table="lac_premiumrequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="premiumcost",
            index=models.Index(fields=["school", "request"], name="lac_premiumcost_request"),
        ),
        migrations.AddIndex(
            model_name="premiumcost",
            index=models.Index(fields=["school", "document"], name="lac_premiumcost_document"),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_premiumcost_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "request", name="lac_premiumcost_request_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "document", name="lac_premiumcost_document_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumcost",
            constraint=models.CheckConstraint(
                condition=models.Q(("pence", 0), _negated=True), name="lac_premiumcost_sum"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumcost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumcostevent" ("document_id", "early_why", "id", "on", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "request_id", "school_id", "what", "written_by_id") VALUES (NEW."document_id", NEW."early_why", NEW."id", NEW."on", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."receipt", NEW."request_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="105441447880cdbc7ad75971de5371b300fecee1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7082",
                    table="lac_premiumcost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumcost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_premiumcostevent" ("document_id", "early_why", "id", "on", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "request_id", "school_id", "what", "written_by_id") VALUES (NEW."document_id", NEW."early_why", NEW."id", NEW."on", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."receipt", NEW."request_id", NEW."school_id", NEW."what", NEW."written_by_id"); RETURN NULL;',
                    hash="9e32382d261d6d532900e256fbd4ee8c82ddf2cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d3a08",
                    table="lac_premiumcost",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="premiumcost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_premiumcostevent" ("document_id", "early_why", "id", "on", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt", "request_id", "school_id", "what", "written_by_id") VALUES (OLD."document_id", OLD."early_why", OLD."id", OLD."on", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."receipt", OLD."request_id", OLD."school_id", OLD."what", OLD."written_by_id"); RETURN NULL;',
                    hash="21e1dd005e8792a541ed84b6b0a13537496fb351",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbeba",
                    table="lac_premiumcost",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="safeguardingfile",
            index=models.Index(fields=["school", "pupil"], name="lac_file_pupil"),
        ),
        migrations.AddConstraint(
            model_name="safeguardingfile",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_safeguardingfile_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingfile",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_safeguardingfile_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("leaves_on__isnull", False), ("term_starts_on", None)),
                    models.Q(("leaves_on", None), ("term_starts_on__isnull", False)),
                    _connector="OR",
                ),
                name="lac_safeguardingfile_one_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguardingfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("received_by", ""), ("received_on", None)),
                    models.Q(
                        models.Q(("received_by", ""), _negated=True),
                        ("received_on__gte", models.F("sent_on")),
                        ("sent_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="lac_safeguardingfile_received",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardingfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_safeguardingfileevent" ("id", "leaves_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received_by", "received_on", "school_id", "sent_on", "term_starts_on", "to_school") VALUES (NEW."id", NEW."leaves_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."received_by", NEW."received_on", NEW."school_id", NEW."sent_on", NEW."term_starts_on", NEW."to_school"); RETURN NULL;',
                    hash="d9ca0c21ff229234a0aec38a84689b50f11d2afa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52e2e",
                    table="lac_safeguardingfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardingfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_safeguardingfileevent" ("id", "leaves_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received_by", "received_on", "school_id", "sent_on", "term_starts_on", "to_school") VALUES (NEW."id", NEW."leaves_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."received_by", NEW."received_on", NEW."school_id", NEW."sent_on", NEW."term_starts_on", NEW."to_school"); RETURN NULL;',
                    hash="3a1bae6cf2a7c9ee57e4b9c11f153c736e282b31",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9f9b7",
                    table="lac_safeguardingfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safeguardingfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_safeguardingfileevent" ("id", "leaves_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "received_by", "received_on", "school_id", "sent_on", "term_starts_on", "to_school") VALUES (OLD."id", OLD."leaves_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."received_by", OLD."received_on", OLD."school_id", OLD."sent_on", OLD."term_starts_on", OLD."to_school"); RETURN NULL;',
                    hash="d875184cc827b562645e21dadba1f421bf858c94",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_423fa",
                    table="lac_safeguardingfile",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sdqtotal",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_sdqtotal_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sdqtotal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_sdqtotal_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sdqtotal",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil", "answered_on", "answered_by"), name="lac_sdqtotal_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="sdqtotal",
            constraint=models.CheckConstraint(
                condition=models.Q(("total__gte", 0), ("total__lte", 40)), name="lac_sdqtotal_range"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sdqtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_sdqtotalevent" ("answered_by", "answered_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "total") VALUES (NEW."answered_by", NEW."answered_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."total"); RETURN NULL;',
                    hash="8b0ced5e363b1e3d0f90c42be0c2889d91f16737",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e520a",
                    table="lac_sdqtotal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sdqtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_sdqtotalevent" ("answered_by", "answered_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "total") VALUES (NEW."answered_by", NEW."answered_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."total"); RETURN NULL;',
                    hash="9e2d8ca160198945cac20dd8697d29276c163100",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_174c2",
                    table="lac_sdqtotal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sdqtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_sdqtotalevent" ("answered_by", "answered_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "total") VALUES (OLD."answered_by", OLD."answered_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."total"); RETURN NULL;',
                    hash="e38ef1da8e87302c4f752d33ef63bd472d9769d7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3a4d4",
                    table="lac_sdqtotal",
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
        migrations.AddConstraint(
            model_name="virtualschool",
            constraint=models.UniqueConstraint(
                models.F("federation"),
                django.db.models.functions.text.Lower("council"),
                name="lac_virtualschool_council_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="cutoff",
            constraint=models.UniqueConstraint(
                fields=("federation", "virtual_school", "academic_year", "term"),
                name="lac_cutoff_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="cutoff",
            constraint=models.CheckConstraint(
                condition=models.Q(("academic_year__gte", 2010), ("academic_year__lte", 2100)),
                name="lac_cutoff_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="watchrules",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_watchrules_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="watchrules",
            constraint=models.UniqueConstraint(fields=("school",), name="lac_watchrules_one"),
        ),
        migrations.AddConstraint(
            model_name="watchrules",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("attendance_weeks__gte", 1),
                    models.Q(
                        ("attendance_below", None),
                        models.Q(("attendance_below__gt", 0), ("attendance_below__lte", 100)),
                        _connector="OR",
                    ),
                    models.Q(("moves", None), ("moves__gte", 1), _connector="OR"),
                    models.Q(
                        ("sdq_total", None),
                        models.Q(("sdq_total__gte", 1), ("sdq_total__lte", 40)),
                        _connector="OR",
                    ),
                    models.Q(("stalled_weeks", None), ("stalled_weeks__gte", 1), _connector="OR"),
                    models.Q(("suspensions", None), ("suspensions__gte", 1), _connector="OR"),
                ),
                name="lac_watchrules_make_sense",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchrules",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_watchrulesevent" ("attendance_below", "attendance_weeks", "id", "moves", "new_worker", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sdq_total", "stalled_weeks", "suspensions") VALUES (NEW."attendance_below", NEW."attendance_weeks", NEW."id", NEW."moves", NEW."new_worker", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sdq_total", NEW."stalled_weeks", NEW."suspensions"); RETURN NULL;',
                    hash="4bc436354811b88ab163708cb5ed81217dc96a2c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6bb78",
                    table="lac_watchrules",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchrules",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_watchrulesevent" ("attendance_below", "attendance_weeks", "id", "moves", "new_worker", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sdq_total", "stalled_weeks", "suspensions") VALUES (NEW."attendance_below", NEW."attendance_weeks", NEW."id", NEW."moves", NEW."new_worker", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sdq_total", NEW."stalled_weeks", NEW."suspensions"); RETURN NULL;',
                    hash="180a3f5ee5d5f38b034439dc0676f5074a102889",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_85e90",
                    table="lac_watchrules",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchrules",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_watchrulesevent" ("attendance_below", "attendance_weeks", "id", "moves", "new_worker", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sdq_total", "stalled_weeks", "suspensions") VALUES (OLD."attendance_below", OLD."attendance_weeks", OLD."id", OLD."moves", OLD."new_worker", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sdq_total", OLD."stalled_weeks", OLD."suspensions"); RETURN NULL;',
                    hash="84ac944c16a1e0349b7ccc5e28cd3779df2abc71",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b1597",
                    table="lac_watchrules",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="watchtask",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_watchtask_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="watchtask",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_watchtask_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="watchtask",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil", "rule", "occurrence"), name="lac_watchtask_said_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="watchtask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_by", None), ("closed_on", None), ("done", "")),
                    models.Q(("closed_on__isnull", False), models.Q(("done", ""), _negated=True)),
                    _connector="OR",
                ),
                name="lac_watchtask_closed_with_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="watchtask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None), ("closed_on__gte", models.F("raised_on")), _connector="OR"
                ),
                name="lac_watchtask_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchtask",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_watchtaskevent" ("closed_by_id", "closed_on", "done", "id", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_on", "rule", "school_id", "seen") VALUES (NEW."closed_by_id", NEW."closed_on", NEW."done", NEW."id", NEW."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."raised_on", NEW."rule", NEW."school_id", NEW."seen"); RETURN NULL;',
                    hash="bd941f4381265f0997f711bab4af5804552e2979",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_004ba",
                    table="lac_watchtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchtask",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_watchtaskevent" ("closed_by_id", "closed_on", "done", "id", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_on", "rule", "school_id", "seen") VALUES (NEW."closed_by_id", NEW."closed_on", NEW."done", NEW."id", NEW."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."raised_on", NEW."rule", NEW."school_id", NEW."seen"); RETURN NULL;',
                    hash="06c5abac9d5499e97c66bed6e1953ac21ac59cdc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e4efd",
                    table="lac_watchtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchtask",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_watchtaskevent" ("closed_by_id", "closed_on", "done", "id", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_on", "rule", "school_id", "seen") VALUES (OLD."closed_by_id", OLD."closed_on", OLD."done", OLD."id", OLD."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."raised_on", OLD."rule", OLD."school_id", OLD."seen"); RETURN NULL;',
                    hash="6e4ba35b167f70de1c5c90d9d5463d6544944c46",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7f91f",
                    table="lac_watchtask",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="watchtold",
            index=models.Index(fields=["school", "task"], name="lac_watchtold_task"),
        ),
        migrations.AddConstraint(
            model_name="watchtold",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_watchtold_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="watchtold",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "task", name="lac_watchtold_task_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="watchtold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("user", None), models.Q(("name", ""), _negated=True)),
                    models.Q(("name", ""), ("user__isnull", False)),
                    _connector="OR",
                ),
                name="lac_watchtold_one_person",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchtold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_watchtoldevent" ("id", "name", "noted_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "task_id", "told_on", "user_id") VALUES (NEW."id", NEW."name", NEW."noted_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."task_id", NEW."told_on", NEW."user_id"); RETURN NULL;',
                    hash="ff5a2677ffc31b90f5d5935d49117d411f765b4d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43118",
                    table="lac_watchtold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchtold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_watchtoldevent" ("id", "name", "noted_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "task_id", "told_on", "user_id") VALUES (NEW."id", NEW."name", NEW."noted_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."task_id", NEW."told_on", NEW."user_id"); RETURN NULL;',
                    hash="6bd74a929ffd490aa51ca5009b11487a8c8d5e15",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32e2c",
                    table="lac_watchtold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="watchtold",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_watchtoldevent" ("id", "name", "noted_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "task_id", "told_on", "user_id") VALUES (OLD."id", OLD."name", OLD."noted_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."task_id", OLD."told_on", OLD."user_id"); RETURN NULL;',
                    hash="788f3ffaa57f8cc8e464ef1d4c166f11e51c830b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_37c2e",
                    table="lac_watchtold",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="weekattendance",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_weekattendance_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="weekattendance",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="lac_weekattendance_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="weekattendance",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil", "week_on"), name="lac_weekattendance_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="weekattendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("week_on__iso_week_day", 1)), name="lac_weekattendance_monday"
            ),
        ),
        migrations.AddConstraint(
            model_name="weekattendance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("attended__gte", 0),
                    ("possible__gte", 1),
                    ("possible__lte", 14),
                    ("attended__lte", models.F("possible")),
                ),
                name="lac_weekattendance_counts",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_weekattendanceevent" ("attended", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "possible", "pupil_id", "school_id", "week_on") VALUES (NEW."attended", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."possible", NEW."pupil_id", NEW."school_id", NEW."week_on"); RETURN NULL;',
                    hash="de42dcab164703cf78077c21151dd3214503ee58",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4f521",
                    table="lac_weekattendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "lac_weekattendanceevent" ("attended", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "possible", "pupil_id", "school_id", "week_on") VALUES (NEW."attended", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."possible", NEW."pupil_id", NEW."school_id", NEW."week_on"); RETURN NULL;',
                    hash="f9c3ed271b0f2993316f2608c3799ba0af0f2d3c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_587e1",
                    table="lac_weekattendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_weekattendanceevent" ("attended", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "possible", "pupil_id", "school_id", "week_on") VALUES (OLD."attended", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."possible", OLD."pupil_id", OLD."school_id", OLD."week_on"); RETURN NULL;',
                    hash="8ca721ba559a54efb6bec78d20eed7b34fa8987f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b4d65",
                    table="lac_weekattendance",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_yearreport_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "withdrawn"), _negated=True),
                fields=("school", "academic_year"),
                name="lac_yearreport_one_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("academic_year__gte", 2010), ("academic_year__lte", 2100)),
                name="lac_yearreport_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at", None), ("sent_by", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("sent_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="lac_yearreport_sent_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at__isnull", False), ("state__in", ("published", "withdrawn"))
                    ),
                    models.Q(
                        models.Q(("state__in", ("published", "withdrawn")), _negated=True),
                        ("published_at", None),
                        ("published_by", None),
                    ),
                    _connector="OR",
                ),
                name="lac_yearreport_published_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "withdrawn"),
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_why", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "withdrawn"), _negated=True),
                        ("withdrawn_at", None),
                        ("withdrawn_by", None),
                        ("withdrawn_why", ""),
                    ),
                    _connector="OR",
                ),
                name="lac_yearreport_withdrawn_has_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published_report",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" IN ('published', 'withdrawn'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="93cb3aaa7eec282e1cbe0b5598f0eda45bd0a7ff",
                    operation="DELETE",
                    pgid="pgtrigger_keep_published_report_8389f",
                    table="lac_yearreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="published_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:head,head:draft,head:published,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="77a9b6ddd6f9848ed1bf43421adf7d4ef1984e49",
                    operation="UPDATE",
                    pgid="pgtrigger_published_for_good_5b6b1",
                    table="lac_yearreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_yearreportevent" ("academic_year", "answers", "counted_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."academic_year", NEW."answers", NEW."counted_on", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="c644e0434d1a78788107d77b8fde3f510aaae318",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa476",
                    table="lac_yearreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."academic_year" IS DISTINCT FROM (NEW."academic_year") OR OLD."answers" IS DISTINCT FROM (NEW."answers") OR OLD."counted_on" IS DISTINCT FROM (NEW."counted_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_back_words" IS DISTINCT FROM (NEW."sent_back_words") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_why" IS DISTINCT FROM (NEW."withdrawn_why") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func='INSERT INTO "lac_yearreportevent" ("academic_year", "answers", "counted_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (NEW."academic_year", NEW."answers", NEW."counted_on", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."school_id", NEW."sent_at", NEW."sent_back_words", NEW."sent_by_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_why", NEW."words"); RETURN NULL;',
                    hash="aa2d3955b92e5bd8e1205bd1322c91e8005860ef",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_41015",
                    table="lac_yearreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "lac_yearreportevent" ("academic_year", "answers", "counted_on", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "school_id", "sent_at", "sent_back_words", "sent_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_why", "words") VALUES (OLD."academic_year", OLD."answers", OLD."counted_on", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."school_id", OLD."sent_at", OLD."sent_back_words", OLD."sent_by_id", OLD."state", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_why", OLD."words"); RETURN NULL;',
                    hash="4810aa8e3385f1b1df1536db5d794561fbfbe85d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_82c92",
                    table="lac_yearreport",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreportfile",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="lac_yearreportfile_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreportfile",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "report", name="lac_yearreportfile_report_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearreportfile",
            constraint=models.UniqueConstraint(
                fields=("school", "report"), name="lac_yearreportfile_one"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearreportfile",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_year_pdf",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b751ebb5a0048ed17ef915ef1679a80f7ed267ce",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_year_pdf_c1a59",
                    table="lac_yearreportfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
