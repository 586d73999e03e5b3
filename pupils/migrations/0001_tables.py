"""Children and all that a school keeps about them."""

import aylsham.identifiers
import aylsham.models.organisation
import aylsham.tenancy.constraints
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.serializers.json
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import pupils.models.roll
from django.conf import settings
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration
from pupils.migrations._search import FIND_DOCUMENTS, FIND_PUPILS, FOLD_NAME, allow


class Migration(TablesMigration):
    # A database made before this file is left as it is: its tables are the same.
    replaces = [
        ("pupils", "0001_initial"),
        ("pupils", "0002_parent_told"),
        ("pupils", "0003_importing"),
        ("pupils", "0004_importing_pupils"),
        ("pupils", "0005_search"),
        ("pupils", "0006_importing_held"),
        ("pupils", "0007_safety"),
        ("pupils", "0008_differences"),
        ("pupils", "0009_family"),
        ("pupils", "0010_strategies"),
        ("pupils", "0011_passport"),
        ("pupils", "0012_documents"),
        ("pupils", "0013_concerns"),
        ("pupils", "0014_passport_print"),
    ]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("aylsham", "0001_tables"),
    ]

    operations = [
        BtreeGinExtension(),
        migrations.RunSQL(FOLD_NAME, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="ClassGroup",
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
                (
                    "academic_year",
                    models.PositiveSmallIntegerField(help_text="The year in which it begins."),
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
                "ordering": ["year_groups", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_classgroup_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "academic_year", "name", "year_groups"),
                        name="pupils_classgroup_name_uniq",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pupil",
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
                ("upn", models.CharField(blank=True, max_length=13, verbose_name="UPN")),
                (
                    "former_upn",
                    models.CharField(blank=True, max_length=13, verbose_name="former UPN"),
                ),
                (
                    "mis_id",
                    models.CharField(blank=True, max_length=40, verbose_name="admission number"),
                ),
                ("first_name", models.CharField(max_length=100, verbose_name="legal first name")),
                ("last_name", models.CharField(max_length=100, verbose_name="legal family name")),
                ("preferred_first_name", models.CharField(blank=True, max_length=100)),
                ("born_on", models.DateField(verbose_name="date of birth")),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("F", "Female"), ("M", "Male")], max_length=1
                    ),
                ),
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
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=60)),
                ("first_language", models.CharField(blank=True, max_length=60)),
                (
                    "is_eal",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="English as an additional language"
                    ),
                ),
                (
                    "kept_fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list
                    ),
                ),
                (
                    "search_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=pupils.models.roll.Fold(
                            django.db.models.functions.text.Concat(
                                models.Value(" "),
                                "first_name",
                                models.Value(" "),
                                "preferred_first_name",
                                models.Value(" "),
                                "last_name",
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "class_group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pupils",
                        to="pupils.classgroup",
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
                "indexes": [
                    models.Index(
                        fields=["school", "last_name", "first_name", "id"], name="pupils_pupil_name"
                    ),
                    models.Index(fields=["school", "class_group"], name="pupils_pupil_class"),
                    models.Index(fields=["school", "year_group"], name="pupils_pupil_year"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["school", "search_name"],
                        name="pupils_pupil_search",
                        opclasses=["uuid_ops", "gin_trgm_ops"],
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_pupil_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "class_group", name="pupils_pupil_class_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("upn", ""), _negated=True),
                        fields=("school", "upn"),
                        name="pupils_pupil_upn_uniq",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("mis_id", ""), _negated=True),
                        fields=("school", "mis_id"),
                        name="pupils_pupil_mis_id_uniq",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PupilEvent",
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
                ("upn", models.CharField(blank=True, max_length=13, verbose_name="UPN")),
                (
                    "former_upn",
                    models.CharField(blank=True, max_length=13, verbose_name="former UPN"),
                ),
                (
                    "mis_id",
                    models.CharField(blank=True, max_length=40, verbose_name="admission number"),
                ),
                ("first_name", models.CharField(max_length=100, verbose_name="legal first name")),
                ("last_name", models.CharField(max_length=100, verbose_name="legal family name")),
                ("preferred_first_name", models.CharField(blank=True, max_length=100)),
                ("born_on", models.DateField(verbose_name="date of birth")),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("F", "Female"), ("M", "Male")], max_length=1
                    ),
                ),
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
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=60)),
                ("first_language", models.CharField(blank=True, max_length=60)),
                (
                    "is_eal",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="English as an additional language"
                    ),
                ),
                (
                    "kept_fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list
                    ),
                ),
                (
                    "class_group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.classgroup",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
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
            name="Adjustment",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("class", "In class"),
                            ("tests", "In tests"),
                            ("moving", "Moving around the school"),
                            ("pe", "PE, playtimes and clubs"),
                            ("trips", "Trips and visits"),
                            ("information", "Letters and information"),
                        ],
                        max_length=11,
                        verbose_name="where",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what is done differently")),
                (
                    "why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what it makes possible"
                    ),
                ),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="look at it again on"),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="adjustment_of_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_adjustment_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_adjustment_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_adjustment_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdjustmentEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("class", "In class"),
                            ("tests", "In tests"),
                            ("moving", "Moving around the school"),
                            ("pe", "PE, playtimes and clubs"),
                            ("trips", "Trips and visits"),
                            ("information", "Letters and information"),
                        ],
                        max_length=11,
                        verbose_name="where",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what is done differently")),
                (
                    "why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what it makes possible"
                    ),
                ),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="look at it again on"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.adjustment",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgreedAction",
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
                ("what", models.CharField(max_length=300)),
                (
                    "outside_owner",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                (
                    "owed_by",
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
                ("due_on", models.DateField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("here", "Child's record"),
                            ("contact", "Contact log"),
                            ("meeting", "Meeting"),
                            ("advice", "Professional advice"),
                            ("plan", "Plan"),
                            ("referral", "Referral"),
                        ],
                        default="here",
                        max_length=8,
                    ),
                ),
                ("source_id", models.UUIDField(blank=True, null=True)),
                ("agreed_on", models.DateField()),
                ("done_on", models.DateField(blank=True, null=True)),
                ("outcome", models.TextField(blank=True, verbose_name="what came of it")),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it is no longer needed"
                    ),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "owner",
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
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "withdrawn_by",
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
                        related_name="actions",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_agreedaction_pupil"),
                    models.Index(
                        condition=models.Q(("done_on", None), ("withdrawn_on", None)),
                        fields=["school", "owner", "due_on"],
                        name="pupils_agreedaction_owner",
                    ),
                    models.Index(fields=["school", "source_id"], name="pupils_agreedaction_source"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_agreedaction_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_agreedaction_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("owner", None),
                                models.Q(("outside_owner", ""), _negated=True),
                                models.Q(("owed_by", "school"), _negated=True),
                            ),
                            models.Q(
                                ("outside_owner", ""),
                                ("owed_by", "school"),
                                ("owner__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_agreedaction_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None), ("withdrawn_on", None), _connector="OR"
                        ),
                        name="pupils_agreedaction_done_or_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_by", None), ("done_on__isnull", False), _connector="OR"
                        ),
                        name="pupils_agreedaction_done_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_by", None),
                                ("withdrawn_on", None),
                                ("withdrawn_why", ""),
                            ),
                            models.Q(
                                ("withdrawn_on__isnull", False),
                                models.Q(("withdrawn_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_agreedaction_withdrawn_pair",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreedActionEvent",
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
                ("what", models.CharField(max_length=300)),
                (
                    "outside_owner",
                    models.CharField(blank=True, max_length=150, verbose_name="somebody outside"),
                ),
                (
                    "owed_by",
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
                ("due_on", models.DateField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("here", "Child's record"),
                            ("contact", "Contact log"),
                            ("meeting", "Meeting"),
                            ("advice", "Professional advice"),
                            ("plan", "Plan"),
                            ("referral", "Referral"),
                        ],
                        default="here",
                        max_length=8,
                    ),
                ),
                ("source_id", models.UUIDField(blank=True, null=True)),
                ("agreed_on", models.DateField()),
                ("done_on", models.DateField(blank=True, null=True)),
                ("outcome", models.TextField(blank=True, verbose_name="what came of it")),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "withdrawn_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it is no longer needed"
                    ),
                ),
                (
                    "agreed_by",
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
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.agreedaction",
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
                    "withdrawn_by",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AlternativeProvision",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("provider", models.CharField(max_length=120, verbose_name="where")),
                ("purpose", models.CharField(max_length=300, verbose_name="what it is for")),
                ("days", models.CharField(max_length=120, verbose_name="days and hours")),
                (
                    "checked_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="safeguarding and quality checked on"
                    ),
                ),
                (
                    "parents_told_on",
                    models.DateField(blank=True, null=True, verbose_name="parents told on"),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="alternativeprovision_of_pupil")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_alternativeprovision_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_alternativeprovision_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_alternativeprovision_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AlternativeProvisionEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("provider", models.CharField(max_length=120, verbose_name="where")),
                ("purpose", models.CharField(max_length=300, verbose_name="what it is for")),
                ("days", models.CharField(max_length=120, verbose_name="days and hours")),
                (
                    "checked_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="safeguarding and quality checked on"
                    ),
                ),
                (
                    "parents_told_on",
                    models.DateField(blank=True, null=True, verbose_name="parents told on"),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.alternativeprovision",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Passport",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("checking", "To be checked"),
                            ("sent_back", "Sent back"),
                            ("published", "Published"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                (
                    "sent_on",
                    models.DateField(blank=True, null=True, verbose_name="sent for checking on"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, null=True, verbose_name="first published on"),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="last found still true on"
                    ),
                ),
                ("must_read_from", models.PositiveIntegerField(default=1)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
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
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "sent_by",
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
                        related_name="passports",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["school", "state"], name="pupils_passport_state")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_passport_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_passport_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "pupil"), name="pupils_passport_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_on__isnull", False), ("state", "published")),
                            models.Q(
                                models.Q(("state", "published"), _negated=True),
                                ("published_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_passport_published_on",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "checking"), _negated=True),
                            ("sent_on__isnull", False),
                            _connector="OR",
                        ),
                        name="pupils_passport_sent_on",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("confirmed_on__isnull", False),
                            _connector="OR",
                        ),
                        name="pupils_passport_confirmed_on",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PassportEvent",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("checking", "To be checked"),
                            ("sent_back", "Sent back"),
                            ("published", "Published"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                (
                    "sent_on",
                    models.DateField(blank=True, null=True, verbose_name="sent for checking on"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, null=True, verbose_name="first published on"),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="last found still true on"
                    ),
                ),
                ("must_read_from", models.PositiveIntegerField(default=1)),
                (
                    "confirmed_by",
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
                        to="pupils.passport",
                    ),
                ),
                (
                    "published_by",
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
                    "sent_by",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AsideText",
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
                ("line", models.CharField(max_length=60)),
                ("text", models.TextField()),
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
                ("sitting", models.UUIDField(default=aylsham.identifiers.uuid7)),
                ("written_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "passport",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asides",
                        to="pupils.passport",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_asidetext_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "passport", name="pupils_asidetext_passport_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at", None)),
                        fields=("school", "passport", "line", "sitting"),
                        name="pupils_asidetext_one_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AsideTextEvent",
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
                ("line", models.CharField(max_length=60)),
                ("text", models.TextField()),
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
                ("sitting", models.UUIDField(default=aylsham.identifiers.uuid7)),
                ("written_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.asidetext",
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
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "passport",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.passport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Breach",
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
                ("document_id", models.UUIDField(blank=True, editable=False, null=True)),
                ("happened", models.TextField(verbose_name="what happened")),
                ("found_at", models.DateTimeField(verbose_name="when it was found")),
                ("recorded_at", models.DateTimeField()),
                ("action", models.TextField(verbose_name="what was done")),
                (
                    "opened_by",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("unlikely", "Risk to people unlikely: kept in this register only"),
                            ("reported", "Reported to the ICO"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                ("risk_reason", models.TextField(blank=True, verbose_name="why")),
                (
                    "reported_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reported to the ICO at"
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                    "recorded_by",
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
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaches_about",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaches",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "breaches",
                "ordering": ["-found_at"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "-found_at"], name="pupils_breach_found")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_breach_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_breach_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "about", name="pupils_breach_about_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reported_at__isnull", False), ("risk", "reported")),
                            models.Q(
                                models.Q(("risk", "reported"), _negated=True), ("reported_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="pupils_breach_reported_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("risk", "open"),
                            models.Q(("risk_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pupils_breach_decision_has_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reported_at", None),
                            ("reported_at__gte", models.F("found_at")),
                            _connector="OR",
                        ),
                        name="pupils_breach_times_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                models.Q(("risk", "open"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_breach_closed_when_decided",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BreachEvent",
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
                ("document_id", models.UUIDField(blank=True, editable=False, null=True)),
                ("happened", models.TextField(verbose_name="what happened")),
                ("found_at", models.DateTimeField(verbose_name="when it was found")),
                ("recorded_at", models.DateTimeField()),
                ("action", models.TextField(verbose_name="what was done")),
                (
                    "opened_by",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("unlikely", "Risk to people unlikely: kept in this register only"),
                            ("reported", "Reported to the ICO"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                ("risk_reason", models.TextField(blank=True, verbose_name="why")),
                (
                    "reported_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reported to the ICO at"
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                        to="pupils.breach",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
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
                (
                    "about",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClassAdult",
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
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
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
                (
                    "class_group",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adults",
                        to="pupils.classgroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "class_group"], name="pupils_classadult_class"),
                    models.Index(fields=["school", "user"], name="pupils_classadult_user"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_classadult_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "class_group", name="pupils_classadult_class_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_classadult_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ColumnMeaning",
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
                        choices=[("roll", "Roll"), ("plans", "EHC plan tracker")], max_length=5
                    ),
                ),
                ("heading", models.CharField(max_length=200)),
                ("field", models.CharField(blank=True, max_length=40)),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_columnmeaning_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "kind", "heading"), name="pupils_columnmeaning_uniq"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Concern",
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
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                ("raised_on", models.DateField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("colleague", "Mine"),
                            ("parent", "A parent"),
                            ("nursery", "The nursery"),
                            ("health_visitor", "The health visitor"),
                            ("screening", "A screening"),
                            ("progress_check", "The progress check at two"),
                        ],
                        default="colleague",
                        max_length=14,
                    ),
                ),
                ("parents_spoken_on", models.DateField(blank=True, null=True)),
                ("parents_said", models.TextField(blank=True)),
                ("home_language", models.CharField(blank=True, max_length=60)),
                (
                    "english",
                    models.CharField(
                        choices=[
                            ("N", "English is the home language"),
                            ("A", "New to English"),
                            ("B", "Early acquisition"),
                            ("C", "Developing competence"),
                            ("D", "Competent"),
                            ("E", "Fluent"),
                        ],
                        max_length=1,
                        verbose_name="stage of English",
                    ),
                ),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list
                    ),
                ),
                ("seen_words", models.TextField(blank=True, verbose_name="what is seen")),
                ("parent_view", models.TextField(blank=True, verbose_name="parents' view")),
                ("child_view", models.TextField(blank=True, verbose_name="child's view")),
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
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("universal", "Strategies in class"),
                            ("monitoring", "Monitoring"),
                            ("reviewed", "Monitoring looked at"),
                            ("assessment", "Assessment"),
                            ("referral", "Referral"),
                            ("support", "SEN support"),
                            ("closed", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("review_on", models.DateField(blank=True, null=True)),
                ("reviews", models.PositiveSmallIntegerField(default=0)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "raised_by",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerns",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-raised_on", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_concern_pupil"),
                    models.Index(
                        condition=models.Q(("closed_on", None)),
                        fields=["school", "raised_on"],
                        name="pupils_concern_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_concern_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_concern_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("school", "pupil", "area"),
                        name="pupils_concern_one_open_an_area",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seen", []), _negated=True),
                            models.Q(("seen_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pupils_concern_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parents_said", ""),
                            ("parents_spoken_on__isnull", False),
                            _connector="OR",
                        ),
                        name="pupils_concern_spoken_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None),
                            ("closed_on__gte", models.F("raised_on")),
                            _connector="OR",
                        ),
                        name="pupils_concern_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_on", None),
                            models.Q(("closed_on", None), ("step", "monitoring")),
                            _connector="OR",
                        ),
                        name="pupils_concern_review_while_monitored",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernEvent",
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
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                ("raised_on", models.DateField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("colleague", "Mine"),
                            ("parent", "A parent"),
                            ("nursery", "The nursery"),
                            ("health_visitor", "The health visitor"),
                            ("screening", "A screening"),
                            ("progress_check", "The progress check at two"),
                        ],
                        default="colleague",
                        max_length=14,
                    ),
                ),
                ("parents_spoken_on", models.DateField(blank=True, null=True)),
                ("parents_said", models.TextField(blank=True)),
                ("home_language", models.CharField(blank=True, max_length=60)),
                (
                    "english",
                    models.CharField(
                        choices=[
                            ("N", "English is the home language"),
                            ("A", "New to English"),
                            ("B", "Early acquisition"),
                            ("C", "Developing competence"),
                            ("D", "Competent"),
                            ("E", "Fluent"),
                        ],
                        max_length=1,
                        verbose_name="stage of English",
                    ),
                ),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list
                    ),
                ),
                ("seen_words", models.TextField(blank=True, verbose_name="what is seen")),
                ("parent_view", models.TextField(blank=True, verbose_name="parents' view")),
                ("child_view", models.TextField(blank=True, verbose_name="child's view")),
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
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("universal", "Strategies in class"),
                            ("monitoring", "Monitoring"),
                            ("reviewed", "Monitoring looked at"),
                            ("assessment", "Assessment"),
                            ("referral", "Referral"),
                            ("support", "SEN support"),
                            ("closed", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("review_on", models.DateField(blank=True, null=True)),
                ("reviews", models.PositiveSmallIntegerField(default=0)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.concern",
                    ),
                ),
                (
                    "raised_by",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConcernAnswer",
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
                ("asked_on", models.DateField()),
                ("answer_by", models.DateField()),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "same",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes, clearly"), ("partly", "A little"), ("no", "No")],
                        max_length=6,
                        verbose_name="seen too",
                    ),
                ),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what is seen")),
                ("helps", models.TextField(blank=True, verbose_name="what helps")),
                (
                    "concern",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="pupils.concern",
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
                "ordering": ["asked_on", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_on", None)),
                        fields=["school", "user"],
                        name="pupils_concernanswer_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_concernanswer_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "concern", name="pupils_concernanswer_concern_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "concern", "user"), name="pupils_concernanswer_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_on", None), ("same", "")),
                            models.Q(
                                ("answered_on__isnull", False),
                                models.Q(("same", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_concernanswer_answered_pair",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernAnswerEvent",
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
                ("asked_on", models.DateField()),
                ("answer_by", models.DateField()),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "same",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes, clearly"), ("partly", "A little"), ("no", "No")],
                        max_length=6,
                        verbose_name="seen too",
                    ),
                ),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what is seen")),
                ("helps", models.TextField(blank=True, verbose_name="what helps")),
                (
                    "concern",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.concern",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.concernanswer",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="ConcernTried",
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
                ("place", models.PositiveSmallIntegerField()),
                ("what", models.CharField(max_length=300)),
                (
                    "is_ordinary",
                    models.BooleanField(
                        default=False, verbose_name="from the ordinarily available provision"
                    ),
                ),
                ("since_on", models.DateField(blank=True, null=True)),
                (
                    "worked",
                    models.CharField(
                        choices=[
                            ("yes", "Worked"),
                            ("partly", "A little"),
                            ("no", "Did not work"),
                            ("early", "Too soon to say"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "concern",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tried",
                        to="pupils.concern",
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
                "ordering": ["place"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "concern"], name="pupils_concerntried_of")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_concerntried_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "concern", name="pupils_concerntried_concern_same_school"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Home",
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
                ("name", models.CharField(help_text="Mum's, Dad's, Grandma's", max_length=60)),
                ("address", models.TextField(blank=True)),
                ("child_is_there", models.CharField(blank=True, max_length=120)),
                (
                    "withheld",
                    models.CharField(
                        choices=[
                            ("nobody", "Nobody"),
                            ("named", "The people ticked below"),
                            ("everybody", "Everybody who does not live there"),
                        ],
                        default="nobody",
                        max_length=9,
                        verbose_name="address is withheld from",
                    ),
                ),
                (
                    "withheld_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why, and where that is written"
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="homes",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="pupils_home_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_home_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_home_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withheld", "nobody"),
                            models.Q(("withheld_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pupils_home_withheld_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HomeEvent",
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
                ("name", models.CharField(help_text="Mum's, Dad's, Grandma's", max_length=60)),
                ("address", models.TextField(blank=True)),
                ("child_is_there", models.CharField(blank=True, max_length=120)),
                (
                    "withheld",
                    models.CharField(
                        choices=[
                            ("nobody", "Nobody"),
                            ("named", "The people ticked below"),
                            ("everybody", "Everybody who does not live there"),
                        ],
                        default="nobody",
                        max_length=9,
                        verbose_name="address is withheld from",
                    ),
                ),
                (
                    "withheld_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why, and where that is written"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.home",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                ("relationship", models.CharField(blank=True, max_length=60)),
                ("has_parental_responsibility", models.BooleanField(blank=True, null=True)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("priority", models.PositiveSmallIntegerField(default=1)),
                ("language", models.CharField(blank=True, max_length=60)),
                (
                    "interpreter",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not said"),
                            ("no", "No interpreter"),
                            ("spoken", "Interpreter"),
                            ("signed", "BSL interpreter"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "preferred_channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gate", "At the gate"),
                            ("phone", "Phone"),
                            ("in_person", "Meeting"),
                            ("video", "Video call"),
                            ("email", "E-mail"),
                            ("text", "Text message"),
                            ("letter", "Letter"),
                            ("visit", "Home visit"),
                        ],
                        max_length=9,
                    ),
                ),
                ("may_collect", models.BooleanField(blank=True, null=True)),
                ("receives_letters", models.BooleanField(blank=True, null=True)),
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
                    "home",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="pupils.home",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["priority", "name"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="pupils_contact_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_contact_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_contact_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "home", name="pupils_contact_home_same_school"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
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
                ("name", models.CharField(max_length=150)),
                ("relationship", models.CharField(blank=True, max_length=60)),
                ("has_parental_responsibility", models.BooleanField(blank=True, null=True)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("priority", models.PositiveSmallIntegerField(default=1)),
                ("language", models.CharField(blank=True, max_length=60)),
                (
                    "interpreter",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not said"),
                            ("no", "No interpreter"),
                            ("spoken", "Interpreter"),
                            ("signed", "BSL interpreter"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "preferred_channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gate", "At the gate"),
                            ("phone", "Phone"),
                            ("in_person", "Meeting"),
                            ("video", "Video call"),
                            ("email", "E-mail"),
                            ("text", "Text message"),
                            ("letter", "Letter"),
                            ("visit", "Home visit"),
                        ],
                        max_length=9,
                    ),
                ),
                ("may_collect", models.BooleanField(blank=True, null=True)),
                ("receives_letters", models.BooleanField(blank=True, null=True)),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.contact",
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
                    "home",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.home",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactOrder",
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
                            ("no_contact", "No contact with the child"),
                            ("lives_with", "Child arrangements: lives with"),
                            ("spends_time", "Child arrangements: spends time with"),
                            ("non_molestation", "Non-molestation order"),
                            ("prohibited", "Prohibited steps order"),
                            ("specific", "Specific issue order"),
                            ("guardian", "Special guardianship order"),
                            ("delegated", "Responsibility delegated in writing"),
                            ("no_information", "Is told nothing about the child"),
                            ("other", "Other"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "stops_contact",
                    models.BooleanField(default=False, verbose_name="no contact with the child"),
                ),
                (
                    "stops_information",
                    models.BooleanField(
                        default=False, verbose_name="is told nothing about the child"
                    ),
                ),
                (
                    "shares_responsibility",
                    models.BooleanField(default=False, verbose_name="acts as a parent"),
                ),
                ("says", models.TextField(blank=True, verbose_name="what it says, in a sentence")),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "evidence",
                    models.CharField(max_length=200, verbose_name="where the evidence is"),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="orders",
                        to="pupils.contact",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_orders",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_contactorder_pupil"),
                    models.Index(fields=["school", "contact"], name="pupils_contactorder_contact"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_contactorder_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_contactorder_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "contact", name="pupils_contactorder_contact_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_contactorder_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidence", ""), _negated=True),
                        name="pupils_contactorder_has_evidence",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactOrderEvent",
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
                            ("no_contact", "No contact with the child"),
                            ("lives_with", "Child arrangements: lives with"),
                            ("spends_time", "Child arrangements: spends time with"),
                            ("non_molestation", "Non-molestation order"),
                            ("prohibited", "Prohibited steps order"),
                            ("specific", "Specific issue order"),
                            ("guardian", "Special guardianship order"),
                            ("delegated", "Responsibility delegated in writing"),
                            ("no_information", "Is told nothing about the child"),
                            ("other", "Other"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "stops_contact",
                    models.BooleanField(default=False, verbose_name="no contact with the child"),
                ),
                (
                    "stops_information",
                    models.BooleanField(
                        default=False, verbose_name="is told nothing about the child"
                    ),
                ),
                (
                    "shares_responsibility",
                    models.BooleanField(default=False, verbose_name="acts as a parent"),
                ),
                ("says", models.TextField(blank=True, verbose_name="what it says, in a sentence")),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "evidence",
                    models.CharField(max_length=200, verbose_name="where the evidence is"),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.contact",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.contactorder",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContributionLink",
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
                ("ask_id", models.UUIDField()),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("expires_on", models.DateField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
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
            options={
                "indexes": [
                    models.Index(fields=["school", "ask_id"], name="pupils_contributionlink_ask")
                ],
            },
        ),
        migrations.CreateModel(
            name="ContributionRequest",
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
                            ("parent_views", "Parents' views"),
                            ("pupil_views", "Child's views"),
                            ("advice", "Professional advice"),
                            ("report", "A report"),
                        ],
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="who is asked")),
                ("role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("email", models.EmailField(max_length=254)),
                (
                    "owed_by",
                    models.CharField(
                        choices=[
                            ("school", "Us"),
                            ("la", "Local authority"),
                            ("health", "Health"),
                            ("care", "Social worker"),
                            ("parent", "Parents"),
                        ],
                        default="parent",
                        max_length=6,
                    ),
                ),
                (
                    "shows_first_name",
                    models.BooleanField(default=False, verbose_name="says the child's first name"),
                ),
                ("message", models.TextField(blank=True)),
                ("questions", models.JSONField(default=list)),
                ("due_on", models.DateField()),
                ("expires_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waiting for an answer"),
                            ("answered", "Answered"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("reminded_on", models.DateField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("draft", models.JSONField(blank=True, default=dict)),
                ("draft_at", models.DateTimeField(blank=True, null=True)),
                ("code_hash", models.CharField(blank=True, max_length=64)),
                ("code_sent_at", models.DateTimeField(blank=True, null=True)),
                ("codes_sent", models.PositiveSmallIntegerField(default=0)),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="asks",
                        to="pupils.contact",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asks",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_ask_pupil"),
                    models.Index(fields=["school", "contact"], name="pupils_ask_contact"),
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["school", "due_on"],
                        name="pupils_ask_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_contributionrequest_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_ask_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "contact", name="pupils_ask_contact_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gte", models.F("due_on"))),
                        name="pupils_ask_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None), ("cancelled_at", None), ("state", "open")
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("cancelled_at", None),
                                ("state", "answered"),
                            ),
                            models.Q(
                                ("answered_at", None),
                                ("cancelled_at__isnull", False),
                                ("state", "cancelled"),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_ask_state_has_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContributionRequestEvent",
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
                            ("parent_views", "Parents' views"),
                            ("pupil_views", "Child's views"),
                            ("advice", "Professional advice"),
                            ("report", "A report"),
                        ],
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="who is asked")),
                ("role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("email", models.EmailField(max_length=254)),
                (
                    "owed_by",
                    models.CharField(
                        choices=[
                            ("school", "Us"),
                            ("la", "Local authority"),
                            ("health", "Health"),
                            ("care", "Social worker"),
                            ("parent", "Parents"),
                        ],
                        default="parent",
                        max_length=6,
                    ),
                ),
                (
                    "shows_first_name",
                    models.BooleanField(default=False, verbose_name="says the child's first name"),
                ),
                ("message", models.TextField(blank=True)),
                ("questions", models.JSONField(default=list)),
                ("due_on", models.DateField()),
                ("expires_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waiting for an answer"),
                            ("answered", "Answered"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("reminded_on", models.DateField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("draft_at", models.DateTimeField(blank=True, null=True)),
                ("code_sent_at", models.DateTimeField(blank=True, null=True)),
                ("codes_sent", models.PositiveSmallIntegerField(default=0)),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
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
                    "cancelled_by",
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
                    "contact",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.contributionrequest",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContributionNote",
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
                    "step",
                    models.CharField(
                        choices=[
                            ("sent", "Link sent"),
                            ("code_sent", "Link opened, code asked for"),
                            ("wrong_code", "Wrong code"),
                            ("locked", "Locked after five wrong codes"),
                            ("opened", "Questions opened with the code"),
                            ("answered", "Answered"),
                            ("reminded", "Reminder sent"),
                            ("held_back", "Reminder held back: this person may no longer be told"),
                            ("readdressed", "Sent again"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=11,
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
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
                    "ask",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="pupils.contributionrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "ask"], name="pupils_contributionnote_ask")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_contributionnote_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "ask", name="pupils_contributionnote_ask_same_school"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DatedFact",
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
                            ("fsm", "Free school meals"),
                            ("pp", "Pupil premium"),
                            ("eypp", "Early years pupil premium"),
                            ("service", "Service child"),
                            ("young_carer", "Young carer"),
                            ("traveller", "Gypsy, Roma or Traveller"),
                            ("kinship", "Kinship care"),
                        ],
                        max_length=12,
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=40)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_datedfact_pupil")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_datedfact_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_datedfact_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_datedfact_dates_in_order",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("school", "="),
                            ("pupil", "="),
                            ("kind", "="),
                            (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                        ],
                        name="pupils_datedfact_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DatedFactEvent",
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
                            ("fsm", "Free school meals"),
                            ("pp", "Pupil premium"),
                            ("eypp", "Early years pupil premium"),
                            ("service", "Service child"),
                            ("young_carer", "Young carer"),
                            ("traveller", "Gypsy, Roma or Traveller"),
                            ("kinship", "Kinship care"),
                        ],
                        max_length=12,
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=40)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.datedfact",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Diagnosis",
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
                ("made_on", models.DateField(blank=True, null=True)),
                (
                    "made_by",
                    models.CharField(blank=True, max_length=200, verbose_name="who made it"),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where it is written down"
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="diagnoses",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "diagnoses",
                "ordering": ["made_on"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_diagnosis_pupil")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_diagnosis_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_diagnosis_pupil_same_school"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiagnosisEvent",
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
                ("name", models.CharField(max_length=200)),
                ("made_on", models.DateField(blank=True, null=True)),
                (
                    "made_by",
                    models.CharField(blank=True, max_length=200, verbose_name="who made it"),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where it is written down"
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.diagnosis",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                            ("ep", "Educational psychology report"),
                            ("slt", "Speech and language therapy report"),
                            ("ot", "Occupational therapy or physiotherapy report"),
                            ("medical", "Medical report or letter"),
                            ("mental", "Mental health (CAMHS) report"),
                            ("sensory", "Hearing or vision report"),
                            ("teacher", "Specialist teacher's report"),
                            ("social", "Social care or early help paper"),
                            ("school", "School's advice or report"),
                            ("parents", "Parents' views"),
                            ("child", "Child's views"),
                            ("test", "Test or assessment result"),
                            ("ehcp", "EHC plan"),
                            ("ehcp_paper", "EHC plan: letter, decision or draft"),
                            ("review", "Annual review paper"),
                            ("pep", "PEP or care paper"),
                            ("plan", "SEN support plan or passport"),
                            ("before", "Record from a previous school or nursery"),
                            ("health_plan", "Healthcare plan or consent"),
                            ("court", "Court order or family paper"),
                            ("meeting", "Notes of a meeting"),
                            ("letter", "Letter or e-mail"),
                            ("work", "Child's work"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("of_on", models.DateField(verbose_name="date")),
                (
                    "is_date_known",
                    models.BooleanField(default=True, verbose_name="date on the paper"),
                ),
                ("author", models.CharField(blank=True, max_length=150)),
                ("profession", models.CharField(blank=True, max_length=100)),
                (
                    "source",
                    models.CharField(blank=True, max_length=150, verbose_name="where it came from"),
                ),
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
                    "is_advice",
                    models.BooleanField(default=False, verbose_name="advice for Section K"),
                ),
                ("filed_at", models.DateTimeField()),
                (
                    "hold_reason",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reason to keep it for longer"
                    ),
                ),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
                ("bin_reason", models.CharField(blank=True, max_length=200)),
                ("sealed_at", models.DateTimeField(blank=True, null=True)),
                ("seal_reason", models.CharField(blank=True, max_length=200)),
                (
                    "binned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "filed_by",
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
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "sealed_by",
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
                        related_name="documents",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["school", "pupil", "-of_on"], name="pupils_document_pupil"
                    ),
                    models.Index(
                        condition=models.Q(("binned_at__isnull", False)),
                        fields=["school", "binned_at"],
                        name="pupils_document_binned",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_document_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_document_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bin_reason", ""), ("binned_at", None), ("binned_by", None)),
                            models.Q(
                                ("binned_at__isnull", False),
                                models.Q(("bin_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_document_bin_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seal_reason", ""), ("sealed_at", None), ("sealed_by", None)),
                            models.Q(
                                ("sealed_at__isnull", False),
                                ("sealed_by__isnull", False),
                                models.Q(("seal_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_document_seal_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentEvent",
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
                            ("ep", "Educational psychology report"),
                            ("slt", "Speech and language therapy report"),
                            ("ot", "Occupational therapy or physiotherapy report"),
                            ("medical", "Medical report or letter"),
                            ("mental", "Mental health (CAMHS) report"),
                            ("sensory", "Hearing or vision report"),
                            ("teacher", "Specialist teacher's report"),
                            ("social", "Social care or early help paper"),
                            ("school", "School's advice or report"),
                            ("parents", "Parents' views"),
                            ("child", "Child's views"),
                            ("test", "Test or assessment result"),
                            ("ehcp", "EHC plan"),
                            ("ehcp_paper", "EHC plan: letter, decision or draft"),
                            ("review", "Annual review paper"),
                            ("pep", "PEP or care paper"),
                            ("plan", "SEN support plan or passport"),
                            ("before", "Record from a previous school or nursery"),
                            ("health_plan", "Healthcare plan or consent"),
                            ("court", "Court order or family paper"),
                            ("meeting", "Notes of a meeting"),
                            ("letter", "Letter or e-mail"),
                            ("work", "Child's work"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("of_on", models.DateField(verbose_name="date")),
                (
                    "is_date_known",
                    models.BooleanField(default=True, verbose_name="date on the paper"),
                ),
                ("author", models.CharField(blank=True, max_length=150)),
                ("profession", models.CharField(blank=True, max_length=100)),
                (
                    "source",
                    models.CharField(blank=True, max_length=150, verbose_name="where it came from"),
                ),
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
                    "is_advice",
                    models.BooleanField(default=False, verbose_name="advice for Section K"),
                ),
                ("filed_at", models.DateTimeField()),
                (
                    "hold_reason",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reason to keep it for longer"
                    ),
                ),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
                ("bin_reason", models.CharField(blank=True, max_length=200)),
                ("sealed_at", models.DateTimeField(blank=True, null=True)),
                ("seal_reason", models.CharField(blank=True, max_length=200)),
                (
                    "binned_by",
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
                    "filed_by",
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
                        to="pupils.document",
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
                    "sealed_by",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
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
                ("digest", models.CharField(max_length=64)),
                ("sent_digest", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("media_type", models.CharField(max_length=100)),
                ("extension", models.CharField(max_length=5)),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="what is new")),
                ("added_at", models.DateTimeField()),
                (
                    "words_state",
                    models.CharField(
                        choices=[
                            ("waiting", "Being read for the search"),
                            ("read", "Found by the search"),
                            ("none", "No words in it: a picture or a scan"),
                            ("failed", "Could not be read for the search"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
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
                        related_name="versions",
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
            ],
            options={
                "ordering": ["-number"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "digest"], name="pupils_docversion_digest")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_documentversion_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "document", name="pupils_documentversion_document_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "document", "number"),
                        name="pupils_documentversion_number_uniq",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="pupils_documentversion_number_from_1",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentWords",
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
                ("heading", models.TextField()),
                ("text", models.TextField(blank=True)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "heading", "text", config="english"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
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
            ],
            options={
                "abstract": False,
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["school", "search"],
                        name="pupils_documentwords_search",
                        opclasses=["uuid_ops", "tsvector_ops"],
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_documentwords_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "document", name="pupils_documentwords_document_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "document"), name="pupils_documentwords_document_uniq"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Equipment",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("name", models.CharField(max_length=120, verbose_name="what it is")),
                (
                    "kept_at",
                    models.CharField(blank=True, max_length=120, verbose_name="where it is kept"),
                ),
                (
                    "lent_by",
                    models.CharField(blank=True, max_length=120, verbose_name="on loan from"),
                ),
                (
                    "trained",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="adults who know how to use it"
                    ),
                ),
                (
                    "service_on",
                    models.DateField(blank=True, null=True, verbose_name="next service or check"),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="equipment_of_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_equipment_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_equipment_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_equipment_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EquipmentEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("name", models.CharField(max_length=120, verbose_name="what it is")),
                (
                    "kept_at",
                    models.CharField(blank=True, max_length=120, verbose_name="where it is kept"),
                ),
                (
                    "lent_by",
                    models.CharField(blank=True, max_length=120, verbose_name="on loan from"),
                ),
                (
                    "trained",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="adults who know how to use it"
                    ),
                ),
                (
                    "service_on",
                    models.DateField(blank=True, null=True, verbose_name="next service or check"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.equipment",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FederationStrategy",
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
                ("text", models.CharField(max_length=300, verbose_name="sentence")),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("everywhere", "Everywhere"),
                            ("class", "Whole class"),
                            ("task", "Working on a task"),
                            ("moving", "Coming in, moving and changing"),
                            ("playground", "Playground and lunch"),
                            ("tests", "Tests"),
                            ("home", "Home and homework"),
                        ],
                        default="everywhere",
                        max_length=10,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="U",
                        max_length=1,
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
                "ordering": ["area", "text"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("federation", "text"), name="pupils_federationstrategy_uniq"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FileImport",
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
                        choices=[("roll", "Roll"), ("plans", "EHC plan tracker")], max_length=5
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Being read"),
                            ("ready", "Waiting for you"),
                            ("done", "Done"),
                            ("undone", "Taken back"),
                            ("discarded", "Discarded"),
                            ("refused", "Refused"),
                        ],
                        default="reading",
                        max_length=9,
                    ),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("content", models.BinaryField(null=True)),
                ("digest", models.CharField(max_length=64)),
                ("sheet_name", models.CharField(blank=True, max_length=100)),
                ("mapping", models.JSONField(blank=True, default=dict)),
                ("corrections", models.JSONField(blank=True, default=list)),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(), blank=True, default=list
                    ),
                ),
                ("decisions", models.JSONField(blank=True, default=dict)),
                (
                    "preview",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                    ),
                ),
                ("counts", models.JSONField(blank=True, default=dict)),
                (
                    "pupil_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                ("is_unattended", models.BooleanField(default=False)),
                ("held_because", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
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
                    "made_by",
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
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "undone_by",
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
                "ordering": ["-made_at"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "-made_at"], name="pupils_fileimport_made")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_fileimport_school_id_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", False), ("state__in", ["done", "undone"])),
                            models.Q(
                                models.Q(("state__in", ["done", "undone"]), _negated=True),
                                ("done_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_fileimport_done_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "undone"), ("undone_at__isnull", False)),
                            models.Q(
                                models.Q(("state", "undone"), _negated=True), ("undone_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="pupils_fileimport_undone_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("refusal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pupils_fileimport_refusal_has_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AddressWithheld",
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
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addresses_withheld",
                        to="pupils.contact",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withheld_from",
                        to="pupils.home",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_addresswithheld_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "home", name="pupils_addresswithheld_home_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "contact", name="pupils_addresswithheld_contact_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "home", "contact"), name="pupils_addresswithheld_uniq"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedChange",
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
                ("number", models.PositiveIntegerField()),
                ("model", models.CharField(max_length=60)),
                ("row_id", models.UUIDField()),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField()),
                (
                    "file_import",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="pupils.fileimport",
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
                "ordering": ["number"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_importedchange_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "file_import", name="pupils_importedchange_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "file_import", "number"),
                        name="pupils_importedchange_number_uniq",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MedicalAlert",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "kind",
                    models.CharField(
                        choices=[("emergency", "Could be an emergency"), ("know", "Good to know")],
                        max_length=9,
                        verbose_name="how urgent",
                    ),
                ),
                ("what", models.CharField(max_length=120, verbose_name="what it is")),
                ("action", models.CharField(max_length=300, verbose_name="what to do")),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="medicalalert_of_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_medicalalert_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_medicalalert_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_medicalalert_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MedicalAlertEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "kind",
                    models.CharField(
                        choices=[("emergency", "Could be an emergency"), ("know", "Good to know")],
                        max_length=9,
                        verbose_name="how urgent",
                    ),
                ),
                ("what", models.CharField(max_length=120, verbose_name="what it is")),
                ("action", models.CharField(max_length=300, verbose_name="what to do")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.medicalalert",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Medicine",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("name", models.CharField(max_length=120, verbose_name="medicine")),
                ("dose", models.CharField(max_length=120)),
                ("given", models.CharField(max_length=200, verbose_name="when it is given")),
                ("kept_at", models.CharField(max_length=120, verbose_name="where it is kept")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="use by")),
                (
                    "parents_agreed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parents agreed in writing on"
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="medicine_of_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_medicine_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_medicine_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_medicine_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MedicineEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("name", models.CharField(max_length=120, verbose_name="medicine")),
                ("dose", models.CharField(max_length=120)),
                ("given", models.CharField(max_length=200, verbose_name="when it is given")),
                ("kept_at", models.CharField(max_length=120, verbose_name="where it is kept")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="use by")),
                (
                    "parents_agreed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parents agreed in writing on"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.medicine",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Need",
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
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField()),
                ("in_words", models.TextField(blank=True, verbose_name="in words a teacher uses")),
                ("impact", models.TextField(blank=True, verbose_name="impact on learning")),
                (
                    "known_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("teacher", "What adults at school see"),
                            ("assessment", "An assessment at school"),
                            ("report", "A specialist's report"),
                            ("parent", "The parents"),
                            ("child", "The child"),
                            ("school", "The school before"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Some: ordinary adjustments in class are enough"),
                            (2, "Marked: something extra is needed on most days"),
                            (3, "High: adapted work or an adult for much of the day"),
                            (4, "Very high: adapted work or an adult nearly all the time"),
                        ],
                        null=True,
                        verbose_name="level of need",
                    ),
                ),
                ("level_rated_on", models.DateField(blank=True, null=True)),
                ("since_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                (
                    "level_rated_by",
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
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="aylsham.school",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["rank"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="pupils_need_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_need_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_need_pupil_same_school"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ended_on", None)),
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        expressions=[("school", "="), ("pupil", "="), ("rank", "=")],
                        name="pupils_need_rank_uniq",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("school", "pupil", "need_type"),
                        name="pupils_need_type_uniq",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level", None), ("level_rated_on", None)),
                            models.Q(("level__isnull", False), ("level_rated_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="pupils_need_level_rated_on",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NeedEvent",
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
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField()),
                ("in_words", models.TextField(blank=True, verbose_name="in words a teacher uses")),
                ("impact", models.TextField(blank=True, verbose_name="impact on learning")),
                (
                    "known_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("teacher", "What adults at school see"),
                            ("assessment", "An assessment at school"),
                            ("report", "A specialist's report"),
                            ("parent", "The parents"),
                            ("child", "The child"),
                            ("school", "The school before"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Some: ordinary adjustments in class are enough"),
                            (2, "Marked: something extra is needed on most days"),
                            (3, "High: adapted work or an adult for much of the day"),
                            (4, "Very high: adapted work or an adult nearly all the time"),
                        ],
                        null=True,
                        verbose_name="level of need",
                    ),
                ),
                ("level_rated_on", models.DateField(blank=True, null=True)),
                ("since_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                (
                    "level_rated_by",
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
                        to="pupils.need",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrdinaryProvision",
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
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("EY", "Early years"),
                            ("KS1", "Years 1 and 2"),
                            ("KS2", "Years 3 to 6"),
                        ],
                        max_length=3,
                        verbose_name="phase",
                    ),
                ),
                ("text", models.TextField(verbose_name="what is ordinarily available")),
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
                "verbose_name_plural": "ordinarily available provision",
                "ordering": ["area", "stage"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_ordinaryprovision_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "area", "stage"), name="pupils_ordinaryprovision_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartTimeTimetable",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "hours_a_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="hours a week at school"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("ends_on", models.DateField(verbose_name="full time again from the day after")),
                (
                    "parents_agreed_on",
                    models.DateField(verbose_name="parents agreed in writing on"),
                ),
                (
                    "council_told_on",
                    models.DateField(blank=True, null=True, verbose_name="council told on"),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="parttimetimetable_of_pupil")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_parttimetimetable_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_parttimetimetable_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_parttimetimetable_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("review_on__lte", models.F("ends_on")),
                        ),
                        name="pupils_parttimetimetable_ends",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartTimeTimetableEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "hours_a_week",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="hours a week at school"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("ends_on", models.DateField(verbose_name="full time again from the day after")),
                (
                    "parents_agreed_on",
                    models.DateField(verbose_name="parents agreed in writing on"),
                ),
                (
                    "council_told_on",
                    models.DateField(blank=True, null=True, verbose_name="council told on"),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.parttimetimetable",
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PassportComment",
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
                ("part", models.CharField(blank=True, max_length=8)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "passport",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="pupils.passport",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["written_at"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "passport"], name="pupils_passportcomment_of")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_passportcomment_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "passport", name="pupils_passportcomment_passport_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="pupils_passportcomment_says",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PassportCommentEvent",
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
                ("part", models.CharField(blank=True, max_length=8)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "passport",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.passport",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.passportcomment",
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
            name="PassportPrint",
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
                    "asked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("is_large", models.BooleanField(default=False, verbose_name="large print")),
                ("pupil_ids", models.JSONField(default=list)),
                ("long_ids", models.JSONField(default=list)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("pdf", models.BinaryField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "class_group",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pupils.classgroup",
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
                "indexes": [
                    models.Index(fields=["school", "asked_at"], name="pupils_passportprint_at")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_passportprint_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "class_group", name="pupils_passportprint_class_same_school"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PassportText",
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
                ("text", models.TextField(blank=True)),
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
                ("revision", models.PositiveIntegerField(default=1)),
                ("sitting", models.UUIDField(default=aylsham.identifiers.uuid7)),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("admire", "What people like and admire about me"),
                            ("matters", "What matters to me"),
                            ("support", "How best to support me"),
                            ("hard", "What is hard for me"),
                            ("do", "Please do"),
                            ("dont", "Please don't"),
                            ("aims", "My aims"),
                            ("who", "Who helps me"),
                            ("words", "In my own words"),
                            ("scribe", "Who wrote this down"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "passport",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="pupils.passport",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_passporttext_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "passport", name="pupils_passporttext_passport_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "passport", "part", "sensitivity"),
                        name="pupils_passporttext_uniq",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PassportTextEvent",
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
                ("text", models.TextField(blank=True)),
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
                ("revision", models.PositiveIntegerField(default=1)),
                ("sitting", models.UUIDField(default=aylsham.identifiers.uuid7)),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("admire", "What people like and admire about me"),
                            ("matters", "What matters to me"),
                            ("support", "How best to support me"),
                            ("hard", "What is hard for me"),
                            ("do", "Please do"),
                            ("dont", "Please don't"),
                            ("aims", "My aims"),
                            ("who", "Who helps me"),
                            ("words", "In my own words"),
                            ("scribe", "Who wrote this down"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "changed_by",
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
                    "passport",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.passport",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.passporttext",
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
            name="PassportVersion",
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
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("started_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("is_sampled", models.BooleanField(default=False)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "passport",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="pupils.passport",
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
                    "seen_by",
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
                "ordering": ["-number"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_sampled", True), ("seen_at", None)),
                        fields=["school", "changed_at"],
                        name="pupils_passportversion_sample",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_passportversion_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "passport", name="pupils_passportversion_passport_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "passport", "number"), name="pupils_passportversion_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seen_at", None), ("seen_by", None)),
                            models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="pupils_passportversion_seen_pair",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyPlan",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("healthcare", "Individual healthcare plan"),
                            ("behaviour", "Behaviour and de-escalation plan"),
                            ("pastoral", "Pastoral support plan"),
                            ("risk", "Risk assessment"),
                            ("moving", "Moving and handling plan"),
                            ("intimate", "Intimate care plan"),
                            ("evacuation", "Personal evacuation plan"),
                            ("avoidance", "School-avoidance plan"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "readers",
                    models.CharField(
                        choices=[
                            ("everybody", "Everybody who works with the child"),
                            ("named", "Only the adults named in it"),
                        ],
                        max_length=9,
                        verbose_name="who must read it",
                    ),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                ("draft", models.JSONField(blank=True, default=dict)),
                ("version", models.PositiveSmallIntegerField(default=0)),
                ("must_read_from", models.PositiveSmallIntegerField(default=1)),
                (
                    "owner",
                    models.ForeignKey(
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
                        related_name="%(class)ss",
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
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="safetyplan_of_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_safetyplan_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_safetyplan_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_safetyplan_dates_in_order",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("school", "pupil", "kind"),
                        name="pupils_safetyplan_one_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "must_read_from__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("version"), "+", models.Value(1)
                                ),
                            )
                        ),
                        name="pupils_safetyplan_must_read_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyPlanEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("healthcare", "Individual healthcare plan"),
                            ("behaviour", "Behaviour and de-escalation plan"),
                            ("pastoral", "Pastoral support plan"),
                            ("risk", "Risk assessment"),
                            ("moving", "Moving and handling plan"),
                            ("intimate", "Intimate care plan"),
                            ("evacuation", "Personal evacuation plan"),
                            ("avoidance", "School-avoidance plan"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "readers",
                    models.CharField(
                        choices=[
                            ("everybody", "Everybody who works with the child"),
                            ("named", "Only the adults named in it"),
                        ],
                        max_length=9,
                        verbose_name="who must read it",
                    ),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                ("draft", models.JSONField(blank=True, default=dict)),
                ("version", models.PositiveSmallIntegerField(default=0)),
                ("must_read_from", models.PositiveSmallIntegerField(default=1)),
                (
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="pupils.safetyplan",
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
            name="PlanAdult",
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
                ("does", models.CharField(max_length=200, verbose_name="what this adult does")),
                ("trained_on", models.DateField(blank=True, null=True)),
                (
                    "training_ends_on",
                    models.DateField(blank=True, null=True, verbose_name="training lasts until"),
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
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adults",
                        to="pupils.safetyplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["school", "user"], name="pupils_planadult_user")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_planadult_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "plan", name="pupils_planadult_plan_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "plan", "user"), name="pupils_planadult_user_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("training_ends_on", None),
                            models.Q(
                                ("trained_on__isnull", False),
                                ("training_ends_on__gte", models.F("trained_on")),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_planadult_training_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanAdultEvent",
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
                ("does", models.CharField(max_length=200, verbose_name="what this adult does")),
                ("trained_on", models.DateField(blank=True, null=True)),
                (
                    "training_ends_on",
                    models.DateField(blank=True, null=True, verbose_name="training lasts until"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.planadult",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.safetyplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("C", "Current (single registration)"),
                            ("M", "Current main (dual registration)"),
                            ("S", "Current subsidiary (dual registration)"),
                            ("G", "Guest"),
                        ],
                        default="C",
                        max_length=1,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enrolments",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["school", "pupil", "starts_on"], name="pupils_enrolment_pupil"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_enrolment_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_enrolment_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_enrolment_dates_in_order",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("school", "="),
                            ("pupil", "="),
                            (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                        ],
                        name="pupils_enrolment_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EmergencyAccess",
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
                ("reason", models.TextField()),
                ("opened_at", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("review_note", models.TextField(blank=True)),
                (
                    "reviewed_by",
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
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="emergencies",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_emergency_pupil"),
                    models.Index(fields=["school", "user"], name="pupils_emergency_user"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_emergencyaccess_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_emergency_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="pupils_emergency_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opened_at"))),
                        name="pupils_emergency_times_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at", None), ("reviewed_by", None)),
                            models.Q(
                                ("reviewed_at__isnull", False), ("reviewed_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="pupils_emergency_reviewed_pair",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceFigure",
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
                ("academic_year", models.PositiveSmallIntegerField()),
                ("as_of", models.DateField()),
                ("percent", models.DecimalField(decimal_places=1, max_digits=4)),
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
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="pupils.pupil",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_attendancefigure_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_attendance_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "pupil", "as_of"), name="pupils_attendance_day_uniq"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__gte", 0), ("percent__lte", 100)),
                        name="pupils_attendance_percent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PupilAdult",
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
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adults",
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
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_pupiladult_pupil"),
                    models.Index(fields=["school", "user"], name="pupils_pupiladult_user"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_pupiladult_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_pupiladult_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_pupiladult_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PupilGrant",
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
                ("reason", models.TextField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "content_object",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="pupils.pupil",
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="auth.permission"
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
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["school", "content_object"], name="pupils_pupilgrant_pupil"
                    ),
                    models.Index(fields=["school", "user"], name="pupils_pupilgrant_user"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_pupilgrant_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "content_object", name="pupils_pupilgrant_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="pupils_pupilgrant_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="pupils_pupilgrant_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PupilPhoto",
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
                ("digest", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
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
                        related_name="photos",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_pupilphoto_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_pupilphoto_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "pupil"), name="pupils_pupilphoto_one_of_a_child"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadReceipt",
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
                    "subject",
                    models.CharField(
                        choices=[("safety_plan", "Safety plan"), ("passport", "Passport")],
                        max_length=12,
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("version", models.PositiveIntegerField()),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="read_receipts",
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
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_readreceipt_pupil")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_readreceipt_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_readreceipt_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "subject", "subject_id", "user", "version"),
                        name="pupils_readreceipt_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RollDifference",
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
                ("field", models.CharField(max_length=40)),
                ("label", models.CharField(max_length=80)),
                ("ours", models.CharField(blank=True, max_length=200)),
                ("theirs", models.CharField(blank=True, max_length=200)),
                ("permission", models.CharField(blank=True, max_length=40)),
                ("stated", models.JSONField(blank=True, default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Ours is kept until somebody decides"),
                            ("ours", "Keep ours; the office changes its system"),
                            ("theirs", "Theirs was taken over"),
                        ],
                        default="open",
                        max_length=6,
                    ),
                ),
                ("first_seen_on", models.DateField()),
                ("last_seen_on", models.DateField()),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="differences",
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
                    "settled_by",
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
                "ordering": ["first_seen_on", "field"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_rolldifference_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_rolldifference_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("settled_on", None)),
                        fields=("school", "pupil", "field"),
                        name="pupils_rolldifference_one_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyPlanVersion",
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
                ("sections", models.JSONField()),
                ("agreed_on", models.DateField()),
                ("agreed_with", models.CharField(max_length=200)),
                (
                    "agreed_how",
                    models.CharField(
                        choices=[
                            ("meeting", "At a meeting"),
                            ("phone", "By phone"),
                            ("letter", "By letter"),
                            ("email", "By e-mail"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="pupils.safetyplan",
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
                "ordering": ["-number"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_safetyplanversion_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "plan", name="pupils_safetyplanversion_plan_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "plan", "number"),
                        name="pupils_safetyplanversion_number_uniq",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchoolStrategy",
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
                ("text", models.CharField(max_length=300, verbose_name="sentence")),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("CI", "Communication and interaction"),
                            ("CL", "Cognition and learning"),
                            ("SEMH", "Social, emotional and mental health"),
                            ("SP", "Sensory and physical"),
                            ("OTH", "Not in an area"),
                        ],
                        max_length=4,
                        verbose_name="area of need",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("everywhere", "Everywhere"),
                            ("class", "Whole class"),
                            ("task", "Working on a task"),
                            ("moving", "Coming in, moving and changing"),
                            ("playground", "Playground and lunch"),
                            ("tests", "Tests"),
                            ("home", "Home and homework"),
                        ],
                        default="everywhere",
                        max_length=10,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="U",
                        max_length=1,
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
                        to="pupils.federationstrategy",
                    ),
                ),
            ],
            options={
                "ordering": ["area", "text"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_schoolstrategy_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "text"), name="pupils_schoolstrategy_uniq"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("stands_for__isnull", False)),
                        fields=("school", "stands_for"),
                        name="pupils_schoolstrategy_one_wording",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusPeriod",
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
                    "status",
                    models.CharField(
                        choices=[("K", "SEN support"), ("E", "EHC plan")], max_length=1
                    ),
                ),
                ("starts_on", models.DateField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("concern", "A concern was assessed"),
                            ("assessment", "Assessment or specialist advice"),
                            ("transfer", "Came from another school with it"),
                            ("plan_made", "EHC plan made"),
                            ("plan_ceased", "EHC plan ceased"),
                            ("progress", "Progress made, extra support no longer needed"),
                            ("parent", "Parents' request"),
                            ("left", "Left the school"),
                            ("roll", "As the roll says"),
                            ("correction", "Correction of a mistake"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where the evidence is"
                    ),
                ),
                ("parent_told_on", models.DateField(blank=True, null=True)),
                (
                    "parent_told_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "At a meeting"),
                            ("phone", "By phone"),
                            ("letter", "By letter"),
                            ("email", "By e-mail"),
                        ],
                        max_length=8,
                    ),
                ),
                ("parent_to_tell_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("concern", "A concern was assessed"),
                            ("assessment", "Assessment or specialist advice"),
                            ("transfer", "Came from another school with it"),
                            ("plan_made", "EHC plan made"),
                            ("plan_ceased", "EHC plan ceased"),
                            ("progress", "Progress made, extra support no longer needed"),
                            ("parent", "Parents' request"),
                            ("left", "Left the school"),
                            ("roll", "As the roll says"),
                            ("correction", "Correction of a mistake"),
                        ],
                        max_length=12,
                    ),
                ),
                ("end_note", models.TextField(blank=True)),
                (
                    "end_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parent told of the end on"
                    ),
                ),
                (
                    "end_told_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "At a meeting"),
                            ("phone", "By phone"),
                            ("letter", "By letter"),
                            ("email", "By e-mail"),
                        ],
                        max_length=8,
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
                (
                    "ended_by",
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
                        related_name="status_periods",
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
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_statusperiod_pupil")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_statusperiod_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_statusperiod_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("school", "pupil"),
                        name="pupils_statusperiod_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_statusperiod_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_reason", ""), ("ends_on", None)),
                            models.Q(
                                ("ends_on__isnull", False),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_statusperiod_end_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("parent_told_how", ""), ("parent_told_on", None)),
                            models.Q(
                                ("parent_told_on__isnull", False),
                                models.Q(("parent_told_how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_statusperiod_told_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent_told_on", None), ("parent_to_tell_on", None), _connector="OR"
                        ),
                        name="pupils_statusperiod_told_or_to_tell",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_told_how", ""), ("end_told_on", None)),
                            models.Q(
                                ("end_told_on__isnull", False),
                                ("ends_on__isnull", False),
                                models.Q(("end_told_how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_statusperiod_end_told_how",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("school", "="),
                            ("pupil", "="),
                            (aylsham.models.organisation.DateRange("starts_on", "ends_on"), "&&"),
                        ],
                        name="pupils_statusperiod_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusPeriodEvent",
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
                    "status",
                    models.CharField(
                        choices=[("K", "SEN support"), ("E", "EHC plan")], max_length=1
                    ),
                ),
                ("starts_on", models.DateField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("concern", "A concern was assessed"),
                            ("assessment", "Assessment or specialist advice"),
                            ("transfer", "Came from another school with it"),
                            ("plan_made", "EHC plan made"),
                            ("plan_ceased", "EHC plan ceased"),
                            ("progress", "Progress made, extra support no longer needed"),
                            ("parent", "Parents' request"),
                            ("left", "Left the school"),
                            ("roll", "As the roll says"),
                            ("correction", "Correction of a mistake"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "evidence",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where the evidence is"
                    ),
                ),
                ("parent_told_on", models.DateField(blank=True, null=True)),
                (
                    "parent_told_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "At a meeting"),
                            ("phone", "By phone"),
                            ("letter", "By letter"),
                            ("email", "By e-mail"),
                        ],
                        max_length=8,
                    ),
                ),
                ("parent_to_tell_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("concern", "A concern was assessed"),
                            ("assessment", "Assessment or specialist advice"),
                            ("transfer", "Came from another school with it"),
                            ("plan_made", "EHC plan made"),
                            ("plan_ceased", "EHC plan ceased"),
                            ("progress", "Progress made, extra support no longer needed"),
                            ("parent", "Parents' request"),
                            ("left", "Left the school"),
                            ("roll", "As the roll says"),
                            ("correction", "Correction of a mistake"),
                        ],
                        max_length=12,
                    ),
                ),
                ("end_note", models.TextField(blank=True)),
                (
                    "end_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parent told of the end on"
                    ),
                ),
                (
                    "end_told_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "At a meeting"),
                            ("phone", "By phone"),
                            ("letter", "By letter"),
                            ("email", "By e-mail"),
                        ],
                        max_length=8,
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
                (
                    "ended_by",
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
                        to="pupils.statusperiod",
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
                    "started_by",
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
            name="ConcernStep",
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
                            ("universal", "Strategies in class"),
                            ("monitoring", "Monitoring"),
                            ("reviewed", "Monitoring looked at"),
                            ("assessment", "Assessment"),
                            ("referral", "Referral"),
                            ("support", "SEN support"),
                            ("closed", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("reason", models.TextField()),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="next review")),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.agreedaction",
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
                    "concern",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="pupils.concern",
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
                    "period",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pupils.statusperiod",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "concern"], name="pupils_concernstep_of")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_concernstep_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "concern", name="pupils_concernstep_concern_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "period", name="pupils_concernstep_period_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "action", name="pupils_concernstep_action_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="pupils_concernstep_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None), ("until_on__gt", models.F("on")), _connector="OR"
                        ),
                        name="pupils_concernstep_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Strategy",
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
                ("text", models.TextField(blank=True)),
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
                ("revision", models.PositiveIntegerField(default=1)),
                ("sitting", models.UUIDField(default=aylsham.identifiers.uuid7)),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("everywhere", "Everywhere"),
                            ("class", "Whole class"),
                            ("task", "Working on a task"),
                            ("moving", "Coming in, moving and changing"),
                            ("playground", "Playground and lunch"),
                            ("tests", "Tests"),
                            ("home", "Home and homework"),
                        ],
                        default="everywhere",
                        max_length=10,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="U",
                        max_length=1,
                    ),
                ),
                (
                    "is_normal_practice",
                    models.BooleanField(default=False, verbose_name="normal classroom practice"),
                ),
                ("since_on", models.DateField()),
                ("confirmed_on", models.DateField(verbose_name="last found still true on")),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("typed_into", models.UUIDField(blank=True, null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="strategies",
                        to="pupils.need",
                        verbose_name="need it answers",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strategies",
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
                "verbose_name_plural": "strategies",
                "ordering": ["since_on", "id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil"], name="pupils_strategy_pupil"),
                    models.Index(fields=["school", "need"], name="pupils_strategy_need"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_strategy_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_strategy_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "need", name="pupils_strategy_need_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("typed_into__isnull", False)),
                        fields=("school", "typed_into"),
                        name="pupils_strategy_typed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            ("ended_on__isnull", False),
                            _connector="OR",
                        ),
                        name="pupils_strategy_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confirmed_on__gte", models.F("since_on"))),
                        name="pupils_strategy_confirmed_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("since_on")),
                            _connector="OR",
                        ),
                        name="pupils_strategy_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StrategyEvent",
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
                ("text", models.TextField(blank=True)),
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
                ("revision", models.PositiveIntegerField(default=1)),
                ("sitting", models.UUIDField(default=aylsham.identifiers.uuid7)),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("everywhere", "Everywhere"),
                            ("class", "Whole class"),
                            ("task", "Working on a task"),
                            ("moving", "Coming in, moving and changing"),
                            ("playground", "Playground and lunch"),
                            ("tests", "Tests"),
                            ("home", "Home and homework"),
                        ],
                        default="everywhere",
                        max_length=10,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("U", "Universal"), ("T", "Targeted"), ("E", "Enhanced")],
                        default="U",
                        max_length=1,
                    ),
                ),
                (
                    "is_normal_practice",
                    models.BooleanField(default=False, verbose_name="normal classroom practice"),
                ),
                ("since_on", models.DateField()),
                ("confirmed_on", models.DateField(verbose_name="last found still true on")),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("typed_into", models.UUIDField(blank=True, null=True)),
                (
                    "changed_by",
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
                    "confirmed_by",
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
                    "need",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pupils.need",
                        verbose_name="need it answers",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.strategy",
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
            name="StrategyTry",
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
                    "answer",
                    models.CharField(
                        choices=[
                            ("worked", "It worked"),
                            ("did_not", "It did not"),
                            ("undone", "Taken back"),
                        ],
                        max_length=7,
                    ),
                ),
                ("on", models.DateField()),
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
                    "strategy",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tries",
                        to="pupils.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["school", "strategy", "on"], name="pupils_strategytry_strategy"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_strategytry_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "strategy", name="pupils_strategytry_strategy_same_school"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupplyLink",
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
                ("class_group_id", models.UUIDField()),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("expires_on", models.DateField()),
                (
                    "made_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
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
            options={
                "indexes": [
                    models.Index(
                        fields=["school", "class_group_id"], name="pupils_supplylink_class"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("starts_on", models.DateField(verbose_name="first day")),
                (
                    "is_permanent",
                    models.BooleanField(default=False, verbose_name="permanent exclusion"),
                ),
                (
                    "sessions",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="sessions (half days)"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("PP", "Physical assault against a pupil"),
                            ("PA", "Physical assault against an adult"),
                            ("VP", "Verbal abuse or threatening behaviour against a pupil"),
                            ("VA", "Verbal abuse or threatening behaviour against an adult"),
                            (
                                "OW",
                                "Use, or threat of use, of an offensive weapon or prohibited item",
                            ),
                            ("BU", "Bullying"),
                            ("RA", "Racist abuse"),
                            ("LG", "Abuse against sexual orientation or gender identity"),
                            ("DS", "Abuse relating to disability"),
                            ("SM", "Sexual misconduct"),
                            ("DA", "Drug and alcohol related"),
                            ("DM", "Damage"),
                            ("TH", "Theft"),
                            ("DB", "Persistent or general disruptive behaviour"),
                            ("MT", "Inappropriate use of social media or online technology"),
                            ("PH", "Wilful and repeated transgression of protective measures"),
                        ],
                        max_length=2,
                    ),
                ),
                (
                    "parents_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parents told in writing on"
                    ),
                ),
                (
                    "council_told_on",
                    models.DateField(blank=True, null=True, verbose_name="council told on"),
                ),
                (
                    "others_told_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="social worker and virtual school told on",
                    ),
                ),
                (
                    "back_meeting_on",
                    models.DateField(blank=True, null=True, verbose_name="meeting on the way back"),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
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
                "ordering": ["-starts_on", "-id"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "pupil"], name="suspension_of_pupil")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_suspension_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_suspension_pupil_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="pupils_suspension_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on", None), ("is_permanent", True), ("sessions", None)
                            ),
                            models.Q(
                                ("ended_on__isnull", False),
                                ("is_permanent", False),
                                ("sessions__gte", 1),
                            ),
                            _connector="OR",
                        ),
                        name="pupils_suspension_has_length",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuspensionEvent",
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
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("starts_on", models.DateField(verbose_name="first day")),
                (
                    "is_permanent",
                    models.BooleanField(default=False, verbose_name="permanent exclusion"),
                ),
                (
                    "sessions",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="sessions (half days)"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("PP", "Physical assault against a pupil"),
                            ("PA", "Physical assault against an adult"),
                            ("VP", "Verbal abuse or threatening behaviour against a pupil"),
                            ("VA", "Verbal abuse or threatening behaviour against an adult"),
                            (
                                "OW",
                                "Use, or threat of use, of an offensive weapon or prohibited item",
                            ),
                            ("BU", "Bullying"),
                            ("RA", "Racist abuse"),
                            ("LG", "Abuse against sexual orientation or gender identity"),
                            ("DS", "Abuse relating to disability"),
                            ("SM", "Sexual misconduct"),
                            ("DA", "Drug and alcohol related"),
                            ("DM", "Damage"),
                            ("TH", "Theft"),
                            ("DB", "Persistent or general disruptive behaviour"),
                            ("MT", "Inappropriate use of social media or online technology"),
                            ("PH", "Wilful and repeated transgression of protective measures"),
                        ],
                        max_length=2,
                    ),
                ),
                (
                    "parents_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="parents told in writing on"
                    ),
                ),
                (
                    "council_told_on",
                    models.DateField(blank=True, null=True, verbose_name="council told on"),
                ),
                (
                    "others_told_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="social worker and virtual school told on",
                    ),
                ),
                (
                    "back_meeting_on",
                    models.DateField(blank=True, null=True, verbose_name="meeting on the way back"),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.suspension",
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
            name="Talk",
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
                ("on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("gate", "At the gate"),
                            ("phone", "Phone"),
                            ("in_person", "Meeting"),
                            ("video", "Video call"),
                            ("email", "E-mail"),
                            ("text", "Text message"),
                            ("letter", "Letter"),
                            ("visit", "Home visit"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("held", "We talked"),
                            ("no_answer", "No answer"),
                            ("declined", "Offered, declined"),
                        ],
                        default="held",
                        max_length=9,
                    ),
                ),
                ("who", models.CharField(max_length=200, verbose_name="who it was with")),
                (
                    "is_parent_meeting",
                    models.BooleanField(
                        default=False, verbose_name="one of the three meetings a year"
                    ),
                ),
                ("agreed", models.TextField(blank=True, verbose_name="what was agreed")),
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
                    "services",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), blank=True, default=list
                    ),
                ),
                (
                    "logged_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="talks",
                        to="pupils.contact",
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
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
                        related_name="talks",
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
                "ordering": ["-on", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["school", "pupil", "-on"], name="pupils_talk_pupil"),
                    models.Index(fields=["school", "contact"], name="pupils_talk_contact"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_talk_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_talk_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "contact", name="pupils_talk_contact_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "held"), _negated=True),
                            models.Q(("agreed", ""), _negated=True),
                            ("is_parent_meeting", False),
                            _connector="OR",
                        ),
                        name="pupils_talk_meeting_says_what",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TalkEvent",
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
                ("on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("gate", "At the gate"),
                            ("phone", "Phone"),
                            ("in_person", "Meeting"),
                            ("video", "Video call"),
                            ("email", "E-mail"),
                            ("text", "Text message"),
                            ("letter", "Letter"),
                            ("visit", "Home visit"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("held", "We talked"),
                            ("no_answer", "No answer"),
                            ("declined", "Offered, declined"),
                        ],
                        default="held",
                        max_length=9,
                    ),
                ),
                ("who", models.CharField(max_length=200, verbose_name="who it was with")),
                (
                    "is_parent_meeting",
                    models.BooleanField(
                        default=False, verbose_name="one of the three meetings a year"
                    ),
                ),
                ("agreed", models.TextField(blank=True, verbose_name="what was agreed")),
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
                    "services",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), blank=True, default=list
                    ),
                ),
                (
                    "logged_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "contact",
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
                    "logged_by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.talk",
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
            name="Voice",
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
                            ("parent_views", "Parents' views"),
                            ("pupil_views", "Child's views"),
                            ("advice", "Professional advice"),
                            ("report", "A report"),
                        ],
                        max_length=12,
                    ),
                ),
                ("given_on", models.DateField()),
                (
                    "given_how",
                    models.CharField(
                        choices=[
                            ("link", "By link"),
                            ("paper", "On paper"),
                            ("phone", "By phone"),
                            ("in_person", "In person"),
                        ],
                        max_length=9,
                    ),
                ),
                ("said_by", models.CharField(max_length=150, verbose_name="whose words")),
                ("role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("helper", models.CharField(blank=True, max_length=150, verbose_name="who helped")),
                ("answers", models.JSONField(default=list)),
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
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "ask",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voices",
                        to="pupils.contributionrequest",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="voices",
                        to="pupils.contact",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="voices",
                        to="pupils.pupil",
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
                "ordering": ["-given_on", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["school", "pupil", "-given_on"], name="pupils_voice_pupil"
                    ),
                    models.Index(fields=["school", "contact"], name="pupils_voice_contact"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_voice_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_voice_pupil_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "contact", name="pupils_voice_contact_same_school"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "ask", name="pupils_voice_ask_same_school"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ask__isnull", False)),
                        fields=("school", "ask"),
                        name="pupils_voice_ask_uniq",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VoiceEvent",
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
                            ("parent_views", "Parents' views"),
                            ("pupil_views", "Child's views"),
                            ("advice", "Professional advice"),
                            ("report", "A report"),
                        ],
                        max_length=12,
                    ),
                ),
                ("given_on", models.DateField()),
                (
                    "given_how",
                    models.CharField(
                        choices=[
                            ("link", "By link"),
                            ("paper", "On paper"),
                            ("phone", "By phone"),
                            ("in_person", "In person"),
                        ],
                        max_length=9,
                    ),
                ),
                ("said_by", models.CharField(max_length=150, verbose_name="whose words")),
                ("role", models.CharField(blank=True, max_length=100, verbose_name="as what")),
                ("helper", models.CharField(blank=True, max_length=150, verbose_name="who helped")),
                ("answers", models.JSONField(default=list)),
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
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
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
                    "contact",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pupils.voice",
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
        pgtrigger.migrations.AddTrigger(
            model_name="concernanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_concernanswerevent" ("answer_by", "answered_on", "asked_on", "concern_id", "helps", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same", "school_id", "seen", "user_id", "words") VALUES (NEW."answer_by", NEW."answered_on", NEW."asked_on", NEW."concern_id", NEW."helps", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."same", NEW."school_id", NEW."seen", NEW."user_id", NEW."words"); RETURN NULL;',
                    hash="bd68d7595a435fa73b20275301aabbd5892d84e9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7363a",
                    table="pupils_concernanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_concernanswerevent" ("answer_by", "answered_on", "asked_on", "concern_id", "helps", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same", "school_id", "seen", "user_id", "words") VALUES (NEW."answer_by", NEW."answered_on", NEW."asked_on", NEW."concern_id", NEW."helps", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."same", NEW."school_id", NEW."seen", NEW."user_id", NEW."words"); RETURN NULL;',
                    hash="4f72ef25aed2f90740fb23db80b45d4c925fa433",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5b634",
                    table="pupils_concernanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_concernanswerevent" ("answer_by", "answered_on", "asked_on", "concern_id", "helps", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same", "school_id", "seen", "user_id", "words") VALUES (OLD."answer_by", OLD."answered_on", OLD."asked_on", OLD."concern_id", OLD."helps", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."same", OLD."school_id", OLD."seen", OLD."user_id", OLD."words"); RETURN NULL;',
                    hash="31e2bded89f0f590f01adb958ac584e9efc885b7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f5ace",
                    table="pupils_concernanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="asidetext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_asidetextevent" ("id", "line", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "settled_at", "sitting", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."line", NEW."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."sensitivity", NEW."settled_at", NEW."sitting", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="250f63de90190647d50d02560e0ab4547aed11f0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_212ea",
                    table="pupils_asidetext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="asidetext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_asidetextevent" ("id", "line", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "settled_at", "sitting", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."line", NEW."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."sensitivity", NEW."settled_at", NEW."sitting", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="4919717415f5f8e206f3888fd1a4557cb219ffe2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e744a",
                    table="pupils_asidetext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="asidetext",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_asidetextevent" ("id", "line", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "sensitivity", "settled_at", "sitting", "text", "written_at", "written_by_id") VALUES (OLD."id", OLD."line", OLD."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."sensitivity", OLD."settled_at", OLD."sitting", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="6acb3d672e853097f469cb3bc0f2ad8c078dbbff",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bb7e1",
                    table="pupils_asidetext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passportcomment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_passportcommentevent" ("id", "part", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "settled_at", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."part", NEW."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."settled_at", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="fa9d5e2fd0572d3cae8bf1a90ed2ebf7f66fcef0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_133ad",
                    table="pupils_passportcomment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passportcomment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_passportcommentevent" ("id", "part", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "settled_at", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."part", NEW."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."settled_at", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="56a47d111d97033f5d37955a09b13cae40ade177",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a8379",
                    table="pupils_passportcomment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passportcomment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_passportcommentevent" ("id", "part", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "settled_at", "text", "written_at", "written_by_id") VALUES (OLD."id", OLD."part", OLD."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."settled_at", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="001495891e96eb1b40a8a5bb749d5866624c2ee6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8c68e",
                    table="pupils_passportcomment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passporttext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_passporttextevent" ("changed_at", "changed_by_id", "id", "part", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "school_id", "sensitivity", "sitting", "text") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."part", NEW."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."revision", NEW."school_id", NEW."sensitivity", NEW."sitting", NEW."text"); RETURN NULL;',
                    hash="da80aae8eda4f64a9e8bb90939c9ef51753ee964",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c9cff",
                    table="pupils_passporttext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passporttext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_passporttextevent" ("changed_at", "changed_by_id", "id", "part", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "school_id", "sensitivity", "sitting", "text") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."part", NEW."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."revision", NEW."school_id", NEW."sensitivity", NEW."sitting", NEW."text"); RETURN NULL;',
                    hash="32bad24afaa8b92b6ea604bbce81b6b5ae8344a2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_db4c0",
                    table="pupils_passporttext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passporttext",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_passporttextevent" ("changed_at", "changed_by_id", "id", "part", "passport_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "school_id", "sensitivity", "sitting", "text") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."id", OLD."part", OLD."passport_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."revision", OLD."school_id", OLD."sensitivity", OLD."sitting", OLD."text"); RETURN NULL;',
                    hash="a54f3dd3820d386fceb0c402bc40e03404172059",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2a8c1",
                    table="pupils_passporttext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pupil",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_pupilevent" ("born_on", "class_group_id", "ethnicity", "first_language", "first_name", "former_upn", "id", "is_eal", "kept_fields", "last_name", "mis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred_first_name", "school_id", "sex", "upn", "year_group") VALUES (NEW."born_on", NEW."class_group_id", NEW."ethnicity", NEW."first_language", NEW."first_name", NEW."former_upn", NEW."id", NEW."is_eal", NEW."kept_fields", NEW."last_name", NEW."mis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."preferred_first_name", NEW."school_id", NEW."sex", NEW."upn", NEW."year_group"); RETURN NULL;',
                    hash="970715d586b8a919ddfee5cd786b0197ed7a7636",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4dca8",
                    table="pupils_pupil",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pupil",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."class_group_id" IS DISTINCT FROM (NEW."class_group_id") OR OLD."ethnicity" IS DISTINCT FROM (NEW."ethnicity") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."former_upn" IS DISTINCT FROM (NEW."former_upn") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_eal" IS DISTINCT FROM (NEW."is_eal") OR OLD."kept_fields" IS DISTINCT FROM (NEW."kept_fields") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."mis_id" IS DISTINCT FROM (NEW."mis_id") OR OLD."preferred_first_name" IS DISTINCT FROM (NEW."preferred_first_name") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."upn" IS DISTINCT FROM (NEW."upn") OR OLD."year_group" IS DISTINCT FROM (NEW."year_group"))',
                    func='INSERT INTO "pupils_pupilevent" ("born_on", "class_group_id", "ethnicity", "first_language", "first_name", "former_upn", "id", "is_eal", "kept_fields", "last_name", "mis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred_first_name", "school_id", "sex", "upn", "year_group") VALUES (NEW."born_on", NEW."class_group_id", NEW."ethnicity", NEW."first_language", NEW."first_name", NEW."former_upn", NEW."id", NEW."is_eal", NEW."kept_fields", NEW."last_name", NEW."mis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."preferred_first_name", NEW."school_id", NEW."sex", NEW."upn", NEW."year_group"); RETURN NULL;',
                    hash="2ef4494692e55ed39a0752992cef0098b525712c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1c6e",
                    table="pupils_pupil",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pupil",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_pupilevent" ("born_on", "class_group_id", "ethnicity", "first_language", "first_name", "former_upn", "id", "is_eal", "kept_fields", "last_name", "mis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred_first_name", "school_id", "sex", "upn", "year_group") VALUES (OLD."born_on", OLD."class_group_id", OLD."ethnicity", OLD."first_language", OLD."first_name", OLD."former_upn", OLD."id", OLD."is_eal", OLD."kept_fields", OLD."last_name", OLD."mis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."preferred_first_name", OLD."school_id", OLD."sex", OLD."upn", OLD."year_group"); RETURN NULL;',
                    hash="cd5ca8a0135103c541eb863e8a182a2b1c0b36fc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_85af3",
                    table="pupils_pupil",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_passportevent" ("confirmed_by_id", "confirmed_on", "id", "must_read_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_on", "pupil_id", "school_id", "sent_by_id", "sent_on", "state") VALUES (NEW."confirmed_by_id", NEW."confirmed_on", NEW."id", NEW."must_read_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_by_id", NEW."published_on", NEW."pupil_id", NEW."school_id", NEW."sent_by_id", NEW."sent_on", NEW."state"); RETURN NULL;',
                    hash="b3319ee3d721361ab750fbb100d92f3f38c374bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ee61e",
                    table="pupils_passport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_passportevent" ("confirmed_by_id", "confirmed_on", "id", "must_read_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_on", "pupil_id", "school_id", "sent_by_id", "sent_on", "state") VALUES (NEW."confirmed_by_id", NEW."confirmed_on", NEW."id", NEW."must_read_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_by_id", NEW."published_on", NEW."pupil_id", NEW."school_id", NEW."sent_by_id", NEW."sent_on", NEW."state"); RETURN NULL;',
                    hash="84eada603b8d0921a89b5131b3e72e0d0eb84c29",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a5dbe",
                    table="pupils_passport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_passportevent" ("confirmed_by_id", "confirmed_on", "id", "must_read_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_on", "pupil_id", "school_id", "sent_by_id", "sent_on", "state") VALUES (OLD."confirmed_by_id", OLD."confirmed_on", OLD."id", OLD."must_read_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_by_id", OLD."published_on", OLD."pupil_id", OLD."school_id", OLD."sent_by_id", OLD."sent_on", OLD."state"); RETURN NULL;',
                    hash="5e2c3a1ea63ce7cae5585beedc749dc4d5c4ae64",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_50c7d",
                    table="pupils_passport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parttimetimetable",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_parttimetimetableevent" ("council_told_on", "ended_on", "ends_on", "hours_a_week", "id", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "review_on", "school_id", "starts_on") VALUES (NEW."council_told_on", NEW."ended_on", NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."review_on", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="c81abb3040691df82252fc5054a69c194dba7bc0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8cac7",
                    table="pupils_parttimetimetable",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parttimetimetable",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_parttimetimetableevent" ("council_told_on", "ended_on", "ends_on", "hours_a_week", "id", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "review_on", "school_id", "starts_on") VALUES (NEW."council_told_on", NEW."ended_on", NEW."ends_on", NEW."hours_a_week", NEW."id", NEW."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."review_on", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="95396871a2c94cdf5a93a009e820f99517ebe03d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a364b",
                    table="pupils_parttimetimetable",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parttimetimetable",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_parttimetimetableevent" ("council_told_on", "ended_on", "ends_on", "hours_a_week", "id", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "review_on", "school_id", "starts_on") VALUES (OLD."council_told_on", OLD."ended_on", OLD."ends_on", OLD."hours_a_week", OLD."id", OLD."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."review_on", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="f2b1af14cd14159f8e75a57502e46209a77ca540",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fcf2d",
                    table="pupils_parttimetimetable",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_needevent" ("ended_on", "id", "impact", "in_words", "known_from", "level", "level_rated_by_id", "level_rated_on", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "rank", "school_id", "since_on", "source") VALUES (NEW."ended_on", NEW."id", NEW."impact", NEW."in_words", NEW."known_from", NEW."level", NEW."level_rated_by_id", NEW."level_rated_on", NEW."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."rank", NEW."school_id", NEW."since_on", NEW."source"); RETURN NULL;',
                    hash="034c06bfe85f22a8040660a9e2d44ca3fde26ab3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9e5ec",
                    table="pupils_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_needevent" ("ended_on", "id", "impact", "in_words", "known_from", "level", "level_rated_by_id", "level_rated_on", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "rank", "school_id", "since_on", "source") VALUES (NEW."ended_on", NEW."id", NEW."impact", NEW."in_words", NEW."known_from", NEW."level", NEW."level_rated_by_id", NEW."level_rated_on", NEW."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."rank", NEW."school_id", NEW."since_on", NEW."source"); RETURN NULL;',
                    hash="3b3166911dc7497eeb66ece8ffc299109cd4e84a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c76ee",
                    table="pupils_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_needevent" ("ended_on", "id", "impact", "in_words", "known_from", "level", "level_rated_by_id", "level_rated_on", "need_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "rank", "school_id", "since_on", "source") VALUES (OLD."ended_on", OLD."id", OLD."impact", OLD."in_words", OLD."known_from", OLD."level", OLD."level_rated_by_id", OLD."level_rated_on", OLD."need_type", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."rank", OLD."school_id", OLD."since_on", OLD."source"); RETURN NULL;',
                    hash="61a574452c67e4c43890ebcd6e73b4c7159fa840",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dcaa7",
                    table="pupils_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="medicine",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_medicineevent" ("dose", "ended_on", "expires_on", "given", "id", "kept_at", "name", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."dose", NEW."ended_on", NEW."expires_on", NEW."given", NEW."id", NEW."kept_at", NEW."name", NEW."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="88abe010cd96712218051984e8e9fb35200c2265",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_05957",
                    table="pupils_medicine",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="medicine",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_medicineevent" ("dose", "ended_on", "expires_on", "given", "id", "kept_at", "name", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (NEW."dose", NEW."ended_on", NEW."expires_on", NEW."given", NEW."id", NEW."kept_at", NEW."name", NEW."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="d65673ed1c5acc2ce8b6d2c3c560d4b08ac791d6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c736",
                    table="pupils_medicine",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="medicine",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_medicineevent" ("dose", "ended_on", "expires_on", "given", "id", "kept_at", "name", "parents_agreed_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on") VALUES (OLD."dose", OLD."ended_on", OLD."expires_on", OLD."given", OLD."id", OLD."kept_at", OLD."name", OLD."parents_agreed_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="e35f200b998d7250084c447dcbdef448a5dd1fbe",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3e2c4",
                    table="pupils_medicine",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="medicalalert",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_medicalalertevent" ("action", "ended_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "what") VALUES (NEW."action", NEW."ended_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on", NEW."what"); RETURN NULL;',
                    hash="c881cebb83a65344d950692ca71ff863a0c01fec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dcf18",
                    table="pupils_medicalalert",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="medicalalert",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_medicalalertevent" ("action", "ended_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "what") VALUES (NEW."action", NEW."ended_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."starts_on", NEW."what"); RETURN NULL;',
                    hash="68edb7f6af596973d86e1769f7c3705e3afe6cb5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4d524",
                    table="pupils_medicalalert",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="medicalalert",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_medicalalertevent" ("action", "ended_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "starts_on", "what") VALUES (OLD."action", OLD."ended_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."starts_on", OLD."what"); RETURN NULL;',
                    hash="a17e887123aebdfe778bd304f6f2d1b9b7bd7acd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_469ef",
                    table="pupils_medicalalert",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="home",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_homeevent" ("address", "child_is_there", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "withheld", "withheld_why") VALUES (NEW."address", NEW."child_is_there", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."withheld", NEW."withheld_why"); RETURN NULL;',
                    hash="2910582a3cce30a2dc4e11ee1d57f714cd331a54",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6aaa6",
                    table="pupils_home",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="home",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_homeevent" ("address", "child_is_there", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "withheld", "withheld_why") VALUES (NEW."address", NEW."child_is_there", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."withheld", NEW."withheld_why"); RETURN NULL;',
                    hash="d34ad6e7324203b8e12516fbcb36fe6dd2afb4fc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1958",
                    table="pupils_home",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="home",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_homeevent" ("address", "child_is_there", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "withheld", "withheld_why") VALUES (OLD."address", OLD."child_is_there", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."withheld", OLD."withheld_why"); RETURN NULL;',
                    hash="d3e67f31bfba7b578bb1286ab75b03cf3e9b6de1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_766db",
                    table="pupils_home",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equipment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_equipmentevent" ("ended_on", "id", "kept_at", "lent_by", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "service_on", "starts_on", "trained") VALUES (NEW."ended_on", NEW."id", NEW."kept_at", NEW."lent_by", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."service_on", NEW."starts_on", NEW."trained"); RETURN NULL;',
                    hash="ce9bc298a0f3b36325a303084e83a31e0b326091",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_80226",
                    table="pupils_equipment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equipment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_equipmentevent" ("ended_on", "id", "kept_at", "lent_by", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "service_on", "starts_on", "trained") VALUES (NEW."ended_on", NEW."id", NEW."kept_at", NEW."lent_by", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."service_on", NEW."starts_on", NEW."trained"); RETURN NULL;',
                    hash="c7c70ba94657194f1cc178d943cbcd988251da6a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_786ea",
                    table="pupils_equipment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equipment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_equipmentevent" ("ended_on", "id", "kept_at", "lent_by", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "service_on", "starts_on", "trained") VALUES (OLD."ended_on", OLD."id", OLD."kept_at", OLD."lent_by", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."service_on", OLD."starts_on", OLD."trained"); RETURN NULL;',
                    hash="379c61d0771c778b002c0aaaecb3830fc5df8eb1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f477b",
                    table="pupils_equipment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_documentevent" ("author", "bin_reason", "binned_at", "binned_by_id", "filed_at", "filed_by_id", "hold_reason", "id", "is_advice", "is_date_known", "kind", "of_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "pupil_id", "school_id", "seal_reason", "sealed_at", "sealed_by_id", "sensitivity", "source", "title") VALUES (NEW."author", NEW."bin_reason", NEW."binned_at", NEW."binned_by_id", NEW."filed_at", NEW."filed_by_id", NEW."hold_reason", NEW."id", NEW."is_advice", NEW."is_date_known", NEW."kind", NEW."of_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."profession", NEW."pupil_id", NEW."school_id", NEW."seal_reason", NEW."sealed_at", NEW."sealed_by_id", NEW."sensitivity", NEW."source", NEW."title"); RETURN NULL;',
                    hash="8193eba1ce50545fcc2d3c10216d36380d4c0078",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_672d8",
                    table="pupils_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_documentevent" ("author", "bin_reason", "binned_at", "binned_by_id", "filed_at", "filed_by_id", "hold_reason", "id", "is_advice", "is_date_known", "kind", "of_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "pupil_id", "school_id", "seal_reason", "sealed_at", "sealed_by_id", "sensitivity", "source", "title") VALUES (NEW."author", NEW."bin_reason", NEW."binned_at", NEW."binned_by_id", NEW."filed_at", NEW."filed_by_id", NEW."hold_reason", NEW."id", NEW."is_advice", NEW."is_date_known", NEW."kind", NEW."of_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."profession", NEW."pupil_id", NEW."school_id", NEW."seal_reason", NEW."sealed_at", NEW."sealed_by_id", NEW."sensitivity", NEW."source", NEW."title"); RETURN NULL;',
                    hash="97dcb220fb707805e2c0e43fee99bb5848e41f27",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_38d82",
                    table="pupils_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_documentevent" ("author", "bin_reason", "binned_at", "binned_by_id", "filed_at", "filed_by_id", "hold_reason", "id", "is_advice", "is_date_known", "kind", "of_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "pupil_id", "school_id", "seal_reason", "sealed_at", "sealed_by_id", "sensitivity", "source", "title") VALUES (OLD."author", OLD."bin_reason", OLD."binned_at", OLD."binned_by_id", OLD."filed_at", OLD."filed_by_id", OLD."hold_reason", OLD."id", OLD."is_advice", OLD."is_date_known", OLD."kind", OLD."of_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."profession", OLD."pupil_id", OLD."school_id", OLD."seal_reason", OLD."sealed_at", OLD."sealed_by_id", OLD."sensitivity", OLD."source", OLD."title"); RETURN NULL;',
                    hash="f6bd6a3701d5c33113b01c9d90744053749d97a7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e1d19",
                    table="pupils_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="diagnosis",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_diagnosisevent" ("ended_on", "evidence", "id", "made_by", "made_on", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."ended_on", NEW."evidence", NEW."id", NEW."made_by", NEW."made_on", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="bbe792e64c2791141748eb2807144acf92cd4b28",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0df54",
                    table="pupils_diagnosis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="diagnosis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_diagnosisevent" ("ended_on", "evidence", "id", "made_by", "made_on", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."ended_on", NEW."evidence", NEW."id", NEW."made_by", NEW."made_on", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;',
                    hash="4bcc0f98d1c6f5104dbbdbe8316e444afd7d6732",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88837",
                    table="pupils_diagnosis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="diagnosis",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_diagnosisevent" ("ended_on", "evidence", "id", "made_by", "made_on", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (OLD."ended_on", OLD."evidence", OLD."id", OLD."made_by", OLD."made_on", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id"); RETURN NULL;',
                    hash="38ce0742d0a1e8358de11185801606ab5d673107",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5b5b2",
                    table="pupils_diagnosis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="datedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_datedfactevent" ("basis", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "starts_on") VALUES (NEW."basis", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="59d914c51efbb72b99551cb52813b5356c570522",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_726b2",
                    table="pupils_datedfact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="datedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_datedfactevent" ("basis", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "starts_on") VALUES (NEW."basis", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="d12c57c25f650600b9b4ceaa652aa7c142c79ec3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f6553",
                    table="pupils_datedfact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="datedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_datedfactevent" ("basis", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "starts_on") VALUES (OLD."basis", OLD."ends_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="de58e88088982e7c084261c2e4efcb1b26fae4f2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38120",
                    table="pupils_datedfact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_contributionrequestevent" ("answered_at", "asked_by_id", "asked_on", "cancelled_at", "cancelled_by_id", "code_sent_at", "codes_sent", "contact_id", "draft_at", "due_on", "email", "expires_on", "id", "kind", "locked_at", "message", "name", "owed_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "questions", "reminded_on", "role", "school_id", "shows_first_name", "state", "wrong_codes") VALUES (NEW."answered_at", NEW."asked_by_id", NEW."asked_on", NEW."cancelled_at", NEW."cancelled_by_id", NEW."code_sent_at", NEW."codes_sent", NEW."contact_id", NEW."draft_at", NEW."due_on", NEW."email", NEW."expires_on", NEW."id", NEW."kind", NEW."locked_at", NEW."message", NEW."name", NEW."owed_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."questions", NEW."reminded_on", NEW."role", NEW."school_id", NEW."shows_first_name", NEW."state", NEW."wrong_codes"); RETURN NULL;',
                    hash="9312887f35a7dc3053df45a1f0cfaf065ca5c983",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_02690",
                    table="pupils_contributionrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_on" IS DISTINCT FROM (NEW."asked_on") OR OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."cancelled_by_id" IS DISTINCT FROM (NEW."cancelled_by_id") OR OLD."code_sent_at" IS DISTINCT FROM (NEW."code_sent_at") OR OLD."codes_sent" IS DISTINCT FROM (NEW."codes_sent") OR OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."draft_at" IS DISTINCT FROM (NEW."draft_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."locked_at" IS DISTINCT FROM (NEW."locked_at") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."owed_by" IS DISTINCT FROM (NEW."owed_by") OR OLD."pupil_id" IS DISTINCT FROM (NEW."pupil_id") OR OLD."questions" IS DISTINCT FROM (NEW."questions") OR OLD."reminded_on" IS DISTINCT FROM (NEW."reminded_on") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."shows_first_name" IS DISTINCT FROM (NEW."shows_first_name") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."wrong_codes" IS DISTINCT FROM (NEW."wrong_codes"))',
                    func='INSERT INTO "pupils_contributionrequestevent" ("answered_at", "asked_by_id", "asked_on", "cancelled_at", "cancelled_by_id", "code_sent_at", "codes_sent", "contact_id", "draft_at", "due_on", "email", "expires_on", "id", "kind", "locked_at", "message", "name", "owed_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "questions", "reminded_on", "role", "school_id", "shows_first_name", "state", "wrong_codes") VALUES (NEW."answered_at", NEW."asked_by_id", NEW."asked_on", NEW."cancelled_at", NEW."cancelled_by_id", NEW."code_sent_at", NEW."codes_sent", NEW."contact_id", NEW."draft_at", NEW."due_on", NEW."email", NEW."expires_on", NEW."id", NEW."kind", NEW."locked_at", NEW."message", NEW."name", NEW."owed_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."questions", NEW."reminded_on", NEW."role", NEW."school_id", NEW."shows_first_name", NEW."state", NEW."wrong_codes"); RETURN NULL;',
                    hash="cba30dab18cf46187a703884cc0d44a5abca96b4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e34b2",
                    table="pupils_contributionrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_contributionrequestevent" ("answered_at", "asked_by_id", "asked_on", "cancelled_at", "cancelled_by_id", "code_sent_at", "codes_sent", "contact_id", "draft_at", "due_on", "email", "expires_on", "id", "kind", "locked_at", "message", "name", "owed_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "questions", "reminded_on", "role", "school_id", "shows_first_name", "state", "wrong_codes") VALUES (OLD."answered_at", OLD."asked_by_id", OLD."asked_on", OLD."cancelled_at", OLD."cancelled_by_id", OLD."code_sent_at", OLD."codes_sent", OLD."contact_id", OLD."draft_at", OLD."due_on", OLD."email", OLD."expires_on", OLD."id", OLD."kind", OLD."locked_at", OLD."message", OLD."name", OLD."owed_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."questions", OLD."reminded_on", OLD."role", OLD."school_id", OLD."shows_first_name", OLD."state", OLD."wrong_codes"); RETURN NULL;',
                    hash="dc22836075593fa99ae526ecd1797661a690eae1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fc434",
                    table="pupils_contributionrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactorder",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_contactorderevent" ("contact_id", "ends_on", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "says", "school_id", "shares_responsibility", "starts_on", "stops_contact", "stops_information") VALUES (NEW."contact_id", NEW."ends_on", NEW."evidence", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."says", NEW."school_id", NEW."shares_responsibility", NEW."starts_on", NEW."stops_contact", NEW."stops_information"); RETURN NULL;',
                    hash="ce5a9addd0f9612b8ac069a57f406075704e3ed5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_67da7",
                    table="pupils_contactorder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactorder",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_contactorderevent" ("contact_id", "ends_on", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "says", "school_id", "shares_responsibility", "starts_on", "stops_contact", "stops_information") VALUES (NEW."contact_id", NEW."ends_on", NEW."evidence", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."says", NEW."school_id", NEW."shares_responsibility", NEW."starts_on", NEW."stops_contact", NEW."stops_information"); RETURN NULL;',
                    hash="c6ce478f24bd7fc1a1f839ca511e907bf33dc102",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ad15d",
                    table="pupils_contactorder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactorder",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_contactorderevent" ("contact_id", "ends_on", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "says", "school_id", "shares_responsibility", "starts_on", "stops_contact", "stops_information") VALUES (OLD."contact_id", OLD."ends_on", OLD."evidence", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."says", OLD."school_id", OLD."shares_responsibility", OLD."starts_on", OLD."stops_contact", OLD."stops_information"); RETURN NULL;',
                    hash="fd10b4a31b12ab6ee2537afca78289b4be053ebc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_10519",
                    table="pupils_contactorder",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_contactevent" ("email", "has_parental_responsibility", "home_id", "id", "interpreter", "language", "may_collect", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "preferred_channel", "priority", "pupil_id", "receives_letters", "relationship", "school_id", "source") VALUES (NEW."email", NEW."has_parental_responsibility", NEW."home_id", NEW."id", NEW."interpreter", NEW."language", NEW."may_collect", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."preferred_channel", NEW."priority", NEW."pupil_id", NEW."receives_letters", NEW."relationship", NEW."school_id", NEW."source"); RETURN NULL;',
                    hash="94e195709d8c196529924ebce4a436f626f3cb79",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_120aa",
                    table="pupils_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_contactevent" ("email", "has_parental_responsibility", "home_id", "id", "interpreter", "language", "may_collect", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "preferred_channel", "priority", "pupil_id", "receives_letters", "relationship", "school_id", "source") VALUES (NEW."email", NEW."has_parental_responsibility", NEW."home_id", NEW."id", NEW."interpreter", NEW."language", NEW."may_collect", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."preferred_channel", NEW."priority", NEW."pupil_id", NEW."receives_letters", NEW."relationship", NEW."school_id", NEW."source"); RETURN NULL;',
                    hash="15e122fdb34bfb29baaf113b51f386bcefeb7d3b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_82267",
                    table="pupils_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_contactevent" ("email", "has_parental_responsibility", "home_id", "id", "interpreter", "language", "may_collect", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "preferred_channel", "priority", "pupil_id", "receives_letters", "relationship", "school_id", "source") VALUES (OLD."email", OLD."has_parental_responsibility", OLD."home_id", OLD."id", OLD."interpreter", OLD."language", OLD."may_collect", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."preferred_channel", OLD."priority", OLD."pupil_id", OLD."receives_letters", OLD."relationship", OLD."school_id", OLD."source"); RETURN NULL;',
                    hash="3b75dceab6f60d8ee30564136b78c2b4c790eaab",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66d53",
                    table="pupils_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concern",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_concernevent" ("area", "child_view", "closed_on", "english", "home_language", "id", "parent_view", "parents_said", "parents_spoken_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_by_id", "raised_on", "review_on", "reviews", "school_id", "seen", "seen_words", "sensitivity", "source", "step") VALUES (NEW."area", NEW."child_view", NEW."closed_on", NEW."english", NEW."home_language", NEW."id", NEW."parent_view", NEW."parents_said", NEW."parents_spoken_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."raised_by_id", NEW."raised_on", NEW."review_on", NEW."reviews", NEW."school_id", NEW."seen", NEW."seen_words", NEW."sensitivity", NEW."source", NEW."step"); RETURN NULL;',
                    hash="cffcb279beddc0b4b0d29aac2bf8c8840a822253",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_99ba2",
                    table="pupils_concern",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concern",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_concernevent" ("area", "child_view", "closed_on", "english", "home_language", "id", "parent_view", "parents_said", "parents_spoken_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_by_id", "raised_on", "review_on", "reviews", "school_id", "seen", "seen_words", "sensitivity", "source", "step") VALUES (NEW."area", NEW."child_view", NEW."closed_on", NEW."english", NEW."home_language", NEW."id", NEW."parent_view", NEW."parents_said", NEW."parents_spoken_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."raised_by_id", NEW."raised_on", NEW."review_on", NEW."reviews", NEW."school_id", NEW."seen", NEW."seen_words", NEW."sensitivity", NEW."source", NEW."step"); RETURN NULL;',
                    hash="5482eef319d84ab746662fb5cd32ce61f0580b6f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1375",
                    table="pupils_concern",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concern",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_concernevent" ("area", "child_view", "closed_on", "english", "home_language", "id", "parent_view", "parents_said", "parents_spoken_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "raised_by_id", "raised_on", "review_on", "reviews", "school_id", "seen", "seen_words", "sensitivity", "source", "step") VALUES (OLD."area", OLD."child_view", OLD."closed_on", OLD."english", OLD."home_language", OLD."id", OLD."parent_view", OLD."parents_said", OLD."parents_spoken_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."raised_by_id", OLD."raised_on", OLD."review_on", OLD."reviews", OLD."school_id", OLD."seen", OLD."seen_words", OLD."sensitivity", OLD."source", OLD."step"); RETURN NULL;',
                    hash="945259bc4183bfc0d75208fa1b1fea39beb5b415",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b1b9",
                    table="pupils_concern",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breach",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "found_at", "happened", "id", "opened_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (NEW."about_id", NEW."action", NEW."closed_at", NEW."closed_by_id", NEW."document_id", NEW."found_at", NEW."happened", NEW."id", NEW."opened_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reported_at", NEW."risk", NEW."risk_reason", NEW."school_id"); RETURN NULL;',
                    hash="d8c3c22e8c0bd77bdf99c75ce70ea95672bcfa43",
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
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "found_at", "happened", "id", "opened_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (NEW."about_id", NEW."action", NEW."closed_at", NEW."closed_by_id", NEW."document_id", NEW."found_at", NEW."happened", NEW."id", NEW."opened_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."reported_at", NEW."risk", NEW."risk_reason", NEW."school_id"); RETURN NULL;',
                    hash="c9a54164c54106c35c6070f4c1bba6af061832c7",
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
                    func='INSERT INTO "pupils_breachevent" ("about_id", "action", "closed_at", "closed_by_id", "document_id", "found_at", "happened", "id", "opened_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "reported_at", "risk", "risk_reason", "school_id") VALUES (OLD."about_id", OLD."action", OLD."closed_at", OLD."closed_by_id", OLD."document_id", OLD."found_at", OLD."happened", OLD."id", OLD."opened_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."recorded_at", OLD."recorded_by_id", OLD."reported_at", OLD."risk", OLD."risk_reason", OLD."school_id"); RETURN NULL;',
                    hash="ca5b8b20783c0373eb3081a45d59d38a61b7fd5e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab177",
                    table="pupils_breach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alternativeprovision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_alternativeprovisionevent" ("checked_on", "days", "ended_on", "id", "parents_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "pupil_id", "purpose", "review_on", "school_id", "starts_on") VALUES (NEW."checked_on", NEW."days", NEW."ended_on", NEW."id", NEW."parents_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provider", NEW."pupil_id", NEW."purpose", NEW."review_on", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="4dbbe140c2fd64e177eb5bb650e75c7673389caf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89646",
                    table="pupils_alternativeprovision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alternativeprovision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_alternativeprovisionevent" ("checked_on", "days", "ended_on", "id", "parents_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "pupil_id", "purpose", "review_on", "school_id", "starts_on") VALUES (NEW."checked_on", NEW."days", NEW."ended_on", NEW."id", NEW."parents_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provider", NEW."pupil_id", NEW."purpose", NEW."review_on", NEW."school_id", NEW."starts_on"); RETURN NULL;',
                    hash="0a285247d21c097835ae1a34bfc40f55eca38e83",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b7c18",
                    table="pupils_alternativeprovision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alternativeprovision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_alternativeprovisionevent" ("checked_on", "days", "ended_on", "id", "parents_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "pupil_id", "purpose", "review_on", "school_id", "starts_on") VALUES (OLD."checked_on", OLD."days", OLD."ended_on", OLD."id", OLD."parents_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provider", OLD."pupil_id", OLD."purpose", OLD."review_on", OLD."school_id", OLD."starts_on"); RETURN NULL;',
                    hash="b8dea28fdec27f27a6462d8c9b2c667fdb00ae87",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ccac2",
                    table="pupils_alternativeprovision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreedaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_agreedactionevent" ("agreed_by_id", "agreed_on", "done_by_id", "done_on", "due_on", "id", "outcome", "outside_owner", "owed_by", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "source_id", "what", "withdrawn_by_id", "withdrawn_on", "withdrawn_why") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."outcome", NEW."outside_owner", NEW."owed_by", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."source", NEW."source_id", NEW."what", NEW."withdrawn_by_id", NEW."withdrawn_on", NEW."withdrawn_why"); RETURN NULL;',
                    hash="f791d50f82852b02a5d039cd0142012c7d992935",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bddf8",
                    table="pupils_agreedaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreedaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_agreedactionevent" ("agreed_by_id", "agreed_on", "done_by_id", "done_on", "due_on", "id", "outcome", "outside_owner", "owed_by", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "source_id", "what", "withdrawn_by_id", "withdrawn_on", "withdrawn_why") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."outcome", NEW."outside_owner", NEW."owed_by", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."source", NEW."source_id", NEW."what", NEW."withdrawn_by_id", NEW."withdrawn_on", NEW."withdrawn_why"); RETURN NULL;',
                    hash="5b49336a292f644912e2c2f282c4d11fdaa166f7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f4c50",
                    table="pupils_agreedaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreedaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_agreedactionevent" ("agreed_by_id", "agreed_on", "done_by_id", "done_on", "due_on", "id", "outcome", "outside_owner", "owed_by", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "source_id", "what", "withdrawn_by_id", "withdrawn_on", "withdrawn_why") VALUES (OLD."agreed_by_id", OLD."agreed_on", OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."outcome", OLD."outside_owner", OLD."owed_by", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."source", OLD."source_id", OLD."what", OLD."withdrawn_by_id", OLD."withdrawn_on", OLD."withdrawn_why"); RETURN NULL;',
                    hash="827f180f07b32cf848ff11fc6e32f0bbf3b004ca",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ed5b6",
                    table="pupils_agreedaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adjustment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_adjustmentevent" ("ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pupil_id", "review_on", "school_id", "starts_on", "what", "why") VALUES (NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."what", NEW."why"); RETURN NULL;',
                    hash="4aae1ba4a749bd31f54891f9fdc23823308ff8ec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5921",
                    table="pupils_adjustment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adjustment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_adjustmentevent" ("ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pupil_id", "review_on", "school_id", "starts_on", "what", "why") VALUES (NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."pupil_id", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."what", NEW."why"); RETURN NULL;',
                    hash="935c94cfa8ee9dae2f50c49a4537e6fa2de1d113",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_331e8",
                    table="pupils_adjustment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adjustment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_adjustmentevent" ("ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pupil_id", "review_on", "school_id", "starts_on", "what", "why") VALUES (OLD."ended_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."pupil_id", OLD."review_on", OLD."school_id", OLD."starts_on", OLD."what", OLD."why"); RETURN NULL;',
                    hash="05eaa9c10f9c842068f4bb40d11c7528715e7632",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b62de",
                    table="pupils_adjustment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safetyplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_safetyplanevent" ("draft", "ended_on", "id", "kind", "must_read_from", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "readers", "review_on", "school_id", "starts_on", "version") VALUES (NEW."draft", NEW."ended_on", NEW."id", NEW."kind", NEW."must_read_from", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."readers", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."version"); RETURN NULL;',
                    hash="3f2326098b320a91354082e7febe49a95ea9b723",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_353b5",
                    table="pupils_safetyplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safetyplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_safetyplanevent" ("draft", "ended_on", "id", "kind", "must_read_from", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "readers", "review_on", "school_id", "starts_on", "version") VALUES (NEW."draft", NEW."ended_on", NEW."id", NEW."kind", NEW."must_read_from", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."readers", NEW."review_on", NEW."school_id", NEW."starts_on", NEW."version"); RETURN NULL;',
                    hash="89351840399afac107708857d5c10dc2b4699571",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4c8bd",
                    table="pupils_safetyplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="safetyplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_safetyplanevent" ("draft", "ended_on", "id", "kind", "must_read_from", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "readers", "review_on", "school_id", "starts_on", "version") VALUES (OLD."draft", OLD."ended_on", OLD."id", OLD."kind", OLD."must_read_from", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."readers", OLD."review_on", OLD."school_id", OLD."starts_on", OLD."version"); RETURN NULL;',
                    hash="c11a63ff332fe70fa0a1e4931b46fc167b219fd0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e30c0",
                    table="pupils_safetyplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planadult",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_planadultevent" ("does", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "trained_on", "training_ends_on", "user_id") VALUES (NEW."does", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."school_id", NEW."trained_on", NEW."training_ends_on", NEW."user_id"); RETURN NULL;',
                    hash="663a67cd3ed15080a97028208aeb5fb4e71f0480",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_23c31",
                    table="pupils_planadult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planadult",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_planadultevent" ("does", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "trained_on", "training_ends_on", "user_id") VALUES (NEW."does", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."school_id", NEW."trained_on", NEW."training_ends_on", NEW."user_id"); RETURN NULL;',
                    hash="c02c48e2e7b960316c5ed1d2dd5e1ea4278bb0cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_19839",
                    table="pupils_planadult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planadult",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_planadultevent" ("does", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "school_id", "trained_on", "training_ends_on", "user_id") VALUES (OLD."does", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."school_id", OLD."trained_on", OLD."training_ends_on", OLD."user_id"); RETURN NULL;',
                    hash="ad3ddcdb5ea9449f585bc085071d180b9f0deb89",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_abafd",
                    table="pupils_planadult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_statusperiodevent" ("end_note", "end_reason", "end_told_how", "end_told_on", "ended_by_id", "ends_on", "evidence", "id", "note", "parent_to_tell_on", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "source", "started_by_id", "starts_on", "status") VALUES (NEW."end_note", NEW."end_reason", NEW."end_told_how", NEW."end_told_on", NEW."ended_by_id", NEW."ends_on", NEW."evidence", NEW."id", NEW."note", NEW."parent_to_tell_on", NEW."parent_told_how", NEW."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."source", NEW."started_by_id", NEW."starts_on", NEW."status"); RETURN NULL;',
                    hash="76c491ad0c8eef1bd5b5766603cd924f4b9aee68",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_16084",
                    table="pupils_statusperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_statusperiodevent" ("end_note", "end_reason", "end_told_how", "end_told_on", "ended_by_id", "ends_on", "evidence", "id", "note", "parent_to_tell_on", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "source", "started_by_id", "starts_on", "status") VALUES (NEW."end_note", NEW."end_reason", NEW."end_told_how", NEW."end_told_on", NEW."ended_by_id", NEW."ends_on", NEW."evidence", NEW."id", NEW."note", NEW."parent_to_tell_on", NEW."parent_told_how", NEW."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."source", NEW."started_by_id", NEW."starts_on", NEW."status"); RETURN NULL;',
                    hash="6bbca6cb9a3cb69fdc8998b6e5f48c441cf9aa32",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3a6f5",
                    table="pupils_statusperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_statusperiodevent" ("end_note", "end_reason", "end_told_how", "end_told_on", "ended_by_id", "ends_on", "evidence", "id", "note", "parent_to_tell_on", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "source", "started_by_id", "starts_on", "status") VALUES (OLD."end_note", OLD."end_reason", OLD."end_told_how", OLD."end_told_on", OLD."ended_by_id", OLD."ends_on", OLD."evidence", OLD."id", OLD."note", OLD."parent_to_tell_on", OLD."parent_told_how", OLD."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."school_id", OLD."source", OLD."started_by_id", OLD."starts_on", OLD."status"); RETURN NULL;',
                    hash="884c869775a781a912fb4417c0acb866c1bdcc64",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_11c17",
                    table="pupils_statusperiod",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_strategyevent" ("changed_at", "changed_by_id", "confirmed_by_id", "confirmed_on", "ended_on", "id", "is_normal_practice", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "revision", "school_id", "sensitivity", "setting", "since_on", "sitting", "text", "tier", "typed_into") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."confirmed_by_id", NEW."confirmed_on", NEW."ended_on", NEW."id", NEW."is_normal_practice", NEW."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."revision", NEW."school_id", NEW."sensitivity", NEW."setting", NEW."since_on", NEW."sitting", NEW."text", NEW."tier", NEW."typed_into"); RETURN NULL;',
                    hash="3d7fd3e39f1fac5b6b6dbdd7f14d8095ae8aa9b2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b4768",
                    table="pupils_strategy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_strategyevent" ("changed_at", "changed_by_id", "confirmed_by_id", "confirmed_on", "ended_on", "id", "is_normal_practice", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "revision", "school_id", "sensitivity", "setting", "since_on", "sitting", "text", "tier", "typed_into") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."confirmed_by_id", NEW."confirmed_on", NEW."ended_on", NEW."id", NEW."is_normal_practice", NEW."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."revision", NEW."school_id", NEW."sensitivity", NEW."setting", NEW."since_on", NEW."sitting", NEW."text", NEW."tier", NEW."typed_into"); RETURN NULL;',
                    hash="ab89bb8338837550c51af173c0552ea52d6d15a9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3c8ec",
                    table="pupils_strategy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_strategyevent" ("changed_at", "changed_by_id", "confirmed_by_id", "confirmed_on", "ended_on", "id", "is_normal_practice", "need_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "revision", "school_id", "sensitivity", "setting", "since_on", "sitting", "text", "tier", "typed_into") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."confirmed_by_id", OLD."confirmed_on", OLD."ended_on", OLD."id", OLD."is_normal_practice", OLD."need_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."revision", OLD."school_id", OLD."sensitivity", OLD."setting", OLD."since_on", OLD."sitting", OLD."text", OLD."tier", OLD."typed_into"); RETURN NULL;',
                    hash="aa2eea8706befa47e35f842528e57e1d0341fe96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99593",
                    table="pupils_strategy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suspension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_suspensionevent" ("back_meeting_on", "council_told_on", "ended_on", "id", "is_permanent", "note", "others_told_on", "parents_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "sessions", "starts_on") VALUES (NEW."back_meeting_on", NEW."council_told_on", NEW."ended_on", NEW."id", NEW."is_permanent", NEW."note", NEW."others_told_on", NEW."parents_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."sessions", NEW."starts_on"); RETURN NULL;',
                    hash="fc61af9a0fa14173639323e1472f243506e07208",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3e274",
                    table="pupils_suspension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suspension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_suspensionevent" ("back_meeting_on", "council_told_on", "ended_on", "id", "is_permanent", "note", "others_told_on", "parents_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "sessions", "starts_on") VALUES (NEW."back_meeting_on", NEW."council_told_on", NEW."ended_on", NEW."id", NEW."is_permanent", NEW."note", NEW."others_told_on", NEW."parents_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."sessions", NEW."starts_on"); RETURN NULL;',
                    hash="39a5f45c2800d89861aef0193fef9c3abbc912e4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a5cca",
                    table="pupils_suspension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suspension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_suspensionevent" ("back_meeting_on", "council_told_on", "ended_on", "id", "is_permanent", "note", "others_told_on", "parents_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "reason", "school_id", "sessions", "starts_on") VALUES (OLD."back_meeting_on", OLD."council_told_on", OLD."ended_on", OLD."id", OLD."is_permanent", OLD."note", OLD."others_told_on", OLD."parents_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."reason", OLD."school_id", OLD."sessions", OLD."starts_on"); RETURN NULL;',
                    hash="5e2d7afaed8f1f713fdeff9c03fe456fbacd0918",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a276d",
                    table="pupils_suspension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talk",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_talkevent" ("agreed", "contact_id", "how", "id", "is_parent_meeting", "logged_at", "logged_by_id", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "services", "who") VALUES (NEW."agreed", NEW."contact_id", NEW."how", NEW."id", NEW."is_parent_meeting", NEW."logged_at", NEW."logged_by_id", NEW."on", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."services", NEW."who"); RETURN NULL;',
                    hash="829d2c3e25e33cf57b888afb0c3bd02c4b9ec12c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4ddfa",
                    table="pupils_talk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talk",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_talkevent" ("agreed", "contact_id", "how", "id", "is_parent_meeting", "logged_at", "logged_by_id", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "services", "who") VALUES (NEW."agreed", NEW."contact_id", NEW."how", NEW."id", NEW."is_parent_meeting", NEW."logged_at", NEW."logged_by_id", NEW."on", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sensitivity", NEW."services", NEW."who"); RETURN NULL;',
                    hash="9c8f401ca4db6dc39ad9aada0b1e8b6906675bf5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ecc5",
                    table="pupils_talk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talk",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_talkevent" ("agreed", "contact_id", "how", "id", "is_parent_meeting", "logged_at", "logged_by_id", "on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sensitivity", "services", "who") VALUES (OLD."agreed", OLD."contact_id", OLD."how", OLD."id", OLD."is_parent_meeting", OLD."logged_at", OLD."logged_by_id", OLD."on", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sensitivity", OLD."services", OLD."who"); RETURN NULL;',
                    hash="ab00aed6d1946a5482558ec7e237aea923f91f64",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4eee7",
                    table="pupils_talk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="voice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_voiceevent" ("answers", "ask_id", "contact_id", "given_how", "given_on", "helper", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "role", "said_by", "school_id", "sensitivity") VALUES (NEW."answers", NEW."ask_id", NEW."contact_id", NEW."given_how", NEW."given_on", NEW."helper", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."role", NEW."said_by", NEW."school_id", NEW."sensitivity"); RETURN NULL;',
                    hash="56fd146fbd67e3307fb011f078357ab52183fc83",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8e1c4",
                    table="pupils_voice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="voice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "pupils_voiceevent" ("answers", "ask_id", "contact_id", "given_how", "given_on", "helper", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "role", "said_by", "school_id", "sensitivity") VALUES (NEW."answers", NEW."ask_id", NEW."contact_id", NEW."given_how", NEW."given_on", NEW."helper", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."recorded_at", NEW."recorded_by_id", NEW."role", NEW."said_by", NEW."school_id", NEW."sensitivity"); RETURN NULL;',
                    hash="88a3a9cef34b7cd08c3e0b421c0a67e59895f389",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7aac7",
                    table="pupils_voice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="voice",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pupils_voiceevent" ("answers", "ask_id", "contact_id", "given_how", "given_on", "helper", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "recorded_at", "recorded_by_id", "role", "said_by", "school_id", "sensitivity") VALUES (OLD."answers", OLD."ask_id", OLD."contact_id", OLD."given_how", OLD."given_on", OLD."helper", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."recorded_at", OLD."recorded_by_id", OLD."role", OLD."said_by", OLD."school_id", OLD."sensitivity"); RETURN NULL;',
                    hash="893616f0b2060c30700a2095085507ef5b7b48ea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_54129",
                    table="pupils_voice",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL([FIND_PUPILS, FIND_DOCUMENTS], migrations.RunSQL.noop),
        migrations.RunPython(allow, migrations.RunPython.noop),
    ]
