"""A second person looks at evidence before it leaves."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0013_section_f"),
    ]

    operations = [
        migrations.AlterField(
            model_name="approval",
            name="kind",
            field=models.CharField(
                choices=[
                    ("records", "An answer to a request for records"),
                    ("pack", "A child's record for another school"),
                    ("letter", "A letter"),
                    ("outside", "Papers shared with a professional outside"),
                    ("page", "A paper on a parent's page"),
                    ("evidence", "Evidence put together for a council"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="approvalrule",
            name="kind",
            field=models.CharField(
                choices=[
                    ("records", "An answer to a request for records"),
                    ("pack", "A child's record for another school"),
                    ("letter", "A letter"),
                    ("outside", "Papers shared with a professional outside"),
                    ("page", "A paper on a parent's page"),
                    ("evidence", "Evidence put together for a council"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="approvalruleevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("records", "An answer to a request for records"),
                    ("pack", "A child's record for another school"),
                    ("letter", "A letter"),
                    ("outside", "Papers shared with a professional outside"),
                    ("page", "A paper on a parent's page"),
                    ("evidence", "Evidence put together for a council"),
                ],
                max_length=8,
            ),
        ),
    ]
