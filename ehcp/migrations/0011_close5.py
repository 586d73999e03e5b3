"""Talks with a council about what it owes after an annual review."""

import aylsham.identifiers
import aylsham.tenancy.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0004_layers"),
        ("ehcp", "0010_appeals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="talks",
                        to="ehcp.annualreview",
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
                "ordering": ["on", "id"],
                "abstract": False,
                "indexes": [models.Index(fields=["school", "review"], name="ehcp_reviewtalk_of")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "id"), name="ehcp_reviewtalk_school_id_uniq"
                    ),
                    aylsham.tenancy.constraints.SameSchool(
                        "review", name="ehcp_reviewtalk_review_same_school"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("next_on__gt", models.F("on"))),
                        name="ehcp_reviewtalk_next_is_later",
                    ),
                ],
            },
        ),
    ]
