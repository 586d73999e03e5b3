"""IPSEF: a setting's own evaluation of its provision, a version for each time it is done."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key


@track_history
class Evaluation(SchoolOwned):
    """One version of the self-evaluation; finished, it stays as it is."""

    year = models.PositiveSmallIntegerField(help_text="In which the school year begins.")
    number = models.PositiveSmallIntegerField()
    finished_on = models.DateField("finished on", null=True, blank=True)
    begun_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    begun_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["-year", "-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "year", "number"], name="provision_evaluation_uniq"
            ),
            models.UniqueConstraint(
                fields=["school"],
                condition=Q(finished_on=None),
                name="provision_evaluation_one_in_work",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


@track_history
class EvaluationStatement(SchoolOwned):
    """What a good setting does, how well this one does it, and what shows that."""

    evaluation = school_key(Evaluation, on_delete=models.CASCADE, related_name="statements")
    place = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=80)
    text = models.CharField("statement", max_length=300)
    #: A key of the council's ratings; empty while nobody has rated it.
    rating = models.CharField(max_length=12, blank=True)
    evidence = models.CharField(max_length=1000, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("evaluation", name="provision_statement_evaluation_same_school"),
            models.UniqueConstraint(
                fields=["school", "evaluation", "place"], name="provision_statement_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.text


@track_history
class EvaluationAction(SchoolOwned):
    """What is to be done about a statement: who, by when."""

    statement = school_key(EvaluationStatement, on_delete=models.CASCADE, related_name="actions")
    what = models.CharField("what is to be done", max_length=300)
    owner = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by_on = models.DateField("by when")
    done_on = models.DateField("done on", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["by_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("statement", name="provision_evaluationaction_same_school"),
        ]
        indexes = [models.Index(fields=["school", "statement"], name="provision_evalaction_of")]

    def __str__(self) -> str:
        return self.what
