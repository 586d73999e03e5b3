"""Training planned, needed for programmes and looked at; cards of adaptive teaching."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
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
        ("provision", "0014_a4"),
        ("staff", "0004_deployment"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FederationCard",
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
                    "need_type",
                    models.CharField(
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
                        verbose_name="need",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="in one line")),
                ("text", models.CharField(max_length=500, verbose_name="in the classroom do this")),
                ("link", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "link_words",
                    models.CharField(blank=True, max_length=100, verbose_name="what the link is"),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer shown")),
            ],
            options={
                "ordering": ["need_type", "title"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GivenUntrained",
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
                    "missing",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField()),
                ),
                ("why", models.CharField(max_length=300)),
                ("said_on", models.DateField()),
            ],
            options={
                "ordering": ["-said_on", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("has_come", models.BooleanField(null=True)),
                (
                    "useful",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes, I can use it"),
                            ("partly", "Partly"),
                            ("no", "Not for my work"),
                        ],
                        max_length=6,
                        verbose_name="did it help?",
                    ),
                ),
                (
                    "will_try",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what I will try first"
                    ),
                ),
                (
                    "still_needs",
                    models.CharField(blank=True, max_length=300, verbose_name="what I still need"),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OwnRequirement",
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
            name="OwnRequirementEvent",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolCard",
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
                    "need_type",
                    models.CharField(
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
                        verbose_name="need",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="in one line")),
                ("text", models.CharField(max_length=500, verbose_name="in the classroom do this")),
                ("link", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "link_words",
                    models.CharField(blank=True, max_length=100, verbose_name="what the link is"),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer shown")),
            ],
            options={
                "ordering": ["need_type", "title"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolCardEvent",
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
                    "need_type",
                    models.CharField(
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
                        verbose_name="need",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="in one line")),
                ("text", models.CharField(max_length=500, verbose_name="in the classroom do this")),
                ("link", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "link_words",
                    models.CharField(blank=True, max_length=100, verbose_name="what the link is"),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer shown")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SharedRequirement",
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
        ),
        migrations.CreateModel(
            name="TrainingSession",
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
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inset", "INSET day"),
                            ("twilight", "Twilight"),
                            ("course", "Course"),
                            ("visit", "Visit to another school"),
                            ("online", "E-learning"),
                        ],
                        default="twilight",
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("off", "Called off")],
                        default="planned",
                        max_length=7,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="academic year")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="where")),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(default=0, verbose_name="planned cost, in pence"),
                ),
                (
                    "spent_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="spent, in pence"
                    ),
                ),
                (
                    "seen",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="what we see in classrooms"
                    ),
                ),
                ("seen_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": [models.OrderBy(models.F("starts_on"), nulls_last=True), "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingSessionEvent",
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
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inset", "INSET day"),
                            ("twilight", "Twilight"),
                            ("course", "Course"),
                            ("visit", "Visit to another school"),
                            ("online", "E-learning"),
                        ],
                        default="twilight",
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("off", "Called off")],
                        default="planned",
                        max_length=7,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="academic year")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("provider", models.CharField(blank=True, max_length=150)),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="where")),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
                ),
                (
                    "pence",
                    models.PositiveIntegerField(default=0, verbose_name="planned cost, in pence"),
                ),
                (
                    "spent_pence",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="spent, in pence"
                    ),
                ),
                (
                    "seen",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="what we see in classrooms"
                    ),
                ),
                ("seen_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trainingrecord",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trainingrecord",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trainingrecord",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="trainingtopic",
            name="staff_trainingtopic_name_uniq",
        ),
        migrations.AddField(
            model_name="trainingrecord",
            name="certificate_seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="trainingrecord",
            name="certificate_seen_on",
            field=models.DateField(blank=True, null=True, verbose_name="certificate seen on"),
        ),
        migrations.AddField(
            model_name="trainingrecordevent",
            name="certificate_seen_by",
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
            model_name="trainingrecordevent",
            name="certificate_seen_on",
            field=models.DateField(blank=True, null=True, verbose_name="certificate seen on"),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="about",
            field=models.CharField(blank=True, max_length=300, verbose_name="what it is for"),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="duty",
            field=models.CharField(
                blank=True,
                choices=[
                    ("first_aid", "First aid"),
                    ("medicine", "Medicines and medical needs"),
                    ("moving", "Moving and handling"),
                    ("intimate", "Intimate care"),
                    ("behaviour", "Behaviour plans and safe holding"),
                ],
                max_length=9,
                verbose_name="duty",
            ),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="hours",
            field=models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="is_retired",
            field=models.BooleanField(default=False, verbose_name="no longer used"),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="need_types",
            field=django.contrib.postgres.fields.ArrayField(
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
                        ("NSA", "SEN support, no specialist assessment of type of need (NSA)"),
                    ],
                    max_length=4,
                ),
                blank=True,
                default=list,
            ),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="only_at",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="pence",
            field=models.PositiveIntegerField(
                blank=True, null=True, verbose_name="usual cost, in pence"
            ),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="provider",
            field=models.CharField(blank=True, max_length=150, verbose_name="who usually gives it"),
        ),
        migrations.AddField(
            model_name="trainingtopic",
            name="valid_months",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="valid for months"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingrecordevent" ("certificate_seen_by_id", "certificate_seen_on", "hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (NEW."certificate_seen_by_id", NEW."certificate_seen_on", NEW."hours", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."topic_id", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="5cb3cf1fa1151a3a987836b96f56ee504fda12bd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8842e",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_trainingrecordevent" ("certificate_seen_by_id", "certificate_seen_on", "hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (NEW."certificate_seen_by_id", NEW."certificate_seen_on", NEW."hours", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provider", NEW."school_id", NEW."subject", NEW."taken_on", NEW."title", NEW."topic_id", NEW."user_id", NEW."valid_until"); RETURN NULL;',
                    hash="d6edf5e37097f183d0856ce47fd3042133b18c92",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8deb7",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingrecordevent" ("certificate_seen_by_id", "certificate_seen_on", "hours", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "school_id", "subject", "taken_on", "title", "topic_id", "user_id", "valid_until") VALUES (OLD."certificate_seen_by_id", OLD."certificate_seen_on", OLD."hours", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provider", OLD."school_id", OLD."subject", OLD."taken_on", OLD."title", OLD."topic_id", OLD."user_id", OLD."valid_until"); RETURN NULL;',
                    hash="cf291b3b2be02ab580c2fb20b5445debc0d7ee75",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03bf1",
                    table="staff_trainingrecord",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("certificate_seen_by", None), ("certificate_seen_on", None)),
                    models.Q(
                        ("certificate_seen_by__isnull", False),
                        ("certificate_seen_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="staff_trainingrecord_certificate_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingtopic",
            constraint=models.UniqueConstraint(
                models.F("federation"),
                django.db.models.functions.text.Lower("name"),
                models.F("only_at"),
                name="staff_trainingtopic_name_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingtopic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_months", None),
                    models.Q(("valid_months__gte", 1), ("valid_months__lte", 120)),
                    _connector="OR",
                ),
                name="staff_trainingtopic_months",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingtopic",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours", None), ("hours__gt", 0), _connector="OR"),
                name="staff_trainingtopic_hours",
            ),
        ),
        migrations.AddField(
            model_name="federationcard",
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
            model_name="givenuntrained",
            name="provision",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="provision.provision",
            ),
        ),
        migrations.AddField(
            model_name="givenuntrained",
            name="said_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="givenuntrained",
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
            model_name="givenuntrained",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="member",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.staffmember",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="record",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="staff.trainingrecord",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
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
            model_name="invitation",
            name="user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="ownrequirement",
            name="own_item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="provision.schoolintervention",
            ),
        ),
        migrations.AddField(
            model_name="ownrequirement",
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
            model_name="ownrequirement",
            name="shared_item",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="provision.federationintervention",
            ),
        ),
        migrations.AddField(
            model_name="ownrequirement",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="staff.trainingtopic",
            ),
        ),
        migrations.AddField(
            model_name="ownrequirementevent",
            name="own_item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.schoolintervention",
            ),
        ),
        migrations.AddField(
            model_name="ownrequirementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.ownrequirement",
            ),
        ),
        migrations.AddField(
            model_name="ownrequirementevent",
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
            model_name="ownrequirementevent",
            name="shared_item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="provision.federationintervention",
            ),
        ),
        migrations.AddField(
            model_name="ownrequirementevent",
            name="topic",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.trainingtopic",
            ),
        ),
        migrations.AddField(
            model_name="schoolcard",
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
            model_name="schoolcard",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="schoolcardevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.schoolcard",
            ),
        ),
        migrations.AddField(
            model_name="schoolcardevent",
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
            model_name="schoolcardevent",
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
            model_name="sharedrequirement",
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
            model_name="sharedrequirement",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="provision.federationintervention",
            ),
        ),
        migrations.AddField(
            model_name="sharedrequirement",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="staff.trainingtopic",
            ),
        ),
        migrations.AddField(
            model_name="trainingsession",
            name="planned_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="trainingsession",
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
            model_name="trainingsession",
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
            model_name="trainingsession",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.trainingtopic",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="session",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invited",
                to="staff.trainingsession",
            ),
        ),
        migrations.AddField(
            model_name="trainingsessionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="staff.trainingsession",
            ),
        ),
        migrations.AddField(
            model_name="trainingsessionevent",
            name="planned_by",
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
            model_name="trainingsessionevent",
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
            model_name="trainingsessionevent",
            name="seen_by",
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
            model_name="trainingsessionevent",
            name="topic",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="staff.trainingtopic",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationcard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link", ""), ("link_words", "")),
                    models.Q(
                        models.Q(("link", ""), _negated=True),
                        models.Q(("link_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="staff_federationcard_link_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="federationcard",
            constraint=models.UniqueConstraint(
                fields=("federation", "need_type", "title"), name="staff_federationcard_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="givenuntrained",
            index=models.Index(fields=["school", "provision"], name="staff_givenuntrained_of"),
        ),
        migrations.AddConstraint(
            model_name="givenuntrained",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_givenuntrained_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="givenuntrained",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "provision", name="staff_givenuntrained_provision_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="givenuntrained",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("why", ""), _negated=True), ("missing__len__gte", 1)),
                name="staff_givenuntrained_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_ownrequirement_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "own_item", name="staff_ownrequirement_item_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("own_item__isnull", False), ("shared_item", None)),
                    models.Q(("own_item", None), ("shared_item__isnull", False)),
                    _connector="OR",
                ),
                name="staff_ownrequirement_one_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownrequirement",
            constraint=models.UniqueConstraint(
                fields=("school", "topic", "shared_item", "own_item"),
                name="staff_ownrequirement_uniq",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_ownrequirementevent" ("id", "own_item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "shared_item_id", "topic_id") VALUES (NEW."id", NEW."own_item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."shared_item_id", NEW."topic_id"); RETURN NULL;',
                    hash="c75576d62fcae089ac12377a8337b22e31aa8c82",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_766a4",
                    table="staff_ownrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_ownrequirementevent" ("id", "own_item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "shared_item_id", "topic_id") VALUES (NEW."id", NEW."own_item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."shared_item_id", NEW."topic_id"); RETURN NULL;',
                    hash="1e6529975a2b3b4379cb7c632620d601c0d6197f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4b065",
                    table="staff_ownrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_ownrequirementevent" ("id", "own_item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "shared_item_id", "topic_id") VALUES (OLD."id", OLD."own_item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."shared_item_id", OLD."topic_id"); RETURN NULL;',
                    hash="6aa7bad0f89c94f6d50f9a81833ed8f5d9eab416",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_33ad5",
                    table="staff_ownrequirement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolcard",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_schoolcard_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolcard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link", ""), ("link_words", "")),
                    models.Q(
                        models.Q(("link", ""), _negated=True),
                        models.Q(("link_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="staff_schoolcard_link_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolcard",
            constraint=models.UniqueConstraint(
                fields=("school", "need_type", "title"), name="staff_schoolcard_uniq"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolcard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_schoolcardevent" ("id", "is_retired", "link", "link_words", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "title", "written_by_id") VALUES (NEW."id", NEW."is_retired", NEW."link", NEW."link_words", NEW."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."text", NEW."title", NEW."written_by_id"); RETURN NULL;',
                    hash="e0660408d46d7e9be83cec68d666c53d0ab6efe7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e9ac5",
                    table="staff_schoolcard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolcard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_schoolcardevent" ("id", "is_retired", "link", "link_words", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "title", "written_by_id") VALUES (NEW."id", NEW."is_retired", NEW."link", NEW."link_words", NEW."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."text", NEW."title", NEW."written_by_id"); RETURN NULL;',
                    hash="e175cb7e00a2c0b3739af25228e4e02717a90d5e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7cff0",
                    table="staff_schoolcard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolcard",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_schoolcardevent" ("id", "is_retired", "link", "link_words", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text", "title", "written_by_id") VALUES (OLD."id", OLD."is_retired", OLD."link", OLD."link_words", OLD."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."text", OLD."title", OLD."written_by_id"); RETURN NULL;',
                    hash="af88fc085140bc7bd0667b2edd9740519526a9b7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ec5ae",
                    table="staff_schoolcard",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sharedrequirement",
            constraint=models.UniqueConstraint(
                fields=("federation", "topic", "item"), name="staff_sharedrequirement_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="trainingsession",
            index=models.Index(fields=["school", "year"], name="staff_trainingsession_year"),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_trainingsession_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="staff_trainingsession_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "held"), _negated=True),
                    ("starts_on__isnull", False),
                    _connector="OR",
                ),
                name="staff_trainingsession_held_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen", ""), ("seen_by", None), ("seen_on", None)),
                    models.Q(
                        models.Q(("seen", ""), _negated=True),
                        ("seen_by__isnull", False),
                        ("seen_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="staff_trainingsession_seen_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours", None), ("hours__gt", 0), _connector="OR"),
                name="staff_trainingsession_hours",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingsession",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingsessionevent" ("ends_on", "hours", "id", "kind", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "provider", "school_id", "seen", "seen_by_id", "seen_on", "spent_pence", "starts_at", "starts_on", "state", "title", "topic_id", "year") VALUES (NEW."ends_on", NEW."hours", NEW."id", NEW."kind", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."planned_by_id", NEW."provider", NEW."school_id", NEW."seen", NEW."seen_by_id", NEW."seen_on", NEW."spent_pence", NEW."starts_at", NEW."starts_on", NEW."state", NEW."title", NEW."topic_id", NEW."year"); RETURN NULL;',
                    hash="72752bdebafb9fbea5f0713f8c44c23dfb0a6e5a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c714a",
                    table="staff_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingsession",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "staff_trainingsessionevent" ("ends_on", "hours", "id", "kind", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "provider", "school_id", "seen", "seen_by_id", "seen_on", "spent_pence", "starts_at", "starts_on", "state", "title", "topic_id", "year") VALUES (NEW."ends_on", NEW."hours", NEW."id", NEW."kind", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."planned_by_id", NEW."provider", NEW."school_id", NEW."seen", NEW."seen_by_id", NEW."seen_on", NEW."spent_pence", NEW."starts_at", NEW."starts_on", NEW."state", NEW."title", NEW."topic_id", NEW."year"); RETURN NULL;',
                    hash="2f878cea1432eacff9dda188cc69ef325fa0f8fc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f364f",
                    table="staff_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingsession",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "staff_trainingsessionevent" ("ends_on", "hours", "id", "kind", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "provider", "school_id", "seen", "seen_by_id", "seen_on", "spent_pence", "starts_at", "starts_on", "state", "title", "topic_id", "year") VALUES (OLD."ends_on", OLD."hours", OLD."id", OLD."kind", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."planned_by_id", OLD."provider", OLD."school_id", OLD."seen", OLD."seen_by_id", OLD."seen_on", OLD."spent_pence", OLD."starts_at", OLD."starts_on", OLD."state", OLD."title", OLD."topic_id", OLD."year"); RETURN NULL;',
                    hash="131f90e695e0419963de4ee4ed20e7cc9533806a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5865b",
                    table="staff_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["school", "user"], name="staff_invitation_user"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="staff_invitation_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "session", name="staff_invitation_session_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "member", name="staff_invitation_member_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "record", name="staff_invitation_record_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("member", None), ("user__isnull", False)),
                    models.Q(("member__isnull", False), ("user", None)),
                    _connector="OR",
                ),
                name="staff_invitation_one_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("school", "session", "user", "member"),
                name="staff_invitation_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answered_on", None), ("still_needs", ""), ("useful", ""), ("will_try", "")
                    ),
                    models.Q(
                        models.Q(("useful", ""), _negated=True),
                        ("answered_on__isnull", False),
                        ("has_come", True),
                    ),
                    _connector="OR",
                ),
                name="staff_invitation_answer_whole",
            ),
        ),
    ]
