"""Streams of the early years for an activity; the text for the local offer as a document."""

import django.contrib.postgres.fields
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("reports", "0004_inclusion_strategy"),
    ]

    operations = [
        migrations.AlterField(
            model_name="strategyactivity",
            name="funding",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("core", "Core budget"),
                        ("notional", "Notional SEN budget (element 2)"),
                        ("formula", "Element 3, by formula"),
                        ("cohort", "Element 3, for the cohort"),
                        ("premium", "Pupil premium"),
                        ("plus", "Pupil premium plus"),
                        ("imf", "Inclusive mainstream fund"),
                        ("senif", "SEN inclusion fund"),
                        ("daf", "Disability access fund"),
                        ("bridge", "Bridging funding"),
                        ("other", "Another source"),
                    ],
                    max_length=8,
                ),
                blank=True,
                default=list,
                verbose_name="paid from",
            ),
        ),
        migrations.AlterField(
            model_name="strategyactivityevent",
            name="funding",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("core", "Core budget"),
                        ("notional", "Notional SEN budget (element 2)"),
                        ("formula", "Element 3, by formula"),
                        ("cohort", "Element 3, for the cohort"),
                        ("premium", "Pupil premium"),
                        ("plus", "Pupil premium plus"),
                        ("imf", "Inclusive mainstream fund"),
                        ("senif", "SEN inclusion fund"),
                        ("daf", "Disability access fund"),
                        ("bridge", "Bridging funding"),
                        ("other", "Another source"),
                    ],
                    max_length=8,
                ),
                blank=True,
                default=list,
                verbose_name="paid from",
            ),
        ),
        migrations.AlterField(
            model_name="dutyrecord",
            name="duty",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                    ("local-offer", "Text for the local offer"),
                    ("census", "School census"),
                    ("send-governor", "Governor with oversight of SEND"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="dutyrecordevent",
            name="duty",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                    ("local-offer", "Text for the local offer"),
                    ("census", "School census"),
                    ("send-governor", "Governor with oversight of SEND"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="publication",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                    ("local-offer", "Text for the local offer"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="publicationevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sen-information-report", "SEN information report"),
                    ("inclusion-strategy", "Inclusion strategy"),
                    ("accessibility-plan", "Accessibility plan"),
                    ("local-offer", "Text for the local offer"),
                ],
                max_length=24,
            ),
        ),
    ]
