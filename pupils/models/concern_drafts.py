"""A concern that somebody has begun to write: theirs alone until it is raised."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import AreaOfNeed


class ConcernDraft(SchoolOwned):
    """What somebody typed and ticked so far; its id becomes that of the concern."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="concern_drafts")
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed)
    #: The lines of the statement when it was begun: what the ticks are about.
    offered = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    #: What stands in the boxes, by the names of the form.
    words = models.JSONField(default=dict, blank=True)
    saved_at = models.DateTimeField()
    #: The last day on which it is offered again.
    expires_on = models.DateField()

    class Meta(SchoolOwned.Meta):
        ordering = ["-saved_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_concerndraft_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "by", "area"], name="pupils_concerndraft_one_an_area"
            ),
        ]
        indexes = [models.Index(fields=["school", "expires_on"], name="pupils_concerndraft_until")]

    def __str__(self) -> str:
        return str(self.pk)  # never a word about a child in a log
