"""Who is on roll, in which class, with which adults."""

from collections.abc import Iterable

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Concat

from aylsham.access.roles import Role
from aylsham.codes import YEAR_GROUPS
from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.access import visible_to
from pupils.codes import EnrolmentStatus, FactKind, Sex, Source
from pupils.rules.names import Named, told_apart


class ClassGroup(SchoolOwned):
    """A class of one academic year."""

    name = models.CharField(max_length=60)
    academic_year = models.PositiveSmallIntegerField(help_text="The year in which it begins.")
    year_groups = ArrayField(
        models.CharField(max_length=2, choices=YEAR_GROUPS), default=list, blank=True
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["year_groups", "name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            # Two year groups may each have a class called Ash.
            models.UniqueConstraint(
                fields=["school", "academic_year", "name", "year_groups"],
                name="pupils_classgroup_name_uniq",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ClassAdult(SchoolOwned):
    """An adult who works with a class, from a day to a day: job shares and PPA days included."""

    class_group = school_key(ClassGroup, related_name="adults", on_delete=models.CASCADE)
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, choices=Role)
    #: ISO weekdays (1 Monday … 5 Friday); empty means every day.
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("class_group", name="pupils_classadult_class_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="pupils_classadult_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "class_group"], name="pupils_classadult_class"),
            models.Index(fields=["school", "user"], name="pupils_classadult_user"),
        ]

    def __str__(self) -> str:
        return f"{self.user} with {self.class_group}"


def is_on_roll(on) -> models.Exists:
    """The condition that a child has an enrolment on a day."""
    return models.Exists(
        Enrolment.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=on),
            school_id=models.OuterRef("school_id"),
            pupil_id=models.OuterRef("pk"),
            starts_on__lte=on,
        )
    )


class Fold(models.Func):
    """Lower case, without accents, apostrophes and hyphens (the migration has the function)."""

    function = "fold_name"
    output_field = models.TextField()


class PupilQuerySet(models.QuerySet):
    def visible_to(self, access):
        """Children whose record the asker may open on this page."""
        return visible_to(self, access)

    def on_roll(self, on):
        """Children with an enrolment on a day."""
        return self.filter(is_on_roll(on))

    def staying(self, on):
        """The same as a join on the enrolment of that day: quicker for long lists."""
        live = Q(enrolments__starts_on__lte=on) & (
            Q(enrolments__ends_on=None) | Q(enrolments__ends_on__gte=on)
        )
        stay = models.FilteredRelation("enrolments", condition=live)
        return self.annotate(stay=stay).filter(stay__isnull=False)

    def matched(self):
        """Children with whom a row, a pack or a question may be matched: not those set apart."""
        return self.filter(set_apart_on=None)

    def in_register_order(self):
        """By family name, as a register is read."""
        return self.order_by("last_name", "first_name", "pk")


