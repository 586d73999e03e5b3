"""Parents, carers and other adults, their homes, and what courts have laid down."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import Source
from pupils.family_codes import Channel, Language, OrderKind, Withheld


@track_history
class Home(SchoolOwned):
    """One of the homes in a child's life; most children have one, some two."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="homes")
    name = models.CharField(max_length=60, help_text="Mum's, Dad's, Grandma's")
    address = models.TextField(blank=True)
    #: When the child is there, in words: "Every other weekend".
    child_is_there = models.CharField(max_length=120, blank=True)
    withheld = models.CharField(
        "address is withheld from", max_length=9, choices=Withheld, default=Withheld.NOBODY
    )
    withheld_why = models.CharField("why, and where that is written", max_length=300, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_home_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(withheld=Withheld.NOBODY) | ~Q(withheld_why=""),
                name="pupils_home_withheld_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_home_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class Contact(SchoolOwned):
    """A parent, carer or other adult in a child's life."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=150)
    relationship = models.CharField(max_length=60, blank=True)
    #: None when nobody has said.
    has_parental_responsibility = models.BooleanField(null=True, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    priority = models.PositiveSmallIntegerField(default=1)
    home = school_key(Home, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    language = models.CharField(max_length=60, blank=True)
    interpreter = models.CharField(max_length=6, choices=Language, blank=True)
    preferred_channel = models.CharField(max_length=9, choices=Channel, blank=True)
    #: None when nobody has said: then the child is not handed over.
    may_collect = models.BooleanField(null=True, blank=True)
    #: None when nobody has said: then parental responsibility decides.
    receives_letters = models.BooleanField(null=True, blank=True)
    source = models.CharField(max_length=5, choices=Source, default=Source.HERE)

    class Meta(SchoolOwned.Meta):
        ordering = ["priority", "name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_contact_pupil_same_school"),
            SameSchool("home", name="pupils_contact_home_same_school"),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_contact_pupil")]

    def __str__(self) -> str:
        return str(self.pk)  # never a name in a log


class AddressWithheld(SchoolOwned):
    """A person who may not learn the address of a home."""

    home = school_key(Home, on_delete=models.CASCADE, related_name="withheld_from")
    contact = school_key(Contact, on_delete=models.CASCADE, related_name="addresses_withheld")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("home", name="pupils_addresswithheld_home_same_school"),
            SameSchool("contact", name="pupils_addresswithheld_contact_same_school"),
            models.UniqueConstraint(
                fields=["school", "home", "contact"], name="pupils_addresswithheld_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class ContactOrder(SchoolOwned):
    """A court order, or a written agreement, about one contact and the child."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="contact_orders")
    contact = school_key(Contact, on_delete=models.CASCADE, related_name="orders")
    kind = models.CharField(max_length=15, choices=OrderKind)
    #: What it means for the school, beyond what its kind always means.
    stops_contact = models.BooleanField("no contact with the child", default=False)
    stops_information = models.BooleanField("is told nothing about the child", default=False)
    shares_responsibility = models.BooleanField("acts as a parent", default=False)
    says = models.TextField("what it says, in a sentence", blank=True)
    starts_on = models.DateField()
    #: The last day on which it holds; None: until somebody ends it.
    ends_on = models.DateField(null=True, blank=True)
    evidence = models.CharField("where the evidence is", max_length=200)

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_contactorder_pupil_same_school"),
            SameSchool("contact", name="pupils_contactorder_contact_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="pupils_contactorder_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(evidence=""), name="pupils_contactorder_has_evidence"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_contactorder_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_contactorder_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
