"""The dated records of the child's own floor, in one statement however many kinds there are."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    Q,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from pupils.access import fact_permission
from pupils.codes import FactKind, PassportState
from pupils.family_codes import AskKind
from pupils.models import (
    Adjustment,
    AgreedAction,
    AlternativeProvision,
    Concern,
    ConcernStep,
    ContributionRequest,
    DatedFact,
    Diagnosis,
    DocumentVersion,
    Enrolment,
    Equipment,
    HelpPlan,
    HelpReview,
    MedicalAlert,
    Medicine,
    Meeting,
    MeetingChild,
    Need,
    PartTimeTimetable,
    PassportVersion,
    Pupil,
    RecordAuthor,
    ReferralStep,
    SafetyPlan,
    SafetyPlanVersion,
    SentLetter,
    Strategy,
    Suspension,
    Talk,
    Voice,
)
from pupils.selectors.safety import plans_for
from pupils.selectors.transfers.authors import Writers, author_words

#: Not told itself: who stands at another row.
AUTHOR = "recordauthor"
#: Not told itself: a document that is a letter of which the contact log tells, to whom it went.
LOGGED = "loggedletter"
COLUMNS = ("what", "code", "starts", "ends", "more", "text", "by", "id")


@dataclass(frozen=True)
class Row:
    """One record: which, its code, first and last day, in whose words; what is cut is empty."""

    what: str
    code: str
    starts: dt.date | None
    ends: dt.date | None
    more: str
    text: str
    by: str
    id: UUID


def rows_of(access: Access, pupil: Pupil) -> Iterator[Row]:
    """Every dated record that the asker may know of; one statement."""
    reading = _Reading(access, pupil)
    parts = [part for kind in _PARTS for part in kind(reading)]
    for values in parts[0].union(*parts[1:], all=True).order_by():
        yield Row(*values)


class _Reading:
    """What one asker may read of one child."""

    def __init__(self, access: Access, pupil: Pupil):
        self.access, self.pupil = access, pupil
        self.may = access.permissions_at(pupil.school)
        self.levels = readable(self.may)
        self.own = {"school_id": pupil.school_id, "pupil": pupil}

    def can(self, permission: Permission) -> bool:
        return permission in self.may

    def open_text(self, field: str, condition: Q | None = None) -> Case:
        """A text where the asker may read its row, otherwise nothing."""
        condition = Q(sensitivity__in=self.levels) if condition is None else condition
        return Case(When(condition, then=F(field)), default=Value(""), output_field=TextField())

    def log_levels(self) -> Q:
        """Texts of the family's log: sensitive ones need that permission."""
        if self.can(Permission.VIEW_SENSITIVE):
            return Q(pk__isnull=False)
        return Q(sensitivity=Sensitivity.EVERYONE)

    def part(self, rows, code: str, starts: str, ends: str = "", **more):
        """A query of the columns; names of fields, or expressions."""
        return rows.order_by().values_list(
            Value(rows.model._meta.model_name, output_field=CharField()),
            Cast(code, TextField()) if code else _NOTHING,
            Cast(starts, DateField()),
            Cast(ends, DateField()) if ends else _NO_DAY,
            *(_as_text(more.get(name, "")) for name in ("more", "text", "by")),
            Cast("pk", UUIDField()),
        )


_NOTHING = Value("", output_field=TextField())
_NO_DAY = Value(None, output_field=DateField())


def _as_text(asked):
    if asked == "":
        return _NOTHING
    return Cast(asked, TextField()) if isinstance(asked, str) else asked


def writers_in(rows: Iterable[Row]) -> Writers:
    """Who wrote at earlier schools what came with the record."""
    return Writers(
        {
            (row.id, row.code): author_words(row.by, row.more, row.text)
            for row in rows
            if row.what == AUTHOR
        }
    )


def _authors(r: _Reading):
    rows = RecordAuthor.objects.filter(**r.own).exclude(column="")
    yield rows.order_by().values_list(
        Value(AUTHOR, output_field=CharField()),
        Cast("column", TextField()),
        _NO_DAY,
        _NO_DAY,
        *(_as_text(name) for name in ("role", "school_name", "name")),
        Cast("row_id", UUIDField()),
    )


def _roll(r: _Reading):
    yield r.part(Enrolment.objects.filter(**r.own), "status", "starts_on", "ends_on")
    alerts = MedicalAlert.objects.filter(**r.own)
    yield r.part(alerts, "kind", "starts_on", "ended_on", more="what", text="action")


def _needs(r: _Reading):
    if r.can(Permission.VIEW_NEEDS):
        yield r.part(Need.objects.filter(**r.own), "need_type", "since_on", "ended_on")
        facts = DatedFact.objects.filter(**r.own, kind__in=_knowable_facts(r.access))
        yield r.part(facts, "kind", "starts_on", "ends_on")
    if r.can(Permission.VIEW_SENSITIVE):
        yield r.part(Diagnosis.objects.filter(**r.own), "name", "made_on", "ended_on")


def _knowable_facts(access: Access) -> list[str]:
    return [kind for kind in FactKind if access.can(fact_permission(kind))]


def _concerns(r: _Reading):
    if not r.can(Permission.VIEW_NEEDS):
        return
    reads = Q(sensitivity__in=r.levels) | Q(raised_by=r.access.user)
    rows = Concern.objects.filter(**r.own)
    text = r.open_text("seen_words", reads)
    yield r.part(rows, "area", "raised_on", "closed_on", text=text, by="raised_by__name")
    steps = ConcernStep.objects.filter(school_id=r.pupil.school_id, concern__pupil=r.pupil)
    reads = Q(concern__sensitivity__in=r.levels) | Q(concern__raised_by=r.access.user)
    reason = r.open_text("reason", reads)
    yield r.part(steps, "kind", "on", more="concern__area", text=reason, by="by__name")


