"""A child's passport: its own texts, its versions, its check. Needs and strategies stay theirs."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.identifiers import uuid7
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.codes import PassportPart, PassportState
from pupils.models.strategies import Written


@track_history
class Passport(SchoolOwned):
    """One child's passport: how far it is, and when it was last found true."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="passports")
    state = models.CharField(max_length=9, choices=PassportState, default=PassportState.DRAFT)
    sent_on = models.DateField("sent for checking on", null=True, blank=True)
    sent_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_on = models.DateField("first published on", null=True, blank=True)
    published_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: When somebody last said that the passport's own texts are still true.
    confirmed_on = models.DateField("last found still true on", null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    #: Adults must have read this version or a later one.
    must_read_from = models.PositiveIntegerField(default=1)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_passport_pupil_same_school"),
            models.UniqueConstraint(fields=["school", "pupil"], name="pupils_passport_uniq"),
            models.CheckConstraint(
                condition=Q(state=PassportState.PUBLISHED, published_on__isnull=False)
                | (~Q(state=PassportState.PUBLISHED) & Q(published_on=None)),
                name="pupils_passport_published_on",
            ),
            models.CheckConstraint(
                condition=~Q(state=PassportState.CHECKING) | Q(sent_on__isnull=False),
                name="pupils_passport_sent_on",
            ),
            models.CheckConstraint(
                condition=~Q(state=PassportState.PUBLISHED) | Q(confirmed_on__isnull=False),
                name="pupils_passport_confirmed_on",
            ),
        ]
        indexes = [models.Index(fields=["school", "state"], name="pupils_passport_state")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PassportText(Written):
    """What one part of a passport says to the readers of one sensitivity."""

    NAMED_AS = "text"
    passport = school_key(Passport, on_delete=models.CASCADE, related_name="texts")
    part = models.CharField(max_length=8, choices=PassportPart)

    class Meta(Written.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("passport", name="pupils_passporttext_passport_same_school"),
            models.UniqueConstraint(
                fields=["school", "passport", "part", "sensitivity"],
                name="pupils_passporttext_uniq",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class AsideText(SchoolOwned):
    """Words that somebody typed into a line that a colleague had changed: kept until settled."""

    passport = school_key(Passport, on_delete=models.CASCADE, related_name="asides")
    #: The line as an editor's page names it: a part, or the id of a strategy.
    line = models.CharField(max_length=60)
    text = models.TextField()
    sensitivity = sensitivity_field()
    sitting = models.UUIDField(default=uuid7)
    written_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("passport", name="pupils_asidetext_passport_same_school"),
            models.UniqueConstraint(
                fields=["school", "passport", "line", "sitting"],
                condition=Q(settled_at=None),
                name="pupils_asidetext_one_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PassportSymbol(SchoolOwned):
    """The picture that a child or an adult chose for one line of a passport."""

    passport = school_key(Passport, on_delete=models.CASCADE, related_name="symbols")
    #: The line as an editor's page names it.
    line = models.CharField(max_length=60)
    symbol = models.CharField(max_length=20)
    chosen_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("passport", name="pupils_passportsymbol_passport_same_school"),
            models.UniqueConstraint(
                fields=["school", "passport", "line"], name="pupils_passportsymbol_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.symbol


class PassportVersion(SchoolOwned):
    """A published passport as it stood after one person's sitting, word for word."""

    passport = school_key(Passport, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    #: [{"line", "part", "label", "text", "sensitivity"}], each line cut where it is read.
    content = models.JSONField()
    made_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    #: When its words were last saved, by the real clock, which the demonstration does not shift.
    written_at = models.DateTimeField(db_default=Now())
    #: Drawn into the list that the SENDCo or a phase leader looks through.
    is_sampled = models.BooleanField(default=False)
    seen_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("passport", name="pupils_passportversion_passport_same_school"),
            models.UniqueConstraint(
                fields=["school", "passport", "number"], name="pupils_passportversion_uniq"
            ),
            models.CheckConstraint(
                condition=Q(seen_by=None, seen_at=None)
                | Q(seen_by__isnull=False, seen_at__isnull=False),
                name="pupils_passportversion_seen_pair",
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "changed_at"],
                condition=Q(is_sampled=True, seen_at=None),
                name="pupils_passportversion_sample",
            )
        ]

    def __str__(self) -> str:
        return f"version {self.number}"


@track_history
class PassportComment(SchoolOwned):
    """What the checker asks of one part, or of the whole, when a passport is sent back."""

    passport = school_key(Passport, on_delete=models.CASCADE, related_name="comments")
    #: Empty: the whole passport.
    part = models.CharField(max_length=8, blank=True)
    text = models.TextField()
    written_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["written_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("passport", name="pupils_passportcomment_passport_same_school"),
            models.CheckConstraint(condition=~Q(text=""), name="pupils_passportcomment_says"),
        ]
        indexes = [models.Index(fields=["school", "passport"], name="pupils_passportcomment_of")]

    def __str__(self) -> str:
        return str(self.pk)


class PassportPrint(SchoolOwned):
    """The passports of a class as one PDF, for the person who asked; kept for a day."""

    class_group = school_key("pupils.ClassGroup", on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    is_large = models.BooleanField("large print", default=False)
    #: Ids of the children, as the asker may see them.
    pupil_ids = models.JSONField(default=list)
    #: Ids of the children whose passport takes more than one side.
    long_ids = models.JSONField(default=list)
    #: By the id of a child: the characters that no font of ours can print.
    unprintable = models.JSONField(default=dict)
    pages = models.PositiveSmallIntegerField(default=0)
    pdf = models.BinaryField(null=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("class_group", name="pupils_passportprint_class_same_school"),
        ]
        indexes = [models.Index(fields=["school", "asked_at"], name="pupils_passportprint_at")]

    def __str__(self) -> str:
        return str(self.pk)
