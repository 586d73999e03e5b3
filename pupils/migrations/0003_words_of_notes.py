"""What people wrote about children, kept once more for the search, and the words schools use."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration
from pupils.migrations._search import FIND_NOTES, NEAR_WORDS, allow_notes


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0002_exits"),
        ("pupils", "0002_search_by_name_alone"),
    ]

    operations = [
        migrations.CreateModel(
            name="NoteWords",
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
                ("kind", models.CharField(max_length=14)),
                ("subject_id", models.UUIDField()),
                ("text", models.TextField()),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "text", config="english"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
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
                "abstract": False,
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["school", "search"],
                        name="pupils_notewords_search",
                        opclasses=["uuid_ops", "tsvector_ops"],
                    ),
                    models.Index(fields=["school", "pupil"], name="pupils_notewords_pupil"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_notewords_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "pupil", name="pupils_notewords_pupil_same_school"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "kind", "subject_id"),
                        name="pupils_notewords_subject_uniq",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchoolWord",
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
                ("word", models.CharField(max_length=40)),
                ("uses", models.PositiveIntegerField()),
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
                        fields=["school", "word"],
                        name="pupils_schoolword_near",
                        opclasses=["uuid_ops", "gin_trgm_ops"],
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="pupils_schoolword_school_id_uniq"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "word"), name="pupils_schoolword_uniq"
                    ),
                ],
            },
        ),
        migrations.RunSQL([FIND_NOTES, NEAR_WORDS], migrations.RunSQL.noop),
        migrations.RunPython(allow_notes, migrations.RunPython.noop),
    ]
