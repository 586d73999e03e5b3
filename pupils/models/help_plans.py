"""Early help: several services around one child, with the family's consent."""

from django.db import models
from django.db.models import Q

from aylsham.codes import Sensitivity
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import sensitivity_field
from pupils.meeting_codes import ConsentHow, HelpEnd, HelpLevel
from pupils.models.dated import DatedRecord


@track_history
class HelpPlan(DatedRecord):
    """An early-help plan: who leads, what the family agreed to, when it is looked at again."""

    level = models.CharField(max_length=1, choices=HelpLevel)
    lead = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lead_name = models.CharField("lead professional", max_length=150)
    lead_role = models.CharField("as what", max_length=100, blank=True)
    consent_by = models.CharField("who agreed", max_length=150)
    consent_on = models.DateField("agreed on")
    consent_how = models.CharField("how they agreed", max_length=7, choices=ConsentHow)
    why = models.TextField("why the family gets help")
    wanted = models.TextField("what the family wants to change", blank=True)
    sensitivity = sensitivity_field(default=Sensitivity.SENSITIVE)
    review_on = models.DateField("look at it again on")
    end_reason = models.CharField(max_length=10, choices=HelpEnd, blank=True)
    end_note = models.TextField(blank=True)

    class Meta(DatedRecord.Meta):
        constraints = [
            *DatedRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(ended_on=None),
                name="pupils_helpplan_one_open",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="pupils_helpplan_end_pair",
            ),
        ]


@track_history
class HelpReview(SchoolOwned):
    """A look at an early-help plan: what changed, and when to look again."""

    plan = school_key(HelpPlan, on_delete=models.CASCADE, related_name="reviews")
    on = models.DateField()
    changed = models.TextField("what has changed")
    next_on = models.DateField("look at it again on")
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="pupils_helpreview_plan_same_school"),
            models.CheckConstraint(
                condition=Q(next_on__gt=models.F("on")), name="pupils_helpreview_dates_in_order"
            ),
        ]
        indexes = [models.Index(fields=["school", "plan"], name="pupils_helpreview_of")]

    def __str__(self) -> str:
        return str(self.pk)
