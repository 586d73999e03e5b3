"""What was seen in a class of what is ordinarily available: a look, the one before, the lines."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach
from pupils.codes import AreaOfNeed
from pupils.concern_codes import InClass, Stage, stage_of
from pupils.models import ClassAdult, ClassGroup, ClassroomAudit, ClassroomMark, Pupil
from pupils.rules.classrooms import change_of
from pupils.selectors.concerns.ordinary import ordinary_provisions

#: Whoever has a class in one of these roles looks at it; a helper in it does not.
LEADS = [role for role, rule in ROLES.items() if Permission.AUDIT_CLASSROOMS in rule.permissions]


@dataclass(frozen=True)
class Offer:
    """A line of the statement that stands for a class."""

    area: str
    what: str


@dataclass(frozen=True)
class SeenLine:
    """A line as it was seen, and what the look before had."""

    what: str
    seen: str
    code: str
    word: str
    before: str
    #: `more`, `less` or empty.
    change: str


@dataclass(frozen=True)
class AuditPage:
    """One look at a class beside the look before it."""

    audit: ClassroomAudit
    by: str
    before: ClassroomAudit | None
    areas: tuple[tuple[str, tuple[SeenLine, ...]], ...]

    @property
    def changes(self) -> str:
        """What became of it since the look before, in words; empty for a first look."""
        if self.before is None:
            return ""
        lines = [line for _, found in self.areas for line in found]
        more, less = (sum(line.change == each for line in lines) for each in ("more", "less"))
        if not more and not less:
            return "Nothing changed since the look before."
        return f"Since the look before: {more} more in place, {less} less."


@dataclass(frozen=True)
class InClassNow:
    """What the last look at a child's class saw, by the words of the line."""

    on: dt.date
    seen: dict[str, str]


def class_to_audit(access: Access, pk: UUID) -> ClassGroup | None:
    """A class whose looks the asker may read: their own, their year groups', or any of the school."""
    return _in_reach(access).filter(pk=pk).select_related("school").first()


def classes_to_audit(access: Access) -> list[tuple[ClassGroup, dt.date | None]]:
    """Those classes of this year by name, with the day of the last look; two statements."""
    year = access.today.year - (access.today.month < 9)
    groups = list(_in_reach(access).filter(academic_year=year).order_by("name", "pk"))
    rows = ClassroomAudit.objects.filter(school=access.school, class_group__in=groups)
    last = dict(rows.order_by("on", "pk").values_list("class_group_id", "on"))
    return [(group, last.get(group.pk)) for group in groups]


def offers_of(group: ClassGroup) -> list[Offer]:
    """The lines that stand for the years of a class, each once; one statement."""
    stages = {stage_of(year) for year in group.year_groups} or set(Stage)
    lines = {
        (each.area, line): None
        for each in ordinary_provisions(group.school)
        if each.stage in stages
        for line in each.lines
    }
    return [Offer(area, what) for area, what in lines]


def audits_of(group: ClassGroup) -> list[ClassroomAudit]:
    """Every look at a class, the latest first; one statement."""
    rows = ClassroomAudit.objects.filter(school=group.school, class_group=group)
    return list(rows.select_related("by"))


def audit_page(audits: list[ClassroomAudit], pk: UUID | None = None) -> AuditPage | None:
    """The latest of these looks, or the one that is asked for; one statement."""
    place = next((n for n, row in enumerate(audits) if pk in (None, row.pk)), None)
    if place is None:
        return None
    audit, before = audits[place], next(iter(audits[place + 1 :]), None)
    marks = _marks([audit, *([before] if before else [])])
    was = {(row.area, row.what): row.seen for row in marks if row.audit_id != audit.pk}
    lines: dict[str, list[SeenLine]] = {}
    for row in marks:
        if row.audit_id == audit.pk:
            lines.setdefault(row.area, []).append(_line(row, was.get((row.area, row.what), "")))
    areas = tuple((AreaOfNeed(area).label, tuple(found)) for area, found in lines.items())
    return AuditPage(audit, audit.by.name if audit.by else "", before, areas)


def seen_in_class(access: Access, pupil: Pupil) -> InClassNow | None:
    """What the last look at the child's class saw, for whoever may read it; three statements."""
    if Permission.AUDIT_CLASSROOMS not in access.permissions_at(pupil.school):
        return None
    group = pupil.class_group_id and class_to_audit(access, pupil.class_group_id)
    if not group or not (audit := next(iter(audits_of(group)), None)):
        return None
    seen = {row.what: InClass(row.seen).label for row in _marks([audit])}
    return InClassNow(audit.on, {what: str(label) for what, label in seen.items()})


def _in_reach(access: Access):
    groups = ClassGroup.objects.filter(school=access.school)
    at = access.by_school.get(access.school.pk)
    if at is None or at.reach < Reach.OWN_CLASSES:
        return groups.none()
    if at.reach == Reach.WHOLE_SCHOOL:
        return groups
    own = ClassAdult.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=access.today),
        school=access.school,
        user=access.user,
        role__in=LEADS,
        starts_on__lte=access.today,
    )
    mine = Q(pk__in=own.values("class_group"))
    if at.reach == Reach.YEAR_GROUPS:
        mine |= (
            Q(year_groups__overlap=list(at.year_groups)) if at.year_groups else Q(pk__isnull=False)
        )
    return groups.filter(mine)


def _marks(audits: Iterable[ClassroomAudit]) -> list[ClassroomMark]:
    found = list(audits)
    rows = ClassroomMark.objects.filter(school_id=found[0].school_id, audit__in=found)
    return list(rows.order_by("place"))


def _line(row: ClassroomMark, before: str) -> SeenLine:
    return SeenLine(
        what=row.what,
        seen=row.get_seen_display(),
        code=row.seen,
        word=row.word,
        before=str(InClass(before).label) if before else "",
        change=change_of(before, row.seen),
    )
