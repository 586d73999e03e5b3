"""What is given to children, what is owed to them, and what it costs."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("provision", "0001_cycles"),
        ("pupils", "0007_provision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FederationIntervention",
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
                ("name", models.CharField(max_length=120)),
                ("aim", models.CharField(max_length=300, verbose_name="what it is for")),
                (
                    "need_types",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("SPLD", "Specific learning difficulty (SPLD)"),
                                ("MLD", "Moderate learning difficulty (MLD)"),
                                ("SLD", "Severe learning difficulty (SLD)"),
                                ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                                ("SLCN", "Speech, language and communication needs (SLCN)"),
                                ("ASD", "Autistic spectrum disorder (ASD)"),
                                ("SEMH", "Social, emotional and mental health (SEMH)"),
                                ("HI", "Hearing impairment (HI)"),
                                ("VI", "Vision impairment (VI)"),
                                ("MSI", "Multi-sensory impairment (MSI)"),
                                ("PD", "Physical disability (PD)"),
                                ("DS", "Down syndrome (DS)"),
                                ("OTH", "Other difficulty or disability (OTH)"),
                                (
                                    "NSA",
                                    "SEN support, no specialist assessment of type of need (NSA)",
                                ),
                            ],
                            max_length=4,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "from_age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from age"
                    ),
                ),
                (
                    "to_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age"),
                ),
                (
                    "entry",
                    models.CharField(blank=True, max_length=300, verbose_name="whom it suits"),
                ),
                ("exit", models.CharField(blank=True, max_length=300, verbose_name="when it ends")),
                (
                    "group_size",
                    models.PositiveSmallIntegerField(default=1, verbose_name="children in a group"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(default=1, verbose_name="sessions a week"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes a session"),
                ),
                ("weeks", models.PositiveSmallIntegerField(default=10)),
                (
                    "staff_role",
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
                        verbose_name="given by",
                    ),
                ),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "training",
                    models.CharField(blank=True, max_length=300, verbose_name="training needed"),
                ),
                ("materials", models.CharField(blank=True, max_length=300)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="what is known of its effect"
                    ),
                ),
                (
                    "evidence_source",
                    models.CharField(blank=True, max_length=300, verbose_name="source"),
                ),
                (
                    "evidence_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1950)],
                        verbose_name="year of the source",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
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
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
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
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
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
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Promise",
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
                ("text", models.CharField(max_length=500, verbose_name="what is owed")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("ehcp", "EHC plan, Section F"),
                            ("pep", "Personal education plan"),
                            ("support", "SEN support plan"),
                            ("ours", "Our own choice"),
                        ],
                        max_length=7,
                        verbose_name="by whose word",
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            (
                                "council",
                                "The council must secure it (Children and Families Act 2014, s. 42)",
                            ),
                            (
                                "best",
                                "The school must use its best endeavours (Children and Families Act 2014, s. 66)",
                            ),
                            (
                                "care",
                                "The school and the virtual school agreed it for a child in care",
                            ),
                            ("none", "No legal duty: the school chose it"),
                        ],
                        max_length=7,
                        verbose_name="how it binds",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=60, verbose_name="where it stands"),
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                ("origin", models.CharField(blank=True, editable=False, max_length=80)),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="promises",
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
                "ordering": ["starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PromiseEvent",
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
                ("text", models.CharField(max_length=500, verbose_name="what is owed")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("ehcp", "EHC plan, Section F"),
                            ("pep", "Personal education plan"),
                            ("support", "SEN support plan"),
                            ("ours", "Our own choice"),
                        ],
                        max_length=7,
                        verbose_name="by whose word",
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            (
                                "council",
                                "The council must secure it (Children and Families Act 2014, s. 42)",
                            ),
                            (
                                "best",
                                "The school must use its best endeavours (Children and Families Act 2014, s. 66)",
                            ),
                            (
                                "care",
                                "The school and the virtual school agreed it for a child in care",
                            ),
                            ("none", "No legal duty: the school chose it"),
                        ],
                        max_length=7,
                        verbose_name="how it binds",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=60, verbose_name="where it stands"),
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                ("origin", models.CharField(blank=True, editable=False, max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.promise",
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
            name="Provision",
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
                ("name", models.CharField(max_length=120)),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "need_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SPLD", "Specific learning difficulty (SPLD)"),
                            ("MLD", "Moderate learning difficulty (MLD)"),
                            ("SLD", "Severe learning difficulty (SLD)"),
                            ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                            ("SLCN", "Speech, language and communication needs (SLCN)"),
                            ("ASD", "Autistic spectrum disorder (ASD)"),
                            ("SEMH", "Social, emotional and mental health (SEMH)"),
                            ("HI", "Hearing impairment (HI)"),
                            ("VI", "Vision impairment (VI)"),
                            ("MSI", "Multi-sensory impairment (MSI)"),
                            ("PD", "Physical disability (PD)"),
                            ("DS", "Down syndrome (DS)"),
                            ("OTH", "Other difficulty or disability (OTH)"),
                            ("NSA", "SEN support, no specialist assessment of type of need (NSA)"),
                        ],
                        max_length=4,
                        verbose_name="main need",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("running", "Running"), ("ended", "Ended")],
                        default="running",
                        max_length=7,
                    ),
                ),
                (
                    "staff_role",
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
                        max_length=9,
                        verbose_name="given by",
                    ),
                ),
                ("location", models.CharField(blank=True, max_length=80, verbose_name="where")),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(verbose_name="sessions a week"),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes a session")),
                ("weeks", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("core", "Core budget"),
                            ("notional", "Notional SEN budget (element 2)"),
                            ("formula", "Element 3, by formula"),
                            ("cohort", "Element 3, for the cohort"),
                            ("premium", "Pupil premium"),
                            ("plus", "Pupil premium plus"),
                            ("imf", "Inclusive mainstream fund"),
                            ("senif", "SEN inclusion fund"),
                            ("other", "Another source"),
                        ],
                        default="notional",
                        max_length=8,
                        verbose_name="paid from",
                    ),
                ),
                (
                    "resources_pence",
                    models.PositiveIntegerField(default=0, verbose_name="resources, in pence"),
                ),
                (
                    "pence_an_hour",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="own rate, in pence"
                    ),
                ),
                (
                    "is_confidential",
                    models.BooleanField(default=False, verbose_name="confidential"),
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
                    "shared_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="provision.federationintervention",
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
                "verbose_name_plural": "provision",
                "ordering": ["name", "starts_on", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceEvent",
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
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.place",
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
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.provision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="place",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="places",
                to="provision.provision",
            ),
        ),
        migrations.CreateModel(
            name="ProvisionReader",
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
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readers",
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
                (
                    "user",
                    models.ForeignKey(
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
            name="RateCard",
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
                ("starts_on", models.DateField(verbose_name="for provision that begins from")),
                (
                    "threshold_pence",
                    models.PositiveIntegerField(default=600000, verbose_name="threshold, in pence"),
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
                "ordering": ["-starts_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RateCardEvent",
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
                ("starts_on", models.DateField(verbose_name="for provision that begins from")),
                (
                    "threshold_pence",
                    models.PositiveIntegerField(default=600000, verbose_name="threshold, in pence"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.ratecard",
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
            name="RoleRate",
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
                        max_length=9,
                    ),
                ),
                ("pence_an_hour", models.PositiveIntegerField()),
                (
                    "on_cost_percent",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal("0"),
                        max_digits=4,
                        verbose_name="on-costs, per cent",
                    ),
                ),
                (
                    "card",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rates",
                        to="provision.ratecard",
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
                "ordering": ["role"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleRateEvent",
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
                        max_length=9,
                    ),
                ),
                ("pence_an_hour", models.PositiveIntegerField()),
                (
                    "on_cost_percent",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal("0"),
                        max_digits=4,
                        verbose_name="on-costs, per cent",
                    ),
                ),
                (
                    "card",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.ratecard",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.rolerate",
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
            name="SchoolIntervention",
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
                ("name", models.CharField(max_length=120)),
                ("aim", models.CharField(max_length=300, verbose_name="what it is for")),
                (
                    "need_types",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("SPLD", "Specific learning difficulty (SPLD)"),
                                ("MLD", "Moderate learning difficulty (MLD)"),
                                ("SLD", "Severe learning difficulty (SLD)"),
                                ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                                ("SLCN", "Speech, language and communication needs (SLCN)"),
                                ("ASD", "Autistic spectrum disorder (ASD)"),
                                ("SEMH", "Social, emotional and mental health (SEMH)"),
                                ("HI", "Hearing impairment (HI)"),
                                ("VI", "Vision impairment (VI)"),
                                ("MSI", "Multi-sensory impairment (MSI)"),
                                ("PD", "Physical disability (PD)"),
                                ("DS", "Down syndrome (DS)"),
                                ("OTH", "Other difficulty or disability (OTH)"),
                                (
                                    "NSA",
                                    "SEN support, no specialist assessment of type of need (NSA)",
                                ),
                            ],
                            max_length=4,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "from_age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from age"
                    ),
                ),
                (
                    "to_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age"),
                ),
                (
                    "entry",
                    models.CharField(blank=True, max_length=300, verbose_name="whom it suits"),
                ),
                ("exit", models.CharField(blank=True, max_length=300, verbose_name="when it ends")),
                (
                    "group_size",
                    models.PositiveSmallIntegerField(default=1, verbose_name="children in a group"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(default=1, verbose_name="sessions a week"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes a session"),
                ),
                ("weeks", models.PositiveSmallIntegerField(default=10)),
                (
                    "staff_role",
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
                        verbose_name="given by",
                    ),
                ),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "training",
                    models.CharField(blank=True, max_length=300, verbose_name="training needed"),
                ),
                ("materials", models.CharField(blank=True, max_length=300)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="what is known of its effect"
                    ),
                ),
                (
                    "evidence_source",
                    models.CharField(blank=True, max_length=300, verbose_name="source"),
                ),
                (
                    "evidence_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1950)],
                        verbose_name="year of the source",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
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
                    "stands_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="provision.federationintervention",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProvisionEvent",
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
                ("name", models.CharField(max_length=120)),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "need_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SPLD", "Specific learning difficulty (SPLD)"),
                            ("MLD", "Moderate learning difficulty (MLD)"),
                            ("SLD", "Severe learning difficulty (SLD)"),
                            ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                            ("SLCN", "Speech, language and communication needs (SLCN)"),
                            ("ASD", "Autistic spectrum disorder (ASD)"),
                            ("SEMH", "Social, emotional and mental health (SEMH)"),
                            ("HI", "Hearing impairment (HI)"),
                            ("VI", "Vision impairment (VI)"),
                            ("MSI", "Multi-sensory impairment (MSI)"),
                            ("PD", "Physical disability (PD)"),
                            ("DS", "Down syndrome (DS)"),
                            ("OTH", "Other difficulty or disability (OTH)"),
                            ("NSA", "SEN support, no specialist assessment of type of need (NSA)"),
                        ],
                        max_length=4,
                        verbose_name="main need",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("running", "Running"), ("ended", "Ended")],
                        default="running",
                        max_length=7,
                    ),
                ),
                (
                    "staff_role",
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
                        max_length=9,
                        verbose_name="given by",
                    ),
                ),
                ("location", models.CharField(blank=True, max_length=80, verbose_name="where")),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(verbose_name="sessions a week"),
                ),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes a session")),
                ("weeks", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("core", "Core budget"),
                            ("notional", "Notional SEN budget (element 2)"),
                            ("formula", "Element 3, by formula"),
                            ("cohort", "Element 3, for the cohort"),
                            ("premium", "Pupil premium"),
                            ("plus", "Pupil premium plus"),
                            ("imf", "Inclusive mainstream fund"),
                            ("senif", "SEN inclusion fund"),
                            ("other", "Another source"),
                        ],
                        default="notional",
                        max_length=8,
                        verbose_name="paid from",
                    ),
                ),
                (
                    "resources_pence",
                    models.PositiveIntegerField(default=0, verbose_name="resources, in pence"),
                ),
                (
                    "pence_an_hour",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="own rate, in pence"
                    ),
                ),
                (
                    "is_confidential",
                    models.BooleanField(default=False, verbose_name="confidential"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.provision",
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
                    "shared_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.federationintervention",
                    ),
                ),
                (
                    "staff",
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
                    "own_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.schoolintervention",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="provision",
            name="own_item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="provision.schoolintervention",
            ),
        ),
        migrations.CreateModel(
            name="SchoolInterventionEvent",
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
                ("name", models.CharField(max_length=120)),
                ("aim", models.CharField(max_length=300, verbose_name="what it is for")),
                (
                    "need_types",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("SPLD", "Specific learning difficulty (SPLD)"),
                                ("MLD", "Moderate learning difficulty (MLD)"),
                                ("SLD", "Severe learning difficulty (SLD)"),
                                ("PMLD", "Profound and multiple learning difficulty (PMLD)"),
                                ("SLCN", "Speech, language and communication needs (SLCN)"),
                                ("ASD", "Autistic spectrum disorder (ASD)"),
                                ("SEMH", "Social, emotional and mental health (SEMH)"),
                                ("HI", "Hearing impairment (HI)"),
                                ("VI", "Vision impairment (VI)"),
                                ("MSI", "Multi-sensory impairment (MSI)"),
                                ("PD", "Physical disability (PD)"),
                                ("DS", "Down syndrome (DS)"),
                                ("OTH", "Other difficulty or disability (OTH)"),
                                (
                                    "NSA",
                                    "SEN support, no specialist assessment of type of need (NSA)",
                                ),
                            ],
                            max_length=4,
                        ),
                        blank=True,
                        default=list,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="T",
                        max_length=1,
                    ),
                ),
                (
                    "from_age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from age"
                    ),
                ),
                (
                    "to_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age"),
                ),
                (
                    "entry",
                    models.CharField(blank=True, max_length=300, verbose_name="whom it suits"),
                ),
                ("exit", models.CharField(blank=True, max_length=300, verbose_name="when it ends")),
                (
                    "group_size",
                    models.PositiveSmallIntegerField(default=1, verbose_name="children in a group"),
                ),
                (
                    "sessions_a_week",
                    models.PositiveSmallIntegerField(default=1, verbose_name="sessions a week"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(default=30, verbose_name="minutes a session"),
                ),
                ("weeks", models.PositiveSmallIntegerField(default=10)),
                (
                    "staff_role",
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
                        verbose_name="given by",
                    ),
                ),
                (
                    "measure",
                    models.CharField(blank=True, max_length=200, verbose_name="how it is measured"),
                ),
                (
                    "training",
                    models.CharField(blank=True, max_length=300, verbose_name="training needed"),
                ),
                ("materials", models.CharField(blank=True, max_length=300)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="what is known of its effect"
                    ),
                ),
                (
                    "evidence_source",
                    models.CharField(blank=True, max_length=300, verbose_name="source"),
                ),
                (
                    "evidence_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1950)],
                        verbose_name="year of the source",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, verbose_name="no longer offered"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="provision.schoolintervention",
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
                    "stands_for",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="provision.federationintervention",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServedPromise",
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
                    "promise",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="served_by",
                        to="provision.promise",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="serves",
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
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", ""), ("evidence_source", ""), ("evidence_year", None)),
                    models.Q(
                        models.Q(("evidence", ""), _negated=True),
                        models.Q(("evidence_source", ""), _negated=True),
                        ("evidence_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="provision_federationintervention_evidence_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_age", None),
                    ("to_age", None),
                    ("to_age__gte", models.F("from_age")),
                    _connector="OR",
                ),
                name="provision_federationintervention_ages_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("group_size__gt", 0),
                    ("minutes__gt", 0),
                    ("sessions_a_week__gt", 0),
                    ("weeks__gt", 0),
                ),
                name="provision_federationintervention_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationintervention",
            constraint=models.UniqueConstraint(
                fields=("federation", "name"), name="provision_federationintervention_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(fields=["school", "pupil"], name="provision_promise_pupil"),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_promise_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_promise_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("hours_a_week", None), ("minutes__gt", 0), ("sessions_a_week__gt", 0)
                    ),
                    models.Q(("hours_a_week__gt", 0), ("minutes", None), ("sessions_a_week", None)),
                    _connector="OR",
                ),
                name="provision_promise_one_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="provision_promise_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.UniqueConstraint(
                condition=models.Q(("origin", ""), _negated=True),
                fields=("school", "pupil", "origin"),
                name="provision_promise_origin_uniq",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promise",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_promiseevent" ("ends_on", "hours_a_week", "id", "minutes", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "weight", "written_by_id") VALUES (NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."minutes", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."sensitivity", NEW."sessions_a_week", NEW."source", NEW."starts_on", NEW."text", NEW."weight", NEW."written_by_id"); RETURN NULL;',
                    hash="689deee034712217eb6576b2b53f2fc39d7c3dc6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_11c91",
                    table="provision_promise",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promise",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_promiseevent" ("ends_on", "hours_a_week", "id", "minutes", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "weight", "written_by_id") VALUES (NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."minutes", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reference", NEW."school_id", NEW."sensitivity", NEW."sessions_a_week", NEW."source", NEW."starts_on", NEW."text", NEW."weight", NEW."written_by_id"); RETURN NULL;',
                    hash="8d3cb95dcb1c67867c7b6de221b62421ec3d46f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7843",
                    table="provision_promise",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="promise",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_promiseevent" ("ends_on", "hours_a_week", "id", "minutes", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reference", "school_id", "sensitivity", "sessions_a_week", "source", "starts_on", "text", "weight", "written_by_id") VALUES (OLD."ends_on", OLD."hours_a_week", OLD."id", OLD."minutes", OLD."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reference", OLD."school_id", OLD."sensitivity", OLD."sessions_a_week", OLD."source", OLD."starts_on", OLD."text", OLD."weight", OLD."written_by_id"); RETURN NULL;',
                    hash="09331740bc2d3c691f834d81290acf0bbb42e0bd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_487f7",
                    table="provision_promise",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(fields=["school", "pupil"], name="provision_place_pupil"),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_place_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_place_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="provision_place_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "pupil"), name="provision_place_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="provision_place_dates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_placeevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision_id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="393c0a69677b5f30b3066f43e09e8143b8263563",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b9e35",
                    table="provision_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_placeevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision_id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="08113a7163cc332a49406b2a18b56b1c4d3f4ad2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ec956",
                    table="provision_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_placeevent" ("ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "pupil_id", "school_id", "starts_on") VALUES (OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision_id", OLD."pupil_id", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="dd3859164afcea120255802dda42dd0a5c214818",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0351f",
                    table="provision_place",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionreader",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_provisionreader_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionreader",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_reader_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionreader",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "user"), name="provision_reader_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratecard",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_ratecard_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratecard",
            constraint=models.UniqueConstraint(
                fields=("school", "starts_on"), name="provision_ratecard_starts_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratecard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_ratecardevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "threshold_pence") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."starts_on", NEW."threshold_pence"); RETURN NULL;',
                    hash="125b51be7ca24acb525be04fc1ec52c9690aa65a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e8e6",
                    table="provision_ratecard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratecard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_ratecardevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "threshold_pence") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."starts_on", NEW."threshold_pence"); RETURN NULL;',
                    hash="9a5b4993f8236dfdb64e089676a2f2287114d984",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c75dd",
                    table="provision_ratecard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratecard",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_ratecardevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "starts_on", "threshold_pence") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."starts_on", OLD."threshold_pence"); RETURN NULL;',
                    hash="d5be4028b6bbabe307f03932722e78a7836beb7f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca978",
                    table="provision_ratecard",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_rolerate_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "card", name="provision_rolerate_card_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=models.UniqueConstraint(
                fields=("school", "card", "role"), name="provision_rolerate_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="rolerate",
            constraint=models.CheckConstraint(
                condition=models.Q(("on_cost_percent__gte", 0)), name="provision_rolerate_on_costs"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolerate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_rolerateevent" ("card_id", "id", "on_cost_percent", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id") VALUES (NEW."card_id", NEW."id", NEW."on_cost_percent", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."school_id"); RETURN NULL;',
                    hash="ec8f9cfbafdff72604026445d4d162f9cd14a8f2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f59cc",
                    table="provision_rolerate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolerate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_rolerateevent" ("card_id", "id", "on_cost_percent", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id") VALUES (NEW."card_id", NEW."id", NEW."on_cost_percent", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."school_id"); RETURN NULL;',
                    hash="038ff8396881ac96e6e4d6b0b60f031a724defd4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79506",
                    table="provision_rolerate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolerate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_rolerateevent" ("card_id", "id", "on_cost_percent", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "school_id") VALUES (OLD."card_id", OLD."id", OLD."on_cost_percent", OLD."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."school_id"); RETURN NULL;',
                    hash="ca40b1ea47138a7ed37044abf50c49e36497eeed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_513ff",
                    table="provision_rolerate",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_schoolintervention_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", ""), ("evidence_source", ""), ("evidence_year", None)),
                    models.Q(
                        models.Q(("evidence", ""), _negated=True),
                        models.Q(("evidence_source", ""), _negated=True),
                        ("evidence_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="provision_schoolintervention_evidence_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_age", None),
                    ("to_age", None),
                    ("to_age__gte", models.F("from_age")),
                    _connector="OR",
                ),
                name="provision_schoolintervention_ages_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("group_size__gt", 0),
                    ("minutes__gt", 0),
                    ("sessions_a_week__gt", 0),
                    ("weeks__gt", 0),
                ),
                name="provision_schoolintervention_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.UniqueConstraint(
                fields=("school", "name"), name="provision_schoolintervention_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolintervention",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stands_for__isnull", False)),
                fields=("school", "stands_for"),
                name="provision_schoolintervention_one_version",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolintervention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schoolinterventionevent" ("aim", "entry", "evidence", "evidence_source", "evidence_year", "exit", "from_age", "group_size", "id", "is_retired", "materials", "measure", "minutes", "name", "need_types", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sessions_a_week", "staff_role", "stands_for_id", "tier", "to_age", "training", "weeks") VALUES (NEW."aim", NEW."entry", NEW."evidence", NEW."evidence_source", NEW."evidence_year", NEW."exit", NEW."from_age", NEW."group_size", NEW."id", NEW."is_retired", NEW."materials", NEW."measure", NEW."minutes", NEW."name", NEW."need_types", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sessions_a_week", NEW."staff_role", NEW."stands_for_id", NEW."tier", NEW."to_age", NEW."training", NEW."weeks"); RETURN NULL;',
                    hash="23aead81705e39fa009625c56dfd8ed8bf536eb2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c3f53",
                    table="provision_schoolintervention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolintervention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "provision_schoolinterventionevent" ("aim", "entry", "evidence", "evidence_source", "evidence_year", "exit", "from_age", "group_size", "id", "is_retired", "materials", "measure", "minutes", "name", "need_types", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sessions_a_week", "staff_role", "stands_for_id", "tier", "to_age", "training", "weeks") VALUES (NEW."aim", NEW."entry", NEW."evidence", NEW."evidence_source", NEW."evidence_year", NEW."exit", NEW."from_age", NEW."group_size", NEW."id", NEW."is_retired", NEW."materials", NEW."measure", NEW."minutes", NEW."name", NEW."need_types", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sessions_a_week", NEW."staff_role", NEW."stands_for_id", NEW."tier", NEW."to_age", NEW."training", NEW."weeks"); RETURN NULL;',
                    hash="6cc3807f94bfe4161b6a461272c9efe6a4cb57dd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e01cf",
                    table="provision_schoolintervention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolintervention",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_schoolinterventionevent" ("aim", "entry", "evidence", "evidence_source", "evidence_year", "exit", "from_age", "group_size", "id", "is_retired", "materials", "measure", "minutes", "name", "need_types", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sessions_a_week", "staff_role", "stands_for_id", "tier", "to_age", "training", "weeks") VALUES (OLD."aim", OLD."entry", OLD."evidence", OLD."evidence_source", OLD."evidence_year", OLD."exit", OLD."from_age", OLD."group_size", OLD."id", OLD."is_retired", OLD."materials", OLD."measure", OLD."minutes", OLD."name", OLD."need_types", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sessions_a_week", OLD."staff_role", OLD."stands_for_id", OLD."tier", OLD."to_age", OLD."training", OLD."weeks"); RETURN NULL;',
                    hash="ea1f70ca8cd6e2a4cedf9be80f07489237f1816a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da808",
                    table="provision_schoolintervention",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="provision",
            index=models.Index(fields=["school", "starts_on"], name="provision_provision_begins"),
        ),
        migrations.AddIndex(
            model_name="provision",
            index=models.Index(fields=["school", "own_item"], name="provision_provision_item"),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_provision_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "own_item", name="provision_provision_item_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(("shared_item", None), ("own_item", None), _connector="OR"),
                name="provision_provision_one_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="provision_provision_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minutes__gt", 0), ("sessions_a_week__gt", 0), ("weeks__gt", 0)
                ),
                name="provision_provision_shape",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="c6a03a8fa37da0a54199241a802dc139616fa3e8",
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
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "weeks", "written_by_id") VALUES (NEW."ends_on", NEW."funding", NEW."id", NEW."is_confidential", NEW."location", NEW."measure", NEW."minutes", NEW."name", NEW."need_type", NEW."own_item_id", NEW."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."resources_pence", NEW."school_id", NEW."sessions_a_week", NEW."shared_item_id", NEW."staff_id", NEW."staff_role", NEW."starts_on", NEW."state", NEW."tier", NEW."weeks", NEW."written_by_id"); RETURN NULL;',
                    hash="4f5879adc4f2f44b0c38a95d06b2ec93d66ffed0",
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
                    func='INSERT INTO "provision_provisionevent" ("ends_on", "funding", "id", "is_confidential", "location", "measure", "minutes", "name", "need_type", "own_item_id", "pence_an_hour", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resources_pence", "school_id", "sessions_a_week", "shared_item_id", "staff_id", "staff_role", "starts_on", "state", "tier", "weeks", "written_by_id") VALUES (OLD."ends_on", OLD."funding", OLD."id", OLD."is_confidential", OLD."location", OLD."measure", OLD."minutes", OLD."name", OLD."need_type", OLD."own_item_id", OLD."pence_an_hour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."resources_pence", OLD."school_id", OLD."sessions_a_week", OLD."shared_item_id", OLD."staff_id", OLD."staff_role", OLD."starts_on", OLD."state", OLD."tier", OLD."weeks", OLD."written_by_id"); RETURN NULL;',
                    hash="491b2b58ab301d3513c1a860e16681a9461725b3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3999",
                    table="provision_provision",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="servedpromise",
            index=models.Index(fields=["school", "promise"], name="provision_served_promise"),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="provision_servedpromise_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="provision_served_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "promise", name="provision_served_promise_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="servedpromise",
            constraint=models.UniqueConstraint(
                fields=("school", "provision", "promise"), name="provision_served_uniq"
            ),
        ),
    ]
