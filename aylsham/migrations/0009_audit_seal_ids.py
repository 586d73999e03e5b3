import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aylsham", "0008_joining")]

    operations = [
        # Seals of development databases held ranges and another hash.
        migrations.RunSQL("TRUNCATE aylsham_auditseal", migrations.RunSQL.noop),
        migrations.RemoveField("auditseal", "ids"),
        migrations.AddField(
            "auditseal",
            "ids",
            django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField()),
        ),
    ]
