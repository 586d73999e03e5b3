"""Plans for children who are or were in care, their parts, and virtual schools."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("lac", "0003_premium"),
        ("provision", "0014_a4"),
        ("pupils", "0016_plan_part"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who leads",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="peps",
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
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="lac.pep",
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
                (
                    "added_by",
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
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.pep",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.pepaction",
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
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="lac.pep",
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
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.pep",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.pepcheck",
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
                (
                    "lead",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who leads",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.pep",
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
                (
                    "ask",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.contributionrequest",
                    ),
                ),
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
                    "owner_contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.contact",
                    ),
                ),
                (
                    "owner_person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="lac.careperson",
                    ),
                ),
                (
                    "owner_user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="lac.pep",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.pepanswer",
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
                    "part",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.peppart",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                (
                    "ask",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.contributionrequest",
                    ),
                ),
                (
                    "done_by",
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
                    "owner_contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.contact",
                    ),
                ),
                (
                    "owner_person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.careperson",
                    ),
                ),
                (
                    "owner_user",
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
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.pep",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.peppart",
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
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="lac.pep",
                    ),
                ),
                (
                    "recorded_by",
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
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.pep",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.pepsignature",
                    ),
                ),
                (
                    "recorded_by",
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
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="lac.pep",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="provision.target",
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
                (
                    "pep",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.pep",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.peptarget",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.target",
                    ),
                ),
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
                (
                    "federation",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.federation",
                    ),
                ),
            ],
            options={
                "ordering": ["council"],
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
                (
                    "federation",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "virtual_school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cut_offs",
                        to="lac.virtualschool",
                    ),
                ),
            ],
            options={
                "ordering": ["on"],
                "abstract": False,
            },
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
                condition=models.Q(("state", "withdrawn"), _negated=True),
                fields=("school", "pupil", "academic_year", "term"),
                name="lac_pep_one_a_term",
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
    ]
