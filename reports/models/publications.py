"""Documents that a school must publish, as they were published, for good, and their drafts."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from reports.codes import DOCUMENTS
from reports.publication_codes import OPEN, OUT, PublicationState


def _user() -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


@track_history(exclude=("content", "cover", "job_id"))
class Publication(SchoolOwned):
    """A version of a statutory document: drafted from the record, published by the head."""

    kind = models.CharField(max_length=24, choices=[(each.value, each.label) for each in DOCUMENTS])
    state = models.CharField(max_length=9, choices=PublicationState, default=PublicationState.DRAFT)
    #: What the record says, {heading: [sentences, and tables as dicts]}; about no child.
    content = models.JSONField(default=dict, blank=True)
    #: What the record says for the cover, [[what, words]].
    cover = models.JSONField(default=list, blank=True)
    #: The first day of what it plans; None where it only tells.
    starts_on = models.DateField("first day of the plan", null=True, blank=True)
    #: The day on which the record was read.
    read_on = models.DateField()
    #: The school's own words, by heading.
    words = models.JSONField("the school’s own words", default=dict, blank=True)
    sent_by = _user()
    sent_at = models.DateTimeField(null=True, blank=True)
    #: What the head wants changed; empty once it is sent again.
    sent_back_words = models.TextField("what the head wants changed", blank=True)
    published_by = _user()
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = _user()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField("why it was withdrawn", blank=True)
    #: The newest background work on it.
    job_id = models.UUIDField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "kind"],
                condition=Q(state__in=OPEN),
                name="reports_publication_one_open",
            ),
            models.UniqueConstraint(
                fields=["school", "kind"],
                condition=Q(state="published"),
                name="reports_publication_one_out",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", sent_at=None, sent_by=None)
                | (~Q(state="draft") & Q(sent_at__isnull=False)),
                name="reports_publication_sent_has_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OUT, published_at__isnull=False)
                | (~Q(state__in=OUT) & Q(published_at=None, published_by=None)),
                name="reports_publication_published_has_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn", withdrawn_at__isnull=False) & ~Q(withdrawn_why=""))
                | (
                    ~Q(state="withdrawn")
                    & Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                ),
                name="reports_publication_withdrawn_has_time",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="keep_published_document",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__state__in=OUT),
            ),
            pgtrigger.FSM(
                name="document_published_for_good",
                field="state",
                transitions=[
                    ("draft", "head"),
                    ("head", "draft"),
                    ("head", "published"),
                    ("published", "replaced"),
                    ("published", "withdrawn"),
                ],
            ),
            pgtrigger.Protect(
                name="keep_published_words",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__in=OUT)
                & (
                    pgtrigger.Q(old__words__df=pgtrigger.F("new__words"))
                    | pgtrigger.Q(old__content__df=pgtrigger.F("new__content"))
                    | pgtrigger.Q(old__cover__df=pgtrigger.F("new__cover"))
                    | pgtrigger.Q(old__starts_on__df=pgtrigger.F("new__starts_on"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_draft(self) -> bool:
        return self.state == PublicationState.DRAFT

    @property
    def is_with_head(self) -> bool:
        return self.state == PublicationState.WITH_HEAD

    @property
    def is_published(self) -> bool:
        return self.state == PublicationState.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        return self.state == PublicationState.WITHDRAWN

    @property
    def is_out(self) -> bool:
        """It was published once."""
        return self.state in OUT


class PublicationFile(SchoolOwned):
    """A published document as a PDF, written once."""

    publication = school_key(Publication, related_name="files")
    pdf = models.BinaryField()
    digest = models.CharField(max_length=64)  # SHA-256, hexadecimal
    made_at = models.DateTimeField(default=timezone.now)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("publication", name="reports_publicationfile_same_school"),
            models.UniqueConstraint(
                fields=["school", "publication"], name="reports_publicationfile_one"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="keep_publication_pdf", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return self.digest
