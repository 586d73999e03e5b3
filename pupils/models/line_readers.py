"""Who reads one sensitive line of a passport though their role does not let them."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key


class LineReaderQuerySet(models.QuerySet):
    def live(self, on):
        """Namings that hold on a day, both ends included."""
        return self.filter(ended_on=None, starts_on__lte=on, ends_on__gte=on)


@track_history
class LineReader(SchoolOwned):
    """A named person reads one sensitive paragraph or strategy until a day, for a reason."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="line_readers")
    #: One of the two: a paragraph of the passport, or something that helps.
    text = school_key(
        "pupils.PassportText",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="named_readers",
    )
    strategy = school_key(
        "pupils.Strategy",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="named_readers",
    )
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("why they may read it")
    starts_on = models.DateField()
    ends_on = models.DateField()
    named_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    #: Taken back before its time.
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LineReaderQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_linereader_pupil_same_school"),
            SameSchool("text", name="pupils_linereader_text_same_school"),
            SameSchool("strategy", name="pupils_linereader_strategy_same_school"),
            models.CheckConstraint(
                condition=Q(text=None) ^ Q(strategy=None), name="pupils_linereader_of_one_line"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="pupils_linereader_dates_in_order"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="pupils_linereader_has_reason"),
        ]
        indexes = [
            models.Index(fields=["school", "user"], name="pupils_linereader_user"),
            models.Index(fields=["school", "pupil"], name="pupils_linereader_pupil"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
