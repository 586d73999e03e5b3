"""Needs assessments, what councils claim of them, appeals, and consultations."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
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
        ("ehcp", "0003_calendar"),
        ("pupils", "0011_tablet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                "ordering": ["claimed_on", "id"],
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
                (
                    "pupil",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consultations",
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
                    "signed_by",
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
                "ordering": ["-received_on", "-id"],
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.consultation",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                    "signed_by",
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="ehcp.consultation",
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
                "verbose_name_plural": "consultation replies",
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
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assessments",
                        to="ehcp.ehcplan",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs_assessments",
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
                "ordering": ["-requested_on", "-id"],
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
                (
                    "by",
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
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="talks",
                        to="ehcp.needsassessment",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.claimedexception",
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
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.needsassessment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pupils.document",
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
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="ehcp.needsassessment",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
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
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.needsassessment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.needsassessment",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.ehcplan",
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
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appeals",
                        to="ehcp.needsassessment",
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
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcp.needsassessment",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcp.planappeal",
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
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stated",
                        to="ehcp.needsassessment",
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
                "ordering": ["said_on", "id"],
                "abstract": False,
            },
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
        migrations.AddConstraint(
            model_name="planappeal",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="ehcp_planappeal_school_id_uniq"
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
            constraint=models.UniqueConstraint(
                fields=("school", "assessment", "about"), name="ehcp_planappeal_uniq"
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
        pgtrigger.migrations.AddTrigger(
            model_name="planappeal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "id", "letter_on", "lodged_on", "mediation_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "unopposed_on", "wants_mediation") VALUES (NEW."about", NEW."adviser_told_on", NEW."assessment_id", NEW."certificate_on", NEW."id", NEW."letter_on", NEW."lodged_on", NEW."mediation_on", NEW."order", NEW."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."unopposed_on", NEW."wants_mediation"); RETURN NULL;',
                    hash="a3e8b14c422fa82e028d2791754d3adaff5107e5",
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
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "id", "letter_on", "lodged_on", "mediation_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "unopposed_on", "wants_mediation") VALUES (NEW."about", NEW."adviser_told_on", NEW."assessment_id", NEW."certificate_on", NEW."id", NEW."letter_on", NEW."lodged_on", NEW."mediation_on", NEW."order", NEW."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."unopposed_on", NEW."wants_mediation"); RETURN NULL;',
                    hash="9d5e9aba7eaa1eb8935f8ff9fe60d8f11cc7d95c",
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
                    func='INSERT INTO "ehcp_planappealevent" ("about", "adviser_told_on", "assessment_id", "certificate_on", "id", "letter_on", "lodged_on", "mediation_on", "order", "order_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "unopposed_on", "wants_mediation") VALUES (OLD."about", OLD."adviser_told_on", OLD."assessment_id", OLD."certificate_on", OLD."id", OLD."letter_on", OLD."lodged_on", OLD."mediation_on", OLD."order", OLD."order_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."unopposed_on", OLD."wants_mediation"); RETURN NULL;',
                    hash="bea467efb6fcfde328df13a5667ef583a4f96c4e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ecc04",
                    table="ehcp_planappeal",
                    when="AFTER",
                ),
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
    ]
