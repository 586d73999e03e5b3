"""A disagreement with a decision of the council: about a request, or about a plan."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.appeal_codes import OF_PLAN, OF_REQUEST, AppealAbout, Order
from ehcp.models.assessments import NeedsAssessment
from ehcp.models.plans import AnnualReview, EhcPlan


def _day(words: str) -> models.DateField:
    return models.DateField(words, null=True, blank=True)


def _not_before(later: str, earlier: str) -> Q:
    return Q(**{later: None}) | Q(**{f"{later}__gte": F(earlier)})


@track_history
class PlanAppeal(SchoolOwned):
    """A decision that the family disagrees with: mediation, appeal, and what is ordered."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="plan_appeals")
    #: The council decided about this request, or else about this plan.
    assessment = school_key(
        NeedsAssessment, on_delete=models.CASCADE, null=True, blank=True, related_name="appeals"
    )
    plan = school_key(
        EhcPlan, on_delete=models.CASCADE, null=True, blank=True, related_name="appeals"
    )
    #: The review after which it decided about the plan, if there was one.
    review = school_key(
        AnnualReview, on_delete=models.CASCADE, null=True, blank=True, related_name="appeals"
    )
    about = models.CharField("about", max_length=7, choices=AppealAbout)
    letter_on = models.DateField("date on the council’s letter")
    adviser_told_on = _day("parent told the mediation adviser on")
    wants_mediation = models.BooleanField("the parent wants mediation", null=True, blank=True)
    mediation_on = _day("mediation held on")
    certificate_on = _day("date of the mediation certificate")
    lodged_on = _day("appeal lodged on")
    unopposed_on = _day("council told the Tribunal that it does not oppose")
    #: May lie ahead.
    hearing_on = _day("day of the hearing")
    order = models.CharField("what the Tribunal ordered", max_length=6, choices=Order, blank=True)
    order_on = _day("date of the order")
    #: An order to assess, or to make a plan, is obeyed by the days of the request as well.
    obeyed_on = _day("council did what it had to on")
    withdrawn_on = _day("parents ended it on")

    class Meta(SchoolOwned.Meta):
        ordering = ["letter_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="ehcp_planappeal_pupil_same_school"),
            SameSchool("assessment", name="ehcp_planappeal_assessment_same_school"),
            SameSchool("plan", name="ehcp_planappeal_plan_same_school"),
            SameSchool("review", name="ehcp_planappeal_review_same_school"),
            models.CheckConstraint(
                condition=Q(
                    assessment__isnull=False, plan=None, review=None, about__in=list(OF_REQUEST)
                )
                | Q(assessment=None, plan__isnull=False, about__in=list(OF_PLAN)),
                name="ehcp_planappeal_of_request_or_plan",
            ),
            models.UniqueConstraint(
                fields=["school", "assessment", "about"],
                condition=Q(assessment__isnull=False),
                name="ehcp_planappeal_of_request_uniq",
            ),
            models.UniqueConstraint(
                fields=["school", "plan", "review", "about"],
                condition=Q(review__isnull=False),
                name="ehcp_planappeal_of_review_uniq",
            ),
            models.UniqueConstraint(
                fields=["school", "plan", "about", "letter_on"],
                condition=Q(plan__isnull=False, review=None),
                name="ehcp_planappeal_of_letter_uniq",
            ),
            models.CheckConstraint(
                condition=Q(order_on=None, order="") | (Q(order_on__isnull=False) & ~Q(order="")),
                name="ehcp_planappeal_order_pair",
            ),
            models.CheckConstraint(
                condition=Q(
                    _not_before("adviser_told_on", "letter_on"),
                    _not_before("certificate_on", "letter_on"),
                    _not_before("lodged_on", "letter_on"),
                    _not_before("withdrawn_on", "letter_on"),
                    _not_before("hearing_on", "lodged_on"),
                    _not_before("order_on", "lodged_on"),
                    _not_before("unopposed_on", "lodged_on"),
                ),
                name="ehcp_planappeal_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(obeyed_on=None)
                | Q(order_on__isnull=False, obeyed_on__gte=F("order_on"))
                | Q(unopposed_on__isnull=False, obeyed_on__gte=F("unopposed_on")),
                name="ehcp_planappeal_obeyed_after_order",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(order_on=None),
                name="ehcp_planappeal_withdrawn_or_ordered",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="ehcp_planappeal_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
