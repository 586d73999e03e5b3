"""Once a term's plan is out, a move or a review may ask for a further one."""

from django.db import migrations, models
from django.db.models import Q

from aylsham.tables_migration import TablesMigration


class Migration(TablesMigration):
    dependencies = [("lac", "0005_watch")]

    operations = [
        migrations.RemoveConstraint(model_name="pep", name="lac_pep_one_a_term"),
        migrations.AddConstraint(
            model_name="pep",
            constraint=models.UniqueConstraint(
                condition=Q(state__in=["writing", "ready", "held", "signed"]),
                fields=["school", "pupil", "academic_year", "term"],
                name="lac_pep_one_in_hand",
            ),
        ),
    ]
