"""The child of a page: found, cut to what the asker may see, ready for the bar at the top."""

import datetime as dt
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import JSONObject
from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.exceptions import EXCEPTIONAL
from aylsham.access.permissions import Permission
from aylsham.access.usual import ASKER, Standing, asker, kept, standing_of
from aylsham.components import Identity
from aylsham.models import School
from aylsham.statements import Statement, columns_of, made_from
from pupils.access import granted_to
from pupils.codes import AlertKind, SenStatus, Source, StatusReason
from pupils.flags import Flag, flag_columns, flags_for, flags_of
from pupils.models import ClassGroup, MedicalAlert, Need, Pupil, PupilPhoto
from pupils.models.roll import is_on_roll
from pupils.selectors.safety import Alert
from pupils.tabs import tabs_of
from pupils.words import age_words, area_words, language_words, need_words, status_words, year_words


@dataclass(frozen=True)
class OpenNeed:
    """A need as pages show it."""

    id: UUID
    need_type: str
    rank: int
    in_words: str
    impact: str

    @property
    def label(self) -> str:
        """The type in words."""
        return need_words(self.need_type)

    @property
    def area(self) -> str:
        """The broad area of need."""
        return area_words(self.need_type)


@dataclass(frozen=True)
class Child:
    """A child whom the asker may see; what the asker may not know is empty."""

    pupil: Pupil
    school: School
    today: dt.date
    is_on_roll: bool
    knows_needs: bool
    status: str
    status_since: dt.date | None
    status_reason: str
    told_on: dt.date | None
    to_tell_on: dt.date | None
    source: str
    needs: tuple[OpenNeed, ...]
    flags: tuple[Flag, ...]
    #: What every adult near the child must know.
    alerts: tuple[Alert, ...]
    #: Digest of the photo; empty when there is none.
    photo: str = ""

    @property
    def is_untold(self) -> bool:
        """SEN support, begun here, of which the parents have not been told."""
        is_ours = self.status == SenStatus.SUPPORT and self.source == Source.HERE
        return is_ours and self.told_on is None

    @property
    def status_words(self) -> str:
        """The level in words."""
        return status_words(self.status)

    @property
    def language(self) -> str:
        """The child's first language."""
        return language_words(self.pupil.first_language)

    @property
    def reason_words(self) -> str:
        """Why the child came on the register at this level."""
        return StatusReason(self.status_reason).label if self.status_reason else ""

    @property
    def _photo_url(self) -> str:
        if not self.photo:
            return ""
        url = reverse("child_photo", args=[self.school.slug, self.pupil.pk])
        return f"{url}?{self.photo[:8]}"  # another photo, another address

    @property
    def _alarm(self) -> str:
        """The tag of a medical alert that could be an emergency."""
        return (
            "Medical alert: could be an emergency"
            if any(a.is_emergency for a in self.alerts)
            else ""
        )

    def identity(self, access: Access, tab: str = "") -> Identity:
        """The bar at the top of the page."""
        pupil = self.pupil
        tabs, pages = tabs_of(access, self.school, pupil.pk, tab)
        place = [year_words(pupil.year_group), pupil.class_group and pupil.class_group.name]
        facts = [age_words(pupil.born_on, self.today)]
        if self.knows_needs:
            facts.append(status_words(self.status))
            facts.append(", ".join(need.need_type for need in self.needs))
        return Identity(
            name=pupil.full_name,
            url=reverse("child", args=[self.school.slug, pupil.pk]),
            place=tuple(filter(None, [*place, self.school.name])),
            facts=tuple(filter(None, facts)),
            flags=(
                *(("Medical alert",) if self.alerts and not self._alarm else ()),
                *(flag.label for flag in self.flags),
            ),
            alarm=self._alarm,
            state="" if self.is_on_roll else "closed",
            state_words="" if self.is_on_roll else "Has left",
            photo_url=self._photo_url,
            tabs=tabs,
            pages=pages,
        )


