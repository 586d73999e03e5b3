"""What helps a child, and the libraries of sentences to pick from."""

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject, Now

from aylsham.access.sensitivity import OPENED_BY, readable
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.codes import AreaOfNeed, Setting, Tier, Tried


class LineQuerySet(SensitiveQuerySet):
    """Lines of a passport: read by role, and a sensitive one by whom the SENDCo names too."""

    def readable_by(self, access):
        """Lines that the asker may read, as far as reach allows: by role, or by name."""
        if all(self._reads_sensitive(access, school) for school in access.schools):
            return self.filter(self.by_role(access))
        named = apps.get_model("pupils", "LineReader").objects.live(access.today)
        mine = named.filter(
            school_id=OuterRef("school_id"),
            user_id=access.user.pk,
            **{self.model.NAMED_AS: OuterRef("pk")},
        )
        opens = OPENED_BY[Sensitivity.EVERYONE]
        schools = [s.pk for s in access.schools if opens in access.permissions_at(s)]
        by_name = Q(Exists(mine), school__in=schools, sensitivity=Sensitivity.SENSITIVE)
        return self.filter(self.by_role(access) | by_name)

    def writable_by(self, access):
        """Lines that the asker may change: whoever reads one by name alone does not."""
        return self.filter(self.by_role(access))

    def with_named(self, on):
        """Each line with `named`: who reads it by name on a day, as {"name", "ends_on"}."""
        rows = apps.get_model("pupils", "LineReader").objects.live(on)
        of_line = rows.filter(
            school_id=OuterRef("school_id"), **{self.model.NAMED_AS: OuterRef("pk")}
        )
        values = JSONObject(name="user__name", ends_on="ends_on")
        return self.annotate(
            named=ArraySubquery(of_line.order_by("user__name", "pk").values(data=values))
        )

    @staticmethod
    def _reads_sensitive(access, school) -> bool:
        return Sensitivity.SENSITIVE in readable(access.permissions_at(school))


class Written(SchoolOwned):
    """A text that several people write: who wrote last, and from which open page."""

    text = models.TextField(blank=True)
    sensitivity = sensitivity_field()
    #: Counts the saves, so that a writer can say which text they started from.
    revision = models.PositiveIntegerField(default=1)
    #: The open page the text was last typed into: its next save follows on from its own.
    sitting = models.UUIDField(default=uuid7)
    changed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)

    objects = LineQuerySet.as_manager()

    #: The field of a `LineReader` that names rows of this table.
    NAMED_AS = ""

    class Meta(SchoolOwned.Meta):
        abstract = True


class LibraryStrategy(models.Model):
    """A sentence to pick from, with where it usually belongs."""

    text = models.CharField("sentence", max_length=300)
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed)
    setting = models.CharField(max_length=10, choices=Setting, default=Setting.EVERYWHERE)
    tier = models.CharField(max_length=1, choices=Tier, default=Tier.UNIVERSAL)
    is_retired = models.BooleanField("no longer offered", default=False)

    class Meta:
        abstract = True


class FederationStrategy(FederationOwned, LibraryStrategy):
    """A strategy that every school of the federation may pick; about no child."""

    seen_by_each_school = True

    class Meta:
        ordering = ["area", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "text"], name="pupils_federationstrategy_uniq"
            )
        ]

    def __str__(self) -> str:
        return self.text


class SchoolStrategy(SchoolOwned, LibraryStrategy):
    """A school's own strategy, or its local wording of a federation's; retired: hidden here."""

    stands_for = models.ForeignKey(
        FederationStrategy, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["area", "text"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "text"], name="pupils_schoolstrategy_uniq"),
            models.UniqueConstraint(
                fields=["school", "stands_for"],
                condition=Q(stands_for__isnull=False),
                name="pupils_schoolstrategy_one_wording",
            ),
        ]

    def __str__(self) -> str:
        return self.text


@track_history
class Strategy(Written):
    """One sentence of what helps a child; every view of it reads this row."""

    NAMED_AS = "strategy"
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="strategies")
    need = school_key(
        "pupils.Need",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="strategies",
        verbose_name="need it answers",
    )
    setting = models.CharField(max_length=10, choices=Setting, default=Setting.EVERYWHERE)
    tier = models.CharField(max_length=1, choices=Tier, default=Tier.UNIVERSAL)
    #: The child's usual way of working, as access arrangements in tests ask.
    is_normal_practice = models.BooleanField("normal classroom practice", default=False)
    since_on = models.DateField()
    confirmed_on = models.DateField("last found still true on")
    confirmed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)
    #: The empty line it was first typed into, so that a save sent twice makes one strategy.
    typed_into = models.UUIDField(null=True, blank=True)

    class Meta(Written.Meta):
        verbose_name_plural = "strategies"
        ordering = ["since_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_strategy_pupil_same_school"),
            SameSchool("need", name="pupils_strategy_need_same_school"),
            models.UniqueConstraint(
                fields=["school", "typed_into"],
                condition=Q(typed_into__isnull=False),
                name="pupils_strategy_typed_once",
            ),
            models.CheckConstraint(
                condition=~Q(text="") | Q(ended_on__isnull=False),
                name="pupils_strategy_says_something",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__gte=F("since_on")),
                name="pupils_strategy_confirmed_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since_on")),
                name="pupils_strategy_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_strategy_pupil"),
            models.Index(fields=["school", "need"], name="pupils_strategy_need"),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never a word about a child in a log


class StrategyTry(SchoolOwned):
    """One tap of an adult who tried a strategy: the last of a day is what counts."""

    append_only = True

    strategy = school_key(Strategy, on_delete=models.CASCADE, related_name="tries")
    answer = models.CharField(max_length=7, choices=Tried)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("strategy", name="pupils_strategytry_strategy_same_school"),
        ]
        indexes = [
            models.Index(fields=["school", "strategy", "on"], name="pupils_strategytry_strategy")
        ]

    def __str__(self) -> str:
        return str(self.pk)
