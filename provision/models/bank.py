"""The bank of targets: a federation's own and a school's own, beside those that come with Aylsham."""

from django.db import models
from django.db.models import Q

from aylsham.codes import YEAR_GROUPS
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned
from provision.codes import MeasureKind
from pupils.codes import AreaOfNeed


class BankEntry(models.Model):
    """A target without a child: for which need and years, in which words, how it is measured."""

    #: Which entry of ours or of the federation it is shown instead of; empty for a new one.
    stands_for = models.CharField(max_length=36, blank=True, editable=False)
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed)
    from_year = models.CharField("from year", max_length=2, choices=YEAR_GROUPS)
    to_year = models.CharField("to year", max_length=2, choices=YEAR_GROUPS)
    text = models.CharField("target", max_length=300)
    measure = models.CharField("how it is measured", max_length=6, choices=MeasureKind)
    unit = models.CharField("of what", max_length=60, blank=True)
    out_of = models.PositiveSmallIntegerField("out of", null=True, blank=True)
    baseline = models.DecimalField("usual start", max_digits=7, decimal_places=2)
    goal = models.DecimalField("usual goal", max_digits=7, decimal_places=2)
    is_retired = models.BooleanField("no longer offered", default=False)

    class Meta:
        abstract = True
        ordering = ["text"]
        constraints = [
            models.CheckConstraint(
                condition=Q(measure=MeasureKind.TRIALS, out_of__gt=0)
                | (~Q(measure=MeasureKind.TRIALS) & Q(out_of=None)),
                name="%(app_label)s_%(class)s_tries_are_counted",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class FederationBankTarget(FederationOwned, BankEntry):
    """A target that every school of the federation may pick; about no child."""

    seen_by_each_school = True

    class Meta(BankEntry.Meta):
        constraints = [
            *BankEntry.Meta.constraints,
            models.UniqueConstraint(
                fields=["federation", "stands_for"],
                condition=~Q(stands_for=""),
                name="provision_federationbanktarget_one_wording",
            ),
        ]
        indexes = [models.Index(fields=["federation"], name="provision_bank_of_federation")]


@track_history
class SchoolBankTarget(SchoolOwned, BankEntry):
    """A target that one school picks from; or its own words for one of ours or the federation's."""

    class Meta(SchoolOwned.Meta, BankEntry.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            *BankEntry.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "stands_for"],
                condition=~Q(stands_for=""),
                name="provision_schoolbanktarget_one_wording",
            ),
        ]
