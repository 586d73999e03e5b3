"""Watching: weeks, totals, rules, tasks; meetings and actions; what is passed on."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
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
        ("lac", "0004_pep"),
        ("pupils", "0014_evidence_approval"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                (
                    "pupil",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="care_actions",
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
                "ordering": ["due_on", "id"],
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
                "ordering": ["-held_on", "-id"],
                "abstract": False,
            },
        ),
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
                    "owner",
                    models.ForeignKey(
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.careaction",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.caremeeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="lac.caremeeting",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="care_meetings",
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
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.caremeeting",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.caremeetingchild",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.caremeeting",
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
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="information_shared",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.informationshared",
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
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="safeguarding_files",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.safeguardingfile",
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
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sdq_totals",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.sdqtotal",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.watchrules",
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
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watch_tasks",
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
                (
                    "closed_by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.watchtask",
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
                    "task",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="told",
                        to="lac.watchtask",
                    ),
                ),
                (
                    "user",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.watchtold",
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
                    "task",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lac.watchtask",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
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
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="care_weeks",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="lac.weekattendance",
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
    ]
