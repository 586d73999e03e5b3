"""Personal education plans, and support plans for children who were in care before."""

from django.db import models
from django.db.models import F, Q

from aylsham.codes import TermName
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.pep_codes import (
    FROZEN_STATES,
    IN_HAND_STATES,
    OPEN_STATES,
    Grade,
    Met,
    PepKind,
    PepState,
    PepWhy,
    SentHow,
    Signer,
)

_FROZEN, _OPEN = [str(state) for state in FROZEN_STATES], [str(state) for state in OPEN_STATES]
_IN_HAND = [str(state) for state in IN_HAND_STATES]


def _user(**options) -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+", **options
    )


class PepQuerySet(models.QuerySet):
    def standing(self):
        """Plans that were not withdrawn."""
        return self.exclude(state=PepState.WITHDRAWN)

    def open(self):
        """Plans whose words may still change."""
        return self.filter(state__in=_OPEN)


@track_history(exclude=("snapshot",))
class Pep(SchoolOwned):
    """The plan of a child for a term: one at a time, in parts that different people write."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="peps")
    kind = models.CharField(max_length=7, choices=PepKind)
    academic_year = models.PositiveSmallIntegerField()
    term = models.CharField(max_length=6, choices=TermName)
    why = models.CharField("what it is for", max_length=6, choices=PepWhy)
    #: Whose virtual school looks at it; empty for a support plan without one.
    council = models.CharField(max_length=100, blank=True)
    started_on = models.DateField()
    meeting_on = models.DateField("meeting on", null=True, blank=True)
    lead = _user(verbose_name="who leads")
    state = models.CharField(max_length=9, choices=PepState, default=PepState.WRITING)
    sent_on = models.DateField(null=True, blank=True)
    sent_how = models.CharField("how it was sent", max_length=6, choices=SentHow, blank=True)
    #: The day on which the reviewing officer had it.
    officer_on = models.DateField("with the reviewing officer on", null=True, blank=True)
    grade = models.CharField(max_length=11, choices=Grade, blank=True)
    feedback = models.TextField("what the virtual school says", blank=True)
    feedback_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    step_why = models.CharField("why it was opened again or withdrawn", max_length=200, blank=True)
    #: Of a support plan: what the parents agree to have recorded, and since when.
    consents_on = models.DateField("parents agreed on", null=True, blank=True)
    consents_to = models.TextField("what the parents agree to have recorded", blank=True)
    #: Facts, words and targets as they were signed: what was sent never changes.
    snapshot = models.JSONField(default=dict, blank=True)
    signed_on = models.DateField("signed by all on", null=True, blank=True)

    objects = PepQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-started_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_pep_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "academic_year", "term"],
                condition=Q(state__in=_IN_HAND),
                name="lac_pep_one_in_hand",
            ),
            models.CheckConstraint(
                condition=Q(academic_year__gte=2010, academic_year__lte=2100), name="lac_pep_year"
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None, sent_how="")
                | (Q(sent_on__isnull=False) & ~Q(sent_how="")),
                name="lac_pep_sent_pair",
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None) | Q(sent_on__gte=F("started_on")),
                name="lac_pep_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(feedback_on=None, grade="", feedback="") | Q(feedback_on__isnull=False),
                name="lac_pep_feedback_has_day",
            ),
            models.CheckConstraint(
                condition=Q(consents_on=None, consents_to="")
                | (Q(kind="support", consents_on__isnull=False) & ~Q(consents_to="")),
                name="lac_pep_consent_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="complete", completed_on__isnull=False)
                | (~Q(state="complete") & Q(completed_on=None)),
                name="lac_pep_complete_has_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_FROZEN, signed_on__isnull=False)
                | (~Q(state__in=_FROZEN) & Q(signed_on=None)),
                name="lac_pep_signed_has_day",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_pep_pupil")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether its words may change."""
        return self.state in OPEN_STATES

    @property
    def is_frozen(self) -> bool:
        """Whether it reads as it was signed."""
        return self.state in FROZEN_STATES


@track_history
class PepSignature(SchoolOwned):
    """Somebody agreed to a plan."""

    pep = school_key(Pep, on_delete=models.CASCADE, related_name="signatures")
    whose = models.CharField("as what", max_length=10, choices=Signer)
    name = models.CharField(max_length=150)
    signed_on = models.DateField()
    recorded_by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["signed_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pep", name="lac_pepsignature_pep_same_school"),
            models.UniqueConstraint(fields=["school", "pep", "whose"], name="lac_pepsignature_one"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PepCheck(SchoolOwned):
    """Whether a plan meets one criterion, as the school sees it before it leaves."""

    pep = school_key(Pep, on_delete=models.CASCADE, related_name="checks")
    criterion = models.CharField(max_length=300)
    met = models.CharField("is it met?", max_length=6, choices=Met)
    note = models.CharField(max_length=300, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pep", name="lac_pepcheck_pep_same_school"),
            models.UniqueConstraint(fields=["school", "pep", "criterion"], name="lac_pepcheck_one"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PepAction(SchoolOwned):
    """What the school does about what the virtual school said."""

    pep = school_key(Pep, on_delete=models.CASCADE, related_name="actions")
    what = models.CharField("what is to be done", max_length=300)
    due_on = models.DateField("by when")
    done_on = models.DateField(null=True, blank=True)
    added_by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["due_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pep", name="lac_pepaction_pep_same_school"),
        ]
        indexes = [models.Index(fields=["school", "pep"], name="lac_pepaction_pep")]

    def __str__(self) -> str:
        return str(self.pk)
