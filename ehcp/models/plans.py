"""EHC plans as facts: who keeps them, since when, and what reviews decided."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.codes import Decision, PlanEnd, ReviewKind


class PlanQuerySet(models.QuerySet):
    def maintained(self):
        """Plans that are in force."""
        return self.filter(ended_on=None)


@track_history
class EhcPlan(SchoolOwned):
    """A child's EHC plan while the child is at this school."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="ehc_plans")
    local_authority = models.CharField(max_length=100)
    #: The day on which the first plan was made: the annual clock starts here (s.44(1)(a)).
    made_on = models.DateField("date first issued")
    coordinator = models.CharField("EHCP co-ordinator", max_length=150, blank=True)
    #: Hours a week that Section F promises, as the tracker has them.
    hours_per_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    other_provision = models.TextField("other Section F provision", blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=10, choices=PlanEnd, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        verbose_name = "EHC plan"
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="ehcp_plan_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"], condition=Q(ended_on=None), name="ehcp_plan_one_open"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("made_on")),
                name="ehcp_plan_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="ehcp_plan_end_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="ehcp_plan_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


class ReviewQuerySet(models.QuerySet):
    def that_count(self):
        """Reviews that move the clock; an interim meeting does not."""
        return self.exclude(kind=ReviewKind.INTERIM)


@track_history
class AnnualReview(SchoolOwned):
    """One review of a plan, from the meeting to the final amended plan."""

    plan = school_key(EhcPlan, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=14, choices=ReviewKind, default=ReviewKind.ANNUAL)
    meeting_on = models.DateField()
    #: False while the meeting is only planned.
    is_held = models.BooleanField("the meeting was held", default=True)
    invited_on = models.DateField(null=True, blank=True)
    advice_sent_on = models.DateField(null=True, blank=True)
    report_sent_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField("date of the decision letter", null=True, blank=True)
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    amendment_notice_on = models.DateField(null=True, blank=True)
    final_plan_on = models.DateField(null=True, blank=True)
    #: For a summer review: the council has said that it will amend from it (reg 18).
    confirmed_for_transfer_on = models.DateField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-meeting_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="ehcp_review_plan_same_school"),
            models.UniqueConstraint(
                fields=["school", "plan", "meeting_on"], name="ehcp_review_meeting_uniq"
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, decision="")
                | (Q(decided_on__isnull=False) & ~Q(decision="")),
                name="ehcp_review_decision_pair",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("meeting_on")),
                name="ehcp_review_decided_after_meeting",
            ),
            models.UniqueConstraint(
                fields=["school", "plan"],
                condition=Q(is_held=False),
                name="ehcp_review_one_planned",
            ),
            models.CheckConstraint(
                condition=Q(is_held=True)
                | Q(
                    report_sent_on=None,
                    decided_on=None,
                    amendment_notice_on=None,
                    final_plan_on=None,
                    confirmed_for_transfer_on=None,
                ),
                name="ehcp_review_planned_has_no_results",
            ),
            models.CheckConstraint(
                condition=Q(
                    Q(report_sent_on=None) | Q(report_sent_on__gte=F("meeting_on")),
                    Q(amendment_notice_on=None) | Q(amendment_notice_on__gte=F("meeting_on")),
                    Q(final_plan_on=None) | Q(final_plan_on__gte=F("meeting_on")),
                    Q(confirmed_for_transfer_on=None)
                    | Q(confirmed_for_transfer_on__gte=F("meeting_on")),
                ),
                name="ehcp_review_results_after_meeting",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
