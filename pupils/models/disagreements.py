"""Disagreements with a family: concern, reply, outcome, with dates and every version of the words."""

from django.db import models
from django.db.models import F, Q

from aylsham.models import Owes
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.disagreement_codes import Entry, Result, Route


class DisagreementQuerySet(models.QuerySet):
    def open(self):
        """Without an outcome yet."""
        return self.filter(closed_on=None)


@track_history
class Disagreement(SchoolOwned):
    """Something that a family and the school, or the council, do not agree about."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="disagreements")
    about = models.CharField("what it is about", max_length=150)
    route = models.CharField(max_length=9, choices=Route, default=Route.SCHOOL)
    raised_on = models.DateField()
    raised_by = models.CharField("who raised it", max_length=150)
    #: For mediation and appeals: the dates from which the law counts.
    letter_on = models.DateField("date on the council's decision letter", null=True, blank=True)
    adviser_on = models.DateField("parent told the mediation adviser on", null=True, blank=True)
    certificate_on = models.DateField("date on the mediation certificate", null=True, blank=True)
    #: Who holds the next step: a colleague, or somebody outside.
    next_what = models.CharField("next step", max_length=200, blank=True)
    next_on = models.DateField("by", null=True, blank=True)
    next_owner = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    next_outside = models.CharField("somebody outside", max_length=150, blank=True)
    next_owed_by = models.CharField(max_length=6, choices=Owes, default=Owes.SCHOOL)
    result = models.CharField("how it ended", max_length=9, choices=Result, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DisagreementQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-raised_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_disagreement_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_by=None, result="")
                | (
                    Q(closed_on__gte=F("raised_on"), closed_by__isnull=False, next_on=None)
                    & ~Q(result="")
                ),
                name="pupils_disagreement_closed_pair",
            ),
            models.CheckConstraint(
                condition=Q(next_on=None, next_what="", next_owner=None, next_outside="")
                | (
                    Q(next_on__isnull=False)
                    & ~Q(next_what="")
                    & (
                        Q(next_owner__isnull=False, next_outside="", next_owed_by=Owes.SCHOOL)
                        | (Q(next_owner=None) & ~Q(next_outside="") & ~Q(next_owed_by=Owes.SCHOOL))
                    )
                ),
                name="pupils_disagreement_next_step_has_owner",
            ),
            # An open one always has a next step: nothing is left lying.
            models.CheckConstraint(
                condition=Q(closed_on__isnull=False) | Q(next_on__isnull=False),
                name="pupils_disagreement_open_has_next_step",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_disagreement_pupil")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has a step to take."""
        return self.closed_on is None

    @property
    def holder(self) -> str:
        """Who has to take the next step."""
        return self.next_owner.name if self.next_owner else self.next_outside


class DisagreementText(SchoolOwned):
    """One version of a text of the trail: a correction is a further version, none is changed."""

    disagreement = school_key(Disagreement, on_delete=models.CASCADE, related_name="texts")
    #: What the versions of one text have in common.
    entry_id = models.UUIDField(editable=False)
    number = models.PositiveSmallIntegerField("version")
    kind = models.CharField("what it is", max_length=7, choices=Entry)
    on = models.DateField("date")
    said_by = models.CharField("whose words", max_length=150)
    text = models.TextField()
    written_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "entry_id", "number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("disagreement", name="pupils_disagreementtext_of_same_school"),
            models.UniqueConstraint(
                fields=["school", "entry_id", "number"], name="pupils_disagreementtext_number_uniq"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="pupils_disagreementtext_says"),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="pupils_disagreementtext_number_from_1"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "disagreement"], name="pupils_disagreementtext_of")
        ]

    def __str__(self) -> str:
        return str(self.pk)
