"""Extra fields in two layers: a federation's, the same everywhere, and a school's own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.field_codes import COLUMN, LONGEST_NAME, LONGEST_TEXT, FieldKind, Filled


class ExtraField(models.Model):
    """A field that somebody defined: it is retired, never deleted."""

    name = models.CharField(max_length=LONGEST_NAME)
    kind = models.CharField("what stands in it", max_length=8, choices=FieldKind)
    #: What may be chosen; an option that is taken away stays where it was chosen.
    options = ArrayField(models.CharField(max_length=LONGEST_NAME), default=list, blank=True)
    help_text = models.CharField("what to write", max_length=200, blank=True)
    sensitivity = sensitivity_field()
    place = models.PositiveSmallIntegerField(default=0)
    in_lists = models.BooleanField("a column and filter of the lists of children", default=False)
    in_class_table = models.BooleanField("a column of the class table", default=True)
    is_retired = models.BooleanField("no longer used", default=False)

    class Meta:
        abstract = True


class FederationField(FederationOwned, ExtraField):
    """A field that is the same in every school, so that its totals add up; about no child."""

    seen_by_each_school = True

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(
                "federation", Lower("name"), name="pupils_federationfield_name_uniq"
            ),
            models.CheckConstraint(
                condition=~Q(kind=FieldKind.OPTION) | Q(options__len__gt=0),
                name="pupils_federationfield_has_options",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SchoolField(SchoolOwned, ExtraField):
    """A school's own field."""

    class Meta(SchoolOwned.Meta):
        ordering = ["place", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint("school", Lower("name"), name="pupils_schoolfield_name_uniq"),
            models.CheckConstraint(
                condition=~Q(kind=FieldKind.OPTION) | Q(options__len__gt=0),
                name="pupils_schoolfield_has_options",
            ),
        ]

    def __str__(self) -> str:
        return self.name


def _in_one_column() -> Q:
    """Each value stands in the column of its kind and in no other."""
    empty = {"text": Q(text=""), "option": Q(option="")}
    by_column = {name: empty.get(name, Q(**{f"{name}__isnull": True})) for name in COLUMN.values()}
    found = Q(pk=None)
    for filled in by_column:
        one = ~by_column[filled] if filled in empty else Q(**{f"{filled}__isnull": False})
        for other in by_column:
            one &= by_column[other] if other != filled else Q()
        found |= one
    return found


@track_history
class FieldValue(SchoolOwned):
    """What one child's field says; one from another school has a title and no field here."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="field_values")
    shared_field = models.ForeignKey(
        FederationField, on_delete=models.PROTECT, null=True, blank=True, related_name="values"
    )
    own_field = school_key(
        SchoolField, on_delete=models.PROTECT, null=True, blank=True, related_name="values"
    )
    #: The field's name and who may read it, which go with the child to another school.
    title = models.CharField("field", max_length=LONGEST_NAME)
    sensitivity = sensitivity_field()
    text = models.TextField("words", max_length=LONGEST_TEXT, blank=True)
    number = models.IntegerField(null=True, blank=True)
    day = models.DateField("date", null=True, blank=True)
    is_yes = models.BooleanField("yes or no", null=True, blank=True)
    option = models.CharField("chosen", max_length=LONGEST_NAME, blank=True)
    filled_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    filled_on = models.DateField()

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_fieldvalue_pupil_same_school"),
            SameSchool("own_field", name="pupils_fieldvalue_field_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "shared_field"],
                condition=Q(shared_field__isnull=False),
                name="pupils_fieldvalue_shared_once",
            ),
            models.UniqueConstraint(
                fields=["school", "pupil", "own_field"],
                condition=Q(own_field__isnull=False),
                name="pupils_fieldvalue_own_once",
            ),
            models.CheckConstraint(
                condition=Q(shared_field=None) | Q(own_field=None),
                name="pupils_fieldvalue_one_field",
            ),
            models.CheckConstraint(condition=_in_one_column(), name="pupils_fieldvalue_one_kind"),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_fieldvalue_pupil"),
            models.Index(fields=["school", "shared_field"], name="pupils_fieldvalue_shared"),
            models.Index(fields=["school", "own_field"], name="pupils_fieldvalue_own"),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never a word about a child in a log

    @property
    def value(self) -> Filled:
        """What it says, whatever its kind."""
        found = (getattr(self, column) for column in COLUMN.values())
        return next((value for value in found if value is not None and value != ""), None)

    @property
    def field_key(self):
        """The key of its field, of either layer; None where it came from another school."""
        return self.shared_field_id or self.own_field_id
