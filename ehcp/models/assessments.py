"""A needs assessment as facts: the request, what the council did and when, what it claims."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.assessment_codes import (
    AdviceFrom,
    AssessDecision,
    ExceptionKind,
    Milestone,
    Proof,
    Requester,
)
from ehcp.models.plans import EhcPlan


def _user(**options) -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+", **options
    )


@track_history
class NeedsAssessment(SchoolOwned):
    """One request for an EHC needs assessment, until there is a plan or there is none."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="needs_assessments")
    requested_by = models.CharField("asked by", max_length=6, choices=Requester)
    requested_on = models.DateField("request sent on")
    local_authority = models.CharField("council", max_length=100)
    coordinator = models.CharField("co-ordinator at the council", max_length=150, blank=True)
    reasons = models.TextField("why it was asked for", blank=True)
    #: Every clock of the council counts from this day.
    received_on = models.DateField("reached the council on", null=True, blank=True)
    received_how = models.CharField("proof", max_length=8, choices=Proof, blank=True)
    received_ref = models.CharField("reference of the proof", max_length=60, blank=True)
    decided_on = models.DateField("date of the decision letter", null=True, blank=True)
    decision = models.CharField(max_length=6, choices=AssessDecision, blank=True)
    decision_reasons = models.TextField("reasons that the council gives", blank=True)
    draft_served_on = models.DateField("draft plan served on", null=True, blank=True)
    no_plan_on = models.DateField("date of the letter that there is no plan", null=True, blank=True)
    no_plan_reasons = models.TextField("reasons for no plan", blank=True)
    final_plan_on = models.DateField("date of the final plan", null=True, blank=True)
    plan = school_key(
        EhcPlan, on_delete=models.SET_NULL, null=True, blank=True, related_name="assessments"
    )
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField("why it was withdrawn", max_length=300, blank=True)
    written_by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["-requested_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="ehcp_needsassessment_pupil_same_school"),
            SameSchool("plan", name="ehcp_needsassessment_plan_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(final_plan_on=None, withdrawn_on=None, no_plan_on=None)
                & ~Q(decision=AssessDecision.REFUSE),
                name="ehcp_needsassessment_one_open",
            ),
            models.CheckConstraint(
                condition=Q(received_on=None, received_how="")
                | (Q(received_on__gte=F("requested_on")) & ~Q(received_how="")),
                name="ehcp_needsassessment_receipt_whole",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, decision="")
                | (Q(decided_on__gte=F("received_on")) & ~Q(decision="")),
                name="ehcp_needsassessment_decision_pair",
            ),
            models.CheckConstraint(
                condition=Q(draft_served_on=None) | Q(draft_served_on__gte=F("decided_on")),
                name="ehcp_needsassessment_draft_after_decision",
            ),
            models.CheckConstraint(
                condition=Q(no_plan_on=None) | Q(no_plan_on__gte=F("decided_on")),
                name="ehcp_needsassessment_no_plan_after_decision",
            ),
            models.CheckConstraint(
                condition=Q(final_plan_on=None) | Q(final_plan_on__gte=F("draft_served_on")),
                name="ehcp_needsassessment_final_after_draft",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_why="")
                | (Q(withdrawn_on__gte=F("requested_on")) & ~Q(withdrawn_why="")),
                name="ehcp_needsassessment_withdrawn_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="ehcp_needsassessment_pupil"),
            models.Index(fields=["school", "plan"], name="ehcp_needsassessment_plan"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class AdviceAsked(SchoolOwned):
    """Advice that the council asked somebody for: each has six weeks from receiving that."""

    assessment = school_key(NeedsAssessment, on_delete=models.CASCADE, related_name="advice")
    body = models.CharField("asked of", max_length=6, choices=AdviceFrom)
    who = models.CharField("name", max_length=150, blank=True)
    #: The date on the council's letter: an exception is tested by it.
    asked_on = models.DateField("council asked on")
    received_on = models.DateField("request received on")
    given_on = models.DateField("advice sent on", null=True, blank=True)
    #: For our own advice: the colleague who writes it.
    writer = _user(blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["received_on", "id"]
        verbose_name_plural = "advice asked"
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("assessment", name="ehcp_adviceasked_assessment_same_school"),
            models.UniqueConstraint(
                fields=["school", "assessment", "body", "who"], name="ehcp_adviceasked_uniq"
            ),
            models.CheckConstraint(
                condition=Q(received_on__gte=F("asked_on")),
                name="ehcp_adviceasked_received_after",
            ),
            models.CheckConstraint(
                condition=Q(given_on=None) | Q(given_on__gte=F("asked_on")),
                name="ehcp_adviceasked_given_after",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class ClaimedException(SchoolOwned):
    """An exception that the council relies on; whether it holds is worked out, never stored."""

    assessment = school_key(NeedsAssessment, on_delete=models.CASCADE, related_name="exceptions")
    kind = models.CharField("which exception", max_length=8, choices=ExceptionKind)
    claimed_on = models.DateField("council claimed it on")
    words = models.TextField("what the council says", blank=True)
    #: Of the absence that the council names.
    away_from = models.DateField("away from", null=True, blank=True)
    back_on = models.DateField("back on", null=True, blank=True)
    written_by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["claimed_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("assessment", name="ehcp_claimedexception_assessment_same_school"),
            models.CheckConstraint(
                condition=Q(away_from=None) | Q(back_on=None) | Q(back_on__gt=F("away_from")),
                name="ehcp_claimedexception_days_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "assessment"], name="ehcp_claimedexception_of"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class StatedDay(SchoolOwned):
    """A day that the council itself named for a milestone; it stands beside the computed one."""

    append_only = True

    assessment = school_key(NeedsAssessment, on_delete=models.CASCADE, related_name="stated")
    milestone = models.CharField(max_length=8, choices=Milestone)
    day = models.DateField("day that the council names")
    reason = models.CharField("reason that it gives", max_length=300)
    said_by = models.CharField("who said it", max_length=150)
    said_on = models.DateField()
    by = _user()
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["said_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("assessment", name="ehcp_statedday_assessment_same_school"),
        ]
        indexes = [models.Index(fields=["school", "assessment"], name="ehcp_statedday_of")]

    def __str__(self) -> str:
        return str(self.pk)


class CouncilTalk(SchoolOwned):
    """Somebody spoke to the council about a late milestone; the reminder moves."""

    append_only = True

    assessment = school_key(NeedsAssessment, on_delete=models.CASCADE, related_name="talks")
    milestone = models.CharField(max_length=8, choices=Milestone)
    on = models.DateField("spoken on")
    who = models.CharField("with whom", max_length=150)
    words = models.CharField("what was said", max_length=500, blank=True)
    next_on = models.DateField("ask again on")
    by = _user()
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("assessment", name="ehcp_counciltalk_assessment_same_school"),
            models.CheckConstraint(
                condition=Q(next_on__gt=F("on")), name="ehcp_counciltalk_next_is_later"
            ),
        ]
        indexes = [models.Index(fields=["school", "assessment"], name="ehcp_counciltalk_of")]

    def __str__(self) -> str:
        return str(self.pk)


class AssessmentPaper(SchoolOwned):
    """A letter or e-mail on the child's record that belongs to a milestone."""

    assessment = school_key(NeedsAssessment, on_delete=models.CASCADE, related_name="papers")
    milestone = models.CharField(max_length=8, choices=Milestone)
    document = school_key("pupils.Document", on_delete=models.CASCADE, related_name="+")
    by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("assessment", name="ehcp_assessmentpaper_assessment_same_school"),
            SameSchool("document", name="ehcp_assessmentpaper_document_same_school"),
            models.UniqueConstraint(
                fields=["school", "assessment", "milestone", "document"],
                name="ehcp_assessmentpaper_uniq",
            ),
        ]
        indexes = [models.Index(fields=["school", "document"], name="ehcp_assessmentpaper_doc")]

    def __str__(self) -> str:
        return str(self.pk)
