from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("aylsham", "0004_jobs")]

    operations = [
        migrations.RenameField("auditseal", "begun_below", "begun_up_to"),
        migrations.RemoveField("auditseal", "open_then"),
    ]
