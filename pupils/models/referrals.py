"""A child referred to a service: consent, steps, appointments, the report."""

from django.db import models
from django.db.models import F, Min, OuterRef, Q, Subquery

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.agency_codes import (
    OPEN_STATES,
    SERVICE_OWES,
    AppointmentState,
    ConsentHow,
    ReferralState,
    ReferralStepKind,
    ServiceKind,
)
from pupils.codes import ToldHow
from pupils.models.roll import Enrolment


class ReferralQuerySet(SensitiveQuerySet):
    def open(self):
        """Referrals with which somebody has still to do something."""
        return self.filter(state__in=OPEN_STATES)

    def with_wait(self):
        """Adds `seen_on`: the day of the first appointment that took place."""
        seen = (
            ReferralAppointment.objects.filter(
                school_id=OuterRef("school_id"),
                referral_id=OuterRef("pk"),
                state=AppointmentState.ATTENDED,
            )
            .order_by()
            .values("referral_id")
            .annotate(first=Min("on"))
        )
        return self.annotate(seen_on=Subquery(seen.values("first")))

    def with_stay(self):
        """Adds `here_until`: the child's last day on roll; None while no end is known."""
        stays = Enrolment.objects.filter(
            school_id=OuterRef("school_id"), pupil_id=OuterRef("pupil_id")
        )
        # The stay without an end comes first.
        return self.annotate(here_until=Subquery(stays.order_by("-ends_on").values("ends_on")[:1]))


@track_history
class Referral(SchoolOwned):
    """One request to a service about a child, from the draft to its end."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="referrals")
    #: In the catalogue's words when it was begun: a renamed service does not rewrite the past.
    service = models.CharField(max_length=150)
    kind = models.CharField("what the service does", max_length=12, choices=ServiceKind)
    owed_by = models.CharField("the service belongs to", max_length=6, choices=SERVICE_OWES)
    usual_weeks = models.PositiveSmallIntegerField(
        "usual wait", null=True, blank=True, help_text="weeks"
    )
    reason = models.TextField()
    sensitivity = sensitivity_field()
    state = models.CharField(max_length=12, choices=ReferralState, default=ReferralState.DRAFT)
    #: The decision about a concern that it follows.
    concern_step = school_key(
        "pupils.ConcernStep",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="referrals",
    )
    consent_by = models.CharField("who agreed", max_length=150, blank=True)
    consent_on = models.DateField("agreed on", null=True, blank=True)
    consent_how = models.CharField("how", max_length=9, choices=ConsentHow, blank=True)
    no_consent_why = models.TextField("why it goes without consent", blank=True)
    reference = models.CharField("reference of the service", max_length=60, blank=True)
    begun_on = models.DateField()
    begun_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    sent_on = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    declined_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.TextField("what came of it", blank=True)
    #: The day on which somebody asks the service again, or sends the draft.
    nudge_on = models.DateField("ask again on", null=True, blank=True)
    report = school_key(
        "pupils.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ReferralQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-begun_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_referral_pupil_same_school"),
            SameSchool("concern_step", name="pupils_referral_concern_step_same_school"),
            SameSchool("report", name="pupils_referral_report_same_school"),
            # Pressing twice, or two people at once, opens one referral.
            models.UniqueConstraint(
                fields=["school", "concern_step"],
                condition=Q(concern_step__isnull=False),
                name="pupils_referral_one_of_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None) | Q(consent_on__isnull=False) | ~Q(no_consent_why=""),
                name="pupils_referral_sent_with_consent",
            ),
            models.CheckConstraint(
                condition=Q(consent_on=None, consent_by="", consent_how="")
                | (Q(consent_on__isnull=False) & ~Q(consent_by="") & ~Q(consent_how="")),
                name="pupils_referral_consent_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=ReferralState.DRAFT, sent_on=None)
                | Q(state=ReferralState.CLOSED)
                | (~Q(state=ReferralState.DRAFT) & Q(sent_on__isnull=False)),
                name="pupils_referral_sent_when_waiting",
            ),
            models.CheckConstraint(
                condition=Q(state=ReferralState.CLOSED, closed_on__isnull=False)
                | (~Q(state=ReferralState.CLOSED) & Q(closed_on=None)),
                name="pupils_referral_closed_pair",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_on=None) | Q(acknowledged_on__gte=F("sent_on")),
                name="pupils_referral_acknowledged_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(accepted_on__gte=F("sent_on")),
                name="pupils_referral_accepted_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(nudge_on=None) | Q(state__in=OPEN_STATES),
                name="pupils_referral_nudge_while_open",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_referral_pupil"),
            models.Index(fields=["school", "state"], name="pupils_referral_state"),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never a service beside a child in a log

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to do something."""
        return self.state in OPEN_STATES

    @property
    def has_consent(self) -> bool:
        """Whether somebody agreed to it."""
        return self.consent_on is not None


class ReferralStep(SchoolOwned):
    """One thing that happened to a referral, and whether the parents were told of it."""

    referral = school_key(Referral, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=ReferralStepKind)
    on = models.DateField()
    words = models.TextField("what was said", blank=True)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    told_on = models.DateField("parents told on", null=True, blank=True)
    told_how = models.CharField("how", max_length=8, choices=ToldHow, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("referral", name="pupils_referralstep_referral_same_school"),
            models.CheckConstraint(
                condition=Q(told_on=None, told_how="")
                | (Q(told_on__isnull=False) & ~Q(told_how="")),
                name="pupils_referralstep_told_pair",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ReferralStepKind.DECLINED) | ~Q(words=""),
                name="pupils_referralstep_declined_says_why",
            ),
        ]
        indexes = [models.Index(fields=["school", "referral"], name="pupils_referralstep_of")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class ReferralAppointment(SchoolOwned):
    """An appointment that a service offered."""

    referral = school_key(Referral, on_delete=models.CASCADE, related_name="appointments")
    on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=150, blank=True)
    state = models.CharField(
        "what became of it",
        max_length=8,
        choices=AppointmentState,
        default=AppointmentState.OFFERED,
    )
    note = models.TextField("what was said", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("referral", name="pupils_referralappointment_referral_same_school"),
        ]
        indexes = [
            models.Index(fields=["school", "referral", "on"], name="pupils_referralappointment_of")
        ]

    def __str__(self) -> str:
        return str(self.pk)
