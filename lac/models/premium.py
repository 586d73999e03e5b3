"""Pupil premium plus: what was given, asked for, spent, and what it changed."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from lac.premium_codes import FundingKind, Impact, Payer, RateFor, RequestState


def _user(**options) -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+", **options
    )


def _year() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        "financial year", help_text="In which it begins, on 1 April."
    )


class PremiumRate(FederationOwned):
    """What one child brings in a financial year, as the federation read it; about no child."""

    seen_by_each_school = True

    financial_year = _year()
    rate_for = models.CharField("for", max_length=4, choices=RateFor)
    pence = models.PositiveIntegerField("a child and year, in pence")
    source = models.CharField("where it stands", max_length=200)
    written_by = _user()

    class Meta(FederationOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "financial_year", "rate_for"], name="lac_premiumrate_uniq"
            ),
            models.CheckConstraint(
                condition=Q(financial_year__gte=2013, financial_year__lte=2100),
                name="lac_premiumrate_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.financial_year} {self.rate_for}"


@track_history
class PremiumFunding(SchoolOwned):
    """A sum given for a child in a financial year, or given back."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="premium_sums")
    financial_year = _year()
    payer = models.CharField("from", max_length=6, choices=Payer)
    kind = models.CharField("what it is", max_length=5, choices=FundingKind)
    pence = models.PositiveIntegerField("sum, in pence")
    on = models.DateField("date of the letter or payment")
    reference = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=300, blank=True)
    written_by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_premiumfunding_pupil_same_school"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="lac_premiumfunding_sum"),
            models.CheckConstraint(
                condition=Q(financial_year__gte=2013, financial_year__lte=2100),
                name="lac_premiumfunding_year",
            ),
            # The whole rate is given once.
            models.UniqueConstraint(
                fields=["school", "pupil", "financial_year", "payer"],
                condition=Q(kind=FundingKind.YEAR),
                name="lac_premiumfunding_one_rate",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_premiumfunding_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PremiumRequest(SchoolOwned):
    """Money for one target: what it buys, what that is to change, and what it changed."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="premium_requests")
    target = school_key("provision.Target", on_delete=models.RESTRICT, related_name="+")
    financial_year = _year()
    payer = models.CharField("from", max_length=6, choices=Payer)
    is_exceptional = models.BooleanField("exceptional funding", default=False)
    what = models.CharField("what it buys", max_length=300)
    intended = models.TextField("what it is to change")
    planned_pence = models.PositiveIntegerField("planned cost, in pence")
    starts_on = models.DateField("begins on")
    #: By then somebody says what it changed.
    review_on = models.DateField("look at it again on")
    state = models.CharField(max_length=9, choices=RequestState, default=RequestState.DRAFT)
    asked_on = models.DateField("asked for on", null=True, blank=True)
    decided_on = models.DateField("answered on", null=True, blank=True)
    decided_by = models.CharField("who answered", max_length=150, blank=True)
    decision_words = models.CharField("what they said", max_length=500, blank=True)
    impact = models.CharField("did it work?", max_length=6, choices=Impact, blank=True)
    impact_words = models.TextField("what it changed", blank=True)
    impact_on = models.DateField("judged on", null=True, blank=True)
    impact_by = _user(blank=True)
    written_by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["starts_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_premiumrequest_pupil_same_school"),
            SameSchool("target", name="lac_premiumrequest_target_same_school"),
            models.CheckConstraint(
                condition=Q(planned_pence__gt=0), name="lac_premiumrequest_cost"
            ),
            models.CheckConstraint(
                condition=Q(financial_year__gte=2013, financial_year__lte=2100),
                name="lac_premiumrequest_year",
            ),
            models.CheckConstraint(
                condition=Q(review_on__gte=F("starts_on")),
                name="lac_premiumrequest_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.ASKED) | Q(asked_on__isnull=False),
                name="lac_premiumrequest_asked_pair",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=(RequestState.AGREED, RequestState.REFUSED), decided_on__isnull=False
                )
                | Q(
                    ~Q(state__in=(RequestState.AGREED, RequestState.REFUSED)),
                    decided_on=None,
                    decided_by="",
                    decision_words="",
                ),
                name="lac_premiumrequest_decision_pair",
            ),
            models.CheckConstraint(
                condition=Q(asked_on=None) | Q(decided_on=None) | Q(decided_on__gte=F("asked_on")),
                name="lac_premiumrequest_answer_after_asking",
            ),
            models.CheckConstraint(
                condition=Q(impact="", impact_on=None, impact_by=None, impact_words="")
                | (~Q(impact="") & Q(impact_on__isnull=False, state=RequestState.AGREED)),
                name="lac_premiumrequest_impact_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="lac_premiumrequest_pupil"),
            models.Index(fields=["school", "target"], name="lac_premiumrequest_target"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_agreed(self) -> bool:
        """Whether money may be spent."""
        return self.state == RequestState.AGREED

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be spent: refused, withdrawn, or its effect is judged."""
        given_up = self.state in (RequestState.REFUSED, RequestState.WITHDRAWN)
        return given_up or self.impact not in ("", Impact.TOO_EARLY)


@track_history
class PremiumCost(SchoolOwned):
    """What was paid for a request on a day; less than nothing where money came back."""

    request = school_key(PremiumRequest, on_delete=models.CASCADE, related_name="costs")
    on = models.DateField("paid on")
    pence = models.IntegerField("sum, in pence")
    what = models.CharField("what was paid", max_length=200)
    receipt = models.CharField("number of the receipt or order", max_length=60, blank=True)
    document = school_key(
        "pupils.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    #: Money was spent before it was agreed: why.
    early_why = models.CharField("why before it was agreed", max_length=300, blank=True)
    written_by = _user()

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("request", name="lac_premiumcost_request_same_school"),
            SameSchool("document", name="lac_premiumcost_document_same_school"),
            models.CheckConstraint(condition=~Q(pence=0), name="lac_premiumcost_sum"),
        ]
        indexes = [
            models.Index(fields=["school", "request"], name="lac_premiumcost_request"),
            models.Index(fields=["school", "document"], name="lac_premiumcost_document"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
