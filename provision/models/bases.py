"""A base with places beside class: what it is, who is in it, when; reviews and steps down."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.base_codes import BASE_KIND_CHOICES, OWN_KIND, PlaceEnd, ReviewOutcome
from provision.rules.bases import WHOLE_WEEK
from pupils.codes import EnrolmentStatus

#: The base is locked, so that two who take its last place come one after the other. A stay that
#: takes no new day is let be: a base that is over number can still be left.
ROOM = """
    IF NEW.over_reason <> '' THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.base_id = OLD.base_id AND NEW.over_reason = OLD.over_reason
            AND NEW.starts_on >= OLD.starts_on
            AND COALESCE(NEW.ended_on, 'infinity'::date) <= COALESCE(OLD.ended_on, 'infinity'::date)
        THEN RETURN NEW; END IF;
    END IF;
    SELECT places INTO room FROM provision_provisionbase
        WHERE school_id = NEW.school_id AND id = NEW.base_id FOR NO KEY UPDATE;
    IF room IS NULL THEN RETURN NEW; END IF;
    SELECT max(beside) INTO most FROM (
        SELECT (
            SELECT count(*) FROM provision_baseplace other
            WHERE other.school_id = NEW.school_id AND other.base_id = NEW.base_id
                AND other.id <> NEW.id AND other.starts_on <= days.day
                AND (other.ended_on IS NULL OR other.ended_on >= days.day)
        ) AS beside
        FROM (
            SELECT NEW.starts_on AS day
            UNION SELECT later.starts_on FROM provision_baseplace later
            WHERE later.school_id = NEW.school_id AND later.base_id = NEW.base_id
                AND later.id <> NEW.id AND later.starts_on >= NEW.starts_on
                AND (NEW.ended_on IS NULL OR later.starts_on <= NEW.ended_on)
        ) days
    ) counted;
    IF most >= room THEN
        RAISE EXCEPTION 'every place of this base is taken' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class ProvisionBaseQuerySet(models.QuerySet):
    def open_on(self, day):
        """Bases that are not closed by a day."""
        return self.filter(Q(closed_on=None) | Q(closed_on__gte=day))


