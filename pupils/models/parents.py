"""A page for each parent about their child, behind a secret address; what is shared on it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.models.secret_links import OpenedByCode, SecretAddress
from pupils.parent_codes import PageScope, PageStep, PageStop


@track_history(
    exclude=("told", "last_read_at", "code_hash", "code_sent_at", "codes_sent", "wrong_codes")
)
class ParentPage(OpenedByCode, SchoolOwned):
    """One adult's page about one child: bound to one address, for a time, until it is stopped."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="parent_pages")
    #: Empty once somebody took the person off the record: the log of the page stays.
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="pages"
    )
    #: Where links and codes go; another address of the contact makes the page useless.
    email = models.EmailField()
    scope = models.CharField(max_length=7, choices=PageScope, default=PageScope.WHOLE)
    made_on = models.DateField()
    made_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    #: The last day on which it can be read; sending again sets a new one.
    expires_on = models.DateField()
    last_read_at = models.DateTimeField(null=True, blank=True)
    #: Keys of the stages that this person has been told of, and the day of the last such e-mail.
    told = models.JSONField(default=list, blank=True)
    told_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    stopped_why = models.CharField(max_length=5, choices=PageStop, blank=True)
    stopped_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["made_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_parentpage_pupil_same_school"),
            SameSchool("contact", name="pupils_parentpage_contact_same_school"),
            # Pressed twice, a person has one page.
            models.UniqueConstraint(
                fields=["school", "contact"],
                condition=Q(stopped_on=None),
                name="pupils_parentpage_one_live",
            ),
            models.CheckConstraint(
                condition=Q(stopped_on=None, stopped_why="", stopped_by=None)
                | (Q(stopped_on__isnull=False) & ~Q(stopped_why="")),
                name="pupils_parentpage_stopped_pair",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("sent_on")),
                name="pupils_parentpage_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_parentpage_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_parentpage_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_live(self) -> bool:
        """Whether nobody and no rule has stopped it."""
        return self.stopped_on is None

    @property
    def is_whole(self) -> bool:
        """Whether it shows more than meetings to book."""
        return self.scope == PageScope.WHOLE


class ParentPageLink(SecretAddress):
    """A secret address of a parent's page."""

    leads_to = "page_id"

    page_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["school", "page_id"], name="pupils_parentpagelink_of")]


class ParentPageNote(SchoolOwned):
    """What happened to a parent's page and when; it can never be changed."""

    append_only = True

    page = school_key(ParentPage, on_delete=models.CASCADE, related_name="notes")
    step = models.CharField(max_length=10, choices=PageStep)
    email = models.EmailField(blank=True)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("page", name="pupils_parentpagenote_page_same_school"),
        ]
        indexes = [models.Index(fields=["school", "page"], name="pupils_parentpagenote_of")]

    def __str__(self) -> str:
        return f"{self.step} {self.page_id}"


@track_history
class SharedPaper(SchoolOwned):
    """A document that one person may open from their page, until somebody takes it back."""

    page = school_key(ParentPage, on_delete=models.CASCADE, related_name="papers")
    document = school_key("pupils.Document", on_delete=models.CASCADE, related_name="shared")
    shared_on = models.DateField()
    shared_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-shared_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("page", name="pupils_sharedpaper_page_same_school"),
            SameSchool("document", name="pupils_sharedpaper_document_same_school"),
            models.UniqueConstraint(
                fields=["school", "page", "document"],
                condition=Q(ended_on=None),
                name="pupils_sharedpaper_once",
            ),
        ]
        indexes = [models.Index(fields=["school", "document"], name="pupils_sharedpaper_document")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class StageHold(SchoolOwned):
    """While the row is there, nobody is sent e-mails about the stages of a child."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="stage_holds")
    held_on = models.DateField()
    held_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_stagehold_pupil_same_school"),
            models.UniqueConstraint(fields=["school", "pupil"], name="pupils_stagehold_one"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
