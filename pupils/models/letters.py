"""Letters: the library of templates, letters about a child, and what was sent as it was sent."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.letter_codes import LetterState, LetterThing, LetterTo, SentHow, Translation
from pupils.rules.letters.wording import Wording


@track_history
class Letterhead(SchoolOwned):
    """What stands at the head of a school's letters."""

    address = models.TextField()
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField("e-mail", blank=True)
    website = models.CharField(max_length=100, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="pupils_letterhead_one"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class LetterWording(models.Model):
    """One version of a template; a change makes a new one, and old letters keep theirs."""

    code = models.SlugField(max_length=50)
    number = models.PositiveSmallIntegerField("version")
    title = models.CharField(max_length=100)
    to = models.CharField(max_length=12, choices=LetterTo)
    thing = models.CharField(max_length=10, choices=LetterThing)
    subject = models.CharField(max_length=150)
    body = models.TextField()
    #: Keys of the rules' lists of law and clocks.
    law = models.CharField(max_length=20, blank=True)
    clock = models.CharField(max_length=20, blank=True)
    is_sensitive = models.BooleanField(default=False)
    #: From this version on it is no longer offered, or the one below it is again.
    is_withdrawn = models.BooleanField(default=False)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True

    @property
    def wording(self) -> Wording:
        """The version as the rules know it."""
        return Wording(
            self.code, self.title, self.to, self.thing, self.subject, self.body,
            self.law, self.clock, self.is_sensitive,
        )  # fmt: skip


class FederationLetter(FederationOwned, LetterWording):
    """A federation's version of a template; about no child."""

    seen_by_each_school = True

    class Meta:
        ordering = ["code", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "code", "number"], name="pupils_federationletter_uniq"
            )
        ]

    def __str__(self) -> str:
        return self.title


class SchoolLetter(SchoolOwned, LetterWording):
    """A school's own version of a template, which it uses instead; about no child."""

    class Meta(SchoolOwned.Meta):
        ordering = ["code", "-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "code", "number"], name="pupils_schoolletter_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class KnownTranslation(FederationOwned):
    """A template's paragraph in another language, with placeholders instead of a child's facts."""

    seen_by_each_school = True

    language = models.CharField(max_length=3, choices=Translation)
    #: SHA-256 of the English paragraph of the template.
    source_digest = models.CharField(max_length=64)
    text = models.TextField()
    is_checked = models.BooleanField(default=False)
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "language", "source_digest"],
                name="pupils_knowntranslation_uniq",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class LetterQuerySet(SensitiveQuerySet):
    def sent(self):
        """Letters that left the school."""
        return self.filter(state=LetterState.SENT)


@track_history
class Letter(SchoolOwned):
    """A letter about one child to one address: written, then sent, and never changed after that."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="letters")
    #: The same for letters that were begun together.
    batch = models.UUIDField()
    template_code = models.CharField(max_length=50)
    template_title = models.CharField(max_length=100)
    #: "Library, edition 1", "Federation, version 2", "This school, version 3".
    template_version = models.CharField(max_length=40)
    to = models.CharField("goes to", max_length=12, choices=LetterTo)
    thing = models.CharField(max_length=10, choices=LetterThing)
    #: Whom of the family it is for; others at the same address stand in `with_contacts`.
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    with_contacts = ArrayField(models.UUIDField(), default=list, blank=True)
    to_name = models.CharField("addressee", max_length=200)
    to_address = models.TextField("address", blank=True)
    to_email = models.EmailField("e-mail", blank=True)
    on = models.DateField("date of the letter")
    subject = models.CharField(max_length=200)
    body = models.TextField("words")
    #: {placeholder: what was put in its place}: finds a template's paragraphs again.
    values = models.JSONField(default=dict)
    sensitivity = sensitivity_field()
    citation = models.CharField(max_length=300, blank=True)
    #: The rule and version of the child's own date: "annual_review.meeting_clock, version 1".
    rule = models.CharField(max_length=100, blank=True)
    due_on = models.DateField("the child's own date", null=True, blank=True)
    language = models.CharField(max_length=3, choices=Translation, blank=True)
    #: Who read the translation against the English; empty: nobody yet.
    checked_by = models.CharField("translation checked by", max_length=150, blank=True)
    checked_on = models.DateField("translation checked on", null=True, blank=True)
    signed_by = models.CharField("signed by", max_length=150)
    signed_as = models.CharField("as", max_length=100, blank=True)
    state = models.CharField(max_length=7, choices=LetterState, default=LetterState.DRAFT)
    written_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now())

    objects = LetterQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_letter_pupil_same_school"),
            SameSchool("contact", name="pupils_letter_contact_same_school"),
            models.CheckConstraint(
                condition=Q(checked_by="", checked_on=None)
                | (~Q(checked_by="") & Q(checked_on__isnull=False) & ~Q(language="")),
                name="pupils_letter_checked_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_letter_pupil"),
            models.Index(fields=["school", "batch"], name="pupils_letter_batch"),
            models.Index(fields=["school", "state", "-on"], name="pupils_letter_register"),
            models.Index(fields=["school", "contact"], name="pupils_letter_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.state == LetterState.DRAFT


class TranslatedParagraph(SchoolOwned):
    """A paragraph of a letter in another language, beside the English it was made from."""

    letter = school_key(Letter, on_delete=models.CASCADE, related_name="translations")
    place = models.PositiveSmallIntegerField()
    source = models.TextField("the English it was made from")
    text = models.TextField("translation")

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("letter", name="pupils_translatedparagraph_letter_same_school"),
            models.UniqueConstraint(
                fields=["school", "letter", "place"], name="pupils_translatedparagraph_place_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SentLetter(SchoolOwned):
    """A letter as it left: the pages, their hash, who sent it, when, how and to whom."""

    append_only = True

    letter = school_key(Letter, on_delete=models.CASCADE, related_name="sendings")
    how = models.CharField(max_length=5, choices=SentHow)
    #: The day on which it was posted, given or mailed.
    gone_on = models.DateField()
    to_name = models.CharField(max_length=200)
    to_address = models.TextField(blank=True)
    to_email = models.EmailField(blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    pdf = models.BinaryField()
    #: SHA-256 of the PDF, in hex.
    digest = models.CharField(max_length=64)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    #: The entry of the contact log that says that it went.
    talk = school_key("pupils.Talk", null=True, blank=True, related_name="+")
    #: The link that an e-mail carried: behind it the same pages can be had.
    ask = school_key("pupils.ContributionRequest", null=True, blank=True, related_name="+")

    class Meta(SchoolOwned.Meta):
        ordering = ["-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("letter", name="pupils_sentletter_letter_same_school"),
            SameSchool("talk", name="pupils_sentletter_talk_same_school"),
            SameSchool("ask", name="pupils_sentletter_ask_same_school"),
        ]
        indexes = [
            models.Index(fields=["school", "letter"], name="pupils_sentletter_letter"),
            models.Index(fields=["school", "talk"], name="pupils_sentletter_talk"),
            models.Index(fields=["school", "ask"], name="pupils_sentletter_ask"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
