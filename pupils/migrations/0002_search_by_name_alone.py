"""The index of names serves who looks for a name, and no longer a list of schools alone."""

import django.contrib.postgres.indexes
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration
from pupils.migrations._search import FIND_PUPILS


class Migration(TablesMigration):
    dependencies = [
        ("aylsham", "0001_tables_2026_11_29"),
        ("pupils", "0001_tables_2026_11_29"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="pupil", name="pupils_pupil_search"),
        migrations.AddIndex(
            model_name="pupil",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("search_name__gt", "")),
                fields=["school", "search_name"],
                name="pupils_pupil_search",
                opclasses=["uuid_ops", "gin_trgm_ops"],
            ),
        ),
        migrations.RunSQL(FIND_PUPILS, migrations.RunSQL.noop),
    ]