@track_history(exclude=("search_name",))
class Pupil(SchoolOwned):
    """A child at a school. A move makes a new row at the new school."""

    upn = models.CharField("UPN", max_length=13, blank=True)
    former_upn = models.CharField("former UPN", max_length=13, blank=True)
    #: The number the school's own system knows the child by.
    mis_id = models.CharField("admission number", max_length=40, blank=True)
    first_name = models.CharField("legal first name", max_length=100)
    last_name = models.CharField("legal family name", max_length=100)
    preferred_first_name = models.CharField(max_length=100, blank=True)
    born_on = models.DateField("date of birth")
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    year_group = models.CharField(max_length=2, choices=YEAR_GROUPS)
    class_group = school_key(
        ClassGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="pupils"
    )
    ethnicity = models.CharField(max_length=60, blank=True)
    first_language = models.CharField(max_length=60, blank=True)
    #: As the school says; None when it does not say.
    is_eal = models.BooleanField("English as an additional language", null=True, blank=True)
    #: The last day of a record that moved to another school: from then on nobody changes it.
    closed_on = models.DateField("record closed on", null=True, blank=True)
    #: From this day few may open the record, and nothing is matched with it: after an adoption the
    #: child has a new one, and nothing says which.
    set_apart_on = models.DateField("record set apart on", null=True, blank=True)
    #: What was last changed here, so that a roll asks before it changes it back: field names.
    kept_fields = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    #: All names, each after a space, as a search compares them.
    search_name = models.GeneratedField(
        expression=Fold(
            Concat(
                models.Value(" "),
                "first_name",
                models.Value(" "),
                "preferred_first_name",
                models.Value(" "),
                "last_name",
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
        editable=False,
    )

    objects = PupilQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("class_group", name="pupils_pupil_class_same_school"),
            models.UniqueConstraint(
                fields=["school", "upn"],
                condition=~Q(upn="") & Q(set_apart_on=None),
                name="pupils_pupil_upn_uniq",
            ),
            models.UniqueConstraint(
                fields=["school", "mis_id"],
                condition=~Q(mis_id="") & Q(set_apart_on=None),
                name="pupils_pupil_mis_id_uniq",
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "last_name", "first_name", "id"], name="pupils_pupil_name"
            ),
            models.Index(fields=["school", "class_group"], name="pupils_pupil_class"),
            models.Index(fields=["school", "year_group"], name="pupils_pupil_year"),
            GinIndex(
                fields=["school", "search_name"],
                opclasses=["uuid_ops", "gin_trgm_ops"],
                # For a list of schools alone it would be gone through for each pair of them, as
                # the page and row security both name them: seconds for twenty schools.
                condition=Q(search_name__gt=""),
                name="pupils_pupil_search",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never a name in a log

    @property
    def known_as(self) -> str:
        """The first name that the child goes by."""
        return self.preferred_first_name or self.first_name

    #: Behind the name where another child of the same list has it too; see `tell_apart`.
    apart = ""

    @property
    def full_name(self) -> str:
        """The name that adults at school use: preferred first name and family name."""
        return f"{self.known_as} {self.last_name}{self.apart}"


def tell_apart(pupils: Iterable[Pupil]) -> list[Pupil]:
    """The children of one list for staff, so that no two of them are read as one; no statement."""
    rows = list(pupils)
    for row in rows:
        row.apart = ""
    children = {row.pk: row for row in rows}.values()
    said = told_apart(Named(p.pk, p.full_name, p.first_name, p.born_on) for p in children)
    for row in rows if said else ():
        row.apart = said.get(row.pk, "")
    return rows


class Enrolment(SchoolOwned):
    """A stretch of days on roll."""

    pupil = school_key(Pupil, on_delete=models.CASCADE, related_name="enrolments")
    status = models.CharField(
        max_length=1, choices=EnrolmentStatus, default=EnrolmentStatus.CURRENT
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_enrolment_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="pupils_enrolment_dates_in_order",
            ),
            ExclusionConstraint(
                name="pupils_enrolment_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil", "starts_on"], name="pupils_enrolment_pupil")
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} to {self.ends_on or 'now'}"


@track_history
class DatedFact(SchoolOwned):
    """Something true of a child from a day to a day: pupil premium, service child, …"""

    pupil = school_key(Pupil, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=12, choices=FactKind)
    #: Why it holds, where that matters (free meals: targeted, expanded or universal).
    basis = models.CharField(max_length=40, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=5, choices=Source, default=Source.HERE)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_datedfact_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="pupils_datedfact_dates_in_order",
            ),
            ExclusionConstraint(
                name="pupils_datedfact_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_datedfact_pupil")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} from {self.starts_on}"


class AttendanceFigure(SchoolOwned):
    """A child's attendance as a roll stated it on a day: per cent of possible sessions."""

    pupil = school_key(Pupil, on_delete=models.CASCADE, related_name="attendance")
    academic_year = models.PositiveSmallIntegerField()
    as_of = models.DateField()
    percent = models.DecimalField(max_digits=4, decimal_places=1)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_attendance_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "as_of"], name="pupils_attendance_day_uniq"
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100), name="pupils_attendance_percent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent} % on {self.as_of}"