def _helps(r: _Reading):
    if not r.can(Permission.VIEW_NEEDS):
        return
    rows = Strategy.objects.filter(**r.own, sensitivity__in=r.levels)
    yield r.part(rows, "setting", "since_on", "ended_on", text="text")
    versions = PassportVersion.objects.filter(
        school_id=r.pupil.school_id,
        passport__pupil=r.pupil,
        passport__state=PassportState.PUBLISHED,
    )
    yield r.part(versions, "number", "changed_at", by="made_by__name")


def _safety(r: _Reading):
    if not r.can(Permission.VIEW_NEEDS):
        return
    plans = plans_for(r.access, SafetyPlan.objects.filter(**r.own))
    versions = SafetyPlanVersion.objects.filter(
        school_id=r.pupil.school_id, plan__in=plans.order_by().values("pk")
    )
    yield r.part(
        versions, "plan__kind", "agreed_on", more="number", text="agreed_with", by="agreed_by__name"
    )
    yield r.part(plans.exclude(ended_on=None), "kind", "starts_on", "ended_on")
    for model, what in ((Medicine, "name"), (Equipment, "name"), (Adjustment, "what")):
        rows = model.objects.filter(**r.own)
        yield r.part(rows, "", "starts_on", "ended_on", more=what)
    rows = Suspension.objects.filter(**r.own)
    text = "note" if r.can(Permission.VIEW_SENSITIVE) else ""
    yield r.part(rows, "reason", "starts_on", "ended_on", more="is_permanent", text=text)
    rows = PartTimeTimetable.objects.filter(**r.own)
    yield r.part(rows, "", "starts_on", "ended_on", more="hours_a_week", text="reason")
    rows = AlternativeProvision.objects.filter(**r.own)
    yield r.part(rows, "", "starts_on", "ended_on", more="provider", text="purpose")


def _family(r: _Reading):
    voices = Voice.objects.filter(r.log_levels(), **r.own)
    if not r.can(Permission.VIEW_FAMILY_LOG):
        kinds = [AskKind.PUPIL_VIEWS] if r.can(Permission.VIEW_NEEDS) else []
        voices = voices.filter(kind__in=kinds)
    yield r.part(voices, "kind", "given_on", more="said_by", by="recorded_by__name")
    if not r.can(Permission.VIEW_FAMILY_LOG):
        return
    reads = r.log_levels() | Q(logged_by=r.access.user)
    talks = Talk.objects.filter(**r.own).annotate(
        how_it_went=Case(
            When(outcome="held", then=F("how")), default=F("outcome"), output_field=TextField()
        )
    )
    text = r.open_text("agreed", reads)
    yield r.part(talks, "how_it_went", "on", more="who", text=text, by="logged_by__name")
    # News is told once, by the log; a part of a plan by its own page alone.
    asks = ContributionRequest.objects.filter(**r.own)
    asks = asks.exclude(kind__in=[AskKind.NEWS, AskKind.PLAN_PART])
    yield r.part(asks, "kind", "asked_on", more="name", by="asked_by__name")


def _logged(r: _Reading):
    if not r.can(Permission.VIEW_FAMILY_LOG):
        return
    own = {"school_id": r.pupil.school_id}
    sent = SentLetter.objects.filter(**own, letter__pupil=r.pupil, talk__isnull=False)
    rows = DocumentVersion.objects.filter(
        **own, document__pupil=r.pupil, digest__in=sent.order_by().values("digest")
    )
    yield rows.order_by().values_list(
        Value(LOGGED, output_field=CharField()),
        _NOTHING,
        _NO_DAY,
        _NO_DAY,
        _NOTHING,
        _NOTHING,
        _NOTHING,
        Cast("document_id", UUIDField()),
    )


def _meetings(r: _Reading):
    if not r.can(Permission.VIEW_FAMILY_LOG):
        return
    children = MeetingChild.objects.filter(**r.own)
    rows = Meeting.objects.filter(
        school_id=r.pupil.school_id, pk__in=children.order_by().values("meeting_id")
    )
    yield r.part(rows, "kind", "on", more="state", by="chair__name")
    actions = AgreedAction.objects.filter(**r.own)
    own = Q(owner=r.access.user) | Q(agreed_by=r.access.user)
    what = r.open_text("what", Q(sensitivity__in=r.levels) | own)
    yield r.part(actions, "source", "agreed_on", "done_on", more=_owner(), text=what)
    plans = HelpPlan.objects.filter(**r.own)
    why = r.open_text("why")
    yield r.part(plans, "level", "starts_on", "ended_on", more="lead_name", text=why)
    reviews = HelpReview.objects.filter(school_id=r.pupil.school_id, plan__pupil=r.pupil)
    text = r.open_text("changed", Q(plan__sensitivity__in=r.levels))
    yield r.part(reviews, "", "on", more="plan_id", text=text, by="written_by__name")


def _agencies(r: _Reading):
    if not r.can(Permission.VIEW_REFERRALS):
        return
    steps = ReferralStep.objects.filter(
        school_id=r.pupil.school_id,
        referral__pupil=r.pupil,
        referral__sensitivity__in=r.levels,
    )
    code = Concat(Cast("referral_id", TextField()), Value(" "), "kind", output_field=TextField())
    yield r.part(steps, code, "on", more="referral__service", text="words", by="by__name")


def _owner() -> Case:
    return Case(
        When(owner__isnull=False, then=F("owner__name")),
        default=F("outside_owner"),
        output_field=TextField(),
    )


_PARTS = (
    _authors, _roll, _needs, _concerns, _helps, _safety, _family, _meetings, _agencies, _logged,
)  # fmt: skip
