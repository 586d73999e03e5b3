"""The log of a parent's page stays when the person is taken off the record."""

import django.db.models.deletion
from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [("pupils", "0002_doors")]

    operations = [
        migrations.AlterField(
            model_name="parentpage",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="pages",
                to="pupils.contact",
            ),
        ),
        migrations.AlterField(
            model_name="parentpageevent",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="pupils.contact",
            ),
        ),
    ]
