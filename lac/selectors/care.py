"""Everything about a child's care on one page, in one statement; cut to what the asker may know."""

from dataclasses import dataclass, field

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Event
from aylsham.models import Deadline
from aylsham.together import read_rows
from lac.access import Knows, known_by_role
from lac.codes import CareRole, LeftCareThrough
from lac.models import (
    CareDeclaration,
    CarePeriod,
    CarePerson,
    CarePlacement,
    CareReview,
    CareView,
    SocialWorkPeriod,
)
from lac.selectors.delegations import open_delegations
from lac.selectors.in_time import TimeRows, events_in_time, rows_in_time
from lac.selectors.lines import (
    CareDue,
    MatterLine,
    PeriodLine,
    PersonLine,
    PlacementLine,
    SocialWorkLine,
    due_lines,
    matter_lines,
    period_line,
    person_line,
    placement_line,
    social_work_line,
)
from pupils.family_codes import OrderKind
from pupils.models import Contact, ContactOrder, Pupil

#: Who says what is due for a child in care: clocks and plans, watching and moves, money.
PROVIDERS = ("lac", "lac_watch", "premium")


@dataclass(frozen=True)
class OrderLine:
    """What a court laid down about somebody and the child; the kind for those who may read it."""

    name: str
    meaning: str
    kind: str


@dataclass(frozen=True)
class CarePage:
    """The Care tab; what the asker may not know is empty."""

    knows: Knows
    now: PeriodLine | None
    before: list[PeriodLine]
    due: list[CareDue]
    social_work: list[SocialWorkLine]
    people: list[PersonLine] = field(default_factory=list)
    former_people: list[PersonLine] = field(default_factory=list)
    placements: list[PlacementLine] = field(default_factory=list)
    matters: list[MatterLine] = field(default_factory=list)
    responsible: list[str] = field(default_factory=list)
    orders: list[OrderLine] = field(default_factory=list)
    reviews: list[CareReview] = field(default_factory=list)
    declaration: CareDeclaration | None = None
    views: list[CareView] = field(default_factory=list)
    social_workers: int = 0
    #: The newest first.
    in_time: list[Event] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether the asker reads more than the status."""
        return self.knows >= Knows.WHOLE

    @property
    def is_looked_after(self) -> bool:
        """Whether a council looks after the child now."""
        return self.now is not None and self.now.is_looked_after

    @property
    def was_adopted(self) -> bool:
        """Whether care ended through adoption: then a new record may be begun."""
        return self.now is not None and self.now.through == LeftCareThrough.ADOPTION.label

    @property
    def live_views(self) -> list[CareView]:
        """Views that hold or will hold."""
        return [view for view in self.views if view.is_open]


def care_page(access: Access, pupil: Pupil) -> CarePage:
    """The Care tab; one statement."""
    knows = known_by_role(access, pupil.school)
    status = (_periods(pupil), _social_work(pupil), _due(access, pupil))
    if knows < Knows.WHOLE:
        periods, social, due = read_rows(*status)
        return CarePage(**_status(access, pupil, knows, periods, social, due))
    periods, social, due, *rest = read_rows(*status, *_whole(pupil))
    return CarePage(
        **_status(access, pupil, knows, periods, social, due),
        **_rest(access, pupil, periods, *rest),
    )


def _status(access: Access, pupil: Pupil, knows: Knows, periods, social, due) -> dict:
    today = access.today
    lines = [period_line(row, knows) for row in periods]
    now = next((line for line in lines if line.ends_on is None or line.ends_on >= today), None)
    works = [social_work_line(row, access, pupil.school, knows) for row in social]
    return {
        "knows": knows,
        "now": now,
        "before": [line for line in lines if line is not now],
        "due": due_lines(due, today),
        "social_work": works if knows >= Knows.WHOLE else [w for w in works if w.is_live],
    }


def _rest(access: Access, pupil: Pupil, periods, *rows) -> dict:
    people, placements, matters, reviews, declared, views, contacts, orders, *time = rows
    today, school = access.today, pupil.school
    lines = [person_line(row) for row in people]
    live = [line for line in lines if line.ends_on is None or line.ends_on >= today]
    order = [str(role.label) for role in CareRole]
    now = next((row for row in periods if row.ends_on is None or row.ends_on >= today), None)
    homes = [placement_line(row, access, school) for row in placements]
    whole = [period_line(row, Knows.WHOLE) for row in periods]
    for view in views:
        view.is_open = view.ended_at is None and view.ends_on >= today
    return {
        "people": sorted(live, key=lambda line: order.index(line.role)),
        "former_people": [line for line in lines if line not in live],
        "placements": homes,
        "matters": matter_lines(matters),
        "responsible": [_responsible(row) for row in contacts],
        "orders": [_order(row, access) for row in orders],
        "reviews": reviews,
        "declaration": next((d for d in declared if now and d.period_id == now.pk), None),
        "views": views,
        "social_workers": sum(row.role == CareRole.SOCIAL_WORKER for row in people),
        "in_time": events_in_time(access, whole, homes, people, reviews, TimeRows(*time)),
    }


def _of(model, pupil: Pupil) -> QuerySet:
    return model.objects.filter(school_id=pupil.school_id, pupil=pupil)


def _periods(pupil: Pupil) -> QuerySet:
    return _of(CarePeriod, pupil).order_by("-known_since", "-pk")


def _social_work(pupil: Pupil) -> QuerySet:
    return _of(SocialWorkPeriod, pupil)


def _due(access: Access, pupil: Pupil) -> QuerySet:
    rows = Deadline.objects.readable_by(access).live(access.today)
    return rows.filter(pupil_id=pupil.pk, provider__in=PROVIDERS).order_by("due_on", "key")


def _whole(pupil: Pupil) -> tuple[QuerySet, ...]:
    own = {"school_id": pupil.school_id}
    declared = CareDeclaration.objects.filter(**own, period__pupil=pupil)
    orders = ContactOrder.objects.filter(**own, pupil=pupil).annotate(who=F("contact__name"))
    return (
        _of(CarePerson, pupil),
        _of(CarePlacement, pupil).select_related("contact", "home"),
        open_delegations(pupil),
        CareReview.objects.filter(**own, period__pupil=pupil),
        declared.annotate(seen_by_name=F("seen_by__name")),
        _of(CareView, pupil).annotate(person=F("user__name"), giver=F("given_by__name")),
        _of(Contact, pupil).filter(has_parental_responsibility=True),
        orders,
        *rows_in_time(pupil),
    )


def _responsible(contact: Contact) -> str:
    who = f" ({contact.relationship.lower()})" if contact.relationship else ""
    return f"{contact.name}{who}"


def _order(row: ContactOrder, access: Access) -> OrderLine:
    meanings = {
        "No contact with the child": row.stops_contact,
        "Tell nothing about the child": row.stops_information,
        "Acts as a parent": row.shares_responsibility,
    }
    meaning = ". ".join(words for words, holds in meanings.items() if holds)
    reads = access.can(Permission.RECORD_ORDERS)
    return OrderLine(row.who, meaning, OrderKind(row.kind).label if reads else "")
