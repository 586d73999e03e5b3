"""Who agreed to what: the text as it was shown, who is asked, and every answer."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import sensitivity_field
from pupils.agreement_codes import AgreedHow, AgreementState, AgreementStep, Asked, Choice
from pupils.models.secret_links import OpenedByCode


class AgreementText(SchoolOwned):
    """One version of a plan or minutes as it is shown to those who are asked: a kept copy."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    #: Which registered kind of text (`pupils.agreeing`), and its row.
    kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    #: Counts the copies of one text from 1.
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=150)
    #: In order: [{"heading", "text"}].
    parts = models.JSONField()
    #: SHA-256 of title and parts, in hex.
    digest = models.CharField(max_length=64)
    sensitivity = sensitivity_field()
    #: False: only words were tidied, and what was said to the version before still holds.
    needs_agreement = models.BooleanField(default=True)
    #: Who settles what people want changed.
    owner = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        ordering = ["-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_agreementtext_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "kind", "subject_id", "number"],
                name="pupils_agreementtext_number_uniq",
            ),
            models.CheckConstraint(
                condition=Q(number__gt=1) | Q(needs_agreement=True),
                name="pupils_agreementtext_first_is_asked",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_agreementtext_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history(exclude=("draft", "code_hash"))
class AgreementAsk(OpenedByCode, SchoolOwned):
    """One person who is asked to agree to one version, by a day."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    text = school_key(AgreementText, on_delete=models.CASCADE, related_name="asks")
    asked = models.CharField("as whom", max_length=7, choices=Asked)
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    user = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField("who is asked", max_length=150)
    role = models.CharField("as what", max_length=100, blank=True)
    #: Empty: on paper or in person.
    email = models.EmailField(blank=True)
    #: Somebody has looked that the text says nothing which has to stay out for this person.
    is_checked = models.BooleanField("the text was checked", default=False)
    due_on = models.DateField()
    expires_on = models.DateField()
    state = models.CharField(max_length=9, choices=AgreementState, default=AgreementState.OPEN)
    asked_on = models.DateField()
    asked_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    reminded_on = models.DateField(null=True, blank=True)
    #: What the person has chosen and written so far: {"choice", "words"}.
    draft = models.JSONField(default=dict, blank=True)
    draft_at = models.DateTimeField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["asked", "name", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_agreementask_pupil_same_school"),
            SameSchool("text", name="pupils_agreementask_text_same_school"),
            SameSchool("contact", name="pupils_agreementask_contact_same_school"),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("due_on"), due_on__gte=F("asked_on")),
                name="pupils_agreementask_dates_in_order",
            ),
            models.CheckConstraint(
                condition=(Q(asked=Asked.STAFF) & Q(user__isnull=False))
                | (~Q(asked=Asked.STAFF) & Q(user=None)),
                name="pupils_agreementask_staff_has_user",
            ),
            # Pressed twice, a person is asked once about a version.
            models.UniqueConstraint(
                fields=["school", "text", "asked", "name"],
                condition=~Q(state=AgreementState.CANCELLED),
                name="pupils_agreementask_once",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_agreementask_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_agreementask_contact"),
            models.Index(
                fields=["school", "due_on"],
                condition=Q(state=AgreementState.OPEN),
                name="pupils_agreementask_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether an answer is still awaited."""
        return self.state == AgreementState.OPEN


class AgreementAnswer(SchoolOwned):
    """What one person said to one version. Never edited: who thinks again answers again."""

    ask = school_key(AgreementAsk, on_delete=models.CASCADE, related_name="answers")
    choice = models.CharField(max_length=7, choices=Choice)
    words = models.TextField(blank=True)
    how = models.CharField(max_length=9, choices=AgreedHow)
    #: The day on the paper, or of the talk; the day of the answer by link.
    given_on = models.DateField()
    given_at = models.DateTimeField()
    #: Of the text that was shown.
    digest = models.CharField(max_length=64)
    signed = school_key(
        "pupils.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    #: None: the person themselves, by link.
    recorded_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("ask", name="pupils_agreementanswer_ask_same_school"),
            SameSchool("signed", name="pupils_agreementanswer_signed_same_school"),
            models.CheckConstraint(
                condition=Q(choice=Choice.AGREE) | ~Q(words=""),
                name="pupils_agreementanswer_says_what",
            ),
            models.CheckConstraint(
                condition=Q(how=AgreedHow.LINK, recorded_by=None)
                | (~Q(how=AgreedHow.LINK) & Q(recorded_by__isnull=False)),
                name="pupils_agreementanswer_recorded_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "ask"], name="pupils_agreementanswer_ask"),
            models.Index(fields=["school", "signed"], name="pupils_agreementanswer_signed"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AgreementNote(SchoolOwned):
    """What happened to a request to agree, and when: the log that proves asking."""

    append_only = True

    ask = school_key(AgreementAsk, on_delete=models.CASCADE, related_name="notes")
    step = models.CharField(max_length=10, choices=AgreementStep)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("ask", name="pupils_agreementnote_ask_same_school"),
        ]
        indexes = [models.Index(fields=["school", "ask"], name="pupils_agreementnote_ask")]

    def __str__(self) -> str:
        return f"{self.step} {self.ask_id}"
