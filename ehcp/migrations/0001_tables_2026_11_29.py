"""Education, health and care plans: requests, plans, reviews, consultations and appeals."""

import aylsham.identifiers
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import ehcp.models.calendar
import pghistory.utils
from django.conf import settings
from django.db import migrations, models
import aylsham.tenancy.constraints
import pgtrigger.compiler
import pgtrigger.migrations
from ehcp.migrations._forgetting import FORGET_CONSULTATION_REPLIES, FORGET_ON_EVERY_FLOOR

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    initial = True

    # A database made with these files is left as it is: its tables are the same.
    replaces = [
        ("ehcp", "0001_tables"),
        ("ehcp", "0002_sections"),
        ("ehcp", "0003_calendar"),
        ("ehcp", "0004_assessment"),
        ("ehcp", "0005_meetings"),
        ("ehcp", "0006_papers"),
        ("ehcp", "0007_forms"),
        ("ehcp", "0008_rest"),
        ("ehcp", "0009_debt"),
        ("ehcp", "0010_appeals"),
        ("ehcp", "0011_close5"),
        ("ehcp", "0012_rest"),
    ]

    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("provision", "0001_tables_2026_11_29"),
        ("pupils", "0001_tables_2026_11_29"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarAttendance",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarPerson",
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
                ("name", models.CharField(max_length=150)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sendco", "SENDCo"),
                            ("council", "Council’s officer"),
                            ("professional", "Visiting professional"),
                            ("staff", "Other member of staff"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "comes_to",
                    models.CharField(
                        choices=[
                            ("all", "Every review here"),
                            ("coordinated", "Reviews of the plans that they co-ordinate"),
                            ("named", "Reviews of named children"),
                        ],
                        default="all",
                        max_length=11,
                    ),
                ),
                ("is_needed", models.BooleanField(default=False)),
                (
                    "half_days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("0am", "Mon morning"),
                                ("0pm", "Mon afternoon"),
                                ("1am", "Tue morning"),
                                ("1pm", "Tue afternoon"),
                                ("2am", "Wed morning"),
                                ("2pm", "Wed afternoon"),
                                ("3am", "Thu morning"),
                                ("3pm", "Thu afternoon"),
                                ("4am", "Fri morning"),
                                ("4pm", "Fri afternoon"),
                            ],
                            max_length=3,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "dates",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list
                    ),
                ),
                (
                    "away",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimedException",
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
                            (
                                "school",
                                "(a) Asked the school around a closure of four weeks or more",
                            ),
                            ("early", "(b) Asked an early-years setting around such a closure"),
                            (
                                "personal",
                                "(c) Exceptional personal circumstances of child or parent",
                            ),
                            (
                                "absent",
                                "(d) Child or parent away from the area for four weeks or more",
                            ),
                        ],
                        max_length=8,
                        verbose_name="which exception",
                    ),
                ),
                ("claimed_on", models.DateField(verbose_name="council claimed it on")),
                ("words", models.TextField(blank=True, verbose_name="what the council says")),
                ("away_from", models.DateField(blank=True, null=True, verbose_name="away from")),
                ("back_on", models.DateField(blank=True, null=True, verbose_name="back on")),
            ],
            options={
                "ordering": ["claimed_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimedExceptionEvent",
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
                            (
                                "school",
                                "(a) Asked the school around a closure of four weeks or more",
                            ),
                            ("early", "(b) Asked an early-years setting around such a closure"),
                            (
                                "personal",
                                "(c) Exceptional personal circumstances of child or parent",
                            ),
                            (
                                "absent",
                                "(d) Child or parent away from the area for four weeks or more",
                            ),
                        ],
                        max_length=8,
                        verbose_name="which exception",
                    ),
                ),
                ("claimed_on", models.DateField(verbose_name="council claimed it on")),
                ("words", models.TextField(blank=True, verbose_name="what the council says")),
                ("away_from", models.DateField(blank=True, null=True, verbose_name="away from")),
                ("back_on", models.DateField(blank=True, null=True, verbose_name="back on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Consultation",
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
                ("child", models.CharField(max_length=60, verbose_name="child’s name or initials")),
                (
                    "year_group",
                    models.CharField(
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
                        verbose_name="year group to join",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="school or setting now"
                    ),
                ),
                ("council", models.CharField(max_length=100)),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="the council’s reference"
                    ),
                ),
                (
                    "coordinator",
                    models.CharField(blank=True, max_length=150, verbose_name="whom to answer"),
                ),
                (
                    "needs",
                    models.TextField(blank=True, verbose_name="what the draft plan asks of us"),
                ),
                ("received_on", models.DateField(verbose_name="received on")),
                (
                    "received_how",
                    models.CharField(
                        choices=[
                            ("email", "An e-mail that confirms it"),
                            ("portal", "The council’s portal"),
                            ("letter", "The council’s letter names the day"),
                            ("recorded", "Recorded delivery"),
                            ("hand", "Handed in, with a receipt"),
                        ],
                        max_length=8,
                        verbose_name="came by",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meets", "We can meet the child’s needs"),
                            ("with", "We can meet the child’s needs, with what we say below"),
                            ("objects", "We object, on a ground of the law"),
                        ],
                        max_length=7,
                        verbose_name="our answer",
                    ),
                ),
                (
                    "grounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "unsuitable",
                                    "The school is unsuitable for the child’s age, ability, aptitude or special educational needs",
                                ),
                                (
                                    "others",
                                    "The child’s attendance would be incompatible with the efficient education of others",
                                ),
                                (
                                    "resources",
                                    "The child’s attendance would be incompatible with the efficient use of resources",
                                ),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "unsuitable",
                    models.TextField(blank=True, verbose_name="why the school is unsuitable"),
                ),
                (
                    "others",
                    models.TextField(blank=True, verbose_name="effect on the education of others"),
                ),
                ("resources", models.TextField(blank=True, verbose_name="effect on resources")),
                (
                    "steps",
                    models.TextField(
                        blank=True, verbose_name="steps looked at, and why none is reasonable"
                    ),
                ),
                (
                    "comments",
                    models.TextField(blank=True, verbose_name="what else the council should know"),
                ),
                ("premises", models.TextField(blank=True, verbose_name="rooms and premises")),
                ("facts", models.JSONField(blank=True, default=dict)),
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "closed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="no answer is needed since"
                    ),
                ),
                (
                    "closed_why",
                    models.CharField(blank=True, max_length=200, verbose_name="why not"),
                ),
                ("keep_until", models.DateField(verbose_name="kept until")),
            ],
            options={
                "ordering": ["-received_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationEnd",
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
                            ("delete", "Delete it, once it is confirmed"),
                            ("keep", "Keep it longer, until a day"),
                            ("hold", "Legal hold: keep it until the hold is lifted"),
                        ],
                        max_length=6,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("until", models.DateField(blank=True, null=True, verbose_name="keep until")),
                ("proposed_on", models.DateField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["proposed_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationEvent",
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
                ("child", models.CharField(max_length=60, verbose_name="child’s name or initials")),
                (
                    "year_group",
                    models.CharField(
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
                        verbose_name="year group to join",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="school or setting now"
                    ),
                ),
                ("council", models.CharField(max_length=100)),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="the council’s reference"
                    ),
                ),
                (
                    "coordinator",
                    models.CharField(blank=True, max_length=150, verbose_name="whom to answer"),
                ),
                (
                    "needs",
                    models.TextField(blank=True, verbose_name="what the draft plan asks of us"),
                ),
                ("received_on", models.DateField(verbose_name="received on")),
                (
                    "received_how",
                    models.CharField(
                        choices=[
                            ("email", "An e-mail that confirms it"),
                            ("portal", "The council’s portal"),
                            ("letter", "The council’s letter names the day"),
                            ("recorded", "Recorded delivery"),
                            ("hand", "Handed in, with a receipt"),
                        ],
                        max_length=8,
                        verbose_name="came by",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meets", "We can meet the child’s needs"),
                            ("with", "We can meet the child’s needs, with what we say below"),
                            ("objects", "We object, on a ground of the law"),
                        ],
                        max_length=7,
                        verbose_name="our answer",
                    ),
                ),
                (
                    "grounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "unsuitable",
                                    "The school is unsuitable for the child’s age, ability, aptitude or special educational needs",
                                ),
                                (
                                    "others",
                                    "The child’s attendance would be incompatible with the efficient education of others",
                                ),
                                (
                                    "resources",
                                    "The child’s attendance would be incompatible with the efficient use of resources",
                                ),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "unsuitable",
                    models.TextField(blank=True, verbose_name="why the school is unsuitable"),
                ),
                (
                    "others",
                    models.TextField(blank=True, verbose_name="effect on the education of others"),
                ),
                ("resources", models.TextField(blank=True, verbose_name="effect on resources")),
                (
                    "steps",
                    models.TextField(
                        blank=True, verbose_name="steps looked at, and why none is reasonable"
                    ),
                ),
                (
                    "comments",
                    models.TextField(blank=True, verbose_name="what else the council should know"),
                ),
                ("premises", models.TextField(blank=True, verbose_name="rooms and premises")),
                ("facts", models.JSONField(blank=True, default=dict)),
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "closed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="no answer is needed since"
                    ),
                ),
                (
                    "closed_why",
                    models.CharField(blank=True, max_length=200, verbose_name="why not"),
                ),
                ("keep_until", models.DateField(verbose_name="kept until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationReply",
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
                    "how",
                    models.CharField(
                        choices=[
                            ("email", "By secure e-mail"),
                            ("portal", "On the council’s portal"),
                            ("post", "By post"),
                        ],
                        max_length=6,
                    ),
                ),
                ("gone_on", models.DateField()),
                ("content", models.JSONField()),
                ("pdf", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("signed_by", models.CharField(max_length=150)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "verbose_name_plural": "consultation replies",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CouncilTalk",
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
                    "milestone",
                    models.CharField(
                        choices=[
                            ("request", "The request"),
                            ("decision", "Decision whether to assess"),
                            ("advice", "Advice"),
                            ("draft", "Draft plan"),
                            ("no_plan", "Word that there will be no plan"),
                            ("comments", "The parents’ fifteen days"),
                            ("final", "Final plan"),
                            ("appeal", "Mediation and appeal"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField(verbose_name="spoken on")),
                ("who", models.CharField(max_length=150, verbose_name="with whom")),
                (
                    "words",
                    models.CharField(blank=True, max_length=500, verbose_name="what was said"),
                ),
                ("next_on", models.DateField(verbose_name="ask again on")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EhcPlan",
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
                ("local_authority", models.CharField(max_length=100)),
                ("made_on", models.DateField(verbose_name="date first issued")),
                (
                    "coordinator",
                    models.CharField(blank=True, max_length=150, verbose_name="EHCP co-ordinator"),
                ),
                (
                    "hours_per_week",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "other_provision",
                    models.TextField(blank=True, verbose_name="other Section F provision"),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ceased", "The local authority ceased it"),
                            ("moved", "The child moved"),
                            ("correction", "Entered by mistake"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name": "EHC plan",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EhcPlanEvent",
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
                ("local_authority", models.CharField(max_length=100)),
                ("made_on", models.DateField(verbose_name="date first issued")),
                (
                    "coordinator",
                    models.CharField(blank=True, max_length=150, verbose_name="EHCP co-ordinator"),
                ),
                (
                    "hours_per_week",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "other_provision",
                    models.TextField(blank=True, verbose_name="other Section F provision"),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ceased", "The local authority ceased it"),
                            ("moved", "The child moved"),
                            ("correction", "Entered by mistake"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FederationMap",
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
                            ("form", "A council’s form for a needs assessment"),
                            ("paper", "Order of the papers of annual reviews"),
                        ],
                        max_length=5,
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("content", models.JSONField()),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "ordering": ["kind", "code", "-number"],
            },
        ),
        migrations.CreateModel(
            name="FormAnswer",
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
                ("question", models.SlugField(db_index=False, max_length=40)),
                ("text", models.TextField(verbose_name="answer")),
                ("record_digest", models.CharField(blank=True, max_length=64)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FormAnswerEvent",
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
                ("question", models.SlugField(db_index=False, max_length=40)),
                ("text", models.TextField(verbose_name="answer")),
                ("record_digest", models.CharField(blank=True, max_length=64)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NeedsAssessment",
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
                    "requested_by",
                    models.CharField(
                        choices=[
                            ("school", "The school"),
                            ("parent", "A parent"),
                            ("young", "The young person"),
                        ],
                        max_length=6,
                        verbose_name="asked by",
                    ),
                ),
                ("requested_on", models.DateField(verbose_name="request sent on")),
                ("local_authority", models.CharField(max_length=100, verbose_name="council")),
                (
                    "coordinator",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="co-ordinator at the council"
                    ),
                ),
                ("reasons", models.TextField(blank=True, verbose_name="why it was asked for")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="reached the council on"),
                ),
                (
                    "received_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("email", "An e-mail that confirms it"),
                            ("portal", "The council’s portal"),
                            ("letter", "The council’s letter names the day"),
                            ("recorded", "Recorded delivery"),
                            ("hand", "Handed in, with a receipt"),
                        ],
                        max_length=8,
                        verbose_name="proof",
                    ),
                ),
                (
                    "received_ref",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="reference of the proof"
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the decision letter"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("assess", "It will assess"), ("refuse", "It will not assess")],
                        max_length=6,
                    ),
                ),
                (
                    "decision_reasons",
                    models.TextField(blank=True, verbose_name="reasons that the council gives"),
                ),
                (
                    "draft_served_on",
                    models.DateField(blank=True, null=True, verbose_name="draft plan served on"),
                ),
                (
                    "no_plan_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="date of the letter that there is no plan",
                    ),
                ),
                (
                    "no_plan_reasons",
                    models.TextField(blank=True, verbose_name="reasons for no plan"),
                ),
                (
                    "final_plan_on",
                    models.DateField(blank=True, null=True, verbose_name="date of the final plan"),
                ),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was withdrawn"
                    ),
                ),
            ],
            options={
                "ordering": ["-requested_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NeedsAssessmentEvent",
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
                    "requested_by",
                    models.CharField(
                        choices=[
                            ("school", "The school"),
                            ("parent", "A parent"),
                            ("young", "The young person"),
                        ],
                        max_length=6,
                        verbose_name="asked by",
                    ),
                ),
                ("requested_on", models.DateField(verbose_name="request sent on")),
                ("local_authority", models.CharField(max_length=100, verbose_name="council")),
                (
                    "coordinator",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="co-ordinator at the council"
                    ),
                ),
                ("reasons", models.TextField(blank=True, verbose_name="why it was asked for")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="reached the council on"),
                ),
                (
                    "received_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("email", "An e-mail that confirms it"),
                            ("portal", "The council’s portal"),
                            ("letter", "The council’s letter names the day"),
                            ("recorded", "Recorded delivery"),
                            ("hand", "Handed in, with a receipt"),
                        ],
                        max_length=8,
                        verbose_name="proof",
                    ),
                ),
                (
                    "received_ref",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="reference of the proof"
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the decision letter"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("assess", "It will assess"), ("refuse", "It will not assess")],
                        max_length=6,
                    ),
                ),
                (
                    "decision_reasons",
                    models.TextField(blank=True, verbose_name="reasons that the council gives"),
                ),
                (
                    "draft_served_on",
                    models.DateField(blank=True, null=True, verbose_name="draft plan served on"),
                ),
                (
                    "no_plan_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="date of the letter that there is no plan",
                    ),
                ),
                (
                    "no_plan_reasons",
                    models.TextField(blank=True, verbose_name="reasons for no plan"),
                ),
                (
                    "final_plan_on",
                    models.DateField(blank=True, null=True, verbose_name="date of the final plan"),
                ),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it was withdrawn"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartWriter",
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
                ("since", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanAppeal",
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
                    "about",
                    models.CharField(
                        choices=[
                            ("refused", "The council will not assess"),
                            ("no_plan", "The council will not make a plan"),
                            ("content", "What the plan says (sections B, F, I)"),
                            ("amended", "What the amended plan says (sections B, F, I)"),
                            ("same", "The council will not change the plan"),
                            ("ceased", "The council ceases the plan"),
                        ],
                        max_length=7,
                        verbose_name="about",
                    ),
                ),
                ("letter_on", models.DateField(verbose_name="date on the council’s letter")),
                (
                    "adviser_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parent told the mediation adviser on"
                    ),
                ),
                (
                    "wants_mediation",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="the parent wants mediation"
                    ),
                ),
                (
                    "mediation_on",
                    models.DateField(blank=True, null=True, verbose_name="mediation held on"),
                ),
                (
                    "certificate_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the mediation certificate"
                    ),
                ),
                (
                    "lodged_on",
                    models.DateField(blank=True, null=True, verbose_name="appeal lodged on"),
                ),
                (
                    "unopposed_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="council told the Tribunal that it does not oppose",
                    ),
                ),
                (
                    "hearing_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the hearing"),
                ),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("assess", "Assess the child"),
                            ("make", "Make a plan"),
                            ("amend", "Amend the plan (sections B and F)"),
                            ("name", "Change the school that is named"),
                            ("keep", "Keep the plan"),
                            ("none", "Appeal dismissed: no order"),
                        ],
                        max_length=6,
                        verbose_name="what the Tribunal ordered",
                    ),
                ),
                (
                    "order_on",
                    models.DateField(blank=True, null=True, verbose_name="date of the order"),
                ),
                (
                    "obeyed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="council did what it had to on"
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="parents ended it on"),
                ),
            ],
            options={
                "ordering": ["letter_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanAppealEvent",
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
                    "about",
                    models.CharField(
                        choices=[
                            ("refused", "The council will not assess"),
                            ("no_plan", "The council will not make a plan"),
                            ("content", "What the plan says (sections B, F, I)"),
                            ("amended", "What the amended plan says (sections B, F, I)"),
                            ("same", "The council will not change the plan"),
                            ("ceased", "The council ceases the plan"),
                        ],
                        max_length=7,
                        verbose_name="about",
                    ),
                ),
                ("letter_on", models.DateField(verbose_name="date on the council’s letter")),
                (
                    "adviser_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parent told the mediation adviser on"
                    ),
                ),
                (
                    "wants_mediation",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="the parent wants mediation"
                    ),
                ),
                (
                    "mediation_on",
                    models.DateField(blank=True, null=True, verbose_name="mediation held on"),
                ),
                (
                    "certificate_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the mediation certificate"
                    ),
                ),
                (
                    "lodged_on",
                    models.DateField(blank=True, null=True, verbose_name="appeal lodged on"),
                ),
                (
                    "unopposed_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="council told the Tribunal that it does not oppose",
                    ),
                ),
                (
                    "hearing_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the hearing"),
                ),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("assess", "Assess the child"),
                            ("make", "Make a plan"),
                            ("amend", "Amend the plan (sections B and F)"),
                            ("name", "Change the school that is named"),
                            ("keep", "Keep the plan"),
                            ("none", "Appeal dismissed: no order"),
                        ],
                        max_length=6,
                        verbose_name="what the Tribunal ordered",
                    ),
                ),
                (
                    "order_on",
                    models.DateField(blank=True, null=True, verbose_name="date of the order"),
                ),
                (
                    "obeyed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="council did what it had to on"
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="parents ended it on"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
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
            ],
            options={
                "ordering": ["section", "position", "id"],
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
            ],
            options={
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
            ],
            options={
                "abstract": False,
            },
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProposedReview",
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
                            ("annual", "Annual review"),
                            ("phase_transfer", "Phase-transfer review"),
                            ("early", "Early review"),
                            ("interim", "Interim meeting (does not count as a review)"),
                        ],
                        default="annual",
                        max_length=14,
                    ),
                ),
                ("earliest_on", models.DateField()),
                ("latest_on", models.DateField()),
                ("legal_on", models.DateField()),
                (
                    "meeting_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the meeting"),
                ),
                (
                    "starts_at",
                    models.TimeField(blank=True, null=True, verbose_name="time of the meeting"),
                ),
                ("is_locked", models.BooleanField(default=False, verbose_name="locked")),
                (
                    "wish_weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (0, "Mondays"),
                                (1, "Tuesdays"),
                                (2, "Wednesdays"),
                                (3, "Thursdays"),
                                (4, "Fridays"),
                            ]
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "wish_not_on",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list
                    ),
                ),
                ("conflict", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewCalendar",
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
                    "most_a_day",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(8),
                        ],
                    ),
                ),
                (
                    "most_a_week",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(30),
                        ],
                    ),
                ),
                (
                    "rooms",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                    ),
                ),
                (
                    "slots",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        default=ehcp.models.calendar.usual_slots,
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=60,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(180),
                        ],
                    ),
                ),
                (
                    "weeks_ahead",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                    ),
                ),
                (
                    "weeks_to_prepare",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                    ),
                ),
                (
                    "slack_weeks",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                    ),
                ),
                ("papers_in_term", models.BooleanField(default=True)),
                (
                    "even",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "slack",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "siblings",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=30,
                    ),
                ),
                (
                    "wishes",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=30,
                    ),
                ),
                (
                    "hoped",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "joined",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=30,
                    ),
                ),
                (
                    "travel",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=15,
                    ),
                ),
                (
                    "stable",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Not at all"),
                            (5, "A little"),
                            (15, "Some"),
                            (30, "Much"),
                            (60, "Very much"),
                        ],
                        default=30,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("planned_at", models.DateTimeField(blank=True, null=True)),
                ("figures", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewInvitee",
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
                            ("parent", "Parent"),
                            ("school", "Head teacher, or who comes for them"),
                            ("council", "Council’s SEND officer"),
                            ("health", "Health professional"),
                            ("care", "Council’s social care officer"),
                            ("other", "Somebody else who helps"),
                        ],
                        max_length=7,
                        verbose_name="as whom the law names them",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("email", "E-mail with a link"),
                            ("letter", "Letter"),
                            ("phone", "Phone"),
                            ("person", "In person"),
                            ("portal", "The council’s own system"),
                        ],
                        max_length=6,
                        verbose_name="how they were invited",
                    ),
                ),
                ("invited_on", models.DateField(blank=True, null=True)),
                (
                    "advice_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for advice on"),
                ),
                (
                    "sends_report",
                    models.BooleanField(
                        default=False, verbose_name="sends a report instead of coming"
                    ),
                ),
                (
                    "advice_received_on",
                    models.DateField(blank=True, null=True, verbose_name="advice received on"),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewInviteeEvent",
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
                            ("parent", "Parent"),
                            ("school", "Head teacher, or who comes for them"),
                            ("council", "Council’s SEND officer"),
                            ("health", "Health professional"),
                            ("care", "Council’s social care officer"),
                            ("other", "Somebody else who helps"),
                        ],
                        max_length=7,
                        verbose_name="as whom the law names them",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("email", "E-mail with a link"),
                            ("letter", "Letter"),
                            ("phone", "Phone"),
                            ("person", "In person"),
                            ("portal", "The council’s own system"),
                        ],
                        max_length=6,
                        verbose_name="how they were invited",
                    ),
                ),
                ("invited_on", models.DateField(blank=True, null=True)),
                (
                    "advice_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="asked for advice on"),
                ),
                (
                    "sends_report",
                    models.BooleanField(
                        default=False, verbose_name="sends a report instead of coming"
                    ),
                ),
                (
                    "advice_received_on",
                    models.DateField(blank=True, null=True, verbose_name="advice received on"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewMeeting",
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
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                        ],
                        max_length=5,
                        verbose_name="what the meeting recommends",
                    ),
                ),
                (
                    "finished_on",
                    models.DateField(blank=True, null=True, verbose_name="record finished on"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewMeetingEvent",
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
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                        ],
                        max_length=5,
                        verbose_name="what the meeting recommends",
                    ),
                ),
                (
                    "finished_on",
                    models.DateField(blank=True, null=True, verbose_name="record finished on"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewNote",
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
                            ("outcome", "An outcome"),
                            ("change", "A change that was agreed"),
                            ("line", "A line of the plan"),
                            ("difference", "A difference of opinion"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.TextField(blank=True, verbose_name="the plan’s words")),
                (
                    "progress",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("on_way", "Well on the way"),
                            ("some", "A little"),
                            ("none", "Not yet"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "onward",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep it"),
                            ("change", "Change it"),
                            ("end", "It has done its work"),
                        ],
                        max_length=6,
                        verbose_name="what becomes of it",
                    ),
                ),
                ("wording", models.TextField(blank=True, verbose_name="the new words")),
                (
                    "section",
                    models.CharField(
                        blank=True,
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
                (
                    "whose",
                    models.CharField(blank=True, max_length=150, verbose_name="whose opinion"),
                ),
                ("text", models.TextField(blank=True, verbose_name="what was said")),
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
                ("sitting", models.UUIDField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewNoteEvent",
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
                            ("outcome", "An outcome"),
                            ("change", "A change that was agreed"),
                            ("line", "A line of the plan"),
                            ("difference", "A difference of opinion"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.TextField(blank=True, verbose_name="the plan’s words")),
                (
                    "progress",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("on_way", "Well on the way"),
                            ("some", "A little"),
                            ("none", "Not yet"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "onward",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Keep it"),
                            ("change", "Change it"),
                            ("end", "It has done its work"),
                        ],
                        max_length=6,
                        verbose_name="what becomes of it",
                    ),
                ),
                ("wording", models.TextField(blank=True, verbose_name="the new words")),
                (
                    "section",
                    models.CharField(
                        blank=True,
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
                (
                    "whose",
                    models.CharField(blank=True, max_length=150, verbose_name="whose opinion"),
                ),
                ("text", models.TextField(blank=True, verbose_name="what was said")),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewPaper",
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
                            ("advice", "School’s report for the meeting"),
                            ("report", "Report of the meeting"),
                        ],
                        max_length=6,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("order", models.CharField(max_length=50, verbose_name="order of the parts")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("checked", "Checked, to be sent"),
                            ("sent", "Sent"),
                        ],
                        default="draft",
                        max_length=7,
                    ),
                ),
                ("started_on", models.DateField(verbose_name="begun on")),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("sent_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["kind", "-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewPaperEvent",
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
                            ("advice", "School’s report for the meeting"),
                            ("report", "Report of the meeting"),
                        ],
                        max_length=6,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("order", models.CharField(max_length=50, verbose_name="order of the parts")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("checked", "Checked, to be sent"),
                            ("sent", "Sent"),
                        ],
                        default="draft",
                        max_length=7,
                    ),
                ),
                ("started_on", models.DateField(verbose_name="begun on")),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("sent_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewPaperPart",
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
                ("key", models.CharField(max_length=20)),
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
                ("lines", models.JSONField(blank=True, default=list)),
                ("filled_on", models.DateField(verbose_name="filled from the record on")),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="lines left out",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="own words")),
                ("is_done", models.BooleanField(default=False, verbose_name="finished")),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("sittings", models.JSONField(blank=True, default=dict)),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="wanted by")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewPaperPartEvent",
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
                ("key", models.CharField(max_length=20)),
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
                ("lines", models.JSONField(blank=True, default=list)),
                ("filled_on", models.DateField(verbose_name="filled from the record on")),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="lines left out",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="own words")),
                ("is_done", models.BooleanField(default=False, verbose_name="finished")),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="wanted by")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewTalk",
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
                    "about",
                    models.CharField(
                        choices=[
                            ("decision", "The decision after the review"),
                            ("final", "The final amended plan"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField(verbose_name="spoken on")),
                ("who", models.CharField(max_length=150, verbose_name="with whom")),
                (
                    "words",
                    models.CharField(blank=True, max_length=500, verbose_name="what was said"),
                ),
                ("next_on", models.DateField(verbose_name="ask again on")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewTask",
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
                            ("set_up", "Set time and place, and who leads the meeting"),
                            ("ask", "Ask everybody for their advice and views"),
                            ("child", "Hear what the child thinks"),
                            ("chase", "Have everybody’s advice in"),
                            ("invite", "Invite everybody whom the law names"),
                            ("circulate", "Send everybody’s advice round"),
                            ("meet", "Hold the meeting"),
                            ("report", "Send the report"),
                            ("decide", "Decide, and send any proposed amendments"),
                            ("comment", "Comment on the proposed amendments"),
                            ("final", "Send the final amended plan"),
                        ],
                        max_length=9,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewTaskEvent",
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
                            ("set_up", "Set time and place, and who leads the meeting"),
                            ("ask", "Ask everybody for their advice and views"),
                            ("child", "Hear what the child thinks"),
                            ("chase", "Have everybody’s advice in"),
                            ("invite", "Invite everybody whom the law names"),
                            ("circulate", "Send everybody’s advice round"),
                            ("meet", "Hold the meeting"),
                            ("report", "Send the report"),
                            ("decide", "Decide, and send any proposed amendments"),
                            ("comment", "Comment on the proposed amendments"),
                            ("final", "Send the final amended plan"),
                        ],
                        max_length=9,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolMap",
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
                            ("form", "A council’s form for a needs assessment"),
                            ("paper", "Order of the papers of annual reviews"),
                        ],
                        max_length=5,
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("content", models.JSONField()),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "written_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "ordering": ["kind", "code", "-number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SentPaper",
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
                ("gone_on", models.DateField()),
                ("content", models.JSONField()),
                ("pdf", models.BinaryField()),
                ("word", models.BinaryField()),
                ("digest", models.CharField(max_length=64, verbose_name="hash of the PDF")),
                (
                    "word_digest",
                    models.CharField(max_length=64, verbose_name="hash of the Word file"),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StatedDay",
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
                    "milestone",
                    models.CharField(
                        choices=[
                            ("request", "The request"),
                            ("decision", "Decision whether to assess"),
                            ("advice", "Advice"),
                            ("draft", "Draft plan"),
                            ("no_plan", "Word that there will be no plan"),
                            ("comments", "The parents’ fifteen days"),
                            ("final", "Final plan"),
                            ("appeal", "Mediation and appeal"),
                        ],
                        max_length=8,
                    ),
                ),
                ("day", models.DateField(verbose_name="day that the council names")),
                ("reason", models.CharField(max_length=300, verbose_name="reason that it gives")),
                ("said_by", models.CharField(max_length=150, verbose_name="who said it")),
                ("said_on", models.DateField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "ordering": ["said_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdviceAsked",
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
                    "body",
                    models.CharField(
                        choices=[
                            ("school", "Our school"),
                            ("parent", "The parents"),
                            ("psych", "Educational psychologist"),
                            ("health", "Health"),
                            ("care", "Social care"),
                            ("other", "Somebody else"),
                        ],
                        max_length=6,
                        verbose_name="asked of",
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=150, verbose_name="name")),
                ("asked_on", models.DateField(verbose_name="council asked on")),
                ("received_on", models.DateField(verbose_name="request received on")),
                (
                    "given_on",
                    models.DateField(blank=True, null=True, verbose_name="advice sent on"),
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
                    "writer",
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
                "verbose_name_plural": "advice asked",
                "ordering": ["received_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdviceAskedEvent",
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
                    "body",
                    models.CharField(
                        choices=[
                            ("school", "Our school"),
                            ("parent", "The parents"),
                            ("psych", "Educational psychologist"),
                            ("health", "Health"),
                            ("care", "Social care"),
                            ("other", "Somebody else"),
                        ],
                        max_length=6,
                        verbose_name="asked of",
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=150, verbose_name="name")),
                ("asked_on", models.DateField(verbose_name="council asked on")),
                ("received_on", models.DateField(verbose_name="request received on")),
                (
                    "given_on",
                    models.DateField(blank=True, null=True, verbose_name="advice sent on"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.adviceasked",
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
                    "writer",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnnualReview",
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
                            ("annual", "Annual review"),
                            ("phase_transfer", "Phase-transfer review"),
                            ("early", "Early review"),
                            ("interim", "Interim meeting (does not count as a review)"),
                        ],
                        default="annual",
                        max_length=14,
                    ),
                ),
                ("meeting_on", models.DateField()),
                ("is_held", models.BooleanField(default=True, verbose_name="the meeting was held")),
                ("invited_on", models.DateField(blank=True, null=True)),
                ("advice_sent_on", models.DateField(blank=True, null=True)),
                ("report_sent_on", models.DateField(blank=True, null=True)),
                (
                    "decided_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the decision letter"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("maintain", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                            ("unknown", "Decided, the letter does not say here"),
                        ],
                        max_length=8,
                    ),
                ),
                ("amendment_notice_on", models.DateField(blank=True, null=True)),
                ("final_plan_on", models.DateField(blank=True, null=True)),
                ("confirmed_for_transfer_on", models.DateField(blank=True, null=True)),
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
                "ordering": ["-meeting_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnnualReviewEvent",
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
                            ("annual", "Annual review"),
                            ("phase_transfer", "Phase-transfer review"),
                            ("early", "Early review"),
                            ("interim", "Interim meeting (does not count as a review)"),
                        ],
                        default="annual",
                        max_length=14,
                    ),
                ),
                ("meeting_on", models.DateField()),
                ("is_held", models.BooleanField(default=True, verbose_name="the meeting was held")),
                ("invited_on", models.DateField(blank=True, null=True)),
                ("advice_sent_on", models.DateField(blank=True, null=True)),
                ("report_sent_on", models.DateField(blank=True, null=True)),
                (
                    "decided_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of the decision letter"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("maintain", "Keep the plan as it is"),
                            ("amend", "Amend the plan"),
                            ("cease", "Cease the plan"),
                            ("unknown", "Decided, the letter does not say here"),
                        ],
                        max_length=8,
                    ),
                ),
                ("amendment_notice_on", models.DateField(blank=True, null=True)),
                ("final_plan_on", models.DateField(blank=True, null=True)),
                ("confirmed_for_transfer_on", models.DateField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.annualreview",
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
            name="AssessmentPaper",
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
                    "milestone",
                    models.CharField(
                        choices=[
                            ("request", "The request"),
                            ("decision", "Decision whether to assess"),
                            ("advice", "Advice"),
                            ("draft", "Draft plan"),
                            ("no_plan", "Word that there will be no plan"),
                            ("comments", "The parents’ fifteen days"),
                            ("final", "Final plan"),
                            ("appeal", "Mediation and appeal"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="assessmentpaper",
            name="document",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="pupils.document",
            ),
        ),
        migrations.AddField(
            model_name="assessmentpaper",
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
            model_name="calendarattendance",
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
            model_name="calendarperson",
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
            model_name="calendarattendance",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendances",
                to="ehcp.calendarperson",
            ),
        ),
        migrations.AddField(
            model_name="claimedexception",
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
            model_name="claimedexception",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="claimedexceptionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.claimedexception",
            ),
        ),
        migrations.AddField(
            model_name="claimedexceptionevent",
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
            model_name="claimedexceptionevent",
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
            model_name="consultation",
            name="pupil",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="consultations",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
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
            model_name="consultation",
            name="signed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationend",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationend",
            name="consultation",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ends",
                to="ehcp.consultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationend",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationend",
            name="proposed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationend",
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
            model_name="consultationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.consultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationevent",
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
            model_name="consultationevent",
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
            model_name="consultationevent",
            name="signed_by",
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
            model_name="consultationreply",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationreply",
            name="consultation",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="replies",
                to="ehcp.consultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationreply",
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
            model_name="counciltalk",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="counciltalk",
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
            model_name="ehcplan",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ehc_plans",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="ehcplan",
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
            model_name="calendarattendance",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendances",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="annualreviewevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="annualreview",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="ehcplanevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="ehcplanevent",
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
            model_name="ehcplanevent",
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
            model_name="federationmap",
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
            model_name="federationmap",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="formanswer",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="form_answers",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="formanswer",
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
            model_name="formanswer",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="formanswerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.formanswer",
            ),
        ),
        migrations.AddField(
            model_name="formanswerevent",
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
            model_name="formanswerevent",
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
            model_name="formanswerevent",
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
            model_name="needsassessment",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="assessments",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="needsassessment",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="needs_assessments",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="needsassessment",
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
            model_name="needsassessment",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="formanswerevent",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="formanswer",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="counciltalk",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="talks",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="claimedexceptionevent",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="claimedexception",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="exceptions",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="assessmentpaper",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="papers",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="adviceaskedevent",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="adviceasked",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="advice",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="needsassessmentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="needsassessmentevent",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="needsassessmentevent",
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
            model_name="needsassessmentevent",
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
            model_name="needsassessmentevent",
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
            model_name="partwriter",
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
            model_name="partwriter",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appeals",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appeals",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="pupil",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="plan_appeals",
                to="pupils.pupil",
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
            name="review",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appeals",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="planappeal",
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
            model_name="planappealevent",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.planappeal",
            ),
        ),
        migrations.AddField(
            model_name="planappealevent",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planappealevent",
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
            model_name="planappealevent",
            name="review",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="planappealevent",
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
            model_name="planline",
            name="need",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pupils.need",
            ),
        ),
        migrations.AddField(
            model_name="planline",
            name="outcome",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="provision.outcome",
            ),
        ),
        migrations.AddField(
            model_name="planline",
            name="promise",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="provision.promise",
            ),
        ),
        migrations.AddField(
            model_name="planline",
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
            model_name="planlineevent",
            name="need",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.need",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
            name="outcome",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.outcome",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.planline",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
            name="promise",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.promise",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
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
            model_name="planlink",
            name="line",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="links",
                to="ehcp.planline",
            ),
        ),
        migrations.AddField(
            model_name="planlink",
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
            model_name="planlink",
            name="to",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="ehcp.planline",
            ),
        ),
        migrations.AddField(
            model_name="planmove",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="moves",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planmove",
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
            model_name="planmoveevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.planmove",
            ),
        ),
        migrations.AddField(
            model_name="planmoveevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planmoveevent",
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
            model_name="planterms",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="terms",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planterms",
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
            model_name="plantermsevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.planterms",
            ),
        ),
        migrations.AddField(
            model_name="plantermsevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="plantermsevent",
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
            model_name="planversion",
            name="checked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planversion",
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
            model_name="planversion",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="versions",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planversion",
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
            model_name="planlineevent",
            name="version",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.planversion",
            ),
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
        migrations.AddField(
            model_name="planversionevent",
            name="checked_by",
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
            model_name="planversionevent",
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
            model_name="planversionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.planversion",
            ),
        ),
        migrations.AddField(
            model_name="planversionevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="planversionevent",
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
            model_name="proposedreview",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="proposals",
                to="ehcp.ehcplan",
            ),
        ),
        migrations.AddField(
            model_name="proposedreview",
            name="review",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="proposals",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="proposedreview",
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
            model_name="reviewcalendar",
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
            model_name="reviewinvitee",
            name="guest",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="pupils.meetinginvitee",
            ),
        ),
        migrations.AddField(
            model_name="reviewinvitee",
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
            model_name="reviewinviteeevent",
            name="guest",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.meetinginvitee",
            ),
        ),
        migrations.AddField(
            model_name="reviewinviteeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.reviewinvitee",
            ),
        ),
        migrations.AddField(
            model_name="reviewinviteeevent",
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
            model_name="reviewmeeting",
            name="finished_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reviewmeeting",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="pupils.meeting",
            ),
        ),
        migrations.AddField(
            model_name="reviewmeeting",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="meetings",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="reviewmeeting",
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
            model_name="reviewinviteeevent",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.reviewmeeting",
            ),
        ),
        migrations.AddField(
            model_name="reviewinvitee",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitees",
                to="ehcp.reviewmeeting",
            ),
        ),
        migrations.AddField(
            model_name="reviewmeetingevent",
            name="finished_by",
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
            model_name="reviewmeetingevent",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.meeting",
            ),
        ),
        migrations.AddField(
            model_name="reviewmeetingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.reviewmeeting",
            ),
        ),
        migrations.AddField(
            model_name="reviewmeetingevent",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="reviewmeetingevent",
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
            model_name="reviewnote",
            name="line",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ehcp.planline",
            ),
        ),
        migrations.AddField(
            model_name="reviewnote",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notes",
                to="ehcp.reviewmeeting",
            ),
        ),
        migrations.AddField(
            model_name="reviewnote",
            name="outcome",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="provision.outcome",
            ),
        ),
        migrations.AddField(
            model_name="reviewnote",
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
            model_name="reviewnote",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reviewnoteevent",
            name="line",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.planline",
            ),
        ),
        migrations.AddField(
            model_name="reviewnoteevent",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.reviewmeeting",
            ),
        ),
        migrations.AddField(
            model_name="reviewnoteevent",
            name="outcome",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.outcome",
            ),
        ),
        migrations.AddField(
            model_name="reviewnoteevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.reviewnote",
            ),
        ),
        migrations.AddField(
            model_name="reviewnoteevent",
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
            model_name="reviewnoteevent",
            name="written_by",
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
            model_name="reviewpaper",
            name="checked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reviewpaper",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="papers",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="reviewpaper",
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
            model_name="reviewpaper",
            name="started_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reviewpaperevent",
            name="checked_by",
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
            model_name="reviewpaperevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.reviewpaper",
            ),
        ),
        migrations.AddField(
            model_name="reviewpaperevent",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="reviewpaperevent",
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
            model_name="reviewpaperevent",
            name="started_by",
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
            model_name="reviewpaperpart",
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
            model_name="reviewpaperpart",
            name="paper",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parts",
                to="ehcp.reviewpaper",
            ),
        ),
        migrations.AddField(
            model_name="reviewpaperpart",
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
            model_name="reviewpaperpart",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partwriter",
            name="part",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="writers",
                to="ehcp.reviewpaperpart",
            ),
        ),
        migrations.AddField(
            model_name="reviewpaperpartevent",
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
        migrations.AddField(
            model_name="reviewpaperpartevent",
            name="paper",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.reviewpaper",
            ),
        ),
        migrations.AddField(
            model_name="reviewpaperpartevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.reviewpaperpart",
            ),
        ),
        migrations.AddField(
            model_name="reviewpaperpartevent",
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
            model_name="reviewpaperpartevent",
            name="written_by",
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
            model_name="reviewtalk",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reviewtalk",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="talks",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="reviewtalk",
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
            model_name="reviewtask",
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
            model_name="reviewtask",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tasks",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="reviewtask",
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
            model_name="reviewtaskevent",
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
        migrations.AddField(
            model_name="reviewtaskevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="ehcp.reviewtask",
            ),
        ),
        migrations.AddField(
            model_name="reviewtaskevent",
            name="review",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcp.annualreview",
            ),
        ),
        migrations.AddField(
            model_name="reviewtaskevent",
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
            model_name="schoolmap",
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
            model_name="schoolmap",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sentpaper",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sentpaper",
            name="paper",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sent",
                to="ehcp.reviewpaper",
            ),
        ),
        migrations.AddField(
            model_name="sentpaper",
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
            model_name="statedday",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="stated",
                to="ehcp.needsassessment",
            ),
        ),
        migrations.AddField(
            model_name="statedday",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="statedday",
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
            model_name="calendarperson",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_calendarperson_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarperson",
            constraint=models.UniqueConstraint(
                fields=("school", "kind", "name"), name="ehcp_calendar_person_once"
            ),
        ),
        migrations.AddIndex(
            model_name="consultation",
            index=models.Index(fields=["school", "pupil"], name="ehcp_consultation_pupil"),
        ),
        migrations.AddIndex(
            model_name="consultation",
            index=models.Index(fields=["school", "-received_on"], name="ehcp_consultation_by_day"),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_consultation_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="ehcp_consultation_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signed_by", None), ("signed_on", None)),
                    models.Q(
                        ("signed_on__gte", models.F("received_on")),
                        ("signed_by__isnull", False),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_consultation_signed_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on", None), ("closed_why", "")),
                    models.Q(
                        ("closed_on__gte", models.F("received_on")),
                        models.Q(("closed_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_consultation_closed_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(("keep_until__gte", models.F("received_on"))),
                name="ehcp_consultation_kept_after",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_consultationevent" ("answer", "child", "closed_on", "closed_why", "comments", "coordinator", "council", "facts", "grounds", "id", "keep_until", "needs", "others", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premises", "pupil_id", "received_how", "received_on", "reference", "resources", "school_id", "setting", "signed_by_id", "signed_on", "steps", "unsuitable", "year_group") VALUES (NEW."answer", NEW."child", NEW."closed_on", NEW."closed_why", NEW."comments", NEW."coordinator", NEW."council", NEW."facts", NEW."grounds", NEW."id", NEW."keep_until", NEW."needs", NEW."others", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."premises", NEW."pupil_id", NEW."received_how", NEW."received_on", NEW."reference", NEW."resources", NEW."school_id", NEW."setting", NEW."signed_by_id", NEW."signed_on", NEW."steps", NEW."unsuitable", NEW."year_group"); RETURN NULL;',
                    hash="b02b25710a3d038cfbe03c2318d30bf8c827850b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cb61b",
                    table="ehcp_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_consultationevent" ("answer", "child", "closed_on", "closed_why", "comments", "coordinator", "council", "facts", "grounds", "id", "keep_until", "needs", "others", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premises", "pupil_id", "received_how", "received_on", "reference", "resources", "school_id", "setting", "signed_by_id", "signed_on", "steps", "unsuitable", "year_group") VALUES (NEW."answer", NEW."child", NEW."closed_on", NEW."closed_why", NEW."comments", NEW."coordinator", NEW."council", NEW."facts", NEW."grounds", NEW."id", NEW."keep_until", NEW."needs", NEW."others", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."premises", NEW."pupil_id", NEW."received_how", NEW."received_on", NEW."reference", NEW."resources", NEW."school_id", NEW."setting", NEW."signed_by_id", NEW."signed_on", NEW."steps", NEW."unsuitable", NEW."year_group"); RETURN NULL;',
                    hash="4d42ea497e3d1a807a39598eff407acefbdecbf6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_992ef",
                    table="ehcp_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_consultationevent" ("answer", "child", "closed_on", "closed_why", "comments", "coordinator", "council", "facts", "grounds", "id", "keep_until", "needs", "others", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premises", "pupil_id", "received_how", "received_on", "reference", "resources", "school_id", "setting", "signed_by_id", "signed_on", "steps", "unsuitable", "year_group") VALUES (OLD."answer", OLD."child", OLD."closed_on", OLD."closed_why", OLD."comments", OLD."coordinator", OLD."council", OLD."facts", OLD."grounds", OLD."id", OLD."keep_until", OLD."needs", OLD."others", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."premises", OLD."pupil_id", OLD."received_how", OLD."received_on", OLD."reference", OLD."resources", OLD."school_id", OLD."setting", OLD."signed_by_id", OLD."signed_on", OLD."steps", OLD."unsuitable", OLD."year_group"); RETURN NULL;',
                    hash="06c121c4e1d0d3b35ae9f54e7ad17c7dc5b38349",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fe66c",
                    table="ehcp_consultation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="consultationend",
            index=models.Index(fields=["school", "consultation"], name="ehcp_consultationend_of"),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_consultationend_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "keep"), ("until__isnull", False)),
                    models.Q(models.Q(("kind", "keep"), _negated=True), ("until", None)),
                    _connector="OR",
                ),
                name="ehcp_consultationend_keep_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="ehcp_consultationend_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                    models.Q(
                        ("confirmed_at__isnull", False),
                        ("confirmed_by__isnull", False),
                        ("kind", "delete"),
                    ),
                    _connector="OR",
                ),
                name="ehcp_consultationend_confirmed_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by", None),
                    models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="ehcp_consultationend_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by", None), ("ended_on", None)),
                    models.Q(("ended_by__isnull", False), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="ehcp_consultationend_ended_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "consultation", name="ehcp_consultationend_consultation_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationend",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("school", "consultation"),
                name="ehcp_consultationend_one_live",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationreply",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_consultationreply_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationreply",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "consultation", name="ehcp_consultationreply_consultation_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationreply",
            constraint=models.UniqueConstraint(
                fields=("school", "consultation"), name="ehcp_consultationreply_one"
            ),
        ),
        migrations.AddIndex(
            model_name="ehcplan",
            index=models.Index(fields=["school", "pupil"], name="ehcp_plan_pupil"),
        ),
        migrations.AddConstraint(
            model_name="ehcplan",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_ehcplan_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ehcplan",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="ehcp_plan_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="ehcplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("school", "pupil"),
                name="ehcp_plan_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="ehcplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("made_on")), _connector="OR"
                ),
                name="ehcp_plan_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="ehcplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end_reason", ""), ("ended_on", None)),
                    models.Q(
                        ("ended_on__isnull", False), models.Q(("end_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="ehcp_plan_end_has_reason",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ehcplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_ehcplanevent" ("coordinator", "end_reason", "ended_on", "hours_per_week", "id", "local_authority", "made_on", "other_provision", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."coordinator", NEW."end_reason", NEW."ended_on", NEW."hours_per_week", NEW."id", NEW."local_authority", NEW."made_on", NEW."other_provision", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="605c6d6da5eea81dc818600b7679d39a15d980fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_98b85",
                    table="ehcp_ehcplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ehcplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_ehcplanevent" ("coordinator", "end_reason", "ended_on", "hours_per_week", "id", "local_authority", "made_on", "other_provision", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."coordinator", NEW."end_reason", NEW."ended_on", NEW."hours_per_week", NEW."id", NEW."local_authority", NEW."made_on", NEW."other_provision", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="a196fd20d937a73132a827d51119c98e0713f1f1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_13476",
                    table="ehcp_ehcplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ehcplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_ehcplanevent" ("coordinator", "end_reason", "ended_on", "hours_per_week", "id", "local_authority", "made_on", "other_provision", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (OLD."coordinator", OLD."end_reason", OLD."ended_on", OLD."hours_per_week", OLD."id", OLD."local_authority", OLD."made_on", OLD."other_provision", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id"); RETURN NULL;',
                    hash="f041bcfaf13218ccb4c751c0b6eb3d0f5a923d7c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9459d",
                    table="ehcp_ehcplan",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_calendarattendance_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "person", name="ehcp_attendance_person_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_attendance_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarattendance",
            constraint=models.UniqueConstraint(
                fields=("school", "person", "plan"), name="ehcp_attendance_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_annualreview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_review_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=models.UniqueConstraint(
                fields=("school", "plan", "meeting_on"), name="ehcp_review_meeting_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on", None), ("decision", "")),
                    models.Q(
                        ("decided_on__isnull", False), models.Q(("decision", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="ehcp_review_decision_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_on", None),
                    ("decided_on__gte", models.F("meeting_on")),
                    _connector="OR",
                ),
                name="ehcp_review_decided_after_meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_held", False)),
                fields=("school", "plan"),
                name="ehcp_review_one_planned",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_held", True),
                    models.Q(
                        ("amendment_notice_on", None),
                        ("confirmed_for_transfer_on", None),
                        ("decided_on", None),
                        ("final_plan_on", None),
                        ("report_sent_on", None),
                    ),
                    _connector="OR",
                ),
                name="ehcp_review_planned_has_no_results",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("report_sent_on", None),
                        ("report_sent_on__gte", models.F("meeting_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("amendment_notice_on", None),
                        ("amendment_notice_on__gte", models.F("meeting_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("final_plan_on", None),
                        ("final_plan_on__gte", models.F("meeting_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("confirmed_for_transfer_on", None),
                        ("confirmed_for_transfer_on__gte", models.F("meeting_on")),
                        _connector="OR",
                    ),
                ),
                name="ehcp_review_results_after_meeting",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annualreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_annualreviewevent" ("advice_sent_on", "amendment_notice_on", "confirmed_for_transfer_on", "decided_on", "decision", "final_plan_on", "id", "invited_on", "is_held", "kind", "meeting_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "report_sent_on", "school_id") VALUES (NEW."advice_sent_on", NEW."amendment_notice_on", NEW."confirmed_for_transfer_on", NEW."decided_on", NEW."decision", NEW."final_plan_on", NEW."id", NEW."invited_on", NEW."is_held", NEW."kind", NEW."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."report_sent_on", NEW."school_id"); RETURN NULL;',
                    hash="99e2da5e8fbdc422bb02333340a2d2f545de70da",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3a379",
                    table="ehcp_annualreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annualreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_annualreviewevent" ("advice_sent_on", "amendment_notice_on", "confirmed_for_transfer_on", "decided_on", "decision", "final_plan_on", "id", "invited_on", "is_held", "kind", "meeting_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "report_sent_on", "school_id") VALUES (NEW."advice_sent_on", NEW."amendment_notice_on", NEW."confirmed_for_transfer_on", NEW."decided_on", NEW."decision", NEW."final_plan_on", NEW."id", NEW."invited_on", NEW."is_held", NEW."kind", NEW."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."report_sent_on", NEW."school_id"); RETURN NULL;',
                    hash="cadd27749d4515f066260da721a201874fa8f522",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4be3",
                    table="ehcp_annualreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annualreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_annualreviewevent" ("advice_sent_on", "amendment_notice_on", "confirmed_for_transfer_on", "decided_on", "decision", "final_plan_on", "id", "invited_on", "is_held", "kind", "meeting_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "report_sent_on", "school_id") VALUES (OLD."advice_sent_on", OLD."amendment_notice_on", OLD."confirmed_for_transfer_on", OLD."decided_on", OLD."decision", OLD."final_plan_on", OLD."id", OLD."invited_on", OLD."is_held", OLD."kind", OLD."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."report_sent_on", OLD."school_id"); RETURN NULL;',
                    hash="0b8f507cea2ec8abe1b0d50b8c0dcd385eb9e7f2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_48850",
                    table="ehcp_annualreview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="federationmap",
            constraint=models.UniqueConstraint(
                fields=("federation", "kind", "code", "number"), name="ehcp_federationmap_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="needsassessment",
            index=models.Index(fields=["school", "pupil"], name="ehcp_needsassessment_pupil"),
        ),
        migrations.AddIndex(
            model_name="needsassessment",
            index=models.Index(fields=["school", "plan"], name="ehcp_needsassessment_plan"),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_needsassessment_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="ehcp_needsassessment_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_needsassessment_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("final_plan_on", None),
                    ("no_plan_on", None),
                    ("withdrawn_on", None),
                    models.Q(("decision", "refuse"), _negated=True),
                ),
                fields=("school", "pupil"),
                name="ehcp_needsassessment_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("received_how", ""), ("received_on", None)),
                    models.Q(
                        ("received_on__gte", models.F("requested_on")),
                        models.Q(("received_how", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_needsassessment_receipt_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on", None), ("decision", "")),
                    models.Q(
                        ("decided_on__gte", models.F("received_on")),
                        models.Q(("decision", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_needsassessment_decision_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("draft_served_on", None),
                    ("draft_served_on__gte", models.F("decided_on")),
                    _connector="OR",
                ),
                name="ehcp_needsassessment_draft_after_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("no_plan_on", None),
                    ("no_plan_on__gte", models.F("decided_on")),
                    _connector="OR",
                ),
                name="ehcp_needsassessment_no_plan_after_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("final_plan_on", None),
                    ("final_plan_on__gte", models.F("draft_served_on")),
                    _connector="OR",
                ),
                name="ehcp_needsassessment_final_after_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_on", None), ("withdrawn_why", "")),
                    models.Q(
                        ("withdrawn_on__gte", models.F("requested_on")),
                        models.Q(("withdrawn_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_needsassessment_withdrawn_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needsassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_needsassessmentevent" ("coordinator", "decided_on", "decision", "decision_reasons", "draft_served_on", "final_plan_on", "id", "local_authority", "no_plan_on", "no_plan_reasons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "reasons", "received_how", "received_on", "received_ref", "requested_by", "requested_on", "school_id", "withdrawn_on", "withdrawn_why", "written_by_id") VALUES (NEW."coordinator", NEW."decided_on", NEW."decision", NEW."decision_reasons", NEW."draft_served_on", NEW."final_plan_on", NEW."id", NEW."local_authority", NEW."no_plan_on", NEW."no_plan_reasons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."reasons", NEW."received_how", NEW."received_on", NEW."received_ref", NEW."requested_by", NEW."requested_on", NEW."school_id", NEW."withdrawn_on", NEW."withdrawn_why", NEW."written_by_id"); RETURN NULL;',
                    hash="0982c2024a0fd620ff50be7ca81af75304e965a2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_49a93",
                    table="ehcp_needsassessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needsassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_needsassessmentevent" ("coordinator", "decided_on", "decision", "decision_reasons", "draft_served_on", "final_plan_on", "id", "local_authority", "no_plan_on", "no_plan_reasons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "reasons", "received_how", "received_on", "received_ref", "requested_by", "requested_on", "school_id", "withdrawn_on", "withdrawn_why", "written_by_id") VALUES (NEW."coordinator", NEW."decided_on", NEW."decision", NEW."decision_reasons", NEW."draft_served_on", NEW."final_plan_on", NEW."id", NEW."local_authority", NEW."no_plan_on", NEW."no_plan_reasons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."reasons", NEW."received_how", NEW."received_on", NEW."received_ref", NEW."requested_by", NEW."requested_on", NEW."school_id", NEW."withdrawn_on", NEW."withdrawn_why", NEW."written_by_id"); RETURN NULL;',
                    hash="9b40461bb38b0d166e689ae25d1390f2a79d745e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88802",
                    table="ehcp_needsassessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needsassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_needsassessmentevent" ("coordinator", "decided_on", "decision", "decision_reasons", "draft_served_on", "final_plan_on", "id", "local_authority", "no_plan_on", "no_plan_reasons", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "reasons", "received_how", "received_on", "received_ref", "requested_by", "requested_on", "school_id", "withdrawn_on", "withdrawn_why", "written_by_id") VALUES (OLD."coordinator", OLD."decided_on", OLD."decision", OLD."decision_reasons", OLD."draft_served_on", OLD."final_plan_on", OLD."id", OLD."local_authority", OLD."no_plan_on", OLD."no_plan_reasons", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."pupil_id", OLD."reasons", OLD."received_how", OLD."received_on", OLD."received_ref", OLD."requested_by", OLD."requested_on", OLD."school_id", OLD."withdrawn_on", OLD."withdrawn_why", OLD."written_by_id"); RETURN NULL;',
                    hash="d2caa02e10936b338f090b5636cea4e204504e79",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35f78",
                    table="ehcp_needsassessment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="formanswer",
            index=models.Index(fields=["school", "assessment"], name="ehcp_formanswer_assessment"),
        ),
        migrations.AddConstraint(
            model_name="formanswer",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_formanswer_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="formanswer",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="ehcp_formanswer_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="formanswer",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="ehcp_formanswer_assessment_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="formanswer",
            constraint=models.UniqueConstraint(
                fields=("school", "pupil", "assessment", "question"),
                name="ehcp_formanswer_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="formanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="ehcp_formanswer_says_something",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_formanswerevent" ("assessment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "question", "record_digest", "school_id", "text", "written_at", "written_by_id") VALUES (NEW."assessment_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."question", NEW."record_digest", NEW."school_id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="8a2f84718148c1a5f96ba7b440581915380522e5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2e540",
                    table="ehcp_formanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_formanswerevent" ("assessment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "question", "record_digest", "school_id", "text", "written_at", "written_by_id") VALUES (NEW."assessment_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."question", NEW."record_digest", NEW."school_id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="47f17526a6e588c254e48c5e3d5b750b4390e22e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_691c1",
                    table="ehcp_formanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_formanswerevent" ("assessment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "question", "record_digest", "school_id", "text", "written_at", "written_by_id") VALUES (OLD."assessment_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."question", OLD."record_digest", OLD."school_id", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="c65aaa81631f3cd3e29f10bce95a5f1218141794",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e066f",
                    table="ehcp_formanswer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="counciltalk",
            index=models.Index(fields=["school", "assessment"], name="ehcp_counciltalk_of"),
        ),
        migrations.AddConstraint(
            model_name="counciltalk",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_counciltalk_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="counciltalk",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="ehcp_counciltalk_assessment_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="counciltalk",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_on__gt", models.F("on"))),
                name="ehcp_counciltalk_next_is_later",
            ),
        ),
        migrations.AddIndex(
            model_name="claimedexception",
            index=models.Index(fields=["school", "assessment"], name="ehcp_claimedexception_of"),
        ),
        migrations.AddConstraint(
            model_name="claimedexception",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_claimedexception_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="claimedexception",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="ehcp_claimedexception_assessment_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="claimedexception",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("away_from", None),
                    ("back_on", None),
                    ("back_on__gt", models.F("away_from")),
                    _connector="OR",
                ),
                name="ehcp_claimedexception_days_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimedexception",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_claimedexceptionevent" ("assessment_id", "away_from", "back_on", "claimed_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "words", "written_by_id") VALUES (NEW."assessment_id", NEW."away_from", NEW."back_on", NEW."claimed_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."words", NEW."written_by_id"); RETURN NULL;',
                    hash="8fadae3c6561929c9af6c24055767522e8d82d7a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7b7ed",
                    table="ehcp_claimedexception",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimedexception",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_claimedexceptionevent" ("assessment_id", "away_from", "back_on", "claimed_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "words", "written_by_id") VALUES (NEW."assessment_id", NEW."away_from", NEW."back_on", NEW."claimed_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."words", NEW."written_by_id"); RETURN NULL;',
                    hash="5131b2f4dff5151dfd05b34876243dc5803cd964",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_13208",
                    table="ehcp_claimedexception",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimedexception",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_claimedexceptionevent" ("assessment_id", "away_from", "back_on", "claimed_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "words", "written_by_id") VALUES (OLD."assessment_id", OLD."away_from", OLD."back_on", OLD."claimed_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."words", OLD."written_by_id"); RETURN NULL;',
                    hash="761573a8cb081af8b99d25903ebb8e388c1efc85",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b24b3",
                    table="ehcp_claimedexception",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="assessmentpaper",
            index=models.Index(fields=["school", "document"], name="ehcp_assessmentpaper_doc"),
        ),
        migrations.AddConstraint(
            model_name="assessmentpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_assessmentpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="ehcp_assessmentpaper_assessment_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "document", name="ehcp_assessmentpaper_document_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "assessment", "milestone", "document"),
                name="ehcp_assessmentpaper_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="adviceasked",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_adviceasked_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="adviceasked",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="ehcp_adviceasked_assessment_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="adviceasked",
            constraint=models.UniqueConstraint(
                fields=("school", "assessment", "body", "who"), name="ehcp_adviceasked_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="adviceasked",
            constraint=models.CheckConstraint(
                condition=models.Q(("received_on__gte", models.F("asked_on"))),
                name="ehcp_adviceasked_received_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="adviceasked",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_on", None), ("given_on__gte", models.F("asked_on")), _connector="OR"
                ),
                name="ehcp_adviceasked_given_after",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adviceasked",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_adviceaskedevent" ("asked_on", "assessment_id", "body", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "school_id", "who", "writer_id") VALUES (NEW."asked_on", NEW."assessment_id", NEW."body", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."received_on", NEW."school_id", NEW."who", NEW."writer_id"); RETURN NULL;',
                    hash="efea57c7980e52c69c21dbd62581ca9a6bfb757d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8a8d6",
                    table="ehcp_adviceasked",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adviceasked",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_adviceaskedevent" ("asked_on", "assessment_id", "body", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "school_id", "who", "writer_id") VALUES (NEW."asked_on", NEW."assessment_id", NEW."body", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."received_on", NEW."school_id", NEW."who", NEW."writer_id"); RETURN NULL;',
                    hash="540fdd596dc106d4cb37cd010470c362ffde1d08",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b6182",
                    table="ehcp_adviceasked",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adviceasked",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_adviceaskedevent" ("asked_on", "assessment_id", "body", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "school_id", "who", "writer_id") VALUES (OLD."asked_on", OLD."assessment_id", OLD."body", OLD."given_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."received_on", OLD."school_id", OLD."who", OLD."writer_id"); RETURN NULL;',
                    hash="4ecc866ebba181a3d11da0f606a516ea846faf5c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c3b5",
                    table="ehcp_adviceasked",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="planappeal",
            index=models.Index(fields=["school", "pupil"], name="ehcp_planappeal_pupil"),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_planappeal_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="ehcp_planappeal_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="ehcp_planappeal_assessment_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_planappeal_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_planappeal_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("about__in", ["refused", "no_plan", "content"]),
                        ("assessment__isnull", False),
                        ("plan", None),
                        ("review", None),
                    ),
                    models.Q(
                        ("about__in", ["content", "amended", "same", "ceased"]),
                        ("assessment", None),
                        ("plan__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ehcp_planappeal_of_request_or_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("assessment__isnull", False)),
                fields=("school", "assessment", "about"),
                name="ehcp_planappeal_of_request_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("review__isnull", False)),
                fields=("school", "plan", "review", "about"),
                name="ehcp_planappeal_of_review_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("plan__isnull", False), ("review", None)),
                fields=("school", "plan", "about", "letter_on"),
                name="ehcp_planappeal_of_letter_uniq",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("order", ""), ("order_on", None)),
                    models.Q(("order_on__isnull", False), models.Q(("order", ""), _negated=True)),
                    _connector="OR",
                ),
                name="ehcp_planappeal_order_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("adviser_told_on", None),
                        ("adviser_told_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("certificate_on", None),
                        ("certificate_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("lodged_on", None),
                        ("lodged_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("withdrawn_on", None),
                        ("withdrawn_on__gte", models.F("letter_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("hearing_on", None),
                        ("hearing_on__gte", models.F("lodged_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("order_on", None),
                        ("order_on__gte", models.F("lodged_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("unopposed_on", None),
                        ("unopposed_on__gte", models.F("lodged_on")),
                        _connector="OR",
                    ),
                ),
                name="ehcp_planappeal_days_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("obeyed_on", None),
                    models.Q(("obeyed_on__gte", models.F("order_on")), ("order_on__isnull", False)),
                    models.Q(
                        ("obeyed_on__gte", models.F("unopposed_on")),
                        ("unopposed_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ehcp_planappeal_obeyed_after_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("withdrawn_on", None), ("order_on", None), _connector="OR"),
                name="ehcp_planappeal_withdrawn_or_ordered",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planappeal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "hearing_on", "id", "letter_on", "lodged_on", "mediation_on", "obeyed_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "review_id", "school_id", "unopposed_on", "wants_mediation", "withdrawn_on") VALUES (NEW."about", NEW."adviser_told_on", NEW."assessment_id", NEW."certificate_on", NEW."hearing_on", NEW."id", NEW."letter_on", NEW."lodged_on", NEW."mediation_on", NEW."obeyed_on", NEW."order", NEW."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."review_id", NEW."school_id", NEW."unopposed_on", NEW."wants_mediation", NEW."withdrawn_on"); RETURN NULL;',
                    hash="59dd86ffb996699d7c48c2368d17f44afe9a305b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_58746",
                    table="ehcp_planappeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planappeal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "hearing_on", "id", "letter_on", "lodged_on", "mediation_on", "obeyed_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "review_id", "school_id", "unopposed_on", "wants_mediation", "withdrawn_on") VALUES (NEW."about", NEW."adviser_told_on", NEW."assessment_id", NEW."certificate_on", NEW."hearing_on", NEW."id", NEW."letter_on", NEW."lodged_on", NEW."mediation_on", NEW."obeyed_on", NEW."order", NEW."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."review_id", NEW."school_id", NEW."unopposed_on", NEW."wants_mediation", NEW."withdrawn_on"); RETURN NULL;',
                    hash="48d2605b4fc1b9c62fef0fd89593e183fb4937cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c98cf",
                    table="ehcp_planappeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planappeal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "hearing_on", "id", "letter_on", "lodged_on", "mediation_on", "obeyed_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "review_id", "school_id", "unopposed_on", "wants_mediation", "withdrawn_on") VALUES (OLD."about", OLD."adviser_told_on", OLD."assessment_id", OLD."certificate_on", OLD."hearing_on", OLD."id", OLD."letter_on", OLD."lodged_on", OLD."mediation_on", OLD."obeyed_on", OLD."order", OLD."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."pupil_id", OLD."review_id", OLD."school_id", OLD."unopposed_on", OLD."wants_mediation", OLD."withdrawn_on"); RETURN NULL;',
                    hash="4e18c52bad34d0687ad32f5f71332dec282a1dab",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ecc04",
                    table="ehcp_planappeal",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planlink",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_planlink_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="planlink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "line", name="ehcp_link_line_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planlink",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "to", name="ehcp_link_to_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="planlink",
            constraint=models.UniqueConstraint(
                fields=("school", "line", "to"), name="ehcp_link_uniq"
            ),
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
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_proposedreview_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "plan", name="ehcp_proposed_plan_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_proposed_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.UniqueConstraint(
                fields=("school", "plan"), name="ehcp_proposed_one_a_plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("earliest_on__lte", models.F("latest_on"))),
                name="ehcp_proposed_window",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at", None), ("meeting_on__isnull", False), _connector="OR"
                ),
                name="ehcp_proposed_time_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposedreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_locked", False), ("meeting_on__isnull", False), _connector="OR"
                ),
                name="ehcp_proposed_lock_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewcalendar",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewcalendar_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewcalendar",
            constraint=models.UniqueConstraint(
                fields=("school",), name="ehcp_calendar_one_a_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewmeeting_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_reviewmeeting_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="ehcp_reviewmeeting_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.UniqueConstraint(
                fields=("school", "review"), name="ehcp_reviewmeeting_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.UniqueConstraint(
                fields=("school", "meeting"), name="ehcp_reviewmeeting_meeting_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("finished_by", None), ("finished_on__isnull", False), _connector="OR"
                ),
                name="ehcp_reviewmeeting_finished_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("finished_on", None),
                    models.Q(("recommendation", ""), _negated=True),
                    _connector="OR",
                ),
                name="ehcp_reviewmeeting_finished_recommends",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewmeetingevent" ("finished_by_id", "finished_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "review_id", "school_id") VALUES (NEW."finished_by_id", NEW."finished_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recommendation", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="7fc5742493ce1448eaa91074cb8c94756d77a4a3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_25479",
                    table="ehcp_reviewmeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewmeetingevent" ("finished_by_id", "finished_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "review_id", "school_id") VALUES (NEW."finished_by_id", NEW."finished_on", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recommendation", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="f0feeb8d9912197caa4d59100f8cafbf0a9ad36c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4dd84",
                    table="ehcp_reviewmeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewmeetingevent" ("finished_by_id", "finished_on", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "review_id", "school_id") VALUES (OLD."finished_by_id", OLD."finished_on", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recommendation", OLD."review_id", OLD."school_id"); RETURN NULL;',
                    hash="12a782a313d83209a547e9643f2cb7c3d7193705",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_60d99",
                    table="ehcp_reviewmeeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reviewinvitee",
            index=models.Index(fields=["school", "meeting"], name="ehcp_reviewinvitee_of"),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewinvitee_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="ehcp_reviewinvitee_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "guest", name="ehcp_reviewinvitee_guest_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=models.UniqueConstraint(
                fields=("school", "guest"), name="ehcp_reviewinvitee_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewinvitee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("advice_received_on", None),
                    ("advice_asked_on", None),
                    ("advice_received_on__gte", models.F("advice_asked_on")),
                    _connector="OR",
                ),
                name="ehcp_reviewinvitee_asked_first",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewinvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewinviteeevent" ("advice_asked_on", "advice_received_on", "guest_id", "id", "invited_on", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "route", "school_id", "sends_report") VALUES (NEW."advice_asked_on", NEW."advice_received_on", NEW."guest_id", NEW."id", NEW."invited_on", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."route", NEW."school_id", NEW."sends_report"); RETURN NULL;',
                    hash="7fc0f6040d828db27bcd9db08048c778ce577432",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_11e3c",
                    table="ehcp_reviewinvitee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewinvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewinviteeevent" ("advice_asked_on", "advice_received_on", "guest_id", "id", "invited_on", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "route", "school_id", "sends_report") VALUES (NEW."advice_asked_on", NEW."advice_received_on", NEW."guest_id", NEW."id", NEW."invited_on", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."route", NEW."school_id", NEW."sends_report"); RETURN NULL;',
                    hash="ed6b8a93661abe1e921da66245780a198034ca7d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_159a8",
                    table="ehcp_reviewinvitee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewinvitee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewinviteeevent" ("advice_asked_on", "advice_received_on", "guest_id", "id", "invited_on", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "route", "school_id", "sends_report") VALUES (OLD."advice_asked_on", OLD."advice_received_on", OLD."guest_id", OLD."id", OLD."invited_on", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."route", OLD."school_id", OLD."sends_report"); RETURN NULL;',
                    hash="d83ec6399eb640cfe9f5f2a5095110044d672136",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a1180",
                    table="ehcp_reviewinvitee",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reviewnote",
            index=models.Index(fields=["school", "meeting"], name="ehcp_reviewnote_of"),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewnote_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "meeting", name="ehcp_reviewnote_meeting_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "line", name="ehcp_reviewnote_line_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "outcome", name="ehcp_reviewnote_outcome_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("line__isnull", False), models.Q(("kind", "difference"), _negated=True)
                ),
                fields=("school", "meeting", "line"),
                name="ehcp_reviewnote_line_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("line", None), ("outcome__isnull", False)),
                fields=("school", "meeting", "outcome"),
                name="ehcp_reviewnote_outcome_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "change")),
                fields=("school", "meeting", "section"),
                name="ehcp_reviewnote_section_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "outcome"),
                        ("section", ""),
                        ("whose", ""),
                        models.Q(("title", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "change"),
                        ("onward", ""),
                        ("progress", ""),
                        ("title", ""),
                        ("whose", ""),
                        ("wording", ""),
                        models.Q(("section", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "line"),
                        ("progress", ""),
                        ("whose", ""),
                        ("wording", ""),
                        models.Q(("section", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "difference"),
                        ("onward", ""),
                        ("progress", ""),
                        ("section", ""),
                        ("title", ""),
                        ("wording", ""),
                        models.Q(("whose", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ehcp_reviewnote_of_its_kind",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "wording", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."line_id", NEW."meeting_id", NEW."onward", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."progress", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."title", NEW."whose", NEW."wording", NEW."written_by_id"); RETURN NULL;',
                    hash="563afd7b3365e6d1339b4525df34d38a96310342",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96995",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."line_id" IS DISTINCT FROM (NEW."line_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."onward" IS DISTINCT FROM (NEW."onward") OR OLD."outcome_id" IS DISTINCT FROM (NEW."outcome_id") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."sensitivity" IS DISTINCT FROM (NEW."sensitivity") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."wording" IS DISTINCT FROM (NEW."wording") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "wording", "written_by_id") VALUES (NEW."id", NEW."kind", NEW."line_id", NEW."meeting_id", NEW."onward", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."progress", NEW."school_id", NEW."section", NEW."sensitivity", NEW."text", NEW."title", NEW."whose", NEW."wording", NEW."written_by_id"); RETURN NULL;',
                    hash="37c5cde673a52c732ba184e7ec0e10dd94432288",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_992f1",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewnoteevent" ("id", "kind", "line_id", "meeting_id", "onward", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "school_id", "section", "sensitivity", "text", "title", "whose", "wording", "written_by_id") VALUES (OLD."id", OLD."kind", OLD."line_id", OLD."meeting_id", OLD."onward", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."progress", OLD."school_id", OLD."section", OLD."sensitivity", OLD."text", OLD."title", OLD."whose", OLD."wording", OLD."written_by_id"); RETURN NULL;',
                    hash="b82e440cdf807deb7ed9a22a009360bf2cf5d32e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_164e1",
                    table="ehcp_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_paper_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "review", "kind", "number"), name="ehcp_paper_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sent"), _negated=True),
                fields=("school", "review", "kind"),
                name="ehcp_paper_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_by", None), ("checked_on", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("checked_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="ehcp_paper_checked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_on__isnull", False), ("state", "sent")),
                    models.Q(models.Q(("state", "sent"), _negated=True), ("sent_on", None)),
                    _connector="OR",
                ),
                name="ehcp_paper_sent_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_on", None),
                    ("checked_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="ehcp_paper_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="ehcp_paper_from_1"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperevent" ("checked_by_id", "checked_on", "id", "kind", "number", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id", "sent_on", "started_by_id", "started_on", "state") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."kind", NEW."number", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."review_id", NEW."school_id", NEW."sent_on", NEW."started_by_id", NEW."started_on", NEW."state"); RETURN NULL;',
                    hash="59015b1957abf8a9e1fa76f5495242d55e849243",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_95f4d",
                    table="ehcp_reviewpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewpaperevent" ("checked_by_id", "checked_on", "id", "kind", "number", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id", "sent_on", "started_by_id", "started_on", "state") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."kind", NEW."number", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."review_id", NEW."school_id", NEW."sent_on", NEW."started_by_id", NEW."started_on", NEW."state"); RETURN NULL;',
                    hash="72a5fc6b9423dbf1699be3b1f4d287bdde03c6c9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da990",
                    table="ehcp_reviewpaper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperevent" ("checked_by_id", "checked_on", "id", "kind", "number", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id", "sent_on", "started_by_id", "started_on", "state") VALUES (OLD."checked_by_id", OLD."checked_on", OLD."id", OLD."kind", OLD."number", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."review_id", OLD."school_id", OLD."sent_on", OLD."started_by_id", OLD."started_on", OLD."state"); RETURN NULL;',
                    hash="dc77faf5401aca38022314b4a9345ab9f3b64c0d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_df269",
                    table="ehcp_reviewpaper",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reviewpaperpart",
            index=models.Index(fields=["school", "owner"], name="ehcp_paperpart_owner"),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewpaperpart_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "paper", name="ehcp_paperpart_paper_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.UniqueConstraint(
                fields=("school", "paper", "key"), name="ehcp_paperpart_key_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked_on", None), ("due_on", None), ("owner", None)),
                    models.Q(("asked_on__isnull", False), ("due_on__gte", models.F("asked_on"))),
                    _connector="OR",
                ),
                name="ehcp_paperpart_asked_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewpaperpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_at__isnull", False), ("written_by", None), _connector="OR"
                ),
                name="ehcp_paperpart_written_pair",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperpartevent" ("asked_on", "due_on", "filled_on", "id", "is_done", "key", "left_out", "lines", "owner_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "text", "written_at", "written_by_id") VALUES (NEW."asked_on", NEW."due_on", NEW."filled_on", NEW."id", NEW."is_done", NEW."key", NEW."left_out", NEW."lines", NEW."owner_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sensitivity", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="4d4f6a70ba44056aca86ca2692ddbcc11fd5c206",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_90391",
                    table="ehcp_reviewpaperpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asked_on" IS DISTINCT FROM (NEW."asked_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."filled_on" IS DISTINCT FROM (NEW."filled_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_done" IS DISTINCT FROM (NEW."is_done") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."left_out" IS DISTINCT FROM (NEW."left_out") OR OLD."lines" IS DISTINCT FROM (NEW."lines") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."paper_id" IS DISTINCT FROM (NEW."paper_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sensitivity" IS DISTINCT FROM (NEW."sensitivity") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "ehcp_reviewpaperpartevent" ("asked_on", "due_on", "filled_on", "id", "is_done", "key", "left_out", "lines", "owner_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "text", "written_at", "written_by_id") VALUES (NEW."asked_on", NEW."due_on", NEW."filled_on", NEW."id", NEW."is_done", NEW."key", NEW."left_out", NEW."lines", NEW."owner_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sensitivity", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="8ed64363fb7110b6ec2a3a0d29da9a19ac51f683",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f42eb",
                    table="ehcp_reviewpaperpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewpaperpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewpaperpartevent" ("asked_on", "due_on", "filled_on", "id", "is_done", "key", "left_out", "lines", "owner_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "text", "written_at", "written_by_id") VALUES (OLD."asked_on", OLD."due_on", OLD."filled_on", OLD."id", OLD."is_done", OLD."key", OLD."left_out", OLD."lines", OLD."owner_id", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sensitivity", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="d971db6cb04508e9a7b62fe559d0d84c063b694f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8ca6e",
                    table="ehcp_reviewpaperpart",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_partwriter_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "part", name="ehcp_partwriter_part_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=models.UniqueConstraint(
                fields=("school", "part", "user"), name="ehcp_partwriter_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="partwriter",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen_at__gte", models.F("since"))),
                name="ehcp_partwriter_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="reviewtalk",
            index=models.Index(fields=["school", "review"], name="ehcp_reviewtalk_of"),
        ),
        migrations.AddConstraint(
            model_name="reviewtalk",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewtalk_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtalk",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_reviewtalk_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtalk",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_on__gt", models.F("on"))),
                name="ehcp_reviewtalk_next_is_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtask",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_reviewtask_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtask",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "review", name="ehcp_reviewtask_review_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewtask",
            constraint=models.UniqueConstraint(
                fields=("school", "review", "kind"), name="ehcp_reviewtask_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtask",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewtaskevent" ("id", "kind", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id") VALUES (NEW."id", NEW."kind", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="bfae57cd12f9c7d6d9f8e09e265da64abcf24d1f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6df9",
                    table="ehcp_reviewtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtask",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "ehcp_reviewtaskevent" ("id", "kind", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id") VALUES (NEW."id", NEW."kind", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."review_id", NEW."school_id"); RETURN NULL;',
                    hash="089c16080f837fe36436682d186acb3df3d32572",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8964a",
                    table="ehcp_reviewtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewtask",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_reviewtaskevent" ("id", "kind", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "school_id") VALUES (OLD."id", OLD."kind", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."review_id", OLD."school_id"); RETURN NULL;',
                    hash="6e602f05cdfccb07c41e00f2775c1146e83d36d3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_be927",
                    table="ehcp_reviewtask",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolmap",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_schoolmap_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolmap",
            constraint=models.UniqueConstraint(
                fields=("school", "kind", "code", "number"), name="ehcp_schoolmap_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sentpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_sentpaper_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="sentpaper",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "paper", name="ehcp_sentpaper_paper_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="sentpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "paper"), name="ehcp_sentpaper_one"
            ),
        ),
        migrations.AddIndex(
            model_name="statedday",
            index=models.Index(fields=["school", "assessment"], name="ehcp_statedday_of"),
        ),
        migrations.AddConstraint(
            model_name="statedday",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_statedday_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="statedday",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "assessment", name="ehcp_statedday_assessment_same_school"
            ),
        ),
        migrations.RunSQL(FORGET_ON_EVERY_FLOOR, migrations.RunSQL.noop),
        migrations.RunSQL(FORGET_CONSULTATION_REPLIES, migrations.RunSQL.noop),
    ]
