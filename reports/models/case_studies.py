"""The journey of a child as others may read it: without what points to the child, or with consent."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from reports.case_study_codes import PARTS, StudyState


@track_history
class CaseStudy(SchoolOwned):
    """A journey in seven parts: drafted from the record, worded by people, approved, taken back."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    #: With the child's name, for which the family has to agree to exactly these words.
    is_named = models.BooleanField("with the name", default=False)
    state = models.CharField(max_length=8, choices=StudyState, default=StudyState.DRAFT)
    start = models.TextField("where it began", blank=True)
    noticed = models.TextField("what we noticed", blank=True)
    given = models.TextField("what we promised and gave", blank=True)
    reached = models.TextField("targets", blank=True)
    changed = models.TextField("what changed", blank=True)
    voice = models.TextField("what the child and the family say", blank=True)
    ahead = models.TextField("what comes next", blank=True)
    begun_on = models.DateField()
    begun_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_why = models.CharField("why it was taken back", max_length=300, blank=True)

    class Meta(SchoolOwned.Meta):
        verbose_name_plural = "case studies"
        ordering = ["-begun_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="reports_casestudy_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "is_named"],
                condition=~Q(state=StudyState.TAKEN_BACK),
                name="reports_casestudy_one_of_each",
            ),
            models.CheckConstraint(
                condition=~Q(state=StudyState.APPROVED) | Q(approved_on__isnull=False),
                name="reports_casestudy_approved_has_day",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=StudyState.TAKEN_BACK, taken_back_on__isnull=False)
                    & ~Q(taken_back_why="")
                )
                | (~Q(state=StudyState.TAKEN_BACK) & Q(taken_back_on=None, taken_back_why="")),
                name="reports_casestudy_back_says_why",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="reports_casestudy_pupil")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Heading and words of each part that says something, in order."""
        said = ((heading, getattr(self, name).strip()) for name, heading in PARTS)
        return tuple((heading, words) for heading, words in said if words)
