"""Schools, people, access, audit, jobs, mail, reminders and documents."""

import aylsham.audit.fields
import aylsham.identifiers
import aylsham.models.organisation
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    initial = True

    # A database made with these files is left as it is: its tables are the same.
    replaces = [
        ("aylsham", "0001_tables"),
        ("aylsham", "0002_deadline_begins_on"),
        ("aylsham", "0003_moves2"),
        ("aylsham", "0004_layers"),
    ]

    dependencies = []

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=aylsham.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=150)),
                ("is_active", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Federation",
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
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Job",
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
                ("kind", models.CharField(max_length=40)),
                ("key", models.CharField(blank=True, max_length=200, null=True, unique=True)),
                (
                    "school_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list
                    ),
                ),
                (
                    "queue",
                    models.CharField(
                        choices=[("default", "Short work"), ("heavy", "PDFs and solvers")],
                        default="default",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("arguments", models.JSONField(blank=True, default=dict)),
                ("result", models.JSONField(blank=True, default=dict)),
                ("cursor", models.JSONField(blank=True, default=dict)),
                ("steps_done", models.PositiveIntegerField(default=0)),
                ("steps_total", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "sentence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what it is doing, in plain words"
                    ),
                ),
                (
                    "error",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what went wrong, in plain words"
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("lease_token", models.UUIDField(blank=True, null=True)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                (
                    "not_before",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("cancel_requested_at", models.DateTimeField(blank=True, null=True)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
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
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="OutgoingMail",
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
                ("kind", models.CharField(max_length=40)),
                ("to_address", models.EmailField(blank=True, max_length=254)),
                (
                    "school_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list
                    ),
                ),
                ("context", models.JSONField(blank=True, default=dict)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("secret", models.TextField(blank=True)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "job",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mail",
                        to="aylsham.job",
                    ),
                ),
                (
                    "recipient",
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
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="ReminderPreference",
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
                    "hour",
                    models.PositiveSmallIntegerField(
                        default=7,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(20),
                        ],
                    ),
                ),
                ("passes_until", models.DateField(blank=True, null=True)),
                (
                    "passes_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminder_preference",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="School",
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
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(unique=True)),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("nursery", "Nursery"),
                            ("infant", "Infant"),
                            ("junior", "Junior"),
                            ("primary", "Primary"),
                            ("first", "First"),
                            ("middle", "Middle"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "la_code",
                    models.CharField(
                        max_length=3,
                        validators=[django.core.validators.RegexValidator("^\\d{3}$")],
                        verbose_name="local authority code",
                    ),
                ),
                (
                    "establishment_number",
                    models.CharField(
                        max_length=4, validators=[django.core.validators.RegexValidator("^\\d{4}$")]
                    ),
                ),
                (
                    "urn",
                    models.CharField(
                        max_length=6,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^\\d{6}$")],
                        verbose_name="URN",
                    ),
                ),
                (
                    "year_groups",
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
                        )
                    ),
                ),
                (
                    "is_open_in_holidays",
                    models.BooleanField(
                        default=False,
                        help_text="Has sessions in the school holidays, so no closure of four weeks.",
                    ),
                ),
                ("live_from", models.DateField(blank=True, null=True)),
                ("uses_layers", models.BooleanField(default=False)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schools",
                        to="aylsham.federation",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                            ("sendco", "SENDCo"),
                            ("assistant_sendco", "Assistant SENDCo"),
                            ("designated_teacher", "Designated teacher"),
                            ("head", "Head teacher"),
                            ("deputy", "Deputy head"),
                            ("phase_leader", "Phase leader"),
                            ("class_teacher", "Class teacher"),
                            ("subject_leader", "Subject leader"),
                            ("key_person", "Nursery key person"),
                            ("lsa", "LSA"),
                            ("higher_level_assistant", "Higher-level assistant"),
                            ("cover", "Cover teacher"),
                            ("trainee", "Trainee"),
                            ("send_administrator", "SEND administrator"),
                            ("governor", "Governor"),
                            ("safeguarding_lead", "Designated safeguarding lead"),
                            ("office", "School office"),
                            ("federation_send_lead", "Federation SEND lead"),
                            ("federation_administrator", "Federation administrator"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "year_groups",
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
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="aylsham.school",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="job",
            name="school",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aylsham.school",
            ),
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
                ("email", models.EmailField(max_length=254)),
                ("name", models.CharField(max_length=150)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("sendco", "SENDCo"),
                            ("assistant_sendco", "Assistant SENDCo"),
                            ("designated_teacher", "Designated teacher"),
                            ("head", "Head teacher"),
                            ("deputy", "Deputy head"),
                            ("phase_leader", "Phase leader"),
                            ("class_teacher", "Class teacher"),
                            ("subject_leader", "Subject leader"),
                            ("key_person", "Nursery key person"),
                            ("lsa", "LSA"),
                            ("higher_level_assistant", "Higher-level assistant"),
                            ("cover", "Cover teacher"),
                            ("trainee", "Trainee"),
                            ("send_administrator", "SEND administrator"),
                            ("governor", "Governor"),
                            ("safeguarding_lead", "Designated safeguarding lead"),
                            ("office", "School office"),
                            ("federation_send_lead", "Federation SEND lead"),
                            ("federation_administrator", "Federation administrator"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "year_groups",
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
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list
                    ),
                ),
                ("role_ends_on", models.DateField(blank=True, null=True)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("invited_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="aylsham.federation"
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="aylsham.school",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HolidayCover",
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
                    "user",
                    models.ForeignKey(
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DigestPart",
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
                            ("day", "Today and this week"),
                            ("week", "This week"),
                            ("break", "Inside the coming break"),
                            ("holiday", "In the holidays"),
                        ],
                        max_length=7,
                    ),
                ),
                ("for_on", models.DateField()),
                (
                    "made_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Deadline",
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
                ("provider", models.CharField(max_length=30)),
                ("key", models.CharField(max_length=120)),
                ("pupil_id", models.UUIDField(blank=True, null=True)),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("due_on", models.DateField()),
                ("do_by", models.DateField()),
                ("begins_on", models.DateField(blank=True, null=True)),
                ("lapses_on", models.DateField(blank=True, null=True)),
                (
                    "owed_by",
                    models.CharField(
                        choices=[
                            ("school", "Us"),
                            ("la", "Local authority"),
                            ("health", "Health"),
                            ("care", "Social worker"),
                            ("parent", "Parents"),
                            ("other", "Another school"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        choices=[(3, "Law"), (2, "Guidance"), (1, "Our own")]
                    ),
                ),
                ("permission", models.CharField(blank=True, max_length=30)),
                ("rule_code", models.CharField(max_length=60)),
                ("rule_version", models.CharField(max_length=20)),
                ("citation", models.CharField(max_length=300)),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("law", "law"),
                            ("guidance", "guidance"),
                            ("working", "our own working date"),
                            ("unverified", "check locally"),
                        ],
                        max_length=10,
                    ),
                ),
                ("how", models.CharField(blank=True, max_length=200)),
                ("facts", models.JSONField(default=dict)),
                ("action", models.JSONField(default=dict)),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[("on_track", "On track"), ("due_soon", "Due soon")],
                        max_length=12,
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
                "ordering": ["do_by", "-weight", "due_on", "key"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Closure",
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
                            ("half_term", "Half-term"),
                            ("inset", "INSET day"),
                            ("closure", "Closure"),
                        ],
                        max_length=10,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=200)),
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
                "ordering": ["starts_on"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
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
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="AuditSeal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                (
                    "ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField()),
                ),
                ("count", models.PositiveIntegerField()),
                ("last_id", models.BigIntegerField()),
                ("digests", models.BinaryField()),
                ("previous_hash", models.BinaryField()),
                ("hash", models.BinaryField()),
                ("sealed_at", models.DateTimeField()),
                ("over_below", models.BigIntegerField()),
                ("begun_up_to", models.BigIntegerField()),
                ("drawn_up_to", models.BigIntegerField()),
                ("origin", models.CharField(max_length=60)),
                ("restored_up_to", models.BigIntegerField(default=0)),
                ("is_restore", models.BooleanField(default=False)),
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
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "xid",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            aylsham.audit.fields.TransactionNumber(), models.BigIntegerField()
                        ),
                        editable=False,
                    ),
                ),
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "at",
                    models.DateTimeField(
                        db_default=aylsham.audit.fields.ClockTimestamp(), editable=False
                    ),
                ),
                ("actor_id", models.UUIDField(null=True)),
                ("actor_name", models.CharField(max_length=150)),
                ("actor_roles", models.CharField(blank=True, max_length=200)),
                ("action", models.CharField(max_length=40)),
                ("subject_type", models.CharField(blank=True, max_length=60)),
                ("subject_id", models.CharField(blank=True, max_length=40)),
                (
                    "pupil_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list
                    ),
                ),
                ("detail", models.JSONField(default=dict)),
                ("request_id", models.UUIDField(null=True)),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SharedDevice",
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
                ("name", models.CharField(max_length=60)),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("registered_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="devices",
                        to="aylsham.school",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DevicePin",
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
                ("pin_hash", models.CharField(max_length=128)),
                ("wrong_tries", models.PositiveSmallIntegerField(default=0)),
                ("set_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="device_pins",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "device",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pins",
                        to="aylsham.shareddevice",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SignInEvent",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "at",
                    models.DateTimeField(
                        db_default=aylsham.audit.fields.ClockTimestamp(), editable=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("in", "signed in"),
                            ("out", "signed out"),
                            ("failed", "gave a wrong password or address"),
                            ("wrong_pin", "typed a wrong PIN"),
                            ("password", "changed the password"),
                            ("reset", "set a new password by e-mail"),
                            ("factor_added", "added a second factor"),
                            ("factor_removed", "removed a second factor"),
                            ("codes", "made new recovery codes"),
                        ],
                        max_length=16,
                    ),
                ),
                ("user_id", models.UUIDField(null=True)),
                ("method", models.CharField(blank=True, max_length=20)),
                ("address_hash", models.CharField(blank=True, max_length=64)),
                ("ip", models.GenericIPAddressField(null=True)),
                ("agent", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(fields=["user_id", "at"], name="aylsham_signinevent_user"),
                    models.Index(fields=["at"], name="aylsham_signinevent_at"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteWeek",
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
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="aylsham.federation",
                    ),
                ),
                (
                    "friday",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "monday",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "thursday",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "tuesday",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="site_weeks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "wednesday",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StoredMessage",
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
                ("message_id", models.CharField(max_length=200)),
                ("to_address", models.EmailField(max_length=254)),
                ("subject", models.CharField(max_length=300)),
                ("text", models.TextField()),
                (
                    "stored_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "mail",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stored",
                        to="aylsham.outgoingmail",
                    ),
                ),
            ],
            options={
                "ordering": ["-stored_at"],
            },
        ),
        migrations.CreateModel(
            name="Term",
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
                    "name",
                    models.CharField(
                        choices=[("autumn", "Autumn"), ("spring", "Spring"), ("summer", "Summer")],
                        max_length=6,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
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
                "ordering": ["starts_on"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="outgoingmail",
            index=models.Index(fields=["-created_at"], name="aylsham_outgoingmail_newest"),
        ),
        migrations.AddIndex(
            model_name="outgoingmail",
            index=models.Index(fields=["recipient", "-created_at"], name="aylsham_outgoingmail_to"),
        ),
        migrations.AddConstraint(
            model_name="outgoingmail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recipient", None), models.Q(("to_address", ""), _negated=True)),
                    models.Q(("recipient__isnull", False), ("to_address", "")),
                    _connector="OR",
                ),
                name="aylsham_outgoingmail_one_recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="outgoingmail",
            constraint=models.CheckConstraint(
                condition=models.Q(("sent_at", None), ("secret", ""), _connector="OR"),
                name="aylsham_outgoingmail_secret_gone",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderpreference",
            constraint=models.CheckConstraint(
                condition=models.Q(("hour__gte", 5), ("hour__lte", 20)),
                name="aylsham_reminderpreference_hour",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderpreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("passes_until", None), ("passes_to__isnull", False), _connector="OR"
                ),
                name="aylsham_reminderpreference_until_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="school",
            constraint=models.UniqueConstraint(
                fields=("la_code", "establishment_number"), name="aylsham_school_estab_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="school",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "slug__in",
                        [
                            "accounts",
                            "calendar",
                            "class-can-see",
                            "components",
                            "contribute",
                            "dates",
                            "demo",
                            "devices",
                            "favicon.ico",
                            "federation",
                            "healthz",
                            "help",
                            "invitations",
                            "jobs",
                            "lock",
                            "locked",
                            "me",
                            "my",
                            "pin",
                            "readyz",
                            "roles",
                            "search",
                            "static",
                            "supply",
                            "switch",
                        ],
                    ),
                    _negated=True,
                ),
                name="aylsham_school_slug_not_reserved",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="aylsham_membership_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role__in", ["cover", "trainee"]), _negated=True),
                    ("ends_on__isnull", False),
                    _connector="OR",
                ),
                name="aylsham_membership_cover_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("user", "federation", "school", "role", "starts_on"),
                name="aylsham_membership_uniq",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(
                condition=models.Q(("state__in", ("waiting", "running"))),
                fields=["not_before"],
                name="aylsham_job_open",
            ),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(fields=["started_by", "-created_at"], name="aylsham_job_starter"),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(fields=["school", "-created_at"], name="aylsham_job_school"),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("lease_token__isnull", False),
                        ("state", "running"),
                        ("lease_until__isnull", False),
                    ),
                    models.Q(
                        models.Q(("state", "running"), _negated=True),
                        ("lease_token", None),
                        ("lease_until", None),
                    ),
                    _connector="OR",
                ),
                name="aylsham_job_lease_while_running",
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("state__in", ("waiting", "running"))),
                    models.Q(
                        models.Q(("state__in", ("waiting", "running")), _negated=True),
                        ("ended_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="aylsham_job_ended_when_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("steps_total", None),
                    ("steps_done__lte", models.F("steps_total")),
                    _connector="OR",
                ),
                name="aylsham_job_steps_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "failed"), _negated=True),
                    models.Q(("error", ""), _negated=True),
                    _connector="OR",
                ),
                name="aylsham_job_failure_has_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("invited_at"))),
                name="aylsham_invitation_expires",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at", None), ("accepted_by", None)),
                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                    _connector="OR",
                ),
                name="aylsham_invitation_accepted_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_at", None), ("withdrawn_at", None), _connector="OR"),
                name="aylsham_invitation_accepted_or_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="holidaycover",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="aylsham_holidaycover_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="holidaycover",
            constraint=models.UniqueConstraint(fields=("school",), name="aylsham_holidaycover_one"),
        ),
        migrations.AddConstraint(
            model_name="digestpart",
            constraint=models.UniqueConstraint(
                fields=("user", "school", "kind", "for_on"), name="aylsham_digestpart_once"
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(fields=["school", "do_by"], name="aylsham_deadline_do_by"),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(fields=["school", "pupil_id"], name="aylsham_deadline_pupil"),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="aylsham_deadline_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                fields=("school", "provider", "key"), name="aylsham_deadline_key_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(("do_by__lte", models.F("due_on"))),
                name="aylsham_deadline_do_by_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="aylsham_closure_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.CheckConstraint(
                condition=models.Q(("starts_on__lte", models.F("ends_on"))),
                name="aylsham_closure_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.UniqueConstraint(
                fields=("school", "starts_on", "ends_on"), name="aylsham_closure_uniq"
            ),
        ),
        migrations.AddIndex(
            model_name="calendarfeed",
            index=models.Index(fields=["user"], name="aylsham_calendarfeed_user"),
        ),
        migrations.AddConstraint(
            model_name="auditseal",
            constraint=models.UniqueConstraint(
                fields=("school", "number"), name="aylsham_auditseal_number_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="auditseal",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__gt", 0), ("is_restore", True), _connector="OR"),
                name="aylsham_auditseal_not_empty",
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["school", "at"], name="aylsham_auditevent_at"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["school", "xid"], name="aylsham_auditevent_xid"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                fields=["school", "actor_id", "at"], name="aylsham_auditevent_actor"
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                models.F("school"),
                models.F("pupil_ids__0"),
                models.F("at"),
                name="aylsham_auditevent_pupil",
            ),
        ),
        migrations.AddConstraint(
            model_name="shareddevice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at", None), ("revoked_by", None)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="aylsham_device_revoked_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="devicepin",
            constraint=models.UniqueConstraint(
                fields=("device", "user"), name="aylsham_devicepin_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="siteweek",
            constraint=models.UniqueConstraint(
                fields=("user", "federation"), name="aylsham_siteweek_one_a_federation"
            ),
        ),
        migrations.AddIndex(
            model_name="storedmessage",
            index=models.Index(fields=["mail"], name="aylsham_storedmessage_mail"),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="aylsham_term_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(
                fields=("school", "academic_year", "name"), name="aylsham_term_name_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("starts_on__lte", models.F("ends_on"))),
                name="aylsham_term_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("school", "="),
                    (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                ],
                name="aylsham_term_no_overlap",
            ),
        ),
    ]
