"""Many documents to print at once, one row for each."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0002_exits"),
        ("pupils", "0004_case_study_papers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PrintBatch",
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
                ("key", models.UUIDField()),
                ("kind", models.CharField(max_length=20)),
                ("is_large", models.BooleanField(default=False, verbose_name="large print")),
                ("whom", models.CharField(max_length=200)),
                (
                    "asked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("job_id", models.UUIDField(null=True)),
                (
                    "asked_by",
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
            name="PrintedDocument",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("set", "Set"),
                            ("too_long", "Too long for one side"),
                            ("nothing", "Nothing to print"),
                            ("failed", "Could not be set"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("pages", models.PositiveSmallIntegerField(default=0)),
                ("pdf", models.BinaryField(null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="pupils.printbatch",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
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
                "ordering": ["place"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="printbatch",
            index=models.Index(fields=["school", "asked_at"], name="pupils_printbatch_at"),
        ),
        migrations.AddConstraint(
            model_name="printbatch",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_printbatch_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="printbatch",
            constraint=models.UniqueConstraint(
                fields=("school", "key"), name="pupils_printbatch_once"
            ),
        ),
        migrations.AddIndex(
            model_name="printeddocument",
            index=models.Index(fields=["school", "pupil"], name="pupils_printeddocument_of"),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=models.UniqueConstraint(
                fields=("school", "id"), name="pupils_printeddocument_school_id_uniq"
            ),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "batch", name="pupils_printeddocument_batch_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=aylsham.tenancy.constraints.SameSchool(
                "pupil", name="pupils_printeddocument_pupil_same_school"
            ),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=models.UniqueConstraint(
                fields=("school", "batch", "pupil"), name="pupils_printeddocument_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pdf__isnull", False), ("state", "set")),
                    models.Q(models.Q(("state", "set"), _negated=True), ("pdf", None)),
                    _connector="OR",
                ),
                name="pupils_printeddocument_set_pair",
            ),
        ),
    ]
