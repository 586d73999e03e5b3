"""The first day on which a deadline is shown."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [("aylsham", "0001_tables")]

    operations = [
        migrations.AddField(
            model_name="deadline",
            name="begins_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
