"""Papers on parents' pages and papers for professionals outside wait for a second look too."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0001_records"),
    ]

    operations = [
        migrations.AddField(
            model_name="shareditem",
            name="sensitivity",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (1, "Everyone who teaches the child"),
                    (2, "Sensitive: only those who may read sensitive text"),
                    (3, "Safeguarding: only those who see child protection flags"),
                ],
                default=1,
                verbose_name="who may read it",
            ),
        ),
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
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="sharenote",
            name="step",
            field=models.CharField(
                choices=[
                    ("waits", "Waits for a second look, nothing sent"),
                    ("shared", "Shared, link sent"),
                    ("again", "New link sent"),
                    ("code_sent", "Code sent"),
                    ("wrong_code", "Wrong code"),
                    ("locked", "Locked after five wrong codes"),
                    ("entered", "Opened the page with the code"),
                    ("read", "Opened the copy"),
                    ("original", "Took the original"),
                    ("took_off", "One paper was stopped"),
                    ("stopped", "All was stopped"),
                    ("wrote", "Went on to write to us"),
                ],
                max_length=10,
            ),
        ),
    ]
