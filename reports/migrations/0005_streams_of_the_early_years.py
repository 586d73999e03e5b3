"""Streams of the early years among what pays for an activity."""

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
    ]
