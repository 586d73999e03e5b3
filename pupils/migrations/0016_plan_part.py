"""A part of a plan is asked for, and a personal education plan printed."""

from django.db import migrations, models

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [
        ("pupils", "0015_premium"),
    ]

    operations = [
        migrations.AlterField(
            model_name="contributionrequest",
            name="kind",
            field=models.CharField(
                choices=[
                    ("parent_views", "Parents' views"),
                    ("pupil_views", "Child's views"),
                    ("advice", "Professional advice"),
                    ("report", "A report"),
                    ("news", "News from school"),
                    ("not_known", "Receiving teacher's answer"),
                    ("plan_part", "Part of a plan"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="contributionrequestevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("parent_views", "Parents' views"),
                    ("pupil_views", "Child's views"),
                    ("advice", "Professional advice"),
                    ("report", "A report"),
                    ("news", "News from school"),
                    ("not_known", "Receiving teacher's answer"),
                    ("plan_part", "Part of a plan"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="printedpaper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("timeline", "Timeline"),
                    ("minutes", "Minutes of a meeting"),
                    ("agreement", "Sheet to sign"),
                    ("cycle", "Plan and target card"),
                    ("map", "Provision map"),
                    ("support", "Support plan"),
                    ("top_up", "Costed case for a top-up"),
                    ("ticks", "Tick sheet of sessions"),
                    ("base", "Week of a provision base"),
                    ("section_f", "What an EHC plan promised and what was given"),
                    ("premium", "Pupil premium plus of a child"),
                    ("pep", "Personal education plan"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="voice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("parent_views", "Parents' views"),
                    ("pupil_views", "Child's views"),
                    ("advice", "Professional advice"),
                    ("report", "A report"),
                    ("news", "News from school"),
                    ("not_known", "Receiving teacher's answer"),
                    ("plan_part", "Part of a plan"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="voiceevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("parent_views", "Parents' views"),
                    ("pupil_views", "Child's views"),
                    ("advice", "Professional advice"),
                    ("report", "A report"),
                    ("news", "News from school"),
                    ("not_known", "Receiving teacher's answer"),
                    ("plan_part", "Part of a plan"),
                ],
                max_length=12,
            ),
        ),
    ]
