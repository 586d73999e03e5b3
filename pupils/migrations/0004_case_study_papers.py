"""A case study is printed like other papers of a child."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pupils", "0003_words_of_notes"),
    ]

    operations = [
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
                    ("carried", "Sheet for a new record"),
                    ("care", "Time line of a child’s care"),
                    ("study", "Case study"),
                ],
                max_length=10,
            ),
        ),
    ]
