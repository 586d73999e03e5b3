"""The inclusion strategy: its years, barriers, activities with costs, and intended outcomes."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.provision_codes import FundingStream
from pupils.codes import AreaOfNeed
from reports.strategy_codes import Reach

_YEARS = [MinValueValidator(2026), MaxValueValidator(2100)]


@track_history
class InclusionStrategy(SchoolOwned):
    """What holds for the whole strategy of a school: years, review, who authorises, the fund."""

    first_year = models.PositiveSmallIntegerField("first academic year", validators=_YEARS)
    last_year = models.PositiveSmallIntegerField("last academic year", validators=_YEARS)
    review_on = models.DateField("next review", null=True, blank=True)
    authorised_by = models.CharField("authorised by", max_length=150, blank=True)
    #: Of the inclusive mainstream fund for the year of its activities; None: not entered.
    fund_pence = models.PositiveIntegerField("sum of the fund", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="reports_inclusionstrategy_one"),
            models.CheckConstraint(
                condition=Q(first_year__gte=2026, last_year__gte=F("first_year")),
                name="reports_inclusionstrategy_years",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_of_several_years(self) -> bool:
        return self.last_year > self.first_year


@track_history
class StrategyBarrier(SchoolOwned):
    """What keeps children from learning or taking part; about no child by name."""

    number = models.PositiveSmallIntegerField()
    what = models.CharField("barrier", max_length=300)
    #: The area of need from which it was proposed.
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "number"], name="reports_strategybarrier_number"
            ),
            models.UniqueConstraint(fields=["school", "what"], name="reports_strategybarrier_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)


@track_history
class StrategyActivity(SchoolOwned):
    """What the school does in an academic year, against which barriers, at what cost."""

    year = models.PositiveSmallIntegerField("academic year", validators=_YEARS)
    what = models.CharField("activity", max_length=300)
    reach = models.CharField("for whom", max_length=1, choices=Reach)
    pence = models.PositiveIntegerField("budgeted cost", null=True, blank=True)
    #: Of it from the inclusive mainstream fund.
    fund_pence = models.PositiveIntegerField("of it from the fund", default=0)
    #: What pays for the rest.
    funding = ArrayField(
        models.CharField(max_length=8, choices=FundingStream),
        verbose_name="paid from",
        default=list,
        blank=True,
    )
    principles = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    #: Numbers of the barriers that it addresses.
    barriers = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    #: What it was taken from: an intervention of the map, or a training.
    shared_item = models.ForeignKey(
        "provision.FederationIntervention",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    own_item = school_key(
        "provision.SchoolIntervention",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    training = school_key(
        "staff.TrainingSession",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    #: What the map or the plan of training said when somebody last looked.
    taken_pence = models.PositiveIntegerField(null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta(SchoolOwned.Meta):
        ordering = ["year", "added_at", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("own_item", name="reports_strategyactivity_item_same_school"),
            SameSchool("training", name="reports_strategyactivity_training_same_school"),
            models.UniqueConstraint(
                fields=["school", "year", "what"], name="reports_strategyactivity_once"
            ),
            models.CheckConstraint(
                condition=Q(pence=None, fund_pence=0) | Q(fund_pence__lte=F("pence")),
                name="reports_strategyactivity_fund_within",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def source(self) -> tuple[str, object] | None:
        """What it was taken from: which kind of thing, and its key."""
        for name in ("shared_item_id", "own_item_id", "training_id"):
            if key := getattr(self, name):
                return name, key
        return None


@track_history
class StrategyOutcome(SchoolOwned):
    """What is to be different, and how that is seen."""

    what = models.CharField("intended outcome", max_length=300)
    success = models.CharField("how we will know", max_length=300)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta(SchoolOwned.Meta):
        ordering = ["added_at", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "what"], name="reports_strategyoutcome_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
