"""Surveys without names: rounds, who was asked, what was answered, what was written.

Who was asked and what was answered stand in tables that nothing joins. Answers and words have
random keys, no day, no author and no history; of who was asked only that, and on which day, an
answer came. So none of these three tables is tracked: a history would say when each row was made.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.codes import YEAR_GROUPS
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.models.secret_links import SecretAddress
from reports.survey_codes import AskedCode, Group, WordsState
from reports.surveys.statements import MOST_OWN, Asked, Statement, asked_in


class SurveyRoundQuerySet(models.QuerySet):
    """Rounds of surveys."""

    def over(self, today):
        """Those that take no answers any more."""
        return self.filter(Q(closed_on__isnull=False) | Q(closes_on__lt=today))


@track_history
class SurveyRound(SchoolOwned):
    """One asking of families or of pupils, from a day to a day."""

    audience = models.CharField("who is asked", max_length=8, choices=AskedCode)
    #: As `TermKey` writes it.
    term = models.CharField(max_length=11)
    opens_on = models.DateField("opens on")
    #: The last day for answers.
    closes_on = models.DateField("last day")
    #: Closed before its last day, by hand.
    closed_on = models.DateField("closed on", null=True, blank=True)
    #: Empty: all.
    years = ArrayField(
        models.CharField(max_length=2, choices=YEAR_GROUPS), default=list, blank=True
    )
    #: Keys of `reports.surveys.statements`, in their order.
    keys = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    own = ArrayField(models.CharField(max_length=120), default=list, blank=True, size=MOST_OWN)
    asks_for_words = models.BooleanField("asks for words too", default=True)
    #: How many families, or children, were asked; None before anybody is.
    asked_count = models.PositiveIntegerField("asked", null=True, blank=True)
    sent_on = models.DateField("links sent on", null=True, blank=True)
    reminded_on = models.DateField("reminded on", null=True, blank=True)

    objects = SurveyRoundQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-opens_on", "audience"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closes_on__gt=F("opens_on")), name="reports_surveyround_dates_in_order"
            ),
            models.UniqueConstraint(
                fields=["school", "audience", "term"], name="reports_surveyround_one_a_term"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audience} {self.term}"

    def is_over(self, today) -> bool:
        """Whether it takes no answers any more."""
        return self.closed_on is not None or today > self.closes_on

    def is_open(self, today) -> bool:
        """Whether it takes answers."""
        return self.opens_on <= today and not self.is_over(today)

    @property
    def is_of_families(self) -> bool:
        return self.audience == Asked.FAMILIES

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What it asks, in its order."""
        return asked_in(Asked(self.audience), self.keys, self.own)


class SurveyInvitee(SchoolOwned):
    """Somebody who was asked, until a month after the round: of an answer only that it came."""

    round = school_key(SurveyRound, on_delete=models.CASCADE, related_name="invitees")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    #: None: by a printed slip, for whoever opens the child's bag.
    contact = school_key(
        "pupils.Contact", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    email = models.EmailField(blank=True)
    #: The kind of support; empty where a kind is so rare that it would tell who answered.
    group = models.CharField(max_length=1, choices=Group, blank=True)
    #: The day of the answer, no finer.
    used_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("round", name="reports_surveyinvitee_round_same_school"),
            SameSchool("pupil", name="reports_surveyinvitee_pupil_same_school"),
            SameSchool("contact", name="reports_surveyinvitee_contact_same_school"),
            models.UniqueConstraint(
                fields=["school", "round", "email"],
                condition=~Q(email=""),
                name="reports_surveyinvitee_one_an_address",
            ),
            models.UniqueConstraint(
                fields=["school", "round", "pupil"],
                condition=Q(contact=None),
                name="reports_surveyinvitee_one_slip",
            ),
            models.CheckConstraint(
                condition=Q(contact=None, email="") | (Q(contact__isnull=False) & ~Q(email="")),
                name="reports_surveyinvitee_contact_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="reports_surveyinvitee_pupil"),
            models.Index(fields=["school", "contact"], name="reports_surveyinvitee_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SurveyLink(SecretAddress):
    """A secret address of somebody who was asked."""

    leads_to = "invitee_id"

    invitee_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["school", "invitee_id"], name="reports_surveylink_of")]


class _Nameless(SchoolOwned):
    """A row that says neither who made it nor when: its key is random, not by time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = school_key(SurveyRound, on_delete=models.CASCADE, related_name="+")

    class Meta(SchoolOwned.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class SurveyAnswer(_Nameless):
    """One answer: what was ticked, and of which group; nothing of whom."""

    group = models.CharField(max_length=1, choices=Group, blank=True)
    #: By key of a statement, a code of its scale; what was left open is not there.
    ticks = models.JSONField(default=dict)

    class Meta(_Nameless.Meta):
        abstract = False
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("round", name="reports_surveyanswer_round_same_school"),
        ]
        indexes = [models.Index(fields=["school", "round"], name="reports_surveyanswer_round")]


class SurveyWords(_Nameless):
    """What somebody wrote, apart from what they ticked; read once the round is over."""

    words = models.TextField()
    state = models.CharField(max_length=6, choices=WordsState, blank=True)

    class Meta(_Nameless.Meta):
        abstract = False
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("round", name="reports_surveywords_round_same_school"),
        ]
        indexes = [models.Index(fields=["school", "round"], name="reports_surveywords_round")]
