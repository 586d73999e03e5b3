"""Finding a child keeps its plans, and reads the names of a few schools one by one."""

from django.db import migrations

from aylsham.tables_migration import TablesMigration
from pupils.migrations._search import FIND_PUPILS


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0008_support_plan"),
    ]

    operations = [
        migrations.RunSQL(FIND_PUPILS, migrations.RunSQL.noop),
    ]