@track_history
class ProvisionBase(SchoolOwned):
    """A base in the school's own words: enhanced provision, nurture, resource base."""

    name = models.CharField("what you call it", max_length=60)
    kind = models.CharField(max_length=8, choices=BASE_KIND_CHOICES, default=OWN_KIND)
    specialism = models.CharField(max_length=60, blank=True)
    lead = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Where it is, if it is another school's base in which ours have places: its own words, no key.
    host_name = models.CharField("school that hosts it", max_length=150, blank=True)
    host_urn = models.CharField("URN of that school", max_length=6, blank=True)
    #: Empty for another school's base: how many places that has is not ours to count.
    places = models.PositiveSmallIntegerField("number of places", null=True, blank=True)
    entry_criteria = models.CharField("who comes in", max_length=1000, blank=True)
    exit_criteria = models.CharField("when a child leaves", max_length=1000, blank=True)
    opened_on = models.DateField("opened on")
    closed_on = models.DateField("last day", null=True, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ProvisionBaseQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["name", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "name"],
                condition=Q(closed_on=None),
                name="provision_provisionbase_name_uniq",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="provision_provisionbase_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(host_name="", places__gte=1) | (~Q(host_name="") & Q(places=None)),
                name="provision_provisionbase_own_has_places",
            ),
            models.CheckConstraint(
                condition=Q(host_urn="") | ~Q(host_name=""),
                name="provision_provisionbase_urn_of_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BasePlaceQuerySet(models.QuerySet):
    def on(self, day):
        """Whoever is in a base on a day."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=day), starts_on__lte=day)

    def ahead(self, day):
        """Whoever is in a base on a day or comes later."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=day))


@track_history
class BasePlace(SchoolOwned):
    """A child's place in a base, from a day until somebody ends it."""

    base = school_key(ProvisionBase, on_delete=models.RESTRICT, related_name="base_places")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="base_places")
    starts_on = models.DateField("from")
    planned_end_on = models.DateField("planned until")
    review_on = models.DateField("next review", null=True, blank=True)
    reason = models.CharField("why the child comes in", max_length=1000)
    #: A letter for each half-day from Monday morning to Friday afternoon (rules/bases.py).
    week = models.CharField("week", max_length=10, default=WHOLE_WEEK)
    #: A child of another school: on whose roll, as the census counts it; its school in words.
    registration = models.CharField(
        "on whose roll", max_length=1, choices=EnrolmentStatus, default=EnrolmentStatus.CURRENT
    )
    home_name = models.CharField("the other school", max_length=150, blank=True)
    home_urn = models.CharField("URN of the other school", max_length=6, blank=True)
    registration_note = models.CharField("how the two schools share", max_length=300, blank=True)
    transport = models.CharField("how the child gets there", max_length=200, blank=True)
    #: Why there are more children than places; see ROOM.
    over_reason = models.CharField("why over number", max_length=300, blank=True)
    ended_on = models.DateField("last day", null=True, blank=True)
    end_reason = models.CharField("why it ended", max_length=7, choices=PlaceEnd, blank=True)
    went_to = models.CharField("where to", max_length=200, blank=True)
    end_note = models.CharField("how it went", max_length=1000, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = BasePlaceQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("base", name="provision_baseplace_base_same_school"),
            SameSchool("pupil", name="provision_baseplace_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(planned_end_on__gte=F("starts_on"))
                & (Q(ended_on=None) | Q(ended_on__gte=F("starts_on")))
                & (Q(review_on=None) | Q(review_on__gte=F("starts_on"))),
                name="provision_baseplace_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="", went_to="", end_note="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="provision_baseplace_end_pair",
            ),
            models.CheckConstraint(
                condition=Q(week__regex=r"^[BCON]{10}$"), name="provision_baseplace_week"
            ),
            models.CheckConstraint(
                condition=Q(registration=EnrolmentStatus.CURRENT, home_name="", home_urn="")
                | (~Q(registration=EnrolmentStatus.CURRENT) & ~Q(home_name="")),
                name="provision_baseplace_home_named",
            ),
            ExclusionConstraint(
                name="provision_baseplace_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("base", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ended_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_baseplace_pupil")]
        triggers = [
            pgtrigger.Trigger(
                name="keep_to_number",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                declare=[("room", "integer"), ("most", "integer")],
                func=ROOM,
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class BaseStep(SchoolOwned):
    """A step on the way back to class: what, when, and how it went."""

    place = school_key(BasePlace, on_delete=models.CASCADE, related_name="steps")
    on = models.DateField("planned for")
    what = models.CharField("what changes", max_length=300)
    done_on = models.DateField("done on", null=True, blank=True)
    how = models.CharField("how it went", max_length=1000, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("place", name="provision_basestep_place_same_school"),
            models.CheckConstraint(
                condition=Q(how="") | Q(done_on__isnull=False),
                name="provision_basestep_how_it_went_when_done",
            ),
        ]
        indexes = [models.Index(fields=["school", "place"], name="provision_basestep_place")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class BaseReview(SchoolOwned):
    """A look at a child's place: who took part, what was said, what follows."""

    place = school_key(BasePlace, on_delete=models.CASCADE, related_name="reviews")
    on = models.DateField("held on")
    who = models.CharField("who took part", max_length=200)
    outcome = models.CharField(max_length=8, choices=ReviewOutcome)
    words = models.CharField("what was said", max_length=1000, blank=True)
    next_on = models.DateField("next review", null=True, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("place", name="provision_basereview_place_same_school"),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("on")),
                name="provision_basereview_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(outcome=ReviewOutcome.LEAVE) | Q(next_on__isnull=False),
                name="provision_basereview_has_next",
            ),
        ]
        indexes = [models.Index(fields=["school", "place"], name="provision_basereview_place")]

    def __str__(self) -> str:
        return str(self.pk)
