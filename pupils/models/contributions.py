"""Views and advice: asked for by a link without an account, or typed in here."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.models import Owes
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import sensitivity_field
from pupils.family_codes import AskKind, AskState, AskStep, GivenHow
from pupils.models.secret_links import OpenedByCode, SecretAddress


@track_history(exclude=("draft", "code_hash", "files_tried"))
class ContributionRequest(OpenedByCode, SchoolOwned):
    """A request to one named person to answer some questions about a child by a day."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="asks")
    kind = models.CharField(max_length=12, choices=AskKind)
    #: A contact of the child, or a professional by name.
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="asks"
    )
    #: The plan for a move whose receiving teacher is asked.
    move_plan = school_key(
        "pupils.MovePlan", on_delete=models.CASCADE, null=True, blank=True, related_name="asks"
    )
    name = models.CharField("who is asked", max_length=150)
    role = models.CharField("as what", max_length=100, blank=True)
    email = models.EmailField()
    owed_by = models.CharField(max_length=6, choices=Owes, default=Owes.PARENT)
    shows_first_name = models.BooleanField("says the child's first name", default=False)
    message = models.TextField(blank=True)
    #: Somebody has looked that the message says nothing which has to stay out for this person.
    is_checked = models.BooleanField("the message was checked", default=False)
    #: The questions as they were asked: [{"key", "label", "hint"}].
    questions = models.JSONField(default=list)
    due_on = models.DateField()
    expires_on = models.DateField()
    state = models.CharField(max_length=9, choices=AskState, default=AskState.OPEN)
    asked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_on = models.DateField()
    #: The last day on which the person was reminded, sent a new link, or held back.
    reminded_on = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: What the person has written so far, by the key of the question; emptied by sending.
    draft = models.JSONField(default=dict, blank=True)
    draft_at = models.DateTimeField(null=True, blank=True)
    #: Files that were sent in, also those that were refused.
    files_tried = models.PositiveSmallIntegerField(default=0)

    class Meta(SchoolOwned.Meta):
        ordering = ["due_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_ask_pupil_same_school"),
            SameSchool("contact", name="pupils_ask_contact_same_school"),
            SameSchool("move_plan", name="pupils_ask_move_plan_same_school"),
            models.CheckConstraint(
                condition=Q(kind=AskKind.NOT_KNOWN, move_plan__isnull=False)
                | (~Q(kind=AskKind.NOT_KNOWN) & Q(move_plan=None)),
                name="pupils_ask_not_known_has_plan",
            ),
            # Pressed twice, the receiving teacher is asked once.
            models.UniqueConstraint(
                fields=["school", "move_plan"],
                condition=Q(state=AskState.OPEN, move_plan__isnull=False),
                name="pupils_ask_one_about_a_move",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("due_on")), name="pupils_ask_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state=AskState.OPEN, answered_at=None, cancelled_at=None)
                | Q(state=AskState.ANSWERED, answered_at__isnull=False, cancelled_at=None)
                | Q(state=AskState.CANCELLED, answered_at=None, cancelled_at__isnull=False),
                name="pupils_ask_state_has_time",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_ask_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_ask_contact"),
            models.Index(
                fields=["school", "due_on"],
                condition=Q(state=AskState.OPEN),
                name="pupils_ask_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether an answer is still awaited."""
        return self.state == AskState.OPEN


class ContributionFile(SchoolOwned):
    """A file that an invited person adds to an answer: checked when it comes, filed by sending."""

    ask = school_key(ContributionRequest, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    #: The file as it came; emptied when it is filed or taken away.
    content = models.BinaryField(null=True)
    added_at = models.DateTimeField(db_default=Now())
    document = school_key(
        "pupils.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("ask", name="pupils_contributionfile_ask_same_school"),
            SameSchool("document", name="pupils_contributionfile_document_same_school"),
            # The same file twice: a second press of the button.
            models.UniqueConstraint(
                fields=["school", "ask", "digest"], name="pupils_contributionfile_uniq"
            ),
        ]
        indexes = [models.Index(fields=["school", "document"], name="pupils_contributionfile_doc")]

    def __str__(self) -> str:
        return str(self.pk)


class ContributionNote(SchoolOwned):
    """What happened to a request and when: the log that proves asking."""

    append_only = True

    ask = school_key(ContributionRequest, on_delete=models.CASCADE, related_name="notes")
    step = models.CharField(max_length=11, choices=AskStep)
    #: The address that it was sent to.
    email = models.EmailField(blank=True)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("ask", name="pupils_contributionnote_ask_same_school"),
        ]
        indexes = [models.Index(fields=["school", "ask"], name="pupils_contributionnote_ask")]

    def __str__(self) -> str:
        return f"{self.step} {self.ask_id}"


class ContributionLink(SecretAddress):
    """A secret address of a request."""

    leads_to = "ask_id"

    ask_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["school", "ask_id"], name="pupils_contributionlink_ask")]


@track_history
class Voice(SchoolOwned):
    """Views of a child or parent, or a professional's advice: their own words, dated."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="voices")
    kind = models.CharField(max_length=12, choices=AskKind)
    given_on = models.DateField()
    given_how = models.CharField(max_length=9, choices=GivenHow)
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="voices"
    )
    said_by = models.CharField("whose words", max_length=150)
    role = models.CharField("as what", max_length=100, blank=True)
    helper = models.CharField("who helped", max_length=150, blank=True)
    #: [{"question": …, "answer": …}], kept exactly as written.
    answers = models.JSONField(default=list)
    sensitivity = sensitivity_field()
    ask = school_key(
        ContributionRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="voices"
    )
    recorded_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["-given_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_voice_pupil_same_school"),
            SameSchool("contact", name="pupils_voice_contact_same_school"),
            SameSchool("ask", name="pupils_voice_ask_same_school"),
            # However often "Send" is pressed, one request has one answer.
            models.UniqueConstraint(
                fields=["school", "ask"],
                condition=Q(ask__isnull=False),
                name="pupils_voice_ask_uniq",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil", "-given_on"], name="pupils_voice_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_voice_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
