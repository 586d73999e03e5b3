"""Requests for what a school keeps about a child: the case, its items, what was given."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.models.secret_links import OpenedByCode, SecretAddress
from pupils.request_codes import (
    GROUND_CHOICES,
    AskerKind,
    ChildVoice,
    Decision,
    HandedHow,
    Outcome,
    RequestKind,
)


class RecordsRequestQuerySet(models.QuerySet):
    def open(self):
        """Neither answered nor withdrawn."""
        return self.filter(answered_on=None)


@track_history
class RecordsRequest(SchoolOwned):
    """Somebody asks for what this school keeps about a child."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="records_requests")
    #: The same for the cases that one request makes at several schools.
    joint_id = models.UUIDField(editable=False)
    kind = models.CharField(max_length=6, choices=RequestKind)
    received_on = models.DateField()
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asker = models.CharField("who asks", max_length=150)
    asker_kind = models.CharField("as what", max_length=6, choices=AskerKind)
    scope = models.TextField("what they ask for", blank=True)
    owner = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    #: The day of the proof; before it a subject access request does not run if proof was asked for.
    identity_on = models.DateField("identity proved on", null=True, blank=True)
    identity_how = models.CharField("how", max_length=200, blank=True)
    identity_asked_on = models.DateField("proof of identity asked for on", null=True, blank=True)
    right_on = models.DateField("right to ask checked on", null=True, blank=True)
    right_how = models.CharField("how it was checked", max_length=200, blank=True)
    child_voice = models.CharField("the child", max_length=7, choices=ChildVoice, blank=True)
    clarify_asked_on = models.DateField("asked what is meant on", null=True, blank=True)
    clarified_on = models.DateField("answered on", null=True, blank=True)
    extended_on = models.DateField("told that it takes longer on", null=True, blank=True)
    extended_why = models.CharField("why it takes longer", max_length=300, blank=True)
    share_why = models.CharField("why it is given against an order", max_length=300, blank=True)
    collected_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    outcome_why = models.TextField("why", blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RecordsRequestQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["received_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_recordsrequest_pupil_same_school"),
            SameSchool("contact", name="pupils_recordsrequest_contact_same_school"),
            models.UniqueConstraint(
                fields=["school", "joint_id"], name="pupils_recordsrequest_one_a_school"
            ),
            models.CheckConstraint(
                condition=Q(identity_on=None, identity_how="")
                | (Q(identity_on__isnull=False) & ~Q(identity_how="")),
                name="pupils_recordsrequest_identity_pair",
            ),
            models.CheckConstraint(
                condition=Q(right_on=None, right_how="")
                | (Q(right_on__isnull=False) & ~Q(right_how="")),
                name="pupils_recordsrequest_right_pair",
            ),
            models.CheckConstraint(
                condition=Q(extended_on=None, extended_why="")
                | (Q(extended_on__isnull=False) & ~Q(extended_why="")),
                name="pupils_recordsrequest_extended_pair",
            ),
            models.CheckConstraint(
                condition=Q(clarified_on=None) | Q(clarified_on__gte=F("clarify_asked_on")),
                name="pupils_recordsrequest_clarified_in_order",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by=None, outcome="")
                | (
                    Q(answered_on__gte=F("received_on"), answered_by__isnull=False) & ~Q(outcome="")
                ),
                name="pupils_recordsrequest_answered_pair",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", Outcome.FULL, Outcome.WITHDRAWN]) | ~Q(outcome_why=""),
                name="pupils_recordsrequest_refusal_has_why",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_recordsrequest_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_recordsrequest_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether the person still waits for an answer."""
        return self.answered_on is None


class RequestItem(SchoolOwned):
    """One thing that was found, and what is decided of it.

    No history rows: words that are handed over for safeguarding must leave it without a trace.
    """

    case = school_key(RecordsRequest, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    part = models.CharField("part of the record", max_length=80)
    title = models.CharField(max_length=200)
    of_on = models.DateField(null=True, blank=True)
    #: Its words; empty for a file whose pages are drawn.
    text = models.TextField(blank=True)
    #: Where it was found: a model's label and the row's id; no id for rows taken together.
    source = models.CharField(max_length=60, editable=False)
    source_id = models.UUIDField(null=True, blank=True, editable=False)
    version = school_key(
        "pupils.DocumentVersion",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    #: Ids of the homes and contacts it is of, or whose address, phone or e-mail stands in it.
    holds = models.JSONField(default=list, blank=True)
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.OPEN)
    ground = models.CharField(max_length=12, choices=GROUND_CHOICES, blank=True)
    reason = models.TextField("note on the decision", blank=True)
    #: Words that are blacked out wherever they stand in it.
    words = models.JSONField("words to black out", default=list, blank=True)
    #: [[page, left, top, right, bottom]], the last four in hundredths of the page.
    boxes = models.JSONField("boxes to black out", default=list, blank=True)
    left_out = models.JSONField("pages to leave out", default=list, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("case", name="pupils_requestitem_case_same_school"),
            SameSchool("version", name="pupils_requestitem_version_same_school"),
            models.UniqueConstraint(
                fields=["school", "case", "number"], name="pupils_requestitem_number_uniq"
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.OPEN, decided_at=None, decided_by=None)
                | (
                    ~Q(decision=Decision.OPEN)
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                name="pupils_requestitem_decided_pair",
            ),
            models.CheckConstraint(
                condition=Q(decision__in=[Decision.OPEN, Decision.DISCLOSE], ground="")
                | (Q(decision__in=[Decision.REDACT, Decision.WITHHOLD]) & ~Q(ground="")),
                name="pupils_requestitem_ground_where_kept_back",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "source_id"], name="pupils_requestitem_source"),
            models.Index(fields=["school", "version"], name="pupils_requestitem_version"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Disclosure(OpenedByCode, SchoolOwned):
    """A bundle as it was made, and how it was handed over: the log of what was given."""

    case = school_key(RecordsRequest, on_delete=models.CASCADE, related_name="disclosures")
    made_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    pages = models.PositiveSmallIntegerField(default=0)
    pdf = models.BinaryField(null=True)
    #: Why there is no bundle: words to be blacked out that are not there.
    problem = models.TextField(blank=True)
    #: [[number, decision, ground, first page]] of every item.
    log = models.JSONField(default=list)
    handed_on = models.DateField(null=True, blank=True)
    handed_how = models.CharField("handed over", max_length=7, choices=HandedHow, blank=True)
    handed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    # By a link without an account: to whom, and until when.
    link_email = models.EmailField(blank=True)
    link_until = models.DateField(null=True, blank=True)
    fetched_at = models.DateTimeField("fetched by the link at", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-made_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("case", name="pupils_disclosure_case_same_school"),
            models.CheckConstraint(
                condition=Q(handed_on=None, handed_how="", handed_by=None)
                | (Q(handed_on__isnull=False, handed_by__isnull=False) & ~Q(handed_how="")),
                name="pupils_disclosure_handed_pair",
            ),
            models.CheckConstraint(
                condition=Q(link_email="", link_until=None)
                | (~Q(link_email="") & Q(link_until__isnull=False, pdf__isnull=False)),
                name="pupils_disclosure_link_pair",
            ),
        ]
        indexes = [models.Index(fields=["school", "case"], name="pupils_disclosure_case")]

    def __str__(self) -> str:
        return str(self.pk)


class RecordsLink(SecretAddress):
    """A secret address of a bundle."""

    leads_to = "disclosure_id"

    disclosure_id = models.UUIDField()
    created_at = None

    class Meta:
        indexes = [models.Index(fields=["school", "disclosure_id"], name="pupils_recordslink_of")]
