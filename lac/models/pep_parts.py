"""What a plan consists of: parts with an owner, answers in somebody's words, shared targets."""

from django.db import models
from django.db.models import Q

from aylsham.codes import Sensitivity
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import sensitivity_field
from lac.models.people import CarePerson
from lac.models.pep import Pep
from lac.pep_codes import PartOwner, PartState, TargetSort, TargetTerm, Whose
from lac.pep_parts import KEYS


@track_history
class PepPart(SchoolOwned):
    """One of the parts of a plan: who writes it, and how far it is."""

    pep = school_key(Pep, on_delete=models.CASCADE, related_name="parts")
    key = models.CharField("part", max_length=10, choices=KEYS)
    owner = models.CharField("who writes it", max_length=10, choices=PartOwner)
    #: At most one of these names the person.
    owner_user = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner_person = school_key(
        CarePerson, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    owner_contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=10, choices=PartState, default=PartState.TO_DO)
    not_needed_why = models.CharField("why it is not needed", max_length=200, blank=True)
    #: By when whoever has it is asked to write.
    due_on = models.DateField("asked for by", null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: The request by link, where one was sent.
    ask = school_key(
        "pupils.ContributionRequest",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            *(
                SameSchool(name, name=f"lac_peppart_{name}_same_school")
                for name in ("pep", "owner_person", "owner_contact", "ask")
            ),
            models.UniqueConstraint(fields=["school", "pep", "key"], name="lac_peppart_one"),
            models.CheckConstraint(
                condition=Q(owner_user=None, owner_person=None)
                | Q(owner_user=None, owner_contact=None)
                | Q(owner_person=None, owner_contact=None),
                name="lac_peppart_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(state="not_needed") & ~Q(not_needed_why="")
                | ~Q(state="not_needed") & Q(not_needed_why=""),
                name="lac_peppart_not_needed_why",
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | ~Q(state="done") & Q(done_on=None, done_by=None),
                name="lac_peppart_done_pair",
            ),
        ]
        indexes = [models.Index(fields=["school", "owner_user"], name="lac_peppart_user")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PepAnswer(SchoolOwned):
    """What somebody said to one question of a part, in their words."""

    part = school_key(PepPart, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=12)
    text = models.TextField()
    whose = models.CharField("in whose words", max_length=7, choices=Whose)
    #: Who said it, where it came from outside or was written down for somebody.
    said_by = models.CharField("who said it", max_length=150, blank=True)
    said_on = models.DateField("said on")
    sensitivity = sensitivity_field(default=Sensitivity.SENSITIVE)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("part", name="lac_pepanswer_part_same_school"),
            models.UniqueConstraint(
                fields=["school", "part", "question"], name="lac_pepanswer_one"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="lac_pepanswer_says_something"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PepTarget(SchoolOwned):
    """A target of the child stands in a plan too: one target, never a copy."""

    pep = school_key(Pep, on_delete=models.CASCADE, related_name="targets")
    target = school_key("provision.Target", on_delete=models.CASCADE, related_name="+")
    sort = models.CharField("what it is about", max_length=11, choices=TargetSort)
    term = models.CharField("how long", max_length=5, choices=TargetTerm)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pep", name="lac_peptarget_pep_same_school"),
            SameSchool("target", name="lac_peptarget_target_same_school"),
            models.UniqueConstraint(fields=["school", "pep", "target"], name="lac_peptarget_one"),
        ]
        indexes = [models.Index(fields=["school", "target"], name="lac_peptarget_target")]

    def __str__(self) -> str:
        return str(self.pk)