def find_child(access: Access, pupil_id: UUID) -> Child | None:
    """The child of a school's page, in one statement; None for a child out of reach."""
    school, today = access.school, access.today
    values = _values(access, pupil_id)
    if values is None:
        return None
    if values.get("is_granted"):
        access.exceptional[school.pk] = EXCEPTIONAL
    knows_needs = "open_needs" in values
    return Child(
        pupil=_pupil(values, school),
        school=school,
        today=today,
        is_on_roll=values["is_on_roll"],
        knows_needs=knows_needs,
        needs=tuple(OpenNeed(**n | {"id": UUID(n["id"])}) for n in values.get("open_needs", ())),
        **{name: values.get(path) or _EMPTY.get(name) for name, path in _STATUS.items()},
        flags=flags_of(values, flags_for(access), access, school),
        alerts=tuple(
            Alert(a["what"], a["action"], a["kind"] == AlertKind.EMERGENCY)
            for a in values["live_alerts"]
        ),
        photo=values["photo"] or "",
    )


def _values(access: Access, pupil_id: UUID) -> dict[str, Any] | None:
    """The columns of the child, by a statement that is compiled once for all of one standing."""
    standing = standing_of(access)
    if standing is None:
        return _columns_of(access, pupil_id).first()
    found = _usual(standing).dicts(pupil=pupil_id, **asker(access))
    return found[0] if found else None


@kept
def _usual(standing: Standing) -> Statement:
    def build(pupil: UUID, **of_asker: Any) -> QuerySet:
        return _columns_of(standing.access(**of_asker), pupil)

    return Statement(build, pupil=UUID, **ASKER)


def _asks_for_exception(access: Access) -> bool:
    """Whether the role opens less of a record than an exception does: perhaps there is one."""
    return not access.permissions_at(access.school) >= EXCEPTIONAL


def _columns_of(access: Access, pupil_id: UUID) -> QuerySet:
    today = access.today
    more: dict[str, Any] = flag_columns(flags_for(access), today)
    pupils = Pupil.objects.visible_to(access).filter(pk=pupil_id)
    columns = [*columns_of(Pupil), *columns_of(ClassGroup, "class_group__")]
    if Permission.VIEW_NEEDS in access.permissions_at(access.school):
        pupils = with_status(pupils, today)
        more["open_needs"] = _needs()
        columns.extend(_STATUS.values())
    if _asks_for_exception(access):
        more["is_granted"] = ExpressionWrapper(granted_to(access), BooleanField())
    return pupils.annotate(
        is_on_roll=is_on_roll(today), live_alerts=_alerts(today), photo=_photo(), **more
    ).values(*columns, "is_on_roll", "live_alerts", "photo", *more)


def _pupil(values: dict[str, Any], school: School) -> Pupil:
    pupil = made_from(Pupil, values)
    pupil.school = school
    pupil.class_group = made_from(ClassGroup, values, "class_group__")
    return pupil


#: What the bar and the overview say of the present level, and where it stands.
_STATUS = {
    "status": "period__status",
    "status_since": "period__starts_on",
    "status_reason": "period__reason",
    "told_on": "period__parent_told_on",
    "to_tell_on": "period__parent_to_tell_on",
    "source": "period__source",
}
_EMPTY = {"status": "", "status_reason": "", "source": ""}


def with_status(pupils, on: dt.date):
    """Join the stretch on the register that holds on a day, as `period`: there is at most one."""
    live = Q(status_periods__starts_on__lte=on) & (
        Q(status_periods__ends_on=None) | Q(status_periods__ends_on__gte=on)
    )
    return pupils.annotate(period=FilteredRelation("status_periods", condition=live))


@lru_cache(maxsize=8)
def _alerts(today: dt.date) -> ArraySubquery:
    names = ("kind", "what", "action")
    return ArraySubquery(
        MedicalAlert.objects.live(today)
        .filter(school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"))
        .order_by("kind", "starts_on", "id")
        .values(data=JSONObject(**{name: name for name in names}))
    )


@cache
def _photo() -> Subquery:
    photos = PupilPhoto.objects.filter(school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"))
    return Subquery(photos.values("digest")[:1])


@cache
def _needs() -> ArraySubquery:
    names = ("id", "need_type", "rank", "in_words", "impact")
    return ArraySubquery(
        Need.objects.filter(school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), ended_on=None)
        .order_by("rank")
        .values(data=JSONObject(**{name: name for name in names}))
    )
