"""When the words of a version were last saved, by the real clock: what a sitting is measured by."""

from django.db import migrations, models
from django.db.models.functions import Now

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0011_records"),
    ]

    operations = [
        migrations.AddField(
            model_name="passportversion",
            name="written_at",
            field=models.DateTimeField(db_default=Now()),
        ),
    ]
