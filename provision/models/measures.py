"""What children scored on entry and on exit of a provision, and the tests of a school's own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.models.provisions import Place

#: Plain values: a migration keeps no class of the rules.
SCORES_CHOICES = [
    ("standard", "Standardised score"),
    ("scaled", "Scaled score"),
    ("t", "T-score"),
    ("age", "Age equivalent"),
    ("raw", "Raw score or count"),
]


@track_history
class SchoolTest(SchoolOwned):
    """A test or count of the school's own, beside those that come with Aylsham."""

    name = models.CharField(max_length=100)
    measures = models.CharField("what it measures", max_length=100)
    scores = ArrayField(models.CharField(max_length=8, choices=SCORES_CHOICES))
    lower_is_better = models.BooleanField("a falling score is what one hopes for", default=False)
    source = models.CharField("where that is written", max_length=300, blank=True)
    is_retired = models.BooleanField("no longer offered", default=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "name"], name="provision_schooltest_uniq"),
            models.CheckConstraint(
                condition=Q(scores__len__gt=0), name="provision_schooltest_has_scores"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class EntryExit(SchoolOwned):
    """What a child scored in one test on entry and on exit of a provision."""

    place = school_key(Place, on_delete=models.CASCADE, related_name="measures")
    #: A key of `rules.measures.known_tests`, or else a test of the school's own.
    known_test = models.CharField(max_length=20, blank=True)
    own_test = school_key(
        SchoolTest, on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    part = models.CharField("part or index", max_length=60, blank=True)
    scores = models.CharField("kind of score", max_length=8, choices=SCORES_CHOICES)
    #: Age equivalents are in months.
    entry = models.DecimalField("on entry", max_digits=6, decimal_places=2, null=True, blank=True)
    entry_on = models.DateField("entry tested on", null=True, blank=True)
    entry_form = models.CharField("version on entry", max_length=40, blank=True)
    exit = models.DecimalField("on exit", max_digits=6, decimal_places=2, null=True, blank=True)
    exit_on = models.DateField("exit tested on", null=True, blank=True)
    exit_form = models.CharField("version on exit", max_length=40, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("place", name="provision_entryexit_place_same_school"),
            SameSchool("own_test", name="provision_entryexit_test_same_school"),
            models.UniqueConstraint(
                fields=["school", "place", "known_test", "own_test", "part", "scores"],
                name="provision_entryexit_uniq",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=(Q(known_test="") & Q(own_test__isnull=False))
                | (~Q(known_test="") & Q(own_test=None)),
                name="provision_entryexit_one_test",
            ),
            models.CheckConstraint(
                condition=Q(entry=None, entry_on=None, entry_form="")
                | Q(entry__isnull=False, entry_on__isnull=False),
                name="provision_entryexit_entry_pair",
            ),
            models.CheckConstraint(
                condition=Q(exit=None, exit_on=None, exit_form="")
                | Q(exit__isnull=False, exit_on__isnull=False),
                name="provision_entryexit_exit_pair",
            ),
            models.CheckConstraint(
                condition=Q(entry__isnull=False) | Q(exit__isnull=False),
                name="provision_entryexit_says_something",
            ),
            models.CheckConstraint(
                condition=Q(entry_on=None) | Q(exit_on=None) | Q(exit_on__gt=F("entry_on")),
                name="provision_entryexit_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["school", "place"], name="provision_entryexit_of")]

    def __str__(self) -> str:
        return str(self.pk)
