"""What is passed on about a child in care, and that the safeguarding file was sent and received."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.watch_codes import Authority, SharedHow, SharedWhat


@track_history
class InformationShared(SchoolOwned):
    """Something was passed on: what, to whom, by whose authority, and that it arrived."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="information_shared")
    what = ArrayField(models.CharField(max_length=8, choices=SharedWhat), verbose_name="what")
    words = models.TextField("in words", blank=True)
    to_name = models.CharField("to whom", max_length=150)
    to_role = models.CharField("their role", max_length=100, blank=True)
    organisation = models.CharField(max_length=150, blank=True)
    authority = models.CharField("by whose authority", max_length=7, choices=Authority)
    authority_words = models.CharField("who that is", max_length=150, blank=True)
    shared_on = models.DateField("passed on on")
    how = models.CharField(max_length=7, choices=SharedHow)
    acknowledged_on = models.DateField("acknowledged on", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-shared_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_informationshared_pupil_same_school"),
            models.CheckConstraint(condition=Q(what__len__gte=1), name="lac_shared_something"),
            models.CheckConstraint(
                condition=Q(acknowledged_on=None) | Q(acknowledged_on__gte=F("shared_on")),
                name="lac_shared_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_shared_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class SafeguardingFile(SchoolOwned):
    """That a child's safeguarding file went to another school; the file is not kept here."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="safeguarding_files")
    to_school = models.CharField("new school", max_length=150)
    #: One of the two: the child leaves in the year, or begins elsewhere with a new term.
    leaves_on = models.DateField("last day here, in the year", null=True, blank=True)
    term_starts_on = models.DateField("first day of the new term", null=True, blank=True)
    sent_on = models.DateField("sent on", null=True, blank=True)
    received_on = models.DateField("received on", null=True, blank=True)
    received_by = models.CharField("who received it", max_length=150, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_safeguardingfile_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(leaves_on__isnull=False, term_starts_on=None)
                | Q(leaves_on=None, term_starts_on__isnull=False),
                name="lac_safeguardingfile_one_day",
            ),
            models.CheckConstraint(
                condition=Q(received_on=None, received_by="")
                | Q(~Q(received_by=""), sent_on__isnull=False, received_on__gte=F("sent_on")),
                name="lac_safeguardingfile_received",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_file_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
